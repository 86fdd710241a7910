// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiNormalizer
import TongbiReports

/// Prints tables as they were read, row by row.
struct TableOutput {
  /// How many bytes are gathered before they are written.
  private static let blockSize = 1 << 16
  /// How many doubtful rows of a table are told.
  private static let reportLimit = 20

  let format: ResultFormat
  let language: Language
  /// How many tables were printed.
  private(set) var tables = 0
  private var buffer: [UInt8] = []

  init(format: ResultFormat, language: Language) {
    self.format = format
    self.language = language
  }

  /// Prints a table, and returns what was found on the way.
  mutating func write(_ table: any Table) throws(TongbiError) -> [Finding] {
    var findings: [Finding] = []
    let listing = TableListing(table, language: language)
    if tables > 0, format != .jsonl { try put("\n") }
    tables += 1
    var first = 1
    switch format {
    case .table: try put(listing.heading)
    case .csv:
      let preamble = (table as? DelimitedTable)?.outline.preamble ?? 0
      first = preamble + 1
      if preamble > 0 {
        findings.append(Finding(.note, CommandProblem.leftOut(rows: preamble), at: Source(file: table.file)))
      }
    case .jsonl: break
    }
    try table.rows(from: first) { (row) throws(TongbiError) in
      findings += row.findings.prefix(max(0, Self.reportLimit - findings.count))
      switch format {
      case .table: try put(listing.line(row))
      case .csv: if !row.cells.isEmpty { try put(CSVText.record(row.cells)) }
      case .jsonl: try put(json(row, of: table))
      }
    }
    return findings
  }

  /// Prints how a table is understood, in place of its rows: header, columns, what is checked and what is left out.
  mutating func explain(_ table: any Table, by intake: Intake, _ input: Project.Input) throws(TongbiError) {
    if tables > 0 { try put("\n") }
    tables += 1
    for part in try intake.normalizer(for: input).parts(of: table) {
      for line in LayoutExplanation(part, catalogue: intake.catalogue).lines(in: language) { try put(line + "\n") }
    }
  }

  /// Writes what is left.
  mutating func finish() throws(TongbiError) {
    try OutputFile.write(buffer, to: "-")
    buffer = []
  }

  private func json(_ row: TextRow, of table: any Table) -> String {
    JSONText.object([
      ("file", .string(table.file)), ("sheet", .text(table.sheet)), ("row", .integer(row.row)),
      ("cells", .list(row.cells.map(JSONText.string))),
    ]).line + "\n"
  }

  private mutating func put(_ text: String) throws(TongbiError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.blockSize { try finish() }
  }
}
