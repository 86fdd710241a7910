// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// One cell of a column of figures, as far as it can be read without knowing its metric.
enum FigureCell {
  /// A number as it is written, with the unit in the cell, and whether 万 or 亿 in the cell is already applied.
  case number(ExactDecimal, unit: String, lastPlace: Int, bound: Quantity.Bound, isScaled: Bool)
  /// Nothing there, or a marker that says so.
  case missing(String)
  /// Digits blotted out.
  case masked(String)
  /// Words.
  case other(String)

  /// The cell of a row of a chunk, and its text where that is not a plain number.
  static func read(_ column: NumberColumn, at index: Int) -> FigureCell {
    if column.places[index] >= 0 {
      let places = Int(column.places[index])
      return .number(
        ExactDecimal(significand: column.significands[index], places: places), unit: "", lastPlace: -places,
        bound: .exact, isScaled: false)
    }
    guard let text = column.texts[index], !text.isEmpty else { return .missing("") }
    switch CellReading.read(text) {
    case .number(let number):
      return .number(
        number.value, unit: number.unit, lastPlace: number.lastPlace, bound: number.bound,
        isScaled: text.contains { "万亿千百".contains($0) } && number.unit != "/10万")
    case .missing(let marker): return .missing(marker)
    case .masked(let marker): return .masked(marker)
    case .notANumber: return .other(text)
    }
  }

  /// Whether nothing at all stands in the cell.
  static func isBlank(_ column: NumberColumn, at index: Int) -> Bool {
    guard column.places[index] < 0 else { return false }
    guard let text = column.texts[index] else { return true }
    return text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }
}
