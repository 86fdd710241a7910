// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Reads the words that say what a change is compared with: 同比, 较上年同期, 与去年相比, 比2020年, 环比, 是托管前的.
enum BasePhrase {
  private static let plain = WordSet<ComparisonBase.Kind>([
    ("同比", .yearEarlier), ("同期比", .yearEarlier), ("环比", .preceding), ("较同期", .yearEarlier), ("比同期", .yearEarlier),
    ("同口径比较", .yearEarlier), ("同口径相比", .yearEarlier), ("同口径", .yearEarlier), ("按同口径", .yearEarlier),
    ("按可比口径", .yearEarlier),
    ("可比口径", .yearEarlier), ("同口径同比", .yearEarlier), ("按同口径比较", .yearEarlier), ("按可比口径计算", .yearEarlier),
    ("按同口径计算", .yearEarlier),
  ])
  private static let openers = WordSet(words: ["相较于", "相比于", "相对于", "相比", "对比", "较之", "较", "比", "与", "同", "和"])
  private static let closers = WordSet(words: ["相比较", "相比", "比较", "对比", "相较", "比", "的"])

  private static let relative = WordSet<ComparisonBase.Kind>([
    ("去年同期", .yearEarlier), ("上年同期", .yearEarlier), ("上一年同期", .yearEarlier), ("上年度同期", .yearEarlier),
    ("同期", .yearEarlier),
    ("去年同期水平", .yearEarlier), ("上年同期水平", .yearEarlier), ("去年", .yearEarlier), ("上年", .yearEarlier),
    ("上年度", .yearEarlier), ("上一年度", .yearEarlier), ("上一年", .yearEarlier), ("去年度", .yearEarlier),
    ("前一年", .yearEarlier), ("前一年度", .yearEarlier), ("前一年同期", .yearEarlier), ("上年同期数", .yearEarlier),
    ("去年同期数", .yearEarlier), ("上年同期值", .yearEarlier), ("上年水平", .yearEarlier), ("去年水平", .yearEarlier),
    ("去年平均水平", .yearEarlier), ("上年平均水平", .yearEarlier), ("去年全年平均水平", .wholeYearBefore),
    ("上年全年平均水平", .wholeYearBefore), ("去年全年水平", .wholeYearBefore), ("上年全年水平", .wholeYearBefore),
    ("去年全年", .wholeYearBefore), ("上年全年", .wholeYearBefore), ("去年同月", .yearEarlier), ("上年同月", .yearEarlier),
    ("去年年末", .yearEndBefore),
    ("上年末", .yearEndBefore), ("去年末", .yearEndBefore), ("去年底", .yearEndBefore), ("上年底", .yearEndBefore),
    ("上年年末", .yearEndBefore), ("年初", .yearEndBefore),
    ("上季度", .preceding), ("上一季度", .preceding), ("上个季度", .preceding), ("上月", .preceding), ("上个月", .preceding),
    ("上期", .preceding), ("上周", .preceding), ("上旬", .preceding), ("上一旬", .preceding), ("上学年", .yearEarlier),
    ("上一学年", .yearEarlier),
    ("上财年", .yearEarlier), ("上一财年", .yearEarlier), ("上一周", .preceding), ("前一周", .preceding), ("前一日", .preceding),
    ("上季度末", .preceding), ("上季末", .preceding), ("上月末", .preceding), ("上月底", .preceding), ("上一月", .preceding),
    ("上半年", .preceding),
  ])
  private static let eventWords = WordSet(words: [
    "前", "峰值", "之前", "以前", "初期", "高峰", "高峰期", "期初", "之初", "成立时", "组建时", "建院时", "启动时", "当初",
  ])

  /// The letters that the words of a base begin with.
  static var firsts: [Unicode.Scalar] { plain.firsts + openers.firsts + WordSet.surpassing.firsts }

  /// The base named at a place, or the comparison with something that is no period.
  static func scan(_ text: [Unicode.Scalar], at start: Int, before limit: Int, context: PeriodContext) -> Lexeme? {
    if let (end, kind) = plain.match(text, at: start, before: limit) {
      // 环比第二季度（8.66万人次）.
      if kind == .preceding, let found = PeriodScanner(text, before: limit, context: context).period(at: end),
        let period = found.period
      {
        return closed(.base(ComparisonBase(kind: .period(period))), text, start, found.range.upperBound, limit)
      }
      return Lexeme(kind: .base(ComparisonBase(kind: kind)), range: start..<end)
    }
    if let (below, base) = compared(text, start, limit, context) {
      return Lexeme(kind: .base(base), range: start..<below)
    }
    if let below = WordSet.comparisons.end(text, at: start, before: limit),
      let end = plainWords(text, from: below, limit)
    {
      return Lexeme(kind: .otherBase, range: start..<end)
    }
    guard let opener = openers.end(text, at: start, before: limit) else { return nil }
    let behind = opener < limit && text[opener] == " " ? opener + 1 : opener
    // 比最低的2020年.
    let at = WordSet.extremes.end(text, at: behind, before: limit) ?? behind
    let found = PeriodScanner(text, before: limit, context: context).period(at: at)
    // 较去年7月 is longer than 较去年.
    if let (end, kind) = relative.match(text, at: at, before: limit),
      end >= found?.range.upperBound ?? 0 || found?.period == nil
    {
      return closed(.base(ComparisonBase(kind: kind)), text, start, end, limit)
    }
    if let found { return period(found, text, start, limit) }
    if text[start] == "与" || text[start] == "同" || text[start] == "和" { return eventCompared(text, start, at, limit) }
    guard text[start] == "比" || text[start] == "较" else { return nil }
    return unnamed(text, start, at, limit)
  }

  /// 高于去年的, 低于2022年的: a comparison with a figure of another period.
  private static func compared(
    _ text: [Unicode.Scalar], _ start: Int, _ limit: Int, _ context: PeriodContext
  ) -> (end: Int, base: ComparisonBase)? {
    guard let at = WordSet.surpassing.end(text, at: start, before: limit) else { return nil }
    if let (end, kind) = relative.match(text, at: at, before: limit) {
      return (closers.end(text, at: end, before: limit) ?? end, ComparisonBase(kind: kind))
    }
    guard let found = PeriodScanner(text, before: limit, context: context).period(at: at), let period = found.period
    else { return nil }
    let end = found.range.upperBound
    let close = closers.end(text, at: end, before: limit) ?? end
    if found.isSamePeriod, case .year(let year) = period {
      return (close, ComparisonBase(kind: .samePeriod(of: year)))
    }
    return (close, ComparisonBase(kind: .period(period)))
  }

  private static func period(_ found: FoundPeriod, _ text: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Lexeme? {
    let end = found.range.upperBound
    // 和2022年 alone may be a list; it is a base only where a word of comparison closes it.
    let isWeak = "与同和".unicodeScalars.contains(text[start])
    if isWeak, level.end(text, at: end, before: limit) == nil,
      closers.end(text, at: end, before: limit) == nil || text[end] == "的", !closesLater(text, end, limit),
      !closesBehindBracket(text, end, limit)
    {
      return nil
    }
    if case .instant? = found.period, text[end - 1] == "末", let dated = datedEvent(text, end, limit) {
      // 较“十三五”末的2020年.
      return closed(.base(ComparisonBase(kind: .period(dated.period))), text, start, dated.end, limit)
    }
    guard let period = found.period else {
      return closed(.base(ComparisonBase(kind: .event)), text, start, end, limit)
    }
    if found.isSamePeriod, case .year(let year) = period {
      return closed(.base(ComparisonBase(kind: .samePeriod(of: year))), text, start, end, limit)
    }
    return closed(.base(ComparisonBase(kind: .period(period))), text, start, end, limit)
  }

  /// 与2022年的44.12万人次相比: the figure of the base stands inside the comparison.
  private static func closesLater(_ text: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Bool {
    guard start < limit, text[start] == "的" else { return false }
    var at = start
    while at < limit, at - start < 18 {
      if text[at] == ",", at + 1 < limit, NumberScanner.isDigit(text[at + 1]), NumberScanner.isDigit(text[at - 1]) {
        at += 1
        continue
      }
      if "，,；;".unicodeScalars.contains(text[at]) { return false }
      if text[at] == "相", laterClosers.end(text, at: at, before: limit) != nil { return true }
      at += 1
    }
    return false
  }

  /// 与上年度（3例，8.42/10万）相比: the figures of the base stand in brackets.
  private static func closesBehindBracket(_ text: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Bool {
    guard start < limit, text[start] == "(" else { return false }
    let close = (start..<min(limit, start + 30)).first { text[$0] == ")" }
    return close.map { $0 + 1 < limit && laterClosers.end(text, at: $0 + 1, before: limit) != nil } ?? false
  }

  private static let laterClosers = WordSet(words: ["相比", "相较", "比较", "比"])
  /// 与2019年大体持平.
  private static let level = WordSet(words: ["持平", "基本持平", "大体持平", "大致持平", "总体持平", "相当", "基本相当", "大体相当", "一致"])

  private static func closed(
    _ kind: Lexeme.Kind, _ text: [Unicode.Scalar], _ start: Int, _ end: Int, _ limit: Int
  ) -> Lexeme {
    let close = closers.end(text, at: end, before: limit) ?? end
    return Lexeme(kind: kind, range: start..<close)
  }

  /// 比托管前, 较峰值; or 比周边医院低, which compares with others.
  private static func unnamed(_ text: [Unicode.Scalar], _ start: Int, _ at: Int, _ limit: Int) -> Lexeme? {
    guard let end = plainWords(text, from: at, limit), end > at else { return nil }
    if let close = eventEnd(text, at, end) {
      if let dated = datedEvent(text, close, limit) {
        return closed(.base(ComparisonBase(kind: .period(dated.period))), text, start, dated.end, limit)
      }
      return Lexeme(kind: .base(ComparisonBase(kind: .event)), range: start..<close)
    }
    if WordSet.notPeriods.occurs(in: text, at..<end) { return Lexeme(kind: .otherBase, range: start..<end) }
    // 比住院收入少3200万元.
    if text[start] == "比", end + 1 < limit, "高低多少".unicodeScalars.contains(text[end]),
      NumberScanner.isDigit(text[end + 1])
    {
      return Lexeme(kind: .otherBase, range: start..<end)
    }
    return nil
  }

  /// 与托管前的2020年相比: a base of an event with its year, where a word of comparison closes it.
  private static func eventCompared(_ text: [Unicode.Scalar], _ start: Int, _ at: Int, _ limit: Int) -> Lexeme? {
    guard let end = plainWords(text, from: at, limit), let close = eventEnd(text, at, end),
      let dated = datedEvent(text, close, limit), let last = closers.end(text, at: dated.end, before: limit),
      text[last - 1] != "的"
    else { return nil }
    return Lexeme(kind: .base(ComparisonBase(kind: .period(dated.period))), range: start..<last)
  }

  /// 改革前2019年, 托管前的2020年: the year of an event.
  private static func datedEvent(_ text: [Unicode.Scalar], _ at: Int, _ limit: Int) -> (period: Period, end: Int)? {
    let start = at < limit && text[at] == "的" ? at + 1 : at
    guard let found = PeriodScanner(text, before: limit, context: PeriodContext()).period(at: start), found.hasYear,
      let period = found.period
    else { return nil }
    return (period, found.range.upperBound)
  }

  /// Where the words of an event end: 托管前, 改革前 in 改革前翻了一番, 峰值.
  private static func eventEnd(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Int? {
    for close in ((start + 1)...end) {
      guard let (from, _) = eventWords.match(text, endingAt: close, after: start, reach: 3),
        from > start || close == end
      else { continue }
      return close < end && text[close] == "的" ? close + 1 : close
    }
    return nil
  }

  /// Where up to twelve plain characters before a verb of change or a number end.
  private static func plainWords(_ text: [Unicode.Scalar], from start: Int, _ limit: Int) -> Int? {
    var end = start
    while end < limit, end - start < 12, text[end].value >= 0x4E00, text[end].value <= 0x9FFF {
      if case .change? = PhraseWords.words.match(text, at: end, before: limit)?.meaning { break }
      if "高低多少增降升减是".unicodeScalars.contains(text[end]), end > start { break }
      end += 1
    }
    return end > start ? end : nil
  }
}

extension WordSet where Meaning == Bool {
  /// Words that compare with something outside of the report's own figures.
  static let comparisons = WordSet(words: ["低于", "高于", "优于", "好于", "少于", "多于"])
  /// Words before the period that a figure was highest or lowest in.
  static let extremes = WordSet(
    words: ["最低", "最高", "最差", "最好", "最少", "最多", "峰值"].flatMap { [$0 + "的", $0 + "年份", $0 + "年份的"] })
  /// Words that compare with a figure of another period.
  static let surpassing = WordSet(words: ["低于", "高于", "优于", "好于", "少于", "多于", "高出", "超出", "超过", "超"])
}
