// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi

/// `tongbi extract`: the figures of reports, each with its place.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    _superCommandName: "tongbi",
    abstract: "Print the figures that reports state, each with its place.",
    discussion: """
      EXAMPLES
        tongbi extract 清源县人民医院2023年度工作总结.txt
        tongbi extract reports --format jsonl > figures.jsonl
        tongbi extract summary.txt --facility 清源县中医医院 --year 2023
      Findings go to standard error.
      """)

  @Argument(help: "Reports, tables or folders; - is standard input.")
  var files: [String]

  @Option(help: "table, csv or jsonl.")
  var format: ResultFormat = .table

  @Flag(help: "Exit with 1 when a finding of severity error turns up.")
  var strict = false

  @OptionGroup var options: ReadingOptions

  func run() throws {
    try options.telling {
      let (_, intake, language) = try options.begin(files)
      let output = ObservationOutput(language: language)
      let header = ObservationOutput.tableHeader
      var table = TerminalTable(
        header: language == .chinese ? header.chinese : header.english,
        alignments: [.left, .left, .left, .right, .left, .left, .left, .left])
      if format == .csv { try OutputFile.write(CSVText.record(ObservationOutput.header), to: "-") }
      let findings = try intake.read { piece in
        let observations = piece.observations
        switch format {
        case .table: table.rows += observations.map(output.row)
        case .csv: try OutputFile.write(CSVText.records(observations.map(output.record)), to: "-")
        case .jsonl: try OutputFile.write(observations.map { output.json($0) + "\n" }.joined(), to: "-")
        }
      }
      if format == .table { try OutputFile.write(table.text, to: "-") }
      try FindingReport(language: output.language).tell(findings, strictly: strict)
    }
  }
}

extension Intake.Piece {
  /// The observations, spelled out.
  var observations: [Observation] {
    switch self {
    case .observations(let observations): observations
    case .chunk(let chunk): chunk.rows.indices.map { chunk.observation(at: $0) }
    }
  }
}
