// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Puts a table of a web page together, where cells that reach down push those of later rows aside.
struct WebTableBuilder {
  private static let columnLimit = 1024
  private static let rowLimit = 1 << 20

  private let captions: [String]
  private var rows: [[String]] = []
  private var merges: [MergedCells] = []
  /// By column, the row up to which a cell from above reaches.
  private var taken: [Int] = []

  init(captions: [String]) { self.captions = captions }

  /// Begins a row; returns how many cells that adds, for limits.
  mutating func startRow() -> Int {
    rows.append([])
    return 1
  }

  /// Adds a cell to the row; returns how many cells that adds.
  mutating func append(_ text: String, across: Int, down: Int) -> Int {
    if rows.isEmpty { rows.append([]) }
    let row = rows.count - 1
    let before = rows[row].count
    while rows[row].count < taken.count, taken[rows[row].count] >= row { rows[row].append("") }
    let column = rows[row].count
    let width = min(max(1, across), Self.columnLimit - column)
    guard width > 0 else { return rows[row].count - before }
    let height = min(max(1, down), Self.rowLimit)
    rows[row].append(text)
    rows[row] += repeatElement("", count: width - 1)
    while taken.count < column + width { taken.append(-1) }
    for index in column..<(column + width) { taken[index] = max(taken[index], row + height - 1) }
    if width > 1 || height > 1 {
      merges.append(MergedCells(rows: row...(row + height - 1), columns: column...(column + width - 1)))
    }
    return rows[row].count - before
  }

  /// The table, not named yet; a cell that claims to reach below the last row ends there.
  func table(of file: String) -> GridTable {
    let fitting = merges.compactMap { merge -> MergedCells? in
      let bottom = min(merge.rows.upperBound, rows.count - 1)
      guard bottom > merge.rows.lowerBound || merge.columns.count > 1 else { return nil }
      return MergedCells(rows: merge.rows.lowerBound...bottom, columns: merge.columns)
    }
    return GridTable(file: file, sheet: nil, captions: captions, rows: rows, merges: fitting)
  }
}
