// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// The period that charts of a metric speak of, where nobody names one: the latest year for which at least half as many
  /// facilities report as in the best year, cut to the months reported when the year is not over.
  ///
  /// - Returns: `nil` when there is no figure of the metric.
  public func latestPeriod(ofMetric id: String) -> Period? {
    guard let metric = cube.metrics.first(where: { $0.id == id }) else { return nil }
    let reports = reports(of: metric)
    guard let best = reports.values.map(\.facilities).max(),
      let year = reports.filter({ $0.value.facilities * 2 >= best }).keys.max(), let found = reports[year]
    else { return nil }
    guard metric.overTime != .last, let first = found.months.first, let last = found.months.last else {
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
    var isUsed = [Bool](repeating: false, count: extents.count)
    var reader = FigureReader(self, sources: .left)
    for key in withParts(keys(of: metric)) {
      reader.load(key)
      for figure in reader.reported where figure.absence == nil { isUsed[Int(figure.extent)] = true }
    }
    var counts: [Int: Int] = [:]
    for (index, extent) in extents.enumerated() where isUsed[index] {
      switch extent?.period {
      case .month, .quarter, .half: counts[extent?.monthCount ?? 0, default: 0] += 1
      default: break
      }
    }
    let steps: [(ChangeRequest.Step, Int)] = [(.month, 6), (.quarter, 6), (.half, 4)]
    return steps.first { counts[$0.0.months] ?? 0 >= $0.1 }?.0 ?? .year
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
    let extents = steps.map { extent(of: $0) }
    var reader = FigureReader(self, sources: .kept)
    let figures = keys.map { key in
      (cube.facilities[Int(key.facility)], extents.map { reader.figure(key, over: $0) })
    }
    return (steps, figures.filter { $0.1.contains { $0.value != nil } })
  }

  /// What is reported for one year.
  private struct Reports {
    /// How many facilities have a figure.
    var facilities = 0
    /// The months for which any has one.
    var months = MonthSet()
    /// The facility counted last.
    var last: Int32 = -1
  }

  /// By year, what is reported of a metric.
  private func reports(of metric: Metric) -> [Int: Reports] {
    var reports: [Int: Reports] = [:]
    var isUsed = [Bool](repeating: false, count: extents.count)
    var reader = FigureReader(self, sources: .left)
    let years = extents.map { $0.map { $0.touched.lowerBound.year...$0.touched.upperBound.year } ?? 0...0 }
    for key in withParts(keys(of: metric)) {
      reader.load(key)
      var seen = 0
      for figure in reader.reported where figure.absence == nil {
        isUsed[Int(figure.extent)] = true
        let span = years[Int(figure.extent)]
        // Figures come in the order of time: most are of the year of the one before.
        if span == seen...seen { continue }
        for year in span where reports[year]?.last != key.facility {
          reports[year, default: Reports()].facilities += 1
          reports[year]?.last = key.facility
        }
        seen = span.upperBound
      }
    }
    for (index, extent) in extents.enumerated() where isUsed[index] {
      guard let touched = extent?.touched else { continue }
      for month in MonthSet(touched) { reports[month.year]?.months.insert(month) }
    }
    return reports
  }
}
