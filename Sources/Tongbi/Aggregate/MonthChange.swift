// SPDX-License-Identifier: Apache-2.0

/// A change of what months add up to, of a facility that has nothing but plain months: what ``CodedChange`` is for any
/// figures, in numbers alone.
package struct MonthChange {
  /// The facility, by its code in the cube.
  package let facility: Int32
  /// The period, as an index into the periods of the work.
  package let window: Int
  /// The current figure.
  package let current: MonthSum
  /// The base figure.
  package let base: MonthSum
  /// The sum of the current months; `nil` where there is none.
  package let value: ExactDecimal?
  /// The sum of the base's months; `nil` where there is none.
  package let baseValue: ExactDecimal?
  /// What can be said of the two figures.
  package let state: Change.State
  /// Current minus base; `nil` where the state forbids it.
  package let difference: ExactDecimal?
  /// The relative change in percent; `nil` where the state forbids it and for changes stated in points.
  package let percent: ExactDecimal?

  /// Puts two sums side by side.
  @inline(__always)
  init(_ facility: Int32, _ style: Metric.ChangeStyle, window: Int, current: MonthSum, base: MonthSum) {
    self.facility = facility
    self.window = window
    self.current = current
    self.base = base
    value = current.value
    baseValue = base.value
    state = Comparison.state(
      of: (value, current.absence), against: (baseValue, base.absence), style,
      haveEqualMonths: current.months == base.months, isPartial: current.monthCount < Int(current.run.count))
    difference = Comparison.difference(value, baseValue, in: state)
    percent = Comparison.percent(difference, of: baseValue, style, in: state)
  }
}

/// Works out the changes of series that have nothing but plain months, all windows of one at a time.
struct MonthChanges {
  private let ledger: Ledger
  private let style: Metric.ChangeStyle
  private let windows: ChangeWindows
  /// The periods and bases, each once.
  private var runs: [MonthSum] = []
  /// By window, where it and its base stand in ``runs``; and the same period a year earlier, −1 for none.
  private var places: [(current: Int, base: Int, earlier: Int)] = []
  /// For each series of a stretch, what each of ``runs`` adds up to; and whether that is all there is to say.
  private var sums: [MonthSum] = []
  private var isPlain: [Bool] = []
  private let pages: MonthPages

  /// How many series are added up at a time: the processor waits for the memory of several of them at once.
  static let stretch = 32

  /// The changes of a share; `nil` where all of them need a closer look.
  init?(_ work: ChangeWork, _ share: ChangeWork.Share) {
    ledger = work.ledger
    style = share.style
    windows = share.windows
    pages = MonthPages(work.ledger)
    let metric = ledger.cube.metrics[Int(share.metric)]
    guard work.sources == .left, work.request.scope == .everything, metric.overTime == .sum,
      metric.overFacilities != .ratio, ledger.statements.isEmpty, !ledger.isCorrected
    else { return nil }
    for window in windows.windows {
      guard let current = place(of: window.current), let base = place(of: window.base) else { return nil }
      places.append((current, base, window.yearEarlier))
    }
  }

  private mutating func place(of period: PeriodExtent) -> Int? {
    let run = MonthRun(period)
    guard run.count > 1, run.count <= MonthSum.limit else { return nil }
    if let known = runs.firstIndex(where: { $0.run == run }) { return known }
    runs.append(MonthSum(run))
    return runs.count - 1
  }

  /// Adds up the months of some series, ``stretch`` at most.
  mutating func addUp(_ keys: ArraySlice<Cube.SeriesKey>) {
    isPlain.removeAll(keepingCapacity: true)
    // Moved out, so that nothing but this has them.
    var own: [MonthSum] = []
    swap(&own, &sums)
    own.removeAll(keepingCapacity: true)
    for _ in keys { own += runs }
    let width = runs.count
    var all = own.mutableSpan
    let pages = pages
    pages.prefetch(keys)
    for (place, key) in keys.enumerated() {
      var part = all.extracting(place * width..<(place + 1) * width)
      isPlain.append(key.place >= 0 && pages.add(Int(key.place), to: &part))
    }
    swap(&own, &sums)
  }

  /// Calls a function with the changes of one of the series that were added up, in order; returns `false`, without calling
  /// it, where the series needs a closer look.
  @inline(__always)
  func forEach(of key: Cube.SeriesKey, at place: Int, _ body: (MonthChange) -> Void) -> Bool {
    guard isPlain[place] else { return false }
    let first = place * runs.count
    for index in places.indices {
      let (now, before, earlier) = places[index]
      let isAsked =
        windows.isFixed || sums[first + now].isTouched
        || (earlier >= 0 && sums[first + places[earlier].current].isTouched)
      guard isAsked else { continue }
      let (current, base) = (sums[first + now], sums[first + before])
      guard current.absence != .missing || base.absence != .missing else { continue }
      body(MonthChange(key.facility, style, window: index, current: current, base: base))
    }
    return true
  }
}
