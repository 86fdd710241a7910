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
  /// Whether each character of the original is a single scalar, so that offsets count both.
  let isPlain: Bool

  /// Folds a text.
  package init(_ text: String) {
    let letters = FoldedLetters(text)
    isPlain = letters.isPlain
    let blanks = letters.hasBlanks ? SpacedDigits.blanks(in: letters.scalars) : []
    if blanks.isEmpty {
      (scalars, offsets) = (letters.scalars, letters.offsets)
    } else {
      let kept = letters.scalars.indices.filter { !blanks.contains($0) }
      scalars = kept.map { letters.scalars[$0] }
      offsets = kept.map { letters.offsets[$0] } + letters.offsets.suffix(1)
    }
  }

  /// Folds a passage of prose, and leaves out what came in when it was copied or recognised: blanks between the letters of
  /// words, the words of sharing sites, readings in brackets behind letters.
  init(prose text: String, markup: ProseNoise.Markup = .none) {
    let folded = FoldedText(text)
    let noise = ProseNoise.places(in: folded.scalars, markup: markup)
    isPlain = folded.isPlain
    if noise.isEmpty {
      (scalars, offsets) = (folded.scalars, folded.offsets)
    } else {
      let kept = folded.scalars.indices.filter { !noise.contains($0) }
      scalars = kept.map { folded.scalars[$0] }
      offsets = kept.map { folded.offsets[$0] } + folded.offsets.suffix(1)
    }
  }

  /// The number of scalars.
  package var count: Int { scalars.count }

  /// A stretch of the folded text as a string.
  package func string(_ range: Range<Int>) -> String { String(letters: scalars, range) }

  /// The characters of the original text that a stretch came from.
  package func characters(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return offsets[range.lowerBound]..<offsets[range.lowerBound] }
    return offsets[range.lowerBound]..<(offsets[range.upperBound - 1] + 1)
  }
}
