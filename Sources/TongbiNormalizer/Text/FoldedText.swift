// SPDX-License-Identifier: Apache-2.0

/// A text in the one spelling that the scanners read, with the way back to the characters it came from.
///
/// Full-width letters, digits and marks become half-width, all dashes `-`, all spaces one kind, traditional characters
/// simplified, blanks inside numbers dropped. The full-width comma stays apart from the thousands separator unless it stands between full-width digits.
package struct FoldedText: Sendable {
  /// The folded text.
  package let scalars: [Unicode.Scalar]
  /// For each scalar, and for the end, the offset of the character it came from.
  package let offsets: [Int]

  /// Folds a text.
  package init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    offsets.reserveCapacity(text.utf8.count / 2)
    var offset = 0
    for character in text {
      for scalar in character.unicodeScalars {
        scalars.append(Self.folded(scalar))
        offsets.append(offset)
      }
      offset += 1
    }
    offsets.append(offset)
    Self.foldWideCommas(in: &scalars, from: text)
    let blanks = scalars.contains(" ") ? SpacedDigits.blanks(in: scalars) : []
    self.scalars = blanks.isEmpty ? scalars : scalars.indices.filter { !blanks.contains($0) }.map { scalars[$0] }
    self.offsets = blanks.isEmpty ? offsets : offsets.indices.filter { !blanks.contains($0) }.map { offsets[$0] }
  }

  /// The number of scalars.
  package var count: Int { scalars.count }

  /// A stretch of the folded text as a string.
  package func string(_ range: Range<Int>) -> String {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars[range])
    return String(string)
  }

  /// The characters of the original text that a stretch came from.
  package func characters(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return offsets[range.lowerBound]..<offsets[range.lowerBound] }
    return offsets[range.lowerBound]..<(offsets[range.upperBound - 1] + 1)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x7E: "-"
    case ..<0x80: scalar.value == 0x09 ? " " : scalar
    case 0xFF0C: scalar
    case 0xFF5E, 0x2010...0x2015, 0x2212, 0x301C, 0x2043, 0xFF0D, 0x2500, 0xFE63: "-"
    case 0xFF01...0xFF5D: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x00A0, 0x3000, 0x2000...0x200B, 0x202F, 0xFEFF: " "
    case 0xFE6A: "%"
    case 0x3007, 0x25CB, 0x25EF: "〇"
    case 0x2236: ":"
    case 0x4E00...0x9FFF: TraditionalForms.simplified[scalar] ?? scalar
    default: scalar
    }
  }

  /// １８，２０４ holds a thousands separator; 24万，120台 does not.
  private static func foldWideCommas(in scalars: inout [Unicode.Scalar], from text: String) {
    guard scalars.count >= 3, scalars.contains("，") else { return }
    let original = Array(text.unicodeScalars)
    guard original.count == scalars.count else { return }
    let isWide = { (index: Int) in (0xFF10...0xFF19).contains(original[index].value) }
    for index in 1..<(scalars.count - 1) where scalars[index] == "，" {
      if isWide(index - 1), isWide(index + 1) { scalars[index] = "," }
    }
  }
}
