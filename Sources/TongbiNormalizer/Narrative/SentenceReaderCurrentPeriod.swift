// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The period that a figure gets where it is read.
extension SentenceReader {
  /// The period of a figure of a metric.
  func currentPeriod() -> Period? {
    if isTarget, let period, !period.hasYear, let own = document.period?.firstDay ?? document.date,
      let found = period.period,
      found.lastDay < own
    {
      // 第四季度…须降至40: no aim lies before the report.
      return later(found)
    }
    if let period { return period.period }
    if topic.isPlan, isTarget, !document.isPlan { return document.planPeriod ?? yearAhead }
    return document.period ?? document.year.map(Period.year)
  }

  /// 下步打算 of a report on a year that was over: the next; of one that says no more of its time than the day: the year that
  /// it was written in, unless that is over.
  private var yearAhead: Period? {
    if case .year(let year)? = document.period { return document.isRunning ? nil : .year(year + 1) }
    guard document.period == nil, let date = document.date, date.month.number < 11 else { return nil }
    return .year(date.year)
  }

  /// The same stretch a year later.
  private func later(_ period: Period) -> Period? {
    switch period {
    case .year(let year): .year(year + 1)
    case .half(let year, let half): .half(year + 1, half)
    case .quarter(let year, let quarter): .quarter(year + 1, quarter)
    case .month(let month): Month(month.year + 1, month.number).map(Period.month)
    case .months(let first, let last):
      Month(first.year + 1, first.number).flatMap { first in
        Month(last.year + 1, last.number).map { .months(first, $0) }
      }
    case .instant(let day): Day(day.year + 1, day.month.number, day.number).map(Period.instant)
    case .upTo, .days: period
    }
  }

  /// The day that a holding was counted on where the sentence names no period and one before it does: 2022年末…。其中医院9个.
  ///
  /// 截至6月底 holds for all that is counted up to that day, unless the report's period ends with it anyway.
  func dayOfHolding(_ metric: Metric?) -> Period? {
    guard periodClause == nil, let day = topic.instant?.period, let metric else { return nil }
    if case .upTo(let last) = day, let period = document.period, period.lastDay != last { return day }
    return metric.kind == .stock || metric.kind == .average && metric.name.hasPrefix("每") ? day : nil
  }

  /// 现有职工415人, in a report that says no more of its time than the day: as many as there are on it.
  func dayOfWriting(_ metric: Metric?, _ current: Period?) -> Period? {
    guard metric?.kind == .stock, period == nil, !isTarget, let date = document.date else { return nil }
    if current == nil, document.period == nil { return .instant(date) }
    // 现有编制床位400张, in a request of March that tells of the year before; in a notice of a year's spring.
    if current == document.period, document.periodOrigin == .documentDate && speaksOfNow || document.isAhead(current) {
      return .instant(date)
    }
    if case .days(_, let last)? = current, current == document.period, last == date { return .instant(date) }
    return nil
  }

  /// Whether the sentence says how things stand: 现有, 目前.
  private var speaksOfNow: Bool { lexemes.indices.contains { beginsWith($0, .standing) } }

  /// 本月诊疗11,806人次，累计58,240人次: what a report of a month sums up runs from January.
  func sinceJanuary(_ metric: Metric?, before at: Int) -> Period? {
    guard case .month(let month)? = document.period, month.number > 1, currentPeriod() == document.period,
      periodClause != clause, let metric, metric.kind == .flow || metric.kind == .moneyFlow,
      (clause..<max(clause, at)).contains(where: { isWord($0, "累计") }), let first = Month(month.year, 1)
    else { return nil }
    return .months(first, month)
  }

  /// Where the period of a figure stands that is read now.
  func currentPeriodOrigin() -> Observation.PeriodOrigin? {
    guard case .some = period else { return currentPeriod() == nil ? nil : document.periodOrigin }
    guard let periodClause else { return topic.period == nil ? .sentence : topic.periodOrigin }
    return periodClause == clause ? .clause : .sentence
  }
}
