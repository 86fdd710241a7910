// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Finds the row that names the columns.
struct HeaderFinder {
  let catalogue: Catalogue
  let registry: FacilityRegistry
  let mapping: ColumnMapping

  /// The index of the header in the first records; `nil` where no row looks like one.
  func find(in head: [[String]]) -> Int? {
    let counts = head.map { row in row.count { !FoldedName.fold($0).isEmpty } }
    let usual = counts.filter { $0 >= 2 }.sorted()
    let width = usual.isEmpty ? 1 : usual[usual.count / 2]
    let candidates = head.indices.prefix(60).filter { counts[$0] > 0 && counts[$0] * 2 >= width }
    let wanted = mapping.entries.map { FoldedName.fold($0.column) }
    if let row = candidates.first(where: { names(head[$0], wanted) }) { return row }
    return candidates.first { isHeader(head[$0], count: counts[$0]) }
  }

  /// Whether the row holds one of the headers that the user named, and no figures.
  private func names(_ row: [String], _ wanted: [String]) -> Bool {
    let folded = Set(row.map { FoldedName.fold($0) })
    return wanted.contains { Int($0) == nil && folded.contains($0) }
  }

  private func isHeader(_ row: [String], count: Int) -> Bool {
    guard count >= 2, !TablePreamble.isKeyed(row), !TablePreamble.isNote(row.first ?? "") else { return false }
    var known = 0
    for cell in row where !FoldedName.fold(cell).isEmpty {
      if isKnown(cell) { known += 1 } else if case .number = CellReading.read(cell) { return false }
    }
    return known > 0
  }

  /// Whether a cell is a word that stands in headers; a plain year is one, any other number is not.
  private func isKnown(_ cell: String) -> Bool {
    if HeaderWord(cell) != nil || catalogue.metric(named: cell) != nil { return true }
    return WrittenPeriod(cell) != nil || HeaderMeaning.combined(cell, catalogue) != nil
  }

  /// Whether the row could be the first row of a table without a header: it holds numbers beside the words.
  static func firstRow(of head: [[String]]) -> Int? {
    head.firstIndex { row in row.count { !FoldedName.fold($0).isEmpty } >= 2 }
  }
}

/// What one cell of a header says of the figures below it.
enum HeaderMeaning {
  /// A metric and a period in one cell: 2023年门急诊人次（万人次）, 药占比(2023年).
  static func combined(_ header: String, _ catalogue: Catalogue) -> TableLayout.Figures? {
    let label = WrittenLabel(header)
    let scalars = Array(label.name.unicodeScalars)
    guard (5...40).contains(scalars.count), scalars.contains(where: { "0123456789年月上下本去".unicodeScalars.contains($0) })
    else { return nil }
    for split in 1..<scalars.count {
      let left = text(scalars[..<split])
      let right = text(scalars[split...])
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
