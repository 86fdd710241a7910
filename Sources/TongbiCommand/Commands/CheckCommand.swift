// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi

/// `tongbi check`: findings only.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    _superCommandName: "tongbi",
    abstract: "Print what a person should look at; exit with 1 when one of the findings is an error.",
    discussion: """
      EXAMPLES
        tongbi check data
        tongbi check data/tongbi.yaml --format csv > findings.csv
      """)

  @Argument(help: "A folder, a tongbi.yaml, or files. Default: this folder.")
  var project: [String] = ["."]

  @Option(help: "table, csv or jsonl.")
  var format: ResultFormat = .table

  @OptionGroup var options: ReadingOptions

  func run() throws {
    try options.telling {
      let (project, intake, language) = try options.begin(project)
      let reading = try intake.ledger(policy: options.policy)
      let period = project.period ?? reading.ledger.latestPeriod
      let findings = FindingOutput.ordered(reading.findings + reading.ledger.findings(period: period))
      let output = FindingOutput(language: language)
      try OutputFile.write(text(findings, output), to: "-")
      if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
  }

  private func text(_ findings: [Finding], _ output: FindingOutput) -> String {
    switch format {
    case .table:
      let summary = output.summary(findings)
      let none = output.language.pick("没有发现问题。", "Nothing found.")
      return findings.map { output.line($0) + "\n" }.joined() + (summary.isEmpty ? none : summary) + "\n"
    case .csv:
      return CSVText.record(FindingOutput.header) + findings.map { CSVText.record(output.record($0)) }.joined()
    case .jsonl:
      return findings.map { finding in
        let members = zip(FindingOutput.header, output.record(finding)).map { ($0, JSONText.string($1)) }
        return JSONText.object(members).line + "\n"
      }.joined()
    }
  }
}
