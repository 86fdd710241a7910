// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A number found in a text, with its multiplier and the marks of approximation inside it, but without its unit.
struct ScannedNumber: Sendable {
  /// The number with its multiplier applied.
  var value: ExactDecimal
  /// The power of ten of the last digit that was written.
  var lastPlace: Int
  /// `atLeast` after 余 or 多, else `exact`.
  var bound: Quantity.Bound = .exact
  /// The share that the number itself says it is: 三成, 百分之五.
  var share = Share.none
  /// Whether it is written in Chinese numerals only.
  var isChinese = false
  /// Whether 百, 千, 万 or 亿 stands in it.
  var hasMultiplier = false
  /// Where it starts.
  var start: Int
  /// Where it ends.
  var end: Int

  /// What a number says that it is a share of.
  enum Share: Sendable {
    case none, percent, permille
  }

  /// The unit that the number itself says: % for 三成 and 百分之五; else empty.
  var unit: String {
    switch share {
    case .none: ""
    case .percent: "%"
    case .permille: "‰"
    }
  }
}

/// Finds numbers in folded text: 68.42万, 1亿2345.6万, 18,204, 5 .8, 2200余万, 九千余, 三分之二, 三成.
struct NumberScanner {
  private let text: [Unicode.Scalar]
  private let limit: Int

  /// Scans a text up to a limit.
  init(_ text: [Unicode.Scalar], before limit: Int) {
    self.text = text
    self.limit = limit
  }

  /// The number that starts at a place; `nil` where none does or it does not fit in 18 digits.
  func number(at start: Int) -> ScannedNumber? {
    guard start < limit else { return nil }
    if Self.isDigit(text[start]) { return arabic(at: start) }
    return fraction(at: start) ?? tenths(at: start) ?? chinese(at: start)
  }

  /// Whether a scalar is an ASCII digit.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func arabic(at start: Int) -> ScannedNumber? {
    guard let (value, end) = digits(at: start) else { return nil }
    guard var number = multiplied(value, from: start, at: end) else { return nil }
    // 1亿2345.6万, 1亿零320万: a smaller part follows the larger one.
    let next = number.end < limit && text[number.end] == "零" ? number.end + 1 : number.end
    if number.hasMultiplier, number.bound == .exact, number.lastPlace >= 8, next < limit,
      Self.isDigit(text[next]), let (rest, end) = digits(at: next),
      let part = multiplied(rest, from: start, at: end), part.hasMultiplier,
      part.value < ExactDecimal.powerOfTen(8), let sum = try? number.value + part.value
    {
      number.value = sum
      number.lastPlace = part.lastPlace
      number.bound = part.bound
      number.end = part.end
    }
    return completed(number)
  }

  /// 31万4627: thousands and less behind 万.
  private func completed(_ number: ScannedNumber) -> ScannedNumber {
    let start = number.end
    guard number.hasMultiplier, number.bound == .exact, number.lastPlace == 4, start < limit, Self.isDigit(text[start]),
      text[start - 1] == "万"
    else { return number }
    var end = start
    while end < limit, Self.isDigit(text[end]) { end += 1 }
    if end == start + 1, let thousands = thousands(at: start), let sum = try? number.value + thousands.value {
      // 38万4千余人次, 3万9千4百人次.
      var number = number
      (number.value, number.lastPlace, number.bound, number.end) = (
        sum, thousands.lastPlace, thousands.bound, thousands.end
      )
      return number
    }
    guard (3...4).contains(end - start), end >= limit || !".,%万亿".unicodeScalars.contains(text[end]),
      let (rest, _) = digits(at: start), let sum = try? number.value + rest
    else { return number }
    var number = number
    (number.value, number.lastPlace, number.end) = (sum, 0, end)
    return number
  }

  /// 4千余, 9千4百.
  private func thousands(at start: Int) -> ScannedNumber? {
    guard start + 1 < limit, text[start + 1] == "千", let (rest, end) = digits(at: start),
      var number = multiplied(rest, from: start, at: end), number.lastPlace == 3
    else { return nil }
    let next = number.end
    if number.bound == .exact, next + 1 < limit, Self.isDigit(text[next]), text[next + 1] == "百",
      let (digit, last) = digits(at: next), let part = multiplied(digit, from: next, at: last), part.lastPlace == 2,
      let sum = try? number.value + part.value
    {
      (number.value, number.lastPlace, number.bound, number.end) = (sum, 2, part.bound, part.end)
    }
    return number
  }

  /// A number of at most 18 digits with its thousands separators and decimal point, and where it ends.
  private func digits(at start: Int) -> (ExactDecimal, Int)? {
    var value: Int64 = 0
    var count = 0
    var index = start
    func take(_ place: Int) {
      if count < 18 { value = value * 10 + Int64(text[place].value - 48) }
      count += 1
    }
    while index < limit, Self.isDigit(text[index]) {
      take(index)
      index += 1
    }
    if count <= 3 {
      while hasGroup(at: index) {
        for place in (index + 1)...(index + 3) { take(place) }
        index += 4
      }
    }
    let whole = count
    var point = index
    if point < limit, text[point] == " " { point += 1 }
    if point + 1 < limit, text[point] == ".", Self.isDigit(text[point + 1]) {
      index = point + 1
      while index < limit, Self.isDigit(text[index]) {
        take(index)
        index += 1
      }
    }
    return count <= 18 ? (ExactDecimal(significand: value, places: count - whole), index) : nil
  }

  /// Whether a separator and exactly three digits stand at a place.
  private func hasGroup(at index: Int) -> Bool {
    guard index + 3 < limit, text[index] == "," else { return false }
    guard text[(index + 1)...(index + 3)].allSatisfy(Self.isDigit) else { return false }
    return index + 4 >= limit || !Self.isDigit(text[index + 4])
  }

  /// Applies 余, 百, 千, 万 and 亿 after a number.
  private func multiplied(_ value: ExactDecimal, from start: Int, at end: Int) -> ScannedNumber? {
    var index = end
    var power = 0
    var bound = Quantity.Bound.exact
    var scan = skippingSpace(index)
    if scan < limit, Self.isMore(text[scan]) {
      bound = .atLeast
      index = scan + 1
      scan = index
    }
    // 6.1个亿.
    if power == 0, scan + 1 < limit, text[scan] == "个", text[scan + 1] == "亿" { scan += 1 }
    while scan < limit, power < 12, let next = multiplier(at: scan, after: power) {
      power += next
      index = scan + 1
      scan = index
    }
    if power > 0, index < limit, Self.isMore(text[index]) {
      bound = .atLeast
      index += 1
    }
    guard let scaled = power == 0 ? value : try? value.scaled(byPowerOfTen: power) else { return nil }
    return ScannedNumber(
      value: scaled, lastPlace: power - value.places, bound: bound, hasMultiplier: power > 0, start: start, end: index)
  }

  private func skippingSpace(_ index: Int) -> Int { index < limit && text[index] == " " ? index + 1 : index }

  /// The power of ten of a multiplier that is one: not 千克, 百分点, 百元医疗收入.
  private func multiplier(at index: Int, after power: Int) -> Int? {
    guard let next = ChineseNumeral.power(text[index]), next > 1 else { return nil }
    let follower = index + 1 < limit ? text[index + 1] : " "
    switch (next, follower) {
    case (3, "克"), (3, "米"), (3, "瓦"), (3, "卡"), (3, "分"), (2, "分"), (2, "元"), (2, "日"), (2, "岁"): return nil
    case (4, "元"), (8, "元"): return power + next <= 12 ? next : nil
    default: return power == 0 || next > power ? next : nil
    }
  }

  /// 余 and 多 after a number: at least.
  static func isMore(_ scalar: Unicode.Scalar) -> Bool { scalar == "余" || scalar == "多" }

  private func chinese(at start: Int) -> ScannedNumber? {
    guard let numeral = ChineseNumeral.scan(text, at: start, before: limit) else { return nil }
    guard var number = multiplied(ExactDecimal(numeral.value), from: start, at: numeral.end) else { return nil }
    number.lastPlace += numeral.lastPlace
    number.hasMultiplier = number.hasMultiplier || numeral.lastPlace > 1
    number.isChinese = true
    return number
  }

  /// 三分之二, 百分之五, 千分之三.
  private func fraction(at start: Int) -> ScannedNumber? {
    var end = start
    while end < limit, end - start < 6, ChineseNumeral.isNumeral(text[end]) { end += 1 }
    guard end > start, end + 2 < limit, text[end] == "分", text[end + 1] == "之" else { return nil }
    guard let upper = part(at: end + 2) else { return nil }
    let words = String(String.UnicodeScalarView(text[start..<end]))
    var number = ScannedNumber(
      value: upper.value, lastPlace: upper.lastPlace, share: .percent, isChinese: true, start: start, end: upper.end)
    switch words {
    case "百": return number
    case "千":
      number.share = .permille
      return number
    default: break
    }
    guard let lower = ChineseNumeral.scan(text, at: start, before: end), lower.end == end, lower.value > 1,
      upper.value <= ExactDecimal(lower.value), let hundredfold = try? upper.value.scaled(byPowerOfTen: 2),
      let share = try? hundredfold.divided(by: ExactDecimal(lower.value), places: 3)
    else { return nil }
    number.value = share
    number.lastPlace = -3
    number.bound = .about
    return number
  }

  private func part(at start: Int) -> ScannedNumber? {
    if Self.isDigit(text[start]), let (value, end) = digits(at: start) {
      return ScannedNumber(value: value, lastPlace: -value.places, start: start, end: end)
    }
    guard let numeral = ChineseNumeral.scan(text, at: start, before: limit) else { return nil }
    var number = ScannedNumber(
      value: ExactDecimal(numeral.value), lastPlace: numeral.lastPlace, start: start, end: numeral.end)
    guard numeral.end + 1 < limit, text[numeral.end] == "点" else { return number }
    // 百分之九十五点三
    var end = numeral.end + 1
    var value = numeral.value
    var places = 0
    while end < limit, places < 6, let digit = ChineseNumeral.digit(text[end]) {
      value = value * 10 + digit
      places += 1
      end += 1
    }
    guard places > 0 else { return number }
    number.value = ExactDecimal(significand: value, places: places)
    number.lastPlace = -places
    number.end = end
    return number
  }

  /// 三成, 九成五: tenths, said in percent.
  private func tenths(at start: Int) -> ScannedNumber? {
    guard let first = ChineseNumeral.digit(text[start]), first > 0, start + 1 < limit, text[start + 1] == "成" else {
      return nil
    }
    var end = start + 2
    var value = first * 10
    var lastPlace = 1
    if end < limit, let second = ChineseNumeral.digit(text[end]), text[end] != "两" {
      value += second
      lastPlace = 0
      end += 1
    }
    if end < limit, "立功员果人为熟本绩就效长套型都年".unicodeScalars.contains(text[end]) { return nil }
    return ScannedNumber(
      value: ExactDecimal(value), lastPlace: lastPlace, share: .percent, isChinese: true, start: start, end: end)
  }
}
