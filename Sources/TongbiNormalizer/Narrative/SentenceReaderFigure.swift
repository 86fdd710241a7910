// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// Reads a number, mask or range: as a change, as a former value, or as a figure of its own.
  func figure(_ at: Int) {
    guard at >= readUpTo else { return }
    if isFrequency(at) { return reject(at, .frequency) }
    if isOneOfMany(at) { return reject(at, .grade) }
    if isHeldToLine(at), aimBehind(at) { return }
    if let verb = changeVerb(before: at) {
      change(at, verb)
      return
    }
    if isDistanceFromAim(at) { return reject(at, .comparedWithOthers) }
    if aimBehind(at) || limitSet(at) || lineNamed(at) || furtherAim(at) || actual(at) || aimInComparison(at) { return }
    if averageOfRegion(at) { return }
    if isComparedWithOthers(at) { return reject(at, .comparedWithOthers) }
    if isMultiple(at) { return }
    if isThreshold(before: at) || isThresholdOfThose(at) || isThresholdOfSome(at) {
      return reject(at, .comparedWithOthers)
    }
    if formerValue(at) { return }
    if onPeakDay(at) || ofDepartment(at) || impliedList(at) || ofEachListed(at) || repeatedAlone(at) { return }
    if let deed = behindColon(at) {
      stated(at, deed)
    } else if let subject = allOfThem(at) ?? dispatched(at) ?? onDuty(at) ?? fund(at) ?? spent(at) ?? having(at)
      ?? managed(at) ?? subject(before: at),
      subject.metric != nil || endsPhrase(at + 1) || isNumber(at + 1) || ofGroupSigned(subject, at) != nil
        || ofDonors(subject, at) != nil
    {
      // 药品收入5,216万元，占医疗收入25.7%.
      if unit(of: at).reads("%"), subject.metric.map({ !fits(at, $0, "%") }) ?? true, shareOfFormer(at) { return }
      stated(at, subject)
    } else if let subject = institutions(after: at) ?? someOfThem(at) ?? subject(after: at) ?? problem(at) ?? counted(
      at) ?? benefited(at)
      ?? arrived(at) ?? did(at) ?? share(at) ?? partCounted(at)
    {
      stated(at, subject)
    } else if aimed(at) || shareOfFormer(at) || elided(at) || plainShare(at) {
      return
    } else if let subject = label(after: at) ?? ofUnit(at) {
      stated(at, subject)
    }
  }

  /// Says why a number is no figure.
  func reject(_ at: Int, _ reason: NumberRejection) { rejections[at] = reason }

  /// 均超过70%，分别为74.2%、72.8%: what all of them pass.
  private func isThreshold(before at: Int) -> Bool {
    guard at > 0, at + 3 < lexemes.count, case .bound = lexemes[at - 1].kind, case .mark = lexemes[at + 1].kind,
      case .respectively = lexemes[at + 2].kind
    else { return false }
    let value = lexemes[(at + 3)...].prefix(3).indices.first(where: isNumber)
    return value.map { unit(of: $0) == unit(of: at) } ?? false
  }

  func isNumber(_ at: Int) -> Bool { at < lexemes.count && isFigure(lexemes[at]) }

  /// A figure with its subject.
  func stated(_ at: Int, _ subject: Subject) {
    let unit = unit(of: at)
    if completesPlan(at) { return reject(at, .shareOfPlan) }
    if isWholeOfAim(at), let metric = subject.metric, fits(at, metric, unit) { return addAim(at, subject) }
    if case .named(let name)? = entity, name != "公立医院", subject.start < at, string(subject.start).hasPrefix(name),
      subject.start > clause - 1
    {
      // 其中基层诊疗126.8万人次，基层诊疗占比61.4%: a share of all, not of theirs.
      entity = outer ?? topic.entity
    }
    if distributed(at, subject) || hasEach(at) && ofEachFacility(at, subject) { return }
    var subject = subject
    let money = takenApart(subject.label, at)
    if money.isMoney, subject.metric?.unit != .yuan { (subject.metric, subject.part) = (money.metric, nil) }
    if let branches = partyBranches(subject, at) { subject.metric = branches }
    // 下乡义诊三次，接诊260余人.
    if subject.label == "接诊", UnitSet.served.contains(unit), let last = drafts.last, !last.isEcho,
      last.metric?.name == "义诊场次", let deed = last.metric, let served = peopleServed(by: deed, label: subject.start)
    {
      subject.metric = served.metric
    }
    subject = ofGroupSigned(subject, at) ?? ofDonors(subject, at) ?? ofTeams(subject, at) ?? subject
    if let other = wholeOfKind(subject, unit) { whole = other }
    if subject.metric == nil, whole != nil || metricTakenApart != nil, !standsApart(subject.label),
      let own = subject.ending, own.kind == .stock,
      own.unit.symbol == "人",
      fits(at, own, unit)
    {
      // 职工386人，其中执业医师124人，中医类别医师71人: a part of the doctors.
      (subject.metric, subject.part) = (own, subject.label)
    }
    if let cost = drugCost(subject.label), fits(at, cost, unit) {
      return add(at, cost, Subject(metric: cost, label: subject.label, start: subject.start))
    }
    if placeOfPart(subject, at) || isOfOtherVaccine(subject) || isInsured(subject) || isAttended(subject) {
      subject.metric = nil
    }
    if let whole, drafts.indices.contains(whole), let metric = drafts[whole].metric,
      subject.metric?.id != metric.id || currentFacility() == drafts[whole].facility
    {
      if subject.metric == nil || subject.metric?.id == metric.id, UnitWord.fits(unit, metric: metric.unit),
        !followsVerb(subject), !standsApart(subject.label), !areServed(at, in: drafts[whole])
      {
        if subject.metric == nil, let own = completed(subject.label, by: drafts[whole].label), fits(at, own, unit) {
          // 家庭医生签约率51.2%，其中重点人群87.9%.
          subject.metric = own
          return stated(at, subject)
        }
        // 现有职工468人，其中中医类别医师76人: some of the doctors.
        if subject.metric == nil, metric.kind == .stock, let place = nameEnd(before: at), subject.start < place,
          let own = self.metric(at: place), own.kind == .stock, own.id != metric.id, fits(at, own, unit)
        {
          return add(at, own, Subject(metric: own, label: subject.label, part: subject.label, start: subject.start))
        }
        // 门诊2.7万人次，其中2月门诊506人次: all of a shorter time.
        let isOfTime =
          subject.metric?.id == metric.id && periodClause == clause && currentPeriod() != drafts[whole].period
        subject.part = subject.part ?? (partedDepartment == nil ? nil : department) ?? (isOfTime ? nil : subject.label)
        subject.metric = (subject.metric == nil ? wholeStaff : nil) ?? metric
      } else if subject.metric != nil, subject.part == nil {
        if isOfWholeTold(subject, at) { subject.part = subject.label }
        switch lexemes.indices.contains(subject.start - 1) ? lexemes[subject.start - 1].kind : nil {
        case .ofWhich, .and: break
        default: self.whole = nil
        }
      }
    }
    if whole == nil, subject.part == nil, isFurtherPart(subject, at) { subject.part = subject.label }
    var suits = subject.metric.map { fits(at, $0, unit) }
    if suits != true, let whole = headed(subject.label), fits(at, whole, unit) {
      (subject.metric, subject.part, suits) = (whole, nil, true)
    }
    if suits == false, unit == "人次", let own = subject.metric, own.kind == .eventCount,
      let people = peopleServed(by: own, label: subject.start)?.metric
    {
      // 义诊服务1.9万人次.
      (subject.metric, suits) = (people, true)
    }
    if suits == false, let (whole, part) = completedByLast(subject.label, at) {
      (subject.metric, subject.label, subject.part, suits) = (whole, whole.name, part ?? subject.part, true)
    }
    if subject.metric == nil, subject.start < at, unit.reads("%"),
      let (whole, part) = completedByLast(subject.label, at), part == nil
    {
      // 家庭医生签约率46.2%，重点人群78.9%.
      (subject.metric, suits) = (whole, true)
    }
    if let metric = signedOfGroup(subject, at) { (subject.metric, subject.part, suits) = (metric, subject.label, true) }
    if let metric = inCare(subject, at), fits(at, metric, unit) { (subject.metric, suits) = (metric, true) }
    if let rate = ofFurtherGroup(subject, unit) { (subject.metric, subject.part, suits) = (rate, subject.label, true) }
    if subject.metric == nil, subject.start < at, let metric = kindWithShare(at, subject.label) {
      (subject.metric, subject.part) = (metric, subject.label)
    }
    if let (metric, part) = ofItsKind(subject, at) ?? graded(subject, at) {
      (subject.metric, subject.part) = (metric, part)
    }
    if subject.metric == nil, let (metric, part) = begunAs(subject, at) {
      (subject.metric, subject.part) = (metric, part)
    }
    if subject.metric == nil, subject.start < at, let headMetric, fits(at, headMetric, unit) {
      (subject.metric, subject.part, suits) = (headMetric, subject.label, true)
    }
    if subject.metric == nil, unit == "张" { (subject.metric, subject.part) = beds(subject.label) }
    if subject.metric == nil, let metric = metricTakenApart, fits(at, metric, unit), !standsApart(subject.label) {
      (subject.metric, subject.part) = (metric, subject.label)
    }
    if isOfTeam(subject, at) { (subject.metric, subject.part) = (nil, subject.label) }
    guard let metric = subject.metric else {
      unknown(at, subject, unit)
      return
    }
    let isFitting = suits ?? fits(at, metric, unit)
    // 现有党员401名（在职党员337名、离退休党员64名）
    if isInBrackets, subject.part == nil, metric.kind == .stock, isFitting, isPartOfLast(subject, at) {
      subject.part = subject.label
    }
    if isFitting {
      let spoken = entity
      if let whole = wholeAround(subject.start) { entity = whole }
      // 其中县级医院88万人次，12家乡镇卫生院98万人次: those that the whole has.
      if let outer, at == clause, subject.start > at, isEntity(subject.start) {
        entity = outer ?? document.region.map(Entity.named)
      }
      add(at, metric, subject)
      entity = spoken
    } else if let other = antecedent(of: Array(subject.label.unicodeScalars), at: subject.start)
      ?? coordinated(Array(subject.label.unicodeScalars), at: subject.start), fits(at, other, unit)
    {
      add(at, other, Subject(metric: other, label: subject.label, start: subject.start))
    } else if !unit.isEmpty, !isRatio(unit), !isDuration(unit), metric.unit != .percent || unit == "分" {
      unknown(at, Subject(label: subject.label, start: subject.start), unit)
    } else {
      reject(at, .otherUnit)
    }
  }

  /// 手术2,673台，其中三四级手术1,108台，抢救危重患者760余人次: persons, and no part of what is counted as operations.
  private func areServed(_ at: Int, in whole: Draft) -> Bool {
    guard let figure = whole.figure, lexemes.indices.contains(figure), UnitSet.served.contains(unit(of: at)) else {
      return false
    }
    return UnitSet.operations.contains(unit(of: figure))
  }

  /// 完成年度任务的62%: how much of an aim was reached, not a figure.
  private func completesPlan(_ at: Int) -> Bool {
    guard at >= 2 else { return false }
    for place in stride(from: at - 1, through: max(clause, at - 3), by: -1) {
      if case .aim = lexemes[place].kind { return place < at - 1 && isWord(at - 1, "的") }
    }
    return false
  }

  /// Adds a figure, and the former value that stood before it.
  func add(_ at: Int, _ metric: Metric?, _ subject: Subject) {
    let metric = metric.map { ofElderly($0, at) ?? $0 }
    let draft = made(at, metric, label: subject.label)
    draft.part = part(of: subject, metric)
    // 中医馆接诊4,870人次: nobody stays there.
    if let part = draft.part, WordSet.dayClinics.ends(part), metric?.name == "总诊疗人次",
      let visits = index.metric(named: Array("门诊人次".unicodeScalars))
    {
      draft.metric = visits
    }
    if metric == nil, draft.facility == subject.label { draft.facility = document.facility }
    let start =
      lexemes.indices.contains(subject.start) ? lexemes[subject.start].range.lowerBound : draft.range.lowerBound
    draft.range = min(start, draft.range.lowerBound)..<draft.range.upperBound
    if case .span = lexemes[at].kind {
      problems.append((.note, .range(words: string(at)), lexemes[at].range))
    }
    if let former, let members = yearsSpoken, members.count > 1 {
      // 2010年至2015年间，由3.2人增至4.1人: the first year's value and the last one's, unless a year was named before.
      draft.period = members.last
      // In a report on five years, the value before the first of them.
      let first = period == nil ? members.first.map(\.yearEarlier) : members.first
      if former.period == nil, spokenFormer == nil { spokenFormer = first }
    }
    leavePeriod(of: draft, before: former)
    draft.formerPeriod = former?.period
    draft.tellsFormer = former != nil
    addFormer(for: draft)
    drafts.append(draft)
    check(drafts.count - 1)
  }

  /// A figure with its number, unit, bound, period, subject and role.
  func made(_ at: Int, _ metric: Metric?, label: String) -> Draft {
    let written = unit(of: at)
    let isOdd = metric?.unit.ratioFactor != nil && !written.isEmpty && written != metric?.unit.symbol
    let unit = isOdd ? Unit(written) : metric?.unit ?? Unit(written)
    let draft = Draft(
      metric: metric, label: label, facility: owner(of: metric), period: currentPeriod(), unit: unit, role: role,
      range: lexemes[at].range)
    draft.periodOrigin = currentPeriodOrigin()
    if let sum = sinceJanuary(metric, before: at) {
      draft.period = sum
      draft.periodOrigin = .clause
    }
    if let day = dayOfHolding(metric) {
      draft.period = day
      draft.periodOrigin = .section
    }
    if let whole = wholeOfYearEnd(metric, draft.period) { draft.period = whole }
    if let day = dayOfWriting(metric, draft.period) { (draft.period, draft.periodOrigin) = (day, .documentDate) }
    if let end = endOfQuarter(metric, draft.period) ?? lastOfYears(metric, draft.period) { draft.period = end }
    draft.period = periodOfAim(before: at) ?? yearOfAim(at) ?? draft.period
    draft.isYearMasked = isYearMasked
    if label.hasPrefix("公立医院"), entityClause != clause {
      draft.facility = document.facility ?? document.region ?? draft.facility
    }
    draft.isOfNow = document.isPlan && tellsWhatIs
    draft.isOfOpenTime = draft.period == nil && period?.hasYear == true
    if document.isAhead(draft.period) || isStillToBuild(metric, at) { draft.role = .target }
    if draft.role == .target, isOnceBuilt(at) { draft.period = nil }
    draft.isOfParts = outer != nil
    if metric?.kind == .moneyFlow, at + 1 < lexemes.count, isWord(at + 1, "的"), entityClause != clause {
      // 总投资2.3亿元的迁建项目: no matter who was spoken of before.
      draft.facility = document.facility ?? document.region ?? draft.facility
      // 总投资1.38亿元的县中医院迁建项目.
      if at + 2 < lexemes.count, case .entity(.named(let name)) = lexemes[at + 2].kind, endsIn(at + 2, .houses) {
        draft.facility = names.registry.resolve(name)?.name ?? name
      }
    }
    draft.figure = at
    draft.text = text.string(lexemes[at].range)
    switch lexemes[at].kind {
    case .number(let written, _):
      let number = metric.map { $0.identity == index.balance?.identity } ?? false ? signed(written, at) : written
      draft.takesChanges = number.value == written.value
      draft.quantity = Quantity(number.value, unit, bound: bound(at, number.bound), lastPlace: number.lastPlace)
    case .masked: draft.status = .masked
    default: break
    }
    return draft
  }
}
