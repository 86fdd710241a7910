// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A stretch of a sentence with what it says.
struct Lexeme: Sendable {
  /// What a stretch says.
  enum Kind: Sendable {
    /// A period: 2022年, 1-6月.
    indirect case period(FoundPeriod)
    /// A number with its unit, or without (`""`).
    indirect case number(ScannedNumber, unit: String)
    /// A blotted-out number with its unit.
    case masked(unit: String)
    /// Two numbers that bound a range, with their unit.
    case span(unit: String)
    /// The name of a metric.
    case metric(Metric)
    /// A verb of change and its direction: 1 up, −1 down, 0 flat.
    case change(direction: Int)
    /// A verb with 至, 到 or 为: what follows is the new value.
    case becomes
    /// 翻一番, 翻两番: the multiple it says.
    case multiple(Int64)
    /// What a change is compared with.
    indirect case base(ComparisonBase)
    /// 按当年价格, 按可比价格: the prices that a change is counted in.
    case price(StatedChange.PriceBasis)
    /// A comparison with something that is no period: 低于全市平均.
    case otherBase
    /// A facility or group of facilities that may be the subject.
    case entity(Entity)
    /// 由, 从 before a first value.
    case from
    /// 分别.
    case respectively
    /// 均, 都.
    case each
    /// 其中.
    case ofWhich
    /// 力争, 计划, 目标: what follows is an aim.
    case aim
    /// A word between a metric and its number that says nothing of its own: 为, 达到, 共.
    case glue
    /// A verb or adverb before a metric: 完成, 开展, 累计.
    case lead
    /// A verb before a number that its noun follows: 召开4次…
    case act
    /// A word that states a holding: 现有, 共有.
    case holds
    /// A bound around a number: 约, 以上.
    case bound(Quantity.Bound)
    /// 和, 与, 及, 、.
    case and
    /// , ; : and the like.
    case mark(Unicode.Scalar)
    /// An opening bracket.
    case open
    /// A closing bracket.
    case close
    /// Words or numbers that are no figure: 65岁, 第三批, 12345热线.
    case guarded(NumberRejection)
    /// Anything else.
    case text
  }

  /// What it says.
  var kind: Kind
  /// Where it stands in the folded text.
  var range: Range<Int>
}

/// Who a sentence speaks of.
enum Entity: Hashable, Sendable {
  /// The reporting facility itself (本院, 我院, 全院).
  case own
  /// 医院, which is the reporting facility where that is a hospital.
  case hospital
  /// 该院: the facility mentioned last, or the reporting one.
  case mentioned
  /// 中心 or 站, which is the reporting facility where its name ends so, and nothing elsewhere.
  case ownKind(String)
  /// A facility of the registry, or a name as written.
  case named(String)
}

/// What a stated change is compared with.
struct ComparisonBase: Hashable, Sendable {
  /// How the base is found from the current period.
  enum Kind: Hashable, Sendable {
    /// A year earlier.
    case yearEarlier
    /// All of the year before: 去年全年.
    case wholeYearBefore
    /// The end of the year before, for stocks.
    case yearEndBefore
    /// The period before.
    case preceding
    /// The same months in another year.
    case samePeriod(of: Int)
    /// A period named outright.
    case period(Period)
    /// A time that is no calendar period: 托管前, 峰值.
    case event
  }
  /// How the base is found.
  var kind: Kind
}
