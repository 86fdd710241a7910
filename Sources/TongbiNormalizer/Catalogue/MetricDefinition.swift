// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What a project file says of a metric: a new one, or other facts for a known one.
package struct MetricDefinition: Hashable, Sendable {
  /// The stable name: `drug_ratio`.
  package var id: String
  /// The Chinese name.
  package var name: String?
  /// The English name.
  package var englishName: String?
  /// The unit; a multiplier (万元) is taken off and put on the bounds.
  package var unit: String?
  /// What kind of figure it is.
  package var kind: Metric.Kind?
  /// The metric above the line, by id or name.
  package var numerator: String?
  /// The metric below the line, by id or name.
  package var denominator: String?
  /// How it joins over facilities.
  package var overFacilities: Metric.Rollup?
  /// How it joins over months.
  package var overTime: Metric.Rollup?
  /// Which direction is better.
  package var better: Metric.Better?
  /// How its change is stated.
  package var change: Metric.ChangeStyle?
  /// The lowest plausible value, in `unit`.
  package var lowest: ExactDecimal?
  /// The highest plausible value, in `unit`.
  package var highest: ExactDecimal?
  /// More names that reports use.
  package var aliases: [String]

  /// Makes a definition.
  package init(
    id: String, name: String? = nil, englishName: String? = nil, unit: String? = nil, kind: Metric.Kind? = nil,
    numerator: String? = nil, denominator: String? = nil, overFacilities: Metric.Rollup? = nil,
    overTime: Metric.Rollup? = nil, better: Metric.Better? = nil, change: Metric.ChangeStyle? = nil,
    lowest: ExactDecimal? = nil, highest: ExactDecimal? = nil, aliases: [String] = []
  ) {
    self.id = id
    self.name = name
    self.englishName = englishName
    self.unit = unit
    self.kind = kind
    self.numerator = numerator
    self.denominator = denominator
    self.overFacilities = overFacilities
    self.overTime = overTime
    self.better = better
    self.change = change
    self.lowest = lowest
    self.highest = highest
    self.aliases = aliases
  }

  /// A metric with these facts, and for the rest those of `known`, or what suits the kind.
  func metric(over known: Metric?) throws(TongbiError) -> Metric {
    var metric = known ?? fresh
    if let name { metric.name = name }
    if let englishName { metric.englishName = englishName }
    if let kind { metric.kind = kind }
    if let overFacilities { metric.overFacilities = overFacilities }
    if let overTime { metric.overTime = overTime }
    if let better { metric.better = better }
    if let change { metric.changeStyle = change }
    let written = unit.map { WrittenUnit($0) ?? WrittenUnit(Unit($0)) } ?? WrittenUnit(metric.unit)
    metric.unit = written.unit
    if let lowest { metric.lowest = try lowest.scaled(byPowerOfTen: written.exponent) }
    if let highest { metric.highest = try highest.scaled(byPowerOfTen: written.exponent) }
    metric.aliases += aliases.filter { !metric.aliases.contains($0) }
    return metric
  }

  /// How a new metric joins when the project file does not say: by its kind, and a unit of % is a ratio.
  private var fresh: Metric {
    let isRatio = unit.flatMap { WrittenUnit($0) }?.unit.ratioFactor != nil
    let kind = kind ?? (isRatio ? .ratio : .flow)
    let rollups: (Metric.Rollup, Metric.Rollup) =
      switch kind {
      case .flow, .moneyFlow, .eventCount: (.sum, .sum)
      case .stock: (.sum, .last)
      case .ratio, .average: (.ratio, .ratio)
      case .index: (.none, .none)
      }
    return Metric(
      id: id, name: name ?? id, englishName: englishName ?? "", kind: kind, overFacilities: rollups.0,
      overTime: rollups.1, changeStyle: isRatio ? .points : kind == .index ? .absolute : .percent)
  }
}
