// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// What a person should look at once all figures stand side by side, beside what was found while reading.
  ///
  /// - Parameters:
  ///   - period: The current period of the charts, for findings on totals; `nil` leaves these out.
  ///   - totals: The changes of all facilities in that period, where they are known already.
  public func findings(period: Period? = nil, totals: [Change]? = nil) -> [Finding] {
    var findings = cube.findings
    let suspects = cube.metrics.indices.map { needsLook(at: cube.metrics[$0]) }
    if suspects.contains(true) || cube.store.hasBounds {
      var reader = FigureReader(self, sources: .kept)
      let keys = cube.store.series.map { Cube.SeriesKey(facility: $0.facility, metric: $0.metric) }
        .filter { suspects[Int($0.metric)] || cube.store.hasBounds }
      for key in keys.sorted(by: { ($0.metric, $0.facility) < ($1.metric, $1.facility) }) {
        findings += sumFindings(key, &reader) + ratioFindings(key, &reader) + boundFindings(key, &reader)
      }
    }
    findings += changeFindings() + listFindings()
    if let period {
      let totals = totals ?? changes(ChangeRequest(grouping: .metric, period: period), sources: .left)
      findings += totalFindings(period, totals)
    }
    return findings
  }

  /// Whether figures of a metric can contradict each other: a period against its months, a ratio against its parts.
  private func needsLook(at metric: Metric) -> Bool {
    metric.overFacilities == .ratio
      || (metric.overTime == .sum && extents.contains { $0?.monthCount ?? 0 > 1 })
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
  private func sumFindings(_ key: Cube.SeriesKey, _ reader: inout FigureReader) -> [Finding] {
    let metric = cube.metrics[Int(key.metric)]
    guard metric.overTime == .sum else { return [] }
    reader.load(key)
    var findings: [Finding] = []
    for whole in reader.reported {
      let period = reader.extent(of: whole)
      guard let value = whole.value, period.monthCount > 1 else { continue }
      let extents = extents
      reader.findPieces(in: period, months: nil) { piece in
        piece.extent != whole.extent && (extents[Int(piece.extent)]?.monthCount ?? 0) < period.monthCount
      }
      let pieces = reader.foundPieces
      guard pieces.allSatisfy({ $0.value != nil }), reader.months(of: pieces).count == period.monthCount else {
        continue
      }
      var sum = DecimalSum()
      let isAdded = pieces.allSatisfy { piece in piece.value.map { (try? sum.add($0)) != nil } ?? true }
      guard isAdded, let total = try? sum.total else { continue }
      // Each rounded part may be off by half a unit of its last digit.
      let lastPlace = Int(max(whole.lastPlace, pieces.map(\.lastPlace).max() ?? 0))
      guard !Quantity(value, metric.unit, lastPlace: lastPlace).agrees(with: total) else { continue }
      let stated = statement(value, metric.unit, reader.cell(of: whole)?.origins ?? [])
      findings.append(
        Finding(
          .error, AggregateProblem.sumDiffers(topic(key, period.period), stated: stated, computed: total),
          at: stated.source))
    }
    return findings
  }

  /// A ratio against the figures of its numerator and denominator.
  private func ratioFindings(_ key: Cube.SeriesKey, _ reader: inout FigureReader) -> [Finding] {
    let metric = cube.metrics[Int(key.metric)]
    guard metric.overFacilities == .ratio else { return [] }
    reader.load(key)
    return reader.reported.compactMap { figure in
      let period = extent(of: reader.extent(of: figure).period)
      guard let value = figure.value,
        let parts = ratioPartFigures(key, over: period, months: nil, sources: .left),
        let above = parts.numerator.value, let below = parts.denominator.value,
        let computed = try? metric.ratio(above, over: below)
      else { return nil }
      guard !Quantity(value, metric.unit, lastPlace: Int(figure.lastPlace)).agrees(with: computed) else { return nil }
      let stated = statement(value, metric.unit, reader.cell(of: figure)?.origins ?? [])
      return Finding(
        .warning, AggregateProblem.ratioDiffers(topic(key, period.period), stated: stated, computed: computed),
        at: stated.source)
    }
  }

  private func boundFindings(_ key: Cube.SeriesKey, _ reader: inout FigureReader) -> [Finding] {
    guard order[Int(key.facility)] >= 0, cube.store.hasBounds else { return [] }
    reader.load(key)
    return reader.reported.compactMap { figure in
      guard figure.absence == .bounded, let origin = reader.cell(of: figure)?.origins.first else { return nil }
      let source = cube.source(of: origin)
      let period = reader.extent(of: figure).period
      return Finding(.note, AggregateProblem.onlyBound(topic(key, period), text: source.quote), at: source)
    }
  }

  /// Stated changes against the figures of both periods.
  private func changeFindings() -> [Finding] {
    cube.statements.flatMap { statement -> [Finding] in
      let metric = cube.metrics[Int(statement.key.metric)]
      return statement.changes.compactMap { change in
        guard change.priceBasis != .comparable, let basePeriod = change.basePeriod(for: statement.period) else {
          return nil
        }
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
    let unlisted = cube.facilities.indices.filter { order[$0] < 0 && !Facility.isCollective(cube.facilities[$0]) }
    guard !unlisted.isEmpty else { return [] }
    var figures: [Int: [ReportedFigure]] = [:]
    var reader = FigureReader(self, sources: .left)
    for series in cube.store.series where order[Int(series.facility)] < 0 {
      reader.load(Cube.SeriesKey(facility: series.facility, metric: series.metric))
      figures[Int(series.facility), default: []] += reader.reported
    }
    return unlisted.compactMap { index in
      let found = figures[index] ?? []
      let origins = found.compactMap { reader.cell(of: $0)?.origins }.flatMap(\.self)
      guard let first = origins.min(by: { ($0.index, $0.row) < ($1.index, $1.row) }) else { return nil }
      let problem = AggregateProblem.facilityNotListed(cube.facilities[index], count: found.count)
      return Finding(.warning, problem, at: cube.source(of: first))
    }
  }

  /// Totals that cannot be made, or whose facilities are not the same in both periods.
  private func totalFindings(_ period: Period, _ totals: [Change]) -> [Finding] {
    let totals = Dictionary(grouping: totals, by: \.metric.id)
    return cube.metrics.flatMap { metric -> [Finding] in
      let totals = totals[metric.id] ?? []
      guard let all = totals.first, let source = firstSource(of: metric) else { return [] }
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

extension Ledger {
  /// Where the first facility's first figure of a metric stands.
  private func firstSource(of metric: Metric) -> Source? {
    guard let key = firstKey(of: metric) else { return nil }
    var reader = FigureReader(self, sources: .kept)
    reader.load(key)
    return reader.places(of: reader.reported.prefix(1)).first
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
