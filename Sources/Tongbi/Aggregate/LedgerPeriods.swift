// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// The period that charts of a metric speak of, where nobody names one: the latest year for which at least half as many
  /// facilities report as in the best year, cut to the months reported when the year is not over.
  ///
  /// - Returns: `nil` when there is no figure of the metric.
  public func latestPeriod(ofMetric id: String) -> Period? {
    guard let metric = cube.metrics.first(where: { $0.id == id }) else { return nil }
    let reports = reports(of: metric)
    guard let best = reports.values.map(\.facilities.count).max(),
      let year = reports.filter({ $0.value.facilities.count * 2 >= best }).keys.max(), let found = reports[year]
    else { return nil }
    guard metric.overTime != .last, let first = found.months.min(), let last = found.months.max() else {
      return .year(year)
    }
    return Period(from: first, to: last)
  }

  /// The year that most metrics have as their latest, for findings on totals; `nil` when nothing was read.
  public var latestPeriod: Period? {
    var votes: [Int: Int] = [:]
    for metric in cube.metrics {
      guard let period = latestPeriod(ofMetric: metric.id) else { continue }
      votes[period.lastDay.year, default: 0] += 1
    }
    let winner = votes.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return winner.map { .year($0.key) }
  }

  /// The length of the steps in which a metric's figures run: months where at least six are reported, else years.
  public func naturalStep(ofMetric id: String) -> ChangeRequest.Step {
    guard let metric = cube.metrics.first(where: { $0.id == id }) else { return .year }
    var counts: [ChangeRequest.Step: Set<Period>] = [:]
    for key in withParts(keys(of: metric)) {
      for figure in reported[key] ?? [] where figure.absence == nil {
        switch figure.period {
        case .month: counts[.month, default: []].insert(figure.period)
        case .quarter: counts[.quarter, default: []].insert(figure.period)
        case .half: counts[.half, default: []].insert(figure.period)
        default: break
        }
      }
    }
    let steps: [(ChangeRequest.Step, Int)] = [(.month, 6), (.quarter, 6), (.half, 4)]
    return steps.first { counts[$0.0]?.count ?? 0 >= $0.1 }?.0 ?? .year
  }

  /// The figures of every counted facility at each step from the first to the last that any of them has.
  public func timeline(
    ofMetric id: String, step: ChangeRequest.Step
  ) -> (periods: [Period], figures: [(facility: String, figures: [Figure])]) {
    guard let metric = cube.metrics.first(where: { $0.id == id }) else { return ([], []) }
    let keys = keys(of: metric)
    let request = ChangeRequest(step: step)
    let periods = periods(of: keys, request)
    guard let first = periods.first?.monthSpan?.lowerBound, let last = periods.last?.monthSpan?.lowerBound else {
      return ([], [])
    }
    var steps: [Period] = []
    var month = first
    while month <= last {
      let period = request.period(containing: month)
      steps.append(period)
      month = period.monthSpan.map { $0.upperBound.advanced(by: 1) } ?? last.advanced(by: 1)
    }
    let figures = keys.map { key in
      (cube.facilities[Int(key.facility)], steps.map { figure(key, over: $0) })
    }
    return (steps, figures.filter { $0.1.contains { $0.value != nil } })
  }

  private typealias Reports = (facilities: Set<Int32>, months: Set<Month>)

  /// By year: which facilities have a figure, and for which months.
  private func reports(of metric: Metric) -> [Int: Reports] {
    var reports: [Int: Reports] = [:]
    for key in withParts(keys(of: metric)) {
      for figure in reported[key] ?? [] where figure.absence == nil {
        let months = figure.period.months.isEmpty ? [figure.period.lastDay.month] : figure.period.months
        for month in months {
          reports[month.year, default: ([], [])].facilities.insert(key.facility)
          reports[month.year, default: ([], [])].months.insert(month)
        }
      }
    }
    return reports
  }
}
