// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Gathers records into chunks, column by column.
struct ChunkBuilder {
  /// One column on its way into a chunk.
  fileprivate struct Column {
    var use: ColumnUse
    var dictionary = CodeDictionary()
    var codes: [Int32] = []
    var numbers = NumberColumn()
  }

  /// How many irregular records and findings of each sort a table reports.
  private static let reportLimit = 20
  /// How many bytes of the file go into a chunk at most, so that huge cells do not pile up.
  private static let byteLimit = 64 << 20
  private static let empty: [UInt8] = []

  private let file: String
  private var columns: [Column]
  private let wanted: [Int]
  private let rows: Int
  private var firstRow: Int
  private var count = 0
  private var bytes = 0
  private var irregular: [IrregularRecord] = []
  private var shifted: Set<Int> = []
  private var findings: [Finding] = []
  private var reported = (shorter: 0, longer: 0, quotes: 0)

  /// Makes a builder whose first chunk begins at a row.
  init(_ uses: [ColumnUse], file: String, firstRow: Int, chunkRows: Int) {
    self.file = file
    self.firstRow = firstRow
    columns = uses.map { Column(use: $0) }
    wanted = uses.indices.filter { uses[$0] != .skip }
    // A million columns get fewer rows a chunk: at most 16 million cells.
    rows = max(1, min(chunkRows, (1 << 24) / max(1, wanted.count)))
  }

  /// Whether the chunk is complete.
  var isFull: Bool { count >= rows || bytes >= Self.byteLimit }

  /// Whether there is anything to hand on.
  var isEmpty: Bool { count == 0 && findings.isEmpty }

  /// Takes over the current record of a reader.
  mutating func append(_ reader: borrowing RecordReader) {
    for index in wanted {
      let isPresent = index < reader.fields.count
      if isPresent, reader.fields[index].form != .plain {
        columns[index].append(reader.scanner.unescaped(reader.window.span, reader.fields[index]).span, row: count)
      } else if isPresent {
        let field = reader.fields[index]
        columns[index].append(
          reader.window.span.extracting(Int(field.start)..<Int(field.end)), row: count)
      } else {
        columns[index].append(Self.empty.span, row: count)
      }
    }
    if reader.fields.count != columns.count {
      note(fields: reader.fields.count, row: reader.row)
      if (columns.count..<max(columns.count, reader.fields.count)).contains(where: { !reader.isBlank($0) }) {
        shifted.insert(count)
      }
    }
    bytes += reader.recordLength
    count += 1
  }

  /// Takes over the cells of a row that is held as text. A row without words counts as blank.
  mutating func append(_ cells: [String], row: Int) {
    for index in wanted {
      if index < cells.count {
        columns[index].append(cells[index].utf8Span.span, row: count)
      } else {
        columns[index].append(Self.empty.span, row: count)
      }
    }
    let width = cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    if width > columns.count {
      note(fields: width, row: row)
      shifted.insert(count)
    }
    bytes += cells.count * 8
    count += 1
  }

  /// Takes over a row of a sheet, or a blank row where there is none.
  mutating func append(_ cells: ArraySlice<SheetRows.Cell>, of rows: SheetRows, _ strings: SharedStrings, row: Int) {
    var at = cells.startIndex
    for index in wanted {
      while at < cells.endIndex, cells[at].column < index { at += 1 }
      if at == cells.endIndex || cells[at].column > index {
        columns[index].append(Self.empty.span, row: count)
      } else if cells[at].isShared {
        columns[index].append(strings.bytes.span.extracting(cells[at].text), row: count)
      } else {
        columns[index].append(rows.bytes.span.extracting(cells[at].text), row: count)
      }
    }
    if let last = cells.last, last.column >= columns.count {
      note(fields: last.column + 1, row: row)
      shifted.insert(count)
    }
    for cell in cells { bytes += cell.text.count }
    bytes += wanted.count
    count += 1
  }

  /// Goes on at another row; what was gathered must have been taken.
  mutating func move(to row: Int) { firstRow = row }

  /// Adds findings about rows taken over.
  mutating func note(_ found: [Finding]) { findings += found }

  /// Adds a finding about the current record or the file.
  mutating func note(_ problem: ReportsProblem, at place: Source.Place) {
    guard reported.quotes < Self.reportLimit else { return }
    reported.quotes += 1
    findings.append(Finding(.warning, problem, at: Source(file: file, place: place)))
  }

  private mutating func note(fields: Int, row: Int) {
    guard fields > 0 else { return }
    if fields < columns.count {
      guard reported.shorter < Self.reportLimit else { return }
      reported.shorter += 1
    } else {
      guard reported.longer < Self.reportLimit else { return }
      reported.longer += 1
    }
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

extension RecordReader {
  /// Whether a cell of the current record has no characters.
  fileprivate borrowing func isBlank(_ index: Int) -> Bool { fields[index].end <= fields[index].start }
}

extension ChunkBuilder.Column {
  /// Adds a cell.
  @inline(__always)
  fileprivate mutating func append(_ cell: Span<UInt8>, row: Int) {
    if use == .codes {
      codes.append(dictionary.code(for: cell))
    } else if let number = PlainNumber.read(cell) {
      numbers.significands.append(number.significand)
      numbers.places.append(number.places)
    } else {
      numbers.significands.append(0)
      numbers.places.append(-1)
      numbers.texts[row] = cell.text
    }
  }

  fileprivate mutating func take() -> ChunkColumn {
    switch use {
    case .skip: return .skipped
    case .codes:
      let taken = codes
      codes = []
      codes.reserveCapacity(taken.count)
      return .codes(taken)
    case .numbers:
      let taken = numbers
      numbers = NumberColumn()
      numbers.significands.reserveCapacity(taken.places.count)
      numbers.places.reserveCapacity(taken.places.count)
      return .numbers(taken)
    }
  }
}
