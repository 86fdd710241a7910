// SPDX-License-Identifier: Apache-2.0

/// The changes that a request asks for, cut into shares of work that do not depend on each other.
package struct ChangeWork: Sendable {
  /// Changes of one metric: at some facilities, or of many together.
  struct Share: Sendable {
    var metric: Int32
    var style: Metric.ChangeStyle
    var windows: ChangeWindows
    var keys: ArraySlice<Cube.SeriesKey>
    /// Whose total is asked for; `nil` for each facility on its own.
    var total: Change.Subject?

    /// By window, the total of no facilities.
    var noTotals: [RunningTotal] { windows.windows.map { _ in RunningTotal() } }
  }

  let ledger: Ledger
  package let request: ChangeRequest
  let sources: FigureReader.Sources
  let shares: [Share]
  /// Whether it is enough for several threads.
  package let isForMany: Bool
  // Long lists of facilities are cut, so that all cores have work and results come in pieces.
  private static let shareLength = 1024
  // One thread is through with fewer series before another has begun.
  private static let fewSeries = 4096

  /// Cuts the work of a request.
  package init(_ ledger: Ledger, _ request: ChangeRequest, sources: FigureReader.Sources) {
    self.ledger = ledger
    self.request = request
    self.sources = sources
    let metrics = ledger.cube.metrics.indices.filter { index in
      request.metrics?.contains(ledger.cube.metrics[index].id) ?? true
    }
    let cut = { @Sendable (place: Int) in Self.shares(of: Int32(metrics[place]), ledger, request) }
    isForMany = ledger.cube.store.series.count >= Self.fewSeries
    shares = (isForMany ? inParallel(metrics.count, cut) : metrics.indices.map(cut)).flatMap(\.self)
  }

  private static func shares(of metric: Int32, _ ledger: Ledger, _ request: ChangeRequest) -> [Share] {
    let keys = ledger.keys(of: ledger.cube.metrics[Int(metric)])
    let windows = ChangeWindows(ledger, request, of: keys)
    let style = ledger.cube.metrics[Int(metric)].changeStyle
    switch request.grouping {
    case .facility:
      return stride(from: 0, to: keys.count, by: shareLength).map { start in
        Share(
          metric: metric, style: style, windows: windows,
          keys: keys[start..<min(keys.count, start + shareLength)])
      }
    case .group:
      return groups(of: keys, ledger).map { group in
        Share(metric: metric, style: style, windows: windows, keys: group.keys[...], total: .group(group.name))
      }
    case .metric:
      return keys.isEmpty ? [] : [Share(metric: metric, style: style, windows: windows, keys: keys[...], total: .all)]
    }
  }

  private static func groups(
    of keys: [Cube.SeriesKey], _ ledger: Ledger
  ) -> [(name: String, keys: [Cube.SeriesKey])] {
    let groupOf = Dictionary(ledger.facilities.map { ($0.name, $0.group ?? "") }) { first, _ in first }
    var names: [String] = []
    var members: [String: [Cube.SeriesKey]] = [:]
    for key in keys {
      let name = groupOf[ledger.cube.facilities[Int(key.facility)]] ?? ""
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(key)
    }
    return names.map { ($0, members[$0] ?? []) }
  }

  /// Works out the changes of one share, in order.
  ///
  /// - Returns: What the facilities of the share make together, by window, where the request asks for facilities.
  @discardableResult
  package func forEachChange(ofShare index: Int, _ body: (CodedChange) -> Void) -> [RunningTotal] {
    let share = shares[index]
    var reader = FigureReader(ledger, sources: sources)
    guard share.total == nil else {
      for window in share.windows.windows.indices { totals(share, window, &reader).forEach(body) }
      return []
    }
    var totals = share.noTotals
    for key in share.keys { forEachChange(of: key, share, &reader, &totals, body) }
    return totals
  }

  /// Works out the changes of one share, in order, most of them in numbers alone.
  ///
  /// - Parameters:
  ///   - index: Which share.
  ///   - months: Takes changes of facilities that have nothing but plain months, as most are.
  ///   - body: Takes all others.
  /// - Returns: What the facilities of the share make together, by window, where the request asks for facilities.
  package func forEachChange(
    ofShare index: Int, months: (MonthChange) -> Void, _ body: (CodedChange) -> Void
  ) -> [RunningTotal] {
    let share = shares[index]
    guard share.total == nil, var plain = MonthChanges(self, share) else {
      return forEachChange(ofShare: index, body)
    }
    var reader = FigureReader(ledger, sources: sources)
    var totals = share.noTotals
    for start in stride(from: share.keys.startIndex, to: share.keys.endIndex, by: MonthChanges.stretch) {
      let keys = share.keys[start..<min(share.keys.endIndex, start + MonthChanges.stretch)]
      plain.addUp(keys)
      for (place, key) in keys.enumerated() {
        let isPlain = plain.forEach(of: key, at: place) { change in
          totals[change.window].add(change.current, change.base, isComparable: change.difference != nil)
          months(change)
        }
        if !isPlain { forEachChange(of: key, share, &reader, &totals, body) }
      }
    }
    return totals
  }

  /// The metric of a share, by its code in the cube, and whether it is added over facilities in other ways than by sums.
  package func metric(ofShare index: Int) -> (code: Int32, isRatio: Bool) {
    (shares[index].metric, ledger.cube.metrics[Int(shares[index].metric)].overFacilities == .ratio)
  }

  /// How many series of figures a share has.
  package func seriesCount(ofShare index: Int) -> Int { shares[index].keys.count }

  /// How many shares there are; their changes follow each other in the order of the shares.
  package var shareCount: Int { shares.count }

  /// The periods of a share's changes with their bases, by ``CodedChange/window``.
  package func periods(ofShare index: Int) -> [(current: Period, base: Period)] {
    shares[index].windows.windows.map { ($0.current.period, $0.base.period) }
  }

  /// A change spelled out.
  package func change(_ coded: CodedChange, in share: Int) -> Change {
    let subject: Change.Subject =
      switch coded.subject {
      case .facility(let code): .facility(ledger.cube.facilities[Int(code)])
      case .many(let subject): subject
      }
    let window = shares[share].windows.windows[coded.window]
    return Change(
      subject: subject, metric: ledger.cube.metrics[Int(coded.metric)], period: window.current.period,
      basePeriod: window.base.period, current: coded.current, base: coded.base)
  }
}
