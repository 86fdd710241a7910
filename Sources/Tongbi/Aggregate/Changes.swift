// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// The changes asked for, by metric in the order of reading, then subject, then time.
  public func changes(_ request: ChangeRequest) -> [Change] {
    wantedMetrics(request).flatMap { metric -> [Change] in
      let keys = keys(of: metric)
      let periods = periods(of: keys, request)
      switch request.grouping {
      case .facility:
        return keys.flatMap { key in
          let known = periodsTouched(by: [key], among: periods, request)
          return known.compactMap { change(key, period: $0, request: request) }
        }
      case .group:
        return groups(of: keys).flatMap { name, keys in
          periods.flatMap { totals(keys, of: name, metric: metric, period: $0, request: request) }
        }
      case .metric:
        return periods.flatMap { totals(keys, metric: metric, period: $0, request: request) }
      }
    }
  }

  /// The total of all facilities and, where the facilities differ between the periods, of those in both.
  public func totals(ofMetric id: String, period: Period, base: Period? = nil) -> [Change] {
    guard let metric = cube.metrics.first(where: { $0.id == id }) else { return [] }
    return totals(keys(of: metric), metric: metric, period: period, request: ChangeRequest(base: base))
  }

  /// The figure of one metric at one facility for a period; missing where nothing was reported.
  public func figure(ofMetric id: String, facility: String, period: Period) -> Figure {
    guard let metric = cube.code(forMetric: id), let facility = cube.code(forFacility: facility) else {
      return .missing
    }
    return figure(Cube.SeriesKey(facility: facility, metric: metric), over: period.canonical)
  }

  // MARK: What is there

  private func wantedMetrics(_ request: ChangeRequest) -> [Metric] {
    let wanted = cube.metrics.filter { request.metrics?.contains($0.id) ?? true }
    return wanted
  }

  /// The series of one metric at the facilities that count; a ratio's may be known from its parts alone.
  func keys(of metric: Metric) -> [Cube.SeriesKey] {
    guard let code = cube.code(forMetric: metric.id) else { return [] }
    let parts = [metric.numerator, metric.denominator].compactMap { $0.flatMap(cube.code(forMetric:)) }
    return countedFacilities.compactMap { name -> Cube.SeriesKey? in
      guard let facility = cube.code(forFacility: name) else { return nil }
      let key = Cube.SeriesKey(facility: facility, metric: code)
      if reported[key] != nil { return key }
      guard metric.overFacilities == .ratio, metric.isPlainRatio, parts.count == 2 else { return nil }
      let known = parts.allSatisfy { reported[Cube.SeriesKey(facility: facility, metric: $0)] != nil }
      return known ? key : nil
    }
  }

  private func groups(of keys: [Cube.SeriesKey]) -> [(String, [Cube.SeriesKey])] {
    let groupOf = Dictionary(facilities.map { ($0.name, $0.group ?? "") }) { first, _ in first }
    var names: [String] = []
    var members: [String: [Cube.SeriesKey]] = [:]
    for key in keys {
      let name = groupOf[cube.facilities[Int(key.facility)]] ?? ""
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(key)
    }
    return names.map { ($0, members[$0] ?? []) }
  }

  func periods(of keys: [Cube.SeriesKey], _ request: ChangeRequest) -> [Period] {
    if let period = request.period { return [period.canonical] }
    var periods: Set<Period> = []
    for key in withParts(keys) {
      for figure in reported[key] ?? [] {
        let touched = figure.period.months
        // A figure too long for the step (a year, by months) has nothing to say about it.
        for month in touched.isEmpty ? [figure.period.lastDay.month] : touched {
          let period = request.period(containing: month)
          if touched.isEmpty || period.contains(figure.period) { periods.insert(period) }
        }
      }
    }
    return periods.sorted()
  }

  func withParts(_ keys: [Cube.SeriesKey]) -> [Cube.SeriesKey] {
    keys.flatMap { key in
      let metric = cube.metrics[Int(key.metric)]
      let parts = [metric.numerator, metric.denominator].compactMap { $0.flatMap(cube.code(forMetric:)) }
      let isRatio = metric.overFacilities == .ratio && metric.isPlainRatio && parts.count == 2
      return [key] + (isRatio ? parts.map { Cube.SeriesKey(facility: key.facility, metric: $0) } : [])
    }
  }

  /// The periods in which these series, or their year-earlier selves, have anything to say.
  private func periodsTouched(
    by keys: [Cube.SeriesKey], among periods: [Period], _ request: ChangeRequest
  ) -> [Period] {
    guard request.period == nil else { return periods }
    let own = Set(self.periods(of: keys, request))
    return periods.filter { own.contains($0) || own.contains($0.yearEarlier) }
  }
}
