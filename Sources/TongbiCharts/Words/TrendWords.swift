// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The sentences and labels of a trend.
struct TrendWords {
  let chart: TrendChart
  let trend: TrendLines
  let language: Language
  let unit: DisplayUnit

  init(_ chart: TrendChart, language: Language) {
    self.chart = chart
    self.language = language
    trend = TrendLines(chart)
    unit = DisplayUnit(for: trend.values, unit: chart.metric.unit, language: language)
  }

  var metricName: String { chart.metric.name(in: language) }

  private func name(_ step: Int) -> String { trend.period(step).name(in: language) }

  private var spanName: String {
    let (first, last) = (name(trend.span.lowerBound), name(trend.span.upperBound))
    return first == last ? first : language.pick("\(first)—\(last)", "\(first) – \(last)")
  }

  private var picked: TrendLines.Line? {
    trend.lines.first { $0.name == chart.highlight } ?? (trend.lines.count == 1 ? trend.lines.first : nil)
  }

  /// The last figure of a line against the same time a year earlier; `nil` where one of them is missing.
  private func move(_ line: TrendLines.Line) -> Change? {
    guard let last = line.last, let now = line.figures[last],
      let before = line.figures[last - trend.stepsPerYear]
    else { return nil }
    return Change(
      subject: .facility(line.name), metric: chart.metric, period: trend.period(last),
      basePeriod: trend.period(last - trend.stepsPerYear), current: now.figure, base: before.figure)
  }

  private func clause(_ line: TrendLines.Line) -> String? {
    guard let last = line.last, let value = line.value(last) else { return nil }
    let clause = move(line).flatMap { change in
      ChangeWords(for: [change], metric: chart.metric, language: language, unit: unit).clause(change)
    }
    let said = clause.map { language.pick("，同比\($0)", ", \($0) year on year") } ?? ""
    let value2 = unit.phrase(value)
    return language.pick(
      "\(line.name)\(name(last))\(metricName)\(value2)\(said)",
      "\(line.name): \(metricName) \(value2) in \(name(last))\(said)")
  }

  /// The sentence at the top, from the figures alone.
  var message: String {
    if let picked, let clause = clause(picked) { return clause }
    let last = trend.span.upperBound
    let valued = trend.lines.compactMap { line in line.value(last).map { (line.name, $0) } }
    guard let top = valued.max(by: { $0.1 < $1.1 }), let low = valued.min(by: { $0.1 < $1.1 }), top.1 != low.1 else {
      return language.pick("\(metricName)：\(spanName)", "\(metricName): \(spanName)")
    }
    let (high, least) = (unit.phrase(top.1), unit.phrase(low.1))
    return language.pick(
      "\(name(last))\(metricName)：\(top.0)最高（\(high)），\(low.0)最低（\(least)）",
      "\(metricName) in \(name(last)): \(top.0) highest (\(high)), \(low.0) lowest (\(least))")
  }

  /// Metric, span, step, unit, and whether the axis begins at zero.
  func subtitle(beginsAtZero: Bool) -> String {
    let step =
      switch chart.every {
      case .month: language.pick("月度", "monthly")
      case .quarter: language.pick("季度", "quarterly")
      case .half: language.pick("半年度", "half-yearly")
      case .year: language.pick("年度", "yearly")
      }
    var parts = [metricName, language.pick("\(spanName)，\(step)", "\(spanName), \(step)")]
    if !unit.name.isEmpty { parts.append(language.pick("单位：\(unit.name)", "in \(unit.name)")) }
    let axis = beginsAtZero ? "" : language.pick("（纵轴不从零开始）", " (the axis does not begin at zero)")
    return parts.joined(separator: " · ") + axis
  }

  /// The label beside a line: its name, its last value, and when that was if not at the end.
  func label(_ line: TrendLines.Line) -> String {
    guard let last = line.last, let value = line.value(last) else {
      return line.name + language.pick(" 无数据", " no figures")
    }
    let months = isPartial(line, last) ? monthsText(line, last) : ""
    let until = last < trend.span.upperBound ? language.pick("（\(short(last))）", " (\(short(last)))") : ""
    return "\(line.name) \(unit.text(value))\(months)\(until)"
  }

  /// A step in few words: 23年4月, 2023Q1.
  private func short(_ step: Int) -> String {
    let month = Month(index: step * trend.every.months)
    switch trend.every {
    case .year: return language.pick("\(month.year)年", "\(month.year)")
    case .quarter: return "\(month.year)Q\((month.number + 2) / 3)"
    case .half: return "\(month.year)H\((month.number + 5) / 6)"
    case .month: return "\(month.year)-\(month.number < 10 ? "0" : "")\(month.number)"
    }
  }

  /// Whether a figure lacks months of its step.
  func isPartial(_ line: TrendLines.Line, _ step: Int) -> Bool {
    guard let figure = line.figures[step]?.figure, figure.value != nil, !figure.months.isEmpty,
      chart.metric.overTime == .sum
    else { return false }
    return figure.months.count < trend.every.months
  }

  /// The months that a figure has: （10个月）.
  func monthsText(_ line: TrendLines.Line, _ step: Int) -> String {
    let count = line.figures[step]?.figure.months.count ?? 0
    return language.pick("（\(count)个月）", " (\(count) months)")
  }

  var targetLabel: String? {
    chart.target.map {
      let name = chart.metric.better == .lower ? language.pick("控制线 ", "Limit ") : language.pick("目标 ", "Target ")
      return name + unit.target($0)
    }
  }

  /// Notes on gaps and partial figures, before those of the caller.
  func notes(unlabelled: Int, grey: Int) -> [String] {
    var notes: [String] = []
    let gaps = trend.lines.filter { line in missing(line) > 0 }
    if !gaps.isEmpty {
      let listed = gaps.prefix(3).map { line in
        language.pick("\(line.name)缺\(missing(line))期", "\(line.name) lacks \(missing(line))")
      }
      let more = gaps.count > 3 ? language.pick("等\(gaps.count)条线", " and \(gaps.count - 3) more") : ""
      notes.append(
        language.pick(
          "\(listed.joined(separator: "、"))\(more)，折线在缺报处断开，不作插补。",
          "\(listed.joined(separator: ", "))\(more); lines break where figures are missing."))
    }
    if trend.lines.contains(where: { line in line.figures.keys.contains { isPartial(line, $0) } }) {
      notes.append(language.pick("空心点为月份不全。", "Open points lack months."))
    }
    if trend.lines.contains(where: { $0.figures.values.contains { $0.figure.isBackcast } }) {
      notes.append(
        language.pick("方点为按所报增幅推算的数，非直接填报。", "Square points were worked out from stated changes, not reported."))
    }
    if grey > 0 {
      notes.append(language.pick("灰线为其余\(grey)条。", "Grey lines are the other \(grey)."))
    }
    if unlabelled > 0 {
      notes.append(language.pick("其中\(unlabelled)条未标名称。", "\(unlabelled) of them have no label."))
    }
    return notes + chart.notes
  }

  private func missing(_ line: TrendLines.Line) -> Int {
    trend.span.count - line.figures.values.filter { $0.figure.value != nil }.count
  }

  /// The facts in sentences.
  var alternativeText: String {
    var parts = [language.pick("\(metricName)，\(spanName)，折线图", "Line chart of \(metricName), \(spanName)")]
    parts += trend.lines.prefix(6).compactMap(clause)
    if trend.lines.count > 6 {
      parts.append(language.pick("共\(trend.lines.count)条线", "\(trend.lines.count) lines in all"))
    }
    let gaps = trend.lines.filter { missing($0) > 0 }.count
    if gaps > 0 {
      parts.append(language.pick("\(gaps)条线有缺报", gaps == 1 ? "1 line has gaps" : "\(gaps) lines have gaps"))
    }
    return parts.joined(separator: language.pick("；", "; ")) + language.pick("。", ".")
  }
}

extension DisplayUnit {
  /// The value divided by the multiplier.
  func decimal(_ value: ExactDecimal) -> ExactDecimal {
    exponent == 0 ? value : (try? value.scaled(byPowerOfTen: -exponent)) ?? value
  }

  /// A target: whole and without needless zeros, or rounded where that would be long.
  func target(_ value: ExactDecimal) -> String {
    let exact = NumberText.short(decimal(value))
    return exact.count <= 6 ? exact : text(value)
  }
}
