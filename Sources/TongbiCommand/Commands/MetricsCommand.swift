// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi
import TongbiNormalizer

/// `tongbi metrics`: the catalogue.
struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    _superCommandName: "tongbi",
    abstract: "Print the metrics that are known, with their names and how they add up.",
    discussion: """
      EXAMPLES
        tongbi metrics
        tongbi metrics 签约
        tongbi metrics drug ratio --format csv
        tongbi metrics --unlisted reports > more-metrics.yaml
            What the reports count that no catalogue knows, by how often, ready to paste into tongbi.yaml.
      """)

  @Argument(help: "Words that a metric's names contain, all metrics without them; with --unlisted, files or folders.")
  var words: [String] = []

  @Flag(help: "Print the names in the files that no catalogue knows.")
  var unlisted = false

  @Option(help: "table, csv or jsonl. Default: table; with --unlisted the form of tongbi.yaml.")
  var format: ResultFormat?

  @Option(help: "A project whose own metrics are listed too.")
  var project: String?

  @OptionGroup var options: ReadingOptions

  private static let header = [
    "id", "name", "name_en", "unit", "kind", "over_facilities", "over_time", "better", "change", "aliases",
  ]

  func validate() throws {
    if unlisted, words.isEmpty { throw ValidationError("--unlisted needs the files or folders to look through.") }
  }

  func run() throws {
    if unlisted { return try writeUnlisted() }
    let language = options.language
    do {
      var catalogue = try Catalogue.builtIn()
      if let project { try catalogue.extend(with: Project.open([project]).metrics) }
      let found = words.isEmpty ? catalogue.metrics : catalogue.search(words: words)
      if found.isEmpty {
        throw TongbiError(CommandProblem.unknownMetric(words.joined(separator: " "), similar: []), kind: .usage)
      }
      try OutputFile.write(text(found, language), to: "-")
    } catch let error as TongbiError {
      throw Failure(error: error, language: language)
    }
  }

  private func writeUnlisted() throws {
    try options.telling {
      let (_, intake, language) = try options.begin(words)
      var found = UnlistedMetrics()
      let findings = try intake.read { found.take($0) }
      try OutputFile.write(UnlistedOutput(language: language).text(found.ordered, format), to: "-")
      // What was found in the figures is for extract to tell; a file that could not be read is not.
      try FindingReport(language: language).tell(findings.filter { $0.severity == .error }, strictly: false)
    }
  }

  private func text(_ metrics: [Metric], _ language: Language) -> String {
    switch format ?? .table {
    case .table:
      let header =
        language == .chinese ? ["标识", "名称", "单位", "方向", "其他名称"] : ["id", "name", "unit", "better", "other names"]
      var table = TerminalTable(header: header, alignments: [.left, .left, .left, .left, .left])
      table.rows = metrics.map { metric in
        let aliases = metric.aliases.prefix(4).joined(separator: "、") + (metric.aliases.count > 4 ? "…" : "")
        return [metric.id, metric.name(in: language), metric.unit.symbol, metric.better.rawValue, aliases]
      }
      return table.text
    case .csv: return CSVText.record(Self.header) + metrics.map { CSVText.record(record($0)) }.joined()
    case .jsonl:
      return metrics.map { metric in
        JSONText.object(zip(Self.header, record(metric)).map { ($0, .string($1)) }).line + "\n"
      }.joined()
    }
  }

  private func record(_ metric: Metric) -> [String] {
    [
      metric.id, metric.name, metric.englishName, metric.unit.symbol, metric.kind.rawValue,
      metric.overFacilities.rawValue, metric.overTime.rawValue, metric.better.rawValue, metric.changeStyle.rawValue,
      metric.aliases.joined(separator: "|"),
    ]
  }
}
