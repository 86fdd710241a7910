// SPDX-License-Identifier: Apache-2.0

/// What is measured (指标): its names, its unit, how it adds up, and which direction is better.
public struct Metric: Hashable, Sendable {
  /// What kind of figure it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Counted over a period: visits.
    case flow
    /// Counted at an instant: beds.
    case stock
    /// A numerator over a denominator of the same kind, in %, ‰ or /10万.
    case ratio
    /// A numerator over a denominator of another kind: cost per visit.
    case average
    /// Money over a period.
    case moneyFlow = "money_flow"
    /// Events over a period: meetings held.
    case eventCount = "event_count"
    /// A pure number such as the case mix index.
    case index
  }

  /// How values join along one axis.
  public enum Rollup: String, Hashable, Sendable, CaseIterable {
    /// They are added.
    case sum
    /// The last one stands for all.
    case last
    /// The sum of the numerators over the sum of the denominators.
    case ratio
    /// They do not join.
    case none
  }

  /// Which direction is an improvement.
  public enum Better: String, Hashable, Sendable, CaseIterable {
    /// A rise is good.
    case higher
    /// A fall is good.
    case lower
    /// Neither.
    case neutral
  }

  /// How a change of it is stated.
  public enum ChangeStyle: String, Hashable, Sendable, CaseIterable {
    /// As a difference and in percent.
    case percent
    /// In points of its own unit: 个百分点.
    case points
    /// As a difference only.
    case absolute
  }

  /// The stable name: `drug_ratio`. A metric that is in no catalogue has its label here.
  public var id: String
  /// The Chinese name.
  public var name: String
  /// The English name.
  public var englishName: String
  /// The unit without multiplier: money is in 元.
  public var unit: Unit
  /// What kind of figure it is.
  public var kind: Kind
  /// The metric that is its numerator, by id, where that is itself in the catalogue.
  public var numerator: String?
  /// The metric that is its denominator, by id, where that is itself in the catalogue.
  public var denominator: String?
  /// How it joins over facilities.
  public var overFacilities: Rollup
  /// How it joins over months.
  public var overTime: Rollup
  /// Which direction is better.
  public var better: Better
  /// How its change is stated.
  public var changeStyle: ChangeStyle
  /// The lowest plausible value, in `unit`.
  public var lowest: ExactDecimal?
  /// The highest plausible value, in `unit`.
  public var highest: ExactDecimal?
  /// Other names that reports use.
  public var aliases: [String]
  /// Whether the metric stands in the catalogue, or was made up for a label that none knows.
  public var isCatalogued: Bool

  /// Makes a metric; without more, a count that is added over facilities and months.
  public init(
    id: String, name: String, englishName: String = "", unit: Unit = .none, kind: Kind = .flow,
    numerator: String? = nil, denominator: String? = nil, overFacilities: Rollup = .sum, overTime: Rollup = .sum,
    better: Better = .neutral, changeStyle: ChangeStyle = .percent, lowest: ExactDecimal? = nil,
    highest: ExactDecimal? = nil, aliases: [String] = [], isCatalogued: Bool = true
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
    self.changeStyle = changeStyle
    self.lowest = lowest
    self.highest = highest
    self.aliases = aliases
    self.isCatalogued = isCatalogued
  }

  /// The name in a language; the Chinese name where there is no English one.
  public func name(in language: Language) -> String {
    language == .english && !englishName.isEmpty ? englishName : name
  }
}
