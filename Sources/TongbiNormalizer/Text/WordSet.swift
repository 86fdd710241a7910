// SPDX-License-Identifier: Apache-2.0

/// Words to look for at a place in a text, the longest first, each with what it stands for.
struct WordSet<Meaning: Sendable>: Sendable {
  private struct Entry: Sendable {
    let word: [Unicode.Scalar]
    let meaning: Meaning
  }

  private var entries: [Unicode.Scalar: [Entry]] = [:]

  /// Makes a set from words and their meanings; of two equal words the first one stays.
  init(_ words: [(String, Meaning)]) {
    for (word, meaning) in words {
      let word = Array(word.unicodeScalars)
      guard let first = word.first else { continue }
      entries[first, default: []].append(Entry(word: word, meaning: meaning))
    }
    for key in entries.keys {
      entries[key]?.sort { $0.word.count > $1.word.count }
    }
  }

  /// The longest word that starts at a place: where it ends and what it means.
  func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, meaning: Meaning)? {
    guard start < limit, let candidates = entries[text[start]] else { return nil }
    for candidate in candidates {
      let end = start + candidate.word.count
      if end <= limit, candidate.word.elementsEqual(text[start..<end]) { return (end, candidate.meaning) }
    }
    return nil
  }

  /// The longest word that ends at a place: where it starts and what it means; looks back at most `reach` scalars.
  func match(
    _ text: [Unicode.Scalar], endingAt end: Int, after limit: Int, reach: Int = 8
  ) -> (start: Int, meaning: Meaning)? {
    var start = max(limit, end - reach)
    while start < end {
      if let found = match(text, at: start, before: end), found.end == end { return (start, found.meaning) }
      start += 1
    }
    return nil
  }
}

extension WordSet where Meaning == Bool {
  /// Makes a set of words that have no meaning beyond themselves.
  init(words: [String]) { self.init(words.map { ($0, true) }) }

  /// Where the longest word that starts at a place ends.
  func end(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> Int? {
    match(text, at: start, before: limit)?.end
  }
}
