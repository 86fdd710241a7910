// SPDX-License-Identifier: Apache-2.0

/// A change as a report states it: 同比增长4.2%, 较上年下降1.9个百分点.
public struct StatedChange: Hashable, Sendable {
  /// In what the change is stated.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// In percent of the base.
    case percent
    /// In points of a ratio.
    case points
    /// In the unit of the figure.
    case absolute
    /// As a multiple of the base: 是…的1.6倍, 翻一番 (2), 增长1.65倍 (2.65).
    case times
    /// No change (持平).
    case flat
  }

  /// What the figure is compared with.
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    /// The same period a year earlier (同比).
    case yearEarlier = "year_earlier"
    /// The period before (环比).
    case preceding
    /// Something else: another year, a peak, a time before an event.
    case other
  }

  /// The prices that a change of money is counted in.
  public enum PriceBasis: String, Hashable, Sendable, CaseIterable {
    /// The prices of each year (按当年价格).
    case current
    /// The prices of one year for both (按可比价格); no change of the stated figures.
    case comparable
  }

  /// In what the change is stated.
  public var kind: Kind
  /// The signed change; `nil` when flat or masked.
  public var value: ExactDecimal?
  /// The power of ten of the last digit that was written.
  public var lastPlace: Int
  /// The base period; `nil` where none is known.
  public var base: Period?
  /// What the figure is compared with.
  public var relation: Relation
  /// The prices that it is counted in, where the report says.
  public var priceBasis: PriceBasis?

  /// Makes a stated change.
  public init(
    kind: Kind, value: ExactDecimal?, lastPlace: Int? = nil, base: Period? = nil, relation: Relation = .yearEarlier,
    priceBasis: PriceBasis? = nil
  ) {
    self.kind = kind
    self.value = value
    self.lastPlace = lastPlace ?? -(value?.places ?? 0)
    self.base = base
    self.relation = relation
    self.priceBasis = priceBasis
  }
}
