// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// How far a period that a sentence names holds.
extension SentenceReader {
  /// 从2023年前三季度考核情况看，: what is seen, and no value that something came from.
  func isSeenFrom(_ at: Int) -> Bool {
    var next = at + 1
    while next < lexemes.count, next < at + 5 {
      if case .mark = lexemes[next].kind { return text.scalars[lexemes[next].range.lowerBound - 1] == "看" }
      if isNumber(next) { return false }
      next += 1
    }
    return false
  }

  /// 年末职工1,486人；开展新技术31项: what is done in a year is of the year, though its end was named before.
  func wholeOfYearEnd(_ metric: Metric?, _ current: Period?) -> Period? {
    // 截至6月底，完成体检14,210人, in a report on the half-year: all that it tells of.
    if case .upTo(let day)? = current, let own = document.period, own.lastDay == day, own.firstDay?.year == day.year,
      let kind = metric?.kind,
      kind == .flow || kind == .eventCount || kind == .ratio || day.month.number == 12 && kind == .average,
      let named = (period ?? topic.instant)?.range, named.lowerBound < text.count,
      text.scalars[named.lowerBound] == "截",
      !lexemes.indices.contains(where: { beginsWith($0, .sumsUp) })
    {
      return own
    }
    guard case .instant(let day)? = current, periodClause != clause, let metric,
      metric.kind == .flow || metric.kind == .eventCount || metric.kind == .moneyFlow || metric.kind == .ratio
        || metric.kind == .average && !metric.name.hasPrefix("每"),
      let named = period?.range, named.upperBound <= text.scalars.count,
      !lexemes.contains(where: { $0.range.lowerBound > named.upperBound && isSum($0) }),
      text.scalars[named.upperBound - 1] == "末" || text.scalars[named.upperBound - 1] == "底"
    else { return nil }
    if let own = document.period { return own.lastDay == day ? own : nil }
    return day.month.number == 12 ? .year(day.year) : nil
  }

  /// The years that the text speaks of here, where it names several, or the report is of several.
  var yearsSpoken: [Period]? {
    if let period { return period.hasYear ? period.members : nil }
    guard let own = document.period, own.months.count > 12, own.months.count % 12 == 0,
      let first = own.firstDay?.year
    else { return nil }
    return (first...own.lastDay.year).map(Period.year)
  }

  /// 2020年门诊39.6万人次，去年达到72.3万, in a speech: the year before it; but 平均住院日8.1天，去年8.5天 tells of it first.
  private func speaksOfLastYear(_ now: Int) -> Bool {
    document.isSpeech && drafts.last(where: { !$0.isEcho })?.period != .year(now - 1)
  }

  /// 今年派驻专家1,240人次, in a report on nine months of the year: no more than them, unless it is an aim.
  func told(of found: FoundPeriod, _ at: Int) -> FoundPeriod {
    if let year = document.yearOfWriting, found.period == .year(year - 2), !found.isSamePeriod,
      !isFormerYear(at) || speaksOfLastYear(year) || lexemes[..<at].contains(where: isBeforeLast),
      text.scalars[found.range.lowerBound] == "去"
    {
      var last = found
      last.period = .year(year - 1)
      return last
    }
    // 去年投入1450万元。截至4月底，…, on 20 May: of the year of that day.
    if case .upTo(let day)? = found.period, !found.hasYear, let date = document.date, day.year == date.year - 1,
      document.period.map({ $0.lastDay.year == date.year }) ?? true,
      let same = Day(date.year, day.month.number, day.number), same <= date
    {
      var last = found
      last.period = .upTo(same)
      return last
    }
    if let end = endOfLastYear(found) {
      var last = found
      last.period = end
      return last
    }
    if let sum = summedUp(found, at) {
      var whole = found
      whole.period = sum
      return whole
    }
    guard case .year(let year)? = found.period, !isTarget, found.range.count == 2,
      "今本".unicodeScalars.contains(text.scalars[found.range.lowerBound]),
      let told = topic.headingPeriod?.period ?? topic.introduced?.period ?? document.period,
      told.firstDay == Day(year, 1, 1), told.lastDay.year == year, (2..<12).contains(told.months.count)
    else { return found }
    var next = at + 1
    while next < lexemes.count, !isMark(lexemes[next]) {
      if case .aim = lexemes[next].kind { return found }
      if saysMust(next) || saysWill(next) { return found }
      next += 1
    }
    var whole = found
    whole.period = told
    return whole
  }

  /// 去年同期出院2,310人次，今年…: the same stretch of the year before, where it says when a figure of its own was.
  func periodTold(of found: FoundPeriod, _ at: Int) -> Period? {
    guard found.isSamePeriod, !found.isMasked, at == clause || at == clause + 1 && isEntity(clause) else { return nil }
    // 死亡率分别为2.60‰、4.16‰，去年同期分别为2.87‰、4.51‰.
    if at + 1 < lexemes.count, case .respectively = lexemes[at + 1].kind { return currentPeriod()?.yearEarlier }
    guard let metric = metric(at: at + 1), isNumber(at + 2), endsPhrase(at + 3),
      drafts.last(where: { $0.takesChanges })?.metric?.id != metric.id
    else { return nil }
    guard case .year(let year)? = found.period else { return currentPeriod()?.yearEarlier }
    return relation(ComparisonBase(kind: .samePeriod(of: year)), currentPeriod()).1
  }

  /// 上年度总诊疗402.6万人次，年末卫生人员5,120人: the end of the year that the sentence named, and of none to come.
  func endOfYearTold(_ found: FoundPeriod) -> Period? {
    guard case .instant(let day)? = found.period, !found.hasYear, !isTarget, day.month.number == 12, day.number == 31,
      let date = document.date, day > date, periodClause != nil, case .year(let year)? = period?.period,
      year < day.year
    else { return nil }
    return Day(year, 12, 31).map(Period.instant)
  }

  /// 前年, from which on 去年 counts the years.
  private func isBeforeLast(_ lexeme: Lexeme) -> Bool {
    guard case .period = lexeme.kind, lexeme.range.count == 2 else { return false }
    return text.scalars[lexeme.range.lowerBound] == "前"
  }

  /// 今年累计完成4,776人, in a report on the third quarter: from January to its end.
  private func summedUp(_ found: FoundPeriod, _ at: Int) -> Period? {
    guard case .year(let year)? = found.period, !found.hasYear, !isTarget, let own = document.period,
      own.lastDay.year == year, (1..<12).contains(own.months.count), at + 1 < lexemes.count,
      WordSet.sumsUp.end(text.scalars, at: lexemes[at + 1].range.lowerBound, before: text.count) != nil,
      let first = Month(year, 1)
    else { return nil }
    return Period(from: first, to: own.lastDay.month)
  }

  /// 2025年启动二期，力争全年手术突破2.5万台: 全年 is of the year that the sentence named, where that is still to come, or stands
  /// right before it: 而在2020年，全年门急诊量还只有52.3万人次.
  func isOfNamedYear(_ found: FoundPeriod, _ at: Int) -> Bool {
    guard beginsWith(at, .yearly), case .year(let year)? = found.period, let period, period.hasYear,
      periodClause != nil,
      case .year(let named)? = period.period
    else { return false }
    if named > year { return true }
    return lexemes[..<at].reversed().prefix { lexeme in
      switch lexeme.kind {
      case .mark, .entity: true
      default: false
      }
    }.last.map { $0.range.lowerBound == period.range.upperBound } ?? false
  }

  /// The year that the sentence named, anywhere in it: 院长介绍，2025年医院门急诊量达68.3万人次.
  var namedYear: FoundPeriod? {
    guard periodClause != nil, let period, period.hasYear, case .year(let year)? = period.period,
      document.date.map({ year <= $0.year }) ?? true, !isTarget
    else { return nil }
    return period
  }

  /// 三季度末，编制床位400张: holdings of the day that a quarter ends with.
  func endOfQuarter(_ metric: Metric?, _ current: Period?) -> Period? {
    guard case .quarter? = current, metric?.kind == .stock, let named = period, named.period == current,
      named.range.upperBound <= text.scalars.count, named.range.lowerBound < named.range.upperBound,
      "末底".unicodeScalars.contains(text.scalars[named.range.upperBound - 1])
    else { return nil }
    return current.map { .instant($0.lastDay) }
  }

  /// 2019年启动医共体改革前，县域内就诊率只有76.2%: some time before what the year is told of.
  func isBeforeEvent(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count, touches(at, at + 1) else { return false }
    for place in at + 1..<min(at + 7, lexemes.count) {
      switch lexemes[place].kind {
      case .mark:
        return place > at + 1 && text.scalars[lexemes[place].range.lowerBound - 1] == "前" && !isPeriod(place - 1)
      case .number, .masked, .base, .period: return false
      default: continue
      }
    }
    return false
  }

  /// 药占比27.2%, in a report on five years: levels are those of the last one, unless an average of all is told; what there
  /// is counted so at the end of any years.
  func lastOfYears(_ metric: Metric?, _ current: Period?) -> Period? {
    guard let metric, let current, case .months = current, current.months.count > 12, current.months.count % 12 == 0
    else { return nil }
    switch metric.kind {
    case .stock: return .year(current.lastDay.year)
    case .average where metric.name.hasPrefix("每"): return .year(current.lastDay.year)
    case .ratio, .average, .index: break
    default: return nil
    }
    // 五年间，药占比从34.9%降到25.3%.
    let isNamedBefore = periodClause != nil && periodClause != clause && former != nil
    guard current == document.period || current == topic.headingPeriod?.period, periodClause == nil || isNamedBefore
    else { return nil }
    let said = lexemes[clause].range.lowerBound..<lexemes[lexemes.count - 1].range.upperBound
    return WordSet.ofAllYears.occurs(in: text.scalars, said) ? nil : .year(current.lastDay.year)
  }

  /// 累计, which makes of a day's figure the sum up to it.
  private func isSum(_ lexeme: Lexeme) -> Bool {
    WordSet.sumsUp.end(text.scalars, at: lexeme.range.lowerBound, before: lexeme.range.upperBound) != nil
  }

  /// Dates what a text says no time of, where all that it names is of one year.
  func date(all year: Int) {
    if drafts.contains(where: { $0.role == .target && $0.period?.lastDay.year == year }) { return }
    for draft in drafts where draft.period == nil && !draft.isFormer && !draft.isEcho && !draft.isOfOpenTime {
      (draft.period, draft.periodOrigin) = (.year(year), .section)
    }
  }

  /// 自2021年1月开打以来累计接种: all that there was up to the end of the report's period.
  func sinceBeginning(_ found: FoundPeriod, _ at: Int) -> FoundPeriod? {
    guard at > 0, touches(at - 1, at), "自从".unicodeScalars.contains(text.scalars[lexemes[at - 1].range.upperBound - 1]),
      at + 1 < lexemes.count, found.hasYear, let end = document.period?.lastDay ?? document.date
    else { return nil }
    let words = lexemes[at].range.upperBound..<lexemes[min(at + 3, lexemes.count - 1)].range.upperBound
    guard WordSet.since.occurs(in: text.scalars, words) else { return nil }
    return FoundPeriod(range: found.range, period: .upTo(end), hasYear: false)
  }

  /// （均为2023年数据）: the period in brackets at the end of a sentence, of all that has none of its own.
  func datesAll(_ open: Int, before close: Int) -> Bool {
    guard close == lexemes.count - 1, close - open <= 5 else { return false }
    var found: FoundPeriod?
    for place in open + 1..<close {
      switch lexemes[place].kind {
      case .period(let named): found = found == nil && named.hasYear ? named : nil
      case .each, .glue: continue
      case .text: guard isWord(place, of: .ofData) else { return false }
      default: return false
      }
    }
    guard let period = found?.period, close - open > 2 else { return false }
    for draft in drafts where !draft.isEcho && draft.periodOrigin != .clause {
      (draft.period, draft.periodOrigin) = (period, .sentence)
    }
    return true
  }

  /// 2024年 in a report on its first half says what a standard is, and no period of the sentences after it.
  func isWiderThanReport(_ found: FoundPeriod) -> Bool {
    guard case .year(let year)? = found.period, let own = document.period, own.lastDay.year == year else {
      return false
    }
    return (1..<12).contains(own.months.count)
  }

  /// 2020—2022年，县财政分别投入…; 2020年9月，全县组建医共体…, in a report on 2022: no time of the sentences after it.
  func isPassing(_ found: FoundPeriod) -> Bool {
    if found.listed.count > 1, found.period != document.period { return true }
    guard case .month? = found.period else { return false }
    return document.isOver(found)
  }

  /// 综合楼于5月18日启用: when something happened, and no time of the figures after it.
  func isOfEvent(_ found: FoundPeriod, _ at: Int) -> Bool {
    if isOfHappening(found, at) { return true }
    // 中心成立于2006年，编制45人.
    if WordSet.foundedAt.match(text.scalars, endingAt: found.range.lowerBound, after: 0) != nil { return true }
    guard at > clause, touches(at - 1, at), at + 1 < lexemes.count else { return false }
    switch found.period {
    case .instant?, .month?: break
    // 大楼于2014年动工.
    case .year? where !isMark(lexemes[at + 1]): break
    default: return false
    }
    guard let last = text.scalars[lexemes[at - 1].range].last, last == "于" || last == "在" else { return false }
    for lexeme in lexemes[(at + 1)...] {
      switch lexeme.kind {
      case .mark: return true
      case .metric, .number, .masked: return false
      default: continue
      }
    }
    return true
  }
}

extension WordSet where Meaning == Bool {
  /// Words before a month that is told in passing.
  static let alone = WordSet(words: ["仅", "仅仅", "单", "单是", "光"])
  /// Words for the time of the report, after an earlier one.
  static let presently = WordSet(words: ["现在", "如今", "而今", "目前"])
  static let foundedAt = WordSet(words: [
    "成立于", "始建于", "创建于", "创办于", "组建于", "建于", "设立于", "挂牌于", "创立于", "筹建于", "建成于",
  ])
  static let contrasts = WordSet(words: ["而", "但", "当时", "同年"])
  static let ofAllYears = WordSet(words: ["年均", "年平均", "五年平均", "历年", "每年"])
}
