// SPDX-License-Identifier: Apache-2.0

extension CellStore {
  /// Writes figures of wholes where their places are empty, as they are for most; returns the index of the first that
  /// needs a closer look.
  mutating func writePlain(_ rows: [ObservationChunk.Row], from start: Int, _ codes: TableCodes) -> Int {
    // First the pages of some figures, then their cells: the processor waits for memory for many of them at once.
    var batch = [Reference](repeating: Reference(page: -1, slot: 0), count: Self.batchLength)
    var index = start
    while index < rows.count {
      let found = findPages(of: rows, from: index, codes, into: &batch)
      let written = write(rows, from: index, at: batch, count: found, file: codes.file)
      index += written
      if written < Self.batchLength { return index }
    }
    return index
  }

  private static let batchLength = 32

  /// Finds the pages of figures of wholes up to the first that is anything else; returns how many there are.
  private mutating func findPages(
    of rows: [ObservationChunk.Row], from start: Int, _ codes: TableCodes, into batch: inout [Reference]
  ) -> Int {
    let (rows, facilities, metrics) = (rows.span, codes.facilities.span, codes.metrics.span)
    let places = codes.places.span
    let end = min(rows.count - start, batch.count)
    var last = (facility: Int32(-1), metric: Int32(-1), group: Int32(-1), series: Int32(-1), page: Int32(-1))
    var index = 0
    while index < end {
      let (facility, metric) = (rows[start &+ index].facility, rows[start &+ index].metric)
      let place = places[Int(rows[start &+ index].period)]
      if place.group < 0 || rows[start &+ index].part != 0 { return index }
      if facility != last.facility || metric != last.metric {
        let known = facilities[Int(facility)]
        if known < 0 { return index }
        last = (facility, metric, -1, series(facility: known, metric: metrics[Int(metric)]), -1)
      }
      if place.group != last.group { (last.group, last.page) = (place.group, page(last.series, place.group)) }
      batch[index] = Reference(page: last.page, slot: place.slot)
      index &+= 1
    }
    return index
  }

  /// Writes figures where their places are empty; returns how many before the first that is not.
  private mutating func write(
    _ rows: [ObservationChunk.Row], from start: Int, at batch: [Reference], count: Int, file: Int32
  ) -> Int {
    let (rows, batch) = (rows.span, batch.span)
    // What the figure before had in common with most.
    var known = (places: -1, lastPlace: Int8(0), column: Int32(-1), code: CellKinds.none)
    for index in 0..<count {
      let row = rows[start &+ index]
      let stored = Int32(truncatingIfNeeded: row.value.significand)
      let isUsual = row.status == .reported && row.bound == .exact && Int64(stored) == row.value.significand
      let isKnown =
        isUsual && row.value.places == known.places && row.column == known.column && row.lastPlace == known.lastPlace
      var isWritten = false
      if isKnown {
        isWritten = pages.writeIfEmpty(
          batch[index].page, batch[index].slot, significand: stored, row: UInt32(bitPattern: row.row), kind: known.code)
      } else {
        let code = isUsual ? kinds.code(of: row, file: file) : nil
        known = (code == nil ? -1 : row.value.places, row.lastPlace, row.column, code ?? CellKinds.none)
        isWritten = writeIfEmpty(row, at: batch[index], file: file)
      }
      if !isWritten { return index }
    }
    return count
  }

  /// Writes a figure where its place is empty, and returns whether it was.
  private mutating func writeIfEmpty(_ row: ObservationChunk.Row, at reference: Reference, file: Int32) -> Bool {
    let stored = Int32(truncatingIfNeeded: row.value.significand)
    guard Int64(stored) == row.value.significand, let code = kinds.code(of: row, file: file) else {
      return writeLarge(row, at: reference, file: file)
    }
    if row.bound != .exact { hasBounds = true }
    return pages.writeIfEmpty(
      reference.page, reference.slot, significand: stored, row: UInt32(bitPattern: row.row), kind: code)
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
