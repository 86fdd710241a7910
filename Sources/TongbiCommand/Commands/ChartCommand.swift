// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi
import TongbiCharts

/// `tongbi chart`: one chart.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    _superCommandName: "tongbi",
    abstract: "Draw one chart: year-over-year, ranking or trend.",
    discussion: """
      EXAMPLES
        tongbi chart year-over-year data --metric visits_outpatient_emergency -o visits.png
        tongbi chart ranking data --metric fd_contract_rate --target 60 --highlight 柳林镇卫生院 -o rate.svg
        tongbi chart trend data --metric drug_ratio --every month --lang en -o trend.pdf
      """)

  @Argument(help: "year-over-year, ranking or trend.")
  var kind: ChartKind

  @Argument(help: "Reports, tables or folders; - is standard input.")
  var files: [String]

  @Option(help: "The metric, by id or name. Not needed where the files hold only one.")
  var metric: String?

  @Option(help: "The current period. Default: the latest.")
  var period: Period?

  @Option(help: "The base period. Default: the same period a year earlier.")
  var base: Period?

  @Option(help: "The length of a trend's steps: month, quarter, half or year.")
  var every: ChangeRequest.Step?

  @Option(help: "A line to reach, in the metric's unit.")
  var target: String?

  @Option(help: "The facility to pick out.")
  var highlight: String?

  @Option(help: "The title. Default: what the figures say.")
  var title: String?

  @Option(name: [.customShort("o"), .long], help: "The name of the picture, ending in .png, .svg or .pdf.")
  var output: String

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var options: ReadingOptions

  func run() throws {
    try options.telling {
      let format = try PictureFormat(ofName: output)
      let (project, intake, language) = try options.begin(files)
      let reading = try intake.ledger(policy: options.policy)
      let metric = try chosenMetric(reading.ledger, intake)
      if let highlight, !reading.ledger.countedFacilities.contains(highlight) {
        let known = reading.ledger.countedFacilities
        throw TongbiError(CommandProblem.unknownFacility(highlight, available: known), kind: .usage)
      }
      var maker = ChartMaker(ledger: reading.ledger, language: language)
      maker.period = period ?? project.period
      maker.base = base
      maker.targets = intake.settled(reading.ledger).targets
      maker.highlight = highlight
      maker.title = title
      maker.step = every
      if let target { maker.targets[metric.id] = try targetValue(target) }
      let chart = try maker.chart(kind, of: metric)
      let artist = try Artist(drawing.style(language), pixelsPerPoint: drawing.scale)
      for bytes in try artist.pictures(of: chart, id: "\(metric.id)-\(kind.rawValue)", as: [format]) {
        try OutputFile.write(bytes, to: output)
      }
      Terminal.say(chart.alternativeText(in: language))
    }
  }

  private func targetValue(_ text: String) throws -> ExactDecimal {
    guard let number = ExactDecimal(text) else { throw ValidationError("--target “\(text)” is not a number.") }
    return number
  }

  private func chosenMetric(_ ledger: Ledger, _ intake: Intake) throws -> Metric {
    if let metric { return try intake.metric(metric, in: ledger) }
    if ledger.cube.metrics.count == 1, let only = ledger.cube.metrics.first { return only }
    throw TongbiError(CommandProblem.metricNeeded(available: ledger.cube.metrics.map(\.id)), kind: .usage)
  }
}
