// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// How the numbers of a column are written, where that is not the usual way: `1.234,5`, or a number that stands for none.
package struct NumberForm: Hashable, Sendable {
  /// What stands before the decimals.
  package var decimal: Character = "."
  /// What stands between thousands; `nil` for the usual marks.
  package var group: Character?
  /// Cells that say that there is no figure.
  package var missing: Set<String> = []
  /// Whether `1.234` and `1,234` are left to a person: other cells of the column contradict each other.
  package var refusesEither = false

  /// Numbers with a decimal comma, 1.234,5.
  static let comma = NumberForm(decimal: ",", group: ".")

  package init(
    decimal: Character = ".", group: Character? = nil, missing: Set<String> = [], refusesEither: Bool = false
  ) {
    self.decimal = decimal
    self.group = group
    self.missing = missing
    self.refusesEither = refusesEither
  }

  /// The text as it would be written with a decimal point; `nil` where it is no number of this form.
  func usual(_ text: String) -> String? {
    if refusesEither, DecimalEvidence(text) == .either { return nil }
    guard decimal != "." || group != nil else { return text }
    var plain = ""
    var hasPoint = false
    for character in text {
      if character == decimal {
        plain.append(".")
        hasPoint = true
      } else if character == group {
        guard !hasPoint else { return nil }
        plain.append(",")
      } else if character == ".", decimal != "." {
        return nil
      } else {
        plain.append(character)
      }
    }
    return plain
  }

  /// A cell that reads as a plain number with a point, in this form; `nil` where it is none.
  func usual(_ number: ExactDecimal) -> ExactDecimal? {
    if refusesEither, DecimalEvidence(number.description) == .either { return nil }
    guard decimal != ".", number.places > 0 else { return number }
    // 1.234 is 1234 where points stand between thousands.
    guard group == ".", DecimalEvidence(number.description) == .either else { return nil }
    return ExactDecimal(number.significand)
  }
}

/// What the separators of one number tell of the decimal mark of its column.
enum DecimalEvidence: Hashable {
  /// `12,5`, `1.234,5`, `1.234.567`: a comma before decimals.
  case comma
  /// `12.5`, `1,234.5`, `1,234,567`: a point before decimals.
  case point
  /// `1,234`, `1.234`: both could be.
  case either
  /// No separator, or no number.
  case none

  /// Looks at one cell.
  init(_ text: String) {
    guard text.utf8.contains(where: Self.mayBeMark) else {
      self = .none
      return
    }
    let folded = FoldedText(text)
    var digits: [Int] = [0]
    var marks: [Unicode.Scalar] = []
    for scalar in folded.scalars {
      if NumberScanner.isDigit(scalar) {
        digits[digits.count - 1] += 1
      } else if scalar == "." || scalar == "," {
        marks.append(scalar)
        digits.append(0)
      } else if !"-+()%‰¥$€ ".unicodeScalars.contains(scalar) {
        self = .none
        return
      }
    }
    let startsWithZero = folded.scalars.first { NumberScanner.isDigit($0) } == "0"
    self = Self.evidence(digits, marks, startsWithZero: startsWithZero)
  }

  /// Whether a byte is a separator, or may begin a full-width one.
  private static func mayBeMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte >= 0x80
  }

  private static func evidence(_ digits: [Int], _ marks: [Unicode.Scalar], startsWithZero: Bool) -> DecimalEvidence {
    guard let last = marks.last, let after = digits.last, after > 0, digits[0] > 0, marks.count < 8 else {
      return .none
    }
    let groups = digits.dropFirst().dropLast()
    guard groups.allSatisfy({ $0 == 3 }), (1...3).contains(digits[0]) || marks.count == 1 else { return .none }
    let isDecimal: DecimalEvidence = last == "," ? .comma : .point
    let isGroup: DecimalEvidence = last == "," ? .point : .comma
    if marks.count == 1 {
      return after == 3 && digits[0] <= 3 && !startsWithZero ? .either : isDecimal
    }
    let earlier = Set(marks.dropLast())
    guard earlier.count == 1 else { return .none }
    if earlier.contains(last) { return after == 3 ? isGroup : .none }
    return isDecimal
  }
}
