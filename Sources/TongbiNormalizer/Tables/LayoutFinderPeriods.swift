// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension LayoutFinder {
  /// Words for periods that only their neighbours tell: 累计 beside months is their total and beside 本月 a period of its
  /// own, and 上年同期 is as long as the period that it stands beside.
  mutating func settlePeriods() {
    for column in paths.indices {
      guard case .relative(let own)? = paths[column].period else { continue }
      if own == RelativePeriod(span: .sinceJanuary), monthsBeside(column) > 1 {
        paths[column].becomeTotal()
      } else if own.span == .same, own.years > 0, let span = spanBeside(column, years: own.years) {
        paths[column].move(to: RelativePeriod(years: own.years, span: span))
      }
    }
  }

  /// How many columns of the same group name a month or quarter.
  private func monthsBeside(_ column: Int) -> Int {
    let group = paths[column].levels.dropLast()
    return paths.count { path in
      guard path.levels.dropLast() == group, path.labels == paths[column].labels else { return false }
      switch path.period {
      case .full(let period)?, .yearless(let period)?: return (1...3).contains(period.months.count)
      case .relative?, nil: return false
      }
    }
  }

  /// How long the nearest current period at the left is that has no such base yet.
  private func spanBeside(_ column: Int, years: Int) -> RelativePeriod.Span? {
    let same = paths.indices.filter {
      paths[$0].labels == paths[column].labels && paths[$0].facility == paths[column].facility
    }
    let known: [(column: Int, period: RelativePeriod)] = same.compactMap { other in
      if case .relative(let period)? = paths[other].period { (other, period) } else { nil }
    }
    let taken = known.filter { $0.period.years == years && $0.period.span != .same }.map(\.period.span)
    return known.reversed().first { other, period in
      other < column && period.isCurrent && period.span != .same && !taken.contains(period.span)
    }?.period.span
  }
}
