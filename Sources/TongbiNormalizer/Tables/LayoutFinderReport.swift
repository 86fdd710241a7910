// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension LayoutFinder {
  /// Puts the user's word on columns before all that is found.
  mutating func applyMapping() throws(TongbiError) {
    for entry in options.mapping.entries {
      guard let column = index(of: entry.column) else {
        throw TongbiError(
          TableProblem.noSuchColumn(entry.column, header: layout.header), at: headerSource, kind: .usage)
      }
      let unit = paths[column].unit ?? WrittenLabel(layout.header[column]).unit
      switch entry.target {
      case .facility: set(column, .facility, .user)
      case .period: set(column, .period, .user)
      case .metric: set(column, .metric, .user)
      case .unit: set(column, .unit, .user)
      case .numerator: set(column, .numerator(unit), .user)
      case .denominator: set(column, .denominator(unit), .user)
      case .value: set(column, .figures(TableLayout.Figures(unit: unit)), .user)
      case .figures(let name): set(column, .figures(TableLayout.Figures(label: name, unit: unit)), .user)
      }
    }
  }

  private func index(of column: String) -> Int? {
    let folded = FoldedName.fold(column)
    if let index = layout.header.firstIndex(where: { FoldedName.fold($0) == folded }) { return index }
    let named = layout.header.indices.filter { FoldedName.fold(WrittenLabel(layout.header[$0]).name) == folded }
    if named.count == 1 { return named[0] }
    let cells = paths.indices.filter { paths[$0].levels.contains { FoldedName.fold($0) == folded } }
    if cells.count == 1 { return cells[0] }
    return Int(column).flatMap { layout.header.indices.contains($0 - 1) ? $0 - 1 : nil }
  }

  /// Dates that all are the first of a month, and not all the same where that could be New Year's Day.
  var datesAreMonths: Bool {
    guard let column = column(.period) else { return false }
    var hasDates = false
    for cell in Set(sample.lazy.compactMap { $0.indices.contains(column) ? $0[column] : nil }) {
      guard case .full(let period)? = WrittenPeriod(cell), case .instant(let day) = period else { continue }
      guard day.number == 1 else { return false }
      hasDates = true
    }
    return hasDates
  }

  /// Whether a total stands among other facilities.
  var hasTotals: Bool {
    guard let column = column(.facility) else { return false }
    return sample.contains { row in
      row.indices.contains(column) && !row[column].isEmpty
        && (registry.resolve(row[column]) != nil || !HeaderWord.isTotal(row[column]))
    }
  }

  /// Whether a total stands there at all.
  var showsTotals: Bool {
    guard let column = column(.facility), hasTotals else { return false }
    let rows = wholeRows.map { $0[dataRows] } ?? sample[...]
    return rows.contains { $0.indices.contains(column) && HeaderWord.isTotal($0[column]) }
  }

  /// Whether some names are numbered 一、 and stand above figures, and others are not numbered.
  var hasNumberedGroups: Bool {
    guard let column = column(.facility) else { return false }
    var (hasGroups, hasOthers) = (false, false)
    // A name often repeats the one above.
    var last = ""
    for row in sample where row.indices.contains(column) && row[column] != last {
      last = row[column]
      let name = FoldedName.trimmed(last)
      guard !name.isEmpty, !HeaderWord.isTotal(name) else { continue }
      if TableReading.isNumberedGroup(name) { hasGroups = true } else { hasOthers = true }
    }
    return hasGroups && hasOthers
  }

  /// Says what was not read and what is missing.
  mutating func report() {
    let unread = layout.roles.indices.filter { column in
      guard layout.roles[column] == .unused, words[column] != .change, words[column] != .aim, !profiles[column].isBlank
      else { return false }
      return !layout.header[column].isEmpty || profiles[column].numbers > 0 && !profiles[column].isSerial
    }
    note(unread) { TableProblem.columnsLeftOut($0) }
    let checked = Set(layout.changes.map(\.column))
    let unchecked = layout.roles.indices.filter {
      words[$0] == .change && layout.roles[$0] == .unused && !checked.contains($0) && profiles[$0].numbers > 0
    }
    note(unchecked) { TableProblem.changesUnchecked($0) }
    note(layout.changes.filter { $0.base == nil }.map(\.column)) { TableProblem.changesTaken($0) }
    note(layout.roles.indices.filter { words[$0] == .aim && layout.roles[$0] == .unused && profiles[$0].numbers > 0 }) {
      TableProblem.aimsLeftOut($0)
    }
    note(layout.columns(.part)) { TableProblem.partsAdded($0) }
    let names = layout.header
    if column(.facility) == nil, layout.facility == nil, layout.figures.contains(where: { $0.figures.facility == nil })
    {
      layout.findings.append(Finding(.warning, TableProblem.noFacility(header: names), at: headerSource))
    }
    let hasPeriods = column(.period) != nil || column(.year) != nil || layout.period != nil
    if !hasPeriods, layout.figures.contains(where: { $0.figures.period == nil }) {
      layout.findings.append(Finding(.warning, TableProblem.noPeriod(header: names), at: headerSource))
    }
  }

  private mutating func note(_ columns: [Int], _ problem: ([String]) -> TableProblem) {
    guard !columns.isEmpty else { return }
    let names = columns.map { layout.header[$0].isEmpty ? "#\($0 + 1)" : layout.header[$0] }
    layout.findings.append(Finding(.note, problem(names), at: headerSource))
  }
}
