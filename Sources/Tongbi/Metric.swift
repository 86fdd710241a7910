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

  /// What there is to say of a metric.
  @usableFromInline
  struct Facts: Hashable, Sendable {
    @usableFromInline var id: String
    @usableFromInline var name: String
    @usableFromInline var englishName: String
    @usableFromInline var unit: Unit
    @usableFromInline var kind: Kind
    @usableFromInline var numerator: String?
    @usableFromInline var denominator: String?
    @usableFromInline var overFacilities: Rollup
    @usableFromInline var overTime: Rollup
    @usableFromInline var better: Better
    @usableFromInline var changeStyle: ChangeStyle
    @usableFromInline var lowest: ExactDecimal?
    @usableFromInline var highest: ExactDecimal?
    @usableFromInline var otherNames: OtherNames
    @usableFromInline var isCatalogued: Bool
  }

  /// Facts that many figures share: each of them holds a metric, and a copy of it counts one reference.
  @usableFromInline
  final class Shared: Sendable {
    @usableFromInline let facts: Facts

    init(_ facts: Facts) { self.facts = facts }
  }

  @usableFromInline var shared: Shared

  private mutating func change<Value>(_ fact: WritableKeyPath<Facts, Value>, to value: Value) {
    var facts = shared.facts
    facts[keyPath: fact] = value
    shared = Shared(facts)
  }

  /// The stable name: `drug_ratio`. A metric that is in no catalogue has its label here.
  public var id: String {
    @inlinable get { shared.facts.id }
    set { change(\.id, to: newValue) }
  }
  /// The Chinese name.
  public var name: String {
    @inlinable get { shared.facts.name }
    set { change(\.name, to: newValue) }
  }
  /// The English name.
  public var englishName: String {
    @inlinable get { shared.facts.englishName }
    set { change(\.englishName, to: newValue) }
  }
  /// The unit without multiplier: money is in 元.
  public var unit: Unit {
    @inlinable get { shared.facts.unit }
    set { change(\.unit, to: newValue) }
  }
  /// What kind of figure it is.
  public var kind: Kind {
    @inlinable get { shared.facts.kind }
    set { change(\.kind, to: newValue) }
  }
  /// The metric that is its numerator, by id, where that is itself in the catalogue.
  public var numerator: String? {
    @inlinable get { shared.facts.numerator }
    set { change(\.numerator, to: newValue) }
  }
  /// The metric that is its denominator, by id, where that is itself in the catalogue.
  public var denominator: String? {
    @inlinable get { shared.facts.denominator }
    set { change(\.denominator, to: newValue) }
  }
  /// How it joins over facilities.
  public var overFacilities: Rollup {
    @inlinable get { shared.facts.overFacilities }
    set { change(\.overFacilities, to: newValue) }
  }
  /// How it joins over months.
  public var overTime: Rollup {
    @inlinable get { shared.facts.overTime }
    set { change(\.overTime, to: newValue) }
  }
  /// Which direction is better.
  public var better: Better {
    @inlinable get { shared.facts.better }
    set { change(\.better, to: newValue) }
  }
  /// How its change is stated.
  public var changeStyle: ChangeStyle {
    @inlinable get { shared.facts.changeStyle }
    set { change(\.changeStyle, to: newValue) }
  }
  /// The lowest plausible value, in `unit`.
  public var lowest: ExactDecimal? {
    @inlinable get { shared.facts.lowest }
    set { change(\.lowest, to: newValue) }
  }
  /// The highest plausible value, in `unit`.
  public var highest: ExactDecimal? {
    @inlinable get { shared.facts.highest }
    set { change(\.highest, to: newValue) }
  }
  /// Other names that reports use.
  public var aliases: [String] {
    get { shared.facts.otherNames.names }
    set { change(\.otherNames, to: OtherNames(newValue)) }
  }
  /// Whether the metric stands in the catalogue, or was made up for a label that none knows.
  public var isCatalogued: Bool {
    @inlinable get { shared.facts.isCatalogued }
    set { change(\.isCatalogued, to: newValue) }
  }

  /// What copies of a metric have in common: two metrics of one catalogue are told apart by it without looking at their ids.
  package var identity: ObjectIdentifier { ObjectIdentifier(shared) }

  /// Makes a metric; without more, a count that is added over facilities and months.
  public init(
    id: String, name: String, englishName: String = "", unit: Unit = .none, kind: Kind = .flow,
    numerator: String? = nil, denominator: String? = nil, overFacilities: Rollup = .sum, overTime: Rollup = .sum,
    better: Better = .neutral, changeStyle: ChangeStyle = .percent, lowest: ExactDecimal? = nil,
    highest: ExactDecimal? = nil, aliases: [String] = [], isCatalogued: Bool = true
  ) {
    self.init(
      id: id, name: name, englishName: englishName, unit: unit, kind: kind, numerator: numerator,
      denominator: denominator, overFacilities: overFacilities, overTime: overTime, better: better,
      changeStyle: changeStyle, lowest: lowest, highest: highest, otherNames: OtherNames(aliases),
      isCatalogued: isCatalogued)
  }

  /// The same, with other names in the form in which they were read.
  package init(
    id: String, name: String, englishName: String, unit: Unit, kind: Kind, numerator: String? = nil,
    denominator: String? = nil, overFacilities: Rollup, overTime: Rollup, better: Better, changeStyle: ChangeStyle,
    lowest: ExactDecimal?, highest: ExactDecimal?, otherNames: OtherNames, isCatalogued: Bool = true
  ) {
    shared = Shared(
      Facts(
        id: id, name: name, englishName: englishName, unit: unit, kind: kind, numerator: numerator,
        denominator: denominator, overFacilities: overFacilities, overTime: overTime, better: better,
        changeStyle: changeStyle, lowest: lowest, highest: highest, otherNames: otherNames,
        isCatalogued: isCatalogued))
  }

  /// Whether all that is said of both is the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.shared === right.shared || left.shared.facts == right.shared.facts
  }

  /// Metrics of one id hash alike.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The name in a language; the Chinese name where there is no English one.
  public func name(in language: Language) -> String {
    language == .english && !englishName.isEmpty ? englishName : name
  }
}
