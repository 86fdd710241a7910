// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Consecutive rows of a delimited table, column by column.
///
/// Blank lines are rows whose cells are all empty, so that `firstRow + index` is the row a person sees in Excel.
package struct TableChunk: Sendable {
  /// The row of the first record, from 1.
  package var firstRow: Int
  /// How many rows there are; 0 only in a chunk that carries findings alone.
  package var count: Int
  /// The columns, one for each ``ColumnUse`` asked for.
  package var columns: [ChunkColumn]
  /// By column, the spellings that its codes stand for; empty unless the column was asked for as codes.
  ///
  /// A later chunk of the table has the same spellings at the front and perhaps more.
  package var dictionaries: [[String]]
  /// Records with more or fewer fields than columns asked for; the first 20 of each sort in a table.
  ///
  /// Missing cells are empty, extra cells were ignored. Blank lines are not among them.
  package var irregular: [IrregularRecord]
  /// The rows, from 0 in the chunk, with words beyond the last column: their cells may stand one column too far left, as
  /// when the comma of 1,234 was not quoted.
  package var shifted: Set<Int>
  /// Doubtful quoting and the like; the first 20 in a table.
  package var findings: [Finding]

  package init(
    firstRow: Int, count: Int, columns: [ChunkColumn], dictionaries: [[String]],
    irregular: [IrregularRecord] = [], shifted: Set<Int> = [], findings: [Finding] = []
  ) {
    self.firstRow = firstRow
    self.count = count
    self.columns = columns
    self.dictionaries = dictionaries
    self.irregular = irregular
    self.shifted = shifted
    self.findings = findings
  }

  /// The row in the file, from 1, of a row of the chunk.
  package func row(at index: Int) -> Int { firstRow + index }
}

/// One column of a chunk, in the form that its ``ColumnUse`` asked for.
package enum ChunkColumn: Sendable {
  /// Not asked for.
  case skipped
  /// Codes into the column's dictionary, one a row.
  case codes([Int32])
  /// Exact numbers.
  case numbers(NumberColumn)
}

/// A record whose number of fields is not the number of columns asked for.
package struct IrregularRecord: Hashable, Sendable {
  /// How many of each sort a table reports.
  static let limit = 20

  /// The row in the file, from 1.
  package var row: Int
  /// How many fields it has.
  package var fields: Int

  package init(row: Int, fields: Int) {
    self.row = row
    self.fields = fields
  }
}
