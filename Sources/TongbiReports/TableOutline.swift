// SPDX-License-Identifier: Apache-2.0

/// Where a table begins below what stands above it, as far as rows alone tell, before any word is understood.
package struct TableOutline: Hashable, Sendable {
  /// How many rows stand above the header: a title in the first column, blank rows, a line `sep=;`.
  package let preamble: Int
  /// The row of the header, from 1: the first below the preamble, where all its cells are words; `nil` where there is
  /// none.
  package let header: Int?

  /// Looks at the first rows of a table.
  package init(_ head: [[String]]) {
    let inked = head.map { row in row.indices.filter { !row[$0].allSatisfy(\.isWhitespace) } }
    var counts: [Int: Int] = [:]
    for row in inked where row.count > 1 { counts[row.count, default: 0] += 1 }
    let width = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    // In a table of two columns a row with one cell may well lack the other; a line of a single field is a title.
    let first = head.indices.first { index in
      let isTitle = inked[index] == [0] && (width > 2 || head[index].count == 1) || Self.namesDelimiter(head, index)
      return !inked[index].isEmpty && !isTitle
    }
    guard width > 1, let first else {
      preamble = 0
      header = nil
      return
    }
    preamble = first
    let cells = inked[first].map { head[first][$0] }
    header = cells.count > 1 && cells.allSatisfy(Self.isWord) ? first + 1 : nil
  }

  private static func namesDelimiter(_ head: [[String]], _ index: Int) -> Bool {
    index == 0 && head[0].first?.hasPrefix("sep=") == true && head[0].dropFirst().allSatisfy(\.isEmpty)
  }

  /// Whether a cell is a name rather than a figure; a year (2023年, 2023) names a column too.
  private static func isWord(_ cell: String) -> Bool {
    if cell.contains(where: \.isLetter) { return true }
    return cell.utf8.count == 4 && (cell.hasPrefix("19") || cell.hasPrefix("20")) && cell.allSatisfy(\.isNumber)
  }
}
