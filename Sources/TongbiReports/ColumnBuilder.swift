// SPDX-License-Identifier: Apache-2.0

import CScan

/// One column on its way into a chunk.
struct ColumnBuilder {
  /// What is wanted of it.
  let use: ColumnUse
  /// The spellings met so far.
  private(set) var dictionary = CodeDictionary()

  private var codes: [Int32] = []
  private var numbers = NumberColumn()
  private var handedOn = 0

  init(use: ColumnUse) { self.use = use }

  /// Adds a cell.
  mutating func append(_ cell: Span<UInt8>) {
    switch use {
    case .skip: break
    case .codes: codes.append(dictionary.code(for: cell))
    case .numbers: numbers.append(cell)
    }
  }

  /// Adds the cells of one column of a table of records.
  ///
  /// - Parameters:
  ///   - column: The column in `records`, from 0.
  ///   - records: The records.
  ///   - text: What the cells are ranges of.
  mutating func append(column: Int, of records: borrowing RecordCutter, in text: [UInt8]) {
    switch use {
    case .skip: return
    case .codes:
      let first = codes.count
      codes.append(contentsOf: repeatElement(0, count: records.rows))
      dictionary.append(records.cells, from: column, width: records.width, in: text, to: &codes, from: first)
    case .numbers:
      numbers.append(records.cells, from: column, width: records.width, rows: records.rows, in: text)
    }
  }

  /// The spellings that were met since they were last asked for.
  mutating func takeSpellings() -> [String] {
    guard handedOn < dictionary.spellings.count else { return [] }
    defer { handedOn = dictionary.spellings.count }
    return Array(dictionary.spellings[handedOn...])
  }

  /// Hands on what was gathered and begins anew; the spellings stay.
  mutating func take() -> ChunkColumn {
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

extension NumberColumn {
  /// Adds a cell.
  fileprivate mutating func append(_ cell: Span<UInt8>) {
    significands.append(0)
    places.append(-1)
    put(cell, at: places.count - 1)
  }

  /// Adds one column of some rows.
  fileprivate mutating func append(_ cells: [ByteRange], from column: Int, width: Int, rows: Int, in text: [UInt8]) {
    var rest = cscan_column(first: column, width: width, count: rows, target: places.count)
    precondition(rest.isWithin(cells))
    significands.append(contentsOf: repeatElement(0, count: rows))
    places.append(contentsOf: repeatElement(-1, count: rows))
    while rest.count > 0 {
      rest.pass(unsafe cscan_numbers(text, cells, &rest, &significands, &places))
      guard rest.count > 0 else { return }
      put(text.span.extracting(cells[rest.first].range), at: rest.target)
      rest.pass(1)
    }
  }

  /// Puts a cell that needs a closer look into its place.
  private mutating func put(_ cell: Span<UInt8>, at index: Int) {
    let number = PlainNumber.read(cell)
    if number == nil { texts.append(cell.text, at: index) }
    significands[index] = number?.significand ?? 0
    places[index] = number?.places ?? -1
  }
}
