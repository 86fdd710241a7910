// SPDX-License-Identifier: Apache-2.0

/// The periods that changes are asked for, each with its base, and which reported periods touch them.
struct ChangeWindows: Sendable {
  /// One period and its base.
  struct Window: Sendable {
    let current: PeriodExtent
    let base: PeriodExtent
    /// The base as an index into ``windows``; −1 where it is none of them.
    var baseIndex = -1
    /// The same period a year earlier as an index into ``windows``; −1 where it is none of them.
    var yearEarlier = -1
  }

  /// In the order of time.
  let windows: [Window]
  /// By index of a reported period, the windows it touches, from the first to the last; none where the last is before.
  let touched: [(first: Int32, last: Int32)]
  /// Whether all windows are wanted, whatever a series has.
  let isFixed: Bool

  /// The windows that some series have anything to say about.
  init(_ ledger: Ledger, _ request: ChangeRequest, of keys: [Cube.SeriesKey]) {
    var periods: Set<Period> = []
    var byExtent = [Set<Period>](repeating: [], count: ledger.extents.count)
    if let period = request.period {
      periods = [period.canonical]
    } else {
      let isUsed = ledger.usedExtents(of: keys)
      for (index, extent) in ledger.extents.enumerated() where isUsed[index] {
        byExtent[index] = extent.map { request.periods(touchedBy: $0) } ?? []
        periods.formUnion(byExtent[index])
      }
    }
    let sorted = periods.sorted()
    let indexes = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
    isFixed = request.period != nil
    touched = byExtent.map { touched in
      let places = touched.compactMap { indexes[$0] }.sorted()
      return (Int32(places.first ?? 0), Int32(places.last ?? -1))
    }
    windows = sorted.map { period in
      let base = (request.base ?? period.yearEarlier).canonical
      var window = Window(current: ledger.extent(of: period), base: ledger.extent(of: base))
      window.baseIndex = indexes[base] ?? -1
      window.yearEarlier = indexes[period.yearEarlier.canonical] ?? -1
      return window
    }
  }
}
