// SPDX-License-Identifier: Apache-2.0

extension ChangeWork {
  /// One facility's figures on both sides of a ratio's total.
  private typealias Member = (key: Cube.SeriesKey, current: Figure, base: Figure, isMatched: Bool)

  /// The total of all series of a share and, where it is made from other facilities in the two periods, of those in
  /// both.
  func totals(_ share: Share, _ index: Int, _ reader: inout FigureReader) -> [CodedChange] {
    let window = share.windows.windows[index]
    let metric = ledger.cube.metrics[Int(share.metric)]
    var running = RunningTotal()
    var members: [Member] = []
    for key in share.keys {
      reader.forgetFigures(share.windows.windows.count)
      let change = change(key, index, share, &reader)
      running.add(change.current, change.base, isComparable: change.difference != nil)
      if metric.overFacilities == .ratio {
        members.append((key, change.current, change.base, change.difference != nil))
      }
    }
    guard metric.overFacilities == .ratio else { return totals(share, index, from: running) }
    func side(_ running: RunningFigure, _ figure: (Member) -> Figure, _ period: PeriodExtent, _ isAll: Bool) -> Figure {
      let plain = running.total(isAdded: false)
      guard plain.absence == .notAdditive else { return plain }
      let figures = members.filter { isAll || $0.isMatched }.map { ($0.key, figure($0)) }.filter { $0.1.value != nil }
      guard let value = ratio(of: figures, metric, period, &reader) else { return plain }
      return Figure(
        value: value, months: plain.months, facilities: figures.count, status: .derived,
        lastPlace: figures.map(\.1.lastPlace).max())
    }
    return totals(
      share, index, isEmpty: running.isEmpty,
      all: (side(running.current, \.current, window.current, true), side(running.base, \.base, window.base, true)),
      matched: (
        side(running.matchedCurrent, \.current, window.current, false),
        side(running.matchedBase, \.base, window.base, false)
      ))
  }

  /// The totals of a share whose facilities were added up before; not for ratios.
  package func totals(ofShare share: Int, window: Int, from running: RunningTotal) -> [CodedChange] {
    totals(shares[share], window, from: running)
  }

  private func totals(_ share: Share, _ index: Int, from running: RunningTotal) -> [CodedChange] {
    let isAdded = ledger.cube.metrics[Int(share.metric)].overFacilities == .sum
    return totals(
      share, index, isEmpty: running.isEmpty,
      all: (running.current.total(isAdded: isAdded), running.base.total(isAdded: isAdded)),
      matched: (running.matchedCurrent.total(isAdded: isAdded), running.matchedBase.total(isAdded: isAdded)))
  }

  private func totals(
    _ share: Share, _ index: Int, isEmpty: Bool, all: (current: Figure, base: Figure),
    matched: (current: Figure, base: Figure)
  ) -> [CodedChange] {
    guard let subject = share.total, !isEmpty else { return [] }
    let narrower = CodedChange(
      .many(subject.narrower), of: share, window: index, current: matched.current, base: matched.base)
    guard request.scope == .everything else { return [narrower] }
    let whole = CodedChange(.many(subject), of: share, window: index, current: all.current, base: all.base)
    let isOther = matched.current.facilities != all.current.facilities || matched.base.facilities != all.base.facilities
    guard isOther, narrower.difference != nil || whole.difference != nil else { return [whole] }
    return [whole, narrower]
  }

  /// Σ numerators over Σ denominators; refused unless every facility with a figure has both.
  private func ratio(
    of figures: [(key: Cube.SeriesKey, figure: Figure)], _ metric: Metric, _ period: PeriodExtent,
    _ reader: inout FigureReader
  ) -> ExactDecimal? {
    guard metric.isPlainRatio else { return nil }
    var numerator = DecimalSum()
    var denominator = DecimalSum()
    for figure in figures {
      guard let parts = components(figure.key, period, months: figure.figure.months, &reader),
        (try? numerator.add(parts.numerator)) != nil, (try? denominator.add(parts.denominator)) != nil
      else { return nil }
    }
    guard let above = try? numerator.total, let below = try? denominator.total else { return nil }
    return try? metric.ratio(above, over: below)
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
