// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// One column of a chunk as exact numbers, with the raw text of each cell that is not a plain number.
package struct NumberColumn: Sendable {
  /// The number without its point, by row of the chunk; 0 where the cell is not a plain number.
  package var significands: [Int64]
  /// The digits after the point, 0 to 18; −1 where the cell is not a plain ASCII decimal.
  package var places: [Int8]
  /// By row of the chunk, the raw text of each cell whose place is −1. Empty text is an empty cell.
  package var texts: CellTexts

  package init(significands: [Int64] = [], places: [Int8] = [], texts: CellTexts = [:]) {
    self.significands = significands
    self.places = places
    self.texts = texts
  }

  /// The number in a row of the chunk; `nil` where the cell is not a plain number.
  package func number(at index: Int) -> ExactDecimal? {
    places[index] < 0 ? nil : ExactDecimal(significand: significands[index], places: Int(places[index]))
  }
}

/// The texts of some rows of a chunk.
package struct CellTexts: Sendable, ExpressibleByDictionaryLiteral {
  /// The rows that have one, in order.
  package private(set) var rows: [Int32] = []
  /// Their texts.
  package private(set) var texts: [String] = []
  /// Whether any of them was not UTF-8.
  var isDamaged = false

  package init(dictionaryLiteral elements: (Int, String)...) {
    for (row, text) in elements.sorted(by: { $0.0 < $1.0 }) { append(text, at: row) }
  }

  /// Adds the text of a row behind those that have one.
  package mutating func append(_ text: String, at row: Int) {
    rows.append(Int32(truncatingIfNeeded: row))
    texts.append(text)
  }

  /// Where the text of a row stands among ``rows``, or the first of those below it.
  package func place(ofRow row: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The text of a row; `nil` where it has none.
  package subscript(row: Int) -> String? {
    let place = place(ofRow: row)
    return place < rows.count && Int(rows[place]) == row ? texts[place] : nil
  }
}
