// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// One of the tables that stand below or beside one another in a sheet.
struct TableSection: Hashable {
  /// Its rows, from 0, with the lines above its header.
  var rows: Range<Int>
  /// The rows of its header.
  var header: Range<Int>
  /// Its columns, from 0; `nil` where it has all of them.
  var columns: Range<Int>?
  /// Rows within that are its header once more, as at the page breaks of a printed table.
  var repeated: Set<Int> = []

  /// Its cells, all others blanked.
  func cells(of rows: [[String]]) -> [[String]] {
    rows.enumerated().map { index, row in
      guard self.rows.contains(index), !repeated.contains(index) else { return row.map { _ in "" } }
      // Titles stand above all halves of a table.
      guard let columns, index >= header.lowerBound else { return row }
      return row.enumerated().map { columns.contains($0) ? $1 : "" }
    }
  }
}

/// Finds the tables of a sheet: where a header comes again with other words, or below lines of its own, a table begins.
struct SectionFinder {
  let grid: TableGrid
  let finder: HeaderFinder

  /// The tables, from the top; none where no row looks like a header.
  func sections() -> [TableSection] {
    let rows = grid.rows
    guard let first = finder.find(in: rows, merges: grid.merges) else { return [] }
    var current = TableSection(rows: 0..<rows.count, header: first)
    guard grid.isWhole else { return [current] }
    var sections: [TableSection] = []
    var hasData = false
    var row = first.upperBound
    while row < rows.count {
      guard hasData, isLaterHeader(row, current) else {
        hasData = hasData || isData(rows[row])
        row += 1
        continue
      }
      let block = finder.extended(row, in: rows, merges: grid.merges, from: row)
      let start = self.start(above: row, after: current.header.upperBound)
      if isRepeated(block, of: current), !saysMore(start..<row, than: current) {
        current.repeated.formUnion(block)
        current.repeated.formUnion((start..<row).filter { isContinued(rows[$0]) || isTitle($0, of: current) })
      } else {
        sections += halves(closed(current, at: start))
        current = TableSection(rows: start..<rows.count, header: block)
        hasData = false
      }
      row = block.upperBound
    }
    return sections + halves(closed(current, at: rows.count))
  }

  private func closed(_ section: TableSection, at end: Int) -> TableSection {
    var section = section
    section.rows = section.rows.lowerBound..<end
    return section
  }

  private func isData(_ row: [String]) -> Bool {
    row.contains { cell in
      if case .number = CellReading.read(cell) { WrittenPeriod(cell) == nil || cell.count != 4 } else { false }
    }
  }

  /// Whether a row below data is a header: the same once more, or one with a word for its column of keys and with
  /// figures below it.
  private func isLaterHeader(_ row: Int, _ current: TableSection) -> Bool {
    let rows = grid.rows
    let cells = rows[row]
    if cells == rows[current.header.lowerBound] { return true }
    let filled = HeaderFinder.filled(cells)
    guard filled.count >= 2, finder.isHeader(cells) else { return false }
    let marks = filled.contains { column in
      switch CellReading.read(cells[column]) {
      case .missing, .masked: true
      case .number, .notANumber: false
      }
    }
    let words = filled.compactMap { HeaderWord(cells[$0]) }
    let isNamed = words.contains { ![.change, .aim, .value, .ignored, .part].contains($0) } || startsAnew(row)
    let known = filled.count { finder.isKnown(cells[$0]) }
    guard !marks, isNamed, known >= 2 else { return false }
    return ((row + 1)..<min(row + 6, rows.count)).contains {
      isData(rows[$0]) || HeaderFinder.filled(rows[$0]).count >= 2
    }
  }

  /// Whether a blank row or a title stands right above.
  private func startsAnew(_ row: Int) -> Bool { row > 0 && HeaderFinder.filled(grid.rows[row - 1]).count <= 1 }

  /// Where the lines above a later header begin: below the last data, note or blank row before them.
  private func start(above header: Int, after end: Int) -> Int {
    var start = header
    while start > end {
      let cells = grid.rows[start - 1]
      let filled = HeaderFinder.filled(cells)
      guard let first = filled.first, !TablePreamble.isNote(cells[first]) else { break }
      let isKeys = TablePreamble.isKeyed(cells) || TablePreamble.isKey(cells[first])
      guard isKeys || filled.dropFirst().allSatisfy({ TablePreamble.isLine(cells[$0]) }) else { break }
      start -= 1
    }
    return start
  }

  private func isRepeated(_ block: Range<Int>, of section: TableSection) -> Bool {
    grid.rows[block.lowerBound] == grid.rows[section.header.lowerBound]
  }

  /// Whether the lines above a repeated header say something that those above the first did not: another facility.
  private func saysMore(_ lines: Range<Int>, than section: TableSection) -> Bool {
    lines.contains { line in
      let row = grid.rows[line]
      guard !HeaderFinder.filled(row).isEmpty, !isContinued(row), !isTitle(line, of: section) else { return false }
      // A lone name between groups of rows is a heading and stays where it is.
      return TablePreamble.isKeyed(row) || TablePreamble.isKey(row[HeaderFinder.filled(row)[0]])
        || !WrittenPeriod.found(in: row.joined(separator: " ")).isEmpty
    }
  }

  private func isTitle(_ line: Int, of section: TableSection) -> Bool {
    let words = Self.words(grid.rows[line])
    return (section.rows.lowerBound..<section.header.lowerBound).contains { Self.words(grid.rows[$0]) == words }
  }

  private static func words(_ row: [String]) -> [String] { HeaderFinder.filled(row).map { FoldedName.fold(row[$0]) } }

  private func isContinued(_ row: [String]) -> Bool {
    let words = row.map { FoldedName.fold($0) }.joined()
    return words.count <= 12
      && (words.hasPrefix("续") || words.hasPrefix("(续") || words.contains("续表")
        || words.hasPrefix("第") && words.hasSuffix("页"))
  }

  /// The halves of a table whose header stands twice in one row, the second below the first.
  private func halves(_ section: TableSection) -> [TableSection] {
    guard section.header.count == 1 else { return [section] }
    let row = grid.rows[section.header.lowerBound].map { FoldedName.fold($0) }
    let filled = HeaderFinder.filled(row)
    guard filled.count >= 4, filled.count % 2 == 0 else { return [section] }
    let half = filled.count / 2
    let words = filled.map { row[$0] }
    let isKey = { (word: String) in [.facility, .region, .period, .year].contains(HeaderWord(word)) }
    guard Array(words[..<half]) == Array(words[half...]), words[..<half].contains(where: isKey) else {
      return [section]
    }
    var (left, right) = (section, section)
    left.columns = 0..<filled[half]
    right.columns = filled[half]..<row.count
    return [left, right]
  }
}
