// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// When a figure was: periods named in the sentence, and those handed down to it.
extension SentenceReader {
  func take(_ named: FoundPeriod, _ at: Int) {
    var found = told(of: named, at)
    if let end = endOfYearTold(found) { found.period = end }
    if at > 0, case .from = lexemes[at - 1].kind, !isSeenFrom(at) { return }
    if at > 0, case .base = lexemes[at - 1].kind { return }
    if isInBrackets, at > clause, at > 2, isFromEvent(at - 2) { return }
    if former != nil, at > clause, case .and = lexemes[at - 1].kind { return }
    if isFurtherBase(at) { return }
    // 2024年工作计划：全年门诊…: the year is that of the plan.
    if case .year? = planPeriod?.period, !found.hasYear, case .year? = found.period { return }
    guard isAdverbial(at), !isBeginning(found, at), !isBaseOfMultiple(at), !isOfAim(at), !isGround(at),
      !isAimReached(found, at),
      !isOfEvent(found, at)
    else { return }
    if isBeforeEvent(at) {
      (period, periodClause) = (FoundPeriod(range: found.range, period: nil, hasYear: found.hasYear), clause)
      return
    }
    if foresees(found, at) { aimClause = clause }
    let isFormer = isFormerYear(at) && (!document.isSpeech || found.isSamePeriod)
    // 接诊28,316人次，仅12月就接诊1.1万余人次；检测…: in passing.
    let isAlone = at > clause && isWord(at - 1, of: .alone) && found.period.map { $0.months.count == 1 } ?? false
    if isFormer || isAlone || isRemark(found, at) || foresees(found, at) || isOfAimCompared(at) {
      periodBefore = periodBefore ?? .some((period, periodClause))
    }
    // 提出2017年实现全年门诊43万人次: 全年 says nothing more than the year before it.
    if found.period == nil, !found.isMasked, beginsWith(at, .yearly), case .year? = period?.period { return }
    if isOfNamedYear(found, at) { return }
    // 2022年全县居民健康素养水平为25.6%, among the plans for 2023.
    if topic.isPlan, isTarget, at == 0, tellsOfPast(found) { isTarget = false }
    let isDeadline = isDeadline(found, at) || isStillToCome(found)
    if isDeadline { isTarget = true }
    if isSetOut(at) { (isTarget, aimClause) = (true, clause) }
    // 明年，…, where the year is not known.
    if found.period == nil, isFirst(at), beginsWith(at, .nextYears) { isTarget = true }
    // 下半年就盯几个数：…, in a speech of July: all that follows is still to come.
    if isFirst(at), !isInBrackets, !found.isSamePeriod, document.isAhead(found.period), document.date != nil {
      isTarget = true
    }
    if let earlier = periodTold(of: found, at) {
      periodBefore = periodBefore ?? .some((period, periodClause))
      (period, periodClause) = (FoundPeriod(range: found.range, period: earlier, hasYear: found.hasYear), clause)
      return
    }
    // 由去年上半年的12.3万人次增加到今年同期的14.1万人次: the same months, a year later.
    if found.isSamePeriod, let then = former?.period, "今本".unicodeScalars.contains(text.scalars[found.range.lowerBound])
    {
      if document.period != nil { periodBefore = periodBefore ?? .some((period, periodClause)) }
      period = FoundPeriod(range: found.range, period: then.movedByYears(1), hasYear: found.hasYear)
      periodClause = clause
      return
    }
    if found.isSamePeriod, case .year(let year)? = found.period {
      base = ComparisonBase(kind: .samePeriod(of: year))
      lastBase = base
      return
    }
    if found.isSamePeriod, found.period == nil, !found.isMasked, let year = currentPeriod()?.yearEarlier.lastDay.year {
      // 去年同期, where the year is known by the sentence alone.
      base = ComparisonBase(kind: .samePeriod(of: year))
      lastBase = base
      return
    }
    if let since = sinceBeginning(found, at) {
      (period, periodClause) = (since, clause)
      return
    }
    keepWhole(found, at)
    date(before: found, at)
    // 10月底前完成检查；剖宫产率控制在38%以内: the day by which the one part is to be done.
    if isStillToCome(found) || isTarget && isOfItem(at) { spanned = spanned ?? (period, periodClause) }
    period = found
    periodClause = clause
    // 2020年门诊39.6万人次，去年72.3万人次。出院…: of the time of the report again.
    if let own = document.period, found.period == own, let before = topic.period?.period,
      own.firstDay.map({ before.lastDay < $0 }) ?? false
    {
      topic.period = handedDown
    }
    // 1至11月，门诊18,260人次。全年出院2,038人次。病床使用率98.3%: of the year again.
    if let own = document.period, found.period == own, isFirst(at), !isInBrackets, let part = topic.period?.period,
      part != own, own.contains(part), topic.period?.range != topic.headingPeriod?.range
    {
      (topic.period, topic.sectionPeriod) = (nil, nil)
    }
    if !isInBrackets, !isDeadline, isFirst(at), isTopic(at), !isOfWider(at), at == 0 || !isWord(at - 1, of: .recalling)
    {
      topic.period = isOpen(found) || isWiderThanReport(found) || isPassing(found) ? nil : found
      switch found.period {
      case .instant(let day)?: topic.instant = day.isLastOfMonth ? found : nil
      case .upTo?: topic.instant = found
      default: topic.instant = nil
      }
      topic.periodOrigin = .section
    }
  }

  /// 党委下辖11个党支部，2024年上半年接收5名预备党员: where nothing else says when, what stands before is of the same time.
  private func date(before found: FoundPeriod, _ at: Int) {
    guard periodClause == nil, period == nil, document.period == nil, document.year == nil, found.hasYear,
      !isInBrackets, let named = found.period, !named.months.isEmpty, at > 0
    else { return }
    if case .ofWhich = lexemes[at - 1].kind { return }
    for draft in drafts where !draft.isEcho && draft.period == nil && draft.role == .observed {
      (draft.period, draft.periodOrigin) = (named, .sentence)
    }
  }

  /// 在2023年的基础上: what a plan starts from, and not when it is to be done.
  func isGround(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return false }
    let next = isWord(at + 1, "的") && at + 2 < lexemes.count ? at + 2 : at + 1
    return beginsWith(next, .grounds)
  }

  /// 31.6%，提前实现2025年达到30%的目标: the year of the aim, while the figures stay in theirs.
  private func isAimReached(_ found: FoundPeriod, _ at: Int) -> Bool {
    guard at > clause, let year = found.period?.lastDay.year, let current = currentPeriod()?.lastDay.year,
      year > current
    else { return false }
    return (clause..<at).contains { endsIn($0, .early) || beginsWith($0, .early) }
  }

  /// 上年为8.5日: the year of the one value behind it.
  func isFormerYear(_ at: Int) -> Bool {
    guard at == clause, at + 1 < lexemes.count,
      "上去前".unicodeScalars.contains(text.scalars[lexemes[at].range.lowerBound])
    else { return false }
    switch lexemes[at + 1].kind {
    case .number, .masked: return true
    case .glue: return isNumber(at + 2)
    default: return false
    }
  }

  /// Whether a period begins the sentence, but for one word or a label in 【】.
  private func isFirst(_ at: Int) -> Bool {
    if at == 0 || at == 1 && !isFigure(lexemes[0]) { return true }
    guard case .mark("】") = lexemes[at - 1].kind else { return false }
    return true
  }

  /// 到2025年: what follows is still to come, unless the report is younger.
  func isDeadline(_ found: FoundPeriod, _ at: Int) -> Bool {
    guard at > clause, found.hasYear, let year = found.period?.lastDay.year, isWord(at - 1, of: .untils) else {
      return false
    }
    switch found.period {
    case .year?, .instant?: break
    default: return false
    }
    return document.lastYear.map { year > $0 } ?? document.date.map { year > $0.year }
      ?? !namesEarlierYear(year, before: at)
  }

  /// 改革前的2019年只有82.3%；到2023年，提高到91.6%: told from an earlier year on, by a text of which no year is known.
  private func namesEarlierYear(_ year: Int, before at: Int) -> Bool {
    lexemes[..<at].contains { lexeme in
      if case .period(let found) = lexeme.kind {
        return found.hasYear && found.period.map { $0.lastDay.year < year } ?? false
      }
      return false
    }
  }

  /// 年底前 in a report on May: a day before which something is to be done yet.
  func isStillToCome(_ found: FoundPeriod) -> Bool {
    guard case .instant(let day)? = found.period, text.scalars[found.range.upperBound - 1] == "前",
      let known = document.date ?? document.period?.lastDay
    else { return false }
    return day > known
  }

  /// Whether a period says when, and is no part of a name or a side remark: 召开2022年度述职会议, 剔除上年未报的.
  func isAdverbial(_ at: Int) -> Bool {
    guard at > clause, touches(at - 1, at) else { return true }
    if endsIn(at - 1, .announcing), isOfAnnouncement(at) { return true }
    switch lexemes[at - 1].kind {
    case .text:
      // 始建于1952年 says how old the facility is.
      let isFounding = endsIn(at - 1, .foundings)
      if isClauseOfItsOwn(at) || isBehindSubject(at) || isWord(at - 1, of: .recalling) { return true }
      // 科室全年总收入2,930万元.
      if at - 1 == clause, isNeutral(lexemes[at - 1].range) { return true }
      return !isFounding
        && (text.scalars[lexemes[at - 1].range].last.map { "到至在于自".unicodeScalars.contains($0) } ?? false
          || endsIn(at - 1, .causes) || endsIn(at - 1, .aroundAims) && metric(at: at + 1) != nil)
    case .act: return isStrivedFor(at - 1)
    case .guarded, .holds: return false
    case .lead:
      return !isWord(at - 1, "的")
        || at >= 2 && text.scalars[lexemes[at - 2].range].last.map { "前后".unicodeScalars.contains($0) } ?? false
        || isSetOut(at) || at >= 2 && text.scalars[lexemes[at - 2].range].suffix(3).contains("最")
        || at >= 2 && endsIn(at - 2, .spells)
    default: return true
    }
  }

  /// “十四五”规划确定的2025年每千人口床位数7张: what was set out for a period is an aim, in its clause.
  private func isSetOut(_ at: Int) -> Bool {
    guard at - 2 >= clause, at + 1 < lexemes.count, isWord(at - 1, "的"), endsIn(at - 2, .announcing),
      case .metric = lexemes[at + 1].kind
    else { return false }
    return true
  }

  /// 提出2017年实现…, 确定2024年门诊30万人次的目标: when an aim is to be reached; but not 明确2024年重点工作.
  private func isOfAnnouncement(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return false }
    switch lexemes[at + 1].kind {
    case .metric, .glue, .lead, .entity: return true
    default: return false
    }
  }

  /// 7—9月，门诊6,218人次，7月2,011人次；住院154人次: parts of a period do not outlast their list.
  private func keepWhole(_ found: FoundPeriod, _ at: Int) {
    // 出院9,416人次，其中7—9月出院3,302人次；床位使用率91.7%: of the whole time again.
    if at > 0, isOfWhich(at - 1), spanned == nil, let part = found.period,
      (period?.period ?? document.period)?.contains(part) ?? false
    {
      spanned = (period, periodClause)
      return
    }
    if let whole = spanned?.period?.period, let part = found.period, whole.contains(part) { return }
    if case .upTo(let day)? = found.period, periodClause != nil, spanned == nil, let whole = period?.period,
      period?.hasYear ?? false, whole.lastDay >= day, whole.lastDay.year == day.year
    {
      // 2023年共梳理问题46个，截至12月底已销号43个；约谈11人次: all of the year again.
      spanned = (period, periodClause)
      return
    }
    // 9月份当月药占比已降至28.9%；卫生材料收入7,865万元: of all months again.
    let isAlone = at + 1 < lexemes.count && (isWord(at + 1, "当月") || isPeriod(at + 1))
    if isAlone, let part = found.period, let whole = period?.period ?? document.period, whole != part,
      whole.contains(part)
    {
      spanned = spanned ?? (period, periodClause)
      return
    }
    if let whole = period?.period, let part = found.period, whole != part, whole.contains(part), periodClause != nil {
      spanned = spanned ?? (period, periodClause)
    } else {
      spanned = nil
    }
  }

  /// 回顾去年，: a period that ends a clause of nothing else but a verb.
  private func isClauseOfItsOwn(_ at: Int) -> Bool {
    guard at - 1 == clause, lexemes[at - 1].range.count <= 5, at + 1 < lexemes.count,
      case .mark = lexemes[at + 1].kind
    else { return false }
    return endsIn(at - 1, .lookingBack)
  }

  /// 康复科2024年共收治…: a period with its year between who did something and what was done.
  private func isBehindSubject(_ at: Int) -> Bool {
    guard at - 1 == clause || at - 2 == clause && isEntity(clause), case .period(let found) = lexemes[at].kind,
      found.hasYear, at + 1 < lexemes.count,
      let last = text.scalars[lexemes[at - 1].range].last, Self.subjectEnds.contains(last)
    else { return false }
    switch lexemes[at + 1].kind {
    case .metric, .number, .masked, .act, .holds: return true
    default: return beginsWith(at + 1, .doings)
    }
  }

  private static let subjectEnds = Set("科院局委心站室所部办队镇乡县市区统团".unicodeScalars)

  /// Whether a period stands apart before a comma, and so holds for the sentences after as well.
  func isTopic(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return false }
    switch lexemes[at + 1].kind {
    case .mark, .entity: return true
    // 1—9月累计，全院门诊14.92万人次.
    case .glue, .lead: return isWord(at + 1, "累计") && at + 2 < lexemes.count && isMark(lexemes[at + 2])
    default: return false
    }
  }

  func isOpen(_ found: FoundPeriod) -> Bool {
    switch found.period {
    case .instant, .upTo, .days: true
    // 三年来，….
    default: found.listed.count > 1 && !found.hasYear
    }
  }
}
