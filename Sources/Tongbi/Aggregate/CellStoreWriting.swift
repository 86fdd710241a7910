// SPDX-License-Identifier: Apache-2.0

/// How far plain figures are written, and where the next ones go.
struct PlainWriter {
  /// A figure that needs a closer look.
  struct Other {
    /// The run of its row, the row, and which of the columns of figures.
    var run, row, place: Int
  }

  /// Where the figures of a column go in the run at hand.
  fileprivate struct Lane {
    /// The series; −1 where the facility is not named.
    var series: Int32 = -1
    /// The group of the figure before, and its page; −1 where it has none.
    var group: Int32 = -1
    var page: Int32 = -1
    /// The place that the column names; `nil` where rows do.
    var place: CellPlace?
  }

  /// Where a figure goes.
  fileprivate struct Target {
    var page: Int32 = -1
    var slot: Int32 = 0
    var run: Int32 = 0
    var row: Int32 = 0
    var place: Int32 = 0
  }

  fileprivate var run: Int
  fileprivate let end: Int
  /// The next row; −1 where the run is not begun.
  fileprivate var row = -1
  fileprivate var lanes: [Lane]
  /// The facilities and metrics of some runs, as many for each as there are lanes, and their series.
  fileprivate var keys: [(facility: Int32, metric: Int32)] = []
  fileprivate var series: [Int32] = []
  /// The first of those runs, and the one behind the last.
  fileprivate var known = 0..<0
  // First the pages of some figures are found, then their cells are written: the processor waits for memory for many of
  // them at once.
  fileprivate var batch: [Target]
  fileprivate var found = 0
  fileprivate var next = 0

  /// Begins with the first of some runs.
  init(_ runs: Range<Int>, width: Int) {
    (run, end) = (runs.lowerBound, runs.upperBound)
    lanes = [Lane](repeating: Lane(), count: width)
    batch = [Target](repeating: Target(), count: max(64, width))
  }
}

extension CellStore {
  /// Writes plain figures of wholes where their places are empty, as they are for most, up to the first that needs a closer
  /// look, which is returned; `nil` where all are written.
  mutating func write(
    _ plain: PlainFigures, _ codes: inout TableCodes, _ writer: inout PlainWriter
  ) -> PlainWriter.Other? {
    if codes.kinds.isEmpty {
      codes.kinds = [UInt16](repeating: CellKinds.none, count: plain.width * TableCodes.mostPlaces)
    }
    while true {
      if let other = writeFound(plain, &codes, &writer) { return other }
      guard writer.run < writer.end else { return nil }
      findPages(of: plain, codes, &writer)
    }
  }

  /// Finds the pages of the next figures.
  private mutating func findPages(of plain: PlainFigures, _ codes: TableCodes, _ writer: inout PlainWriter) {
    let (runs, periods, meanings) = (plain.runs.span, plain.periods.span, plain.meanings.span)
    let places = codes.places.span
    let width = plain.width
    var (run, row, filled) = (writer.run, writer.row, 0)
    // Moved out, so that nothing but this has them.
    var (ownLanes, ownBatch) = ([PlainWriter.Lane](), [PlainWriter.Target]())
    swap(&ownLanes, &writer.lanes)
    swap(&ownBatch, &writer.batch)
    let last = ownBatch.count - width
    while run < writer.end, filled <= last {
      let end = Int(runs[run].end)
      if row < 0 {
        if !writer.known.contains(run) { findSeries(of: plain, from: run, codes, &writer) }
        begin(run, of: plain, codes, writer, &ownLanes)
        row = Int(runs[run].start)
      }
      var lanes = ownLanes.mutableSpan
      var batch = ownBatch.mutableSpan
      while row < end, filled <= last {
        let meaning = periods.isEmpty ? meanings[0] : meanings[Int(periods[row])]
        let own = meaning < 0 ? CellPlace(group: -1, slot: 0) : places[Int(meaning)]
        for place in 0..<width {
          let at = lanes[place].place ?? own
          if at.group != lanes[place].group {
            let series = lanes[place].series
            lanes[place].group = at.group
            lanes[place].page = series < 0 || at.group < 0 ? -1 : page(series, at.group)
          }
          batch[filled] = PlainWriter.Target(
            page: lanes[place].page, slot: at.slot, run: Int32(truncatingIfNeeded: run),
            row: Int32(truncatingIfNeeded: row), place: Int32(truncatingIfNeeded: place))
          filled &+= 1
        }
        row &+= 1
      }
      if row < end { break }
      (run, row) = (run &+ 1, -1)
    }
    swap(&ownLanes, &writer.lanes)
    swap(&ownBatch, &writer.batch)
    (writer.run, writer.row, writer.found, writer.next) = (run, row, filled, 0)
  }

  /// Finds the series of some runs.
  private mutating func findSeries(
    of plain: PlainFigures, from first: Int, _ codes: TableCodes, _ writer: inout PlainWriter
  ) {
    let end = min(writer.end, first + max(1, 64 / plain.width))
    writer.keys.removeAll(keepingCapacity: true)
    for run in plain.runs[first..<end] {
      for place in 0..<plain.width {
        let shape = plain.shapes[Int(run.shape) &+ place]
        let facility = codes.facilities[Int(shape.facility < 0 ? run.facility : shape.facility)]
        writer.keys.append((facility, codes.metrics[Int(shape.metric)]))
      }
    }
    findSeries(of: writer.keys, into: &writer.series)
    writer.known = first..<end
  }

  /// Puts the series of a run into its lanes.
  private func begin(
    _ run: Int, of plain: PlainFigures, _ codes: TableCodes, _ writer: borrowing PlainWriter,
    _ lanes: inout [PlainWriter.Lane]
  ) {
    let first = (run - writer.known.lowerBound) * plain.width
    for place in lanes.indices {
      let period = plain.shapes[Int(plain.runs[run].shape) &+ place].period
      lanes[place] = PlainWriter.Lane(
        series: writer.series[first + place], place: period < 0 ? nil : codes.places[Int(period)])
    }
  }

  /// Writes the figures whose pages were found.
  private mutating func writeFound(
    _ plain: PlainFigures, _ codes: inout TableCodes, _ writer: inout PlainWriter
  ) -> PlainWriter.Other? {
    while true {
      writer.next = writeUsual(writer.batch, writer.next..<writer.found, of: plain, kinds: codes.kinds)
      guard writer.next < writer.found else { return nil }
      let target = writer.batch[writer.next]
      writer.next += 1
      if !writeOther(target, of: plain, &codes) {
        return PlainWriter.Other(run: Int(target.run), row: Int(target.row), place: Int(target.place))
      }
    }
  }

  /// Writes figures of known kinds into empty places, and returns where the first stands that is none of these.
  private func writeUsual(
    _ batch: [PlainWriter.Target], _ range: Range<Int>, of plain: PlainFigures, kinds: [UInt16]
  ) -> Int {
    let (batch, kinds, pages) = (batch.span, kinds.span, pages)
    let (significands, digits) = (plain.significands.span, plain.places.span)
    let (count, firstRow) = (plain.rowCount, plain.firstRow)
    for index in range {
      let target = batch[index]
      let place = Int(target.place) &* count &+ Int(target.row)
      let stored = Int32(truncatingIfNeeded: significands[place])
      guard digits[place] >= 0, Int64(stored) == significands[place], target.page >= 0 else { return index }
      let kind = kinds[Int(target.place) &* TableCodes.mostPlaces &+ Int(digits[place])]
      guard kind != CellKinds.none,
        pages.writeIfEmpty(
          target.page, target.slot, significand: stored, row: UInt32(bitPattern: firstRow &+ target.row), kind: kind)
      else { return index }
    }
    return range.upperBound
  }

  /// Writes a figure of a kind that was not met yet, a mark, or a large number, where its place is empty; returns whether it
  /// was.
  private mutating func writeOther(
    _ target: PlainWriter.Target, of plain: PlainFigures, _ codes: inout TableCodes
  ) -> Bool {
    guard target.page >= 0 else { return false }
    let row = plain.row(plain.runs[Int(target.run)], Int(target.row), Int(target.place))
    if row.status == .reported, let kind = kinds.code(of: row, file: codes.file) {
      codes.kinds[Int(target.place) * TableCodes.mostPlaces + row.value.places] = kind
    }
    return writeIfEmpty(row, at: Reference(page: target.page, slot: target.slot), file: codes.file)
  }

  /// Writes a figure where its place is empty, and returns whether it was.
  mutating func writeIfEmpty(_ row: ObservationChunk.Row, at reference: Reference, file: Int32) -> Bool {
    let stored = Int32(truncatingIfNeeded: row.value.significand)
    guard Int64(stored) == row.value.significand, let code = kinds.code(of: row, file: file) else {
      return writeLarge(row, at: reference, file: file)
    }
    let isWritten = pages.writeIfEmpty(
      reference.page, reference.slot, significand: stored, row: UInt32(bitPattern: row.row), kind: code)
    if isWritten, row.bound != .exact { hasBounds = true }
    return isWritten
  }

  /// Writes a figure whose significand needs more than 32 bits; not where there are too many kinds of cells.
  private mutating func writeLarge(_ row: ObservationChunk.Row, at reference: Reference, file: Int32) -> Bool {
    var kind = CellKind(row, file: file)
    kind.look.isLarge = true
    let code = kinds.code(of: kind)
    guard code != CellKinds.whole, !isFilled(reference.page, reference.slot) else { return false }
    if row.bound != .exact { hasBounds = true }
    pages.write(
      reference.page, reference.slot, significand: Int32(truncatingIfNeeded: large.count),
      row: UInt32(bitPattern: row.row), kind: code)
    large.append(row.value.significand)
    return true
  }

  /// Writes a cell with all that belongs to it.
  mutating func write(_ cell: Cell, at reference: Reference) {
    if !cell.isExact { hasBounds = true }
    if pages.kind(reference.page, reference.slot) == CellKinds.whole {
      whole[Int(pages.content(reference.page, reference.slot).significand)] = cell
    } else {
      pages.write(
        reference.page, reference.slot, significand: Int32(truncatingIfNeeded: whole.count), row: 0,
        kind: CellKinds.whole)
      whole.append(cell)
    }
  }
}
