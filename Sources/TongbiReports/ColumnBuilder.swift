// SPDX-License-Identifier: Apache-2.0

import CScan

/// One column on its way into a chunk.
struct ColumnBuilder {
  /// What is wanted of it.
  let use: ColumnUse
  /// The spellings met so far.
  let dictionary: CodeDictionary

  private var codes: [Int32] = []
  private var numbers = NumberColumn()
  private var handedOn = 0

  /// Whether any cell so far is not UTF-8; of spellings those that were taken.
  var isDamaged: Bool { dictionary.isDamaged || numbers.texts.isDamaged }

  /// A column without cells.
  init(use: ColumnUse, dialect: Dialect = .comma) {
    self.use = use
    dictionary = CodeDictionary(dialect: dialect)
  }

  /// Adds a cell.
  mutating func append(_ cell: Span<UInt8>) {
    switch use {
    case .skip: break
    case .codes: codes.append(dictionary.code(for: cell))
    case .numbers: numbers.append(cell)
    }
  }

  /// Adds the cells of one column of some records.
  ///
  /// - Parameters:
  ///   - column: The column in `records`, from 0.
  ///   - records: The records.
  ///   - text: What the cells are ranges of.
  mutating func append(column: Int, of records: borrowing RecordCutter, in text: [UInt8]) {
    guard use != .skip else { return }
    for row in 0..<records.rows { append(text.span.extracting(records.cells[row * records.width + column].range)) }
  }

  /// Adds the cells of one column of the rows that were read last.
  mutating func append(column: Int, of plain: PlainRows, rows: Int, in text: [UInt8]) {
    switch use {
    case .skip: return
    case .codes: plain.moveCodes(column, rows: rows, to: &codes)
    case .numbers: plain.moveNumbers(column, rows: rows, of: text, to: &numbers)
    }
  }

  /// The spellings that were met since they were last asked for.
  mutating func takeSpellings() -> [String] {
    defer { handedOn = dictionary.count }
    return dictionary.spellings(from: handedOn)
  }

  /// Hands on what was gathered and begins anew; the spellings stay.
  mutating func take() -> ChunkColumn {
    switch use {
    case .skip: return .skipped
    case .codes:
      let taken = codes
      codes = []
      codes.reserveCapacity(Self.room(after: taken.count))
      return .codes(taken)
    case .numbers:
      let taken = numbers
      numbers = NumberColumn()
      numbers.significands.reserveCapacity(Self.room(after: taken.places.count))
      numbers.places.reserveCapacity(Self.room(after: taken.places.count))
      return .numbers(taken)
    }
  }

  /// Room for the rows of a chunk after one with a number of rows: a few more are not worth moving all.
  private static func room(after count: Int) -> Int { count + count / 16 }
}

extension NumberColumn {
  /// Adds a cell.
  mutating func append(_ cell: Span<UInt8>) {
    significands.append(0)
    places.append(-1)
    put(cell, at: places.count - 1)
  }

  /// Puts a cell that needs a closer look into its place.
  mutating func put(_ cell: Span<UInt8>, at index: Int) {
    let number = PlainNumber.read(cell)
    if number == nil {
      if !cell.isWellFormed { texts.isDamaged = true }
      texts.append(cell.text, at: index)
    }
    significands[index] = number?.significand ?? 0
    places[index] = number?.places ?? -1
  }
}
