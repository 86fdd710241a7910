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
      """)

  @Argument(help: "Words that a metric's names contain; all metrics without them.")
  var words: [String] = []

  @Option(help: "table, csv or jsonl.")
  var format: ResultFormat = .table

  @Option(help: "A project whose own metrics are listed too.")
  var project: String?

  @Option(help: "The language of messages: zh or en.")
  var lang: Language?

  private static let header = [
    "id", "name", "name_en", "unit", "kind", "over_facilities", "over_time", "better", "change", "aliases",
  ]

  func run() throws {
    let language = lang ?? Terminal.language
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

  private func text(_ metrics: [Metric], _ language: Language) -> String {
    switch format {
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
