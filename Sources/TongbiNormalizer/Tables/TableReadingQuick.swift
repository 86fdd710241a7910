// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableReading {
  /// Reads rows whose spellings were all met before and whose figures are plain numbers or marks of absence, as most rows
  /// are, up to the first row that is anything else; that one is left to the careful way, which also teaches this one.
  ///
  /// - Returns: The row, from 0 in the chunk, at which it stopped.
  mutating func quickRows(
    from start: Int, _ columns: ChunkColumns, _ chunk: TableChunk, into observations: inout ObservationChunk
  ) throws(TongbiError) -> Int {
    let keys = QuickKeys(self, columns)
    let width = columns.width
    guard width > 0 else { return start }
    var marks = QuickMarks(columns.numbers[figures[0].column]?.texts ?? [:])
    var rows = [ObservationChunk.Row](repeating: QuickKeys.template, count: max(width, Self.quickFigures))
    var (index, filled) = (start, 0)
    var isStopped = false
    while index < chunk.count, !isStopped {
      let end = min(chunk.count, index + (rows.count - filled) / width)
      let next = plainRows(index..<end, keys, columns, chunk, into: &rows, from: filled)
      filled += (next - index) * width
      index = next
      if next < end {
        if let row = mark(next, keys, columns, chunk, &marks) {
          rows[filled] = row
          if !marks.isBlank { observations.texts[observations.rows.count + filled] = marks.text }
          filled += 1
          index += 1
        } else {
          isStopped = true
        }
      }
      if isStopped || index == chunk.count || rows.count - filled < width {
        let first = observations.rows.count
        observations.rows += rows[..<filled]
        filled = 0
        if checksTotals { try addToTotals(observations.rows[first...]) }
      }
    }
    return index
  }

  // How many figures are put together at a time.
  private static let quickFigures = 512

  /// Reads rows of plain numbers only, and returns at which row it stopped.
  private func plainRows(
    _ range: Range<Int>, _ keys: QuickKeys, _ columns: ChunkColumns, _ chunk: TableChunk,
    into rows: inout [ObservationChunk.Row], from first: Int
  ) -> Int {
    let width = columns.width
    let (places, significands) = (columns.places, columns.significands)
    let (placeSpan, significandSpan) = (places.span, significands.span)
    var rows = rows.mutableSpan
    var key = QuickKeys.Key()
    var (index, target) = (range.lowerBound, first)
    while index < range.upperBound, keys.find(&key, at: index) {
      let end = keys.runEnd(from: index, to: range.upperBound)
      var stop = end
      var place = 0
      while place < width, stop > index {
        let cells = place &* columns.count..<(place &+ 1) &* columns.count
        stop = plainFigures(
          place, index..<stop, key, keys, placeSpan.extracting(cells), significandSpan.extracting(cells),
          Int32(truncatingIfNeeded: chunk.firstRow), into: &rows, from: target &+ place)
        place &+= 1
      }
      target &+= (stop &- index) &* width
      index = stop
      if stop < end { break }
    }
    return index
  }

  /// Reads the plain numbers of one column of figures in rows of the same keys, and returns at which row it stopped.
  @inline(__always)
  private func plainFigures(
    _ place: Int, _ run: Range<Int>, _ key: QuickKeys.Key, _ keys: QuickKeys, _ places: Span<Int8>,
    _ significands: Span<Int64>, _ firstRow: Int32, into rows: inout MutableSpan<ObservationChunk.Row>, from first: Int
  ) -> Int {
    guard let known = quick.find(place, key) else { return run.lowerBound }
    let width = figureColumns.count
    let period = quick.period(known)
    var (index, target) = (run.lowerBound, first)
    var row = QuickKeys.template
    quick.put(known, key, into: &row)
    row.column = figureColumns[place]
    var (lowest, highest, limited): (Int64, Int64, Int8) = (0, 0, .min)
    while index < run.upperBound {
      let places = places[index]
      let significand = significands[index]
      if places != limited {
        guard places >= 0, let limits = quick.limits(known, places) else { break }
        (lowest, highest, limited) = (limits.lowest, limits.highest, places)
      }
      row.period = period < 0 ? keys.period(at: index) : period
      guard significand >= lowest, significand <= highest, row.period >= 0 else { break }
      row.value = ExactDecimal(significand: significand, places: Int(places))
      row.lastPlace = 0 &- places
      row.row = firstRow &+ Int32(truncatingIfNeeded: index)
      rows[target] = row
      target &+= width
      index &+= 1
    }
    return index
  }

  /// Reads a row whose only cell of figures says that there is none; `nil` unless it does, for certain.
  private mutating func mark(
    _ index: Int, _ keys: QuickKeys, _ columns: ChunkColumns, _ chunk: TableChunk, _ marks: inout QuickMarks
  ) -> ObservationChunk.Row? {
    var key = QuickKeys.Key()
    // A row without figure, keys or words is a heading or a note.
    guard columns.width == 1, columns.places[index] < 0, facilityColumn ?? metricColumn != nil,
      keys.find(&key, at: index), let known = quick.find(0, key), uses[0] != .numbers,
      layout.conventions.isMachineMade || !isNote(index, columns, chunk), let status = marks.status(at: index)
    else { return nil }
    var row = QuickKeys.template
    quick.put(known, key, into: &row)
    let period = keys.period(at: index)
    guard period >= 0, period != outsidePeriod else { return nil }
    if row.period < 0 { row.period = period }
    row.status = status
    row.row = Int32(truncatingIfNeeded: chunk.firstRow + index)
    row.column = figureColumns[0]
    return row
  }

  private mutating func addToTotals(_ rows: ArraySlice<ObservationChunk.Row>) throws(TongbiError) {
    for row in rows where names.names.metrics[Int(row.metric)].overFacilities == .sum {
      try totals.add(
        row.status == .reported ? row.value : nil, TotalCheck.Key(metric: row.metric, period: row.period, part: 0),
        step: Int(row.lastPlace))
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
      let key = QuickFigures.code(place, metric: keys.metric, unit: keys.unit),
      !quick.knows(key)
    else { return }
    let header = figures[place].figures
    quick.remember(
      QuickFigures.Meaning(
        key: key, metric: memo.metric, facility: header.facility.map { names.facility($0) } ?? -1,
        period: header.period == nil ? -1 : memo.period, lowest: memo.lowest, highest: memo.highest))
  }
}
