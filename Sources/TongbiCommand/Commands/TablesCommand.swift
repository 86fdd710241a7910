// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi
import TongbiReports

/// `tongbi tables`: what was read, before any meaning.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    _superCommandName: "tongbi",
    abstract: "Print the tables of files as they were read, before any meaning: rows and cells as text.",
    discussion: """
      EXAMPLES
        tongbi tables visits.csv
        tongbi tables 2023年报.xlsx --sheet 门诊
        tongbi tables 2023年报.xlsx --sheet 2 --format csv > outpatients.csv
        tongbi tables *.csv --format jsonl | head
        tongbi tables 2023年报.xlsx --explain
        tongbi tables tongbi.yaml --explain
      table shows the first 256 columns and 40 places of a cell, with the row numbers of the file, below a line that
      says how the file was read. csv has commas and doubled quotes, whatever the file has: the header first, without blank rows and what
      stands above the header of a delimited file; an empty line parts tables. jsonl has every row as
      {"file":…,"sheet":…,"row":…,"cells":[…]}. --explain says in words what each column is and why, what is checked
      and what is left out, in place of the rows; --map, --facility and --year tell it more, as does a project file
      that is named in place of its tables. Findings go to standard error.
      """)

  @Argument(help: "Tables, workbooks, documents, folders or a project file; - is standard input.")
  var files: [String]

  @Option(help: "The name or the number of a sheet, or of a table in a document.")
  var sheet: String?

  @Option(help: "table, csv or jsonl.")
  var format: ResultFormat = .table

  @Flag(help: "Say how each table is understood, in place of its rows.")
  var explain = false

  @OptionGroup var options: ReadingOptions

  func run() throws {
    let language = options.language
    do {
      var output = TableOutput(format: format, language: language)
      var findings: [Finding] = []
      var failure: TongbiError?
      for file in files {
        do {
          findings += try read(file, into: &output)
        } catch let error as TongbiError {
          // One file alone that cannot be read ends the work; one of many becomes a finding.
          if files.count == 1 || error.kind == .cannotCreate { throw error }
          failure = error
          findings.append(Finding(.error, error.problem, at: error.source ?? Source(file: file)))
        }
      }
      try output.finish()
      try FindingReport(language: language).tell(findings, strictly: false)
      if let failure, output.tables == 0 { throw ExitCode(failure.kind.rawValue) }
    } catch let error as TongbiError {
      throw Failure(error: error, language: language)
    }
  }

  /// Prints the tables of a path, and returns what was found on the way.
  private func read(_ path: String, into output: inout TableOutput) throws -> [Finding] {
    let project = try Project.open([path])
    let isAlone = project.inputs.count == 1 && project.inputs[0].path == path
    let intake = explain ? try Intake(project, options, failures: .end) : nil
    let encoding = try options.textEncoding()
    var findings = explain ? project.findings : []
    for input in project.inputs {
      do {
        findings += try read(input, intake, encoding, into: &output)
      } catch let error as TongbiError {
        if isAlone || error.kind == .cannotCreate { throw error }
        // Reports without tables stand in folders too.
        if case CommandProblem.noTable? = error.problem as? CommandProblem { continue }
        findings.append(Finding(.error, error.problem, at: error.source ?? Source(file: input.path)))
      }
    }
    return findings
  }

  /// Prints the tables of a file.
  private func read(
    _ input: Project.Input, _ intake: Intake?, _ encoding: TextEncoding?, into output: inout TableOutput
  ) throws -> [Finding] {
    let report = try Report.open(input.path, encoding: encoding)
    let tables = report.tables
    guard !tables.isEmpty else {
      let lines = report.parts.reduce(0) { if case .text(let text) = $1 { $0 + text.passages.count } else { $0 } }
      throw TongbiError(CommandProblem.noTable(lines: lines), at: Source(file: input.path))
    }
    var findings = report.findings
    for table in try chosen(tables, of: input.path) {
      if let intake {
        try output.explain(table, by: intake, input)
      } else {
        findings += try output.write(table)
      }
    }
    return findings
  }

  /// The tables that `--sheet` asks for: by name, else by number.
  private func chosen(_ tables: [any Table], of file: String) throws(TongbiError) -> [any Table] {
    guard let sheet else { return tables }
    let named = tables.filter { $0.sheet == sheet }
    if !named.isEmpty { return named }
    if let number = Int(sheet), tables.indices.contains(number - 1) { return [tables[number - 1]] }
    let names = tables.enumerated().map { $1.sheet ?? String($0 + 1) }
    throw TongbiError(
      CommandProblem.unknownSheet(sheet, available: names), at: Source(file: file), kind: .usage)
  }
}
