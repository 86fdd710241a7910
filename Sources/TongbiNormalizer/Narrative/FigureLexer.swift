// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Reads the numbers, masks and ranges of a sentence, and the look-alikes that are no figures.
struct FigureLexer {
  let text: [Unicode.Scalar]
  let limit: Int

  /// The number, mask or guarded look-alike at a place.
  func lexeme(at start: Int, after last: Lexeme?) -> Lexeme? {
    if let ordinal = ordinal(at: start) { return Lexeme(kind: .guarded(.ordinal), range: start..<ordinal) }
    if let mask = mask(at: start) { return mask }
    // 县人民医院一家门急诊就达31.7万人次: by itself.
    if text[start] == "一", start + 1 < limit, text[start + 1] == "家", case .entity(.named)? = last?.kind,
      last?.range.upperBound == start
    {
      return Lexeme(kind: .lead, range: start..<(start + 2))
    }
    if let deleted = deletedShare(at: start, after: last) ?? deleted(at: start, after: last) { return deleted }
    if text[start] == "-" || text[start] == "+", start + 1 < limit, NumberScanner.isDigit(text[start + 1]) {
      return signed(at: start, after: last)
    }
    if Self.isMistakenDigit(text[start]) { return damaged(at: start) }
    guard let number = NumberScanner(text, before: limit).number(at: start) else { return unreadable(at: start) }
    if !number.isChinese, mayGoOn(at: number.end), let damaged = damaged(at: start) { return damaged }
    if isTelephone(number) { return Lexeme(kind: .guarded(.telephone), range: start..<lookAlikeEnd(number)) }
    if number.isChinese, number.value.isZero, number.unit.isEmpty, let last, case .glue = last.kind,
      number.end - number.start == 1
    {
      // 孕产妇死亡率为零.
      return Lexeme(kind: .number(number, unit: ""), range: number.start..<number.end)
    }
    if isLookAlike(number), !isBehindName(number, last) {
      return Lexeme(kind: .guarded(.name), range: start..<lookAlikeEnd(number))
    }
    return withUnit(number)
  }

  private func skippingSpace(_ index: Int) -> Int { index < limit && text[index] == " " ? index + 1 : index }

  /// A number with its unit, or a range of two.
  func withUnit(_ number: ScannedNumber) -> Lexeme? {
    let found =
      number.unit.isEmpty
      ? UnitWord.match(text, at: skippingSpace(number.end), before: limit) : (number.end, number.unit)
    let unit = found?.1 ?? ""
    var end = found?.0 ?? number.end
    if end < limit, NumberScanner.isMore(text[end]), found != nil { end += 1 }
    if let span = span(after: found?.0 ?? number.end, unit: unit, from: number.start) { return span }
    if number.isChinese, number.unit.isEmpty, found == nil, !number.hasMultiplier || number.value < 10_000 {
      return Lexeme(kind: .text, range: number.start..<number.end)
    }
    if unit.reads("个"), end + 1 < limit, text[end] == "季", text[end + 1] == "度" {
      return Lexeme(kind: .guarded(.duration), range: number.start..<(end + 2))
    }
    if let age = age(number, unit, end) { return age }
    return Lexeme(kind: .number(number, unit: unit), range: number.start..<(found?.0 ?? number.end))
  }

  /// 65岁及以上, 7周岁以下.
  private func age(_ number: ScannedNumber, _ unit: String, _ end: Int) -> Lexeme? {
    var index = skippingSpace(number.end)
    // 人均预期寿命79.8岁以上 is no age.
    guard index < limit, Self.isOfTime(text[index]), number.lastPlace >= 0 else { return nil }
    if unit.reads("周"), index + 1 < limit, text[index + 1] == "岁" {
      index += 2
    } else if !unit.reads("岁") {
      guard unit.reads("月"), index + 1 < limit, text[index + 1] == "龄" else {
        return unit.reads("年") || unit.reads("号")
          ? Lexeme(kind: .guarded(unit.reads("年") ? .duration : .documentNumber), range: number.start..<end) : nil
      }
      return Lexeme(kind: .guarded(.age), range: number.start..<(index + 2))
    } else {
      index = end
    }
    if let end = Self.ageBounds.end(text, at: index, before: limit) {
      return Lexeme(kind: .guarded(.age), range: number.start..<end)
    }
    guard index < limit, "老儿人的女妇青".unicodeScalars.contains(text[index]) else { return nil }
    return Lexeme(kind: .guarded(.age), range: number.start..<index)
  }

  /// Letters that the units of ages, durations and documents begin with.
  private static func isOfTime(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "周", "岁", "月", "年", "号": true
    default: false
    }
  }

  private static let ageBounds = WordSet(words: ["及以上", "以上", "及以下", "以下", "以内"])

  /// The second half of 7—8天, 10% ~15%, 1至2天.
  private func span(after end: Int, unit: String, from start: Int) -> Lexeme? {
    var index = skippingSpace(end)
    guard index < limit, text[index] == "-" || text[index] == "~" || text[index] == "至" || text[index] == "到" else {
      return nil
    }
    while index < limit, text[index] == "-" { index += 1 }
    if index < limit, text[index] == "至" || text[index] == "到" || text[index] == "~" { index += 1 }
    index = skippingSpace(index)
    guard index < limit, NumberScanner.isDigit(text[index]),
      let last = NumberScanner(text, before: limit).number(at: index)
    else { return nil }
    let found = UnitWord.match(text, at: skippingSpace(last.end), before: limit)
    var close = found?.end ?? last.end
    if let unit = found?.unit, unit.reads("周"), close < limit, text[close] == "岁" { close += 1 }
    // 94人次到9家卫生院: two counts, and no range of one.
    if !unit.isEmpty, let other = found?.unit, other != unit, text[end] == "到" { return nil }
    guard let unit = found?.unit, unit != "岁", unit != "周", unit != "月", unit != "年" else {
      return Lexeme(kind: .guarded(.calendar), range: start..<close)
    }
    return Lexeme(kind: .span(unit: unit), range: start..<close)
  }

  /// 第三批, 第2位.
  private func ordinal(at start: Int) -> Int? {
    guard text[start] == "第" || isFurtherOrdinal(start) else { return nil }
    var index = text[start] == "第" ? skippingSpace(start + 1) : start
    let first = index
    while index < limit, index - first < 8,
      NumberScanner.isDigit(text[index]) || ChineseNumeral.isNumeral(text[index]) || Mask.isBlot(text[index])
    { index += 1 }
    guard index > first else { return nil }
    return UnitWord.match(text, at: index, before: limit)?.end ?? index
  }

  /// 第一、二剂次: the second of two ordinals.
  private func isFurtherOrdinal(_ start: Int) -> Bool {
    start > 2 && "、和".unicodeScalars.contains(text[start - 1]) && ChineseNumeral.isNumeral(text[start])
      && ChineseNumeral.isNumeral(text[start - 2]) && text[start - 3] == "第"
  }

  /// A run of blots with its multiplier and unit.
  private func mask(at start: Int) -> Lexeme? {
    if text[start] == "(" { return emptyBrackets(at: start) }
    guard let end = Mask.end(text, at: start, before: limit) else { return nil }
    guard start == 0 || !Self.isLetter(text[start - 1]) || Mask.isBlot(text[start - 1]) else {
      return Lexeme(kind: .text, range: start..<end)
    }
    var index = skippingSpace(end)
    if index < limit, NumberScanner.isMore(text[index]) { index += 1 }
    while index < limit, let power = ChineseNumeral.power(text[index]), power > 1 { index += 1 }
    if index < limit, NumberScanner.isMore(text[index]) { index += 1 }
    index = skippingSpace(index)
    guard let (close, unit) = UnitWord.match(text, at: index, before: limit) else {
      // 核酸采样人次2xxx万: the unit stands in the name.
      let isScaled = index > start && index > end && "万亿".unicodeScalars.contains(text[index - 1])
      return Lexeme(kind: isScaled ? .masked(unit: "") : .text, range: start..<(isScaled ? index : end))
    }
    if UnitSet.calendar.contains(unit) {
      return Lexeme(kind: .guarded(.calendar), range: start..<close)
    }
    return Lexeme(kind: .masked(unit: unit), range: start..<close)
  }

  /// （）期: brackets with the digits taken out.
  private func emptyBrackets(at start: Int) -> Lexeme? {
    var index = start + 1
    while index < limit, text[index] == " ", index - start < 6 { index += 1 }
    guard index < limit, text[index] == ")" else { return nil }
    guard let (end, unit) = UnitWord.match(text, at: index + 1, before: limit) else { return nil }
    return Lexeme(kind: .masked(unit: unit), range: start..<end)
  }

  /// 同比增长%, 药占比%: a sign of percent right after a metric or a verb, the digits taken out.
  private func deletedShare(at start: Int, after last: Lexeme?) -> Lexeme? {
    guard text[start] == "%" || text[start] == "‰", let last, last.range.upperBound == start else { return nil }
    switch last.kind {
    case .metric, .change, .becomes, .glue:
      return Lexeme(kind: .masked(unit: text[start] == "%" ? "%" : "‰"), range: start..<(start + 1))
    default: return nil
    }
  }

  /// 核酸筛查万人次: a multiplier and a unit right after a metric, the digits taken out.
  private func deleted(at start: Int, after last: Lexeme?) -> Lexeme? {
    guard text[start] == "万" || text[start] == "亿", case .metric? = last?.kind, last?.range.upperBound == start else {
      return nil
    }
    guard let (end, unit) = UnitWord.match(text, at: start + 1, before: limit) else { return nil }
    guard unit == "元" || unit.hasSuffix("次") || unit == "人" || unit == "例" || unit == "份" else { return nil }
    return Lexeme(kind: .masked(unit: unit), range: start..<end)
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// Digits glued to letters, signs and hyphens are names: 5·12, 1+3+N, A4, 0851-2345678, 3D.
  private func isLookAlike(_ number: ScannedNumber) -> Bool {
    if number.isChinese { return false }
    if number.start > 0 {
      let before = text[number.start - 1]
      if Self.isLetter(before) || Self.isJoint(before), !precededByWords(number.start - 1) { return true }
    }
    guard number.end < limit else { return false }
    let after = text[number.end]
    switch after {
    case "+", "·", "#", "@", "℃", "型": return true
    // Most numbers have a Chinese unit.
    case "\u{4E00}"..."\u{9FFF}": return false
    default: break
    }
    if after == ".", number.end + 1 < limit, NumberScanner.isDigit(text[number.end + 1]) { return true }
    if after == ":", number.end + 1 < limit, NumberScanner.isDigit(text[number.end + 1]) { return true }
    if Self.isLetter(after), UnitWord.match(text, at: number.end, before: limit) == nil { return true }
    let digits = number.end - number.start
    let isPlain = !number.hasMultiplier && text[number.start..<number.end].allSatisfy(NumberScanner.isDigit)
    if after == "-", number.end + 1 < limit, NumberScanner.isDigit(text[number.end + 1]), digits >= 3, isPlain {
      return UnitWord.match(text, at: lookAlikeEnd(number), before: limit) == nil
    }
    return false
  }

  /// CMI1.14, MRI6,155人次: the value right behind an abbreviation of three capitals or more, or behind a metric's name.
  private func isBehindName(_ number: ScannedNumber, _ last: Lexeme?) -> Bool {
    guard number.start > 2, text[(number.start - 3)..<number.start].allSatisfy({ ("A"..."Z").contains($0) }) else {
      return false
    }
    if case .metric? = last?.kind, last?.range.upperBound == number.start { return true }
    // 呼吸内科68.3、ICU102.5.
    if text[(number.start - 3)..<number.start].elementsEqual("ICU".unicodeScalars) { return true }
    let unit = number.unit.isEmpty ? UnitWord.match(text, at: number.end, before: limit)?.unit : number.unit
    return unit.map { $0.hasPrefix("人") || $0.hasPrefix("例") || $0.hasPrefix("台") || $0 == "%" } ?? false
  }

  /// Marks before a number that make it part of a name.
  private static func isJoint(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case "+", "·", ".", "#", "№", ":", "-", "/": true
    default: false
    }
  }

  private static let numbers = WordSet(words: [
    "热线", "急救", "电话", "网络", "平台", "指挥", "救护", "中心", "工单", "专线", "调度",
  ])
  private static let numberNames = WordSet(words: [
    "电话", "热线", "邮编", "邮政编码", "传真", "群号", "号码", "手机", "手机号", "账号", "微信", "咨询", "投诉电话", "举报", "QQ",
  ])

  /// 12345热线, 120急救, 电话: 0851-2345678, 邮编550001.
  private func isTelephone(_ number: ScannedNumber) -> Bool {
    guard !number.isChinese, number.end - number.start >= 3,
      text[number.start..<number.end].allSatisfy(NumberScanner.isDigit)
    else { return false }
    if Self.numbers.end(text, at: number.end, before: limit) != nil, text[number.start] == "1",
      number.end - number.start <= 5
    {
      return true
    }
    var before = number.start
    while before > 0, text[before - 1] == ":" || text[before - 1] == " " { before -= 1 }
    return Self.numberNames.match(text, endingAt: before, after: 0, reach: 4) != nil
      && UnitWord.match(text, at: lookAlikeEnd(number), before: limit) == nil
  }

  /// A dash or colon after words, as in 药占比：28%, is no part of a name.
  private func precededByWords(_ index: Int) -> Bool {
    guard ":-".unicodeScalars.contains(text[index]), index > 0 else { return false }
    return !text[index - 1].isASCII || text[index - 1] == ")" || text[index - 1] == "%"
  }

  private func lookAlikeEnd(_ number: ScannedNumber) -> Int {
    var end = number.end
    while end < limit, end - number.start < 40,
      NumberScanner.isDigit(text[end]) || Self.isLetter(text[end]) || "+·.:-/".unicodeScalars.contains(text[end])
    {
      end += 1
    }
    return end
  }

  /// Digits too many to hold, and numerals that are no number, are stepped over whole.
  private func unreadable(at start: Int) -> Lexeme? {
    var end = start
    while end < limit, NumberScanner.isDigit(text[end]) || (end > start && text[end] == ".") { end += 1 }
    if end > start { return Lexeme(kind: .guarded(.tooLong), range: start..<end) }
    while end < limit, end - start < 12, ChineseNumeral.isNumeral(text[end]) { end += 1 }
    return end > start + 1 ? Lexeme(kind: .text, range: start..<end) : nil
  }
}
