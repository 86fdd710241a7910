// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A number written in Chinese numerals: 十二, 一千二百零三, 两, 百万, 二〇二三.
struct ChineseNumeral: Sendable {
  /// The number.
  let value: Int64
  /// The power of ten of the last numeral that was written: 百万 has 6, 一千二百零三 has 0.
  let lastPlace: Int
  /// Where it ends in the text.
  let end: Int

  /// The digit that a numeral stands for.
  static func digit(_ scalar: Unicode.Scalar) -> Int64? {
    switch scalar {
    case "零", "〇": 0
    case "一", "壹": 1
    case "二", "两", "贰": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// The power of ten of a multiplier: 十 1, 百 2, 千 3, 万 4, 亿 8.
  static func power(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十", "拾": 1
    case "百", "佰": 2
    case "千", "仟": 3
    case "万": 4
    case "亿": 8
    default: nil
    }
  }

  /// Whether a scalar can be part of a numeral.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil || power(scalar) != nil }

  /// Reads the numeral at a place.
  ///
  /// `nil` where none starts there, where the numerals stand for a range (两三, 二三十), and for a multiplier without a
  /// number (万, 百 in 百名医生); 十 alone is ten, and 百万 and 千万 are numbers.
  static func scan(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> ChineseNumeral? {
    guard start < limit, let first = power(text[start]) ?? digit(text[start]).map({ _ in 0 }), first < 4 else {
      return nil
    }
    var reader = Reader()
    var index = start
    while index < limit, index - start < 24, reader.take(text[index]) { index += 1 }
    guard index > start, let value = reader.total else { return nil }
    if index == start + 1, first == 2 || first == 3 { return nil }
    return ChineseNumeral(value: value, lastPlace: reader.lastPlace, end: index)
  }

  /// Adds numerals up from left to right.
  private struct Reader {
    private var whole: Int64 = 0
    private var section: Int64 = 0
    private var digit: Int64?
    private var plain: [Int64] = []
    private var lowestPower = 4
    private var sawMultiplier = false
    private(set) var lastPlace = 0

    /// Takes the next scalar in; `false` where it does not belong to the numeral.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      if let next = ChineseNumeral.digit(scalar) {
        if sawMultiplier, let digit, digit != 0 { return false }
        digit = next
        plain.append(next)
        lastPlace = 0
        return true
      }
      guard let power = ChineseNumeral.power(scalar), sawMultiplier || plain.count < 2 else { return false }
      return power < 4 ? multiply(power) : close(power)
    }

    /// Takes 十, 百 or 千: each smaller than the one before it in the same section.
    private mutating func multiply(_ power: Int) -> Bool {
      guard power < lowestPower, digit != nil || section == 0 || power == 1 else { return false }
      section += (digit ?? 1) * ExactDecimal.powerOfTen(power).significand
      digit = nil
      lowestPower = power
      lastPlace = power
      sawMultiplier = true
      return true
    }

    /// Takes 万 or 亿, which close a section.
    private mutating func close(_ power: Int) -> Bool {
      let open = section + (digit ?? 0)
      guard open > 0 || (power == 8 && whole > 0), whole < 1_000_000_000 else { return false }
      if power == 4 {
        guard whole % 100_000_000 == 0 else { return false }
        whole += open * 10_000
      } else {
        whole = (whole + open) * 100_000_000
      }
      section = 0
      digit = nil
      lowestPower = 4
      lastPlace += power
      sawMultiplier = true
      return true
    }

    /// The number so far; `nil` where it is none.
    var total: Int64? {
      if sawMultiplier { return whole + section + (digit ?? 0) }
      if plain.count == 1 { return plain[0] }
      guard plain.count == 4 || (plain.contains(0) && plain.count < 18) else { return nil }
      return plain.reduce(0) { $0 * 10 + $1 }
    }
  }
}
