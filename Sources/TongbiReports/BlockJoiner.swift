// SPDX-License-Identifier: Apache-2.0

import CScan
import Tongbi

/// Puts the blocks of a table together in the order of the file: gives rows their numbers and codes their meaning, and
/// has a block read again that did not begin where the one before it ended.
struct BlockJoiner {
  /// A column of codes.
  private struct Column {
    /// The spellings of the table.
    let dictionary = CodeDictionary()
    /// By parser, its spellings.
    var spellings: [[String]]
    /// By parser, the table's code for each of its own, −1 where none was needed so far.
    var codes: [[Int32]]

    /// Makes a parser's codes those of the table.
    mutating func translate(_ cells: inout [Int32], of parser: Int) {
      var at = 0
      while true {
        at += cells.withUnsafeMutableBufferPointer { [table = codes[parser]] cells in
          unsafe cscan_translate(table, cells.baseAddress.map { unsafe $0 + at }, cells.count - at)
        }
        if at == cells.count { return }
        let code = Int(cells[at])
        codes[parser][code] = dictionary.code(for: spellings[parser][code].utf8Span.span)
        // The dictionary has it now.
        spellings[parser][code] = ""
      }
    }
  }

  private let file: String
  private let firstRow: Int
  private var columns: [Int: Column] = [:]
  private let uses: [ColumnUse]
  /// Where the next record begins.
  private var place = BlockPlace(block: 0)
  /// How many records were joined.
  private var rows = 0
  private var reported = (shorter: 0, longer: 0, doubts: 0)

  /// Makes a joiner.
  ///
  /// - Parameters:
  ///   - file: The path as the user gave it.
  ///   - uses: What is wanted of each column.
  ///   - firstRow: The row from 1 with which chunks begin.
  ///   - parsers: How many parsers there are.
  init(file: String, uses: [ColumnUse], firstRow: Int, parsers: Int) {
    self.file = file
    self.uses = uses
    self.firstRow = firstRow
    let none = [[String]](repeating: [], count: parsers)
    for index in uses.indices where uses[index] == .codes {
      columns[index] = Column(spellings: none, codes: none.map { _ in [] })
    }
  }

  /// Joins a block.
  ///
  /// - Parameters:
  ///   - parsed: The block, read as if it began outside quotes.
  ///   - again: Reads a block from a place on, without a number of records at its front.
  ///   - body: Takes the chunks.
  mutating func join(
    _ parsed: inout ParsedBlock, again: (BlockPlace, Int) -> ParsedBlock,
    into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    learn(parsed)
    // Where a record reaches over a block, no other begins in it.
    guard parsed.start.block == place.block else { return }
    let skipped = max(0, firstRow - 1 - rows)
    if parsed.start == place, skipped == 0 || rows == 0 {
      try take(&parsed, skipped, into: body)
    } else {
      var read = again(place, skipped)
      learn(read)
      try take(&read, skipped, into: body)
    }
  }

  private mutating func learn(_ parsed: ParsedBlock) {
    for (column, new) in parsed.spellings {
      columns[column]?.spellings[parsed.parser] += new
      columns[column]?.codes[parsed.parser] += repeatElement(-1, count: new.count)
    }
  }

  /// Hands on the chunks of a block, of which some records at the front were passed over.
  private mutating func take(
    _ parsed: inout ParsedBlock, _ skipped: Int, into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    var findings = parsed.doubts.compactMap { doubt in
      finding(doubt.problem, at: .cell(sheet: nil, row: rows + doubt.row + 1, column: doubt.column))
    }
    let first = rows + min(skipped, parsed.rows) + 1
    // Taken from the end one by one: nobody else holds on to them, and their codes are translated in place.
    var chunks = Array(parsed.takeChunks().reversed())
    while var chunk = chunks.popLast() {
      chunk.firstRow += first
      chunk.irregular = irregular(chunk.irregular, first)
      chunk.findings = findings
      findings = []
      for index in chunk.columns.indices { translate(&chunk.columns[index], of: index, parser: parsed.parser) }
      chunk.dictionaries = dictionaries
      try body(chunk)
    }
    if let failure = parsed.failure { throw placed(failure) }
    rows += parsed.rows
    place = parsed.end
    if let offset = parsed.cutOff { findings += [finding(.cutOff(offset: offset), at: .whole)].compactMap(\.self) }
    guard !findings.isEmpty else { return }
    try body(
      TableChunk(
        firstRow: max(firstRow, rows + 1), count: 0, columns: uses.map(\.noCells), dictionaries: dictionaries,
        findings: findings))
  }

  private var dictionaries: [[String]] { uses.indices.map { columns[$0]?.dictionary.spellings ?? [] } }

  /// A finding, unless there were enough of them.
  private mutating func finding(_ problem: ReportsProblem, at place: Source.Place) -> Finding? {
    reported.doubts += 1
    guard reported.doubts <= IrregularRecord.limit else { return nil }
    return Finding(.warning, problem, at: Source(file: file, place: place))
  }

  private mutating func irregular(_ records: [IrregularRecord], _ first: Int) -> [IrregularRecord] {
    records.compactMap { record in
      if record.fields < uses.count { reported.shorter += 1 } else { reported.longer += 1 }
      let count = record.fields < uses.count ? reported.shorter : reported.longer
      guard count <= IrregularRecord.limit else { return nil }
      return IrregularRecord(row: record.row + first, fields: record.fields)
    }
  }

  /// Makes the row of an error one of the file.
  private func placed(_ failure: TongbiError) -> TongbiError {
    guard case .cell(let sheet, let row, let column)? = failure.source?.place else { return failure }
    var placed = failure
    placed.source?.place = .cell(sheet: sheet, row: row + rows, column: column)
    return placed
  }

  /// Makes a parser's codes those of the table.
  private mutating func translate(_ column: inout ChunkColumn, of index: Int, parser: Int) {
    guard case .codes(var cells) = column else { return }
    // The cells have one owner again, so that nothing is copied.
    column = .skipped
    columns[index]?.translate(&cells, of: parser)
    column = .codes(cells)
  }
}

extension ColumnUse {
  /// The column of a chunk without rows.
  fileprivate var noCells: ChunkColumn {
    switch self {
    case .skip: .skipped
    case .codes: .codes([])
    case .numbers: .numbers(NumberColumn())
    }
  }
}
