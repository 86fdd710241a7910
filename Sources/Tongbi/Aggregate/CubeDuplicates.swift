// SPDX-License-Identifier: Apache-2.0

extension Cube {
  /// How many contradictions are listed one by one: memory follows the cells, not the rows.
  static let mostContradictions = 500

  /// Puts a cell into its place, or together with the one that is there.
  mutating func put(_ cell: Cell, _ key: SeriesKey, _ place: CellPlace) {
    let index = store.series(facility: key.facility, metric: key.metric)
    let reference = CellStore.Reference(page: store.page(index, place.group), slot: place.slot)
    guard let known = store.cell(at: reference) else { return store.write(cell, at: reference) }
    store.write(joined(known, cell, key, place), at: reference)
  }

  /// What two cells of one place say together.
  private mutating func joined(_ first: Cell, _ cell: Cell, _ key: SeriesKey, _ place: CellPlace) -> Cell {
    var known = first
    if policy == .sum, known.isFromTable(of: cell) {
      known = added(known, cell, key, place)
    } else if known.absence == nil, cell.absence == nil, known.isExact == cell.isExact, !known.agrees(with: cell) {
      known = resolved(known, cell, key, place)
    } else if known.absence == .conflicting, cell.absence == nil {
      known.addOrigins(of: cell)
    } else if cell.isMorePrecise(than: known) {
      let coarser = known
      known = cell
      if coarser.absence == nil { known.addOrigins(of: coarser) }
    } else if cell.absence == nil {
      known.addOrigins(of: cell)
    }
    return known
  }

  /// Rows of one table that are to be added: equal ones too, so that their order does not matter. A row that is hidden
  /// hides the sum; a row without a figure leaves it.
  private mutating func added(_ known: Cell, _ cell: Cell, _ key: SeriesKey, _ place: CellPlace) -> Cell {
    if known.absence == .conflicting || cell.absence == .missing { return known }
    if known.absence == .missing { return cell }
    if known.absence != nil { return known }
    if cell.absence != nil { return cell }
    return resolved(known, cell, key, place)
  }

  /// Two figures that cannot both be right: a finding, then what the policy says.
  private mutating func resolved(_ known: Cell, _ cell: Cell, _ key: SeriesKey, _ place: CellPlace) -> Cell {
    let metric = metrics[Int(key.metric)]
    let sum = policy == .sum ? known.sum(with: cell, of: metric) : nil
    // Ratios without their parts cannot be added: neither is used, whatever was asked for.
    let used = policy == .sum && sum == nil ? DuplicatePolicy.error : policy
    tell(known, cell, of: metric, key, place, used)
    var result = known
    switch used {
    case .error: result.absence = .conflicting
    case .first: break
    case .last: result = cell
    case .sum: result = sum ?? known
    }
    result.addOrigins(of: used == .last ? known : cell)
    return result
  }

  private mutating func tell(
    _ known: Cell, _ cell: Cell, of metric: Metric, _ key: SeriesKey, _ place: CellPlace, _ used: DuplicatePolicy
  ) {
    contradictions += 1
    guard contradictions <= Self.mostContradictions else { return }
    let topic = AggregateProblem.Topic(
      facility: facilities[Int(key.facility)], metric: metric, period: store.places.period(at: place))
    let (first, second) = (statement(known, metric), statement(cell, metric))
    let problem = AggregateProblem.contradiction(topic, first: first, second: second, used: used)
    report(Finding(used == .error ? .error : .warning, problem, at: second.source))
  }

  private func statement(_ cell: Cell, _ metric: Metric) -> AggregateProblem.Statement {
    let text = "\(cell.value)\(metric.unit.symbol)"
    return AggregateProblem.Statement(
      text: text, source: cell.origins.first.map { source(of: $0, quote: text) } ?? Source(file: "-"))
  }
}

extension Cell {
  /// Both together: added up, or for a ratio worked out again from the sums of its parts; `nil` where that cannot be.
  fileprivate func sum(with other: Cell, of metric: Metric) -> Cell? {
    var sum = self
    sum.isExact = isExact && other.isExact
    sum.lastPlace = max(lastPlace, other.lastPlace)
    if metric.overFacilities == .sum {
      guard let value = try? value + other.value else { return nil }
      sum.value = value
      return sum
    }
    guard metric.isPlainRatio, let above = numerator, let below = denominator, let otherAbove = other.numerator,
      let otherBelow = other.denominator, let numerator = try? above + otherAbove,
      let denominator = try? below + otherBelow, let value = try? metric.ratio(numerator, over: denominator)
    else { return nil }
    sum.numerator = numerator
    sum.denominator = denominator
    sum.value = value
    return sum
  }
}
