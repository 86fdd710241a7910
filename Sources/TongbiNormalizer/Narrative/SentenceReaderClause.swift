// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Where clauses end, and what they say as a whole.
extension SentenceReader {
  /// Ends a clause at a mark: what holds for the clause alone is forgotten, and a semicolon ends lists of parts too.
  func boundary(_ mark: Unicode.Scalar, _ at: Int) {
    // 总诊疗人次：85.6万.
    if mark == ":", at > clause, isNumber(at + 1), case .metric = lexemes[at - 1].kind { return }
    // （2021年：1.98亿元）.
    if mark == ":", isInBrackets, at == clause + 1, isPeriod(clause) { return }
    if mark == ":" { head(at) }
    if mark == ":" || mark == "；" || mark == ";" { headMetric = mark == ":" ? metricOfHead(at) : nil }
    if mark == "，" || mark == "," { listPeriods(before: at) }
    if let kind = countedKind {
      // Of several kinds counted one after the other none is the subject, nor are those that a facility has of its own.
      let isSpokenOf = beforeCounted == nil && !hasKindsOfItsOwn && at + 1 < lexemes.count
      entity = isSpokenOf && metric(at: at + 1) != nil ? kind : entityBefore
      if beforeCounted == nil { beforeCounted = .some(entityBefore) }
      countedKind = nil
    }
    if let before = periodBefore { (period, periodClause, periodBefore) = (before.period, before.clause, nil) }
    if let before = beforeSuperior { (entity, beforeSuperior) = (before, nil) }
    if dealtWithOwn(before: at) { entity = .own }
    let before = clause
    clause = at + 1
    base = nil
    former = nil
    earlierFormers = []
    if isTarget, !topic.isPlan, aimClause != nil || saysDone(from: clause) || isRemark(from: before) {
      isTarget = false
    }
    aimClause = nil
    if mark == "，" || mark == ",", let spoken = outer, isOfAllAgain(at + 1) {
      (entity, outer, whole) = (spoken, nil, nil)
    }
    // “十三五”末只有5.2张，现在是6.6张.
    if let named = period?.period, periodClause != nil, at + 1 < lexemes.count,
      WordSet.presently.end(text.scalars, at: lexemes[at + 1].range.lowerBound, before: text.count) != nil,
      let own = document.period, named.lastDay < own.lastDay, !own.contains(named)
    {
      (period, periodClause) = (handedDown, nil)
    }
    guard mark == ";" || mark == "；" else { return }
    // 2021年全国平均水平为25.4%；居民人均预期寿命80.62岁: of those who report again.
    if case .named(let region)? = entity, let named = entityClause, region == "全国" || region == "全省",
      document.region != region, document.hasOwner
    {
      (entity, entityClause) = (topic.carried ?? topic.entity, nil)
      if periodClause == named { (period, periodClause) = (handedDown, nil) }
    }
    // 科室药占比19.6%，全院为31.2%；平均住院日10.8天: of the department again.
    if document.department != nil, entity == .hospital || entity == .own {
      (entity, entityClause) = (topic.entity, nil)
    }
    if let before = partedDepartment { department = before }
    // 近三年无一名本科生报到；资金到位71.3万元: the years of what no figure tells.
    if let years = period?.period, periodClause != nil, years.months.count > 12, years != document.period,
      !drafts.contains(where: { !$0.isEcho && $0.period == years })
    {
      (period, periodClause) = (handedDown, nil)
    }
    // 死亡率22.8/10万，而2018年无死亡；新生儿死亡率1.82‰: of the time before, as no figure is of the one named last.
    if let named = period?.period, let start = periodClause, start < lexemes.count, named != document.period,
      let own = document.period, named.lastDay < own.lastDay,
      drafts.contains(where: { !$0.isEcho && $0.range.upperBound <= lexemes[start].range.lowerBound }),
      !drafts.contains(where: { !$0.isEcho && $0.range.lowerBound >= lexemes[start].range.lowerBound })
    {
      (period, periodClause) = (handedDown, nil)
    }
    if let spanned {
      if !goesOnWithPart(at + 1, of: spanned.period?.period ?? document.period) {
        (period, periodClause) = spanned
        self.spanned = nil
      }
    } else if let years = period?.listed, years.count > 1, lastList?.count == years.count, periodClause != nil,
      !lexemes[(at + 1)...].prefix(while: { !isMark($0) }).contains(where: isRespective)
    {
      // 2014—2016年，县域内就诊率分别为…；基层诊疗占比62.5%: of the report's time again.
      (period, periodClause) = (handedDown, nil)
    } else if isTarget || topic.isPlan, let named = period, periodClause != nil, isOfItemAlone(named) {
      // 新院区10月投用；门诊量达到15万人次: by the end of the year again.
      (period, periodClause) = (handedDown, nil)
    }
    // 县级公立医院药占比降到38%以下；计划投资1.2亿元…: another aim, and not theirs.
    if isTarget, let start = entityClause, case .named(let name)? = entity,
      start > 0 && FacilityKinds.known.contains(name) || WordSet.campuses.ends(name)
    {
      (entity, entityClause) = (topic.carried ?? topic.entity, nil)
    }
    partedWhole = whole ?? partedWhole
    (whole, wholeTeam, wholeStaff) = (nil, nil, nil)
    // 乡镇卫生院12个，床位480张；社区卫生服务中心3个，人员96人: each kind is the subject of its own part.
    if let before = beforeCounted { (entity, beforeCounted, entityBefore) = (before, nil, before) }
    // 其中…，村卫生室22.4万人次；入院4.16万人次: the parts end with the semicolon.
    if let before = outer, !goesOnWithOwner(at + 1, of: before) {
      (entity, outer, parted) = (before, nil, .some(before))
    }
    if beginsItem(at + 1) { (entity, entityClause) = (topic.carried ?? topic.entity, nil) }
    let own = drafts.indices.filter { !drafts[$0].isEcho }
    for draft in drafts.indices where !(own == [draft] && goesOn(at + 1)) { drafts[draft].takesChanges = false }
  }

  /// 总医院出院3.02万人次。其中乡镇卫生院门急诊39.5万人次；出院0.74万人次: whether the next clause begins with a metric whose figure was
  /// told of all, so that this one is of the part too.
  private func goesOnWithOwner(_ at: Int, of whole: Entity?) -> Bool {
    guard let next = metric(at: at), isNumber(at + 1), case .number(let number, _) = lexemes[at + 1].kind else {
      return false
    }
    let part = entity
    entity = whole
    let (name, period) = (currentFacility(), currentPeriod())
    entity = part
    return (topic.figures + drafts).contains {
      $0.metric?.id == next.id && $0.facility == name && $0.period == period && !$0.isEcho && $0.part == nil
        && $0.quantity.map { number.value < $0.value } ?? false
    }
  }

  private func isRespective(_ lexeme: Lexeme) -> Bool {
    guard case .respectively = lexeme.kind else { return false }
    return true
  }

  /// 总诊疗178万人次；出院6.8万人次。其中三季度总诊疗60万人次；出院2.2万人次: whether the next clause begins with a metric whose
  /// figure for all of the time was told, so that this one is of the part too.
  private func goesOnWithPart(_ at: Int, of whole: Period?) -> Bool {
    guard let next = metric(at: at), isNumber(at + 1), let whole else { return false }
    return (topic.figures + drafts).contains { $0.metric?.id == next.id && $0.period == whole && !$0.isEcho }
  }

  /// 63件，其中县人民医院31件、县中医院17件，办结率98.4%: whether a clause tells another metric of all, behind the parts that
  /// several facilities have in a figure.
  private func isOfAllAgain(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count, let next = metric(at: at), isNumber(at + 1), let whole, drafts.indices.contains(whole)
    else { return false }
    let parts = drafts[(whole + 1)...].filter { $0.metric?.id == drafts[whole].metric?.id }
    return Set(parts.map(\.facility)).count > 1 && next.id != drafts[whole].metric?.id
      && parts.allSatisfy { $0.facility != drafts[whole].facility }
  }

  /// 1.县级医院药占比…；2.完成…: whether an item of a list begins, which is of none of those that the one before spoke of.
  private func beginsItem(_ at: Int) -> Bool {
    guard at < lexemes.count, entity != topic.entity else { return false }
    let start = lexemes[at].range.lowerBound
    let words = Array(text.scalars[start..<min(start + 6, text.scalars.count)])
    return ListMark.end(words) != nil && !ListMark.isOfTwo(words)
  }

  /// 一是县级医院药占比…；二是…: each item is of who was spoken of before the first.
  func takeItem(_ at: Int) {
    clause = at + 1
    if let spoken = ownerOfItems { (entity, entityClause) = (spoken, nil) } else { ownerOfItems = .some(entity) }
    // 一是8月以后住院增长乏力；二是病床使用率78.9%: a month of one item is none of the next.
    if case .month? = period?.period, periodClause != nil, period != handedDown {
      (period, periodClause) = (handedDown, nil)
    }
  }

  /// Whether a month or day says when one thing is to be done, and is no clause of its own before all of them: 10月投用.
  private func isOfItemAlone(_ named: FoundPeriod) -> Bool {
    switch named.period {
    case .instant(let day)? where day.month.number == 12 && day.number == 31: return false
    case .instant?, .month?, .days?: break
    default: return false
    }
    guard let place = lexemes.firstIndex(where: { $0.range.lowerBound >= named.range.upperBound }) else { return false }
    return !isMark(lexemes[place])
  }

  /// 这是我科今后要下大力气控制的指标: words about what was told, which make no aims of what follows.
  private func isRemark(from start: Int) -> Bool {
    lexemes.indices.contains(start) && "这是".unicodeScalars.contains(text.scalars[lexemes[start].range.lowerBound])
      && !(start..<clause).contains(where: isNumber)
  }

  /// Whether a clause states nothing but a change: ；较2019年增长12.3%.
  private func goesOn(_ at: Int) -> Bool {
    guard at + 2 < lexemes.count, case .base = lexemes[at].kind, case .change(let way) = lexemes[at + 1].kind, way != 0
    else { return false }
    return isNumber(at + 2)
  }

  /// Whether a clause speaks of what was reached: 计划投资5600万元，截至目前已完成3120万元.
  func saysDone(from start: Int) -> Bool {
    (start..<min(start + 3, lexemes.count)).contains { place in
      let lexeme = lexemes[place]
      // 到2026年末力争…；2023年末…: of a year before the aim's.
      if case .period(let found) = lexeme.kind, found.hasYear, let year = found.period?.lastDay.year,
        let aim = period?.period?.lastDay.year
      {
        return year < aim && !isGround(place)
      }
      return WordSet.done.end(text.scalars, at: lexeme.range.lowerBound, before: lexeme.range.upperBound) != nil
    }
  }
}
