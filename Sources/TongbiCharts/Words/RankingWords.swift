// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The sentences and labels of a ranking.
struct RankingWords {
  let chart: RankingChart
  let language: Language
  let unit: DisplayUnit
  let change: ChangeWords
  let counted: Counted

  init(_ chart: RankingChart, language: Language) {
    self.chart = chart
    self.language = language
    let values = chart.changes.compactMap(\.current.value)
    unit = DisplayUnit(for: values, unit: chart.metric.unit, language: language)
    change = ChangeWords(for: chart.changes, metric: chart.metric, language: language, unit: unit)
    counted = Counted(chart.changes, language: language)
  }

  var metricName: String { chart.metric.name(in: language) }

  private var valued: [(row: Change, value: ExactDecimal)] {
    chart.changes.sortedByValue.compactMap { row in row.current.value.map { (row, $0) } }
  }

  /// The sentence at the top, from the figures alone.
  var message: String {
    guard let top = valued.first, let low = valued.last else {
      let period = chart.period.name(in: language)
      return language.pick("\(period)\(metricName)没有数据", "No figures of \(metricName) for \(period)")
    }
    if valued.count == 1 {
      let value = unit.phrase(top.value)
      return language.pick("\(top.row.rowName)\(metricName)为\(value)", "\(top.row.rowName): \(metricName) \(value)")
    }
    return highlightClause ?? targetClause ?? extremes(top, low)
  }

  private func extremes(_ top: (row: Change, value: ExactDecimal), _ low: (row: Change, value: ExactDecimal)) -> String
  {
    let (high, least) = (unit.phrase(top.value), unit.phrase(low.value))
    if top.value == low.value {
      return language.pick(
        "\(counted.words(valued.count))\(metricName)均为\(high)",
        "\(metricName) is \(high) at all \(counted.words(valued.count))")
    }
    return language.pick(
      "\(metricName)：\(top.row.rowName)最高（\(high)），\(low.row.rowName)最低（\(least)）",
      "\(metricName): \(top.row.rowName) highest (\(high)), \(low.row.rowName) lowest (\(least))")
  }

  private var targetClause: String? {
    guard let target = chart.target, chart.metric.better != .neutral else { return nil }
    let reached = valued.filter { chart.reaches($0.value) == true }.count
    let aim = targetText(target) + (language == .english && unit.name != "%" ? " " : "") + unit.name
    let isLimit = chart.metric.better == .lower
    let verb =
      isLimit
      ? language.pick("控制在\(aim)以内", "within the limit of \(aim)")
      : language.pick("达到\(aim)的目标", "at the target of \(aim)")
    let some = reached == valued.count ? "全部" : reached == 0 ? "没有一家" : "\(reached)家"
    let head = language.pick(
      "\(metricName)：\(counted.words(valued.count))中\(some)\(verb)",
      "\(metricName): \(reached) of \(counted.words(valued.count)) \(verb)")
    let worst = isLimit ? valued.first : valued.last
    guard reached < valued.count, let worst, valued.filter({ $0.value == worst.value }).count == 1 else { return head }
    return head + language.pick("，\(worst.row.rowName)差距最大", "; \(worst.row.rowName) furthest away")
  }

  /// The picked row: its value, its place, and whether it reaches the target.
  private var highlightClause: String? {
    guard let name = chart.highlight, let picked = valued.first(where: { $0.row.rowName == name }) else { return nil }
    let place = valued.filter { $0.value > picked.value }.count + 1
    let value = unit.phrase(picked.value)
    var parts = [
      language.pick("\(name)\(metricName)\(value)", "\(name): \(metricName) \(value)"),
      language.pick("居\(counted.words(valued.count))第\(place)位", "number \(place) of \(counted.words(valued.count))"),
    ]
    if let reaches = chart.reaches(picked.value) {
      let isLimit = chart.metric.better == .lower
      parts.append(
        isLimit
          ? language.pick(reaches ? "在控制线以内" : "高于控制线", reaches ? "within the limit" : "above the limit")
          : language.pick(reaches ? "达到目标" : "未达到目标", reaches ? "at the target" : "below the target"))
    }
    return parts.joined(separator: language.pick("，", ", "))
  }

  /// Metric, period, unit, and what stands in the right column.
  var subtitle: String {
    var parts = [metricName, chart.period.name(in: language)]
    if !unit.name.isEmpty { parts.append(language.pick("单位：\(unit.name)", "in \(unit.name)")) }
    if hasChanges {
      let what =
        switch chart.metric.changeStyle {
        case .percent: language.pick("右列为同比增减百分比", "right: change on the year before in percent")
        case .points:
          language.pick(
            "右列为比\(baseName)的增减，单位：\(chart.metric.unit.ofDifference(in: language))",
            "right: change on \(baseName) in \(chart.metric.unit.ofDifference(in: language))")
        case .absolute: language.pick("右列为比\(baseName)的增减", "right: change on \(baseName)")
        }
      parts.append(change.isYearOverYear ? what : what.replacing("同比", with: "比\(baseName)"))
    }
    return parts.joined(separator: " · ")
  }

  /// Whether there is any change to show.
  var hasChanges: Bool { chart.changes.contains { $0.difference != nil } }

  private var baseName: String {
    guard change.isYearOverYear else { return chart.changes.first?.basePeriod.name(in: language) ?? "" }
    if case .instant(let day) = chart.period, day.month.number == 12 { return language.pick("上年末", "the year before") }
    return language.pick("上年同期", "the year before")
  }

  /// The heading of the right column.
  var changeHeading: String {
    chart.metric.changeStyle == .percent && change.isYearOverYear
      ? language.pick("同比", "Change") : language.pick("增减", "Change")
  }

  /// The change as it stands in the right column, or in short why there is none.
  func changeText(_ row: Change) -> String {
    let text = chart.metric.changeStyle == .percent ? change.percent(row) : change.difference(row)
    if let text { return text }
    if let obstacle = change.percentObstacle(row) { return obstacle }
    let base = change.isYearOverYear ? language.pick("上年", "") : language.pick("基期", "")
    switch row.state {
    case .missingBase: return language.pick("\(base)缺报", "no base")
    case .masked: return language.pick("已屏蔽", "masked")
    case .notComparable: return language.pick("不可比", "not comp.")
    default: return ""
    }
  }

  /// Why a row has no bar.
  func absence(_ row: Change) -> String {
    guard let absence = row.current.absence, absence != .missing else { return language.pick("缺报", "not reported") }
    return change.words(for: absence)
  }

  func valueText(_ row: Change) -> String? {
    row.current.value.map { unit.text($0) + (change.partial(row.current, in: chart.period) ?? "") }
  }

  func targetText(_ target: ExactDecimal) -> String { unit.target(target) }

  var targetLabel: String? {
    chart.target.map {
      (chart.metric.better == .lower ? language.pick("控制线 ", "Limit ") : language.pick("目标 ", "Target "))
        + targetText($0)
    }
  }

  /// How the mean is printed: that of small whole numbers with a decimal, as 7 and 4 have 5.5.
  private func meanUnit(_ value: ExactDecimal) -> DisplayUnit {
    var mean = unit
    if mean.places == 0, value.magnitude < 100, value.rounded(to: 0) != value { mean.places = 1 }
    return mean
  }

  var groupLabel: String? {
    switch chart.group {
    case .total(let value)?: (chart.scope ?? language.pick("全部机构", "All")) + " " + unit.text(value)
    case .mean(let value)?: language.pick("平均 ", "Mean ") + meanUnit(value).text(value)
    case nil: nil
    }
  }

  func notes(shown: Int, theme: Theme) -> [String] {
    let all = chart.changes.count
    var notes: [String] = []
    if shown < all {
      notes.append(
        language.pick(
          "只列出数值最大的\(counted.words(shown))，其余\(counted.words(all - shown))未列出。",
          "Only the largest \(shown) are shown; the other \(all - shown) are left out."))
    }
    notes.append(
      language.pick("覆盖\(valued.count)/\(counted.words(all))。", "Coverage \(valued.count)/\(counted.words(all))."))
    switch chart.group {
    case .total? where chart.metric.overFacilities == .ratio:
      let name = chart.scope ?? language.pick("全部机构", "“All”")
      notes.append(
        language.pick(
          "\(name)为分子合计÷分母合计，不是各机构比率的平均。",
          "\(name) is the sum of numerators over the sum of denominators, not a mean of ratios."))
    case .mean?:
      notes.append(language.pick("平均为有数机构的算术平均。", "The mean is over the facilities that have a figure."))
    default: break
    }
    let colors: ChartNotes.Coding = hasChanges && theme != .mono ? .colors : .none
    return notes + ChartNotes(chart.changes, language: language, colors: colors).all + chart.notes
  }

  /// The facts in sentences.
  var alternativeText: String {
    let period = chart.period.name(in: language)
    var parts = [language.pick("\(period)\(metricName)排序条形图", "Ranked bar chart of \(metricName), \(period)")]
    if let targetClause { parts.append(targetClause) }
    switch chart.group {
    case .total(let value)?:
      let clause = chart.total.flatMap(change.clause).map { language.pick("，同比\($0)", ", \($0)") } ?? ""
      let name = chart.scope ?? language.pick("全部机构", "all facilities")
      parts.append(language.pick("\(name)\(unit.phrase(value))\(clause)", "\(name) \(unit.phrase(value))\(clause)"))
    case .mean(let value)?:
      parts.append(
        language.pick(
          "平均\(meanUnit(value).phrase(value))", "mean \(meanUnit(value).phrase(value))"))
    case nil: break
    }
    return AlternativeText(chart.changes, unit: unit, language: language).finish(parts)
  }
}
