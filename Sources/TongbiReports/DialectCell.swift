// SPDX-License-Identifier: Apache-2.0

/// What one field tells about the dialect that cut it out.
struct DialectCell {
  /// Whether it has no characters.
  let isEmpty: Bool
  /// Whether it was in quotes that match.
  let isQuoted: Bool
  /// Whether its quotes do not match.
  let isDoubtful: Bool
  /// Whether it begins with a blank.
  let isPadded: Bool
  /// Whether it looks like all of a cell rather than like a piece of one, or several.
  let isWhole: Bool
  /// Whether it is made of digits and the signs of numbers, dates and clock times.
  let isFigure: Bool

  /// How much of a field is looked at.
  private static let limit = 200

  /// What a byte stands for in a field.
  private enum Look: UInt8 { case word, digit, sign, delimiter, comma }

  /// By byte, what it stands for.
  private static let looks = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Look.digit
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "%"), UInt8(ascii: "$"),
      UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: " "):
      Look.sign
    case UInt8(ascii: ","): Look.comma
    case UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"), 0x01, 0x1F: Look.delimiter
    default: Look.word
    }
  }

  init(_ sample: Span<UInt8>, _ field: RecordScanner.Field, _ dialect: Dialect) {
    let (start, end) = (Int(field.start), Int(field.end))
    isEmpty = start == end
    isDoubtful = field.form.isDoubtful
    isQuoted = !isDoubtful && field.form != .bare && start > 0 && sample[start - 1] == dialect.quote
    isPadded = !isEmpty && sample[start] == RecordScanner.blank
    var digits = 0
    var isFigure = true
    var isCut = false
    let looks = Self.looks
    for at in start..<min(end, start + Self.limit) {
      let byte = sample[at]
      if byte >= 0x80 {
        // Most of a Chinese word.
        isFigure = false
        continue
      }
      switch looks[Int(byte)] {
      case .word: isFigure = false
      case .digit: digits += 1
      case .sign: break
      case .delimiter:
        isCut = true
        isFigure = false
      case .comma:
        // Prose has a blank behind a comma; in numbers digits stand on both sides.
        let next = at + 1 < end ? sample[at + 1] : 0
        let isNumeric = at > start && Self.isDigit(sample[at - 1]) && Self.isDigit(next)
        if !isNumeric, next != RecordScanner.blank { isCut = true }
        if !isNumeric { isFigure = false }
      }
    }
    self.isFigure = digits > 0 && isFigure && end - start <= Self.limit
    let isEdged = !isEmpty && (Self.isQuote(sample[start]) || Self.isQuote(sample[end - 1]))
    isWhole = !isDoubtful && (isQuoted || !(isCut || isEdged))
  }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }
}
