// SPDX-License-Identifier: Apache-2.0

/// A text in the one spelling that the scanners read, with the way back to the characters it came from.
///
/// Full-width letters, digits and marks become half-width, all dashes `-`, all spaces one kind, traditional characters
/// simplified, blanks inside numbers dropped. The full-width comma stays apart from the thousands separator unless it stands between full-width digits.
package struct FoldedText: Sendable {
  /// The folded text.
  package let scalars: [Unicode.Scalar]
  /// For each scalar, and for the end, the offset of the character it came from; empty where they are the same.
  private let moved: [Int]
  /// Whether each character of the original is a single scalar, so that offsets count both.
  let isPlain: Bool

  /// Folds a text.
  package init(_ text: String) { self.init(FoldedLetters(text)) }

  private init(_ letters: FoldedLetters) {
    isPlain = letters.isPlain
    let blanks = letters.hasBlanksInNumbers ? SpacedDigits.blanks(in: letters.scalars) : []
    (scalars, moved) = Self.without(blanks, letters.scalars, letters.offsets)
  }

  /// Folds a passage of prose, and leaves out what came in when it was copied or recognised: blanks between the letters of
  /// words, the words of sharing sites, readings in brackets behind letters.
  init(prose text: String, markup: ProseNoise.Markup = .none) {
    let letters = FoldedLetters(text)
    let folded = FoldedText(letters)
    guard letters.mayHoldNoise || markup == .markdown else {
      self = folded
      return
    }
    isPlain = folded.isPlain
    let noise = ProseNoise.places(in: folded.scalars, markup: markup)
    (scalars, moved) = Self.without(noise, folded.scalars, folded.moved)
  }

  /// Scalars and their offsets without those at some places.
  private static func without(
    _ places: Set<Int>, _ scalars: [Unicode.Scalar], _ offsets: [Int]
  ) -> ([Unicode.Scalar], [Int]) {
    if places.isEmpty { return (scalars, offsets) }
    let kept = scalars.indices.filter { !places.contains($0) }
    let left = offsets.isEmpty ? kept + [scalars.count] : kept.map { offsets[$0] } + offsets.suffix(1)
    return (kept.map { scalars[$0] }, left)
  }

  /// The number of scalars.
  package var count: Int { scalars.count }

  /// A stretch of the folded text as a string.
  package func string(_ range: Range<Int>) -> String { String(letters: scalars, range) }

  /// The offset of the character that a scalar, or the end, came from.
  package func offset(_ place: Int) -> Int { moved.isEmpty ? place : moved[place] }

  /// The characters of the original text that a stretch came from.
  package func characters(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return offset(range.lowerBound)..<offset(range.lowerBound) }
    return offset(range.lowerBound)..<(offset(range.upperBound - 1) + 1)
  }
}
