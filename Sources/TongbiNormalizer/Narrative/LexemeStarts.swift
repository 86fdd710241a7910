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
    /// A digit, a numeral or a blot, or a word that states a change without any.
    static let number = Kinds(rawValue: 512)
  }

  private var table = ScalarTable()

  init(index: AliasIndex, entities: EntityIndex) {
    add("“《〔「‘", .quote)
    add(",，;；:。！？!?—…|\t.", .mark)
    add(index.firsts, .metric)
    add(BasePhrase.firsts, .base)
    add(Array(PeriodScanner.starters), .period)
    add(entities.firsts, .entity)
    add(BoundWord.firsts, .bound)
    add(PhraseWords.words.firsts, .phrase)
    let numbers = "0123456789零〇一二三四五六七八九两十百千壹贰叁肆伍陆柒捌玖拾佰仟*xX×╳✕_□■▇█✱⁎※"
    add(numbers + "第(万亿-+", .figure)
    // 持平, 没有变化, 翻番.
    add(numbers + "万亿持变翻", .number)
  }

  private mutating func add(_ letters: String, _ kind: Kinds) { add(Array(letters.unicodeScalars), kind) }

  private mutating func add(_ letters: [Unicode.Scalar], _ kind: Kinds) {
    for letter in letters { table[letter] |= kind.rawValue }
  }

  /// What may start with a letter.
  subscript(_ letter: Unicode.Scalar) -> Kinds { Kinds(rawValue: table[letter]) }

  /// Whether a stretch of text may hold a number or state a change.
  func mayHoldNumbers(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    for at in range where table[text[at]] & Kinds.number.rawValue != 0 { return true }
    return false
  }
}
