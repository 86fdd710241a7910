// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A heading line, or the heading that a passage begins with: 一、2023年第二季度诊疗人次; 四、2024年打算.
struct Heading {
  /// The stretch of the line that is the heading.
  let range: Range<Int>
  private let period: FoundPeriod?
  /// The period of the values in brackets: 业务数据（括号内为2016年）.
  private let bracketPeriod: Period?
  private let metric: Metric?
  private let entity: Entity?
  private let isPlan: Bool
  private let isMixed: Bool
  private let isTop: Bool
  /// Whether it is that of a part, which has headings below it that begin anew with 一、: 第二部分.
  private let isOfPart: Bool
  /// Whether it has no number: 【2021年工作计划】, 下一步工作.
  private let isUnnumbered: Bool
  /// Whether nothing follows it in its line.
  let isAlone: Bool
  /// Whether it goes on with the plan of the section before: 三、项目, in 明年卫生工作怎么干.
  private let goesOnPlanning: Bool
  private let isPlain: Bool

  private static let plans = WordSet(words: [
    "打算", "计划", "下一步", "重点任务", "主要任务", "工作目标", "主要目标", "发展目标", "工作部署", "下步", "思路", "目标任务", "工作安排", "工作重点", "努力方向", "展望",
    "下一阶段", "工作要点", "任务清单", "改进措施", "整改方向", "工作要求", "有关要求", "下半年", "明年", "来年", "新的一年", "设想",
  ])
  /// 计划生育与血液: the name of a service.
  private static let noPlans = WordSet(words: ["计划生育", "计划免疫", "计生"])
  private static let inBrackets = WordSet(words: ["括号内", "括号中", "括号为"])
  private static let reviews = WordSet(words: ["完成情况", "回顾", "总结", "落实情况", "进展", "执行情况", "推进情况", "以来"])
  private static let wants = WordSet(words: ["问题", "不足", "困难", "差距", "短板"])

  /// Recognises a heading: a numbered first sentence, words in 【】 at the start of a line, a label of aims and a colon, or,
  /// behind figures, a line that says no more than that plans follow.
  init?(
    _ text: FoldedText, index: AliasIndex, entities: EntityIndex, starts: LexemeStarts, document: DocumentContext,
    isBehindFigures: Bool, isMarked: Bool = false
  ) {
    let scalars = text.scalars
    var start = 0
    while start < scalars.count, scalars[start] == " " { start += 1 }
    var end = start
    let number: (end: Int, isTop: Bool)
    if let label = Self.label(scalars, at: start) {
      number = (label.words.lowerBound, label.isTop)
      end = label.words.upperBound
      range = start..<(end + 1)
      isUnnumbered = true
    } else {
      let plain = isBehindFigures ? Self.planLine(scalars, at: start).map { ($0, true) } : nil
      let numbered = Self.number(scalars, at: start)
      let marked = isMarked ? (start, true) : nil
      guard let found = numbered ?? plain ?? marked else { return nil }
      isUnnumbered = numbered == nil
      number = found
      end = number.end
      while end < scalars.count, end - start < 60, !Self.isStop(scalars[end]) { end += 1 }
      guard end - start < 60 else { return nil }
      range = start..<end
    }
    isAlone = range.upperBound >= scalars.count
    isTop = number.isTop
    isOfPart = Self.part(scalars, at: start) != nil
    words = Array(scalars[number.end..<end])
    let context = PeriodContext(
      year: document.year ?? document.period?.lastDay.year, date: document.date, own: document.period)
    let lexemes = SentenceLexer(
      text: scalars, index: index, entities: entities, starts: starts, context: context
    ).lexemes(number.end..<end)
    // A first sentence with figures of its own is no heading.
    let year = Self.bareYear(words, number.end..<end)
    for lexeme in lexemes where year == nil {
      switch lexeme.kind {
      case .number, .masked, .span: return nil
      default: continue
      }
    }
    let open = scalars[number.end..<end].firstIndex(of: "(")
    let comparing = open.flatMap { Self.inBrackets.occurs(in: scalars, $0..<end) ? $0 : nil }
    let found =
      year ?? Self.restated(scalars, lexemes)
      ?? Self.leading(lexemes)
    let isOfBrackets = comparing.map { open in found.map { $0.range.lowerBound > open } ?? false } ?? false
    period = isOfBrackets ? nil : found
    bracketPeriod = isOfBrackets ? found?.period : nil
    metric =
      lexemes.lazy.compactMap { lexeme -> Metric? in
        if case .metric(let metric) = lexeme.kind { return metric }
        return nil
      }.first
    isPlain =
      lexemes.allSatisfy { lexeme in
        switch lexeme.kind {
        case .metric, .period, .entity, .glue, .mark, .lead, .open, .close: true
        case .text: Self.plainWords.contains(text.string(lexeme.range))
        default: false
        }
      } && lexemes.count { if case .metric = $0.kind { true } else { false } } == 1
    if lexemes.count == 1, case .entity(let found) = lexemes[0].kind { entity = found } else { entity = nil }
    let speaksOfPlans =
      Self.plans.occurs(in: scalars, number.end..<end) && !Self.noPlans.occurs(in: scalars, number.end..<end)
    isPlan =
      speaksOfPlans && !Self.reviews.occurs(in: scalars, number.end..<end)
      || Self.advice.end(scalars, at: number.end, before: end) == end
      || Self.endsInPlan(scalars, number.end..<end) || Self.exhorts(scalars, number.end..<end)
      || document.isAhead(period?.period)
    goesOnPlanning =
      document.isOfNextYear && !Self.reviews.occurs(in: scalars, number.end..<end)
      && !Self.wants.occurs(in: scalars, number.end..<end)
    isMixed = isPlan && Self.wants.occurs(in: scalars, number.end..<end)
  }

  /// Words of a heading that say nothing beside its metric.
  private static let plainWords: Set = ["情况", "工作", "科室", "各科室", "总体", "总体情况", "分析", "情况分析"]

  /// Whether a heading is, or ends in, a noun of what is still to come, behind words of time alone: 下阶段目标, 来年设想.
  private static func endsInPlan(_ scalars: [Unicode.Scalar], _ words: Range<Int>) -> Bool {
    guard let noun = planNouns.match(scalars, endingAt: words.upperBound, after: words.lowerBound) else { return false }
    let before = words.lowerBound..<noun.start
    return before.isEmpty || before.count <= 8 && toCome.occurs(in: scalars, before)
  }

  /// 突出重点，奋力开创新局面: the section of a speech that lays down the work to come.
  private static func exhorts(_ scalars: [Unicode.Scalar], _ words: Range<Int>) -> Bool {
    striving.occurs(in: scalars, words) && points.occurs(in: scalars, words)
  }

  private static let striving = WordSet(words: ["奋力开创", "奋力实现", "奋力谱写", "奋力推动", "奋力推进"])
  private static let points = WordSet(words: ["突出重点", "突出工作重点", "聚焦重点", "明确重点", "把握重点"])

  /// Where the words of a line begin that has no number, and says no more than that plans follow: 下一步工作, ★2017年工作要点.
  private static func planLine(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
    let first = ListMark.end(scalars) ?? start
    let words = first..<scalars.count
    guard first < scalars.count, words.count <= 18,
      !scalars[(behindPeriod(scalars, at: first) ?? first)...].contains(where: {
        isStop($0) || "，,、:".unicodeScalars.contains($0)
      }),
      lineEnds.match(scalars, endingAt: scalars.count, after: first) != nil,
      toCome.occurs(in: scalars, words)
        || PeriodScanner(scalars, before: scalars.count, context: PeriodContext()).period(at: first) != nil,
      !reviews.occurs(in: scalars, words)
    else { return nil }
    return first
  }

  /// 2025年，我们向您承诺: where the words behind a period alone begin.
  private static func behindPeriod(_ scalars: [Unicode.Scalar], at first: Int) -> Int? {
    let found = PeriodScanner(scalars, before: scalars.count, context: PeriodContext()).period(at: first)
    guard let end = found?.range.upperBound, end < scalars.count, "，,".unicodeScalars.contains(scalars[end]) else {
      return nil
    }
    return end + 1
  }

  static let lineEnds = WordSet(words: [
    "目标", "计划", "打算", "安排", "思路", "设想", "展望", "部署", "重点", "举措", "要点", "下一步工作", "下步工作", "下阶段工作", "下一阶段工作", "今后工作",
    "明年工作", "来年工作", "措施", "工作任务", "承诺", "怎么干", "这样干", "这么干",
  ])
  private static let planNouns = WordSet(words: ["目标", "计划", "打算", "安排", "思路", "设想", "展望", "部署", "重点", "举措"])
  private static let toCome = WordSet(words: ["下", "后续", "今后", "未来", "来年", "明年", "新"])

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", ";", "！", "？": true
    default: false
    }
  }

  /// The letters of the heading.
  let words: [Unicode.Scalar]

  /// The topic that the section under this heading begins with.
  func topic(after topic: Topic) -> Topic {
    var next = topic
    // 一、… at the start of a paragraph, below 【2021年工作计划】: an item of the plan.
    let isTop = isTop && (isUnnumbered || isAlone || !topic.isUnnumbered)
    if isTop { next.isUnnumbered = isUnnumbered }
    next.hasHeading = true
    // 一、今年以来…: （二） goes on with the months that （一） told.
    if isTop || !topic.isOfOpenYear { next.sectionPeriod = nil }
    next.bracketPeriod = bracketPeriod
    if isAlone { next.headingWords = words }
    if isTop || isAlone {
      next.headingPeriod = period
      next.headingMetric = metric
      next.isHeadingPlain = isPlain
      next.isMetricRunIn = false
      next.entity = entity
    } else {
      // （二）城关分院。门诊3.1万人次.
      if let entity { next.entity = entity }
      if let period { next.headingPeriod = period }
      if let metric {
        next.headingMetric = metric
        next.isHeadingPlain = isPlain
        next.isMetricRunIn = true
      } else if topic.isMetricRunIn {
        // （一）县域内就诊率。…, and now （二）基本公卫进度。….
        (next.headingMetric, next.isHeadingPlain) = (nil, false)
      }
    }
    if isTop {
      next.answerPeriod = nil
      next.isPlan = isPlan || topic.isPlan && goesOnPlanning
      next.isMixed = isMixed
      if isOfPart { next.ofPart = (period, isPlan) }
      if let part = next.ofPart, period == nil {
        next.headingPeriod = part.period
        next.isPlan = isPlan || part.isPlan
      }
    } else if isPlan {
      next.isPlan = true
      next.isMixed = isMixed
    }
    next.period = next.headingPeriod
    return next
  }

  /// 【下步安排】, which is a top heading, and 建议： or 下一步： at the start of a line.
  private static func label(_ scalars: [Unicode.Scalar], at start: Int) -> (words: Range<Int>, isTop: Bool)? {
    guard start < scalars.count else { return nil }
    let limit = min(scalars.count, start + 16)
    if scalars[start] == "【" {
      let end = (start..<limit).first { scalars[$0] == "】" }
      return end.map { (start + 1..<$0, true) }
    }
    let colon = (start..<min(limit, start + 9)).first { scalars[$0] == ":" || scalars[$0] == "：" }
    guard let end = colon, end > start,
      plans.occurs(in: scalars, start..<end) || advice.end(scalars, at: start, before: end) == end,
      !reviews.occurs(in: scalars, start..<end)
    else { return nil }
    return (start..<end, false)
  }

  private static let advice = WordSet(words: ["建议", "工作建议", "下步建议", "几点建议", "有关建议"])

  /// 第二部分, 第三章, and 第二， before a line that is no whole sentence.
  private static func part(_ scalars: [Unicode.Scalar], at start: Int) -> Int? {
    guard scalars[start] == "第" else { return nil }
    var end = start + 1
    while end < scalars.count, end - start < 4,
      ChineseNumeral.isNumeral(scalars[end]) || NumberScanner.isDigit(scalars[end])
    {
      end += 1
    }
    guard end > start + 1, end < scalars.count else { return nil }
    if scalars[end] == "，", scalars.count - end <= 30, !scalars[end...].contains(where: isStop) { return end + 1 }
    return parts.end(scalars, at: end, before: scalars.count)
  }

  private static let parts = WordSet(words: ["部分", "章", "篇"])

  /// 一、 is a top heading; （一）, 1. and 1、 are lower ones.
  private static func number(_ scalars: [Unicode.Scalar], at start: Int) -> (end: Int, isTop: Bool)? {
    guard start < scalars.count else { return nil }
    if let part = part(scalars, at: start) { return (part, true) }
    let isBracketed = scalars[start] == "("
    var index = isBracketed ? start + 1 : start
    let first = index
    while index < scalars.count, index - first < 3,
      ChineseNumeral.isNumeral(scalars[index]) || NumberScanner.isDigit(scalars[index])
    { index += 1 }
    guard index > first, index < scalars.count else { return nil }
    let isChinese = ChineseNumeral.isNumeral(scalars[first])
    if isBracketed { return scalars[index] == ")" ? (index + 1, false) : nil }
    // 五 、 in a text spaced out.
    if scalars[index] == " ", index + 1 < scalars.count, scalars[index + 1] == "、" { index += 1 }
    guard
      scalars[index] == "、"
        || (scalars[index] == "." && index + 1 < scalars.count && !NumberScanner.isDigit(scalars[index + 1]))
    else { return nil }
    return (index + 1, isChinese)
  }
}
