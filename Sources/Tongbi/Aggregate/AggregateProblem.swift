// SPDX-License-Identifier: Apache-2.0

/// What the reports turn out to say when they are put side by side.
public enum AggregateProblem: Problem, Hashable {
  /// A figure stated at one place.
  public struct Statement: Hashable, Sendable {
    /// The figure as printed, with its unit.
    public var text: String
    /// Where it stands.
    public var source: Source

    /// Makes a statement.
    public init(text: String, source: Source) {
      self.text = text
      self.source = source
    }
  }

  /// What the figures are about: facility, metric and period.
  public struct Topic: Hashable, Sendable {
    /// The facility.
    public var facility: String
    /// The metric.
    public var metric: Metric
    /// The period.
    public var period: Period

    /// Makes a topic.
    public init(facility: String, metric: Metric, period: Period) {
      self.facility = facility
      self.metric = metric
      self.period = period
    }

    /// The topic in words: 清源县人民医院 2023年 门急诊人次.
    public func name(in language: Language) -> String {
      [facility, period.name(in: language), metric.name(in: language)].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// The same key stands at two places with different values.
  case contradiction(Topic, first: Statement, second: Statement, used: DuplicatePolicy)
  /// A figure for the whole period is not what its months add up to.
  case sumDiffers(Topic, stated: Statement, computed: ExactDecimal)
  /// A ratio is not what its numerator and denominator give.
  case ratioDiffers(Topic, stated: Statement, computed: ExactDecimal)
  /// A stated change is not what the two figures give.
  case changeDiffers(Topic, stated: StatedChange, computed: StatedChange, current: String, base: Statement)
  /// A ratio is stated for parts of the period only, without numerator and denominator.
  case ratioNeedsParts(Topic)
  /// A metric's values for parts (departments, types) cannot be added.
  case partsNotAdditive(Topic)
  /// Only a bound is stated (超过, 近, 余), so that nothing can be compared.
  case onlyBound(Topic, text: String)
  /// Figures whose facility is not known.
  case facilityUnknown(count: Int)
  /// Figures whose period is not known.
  case periodUnknown(count: Int)
  /// Contradictions past those that were listed.
  case moreContradictions(Int, used: DuplicatePolicy)
  /// A facility that is not in the list of facilities.
  case facilityNotListed(String, count: Int)
  /// The total of all facilities and that of those in both periods differ in their change.
  case scopeChanged(metric: Metric, period: Period, current: Int, base: Int, matched: Int)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .contradiction: "contradiction"
    case .sumDiffers: "sum-differs"
    case .ratioDiffers: "ratio-differs"
    case .changeDiffers: "stated-change-differs"
    case .ratioNeedsParts: "ratio-needs-parts"
    case .partsNotAdditive: "parts-not-additive"
    case .onlyBound: "only-a-bound"
    case .facilityUnknown: "facility-unknown"
    case .periodUnknown: "period-unknown"
    case .moreContradictions: "more-contradictions"
    case .facilityNotListed: "facility-not-listed"
    case .scopeChanged: "scope-changed"
    }
  }

  /// What was found and what to do.
  public func message(in language: Language) -> String {
    switch self {
    case .contradiction(let topic, let first, let second, let used):
      let remedy = used.remedy(in: language)
      return language.pick(
        "\(topic.name(in: .chinese)) 有两个不同的数：\(first.text)（\(first.source.place(in: .chinese))）和 \(second.text)。\(remedy)",
        "\(topic.name(in: .english)) has two different figures: \(first.text) (\(first.source.place(in: .english))) and \(second.text). \(remedy)"
      )
    case .sumDiffers(let topic, let stated, let computed):
      return language.pick(
        "\(topic.name(in: .chinese)) 报 \(stated.text)，各期相加为 \(computed)。请核对合计与各期数字；比较时用所报合计。",
        "\(topic.name(in: .english)) is stated as \(stated.text), its parts add up to \(computed). Check both; the stated figure is used."
      )
    case .ratioDiffers(let topic, let stated, let computed):
      return language.pick(
        "\(topic.name(in: .chinese)) 报 \(stated.text)，分子÷分母为 \(computed.rounded(to: 4))\(topic.metric.unit.symbol)。请核对分子、分母和口径；比较时用所报数字。",
        "\(topic.name(in: .english)) is stated as \(stated.text), numerator over denominator gives \(computed.rounded(to: 4))\(topic.metric.unit.symbol). Check the parts and the definition; the stated figure is used."
      )
    case .changeDiffers(let topic, let stated, let computed, let current, let base):
      let place = base.source.place(in: language)
      let stated = stated.words(of: topic.metric, in: language)
      let computed = computed.words(of: topic.metric, in: language)
      return language.pick(
        "\(topic.name(in: .chinese)) 文中称\(stated)，按本期 \(current)、基期 \(base.text)（\(place)）计算应为\(computed)。请核对两期数字和增减表述。",
        "\(topic.name(in: .english)) is said to have changed by \(stated); \(current) against \(base.text) (\(place)) gives \(computed). Check both figures and the stated change."
      )
    case .ratioNeedsParts(let topic):
      return language.pick(
        "\(topic.name(in: .chinese)) 只有各期或各机构的比率，没有分子和分母，不能合并。请补充分子、分母。",
        "\(topic.name(in: .english)) is known only as ratios of parts, without numerator and denominator, and cannot be joined. Add numerator and denominator."
      )
    case .partsNotAdditive(let topic):
      return language.pick(
        "\(topic.name(in: .chinese)) 分项的数不能相加。请提供合计。",
        "\(topic.name(in: .english)) is given in parts that cannot be added. Give the whole.")
    case .onlyBound(let topic, let text):
      return language.pick(
        "\(topic.name(in: .chinese)) 只有约数或界限\(text.isEmpty ? "" : "“\(text)”")，不参与比较。请提供准确数字。",
        "\(topic.name(in: .english)) is only bounded\(text.isEmpty ? "" : " (“\(text)”)") and is not compared. Give the exact figure."
      )
    case .facilityUnknown(let count):
      return language.pick(
        "有 \(count) 个数字不知属于哪家机构，未参与汇总。请在标题或文件名中写明机构，或用 --facility 指定。",
        "\(count) figures name no facility and are not used. Put the facility into the title or the file name, or give --facility."
      )
    case .periodUnknown(let count):
      return language.pick(
        "有 \(count) 个数字不知属于哪个时期，未参与比较和汇总。请在标题或文件名中写明时期，或用 --year 指定年份。",
        "\(count) figures name no period and are not used. Put the period into the title or the file name, or give --year."
      )
    case .moreContradictions(let count, let used):
      let remedy = used.remedy(in: language)
      return language.pick(
        "另有 \(count) 处同一个数报了两次或多次。\(remedy)",
        "and \(count) more figures that are given twice or more often. \(remedy)")
    case .facilityNotListed(let name, let count):
      return language.pick(
        "“\(name)”不在机构名单中，它的 \(count) 个数字未参与汇总和图表。若应计入，请在机构名单中增加一行或一个别名。",
        "“\(name)” is not in the list of facilities; its \(count) figures are left out of totals and charts. Add a line or another name to the list if it belongs there."
      )
    case .scopeChanged(let metric, let period, let current, let base, let matched):
      return language.pick(
        "\(period.name(in: .chinese)) \(metric.name)：本期 \(current) 家机构有数，基期 \(base) 家，可以对比的 \(matched) 家。合计的增减受机构范围变化影响，请以可比口径为准。",
        "\(metric.name(in: .english)), \(period.name(in: .english)): \(current) facilities have a figure, \(base) in the base period, and \(matched) can be compared. The change of the total is affected by scope; prefer the matched figures."
      )
    }
  }
}
