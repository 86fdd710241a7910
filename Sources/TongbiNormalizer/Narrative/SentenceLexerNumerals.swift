// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceLexer {
  /// The periods, ordinals and fixed phrases of a stretch without digits: 一是, 第三批, 一季度; `nil` where a numeral may be
  /// a figure, so that the stretch must be read whole.
  func wordsOfNumerals(_ range: Range<Int>) -> [Lexeme]? {
    var words: [Lexeme] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let may = starts[text[at]]
      guard may.contains(.number) || text[at] == "第" || text[at] == "“" else {
        at += 1
        continue
      }
      guard let word = special(at, range.upperBound, may, context, after: words.last) else {
        at += 1
        continue
      }
      switch word.kind {
      case .number, .masked, .span: return nil
      case .guarded, .period, .base: words.append(word)
      default: break
      }
      at = word.range.upperBound
    }
    return words
  }
}
