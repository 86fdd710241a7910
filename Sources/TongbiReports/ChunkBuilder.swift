// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Gathers records into chunks, column by column.
struct ChunkBuilder {
  /// How many bytes of the file go into a chunk at most, so that huge cells do not pile up.
  private static let byteLimit = 64 << 20
  private static let empty: [UInt8] = []

  private var columns: [ColumnBuilder]
  private let wanted: [Int]
  private let rows: Int
  private var firstRow: Int
  private var count = 0
  private var bytes = 0
  private var irregular: [IrregularRecord] = []
  private var shifted: Set<Int> = []
  private var reported = 0
  private var findings: [Finding] = []

  /// Makes a builder whose first chunk begins at a row.
  init(_ uses: [ColumnUse], firstRow: Int, chunkRows: Int) {
    self.firstRow = firstRow
    columns = uses.map { ColumnBuilder(use: $0) }
    wanted = uses.indices.filter { uses[$0] != .skip }
    // A million columns get fewer rows a chunk: at most 16 million cells.
    rows = max(1, min(chunkRows, (1 << 24) / max(1, wanted.count)))
  }

  /// Whether the chunk is complete.
  var isFull: Bool { count >= rows || bytes >= Self.byteLimit }

  /// Whether there is anything to hand on.
  var isEmpty: Bool { count == 0 && findings.isEmpty }

  /// Takes over the cells of a row that is held as text. A row without words counts as blank.
  mutating func append(_ cells: [String], row: Int) {
    for index in wanted {
      if index < cells.count {
        columns[index].append(cells[index].utf8Span.span)
      } else {
        columns[index].append(Self.empty.span)
      }
    }
    let width = cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    if width > columns.count { note(fields: width, row: row) }
    bytes += cells.count * 8
    count += 1
  }

  /// Takes over a row of a sheet, or a blank row where there is none.
  mutating func append(_ cells: ArraySlice<SheetRows.Cell>, of rows: SheetRows, _ strings: SharedStrings, row: Int) {
    var at = cells.startIndex
    for index in wanted {
      while at < cells.endIndex, cells[at].column < index { at += 1 }
      if at == cells.endIndex || cells[at].column > index {
        columns[index].append(Self.empty.span)
      } else if cells[at].isShared {
        columns[index].append(strings.bytes.span.extracting(cells[at].text))
      } else {
        columns[index].append(rows.bytes.span.extracting(cells[at].text))
      }
    }
    if let last = cells.last, last.column >= columns.count { note(fields: last.column + 1, row: row) }
    for cell in cells { bytes += cell.text.count }
    bytes += wanted.count
    count += 1
  }

  /// Goes on at another row; what was gathered must have been taken.
  mutating func move(to row: Int) { firstRow = row }

  /// Adds findings about rows taken over.
  mutating func note(_ found: [Finding]) { findings += found }

  private mutating func note(fields: Int, row: Int) {
    shifted.insert(count)
    reported += 1
    guard reported <= IrregularRecord.limit else { return }
    irregular.append(IrregularRecord(row: row, fields: fields))
  }

  /// Hands on what was gathered and begins the next chunk.
  mutating func take() -> TableChunk {
    var taken: [ChunkColumn] = []
    taken.reserveCapacity(columns.count)
    for index in columns.indices { taken.append(columns[index].take()) }
    let chunk = TableChunk(
      firstRow: firstRow, count: count, columns: taken, dictionaries: columns.map(\.dictionary.spellings),
      irregular: irregular, shifted: shifted, findings: findings)
    firstRow += count
    count = 0
    bytes = 0
    irregular = []
    shifted = []
    findings = []
    return chunk
  }
}
