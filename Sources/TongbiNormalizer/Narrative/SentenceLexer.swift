// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Cuts a sentence into lexemes: metric names, periods, numbers, masks, verbs of change, subjects.
///
/// The order at each place is: quoted names, metric, period, base of comparison, mask, number with its guards, words.
struct SentenceLexer {
  let text: [Unicode.Scalar]
  let index: AliasIndex
  let entities: EntityIndex
  let starts: LexemeStarts
  var context: PeriodContext

  /// The lexemes of a stretch of the text, in order, covering all of it but spaces.
  func lexemes(_ range: Range<Int>) -> [Lexeme] {
    var lexer = self
    return lexer.scan(range)
  }

  private mutating func scan(_ range: Range<Int>) -> [Lexeme] {
    var lexemes: [Lexeme] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if text[at] == " " {
        at += 1
        continue
      }
      if let next = special(at, range.upperBound, after: lexemes.last) {
        remember(next, after: lexemes.last)
        lexemes.append(next)
        at = next.range.upperBound
        continue
      }
      // One more scalar of words that say nothing known.
      if let last = lexemes.indices.last, case .text = lexemes[last].kind, lexemes[last].range.upperBound == at {
        lexemes[last].range = lexemes[last].range.lowerBound..<(at + 1)
      } else {
        lexemes.append(Lexeme(kind: .text, range: at..<(at + 1)))
      }
      at += 1
    }
    return merged(lexemes)
  }

  /// A single character that reads as a joining word belongs to the word it begins: 在 in 在职, 有 in 有序.
  private func merged(_ lexemes: [Lexeme]) -> [Lexeme] {
    let lexemes = nouns(lexemes)
    var merged: [Lexeme] = []
    merged.reserveCapacity(lexemes.count)
    for (place, lexeme) in lexemes.enumerated() {
      var lexeme = lexeme
      if isBreakable(lexeme), isText(lexemes, place + 1), touches(lexeme, lexemes, place + 1) {
        lexeme.kind = .text
      }
      if case .entity(.ownKind) = lexeme.kind,
        isText(merged.last, upTo: lexeme.range.lowerBound)
          || isText(lexemes, place + 1) && touches(lexeme, lexemes, place + 1)
      {
        // 胸痛中心, 院士工作站.
        lexeme.kind = .text
      }
      if case .entity = lexeme.kind, let whole = facility(lexeme, after: merged.last) {
        merged[merged.count - 1] = whole
        continue
      }
      if case .text = lexeme.kind {
        let next = place + 1 < lexemes.count ? lexemes[place + 1] : nil
        lexeme =
          unlisted(lexeme, after: merged.last, before: next) ?? region(lexeme, after: merged.last, before: next)
          ?? lexeme
      }
      if case .each = lexeme.kind, lexeme.range.count == 1, lexeme.range.lowerBound > 0,
        "次人日例户床年月平".unicodeScalars.contains(text[lexeme.range.lowerBound - 1]),
        touches(lexeme, lexemes, place + 1)
      {
        // 次均药费, 人均费用.
        lexeme.kind = .text
      }
      let last = merged.count - 1
      guard isText(merged, last), merged[last].range.upperBound == lexeme.range.lowerBound else {
        merged.append(lexeme)
        continue
      }
      if isShortVerb(lexeme) { lexeme.kind = .text }
      if case .text = lexeme.kind {
        merged[last].range = merged[last].range.lowerBound..<lexeme.range.upperBound
      } else {
        merged.append(lexeme)
      }
    }
    return VerbPhrase(text: text).told(merged)
  }

  private func isText(_ lexeme: Lexeme?, upTo end: Int) -> Bool {
    guard case .text? = lexeme?.kind else { return false }
    return lexeme?.range.upperBound == end
  }

  private func isText(_ lexemes: [Lexeme], _ place: Int) -> Bool {
    guard lexemes.indices.contains(place), case .text = lexemes[place].kind else { return false }
    return true
  }

  /// Whether a lexeme ends where the one at a place begins.
  private func touches(_ lexeme: Lexeme, _ lexemes: [Lexeme], _ place: Int) -> Bool {
    place < lexemes.count && lexemes[place].range.lowerBound == lexeme.range.upperBound
  }

  /// Verbs right before 率, 金 and the like are parts of a noun: 规范管理率, 慰问金.
  private func nouns(_ lexemes: [Lexeme]) -> [Lexeme] {
    var lexemes = lexemes
    for place in lexemes.indices.dropLast().reversed() {
      guard case .text = lexemes[place + 1].kind,
        lexemes[place].range.upperBound == lexemes[place + 1].range.lowerBound
      else { continue }
      let next = lexemes[place + 1].range
      switch lexemes[place].kind {
      case .act: break
      case .glue, .lead:
        // 治疗成功率, 病情稳定率.
        guard next.count == 1, text[next.lowerBound] == "率" || text[next.lowerBound] == "性" else { continue }
      default: continue
      }
      let isTail = next.count == 1 && "率金费书员证".unicodeScalars.contains(text[next.lowerBound])
      let isLonger =
        next.count > 1 && next.count <= 9 && text[next.upperBound - 1] == "率"
        && lexemes[place].range.count > 1 && "规管接签筛检整".unicodeScalars.contains(text[lexemes[place].range.lowerBound])
      if isTail || isLonger {
        lexemes[place] = Lexeme(kind: .text, range: lexemes[place].range.lowerBound..<next.upperBound)
        lexemes.remove(at: place + 1)
      }
    }
    return lexemes
  }

  private func isShortVerb(_ lexeme: Lexeme) -> Bool {
    guard lexeme.range.count == 1, case .act = lexeme.kind else { return false }
    return true
  }

  private func isBreakable(_ lexeme: Lexeme) -> Bool {
    guard lexeme.range.count == 1 else { return false }
    switch lexeme.kind {
    case .lead, .glue, .act, .holds: return !"的了为是".unicodeScalars.contains(text[lexeme.range.lowerBound])
    default: return false
    }
  }

  /// A year named outright holds for the months after it.
  private mutating func remember(_ lexeme: Lexeme, after last: Lexeme?) {
    guard case .period(let found) = lexeme.kind, let period = found.period, found.hasYear || found.members.count == 1
    else { return }
    if case .month(let month) = period { context.month = month }
    switch last?.kind {
    case nil, .mark, .entity, .ofWhich: break
    default: return
    }
    if found.hasYear || context.named != nil { context.named = period.lastDay.year }
  }

  func special(_ at: Int, _ limit: Int, after last: Lexeme?) -> Lexeme? {
    let may = starts[text[at]]
    if may.isEmpty { return nil }
    if may.contains(.quote) {
      if let named = quotedMetric(at, limit) { return named }
      if let end = quoted(at, limit) { return Lexeme(kind: .guarded(.name), range: at..<end) }
    }
    if may.contains(.mark) { return Lexeme(kind: .mark(text[at]), range: at..<(at + 1)) }
    if may.contains(.metric), let metric = metric(at, limit) { return metric }
    if may.contains(.figure), let end = grades(at, limit) { return Lexeme(kind: .text, range: at..<end) }
    if may.contains(.base), let base = BasePhrase.scan(text, at: at, before: limit, context: context) { return base }
    if may.contains(.period), let found = PeriodScanner(text, before: limit, context: context).period(at: at),
      !isGuarded(found, limit)
    {
      return Lexeme(kind: .period(found), range: found.range)
    }
    if may.contains(.entity), let (end, entity) = entities.match(text, at: at, before: limit) {
      return Lexeme(kind: .entity(entity), range: at..<end)
    }
    if may.contains(.figure), let figure = figure(at, limit, after: last) { return figure }
    if may.contains(.bound), let (end, bound) = BoundWord.match(text, at: at, before: limit),
      end - at > 1 || bounds(at, limit, after: last)
    {
      return Lexeme(kind: .bound(bound), range: at..<end)
    }
    if may.contains(.phrase), let (end, kind) = PhraseWords.words.match(text, at: at, before: limit) {
      return Lexeme(kind: kind, range: at..<end)
    }
    return nil
  }

  /// The longest name of a metric; one that overlaps with it and names the same metric is part of it: 累计投入资金.
  private func metric(_ at: Int, _ limit: Int) -> Lexeme? {
    guard let (first, metric) = index.match(text, at: at, before: limit) else { return nil }
    var end = first
    var next = at + 1
    while next < end {
      if starts[text[next]].contains(.metric),
        let (further, other) = index.match(text, at: next, before: limit), further > end, other == metric
      {
        end = further
      }
      next += 1
    }
    return Lexeme(kind: index.kind(metric), range: at..<end)
  }

  /// A number, mask or look-alike; a fixed phrase that begins with a numeral goes before the number: 一是, 三级甲等.
  private func figure(_ at: Int, _ limit: Int, after last: Lexeme?) -> Lexeme? {
    let found = FigureLexer(text: text, limit: limit).lexeme(at: at, after: last)
    guard starts[text[at]].contains(.phrase),
      let (end, kind) = PhraseWords.words.match(text, at: at, before: limit), case .guarded(let reason) = kind
    else { return found }
    let isFixed = reason == .listMark || reason == .grade
    guard let found, !isFixed, end <= found.range.upperBound else { return Lexeme(kind: kind, range: at..<end) }
    if case .text = found.kind { return Lexeme(kind: kind, range: at..<end) }
    return found
  }

  /// Whether a single letter that bounds numbers stands beside one: 约4100台, 700余份; but 预约, 附近.
  private func bounds(_ at: Int, _ limit: Int, after last: Lexeme?) -> Bool {
    // 比上年多9件: a change.
    if case .base? = last?.kind, last?.range.upperBound == at { return false }
    let next = at + 1 < limit && text[at + 1] == " " ? at + 2 : at + 1
    if next < limit, starts[text[next]].contains(.number) || starts[text[next]].contains(.figure) { return true }
    guard let last else { return false }
    switch last.kind {
    case .number, .masked: return last.range.upperBound == at
    default: return false
    }
  }

  private func isGuarded(_ found: FoundPeriod, _ limit: Int) -> Bool {
    // 5月龄 is handled by the scanner; 六月天 and the like are no figures' periods.
    found.range.upperBound < limit && "龄价".unicodeScalars.contains(text[found.range.upperBound])
  }

  /// 三、四级, 一和二类: grades named together.
  private func grades(_ at: Int, _ limit: Int) -> Int? {
    guard at + 3 < limit, ChineseNumeral.digit(text[at]) != nil, "、和及与".unicodeScalars.contains(text[at + 1]),
      ChineseNumeral.digit(text[at + 2]) != nil, "级类型期".unicodeScalars.contains(text[at + 3])
    else { return nil }
    return at + 4
  }

  /// “两癌”筛查: quotation marks inside the name of a metric.
  private func quotedMetric(_ at: Int, _ limit: Int) -> Lexeme? {
    guard text[at] == "“" else { return nil }
    let end = min(at + 24, limit)
    let places = (at..<end).filter { text[$0] != "“" && text[$0] != "”" }
    let plain = places.map { text[$0] }
    guard let found = index.match(plain, at: 0, before: plain.count), found.end > 0 else { return nil }
    let close = places[found.end - 1] + 1
    let marks = text[at..<close].count { $0 == "”" }
    if marks == 1 { return Lexeme(kind: index.kind(found.place), range: at..<close) }
    guard marks == 0, close < limit, text[close] == "”" else { return nil }
    return Lexeme(kind: index.kind(found.place), range: at..<(close + 1))
  }

  /// 《…》 always, and “…” or 〔…〕 up to twelve characters, are names.
  private func quoted(_ at: Int, _ limit: Int) -> Int? {
    let (close, reach): (Unicode.Scalar, Int)
    switch text[at] {
    case "《": (close, reach) = ("》", 80)
    case "“": (close, reach) = ("”", 12)
    case "〔": (close, reach) = ("〕", 8)
    case "「": (close, reach) = ("」", 12)
    case "‘": (close, reach) = ("’", 12)
    default: return nil
    }
    if let found = PeriodScanner(text, before: limit, context: context).period(at: at), text[at] == "“",
      found.period != nil
    {
      return nil
    }
    var end = at + 1
    while end < limit, end - at <= reach {
      if text[end] == close {
        end += 1
        // 〔2022〕10号
        while text[at] == "〔", end < limit, NumberScanner.isDigit(text[end]) || text[end] == "号" { end += 1 }
        return end
      }
      end += 1
    }
    return nil
  }
}
