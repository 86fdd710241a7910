// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// What a person should look at once all figures stand side by side, beside what was found while reading.
  ///
  /// - Parameter period: The current period of the charts, for findings on totals; `nil` leaves these out.
  public func findings(period: Period? = nil) -> [Finding] {
    let keys = reported.keys.sorted { ($0.metric, $0.facility) < ($1.metric, $1.facility) }
    var findings = cube.findings
    for key in keys {
      findings += sumFindings(key) + ratioFindings(key) + boundFindings(key)
    }
    findings += changeFindings() + listFindings()
    if let period { findings += totalFindings(period) }
    return findings
  }

  private func topic(_ key: Cube.SeriesKey, _ period: Period) -> AggregateProblem.Topic {
    AggregateProblem.Topic(
      facility: cube.facilities[Int(key.facility)], metric: cube.metrics[Int(key.metric)], period: period)
  }

  private func statement(
    _ value: ExactDecimal, _ unit: Unit, _ origins: [Cell.Origin]
  ) -> AggregateProblem.Statement {
    let text = "\(value)\(unit.symbol)"
    let source = origins.first.map { cube.source(of: $0, quote: text) } ?? Source(file: "-", quote: text)
    return AggregateProblem.Statement(text: text, source: source)
  }

  /// A figure for many months against what its months add up to.
  private func sumFindings(_ key: Cube.SeriesKey) -> [Finding] {
    let metric = cube.metrics[Int(key.metric)]
    guard metric.overTime == .sum, let figures = reported[key] else { return [] }
    return figures.compactMap { whole in
      guard let value = whole.value, whole.period.months.count > 1 else { return nil }
      let finer = figures.filter { $0.period != whole.period && $0.period.months.count < whole.period.months.count }
      let pieces = pieces(of: finer, in: whole.period, months: nil)
      guard pieces.allSatisfy({ $0.value != nil }), pieces.flatMap(\.period.months).count == whole.period.months.count
      else { return nil }
      var sum = DecimalSum()
      for piece in pieces { if let value = piece.value, (try? sum.add(value)) == nil { return nil } }
      guard let total = try? sum.total else { return nil }
      // Each rounded part may be off by half a unit of its last digit.
      let lastPlace = max(whole.lastPlace, pieces.map(\.lastPlace).max() ?? 0)
      guard !Quantity(value, metric.unit, lastPlace: lastPlace).agrees(with: total) else { return nil }
      let stated = statement(value, metric.unit, whole.origins)
      return Finding(
        .error, AggregateProblem.sumDiffers(topic(key, whole.period), stated: stated, computed: total),
        at: stated.source)
    }
  }

  /// A ratio against the figures of its numerator and denominator.
  private func ratioFindings(_ key: Cube.SeriesKey) -> [Finding] {
    let metric = cube.metrics[Int(key.metric)]
    guard metric.overFacilities == .ratio, let figures = reported[key] else { return [] }
    return figures.compactMap { figure in
      guard let value = figure.value, let parts = ratioPartFigures(key, over: figure.period, months: nil),
        let above = parts.numerator.value, let below = parts.denominator.value,
        let computed = try? metric.ratio(above, over: below)
      else { return nil }
      guard !Quantity(value, metric.unit, lastPlace: figure.lastPlace).agrees(with: computed) else { return nil }
      let stated = statement(value, metric.unit, figure.origins)
      return Finding(
        .warning, AggregateProblem.ratioDiffers(topic(key, figure.period), stated: stated, computed: computed),
        at: stated.source)
    }
  }

  private func boundFindings(_ key: Cube.SeriesKey) -> [Finding] {
    guard counted.contains(key.facility) else { return [] }
    return (reported[key] ?? []).compactMap { figure in
      guard figure.absence == .bounded, let origin = figure.origins.first else { return nil }
      let source = cube.source(of: origin)
      return Finding(
        .note, AggregateProblem.onlyBound(topic(key, figure.period), text: source.quote), at: source)
    }
  }

  /// Stated changes against the figures of both periods.
  private func changeFindings() -> [Finding] {
    cube.statements.flatMap { statement -> [Finding] in
      let metric = cube.metrics[Int(statement.key.metric)]
      return statement.changes.compactMap { change in
        guard let basePeriod = change.basePeriod(for: statement.period) else { return nil }
        let base = figure(statement.key, over: basePeriod)
        guard let before = base.value, base.months.count == basePeriod.months.count,
          let current = currentFigure(statement)
        else { return nil }
        let check = StatedChangeCheck(metric: metric, current: current, base: (before, base.lastPlace))
        guard let computed = check.contradiction(of: change) else { return nil }
        let source = base.sources.first ?? Source(file: "-")
        let kind: StatedChange.Kind = metric.changeStyle == .points && change.kind == .percent ? .points : change.kind
        let problem = AggregateProblem.changeDiffers(
          topic(statement.key, statement.period), stated: change,
          computed: StatedChange(kind: kind, value: computed),
          current: "\(current.value)\(metric.unit.symbol)",
          base: AggregateProblem.Statement(text: "\(before)\(metric.unit.symbol)", source: source))
        return Finding(.error, problem, at: statement.source)
      }
    }
  }

  private func currentFigure(_ statement: Cube.Statement) -> (value: ExactDecimal, lastPlace: Int)? {
    if let quantity = statement.quantity {
      return quantity.bound == .exact ? (quantity.value, quantity.lastPlace) : nil
    }
    let figure = figure(statement.key, over: statement.period)
    return figure.value.map { ($0, figure.lastPlace) }
  }

  /// Facilities that a list exists for but does not name.
  private func listFindings() -> [Finding] {
    guard !facilities.isEmpty else { return [] }
    return cube.facilities.indices.compactMap { index in
      let name = cube.facilities[index]
      guard !counted.contains(Int32(index)), !Facility.isCollective(name) else { return nil }
      let figures = reported.filter { $0.key.facility == Int32(index) }.values.flatMap { $0 }
      let first = figures.flatMap(\.origins).min { ($0.index, $0.row) < ($1.index, $1.row) }
      guard let first else { return nil }
      let problem = AggregateProblem.facilityNotListed(name, count: figures.count)
      return Finding(.warning, problem, at: cube.source(of: first))
    }
  }

  /// Totals that cannot be made, or whose facilities are not the same in both periods.
  private func totalFindings(_ period: Period) -> [Finding] {
    cube.metrics.flatMap { metric -> [Finding] in
      let totals = totals(ofMetric: metric.id, period: period)
      guard let all = totals.first, let key = keys(of: metric).first,
        let source = reported[key]?.first?.origins.first.map({ cube.source(of: $0) })
      else { return [] }
      if all.current.absence == .notAdditive {
        let topic = AggregateProblem.Topic(facility: "", metric: metric, period: period)
        return [Finding(.note, AggregateProblem.ratioNeedsParts(topic), at: Source(file: source.file))]
      }
      guard totals.count > 1, let matched = totals.last, all.difference != nil, matched.difference != all.difference
      else { return [] }
      let problem = AggregateProblem.scopeChanged(
        metric: metric, period: period, current: all.current.facilities, base: all.base.facilities,
        matched: matched.current.facilities)
      return [Finding(.note, problem, at: Source(file: source.file))]
    }
  }
}

extension StatedChange {
  /// The period that the change is measured from.
  func basePeriod(for period: Period) -> Period? {
    if let base { return base.canonical }
    switch relation {
    case .yearEarlier: return period.yearEarlier
    case .preceding: return period.preceding
    case .other: return nil
    }
  }
}
