// SPDX-License-Identifier: Apache-2.0

extension CellStore {
  /// Writes plain figures of wholes where their places are empty, as they are for most, up to the first that needs a closer
  /// look, which is returned; `nil` where all runs are written that the writer began with.
  mutating func write(
    _ plain: PlainFigures, _ codes: inout TableCodes, _ writer: inout PlainWriter
  ) -> PlainWriter.Other? {
    codes.makeKinds(width: plain.width)
    while true {
      if let other = writeFound(plain, &codes, &writer) { return other }
      guard writer.run < writer.end else { return nil }
      findPages(of: plain, codes, &writer)
    }
  }

  /// Finds the pages of the next figures.
  private mutating func findPages(of plain: PlainFigures, _ codes: TableCodes, _ writer: inout PlainWriter) {
    // Moved out, so that nothing but this has it.
    var batch: [PlainWriter.Target] = []
    swap(&batch, &writer.batch)
    writer.position.next = 0
    writer.position.done = 0
    writer.found =
      plain.width == 1
      ? findPagesOfColumn(of: plain, codes, &writer, into: &batch)
      : findPagesAcross(of: plain, codes, &writer, into: &batch)
    swap(&batch, &writer.batch)
  }

  /// Finds the pages of the next figures of the only column, for neighbouring rows at once, and returns how many.
  private mutating func findPagesOfColumn(
    of plain: PlainFigures, _ codes: TableCodes, _ writer: inout PlainWriter, into targets: inout [PlainWriter.Target]
  ) -> Int {
    let (runs, periods, shapes) = (plain.runs.span, plain.periods.span, plain.shapes.span)
    let (places, pages) = (writer.places, pages)
    var batch = targets.mutableSpan
    var (run, row, filled) = (writer.run, writer.row, 0)
    while run < writer.end, filled < batch.count {
      if !writer.known.contains(run) { findSeries(of: plain, from: run, codes, &writer) }
      let series = writer.series[run &- writer.known.lowerBound]
      let (end, period) = (Int(runs[run].end), shapes[Int(runs[run].shape)].period)
      let common = period >= 0 ? codes.places[Int(period)] : periods.isEmpty ? places[0] : nil
      if row < 0 { row = Int(runs[run].start) }
      while row < end, filled < batch.count {
        let at = common ?? places[Int(periods[row])]
        var (slot, stop) = (at.slot, end)
        if common == nil, writer.isPage(row, end, periods) {
          (slot, stop) = (PlainWriter.Target.inTurn, row &+ CellPlaces.length)
        } else if common == nil {
          stop = row &+ 1
          while stop < end, places[Int(periods[stop])].group == at.group { stop &+= 1 }
          if stop > row &+ 1 { slot = PlainWriter.Target.ofRows }
        }
        let page = series < 0 || at.group < 0 ? -1 : page(series, at.group)
        if page >= 0 { pages.prefetch(page) }
        batch[filled] = PlainWriter.Target(
          page: page, slot: slot, run: Int32(truncatingIfNeeded: run), row: Int32(truncatingIfNeeded: row),
          count: Int32(truncatingIfNeeded: stop &- row))
        filled &+= 1
        row = stop
      }
      if row < end { break }
      (run, row) = (run &+ 1, -1)
    }
    (writer.run, writer.row) = (run, row)
    return filled
  }

  /// Finds the pages of the next figures of several columns, row by row, and returns how many.
  private mutating func findPagesAcross(
    of plain: PlainFigures, _ codes: TableCodes, _ writer: inout PlainWriter, into targets: inout [PlainWriter.Target]
  ) -> Int {
    let (runs, periods) = (plain.runs.span, plain.periods.span)
    let width = plain.width
    var (run, row, filled) = (writer.run, writer.row, 0)
    // Moved out, so that nothing but this has them.
    var ownLanes: [PlainWriter.Lane] = []
    swap(&ownLanes, &writer.lanes)
    var batch = targets.mutableSpan
    let last = batch.count - width
    while run < writer.end, filled <= last {
      let end = Int(runs[run].end)
      if row < 0 {
        if !writer.known.contains(run) { findSeries(of: plain, from: run, codes, &writer) }
        begin(run, of: plain, codes, writer, &ownLanes)
        row = Int(runs[run].start)
      }
      var lanes = ownLanes.mutableSpan
      while row < end, filled <= last {
        let own = periods.isEmpty ? writer.places[0] : writer.places[Int(periods[row])]
        for place in 0..<width {
          let at = lanes[place].place ?? own
          if at.group != lanes[place].group {
            let series = lanes[place].series
            lanes[place].group = at.group
            lanes[place].page = series < 0 || at.group < 0 ? -1 : page(series, at.group)
          }
          batch[filled] = PlainWriter.Target(
            page: lanes[place].page, slot: at.slot, run: Int32(truncatingIfNeeded: run),
            row: Int32(truncatingIfNeeded: row), count: 1, place: Int32(truncatingIfNeeded: place))
          filled &+= 1
        }
        row &+= 1
      }
      if row < end { break }
      (run, row) = (run &+ 1, -1)
    }
    swap(&ownLanes, &writer.lanes)
    (writer.run, writer.row) = (run, row)
    return filled
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
      writer.position = writeUsual(plain, codes, writer)
      guard writer.position.next < writer.found else { return nil }
      let target = writer.batch[writer.position.next]
      let row = Int(target.row) + writer.position.done
      writer.position.done += 1
      if !writeOther(target, row, of: plain, writer.places, &codes) {
        return PlainWriter.Other(run: Int(target.run), row: row, place: Int(target.place))
      }
    }
  }

  /// Writes figures of known kinds into empty places, up to the first that is none of these, and returns how far.
  private func writeUsual(
    _ plain: PlainFigures, _ codes: TableCodes, _ writer: borrowing PlainWriter
  ) -> PlainWriter.Position {
    let (batch, places) = (writer.batch.span, writer.places.span)
    let (significands, digits, periods) = (plain.significands.span, plain.places.span, plain.periods.span)
    let (count, firstRow, pages) = (plain.rowCount, plain.firstRow, pages)
    let found = writer.found
    var (next, done, mark) = (writer.position.next, writer.position.done, writer.position.mark)
    while next < found {
      let target = batch[next]
      let length = Int(target.count)
      if done == length {
        (next, done) = (next &+ 1, 0)
        continue
      }
      guard target.page >= 0 else { break }
      let first = Int(target.row)
      let column = Int(target.place) &* count
      if done == 0, target.slot == PlainWriter.Target.inTurn, writePage(target, of: plain, codes, &mark) {
        done = length
        continue
      }
      done = pages.writeIfEmpty(target.page, done..<length) { offset in
        let row = first &+ offset
        let slot = target.slot < 0 ? places[Int(periods[row])].slot : target.slot
        let significand = significands[column &+ row]
        let stored = Int32(truncatingIfNeeded: significand)
        let kind = plain.kind(ofRow: row, digits[column &+ row], Int(target.place), codes, &mark)
        guard kind != CellKinds.none, Int64(stored) == significand else { return nil }
        return CellPages.Content(
          slot: slot, significand: stored, row: UInt32(bitPattern: firstRow &+ Int32(truncatingIfNeeded: row)),
          kind: kind)
      }
      if done < length { break }
    }
    return PlainWriter.Position(next: next, done: done, mark: mark)
  }

  /// Writes the figures of twelve rows that are those of a whole page in order; returns `false` where it has other cells or
  /// some of the figures are not of known kinds.
  private func writePage(
    _ target: PlainWriter.Target, of plain: PlainFigures, _ codes: TableCodes, _ mark: inout Int
  ) -> Bool {
    let (row, place) = (Int(target.row), Int(target.place))
    let cells = place &* plain.rowCount &+ row..<place &* plain.rowCount &+ row &+ CellPlaces.length
    let (significands, digits) = (plain.significands.span.extracting(cells), plain.places.span.extracting(cells))
    let first = digits[0]
    var others: Int8 = 0
    for slot in 0..<CellPlaces.length { others |= digits[slot] ^ first }
    // Most years have figures of one kind.
    let only = others == 0 && first >= 0 ? plain.kind(ofRow: row, first, place, codes, &mark) : CellKinds.none
    return pages.writeAll(target.page, significands, firstRow: UInt32(bitPattern: plain.firstRow &+ target.row)) {
      slot in
      only != CellKinds.none ? only : plain.kind(ofRow: row &+ slot, digits[slot], place, codes, &mark)
    }
  }

  /// Writes a figure of a kind that was not met yet, or a large number, where its place is empty; returns whether it was.
  private mutating func writeOther(
    _ target: PlainWriter.Target, _ index: Int, of plain: PlainFigures, _ places: [CellPlace], _ codes: inout TableCodes
  ) -> Bool {
    guard target.page >= 0 else { return false }
    let row = plain.row(plain.runs[Int(target.run)], index, Int(target.place))
    if let kind = kinds.code(of: row, file: codes.file) {
      if row.status == .reported {
        codes.kinds[Int(target.place) * TableCodes.mostPlaces + row.value.places] = kind
      } else {
        codes.markKinds[row.status.number] = kind
      }
    }
    let slot = target.slot < 0 ? places[Int(plain.periods[index])].slot : target.slot
    return writeIfEmpty(row, at: Reference(page: target.page, slot: slot), file: codes.file)
  }

  /// Writes a figure where its place is empty, and returns whether it was.
  mutating func writeIfEmpty(_ row: ObservationChunk.Row, at reference: Reference, file: Int32) -> Bool {
    let stored = Int32(truncatingIfNeeded: row.value.significand)
    guard Int64(stored) == row.value.significand, let code = kinds.code(of: row, file: file) else {
      return writeLarge(row, at: reference, file: file)
    }
    let content = CellPages.Content(
      slot: reference.slot, significand: stored, row: UInt32(bitPattern: row.row), kind: code)
    let isWritten = pages.writeIfEmpty(reference.page, content)
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
      reference.page,
      CellPages.Content(
        slot: reference.slot, significand: Int32(truncatingIfNeeded: large.count), row: UInt32(bitPattern: row.row),
        kind: code))
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
        reference.page,
        CellPages.Content(
          slot: reference.slot, significand: Int32(truncatingIfNeeded: whole.count), row: 0, kind: CellKinds.whole))
      whole.append(cell)
    }
  }
}

extension PlainFigures {
  /// The kind of a row's cell as far as it was met, given its digits after the point; ``CellKinds/none`` where it was not.
  @inline(__always)
  fileprivate func kind(ofRow row: Int, _ digits: Int8, _ place: Int, _ codes: TableCodes, _ mark: inout Int) -> UInt16
  {
    if digits >= 0 { return codes.kinds[place &* TableCodes.mostPlaces &+ Int(digits)] }
    return findMark(ofRow: row, from: &mark) ? codes.markKinds[marks[mark].status.number] : CellKinds.none
  }
}
