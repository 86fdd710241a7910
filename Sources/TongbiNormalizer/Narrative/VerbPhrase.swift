// SPDX-License-Identifier: Apache-2.0

/// Tells what words of no list before a number say, by the letters they are made of: 猛增到 and 只有 join a name and its
/// value, 再降 and 多收 state a change.
struct VerbPhrase {
  let text: [Unicode.Scalar]

  /// Letters of adverbs and of verbs that reach, hold or pass a value.
  private static let light = Set(
    "要应须需可能将会已曾再又还也仍尚均都才就便只仅最高低多少达过超破到至为在有是成得了出跨越迈上站冲稳保持守住维定首次跃控制约计突猛激骤锐陡略微".unicodeScalars)
  private static let up = Set("增升涨提快扩攀".unicodeScalars)
  private static let down = Set("降减缩压落跌滑慢".unicodeScalars)
  /// Letters after which a value stands, not a change.
  private static let arrivals = Set("到至为达过破在有是得成上于越".unicodeScalars)

  /// The lexemes, with words before numbers told.
  func told(_ lexemes: [Lexeme]) -> [Lexeme] {
    var lexemes = lexemes
    for place in lexemes.indices.dropLast() {
      guard case .text = lexemes[place].kind else { continue }
      if isCircumstance(lexemes[place].range) { lexemes[place].kind = .glue }
      guard case .text = lexemes[place].kind, lexemes[place].range.count <= 5,
        lexemes[place + 1].range.lowerBound == lexemes[place].range.upperBound
      else { continue }
      let last = place > 0 ? lexemes[place - 1] : nil
      switch lexemes[place + 1].kind {
      case .number, .masked, .span, .bound:
        let before = isFigure(last) && place > 1 ? lexemes[place - 2] : last
        if let kind = kind(lexemes[place].range, after: before) { lexemes[place].kind = kind }
      case .becomes:
        if isAdverb(lexemes[place].range, after: last) { lexemes[place].kind = .glue }
      case .change, .glue:
        let states = text[lexemes[place].range].contains { compared($0) != nil || isWay($0) }
        if !states, isAdverb(lexemes[place].range, after: last) { lexemes[place].kind = .glue }
      default: continue
      }
    }
    return lexemes
  }

  /// 受疫情影响, 在疫情之下: words that say why, and nothing of what.
  private func isCircumstance(_ range: Range<Int>) -> Bool {
    guard range.count >= 4, let first = text[range].first, "受因在随由".unicodeScalars.contains(first) else { return false }
    return WordSet.circumstances.match(text, endingAt: range.upperBound, after: range.lowerBound) != nil
  }

  /// 压 in 压减到, 猛 in 猛增到: letters between a name or a value and the verb that follows.
  private func isAdverb(_ range: Range<Int>, after last: Lexeme?) -> Bool {
    switch last?.kind {
    case .metric, .number, .masked, .close, .base, .period: return range.count <= 3 && text[range].allSatisfy(isLight)
    default: return false
    }
  }

  private func isWay(_ letter: Unicode.Scalar) -> Bool { Self.up.contains(letter) || Self.down.contains(letter) }

  private func isLight(_ letter: Unicode.Scalar) -> Bool { Self.light.contains(letter) || isWay(letter) }

  private func isFigure(_ lexeme: Lexeme?) -> Bool {
    switch lexeme?.kind {
    case .number, .masked: true
    default: false
    }
  }

  private func kind(_ range: Range<Int>, after last: Lexeme?) -> Lexeme.Kind? {
    guard let end = text[range].last, let first = text[range].first else { return nil }
    if case .base? = last?.kind, range.count <= 3, let direction = compared(first) {
      return .change(direction: direction)
    }
    guard range.count > 1 else { return nil }
    guard text[range].allSatisfy(isLight) else { return nil }
    if Self.arrivals.contains(end) { return .glue }
    let way = text[range].last(where: isWay)
    return way.map { .change(direction: Self.up.contains($0) ? 1 : -1) }
  }

  /// 比上年多收, 较去年高出.
  private func compared(_ letter: Unicode.Scalar) -> Int? {
    switch letter {
    case "多", "高": 1
    case "少", "低": -1
    default: nil
    }
  }
}
