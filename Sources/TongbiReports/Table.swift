// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A grid of cells as a file holds it, before any meaning: its first rows as text, and a way to stream the rest.
///
/// A delimited file is one, each sheet of a workbook, and each table of a Word document. A cell that a workbook stores
/// as a number, date or percentage arrives as the text that says exactly that: `26.8%`, `2023-06-04`, `1204`.
package protocol Table: Sendable {
  /// The path as the user gave it, or `-`.
  var file: String { get }
  /// The sheet, or which table of a document; `nil` where the file is one table.
  var sheet: String? { get }
  /// What the document says right above the table, from the top; empty for workbooks and delimited files.
  var captions: [String] { get }
  /// The line of the document's text that the table stands below, 0 at its beginning; `nil` for workbooks and delimited
  /// files, and for a table in a table.
  var line: Int? { get }
  /// The first rows, at most 200, as text; a blank row is empty, so that index + 1 is the row in Excel.
  var head: [[String]] { get }
  /// The merged cells among the rows of ``head`` and below. The text stands in the top left cell, the others are empty.
  var merges: [MergedCells] { get }
  /// About how many rows there are.
  var rowCountHint: Int { get }
  /// What a description beside the file says of the columns; `nil` where there is none.
  var schema: TableSchema? { get }

  /// Streams the rows from one on, in file order, in chunks.
  ///
  /// - Parameters:
  ///   - uses: What is wanted of each column, from the left; columns beyond are ignored.
  ///   - row: The first row wanted, from 1.
  ///   - chunkRows: The most rows in a chunk; fewer where rows are huge.
  ///   - body: Takes each chunk; what it throws ends the reading.
  /// - Throws: ``TongbiError`` where the file cannot be read or decoded.
  func read(
    _ uses: [ColumnUse], from row: Int, chunkRows: Int, into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError)

  /// Streams the rows from one on as text, in file order: each with as many cells as it has. Blank rows of a workbook
  /// are passed over.
  ///
  /// - Parameters:
  ///   - row: The first row wanted, from 1.
  ///   - body: Takes each row; what it throws ends the reading.
  /// - Throws: ``TongbiError`` where the file cannot be read or decoded.
  func rows(from row: Int, into body: (TextRow) throws(TongbiError) -> Void) throws(TongbiError)
}

/// A row of a table as text.
package struct TextRow: Sendable {
  /// The row in the file, from 1.
  package var row: Int
  /// Its cells from the left; none where it is blank.
  package var cells: [String]
  /// What is doubtful about it, or was noticed on the way to it.
  package var findings: [Finding]

  package init(row: Int, cells: [String], findings: [Finding] = []) {
    self.row = row
    self.cells = cells
    self.findings = findings
  }
}

extension Table {
  package var schema: TableSchema? { nil }
  package var line: Int? { nil }

  /// Streams the rows from one on in chunks of the usual size.
  package func read(
    _ uses: [ColumnUse], from row: Int, into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    try read(uses, from: row, chunkRows: 65_536, into: body)
  }

  /// The source of a cell; a `column` of 0 means the whole row. Both count from 1.
  package func source(row: Int, column: Int, quote: String = "") -> Source {
    Source(file: file, place: .cell(sheet: sheet, row: row, column: column), quote: quote)
  }
}

/// A rectangle of cells that were merged into one. Rows and columns count from 0.
package struct MergedCells: Hashable, Sendable {
  /// The rows it covers.
  package var rows: ClosedRange<Int>
  /// The columns it covers.
  package var columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}
