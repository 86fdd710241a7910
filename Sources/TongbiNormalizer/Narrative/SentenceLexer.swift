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
  let context: PeriodContext

  /// The lexemes of a stretch of the text, in order, covering all of it but spaces.
  func lexemes(_ range: Range<Int>) -> [Lexeme] {
    var context = context
    var lexemes: [Lexeme] = []
    lexemes.reserveCapacity(range.count / 3 + 8)
    var at = range.lowerBound
    // Where a stretch of words begins that say nothing known.
    var words = at
    func takeWords() {
      guard words < at else { return }
      if isText(lexemes, upTo: words) {
        lexemes[lexemes.count - 1].range = lexemes[lexemes.count - 1].range.lowerBound..<at
      } else {
        lexemes.append(Lexeme(kind: .text, range: words..<at))
      }
    }
    while at < range.upperBound {
      if text[at] == " " {
        takeWords()
        at += 1
        words = at
        continue
      }
      let may = starts[text[at]]
      guard !may.isEmpty,
        let next = itemMark(at, range.upperBound, after: Self.last(lexemes, words, at))
          ?? special(at, range.upperBound, may, context, after: Self.last(lexemes, words, at))
      else {
        at += 1
        continue
      }
      takeWords()
      if case .period(let found) = next.kind { Self.remember(found, after: lexemes.last, in: &context) }
      at = next.range.upperBound
      words = at
      lexemes.append(next)
    }
    takeWords()
    return merged(lexemes)
  }

  /// The lexeme before a place: words that say nothing known, where some stand right before it, else the last one found.
  private static func last(_ lexemes: [Lexeme], _ words: Int, _ at: Int) -> Lexeme? {
    words < at ? Lexeme(kind: .text, range: words..<at) : lexemes.last
  }

  /// ；二、规范管理率…, ；2.完成…: the number of an item behind a semicolon; but not ；三、四级手术.
  private func itemMark(_ at: Int, _ limit: Int, after last: Lexeme?) -> Lexeme? {
    switch last?.kind {
    case .mark("；"), .mark(";"): break
    default: return nil
    }
    guard ChineseNumeral.isNumeral(text[at]) || NumberScanner.isDigit(text[at]) || text[at] == "(",
      let end = ListMark.end(Array(text[at..<min(at + 6, limit)])), at + end < limit,
      !ChineseNumeral.isNumeral(text[at + end]), !NumberScanner.isDigit(text[at + end])
    else { return nil }
    return Lexeme(kind: .guarded(.listMark), range: at..<(at + end))
  }

  /// A year named outright holds for the months after it.
  private static func remember(_ found: FoundPeriod, after last: Lexeme?, in context: inout PeriodContext) {
    guard let period = found.period, found.hasYear || found.listed.count <= 1 else { return }
    switch period {
    case .month(let month): context.month = month
    case .days(let first, let last) where first.month == last.month: context.month = first.month
    default: break
    }
    switch last?.kind {
    case nil, .mark, .entity, .ofWhich: break
    // 主题教育开展以来（2023年4月至8月）, where no more is known.
    case .open where found.hasYear && context.named == nil && context.thisYear == nil: break
    default: return
    }
    // 上年为-463万元；年末资产负债率52.7%: not of the year before.
    if found.hasYear || context.named.map({ $0 <= period.lastDay.year }) ?? false {
      context.named = period.lastDay.year
    }
  }

  /// The lexeme at a place that says something, of the kinds that may start there.
  func special(
    _ at: Int, _ limit: Int, _ may: LexemeStarts.Kinds, _ context: PeriodContext,
    after last: @autoclosure () -> Lexeme?
  ) -> Lexeme? {
    if may.contains(.quote) {
      if let named = quotedMetric(at, limit) { return named }
      if let end = quoted(at, limit, context) { return Lexeme(kind: .guarded(.name), range: at..<end) }
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
    if may.contains(.entity), let (end, entity) = entities.match(text, at: at, before: limit),
      // 本部门 is no seat; but 本部门诊, 本部门急诊.
      end == limit || text[end] != "门" || text[end - 1] != "部"
        || end + 1 < limit && (text[end + 1] == "诊" || text[end + 1] == "急")
    {
      return Lexeme(kind: .entity(entity), range: at..<end)
    }
    if may.contains(.figure), let figure = figure(at, limit, after: last()) { return figure }
    if may.contains(.bound), let (end, bound) = BoundWord.match(text, at: at, before: limit),
      end - at > 1 || bounds(at, limit, after: last())
    {
      return Lexeme(kind: .bound(bound), range: at..<end)
    }
    if may.contains(.phrase), let (end, kind) = PhraseWords.words.match(text, at: at, before: limit) {
      // 争取到2017年底达到90%; but 争取到项目资金.
      if case .guarded(.name) = kind, end - at == 3, text[at] == "争",
        starts[text[min(end, limit - 1)]].contains(.number)
      {
        return Lexeme(kind: .aim, range: at..<(end - 1))
      }
      return Lexeme(kind: kind, range: at..<end)
    }
    return nil
  }

  /// The longest name of a metric; one that overlaps with it and names the same metric is part of it: 累计投入资金.
  private func metric(_ at: Int, _ limit: Int) -> Lexeme? {
    guard let (first, metric) = index.match(text, at: at, before: limit) else { return nil }
    if first < limit, text[first] == "率" { return nil }
    // 疫苗接种点, 预防接种门诊 are places.
    if first < limit, text[first] == "点", text[first - 1] != "率" {
      return Lexeme(kind: .text, range: at..<(first + 1))
    }
    if text[first - 1] == "种", first + 1 < limit, text[first] == "门", text[first + 1] == "诊" {
      return Lexeme(kind: .text, range: at..<(first + 2))
    }
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
  private func quoted(_ at: Int, _ limit: Int, _ context: PeriodContext) -> Int? {
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
