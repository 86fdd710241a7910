// SPDX-License-Identifier: Apache-2.0

extension ChangeWork {
  /// The figures of one series on both sides.
  private typealias Pair = (key: Cube.SeriesKey, current: Figure, base: Figure)

  /// The total of all series of a share and, where it is made from other facilities in the two periods, of those in
  /// both.
  func totals(_ share: Share, _ subject: Change.Subject, _ index: Int, _ reader: inout FigureReader) -> [CodedChange] {
    let windows = share.windows
    let window = windows.windows[index]
    var pairs: [Pair] = []
    var matchedPairs: [Pair] = []
    let metric = ledger.cube.metrics[Int(share.metric)]
    func isComparable(_ change: CodedChange) -> Bool {
      let comparison = comparison(change, window, metric.changeStyle)
      return comparison.difference(in: comparison.state) != nil
    }
    for key in share.keys {
      reader.forgetFigures(windows.windows.count)
      let change = change(key, index, windows, &reader)
      guard change.current.absence != .missing || change.base.absence != .missing else { continue }
      pairs.append((key, change.current, change.base))
      if isComparable(change) { matchedPairs.append((key, change.current, change.base)) }
    }
    guard !pairs.isEmpty else { return [] }
    func total(_ pairs: [Pair], _ subject: Change.Subject) -> CodedChange {
      CodedChange(
        subject: .many(subject), metric: share.metric, window: index,
        current: joined(pairs.lazy.map { ($0.key, $0.current) }, metric, window.current, &reader),
        base: joined(pairs.lazy.map { ($0.key, $0.base) }, metric, window.base, &reader))
    }
    let matched = total(matchedPairs, subject.narrower)
    guard request.scope == .everything else { return [matched] }
    let all = total(pairs, subject)
    let isOther =
      matched.current.facilities != all.current.facilities || matched.base.facilities != all.base.facilities
    guard isOther, isComparable(matched) || isComparable(all) else { return [all] }
    return [all, matched]
  }

  private func joined(
    _ figures: some Sequence<(key: Cube.SeriesKey, figure: Figure)>, _ metric: Metric, _ period: PeriodExtent,
    _ reader: inout FigureReader
  ) -> Figure {
    var months = MonthSet()
    var present: [(key: Cube.SeriesKey, figure: Figure)] = []
    var absence: Figure.Absence?
    for (key, figure) in figures {
      guard figure.value != nil else {
        absence = absence ?? figure.absence
        continue
      }
      present.append((key, figure))
      months.formUnion(figure.months)
    }
    guard !present.isEmpty else { return Figure(absence: absence ?? .missing) }
    guard let value = value(of: present, metric, period, &reader) else {
      return Figure(absence: .notAdditive, months: months, facilities: present.count)
    }
    return Figure(
      value: value.total, months: months, facilities: value.count, status: value.status,
      lastPlace: present.lazy.map(\.figure.lastPlace).max())
  }

  private typealias Joined = (total: ExactDecimal, count: Int, status: Observation.Status)

  private func value(
    of figures: [(key: Cube.SeriesKey, figure: Figure)], _ metric: Metric, _ period: PeriodExtent,
    _ reader: inout FigureReader
  ) -> Joined? {
    if figures.count == 1, let only = figures.first?.figure, let value = only.value { return (value, 1, only.status) }
    switch metric.overFacilities {
    case .sum:
      var sum = DecimalSum()
      for figure in figures {
        guard let value = figure.figure.value, (try? sum.add(value)) != nil else { return nil }
      }
      guard let total = try? sum.total else { return nil }
      return (total, figures.count, .reported)
    case .ratio:
      return ratio(of: figures, metric, period, &reader)
    case .last, .none:
      return nil
    }
  }

  /// Σ numerators over Σ denominators; refused unless every facility with a figure has both.
  private func ratio(
    of figures: [(key: Cube.SeriesKey, figure: Figure)], _ metric: Metric, _ period: PeriodExtent,
    _ reader: inout FigureReader
  ) -> Joined? {
    guard metric.isPlainRatio else { return nil }
    var numerator = DecimalSum()
    var denominator = DecimalSum()
    for figure in figures {
      guard let parts = components(figure.key, period, months: figure.figure.months, &reader),
        (try? numerator.add(parts.numerator)) != nil, (try? denominator.add(parts.denominator)) != nil
      else { return nil }
    }
    guard let above = try? numerator.total, let below = try? denominator.total,
      let ratio = try? metric.ratio(above, over: below)
    else { return nil }
    return (ratio, figures.count, .derived)
  }

  /// Numerator and denominator of one facility's ratio over the months of a figure.
  private func components(
    _ key: Cube.SeriesKey, _ period: PeriodExtent, months: MonthSet, _ reader: inout FigureReader
  ) -> (numerator: ExactDecimal, denominator: ExactDecimal)? {
    let restriction = months.count == period.monthCount ? nil : months
    if let parts = ledger.ratioPartFigures(key, over: period, months: restriction, sources: .left),
      let above = parts.numerator.value, let below = parts.denominator.value
    {
      return (above, below)
    }
    return reader.ownComponents(key, period, months: restriction)
  }
}

extension Change.Subject {
  /// The same facilities, as far as they reported in both periods.
  fileprivate var narrower: Change.Subject {
    switch self {
    case .group(let name), .matchedGroup(let name): .matchedGroup(name)
    case .facility, .all, .matched: .matched
    }
  }
}
