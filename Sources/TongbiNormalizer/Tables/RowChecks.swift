// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What rows say of other rows of their table, gathered until all of them are read: changes (增减, 同比), and sums over the
/// table's periods (合计 below the months). Neither is stored.
struct RowChecks {
  /// A figure that a change may be about.
  struct Figure {
    var row: ObservationChunk.Row
    /// The power of ten between what its cell shows and what it means.
    var shift: Int
  }

  /// A change as a cell states it.
  struct Stated {
    var rows: TableLayout.StatedRow
    /// From 1.
    var column: Int
    var cell: FigureCell
    var text: String
  }

  private struct Place: Hashable {
    var row: Int
    var column: Int
  }

  /// The rows of changes, by their numbers from 1.
  let statedRows: [Int: TableLayout.StatedRow]
  private let compared: Set<Int>
  private let sumsPeriods: Bool
  private var figures: [Place: Figure] = [:]
  /// The changes met so far.
  var stated: [Stated] = []
  private var sums = TotalCheck()
  private var lengths: Set<Int> = []
  private var totals: [(total: TotalCheck.Total, year: Int, isUsed: Bool)] = []

  init(_ layout: TableLayout) {
    statedRows = Dictionary(layout.statedRows.map { ($0.row, $0) }, uniquingKeysWith: { first, _ in first })
    compared = Set(layout.statedRows.flatMap { [$0.current, $0.base].compactMap(\.self) })
    sumsPeriods = layout.hasPeriodTotals
  }

  /// Keeps a figure that a change compares.
  mutating func keep(_ row: ObservationChunk.Row, shift: Int) {
    guard !compared.isEmpty, compared.contains(Int(row.row)) else { return }
    figures[Place(row: Int(row.row), column: Int(row.column))] = Figure(row: row, shift: shift)
  }

  /// The exact figure of a row and a column, both from 1.
  func figure(_ row: Int?, _ column: Int) -> Figure? {
    guard let row, let figure = figures[Place(row: row, column: column)], figure.row.bound == .exact,
      figure.row.status == .reported
    else { return nil }
    return figure
  }

  /// Takes in a figure for the sums over periods.
  mutating func add(_ row: ObservationChunk.Row, _ names: ObservationChunk.Names) throws(TongbiError) {
    guard sumsPeriods, names.metrics[Int(row.metric)].overTime == .sum, let period = names.periods[Int(row.period)]
    else { return }
    let length = period.months.count
    lengths.insert(length)
    let hasValue = row.status == .reported || row.status == .suspect
    for year in [0, period.lastDay.year] {
      try sums.add(hasValue ? row.value : nil, Self.key(row, length, year), step: Int(row.lastPlace))
    }
  }

  /// Takes in a total over periods; its row's period is that of its year, or of none.
  mutating func total(_ total: TotalCheck.Total, isUsed: Bool, _ names: ObservationChunk.Names, facility: Int32) {
    let isAdded = names.metrics[Int(total.key.metric)].overTime == .sum
    let year = names.periods[Int(total.key.period)].map { $0.months.count == 12 ? $0.lastDay.year : 0 } ?? 0
    var total = total
    total.key.facility = facility
    totals.append((total, year, isUsed && isAdded))
  }

  /// The totals over periods that differ from the sum of the shortest periods, and how many rows they are.
  mutating func overPeriods() -> (differences: [(TotalCheck.Total, ExactDecimal)], rows: Int, isChecked: Bool) {
    guard let shortest = lengths.min() else { return ([], Set(totals.map(\.total.row)).count, false) }
    for (total, year, isUsed) in totals {
      var keyed = total
      keyed.key.period = Self.code(shortest, year)
      sums.total(isUsed ? keyed : nil, row: total.row)
    }
    let (differences, rows, isChecked) = sums.finish()
    let periods = Dictionary(
      totals.map { ($0.total.row, $0.total.key.period) }, uniquingKeysWith: { first, _ in first })
    return (
      differences.map { total, sum in
        var total = total
        total.key.period = periods[total.row] ?? 0
        return (total, sum)
      }, rows, isChecked
    )
  }

  private static func key(_ row: ObservationChunk.Row, _ length: Int, _ year: Int) -> TotalCheck.Key {
    TotalCheck.Key(facility: row.facility, metric: row.metric, period: code(length, year), part: row.part)
  }

  private static func code(_ length: Int, _ year: Int) -> Int32 { Int32(clamping: length * 100_000 + year) }
}
