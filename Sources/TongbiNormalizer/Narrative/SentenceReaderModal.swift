// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Words and periods that say that something is still to come.
extension SentenceReader {
  /// 今年要新增…, 各团队要对照年度目标…: what has to be done is still to come.
  func saysMust(_ at: Int) -> Bool {
    let range = lexemes[at].range
    // 也要脸红地说, 要指出的是: what is said of how things are.
    if WordSet.sayings.match(text.scalars, endingAt: range.upperBound, after: range.lowerBound) != nil { return false }
    return range.contains { place in
      guard text.scalars[place] == "要" else { return false }
      let before = place > 0 ? text.scalars[place - 1] : " "
      let after = place + 1 < text.scalars.count ? text.scalars[place + 1] : " "
      return !Self.beforeNoMust.contains(before) && !Self.afterNoMust.contains(after)
    }
  }

  /// 主要, 需要 and 纪要 have no 要 that makes an order of a sentence.
  private static let beforeNoMust = Set("主重需必纪摘紧首概简提只不扼想索险次若".unicodeScalars)
  /// 要求, 要素 and 要点 neither; 也要看到 says what is.
  private static let afterNoMust = Set("求素点闻件害领事务地旨目职么紧是有数道塞看清认".unicodeScalars)

  /// 下一步，加快推进…，总投资860万元: a sentence that begins with what is still to come.
  static func looksAhead(_ text: FoldedText, _ lexemes: [Lexeme]) -> Bool {
    guard let first = lexemes.first, lexemes.count > 1,
      let mark = lexemes.prefix(4).firstIndex(where: { if case .mark = $0.kind { true } else { false } }), mark > 0
    else { return false }
    let end = lexemes[mark - 1].range.upperBound
    return WordSet.nextSteps.end(text.scalars, at: first.range.lowerBound, before: end) == end
  }

  /// 1—9月累计，全县县域内就诊率91.3%, among requirements: whether a sentence sums up what there was by now.
  static func sumsUp(_ text: FoldedText, _ lexemes: [Lexeme]) -> Bool {
    guard lexemes.count > 2, case .period(let found) = lexemes[0].kind, let first = found.period?.firstDay,
      first.month.number == 1, first.number == 1
    else { return false }
    let words = lexemes[1].range.lowerBound..<lexemes[2].range.upperBound
    return WordSet.sumsUp.occurs(in: text.scalars, words)
  }

  /// 建议将床位由40张压缩至28张: a clause that proposes something.
  func proposes(_ at: Int) -> Bool {
    at == clause && beginsWith(at, .proposals) && !(lexemes[at].range.count == 2 && isNumber(at + 1))
  }

  /// 将新增床位200张, 将达到95%: what will be; but 将药占比控制在… takes hold of something.
  func saysWill(_ at: Int) -> Bool {
    guard isWord(at, "将"), at + 1 < lexemes.count, touches(at, at + 1) else { return false }
    if at > clause, touches(at - 1, at), "已先即后现".unicodeScalars.contains(text.scalars[lexemes[at].range.lowerBound - 1])
    {
      return false
    }
    switch lexemes[at + 1].kind {
    // 床位将由260张增至500张.
    case .becomes, .from: return true
    case .act: return true
    case .glue, .lead: return isWord(at + 1, of: .bringingToPass)
    default: return beginsWith(at + 1, .bringingToPass)
    }
  }

  /// Whether the year that the text speaks of here is blotted out.
  var isYearMasked: Bool {
    if let period, period.isMasked { return period.hasYear }
    return document.isYearMasked
  }

  /// 8月份，药占比控制在25.5%以内, in a report on July of the 4th of August: nothing is known yet of a time to come.
  private var isAhead: Bool {
    guard let date = document.date, let own = document.period, let found = period?.period, period?.isMasked == false,
      periodClause != nil, let first = found.firstDay
    else { return false }
    return own.lastDay < first && found.lastDay > date && own.lastDay <= date
  }

  /// 去年是6,980元，今年要降到6,800元以下, 截至2024年底完成投资0.97亿元, in a plan: whether the clause names a time that was over
  /// before the plan's.
  private var isOfTimeOver: Bool {
    guard topic.isPlan || document.isPlan, periodClause == clause, clause < lexemes.count,
      let named = (clause..<lexemes.count).first(where: isPeriod), case .period(let found) = lexemes[named].kind,
      found.hasYear || "去上".unicodeScalars.contains(text.scalars[lexemes[named].range.lowerBound]),
      let year = document.yearAhead ?? (document.isPlan ? document.period?.lastDay.year : nil),
      let told = period?.period?.lastDay.year
    else { return false }
    return told < year
  }

  /// 全县现有村卫生室286所、乡村医生341名, in a plan: whether a sentence begins with what there is.
  var tellsWhatIs: Bool {
    guard topic.isPlan || document.isPlan else { return false }
    let start = lexemes.prefix(3).firstIndex { lexeme in
      if case .holds = lexeme.kind { return text.scalars[lexeme.range.lowerBound] == "现" }
      return false
    }
    guard let start else { return false }
    return !lexemes[start...].contains { if case .aim = $0.kind { true } else { false } }
  }

  /// Whether figures read now are aims.
  var role: Observation.Role {
    if isOfTimeOver || tellsWhatIs { return .observed }
    if isTarget || isAhead { return .target }
    if let year = document.lastYear, let found = period?.period, period?.isMasked == false, found.lastDay.year > year,
      found.firstDay.map({ $0.year > year }) ?? true,
      // 今年1至2月门诊1.58万人次, in a note of March: over by then.
      document.date.map({ found.lastDay > $0 }) ?? true
    {
      return .target
    }
    return .observed
  }
}

extension WordSet where Meaning == Bool {
  static let sayings = WordSet(words: ["说", "承认", "指出", "说明", "强调", "看到", "坦言", "正视"])
  static let nextYears = WordSet(words: ["明年", "来年"])
  static let nextSteps = WordSet(words: ["下一步", "下步", "下一阶段", "下阶段", "今后", "接下来", "下一步工作中"])
  static let proposals = WordSet(words: [
    "建议", "提议", "拟建议", "恳请", "请求", "会议议定", "会议要求", "会议确定",
  ])
  /// Verbs that bring something about which was not there before.
  static let bringingToPass = WordSet(words: [
    "完成", "实现", "达到", "达", "新增", "新建", "建成", "投入", "引进", "招聘", "组建", "设立", "达成", "启用", "投用", "启动", "迎来", "推进", "推动",
    "实施", "打造", "建设", "扩建", "增设", "继续", "力争", "全力", "突破", "培养", "举办", "开展",
  ])
}
