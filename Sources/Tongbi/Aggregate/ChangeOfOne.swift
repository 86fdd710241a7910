// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// The change at one facility; `nil` when neither period has anything.
  func change(_ key: Cube.SeriesKey, period: Period, request: ChangeRequest) -> Change? {
    let base = (request.base ?? period.yearEarlier).canonical
    var current = figure(key, over: period)
    var before = figure(key, over: base)
    if request.scope == .matched, let matched = matchedMonths(current, before, period, base) {
      current = figure(key, over: period, months: matched.current)
      before = figure(key, over: base, months: matched.base)
    }
    if before.absence == .missing, request.base == nil, let derived = derivedBase(key, period) { before = derived }
    guard current.absence != .missing || before.absence != .missing else { return nil }
    return Change(
      subject: .facility(cube.facilities[Int(key.facility)]), metric: cube.metrics[Int(key.metric)], period: period,
      basePeriod: base, current: current, base: before)
  }

  /// The months of both sides that have a figure at the same place of the period; `nil` where they are equal already.
  private func matchedMonths(
    _ current: Figure, _ before: Figure, _ period: Period, _ base: Period
  ) -> (current: Set<Month>, base: Set<Month>)? {
    guard let span = period.monthSpan, let baseSpan = base.monthSpan, current.value != nil, before.value != nil else {
      return nil
    }
    let shift = span.lowerBound.index - baseSpan.lowerBound.index
    let shared = current.months.intersection(before.months.map { $0.advanced(by: shift) })
    guard shared != current.months || shared.count != before.months.count else { return nil }
    return (shared, Set(shared.map { $0.advanced(by: -shift) }))
  }

  /// A base worked out from a stated year-over-year change: 52.8万, 同比增长12.3% gives 47.0万.
  private func derivedBase(_ key: Cube.SeriesKey, _ period: Period) -> Figure? {
    for statement in cube.statements where statement.key == key && statement.period == period {
      guard let quantity = statement.quantity, quantity.bound == .exact else { continue }
      for change in statement.changes where change.relation == .yearEarlier {
        guard let value = change.base(of: quantity, metric: cube.metrics[Int(key.metric)]) else { continue }
        var base = Figure(
          value: value, months: Set(period.yearEarlier.months), status: .derived, lastPlace: quantity.lastPlace,
          sources: [statement.source])
        base.isBackcast = true
        return base
      }
    }
    return nil
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
