// SPDX-License-Identifier: Apache-2.0

/// Finds the fields of one record in UTF-8 bytes by the rules of its dialect, read leniently.
///
/// A quote opens only at the start of a field; what follows a closing quote belongs to the field. A record ends with
/// LF, CRLF or CR outside quotes. A quote that is not closed is a character like any other, and so is one that only
/// a quote closes which seems to open a field of its own: one with words behind it, and before it a delimiter or, some
/// way off, a line end. A record is found without knowing those before it, so that a file can be cut into parts.
struct RecordScanner: Sendable {
  /// The most fields that a record may have.
  static let fieldLimit = 1 << 22
  /// The longest stretch within quotes, in bytes; a quote that is not closed by then is not closed at all.
  static let quotedLimit = 16 << 20

  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let backslash = UInt8(ascii: "\\")
  static let blank = UInt8(ascii: " ")

  /// How fields end.
  let dialect: Dialect
  /// Whether a delimiter is one byte that nothing can escape: the next such byte outside quotes ends a field.
  private let isPlain: Bool

  init(_ dialect: Dialect) {
    self.dialect = dialect
    isPlain = dialect.delimiter.tailCount == 0 && dialect.escape != .backslash
  }

  /// A field as a range of bytes, without the quotes around it.
  struct Field {
    /// The first byte.
    var start: Int32
    /// The byte after the last.
    var end: Int32
    /// How its bytes become its text.
    var form: Form
  }

  /// How the bytes of a field become its text.
  enum Form: UInt8 {
    /// As they stand.
    case plain
    /// With escapes; it was quoted.
    case escaped
    /// With escapes; it was not quoted.
    case bare
    /// As `escaped`, and text follows the closing quote.
    case trailing
    /// As `escaped`, but for a quote at its start that is a character: the field began with two.
    case twice
    /// As `plain` or `bare`: it begins with a quote that is not closed.
    case unclosed

    /// Whether a person should look at it.
    var isDoubtful: Bool { rawValue >= Self.trailing.rawValue }
  }

  /// How a scan ended.
  enum Outcome {
    /// A whole record; the next one begins here.
    case record(next: Int)
    /// The bytes end before the record does, inside the field that begins here.
    case incomplete(fieldStart: Int)
    /// More than ``fieldLimit``.
    case tooManyFields
  }

  /// Scans one record.
  ///
  /// - Parameters:
  ///   - bytes: A stretch of the file, shorter than 2 GiB.
  ///   - start: Where the record begins.
  ///   - isWhole: Whether the file ends with `bytes`.
  ///   - fields: Takes the fields; empty for a blank line.
  func scan(_ bytes: Span<UInt8>, from start: Int, isWhole: Bool, into fields: inout [Field]) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    var at = start
    while true {
      let fieldStart = at
      if dialect.padding == .skipped, at > start { at = passBlanks(bytes, from: at) }
      var field = Field(start: Int32(truncatingIfNeeded: at), end: 0, form: .plain)
      if at < bytes.count, bytes[at] == dialect.quote {
        guard let end = quotedEnd(bytes, from: at, isWhole: isWhole, field: &field) else {
          return .incomplete(fieldStart: fieldStart)
        }
        at = end
      } else {
        at = fieldEnd(bytes, from: at, form: &field.form)
        field.end = Int32(truncatingIfNeeded: at)
      }
      // Without the byte after a CR it is not known whether that is an LF which belongs to it.
      if !isWhole, at == bytes.count || (at == bytes.count &- 1 && bytes[at] == Self.carriageReturn) {
        return .incomplete(fieldStart: fieldStart)
      }
      let isLast = at == bytes.count || Self.isLineEnd(bytes[at])
      let isBlank = isLast && at == start
      if !isBlank { fields.append(field) }
      if isLast { return .record(next: lineEnd(bytes, at: at)) }
      guard fields.count < Self.fieldLimit else { return .tooManyFields }
      at &+= dialect.delimiter.count
    }
  }

  /// The next delimiter or line end outside quotes, or the end of the bytes; tells whether there are escapes before.
  @inline(__always)
  func fieldEnd(_ bytes: Span<UInt8>, from start: Int, form: inout Form) -> Int {
    isPlain ? end(of: bytes, from: start) : carefulEnd(bytes, from: start, form: &form)
  }

  /// As ``fieldEnd(_:from:form:)`` for delimiters of several bytes and for escapes outside quotes.
  private func carefulEnd(_ bytes: Span<UInt8>, from start: Int, form: inout Form) -> Int {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if dialect.escape == .backslash, byte == Self.backslash {
        form = .bare
        at = min(bytes.count, at &+ 2)
      } else if Self.isLineEnd(byte) || isDelimiter(bytes, at: at) {
        break
      } else {
        at &+= 1
      }
    }
    return at
  }

  /// The next byte of a delimiter of one byte or of a line end, or the end of the bytes.
  @inline(__always)
  private func end(of bytes: Span<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let delimiter = dialect.delimiter.first
    let delimiters = UInt64(delimiter) &* ones
    let lineFeeds = UInt64(Self.lineFeed) &* ones
    let returns = UInt64(Self.carriageReturn) &* ones
    var at = start
    while at &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.word(at: at))
      let found = Self.zeros(word ^ delimiters) | Self.zeros(word ^ lineFeeds) | Self.zeros(word ^ returns)
      if found != 0 { return at &+ found.trailingZeroBitCount >> 3 }
      at &+= 8
    }
    while at < bytes.count {
      let byte = bytes[at]
      if byte == delimiter || Self.isLineEnd(byte) { break }
      at &+= 1
    }
    return at
  }

  /// Marks the bytes that are 0 by their high bits; exact up to and including the lowest of them.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Whether a delimiter begins at a position.
  @inline(__always)
  func isDelimiter(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    let delimiter = dialect.delimiter
    guard position < bytes.count, bytes[position] == delimiter.first else { return false }
    guard delimiter.tailCount > 0 else { return true }
    guard position &+ delimiter.tailCount < bytes.count else { return false }
    for index in 0..<delimiter.tailCount where bytes[position &+ 1 &+ index] != delimiter.tailByte(index) {
      return false
    }
    return true
  }

  /// Whether a byte ends a line.
  @inline(__always)
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  /// The position after the blanks at a position.
  func passBlanks(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == Self.blank { at &+= 1 }
    return at
  }

  /// The position after a line end.
  private func lineEnd(_ bytes: Span<UInt8>, at position: Int) -> Int {
    guard position < bytes.count else { return position }
    let isPair =
      bytes[position] == Self.carriageReturn && position &+ 1 < bytes.count && bytes[position &+ 1] == Self.lineFeed
    return position &+ (isPair ? 2 : 1)
  }
}
