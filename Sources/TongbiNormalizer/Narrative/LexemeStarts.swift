// SPDX-License-Identifier: Apache-2.0

/// What kinds of lexemes may start with a letter, so that no scanner is asked in vain.
struct LexemeStarts: Sendable {
  /// Kinds of lexemes.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt16
    static let quote = Kinds(rawValue: 1)
    static let mark = Kinds(rawValue: 2)
    static let metric = Kinds(rawValue: 4)
    static let base = Kinds(rawValue: 8)
    static let period = Kinds(rawValue: 16)
    static let entity = Kinds(rawValue: 32)
    static let figure = Kinds(rawValue: 64)
    static let bound = Kinds(rawValue: 128)
    static let phrase = Kinds(rawValue: 256)
    /// A digit, a numeral or a blot.
    static let number = Kinds(rawValue: 512)
    /// A digit or a blot.
    static let digit = Kinds(rawValue: 1024)
  }

  private var table = ScalarTable()

  init(index: AliasIndex, entities: EntityIndex) {
    add("“《〔「‘", .quote)
    add(",，;；:。！？!?—…|\t.【】", .mark)
    add(index.firsts, .metric)
    add(BasePhrase.firsts, .base)
    add(Array(PeriodScanner.starters), .period)
    add(entities.firsts, .entity)
    add(BoundWord.firsts, .bound)
    add(PhraseWords.words.firsts, .phrase)
    let digits = "0123456789*xX×╳✕_□■▇█✱⁎※"
    let numerals = "零〇一二三四五六七八九两十百千壹贰叁肆伍陆柒捌玖拾佰仟"
    add(digits + numerals + "第(万亿-+OolI", .figure)
    add(digits + numerals + "万亿", .number)
    add(digits + "%‰", .digit)
    add("%‰", .figure)
    add("%‰", .number)
  }

  private mutating func add(_ letters: String, _ kind: Kinds) { add(Array(letters.unicodeScalars), kind) }

  private mutating func add(_ letters: [Unicode.Scalar], _ kind: Kinds) {
    for letter in letters { table[letter] |= kind.rawValue }
  }

  /// What may start with a letter.
  subscript(_ letter: Unicode.Scalar) -> Kinds { Kinds(rawValue: table[letter]) }

  /// What a stretch of text holds of numbers.
  enum Numbers {
    /// None, and no word that states a change without any.
    case none
    /// Numerals, which mostly are parts of words.
    case numerals
    /// Digits or blots, or 持平, 翻番.
    case figures
  }

  /// What a stretch of text holds of numbers.
  func numbers(in text: [Unicode.Scalar], _ range: Range<Int>) -> Numbers {
    var found = Numbers.none
    for at in range {
      let letter = text[at]
      let kinds = table[letter]
      if kinds & Kinds.number.rawValue != 0 {
        if kinds & Kinds.digit.rawValue != 0 { return .figures }
        // 核酸筛查万人次: the digits were taken out.
        if letter == "万" || letter == "亿", UnitWord.match(text, at: at + 1, before: range.upperBound) != nil {
          return .figures
        }
        found = .numerals
      } else if letter == "番" || at > range.lowerBound && isFlat(text[at - 1], letter) || letter == "(" {
        return .figures
      }
    }
    return found
  }

  /// 持平, 变化, 不变.
  private func isFlat(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    first == "持" && second == "平" || first == "变" && second == "化" || first == "不" && second == "变"
  }
}
