// SPDX-License-Identifier: Apache-2.0

/// Some rows of a sheet on their way from the XML to a chunk.
struct SheetRows {
  /// The most bytes that the cells of a row may have.
  static let byteLimit = 64 << 20

  /// A cell with words. Its text stands among the bytes of these rows, or among the shared strings.
  struct Cell {
    /// From 0.
    var column: Int
    /// Where the text stands.
    var text: Range<Int>
    /// Whether that is among the shared strings.
    var isShared: Bool
  }

  /// A row with its cells, ordered by column.
  struct Row {
    /// From 1.
    var number: Int
    var cells: Range<Int>
  }

  private(set) var rows: [Row] = []
  private(set) var cells: [Cell] = []
  /// The texts that are not shared.
  var bytes: [UInt8] = []
  private var open = 0

  /// How many cells the row has that is not closed yet.
  var openCells: Int { cells.count - open }

  /// Adds a cell to the row that is not closed yet.
  mutating func append(_ cell: Cell) { cells.append(cell) }

  /// Closes a row. Where a column comes twice, the later cell counts.
  mutating func close(number: Int) {
    var isOrdered = true
    for index in cells.indices.dropFirst(open + 1) where cells[index].column <= cells[index - 1].column {
      isOrdered = false
      break
    }
    if !isOrdered {
      let latest = Dictionary(cells[open...].map { ($0.column, $0) }, uniquingKeysWith: { $1 })
      cells.replaceSubrange(open..., with: latest.values.sorted { $0.column < $1.column })
    }
    rows.append(Row(number: number, cells: open..<cells.count))
    open = cells.count
  }

  /// The cells of a row as text, from the left; none where it has no words.
  func texts(of row: Row, _ strings: SharedStrings) -> [String] {
    guard let last = cells[row.cells].last else { return [] }
    var texts = [String](repeating: "", count: last.column + 1)
    for cell in cells[row.cells] {
      let source = cell.isShared ? strings.bytes.span : bytes.span
      texts[cell.column] = source.extracting(cell.text).text
    }
    return texts
  }

  /// Forgets the rows that are closed, and keeps what there is of the next.
  mutating func removeClosed() {
    let start = rows.isEmpty ? 0 : nextText
    rows.removeAll(keepingCapacity: true)
    cells.removeSubrange(..<open)
    open = 0
    bytes.removeSubrange(..<start)
    guard start > 0 else { return }
    for index in cells.indices where !cells[index].isShared {
      cells[index].text = (cells[index].text.lowerBound - start)..<(cells[index].text.upperBound - start)
    }
  }

  /// Where the texts of the row begin that is not closed yet.
  private var nextText: Int { cells[open...].first { !$0.isShared }?.text.lowerBound ?? bytes.count }
}
