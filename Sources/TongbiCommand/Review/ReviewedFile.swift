// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiNormalizer
import TongbiReports

/// What one file says, kept together for a person to look at: every text and table with what became of its numbers.
struct ReviewedFile {
  /// A table with its figures by cell.
  struct Sheet {
    let table: any Table
    let normalizer: TableNormalizer
    fileprivate(set) var figures: [TableAudit.Cell: Observation] = [:]
  }

  /// Who looks at the cells, and how many rows of a table that is for.
  enum Reader: Int {
    /// A person, on a page.
    case person = 5_000
    /// A program, or a person with a filter, in a list; as many as are held in memory.
    case list = 100_000
  }

  let file: String
  let reader: Reader
  fileprivate(set) var texts: [(report: TextReport, reading: NarrativeReading)] = []
  fileprivate(set) var sheets: [Sheet] = []

  /// Hands on the rows of a table, each with what became of its numbers.
  ///
  /// - Returns: What is left out.
  func rows(
    of sheet: Sheet, into body: (TextRow, [AuditEntry]) throws(TongbiError) -> Void
  ) throws(TongbiError) -> [Finding] {
    let audit = try TableAudit(sheet.table, sheet.figures, normalizer: sheet.normalizer)
    var last = 0
    let limit = reader.rawValue
    try sheet.table.rows(from: 1) { (row) throws(TongbiError) in
      last = row.row
      if row.row <= limit { try body(row, audit.entries(row)) }
    }
    guard last > limit else { return [] }
    return [
      Finding(.warning, CommandProblem.reviewCut(rows: limit), at: sheet.table.source(row: last, column: 0))
    ]
  }
}

extension ReviewedFile {
  /// All numbers of the file, those of its text first.
  ///
  /// - Returns: The numbers, and what is left out.
  func entries() throws(TongbiError) -> ([AuditEntry], [Finding]) {
    var entries = texts.flatMap { TextAudit($0.report, $0.reading).entries }
    var findings: [Finding] = []
    for sheet in sheets {
      findings += try rows(of: sheet) { (_, found) throws(TongbiError) in entries += found }
    }
    return (entries, findings)
  }
}

/// Puts the pieces of each file together.
struct ReviewGatherer {
  let reader: ReviewedFile.Reader
  private var current: ReviewedFile?

  init(for reader: ReviewedFile.Reader) { self.reader = reader }

  /// Takes a piece, and returns the file before when another one begins.
  mutating func take(_ piece: Intake.Piece) -> ReviewedFile? {
    switch piece {
    case .text(let report, let reading):
      let done = begin(report.file)
      current?.texts.append((report, reading))
      return done
    case .table(let table, let normalizer):
      let done = begin(table.file)
      current?.sheets.append(ReviewedFile.Sheet(table: table, normalizer: normalizer))
      // What the text states too stands among its facts.
      for observation in current?.texts.flatMap(\.reading.observations) ?? [] {
        for source in [observation.source] + observation.otherSources { put(observation, at: source) }
      }
      return done
    case .chunk(let figures):
      let chunk = figures.spelledOut
      guard let last = current?.sheets.indices.last else { return nil }
      for (index, row) in chunk.rows.enumerated() where row.row <= reader.rawValue {
        let cell = TableAudit.Cell(row: Int(row.row), column: Int(row.column))
        current?.sheets[last].figures[cell] = chunk.observation(at: index)
      }
      return nil
    case .figures(let observations):
      for observation in observations { put(observation, at: observation.source) }
      return nil
    }
  }

  /// Puts a figure into its cell of the last table, if it stands there.
  private mutating func put(_ observation: Observation, at source: Source) {
    guard let last = current?.sheets.indices.last, case .cell(let sheet, let row, let column) = source.place,
      current?.sheets[last].table.sheet == sheet
    else { return }
    current?.sheets[last].figures[TableAudit.Cell(row: row, column: column)] = observation
  }

  /// The last file.
  mutating func finish() -> ReviewedFile? {
    defer { current = nil }
    return current
  }

  private mutating func begin(_ file: String) -> ReviewedFile? {
    guard current?.file != file else { return nil }
    defer { current = ReviewedFile(file: file, reader: reader) }
    return current
  }
}
