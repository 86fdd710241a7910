// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Puts a table of a Word document together, cell by cell.
struct WordTableBuilder {
  /// How a cell goes on from another one.
  enum Merge {
    case none, begins, goesOn
  }

  /// What a cell says of its own shape.
  struct Shape {
    /// How many columns it covers.
    var span = 1
    /// Whether it is merged with the cell above it.
    var down = Merge.none
    /// Whether it is merged with the cell before it, as old programs write it.
    var across = Merge.none
  }

  /// Columns beyond are not read; Word allows 63.
  private static let columnLimit = 1024

  /// What stands right above it.
  let captions: [String]
  /// The line of the text that it stands below; `nil` in another table.
  let line: Int?
  /// The rows so far.
  private(set) var rows: [[String]] = []
  /// How many cells the last row gained with its last cell.
  private(set) var added = 0

  private var rectangles: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
  /// By column, which rectangle a cell of the next row would go on with.
  private var open: [Int: Int] = [:]
  private var row: [String] = []
  private var rowRectangles: [Int] = []
  private var isDeleted = false

  init(captions: [String], line: Int?) {
    self.captions = captions
    self.line = line
  }

  /// Begins a row.
  mutating func startRow() {
    row = []
    rowRectangles = []
    isDeleted = false
  }

  /// Leaves out columns before the first cell of a row.
  mutating func skip(columns: Int) {
    added = max(0, min(columns, Self.columnLimit - row.count))
    row += repeatElement("", count: added)
  }

  /// Says that the row was taken out by somebody whose changes are tracked.
  mutating func deleteRow() { isDeleted = true }

  /// Adds a cell to the row.
  mutating func append(_ text: String, _ shape: Shape) {
    let start = row.count
    added = max(0, min(max(1, shape.span), Self.columnLimit - start))
    guard added > 0 else { return }
    let columns = start...(start + added - 1)
    row += repeatElement("", count: added)
    if shape.across == .goesOn, let last = rowRectangles.last, rectangles[last].columns.upperBound == start - 1 {
      rectangles[last].columns = rectangles[last].columns.lowerBound...columns.upperBound
      return
    }
    if shape.down == .goesOn, let above = open[start], rectangles[above].rows.upperBound == rows.count - 1 {
      rectangles[above].rows = rectangles[above].rows.lowerBound...rows.count
      rowRectangles.append(above)
      return
    }
    row[start] = text
    rectangles.append((rows.count...rows.count, columns))
    open[start] = shape.down == .begins ? rectangles.count - 1 : nil
    rowRectangles.append(rectangles.count - 1)
  }

  /// Ends the row.
  mutating func endRow() {
    guard !isDeleted else {
      let at = rows.count
      rectangles.removeAll { $0.rows.lowerBound == at }
      for index in rectangles.indices where rectangles[index].rows.upperBound == at {
        rectangles[index].rows = rectangles[index].rows.lowerBound...(at - 1)
      }
      open = open.filter { $0.value < rectangles.count }
      return
    }
    rows.append(row)
  }

  /// The table, not named yet.
  func table(of file: String) -> GridTable {
    let merges = rectangles.filter { $0.rows.count > 1 || $0.columns.count > 1 }
      .map { MergedCells(rows: $0.rows, columns: $0.columns) }
    return GridTable(file: file, sheet: nil, captions: captions, line: line, rows: rows, merges: merges)
  }
}
