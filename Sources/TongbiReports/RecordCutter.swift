// SPDX-License-Identifier: Apache-2.0

import CScan

/// Cuts records into the cells of a table of fixed width, many at a time.
///
/// It walks over the special bytes only and takes what can be told from them alone: fields that are not quoted, or
/// quoted without escapes. It stops before any other record, which ``RecordScanner`` reads.
struct RecordCutter {
  /// A record with more or fewer fields than the table has columns.
  struct Note {
    /// Its row among those cut.
    var row: Int
    /// How many fields it has; 0 in a blank line.
    var fields: Int
    /// Whether there are words in the fields beyond the last column.
    var hasWordsBeyond: Bool
  }

  /// How many bytes are looked at in one go: they stay close to the processor until their cells are read.
  private static let stretch = 1 << 15
  /// How many cells are kept at most, unless one record has more.
  private static let cellLimit = 1 << 15

  /// The columns of the table.
  let width: Int
  /// The most rows that are kept.
  let rowLimit: Int
  /// The cells, row by row.
  private(set) var cells: [ByteRange] = []
  /// The rows kept.
  private(set) var rows = 0
  /// The rows that are not as wide as the table.
  private(set) var notes: [Note] = []
  /// How many more records at the front are passed over.
  var skipping = 0

  private let scanner: RecordScanner
  private let special: cscan_set
  // Where the special bytes of a stretch of the text are, and the first behind the records that were cut.
  private var indexed = 0..<0
  private var positions: [UInt32] = []
  private var positionCount = 0
  private var entry = 0

  init(width: Int, dialect: Dialect) {
    self.width = width
    scanner = RecordScanner(dialect)
    rowLimit = max(1, min(2_048, Self.cellLimit / max(1, width)))
    let escape = dialect.escape == .backslash ? RecordScanner.backslash : dialect.quote
    special = cscan_set(
      values: (
        dialect.delimiter.first, RecordScanner.lineFeed, RecordScanner.carriageReturn, dialect.quote, escape
      ))
  }

  /// Forgets the rows that are kept.
  mutating func clear() {
    rows = 0
    notes.removeAll(keepingCapacity: true)
  }

  /// Keeps a record that was read elsewhere, whose fields have no escapes.
  mutating func append(_ fields: [RecordScanner.Field]) {
    guard skipping == 0 else {
      skipping -= 1
      return
    }
    makeRoom(rows: rows + 1)
    for column in 0..<width {
      let field = column < fields.count ? fields[column] : RecordScanner.Field(start: 0, end: 0, form: .plain)
      cells[rows * width + column] = ByteRange(
        start: UInt32(truncatingIfNeeded: field.start), end: UInt32(truncatingIfNeeded: field.end))
    }
    if fields.count != width {
      let hasWords = fields.count > width && fields[width...].contains { $0.end > $0.start }
      notes.append(Note(row: rows, fields: fields.count, hasWordsBeyond: hasWords))
    }
    rows += 1
  }

  /// Forgets which bytes are special, because the text is another now.
  mutating func forgetText() { indexed = 0..<0 }

  /// Cuts the records that begin at a position, until a record needs a closer look, the rows are full, or a stretch
  /// ends.
  ///
  /// - Returns: How many records were cut, those passed over included, and where the next one begins.
  mutating func cut(
    _ text: [UInt8], from start: Int, to end: Int, rowLimit: Int
  ) -> (records: Int, next: Int) {
    let dialect = scanner.dialect
    if dialect.padding == .skipped, dialect.delimiter.first == RecordScanner.blank { return (0, start) }
    makeRoom(rows: rowLimit)
    let isIndexed = indexed.contains(start)
    if !isIndexed { index(text, from: start, to: end) }
    var walk = walk(text, from: start, rowLimit: rowLimit)
    if walk.records == 0, isIndexed, indexed.lowerBound < start, indexed.upperBound < end {
      // The record may end behind the stretch.
      index(text, from: start, to: end)
      walk = self.walk(text, from: start, rowLimit: rowLimit)
    }
    rows = walk.row
    skipping = walk.skipping
    notes += walk.notes
    return (walk.records, walk.recordStart)
  }

  private mutating func index(_ text: [UInt8], from start: Int, to end: Int) {
    if positions.isEmpty { positions = [UInt32](repeating: 0, count: Self.stretch) }
    indexed = start..<min(end, start + Self.stretch)
    positionCount = text.span.positions(of: special, in: indexed, into: &positions)
    entry = 0
  }

  private mutating func walk(_ text: [UInt8], from start: Int, rowLimit: Int) -> RecordWalk {
    while entry < positionCount, Int(positions[entry]) < start { entry += 1 }
    var walk = RecordWalk(scanner: scanner, width: width, start: start, row: rows, skipping: skipping)
    // Taken out, because a part of `self` cannot be changed while a span looks at another.
    var taken: [ByteRange] = []
    swap(&taken, &cells)
    let passed = walk.run(
      text.span.extracting(0..<indexed.upperBound), positions.span.extracting(entry..<positionCount), rowLimit, &taken)
    swap(&taken, &cells)
    entry += passed
    return walk
  }

  private mutating func makeRoom(rows: Int) {
    let missing = rows * width - cells.count
    if missing > 0 { cells.append(contentsOf: repeatElement(ByteRange(), count: missing)) }
  }
}
