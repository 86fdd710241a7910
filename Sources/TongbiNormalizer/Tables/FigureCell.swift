// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// One cell of a column of figures, as far as it can be read without knowing its metric.
enum FigureCell {
  /// A number as it is written, with the unit in the cell, whether 万 or 亿 in the cell is already applied, and the
  /// footnote behind it.
  case number(ExactDecimal, unit: String, lastPlace: Int, bound: Quantity.Bound, isScaled: Bool, mark: CellMark?)
  /// Nothing there, or a marker that says so.
  case missing(String)
  /// Digits blotted out.
  case masked(String)
  /// Words.
  case other(String)

  /// The cell of a row of a chunk, and its text where that is not a plain number.
  ///
  /// - Parameter form: How the column writes its numbers; `nil` for the usual way.
  static func read(_ column: NumberColumn, at index: Int, as form: NumberForm? = nil) -> FigureCell {
    if column.places[index] >= 0 {
      let places = Int(column.places[index])
      let number = ExactDecimal(significand: column.significands[index], places: places)
      guard let form else { return plain(number) }
      if form.missing.contains(number.description) { return .missing(number.description) }
      return form.usual(number).map(plain) ?? .other(number.description)
    }
    guard let text = column.texts[index], !text.isEmpty else { return .missing("") }
    guard let form else { return read(text, written: text) }
    if form.missing.contains(FoldedName.trimmed(text)) { return .missing(text) }
    guard text.contains(where: { $0 == form.decimal || $0 == form.group || $0 == "." || $0 == "," }) else {
      return read(text, written: text)
    }
    if let usual = form.usual(text), case let cell = read(usual, written: text), !cell.isOther { return cell }
    // A marker of absence is one in every form.
    switch CellReading.read(text) {
    case .missing(let marker): return .missing(marker)
    case .masked(let marker): return .masked(marker)
    case .number, .notANumber: return .other(text)
    }
  }

  private var isOther: Bool { if case .other = self { true } else { false } }

  private static func plain(_ number: ExactDecimal) -> FigureCell {
    .number(number, unit: "", lastPlace: -number.places, bound: .exact, isScaled: false, mark: nil)
  }

  private static func read(_ text: String, written: String) -> FigureCell {
    switch CellReading.read(text) {
    case .number(let number):
      return .number(
        number.value, unit: number.unit, lastPlace: number.lastPlace, bound: number.bound,
        isScaled: text.contains { "万亿千百".contains($0) } && number.unit != "/10万",
        mark: number.mark.text.isEmpty ? nil : number.mark)
    case .missing(let marker): return .missing(marker)
    case .masked(let marker): return .masked(marker)
    case .notANumber: return .other(written)
    }
  }

  /// Whether nothing at all stands in the cell.
  static func isBlank(_ column: NumberColumn, at index: Int) -> Bool {
    guard column.places[index] < 0 else { return false }
    guard let text = column.texts[index] else { return true }
    return text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }
}
