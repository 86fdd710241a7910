// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Results that stand beside their aim, and aims that stand beside a result.
extension SentenceReader {
  /// 四季度满意度要达到95%以上（三季度为91.7%）: whether brackets behind an aim begin with a time that was told, and is over.
  func tellsWhatWas(_ at: Int) -> Bool {
    guard isTarget, at < lexemes.count, case .period(let then) = lexemes[at].kind, let told = then.period,
      let own = document.period, let aim = period?.period
    else { return false }
    return told.lastDay <= own.lastDay && told.lastDay < aim.lastDay
  }

  /// 低于全省9.8/10万的平均水平, 低于全区平均水平（91%）: what the average of a region is that the figure before is compared with.
  func averageOfRegion(_ at: Int) -> Bool {
    guard let base = baseOfRegion(at), case .otherBase = lexemes[base].kind,
      let last = drafts.last(where: { !$0.isEcho && $0.metric != nil }), let metric = last.metric,
      fits(at, metric, unit(of: at))
    else { return false }
    guard let others = averagedOver(base) else { return false }
    add(at, metric, Subject(metric: metric, label: last.label, start: at))
    let draft = drafts[drafts.count - 1]
    (draft.facility, draft.takesChanges) = (others, false)
    return true
  }

  /// 高于全区平均水平（全区为66.8%、58.5%）, 比二级医院（6.9%）高: what others had, of the figures told last.
  func othersInBrackets(_ open: Int, before close: Int) -> Bool {
    guard open > clause, case .otherBase = lexemes[open - 1].kind else { return false }
    let values = (open + 1..<close).filter(isNumber)
    let told = drafts.filter { !$0.isEcho && $0.metric != nil && !$0.text.isEmpty }.suffix(values.count)
    guard !values.isEmpty, told.count == values.count, isPlainList(open + 1..<close),
      let others = averagedOver(open - 1) ?? house(compared: open - 1),
      zip(told, values).allSatisfy({ draft, value in draft.metric.map { fits(value, $0, unit(of: value)) } ?? false })
    else { return false }
    for (draft, value) in zip(told, values) {
      add(value, draft.metric, Subject(metric: draft.metric, label: draft.label, part: draft.part, start: value))
      let draft = drafts[drafts.count - 1]
      (draft.facility, draft.takesChanges) = (others, false)
    }
    return true
  }

  /// Whether nothing but whose they are and what joins them stands beside numbers.
  private func isPlainList(_ range: Range<Int>) -> Bool {
    range.allSatisfy { place in
      switch lexemes[place].kind {
      case .number, .and, .entity, .glue, .respectively: true
      default: false
      }
    }
  }

  /// 比二级医院: the kind of houses that a comparison names.
  private func house(compared base: Int) -> String? {
    let words = String(string(base).dropFirst())
    return FacilityKinds.known.contains(words) ? words : nil
  }

  /// 全市, 全市二级中医院: whose average a comparison names, or the house itself in a report of one of its departments.
  private func averagedOver(_ base: Int) -> String? {
    let words = string(base)
    if words.contains("全院") { return document.house }
    guard let region = ["全省", "全市", "全国", "全县", "全区", "全州"].lazy.compactMap({ words.firstRange(of: $0) }).first
    else { return nil }
    let behind = words[region.upperBound...]
    let kind = behind.firstRange(of: "平均").map { behind[..<$0.lowerBound] } ?? ""
    let houses = String(kind.hasSuffix("的") ? kind.dropLast() : kind)
    return words[region] + (WordSet.houses.ends(houses) ? houses : "")
  }

  /// 比周边医院低10%, 低于全市平均36元.
  func isComparedWithOthers(_ at: Int) -> Bool {
    for place in stride(from: at - 1, through: clause, by: -1) {
      switch lexemes[place].kind {
      case .otherBase: return true
      case .metric, .number, .masked: return false
      default: continue
      }
    }
    return false
  }

  /// The comparison that a number stands behind, or inside of, or in brackets behind.
  private func baseOfRegion(_ at: Int) -> Int? {
    if isInBrackets, at == clause, at > 1 { return endsIn(at - 2, .averageLevels) ? at - 2 : nil }
    let follows = WordSet.averageLevels.end(text.scalars, at: lexemes[at].range.upperBound, before: text.count) != nil
    return at > clause && follows ? at - 1 : nil
  }

  /// 目标任务为42万人次，实际完成44.37万人次; 任务数1,450人，完成1,512人: what came of the aim told last.
  func actual(_ at: Int) -> Bool {
    guard let aim = drafts.last, aim.role == .target || isLimit(aim), !aim.isEcho, let metric = aim.metric, at > clause,
      saysActual(before: at, of: aim), fits(at, metric, unit(of: at), label: aim.label)
    else { return false }
    isTarget = false
    if aim.role != .target {
      // 抢救成功率≥90%，实际92.3%: a limit, told by the result beside it.
      guard (clause..<at).contains(where: { beginsWith($0, .inFact) }) else { return false }
      (aim.role, aim.takesChanges) = (.target, false)
    }
    add(at, metric, Subject(metric: metric, label: aim.label, part: aim.part, start: at))
    drafts[drafts.count - 1].facility = aim.facility
    return true
  }

  /// Whether a figure is a limit in words or signs: 不低于45%, ≤8天.
  private func isLimit(_ draft: Draft) -> Bool {
    switch draft.quantity?.bound {
    case .atLeast, .atMost: draft.takesChanges
    default: false
    }
  }

  /// Whether a clause holds no more before a number than that something was done: 实际筛查, 1—9月实际建成, 完成.
  private func saysActual(before at: Int, of aim: Draft) -> Bool {
    guard at - clause <= 6 else { return false }
    var says = false
    for place in clause..<at {
      switch lexemes[place].kind {
      case .period, .entity: if says { return false }
      case .text, .act, .lead, .glue, .bound, .metric:
        let range = lexemes[place].range
        if WordSet.actually.end(text.scalars, at: range.lowerBound, before: range.upperBound) != nil { says = true }
        if case .metric(let metric) = lexemes[place].kind {
          // 实际体检3.42万人 of 老年人免费体检; but 实际完成宫颈癌筛查 names its own.
          guard says, metric.id != aim.metric?.id, aim.label.contains(string(place)) else { return false }
        }
        if !says, case .text = lexemes[place].kind, !isWord(place, of: .selves) { return false }
      default: return false
      }
    }
    return says
  }

  /// 比预算的1.8亿元超收, 较年初目标70%高: the aim that a result is compared with.
  func aimInComparison(_ at: Int) -> Bool {
    guard at > clause, isComparedLine(at - 1),
      let last = drafts.last(where: { !$0.isEcho && $0.metric != nil && $0.role == .observed }),
      let metric = last.metric,
      fits(at, metric, unit(of: at), label: last.label)
    else { return false }
    addAim(at, of: last)
    return true
  }

  /// 高于国家标准, 超过国家标准: a comparison that ends in the words of an aim.
  private func isComparedLine(_ at: Int) -> Bool {
    guard endsInAim(at) else { return false }
    switch lexemes[at].kind {
    case .otherBase: return true
    case .text: return at > clause && isBound(at - 1)
    default: return false
    }
  }

  /// 占年度计划投资3亿元的90%, 完成全年任务门诊12万人次的98%: a named aim, of which a share was done.
  func isWholeOfAim(_ at: Int) -> Bool {
    guard at + 2 < lexemes.count, isWord(at + 1, "的"), isNumber(at + 2), unit(of: at + 2) == "%", unit(of: at) != "%"
    else {
      return false
    }
    return (clause..<at).contains(where: isNounOfAim)
  }

  /// 未能完成105万的年度目标: whether the noun of an aim stands behind a number.
  func isOfAimBehind(_ at: Int) -> Bool {
    at + 2 < lexemes.count && isWord(at + 1, "的") && isNounOfAim(at + 2)
  }

  /// Whether words of a comparison end in those of an aim: 比预算的, 低于预算, 较目标值.
  func endsInAim(_ at: Int) -> Bool {
    var range = lexemes[at].range
    if text.scalars[range.upperBound - 1] == "的" { range = range.lowerBound..<(range.upperBound - 1) }
    return WordSet.endsOfAims.match(text.scalars, endingAt: range.upperBound, after: range.lowerBound) != nil
  }

  /// 年度目标均为80%以上, after a list: an aim of each of its figures.
  func aimOfEach(_ at: Int) -> Bool {
    guard isTarget, let list = lastList, list.count > 1, list.upperBound == drafts.count,
      (clause..<at).contains(where: isNounOfAim),
      list.allSatisfy({ draft in drafts[draft].metric.map { fits(at, $0, unit(of: at)) } ?? false })
    else { return false }
    for draft in list.map({ drafts[$0] }) { addAim(at, of: draft) }
    return true
  }
}

extension WordSet where Meaning == Bool {
  static let averageLevels = WordSet(words: ["的平均水平", "平均水平", "的平均值", "的均值", "的水平", "平均值", "均值"])
  /// Words that say that something came about.
  static let actually = WordSet(words: [
    "实际", "完成", "已完成", "完成值", "实测", "监测值", "实有", "最终", "实现", "实得", "实际完成", "全年完成", "共完成", "已实现",
  ])
  static let inFact = WordSet(words: ["实际", "实测", "实为", "实现值", "完成值", "监测值"])
  /// Words for who reports.
  static let selves = WordSet(words: ["我院", "全年", "目前", "现", "该院", "我县", "年内"])
  static let endsOfAims = WordSet(words: [
    "预算", "目标", "目标值", "预算数", "计划", "任务", "任务指标", "考核指标", "考核要求", "指标值", "控制目标", "年度目标", "标准", "标准值", "要求",
    "警戒线", "控制线",
  ])
}
