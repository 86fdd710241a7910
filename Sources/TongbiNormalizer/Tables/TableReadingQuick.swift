// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableReading {
  /// Reads rows whose spellings were all met before and whose figures are plain numbers or marks of absence, as most rows
  /// are, up to the first row that is anything else; that one is left to the careful way, which also teaches this one.
  ///
  /// - Parameters:
  ///   - start: The first row, from 0 in the chunk.
  ///   - before: How many observations the careful way made of the chunk.
  /// - Returns: The row at which it stopped.
  mutating func quickRows(from start: Int, _ columns: ChunkColumns, _ chunk: TableChunk, before: Int) -> Int {
    var keys = QuickKeys(self, columns)
    // Moved out, so that nothing but this has it.
    var rows = QuickRows()
    swap(&rows, &quickly)
    defer { swap(&rows, &quickly) }
    var key = QuickKeys.Key()
    var index = start
    while index < chunk.count {
      guard keys.find(&key, at: index) else {
        guard learnFacility(index, columns, chunk, &keys) else { break }
        continue
      }
      guard let shape = rows.shapes.find(key) ?? addShape(key, to: &rows) else { break }
      let end = keys.runEnd(&key, from: index, to: chunk.count)
      let stop = plainEnd(index..<end, key, shape, keys, columns, chunk, into: &rows)
      if stop > index {
        rows.plain.runs.append(
          PlainFigures.Run(
            facility: key.facility, shape: shape.first, start: Int32(truncatingIfNeeded: index),
            end: Int32(truncatingIfNeeded: stop), before: Int32(truncatingIfNeeded: before)))
      }
      index = stop
      if stop < end { break }
    }
    return index
  }

  /// Learns what the facility of a row stands for where that is all that was not met before; returns whether it was, and
  /// whether it is a facility. Where totals are checked, each is held against the rows that were looked at before it.
  @inline(never)
  private mutating func learnFacility(
    _ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk, _ keys: inout QuickKeys
  ) -> Bool {
    // A row with a number is no heading and no note.
    guard !checksTotals, let column = facilityColumn, case let code = columns.codes[column][index],
      facilityMeanings[code] == .min, columns.places[index] >= 0
    else { return false }
    keys.facilityMeanings = CodeMeanings()
    facilityMeanings[code] = meaning(ofFacility: chunk.dictionaries[column][Int(code)], chunk.row(at: index), column)
    keys.facilityMeanings = facilityMeanings
    return facilityMeanings[code] >= 0
  }

  /// What ``PlainFigures/meanings`` are as far as they are known by now.
  var plainMeanings: [Int32] { periodColumns.isEmpty ? [outsidePeriod] : singlePeriods.meanings }

  /// What the columns of figures are about in rows of a metric and unit; `nil` where that is not known of each.
  private func addShape(_ key: QuickKeys.Key, to rows: inout QuickRows) -> QuickShapes.Entry? {
    let first = rows.plain.shapes.count
    for place in figureColumns.indices {
      guard let known = quick.find(place, key) else {
        rows.plain.shapes.removeLast(rows.plain.shapes.count - first)
        return nil
      }
      rows.plain.shapes.append(quick.shape(known, column: figureColumns[place]))
    }
    guard let known = quick.find(0, key) else { return nil }
    return rows.shapes.remember(Int32(truncatingIfNeeded: first), known, for: key)
  }

  /// Where the first row stands that needs a closer look, among rows of the same keys.
  private mutating func plainEnd(
    _ run: Range<Int>, _ key: QuickKeys.Key, _ shape: QuickShapes.Entry, _ keys: QuickKeys, _ columns: ChunkColumns,
    _ chunk: TableChunk, into rows: inout QuickRows
  ) -> Int {
    var (start, stop) = (run.lowerBound, run.upperBound)
    guard columns.width == 1 else {
      for place in 0..<columns.width {
        guard let known = quick.find(place, key) else { return start }
        stop = plainNumbers(place, start..<stop, known, keys, columns)
      }
      return stop
    }
    while true {
      stop = plainNumbers(0, start..<run.upperBound, shape.known, keys, columns)
      guard stop < run.upperBound, let mark = mark(stop, keys, columns, chunk, &rows.marks) else { return stop }
      rows.plain.marks.append(mark)
      start = stop + 1
    }
  }

  /// Where the plain numbers of a column end that rows of the same keys begin with, given what the column comes to there.
  @inline(__always)
  private func plainNumbers(
    _ place: Int, _ run: Range<Int>, _ known: Int, _ keys: QuickKeys, _ columns: ChunkColumns
  ) -> Int {
    let first = place &* columns.count
    let (places, significands) = (columns.places.span, columns.significands.span)
    let isDated = keys.isDated || quick.period(known) >= 0
    let end = first &+ run.upperBound
    var index = first &+ run.lowerBound
    var (lowest, highest, limited): (Int64, Int64, Int8) = (0, 0, .min)
    while index < end {
      if places[index] != limited {
        guard places[index] >= 0, let limits = quick.limits(known, places[index]) else { break }
        (lowest, highest, limited) = (limits.lowest, limits.highest, places[index])
      }
      if isDated, index &+ QuickFigures.stride <= end,
        case let next = index..<index &+ QuickFigures.stride,
        QuickFigures.areLike(limited, places.extracting(next)),
        QuickFigures.areWithin(lowest, highest, significands.extracting(next))
      {
        index &+= QuickFigures.stride
        continue
      }
      let significand = significands[index]
      guard significand >= lowest, significand <= highest, isDated || keys.period(at: index &- first) >= 0
      else { break }
      index &+= 1
    }
    return index &- first
  }

  /// Reads a row whose only cell of figures says that there is none; `nil` unless it does, for certain.
  private mutating func mark(
    _ index: Int, _ keys: QuickKeys, _ columns: ChunkColumns, _ chunk: TableChunk, _ marks: inout QuickMarks
  ) -> PlainFigures.Mark? {
    // A row without figure, keys or words is a heading or a note.
    guard columns.places[index] < 0, facilityColumn ?? metricColumn != nil, uses[0] != .numbers,
      layout.conventions.isMachineMade || !isNote(index, columns, chunk), let status = marks.status(at: index)
    else { return nil }
    let period = keys.period(at: index)
    guard period >= 0, period != outsidePeriod else { return nil }
    return PlainFigures.Mark(
      row: Int32(truncatingIfNeeded: index), status: status, text: marks.isBlank ? nil : marks.text)
  }

  /// Begins to read a chunk quickly.
  mutating func beginQuickly(_ columns: ChunkColumns, _ chunk: TableChunk) {
    quickly = QuickRows(self, columns, chunk)
  }

  /// What was read quickly of the chunk at hand; it is kept too, as long as a total may follow.
  mutating func takeQuickly() -> PlainFigures {
    quickly.plain.meanings = plainMeanings
    usualRuns = quickly.plain.runs.count * 17 / 16
    if checksTotals {
      unsummed.append(quickly)
      // Of no more use, unlike the memory.
      unsummed[unsummed.count - 1].shapes = QuickShapes()
    }
    defer { quickly = QuickRows() }
    return quickly.plain
  }

  /// Takes what was read quickly so far into the sums that totals are held against; most tables have no total, and need
  /// none.
  mutating func sumUp() throws(TongbiError) {
    guard checksTotals else { return }
    quickly.plain.meanings = plainMeanings
    for rows in unsummed + [quickly] { try addToTotals(rows) }
    unsummed = []
    quickly.summed = quickly.plain.runs.count
  }

  private mutating func addToTotals(_ rows: QuickRows) throws(TongbiError) {
    for run in rows.plain.runs[rows.summed...] {
      try rows.plain.forEachRow(of: run) { (row, _) throws(TongbiError) in
        guard names.names.metrics[Int(row.metric)].overFacilities == .sum else { return }
        try totals.add(
          row.status == .reported ? row.value : nil, TotalCheck.Key(metric: row.metric, period: row.period, part: 0),
          step: Int(row.lastPlace))
      }
    }
  }

  /// Whether rows may be read quickly at all: one column at most for each key, no ratios, parts or checks beside them.
  static func isQuick(_ layout: TableLayout, figures: [(column: Int, figures: TableLayout.Figures)]) -> Bool {
    let dated = layout.columns(.period) + layout.columns(.year) + layout.columns(.month) + layout.columns(.quarter)
    let isSimple =
      layout.ratio == nil && layout.columns(.part).isEmpty && figures.allSatisfy { $0.figures.part == nil }
      && dated.count <= 1 && !figures.isEmpty
    // Statuses, deletions and numbers with a decimal comma need a careful look.
    let isPlain =
      layout.conventions.forms.isEmpty && layout.statedRows.isEmpty && !layout.hasPeriodTotals
      && ![TableLayout.Role.status, .filter, .unitPower, .factor].contains(where: layout.roles.contains)
    // A header without its year takes it from the row.
    return isSimple && isPlain && layout.whole == nil
      && (dated.isEmpty || figures.allSatisfy { $0.figures.period == nil })
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
