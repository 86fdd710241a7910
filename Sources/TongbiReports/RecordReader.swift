// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Walks through the records of a file, block by block.
struct RecordReader {
  /// The longest field, in MiB.
  static let fieldLimit = 16
  /// The longest record, in MiB.
  static let recordLimit = 64

  /// Tells where records and their fields end.
  let scanner: RecordScanner
  /// The text of the current block.
  private(set) var window: TextWindow
  /// The fields of the current record, as ranges of ``window``; empty for a blank line.
  private(set) var fields: [RecordScanner.Field] = []
  /// How many records were read.
  private(set) var row = 0
  /// The bytes of the current record in UTF-8, its line end included.
  private(set) var recordLength = 0
  /// Where the next record begins in ``window``.
  private(set) var next = 0

  private let blocks: FileBlocks
  private var block = -1

  /// Begins before the first record.
  init(_ blocks: FileBlocks, dialect: Dialect) {
    self.blocks = blocks
    scanner = RecordScanner(dialect)
    window = TextWindow(blocks)
  }

  /// Whether the next record begins in the block that is open.
  var isInBlock: Bool { block >= 0 && next < window.blockEnd }

  /// Where the next record begins in the file.
  var place: BlockPlace { block < 0 ? BlockPlace(block: 0) : window.place(of: next) }

  /// What is doubtful about the quotes of the current record, and in which column, from 1.
  var doubt: (problem: ReportsProblem, column: Int)? {
    guard let index = fields.firstIndex(where: { $0.form.isDoubtful }) else { return nil }
    return (fields[index].form == .unclosed ? .unclosedQuote : .textAfterQuote, index + 1)
  }

  /// Goes to a place in the file; rows count from there. Returns whether a record begins in its block from there on.
  mutating func begin(at place: BlockPlace) throws(TongbiError) -> Bool {
    row = 0
    return try open(place)
  }

  /// Moves to the next record of the file, and returns whether there is one.
  ///
  /// - Throws: ``TongbiError`` where the file cannot be read or decoded, or a record cannot be told from the rest.
  mutating func advance() throws(TongbiError) -> Bool {
    while !isInBlock {
      let place = place
      guard place.block < blocks.count else { return false }
      if try open(place) { try check() }
    }
    try advanceInBlock()
    return true
  }

  /// Moves to the next record, which begins in the block.
  mutating func advanceInBlock() throws(TongbiError) {
    while true {
      var found: [RecordScanner.Field] = []
      swap(&found, &fields)
      let outcome = scanner.scan(
        window.bytes.span.extracting(0..<window.filled), from: next, isWhole: window.isWhole, into: &found)
      swap(&found, &fields)
      switch outcome {
      case .record(let after):
        recordLength = after - next
        if recordLength > Self.fieldLimit << 20 { try checkLengths() }
        next = after
        row += 1
        return
      case .incomplete(let fieldStart):
        try check(field: window.filled - fieldStart, record: window.filled - next)
        try extend(by: window.filled - next)
      case .tooManyFields: throw failure(.tooManyFields(limit: RecordScanner.fieldLimit))
      }
    }
  }

  /// Passes over records that were cut elsewhere, up to a position in ``window``.
  mutating func pass(_ records: Int, to position: Int) {
    row += records
    next = position
  }

  /// Puts the text of a field of the current record that has escapes in its place in ``window``.
  mutating func unescape(_ index: Int) {
    guard fields[index].form != .plain else { return }
    let text = scanner.unescaped(window.bytes.span, fields[index])
    window.replace(fields[index], with: text)
    fields[index].end = fields[index].start + Int32(truncatingIfNeeded: text.count)
    fields[index].form = .plain
  }

  /// The text of a field of the current record.
  func text(of field: Int) -> String { scanner.text(window.bytes.span, fields[field]) }

  /// Finds out what is damaged in the block.
  mutating func check() throws(TongbiError) { try window.check() }

  private mutating func open(_ place: BlockPlace) throws(TongbiError) -> Bool {
    block = place.block
    let isOpen = try window.open(block)
    next = window.start + (isOpen ? place.offset : 0)
    return isInBlock
  }

  /// Loads as much more text as there is, so that no record is looked at too often.
  private mutating func extend(by count: Int) throws(TongbiError) {
    let goal = window.filled + count
    repeat { try window.extend() } while window.filled < goal && !window.isWhole
  }

  /// Refuses a field or a record that is too long, whole or as far as it is known.
  private func check(field: Int, record: Int) throws(TongbiError) {
    if field > Self.fieldLimit << 20 { throw failure(.fieldTooLong(limit: Self.fieldLimit)) }
    if record > Self.recordLimit << 20 { throw failure(.recordTooLong(limit: Self.recordLimit)) }
  }

  private func checkLengths() throws(TongbiError) {
    let longest = fields.reduce(0) { max($0, $1.end - $1.start) }
    try check(field: Int(longest), record: recordLength)
  }

  private func failure(_ problem: ReportsProblem) -> TongbiError {
    let place = Source.Place.cell(sheet: nil, row: row + 1, column: fields.count + 1)
    return TongbiError(problem, at: Source(file: blocks.bytes.file, place: place))
  }
}
