// SPDX-License-Identifier: Apache-2.0

/// Finds the fields of one record in UTF-8 bytes by the rules of RFC 4180, read leniently.
///
/// A quote opens only at the start of a field; within quotes two stand for one; what follows a closing quote belongs
/// to the field. A record ends with LF, CRLF or CR outside quotes. A record is found without knowing those before it,
/// so that a file can later be cut into parts.
struct RecordScanner: Sendable {
  /// The byte between fields.
  var delimiter: UInt8
  /// The most fields that a record may have.
  static let fieldLimit = 1 << 22

  static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

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
    /// Two quotes are one.
    case escaped
    /// As `escaped`, and text follows the closing quote.
    case trailing
  }

  /// How a scan ended.
  enum Outcome {
    /// A whole record; the next one begins here.
    case record(next: Int)
    /// The bytes end before the record does, inside the field that begins here.
    case incomplete(fieldStart: Int, isQuoted: Bool)
    /// The input ends inside quotes.
    case unclosedQuote
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
      var field = Field(start: Int32(truncatingIfNeeded: at), end: 0, form: .plain)
      let isQuoted = at < bytes.count && bytes[at] == Self.quote
      if isQuoted {
        guard let close = closingQuote(bytes, after: at, isWhole: isWhole, form: &field.form) else {
          return isWhole ? .unclosedQuote : .incomplete(fieldStart: fieldStart, isQuoted: true)
        }
        field.start &+= 1
        at = end(of: bytes, from: close &+ 1)
        if at > close &+ 1 { field.form = .trailing }
        field.end = Int32(truncatingIfNeeded: at > close &+ 1 ? at : close)
      } else {
        at = end(of: bytes, from: at)
        field.end = Int32(truncatingIfNeeded: at)
      }
      // Without the byte after a CR it is not known whether that is an LF which belongs to it.
      if !isWhole, at == bytes.count || (at == bytes.count &- 1 && bytes[at] == Self.carriageReturn) {
        return .incomplete(fieldStart: fieldStart, isQuoted: false)
      }
      let isLast = at == bytes.count || bytes[at] != delimiter
      let isBlank = isLast && at == start
      if !isBlank { fields.append(field) }
      if isLast { return .record(next: lineEnd(bytes, at: at)) }
      guard fields.count < Self.fieldLimit else { return .tooManyFields }
      at &+= 1
    }
  }

  /// The position of the quote that closes a field, or `nil` where the bytes end before.
  private func closingQuote(_ bytes: Span<UInt8>, after open: Int, isWhole: Bool, form: inout Form) -> Int? {
    var at = open &+ 1
    while at < bytes.count {
      guard bytes[at] == Self.quote else {
        at &+= 1
        continue
      }
      if at &+ 1 == bytes.count { return isWhole ? at : nil }
      if bytes[at &+ 1] != Self.quote { return at }
      form = .escaped
      at &+= 2
    }
    return nil
  }

  /// The next delimiter or line end, or the end of the bytes.
  @inline(__always)
  private func end(of bytes: Span<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
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
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      at &+= 1
    }
    return at
  }

  /// Marks the bytes that are 0 by their high bits; exact up to and including the lowest of them.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// The position after a line end.
  private func lineEnd(_ bytes: Span<UInt8>, at position: Int) -> Int {
    guard position < bytes.count else { return position }
    let isPair =
      bytes[position] == Self.carriageReturn && position &+ 1 < bytes.count && bytes[position &+ 1] == Self.lineFeed
    return position &+ (isPair ? 2 : 1)
  }

  /// The bytes that a field with escapes stands for.
  func unescaped(_ bytes: Span<UInt8>, _ field: Field) -> [UInt8] {
    var text: [UInt8] = []
    var isQuoted = true
    var at = Int(field.start)
    while at < Int(field.end) {
      let byte = bytes[at]
      at += 1
      if isQuoted, byte == Self.quote {
        isQuoted = at < Int(field.end) && bytes[at] == Self.quote
        guard isQuoted else { continue }
        at += 1
      }
      text.append(byte)
    }
    return text
  }

  /// The text of a field.
  func text(_ bytes: Span<UInt8>, _ field: Field) -> String {
    if field.form != .plain { return String(decoding: unescaped(bytes, field), as: UTF8.self) }
    return bytes.extracting(Int(field.start)..<Int(field.end)).text
  }
}
