// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What stands in brackets.
extension SentenceReader {
  /// Reads what stands in brackets with its own period, subject and role, and goes back to those before.
  func brackets(_ at: Int) -> Int {
    var close = at + 1
    while close < lexemes.count, close - at < 60 {
      if case .close = lexemes[close].kind { break }
      close += 1
    }
    guard close < lexemes.count, close > at + 1 else { return at + 1 }
    if isListMark(at, close) {
      // （二）三月份…；（三）…: a part of the period holds for its own item.
      if let whole = topic.period?.period ?? document.period, let part = period?.period, part != whole,
        whole.contains(part) || document.isAhead(part)
      {
        (period, periodClause) = (topic.period, nil)
      }
      entity = topic.entity
      clause = close + 1
      return close + 1
    }
    if close == at + 2, at == clause + 1, endsIn(clause, .leaders), let found = named(inBrackets: at + 1) {
      // 总院（县人民医院）门急诊24.85万人次.
      (entity, entityClause) = (found, clause)
      return close + 1
    }
    if ofMultiple(at, before: close) || rankedByGrowth(at, before: close) { return close + 1 }
    if shareInBrackets(at, before: close) { return close + 1 }
    if partsInBrackets(at, before: close) { return close + 1 }
    let isHeld = holdsOfWhich(at, before: close)
    if beginsWith(at + 1, .notes), !restates(at + 1, before: close), !isHeld,
      !isShare(at + 1, before: close)
    {
      for place in at..<close where isFigure(lexemes[place]) { rejections[place] = .scope }
      return close + 1
    }
    if tellsWhen(at, before: close) || datesAll(at, before: close) { return close + 1 }
    if datesValue(at, before: close) || earlierInBrackets(at, before: close) { return close + 1 }
    if aimNamedInBrackets(at, before: close) || othersInBrackets(at, before: close) || ofBase(at, before: close)
      || bracketed(at, before: close)
      || formersInBrackets(at, before: close)
      || aimsInBrackets(at, before: close)
    {
      return close + 1
    }
    let saved = (period, entity, base, isTarget, clause, whole, topic, isInBrackets)
    if tellsWhatWas(at + 1) { isTarget = false }
    let savedSpan = spanned
    let savedKind = (countedKind, beforeCounted)
    let savedPeriodClause = periodClause
    // 比2024年（结余215万元）增加485万元: what there was at the time of the base.
    if at > clause, case .base(let base) = lexemes[at - 1].kind, metric(at: at + 1) != nil, isNumber(at + 2),
      let then = relation(base, currentPeriod()).1
    {
      (period, periodClause) = (FoundPeriod(range: lexemes[at - 1].range, period: then, hasYear: true), at + 1)
    }
    clause = isHeld ? at + 2 : at + 1
    isInBrackets = true
    if isTarget, saysDone(from: clause) {
      isTarget = false
      // 3月底前达到90%（目前83.7%）.
      if beginsWith(clause, .now), document.isAhead(period?.period) { (period, periodClause) = (handedDown, nil) }
    }
    var inner = clause
    while inner < close { inner = step(inner) }
    // By their place: the value of a base may have been put before the figure that it belongs to.
    for draft in drafts where draft.figure.map({ at < $0 && $0 < close }) ?? false { draft.takesChanges = false }
    (period, entity, base, isTarget, clause, whole, topic, isInBrackets) = saved
    periodClause = savedPeriodClause
    spanned = savedSpan
    (countedKind, beforeCounted) = savedKind
    return max(close + 1, inner)
  }

  /// The facility or campus that stands in brackets.
  private func named(inBrackets at: Int) -> Entity? {
    switch lexemes[at].kind {
    case .entity(let found): found
    case .text: endsIn(at, .campuses) ? .named(string(at)) : nil
    default: nil
    }
  }

  /// 截至目前（2024年8月31日）, 近一年（2022年7月至2023年6月）: a period in brackets before any figure says when all of them were.
  private func tellsWhen(_ at: Int, before close: Int) -> Bool {
    // （2023年11月6日）：, the day of writing.
    if close == at + 2, case .period(let day) = lexemes[at + 1].kind, let date = document.date,
      day.period == .instant(date), close + 1 >= lexemes.count || isWord(close + 1, ":")
    {
      return true
    }
    guard close == at + 2, at > clause, case .period(var found) = lexemes[at + 1].kind, found.hasYear,
      let spoken = found.period, !lexemes[..<at].contains(where: isFigure),
      // 由改革前（2015年）的41.2%下降到36.5%: when the former value was.
      !isFromEvent(at - 1)
    else { return false }
    if case .instant(let day) = spoken,
      WordSet.untilNow.occurs(in: text.scalars, beginning(of: clause)..<lexemes[at].range.lowerBound)
    {
      found.period = .upTo(day)
    }
    (period, periodClause) = (found, clause)
    return true
  }

  /// 孕产妇死亡率0（2019年）, 33.6%（县级2025年监测）: when the one value before was.
  private func datesValue(_ open: Int, before close: Int) -> Bool {
    guard close - open <= 4, open > 0, isNumber(open - 1), let last = drafts.last, last.figure == open - 1,
      !(open + 1..<close).contains(where: isNumber)
    else { return false }
    let found = (open + 1..<close).compactMap { place -> FoundPeriod? in
      if case .period(let found) = lexemes[place].kind { return found }
      return nil
    }
    guard found.count == 1, found[0].hasYear, let named = found[0].period, named.firstDay != nil,
      !(open + 1..<close).contains(where: isMarkOrMetric)
    else { return false }
    (last.period, last.periodOrigin) = (named, .clause)
    return true
  }

  private func isMarkOrMetric(_ at: Int) -> Bool { isMark(lexemes[at]) || metric(at: at) != nil }

  /// 为4月（1.31万人次）的2.1倍: what the figure was at the time that a multiple compares it with.
  private func ofMultiple(_ open: Int, before close: Int) -> Bool {
    guard close == open + 2, open > clause, close + 2 < lexemes.count, isWord(close + 1, "的"), isNumber(close + 2),
      unit(of: close + 2) == "倍", case .number(let number, let unit) = lexemes[open + 1].kind,
      let last = drafts.last(where: { !$0.isEcho && $0.takesChanges }), let metric = last.metric,
      fits(open + 1, metric, unit)
    else { return false }
    switch lexemes[open - 1].kind {
    case .period(let found): former = Former(number, unit, found.period, lexemes[open + 1].range, open + 1)
    case .base(let base):
      former = Former(number, unit, relation(base, last.period).1, lexemes[open + 1].range, open + 1)
    default: return false
    }
    addFormer(for: last)
    return true
  }

  func beginning(of at: Int) -> Int { lexemes[at].range.lowerBound }

  /// 263家（含村卫生室198家）: a part that is counted, and no remark.
  private func holdsOfWhich(_ at: Int, before close: Int) -> Bool {
    guard close - at > 3, beginsWith(at + 1, .including) else { return false }
    var place = at + 2
    let own = drafts.last { !$0.isEcho && $0.metric != nil }?.unit.symbol
    while place + 1 < close, isEntity(place), isNumber(place + 1),
      UnitSet.institutions.contains(unit(of: place + 1)) || unit(of: place + 1) == own
    {
      place += 2
      if place < close, case .and = lexemes[place].kind { place += 1 }
    }
    return place == close
  }

  /// 药品收入1,398万元（含中药饮片466万元）, 职工320人（含临聘人员45人、返聘人员6人）: parts of the figure before, and no remarks.
  private func partsInBrackets(_ at: Int, before close: Int) -> Bool {
    guard let last = drafts.last, last.figure == at - 1, let metric = last.metric, let whole = last.quantity,
      beginsWith(at + 1, .including) || metric.kind == .stock && !isNumber(at + 1)
    else { return false }
    let includes = beginsWith(at + 1, .including)
    var items: [(name: Range<Int>, value: Int)] = []
    var start = at + 1
    for place in at + 1..<close where isNumber(place) {
      let opener = lexemes[start].range
      let words = WordSet.including.end(text.scalars, at: opener.lowerBound, before: opener.upperBound)
      let name = (items.isEmpty ? words ?? opener.lowerBound : opener.lowerBound)..<lexemes[place].range.lowerBound
      guard name.count > 1 || !includes, name.count <= 12,
        !(start..<place).contains(where: { isEntity($0) || isMark(lexemes[$0]) || tellsOfTime($0) }),
        case .number(let number, _) = lexemes[place].kind, number.value < whole.value,
        unit(of: place) == unit(of: at - 1) && fits(place, metric, unit(of: place)) || isBareStaff(place, name),
        place + 1 == close || isJoint(place + 1)
      else { return false }
      items.append((name, place))
      start = place + 2
    }
    guard let first = items.first, start > close, includes || items.count > 1 || isBareStaff(first.value, first.name)
    else { return false }
    for (name, value) in items {
      let words = text.string(name)
      // 门诊9.1万人次（含急诊0.8万人次）: by a name of its own.
      let own = index.metric(named: Array(text.scalars[name])).flatMap { fits(value, $0, unit(of: value)) ? $0 : nil }
      let found = own ?? metric
      add(value, found, Subject(metric: found, label: words, part: own == nil ? words : nil, start: value))
      drafts[drafts.count - 1].takesChanges = false
    }
    return true
  }

  /// “十三五”末为46个，增加25个: what was then, and what came of it.
  private func tellsOfTime(_ at: Int) -> Bool {
    switch lexemes[at].kind {
    case .period, .base, .change: true
    default: false
    }
  }

  /// 职工63人（在编41）: persons without a unit, by how they are employed.
  private func isBareStaff(_ at: Int, _ name: Range<Int>) -> Bool {
    unit(of: at).isEmpty
      && WordSet.employments.end(text.scalars, at: name.lowerBound, before: name.upperBound) == name.upperBound
  }

  /// （二） at the start of a clause, which begins an item of a list.
  private func isListMark(_ at: Int, _ close: Int) -> Bool {
    guard close == at + 2, at == clause, lexemes[at + 1].range.count <= 2 else { return false }
    return text.scalars[lexemes[at + 1].range].allSatisfy { ChineseNumeral.isNumeral($0) || NumberScanner.isDigit($0) }
  }

  /// 药品收入1.13亿元（占25.8%）: the share of the figure before.
  private func shareInBrackets(_ at: Int, before close: Int) -> Bool {
    guard beginsWith(at + 1, .shares), isNumber(close - 1), !(at + 1..<close - 1).contains(where: isNumber) else {
      return false
    }
    let saved = clause
    clause = at + 1
    defer { clause = saved }
    guard shareOfFormer(close - 1) else { return false }
    drafts[drafts.count - 1].takesChanges = false
    return true
  }

  /// 门诊15,672人次（14,210人次）, below 业务数据（括号内为2016年）: what the figure before was then.
  private func earlierInBrackets(_ at: Int, before close: Int) -> Bool {
    guard let then = topic.bracketPeriod, close == at + 2, at > clause, let last = drafts.last, last.figure == at - 1,
      let metric = last.metric, fits(at + 1, metric, unit(of: at + 1))
    else { return false }
    add(at + 1, metric, Subject(metric: metric, label: last.label, part: last.part, start: at + 1))
    let draft = drafts[drafts.count - 1]
    (draft.period, draft.periodOrigin, draft.takesChanges, draft.facility) = (then, .heading, false, last.facility)
    drafts.swapAt(drafts.count - 1, drafts.count - 2)
    return true
  }

  /// 次均门诊药费（94.7元）: the value of a name stands in brackets behind it.
  private func bracketed(_ at: Int, before close: Int) -> Bool {
    guard close == at + 2, at > clause, isNumber(at + 1), changeVerb(before: at + 1) == nil,
      let subject = subject(before: at), let metric = subject.metric, fits(at + 1, metric, unit(of: at + 1)),
      !drafts.contains(where: { !$0.isEcho && $0.range.upperBound > lexemes[at - 1].range.lowerBound })
    else { return false }
    stated(at + 1, subject)
    return true
  }

  /// 较2012年（84.27%和93.85%）分别提高…: what the figures before were at the time of the base.
  private func ofBase(_ at: Int, before close: Int) -> Bool {
    guard at > clause, case .base(let base) = lexemes[at - 1].kind else { return false }
    var values: [Int] = []
    for place in (at + 1)..<close {
      switch lexemes[place].kind {
      case .number: values.append(place)
      case .and, .respectively, .glue: continue
      default: return false
      }
    }
    let figures = drafts.filter { $0.takesChanges && !$0.isEcho && !$0.text.isEmpty && !$0.isPlainShare }
    let targets = figures.suffix(values.count)
    guard !values.isEmpty, targets.count == values.count,
      zip(targets, values).allSatisfy({ draft, value in draft.metric.map { fits(value, $0, unit(of: value)) } ?? false }
      )
    else { return false }
    for (draft, value) in zip(targets, values) {
      guard case .number(let number, let unit) = lexemes[value].kind else { continue }
      former = Former(number, unit, relation(base, draft.period).1, lexemes[value].range, value)
      addFormer(for: draft)
    }
    (former, spokenFormer) = (nil, nil)
    return true
  }

  /// （不含饮片25.1%）: a second value of a ratio, counted otherwise, and no remark.
  private func restates(_ start: Int, before close: Int) -> Bool {
    guard beginsWith(start, .scopes), close - start == 2 || close - start == 3 && isGlue(start + 1),
      isFigure(lexemes[close - 1]), unit(of: close - 1) == "%",
      let metric = drafts.last?.metric
    else { return false }
    return metric.unit == .percent
  }

  private func isGlue(_ at: Int) -> Bool {
    guard case .glue = lexemes[at].kind else { return false }
    return true
  }
}

extension WordSet where Meaning == Bool {
  /// How persons are employed.
  static let employments = WordSet(words: [
    "在编", "编内", "编外", "聘用", "合同制", "临聘", "返聘", "在岗", "退休", "在编在岗", "正式", "备案制", "人事代理", "招聘", "借调",
  ])
}
