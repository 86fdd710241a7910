// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// The cells of a table as text, for the search of its layout: all of them in a table of moderate size, else the first.
struct TableGrid {
  let rows: [[String]]
  let merges: [MergedCells]
  /// Whether all rows are there, so that rows can be looked at one by one.
  let isWhole: Bool

  /// The most rows and cells that are held; a printed table has fewer.
  private static let rowLimit = 10_000
  private static let cellLimit = 1_000_000

  /// Reads a table's rows as far as they are needed.
  init(_ table: any Table) throws(TongbiError) {
    merges = table.merges
    let head = table.head
    if table.rowCountHint <= head.count, head.count < 200 {
      rows = head
      isWhole = true
      return
    }
    let width = head.map { $0.count }.max() ?? 0
    guard table.rowCountHint <= Self.rowLimit, table.rowCountHint * max(1, width) <= Self.cellLimit else {
      rows = head
      isWhole = false
      return
    }
    let all = try Self.text(of: table, width: width)
    rows = all ?? head
    isWhole = all != nil
  }

  /// All rows as text; `nil` beyond the limit, for the hint may be wrong.
  private static func text(of table: any Table, width: Int) throws(TongbiError) -> [[String]]? {
    var rows: [[String]] = []
    var isTooLarge = false
    try table.read(Array(repeating: .codes, count: width), from: 1) { chunk throws(TongbiError) in
      isTooLarge = isTooLarge || (rows.count + chunk.count) > rowLimit * 4
      guard !isTooLarge else {
        rows = []
        return
      }
      while rows.count < chunk.firstRow - 1 { rows.append([]) }
      for index in 0..<chunk.count {
        rows.append(
          chunk.columns.indices.map { column in
            if case .codes(let codes) = chunk.columns[column] {
              chunk.dictionaries[column][Int(codes[index])]
            } else {
              ""
            }
          })
      }
    }
    return isTooLarge ? nil : rows
  }
}
