// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What stands from the sentences before: who, when, what.
struct Topic {
  /// Who the text speaks of.
  var entity: Entity?
  /// The period named last as a topic.
  var period: FoundPeriod?
  /// The day that holdings were counted on, named before in the same passage: 2022年末.
  var instant: FoundPeriod?
  /// Where that period stands.
  var periodOrigin = Observation.PeriodOrigin.heading
  /// The period named last as a topic in any passage, for texts whose title and headings have none.
  var spokenPeriod: FoundPeriod?
  /// The period of the sentence before, in the same passage, for texts whose title and headings have none.
  var saidPeriod: FoundPeriod?
  /// Its year; of a day too, which is no period for what comes next.
  var saidYear: Int?
  /// The period of the heading.
  var headingPeriod: FoundPeriod?
  /// The months up to the last ones of the year that a passage of this section begins with: 1—11月，….
  var sectionPeriod: FoundPeriod?
  /// The months of the year after an assessment that a passage of this section begins with.
  var answerPeriod: FoundPeriod?
  /// The period that the values in brackets behind others are of, as the heading says.
  var bracketPeriod: Period?
  /// The metric of the heading.
  var headingMetric: Metric?
  /// Whether the section speaks of aims.
  var isPlan = false
  /// What the part of the paper says that the section is in: 第二部分 2026年工作计划.
  var ofPart: (period: FoundPeriod?, isPlan: Bool)?
  /// Whether the passage alone does so: 明年，….
  private var plansAlone = false
  /// Whether the section speaks of what is wanting before it comes to aims.
  var isMixed = false
  /// Whether the heading speaks of nothing but its metric.
  var isHeadingPlain = false
  /// The facility that a passage named last, which 该院 means where its own passage names none.
  var lastHouse: Entity?
  /// Who a passage speaks of that began with 该院.
  var carried: Entity?
  /// Who the sentence before spoke of, in the same passage.
  var spoken: Entity?
  /// Whether that sentence spoke of several facilities.
  var spokeOfMany = false
  /// The last figure of a metric in the sentences before, in the same passage.
  var last: Draft?
  /// All that was read of the sentence before that had figures, in the same passage.
  var figures: [Draft] = []
  /// All that was read of the sentence before that one.
  var earlier: [Draft] = []
  /// Whether the heading of the section has no number, so that numbered paragraphs are its items.
  var isUnnumbered = false
  /// The figures of the list that the sentence before ended with.
  var toldList: [Draft] = []
  /// The period that the text introduces before its first heading: 上半年，我院主要做了以下工作.
  var introduced: FoundPeriod?
  /// Whether a heading came before.
  var hasHeading = false
  /// The words of the heading, which names cut short may take up.
  var headingWords: [Unicode.Scalar] = []

  /// The month that a sentence before began with, in the same passage, which 当月 means.
  var month: Month?
  /// The department that the sentence before spoke of, in the same passage.
  var department: String?
  /// The year of the event that figures are compared with: 托管前（2018年）.
  var eventPeriod: Period?
  /// The words of a heading that stands before its text in the same passage: 老年人健康管理。上半年….
  var runIn: [Unicode.Scalar] = []
  /// Whether the metric of the heading stands before its text, so that it holds for no later passage with its own heading.
  var isMetricRunIn = false

  /// The figures of metrics in the sentence before that had some, which the one at hand may speak of together: 两项分别为….
  var told: [Draft] {
    figures.filter { !$0.isEcho && $0.metric != nil && $0.part == nil && !$0.text.isEmpty }
  }

  /// Takes the words that a passage begins with as its heading: those of the heading found, or a first sentence of few words.
  mutating func hear(_ text: FoldedText, under heading: Heading?) {
    if let heading {
      runIn = heading.isAlone ? [] : heading.words
      return
    }
    let end = text.scalars.prefix(19).firstIndex { $0 == "。" || $0 == ":" }
    runIn = end.map { Array(text.scalars[..<$0]) } ?? []
    // 0-6岁儿童健康管理 holds an age, and no figure.
    if runIn.contains(where: NumberScanner.isDigit), !runIn.contains("岁") { runIn = [] }
  }

  /// Whether the sentences before in the passage of a speech told nothing but aims.
  var asks = false

  /// Hears what a sentence of a speech told: 第一，…要达到92%。第二，…: what follows is asked for, too.
  mutating func hear(_ drafts: [Draft]) {
    let told = drafts.filter { !$0.isEcho && ($0.quantity != nil || !$0.changes.isEmpty) }
    if !told.isEmpty { asks = told.allSatisfy { $0.role == .target } }
  }

  /// Takes a passage that begins with 明年 as one of aims.
  mutating func beginPlan(_ text: FoldedText) {
    let start = ListMark.end(text.scalars) ?? 0
    // 一要建强县医院: what is asked for.
    let isAskedFor = text.count > 2 && ChineseNumeral.isNumeral(text.scalars[0]) && text.scalars[1] == "要"
    guard !isPlan, isAskedFor || Self.ahead.end(text.scalars, at: start, before: text.count) != nil else { return }
    (isPlan, plansAlone) = (true, true)
  }

  /// Takes what follows 今年怎么干？ and 明年干什么？ in a passage as aims.
  private mutating func hearQuestion(_ text: FoldedText, _ range: Range<Int>) {
    let start = text.scalars[range].firstIndex { $0 != " " } ?? range.lowerBound
    guard !isPlan, range.upperBound < text.count, "？?".unicodeScalars.contains(text.scalars[range.upperBound]),
      range.count <= 20,
      Self.toCome.end(text.scalars, at: start, before: range.upperBound) != nil,
      Self.asking.occurs(in: text.scalars, range)
    else { return }
    (isPlan, plansAlone) = (true, true)
  }

  private static let toCome = WordSet(words: ["今年", "明年", "来年", "新的一年", "新一年", "下一年", "下一步", "下一阶段", "下半年"])
  private static let asking = WordSet(words: ["怎么干", "怎么办", "怎么做", "干什么", "做什么", "如何干", "如何做", "目标是什么"])

  /// Ends what a passage alone planned.
  mutating func endPlan() {
    if plansAlone { (isPlan, plansAlone) = (false, false) }
  }

  private static let ahead = WordSet(words: ["明年", "来年", "下一年"])
  private static let asFollows = WordSet(words: ["如下"])
  private static let introductions = WordSet(words: ["如下", "以下", "汇报", "总结", "通报", "报告"])

  /// Whether the heading speaks of the year so far: 今年以来.
  var isOfOpenYear: Bool {
    guard case .days(let first, _)? = headingPeriod?.period else { return false }
    return first.month.number == 1 && first.number == 1
  }

  /// Takes the period of a passage from its heading, else from what the text introduced or spoke of before.
  mutating func inherit(in document: DocumentContext) {
    if isOfOpenYear, let sectionPeriod, period == headingPeriod, !isPlan {
      (period, periodOrigin) = (sectionPeriod, .section)
      return
    }
    guard period == nil, !isPlan else { return }
    if let sectionPeriod = sectionPeriod ?? answerPeriod {
      (period, periodOrigin) = (sectionPeriod, .section)
      return
    }
    // 现将1—8月情况分析如下, under a title of August: all up to it.
    let isPart = introduced?.period.map { part in
      document.period.map { $0 == part || $0.contains(part) || part.contains($0) && part.lastDay == $0.lastDay } ?? true
    }
    period = (isPart ?? false ? introduced : nil) ?? (mayRun(in: document) ? spokenPeriod : nil)
    periodOrigin = .section
  }

  /// Whether what the text spoke of last may stand for the report's period: where there is none, or its year was not over.
  private func mayRun(in document: DocumentContext) -> Bool {
    guard let year = document.period else { return true }
    // No more than the day of writing is known.
    if document.periodOrigin == .documentDate, document.isRunning { return true }
    return document.isRunning && spokenPeriod?.period.map { year.contains($0) } ?? false
  }

  /// Takes the period that a sentence named last.
  mutating func take(said found: FoundPeriod?, on date: Day?) {
    guard let spoken = found?.period, found?.isMasked == false, date.map({ spoken.lastDay.year <= $0.year }) ?? true
    else { return }
    // 去年11月，医院延长了门诊时间。一季度，…: when something happened.
    if case .month(let month) = spoken, let date, month.year < date.year { return }
    saidYear = spoken.lastDay.year
    saidPeriod = spoken.months.isEmpty ? nil : found
  }

  /// Keeps the months from January on that a passage begins with, for those that follow in its section: they are not parts of
  /// what the report tells but all that it could count.
  mutating func keep(_ found: FoundPeriod?, in document: DocumentContext) {
    // 今年以来 in a report of October that tells of January to September.
    if isOfOpenYear, let part = found?.period, let year = headingPeriod?.period, part.firstDay == year.firstDay,
      (2...11).contains(part.months.count), part.lastDay <= year.lastDay, !isPlan
    {
      sectionPeriod = found
      return
    }
    guard let found, let part = found.period, case .year(let year)? = document.period, part.lastDay.year == year,
      part.firstDay == Day(year, 1, 1), !isPlan
    else { return }
    switch part.months.count {
    case 8...11: sectionPeriod = found
    case 12: sectionPeriod = nil
    default: break
    }
  }

  /// Keeps the period that a sentence gave figures of, unless it is part of one that was told whole and is over: 2024年，…。四季度，….
  mutating func keep(spoken found: FoundPeriod?, on date: Day?) {
    guard let found else { return }
    if let whole = spokenPeriod?.period, case .year = whole, let part = found.period, part != whole,
      whole.contains(part),
      let date, whole.lastDay <= date
    {
      return
    }
    spokenPeriod = found
  }

  /// Keeps the months of the year after an assessment that a sentence names: what follows tells what was done in them.
  mutating func keep(answer found: FoundPeriod?, in document: DocumentContext) {
    guard let found, let part = found.period, part.lastDay.year == document.yearOfAnswer, !isPlan,
      (2..<12).contains(part.months.count)
    else { return }
    answerPeriod = found
  }

  /// 现将前三季度情况通报如下：, which says of what time all that follows is.
  private func introduced(
    _ text: FoldedText, _ range: Range<Int>, _ scanner: PeriodScanner
  ) -> FoundPeriod? {
    guard Self.introductions.occurs(in: text.scalars, range) else { return nil }
    var found: [FoundPeriod] = []
    var at = range.lowerBound
    var depth = 0
    while at < range.upperBound {
      // （统计年度为2012年10月至2013年9月） is a remark.
      if text.scalars[at] == "(" { depth += 1 }
      if text.scalars[at] == ")" { depth -= 1 }
      if depth > 0 {
        at += 1
      } else if let next = scanner.period(at: at) {
        found.append(next)
        at = max(at + 1, next.range.upperBound)
      } else {
        at += 1
      }
    }
    guard found.count == 1, let only = found.first, let period = only.period, !period.months.isEmpty else { return nil }
    return only
  }

  /// 2023年全院…; but not 2017年全面取消….
  private static let wholes = WordSet(
    words: ["院", "县", "市", "区", "省", "镇", "乡", "州", "国", "系统", "中心", "科", "站", "街道", "所", "局", "委"].map { "全" + $0 })
  private static let entering = WordSet(words: ["进入", "到了", "迈入", "刚进入", "自"])

  /// Takes the period that a sentence without figures begins with, so that it holds for the sentences after.
  mutating func take(_ text: FoldedText, _ range: Range<Int>, context: PeriodContext) {
    hearQuestion(text, range)
    var at = range.lowerBound
    while at < range.upperBound, text.scalars[at] == " " { at += 1 }
    // 【抗疫】进入12月.
    if at < range.upperBound, text.scalars[at] == "【",
      let close = text.scalars[at..<range.upperBound].firstIndex(of: "】")
    {
      at = close + 1
    }
    let scanner = PeriodScanner(text.scalars, before: range.upperBound, context: context)
    let introduces = text.scalars[range].last == ":" || Self.asFollows.occurs(in: text.scalars, range)
    if !hasHeading, introduces, let found = introduced(text, range, scanner) {
      (introduced, period, periodOrigin, instant) = (found, found, .section, nil)
      return
    }
    // 进入12月，就诊潮说来就来。当月….
    let entered = Self.entering.end(text.scalars, at: at, before: range.upperBound) ?? at
    if case .month(let month)? = scanner.period(at: entered)?.period { self.month = month }
    guard let found = scanner.period(at: at), let spoken = found.period, !spoken.months.isEmpty,
      found.range.upperBound < range.upperBound,
      "，,:是我怎".unicodeScalars.contains(text.scalars[found.range.upperBound])
        || Self.wholes.end(text.scalars, at: found.range.upperBound, before: range.upperBound) != nil
    else { return }
    // 2020年9月，医院与…签订协议。: what happened then, and no time of the figures of a report on another year.
    if case .month = spoken, let own = context.own, own != spoken { return }
    if case .month(let month) = spoken, context.own == nil, let now = context.year, month.year < now { return }
    period = found
    periodOrigin = .section
    instant = nil
    let isFirst = !text.scalars[..<range.lowerBound].contains("。")
    let said = isFirst ? text.scalars.indices : range
    if !hasHeading, Self.introductions.occurs(in: text.scalars, said) || text.scalars[range].last == ":" {
      introduced = found
    }
  }
}
