// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What a code or word for the status of an observation says of its figure.
package enum StatusWord: Hashable, Sendable {
  /// The figure stands as it is.
  case reported
  /// It stands, and a person who compares should know: a break, another definition, provisional.
  case noted
  /// It was worked out: estimated, imputed.
  case derived
  /// It is not to be used without a look: unreliable, a forecast.
  case doubtful
  /// There is none, and none is to be expected or none came in.
  case missing
  /// It is held back.
  case masked

  /// Reads a code of the list of observation statuses (A to W), or a word that Tongbi itself writes.
  init?(_ text: String) {
    let word = FoldedName.fold(text)
    if let found = Self.words[word] {
      self = found
    } else if word.count > 1, word.allSatisfy({ $0.isASCII && $0.isLetter }), word.count <= 3 {
      // Several flags in one cell, as some offices write them.
      let found = word.compactMap { Self.words[String($0)] }
      guard found.count == word.count, let worst = found.max(by: { $0.rank < $1.rank }) else { return nil }
      self = worst
    } else {
      return nil
    }
  }

  private var rank: Int {
    switch self {
    case .reported: 0
    case .noted: 1
    case .derived: 2
    case .doubtful: 3
    case .missing: 4
    case .masked: 5
    }
  }

  private static let words: [String: StatusWord] = {
    var words: [String: StatusWord] = [:]
    for word in ["a", "reported", "normal", "n", "w", "正常", "已报"] { words[word] = .reported }
    for word in ["b", "d", "g", "p", "s", "v", "j", "provisional", "r", "revised"] { words[word] = .noted }
    for word in ["e", "i", "derived", "estimated", "imputed"] { words[word] = .derived }
    for word in ["u", "f", "suspect", "unreliable", "forecast"] { words[word] = .doubtful }
    for word in ["h", "k", "l", "m", "o", "missing", "缺报", "未报"] { words[word] = .missing }
    for word in ["q", "c", "masked", "suppressed", "confidential"] { words[word] = .masked }
    return words
  }()
}
