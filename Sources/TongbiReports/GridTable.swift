// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A table that is held in memory whole: one of a Word document, or a sheet of an old workbook.
package struct GridTable: Table {
  package let file: String
  package let sheet: String?
  package let captions: [String]
  package let line: Int?
  package let merges: [MergedCells]
  /// All cells; rows may differ in length.
  package let rows: [[String]]

  package init(
    file: String, sheet: String?, captions: [String] = [], line: Int? = nil, rows: [[String]],
    merges: [MergedCells] = []
  ) {
    self.file = file
    self.sheet = sheet
    self.captions = captions
    self.line = line
    self.rows = rows
    self.merges = merges
  }

  package var head: [[String]] { Array(rows.prefix(200)) }
  package var rowCountHint: Int { rows.count }

  package func read(
    _ uses: [ColumnUse], from row: Int, chunkRows: Int, into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    var builder = ChunkBuilder(uses, firstRow: max(1, row), chunkRows: chunkRows)
    for (index, cells) in rows.enumerated() where index + 1 >= row {
      builder.append(cells, row: index + 1)
      if builder.isFull { try body(builder.take()) }
    }
    if !builder.isEmpty { try body(builder.take()) }
  }

  package func rows(from row: Int, into body: (TextRow) throws(TongbiError) -> Void) throws(TongbiError) {
    for (index, cells) in rows.enumerated() where index + 1 >= row {
      try body(TextRow(row: index + 1, cells: cells))
    }
  }
}
