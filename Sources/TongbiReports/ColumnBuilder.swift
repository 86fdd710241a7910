// SPDX-License-Identifier: Apache-2.0

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
      dictionary.append(
        records.cells.span, from: column, width: records.width, in: text.span, to: &codes, from: first)
    case .numbers:
      numbers.append(records.cells.span, from: column, width: records.width, rows: records.rows, in: text.span)
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
    let number = PlainNumber.read(cell)
    if number == nil { texts.append(cell.text, at: places.count) }
    significands.append(number?.significand ?? 0)
    places.append(number?.places ?? -1)
  }

  /// Adds one column of some rows.
  fileprivate mutating func append(
    _ cells: Span<ByteRange>, from column: Int, width: Int, rows: Int, in bytes: Span<UInt8>
  ) {
    let first = places.count
    significands.append(contentsOf: repeatElement(0, count: rows))
    places.append(contentsOf: repeatElement(-1, count: rows))
    var (at, index) = (column, first)
    while true {
      let count = Self.read(cells, from: at, width, in: bytes, to: &significands, &places, from: index)
      at += count * width
      index += count
      guard index < places.count else { return }
      texts.append(bytes.extracting(cells[at].range).text, at: index)
      at += width
      index += 1
    }
  }

  /// Reads plain numbers up to the first cell that is none; returns how many there are.
  private static func read(
    _ cells: Span<ByteRange>, from start: Int, _ width: Int, in bytes: Span<UInt8>, to significands: inout [Int64],
    _ places: inout [Int8], from position: Int
  ) -> Int {
    var significands = significands.mutableSpan
    var places = places.mutableSpan
    var (at, index) = (start, position)
    while index < places.count, let number = PlainNumber.read(bytes.extracting(cells[at].range)) {
      significands[index] = number.significand
      places[index] = number.places
      at &+= width
      index &+= 1
    }
    return index &- position
  }
}
