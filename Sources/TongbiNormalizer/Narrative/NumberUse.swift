// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What became of one number of a text.
///
/// Every number that a text holds has one use: digits, blots that stand for digits, and numerals with a unit. Words that
/// hold several numbers and mean one thing, such as 2022年1-6月, have one use together.
package struct NumberUse: Hashable, Sendable {
  /// What a number became.
  package enum Fate: Hashable, Sendable {
    /// The value of an observation, by its place in the reading; masked where the observation is.
    case fact(observation: Int)
    /// A change stated beside an observation.
    case change(observation: Int)
    /// A bound that the exact value of an observation replaced: 突破2000例，达2186例.
    case bound(observation: Int)
    /// A period, or part of one.
    case period
    /// Nothing, and why.
    case rejected(NumberRejection)
  }

  /// The line of the passage, from 1.
  package var line: Int
  /// The characters of the number in its line, from 0, with its unit or the words that make it no figure.
  package var characters: Range<Int>
  /// What became of it.
  package var fate: Fate

  /// Where it stands; the quote is cut from the text of its line.
  package func source(file: String, text: String) -> Source {
    let start = text.index(text.startIndex, offsetBy: characters.lowerBound, limitedBy: text.endIndex) ?? text.endIndex
    let end = text.index(start, offsetBy: characters.count, limitedBy: text.endIndex) ?? text.endIndex
    return Source(
      file: file, place: .words(line: line, start: characters.lowerBound, end: characters.upperBound),
      quote: String(text[start..<end]))
  }
}
