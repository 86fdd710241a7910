// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// One column of a chunk as exact numbers, with the raw text of each cell that is not a plain number.
package struct NumberColumn: Sendable {
  /// The number without its point, by row of the chunk; 0 where the cell is not a plain number.
  package var significands: [Int64]
  /// The digits after the point, 0 to 18; −1 where the cell is not a plain ASCII decimal.
  package var places: [Int8]
  /// By row of the chunk, the raw text of each cell whose place is −1. Empty text is an empty cell.
  package var texts: [Int: String]

  package init(significands: [Int64] = [], places: [Int8] = [], texts: [Int: String] = [:]) {
    self.significands = significands
    self.places = places
    self.texts = texts
  }

  /// The number in a row of the chunk; `nil` where the cell is not a plain number.
  package func number(at index: Int) -> ExactDecimal? {
    places[index] < 0 ? nil : ExactDecimal(significand: significands[index], places: Int(places[index]))
  }
}
