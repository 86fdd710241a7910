// SPDX-License-Identifier: Apache-2.0

/// How a file of records marks the ends of fields and what belongs together.
///
/// Line ends are no part of it: LF, CRLF and CR each end a record, in one file too.
package struct Dialect: Hashable, Sendable {
  /// How a quote within quotes is told from the one that closes them.
  package enum Escape: Hashable, Sendable {
    /// It is doubled, as RFC 4180 has it.
    case doubled
    /// A backslash stands before it, also before delimiters, line ends and itself; `\N` alone is an empty cell, as
    /// MySQL writes it. A doubled quote is understood too.
    case backslash
    /// Not at all: quotes close before a delimiter or a line end only, and so do not reach over a line end.
    case none
  }

  /// What becomes of blanks behind a delimiter.
  package enum Padding: Hashable, Sendable {
    /// They belong to the field.
    case kept
    /// They belong to the delimiter (a comma and a blank), and so do those between a closing quote and the next one.
    case skipped
  }

  /// What stands between fields.
  package var delimiter: Delimiter
  /// The byte around fields that hold delimiters or line ends.
  package var quote: UInt8
  /// How a quote within quotes is written.
  package var escape: Escape
  /// What becomes of blanks behind a delimiter.
  package var padding: Padding

  package init(
    delimiter: Delimiter, quote: UInt8 = UInt8(ascii: "\""), escape: Escape = .doubled, padding: Padding = .kept
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.padding = padding
  }

  /// Commas and doubled quotes.
  package static let comma = Dialect(delimiter: Delimiter(UInt8(ascii: ",")))
}

/// One to four bytes between fields.
///
/// Kept as numbers, so that a scanner can hold it without counting references.
package struct Delimiter: Hashable, Sendable {
  /// The first byte; the only one as a rule.
  package let first: UInt8
  /// How many bytes follow the first.
  let tailCount: Int
  private let tail: UInt32

  /// A delimiter of one byte.
  package init(_ byte: UInt8) {
    first = byte
    tailCount = 0
    tail = 0
  }

  /// A delimiter of one to four bytes in UTF-8; `nil` for other lengths.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, bytes.count <= 4 else { return nil }
    self.first = first
    tailCount = bytes.count - 1
    tail = bytes.dropFirst().reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// How many bytes it has.
  var count: Int { tailCount &+ 1 }

  /// The delimiter as text.
  package var text: String {
    String(decoding: [first] + (0..<tailCount).map { tailByte($0) }, as: UTF8.self)
  }

  /// A byte after the first, counted from 0.
  func tailByte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: tail >> UInt32(index &* 8)) }
}
