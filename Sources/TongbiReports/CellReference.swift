// SPDX-License-Identifier: Apache-2.0

/// The place of a cell as a workbook writes it: `B7`. Row and column count from 1.
struct CellReference {
  /// The last column of a sheet, XFD.
  static let columnLimit = 16_384
  /// The last row of a sheet.
  static let rowLimit = 1_048_576

  var row: Int
  var column: Int

  /// `nil` for anything but letters and digits that stand for a place; dollar signs are passed over.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var (row, column) = (0, 0)
    guard unsafe bytes.count <= 16 else { return nil }
    for index in unsafe bytes.indices {
      let byte = unsafe bytes[index]
      let letter = (byte & 0xDF) &- UInt8(ascii: "A")
      let digit = byte &- UInt8(ascii: "0")
      if letter < 26, row == 0 {
        column = column &* 26 &+ Int(letter) &+ 1
      } else if digit <= 9, column > 0 {
        row = row &* 10 &+ Int(digit)
      } else if byte != UInt8(ascii: "$") {
        return nil
      }
    }
    guard row > 0, column > 0, column <= 1 << 40, row <= 1 << 40 else { return nil }
    (self.row, self.column) = (row, column)
  }
}

extension MergedCells {
  /// Reads `A1:C2`; `nil` for a single cell, for whole rows or columns, and for what lies outside of a sheet.
  init?(_ text: XMLText) {
    let bytes = unsafe text.bytes
    guard let colon = unsafe bytes.firstIndex(of: UInt8(ascii: ":")),
      let first = unsafe CellReference(UnsafeBufferPointer(rebasing: bytes[..<colon])),
      let last = unsafe CellReference(UnsafeBufferPointer(rebasing: bytes[(colon + 1)...])),
      max(first.row, last.row) <= CellReference.rowLimit, max(first.column, last.column) <= CellReference.columnLimit,
      first.row != last.row || first.column != last.column
    else { return nil }
    self.init(
      rows: (min(first.row, last.row) - 1)...(max(first.row, last.row) - 1),
      columns: (min(first.column, last.column) - 1)...(max(first.column, last.column) - 1))
  }
}
