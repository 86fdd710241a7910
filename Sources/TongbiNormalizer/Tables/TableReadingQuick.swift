// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableReading {
  /// Reads a row whose spellings were all met before and whose figures are plain numbers, as most rows are; a row that
  /// is anything else is left to the careful way, which also teaches this one.
  ///
  /// - Returns: Whether the row was read.
  @inline(__always)
  mutating func quickRow(
    _ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk, into observations: inout ObservationChunk
  ) throws(TongbiError) -> Bool {
    for places in columns.places where places[index] < 0 { return false }
    var (facility, period, unit, metric) = (outsideFacility, outsidePeriod, Int32(-1), Int32(-1))
    if let column = facilityColumn {
      facility = facilityMeanings[columns.codes[column][index]]
      if facility < 0 { return false }
    }
    if let column = periodColumns.first {
      period = singlePeriods[columns.codes[column][index]]
      if period < 0 { return false }
    }
    if let column = unitColumn {
      unit = unitMeanings[columns.codes[column][index]]
      if unit == .min { return false }
    }
    if let column = metricColumn {
      metric = metricMeanings[columns.codes[column][index]]
      if metric < 0 { return false }
    }
    let first = observations.rows.count
    for place in columns.places.indices {
      let value = ExactDecimal(
        significand: columns.significands[place][index], places: Int(columns.places[place][index]))
      guard let key = QuickFigures.key(place, metric: metric, unit: unit), let known = quick.meaning(key),
        known.allows(value)
      else {
        observations.rows.removeLast(observations.rows.count - first)
        return false
      }
      observations.rows.append(
        ObservationChunk.Row(
          facility: known.facility < 0 ? facility : known.facility, metric: known.metric,
          period: known.period < 0 ? period : known.period, value: value,
          lastPlace: Int8(truncatingIfNeeded: -value.places), row: Int32(truncatingIfNeeded: chunk.row(at: index)),
          column: Int32(truncatingIfNeeded: figures[place].column + 1)))
    }
    if checksTotals { try addToTotals(observations.rows[first...]) }
    return true
  }

  /// Whether a spelling has no ink, told by its first byte where that is enough.
  static func isBlank(_ spelling: String) -> Bool {
    guard let first = spelling.utf8.first else { return true }
    switch first {
    case 0x21...0x7E, 0xE4...0xE9: return false
    default: return FoldedName.fold(spelling).isEmpty
    }
  }

  private mutating func addToTotals(_ rows: ArraySlice<ObservationChunk.Row>) throws(TongbiError) {
    for row in rows where names.names.metrics[Int(row.metric)].overFacilities == .sum {
      try totals.add(
        row.value, TotalCheck.Key(metric: row.metric, period: row.period, part: 0), step: Int(row.lastPlace))
    }
  }

  /// Whether rows may be read quickly at all: one column at most for each key, no ratios, parts or checks beside them.
  static func isQuick(_ layout: TableLayout, figures: [(column: Int, figures: TableLayout.Figures)]) -> Bool {
    let dated = layout.columns(.period) + layout.columns(.year) + layout.columns(.month) + layout.columns(.quarter)
    let isSimple = layout.ratio == nil && layout.columns(.part).isEmpty && dated.count <= 1 && !figures.isEmpty
    // A header without its year takes it from the row.
    return isSimple && (dated.isEmpty || figures.allSatisfy { $0.figures.period == nil })
  }

  /// Lets the quick way know what the careful one made of a column under a metric and unit.
  mutating func teach(_ place: Int, _ keys: RowKeys) {
    let memo = memos[place]
    guard isQuick, memo.metric >= 0, memo.scale == .shift(0),
      names.names.metrics[Int(memo.metric)].unit.ratioFactor == nil,
      let key = QuickFigures.key(place, metric: keys.metric, unit: keys.unit)
    else { return }
    let header = figures[place].figures
    quick.remember(
      QuickFigures.Meaning(
        key: key, metric: memo.metric, facility: header.facility.map { names.facility($0) } ?? -1,
        period: header.period == nil ? -1 : memo.period, lowest: memo.lowest,
        highest: memo.highest))
  }
}
