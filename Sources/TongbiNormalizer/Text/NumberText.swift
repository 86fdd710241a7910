// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A number as a cell or a token states it.
package struct ParsedNumber: Hashable, Sendable {
  /// The number with 万, 亿, 千 and 百 applied.
  package var value: ExactDecimal
  /// The unit without its multiplier: 人次, %, ‰, /10万, 元; empty where none is written.
  package var unit: String
  /// The power of ten of the last digit that was written: 68.42万 has 2, 26.8% has −1.
  package var lastPlace: Int
  /// What the words around the digits say: 约, 近, 余, 以上, 不足.
  package var bound: Quantity.Bound
  /// The text as it was given.
  package var text: String
  /// The footnote or flag behind the digits of a cell, which is no part of the number.
  package var mark = CellMark()
}

/// Reads a whole text as one number with its unit.
package struct NumberText {
  /// Reads a cell or a token such as `68.42万人次`, `（1,234）`, `26.8％`, `约4100台`, `8.6/10万`, `十二次`.
  ///
  /// `nil` for anything that is not one whole number: dates, ranges, words, masks.
  package static func parse(_ text: String) -> ParsedNumber? {
    let folded = FoldedText(text)
    guard folded.count <= 64 else { return nil }
    var scalars = folded.scalars[...]
    trim(&scalars)
    var isNegative = unwrapBrackets(&scalars)
    var bound = BoundWord.dropPrefix(&scalars)
    var currency = dropCurrency(&scalars)
    if let sign = scalars.first, isSign(sign), scalars.count > 1 {
      guard !isNegative else { return nil }
      isNegative = sign != "+"
      scalars = scalars.dropFirst().drop { $0 == " " }
      if currency.isEmpty { currency = dropCurrency(&scalars) }
    }
    let rest = Array(scalars)
    guard let first = rest.first, NumberScanner.isDigit(first) || first == "." || ChineseNumeral.isNumeral(first) else {
      return nil
    }
    let tokens = joiningSpacedGroups(first == "." ? ["0"] + rest : rest)
    guard let number = NumberScanner(tokens, before: tokens.count).number(at: 0) else { return nil }
    if number.bound != .exact { bound = number.bound }
    guard let exponent = exponent(tokens, at: number.end) else { return nil }
    guard var unit = unit(Array(tokens[exponent.end...]), &bound) else { return nil }
    if !number.unit.isEmpty { unit = number.unit }
    if unit.isEmpty { unit = currency }
    guard let scaled = try? number.value.scaled(byPowerOfTen: exponent.power),
      let value = isNegative ? try? -scaled : scaled
    else { return nil }
    return ParsedNumber(
      value: value, unit: unit, lastPlace: number.lastPlace + exponent.power, bound: bound, text: text)
  }

  private static func trim(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    if scalars.first == "'", scalars.count > 1 { scalars.removeFirst() }
    // Footnote marks: 123①, 123[r].
    while let last = scalars.last, (0x2460...0x2473).contains(last.value) { scalars.removeLast() }
    let tail = Array(scalars.suffix(3))
    if tail.count == 3, scalars.count > 3, tail[0] == "[", tail[2] == "]", tail[1].properties.isLowercase {
      scalars.removeLast(3)
    }
    while scalars.last == " " { scalars.removeLast() }
  }

  /// (1,234) is −1234.
  private static func unwrapBrackets(_ scalars: inout ArraySlice<Unicode.Scalar>) -> Bool {
    guard scalars.count > 2, scalars.first == "(", scalars.last == ")" else { return false }
    let inner = scalars.dropFirst().dropLast()
    guard let first = inner.first, NumberScanner.isDigit(first) || isCurrency(first) else { return false }
    scalars = inner
    return true
  }

  /// A minus sign, or the triangle that stands for one in accounts.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool { "-+△▲▽▼".unicodeScalars.contains(scalar) }

  private static func isCurrency(_ scalar: Unicode.Scalar) -> Bool { "¥￥$€£".unicodeScalars.contains(scalar) }

  /// Takes the currency off the front of a number; the unit that it means, empty where there is none.
  private static func dropCurrency(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String {
    for (sign, unit) in currencies where scalars.starts(with: sign.unicodeScalars) && scalars.count > sign.count {
      scalars = scalars.dropFirst(sign.unicodeScalars.count).drop { $0 == " " }
      return unit
    }
    return ""
  }

  private static let currencies = [
    ("¥", "元"), ("￥", "元"), ("RMB", "元"), ("CNY", "元"), ("人民币", "元"), ("US$", "美元"), ("HK$", "港元"), ("USD", "美元"),
    ("$", "美元"), ("€", "欧元"), ("£", "英镑"),
  ]

  /// 1 234 567, with spaces between groups of three.
  private static func joiningSpacedGroups(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let groups = scalars.split(separator: " ", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count), groups[0].allSatisfy(NumberScanner.isDigit) else {
      return scalars
    }
    for (index, group) in groups.enumerated().dropFirst() {
      let digits = group.prefix { NumberScanner.isDigit($0) }.count
      guard digits == 3, index == groups.count - 1 || group.count == 3 else { return scalars }
    }
    return groups.flatMap { $0 }
  }

  /// The exponent of 1.2E+05, as a spreadsheet prints it; 0 where there is none, `nil` where it is out of range.
  private static func exponent(_ scalars: [Unicode.Scalar], at start: Int) -> (power: Int, end: Int)? {
    guard start + 1 < scalars.count, scalars[start] == "E" || scalars[start] == "e" else { return (0, start) }
    var index = start + 1
    let isNegative = scalars[index] == "-"
    if isNegative || scalars[index] == "+" { index += 1 }
    let digits = scalars[index...].prefix { NumberScanner.isDigit($0) }
    guard !digits.isEmpty, digits.count <= 2, let power = Int(String(String.UnicodeScalarView(digits))), power <= 18
    else { return nil }
    return (isNegative ? -power : power, index + digits.count)
  }

  /// The unit after a number; `nil` where what follows can be none.
  private static func unit(_ rest: [Unicode.Scalar], _ bound: inout Quantity.Bound) -> String? {
    var rest = rest[...]
    while rest.first == " " { rest.removeFirst() }
    BoundWord.dropSuffix(&rest, &bound)
    while rest.last == " " { rest.removeLast() }
    let unit = String(String.UnicodeScalarView(rest))
    if unit == "/10万" || unit == "/100000" || unit == "/10 万" { return "/10万" }
    if unit == "/万" || unit == "/千" { return unit }
    let isWord = rest.allSatisfy {
      $0 == "%" || $0 == "‰" || $0 == "/" || $0 == "㎡" || $0 == "°" || $0.properties.isAlphabetic
    }
    guard unit.count <= 8, isWord, !unit.contains("月"), !unit.hasPrefix("年"), !unit.hasPrefix("/"), !unit.hasPrefix("季")
    else { return nil }
    guard unit.allSatisfy({ !"xX".contains($0) }) else { return nil }
    return unit
  }
}
