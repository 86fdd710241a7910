// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi
import TongbiDocuments
import TongbiNormalizer

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
        tongbi extract summary.docx --format html -o review.html
            The page to read before signing: the report with each number marked and explained, findings beside it.
        tongbi extract summary.txt --audit
            Every number with what became of it: a fact, a change, a bound, a period, or nothing and why.
        tongbi extract summary.txt --format corrections > corrections.csv
            A list of the figures with their places: keep the lines that are wrong, write what is right into value, and
            why into reason. Put beside the reports, it is applied whenever the folder is read; --corrections names
            another one. Fields: value, metric, facility, period, role, part, changes.
      Findings go to standard error.
      """)

  @Argument(help: "Reports, tables or folders; - is standard input.")
  var files: [String]

  @Option(help: "table, csv, jsonl; html for the page to read before signing; corrections for a list to fill in.")
  var format: Form = .table

  @Option(name: .shortAndLong, help: "The file for the result. Default: standard output.")
  var out = "-"

  @Flag(help: "Print every number of the reports with what became of it; as table, csv or jsonl.")
  var audit = false

  @Flag(help: "Exit with 1 when a finding of severity error turns up.")
  var strict = false

  @OptionGroup var options: ReadingOptions

  /// How the figures are printed.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case table, csv, jsonl, html, corrections

    /// The form of records; `nil` for the page and the list of corrections.
    var records: ResultFormat? { ResultFormat(rawValue: rawValue) }
  }

  func validate() throws {
    if audit, format.records == nil {
      throw ValidationError("--audit goes with table, csv or jsonl; the html page explains every number anyway.")
    }
  }

  func run() throws {
    try options.telling {
      var (_, intake, language) = try options.begin(files)
      if audit || format == .html { intake.uses = .kept }
      let result = try ResultFile(path: out)
      let findings: [Finding]
      do {
        if audit {
          findings = try writeAudit(intake, AuditOutput(language: language), to: result)
        } else if let form = format.records {
          findings = try writeRecords(intake, form, ObservationOutput(language: language), to: result)
        } else if format == .html {
          findings = try writePage(intake, language, to: result)
        } else {
          try result.append(CSVText.record(CorrectionList.header))
          findings = try intake.read { piece in try result.append(CorrectionFile.records(piece.observations)) }
        }
      } catch {
        result.abandon()
        throw error
      }
      try result.finish()
      try FindingReport(language: language).tell(findings, strictly: strict)
    }
  }

  private func writeRecords(
    _ intake: Intake, _ form: ResultFormat, _ output: ObservationOutput, to result: ResultFile
  ) throws -> [Finding] {
    let header = ObservationOutput.tableHeader
    var table = TerminalTable(
      header: output.language == .chinese ? header.chinese : header.english,
      alignments: [.left, .left, .left, .right, .left, .left, .left, .left])
    if form == .csv { try result.append(CSVText.record(ObservationRecords.header)) }
    var contradictions = ReportContradictions()
    var records = ObservationRecords(language: output.language)
    var json = ObservationJSON()
    var findings = try intake.read { piece in
      contradictions.take(piece)
      let observations = piece.observations
      switch form {
      case .table: table.rows += observations.map(output.row)
      case .csv: try records.write(observations) { bytes in try result.append(bytes) }
      case .jsonl: try json.write(observations) { bytes in try result.append(bytes) }
      }
    }
    if form == .table { try result.append(table.text) }
    findings += contradictions.finish()
    return findings
  }

  private func writeAudit(_ intake: Intake, _ output: AuditOutput, to result: ResultFile) throws -> [Finding] {
    let form = format.records ?? .table
    var gatherer = ReviewGatherer(for: .list)
    var findings: [Finding] = []
    if form == .csv { try result.append(CSVText.record(AuditOutput.header)) }
    func write(_ file: ReviewedFile?) throws {
      guard let file else { return }
      let (entries, left) = try file.entries()
      findings += left
      try result.append(output.text(entries, of: file.file, form))
    }
    let found = try intake.read { piece in try write(gatherer.take(piece)) }
    try write(gatherer.finish())
    return found + findings
  }

  /// The page shows what the reports contradict in one another too, so that all are read before it is made.
  private func writePage(_ intake: Intake, _ language: Language, to result: ResultFile) throws -> [Finding] {
    var gatherer = ReviewGatherer(for: .person)
    var files: [ReviewedFile] = []
    let reading = try intake.ledger(policy: options.policy) { piece in
      if let file = gatherer.take(piece) { files.append(file) }
    }
    if let file = gatherer.finish() { files.append(file) }
    let findings = reading.findings + reading.ledger.findings()
    let page = try ReviewPageMaker(files, findings: findings, language: language).page(files)
    try result.append(page.html)
    return findings
  }
}
