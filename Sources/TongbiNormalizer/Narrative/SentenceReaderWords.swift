// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What lexemes are, and their letters.
extension SentenceReader {
  /// Whether two neighbouring lexemes stand side by side, without a space.
  func touches(_ first: Int, _ second: Int) -> Bool {
    first >= 0 && second < lexemes.count && lexemes[first].range.upperBound == lexemes[second].range.lowerBound
  }

  func string(_ at: Int) -> String { text.string(lexemes[at].range) }

  /// The letters of a lexeme.
  func letters(_ at: Int) -> [Unicode.Scalar] { Array(text.scalars[lexemes[at].range]) }

  /// Whether a lexeme is one of some words; `false` where there is none at a place, as in all these questions.
  func isWord(_ at: Int, of words: WordSet<Bool>) -> Bool {
    guard lexemes.indices.contains(at) else { return false }
    let range = lexemes[at].range
    return words.end(text.scalars, at: range.lowerBound, before: range.upperBound) == range.upperBound
  }

  /// Whether a lexeme is a word.
  func isWord(_ at: Int, _ word: StaticString) -> Bool {
    guard lexemes.indices.contains(at) else { return false }
    var place = lexemes[at].range.lowerBound
    let end = lexemes[at].range.upperBound
    let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    var next = 0
    while next < bytes.count {
      guard place < end, text.scalars[place] == Unicode.Scalar(bytes, &next) else { return false }
      place += 1
    }
    return place == end
  }

  /// Whether a lexeme begins with one of some words.
  func beginsWith(_ at: Int, _ words: WordSet<Bool>) -> Bool {
    guard lexemes.indices.contains(at) else { return false }
    return words.end(text.scalars, at: lexemes[at].range.lowerBound, before: lexemes[at].range.upperBound) != nil
  }

  /// Whether a lexeme ends in one of some words.
  func endsIn(_ at: Int, _ words: WordSet<Bool>) -> Bool {
    guard lexemes.indices.contains(at) else { return false }
    let range = lexemes[at].range
    return words.match(text.scalars, endingAt: range.upperBound, after: range.lowerBound) != nil
  }

  /// Whether nothing but a lead stands before a place in its clause; `false` for a place before the clause at hand.
  func startsClause(_ at: Int) -> Bool {
    guard at >= clause else { return false }
    return (clause..<max(clause, at)).allSatisfy { place in
      switch lexemes[place].kind {
      case .lead, .glue, .mark: return true
      default: return false
      }
    }
  }

  /// The metric that a lexeme names.
  func metric(at place: Int) -> Metric? {
    guard lexemes.indices.contains(place), case .metric(let metric) = lexemes[place].kind else { return nil }
    return metric
  }

  /// The last name of a metric in a range of lexemes.
  func lastMetric(in range: Range<Int>) -> (place: Int, metric: Metric)? {
    for place in range.reversed() {
      if let metric = metric(at: place) { return (place, metric) }
    }
    return nil
  }

  /// Whether words are made up of such as say nothing of what is counted: 期末, 辖区居民.
  func isNeutral(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      guard let end = WordSet.neutral.end(text.scalars, at: at, before: range.upperBound) else { return false }
      at = end
    }
    return true
  }
}
