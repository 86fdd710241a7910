// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Finds out what each column of a table is. Each step fills in what the earlier ones left open.
struct LayoutFinder {
  /// The table as it is to be read: with blanks filled down and headings beside their rows, where it has such.
  private(set) var table: any Table
  /// All rows of the table, where they could be held; with what was moved and filled.
  private(set) var wholeRows: [[String]]?
  /// The rows that belong to the table, from 0.
  let range: Range<Int>
  /// How many columns the header has in the file.
  private let width: Int
  let catalogue: Catalogue
  let registry: FacilityRegistry
  let options: TableOptions
  let metricWords: MetricWords
  var layout: TableLayout
  let preamble: TablePreamble
  var profiles: [ColumnProfile]
  /// The rows of data in the head.
  var sample: [[String]]
  /// What the columns' headers say, where that is still open.
  var words: [HeaderWord?]
  var isOpen: [Bool]
  /// What the cells above each column say together.
  var paths: [HeaderPath]

  /// Begins with one of a sheet's tables; without a section the user has numbered the columns of a table without header.
  ///
  /// - Parameters:
  ///   - rows: All rows of the table, if they can be held.
  ///   - given: The names of the columns, where no row of the table has them.
  init(
    _ table: any Table, rows wholeRows: [[String]]?, section: TableSection?, names given: [String]? = nil,
    catalogue: Catalogue, registry: FacilityRegistry, options: TableOptions
  ) throws(TongbiError) {
    self.table = table
    self.wholeRows = section == nil && given == nil ? nil : wholeRows
    range = section?.rows ?? 0..<table.head.count
    self.catalogue = catalogue
    self.registry = registry
    self.options = options
    metricWords = MetricWords(catalogue: catalogue)
    let head = table.head
    guard let first = HeaderFinder.firstRow(of: head) else {
      throw TongbiError(TableProblem.emptyTable, at: Source(file: table.file))
    }
    let isNumbered = !options.mapping.entries.isEmpty && options.mapping.entries.allSatisfy { Int($0.column) != nil }
    guard section != nil || given != nil || isNumbered else {
      throw TongbiError(
        TableProblem.noHeader(first: head[first]),
        at: table.source(row: first + 1, column: 0))
    }
    let start = given == nil ? first : 0
    let rows = section?.header ?? start..<start
    let levels = HeaderLevels(head, header: rows, merges: table.merges)
    let names = section == nil ? given ?? head[first].map { _ in "" } : levels.names
    width = names.count
    layout = TableLayout(headerRow: section == nil ? start : rows.upperBound, header: names)
    layout.headerRows = rows.count
    let above = head[(section?.rows.lowerBound ?? 0)..<rows.lowerBound]
    let lone = rows.dropLast().lazy.map { head[$0] }.filter { HeaderFinder.filled($0).count == 1 }
    preamble = TablePreamble(
      lines: Array(above) + Array(lone), captions: table.captions, sheet: table.sheet, file: table.file)
    sample = head[min(rows.upperBound, head.count)...].filter { cells in
      cells.contains { !$0.isEmpty } && !TablePreamble.isNote(cells.first { !HeaderFinder.isBlank($0) } ?? "")
    }
    profiles = []
    isOpen = names.map { _ in true }
    words = []
    paths = []
    var cells = section == nil ? names.map { $0.isEmpty ? [] : [$0] } : levels.paths
    takeUnitRow(below: rows.upperBound, &cells)
    findPaths(cells)
  }

  /// What the header and the first cells of each column say.
  private mutating func findPaths(_ cells: [[String]]) {
    let (sample, catalogue, registry) = (sample, catalogue, registry)
    profiles = cells.indices.map { column in
      ColumnProfile(
        cells: sample.lazy.compactMap { $0.indices.contains(column) ? $0[column] : nil }, catalogue: catalogue,
        registry: registry)
    }
    words = cells.map { levels in
      // Nearly always one level: `joined` would look up types by name, a good part of the time of a small table.
      HeaderWord(levels.reduce("", +)) ?? levels.last.flatMap { HeaderWord($0) }
    }
    if let first = words.indices.first, words[first] == nil || words[first] == .part,
      isHeadedByKind(cells) || !words.contains(.facility) && listsKinds(first)
    {
      words[first] = .facility
    }
    let hasFacilities = words.indices.contains { column in
      [.facility, .region, .facilityCode].contains(words[column]) && !profiles[column].holdsMetrics
        && !profiles[column].holdsPeriods
    }
    paths = cells.map {
      HeaderPath($0, words: metricWords, registry: registry, facilities: hasFacilities ? .labels : .facilities)
    }
    settlePeriods()
    for column in words.indices where cells[column].count > 1 && words[column] != .change {
      // 诊疗人次 above 单位 is no column of units; only a word for the whole path, or one below a title, is.
      // 目标值 below 门诊人次 is a figure under its own words, and 完成值 one of the metric above.
      let isOfMetric = words[column] == .aim || words[column] == .value && !paths[column].labels.isEmpty
      if paths[column].period != nil || paths[column].isTotal || isOfMetric { words[column] = nil }
    }
    dropCornerWords()
  }

  /// 社区卫生服务中心 above the names of some, beside metrics.
  private func isHeadedByKind(_ cells: [[String]]) -> Bool {
    guard let header = cells.first?.last, !profiles[0].isNumeric else { return false }
    return FacilityKinds.contains(header)
      && cells.dropFirst().contains { $0.contains { metricWords.known($0) != nil } }
  }

  /// 医院, 基层医疗卫生机构 and 其他机构 below 机构类别: kinds of houses, each of which has its figures.
  private func listsKinds(_ column: Int) -> Bool {
    let cells = sample.compactMap { $0.indices.contains(column) ? FoldedName.trimmed($0[column]) : nil }
      .filter { !$0.isEmpty && !HeaderWord.isTotal($0) }
    let kinds = cells.filter { name in
      FacilityKinds.contains(name) || ["医院", "专业公共卫生机构", "其他机构", "其他医疗卫生机构"].contains(name)
    }
    return kinds.count > 1 && kinds.count * 2 > cells.count
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
    findHeadings()
    try nameFigures()
    findUnitsAndRatio()
    findAcross()
    shape()
    try findParts()
    layout.datesAreMonths = datesAreMonths
    layout.hasTotals = hasTotals
    layout.whole = options.whole
    layout.showsTotals = showsTotals
    layout.hasPeriodTotals = hasPeriodTotals
    layout.hasNumberedGroups = hasNumberedGroups
    report()
    return layout
  }

  /// Gives a column its role.
  mutating func set(_ column: Int, _ role: TableLayout.Role, _ reason: LayoutReason) {
    layout.roles[column] = role
    layout.reasons[column] = reason
    isOpen[column] = false
  }

  /// Goes on with other cells at the same places.
  mutating func replace(_ rows: [[String]]) {
    let first = layout.headerRow
    wholeRows = rows
    if let shaped = table as? ShapedTable {
      table = ShapedTable(shaped.base, rows: rows, range: range, width: shaped.width)
    } else {
      table = ShapedTable(table, rows: rows, range: range, width: width)
    }
    sample = table.head[min(first, table.head.count)...].filter { cells in
      cells.contains { !$0.isEmpty } && !TablePreamble.isNote(cells.first { !HeaderFinder.isBlank($0) } ?? "")
    }
  }

  /// Adds a column at the right that no cell of the file holds.
  mutating func append(_ name: String, _ role: TableLayout.Role, cells: [String]) {
    layout.header.append(name)
    layout.roles.append(role)
    layout.reasons.append(.cells)
    isOpen.append(false)
    words.append(nil)
    paths.append(HeaderPath([], words: metricWords, registry: registry, facilities: .labels))
    profiles.append(ColumnProfile(cells: cells, catalogue: catalogue, registry: registry))
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
    layout.units = preamble.units
    layout.period =
      options.year.map { year in
        preamble.period.flatMap { $0.lastDay.year == year ? $0 : nil } ?? .year(year)
      } ?? preamble.period ?? options.reported ?? preamble.loosePeriod
    layout.periodWords = preamble.period != nil && layout.period == preamble.period ? preamble.periodWords : nil
  }

  /// A word in the corner, 年份 above metrics, speaks of the header at its right and not of the column below it.
  private mutating func dropCornerWords() {
    let periods = paths.count { $0.period != nil && $0.labels.isEmpty }
    for column in words.indices {
      let profile = profiles[column]
      guard let word = words[column], !profile.isBlank else { continue }
      if isCorner(column) {
        words[column] = nil
        continue
      }
      let isWrong =
        switch word {
        case .period, .year, .month, .quarter:
          profile.periods == 0 && !profile.isNumeric
            && (profile.holdsMetrics || profile.holdsFacilities || periods >= 2)
        case .facility, .region, .facilityCode:
          profile.facilities == 0 && (profile.holdsMetrics || profile.holdsPeriods && !profile.isNumeric)
        case .metric:
          profile.metrics == 0 && (profile.holdsFacilities || profile.holdsPeriods)
        case .value, .unit, .numerator, .denominator, .part, .ignored, .change, .aim: false
        }
      if isWrong { words[column] = nil }
    }
  }

  /// 机构, 指标 and 时期 below one another are the heads of the header's own rows, which hold all three at the right.
  private func isCorner(_ column: Int) -> Bool {
    let levels = paths[column].levels
    let others = paths.indices.filter { $0 != column && !profiles[$0].isBlank }
    guard levels.count > 1, !others.isEmpty, !profiles[column].isNumeric else { return false }
    return levels.allSatisfy { level in
      others.allSatisfy { other in
        switch HeaderWord(level) {
        case .facility?, .region?: paths[other].facility != nil
        case .period?, .year?, .month?, .quarter?: paths[other].period != nil
        case .metric?: !paths[other].labels.isEmpty
        default: false
        }
      }
    }
  }
}
