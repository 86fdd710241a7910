// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Finds the words that name a period: 2022年, 今年上半年, 1—6月份, 第二季度, 截至6月底, 2019—2021年, 20XX年.
struct PeriodScanner {
  let text: [Unicode.Scalar]
  let limit: Int
  let context: PeriodContext

  /// Scans folded text up to a limit.
  init(_ text: [Unicode.Scalar], before limit: Int, context: PeriodContext) {
    self.text = text
    self.limit = limit
    self.context = context
  }

  /// The letters that the words of a period begin with, see ``mayStart(_:)``.
  static let starters = Set("0123456789二〇今本当去上前头明来次近年全下第一三四五六七八九十截新半“\"X*x×".unicodeScalars)

  /// The period whose words start at a place.
  func period(at start: Int) -> FoundPeriod? {
    guard start < limit, mayStart(start) else { return nil }
    if start > 0, NumberScanner.isDigit(text[start]), NumberScanner.isDigit(text[start - 1]) || isPoint(start - 1) {
      return nil
    }
    return cumulative(at: start) ?? week(at: start) ?? isoDay(at: start) ?? lostYear(at: start) ?? plan(at: start)
      ?? lastYears(at: start)
      ?? sinceNewYear(at: start) ?? dated(at: start) ?? bare(at: start)
  }

  /// Whether a point is a decimal one, and does not end the mark that a line begins with: 2.10月份.
  private func isPoint(_ at: Int) -> Bool {
    guard text[at] == "." else { return false }
    return !text[..<at].suffix(3).allSatisfy { NumberScanner.isDigit($0) || $0 == " " } || at > 3
  }

  /// 2023-06-30.
  private func isoDay(at start: Int) -> FoundPeriod? {
    guard let year = fourDigits(at: start), let dash = has("-", at: start + 4), let month = small(at: dash),
      let second = has("-", at: month.end), NumberScanner.isDigit(second < limit ? text[second] : " "),
      let day = small(at: second), let date = Day(year, month.value, day.value)
    else { return nil }
    return FoundPeriod(range: start..<day.end, period: .instant(date), hasYear: true)
  }

  func fourDigits(at start: Int) -> Int? {
    guard start + 4 <= limit else { return nil }
    var year = 0
    for scalar in text[start..<(start + 4)] {
      guard NumberScanner.isDigit(scalar) else { return nil }
      year = year * 10 + Int(scalar.value - 48)
    }
    return (1900...2100).contains(year) ? year : nil
  }

  /// 20231-3月, where 年 was lost.
  private func lostYear(at start: Int) -> FoundPeriod? {
    guard let year = fourDigits(at: start), start + 4 < limit, NumberScanner.isDigit(text[start + 4]),
      let first = small(at: start + 4), let dash = dash(at: first.end), let last = small(at: dash),
      let end = has("月", at: last.end),
      let from = Month(year, first.value), let to = Month(year, last.value), from < to
    else { return nil }
    return single(.months(from, to), start..<monthEnd(end), hasYear: true)
  }

  /// 截至目前, 截至2023年6月底, 截止6月4日24时, 截至月日.
  private func cumulative(at start: Int) -> FoundPeriod? {
    guard text[start] == "截", let word = first(of: ["截至到", "截止到", "截至", "截止"], at: start) else { return nil }
    let at = skippingSpace(word)
    if let end = first(of: ["目前", "今日", "现在", "当前", "发稿时", "发稿", "今天"], at: at) {
      return FoundPeriod(
        range: start..<end, period: context.date.map(Period.upTo), hasYear: false)
    }
    if let end = first(of: ["月末", "月底", "季末", "季度末", "期末"], at: at), let own = context.own {
      return FoundPeriod(range: start..<end, period: .upTo(own.lastDay), hasYear: false)
    }
    if let inner = dated(at: at) ?? bare(at: at) {
      let day = inner.period?.lastDay
      return FoundPeriod(
        range: start..<clock(inner.range.upperBound), period: day.map(Period.upTo),
        hasYear: inner.hasYear, isMasked: inner.isMasked)
    }
    var end = at
    while end < limit, end - at < 8, "年月日*X x×".unicodeScalars.contains(text[end]) { end += 1 }
    guard end > at else { return nil }
    return FoundPeriod(range: start..<end, period: nil, hasYear: false, isMasked: true)
  }

  /// 本周（3月21日—27日）.
  private func week(at start: Int) -> FoundPeriod? {
    guard let word = first(of: ["本周", "当周"], at: start) else { return nil }
    if word < limit, text[word] == "(", let days = dated(at: word + 1) ?? bare(at: word + 1), case .days? = days.period,
      let end = has(")", at: days.range.upperBound)
    {
      return FoundPeriod(range: start..<end, period: days.period, hasYear: days.hasYear)
    }
    return nil
  }

  /// 24时 after a day.
  private func clock(_ index: Int) -> Int {
    guard let hour = small(at: index), let end = first(of: ["时", "点"], at: hour.end) else { return index }
    return end
  }

  /// “十四五”期间, “十三五”末, “十四五”以来.
  private func plan(at start: Int) -> FoundPeriod? {
    let open = text[start] == "“" || text[start] == "\"" ? start + 1 : start
    guard let ten = has("十", at: open), ten < limit, let number = ChineseNumeral.digit(text[ten]),
      (1...9).contains(number),
      let five = has("五", at: ten + 1)
    else { return nil }
    let close = first(of: ["”", "\""], at: five) ?? five
    guard open > start || close == five else { return nil }
    let year = 2001 + (Int(number) - 0) * 5
    guard let from = Day(year, 1, 1), let to = Day(year + 4, 12, 31) else { return nil }
    if WordSet.aimsOfPlans.end(text, at: close, before: limit) != nil {
      return single(.instant(to), start..<close, hasYear: true)
    }
    if let end = first(of: ["末期", "期末", "末"], at: close) { return single(.instant(to), start..<end, hasYear: true) }
    if let end = has("以来", at: close) {
      // In a report on 2018, “十三五”以来 are three years.
      let told = context.own.flatMap { own in own.lastDay > from ? Period(from: from.month, to: own.lastDay.month) : nil
      }
      return single(told ?? context.date.map { .days(from, $0) }, start..<end, hasYear: true)
    }
    if let end = first(of: ["期间", "时期"], at: close) {
      return single(Period(from: from.month, to: to.month), start..<end, hasYear: true)
    }
    return nil
  }

  /// 近三年, 最近一年; 五年累计, 三年来.
  private func lastYears(at start: Int) -> FoundPeriod? {
    if let ago = yearsAgo(at: start) { return ago }
    let word = has("近", at: start)
    guard let count = small(at: word ?? start), (word == nil ? 2...10 : 1...20).contains(count.value) else {
      return nil
    }
    let number = first(of: ["个"], at: count.end) ?? count.end
    guard let end = has("年", at: number), first(of: ["龄", "度"], at: end) == nil else { return nil }
    // 五年来首次降到50%以下: how long it had not been so.
    if first(of: ["来首次", "来第一次", "来首度", "来最", "来新", "来的新", "来的最"], at: end) != nil { return nil }
    if word == nil, let own = context.own, own.months.count == count.value * 12, count.value > 1,
      let close = first(of: ["累计", "来累计", "来", "间", "共", "内"], at: end)
    {
      // 五年累计, in a report on five years: all of them.
      let isVerb = "累共".unicodeScalars.contains(text[end])
      return single(own, start..<(isVerb ? end : close), hasYear: true)
    }
    if word == nil {
      guard start == 0 || !"第每连续前后头首满近过历十".unicodeScalars.contains(text[start - 1]),
        first(of: ["累计", "来累计", "来共", "来，", "来,"], at: end) != nil
      else { return nil }
    }
    if case .year(let year)? = context.own, count.value > 1, let first = Month(year - count.value + 1, 1),
      let last = Month(year, 12)
    {
      // In a report on a year these are the years that end with it.
      var found = single(Period(from: first, to: last), start..<(has("来", at: end) ?? end))
      found.listed = (first.year...year).map(Period.year)
      return found
    }
    guard word != nil else { return nil }
    let period = context.date.flatMap { date in
      Day(date.year - count.value, date.month.number, min(date.number, 28)).map { first in
        Period.days(Day(date.year - count.value, date.month.number, date.number) ?? first, date)
      }
    }
    return single(period, start..<(first(of: ["来"], at: end) ?? end), hasYear: false)
  }

  /// 由三年前的…: a year so many before the report's.
  private func yearsAgo(at start: Int) -> FoundPeriod? {
    guard let year = context.current ?? context.own?.lastDay.year,
      start == 0 || "由从比较与于在，。 ".unicodeScalars.contains(text[start - 1]),
      let count = has("两", at: start).map({ (value: 2, end: $0) }) ?? small(at: start), (2...10).contains(count.value),
      let end = first(of: ["年前", "年以前"], at: count.end)
    else { return nil }
    return single(.year(year - count.value), start..<end, hasYear: true)
  }

  /// Forms without a year: 上半年, 1-6月, 第二季度, 全年, 年末.
  func bare(at start: Int) -> FoundPeriod? {
    if start > 0, "第个每半".unicodeScalars.contains(text[start - 1]) || Mask.isBlot(text[start - 1]) { return nil }
    return inside(nil, at: start, isStated: false).flatMap { extended($0) }
  }

  /// The part of a year at a place; with no year given, the context's.
  func inside(_ year: Int?, at start: Int, isStated: Bool) -> FoundPeriod? {
    guard start < limit, Self.mayBePart(text[start]) else { return nil }
    if !isStated, let found = own(at: start) { return found }
    func resolved(_ first: Int, _ last: Int) -> Int? { isStated ? year : context.year(from: first, to: last) }
    // 2024年年中工作汇报, 2023年半年总结.
    if let end = first(of: isStated ? ["上半年", "年中", "半年度", "半年"] : ["上半年"], at: start),
      first(of: ["来", "后", "内"], at: end) == nil
    {
      return single(resolved(1, 6).map { .half($0, 1) }, start..<end)
    }
    // Written after May, it is the half that runs or comes.
    if let end = has("下半年", at: start) {
      let isRunning = (context.date?.month.number ?? 0) > 5
      return single(resolved(isRunning ? 1 : 7, isRunning ? 1 : 12).map { .half($0, 2) }, start..<end)
    }
    if let end = first(of: ["全年度", "全年"], at: start) {
      return single((isStated ? year : context.spokenYear).map(Period.year), start..<end)
    }
    if let end = first(of: isStated ? ["年末", "年底", "末", "底"] : ["年末", "年底"], at: start) {
      return single((isStated ? year : context.spokenYear).flatMap { Day($0, 12, 31) }.map(Period.instant), start..<end)
    }
    return quarter(at: start, resolved) ?? months(at: start, resolved)
  }

  /// The letters that the words for parts of a year begin with.
  private static func mayBePart(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "上", "下", "半", "年", "全", "末", "底", "前", "头", "第", "本", "当": true
    default: NumberScanner.isDigit(letter) || ChineseNumeral.isNumeral(letter)
    }
  }

  func single(_ period: Period?, _ range: Range<Int>, hasYear: Bool = false) -> FoundPeriod {
    FoundPeriod(range: range, period: period, hasYear: hasYear)
  }
}

extension WordSet where Meaning == Bool {
  /// “十四五”的目标: what is to be reached by the end of a plan.
  static let aimsOfPlans = WordSet(
    words: ["", "的", "规划", "规划的", "时期", "时期的", "期间的"].flatMap { joint in
      ["目标", "主要目标", "发展目标", "总体目标", "预期目标", "奋斗目标"].map { joint + $0 }
    })
}
