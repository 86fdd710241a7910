// SPDX-License-Identifier: Apache-2.0

import CScan

/// A walk over the special bytes of a stretch of text, which cuts its records into cells; see ``RecordCutter``.
struct RecordWalk {
  /// How many records were cut, those passed over included.
  private(set) var records = 0
  /// Where the next record begins.
  private(set) var recordStart: Int
  /// The next row of cells.
  private(set) var row: Int
  /// How many more records are passed over.
  private(set) var skipping: Int
  /// The rows of another width.
  private(set) var notes: [RecordCutter.Note] = []

  private let scanner: RecordScanner
  private let width: Int

  init(scanner: RecordScanner, width: Int, start: Int, row: Int, skipping: Int) {
    self.scanner = scanner
    self.width = width
    self.row = row
    self.skipping = skipping
    recordStart = start
  }

  /// Walks until a record needs a closer look, the rows are full, or the special bytes end.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - positions: Where special bytes are in it.
  ///   - rowLimit: How many rows of cells there may be.
  ///   - cells: Has room for as many rows.
  /// - Returns: How many special bytes belong to the records that were cut.
  mutating func run(
    _ bytes: Span<UInt8>, _ positions: Span<UInt32>, _ rowLimit: Int, _ cells: inout [ByteRange]
  ) -> Int {
    precondition(rowLimit &* width <= cells.count)
    var cells = cells.mutableSpan
    let (dialect, width) = (scanner.dialect, width)
    let delimiter = dialect.delimiter.first
    let isPlain = dialect.delimiter.tailCount == 0 && dialect.padding == .kept
    var (entry, passed) = (0, 0)
    var record = Record(firstCell: row &* width, start: recordStart)
    // Positions lie in the text, and cells below the limit, which spares each step a look.
    while entry < positions.count {
      let at = unsafe Int(positions[unchecked: entry])
      let byte = unsafe bytes[unchecked: at]
      entry &+= 1
      if byte == delimiter, isPlain, record.closing < 0, record.field < width {
        unsafe cells[unchecked: record.firstCell &+ record.field] = ByteRange(
          start: UInt32(truncatingIfNeeded: record.fieldStart), end: UInt32(truncatingIfNeeded: at))
        record.field &+= 1
        record.fieldStart = at &+ 1
      } else if RecordScanner.isLineEnd(byte) {
        if record.field > 0 || at > record.fieldStart || record.closing >= 0 { put(at, bytes, &cells, &record) }
        let isPair =
          byte == RecordScanner.carriageReturn && at &+ 1 < bytes.count && bytes[at &+ 1] == RecordScanner.lineFeed
        if isPair { entry &+= 1 }
        finish(next: at &+ (isPair ? 2 : 1), &cells, &record)
        passed = entry
        if row >= rowLimit { break }
      } else if byte == delimiter {
        guard at >= record.fieldStart, scanner.isDelimiter(bytes, at: at) else { continue }
        put(at, bytes, &cells, &record)
        record.fieldStart = at &+ dialect.delimiter.count
      } else if byte == dialect.quote, record.closing < 0, isFieldStart(at, bytes, record) {
        guard let close = closingEntry(bytes, positions, after: entry &- 1) else { break }
        record.fieldStart = at &+ 1
        record.closing = Int(positions[close])
        entry = close &+ 1
      } else if byte == RecordScanner.backslash, dialect.escape == .backslash {
        break
      }
    }
    return passed
  }

  /// The record that is being cut.
  private struct Record {
    /// Its first cell.
    var firstCell: Int
    /// Its next field, from 0.
    var field = 0
    /// Where that begins.
    var fieldStart: Int
    /// The quote that closes it; −1 where there is none.
    var closing = -1
    var hasWordsBeyond = false

    init(firstCell: Int, start: Int) {
      self.firstCell = firstCell
      fieldStart = start
    }
  }

  /// Ends a field before a position.
  @inline(__always)
  private func put(_ position: Int, _ bytes: Span<UInt8>, _ cells: inout MutableSpan<ByteRange>, _ record: inout Record)
  {
    let end = record.closing < 0 ? position : record.closing
    var start = record.fieldStart
    if scanner.dialect.padding == .skipped, record.field > 0, record.closing < 0 {
      start = blanksEnd(bytes, from: start, to: end)
    }
    if record.field < width {
      cells[record.firstCell &+ record.field] = ByteRange(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    } else if end > start {
      record.hasWordsBeyond = true
    }
    record.field &+= 1
    record.closing = -1
  }

  /// Ends a record.
  @inline(__always)
  private mutating func finish(next: Int, _ cells: inout MutableSpan<ByteRange>, _ record: inout Record) {
    records &+= 1
    recordStart = next
    if skipping > 0 {
      skipping &-= 1
    } else {
      if record.field != width { pad(&cells, record) }
      row &+= 1
      record.firstCell &+= width
    }
    record.field = 0
    record.fieldStart = next
    record.hasWordsBeyond = false
  }

  /// Notes a record of another width, and leaves the cells empty that it does not have.
  private mutating func pad(_ cells: inout MutableSpan<ByteRange>, _ record: Record) {
    notes.append(RecordCutter.Note(row: row, fields: record.field, hasWordsBeyond: record.hasWordsBeyond))
    for column in min(record.field, width)..<width { cells[record.firstCell + column] = ByteRange() }
  }

  /// The entry of the quote that closes a field, where nothing in the field needs a closer look.
  private func closingEntry(_ bytes: Span<UInt8>, _ positions: Span<UInt32>, after entry: Int) -> Int? {
    let dialect = scanner.dialect
    guard dialect.escape != .none else { return nil }
    var at = entry &+ 1
    while at < positions.count, bytes[Int(positions[at])] != dialect.quote {
      if dialect.escape == .backslash, bytes[Int(positions[at])] == RecordScanner.backslash { return nil }
      at &+= 1
    }
    guard at &+ 1 < positions.count, positions[at &+ 1] == positions[at] &+ 1 else { return nil }
    let behind = Int(positions[at]) &+ 1
    return RecordScanner.isLineEnd(bytes[behind]) || scanner.isDelimiter(bytes, at: behind) ? at : nil
  }

  /// Whether a field begins at a position, perhaps behind blanks.
  private func isFieldStart(_ position: Int, _ bytes: Span<UInt8>, _ record: Record) -> Bool {
    if position <= record.fieldStart { return position == record.fieldStart }
    guard scanner.dialect.padding == .skipped, record.field > 0 else { return false }
    return blanksEnd(bytes, from: record.fieldStart, to: position) == position
  }

  private func blanksEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    while at < end, bytes[at] == RecordScanner.blank { at &+= 1 }
    return at
  }
}
