// SPDX-License-Identifier: Apache-2.0

/// A small number for each of some scalars, 0 for all others; looked up in two steps without hashing.
struct ScalarTable: Sendable {
  /// For each 256 scalars, which page of `cells` is theirs; page 0 is empty.
  private var pages = [UInt16](repeating: 0, count: 0x1100)
  private var cells = [UInt16](repeating: 0, count: 256)

  subscript(scalar: Unicode.Scalar) -> UInt16 {
    get {
      let page = Int(pages[Int(scalar.value >> 8)])
      return cells[page << 8 | Int(scalar.value & 0xFF)]
    }
    set {
      let high = Int(scalar.value >> 8)
      if pages[high] == 0 {
        pages[high] = UInt16(cells.count >> 8)
        cells.append(contentsOf: repeatElement(0, count: 256))
      }
      cells[Int(pages[high]) << 8 | Int(scalar.value & 0xFF)] = newValue
    }
  }
}
