// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What is known of a sheet before it is streamed.
struct SheetHead {
  /// The first rows as text, as in ``Table/head``.
  private(set) var head: [[String]] = []
  /// The merged cells.
  private(set) var merges: [MergedCells] = []
  /// About how many rows there are.
  private(set) var rowCountHint = 0
  /// Whether no cell has words.
  private(set) var isEmpty = true

  private static let rows = 200
  private static let byteLimit = 4 << 20

  /// Reads the first rows of a sheet; of the rest, only the merged cells, which stand behind the rows.
  init(part: String, name: String, in archive: borrowing Archive, _ book: WorkbookContext) throws(TongbiError) {
    let handler = SheetHandler(book, file: book.file, sheet: name)
    let reader = try XMLReader(part: part, of: book.file, into: handler)
    var entry = try archive.open(part)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var (taken, length, last) = (0, 0, 0)
    while last < Self.rows || isEmpty, length < Self.byteLimit || isEmpty {
      let count = try entry.read(into: &block)
      if count > 0 { try reader.feed(block.span.extracting(0..<count)) } else { try reader.finish() }
      taken += count
      for row in handler.rows.rows {
        last = max(last, row.number)
        length += take(row, of: handler.rows, book.strings)
      }
      handler.rows.removeClosed()
      if count == 0 {
        merges = handler.merges
        rowCountHint = last
        return
      }
    }
    rowCountHint = max(last, archive.size(of: part) / max(1, taken) * last)
    merges = try MergeSearch.find(part: part, name: name, in: archive, book)
  }

  /// Adds a row to the head, and returns how many bytes it has.
  private mutating func take(_ row: SheetRows.Row, of rows: SheetRows, _ strings: SharedStrings) -> Int {
    guard !row.cells.isEmpty else { return 0 }
    isEmpty = false
    guard row.number <= Self.rows, let width = rows.cells[row.cells].last?.column else {
      while head.count < Self.rows { head.append([]) }
      return 0
    }
    while head.count < row.number { head.append([]) }
    head[row.number - 1] = rows.texts(of: row, strings)
    return rows.cells[row.cells].reduce(width) { $0 + $1.text.count }
  }
}
