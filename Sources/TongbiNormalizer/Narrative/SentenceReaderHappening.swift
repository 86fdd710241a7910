// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// When something happened, which is no time of the figures after it.
extension SentenceReader {
  /// Whether a period says when something happened or began.
  func isOfHappening(_ found: FoundPeriod, _ at: Int) -> Bool {
    isOfBeginning(found, at) || isSinceEvent(found, at) || isHappening(found, at)
  }

  /// 3月1日启动，已完成1,126人: the day of a clause that says nothing else but that something began.
  private func isOfBeginning(_ found: FoundPeriod, _ at: Int) -> Bool {
    at == clause && at + 2 < lexemes.count && isMark(lexemes[at + 2]) && endsIn(at + 1, .beginnings)
      && isOfMonthOrDay(found)
  }

  /// 今年5月启动以来，全镇组建团队6支: the month that something began in, and no time of what came of it.
  private func isSinceEvent(_ found: FoundPeriod, _ at: Int) -> Bool {
    guard document.period != nil, isOfMonthOrDay(found) else { return false }
    for place in at + 1..<max(at + 1, min(at + 8, lexemes.count)) {
      if isMark(lexemes[place]) { return place > at + 1 && endsIn(place - 1, .sinceThen) }
      if isNumber(place) { return false }
    }
    return false
  }

  /// 2019年被列为试点县，现有卫生院16所; 2018年8月挂牌成立，下设…: when something happened that the clause tells alone.
  private func isHappening(_ found: FoundPeriod, _ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return false }
    // 评为 are two lexemes.
    let next = lexemes[at + 1].range.lowerBound
    guard WordSet.happenings.end(text.scalars, at: next, before: text.count) != nil,
      isOfMonthOrDay(found) || document.isOver(found)
        || document.period == nil && WordSet.beginningsOfHouses.end(text.scalars, at: next, before: text.count) != nil,
      text.scalars[found.range.upperBound - 1] != "前"
    else { return false }
    // 去年6月成立的院党支部现有党员9名.
    if let end = WordSet.happenings.end(text.scalars, at: next, before: text.count), end < text.count,
      text.scalars[end] == "的"
    {
      return true
    }
    let mark = (at + 1..<lexemes.count).first { isMark(lexemes[$0]) } ?? lexemes.count
    return !(at + 1..<mark).contains(where: isNumber)
  }

  private func isOfMonthOrDay(_ found: FoundPeriod) -> Bool {
    switch found.period {
    case .instant?, .month?: true
    default: false
    }
  }

  /// Whether words begin with some years that went by: 三年来, 五年间.
  static func spansYears(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
    guard start + 2 < text.count, ChineseNumeral.isNumeral(text[start]) || "几数".unicodeScalars.contains(text[start])
    else {
      return false
    }
    let end = text[start + 1] == "多" ? start + 2 : start + 1
    return end + 1 < text.count && text[end] == "年" && "来间".unicodeScalars.contains(text[end + 1])
  }

  /// 1—11月诊疗92.7万人次，全年有望突破百万；: whether the whole of the time at hand is named for what is expected of it.
  func foresees(_ found: FoundPeriod, _ at: Int) -> Bool {
    guard at + 1 < lexemes.count, case .aim = lexemes[at + 1].kind, at > 0, isMark(lexemes[at - 1]),
      let part = period?.period, periodClause != nil, let whole = found.period ?? document.period
    else { return false }
    return part != whole && whole.contains(part)
  }

  /// 去年, 较上年: words of a time that is over.
  static func isPast(_ lexeme: Lexeme) -> Bool {
    switch lexeme.kind {
    case .period(let found): !found.hasYear
    case .base, .from: true
    default: false
    }
  }
}

extension WordSet where Meaning == Bool {
  static let sinceThen = WordSet(words: ["以来", "至今"])
  /// Verbs of what happens once.
  static let happenings = WordSet(
    words: [
      "被列", "被确定", "被评", "被授予", "被认定", "列入", "列为", "入选", "获批", "获评", "揭牌", "通过", "顺利通过", "晋升", "升级", "搬迁", "整体搬迁", "并入",
      "改制", "更名",
    ] + housesBegun)
  /// Verbs of how a house began.
  private static let housesBegun = [
    "开业", "开诊", "成立", "建院", "创建", "始建", "建成", "组建", "投入运营", "投入使用", "投用", "启用", "正式运营", "正式运行", "挂牌", "注册", "评为", "晋升",
    "获评", "升格", "更名",
  ]
  static let beginningsOfHouses = WordSet(words: housesBegun)
  /// Verbs of what begins on a day.
  static let beginnings = WordSet(words: [
    "启动", "启用", "投用", "开诊", "成立", "挂牌", "开工", "开业", "上线", "运行", "试运行", "投入使用",
  ])
}
