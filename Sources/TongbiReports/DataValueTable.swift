// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A DHIS2 data value set in JSON, `{"dataValues":[…]}`, as a table: the header of its CSV form stands in row 1, the
/// first value in row 2.
package struct DataValueTable: Table {
  package let file: String
  package let head: [[String]]
  package let rowCountHint: Int
  package var sheet: String? { nil }
  package var captions: [String] { [] }
  package var merges: [MergedCells] { [] }

  private let bytes: EncodedBytes
  /// What the set says for all values that do not say it themselves, by column.
  private let common: [Int: String]

  private static let keys = [
    "dataElement", "period", "orgUnit", "categoryOptionCombo", "attributeOptionCombo", "value", "storedBy",
    "lastUpdated", "comment", "followup", "deleted",
  ]
  private static let header = keys.map { $0.lowercased() }

  /// Reads the set once, for what it says of all of its values and for the first of them; `nil` for other JSON.
  init?(_ bytes: EncodedBytes) throws(TongbiError) {
    self.bytes = bytes
    file = bytes.file
    var head: [[String]] = []
    var common: [Int: String] = [:]
    var count = 0
    let isSet = try Self.scan(bytes) { (piece) throws(TongbiError) in
      switch piece {
      case .common(let column, let text): common[column] = text
      case .value(let cells):
        if head.count < 199 { head.append(cells) }
        count += 1
      }
    }
    guard isSet else { return nil }
    self.common = common
    self.head = [Self.header] + head.map { Self.complete($0, common) }
    rowCountHint = count + 1
  }

  package func read(
    _ uses: [ColumnUse], from row: Int, chunkRows: Int, into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    var builder = ChunkBuilder(uses, firstRow: max(1, row), chunkRows: chunkRows)
    var at = 1
    if row <= 1 { builder.append(Self.header, row: 1) }
    _ = try Self.scan(bytes) { (piece) throws(TongbiError) in
      guard case .value(let cells) = piece else { return }
      at += 1
      guard at >= row else { return }
      builder.append(Self.complete(cells, common), row: at)
      if builder.isFull { try body(builder.take()) }
    }
    if !builder.isEmpty { try body(builder.take()) }
  }

  package func rows(from row: Int, into body: (TextRow) throws(TongbiError) -> Void) throws(TongbiError) {
    var at = 1
    if row <= 1 { try body(TextRow(row: 1, cells: Self.header)) }
    _ = try Self.scan(bytes) { (piece) throws(TongbiError) in
      guard case .value(let cells) = piece else { return }
      at += 1
      if at >= row { try body(TextRow(row: at, cells: Self.complete(cells, common))) }
    }
  }

  private static func complete(_ cells: [String], _ common: [Int: String]) -> [String] {
    guard !common.isEmpty else { return cells }
    return cells.enumerated().map { $1.isEmpty ? common[$0] ?? "" : $1 }
  }

  private enum Piece {
    /// What holds for all values: a column from 0, and its text.
    case common(Int, String)
    case value([String])
  }

  /// Passes over the whole file; `false` where it holds no data values.
  private static func scan(
    _ bytes: EncodedBytes, into body: (Piece) throws(TongbiError) -> Void
  ) throws(TongbiError) -> Bool {
    var scanner = try JSONScanner(bytes)
    guard try scanner.take(UInt8(ascii: "{")) else { return false }
    var isFirst = true
    var isSet = false
    while let key = try scanner.key(&isFirst) {
      if key == "dataValues", try scanner.peek() == UInt8(ascii: "[") {
        isSet = true
        try values(&scanner, into: body)
      } else if let column = keys.firstIndex(of: key), let scalar = try scanner.scalar() {
        try body(.common(column, scalar.text))
      } else if keys.firstIndex(of: key) == nil {
        try scanner.skip()
      }
    }
    guard try scanner.peek() == nil else { throw scanner.broken() }
    return isSet
  }

  private static func values(
    _ scanner: inout JSONScanner, into body: (Piece) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    try scanner.expect(UInt8(ascii: "["))
    if try scanner.take(UInt8(ascii: "]")) { return }
    repeat {
      try scanner.expect(UInt8(ascii: "{"))
      var cells = [String](repeating: "", count: keys.count)
      var isFirst = true
      while let key = try scanner.key(&isFirst) {
        let column = keys.firstIndex(of: key) ?? (key == "followUp" ? 9 : nil)
        if let column {
          cells[column] = try scanner.scalar()?.text ?? ""
        } else {
          try scanner.skip()
        }
      }
      try body(.value(cells))
    } while try scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"))
  }
}
