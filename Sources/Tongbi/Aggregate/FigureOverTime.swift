// SPDX-License-Identifier: Apache-2.0

extension FigureReader {
  /// The figure of one metric at one facility for a period: as reported for it, or put together from its months,
  /// quarters and halves as the metric says it adds up over time.
  ///
  /// - Parameter months: Restricts the period to some of its months; `nil` takes all.
  mutating func figure(_ key: Cube.SeriesKey, over period: PeriodExtent, months: MonthSet? = nil) -> Figure {
    guard period.isReported else { return .missing }
    let overTime = ledger.cube.metrics[Int(key.metric)].overTime
    if overTime == .sum, months == nil, let sum = monthSum(key, period) { return sum.figure }
    load(key)
    guard months == nil, let whole = whole(period, overTime), whole.absence != .missing else {
      return joinedFigure(period, overTime, months)
    }
    // Which of two contradicting figures is right is for a person to say.
    guard whole.absence != .conflicting else { return figure(whole, over: period) }
    let all = reported
    reported.removeAll { $0.extent == whole.extent }
    let joined = joinedFigure(period, overTime, nil)
    reported = all
    guard let exact = joined.value, joined.months.count == period.monthCount else {
      return figure(whole, over: period)
    }
    // A masked, suspect or merely bounded figure gives way to what its months or parts make in full; so
    // does a rounded ratio that agrees with them, because 43.5 − 46.2 is not the difference of what both stand for.
    guard let value = whole.value else { return joined }
    let isRounded = overTime == .ratio && Int(whole.lastPlace) > -exact.places
    let agrees = Quantity(value, metric.unit, lastPlace: Int(whole.lastPlace)).agrees(with: exact)
    return isRounded && agrees ? joined : figure(whole, over: period)
  }

  /// The sum of a series' months where nobody asks where they stand; `nil` where a closer look is needed.
  private mutating func monthSum(_ key: Cube.SeriesKey, _ period: PeriodExtent) -> MonthSum? {
    let months = MonthRun(period)
    guard sources == .left, months.count > 1, months.count <= MonthSum.limit,
      let series = place(of: key)
    else { return nil }
    var sums = [MonthSum(months)]
    var span = sums.mutableSpan
    return monthPages.add(series, to: &span) ? span[0] : nil
  }

  /// The figure reported for just this period; a rate counted at its end speaks for it too.
  private func whole(_ period: PeriodExtent, _ overTime: Metric.Rollup) -> ReportedFigure? {
    if period.index >= 0, let whole = reported.first(where: { $0.extent == period.index }) { return whole }
    guard overTime == .ratio, period.span != nil, period.lastDayIndex >= 0 else { return nil }
    return reported.first { $0.extent == period.lastDayIndex }
  }

  private mutating func joinedFigure(
    _ period: PeriodExtent, _ overTime: Metric.Rollup, _ months: MonthSet?
  ) -> Figure {
    if overTime == .last { return lastFigure(in: period, months: months) }
    guard period.span != nil else { return fromParts(over: period, months: months) ?? .missing }
    findPieces(in: period, months: months)
    if overTime == .sum { return summed() }
    let pieces = foundPieces
    if overTime == .ratio {
      return joinedRatio(pieces, period) ?? fromParts(over: period, months: months)
        ?? marked(pieces, otherwise: pieces.isEmpty ? .missing : .notAdditive)
    }
    return marked(pieces, otherwise: pieces.isEmpty ? .missing : .notAdditive)
  }

  /// The figure that was reported for just this period, or as an instant at its end.
  private func figure(_ whole: ReportedFigure, over period: PeriodExtent) -> Figure {
    let sources = places(of: CollectionOfOne(whole)) { $0.value?.description ?? "" }
    guard let value = whole.value else { return Figure(absence: whole.absence ?? .missing, sources: sources) }
    return Figure(value: value, months: period.months, lastPlace: Int(whole.lastPlace), sources: sources)
  }

  /// The sum of the pieces found last.
  private mutating func summed() -> Figure {
    var sum = DecimalSum()
    var lastPlace: Int8 = .min
    var isMasked = false
    var isTooLarge = false
    var months = MonthSet()
    let spans = ledger.spans
    for index in pieces {
      let figure = reported[Int(index)]
      if figure.absence == .masked { isMasked = true }
      guard let value = figure.value else { continue }
      lastPlace = max(lastPlace, figure.lastPlace)
      if (try? sum.add(value)) == nil { isTooLarge = true }
      let span = spans[Int(figure.extent)]
      if span.count == 1 {
        months.append(Month(index: Int(span.first)))
      } else {
        months.formUnion(MonthSet(span.months))
      }
    }
    if isMasked { return marked(foundPieces, otherwise: .masked) }
    guard sum.count > 0 || isTooLarge else { return marked(foundPieces, otherwise: .missing) }
    let places = sources == .left ? [] : places(of: foundPieces.lazy.filter { $0.value != nil })
    guard !isTooLarge, let total = try? sum.total else {
      return Figure(absence: .notAdditive, months: months, sources: places)
    }
    return Figure(value: total, months: months, lastPlace: Int(lastPlace), sources: places)
  }

  private mutating func joinedRatio(_ pieces: [ReportedFigure], _ period: PeriodExtent) -> Figure? {
    if pieces.contains(where: { $0.absence == .masked }) { return marked(pieces, otherwise: .masked) }
    let present = pieces.filter { $0.absence == nil }
    if present.count == 1, let only = present.first, let value = only.value {
      // One month or quarter alone needs no joining.
      return Figure(
        value: value, months: extent(of: only).months, lastPlace: Int(only.lastPlace), sources: places(of: present))
    }
    guard !present.isEmpty, metric.isPlainRatio, let parts = ratioParts(present),
      let value = try? metric.ratio(parts.numerator, over: parts.denominator)
    else { return nil }
    return Figure(value: value, months: months(of: present), status: .derived, sources: places(of: present))
  }

  private func ratioParts(_ pieces: [ReportedFigure]) -> (numerator: ExactDecimal, denominator: ExactDecimal)? {
    var numerator = DecimalSum()
    var denominator = DecimalSum()
    for piece in pieces {
      guard let cell = cell(of: piece), let above = cell.numerator, let below = cell.denominator,
        (try? numerator.add(above)) != nil, (try? denominator.add(below)) != nil
      else { return nil }
    }
    guard let above = try? numerator.total, let below = try? denominator.total else { return nil }
    return (above, below)
  }

  /// The last figure of a stock within the period: an instant or a month, else a quarter or a half.
  private func lastFigure(in period: PeriodExtent, months: MonthSet?) -> Figure {
    let last = reported.last { figure in
      guard figure.absence != .missing else { return false }
      let own = extent(of: figure)
      return (months?.contains(own.lastMonth) ?? true) && period.days.contains(own.days.upperBound)
    }
    guard let last else { return .missing }
    guard let value = last.value else { return marked([last], otherwise: .missing) }
    let own = extent(of: last)
    var covered = period.months
    if own.days.upperBound != period.days.upperBound, let span = period.span {
      covered = own.lastMonth < span.lowerBound ? MonthSet() : MonthSet(span.lowerBound...own.lastMonth)
    }
    return Figure(value: value, months: covered, lastPlace: Int(last.lastPlace), sources: places(of: [last]))
  }

  /// A ratio from the figures of the metrics that are its numerator and denominator.
  private mutating func fromParts(over period: PeriodExtent, months: MonthSet?) -> Figure? {
    guard let parts = ledger.ratioPartFigures(key, over: period, months: months, sources: sources),
      let above = parts.numerator.value, let below = parts.denominator.value,
      let value = try? metric.ratio(above, over: below)
    else { return nil }
    let sources = Array((parts.numerator.sources + parts.denominator.sources).prefix(4))
    return Figure(value: value, months: parts.numerator.months, status: .derived, sources: sources)
  }

  private func marked(_ pieces: [ReportedFigure], otherwise absence: Figure.Absence) -> Figure {
    let found = pieces.first { $0.absence != nil }?.absence ?? absence
    return Figure(absence: found, sources: places(of: pieces))
  }

  /// Numerator and denominator that stand beside a ratio's own figures, over a period.
  mutating func ownComponents(
    _ key: Cube.SeriesKey, _ period: PeriodExtent, months: MonthSet?
  ) -> (numerator: ExactDecimal, denominator: ExactDecimal)? {
    load(key)
    if months == nil, let whole = reported.first(where: { $0.extent == period.index }),
      let cell = cell(of: whole), let above = cell.numerator, let below = cell.denominator
    {
      return (above, below)
    }
    let store = ledger.cube.store
    findPieces(in: period, months: months) { store.cell(at: $0.reference)?.numerator != nil }
    let pieces = foundPieces
    guard !pieces.isEmpty, self.months(of: pieces) == months ?? period.months else { return nil }
    return ratioParts(pieces)
  }
}

extension Ledger {
  /// The figure of one series for a period, with where it stands.
  func figure(_ key: Cube.SeriesKey, over period: Period) -> Figure {
    var reader = FigureReader(self, sources: .kept)
    return reader.figure(key, over: extent(of: period))
  }

  /// A period with what comparisons need, its indexes in this ledger among them.
  func extent(of period: Period) -> PeriodExtent {
    func index(_ period: Period) -> Int32 {
      cube.store.places.existing(period, part: 0).map { $0.group * Int32(CellPlaces.length) + $0.slot } ?? -1
    }
    let plain = period.canonical
    let days = PeriodExtent(plain).days
    let isReported = extents.contains { $0.map { days.contains($0.days.upperBound) } ?? false }
    return PeriodExtent(
      plain, index: index(plain), lastDayIndex: index(.instant(plain.lastDay)), isReported: isReported)
  }

  /// The figures reported for one series, by time.
  func reported(_ key: Cube.SeriesKey) -> [ReportedFigure] {
    var reader = FigureReader(self, sources: .left)
    reader.load(key)
    return reader.reported
  }

  /// The figures of numerator and denominator over the same months; `nil` where one is lacking.
  func ratioPartFigures(
    _ key: Cube.SeriesKey, over period: PeriodExtent, months: MonthSet?, sources: FigureReader.Sources
  ) -> (numerator: Figure, denominator: Figure)? {
    guard let parts = ratioPartKeys(of: key) else { return nil }
    var reader = FigureReader(self, sources: sources)
    let numerator = reader.figure(parts.numerator, over: period, months: months)
    let denominator = reader.figure(parts.denominator, over: period, months: months)
    guard numerator.value != nil, denominator.value != nil, numerator.months == denominator.months else { return nil }
    return (numerator, denominator)
  }

  /// The series that a ratio follows from.
  func ratioPartKeys(of key: Cube.SeriesKey) -> (numerator: Cube.SeriesKey, denominator: Cube.SeriesKey)? {
    guard let parts = ratioParts[Int(key.metric)] else { return nil }
    return (
      Cube.SeriesKey(facility: key.facility, metric: parts.numerator),
      Cube.SeriesKey(facility: key.facility, metric: parts.denominator)
    )
  }
}
