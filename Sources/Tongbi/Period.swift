// SPDX-License-Identifier: Apache-2.0

/// The time that a figure speaks of: whole months, an instant, or a span of days.
public enum Period: Hashable, Sendable {
  /// A calendar year.
  case year(Int)
  /// The first or second half of a year.
  case half(Int, Int)
  /// A quarter of a year, 1 to 4.
  case quarter(Int, Int)
  /// One month.
  case month(Month)
  /// A run of months, both ends included: 1–9月.
  case months(Month, Month)
  /// A date at which something was counted.
  case instant(Day)
  /// Everything up to a date (累计, 截至).
  case upTo(Day)
  /// A span of days that is no whole number of months, both ends included.
  case days(Day, Day)

  /// The first and last month covered; `nil` for instants, open and day spans.
  public var monthSpan: ClosedRange<Month>? {
    switch self {
    case .year(let year): Self.span(year, 1, 12)
    case .half(let year, let half): Self.span(year, half * 6 - 5, 6)
    case .quarter(let year, let quarter): Self.span(year, quarter * 3 - 2, 3)
    case .month(let month): month...month
    case .months(let first, let last): first...last
    case .instant, .upTo, .days: nil
    }
  }

  private static func span(_ year: Int, _ first: Int, _ count: Int) -> ClosedRange<Month> {
    let first = Month(index: year * 12 + first - 1)
    return first...first.advanced(by: count - 1)
  }

  /// The months covered, in order; empty for instants, open and day spans.
  public var months: [Month] {
    monthSpan.map { span in (span.lowerBound.index...span.upperBound.index).map(Month.init(index:)) } ?? []
  }

  /// A run of months under its plainest name: a year, a half, a quarter or a month where it is just that.
  public init(from first: Month, to last: Month) {
    let count = last.index - first.index + 1
    switch (count, first.number) {
    case (1, _): self = .month(first)
    case (12, 1): self = .year(first.year)
    case (6, 1), (6, 7): self = .half(first.year, first.number == 1 ? 1 : 2)
    case (3, 1), (3, 4), (3, 7), (3, 10): self = .quarter(first.year, (first.number + 2) / 3)
    default: self = .months(first, last)
    }
  }

  /// The same months under their plainest name: `2023-01/2023-12` is `2023`.
  public var canonical: Period {
    monthSpan.map { Period(from: $0.lowerBound, to: $0.upperBound) } ?? self
  }

  /// The same period one year earlier, never longer or shorter.
  public var yearEarlier: Period { moved { $0.advanced(by: -12) } }

  /// The period just before, of the same length (环比), or the third of a month before for one; the same date a month earlier
  /// for an instant.
  public var preceding: Period {
    if case .days(let first, let last) = self {
      let end = first.advanced(byDays: -1)
      if Self.isThird(first, last), let start = Day(end.year, end.month.number, end.number > 20 ? 21 : end.number - 9) {
        return .days(start, end)
      }
      return .days(end.advanced(byDays: first.days(since: last)), end)
    }
    let length = monthSpan.map { $0.upperBound.index - $0.lowerBound.index + 1 } ?? 1
    return moved { $0.advanced(by: -length) }
  }

  /// The period just after, of the same length, or the third of a month after for one; the same date a month later for an
  /// instant.
  public var following: Period {
    if case .days(let first, let last) = self {
      let start = last.advanced(byDays: 1)
      if Self.isThird(first, last) {
        return .days(start, start.number == 21 ? Day(lastOf: start.month) : start.advanced(byDays: 9))
      }
      return .days(start, start.advanced(byDays: last.days(since: first)))
    }
    let length = monthSpan.map { $0.upperBound.index - $0.lowerBound.index + 1 } ?? 1
    return moved { $0.advanced(by: length) }
  }

  /// Whether two days are the first and last of a third of a month (旬): the 1st and 10th, the 11th and 20th, the 21st and last.
  private static func isThird(_ first: Day, _ last: Day) -> Bool {
    guard first.month == last.month else { return false }
    switch (first.number, last.number) {
    case (1, 10), (11, 20): return true
    case (21, _): return last.isLastOfMonth
    default: return false
    }
  }

  private func moved(_ move: (Month) -> Month) -> Period {
    func day(_ day: Day) -> Day {
      let month = move(day.month)
      if day.isLastOfMonth { return Day(lastOf: month) }
      return Day(month.year, month.number, min(day.number, month.days)) ?? Day(lastOf: month)
    }
    switch self {
    case .year, .half, .quarter, .month:
      guard let span = monthSpan else { return self }
      return Period(from: move(span.lowerBound), to: move(span.upperBound))
    case .months(let first, let last): return .months(move(first), move(last))
    case .instant(let date): return .instant(day(date))
    case .upTo(let date): return .upTo(day(date))
    case .days(let first, let last): return .days(day(first), day(last))
    }
  }

  /// Whether all of the other period lies in this one.
  public func contains(_ other: Period) -> Bool {
    firstDay.map { first in other.firstDay.map { first <= $0 } ?? false } ?? true && other.lastDay <= lastDay
  }

  /// The first day; `nil` where it is open.
  public var firstDay: Day? {
    switch self {
    case .instant(let day), .days(let day, _): day
    case .upTo: nil
    default: monthSpan.flatMap { Day($0.lowerBound.year, $0.lowerBound.number, 1) }
    }
  }

  /// The last day.
  public var lastDay: Day {
    switch self {
    case .instant(let day), .upTo(let day), .days(_, let day): day
    case .month(let month), .months(_, let month): Day(lastOf: month)
    case .year(let year): Day(lastOf: Month(index: year * 12 + 11))
    case .half(let year, let half): Day(lastOf: Month(index: year * 12 + half * 6 - 1))
    case .quarter(let year, let quarter): Day(lastOf: Month(index: year * 12 + quarter * 3 - 1))
    }
  }
}

extension Period: Comparable {
  /// Orders by the last day, then the longer period after the shorter one.
  public static func < (left: Self, right: Self) -> Bool {
    if left.lastDay != right.lastDay { return left.lastDay < right.lastDay }
    switch (left.firstDay, right.firstDay) {
    case (let first?, let second?) where first != second: return first > second
    case (_?, nil): return true
    default: return left.description < right.description
    }
  }
}
