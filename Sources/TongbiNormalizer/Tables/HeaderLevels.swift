// SPDX-License-Identifier: Apache-2.0

import TongbiReports

/// Gives each column the cells of the header that stand above it, where one cell spans several columns.
struct HeaderLevels {
  private let rows: [[String]]
  private let width: Int

  /// Takes the rows of a header; merged cells are exact where the table has them, else a blank cell goes on with the
  /// one at its left.
  init(_ table: [[String]], header: Range<Int>, merges: [MergedCells]) {
    let indices = header.filter { !HeaderFinder.isNumbering(table[$0]) || header.count == 1 }
    let width = indices.map { table[$0].count }.max() ?? 0
    var rows = indices.map { index in
      table[index].map { FoldedName.trimmed($0) } + Array(repeating: "", count: width - table[index].count)
    }
    let own = rows
    var isMerged = rows.map { _ in false }
    for merge in merges {
      for (level, index) in indices.enumerated() where merge.rows.contains(index) {
        guard let source = indices.firstIndex(of: max(merge.rows.lowerBound, header.lowerBound)),
          merge.columns.lowerBound < width
        else { continue }
        if merge.columns.count > 1 { isMerged[level] = true }
        let text = own[source][merge.columns.lowerBound]
        for column in merge.columns.lowerBound...min(merge.columns.upperBound, width - 1)
        where rows[level][column].isEmpty { rows[level][column] = text }
      }
    }
    for level in rows.indices.dropLast() where !isMerged[level] {
      rows[level] = Self.spread(rows, level)
    }
    self.rows = rows
    self.width = width
  }

  /// A row with its blank cells filled from the left, where a row below has words and no row above begins anew.
  private static func spread(_ rows: [[String]], _ level: Int) -> [String] {
    var row = rows[level]
    for column in row.indices.dropFirst() where row[column].isEmpty {
      let left = row[column - 1]
      let hasWordsBelow = rows[(level + 1)...].contains { !$0[column].isEmpty }
      let beginsAnew = rows[..<level].contains { !$0[column].isEmpty && $0[column] != $0[column - 1] }
      guard !left.isEmpty, hasWordsBelow, !beginsAnew, isSpanning(left, rows, level, column - 1) else { continue }
      row[column] = left
    }
    return row
  }

  /// Whether a cell can span: the name of a column of keys without words below it cannot.
  private static func isSpanning(_ text: String, _ rows: [[String]], _ level: Int, _ column: Int) -> Bool {
    guard let word = HeaderWord(text), word != .change, word != .value else { return true }
    return rows[(level + 1)...].contains { !$0[column].isEmpty }
  }

  /// The cells above each column, from the top, without blanks, repetitions and marks of footnotes.
  var paths: [[String]] {
    (0..<width).map { column in
      var path: [String] = []
      for row in rows where !row[column].isEmpty {
        let name = FootnoteMark.stripped(row[column])
        if path.last != name { path.append(name) }
      }
      return path
    }
  }

  /// The header as it is shown: the cells above a column with a stroke between them, as they stand.
  var names: [String] {
    (0..<width).map { column in
      var path: [String] = []
      for row in rows where !row[column].isEmpty && path.last != row[column] { path.append(row[column]) }
      return path.count > 1 ? path.joined(separator: " / ") : path.first ?? ""
    }
  }
}
