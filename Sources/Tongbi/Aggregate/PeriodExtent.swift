// SPDX-License-Identifier: Apache-2.0

/// The whole months of a period, small enough for hot loops.
struct MonthRun: Hashable, Sendable {
  /// The index of the first month.
  var first: Int32
  /// How many there are; 0 for instants, open and day spans.
  var count: Int32

  init(_ extent: PeriodExtent?) {
    first = Int32(truncatingIfNeeded: extent?.span?.lowerBound.index ?? 0)
    count = Int32(truncatingIfNeeded: extent?.monthCount ?? 0)
  }

  /// The months; only for runs that have any.
  var months: ClosedRange<Month> { Month(index: Int(first))...Month(index: Int(first + max(count, 1) - 1)) }
}

/// A period with what comparisons of periods need of it, worked out once.
struct PeriodExtent: Sendable {
  /// The period under its plainest name.
  let period: Period
  /// The whole months it covers; `nil` for instants, open and day spans.
  let span: ClosedRange<Month>?
  /// The first and last day as numbers in the order of time; the first is the smallest number where it is open.
  let days: ClosedRange<Int32>
  /// Its index among the periods reported to a ledger; −1 where no figure is reported for just this period.
  let index: Int32
  /// The index of its last day as an instant.
  let lastDayIndex: Int32
  /// Whether any figure may speak of it; `false` where none ends in it.
  let isReported: Bool

  init(_ period: Period, index: Int32 = -1, lastDayIndex: Int32 = -1, isReported: Bool = true) {
    self.isReported = isReported
    self.period = period.canonical
    self.index = index
    self.lastDayIndex = lastDayIndex
    span = period.monthSpan
    let last = Self.number(of: period.lastDay)
    days = (period.firstDay.map(Self.number) ?? .min)...last
  }

  private static func number(of day: Day) -> Int32 { Int32(truncatingIfNeeded: day.month.index * 32 + day.number) }

  /// How many whole months it covers.
  var monthCount: Int { span.map { $0.upperBound.index - $0.lowerBound.index + 1 } ?? 0 }

  /// The month of its last day.
  var lastMonth: Month { Month(index: Int(days.upperBound) / 32) }

  /// Its whole months.
  var months: MonthSet { span.map { MonthSet($0) } ?? MonthSet() }

  /// The months that it touches: its own, or that of its last day.
  var touched: ClosedRange<Month> { span ?? lastMonth...lastMonth }
}
