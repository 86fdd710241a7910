// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Tongbi
import TongbiCharts

/// Makes charts from a ledger: chooses periods, gathers changes, totals, notes and sources.
struct ChartMaker {
  let ledger: Ledger
  let language: Language
  /// The current period; `nil` takes the latest one of each metric.
  var period: Period?
  /// The base period; `nil` takes the same period a year earlier.
  var base: Period?
  /// The aims drawn as lines, by metric id.
  var targets: [String: ExactDecimal] = [:]
  var highlight: String?
  var title: String?
  /// The length of the steps of a trend; `nil` takes that of the figures.
  var step: ChangeRequest.Step?
  /// How much must be there for a chart that nobody asked for.
  var bar = Bar.asked

  /// How much must be there for a chart.
  enum Bar {
    /// It was asked for: whatever there is.
    case asked
    /// It is one of many: several facilities to rank, and at least half of them to be compared.
    case offered
  }

  /// One chart of a metric.
  ///
  /// - Throws: ``TongbiError`` when there is nothing to draw, with the reason.
  func chart(_ kind: ChartKind, of metric: Metric) throws(TongbiError) -> Chart {
    switch kind {
    case .yearOverYear: try yearOverYear(metric)
    case .ranking: try ranking(metric)
    case .trend: try trend(metric)
    }
  }

  private func yearOverYear(_ metric: Metric) throws(TongbiError) -> Chart {
    let (period, changes) = try changes(metric, .yearOverYear)
    let compared = changes.count { $0.difference != nil }
    guard compared > 0, bar == .asked || compared * 2 >= changes.count else {
      throw nothing(.yearOverYear, metric, .noBase)
    }
    let totals = ledger.totals(ofMetric: metric.id, period: period, base: base)
    return .yearOverYear(
      YearOverYearChart(
        metric: metric, period: period, basePeriod: changes[0].basePeriod, changes: changes,
        total: totals.first { $0.subject == .all }, matched: totals.first { $0.subject == .matched }, title: title,
        sourceLine: sourceLine(changes.flatMap { $0.current.sources + $0.base.sources }), notes: notes(metric)))
  }

  private func ranking(_ metric: Metric) throws(TongbiError) -> Chart {
    let (period, changes) = try changes(metric, .ranking)
    let current = changes.filter { $0.current.value != nil || $0.current.absence == .masked }
    guard current.count(where: { $0.current.value != nil }) >= (bar == .offered ? 2 : 1) else {
      throw nothing(.ranking, metric, .noFigures)
    }
    let totals = ledger.totals(ofMetric: metric.id, period: period, base: base)
    // Made from other facilities in the two periods, the total has a value but no change.
    var total = totals.first { $0.subject == .all }
    if totals.count > 1 { total?.base = .missing }
    return .ranking(
      RankingChart(
        metric: metric, period: period, changes: changes, total: total,
        target: targets[metric.id], highlight: highlight, title: title,
        sourceLine: sourceLine(current.flatMap(\.current.sources)), notes: notes(metric)))
  }

  private func trend(_ metric: Metric) throws(TongbiError) -> Chart {
    let step = step ?? ledger.naturalStep(ofMetric: metric.id)
    let (periods, figures) = ledger.timeline(ofMetric: metric.id, step: step)
    let series = figures.map { facility, figures in
      TrendSeries(name: facility, points: zip(periods, figures).map { (period: $0, figure: $1) })
    }
    guard figures.contains(where: { $0.figures.count(where: { $0.value != nil }) >= 3 }) else {
      throw nothing(.trend, metric, .tooFewPoints)
    }
    return .trend(
      TrendChart(
        metric: metric, series: series, every: step,
        target: targets[metric.id], highlight: highlight, title: title,
        sourceLine: sourceLine(figures.flatMap { $0.figures.flatMap(\.sources) }), notes: notes(metric)))
  }

  private func changes(_ metric: Metric, _ kind: ChartKind) throws(TongbiError) -> (Period, [Change]) {
    guard let period = period ?? ledger.latestPeriod(ofMetric: metric.id) else {
      throw nothing(kind, metric, .noFigures)
    }
    let request = ChangeRequest(metrics: [metric.id], period: period, base: base)
    // A facility without a figure on either side has nothing to show: it was only masked, or named once long ago.
    let changes = ledger.changes(request).filter { change in
      change.current.absence != .missing || change.base.value != nil
    }
    guard !changes.isEmpty else { throw nothing(kind, metric, .noFigures) }
    return (period, changes)
  }

  /// Whose figures a person corrected, the first three by name.
  private func notes(_ metric: Metric) -> [String] {
    var names: [String] = []
    for observation in ledger.corrections(ofMetric: metric) {
      let parts = [observation.facility, observation.period?.name(in: language)].compactMap(\.self)
      let name = parts.joined(separator: " ")
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return [] }
    let list = names.prefix(3).joined(separator: language.pick("、", ", "))
    let more = names.count > 3 ? language.pick("等\(names.count)处", " and \(names.count - 3) more") : ""
    return [language.pick("经人工更正：\(list)\(more)。", "Corrected by hand: \(list)\(more).")]
  }

  /// 来源：the files that the figures stand in, the first three by name.
  private func sourceLine(_ sources: [Source]) -> String? {
    var names: [String] = []
    for source in sources {
      let name = URL(fileURLWithPath: source.file).deletingPathExtension().lastPathComponent
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return nil }
    let shown = names.sorted().prefix(3).joined(separator: language.pick("、", ", "))
    guard names.count > 3 else { return shown }
    return language.pick("\(shown)等\(names.count)个文件", "\(shown) and \(names.count - 3) more")
  }

  private func nothing(_ kind: ChartKind, _ metric: Metric, _ reason: CommandProblem.ChartReason) -> TongbiError {
    TongbiError(
      CommandProblem.nothingToDraw(kind: kind.rawValue, metric: metric.name(in: language), reason: reason))
  }
}
