// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Figures whose metric was named before.
extension SentenceReader {
  /// A figure whose metric was named before: 其他机构2.4万人次, 2023年12.0万人次, 达到31.6万人次.
  func elided(_ at: Int) -> Bool {
    if let named = carried(to: at) {
      stated(at, named)
      return true
    }
    if let subject = standing(at) ?? ofPosts(at) ?? operated(at) ?? sumOfListed(at) {
      stated(at, subject)
      return true
    }
    // 药占比持续下降，由2015年的41.3%降到34.8%.
    if former != nil, clause < at, case .from = lexemes[clause].kind, let place = unsaidMetric(before: at),
      let metric = metric(at: place), fits(at, metric, unit(of: at))
    {
      add(at, metric, Subject(metric: metric, label: metric.name, start: clause))
      return true
    }
    var clauseSays = isElided(before: at)
    guard clauseSays.elided, !isNounAfter(at) else { return false }
    if ofEach(at) { return true }
    // 其中县人民医院最高，为96.4%: who or when was said in the clause before.
    if !isInBrackets, let last = drafts.last(where: { $0.metric != nil }), !last.isEcho || period != nil {
      clauseSays.hasTopic = clauseSays.hasTopic || currentFacility() != last.facility || currentPeriod() != last.period
    }
    // 最高的是县人民医院，为96.4%; 县人民医院（96.4%）.
    if clause >= 2, isEntity(clause - 2) || isInBrackets && isRanked(clause - 2),
      isInBrackets || sentenceMetric != nil || topic.isHeadingPlain && topic.headingMetric != nil
    {
      clauseSays.hasTopic = true
    }
    let ward = isInBrackets && clause >= 2 && sentenceMetric != nil && isDepartment(clause - 2) ? clause - 2 : nil
    let unit = unit(of: at)
    let isPartOfWhole = whole.map { drafts.indices.contains($0) && drafts[$0].metric != nil } ?? false
    // 老年人健康管理：完成体检2,205人，累计6,840人: of what was told last.
    let told = drafts.last { !$0.isEcho && $0.metric.map { fits(at, $0, unit) } ?? false }?.metric
    if let metric = sentenceMetric, !isPartOfWhole, told.map({ $0.id == metric.id }) ?? true || isOfThosePast(at),
      UnitWord.fits(unit, metric: metric.unit) || unit.isEmpty && isListedBare(at, metric),
      clauseSays.hasTopic || ward != nil
    {
      // 平均住院日最长的是康复科（18.7天）.
      add(at, metric, Subject(metric: metric, label: metric.name, part: ward.map(string), start: clause))
      return true
    }
    guard
      !unit.isEmpty || isInBrackets && isTarget && endsClause(at + 1)
        || (clauseSays.hasTopic || drafts.indices.last.map { isPassed($0, at) } ?? false)
          && (isBareCount(at) || isBareIndex(at) || isOfTimeInBrackets(at))
    else { return false }
    if let place = unsaidMetric(before: at), case .metric(let metric) = lexemes[place].kind, fits(at, metric, unit) {
      // 儿科门诊逆势上扬，全年达3.16万人次: its name is read in its own clause.
      let here = (clause, nameStart)
      clause = lexemes[..<place].lastIndex(where: isMark).map { $0 + 1 } ?? 0
      nameStart = min(nameStart, clause)
      let subject = named(metric, at: place)
      (clause, nameStart) = here
      stated(at, subject)
      return true
    }
    if let last = drafts.last(where: { $0.metric != nil }), sinceJanuary(last.metric, before: at) != nil {
      clauseSays.hasTopic = true
    }
    if let last = drafts.last(where: { $0.metric != nil }), last.role != role {
      clauseSays.hasTopic = true
    }
    // 基层医疗卫生机构126.5万人次，占59.2%；医院87.2万人次: the share is none of those.
    // 14家乡镇分院58.57万人次: of what was told before they were counted.
    let last = drafts.indices.last {
      drafts[$0].metric != nil && !(drafts[$0].isShare && !unit.reads("%"))
        && !(!drafts[$0].isEcho && drafts[$0].figure == clause && isEntity(clause + 1))
    }
    if let last, let metric = drafts[last].metric,
      UnitWord.fits(unit, metric: metric.unit) || unit.reads("分") && fits(at, metric, unit)
        || (unit.isEmpty && metric.unit.ratioFactor == nil)
    {
      if drafts[last].quantity == nil, drafts[last].status == .reported, !clauseSays.hasTopic, drafts[last].text.isEmpty
      {
        fill(last, at)
        return true
      }
      let isSameTopic = currentFacility() == drafts[last].facility && currentPeriod() == drafts[last].period
      if isSameTopic, drafts[last].role == role, last == drafts.count - 1, !drafts[last].isEcho, isPassed(last, at) {
        fill(last, at)
        return true
      }
      guard clauseSays.hasTopic || (isInBrackets && isTarget) else { return false }
      // 孕产妇系统管理率95.2%。“两癌”筛查项目全年任务6000人，上半年已完成3872人: of what the sentence itself names.
      if drafts[last].isEcho, drafts.contains(where: { !$0.isEcho && $0.metric == nil && $0.unit.symbol == unit }) {
        return false
      }
      // 本部院区44.9万人次，江北院区16.34万人次: each of its own.
      let isOwnPart = last == whole && isSameTopic && entityClause == clause && drafts[last].part == nil
      let isOfCampus = drafts[last].part.map { WordSet.campuses.ends($0) && !isSameTopic } ?? false
      add(
        at, metric,
        Subject(
          metric: metric, label: drafts[last].label,
          part: isOwnPart ? ownPart(before: at) : isOfCampus ? nil : drafts[last].part, start: clause))
      return true
    }
    // 出院4.08万人次，其中县人民医院3.12万人次，平均住院日7.9天；乡镇卫生院0.96万人次: of the whole that was taken apart.
    if entityClause == clause, clause > 0, isWord(clause - 1, "；") || isWord(clause - 1, ";"),
      lexemes[..<clause].indices.contains(where: isOfWhich),
      let told = drafts.last(where: { !$0.isEcho && $0.metric.map { UnitWord.fits(unit, metric: $0.unit) } ?? false }),
      let metric = told.metric, metric.unit.ratioFactor == nil
    {
      add(at, metric, Subject(metric: metric, label: told.label, start: clause))
      return true
    }
    // 1.门诊均次费用涨幅偏大。8月份一度达到201.6元.
    if clauseSays.hasTopic, !unit.isEmpty, drafts.isEmpty, let metric = metricOfRunIn, fits(at, metric, unit) {
      add(at, metric, Subject(metric: metric, label: metric.name, start: clause))
      return true
    }
    guard clauseSays.hasTopic, topic.isHeadingPlain, let metric = topic.headingMetric,
      drafts.isEmpty || drafts.last?.metric?.id == metric.id,
      UnitWord.fits(unit, metric: metric.unit) || unit.isEmpty && isBareIndex(at)
    else { return false }
    add(at, metric, Subject(metric: metric, label: metric.name, start: clause))
    return true
  }

  /// 其中中心承担23.7万人次, of those whose all of it is: their own part.
  private func ownPart(before at: Int) -> String? {
    lexemes[clause..<at].first { if case .entity = $0.kind { true } else { false } }.map { text.string($0.range) }
  }

  /// 恢复开展外科手术，上半年做了58台: operations, where the sentence speaks of them.
  func operated(_ at: Int) -> Subject? {
    guard unit(of: at).reads("台"), let first = lexemes.first else { return nil }
    let said = first.range.lowerBound..<lexemes[at].range.lowerBound
    guard WordSet.operating.match(text.scalars, endingAt: said.upperBound, after: said.lowerBound) != nil,
      WordSet.operations.occurs(in: text.scalars, said), !namesKinds(said),
      let metric = index.metric(named: Array("手术人次".unicodeScalars))
    else { return nil }
    return Subject(metric: metric, label: metric.name, start: at)
  }

  /// 阑尾、疝气手术也恢复了: whether kinds of operations are named.
  private func namesKinds(_ said: Range<Int>) -> Bool {
    said.contains { at in
      text.scalars[at] == "、" && text.scalars[at..<said.upperBound].prefix(6).contains("术")
    }
  }

  /// 中心编制58名，实有51人: those who hold the posts told before.
  private func ofPosts(_ at: Int) -> Subject? {
    guard UnitSet.persons.contains(unit(of: at)), at > clause, isWord(at - 1, "实有") || isWord(at - 1, "实际在岗"),
      let last = drafts.last, !last.isEcho, last.label.hasSuffix("编制"),
      let metric = index.metric(named: Array("在岗职工".unicodeScalars))
    else { return nil }
    return Subject(metric: metric, label: string(at - 1), start: at - 1)
  }

  /// 孕产妇系统管理率低（2022年86.4%）: the metric before the words that judge its value.
  private func standing(_ at: Int) -> Subject? {
    guard isInBrackets, clause > 2, case .open = lexemes[clause - 1].kind, isElided(before: at).elided,
      isWord(clause - 2, of: .judgements), let metric = metric(at: clause - 3), fits(at, metric, unit(of: at))
    else { return nil }
    return named(metric, at: clause - 3)
  }

  /// （2022年1.93万）, behind a figure: the same of another time.
  private func isOfTimeInBrackets(_ at: Int) -> Bool {
    guard isInBrackets, at >= 2, at + 1 < lexemes.count, case .close = lexemes[at + 1].kind,
      case .open = lexemes[at - 2].kind
    else { return false }
    return isPeriod(at - 1)
  }

  /// 安平镇卫生院最高（91.2%）: who stands first or last.
  private func isRanked(_ at: Int) -> Bool { at > 0 && isEntity(at - 1) && isWord(at, of: .ranks) }

  /// 分娩量止跌回稳、保持在1800人以上: the name that the clause begins with, whose figure a second verb gives.
  private func carried(to at: Int) -> Subject? {
    var place = at - 1
    var isJoined = false
    while place >= clause {
      switch lexemes[place].kind {
      case .glue, .bound, .becomes: if isJoined { return nil }
      case .and:
        if isJoined { return nil }
        isJoined = true
      case .lead:
        // 门急诊单月达8.4万人次: a peak, and no second verb.
        guard isWord(place, of: .joints) else { return nil }
        isJoined = true
      case .text, .change(direction: _), .guarded(.name): guard isJoined else { return nil }
      case .metric(let metric):
        guard isJoined, at - place < 8,
          !(clause..<place).contains(where: { isNumber($0) || self.metric(at: $0) != nil }),
          !isWord(place + 1, "的"),
          !unit(of: at).isEmpty, fits(at, metric, unit(of: at)), !isNumber(place + 1)
        else { return nil }
        if case .and = lexemes[place + 1].kind { return nil }
        return named(metric, at: place)
      default: return nil
      }
      place -= 1
    }
    return nil
  }

  func isOfWhich(_ at: Int) -> Bool {
    guard case .ofWhich = lexemes[at].kind else { return false }
    return true
  }

  /// 病床使用率2019年最高，为98.7%: the metric that a clause before named last, where no figure followed it.
  func unsaidMetric(before at: Int) -> Int? {
    guard clause > 0, !isInBrackets else { return nil }
    var place = clause - 1
    while place >= 0, clause - place < 10 {
      switch lexemes[place].kind {
      // 平均住院日逐年缩短，2021年8.6天.
      // 病床使用率在连续下滑后企稳回升，为88.2%: changes that no number tells.
      case .change where !isNumber(place + 1): place -= 1
      // 各季度门诊量分别为：一季度42,315人次，….
      case .respectively where isColonBehind(place): place -= 1
      // 门急诊迈过百万大关，达到103.6万人次.
      case .number where place + 1 < clause && isWord(place + 1, "大关"): place -= 1
      case .number, .masked, .span, .change, .mark(";"), .mark("；"), .respectively: return nil
      case .metric: return place
      default: place -= 1
      }
    }
    return nil
  }

  private func isColonBehind(_ at: Int) -> Bool {
    let colon = (at + 1..<min(at + 3, lexemes.count)).first { isMark(lexemes[$0]) }
    return colon.map { isWord($0, ":") } ?? false
  }

  /// 突破2000例，达2,086例: the second figure says exactly what the first one only bounds.
  func isPassed(_ draft: Int, _ at: Int) -> Bool {
    guard case .number(let number, _) = lexemes[at].kind, let bounded = drafts[draft].quantity else { return false }
    switch bounded.bound {
    case .moreThan, .atLeast: return number.value >= bounded.value
    case .lessThan, .atMost: return number.value <= bounded.value
    case .about, .exact: return false
    }
  }

  /// Gives a draft that only had changes its value.
  func fill(_ draft: Int, _ at: Int) {
    if let bound = drafts[draft].figure { drafts[draft].bounds.append(bound) }
    drafts[draft].figure = at
    let filled = made(at, drafts[draft].metric, label: drafts[draft].label)
    drafts[draft].quantity = filled.quantity
    drafts[draft].text = filled.text
    drafts[draft].status = filled.status
    drafts[draft].unit = filled.unit
    drafts[draft].extend(to: lexemes[at].range.upperBound)
    check(draft)
  }
}

extension WordSet where Meaning == Bool {
  /// What is done at a table.
  fileprivate static let operations = WordSet(words: ["手术"])
  static let eachDepartment = WordSet(words: ["分科", "分科室", "按科室", "各科室", "分病区", "分专科", "从科室", "从专科", "从各科"])
  /// Words behind a metric that judge how high it is.
  static let judgements = WordSet(words: [
    "低", "高", "偏低", "偏高", "较低", "较高", "不高", "过低", "过高", "滞后", "落后", "下滑", "偏长", "较长", "过长", "偏多", "偏少",
  ])
}

extension WordSet where Meaning == Bool {
  /// Verbs of those who operated, before how often.
  fileprivate static let operating = WordSet(words: ["做了", "全年开展", "半年开展", "季度开展", "共开展", "全年完成", "共完成", "全年实施"])
}
