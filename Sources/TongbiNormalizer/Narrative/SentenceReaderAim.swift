// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// 力争 and the like make aims of what follows; “…的目标” of what came before.
  func aim(_ at: Int) {
    let word = string(at)
    let isNoun = Self.nouns.contains(word)
    // 妇幼与免疫规划：… names what is done.
    if word == "规划", at > clause, endsIn(at - 1, .ofVaccination) { return }
    // 经过努力，: what was striven for before.
    if word == "努力", at + 1 >= lexemes.count || isMark(lexemes[at + 1]) || beginsWith(at + 1, .efforts) { return }
    if isNoun, at >= 2, isWord(at - 1, "的") {
      switch lexemes[at - 2].kind {
      case .number, .bound, .masked, .span:
        // 38%以下的控制目标 is one aim, …的目标 all that is said before it.
        guard word == "目标" || word == "奋斗目标" else { return }
        // 药占比29.2%，…，完成了省定30%以下的目标: that alone is the aim.
        if !isTarget, lastMetric(in: clause..<at) == nil, beginsWith(clause, .achieving) {
          let start = lexemes[clause].range.lowerBound
          for draft in drafts where draft.range.upperBound > start { draft.role = .target }
          return
        }
        // 控制在10%的目标以内, 低于70%的目标要求 say how results stand to aims.
        if at + 1 < lexemes.count, beginsWith(at + 1, .nearAims) || isRejectedAim(at - 2) { return }
        let said = announcement(before: at)
        if aimedAt.contains(at - 2), said == nil { return }
        let start = said.map { lexemes[$0].range.lowerBound } ?? max(aimStart(at), semicolon(before: at))
        for draft in drafts where draft.range.upperBound > start { draft.role = .target }
        return
      default: break
      }
    }
    // 年初定下的门急诊16万人次目标.
    if word.hasSuffix("目标"), at > clause, isFigure(lexemes[at - 1]), let last = drafts.indices.last,
      drafts[last].figure == at - 1
    {
      drafts[last].role = .target
      return
    }
    guard isNoun else {
      isTarget = true
      return
    }
    if isComparedAim(at) { return }
    // 按年度计划完成门诊12万人次 was done.
    if at > clause, isWord(at - 1, of: .byPlanOnly), !isNumber(at + 1) { return }
    // 目标为…, 计划发展…; but 工作任务, 完成年度计划的98%.
    guard at + 1 < lexemes.count else { return }
    switch lexemes[at + 1].kind {
    case .number, .masked, .bound:
      // 目标68% holds for its clause alone.
      if !isTarget { aimClause = clause }
      isTarget = true
    case .glue where word != "任务" || isWord(at + 1, "为") || isWord(at + 1, "是"):
      // 采血任务为4.2万单位 is an aim of that alone.
      if !isTarget, isNamedAim(at) || givesValue(at + 2) { aimClause = clause }
      isTarget = true
    // “十四五”目标分别为….
    case .respectively, .each:
      if !isTarget { aimClause = clause }
      isTarget = true
    case .act, .metric, .change, .becomes, .mark(":"):
      if word == "计划" || isWord(at + 1, ":") {
        isTarget = true
      }
      // 预算总收入3.05亿元: in its clause; 2023年预算总收入3.05亿元，人员支出占比提高到41%: in all that follows.
      else if word == "预算" || word == "预算数", case .metric = lexemes[at + 1].kind {
        if !isTarget, at == clause || !isPeriod(at - 1) { aimClause = clause }
        isTarget = true
      }
      // 国家要求孕产妇系统管理率达到90%以上: in its clause.
      else if word.hasSuffix("要求"), case .metric = lexemes[at + 1].kind {
        (isTarget, aimClause) = (true, clause)
      }
    // 计划明年完成…, 计划在三年内建成….
    case .period, .lead: if word == "计划", isVerb(at) { isTarget = true }
    // 计划临时扩增床位80张.
    case .text where word == "计划" && at == clause && touches(at, at + 1):
      if isVerb(at), at + 2 < lexemes.count, metric(at: at + 2) != nil { isTarget = true }
    default: break
    }
  }

  private static let nouns: Set = [
    "目标", "目标值", "目标任务", "任务", "规划", "奋斗目标", "计划", "控制目标", "年度目标", "年度控制目标", "预算", "预算数", "年度目标值", "全年目标", "全年目标值",
    "年初目标", "目标数", "任务数", "任务指标", "任务目标", "指标值", "考核要求", "考核指标", "考核目标", "目标要求", "指标要求", "国家要求", "省级要求", "市级要求", "上级要求",
    "省定要求", "预算指标", "计划数", "计划目标", "规划目标", "控制指标", "年度任务", "年度任务数", "全年任务数", "全年任务", "年度计划", "预期目标", "工作目标", "指导目标",
    "质控目标", "原计划", "原定计划", "原定目标", "预定目标",
  ]

  /// 省定目标为90%: a value right behind the noun and its verb, and no list of what is aimed at.
  private func givesValue(_ at: Int) -> Bool {
    guard at < lexemes.count else { return false }
    return isNumber(at) || isBound(at) && isNumber(at + 1)
  }

  /// Whether a metric stands before the noun of an aim, with or without a period between.
  func isNamedAim(_ at: Int) -> Bool {
    let before = at - 1 > clause && isPeriod(at - 1) ? at - 2 : at - 1
    guard before >= clause, case .metric = lexemes[before].kind else { return false }
    return true
  }

  /// Whether 计划 says that something is planned, and is no plan: not 按计划, 年度计划的, 计划内.
  private func isVerb(_ plan: Int) -> Bool {
    if isWord(plan + 1, of: .ofPlans) { return false }
    return plan == clause || !touches(plan - 1, plan) || !endsIn(plan - 1, .byPlan)
  }

  /// Where the part of the sentence begins that a place stands in.
  private func semicolon(before at: Int) -> Int {
    let mark = lexemes[..<at].last { lexeme in
      if case .mark(let mark) = lexeme.kind { return mark == "；" || mark == ";" }
      return false
    }
    return mark?.range.upperBound ?? 0
  }

  private func isRejectedAim(_ at: Int) -> Bool { rejections[at] != nil }

  /// Where the words of an aim begin that ends in 的目标: after 完成, 实现 and the like in the clauses before it, so that what
  /// was reached is no aim: 达30.2%，提前完成2025年达到28%的目标.
  private func aimStart(_ at: Int) -> Int {
    if comparesWithAim(at) { return lexemes[clause].range.lowerBound }
    let verbs = ["完成", "实现", "超额完成", "提前完成", "提前实现", "达成"]
    let verb = (0..<at).last { place in
      verbs.contains(string(place)) && place > 0 && isMark(lexemes[place - 1])
        || endsIn(place, .early)
    }
    return verb.map { lexemes[$0].range.lowerBound } ?? 0
  }

  /// 提出2024年实现门诊18万人次，…的目标: what was announced is all still to come, unless some of it was reached early.
  private func announcement(before at: Int) -> Int? {
    guard !comparesWithAim(at), let said = (0..<at).last(where: { endsIn($0, .announcing) }),
      !(said..<at).contains(where: { endsIn($0, .early) })
    else { return nil }
    return said
  }

  /// 与“十四五”末3.93人的目标有差距, 距80%的目标还差2个百分点: what was reached stands before and is no aim.
  private func comparesWithAim(_ at: Int) -> Bool {
    if beginsWith(clause, .setAgainst), clause > 0 { return true }
    let after = text.scalars[lexemes[at].range.upperBound...].prefix(6)
    return WordSet.gaps.occurs(in: text.scalars, after.startIndex..<after.endIndex)
  }

  /// The year that 年度目标 means, in a report of less: 年度目标68%.
  func periodOfAim(before at: Int) -> Period? {
    var place = at - 1
    while place > clause, isBound(place) || isWord(place, "为") { place -= 1 }
    guard isTarget, place >= clause, isNounOfAim(place) || isWord(place, of: .yearlyAims), beginsWith(place, .yearly),
      let own = currentPeriod() ?? document.period
    else { return nil }
    return .year(own.lastDay.year)
  }

  /// The year that 年内 and 届时 mean in a report of less: 年内力争门诊突破31万人次.
  func yearOfAim(_ at: Int) -> Period? {
    // 门诊预约率要达到75%, in a speech of this year on the last: of the year at hand.
    if role == .target, document.isSpeech, let now = document.yearOfWriting, periodClause == nil,
      currentPeriod() == .year(now - 1), !drafts.contains(where: { !$0.isEcho && $0.role != .target })
    {
      return .year(now)
    }
    guard role == .target, let own = document.period, (1..<12).contains(own.months.count),
      currentPeriod().map({ $0 == own }) ?? true
    else { return nil }
    for place in (0..<at).reversed() {
      if isWord(place, of: .withinYear) { return .year(own.lastDay.year) }
      if isNumber(place), drafts.contains(where: { $0.figure == place && $0.role != .target }) { return nil }
    }
    return nil
  }

  /// 同意实施整体迁建，建成后床位800张; 投用后，年门诊量可达15万人次: what there will be; but 投用后，床位由300张增至500张 is there.
  func isToBeBuilt(_ at: Int) -> Bool {
    guard hasOnceBuilt else { return false }
    let told = lexemes[..<at].lastIndex { isFigure($0) }
    let before =
      (told.map { lexemes[$0].range.upperBound } ?? lexemes[0].range.lowerBound)..<lexemes[at].range.lowerBound
    guard WordSet.onceBuilt.occurs(in: text.scalars, before) else { return false }
    // 建成后可设床位260张.
    if text.scalars[before].contains("可") { return true }
    let sentence = lexemes[0].range.lowerBound..<lexemes[lexemes.count - 1].range.upperBound
    return WordSet.toBeBuilt.occurs(in: text.scalars, sentence)
  }

  /// 项目建成后，预计年门急诊可达60万人次: of a year that nobody names.
  func isOnceBuilt(_ at: Int) -> Bool {
    guard period == nil, !topic.isPlan, !document.isPlan else { return false }
    let before = lexemes[0].range.lowerBound..<lexemes[at].range.lowerBound
    return WordSet.onceBuilt.occurs(in: text.scalars, before)
  }

  func isBound(_ at: Int) -> Bool {
    guard lexemes.indices.contains(at), case .bound = lexemes[at].kind else { return false }
    return true
  }

  /// 完成年度任务数8500人的101.67%, 完成了下达的29%的目标值: the aim of the metric spoken of before.
  func aimed(_ at: Int) -> Bool {
    guard isAimed(at) else { return false }
    if let place = unsaidMetric(before: at), case .metric(let metric) = lexemes[place].kind,
      fits(at, metric, unit(of: at))
    {
      // 基层诊疗占比，目标62%.
      addAim(at, named(metric, at: place))
      return true
    }
    guard let last = drafts.last(where: { $0.metric != nil && !$0.isEcho }), let metric = last.metric,
      UnitWord.fits(unit(of: at), metric: metric.unit)
    else { return false }
    addAim(at, of: last)
    return true
  }

  private func isAimed(_ at: Int) -> Bool {
    guard at > clause else { return false }
    // 距年度目标65%还差7.8个百分点, 74.8%（任务数62%）.
    var before = at - 1
    if case .glue = lexemes[before].kind { before -= 1 }
    while before > clause, isBound(before) { before -= 1 }
    if before >= clause, isNounOfAim(before),
      before == clause || isFar(before) || isBase(before - 1) || isOfScope(before)
    {
      return true
    }
    guard at + 2 < lexemes.count, isWord(at + 1, "的") else { return false }
    let isBefore = (clause..<at).contains { isNounOfAim($0) } && unit(of: at + 2) == "%" && isNumber(at + 2)
    return (isBefore || isNounOfAim(at + 2)) && (unit(of: at) != "%" || !isBefore)
  }

  /// 省定目标为90%: nothing before the noun but whose aim it is.
  private func isOfScope(_ at: Int) -> Bool {
    (clause..<at).allSatisfy { place in
      switch lexemes[place].kind {
      case .period, .entity: true
      default: endsIn(place, .aimScopes) || endsIn(place, .announcing) || isWord(place, "的")
      }
    }
  }

  func isBase(_ at: Int) -> Bool {
    guard case .base = lexemes[at].kind else { return false }
    return true
  }

  /// Whether an aim is still ahead: 距目标, 离年度目标.
  private func isFar(_ at: Int) -> Bool {
    stride(from: at - 1, through: max(clause, at - 2), by: -1).contains { endsIn($0, .distances) }
  }

  func isNounOfAim(_ at: Int) -> Bool {
    guard case .aim = lexemes[at].kind else { return false }
    return Self.nouns.contains(string(at))
  }

  func isMark(_ lexeme: Lexeme) -> Bool {
    guard case .mark = lexeme.kind else { return false }
    return true
  }
}

extension WordSet where Meaning == Bool {
  /// Verbs of those who have reached an aim.
  static let achieving = WordSet(words: ["完成", "实现", "达到", "达成", "兑现", "超额完成", "提前完成", "圆满完成"])
  static let ofVaccination = WordSet(words: ["免疫", "预防接种"])
  /// Words behind 努力 that look back on it: 在大家的共同努力下.
  static let efforts = WordSet(words: ["下", "中", "和", "，", "工作", "奋斗", "拼搏", "之下", "与"])
  static let onceBuilt = WordSet(words: ["建成后", "投用后", "投入使用后", "建成投用后", "竣工后", "完工后", "落成后", "投产后"])
  /// Words that say of what is built that it is not there yet.
  static let toBeBuilt = WordSet(words: ["可达", "可增加", "可新增", "可容纳", "将", "预计", "拟", "同意", "批准", "计划", "申请"])
  /// Words for what is left of the year.
  static let withinYear = WordSet(words: ["年内", "届时", "到年底", "年底"])
}
