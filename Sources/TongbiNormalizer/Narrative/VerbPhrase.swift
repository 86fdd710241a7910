// SPDX-License-Identifier: Apache-2.0

/// Tells what words of no list before a number say, by the letters they are made of: 猛增到 and 只有 join a name and its
/// value, 再降 and 多收 state a change.
struct VerbPhrase {
  let text: [Unicode.Scalar]

  /// Letters of adverbs and of verbs that reach, hold or pass a value.
  private static let light = Set(
    "要应须需可能将会已曾再又还也仍尚均都才就便只仅最高低多少达过超破到至为在有是成得了出跨越迈上站冲稳保持守住维定首次跃控制约计突猛激骤锐陡略微".unicodeScalars)
  private static let up = Set("增升涨提快扩攀".unicodeScalars)
  private static let down = Set("降减缩压落跌掉滑慢".unicodeScalars)
  /// Letters after which a value stands, not a change.
  private static let arrivals = Set("到至为达过破在有是得成上于越".unicodeScalars)

  /// The lexemes, with words before numbers told.
  func told(_ lexemes: [Lexeme]) -> [Lexeme] {
    var lexemes = withSurplus(lexemes)
    for place in lexemes.indices.dropLast() {
      if isLinking(lexemes, place) { lexemes[place].kind = .glue }
      guard case .text = lexemes[place].kind else { continue }
      if let end = circumstanceEnd(lexemes, place) {
        for cause in place..<end { lexemes[cause].kind = .glue }
      }
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

  /// 占比则由27.4%提高到31.2%, 使用率随之升至81.7%: a word that links a name with 由 or a verb of change.
  private func isLinking(_ lexemes: [Lexeme], _ place: Int) -> Bool {
    guard place > 0, case .metric = lexemes[place - 1].kind else { return false }
    switch lexemes[place + 1].kind {
    case .from, .becomes, .change, .base: break
    default: return false
    }
    let range = lexemes[place].range
    switch lexemes[place].kind {
    case .lead, .guarded, .text, .and:
      return WordSet.linking.end(text, at: range.lowerBound, before: range.upperBound) == range.upperBound
    default: return false
    }
  }

  /// 比上年多接诊3.6万人次, 较上月仍低0.2天, 分别高出6.3个和2.2个百分点: words between a comparison and a number that say by how
  /// much more or less are one verb of change, whatever was done more.
  private func withSurplus(_ lexemes: [Lexeme]) -> [Lexeme] {
    guard lexemes.contains(where: isComparison) else { return lexemes }
    var told: [Lexeme] = []
    told.reserveCapacity(lexemes.count)
    var place = 0
    while place < lexemes.count {
      if let last = told.last, isComparison(last), let (end, direction) = surplus(lexemes, place) {
        let range = lexemes[place].range.lowerBound..<lexemes[end - 1].range.upperBound
        told.append(Lexeme(kind: .change(direction: direction), range: range))
        place = end
      } else {
        told.append(lexemes[place])
        place += 1
      }
    }
    return told
  }

  private func isComparison(_ lexeme: Lexeme) -> Bool {
    switch lexeme.kind {
    case .base, .respectively: true
    default: false
    }
  }

  /// Where words end that say more or less of something and stand right before a number, and which of both.
  private func surplus(_ lexemes: [Lexeme], _ start: Int) -> (end: Int, direction: Int)? {
    guard let way = way(lexemes[start]) else { return nil }
    var end = start
    var count = 0
    while end < lexemes.count {
      switch lexemes[end].kind {
      case .text, .act, .lead, .glue: count += lexemes[end].range.count
      case .metric where end > start: count += lexemes[end].range.count
      case .number, .masked, .bound:
        guard end > start, let last = text[lexemes[end - 1].range].last, !Self.arrivals.contains(last) else {
          return nil
        }
        return (end, way)
      default: return nil
      }
      guard count <= 6 else { return nil }
      end += 1
      let touches = end < lexemes.count && lexemes[end].range.lowerBound == lexemes[end - 1].range.upperBound
      guard touches else { return nil }
    }
    return nil
  }

  /// Whether a word begins with more or less, adverbs left out: 仍低, 略长, 多收治.
  private func way(_ lexeme: Lexeme) -> Int? {
    guard case .text = lexeme.kind else { return nil }
    guard let letter = text[lexeme.range].prefix(3).first(where: { !"仍还尚略又再已也约".unicodeScalars.contains($0) })
    else { return nil }
    return switch letter {
    case "多", "高", "长", "快": 1
    case "少", "低", "短", "慢": -1
    default: nil
    }
  }

  /// Where words end that say why, and nothing of what: 受疫情影响, 在疫情之下, 受麻醉医师短缺影响.
  private func circumstanceEnd(_ lexemes: [Lexeme], _ start: Int) -> Int? {
    let first = lexemes[start].range.lowerBound
    guard "受因在随由".unicodeScalars.contains(text[first]) else { return nil }
    for place in start..<min(start + 6, lexemes.count) {
      switch lexemes[place].kind {
      case .text, .metric, .and, .lead, .guarded, .act, .glue: break
      default: return nil
      }
      let end = lexemes[place].range.upperBound
      guard end - first <= 16 else { return nil }
      if end - first >= 4, WordSet.circumstances.match(text, endingAt: end, after: first) != nil { return place + 1 }
    }
    return nil
  }

  /// 压 in 压减到, 猛 in 猛增到: letters between a name or a value and the verb that follows.
  private func isAdverb(_ range: Range<Int>, after last: Lexeme?) -> Bool {
    switch last?.kind {
    case .metric, .number, .masked, .close, .base, .period, .aim:
      // 一路压减至.
      let start = WordSet.linking.end(text, at: range.lowerBound, before: range.upperBound) ?? range.lowerBound
      return range.upperBound - start <= 3 && text[start..<range.upperBound].allSatisfy(isLight)
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
    // 开放床位才22张, CMI值冲1.0.
    if range.count == 1, case .metric? = last?.kind, "才只就冲破".unicodeScalars.contains(first) { return .glue }
    guard range.count > 1 else { return nil }
    // 不升反降0.8个百分点: the last letter says what came of it.
    if isWay(end), text[range].dropLast().contains(where: { "反却".unicodeScalars.contains($0) }) {
      return .change(direction: Self.up.contains(end) ? 1 : -1)
    }
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
