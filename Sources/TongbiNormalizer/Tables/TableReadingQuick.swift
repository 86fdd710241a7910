// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableReading {
  /// Reads rows whose spellings were all met before and whose figures are plain numbers, as most rows are, up to the
  /// first row that is anything else; that one is left to the careful way, which also teaches this one.
  ///
  /// - Returns: The row, from 0 in the chunk, at which it stopped.
  mutating func quickRows(
    from start: Int, _ columns: ChunkColumns, _ chunk: TableChunk, into observations: inout ObservationChunk
  ) throws(TongbiError) -> Int {
    let (facilities, metrics) = (columns.codes(facilityColumn), columns.codes(metricColumn))
    let (periods, units) = (columns.codes(periodColumns.first), columns.codes(unitColumn))
    let (facilityCodes, metricCodes, periodCodes, unitCodes) = (
      facilities.span, metrics.span, periods.span, units.span
    )
    guard let firstPlaces = columns.places.first, let firstSignificands = columns.significands.first else {
      return start
    }
    let (places0, significands0) = (firstPlaces.span, firstSignificands.span)
    let width = columns.places.count
    var known = QuickFigures.Meaning.none
    var index = start
    while index < chunk.count {
      var (facility, period, unit, metric) = (outsideFacility, outsidePeriod, Int32(-1), Int32(-1))
      if facilityCodes.count > 0 { facility = facilityMeanings[facilityCodes[index]] }
      if periodCodes.count > 0 { period = singlePeriods[periodCodes[index]] }
      if unitCodes.count > 0 { unit = unitMeanings[unitCodes[index]] }
      if metricCodes.count > 0 {
        metric = metricMeanings[metricCodes[index]]
        if metric < 0 { return index }
      }
      guard facility >= 0, period >= 0, unit != .min else { return index }
      let first = observations.rows.count
      var place = 0
      while place < width {
        let places = place == 0 ? places0[index] : columns.places[place][index]
        let significand = place == 0 ? significands0[index] : columns.significands[place][index]
        let value = ExactDecimal(significand: significand, places: Int(max(0, places)))
        guard places >= 0, let key = QuickFigures.key(place, metric: metric, unit: unit),
          known.key == key || quick.find(key, &known), known.allows(value)
        else {
          observations.rows.removeLast(observations.rows.count - first)
          return index
        }
        observations.rows.append(
          ObservationChunk.Row(
            facility: known.facility < 0 ? facility : known.facility, metric: known.metric,
            period: known.period < 0 ? period : known.period, value: value, lastPlace: 0 &- places,
            row: Int32(truncatingIfNeeded: chunk.firstRow &+ index),
            column: figureColumns[place]))
        place &+= 1
      }
      if checksTotals { try addToTotals(observations.rows[first...]) }
      index &+= 1
    }
    return index
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
    // Statuses, deletions and numbers with a decimal comma need a careful look.
    let isPlain =
      layout.conventions.forms.isEmpty && layout.statedRows.isEmpty && !layout.hasPeriodTotals
      && ![TableLayout.Role.status, .filter, .unitPower, .factor].contains(where: layout.roles.contains)
    // A header without its year takes it from the row.
    return isSimple && isPlain && (dated.isEmpty || figures.allSatisfy { $0.figures.period == nil })
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
