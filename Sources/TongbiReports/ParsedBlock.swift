// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The records that begin in one block of a file, with rows that count from 0 in the block.
struct ParsedBlock: Sendable {
  /// Something about quotes that a person should look at.
  struct Doubt: Sendable {
    var problem: ReportsProblem
    /// The record in the block, from 0.
    var row: Int
    /// The column, from 1.
    var column: Int
  }

  /// Which parser's codes it has.
  let parser: Int
  /// Where its first record was taken to begin.
  let start: BlockPlace
  /// Where the record after its last begins.
  var end = BlockPlace(block: 0)
  /// How many records there are, those passed over included.
  var rows = 0
  /// The rows that were not passed over.
  private(set) var chunks: [TableChunk] = []
  /// The spellings that the parser met first in this block, by column of codes.
  var spellings: [(column: Int, spellings: [String])] = []
  /// What is doubtful; no more than a table reports.
  private(set) var doubts: [Doubt] = []
  /// What ended the reading.
  var failure: TongbiError?
  /// Where the file ends in the middle of a character.
  var cutOff: Int?
  /// How many rows of the next chunk are in the columns.
  var pending = 0

  private var firstRow = 0
  private var irregular: [IrregularRecord] = []
  private var shifted: Set<Int> = []
  private var reported = (shorter: 0, longer: 0)

  init(parser: Int, start: BlockPlace) {
    self.parser = parser
    self.start = start
  }

  /// Notes what is doubtful about a record of the block, which counts from 0, in a column, which counts from 1.
  mutating func doubt(_ problem: ReportsProblem, row: Int, column: Int) {
    guard doubts.count < IrregularRecord.limit else { return }
    doubts.append(Doubt(problem: problem, row: row, column: column))
  }

  /// Notes a row of another width among those that are pending next.
  mutating func note(_ note: RecordCutter.Note, width: Int) {
    if note.hasWordsBeyond { shifted.insert(pending + note.row) }
    guard note.fields > 0 else { return }
    if note.fields < width {
      reported.shorter += 1
      guard reported.shorter <= IrregularRecord.limit else { return }
    } else {
      reported.longer += 1
      guard reported.longer <= IrregularRecord.limit else { return }
    }
    irregular.append(IrregularRecord(row: firstRow + pending + note.row, fields: note.fields))
  }

  /// Moves the chunks out, so that whoever has them is their only owner.
  mutating func takeChunks() -> [TableChunk] {
    defer { chunks = [] }
    return chunks
  }

  /// Makes a chunk of the rows that are pending.
  mutating func finishChunk(_ columns: [ChunkColumn]) {
    chunks.append(
      TableChunk(
        firstRow: firstRow, count: pending, columns: columns, dictionaries: [], irregular: irregular, shifted: shifted))
    firstRow += pending
    pending = 0
    irregular = []
    shifted = []
  }
}
