// SPDX-License-Identifier: Apache-2.0

extension Ledger {
  /// The total of all facilities and, where it is made from other facilities in the two periods, of those in both; the
  /// facilities are those of a group where one is named.
  func totals(
    _ keys: [Cube.SeriesKey], of group: String? = nil, metric: Metric, period: Period, request: ChangeRequest
  ) -> [Change] {
    let subject = group.map(Change.Subject.group) ?? .all
    let narrower = group.map(Change.Subject.matchedGroup) ?? .matched
    let matched = total(keys, subject: narrower, metric: metric, period: period, request: request)
    guard request.scope == .everything else { return matched.map { [$0] } ?? [] }
    guard let all = total(keys, subject: subject, metric: metric, period: period, request: request) else { return [] }
    guard let matched,
      matched.current.facilities != all.current.facilities || matched.base.facilities != all.base.facilities,
      matched.difference != nil || all.difference != nil
    else { return [all] }
    return [all, matched]
  }

  /// The change of many facilities together; `nil` when none of them has anything in either period.
  func total(
    _ keys: [Cube.SeriesKey], subject: Change.Subject, metric: Metric, period: Period, request: ChangeRequest
  ) -> Change? {
    let base = (request.base ?? period.yearEarlier).canonical
    var request = request
    request.base = base
    var pairs: [(key: Cube.SeriesKey, change: Change)] = keys.compactMap { key in
      change(key, period: period, request: request).map { (key, $0) }
    }
    guard !pairs.isEmpty else { return nil }
    if subject.isMatched || request.scope == .matched { pairs = pairs.filter { $0.change.isMatched } }
    let current = joined(pairs.map { ($0.key, $0.change.current) }, metric, period)
    let before = joined(pairs.map { ($0.key, $0.change.base) }, metric, base)
    return Change(
      subject: subject, metric: metric, period: period, basePeriod: base, current: current, base: before)
  }

  private func joined(_ figures: [(key: Cube.SeriesKey, figure: Figure)], _ metric: Metric, _ period: Period) -> Figure
  {
    let present = figures.filter { $0.figure.value != nil }
    guard !present.isEmpty else { return Figure(absence: figures.compactMap(\.figure.absence).first ?? .missing) }
    let months = present.reduce(into: Set<Month>()) { $0.formUnion($1.figure.months) }
    guard let value = value(of: present, metric, period) else {
      return Figure(absence: .notAdditive, months: months, facilities: present.count)
    }
    return Figure(
      value: value.total, months: months, facilities: value.count, status: value.status,
      lastPlace: present.map(\.figure.lastPlace).max())
  }

  private typealias Joined = (total: ExactDecimal, count: Int, status: Observation.Status)

  private func value(
    of figures: [(key: Cube.SeriesKey, figure: Figure)], _ metric: Metric, _ period: Period
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
      return ratio(of: figures, metric, period)
    case .last, .none:
      return nil
    }
  }

  /// Σ numerators over Σ denominators; refused unless every facility with a figure has both.
  private func ratio(
    of figures: [(key: Cube.SeriesKey, figure: Figure)], _ metric: Metric, _ period: Period
  ) -> Joined? {
    guard metric.isPlainRatio else { return nil }
    var numerator = DecimalSum()
    var denominator = DecimalSum()
    for figure in figures {
      guard let parts = components(figure.key, period, months: figure.figure.months),
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
    _ key: Cube.SeriesKey, _ period: Period, months: Set<Month>
  ) -> (numerator: ExactDecimal, denominator: ExactDecimal)? {
    let restriction = months.count == period.months.count ? nil : months
    if let parts = ratioPartFigures(key, over: period, months: restriction), let above = parts.numerator.value,
      let below = parts.denominator.value
    {
      return (above, below)
    }
    return ownComponents(key, period, months: restriction)
  }
}

extension Change {
  /// Whether both sides have a value that may be compared.
  var isMatched: Bool { difference != nil }
}

extension Change.Subject {
  /// Whether it is about facilities in both periods alone.
  var isMatched: Bool {
    switch self {
    case .matched, .matchedGroup: true
    case .facility, .group, .all: false
    }
  }
}
