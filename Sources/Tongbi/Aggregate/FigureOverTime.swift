// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// The figure of one metric at one facility for a period: as reported for it, or put together from its months,
  /// quarters and halves as the metric says it adds up over time.
  ///
  /// - Parameter months: Restricts the period to some of its months; `nil` takes all.
  func figure(_ key: Cube.SeriesKey, over period: Period, months: Set<Month>? = nil) -> Figure {
    let metric = cube.metrics[Int(key.metric)]
    let reported = reported[key] ?? []
    guard months == nil, let whole = whole(reported, metric, period), whole.absence != .missing else {
      return joinedFigure(key, metric, reported, period, months)
    }
    // Which of two contradicting figures is right is for a person to say.
    guard whole.absence != .conflicting else { return figure(whole, over: period) }
    let joined = joinedFigure(key, metric, reported.filter { $0.period != whole.period }, period, nil)
    guard let exact = joined.value, joined.months.count == period.months.count else {
      return figure(whole, over: period)
    }
    // A masked, suspect or merely bounded figure gives way to what its months or parts make in full; so
    // does a rounded ratio that agrees with them, because 43.5 − 46.2 is not the difference of what both stand for.
    guard let value = whole.value else { return joined }
    let isRounded = metric.overTime == .ratio && whole.lastPlace > -exact.places
    let agrees = Quantity(value, metric.unit, lastPlace: whole.lastPlace).agrees(with: exact)
    return isRounded && agrees ? joined : figure(whole, over: period)
  }

  /// The figure reported for just this period; a rate counted at its end speaks for it too.
  private func whole(_ reported: [ReportedFigure], _ metric: Metric, _ period: Period) -> ReportedFigure? {
    if let whole = reported.first(where: { $0.period == period }) { return whole }
    guard metric.overTime == .ratio, period.monthSpan != nil else { return nil }
    return reported.first { $0.period == .instant(period.lastDay) }
  }

  private func joinedFigure(
    _ key: Cube.SeriesKey, _ metric: Metric, _ reported: [ReportedFigure], _ period: Period, _ months: Set<Month>?
  ) -> Figure {
    if metric.overTime == .last { return lastFigure(reported, in: period, months: months) }
    guard period.monthSpan != nil else { return fromParts(key, over: period, months: months) ?? .missing }
    let pieces = pieces(of: reported, in: period, months: months)
    if metric.overTime == .ratio {
      return joinedRatio(pieces, metric, period) ?? fromParts(key, over: period, months: months)
        ?? marked(pieces, otherwise: pieces.isEmpty ? .missing : .notAdditive)
    }
    guard metric.overTime == .sum else {
      return marked(pieces, otherwise: pieces.isEmpty ? .missing : .notAdditive)
    }
    return summed(pieces, in: period)
  }

  /// The figure that was reported for just this period, or as an instant at its end.
  private func figure(_ whole: ReportedFigure, over period: Period) -> Figure {
    let sources = whole.origins.prefix(3).map { cube.source(of: $0, quote: whole.value?.description ?? "") }
    guard let value = whole.value else { return Figure(absence: whole.absence ?? .missing, sources: sources) }
    return Figure(value: value, months: Set(period.months), lastPlace: whole.lastPlace, sources: sources)
  }

  /// Disjoint reported periods that cover as many months of the period as possible, the longest first at each month.
  func pieces(of reported: [ReportedFigure], in period: Period, months: Set<Month>?) -> [ReportedFigure] {
    guard let span = period.monthSpan else { return [] }
    var byStart: [Month: [ReportedFigure]] = [:]
    for figure in reported {
      guard figure.absence != .missing, let part = figure.period.monthSpan, span.contains(part.lowerBound),
        span.contains(part.upperBound)
      else { continue }
      if let months, !months.isSuperset(of: figure.period.months) { continue }
      byStart[part.lowerBound, default: []].append(figure)
    }
    var pieces: [ReportedFigure] = []
    var month = span.lowerBound
    while month <= span.upperBound {
      // A figure with a value is preferred to a longer one without.
      let longest = byStart[month]?.max { left, right in
        if (left.value == nil) != (right.value == nil) { return left.value == nil }
        return left.period.months.count < right.period.months.count
      }
      if let longest { pieces.append(longest) }
      month = (longest?.period.monthSpan?.upperBound ?? month).advanced(by: 1)
    }
    return pieces
  }

  private func summed(_ pieces: [ReportedFigure], in period: Period) -> Figure {
    let present = pieces.filter { $0.value != nil }
    let months = Set(present.flatMap(\.period.months))
    guard pieces.allSatisfy({ $0.absence != .masked }) else { return marked(pieces, otherwise: .masked) }
    guard !present.isEmpty else { return marked(pieces, otherwise: .missing) }
    var sum = DecimalSum()
    do {
      for piece in present { if let value = piece.value { try sum.add(value) } }
      return Figure(
        value: try sum.total, months: months, status: .reported, lastPlace: present.map(\.lastPlace).max(),
        sources: firstSources(present))
    } catch {
      return Figure(absence: .notAdditive, months: months, sources: firstSources(present))
    }
  }

  private func joinedRatio(_ pieces: [ReportedFigure], _ metric: Metric, _ period: Period) -> Figure? {
    if pieces.contains(where: { $0.absence == .masked }) { return marked(pieces, otherwise: .masked) }
    let present = pieces.filter { $0.absence == nil }
    if present.count == 1, let only = present.first, let value = only.value {
      // One month or quarter alone needs no joining.
      return Figure(
        value: value, months: Set(only.period.months), lastPlace: only.lastPlace, sources: firstSources(present))
    }
    guard !present.isEmpty, metric.isPlainRatio, let parts = ratioParts(present),
      let value = try? metric.ratio(parts.numerator, over: parts.denominator)
    else { return nil }
    return Figure(
      value: value, months: Set(present.flatMap(\.period.months)), status: .derived, sources: firstSources(present))
  }

  func ratioParts(_ pieces: [ReportedFigure]) -> (numerator: ExactDecimal, denominator: ExactDecimal)? {
    var numerator = DecimalSum()
    var denominator = DecimalSum()
    for piece in pieces {
      guard let above = piece.numerator, let below = piece.denominator, (try? numerator.add(above)) != nil,
        (try? denominator.add(below)) != nil
      else { return nil }
    }
    guard let above = try? numerator.total, let below = try? denominator.total else { return nil }
    return (above, below)
  }

  /// The last figure of a stock within the period: an instant or a month, else a quarter or a half.
  private func lastFigure(_ reported: [ReportedFigure], in period: Period, months: Set<Month>?) -> Figure {
    let last = reported.last { figure in
      guard figure.absence != .missing else { return false }
      let day = figure.period.lastDay
      if let months { return months.contains(day.month) && period.contains(.instant(day)) }
      return period.contains(.instant(day)) && period.firstDay.map { $0 <= day } ?? true
    }
    guard let last else { return .missing }
    guard let value = last.value else { return marked([last], otherwise: .missing) }
    let isWhole = last.period.lastDay == period.lastDay
    let covered = isWhole ? period.months : period.months.filter { $0 <= last.period.lastDay.month }
    return Figure(
      value: value, months: Set(covered), lastPlace: last.lastPlace, sources: firstSources([last]))
  }

  /// A ratio from the figures of the metrics that are its numerator and denominator.
  private func fromParts(_ key: Cube.SeriesKey, over period: Period, months: Set<Month>?) -> Figure? {
    guard let parts = ratioPartFigures(key, over: period, months: months),
      let above = parts.numerator.value, let below = parts.denominator.value,
      let value = try? cube.metrics[Int(key.metric)].ratio(above, over: below)
    else { return nil }
    let sources = Array((parts.numerator.sources + parts.denominator.sources).prefix(4))
    return Figure(value: value, months: parts.numerator.months, status: .derived, sources: sources)
  }

  /// The figures of numerator and denominator over the same months; `nil` where one is lacking.
  func ratioPartFigures(
    _ key: Cube.SeriesKey, over period: Period, months: Set<Month>?
  ) -> (numerator: Figure, denominator: Figure)? {
    let metric = cube.metrics[Int(key.metric)]
    guard metric.isPlainRatio, metric.overFacilities == .ratio,
      let above = metric.numerator.flatMap(cube.code(forMetric:)),
      let below = metric.denominator.flatMap(cube.code(forMetric:)), above != below
    else { return nil }
    let numerator = figure(Cube.SeriesKey(facility: key.facility, metric: above), over: period, months: months)
    let denominator = figure(Cube.SeriesKey(facility: key.facility, metric: below), over: period, months: months)
    guard numerator.value != nil, denominator.value != nil, numerator.months == denominator.months else { return nil }
    return (numerator, denominator)
  }

  private func marked(_ pieces: [ReportedFigure], otherwise absence: Figure.Absence) -> Figure {
    let found = pieces.compactMap(\.absence).first ?? absence
    return Figure(absence: found, sources: firstSources(pieces))
  }

  private func firstSources(_ pieces: [ReportedFigure]) -> [Source] {
    pieces.lazy.flatMap(\.origins).prefix(3).map { cube.source(of: $0) }
  }
}

extension Ledger {
  /// Numerator and denominator that stand beside a ratio's own figures, over a period.
  func ownComponents(
    _ key: Cube.SeriesKey, _ period: Period, months: Set<Month>?
  ) -> (numerator: ExactDecimal, denominator: ExactDecimal)? {
    let reported = reported[key] ?? []
    if months == nil, let whole = reported.first(where: { $0.period == period }), let above = whole.numerator,
      let below = whole.denominator
    {
      return (above, below)
    }
    let pieces = pieces(of: reported.filter { $0.numerator != nil }, in: period, months: months)
    let covered = Set(pieces.flatMap(\.period.months))
    guard !pieces.isEmpty, covered == months ?? Set(period.months) else { return nil }
    return ratioParts(pieces)
  }
}
