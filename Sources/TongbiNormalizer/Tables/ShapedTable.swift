// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// A table with some of its cells blanked, filled or added, each at its own place, so that sources stay right.
struct ShapedTable: Table {
  let base: any Table
  /// All rows, as they are to be read.
  var rows: [[String]]
  /// The rows that are read, from 0; the others are blank.
  let range: Range<Int>
  /// How many columns the table itself has; those beyond are added.
  let width: Int

  init(_ base: any Table, rows: [[String]], range: Range<Int>, width: Int) {
    self.base = base
    self.rows = rows
    self.range = range
    self.width = width
  }

  var file: String { base.file }
  var sheet: String? { base.sheet }
  var captions: [String] { base.captions }
  var schema: TableSchema? { base.schema }
  var merges: [MergedCells] { base.merges }
  var head: [[String]] { Array(rows.prefix(range.lowerBound + 200)) }
  var rowCountHint: Int { rows.count }

  func read(
    _ uses: [ColumnUse], from row: Int, chunkRows: Int, into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    var irregular: [IrregularRecord] = []
    var shifted: Set<Int> = []
    var findings: [Finding] = []
    try base.read(Array(repeating: .skip, count: width), from: row) { chunk throws(TongbiError) in
      irregular += chunk.irregular.filter { range.contains($0.row - 1) && !isBlank($0.row - 1) }
      shifted.formUnion(chunk.shifted.map { chunk.row(at: $0) })
      findings += chunk.findings.filter(isHere)
    }
    try grid.read(uses, from: row, chunkRows: chunkRows) { (chunk) throws(TongbiError) in
      var chunk = chunk
      let here = chunk.firstRow..<(chunk.firstRow + chunk.count)
      chunk.irregular = irregular.filter { here.contains($0.row) }
      chunk.shifted = Set(shifted.filter(here.contains).map { $0 - chunk.firstRow })
      chunk.findings = findings
      findings = []
      try body(chunk)
    }
  }

  func rows(from row: Int, into body: (TextRow) throws(TongbiError) -> Void) throws(TongbiError) {
    try grid.rows(from: row, into: body)
  }

  /// The rows that are read, held in memory.
  private var grid: GridTable { GridTable(file: file, sheet: sheet, rows: Array(rows[..<range.upperBound])) }

  private func isBlank(_ row: Int) -> Bool { rows[row].allSatisfy(\.isEmpty) }

  /// Whether a finding of the reader belongs to the rows read; those on the whole file belong to the first table.
  private func isHere(_ finding: Finding) -> Bool {
    guard case .cell(_, let row, _) = finding.source.place else { return range.lowerBound == 0 }
    return range.contains(row - 1)
  }
}
