// SPDX-License-Identifier: Apache-2.0

extension ChangeWork {
  /// The changes of one series, in the periods in which it or its year-earlier self has anything to say.
  func forEachChange(
    of key: Cube.SeriesKey, _ share: Share, _ reader: inout FigureReader, _ totals: inout [RunningTotal],
    _ body: (CodedChange) -> Void
  ) {
    let windows = share.windows
    markTouched(by: key, windows, &reader)
    reader.forgetFigures(windows.windows.count)
    for index in windows.windows.indices {
      let earlier = windows.windows[index].yearEarlier
      guard reader.isTouched[index] || (earlier >= 0 && reader.isTouched[earlier]) else { continue }
      var change = change(key, index, share, &reader)
      totals[index].add(change.current, change.base, isComparable: change.difference != nil)
      if change.base.absence == .missing, request.base == nil, !ledger.statements.isEmpty,
        let derived = derivedBase(key, windows.windows[index].current.period)
      {
        change = CodedChange(change.subject, of: share, window: index, current: change.current, base: derived)
      }
      if change.current.absence != .missing || change.base.absence != .missing { body(change) }
    }
  }

  private func markTouched(by key: Cube.SeriesKey, _ windows: ChangeWindows, _ reader: inout FigureReader) {
    reader.isTouched.removeAll(keepingCapacity: true)
    for _ in windows.windows { reader.isTouched.append(windows.isFixed) }
    if windows.isFixed { return }
    if let parts = ledger.ratioPartKeys(of: key) {
      for part in [parts.numerator, parts.denominator] { reader.markTouched(by: part, windows) }
    }
    reader.markTouched(by: key, windows)
  }

  /// The figures of one series on both sides of a period.
  ///
  /// The reader remembers the series' figures by window until it is told to forget them.
  func change(
    _ key: Cube.SeriesKey, _ index: Int, _ share: Share, _ reader: inout FigureReader
  ) -> CodedChange {
    let window = share.windows.windows[index]
    var current = reader.figure(key, ofWindow: index, window.current)
    var before = reader.figure(key, ofWindow: window.baseIndex, window.base)
    if request.scope == .matched, let matched = matchedMonths(current, before, window) {
      current = reader.figure(key, over: window.current, months: matched.current)
      before = reader.figure(key, over: window.base, months: matched.base)
    }
    return CodedChange(.facility(key.facility), of: share, window: index, current: current, base: before)
  }

  /// The months of both sides that have a figure at the same place of the period; `nil` where they are equal already.
  private func matchedMonths(
    _ current: Figure, _ before: Figure, _ window: ChangeWindows.Window
  ) -> (current: MonthSet, base: MonthSet)? {
    guard let span = window.current.span, let baseSpan = window.base.span, current.value != nil, before.value != nil
    else { return nil }
    let shift = span.lowerBound.index - baseSpan.lowerBound.index
    let shared = current.months.intersection(before.months.moved(by: shift))
    guard shared != current.months || shared.count != before.months.count else { return nil }
    return (shared, shared.moved(by: -shift))
  }

  /// A base worked out from a stated year-over-year change: 52.8万, 同比增长12.3% gives 47.0万.
  private func derivedBase(_ key: Cube.SeriesKey, _ period: Period) -> Figure? {
    for place in ledger.statements[key] ?? [] {
      let statement = ledger.cube.statements[place]
      guard statement.period == period, let quantity = statement.quantity, quantity.bound == .exact else { continue }
      for change in statement.changes where change.relation == .yearEarlier && change.priceBasis != .comparable {
        guard let value = change.base(of: quantity, metric: ledger.cube.metrics[Int(key.metric)]) else { continue }
        var base = Figure(
          value: value, months: period.yearEarlier.monthSet, status: .derived, lastPlace: quantity.lastPlace,
          sources: [statement.source])
        base.isBackcast = true
        return base
      }
    }
    return nil
  }
}

extension FigureReader {
  /// Marks the windows that a series has anything to say about.
  fileprivate mutating func markTouched(by key: Cube.SeriesKey, _ windows: ChangeWindows) {
    let touched = windows.touched
    guard let series = ledger.cube.store.find(key) else { return }
    var marked: Int32 = -1
    ledger.cube.store.forEachPage(of: series) { page, group in
      for slot in 0..<Int32(CellPlaces.length) where ledger.cube.store.isFilled(page, slot) {
        let (first, last) = touched[Int(group) * CellPlaces.length + Int(slot)]
        // Most are in the window of the one before.
        if first == marked, last == marked { continue }
        var window = first
        while window <= last {
          isTouched[Int(window)] = true
          marked = window
          window &+= 1
        }
      }
    }
  }
}

extension StatedChange {
  /// The base that this change and the current figure give, to the places of the figure; `nil` where they give none.
  ///
  /// Percent: v ÷ (1 + p/100); points and amounts: v − d; times: v ÷ t; flat: v.
  func base(of quantity: Quantity, metric: Metric) -> ExactDecimal? {
    let value = quantity.value
    let exact: ExactDecimal?
    switch (kind, self.value) {
    case (.flat, _): exact = value
    case (.points, let points?), (.absolute, let points?): exact = try? value - points
    case (.times, let times?) where !times.isZero: exact = try? value.divided(by: times, places: 6)
    case (.percent, let percent?) where metric.changeStyle == .percent:
      guard let factor = try? 100 + percent, !factor.isZero, !factor.isNegative else { return nil }
      exact = try? (value * 100).divided(by: factor, places: 6)
    default: exact = nil
    }
    return exact.flatMap { $0.rounded(toPlace: quantity.lastPlace) }
  }
}

extension ExactDecimal {
  /// The number rounded to a power of ten, halves away from zero: to the hundreds for 2, to one decimal for −1.
  public func rounded(toPlace exponent: Int) -> ExactDecimal? {
    guard exponent > 0 else { return rounded(to: -exponent) }
    let unit = ExactDecimal.powerOfTen(exponent)
    return try? divided(by: unit, places: 0) * unit
  }
}
