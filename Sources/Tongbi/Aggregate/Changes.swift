// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// The changes asked for, by metric in the order of reading, then subject, then time.
  public func changes(_ request: ChangeRequest) -> [Change] { changes(request, sources: .kept) }

  /// The changes asked for, with or without the places where their figures stand.
  func changes(_ request: ChangeRequest, sources: FigureReader.Sources) -> [Change] {
    let work = ChangeWork(self, request, sources: sources)
    let changes = { @Sendable (share: Int) in
      var changes: [Change] = []
      work.forEachChange(ofShare: share) { changes.append(work.change($0, in: share)) }
      return changes
    }
    let shares = work.shares.indices
    return (work.isForMany ? inParallel(shares.count, changes) : shares.map(changes)).flatMap(\.self)
  }

  /// The total of all facilities and, where the facilities differ between the periods, of those in both.
  public func totals(ofMetric id: String, period: Period, base: Period? = nil) -> [Change] {
    changes(ChangeRequest(grouping: .metric, metrics: [id], period: period, base: base))
  }

  /// The figure of one metric at one facility for a period; missing where nothing was reported.
  public func figure(ofMetric id: String, facility: String, period: Period) -> Figure {
    guard let metric = cube.code(forMetric: id), let facility = cube.code(forFacility: facility) else {
      return .missing
    }
    return figure(Cube.SeriesKey(facility: facility, metric: metric), over: period)
  }

  // MARK: What is there

  /// The series of one metric at the facilities that count; a ratio's may be known from its parts alone.
  func keys(of metric: Metric) -> [Cube.SeriesKey] {
    guard let code = cube.code(forMetric: metric.id) else { return [] }
    // By facility, where its series stands.
    var places = [Int32](repeating: -1, count: cube.facilities.count)
    for index in series[Int(code)] { places[Int(cube.store.series[Int(index)].facility)] = index }
    let isRatio = ratioParts[Int(code)] != nil
    var keys: [Cube.SeriesKey] = []
    keys.reserveCapacity(isRatio ? counted.count : series[Int(code)].count)
    for facility in counted {
      let key = Cube.SeriesKey(facility: facility, metric: code, place: places[Int(facility)])
      if key.place >= 0 || (isRatio && hasParts(key)) { keys.append(key) }
    }
    return keys
  }

  /// The series of one metric at the first facility that counts and has one.
  func firstKey(of metric: Metric) -> Cube.SeriesKey? {
    guard let code = cube.code(forMetric: metric.id), !series[Int(code)].isEmpty || ratioParts[Int(code)] != nil else {
      return nil
    }
    for facility in counted {
      let key = Cube.SeriesKey(facility: facility, metric: code)
      if cube.store.find(key) != nil || hasParts(key) { return key }
    }
    return nil
  }

  /// Whether a ratio follows from other series that there are.
  private func hasParts(_ key: Cube.SeriesKey) -> Bool {
    guard let parts = ratioPartKeys(of: key) else { return false }
    return cube.store.find(parts.numerator) != nil && cube.store.find(parts.denominator) != nil
  }

  /// Series, each followed by those that its ratio follows from.
  func withParts(_ keys: [Cube.SeriesKey]) -> [Cube.SeriesKey] {
    keys.flatMap { key in ratioPartKeys(of: key).map { [key, $0.numerator, $0.denominator] } ?? [key] }
  }

  /// The periods of the wanted length that any of the series has something to say about, in order.
  func periods(of keys: [Cube.SeriesKey], _ request: ChangeRequest) -> [Period] {
    let isUsed = usedExtents(of: keys)
    var periods: Set<Period> = []
    for (index, extent) in extents.enumerated() where isUsed[index] {
      if let extent { periods.formUnion(request.periods(touchedBy: extent)) }
    }
    return periods.sorted()
  }

  /// By index into ``extents``, whether any of the series has a figure for the period.
  func usedExtents(of keys: [Cube.SeriesKey]) -> [Bool] {
    var isUsed = [Bool](repeating: false, count: extents.count)
    for key in withParts(keys) {
      guard let series = cube.store.find(key) else { continue }
      cube.store.forEachPage(of: series) { page, group in
        let first = Int(group) * CellPlaces.length
        guard extents[first] != nil else { return }
        for slot in 0..<CellPlaces.length where cube.store.isFilled(page, Int32(slot)) { isUsed[first + slot] = true }
      }
    }
    return isUsed
  }
}

extension ChangeRequest {
  /// The periods of the wanted length that a reported figure has something to say about.
  func periods(touchedBy extent: PeriodExtent) -> Set<Period> {
    var periods: Set<Period> = []
    var month = extent.touched.lowerBound
    while month <= extent.touched.upperBound {
      let period = period(containing: month)
      // A figure too long for the step (a year, by months) has nothing to say about it.
      if extent.span == nil || period.contains(extent.period) { periods.insert(period) }
      month = period.monthSpan.map { $0.upperBound.advanced(by: 1) } ?? month.advanced(by: 1)
    }
    return periods
  }
}
