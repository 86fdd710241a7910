// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Finds the rows that name the columns: one, or several below one another.
struct HeaderFinder {
  let catalogue: Catalogue
  let registry: FacilityRegistry
  let mapping: ColumnMapping

  /// How many rows from the start a header is looked for.
  private static let reach = 60

  /// The rows of the header among rows from one on; `nil` where none looks like one.
  func find(in rows: [[String]], merges: [MergedCells] = [], from start: Int = 0) -> Range<Int>? {
    guard start < rows.count else { return nil }
    let end = min(rows.count, start + 200)
    let counts = (start..<end).map { Self.filled(rows[$0]).count }
    let usual = counts.filter { $0 >= 2 }.sorted()
    let width = usual.isEmpty ? 1 : usual[usual.count / 2]
    let candidates = (start..<min(end, start + Self.reach)).filter { counts[$0 - start] > 0 }
    let wanted = mapping.entries.map { FoldedName.fold($0.column) }
    if let row = candidates.first(where: { names(rows[$0], wanted) }) {
      return extended(row, in: rows, merges: merges, from: start)
    }
    for row in candidates where isHeader(rows[row]) && !isKeyBesideValue(row, in: rows) {
      let block = extended(row, in: rows, merges: merges, from: start)
      let columns = block.reduce(into: Set<Int>()) { $0.formUnion(Self.filled(rows[$1])) }
      if columns.count * 2 >= width { return block }
    }
    return nil
  }

  /// The columns of a row that hold something.
  static func filled(_ row: [String]) -> [Int] { row.indices.filter { !isBlank(row[$0]) } }

  static func isBlank(_ cell: String) -> Bool {
    // The first byte of most cells tells: a sign, a letter, a Chinese character from U+4000 on.
    if let first = cell.utf8.first, (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first) { return false }
    return cell.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
  }

  /// Whether the row holds one of the headers that the user named, and no figures.
  private func names(_ row: [String], _ wanted: [String]) -> Bool {
    guard !wanted.isEmpty else { return false }
    let folded = Set(row.map { FoldedName.fold($0) })
    return wanted.contains { Int($0) == nil && folded.contains($0) }
  }

  /// Whether a row by itself looks like a header: words that stand in headers, and no figures.
  func isHeader(_ row: [String]) -> Bool {
    let cells = Self.filled(row).map { row[$0] }
    guard cells.count >= 2, !TablePreamble.isKeyed(row), !TablePreamble.isNote(row.first ?? ""),
      !cells.contains(where: TablePreamble.isLine)
    else { return false }
    var known = 0
    for cell in cells {
      if isKnown(cell) { known += 1 } else if case .number = CellReading.read(cell) { return false }
    }
    // 县人民医院 | 县中医医院 behind a blank corner, above the names of rows.
    if known == 0, Self.isBlank(row.first ?? ""), cells.allSatisfy(ColumnProfile.looksLikeFacility) { return true }
    return known > 0
  }

  /// Whether a cell is a word that stands in headers; a plain year is one, any other number is not.
  func isKnown(_ cell: String) -> Bool {
    let cell = FootnoteMark.stripped(FoldedName.trimmed(cell))
    if HeaderWord(cell) != nil || catalogue.metric(named: cell) != nil { return true }
    return WrittenPeriod(cell) != nil || HeaderMeaning.combined(cell, catalogue) != nil
  }

  /// 填报单位 | 青山县医院: a key and its value above the header, which has more cells.
  private func isKeyBesideValue(_ row: Int, in rows: [[String]]) -> Bool {
    let cells = Self.filled(rows[row])
    guard cells.count % 2 == 0, cells.count <= 4 else { return false }
    let pairs = stride(from: 0, to: cells.count, by: 2).map { (rows[row][cells[$0]], rows[row][cells[$0 + 1]]) }
    guard
      pairs.allSatisfy({ key, value in
        (TablePreamble.isKey(key) || HeaderWord(key) != nil) && HeaderWord(value) == nil
          && catalogue.metric(named: value) == nil
      })
    else { return false }
    let next = ((row + 1)..<min(row + 6, rows.count)).first { !Self.filled(rows[$0]).isEmpty }
    guard let next else { return false }
    let below = Self.filled(rows[next])
    // The next row is a header in its own right: it has a word of its own in the first column.
    return isKeyBesideValue(next, in: rows)
      || isHeader(rows[next]) && below.first == cells.first && below.count >= cells.count
        && HeaderWord(rows[next][below[0]]) != nil
        && (pairs.count > 1 || below.count > 2 || TablePreamble.isKey(pairs[0].0))
  }

  /// The first row that could be one of a table: it holds two cells or more.
  static func firstRow(of head: [[String]]) -> Int? { head.firstIndex { filled($0).count >= 2 } }
}

/// What one cell of a header says of the figures below it.
enum HeaderMeaning {
  /// A metric and a period in one cell: 2023年门急诊人次（万人次）, 药占比(2023年).
  static func combined(_ header: String, _ catalogue: Catalogue) -> TableLayout.Figures? {
    let label = WrittenLabel(header)
    let scalars = Array(label.name.unicodeScalars)
    guard (5...40).contains(scalars.count),
      scalars.contains(where: { "0123456789年月季上下本去当累".unicodeScalars.contains($0) })
    else { return nil }
    for split in 1..<scalars.count {
      let left = text(scalars[..<split])
      let right = text(scalars[split...])
      // 门急诊人次（万）2022年.
      if ")）".unicodeScalars.contains(scalars[split - 1]), let period = WrittenPeriod(right),
        case let inner = WrittenLabel(String(String.UnicodeScalarView(scalars[..<split]))),
        inner.unit != nil
      {
        let known = MetricWords(catalogue: catalogue).known(inner.name)
        return TableLayout.Figures(label: known ?? inner.name, period: period, unit: inner.unit)
      }
      if let period = WrittenPeriod(left), catalogue.metric(named: right) != nil {
        return TableLayout.Figures(label: right, period: period, unit: label.unit)
      }
      if catalogue.metric(named: left) != nil, let period = WrittenPeriod(right) {
        return TableLayout.Figures(label: left, period: period, unit: label.unit)
      }
    }
    return nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let separators = "()（）-—_/: ：、".unicodeScalars
    var scalars = scalars
    while let first = scalars.first, separators.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, separators.contains(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
