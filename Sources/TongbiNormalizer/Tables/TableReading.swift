// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// The state of one pass over a table: names found so far, totals to be checked, findings.
///
/// A spelling is resolved when it first comes up; from then on a row costs only codes and integers.
struct TableReading {
  let layout: TableLayout
  let catalogue: Catalogue
  let registry: FacilityRegistry
  let file: String
  let sheet: String?
  let figures: [(column: Int, figures: TableLayout.Figures)]
  /// The columns of ``figures``, from 1.
  let figureColumns: [Int32]
  /// What is wanted of each column.
  let uses: [ColumnUse]

  var names = TableNames()
  /// Whether no chunk was handed on yet.
  private var isFirst = true
  var findings = FindingLimit()
  var totals = TotalCheck()
  /// Wholes against their parts, where one column breaks figures down.
  var wholes = TotalCheck()
  /// Rows that are checked against others of the table: changes, and sums over its periods.
  var rowChecks: RowChecks

  let facilityColumn: Int?
  let metricColumn: Int?
  let unitColumn: Int?
  let partColumns: [Int]
  let statusColumn: Int?
  let powerColumn: Int?
  let filterColumn: Int?
  let periodColumns: [Int]
  let ratio: (numerator: Int, numeratorUnit: WrittenUnit?, denominator: Int, denominatorUnit: WrittenUnit?)?
  /// Whether figures are summed up for the sake of totals that may follow; not in tables of many thousands of rows, whose
  /// totals are left out unchecked.
  let checksTotals: Bool

  var facilityMeanings = CodeMeanings()
  var metricMeanings = CodeMeanings()
  var noteMeanings = CodeMeanings()
  var unitMeanings = CodeMeanings()
  var writtenUnits: [WrittenUnit] = []
  var periodMeanings: [[Int32]: Int32] = [:]
  var singlePeriods = CodeMeanings()
  /// Periods of rows whose year stands in the headers: 1月 beside 2022年 and 2023年.
  var yearless: [WrittenPeriod] = []
  /// Whether headers give rows their year.
  let takesYears: Bool
  var partMeanings: [[Int32]: Int32] = [:]
  /// The codes of rows of the whole house that are no sum of the others.
  var uncheckedWholes: Set<[Int32]> = []
  /// By column of figures: what the last row made of metric, unit and period.
  var memos: [FigureMemo]
  /// Whether rows may be read quickly.
  let isQuick: Bool
  var quick: QuickFigures
  /// What was read quickly of the chunk at hand, and of those before it as far as no total was met.
  var quickly = QuickRows()
  var unsummed: [QuickRows] = []
  /// About how many runs of rows the next chunk will have.
  var usualRuns = 0
  var statusMeanings = CodeMeanings()
  /// By the codes of unit and power of ten.
  var poweredUnits: [[Int32]: Int32] = [:]
  /// By the factor of indicators, an index into the written units.
  var factorUnits: [Int64: Int32] = [:]
  /// How many rows say of themselves that they are no figures.
  var droppedRows = 0
  var isAnnualizedTold = false
  var moneyWarned: Set<Int32> = []
  /// Percentages that may be fractions, and the figures of this chunk, by their places, that stand without a sign.
  var fractions: FractionCheck
  var unsigned: [Int] = []
  /// Whether the last row with words was a note, so that a lone cell below it goes on with the note.
  var isBelowNote = false
  /// The last row without figures and with too few cells: a heading if figures follow, else where the file was cut off.
  var loneRow: IrregularRecord?
  /// Rows that are means or parts of other rows, and their names, each once.
  var rowsAside = 0
  var namesAside: [String] = []
  /// Whether columns state sums or changes of others.
  let hasChecksAcross: Bool

  /// The codes of what stands outside of the grid.
  let outsideFacility: Int32
  let outsidePeriod: Int32

  init(table: any Table, layout: TableLayout, catalogue: Catalogue, registry: FacilityRegistry) {
    self.layout = layout
    self.catalogue = catalogue
    self.registry = registry
    file = table.file
    sheet = table.sheet
    ratio = layout.ratio
    checksTotals = layout.hasTotals && table.rowCountHint < 50_000
    var figures = layout.figures
    if figures.isEmpty, let ratio = layout.ratio { figures = [(ratio.numerator, TableLayout.Figures())] }
    self.figures = figures
    figureColumns = figures.map { Int32(truncatingIfNeeded: $0.column + 1) }
    isQuick = Self.isQuick(layout, figures: figures)
    fractions = layout.conventions.fractions
    takesYears = !layout.conventions.isMachineMade && figures.contains { $0.figures.period?.givesYear ?? false }
    rowChecks = RowChecks(layout)
    quick = QuickFigures(columns: figures.count)
    facilityColumn = layout.columns(.facility).first
    metricColumn = layout.columns(.metric).first
    unitColumn = layout.columns(.unit).first
    partColumns = layout.columns(.part)
    statusColumn = layout.columns(.status).first
    powerColumn = layout.columns(.unitPower).first
    filterColumn = layout.columns(.filter).first
    let dated = layout.columns(.period)
    periodColumns = dated.isEmpty ? layout.columns(.year) + layout.columns(.month) + layout.columns(.quarter) : dated
    uses = Self.uses(layout)
    hasChecksAcross = !layout.changes.isEmpty || !layout.sums.isEmpty
    memos = figures.map { _ in FigureMemo() }
    outsideFacility = names.facility(layout.facility)
    outsidePeriod = names.period(layout.period?.canonical)
    for finding in layout.findings { findings.add(finding) }
  }

  private static func uses(_ layout: TableLayout) -> [ColumnUse] {
    let checked = Set(layout.changes.map(\.column) + layout.sums.map(\.column))
    return layout.roles.enumerated().map { index, role in
      switch role {
      case .facility, .period, .year, .month, .quarter, .metric, .unit, .part, .status, .unitPower, .filter: .codes
      case .figures, .numerator, .denominator, .factor: .numbers
      // Notes under the table stand in the first column, whatever it holds.
      case .leftOut, .unused: index == 0 || checked.contains(index) ? .numbers : .skip
      }
    }
  }

  /// A chunk without rows.
  var emptyChunk: ObservationChunk { ObservationChunk(file: file, sheet: sheet, isFirst: isFirst, names: names.names) }

  /// The figures of some rows.
  mutating func take(_ chunk: TableChunk) throws(TongbiError) -> (ObservationChunk, [Finding]) {
    for finding in chunk.findings { findings.add(finding) }
    let columns = ChunkColumns(chunk, reading: self)
    grow(to: chunk)
    var observations = ObservationChunk(file: file, sheet: sheet, isFirst: isFirst, names: ObservationChunk.Names())
    isFirst = false
    var skipped: Set<Int> = []
    let keys = [facilityColumn, metricColumn, unitColumn, periodColumns.first].compactMap(\.self)
    let isQuick = isQuick && columns.width > 0 && columns.areWhole(keys) && chunk.shifted.isEmpty
    if !isQuick { observations.rows.reserveCapacity(chunk.count * figures.count) }
    if isQuick { beginQuickly(columns, chunk) }
    var next = 0
    while next < chunk.count {
      if isQuick, !isBelowNote, loneRow == nil {
        next = quickRows(from: next, columns, chunk, before: observations.rows.count)
        if next == chunk.count { break }
      }
      let index = next
      next += 1
      if isStated(index, columns, chunk) {
        skipped.insert(chunk.row(at: index))
      } else if isOutside(index, columns, chunk) || (isBelowNote && continuesNote(index, columns, chunk)) {
        let row = chunk.row(at: index)
        skipped.insert(row)
        if let record = chunk.irregular.first(where: { $0.row == row }) { loneRow = isBelowNote ? nil : record }
      } else {
        isBelowNote = false
        loneRow = nil
        let first = observations.rows.count
        try row(index, columns, chunk, into: &observations)
        if chunk.shifted.contains(index) { observations.doubt(from: first) }
      }
    }
    for record in chunk.irregular where !skipped.contains(record.row) { irregular(record) }
    learnFractions(&observations)
    observations.names = names.names
    if isQuick { observations.plain = takeQuickly() }
    if hasChecksAcross {
      observations = observations.spelledOut
      checkAcross(&observations, columns, chunk)
    }
    return (observations, findings.take())
  }

  private mutating func irregular(_ record: IrregularRecord) {
    // A machine leaves out empty cells at the end of a row.
    if layout.conventions.isMachineMade, record.fields < layout.header.count { return }
    findings.add(
      Finding(
        .warning, TableProblem.irregularRow(fields: record.fields, expected: layout.header.count),
        at: source(record.row, 0, "")))
  }

  private mutating func grow(to chunk: TableChunk) {
    func count(_ column: Int?) -> Int { column.map { chunk.dictionaries[$0].count } ?? 0 }
    facilityMeanings.grow(to: count(facilityColumn))
    metricMeanings.grow(to: count(metricColumn))
    unitMeanings.grow(to: count(unitColumn))
    statusMeanings.grow(to: count(statusColumn))
    if periodColumns.count == 1 { singlePeriods.grow(to: count(periodColumns[0])) }
    if !uses.isEmpty, uses[0] == .codes { noteMeanings.grow(to: count(0)) }
  }

  /// The figures of one row.
  private mutating func row(
    _ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk, into observations: inout ObservationChunk
  ) throws(TongbiError) {
    if isDropped(index, columns, chunk) { return }
    var keys = RowKeys(row: chunk.row(at: index))
    keys.kind = facility(index, columns, chunk, &keys)
    if keys.kind == .skipped { return }
    keys.period = rowPeriod(index, columns, chunk)
    takePeriods(&keys)
    if keys.kind == .skipped { return }
    keys.part = rowPart(index, columns, chunk)
    keys.unit = rowUnit(index, columns, chunk)
    if layout.conventions.indicator != nil { takeIndicator(index, columns, &keys) }
    keys.status = rowStatus(index, columns, chunk)
    if keys.unit == RowKeys.unreadable { return }
    keys.metric = rowMetric(index, columns, chunk, keys)
    for place in figures.indices {
      try figure(place, index, columns, keys, into: &observations)
    }
  }

  /// What is said of the table once all of it is read.
  mutating func finish() throws(TongbiError) -> [Finding] {
    if let loneRow { irregular(loneRow) }
    if droppedRows > 0 {
      findings.add(Finding(.note, TableProblem.rowsDropped(droppedRows), at: Source(file: file)))
    }
    checkStatedRows()
    let (differences, rows, isChecked) = totals.finish()
    let overTime = rowChecks.overPeriods()
    for (total, sum) in differences + wholes.finish().differences + overTime.differences { totalDiffers(total, sum) }
    if rowsAside > 0 {
      findings.add(
        Finding(.note, TableProblem.rowsAside(namesAside, rows: rowsAside), at: Source(file: file)))
    }
    if rows > 0 {
      let isChecked = isChecked && checksTotals
      note(
        layout.whole == nil
          ? .totalsLeftOut(rows: rows, isChecked: isChecked) : .totalsTaken(rows: rows, isChecked: isChecked))
    }
    if overTime.rows > 0 { note(.totalsLeftOut(rows: overTime.rows, isChecked: overTime.isChecked)) }
    return findings.take() + findings.rest(file: file)
  }

  private mutating func note(_ problem: TableProblem) {
    findings.add(Finding(.note, problem, at: Source(file: file)))
  }

  mutating func totalDiffers(_ total: TotalCheck.Total, _ sum: ExactDecimal) {
    let problem = TableProblem.totalDiffers(
      total: total.value.description, sum: sum.description, metric: names.names.labels[Int(total.key.metric)],
      period: names.names.periods[Int(total.key.period)]?.description ?? "")
    findings.add(Finding(.warning, problem, at: source(total.row, total.column, total.value.description)))
  }

  func source(_ row: Int, _ column: Int, _ quote: String) -> Source {
    Source(file: file, place: .cell(sheet: sheet, row: row, column: column), quote: quote)
  }
}

extension ObservationChunk {
  /// Marks the figures from an index on as not to be used: the cells of their row may have moved.
  fileprivate mutating func doubt(from first: Int) {
    for index in first..<rows.count where rows[index].status == .reported { rows[index].status = .suspect }
  }
}
