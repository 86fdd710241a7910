// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension PeriodScanner {
  /// 一季度, 前三季度, 第1-2季度.
  func quarter(at start: Int, _ resolved: (Int, Int) -> Int?) -> FoundPeriod? {
    if let word = has("前", at: start), let count = small(at: word, length: 1), (1...3).contains(count.value),
      let end = first(of: ["个季度", "季度"], at: count.end)
    {
      let last = count.value * 3
      let period = resolved(1, last).flatMap { year in
        Month(year, 1).flatMap { from in Month(year, last).map { Period.months(from, $0) } }
      }
      return single(period, start..<end)
    }
    let number = has("第", at: start) ?? start
    guard let count = small(at: number, length: 1), (1...4).contains(count.value) else { return nil }
    if let dash = dash(at: count.end), let last = small(at: dash, length: 1), count.value < last.value, last.value <= 4,
      let end = has("季度", at: last.end)
    {
      let period = resolved(count.value * 3 - 2, last.value * 3).flatMap { year in
        Month(year, count.value * 3 - 2).flatMap { from in Month(year, last.value * 3).map { Period.months(from, $0) } }
      }
      return single(period, start..<end)
    }
    if let listed = quarterList(count, at: start, resolved) { return listed }
    guard let end = has("季度", at: count.end) else { return nil }
    let close = first(of: ["末", "底"], at: end) ?? end
    return single(resolved(count.value * 3 - 2, count.value * 3).map { .quarter($0, count.value) }, start..<close)
  }

  /// 二、三、四季度: quarters that share the word for them.
  private func quarterList(
    _ first: (value: Int, end: Int), at start: Int, _ resolved: (Int, Int) -> Int?
  ) -> FoundPeriod? {
    var (last, end) = first
    while end < limit, text[end] == "、", let next = small(at: end + 1, length: 1), next.value == last + 1, last < 4 {
      (last, end) = (next.value, next.end)
    }
    guard last > first.value, let close = has("季度", at: end), let year = resolved(first.value * 3 - 2, last * 3)
    else { return nil }
    let quarters = (first.value...last).map { Period.quarter(year, $0) }
    let whole = Month(year, first.value * 3 - 2).flatMap { from in
      Month(year, last * 3).map { Period(from: from, to: $0) }
    }
    var found = single(whole, start..<close)
    found.listed = quarters
    return found
  }

  /// 本月, 上月, 下月, 本季度, 上季度, 下季度, 半年来: counted from the period of the report.
  func own(at start: Int) -> FoundPeriod? {
    if let month = context.month, let end = first(of: ["当月", "单月"], at: start) {
      return single(.month(month), start..<end)
    }
    guard let own = context.own else {
      // 上月 and 本月, where no more is known than the day of writing.
      if let date = context.date, let end = first(of: ["本月份", "本月"], at: start) {
        return single(.month(date.month), start..<end)
      }
      guard let end = first(of: ["上月份", "上个月", "上月"], at: start) else { return nil }
      return single(context.date.map { Period.month($0.month).preceding }, start..<end)
    }
    let names: (this: [StaticString], last: [StaticString], next: [StaticString])
    switch own.canonical {
    case .month: names = (["本月份", "本月", "当月"], ["上个月", "上月份", "上一月", "上月"], ["下个月", "下月份", "下一月", "下月"])
    case .quarter: names = (["本季度", "本季", "当季"], ["上个季度", "上一季度", "上季度"], ["下个季度", "下一季度", "下季度"])
    case .half: names = (["半年来", "本半年"], [], [])
    case .days: names = (["本旬", "本周", "当周"], ["上旬", "上一旬", "上周", "上一周"], ["下旬", "下周", "下一周"])
    // 本学年（2021年9月至2022年8月）.
    case .months where own.months.count == 12:
      names = (["本学年", "本财年"], ["上一学年", "上学年", "上一财年", "上财年"], ["下一学年", "下学年", "下一财年", "下财年"])
    default: return nil
    }
    if let end = first(of: names.this, at: start) { return single(own, start..<end) }
    if let end = first(of: names.next, at: start) { return single(own.following, start..<end) }
    return first(of: names.last, at: start).map { single(own.preceding, start..<$0) }
  }

  /// 6月, 1-6月份, 6月底, 6月4日.
  func months(at start: Int, _ resolved: (Int, Int) -> Int?) -> FoundPeriod? {
    if let count = firstMonths(at: start) {
      let period = resolved(1, count.value).flatMap { year in
        Month(year, 1).flatMap { from in Month(year, count.value).map { Period.months(from, $0) } }
      }
      return single(period, start..<count.end)
    }
    guard let first = small(at: start), (1...12).contains(first.value) else { return nil }
    if let listed = monthList(first, at: start, resolved) { return listed }
    let open = monthWord(at: skippingSpace(first.end))
    if let dash = dash(at: open ?? first.end), let last = small(at: dash),
      let end = monthWord(at: skippingSpace(last.end)),
      first.value < last.value, last.value <= 12
    {
      let period = resolved(first.value, last.value).flatMap { year in
        Month(year, first.value).flatMap { from in Month(year, last.value).map { Period.months(from, $0) } }
      }
      return single(period, start..<end)
    }
    guard let open else { return nil }
    let year = resolved(first.value, first.value)
    // 3月上旬.
    if let end = self.first(of: ["上旬", "中旬", "下旬"], at: open) {
      let third = year.flatMap { Month($0, first.value) }.flatMap { month -> Period? in
        let start = text[open] == "上" ? 1 : text[open] == "中" ? 11 : 21
        let last = start == 21 ? month.days : start + 9
        return Day(month.year, month.number, start).flatMap { from in
          Day(month.year, month.number, last).map { .days(from, $0) }
        }
      }
      return single(third, start..<end)
    }
    if let end = self.first(of: ["底", "末"], at: open) {
      return single(year.flatMap { Month($0, first.value) }.map { .instant(Day(lastOf: $0)) }, start..<end)
    }
    if let day = small(at: skippingSpace(open)), (1...31).contains(day.value),
      let end = self.first(of: ["日", "号"], at: day.end)
    {
      return single(year.flatMap { Day($0, first.value, day.value) }.map(Period.instant), start..<end)
    }
    return single(year.flatMap { Month($0, first.value) }.map(Period.month), start..<open)
  }

  /// 7、8、9月: months that share the word for them.
  private func monthList(
    _ first: (value: Int, end: Int), at start: Int, _ resolved: (Int, Int) -> Int?
  ) -> FoundPeriod? {
    var values = [first.value]
    var end = first.end
    while end < limit, text[end] == "、", let next = small(at: end + 1), next.value <= 12, next.value > values.last ?? 12
    {
      values.append(next.value)
      end = next.end
    }
    guard values.count > 1, let close = monthWord(at: end), let last = values.last,
      let year = resolved(first.value, last)
    else { return nil }
    let months = values.compactMap { Month(year, $0) }
    guard months.count == values.count else { return nil }
    var found = single(nil, start..<close)
    if last - first.value == values.count - 1 { found.period = Period(from: months[0], to: months[values.count - 1]) }
    found.listed = months.map(Period.month)
    return found
  }

  /// 前11个月 behind a year or at the start of a clause; but not 提前两个月, 疫情前3个月.
  private func firstMonths(at start: Int) -> (value: Int, end: Int)? {
    guard let word = has("前", at: start) ?? has("头", at: start), let count = small(at: skippingSpace(word)),
      (2...11).contains(count.value),
      let end = first(of: ["个月份", "个月"], at: skippingSpace(count.end))
    else { return nil }
    guard start == 0 || "年，,。；;:()（） ".unicodeScalars.contains(text[start - 1]) else { return nil }
    return (count.value, end)
  }

  private func monthWord(at index: Int) -> Int? {
    guard let end = has("月", at: index) else { return nil }
    if end < limit, text[end] == "龄" || text[end] == "子" { return nil }
    // 月经不调, but 1—9月经济运行分析.
    if end + 1 < limit, text[end] == "经", "不失周初量期紊来史异".unicodeScalars.contains(text[end + 1]) { return nil }
    return monthEnd(end)
  }

  func monthEnd(_ index: Int) -> Int { has("份", at: index) ?? index }

  /// Whether the first two letters are those of some form.
  func mayStart(_ start: Int) -> Bool {
    let next: Unicode.Scalar = start + 1 < limit ? text[start + 1] : " "
    let isCount = next == " " || NumberScanner.isDigit(next) || ChineseNumeral.digit(next) != nil
    switch text[start] {
    case "今", "去", "明", "来", "次", "全": return next == "年"
    case "本", "当": return "年月季半周旬学财".unicodeScalars.contains(next)
    case "半", "同", "两": return next == "年"
    case "上": return "年一半月个季周旬学财".unicodeScalars.contains(next)
    case "下": return "半一季月个周旬学财".unicodeScalars.contains(next)
    case "前": return next == "年" || next == "一" || isCount
    case "头": return isCount
    case "新": return next == "的" || next == "一"
    case "年": return next == "末" || next == "底" || next == "初"
    case "近", "第": return isCount
    case "截": return next == "至" || next == "止"
    case "“", "\"": return next == "十"
    case "0"..."9", "X", "*", "x", "×": return isDated(start)
    case "二", "〇", "一", "三", "四", "五", "六", "七", "八", "九", "十": return isCounted(start)
    default: return false
    }
  }

  /// Whether 年, 月, 季 or a dash stands behind the digits and blots at a place; most numbers are no periods.
  private func isDated(_ start: Int) -> Bool {
    var at = start
    while at < limit, at - start < 8, NumberScanner.isDigit(text[at]) || Mask.isBlot(text[at]) { at += 1 }
    at = skippingSpace(at)
    guard at < limit else { return false }
    switch text[at] {
    case "年", "月", "季", "-", "至", "到", "～": return true
    case "、": return isOfList(at)
    // 2019统计年度.
    case "统": return at - start == 4 && first(of: ["统计年度"], at: at) != nil
    default: return false
    }
  }

  /// Whether digits and 、 up to a 月 or 年 stand at a place.
  private func isOfList(_ start: Int) -> Bool {
    var at = start
    while at < limit, at - start < 16,
      NumberScanner.isDigit(text[at]) || text[at] == "、" || ChineseNumeral.isNumeral(text[at])
    { at += 1 }
    return at < limit && (text[at] == "月" || text[at] == "年" || text[at] == "季")
  }

  /// Whether a part of a period, or the end of a plan (十四五), stands behind the numerals at a place.
  private func isCounted(_ start: Int) -> Bool {
    var at = start
    while at < limit, at - start < 8, ChineseNumeral.isNumeral(text[at]) { at += 1 }
    at = skippingSpace(at)
    guard at < limit else { return false }
    switch text[at] {
    case "年", "月", "季", "-", "至", "到", "～", "末", "期", "时", "以", "”", "\"": return true
    case "、": return isOfList(at)
    default: return false
    }
  }
}
