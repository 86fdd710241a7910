// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Periods that begin with a year: its forms, and what the words for one of them say.
extension PeriodScanner {
  /// The year that words name, and where they end.
  private struct YearWords {
    var year: Int?
    var end: Int
    var isMasked = false
    var isStated = false
    var last: Int?
  }

  /// Forms that begin with a year: 2022年, 今年, 20XX年, 二〇二三年.
  func dated(at start: Int) -> FoundPeriod? {
    guard let words = year(at: start) else { return nil }
    if let last = words.last, let first = words.year { return years(first, last, start..<words.end) }
    let at = skippingSpace(words.end)
    // 由去年初的52.6%提高到…: a value of its first day.
    if let year = words.year, !words.isMasked, at + 1 < limit, text[at] == "初", text[at + 1] == "的" {
      return single(Day(year, 1, 1).map(Period.instant), start..<(at + 1), hasYear: words.isStated)
    }
    let part = inside(words.year, at: at, isStated: true)
    var found = part ?? single(words.year.map(Period.year), start..<words.end, hasYear: true)
    found.range = start..<found.range.upperBound
    found.hasYear = words.isStated || part?.hasYear ?? false
    if words.isMasked {
      found.isMasked = true
      found.period = nil
      found.listed = []
    }
    return extended(found)
  }

  /// The year at a place.
  private func year(at start: Int) -> YearWords? {
    if let year = fourDigits(at: start) {
      let end = skippingSpace(start + 4)
      if isBeforeYear(year, at: end) { return YearWords(year: year, end: end, isStated: true) }
      // 2019统计年度.
      if let end = first(of: ["统计年度", "年度", "年"], at: end), end >= limit || text[end] != "龄" {
        if let dash = dash(at: end), let last = fourDigits(at: dash), last > year, last - year < 30,
          let close = first(of: ["年度", "年"], at: skippingSpace(dash + 4)),
          inside(last, at: close, isStated: true) == nil
        {
          return YearWords(year: year, end: close, isStated: true, last: last)
        }
        return YearWords(year: year, end: end, isStated: true)
      }
      if let dash = dash(at: start + 4), let last = fourDigits(at: dash), last > year, last - year < 30,
        let end = first(of: ["年度", "年"], at: skippingSpace(dash + 4))
      {
        return YearWords(year: year, end: end, isStated: true, last: last)
      }
      return nil
    }
    return maskedYear(at: start) ?? chineseYear(at: start) ?? relativeYear(at: start)
  }

  /// 2013 in 2013、2014年: a year that shares the word for it with the next.
  private func isBeforeYear(_ year: Int, at start: Int) -> Bool {
    var end = start
    while end < limit, text[end] == "、", let next = fourDigits(at: end + 1), next > year, next - year < 10 {
      end += 5
      if first(of: ["年度", "年"], at: end) != nil { return true }
    }
    return false
  }

  private func maskedYear(at start: Int) -> YearWords? {
    var index = start
    var blots = 0
    while index < limit, index - start < 4, Mask.isBlot(text[index]) || NumberScanner.isDigit(text[index]) {
      blots += Mask.isBlot(text[index]) ? 1 : 0
      index += 1
    }
    guard blots > 0, let end = first(of: ["年度", "年"], at: index), end >= limit || text[end] != "龄" else { return nil }
    return YearWords(year: nil, end: end, isMasked: true, isStated: true)
  }

  private func chineseYear(at start: Int) -> YearWords? {
    guard start + 4 < limit, let end = first(of: ["年度", "年"], at: start + 4) else { return nil }
    let digits = text[start..<(start + 4)].compactMap(ChineseNumeral.digit)
    guard digits.count == 4 else { return nil }
    let year = digits.reduce(0) { $0 * 10 + Int($1) }
    return (1900...2100).contains(year) ? YearWords(year: year, end: end, isStated: true) : nil
  }

  private static let relatives = WordSet<Int>([
    ("今年", 0), ("本年度", 0), ("本年", 0), ("当年", 0), ("去年", -1), ("上年度", -1), ("上年", -1), ("上一年度", -1), ("上一年", -1),
    ("去年度", -1), ("前一年度", -1), ("前一年", -1),
    ("前年", -2), ("同年", 0), ("明年", 1), ("下一年度", 1), ("下一年", 1), ("来年", 1), ("今年度", 0), ("新的一年", 1), ("新一年", 1),
  ])
  private static let goingBack = WordSet(words: ["上年", "上一年", "前一年", "同年", "当年"])
  private static let happenings = WordSet(words: [
    "托管", "改革", "搬迁", "合并", "改造", "建成", "启用", "投用", "组建", "成立", "整合", "帮扶", "启动",
  ])

  /// 今年 and 去年 count from the report's year, 上年 from the year named last.
  private func relativeYear(at start: Int) -> YearWords? {
    guard let (end, shift) = Self.relatives.match(text, at: start, before: limit) else { return nil }
    // 托管前年门诊 is no year.
    if shift == -2, start > 0, Self.happenings.match(text, endingAt: start, after: max(0, start - 2)) != nil {
      return nil
    }
    let isAfterNamed = Self.goingBack.end(text, at: start, before: limit) != nil
    // 2023年…（去年同期2.8万人次）, where no more is known of the report.
    let year =
      isAfterNamed || shift <= 0 && context.thisYear == nil
      ? context.named ?? context.thisYear : shift == 0 ? context.current ?? context.thisYear : context.thisYear
    if shift == 1, let next = context.nextYear { return YearWords(year: next, end: end) }
    // 前年 in a speech of 2021 on the year before is 2019.
    if shift == -2, let now = context.current { return YearWords(year: now - 2, end: end) }
    return YearWords(year: year.map { $0 + shift }, end: end)
  }

  private func years(_ first: Int, _ last: Int, _ range: Range<Int>) -> FoundPeriod? {
    var members = (first...last).map(Period.year)
    var end = range.upperBound
    // 2012—2014年上半年 names 2012, 2013 and the first half of 2014.
    if let part = inside(last, at: skippingSpace(end), isStated: true), let period = part.period {
      members[members.count - 1] = period
      end = part.range.upperBound
      return FoundPeriod(range: range.lowerBound..<end, period: nil, listed: members, hasYear: true)
    }
    guard let from = Month(first, 1), let to = Month(last, 12) else { return nil }
    if let close = self.first(of: ["期间"], at: end) { end = close }
    return FoundPeriod(range: range.lowerBound..<end, period: .months(from, to), listed: members, hasYear: true)
  }
}
