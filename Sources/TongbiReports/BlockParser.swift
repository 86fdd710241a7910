// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Reads the records of single blocks of a file into columns.
///
/// It takes a block to begin outside quotes; whether that is so is known only once the blocks before it are read. Its
/// codes are its own: whoever puts the blocks together makes those of the table from them.
struct BlockParser {
  /// How many cells a chunk has at most, so that a million columns get fewer rows a chunk.
  private static let cellLimit = 1 << 24

  private let number: Int
  private let uses: [ColumnUse]
  private let encoding: TextEncoding
  /// The columns that are wanted at all.
  private let wanted: [Int]
  private let rowLimit: Int
  private var reader: RecordReader
  private var cutter: RecordCutter
  /// Those of ``wanted``, made when the first rows come: a million columns are not made for a block without rows.
  private var columns: [ColumnBuilder] = []
  /// Reads most rows; `nil` before ``columns`` are made and where the dialect does not allow it.
  private var plain: PlainRows?
  private let dialect: Dialect
  /// Whether the block at hand has rows that are not plain.
  private var hasOthers = false
  /// How many records are cut one by one before plain rows are tried again.
  private var patience = 1

  /// Makes a parser.
  ///
  /// - Parameters:
  ///   - number: Tells its codes from those of others.
  ///   - blocks: The file.
  ///   - dialect: How its fields end.
  ///   - uses: What is wanted of each column.
  ///   - chunkRows: The most rows in a chunk.
  init(number: Int, blocks: FileBlocks, dialect: Dialect, uses: [ColumnUse], chunkRows: Int) {
    self.number = number
    self.dialect = dialect
    self.uses = uses
    encoding = blocks.bytes.encoding
    wanted = uses.indices.filter { uses[$0] != .skip }
    rowLimit = max(1, min(chunkRows, Self.cellLimit / max(1, wanted.count)))
    reader = RecordReader(blocks, dialect: dialect)
    cutter = RecordCutter(width: uses.count, dialect: dialect)
  }

  /// Reads the records that begin in a block, from a place in it on.
  ///
  /// - Parameters:
  ///   - place: Where the first record begins.
  ///   - skipping: How many records at the front go into no chunk.
  mutating func parse(from place: BlockPlace, skipping: Int = 0) -> ParsedBlock {
    var parsed = ParsedBlock(parser: number, start: place)
    cutter.clear()
    cutter.forgetText()
    cutter.skipping = skipping
    hasOthers = false
    do {
      try parse(from: place, into: &parsed)
      finishSpellings(&parsed)
      // What is known already was looked at before.
      if hasOthers || columns.contains(where: \.isDamaged) { try reader.check() }
    } catch {
      parsed.failure = error
    }
    finishChunk(&parsed)
    parsed.rows = reader.row
    parsed.end = reader.place
    parsed.cutOff = reader.window.cutOff
    if let damage = reader.window.damage { tell(damage, from: place, in: &parsed) }
    finishSpellings(&parsed)
    return parsed
  }

  private mutating func finishSpellings(_ parsed: inout ParsedBlock) {
    for index in columns.indices {
      let new = columns[index].takeSpellings()
      if !new.isEmpty { parsed.spellings.append((wanted[index], new)) }
    }
  }

  private mutating func parse(from place: BlockPlace, into parsed: inout ParsedBlock) throws(TongbiError) {
    guard try reader.begin(at: place) else { return }
    while reader.isInBlock {
      if cutter.skipping == 0, readPlain(into: &parsed) { continue }
      let room = min(cutter.rowLimit, patience, rowLimit - parsed.pending)
      let (records, next) = cutter.cut(
        reader.window.bytes, from: reader.next, to: reader.window.blockEnd, rowLimit: room)
      reader.pass(records, to: next)
      if records == 0, cutter.rows < room { try readOne(into: &parsed) }
      if cutter.rows >= room { takeRows(&parsed) }
      if parsed.pending >= rowLimit { finishChunk(&parsed) }
    }
  }

  /// Reads plain rows; returns whether there were any, so that more may follow.
  private mutating func readPlain(into parsed: inout ParsedBlock) -> Bool {
    takeRows(&parsed)
    if columns.isEmpty { makeColumns() }
    guard let plain else {
      patience = cutter.rowLimit
      return false
    }
    let text = reader.window.bytes
    let (rows, next) = plain.read(text, from: reader.next, to: reader.window.blockEnd, limit: rowLimit - parsed.pending)
    // Where most rows need a closer look, plain ones are tried now and then only.
    patience = rows > 16 ? 1 : min(patience * 2, cutter.rowLimit)
    guard rows > 0 else { return false }
    for index in wanted.indices { columns[index].append(column: wanted[index], of: plain, rows: rows, in: text) }
    reader.pass(rows, to: next)
    parsed.pending += rows
    if parsed.pending >= rowLimit { finishChunk(&parsed) }
    return true
  }

  private mutating func makeColumns() {
    columns = wanted.map { [dialect] in ColumnBuilder(use: uses[$0], dialect: dialect) }
    plain = PlainRows(width: uses.count, columns: Array(zip(wanted, columns)), dialect: dialect)
  }

  /// Tells what was replaced in the block, at the record of the first, which is looked for one by one.
  private mutating func tell(_ damage: TextDamage, from place: BlockPlace, in parsed: inout ParsedBlock) {
    guard (try? reader.begin(at: place)) == true else { return }
    while reader.isInBlock, reader.next <= damage.position {
      guard (try? reader.advanceInBlock()) != nil else { return }
    }
    let column = reader.fields.firstIndex { Int($0.end) > damage.position } ?? 0
    parsed.doubt(
      .damaged(encoding, count: damage.count, offset: damage.offset), row: max(0, reader.row - 1), column: column + 1)
  }

  /// Reads a record that is not cut with many others.
  private mutating func readOne(into parsed: inout ParsedBlock) throws(TongbiError) {
    try reader.advanceInBlock()
    if let (problem, column) = reader.doubt { parsed.doubt(problem, row: reader.row - 1, column: column) }
    for column in wanted where column < reader.fields.count { reader.unescape(column) }
    cutter.append(reader.fields)
  }

  /// Moves the rows that were cut into the columns.
  private mutating func takeRows(_ parsed: inout ParsedBlock) {
    guard cutter.rows > 0 else { return }
    hasOthers = true
    if columns.isEmpty { makeColumns() }
    for index in wanted.indices {
      columns[index].append(column: wanted[index], of: cutter, in: reader.window.bytes)
    }
    for note in cutter.notes { parsed.note(note, width: cutter.width) }
    parsed.pending += cutter.rows
    cutter.clear()
  }

  private mutating func finishChunk(_ parsed: inout ParsedBlock) {
    takeRows(&parsed)
    guard parsed.pending > 0 else { return }
    var taken = [ChunkColumn](repeating: .skipped, count: uses.count)
    for index in wanted.indices { taken[wanted[index]] = columns[index].take() }
    parsed.finishChunk(taken)
  }
}
