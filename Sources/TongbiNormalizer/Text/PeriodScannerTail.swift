// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension PeriodScanner {
  /// Takes in what may follow: 以来, 至今, 期间, 同期, 至2023年6月.
  func extended(_ found: FoundPeriod) -> FoundPeriod {
    var found = found
    let end = found.range.upperBound
    guard end < limit, Self.mayFollow(text[end]) else { return found }
    if let close = first(of: ["以来", "至今", "起至今", "开始至今"], at: end) {
      found.range = found.range.lowerBound..<close
      found.period = found.period?.firstDay.flatMap(since)
    } else if let close = first(of: ["同期", "同月"], at: end) {
      found.range = found.range.lowerBound..<close
      found.isSamePeriod = true
    } else if let dash = dash(at: end), let last = dated(at: dash), let from = found.period, let to = last.period {
      found.range = found.range.lowerBound..<last.range.upperBound
      found.period = joined(from, to)
      if case .year(let first) = from, case .year(let last) = to, first < last, last - first < 30 {
        found.listed = (first...last).map(Period.year)
      }
      found.hasYear = true
    } else if case .instant(let from)? = found.period, let dash = dash(at: end),
      let last = PeriodScanner(text, before: limit, context: PeriodContext(year: from.year)).bare(at: dash),
      case .instant(let to)? = last.period
    {
      found.range = found.range.lowerBound..<last.range.upperBound
      found.period = joined(.instant(from), .instant(to))
    } else if case .instant(let from)? = found.period, let dash = dash(at: end), let day = small(at: dash),
      let close = first(of: ["日", "号"], at: day.end), let to = Day(from.year, from.month.number, day.value), from < to
    {
      // 11月4日至15日.
      found.range = found.range.lowerBound..<close
      found.period = .days(from, to)
    } else if let close = first(of: ["期间"], at: end) {
      found.range = found.range.lowerBound..<close
    } else if isInstant(found.period) || "末底".unicodeScalars.contains(text[end - 1]),
      let close = first(of: ["之前", "以前", "前"], at: end),
      close >= limit || text[close] != "后"
    {
      // 年底前, 6月30日之前.
      found.range = found.range.lowerBound..<close
    }
    return found
  }

  private func isInstant(_ period: Period?) -> Bool {
    guard case .instant? = period else { return false }
    return true
  }

  /// 年初以来, 年初至今.
  func sinceNewYear(at start: Int) -> FoundPeriod? {
    guard let end = first(of: ["年初以来", "年初至今", "年初到目前", "年初至目前"], at: start) else { return nil }
    return single(context.thisYear.flatMap { Day($0, 1, 1) }.flatMap(since), start..<end)
  }

  /// 今年以来, 年初至今: up to the end of the report's period where that is over, else up to the day of writing.
  private func since(_ first: Day) -> Period? {
    if case .days(first, _)? = context.own { return context.own }
    if let own = context.own, first <= own.lastDay,
      own.lastDay <= context.date ?? own.lastDay
    {
      return Period(from: first.month, to: own.lastDay.month)
    }
    return context.date.flatMap { first <= $0 ? .days(first, $0) : nil }
  }

  /// The letters that the words begin with which go on a period.
  private static func mayFollow(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "以", "至", "起", "开", "同", "-", "到", "～", "期", "之", "前", " ": true
    default: false
    }
  }

  private func joined(_ from: Period, _ to: Period) -> Period? {
    if let first = from.monthSpan?.lowerBound, let last = to.monthSpan?.upperBound {
      return first <= last ? .months(first, last) : nil
    }
    guard let first = from.firstDay, first <= to.lastDay else { return nil }
    if first.number == 1, to.lastDay.isLastOfMonth { return .months(first.month, to.lastDay.month) }
    return .days(first, to.lastDay)
  }
}
