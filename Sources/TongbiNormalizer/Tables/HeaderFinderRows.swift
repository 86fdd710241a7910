// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension HeaderFinder {
  /// The header around one of its rows: rows above that span its columns, rows below that say more of them.
  func extended(_ row: Int, in rows: [[String]], merges: [MergedCells], from start: Int) -> Range<Int> {
    var block = row..<(row + 1)
    while block.count < 4, block.lowerBound > start, leads(block.lowerBound - 1, above: block, in: rows, merges) {
      block = (block.lowerBound - 1)..<block.upperBound
    }
    while block.count < 6, block.upperBound < rows.count, continues(block, in: rows) {
      block = block.lowerBound..<(block.upperBound + 1)
    }
    return block
  }

  /// Whether the row below a header goes on with it: words only, none of them the name of what a row is about.
  private func continues(_ block: Range<Int>, in rows: [[String]]) -> Bool {
    let row = rows[block.upperBound]
    let filled = Self.filled(row)
    guard let first = filled.first, !TablePreamble.isKeyed(row), !TablePreamble.isNote(row[first]) else { return false }
    if Self.isNumbering(row) { return true }
    if block.contains(where: { rows[$0] == row }) { return false }
    if filled.count == 1, isLoneKey(row[first], first, block, in: rows) { return true }
    let above = Self.filled(rows[block.upperBound - 1])
    guard let lead = block.compactMap({ Self.filled(rows[$0]).first }).min() else { return false }
    // A word in the corner, 年份 below 机构, belongs to a header; anything else below a word for keys names a row of data.
    let isBelowKeys = first < lead || first == lead && !isBelowFigures(row, lead, block.map { rows[$0] })
    if isBelowKeys {
      guard filled.count >= 2, filled.count >= above.count, HeaderWord(row[first]) != nil,
        WrittenUnit(row[first]) == nil
      else { return false }
    }
    var isKnownRow = false
    for column in filled where column > first || !isBelowKeys {
      let cell = row[column]
      if isKnown(cell) || HeaderWord.isTotal(cell) || WrittenUnit(cell) != nil
        || isKnownWithAbove(cell, column, block, rows)
      {
        isKnownRow = true
      } else {
        switch CellReading.read(cell) {
        case .number, .missing, .masked: return false
        case .notANumber: break
        }
        // A name below a column of names is data.
        if let word = block.lazy.compactMap({ self.word(rows[$0], column) }).first, word != .value, word != .change {
          return HeaderWord(cell) != nil
        }
      }
    }
    return isKnownRow || spans(block, filled, in: rows)
  }

  /// Whether a cell alone in its row names a column of keys that the header above leaves blank.
  private func isLoneKey(_ cell: String, _ column: Int, _ block: Range<Int>, in rows: [[String]]) -> Bool {
    let keys: [HeaderWord] = [.facility, .region, .period, .year, .month, .quarter, .metric]
    guard let word = HeaderWord(cell), keys.contains(word), block.upperBound + 1 < rows.count else { return false }
    return block.allSatisfy { !rows[$0].indices.contains(column) || Self.isBlank(rows[$0][column]) }
  }

  /// Whether a row's first cell stands below a header of figures and not below one of keys: 2023年 below 诊疗人次.
  private func isBelowFigures(_ row: [String], _ column: Int, _ above: [[String]]) -> Bool {
    guard HeaderFinder.filled(row).count >= 2 else { return false }
    if above.contains(where: { self.word($0, column).map { $0 != .change && $0 != .value } ?? false }) { return false }
    // A row of plain numbers that could be years is one of figures.
    return row.contains { isKnown($0) && !$0.allSatisfy(\.isNumber) }
  }

  private func word(_ row: [String], _ column: Int) -> HeaderWord? {
    row.indices.contains(column) && !Self.isBlank(row[column]) ? HeaderWord(row[column]) : nil
  }

  private func isKnownWithAbove(_ cell: String, _ column: Int, _ block: Range<Int>, _ rows: [[String]]) -> Bool {
    let words = MetricWords(catalogue: catalogue)
    return block.contains { index in
      rows[index].indices.contains(column) && words.joined(rows[index][column], cell) != nil
    }
  }

  /// Whether a cell of the header has blank cells at its right above words: it spans them.
  private func spans(_ block: Range<Int>, _ filled: [Int], in rows: [[String]]) -> Bool {
    guard let last = block.last else { return false }
    let above = Set(Self.filled(rows[last]))
    return filled.contains { !above.contains($0) } && filled.allSatisfy { column in above.contains { $0 <= column } }
      && filled.count >= 2 && filled.count + above.count >= 4
  }

  /// Whether the row above a header is part of it: it spans several of its columns, and is no title and no line of keys.
  private func leads(_ row: Int, above block: Range<Int>, in rows: [[String]], _ merges: [MergedCells]) -> Bool {
    let cells = rows[row]
    let filled = Self.filled(cells)
    guard let first = filled.first, let lead = Self.filled(rows[block.lowerBound]).first,
      let last = Self.filled(rows[block.lowerBound]).last
    else { return false }
    for column in filled {
      let cell = cells[column]
      if TablePreamble.isLine(cell) || TablePreamble.isNote(cell) || TablePreamble.isKey(cell) { return false }
      if case .number = CellReading.read(cell), !isKnown(cell) { return false }
    }
    let spanned = merges.first { $0.rows.contains(row) && $0.columns.contains(first) }
    if let spanned, spanned.columns.lowerBound <= lead, spanned.columns.upperBound >= last, spanned.columns.count > 1 {
      return false
    }
    if first <= lead {
      guard filled.count >= 2 else { return false }
      return HeaderWord(cells[first]) != nil && !isKeyLine(filled, cells)
    }
    if filled.count > 1 { return true }
    let name = FoldedName.trimmed(cells[first])
    let isWord = WrittenPeriod(name) != nil || catalogue.metric(named: name) != nil || registry.resolve(name) != nil
    return isWord && ((spanned?.columns.count ?? 1) > 1 || Self.filled(rows[block.lowerBound]).contains(first))
  }

  private func isKeyLine(_ filled: [Int], _ cells: [String]) -> Bool {
    filled.count == 2 && !isKnown(cells[filled[1]])
  }

  /// 甲 | 乙 | 1 | 2 under the header of a form: the columns counted from 1, with letters or words before.
  static func isNumbering(_ row: [String]) -> Bool {
    let cells = filled(row).map { FoldedName.fold(row[$0]) }
    var expected: Int?
    var labels = 0
    var numbers = 0
    for cell in cells {
      let bare = cell.trimmingBrackets
      if let number = Int(bare), bare.allSatisfy(\.isNumber) {
        if let wanted = expected {
          guard number == wanted else { return false }
        } else {
          guard number <= 1 else { return false }
        }
        expected = number + 1
        numbers += 1
        if bare.count < cell.count { labels += 1 }
      } else if stems.contains(bare) {
        labels += 1
      } else {
        return false
      }
    }
    return numbers >= 2 && (labels > 0 || numbers >= 4)
  }

  private static let stems: Set<String> = [
    "甲", "乙", "丙", "丁", "戊", "己", "栏次", "行次", "序号", "-", "--",
  ]
}

extension String {
  /// The text without one pair of brackets around it.
  fileprivate var trimmingBrackets: String {
    guard count > 2, first == "(" || first == "（", last == ")" || last == "）" else { return self }
    return String(dropFirst().dropLast())
  }
}
