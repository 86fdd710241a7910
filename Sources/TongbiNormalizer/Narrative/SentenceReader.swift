// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Reads one sentence, from left to right: each number finds its metric, period, subject and changes.
struct SentenceReader {
  let text: FoldedText
  let lexemes: [Lexeme]
  let document: DocumentContext
  let registry: FacilityRegistry
  let index: AliasIndex
  /// The topic the sentence begins with, then the one it leaves behind.
  var topic: Topic

  var drafts: [Draft] = []
  var problems: [(Finding.Severity, NarrativeProblem, Range<Int>)] = []

  /// The period that holds at the place being read; `nil` where only the document's is known.
  var period: FoundPeriod?
  var entity: Entity?
  /// The base named in this clause, and the one named last in the sentence.
  var base: ComparisonBase?
  var lastBase: ComparisonBase?
  var isTarget = false
  var isInBrackets = false
  /// The whole that 其中 takes apart.
  var whole: Int?
  /// Where the current clause begins.
  var clause = 0
  /// Lexemes up to here have been read as part of a list.
  var readUpTo = 0
  /// The value after 由 or 从, waiting for the value it became.
  var former: (value: ScannedNumber, unit: String, period: Period?, range: Range<Int>)?

  init(
    text: FoldedText, lexemes: [Lexeme], document: DocumentContext, registry: FacilityRegistry, index: AliasIndex,
    topic: Topic
  ) {
    self.text = text
    self.lexemes = lexemes
    self.document = document
    self.registry = registry
    self.index = index
    self.topic = topic
    period = topic.period
    entity = topic.entity
    isTarget = topic.isPlan && !(topic.isMixed && Self.speaksOfWants(text, lexemes))
  }

  /// Whether a sentence of a section on shortcomings and plans speaks of what is wanting now: 科研项目仅3项.
  private static func speaksOfWants(_ text: FoldedText, _ lexemes: [Lexeme]) -> Bool {
    guard let first = lexemes.first, let last = lexemes.last else { return false }
    let words = text.string(first.range.lowerBound..<last.range.upperBound)
    let plans = ["下一步", "下步", "今后", "明年", "下半年", "力争", "计划", "确保", "将", "目标", "达到", "以上", "以内", "提高到", "提升至"]
    return ["仅", "只有", "偏低", "较低", "不高", "差距", "短缺", "缺乏", "不足", "尚未"].contains(where: words.contains)
      && !plans.contains(where: words.contains)
  }

  /// Reads all lexemes.
  mutating func read() {
    var at = 0
    while at < lexemes.count {
      at = step(at)
    }
  }

  /// Reads one lexeme and what belongs to it; returns the place of the next.
  private mutating func step(_ at: Int) -> Int {
    switch lexemes[at].kind {
    case .mark(let mark): boundary(mark, at)
    case .period(let found): take(found, at)
    case .entity(let entity): take(entity, at)
    case .base(let base): take(base)
    case .aim: aim(at)
    case .ofWhich:
      whole = drafts.indices.last {
        drafts[$0].metric != nil && drafts[$0].quantity != nil || drafts[$0].status == .masked
      }
    case .respectively: return respectively(at)
    case .open: return brackets(at)
    case .change(direction: 0): flat(at)
    case .multiple(let factor): multiple(at, factor)
    case .number, .masked, .span: figure(at)
    default: break
    }
    return at + 1
  }

  private mutating func boundary(_ mark: Unicode.Scalar, _ at: Int) {
    clause = at + 1
    base = nil
    former = nil
    guard mark == ";" || mark == "；" else { return }
    whole = nil
    for draft in drafts.indices { drafts[draft].takesChanges = false }
  }

  private mutating func take(_ found: FoundPeriod, _ at: Int) {
    if at > 0, case .from = lexemes[at - 1].kind { return }
    if at > 0, case .base = lexemes[at - 1].kind { return }
    guard isAdverbial(at), !isBaseOfMultiple(at) else { return }
    period = found
    if !isInBrackets, at == 0 || (at == 1 && !isFigure(lexemes[0])), isTopic(at) {
      topic.period = isOpen(found) ? nil : found
    }
  }

  /// Whether a period says when, and is no part of a name or a side remark: 召开2022年度述职会议, 剔除上年未报的.
  private func isAdverbial(_ at: Int) -> Bool {
    guard at > clause, touches(at - 1, at) else { return true }
    switch lexemes[at - 1].kind {
    case .text: return string(at - 1).last.map { "到至在于自".contains($0) } ?? false
    case .act, .guarded, .holds: return false
    case .lead: return string(at - 1) != "的"
    default: return true
    }
  }

  /// 是2019年的1.8倍: the period is what something is compared with, not when it was.
  private func isBaseOfMultiple(_ at: Int) -> Bool {
    guard at + 2 < lexemes.count, string(at + 1) == "的" else { return false }
    let number = (at + 2..<min(at + 4, lexemes.count)).first { isFigure(lexemes[$0]) }
    return number.map { unit(of: $0) == "倍" } ?? false
  }

  /// Whether a period stands apart before a comma, and so holds for the sentences after as well.
  private func isTopic(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return false }
    switch lexemes[at + 1].kind {
    case .mark, .entity: return true
    default: return false
    }
  }

  private func isOpen(_ found: FoundPeriod) -> Bool {
    switch found.period {
    case .instant, .upTo, .days: true
    default: false
    }
  }

  private func isFigure(_ lexeme: Lexeme) -> Bool {
    switch lexeme.kind {
    case .number, .masked, .span: true
    default: false
    }
  }

  private mutating func take(_ base: ComparisonBase) {
    self.base = base
    lastBase = base
  }

  /// A facility is the subject where a clause begins with it, alone or after a place name.
  private mutating func take(_ found: Entity, _ at: Int) {
    guard isSubject(found, at) else { return }
    var start = at
    var name = found
    if at > clause, case .text = lexemes[at - 1].kind, touches(at - 1, at), lexemes[at - 1].range.count <= 8 {
      guard at - 1 == clause || startsSubject(at - 2), isPlaceName(at - 1, before: at) else { return }
      start = at - 1
      let words = text.string(lexemes[start].range.lowerBound..<lexemes[at].range.upperBound)
      name = .named(registry.resolve(words)?.name ?? words)
    }
    guard start == clause || startsSubject(start - 1) else { return }
    entity = name
  }

  /// Whether what follows lets a group of facilities be the subject: 基层诊疗55万, but not 基层党员干部 or 医院党委.
  private func isSubject(_ found: Entity, _ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return true }
    if isCounted(at) { return false }
    let isGroup = found == .hospital || ["基层", "医共体", "医疗机构", "医疗卫生机构"].contains(string(at))
    switch lexemes[at + 1].kind {
    case .text, .guarded: return !isGroup || !touches(at, at + 1)
    case .metric where isGroup:
      guard at + 2 < lexemes.count, case .text = lexemes[at + 2].kind else { return true }
      return !touches(at + 1, at + 2)
    case .lead, .act, .glue, .mark: return found != .hospital || document.facility != nil
    default: return true
    }
  }

  /// 其中医院9个: how many there are, and no subject.
  private func isCounted(_ at: Int) -> Bool {
    var next = at + 1
    while next < lexemes.count, next < at + 4 {
      switch lexemes[next].kind {
      case .glue, .bound, .holds: next += 1
      case .number, .masked: return ["个", "家", "所", "间"].contains(unit(of: next))
      default: return false
      }
    }
    return false
  }

  /// A place before a facility's name: 青禾县, 马家沟乡, 协和.
  private func isPlaceName(_ at: Int, before entity: Int) -> Bool {
    let institutions = ["医院", "卫生院", "保健院", "中心", "站", "室"]
    guard institutions.contains(where: string(entity).hasSuffix), let last = string(at).last else { return false }
    return "县市区旗镇乡州省道".contains(last) || (2...4).contains(string(at).count) && followedByMetric(entity)
  }

  private func followedByMetric(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count, case .metric = lexemes[at + 1].kind else { return false }
    return true
  }

  private func startsSubject(_ at: Int) -> Bool {
    guard at >= clause else { return true }
    switch lexemes[at].kind {
    case .mark, .period, .ofWhich, .open, .aim, .number: return true
    case .lead: return ["现", "目前", "同时", "此外", "另外", "另", "年内", "当前", "据统计"].contains(string(at))
    case .and: return at > clause && isFigure(lexemes[at - 1])
    default: return false
    }
  }

  /// Whether two neighbouring lexemes stand side by side, without a space.
  func touches(_ first: Int, _ second: Int) -> Bool {
    first >= 0 && second < lexemes.count && lexemes[first].range.upperBound == lexemes[second].range.lowerBound
  }

  /// 力争 and the like make aims of what follows; “…的目标” of what came before.
  private mutating func aim(_ at: Int) {
    let word = string(at)
    let isNoun = ["目标", "目标值", "目标任务", "任务", "规划", "奋斗目标", "计划"].contains(word)
    if word == "目标", at >= 2, string(at - 1) == "的" {
      switch lexemes[at - 2].kind {
      case .number, .bound, .masked, .span:
        for draft in drafts.indices where drafts[draft].range.upperBound > aimStart(at) { drafts[draft].role = .target }
      default: break
      }
      return
    }
    guard isNoun else {
      isTarget = true
      return
    }
    // 目标为…, 计划发展…; but 工作任务, 完成年度计划的98%.
    guard at + 1 < lexemes.count else { return }
    switch lexemes[at + 1].kind {
    case .number, .masked, .bound: isTarget = true
    case .glue where word != "任务": isTarget = true
    case .act, .metric, .change, .becomes, .mark(":"): if word == "计划" || string(at + 1) == ":" { isTarget = true }
    default: break
    }
  }

  /// Where the words of an aim begin that ends in 的目标: after 完成, 实现 and the like in the clauses before it, so that what
  /// was reached is no aim: 达30.2%，提前完成2025年达到28%的目标.
  private func aimStart(_ at: Int) -> Int {
    let verbs = ["完成", "实现", "超额完成", "提前完成", "提前实现", "达成"]
    let verb = (0..<at).last { place in
      verbs.contains(string(place)) && place > 0 && isMark(lexemes[place - 1])
        || ["提前", "超额", "如期"].contains(where: string(place).hasSuffix)
    }
    return verb.map { lexemes[$0].range.lowerBound } ?? 0
  }

  private func isMark(_ lexeme: Lexeme) -> Bool {
    guard case .mark = lexeme.kind else { return false }
    return true
  }

  func string(_ at: Int) -> String { text.string(lexemes[at].range) }

  /// Reads what stands in brackets with its own period, subject and role, and goes back to those before.
  private mutating func brackets(_ at: Int) -> Int {
    var close = at + 1
    while close < lexemes.count, close - at < 60 {
      if case .close = lexemes[close].kind { break }
      close += 1
    }
    guard close < lexemes.count, close > at + 1 else { return at + 1 }
    let content = text.string(lexemes[at + 1].range.lowerBound..<lexemes[close].range.lowerBound)
    let notes = ["含", "不含", "包括", "包含", "不包括", "剔除", "按", "占", "注", "以", "扣除", "除"]
    if notes.contains(where: content.hasPrefix) { return close + 1 }
    let saved = (period, entity, base, isTarget, clause, whole, topic, isInBrackets)
    clause = at + 1
    isInBrackets = true
    var inner = at + 1
    let before = drafts.count
    while inner < close { inner = step(inner) }
    if before > 0 {
      for draft in before..<max(before, drafts.count) { drafts[draft].takesChanges = false }
    }
    (period, entity, base, isTarget, clause, whole, topic, isInBrackets) = saved
    return max(close + 1, inner)
  }

  /// The period of a figure of a metric.
  func currentPeriod() -> Period? {
    guard let period else { return topic.isPlan && isTarget ? nil : document.period ?? document.year.map(Period.year) }
    return period.period
  }

  /// The name of the current subject.
  func currentFacility() -> String? {
    switch entity {
    case .named(let name)?:
      if isOwnArea(name) { return document.facility }
      return registry.resolve(name)?.name ?? name
    case .hospital?: return document.facility.map { $0.hasSuffix("院") ? $0 : "医院" } ?? "医院"
    case .own?, nil: return document.facility ?? region
    }
  }

  /// 全镇 in the report of a township's health centre is the area it serves.
  private func isOwnArea(_ name: String) -> Bool {
    guard let own = document.facility, ["全镇", "全乡", "我镇", "我乡", "辖区", "全街道", "我街道"].contains(name) else {
      return false
    }
    return ["卫生院", "服务中心", "服务站"].contains(where: own.hasSuffix)
  }

  /// The region that a bulletin speaks of where a sentence names no facility, unless the sentence before spoke of one.
  private var region: String? {
    guard let region = document.region else { return nil }
    if case .named(let name)? = topic.spoken, !name.hasPrefix("全") { return nil }
    if topic.spoken == .hospital { return nil }
    let namesOther = lexemes.contains { lexeme in
      switch lexeme.kind {
      case .entity(.named(let name)): !name.hasPrefix("全")
      case .entity(.hospital): true
      case .text:
        ["医院", "卫生院", "保健院", "中心"].contains(where: text.string(lexeme.range).hasSuffix)
      default: false
      }
    }
    return namesOther ? nil : region
  }

  /// Whether figures read now are aims.
  var role: Observation.Role {
    if isTarget { return .target }
    if let year = document.year, let found = period?.period, period?.isMasked == false, found.lastDay.year > year,
      found.firstDay.map({ $0.year > year }) ?? true
    {
      return .target
    }
    return .observed
  }
}
