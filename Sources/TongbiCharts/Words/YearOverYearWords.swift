// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The sentences of a year over year chart.
struct YearOverYearWords {
  let chart: YearOverYearChart
  let language: Language
  let unit: DisplayUnit
  let change: ChangeWords

  init(_ chart: YearOverYearChart, language: Language) {
    self.chart = chart
    self.language = language
    let values = chart.changes.flatMap { [$0.current.value, $0.base.value].compactMap { $0 } }
    unit = DisplayUnit(for: values, unit: chart.metric.unit, language: language)
    change = ChangeWords(for: chart.changes, metric: chart.metric, language: language, unit: unit)
  }

  var metricName: String { chart.metric.name(in: language) }

  /// The number of facilities or of groups, as words.
  func count(_ number: Int) -> String { Counted(chart.changes, language: language).words(number) }

  private func scope(_ number: Int) -> String { chart.scope ?? count(number) }

  /// The comparable total if there is one, else the total where it may be compared.
  private var comparable: Change? {
    if let matched = chart.matched, matched.difference != nil { return matched }
    guard let total = chart.total, total.difference != nil, isWhole else { return nil }
    return total
  }

  /// Whether every row could be compared.
  var isWhole: Bool { chart.changes.allSatisfy { $0.difference != nil } }

  /// The sentence at the top, from the figures alone.
  var message: String {
    if chart.changes.count == 1, let only = chart.changes.first {
      guard let clause = change.clause(only) else { return bare(only.rowName + language.pick("", " ")) }
      return language.pick("\(only.rowName)\(metricName)\(clause)", "\(only.rowName): \(metricName) \(clause)")
    }
    let compared = chart.changes.filter { $0.difference != nil }
    if compared.count == 1, let only = compared.first, let clause = change.clause(only) {
      let others = chart.changes.count - 1
      return language.pick(
        "\(only.rowName)\(metricName)\(clause)，其余\(count(others))不可比",
        "\(only.rowName): \(metricName) \(clause); the other \(others) cannot be compared")
    }
    let leader = leaderClause
    if let comparable, let clause = change.clause(comparable) {
      let number = comparable.current.facilities
      let head =
        isWhole
        ? language.pick("\(scope(number))\(metricName)\(clause)", "\(metricName) \(clause) across \(scope(number))")
        : language.pick(
          "可比口径下\(scope(number))\(metricName)\(clause)",
          "\(metricName) \(clause) across \(number == 0 ? "comparable facilities" : "\(count(number)) in both periods")"
        )
      return [head, leader].compactMap { $0 }.joined(separator: language.pick("，", "; "))
    }
    guard let directions else { return bare("") }
    let parts = [directions, leader].compactMap { $0 }.joined(separator: language.pick("，", "; "))
    return language.pick("\(metricName)：\(parts)", "\(metricName): \(parts)")
  }

  private func bare(_ prefix: String) -> String {
    let periods = language.pick(
      "\(chart.period.name(in: language))与\(chart.basePeriod.name(in: language))",
      "\(chart.period.name(in: language)) and \(chart.basePeriod.name(in: language))")
    return language.pick(
      "\(prefix)\(metricName)：\(periods)没有可比较的数据", "\(prefix)\(metricName): no comparable figures for \(periods)")
  }

  /// How many rose, fell or stayed; `nil` where none can be compared.
  private var directions: String? {
    let moves = chart.changes.compactMap(\.difference)
    guard !moves.isEmpty else { return nil }
    let fell = moves.filter(\.isNegative).count
    let same = moves.filter(\.isZero).count
    let rose = moves.count - fell - same
    let verb = chart.metric.changeStyle == .percent ? "增长" : "上升"
    return [(rose, verb, "up"), (fell, "下降", "down"), (same, "持平", "unchanged")].filter { $0.0 > 0 }
      .map { language.pick("\($0.0)家\($0.1)", "\($0.0) \($0.2)") }
      .joined(separator: language.pick("、", ", "))
  }

  /// Who grew most, or fell most where nobody grew; `nil` where two share the place.
  private var leaderClause: String? {
    let moved = chart.changes.filter { $0.state == .ok }.compactMap { row in row.strength.map { (row, $0) } }
    guard moved.count > 1, let top = moved.max(by: { $0.1 < $1.1 }) else { return nil }
    let verb = chart.metric.changeStyle == .percent ? language.pick("增长", "grew") : language.pick("上升", "rose")
    if !top.1.isNegative, !top.1.isZero {
      guard moved.filter({ $0.1 == top.1 }).count == 1 else { return nil }
      let most = chart.metric.changeStyle == .percent ? "最快" : "最多"
      return language.pick("\(top.0.rowName)\(verb)\(most)", "\(top.0.rowName) \(verb) most")
    }
    guard let low = moved.min(by: { $0.1 < $1.1 }), low.1.isNegative,
      moved.filter({ $0.1 == low.1 }).count == 1
    else { return nil }
    return language.pick("\(low.0.rowName)降幅最大", "\(low.0.rowName) fell most")
  }

  /// Metric, periods and unit.
  var subtitle: String {
    let (now, before) = (chart.period.name(in: language), chart.basePeriod.name(in: language))
    var parts = [metricName, language.pick("\(now)与\(before)比较", "\(now) compared with \(before)")]
    if !unit.name.isEmpty { parts.append(language.pick("单位：\(unit.name)", "in \(unit.name)")) }
    if chart.metric.changeStyle == .points {
      let points = chart.metric.unit.ofDifference(in: language)
      parts.append(language.pick("增减单位：\(points)", "changes in \(points)"))
    }
    return parts.joined(separator: language.pick(" · ", " · "))
  }

  /// Notes on coverage and on how to read the chart, before those of the caller.
  func notes(shown: Int, theme: Theme) -> [String] {
    let rows = chart.changes
    var notes: [String] = []
    if shown < rows.count {
      notes.append(
        language.pick(
          "只列出本期值最大的\(count(shown))，其余\(count(rows.count - shown))未列出，仍计入合计。",
          "Only the largest \(shown) are shown; the other \(rows.count - shown) are left out here but counted in totals."
        ))
    }
    let reported = rows.filter { $0.current.value != nil }.count
    let before = rows.filter { $0.base.value != nil }.count
    if reported < rows.count || before < rows.count {
      let (now, base) = (chart.period.name(in: language), chart.basePeriod.name(in: language))
      notes.append(
        language.pick(
          "覆盖\(reported)/\(count(rows.count))（\(now)）、\(before)/\(count(rows.count))（\(base)），缺报不作零计。",
          "Coverage \(reported)/\(count(rows.count)) (\(now)), \(before)/\(count(rows.count)) (\(base)); "
            + "missing figures are not zero."))
    } else {
      notes.append(language.pick("覆盖\(reported)/\(count(rows.count))。", "Coverage \(reported)/\(count(rows.count))."))
    }
    notes += ChartNotes(rows, language: language, colors: theme == .mono ? .patterns : .colors).all
    return notes + chart.notes
  }

  /// The facts in sentences.
  var alternativeText: String {
    let (now, before) = (chart.period.name(in: language), chart.basePeriod.name(in: language))
    var parts = [
      language.pick(
        "\(metricName)，\(now)与\(before)比较，条形图", "Bar chart of \(metricName), \(now) compared with \(before)")
    ]
    for (subject, name) in [
      (chart.total, language.pick("全部", "all")), (chart.matched, language.pick("可比口径", "comparable")),
    ] {
      guard let subject, let value = subject.current.value, subject.difference != nil || name != "可比口径" else {
        continue
      }
      let number = subject.current.facilities
      let who = number > 0 ? language.pick("\(name)\(count(number))", "\(name) \(count(number))") : name
      let isComparable = subject.difference != nil && (subject.subject != .all || chart.hasEqualScope)
      let clause = isComparable ? change.clause(subject) : nil
      let move = clause.map { language.pick(change.isYearOverYear ? "，同比\($0)" : "，\($0)", ", \($0)") } ?? ""
      parts.append(language.pick("\(who)本期\(unit.phrase(value))\(move)", "\(who): \(unit.phrase(value))\(move)"))
    }
    return AlternativeText(chart.changes, unit: unit, language: language).finish(parts)
  }
}
