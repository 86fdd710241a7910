// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Aims that a result is compared with: 完成全年目标（5,500台次）的94.7%, 超目标值2.6个百分点, 达到≤8天的目标要求.
extension SentenceReader {
  /// Whether the word before an aim compares with it, so that what follows is no aim: 完成, 超, 距, 高于.
  func isComparedAim(_ at: Int) -> Bool {
    for place in stride(from: at - 1, through: max(clause, at - 3), by: -1) {
      switch lexemes[place].kind {
      case .period: continue
      case .text, .lead, .glue:
        if endsIn(place, .aimScopes) { continue }
        return endsIn(place, .aimComparers)
      case .otherBase, .base: return true
      // 药占比 ends in 比 and compares nothing.
      case .metric: return false
      default: return endsIn(place, .aimComparers)
      }
    }
    return false
  }

  /// 争取全年门诊达到18万人次 is an aim, 争取资金1,200万元 was won.
  func isStrivedFor(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count, isWord(at, "争取") else { return false }
    switch lexemes[at + 1].kind {
    case .period, .metric, .entity, .glue, .change, .becomes: return true
    case .lead: return !isWord(at + 1, "的")
    // 四级手术占比争取19%.
    case .number: return at > clause && metric(at: at - 1) != nil
    default: return false
    }
  }

  /// 超目标值2.6个百分点: how far a result is from its aim.
  func isDistanceFromAim(_ at: Int) -> Bool {
    guard at - 1 > clause, case .aim = lexemes[at - 1].kind, isComparedAim(at - 1) else { return false }
    return UnitSet.points.contains(unit(of: at))
  }

  /// 达到2020年目标（孕产妇死亡率控制在18/10万以下一项除外）: an aim by its own name.
  func aimNamedInBrackets(_ open: Int, before close: Int) -> Bool {
    guard open > 0, isAim(open - 1) || endsInAim(open - 1), let value = (open + 1..<close).first(where: isNumber),
      let (named, metric) = lastMetric(in: open + 1..<value), fits(value, metric, unit(of: value)),
      isBound(value - 1) || value + 1 < close && isBound(value + 1),
      !(open + 1..<close).contains(where: { beginsWith($0, .done) })
    else { return false }
    addAim(value, Subject(metric: metric, label: string(named), start: named))
    return true
  }

  /// 完成省定目标任务（70%）, 均超额完成目标任务（分别为62%、62%和62%）: the aims of the figures before.
  func aimsInBrackets(_ open: Int, before close: Int) -> Bool {
    guard open > 0 else { return false }
    switch lexemes[open - 1].kind {
    case .aim: break
    case .otherBase: guard endsInAim(open - 1) else { return false }
    default: return false
    }
    let values = (open + 1..<close).filter(isNumber)
    var own = drafts.filter { !$0.isEcho && $0.metric != nil && $0.quantity != nil && $0.role == .observed }
    // 县中医医院增幅偏高，超出控制目标（7%）: of the one spoken of, where several were told.
    if values.count == 1, let name = currentFacility(), let told = own.last(where: { $0.facility == name }) {
      own = [told]
    }
    guard !values.isEmpty, own.count >= values.count else { return false }
    for (draft, value) in zip(own.suffix(values.count), values) {
      guard let metric = draft.metric, fits(value, metric, unit(of: value)) else { continue }
      addAim(value, of: draft)
    }
    return true
  }

  /// 达到≤8天的目标要求, 距全年7.0天的目标: a number that its aim stands behind.
  func aimBehind(_ at: Int) -> Bool {
    guard namesAimBehind(at) || isHeldToLine(at) else { return false }
    if let (named, metric) = lastMetric(in: clause..<at) {
      guard named + 1 < at, !(named + 1..<at).contains(where: isNumber), fits(at, metric, unit(of: at)) else {
        return false
      }
      addAim(at, Subject(metric: metric, label: string(named), start: named))
      aimedAt.insert(at)
      return true
    }
    guard isHeldAgainst(at) || (clause..<at).contains(where: { endsIn($0, .aimComparers) }) else { return false }
    if hasEach(at), let list = lastList, list.count > 1, list.upperBound == drafts.count,
      list.allSatisfy({ draft in drafts[draft].metric.map { fits(at, $0, unit(of: at)) } ?? false })
    {
      // 分别为79.3%和77.8%，均高于省定62%的要求.
      for draft in list.map({ drafts[$0] }) { addAim(at, of: draft) }
    } else if let place = unsaidMetric(before: at), let metric = metric(at: place), fits(at, metric, unit(of: at)) {
      // 剖宫产率仍偏高，高于省控40%的目标.
      addAim(at, named(metric, at: place))
    } else if let last = drafts.last, !last.isEcho, last.metric == nil, last.unit.symbol == unit(of: at) {
      // 失访率5.6%，高于5%的国家要求: of what no catalogue knows.
      reject(at, .comparedWithOthers)
    } else if let last = drafts.last(where: {
      !$0.isEcho && $0.metric != nil && (unit(of: at).reads("%") || suits($0, at))
    }
    ),
      suits(last, at)
    {
      addAim(at, of: last)
    } else if let told = drafts.last, told.isEcho, let metric = told.metric, fits(at, metric, unit(of: at)) {
      // 县妇幼保健院22.8%。县中医院仍高于30%的控制目标.
      addAim(at, Subject(metric: metric, label: told.label, start: at))
    } else {
      return false
    }
    aimedAt.insert(at)
    return true
  }

  /// Whether the noun of an aim stands behind a number, or that of a demand which a result is held against.
  private func namesAimBehind(_ at: Int) -> Bool {
    var next = at + 1
    while next < lexemes.count, next < at + 3, isBoundOrOf(next) { next += 1 }
    // 控制在8%的市定目标以内.
    if next > at + 1, next + 1 < lexemes.count, isWord(next, of: .aimScopes), isAim(next + 1) { next += 1 }
    return next > at + 1 && next < lexemes.count && isAimOrDemand(next, at)
  }

  /// 未达到90%的最低要求, 超过医院下达的1300人次任务, 控制在8200元年度目标之内: whether a clause that names no metric holds what was
  /// told before against a line.
  func isHeldToLine(_ at: Int) -> Bool {
    guard at > clause else { return false }
    var start = lexemes[at].range.upperBound
    if at + 1 < lexemes.count, isBound(at + 1), touches(at, at + 1) { start = lexemes[at + 1].range.upperBound }
    // Most numbers end their clause.
    guard start < text.count, text.scalars[start].value > 0x4E00 else { return false }
    let hasOf = text.scalars[start] == "的"
    if hasOf { start += 1 }
    let words = text.scalars[start..<min(start + 12, text.count)].prefix { (0x4E00...0x9FFF).contains($0.value) }
    guard words.count > 1 else { return false }
    for end in (start + 2)...words.endIndex {
      guard let (noun, _) = WordSet.linesHeldTo.match(text.scalars, endingAt: end, after: start) else { continue }
      let isEnd = end == words.endIndex || WordSet.behindLines.end(text.scalars, at: end, before: words.endIndex) != nil
      // 年度 in 8200元年度目标.
      let scope = WordSet.aimScopes.end(text.scalars, at: start, before: noun) ?? start
      if isEnd, hasOf || scope == noun { return lastMetric(in: clause..<at) == nil && isHeldAgainst(at) }
    }
    return false
  }

  private func suits(_ draft: Draft, _ at: Int) -> Bool {
    // 使用强度42.6DDDs，超出40的控制线.
    if unit(of: at).isEmpty, draft.metric?.kind == .average, draft.metric?.unit != .yuan { return true }
    return draft.metric.map { fits(at, $0, unit(of: at)) } ?? false
  }

  /// 控制在医院下达的15%以内, 仍高于上级核定的120DDDs: the limit that somebody set for the figure before.
  func limitSet(_ at: Int) -> Bool {
    var of = at - 1
    while of > clause, isBound(of) { of -= 1 }
    guard of >= clause else { return false }
    let end = lexemes[of].range.upperBound - 1
    guard text.scalars[end] == "的", lastMetric(in: clause..<at) == nil,
      WordSet.settingLimits.match(text.scalars, endingAt: end, after: beginning(of: clause)) != nil,
      let last = drafts.last(where: { !$0.isEcho && !$0.text.isEmpty }), last.unit.symbol == unit(of: at)
    else { return false }
    guard let metric = last.metric else {
      reject(at, .comparedWithOthers)
      return true
    }
    guard metric.kind == .ratio || metric.kind == .average, fits(at, metric, unit(of: at)) else { return false }
    addAim(at, of: last)
    aimedAt.insert(at)
    return true
  }

  /// 的目标, or 的要求 and 的任务 where a result is held against it: 与年底90%以上的要求还有差距.
  private func isAimOrDemand(_ next: Int, _ at: Int) -> Bool {
    if case .aim = lexemes[next].kind {
      if string(next).contains("目标") { return true }
      return isNounOfAim(next) && isHeldAgainst(at)
    }
    return isWord(next - 1, "的") && isDemand(next) && isHeldAgainst(at)
  }

  /// 要求, 区定标准.
  private func isDemand(_ at: Int) -> Bool {
    let range = lexemes[at].range
    let scope = WordSet.aimScopes.end(text.scalars, at: range.lowerBound, before: range.upperBound) ?? range.lowerBound
    return WordSet.demands.end(text.scalars, at: scope, before: range.upperBound) != nil
  }

  /// Whether the clause up to a number says that something stands above, below or off it.
  private func isHeldAgainst(_ at: Int) -> Bool {
    (clause..<at).contains { place in
      switch lexemes[place].kind {
      case .metric: return false
      case .otherBase: return true
      // 未能降至40%以下的控制目标.
      case .becomes: return place > clause && endsIn(place - 1, .denials)
      default: break
      }
      return beginsWith(place, .setAgainst) || endsIn(place, .aimComparers)
    }
  }

  /// 呼吸内科52.3%（指标48%）, 医院感染发生率1.12%（标准≤8%）, 出院763人次，推荐标准为800人次以上: the line that the figure before is
  /// held to.
  func lineNamed(_ at: Int) -> Bool {
    guard at > clause, let last = drafts.last, !last.isEcho else { return false }
    var line = at - 1
    while line > clause, isBound(line) || isWord(line, of: .stating) { line -= 1 }
    guard endsIn(line, .lines), isInBrackets ? line == clause && isWord(line, of: .lines) : clause > 0,
      (clause..<line).allSatisfy({ isWord($0, of: .aimScopes) }),
      last.role == .observed, let metric = last.metric,
      fits(at, metric, unit(of: at))
    else { return false }
    addAim(at, of: last)
    return true
  }

  private func isBoundOrOf(_ at: Int) -> Bool { isBound(at) || isWord(at, "的") }

  /// 手术台次确保3,200台、力争3,400台: what is hoped for beyond the aim before.
  func furtherAim(_ at: Int) -> Bool {
    guard isTarget, at > 2, case .aim = lexemes[at - 1].kind, isMark(lexemes[at - 2]) || isJoint(at - 2),
      let last = drafts.last, !last.isEcho, last.role == .target, last.figure == at - 3, last.metric != nil,
      suits(last, at)
    else { return false }
    addAim(at, of: last)
    return true
  }

  /// Adds an aim of a figure that was told before.
  func addAim(_ value: Int, of draft: Draft) {
    addAim(value, Subject(metric: draft.metric, label: draft.label, part: draft.part, start: value))
    drafts[drafts.count - 1].facility = draft.facility
  }

  /// Adds an aim, in the period that the clause names last before it.
  func addAim(_ value: Int, _ subject: Subject) {
    let spoken = period
    if let named = (clause..<value).last(where: isPeriod), case .period(let found) = lexemes[named].kind {
      period = found
    }
    add(value, subject.metric, subject)
    period = spoken
    let last = drafts[drafts.count - 1]
    (last.role, last.takesChanges) = (.target, false)
    if isOfYear(value), let own = currentPeriod() ?? document.period { last.period = .year(own.lastDay.year) }
  }

  /// 占年度任务1.2万人的72.8%, 距72%的年度目标: an aim of the whole year, in a report of less.
  private func isOfYear(_ value: Int) -> Bool {
    let places = max(clause, value - 3)..<min(value + 5, lexemes.count)
    return places.contains { place in
      guard isNounOfAim(place) else { return false }
      if beginsWith(place, .yearly) { return true }
      return place > 0 && touches(place - 1, place) && (isWord(place - 1, of: .yearly) || isWord(place - 1, "年"))
    }
  }
}

extension WordSet where Meaning == Bool {
  /// Verbs before 的 that make a limit of the number behind it.
  static let settingLimits = WordSet(words: [
    "下达", "核定", "规定", "要求", "限定", "设定", "确定", "制定", "定下", "给定",
  ])
  /// What results are held against, and the words behind it that end the clause or go on with the comparison.
  static let linesHeldTo = WordSet(words: [
    "要求", "标准", "规定", "任务", "任务数", "任务指标", "计划", "计划数", "目标", "目标值", "目标数", "目标任务", "指标", "控制线", "警戒线", "红线", "底线",
    "控制值", "上限", "下限", "考核线",
  ])
  static let behindLines = WordSet(words: ["之内", "以内", "以上", "以下", "范围", "尚", "还", "仍", "有", "相比", "差", "的", "和", "及"])
  static let denials = WordSet(words: ["未能", "未", "没有", "没", "尚未", "仍未", "未能够"])
  static let stating = WordSet(words: ["为", "是", "要求", "要求达到", "应达到", "达到", "不低于", "不高于"])
  /// What else an aim may be called.
  static let demands = WordSet(words: ["要求", "标准", "指标", "任务", "水平要求", "考核要求", "警戒线", "控制线", "红线", "底线"])
  /// What a line that results are held against is called in brackets: （控制线38%）.
  static let lines = WordSet(words: [
    "指标", "标准", "控制线", "警戒线", "控制值", "上限", "控制标准", "标准值", "基准值", "考核线", "要求", "推荐标准", "评审标准", "标准要求",
  ])
  /// What makes of 计划 a plan that something is done by.
  static let byPlan = WordSet(words: ["按", "按照", "依据", "根据", "照", "年度", "工作", "原", "完成", "总体", "既定", "招聘", "培训", "行动"])
  /// Words behind 计划 that make it a plan something is part of.
  static let ofPlans = WordSet(words: ["的", "内", "中", "上", "方面"])
  /// Words that say how a result stands to its aim.
  static let aimComparers = WordSet(words: [
    "完成", "超额完成", "提前完成", "达到", "达", "超", "超过", "高于", "低于", "高出", "距", "距离", "较", "比", "优于", "好于", "实现", "超出",
    "离", "达成",
    "完成了", "达到了", "控制在",
  ])
  /// What makes of an aim a line that results are held against.
  static let nearAims = WordSet(words: ["以内", "之内", "要求", "范围", "线", "以下", "以上", "之下"])
  /// Whose aim it is.
  static let aimScopes = WordSet(words: [
    "省定", "市定", "县定", "区定", "国定", "省控", "市控", "省级", "市级", "省里", "市里", "县里", "国家", "省", "市", "年度", "全年", "既定", "预定",
    "规定", "上级", "考核", "年初", "阶段性", "最低", "序时进度", "推荐", "评审", "创建", "基本",
  ])
}
