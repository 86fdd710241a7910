// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Finds out what each column of a table is. Each step fills in what the earlier ones left open.
struct LayoutFinder {
  let table: any Table
  let catalogue: Catalogue
  let registry: FacilityRegistry
  let options: TableOptions
  var layout: TableLayout
  let preamble: TablePreamble
  let profiles: [ColumnProfile]
  /// The rows of data in the head.
  let sample: [[String]]
  /// What the columns' headers say, where that is still open.
  var words: [HeaderWord?]
  var isOpen: [Bool]

  init(
    _ table: any Table, catalogue: Catalogue, registry: FacilityRegistry, options: TableOptions
  ) throws(TongbiError) {
    self.table = table
    self.catalogue = catalogue
    self.registry = registry
    self.options = options
    let head = table.head
    guard let first = HeaderFinder.firstRow(of: head) else {
      throw TongbiError(TableProblem.emptyTable, at: Source(file: table.file))
    }
    let finder = HeaderFinder(catalogue: catalogue, registry: registry, mapping: options.mapping)
    let row = finder.find(in: head)
    let isNumbered = !options.mapping.entries.isEmpty && options.mapping.entries.allSatisfy { Int($0.column) != nil }
    guard row != nil || isNumbered else {
      throw TongbiError(
        TableProblem.noHeader(first: head[first]),
        at: table.source(row: first + 1, column: 0))
    }
    let header = row.map { head[$0].map { FoldedName.trimmed($0) } } ?? head[first].map { _ in "" }
    layout = TableLayout(headerRow: row.map { $0 + 1 } ?? first, header: header)
    preamble = TablePreamble(lines: Array(head[..<(row ?? first)]), file: table.file)
    sample = head[(row.map { $0 + 1 } ?? first)...].filter { cells in
      cells.contains { !$0.isEmpty } && !TablePreamble.isNote(cells.first ?? "")
    }
    let sample = sample
    profiles = header.indices.map { column in
      ColumnProfile(
        cells: sample.lazy.compactMap { $0.indices.contains(column) ? $0[column] : nil }, catalogue: catalogue,
        registry: registry)
    }
    words = header.map { HeaderWord($0) }
    isOpen = header.map { _ in true }
  }

  /// The layout of the table.
  mutating func find() throws(TongbiError) -> TableLayout {
    guard !sample.isEmpty else { throw TongbiError(TableProblem.emptyTable, at: Source(file: table.file)) }
    outside()
    try applyMapping()
    findFigures()
    findFacility()
    findPeriod()
    findMetric()
    try nameFigures()
    findUnitsAndRatio()
    try findParts()
    layout.datesAreMonths = datesAreMonths
    layout.hasTotals = hasTotals
    report()
    return layout
  }

  /// Gives a column its role.
  mutating func set(_ column: Int, _ role: TableLayout.Role) {
    layout.roles[column] = role
    isOpen[column] = false
  }

  /// The first open column with a word and cells that fit.
  func open(_ word: HeaderWord, where fits: (ColumnProfile) -> Bool = { _ in true }) -> Int? {
    words.indices.first { isOpen[$0] && words[$0] == word && fits(profiles[$0]) }
  }

  /// The first column with a role.
  func column(_ role: TableLayout.Role) -> Int? { layout.roles.firstIndex(of: role) }

  var headerSource: Source {
    table.source(row: max(layout.headerRow, 1), column: 0)
  }

  private mutating func outside() {
    layout.unit = preamble.unit
    layout.period =
      options.year.map { year in
        preamble.period.flatMap { $0.lastDay.year == year ? $0 : nil } ?? .year(year)
      } ?? preamble.period
  }

  private mutating func applyMapping() throws(TongbiError) {
    for entry in options.mapping.entries {
      guard let column = index(of: entry.column) else {
        throw TongbiError(
          TableProblem.noSuchColumn(entry.column, header: layout.header), at: headerSource, kind: .usage)
      }
      let unit = WrittenLabel(layout.header[column]).unit
      switch entry.target {
      case .facility: set(column, .facility)
      case .period: set(column, .period)
      case .metric: set(column, .metric)
      case .unit: set(column, .unit)
      case .numerator: set(column, .numerator(unit))
      case .denominator: set(column, .denominator(unit))
      case .value: set(column, .figures(TableLayout.Figures(unit: unit)))
      case .figures(let name): set(column, .figures(TableLayout.Figures(label: name, unit: unit)))
      }
    }
  }

  private func index(of column: String) -> Int? {
    let folded = FoldedName.fold(column)
    if let index = layout.header.firstIndex(where: { FoldedName.fold($0) == folded }) { return index }
    let named = layout.header.indices.filter { FoldedName.fold(WrittenLabel(layout.header[$0]).name) == folded }
    if named.count == 1 { return named[0] }
    return Int(column).flatMap { layout.header.indices.contains($0 - 1) ? $0 - 1 : nil }
  }

  /// Dates that all are the first of a month, and not all the same where that could be New Year's Day.
  private var datesAreMonths: Bool {
    guard let column = column(.period) else { return false }
    var hasDates = false
    for row in sample where row.indices.contains(column) {
      guard case .full(let period)? = WrittenPeriod(row[column]), case .instant(let day) = period else { continue }
      guard day.number == 1 else { return false }
      hasDates = true
    }
    return hasDates
  }

  /// Whether a total stands among other facilities.
  private var hasTotals: Bool {
    guard let column = column(.facility) else { return false }
    return sample.contains { row in
      row.indices.contains(column) && !row[column].isEmpty
        && (registry.resolve(row[column]) != nil || !HeaderWord.isTotal(row[column]))
    }
  }

  private mutating func report() {
    let unread = layout.roles.indices.filter {
      layout.roles[$0] == .unused && words[$0] != .change && !layout.header[$0].isEmpty && !profiles[$0].isBlank
    }
    if !unread.isEmpty {
      layout.findings.append(
        Finding(.note, TableProblem.columnsLeftOut(unread.map { layout.header[$0] }), at: headerSource))
    }
    let parts = layout.columns(.part)
    if !parts.isEmpty {
      layout.findings.append(Finding(.note, TableProblem.partsAdded(parts.map { layout.header[$0] }), at: headerSource))
    }
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
}
