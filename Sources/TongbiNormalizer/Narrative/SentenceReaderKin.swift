// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Names that are cut short, or that the figure before completes.
extension SentenceReader {
  /// 新建党支部两个: those that were founded are a part of all; 新增床位120张 says how many more there are, not which.
  func founded(_ metric: Metric, at place: Int) -> Subject? {
    guard metric.kind == .stock, place > clause, touches(place - 1, place), case .act = lexemes[place - 1].kind,
      isWord(place - 1, of: .foundingVerbs)
    else { return nil }
    return Subject(
      metric: metric, label: string(place - 1) + string(place), part: string(place - 1), start: place - 1)
  }

  /// 举办培训班 after figures of the party is 培训班 of the party: a name that begins with a verb gives way to the name in it
  /// that is kin to the figure before.
  func ofSameKin(_ metric: Metric, at place: Int) -> Metric {
    let range = lexemes[place].range
    // 接诊病人4.16万人次, in the report of 急诊科.
    if document.ward?.hasPrefix("急诊") ?? false, metric.name.reads("总诊疗人次"),
      let own = index.metric(named: Array("急诊人次".unicodeScalars))
    {
      return own
    }
    // 门诊接诊2.7万人次，其中2月接诊506人次: of the same.
    if isWord(place, "接诊"), let last = drafts.last(where: { $0.metric != nil && !$0.isEcho }), !startsClause(place),
      last.label.hasSuffix("接诊"), last.label != "接诊", let same = last.metric, same.unit == metric.unit
    {
      return same
    }
    if let course = courseOfOthers(metric, string(place), isAlone: true) { return course }
    guard let (end, kind) = PhraseWords.words.match(text.scalars, at: range.lowerBound, before: range.upperBound),
      case .act = kind, end < range.upperBound,
      let last = drafts.last(where: { !$0.isEcho })?.metric
    else { return metric }
    let family = last.id.prefix { $0 != "_" }
    guard !metric.id.utf8.starts(with: family.utf8),
      let other = index.metric(named: Array(text.scalars[end..<range.upperBound])),
      other.id.hasPrefix(family + "_")
    else { return metric }
    return other
  }

  /// 签约率 after 重点人群签约9,865人 is theirs: the words before that they share stand before both.
  func narrowed(_ metric: Metric, at place: Int) -> Metric {
    if let own = ofSpecialGroup(metric, at: place) ?? rateOfGroup(metric, at: place) { return own }
    let followsFigure = place - 2 >= clause && isNumber(place - 2) && !startsClause(place)
    guard metric.kind == .ratio, startsClause(place) || followsFigure, let last = drafts.last else { return metric }
    if followsFigure, let own = narrowedByWords(at: place) { return own }
    // 出院患者电话随访率96%，患者满意度95.2%: of all.
    if !string(place).hasSuffix("满意度"), let own = narrowedInList(at: place) { return own }
    let range = lexemes[place].range
    guard let end = last.label.unicodeScalars.last, text.scalars[range].contains(end) else {
      return metric
    }
    let before = last.label.letters
    let name = letters(place)
    for split in before.indices.dropFirst(2) where before.count - split >= 2 && before[split] == name[0] {
      // 三、四级手术占比52.3%，四级手术占比14.7%: of one grade alone.
      if before[split - 1] == "、" { continue }
      let shared = before[split...]
      if name.starts(with: shared), let found = index.metric(named: before[..<split], name[...]) { return found }
    }
    return metric
  }

  /// 计生特殊家庭签约612户、签约率100%: theirs, by the words before the figure.
  private func narrowedByWords(at place: Int) -> Metric? {
    let words = Array(text.scalars[lexemes[clause].range.lowerBound..<lexemes[place - 2].range.lowerBound])
    let name = letters(place)
    guard words.count <= 24, let at = words.lastIndex(of: name[0]), at >= 2, name.starts(with: words[at...]) else {
      return nil
    }
    return index.metric(named: words[..<at], name[...])
  }

  /// 重点人群应签4,960人，已签4,268人，签约率86.0%: the group that the list of figures began with, after the last semicolon.
  private func narrowedInList(at place: Int) -> Metric? {
    var start = clause
    while start > 0 {
      if case .mark(let mark) = lexemes[start - 1].kind, ";；".unicodeScalars.contains(mark) { break }
      start -= 1
    }
    let from = lexemes[start].range.lowerBound
    guard let first = drafts.first(where: { !$0.isEcho && $0.range.lowerBound >= from }), first.metric == nil else {
      return nil
    }
    let letters = first.label.letters
    let name = self.letters(place)
    for end in letters.indices.dropFirst(2).reversed() {
      if let found = index.metric(named: letters[..<end], name[...]) { return found }
    }
    return nil
  }

  /// 药占比（不含中药饮片）24.6%，含中药饮片30.1%: the same metric, counted otherwise.
  func scoped(_ place: Int) -> Subject? {
    guard place == clause, beginsWith(place, .scopes), let last = drafts.last,
      let metric = last.metric, metric.unit.ratioFactor != nil
    else { return nil }
    // 药占比不含中药饮片 is the usual one.
    let isUsual = beginsWith(place, .without) && metric.aliases.contains { $0.contains("不含") }
    return Subject(
      metric: metric, label: metric.name + "(" + string(place) + ")", part: isUsual ? nil : string(place), start: place)
  }

  /// 义诊30余场次，服务群众4000余人次: those who were served by the deed before.
  func served(_ at: Int, _ place: Int) -> Subject? {
    // 惠及建档立卡贫困患者3270人次, of another sentence's deed.
    guard let draft = drafts.last, !draft.isEcho || endsPlainly(place), let last = draft.metric,
      last.kind == .eventCount, UnitSet.served.contains(unit(of: at)),
      endsIn(place, .people) || endsIn(place, .persons) && isWord(max(0, place - 1), of: .serving),
      place == clause || isWord(place - 1, of: .serving) || metric(at: place - 1)?.id == last.id
        || place - 3 >= clause && isJoint(place - 1) && isWord(place - 3, of: .serving)
    else { return nil }
    return peopleServed(by: last, label: place)
  }

  /// Whether words name people and nothing more of them: 群众, 居民.
  private func endsPlainly(_ place: Int) -> Bool { isWord(place, of: .people) }

  /// 累计服务8,260人次 after 义诊48场次: served by the deed before.
  func servedAll(_ at: Int, _ place: Int) -> Subject? {
    guard unit(of: at).reads("人次"), isWord(place, "服务") || isWord(place, "接诊"),
      let last = drafts.last(where: { $0.metric?.kind == .eventCount })?.metric
    else { return nil }
    return peopleServed(by: last, label: place)
  }

  /// Those who were served by a deed: 义诊服务人次 for 义诊场次.
  func peopleServed(by deed: Metric, label place: Int) -> Subject? {
    for end in deed.name.indices.dropFirst().reversed() {
      let stem = Array(deed.name[..<end].unicodeScalars)
      if stem.count >= 2, let metric = index.metric(named: stem + Array("服务人次".unicodeScalars)) {
        return Subject(metric: metric, label: string(place), start: place)
      }
    }
    return nil
  }

  /// 门急诊服务患者46.9万人次, 诊疗各类病人61.27万人次: those to whom was done what the metric before counts.
  func treated(_ at: Int, _ place: Int) -> Subject? {
    // 门诊在治患者1,327人: those in care, and no visits.
    guard lexemes[place].range.count <= 6, endsIn(place, .people), !beginsWith(place, .inTreatment),
      UnitSet.treated.contains(unit(of: at))
    else {
      return nil
    }
    var start = place - 1
    var isSeen = false
    while start >= clause, touches(start, start + 1) {
      isSeen = isSeen || isWord(start, "接诊") || isWord(start, "诊治")
      switch lexemes[start].kind {
      case .act, .lead, .glue: start -= 1
      case .metric(let metric):
        guard metric.kind == .flow, fits(at, metric, unit(of: at)) else { return nil }
        return Subject(metric: metric, label: string(start), start: start)
      default: return isSeen ? seen(at, place) : nil
      }
    }
    return isSeen ? seen(at, place) : nil
  }

  /// 共接诊居民5.2万人次: all who came, unless they came to a department; 接诊患者 may be outpatients alone.
  private func seen(_ at: Int, _ place: Int) -> Subject? {
    // 接诊病人3.82万人次, in the report of 急诊科.
    if document.ward?.hasPrefix("急诊") ?? false, UnitSet.served.contains(unit(of: at)) {
      return index.metric(named: Array("急诊人次".unicodeScalars)).map {
        Subject(metric: $0, label: string(place), start: place)
      }
    }
    // 下乡义诊14场，发放药品2.6万元，接诊群众1,900人次: by the deed of the sentence.
    let deeds = drafts.lazy.compactMap { $0.isEcho || $0.metric?.kind != .eventCount ? nil : $0.metric }
    if let served = deeds.compactMap({ self.peopleServed(by: $0, label: place) }).first { return served }
    guard unit(of: at).reads("人次"), isWord(place, of: .people), !endsIn(place, .patients), department == nil,
      !(clause..<place).contains(where: { isPart(string($0)) })
    else { return nil }
    return index.metric(named: Array("诊疗人次".unicodeScalars)).map {
      Subject(metric: ofSameKin($0, at: place), label: string(place), start: place)
    }
  }

  /// 住院患者对护理工作满意度98.4%, 居民对签约服务的满意度91.7%: who judges comes first, what is judged between.
  func judged(_ metric: Metric, at place: Int) -> Subject? {
    guard metric.unit == .percent, string(place).hasSuffix("满意度") else { return nil }
    for start in stride(from: place - 1, through: max(clause, place - 3), by: -1) where touches(start, start + 1) {
      if let asked = asked(Array(text.scalars[lexemes[start].range.lowerBound..<lexemes[place].range.upperBound])) {
        return Subject(metric: asked, label: asked.name, start: start)
      }
    }
    for about in stride(from: place - 1, through: max(clause + 1, place - 5), by: -1)
    where text.scalars[lexemes[about].range.lowerBound] == "对" {
      switch lexemes[about - 1].kind {
      case .text, .metric, .guarded:
        let who = Array(string(about - 1).unicodeScalars)
        return Subject(
          metric: index.metric(named: who + Array("满意度".unicodeScalars)) ?? metric,
          label: string(about - 1) + string(place), start: about - 1)
      default: return nil
      }
    }
    return nil
  }

  /// 次均药费102.7元 after 门诊次均费用: of outpatients, too.
  func completedByCare(_ label: String) -> Metric? {
    guard let last = drafts.last?.metric?.name else { return nil }
    for count in 2...3 {
      if let metric = index.metric(named: Array((last.prefix(count) + label).unicodeScalars)) { return metric }
    }
    return nil
  }

  /// 高血压患者规范管理2,876人: the name without its 患者.
  func loosely(_ letters: [Unicode.Scalar]) -> Metric? {
    if let asked = asked(letters) { return asked }
    for at in letters.indices.dropFirst().dropLast(2) {
      guard letters[at] == "患" && letters[at + 1] == "者" || letters[at] == "病" && letters[at + 1] == "人" else {
        continue
      }
      if let metric = index.metric(named: letters[..<at], letters[(at + 2)...]) { return metric }
    }
    return nil
  }

  /// 住院患者电话回访满意度95.6%: who was asked, how, and the satisfaction.
  private func asked(_ letters: [Unicode.Scalar]) -> Metric? {
    let ending = Array("满意度".unicodeScalars)
    guard letters.count > 7, letters.suffix(3).elementsEqual(ending),
      let who = (3...4).first(where: { WordSet.judges.meaning(of: letters[..<$0]) != nil }),
      WordSet.surveys.occurs(in: letters, who..<(letters.count - 3))
    else { return nil }
    return index.metric(named: letters[..<who], ending[...])
  }

  /// 健康管理率 after 65岁以上老年人健康管理3,986人: what the figure before spoke of goes before a name cut short.
  func completed(_ tail: [Unicode.Scalar], at start: Int) -> Metric? {
    guard startsClause(start), WordSet.cutShort.match(tail, endingAt: tail.count, after: 0) != nil else { return nil }
    return completedByFigure(tail, at: start) ?? completedByRunIn(tail, at: start)
  }

  /// 4.0～6岁儿童健康管理。管理2587人，管理率88.8%: the heading that the passage begins with goes before it, unless the sentence
  /// names who, or the heading names several.
  private func completedByRunIn(_ tail: [Unicode.Scalar], at place: Int) -> Metric? {
    let words = topic.runIn
    guard words.count > 1, !words.contains("、"), !hasHead(index.heads(of: tail), before: place),
      drafts.allSatisfy({ $0.isEcho || $0.metric?.unit != .percent })
    else { return nil }
    // 预防接种。建证率100%: no rate of those vaccinated, as 管理率 is of those in 老年人健康管理.
    let isOfWords = tail.count < 3 || words.suffix(tail.count - 1).elementsEqual(tail.dropLast())
    for start in words.indices.dropLast(1) {
      let said = Array(words[start...])
      var names = [said + tail, said + Array("患者".unicodeScalars) + tail]
      if isOfWords { names.append(said + ["率"]) }
      for name in names {
        if let metric = index.metric(named: name), metric.unit == .percent { return metric }
      }
    }
    return nil
  }

  private func completedByFigure(_ tail: [Unicode.Scalar], at start: Int) -> Metric? {
    guard let last = drafts.last else { return nil }
    // 管理高血压患者5,120人，规范管理率78.2%: without the verb as well.
    let label = Array(last.label.unicodeScalars)
    // 救治危重孕产妇63例，成功率98.4%.
    let said = lexemes[0].range.lowerBound..<lexemes[start].range.lowerBound
    if tail.elementsEqual("成功率".unicodeScalars), WordSet.saving.occurs(in: text.scalars, said) {
      return index.metric(named: Array("抢救成功率".unicodeScalars))
    }
    let verb = WordSet.deeds.end(label, at: 0, before: label.count) ?? 0
    for drop in verb == 0 ? [0] : [0, verb] {
      let before = label.dropFirst(drop)
      for end in before.indices.reversed() where end > drop + 1 {
        if let metric = index.metric(named: before[...end], tail[...]) { return metric }
      }
    }
    return nil
  }

  /// 患者满意度门诊95.3%，住院97.7%: the end of the name before, behind another beginning; of one metric it is a part.
  func completedByLast(_ label: String, _ at: Int) -> (metric: Metric, part: String?)? {
    guard let last = drafts.last, !last.isEcho, let metric = last.metric else { return nil }
    for name in [last.label, metric.name] {
      if let whole = completed(label, by: name), whole.kind == metric.kind, fits(at, whole, unit(of: at)) {
        return (whole, whole.id == metric.id ? label : nil)
      }
    }
    return nil
  }
}

extension WordSet where Meaning == Bool {
  /// Who is asked how satisfied they are, and how.
  static let judges = WordSet(words: ["住院患者", "住院病人", "出院患者", "出院病人", "门诊患者", "门诊病人"])
  /// Words before patients who are in care.
  static let inTreatment = WordSet(words: ["在治", "在册", "在管", "在访", "在院"])
  static let surveys = WordSet(words: ["电话", "回访", "随访", "问卷", "调查", "测评", "第三方", "抽查"])
}
