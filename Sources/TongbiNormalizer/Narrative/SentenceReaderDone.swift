// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Parts of a whole that are told by what was done, or by their kind.
extension SentenceReader {
  /// 其中，46518人次捐献全血: those of the whole who did what is said of them; 3808人次捐献机采血小板 after them.
  func partCounted(_ at: Int) -> Subject? {
    guard UnitSet.counted.contains(unit(of: at)) || whole != nil, isElided(before: at).elided,
      let words = deed(after: at),
      let metric = wholeOfDeed(words), fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(metric: metric, label: words, part: words, start: at + 1)
  }

  /// The metric that 其中 takes apart, or that the part before is of, where both did the like.
  private func wholeOfDeed(_ words: String) -> Metric? {
    if let whole, drafts.indices.contains(whole) { return drafts[whole].metric }
    guard let last = drafts.last(where: { $0.part != nil && !$0.isEcho && !$0.text.isEmpty }), let part = last.part,
      part.prefix(2) == words.prefix(2), part != words
    else { return nil }
    return last.metric
  }

  /// The verb and noun behind a number, up to the end of their phrase.
  private func deed(after at: Int) -> String? {
    var end = at + 1
    while end < lexemes.count, touches(end - 1, end) {
      switch lexemes[end].kind {
      case .text, .act, .metric, .guarded, .lead: end += 1
      default:
        guard endsPhrase(end) else { return nil }
        return words(after: at, before: end)
      }
    }
    return words(after: at, before: end)
  }

  private func words(after at: Int, before end: Int) -> String? {
    guard end > at + 1 else { return nil }
    let words = text.string(lexemes[at + 1].range.lowerBound..<lexemes[end - 1].range.upperBound)
    return (3...12).contains(words.count) ? words : nil
  }

  /// 按招募方式统计，个人献血36840人次，占73.2%: a kind of what the end of its name counts, where its share of all follows.
  func kindWithShare(_ at: Int, _ label: String) -> Metric? {
    guard at + 3 < lexemes.count, case .mark = lexemes[at + 1].kind, beginsWith(at + 2, .shares), unit(of: at) != "%",
      let share = (at + 3..<min(at + 6, lexemes.count)).first(where: isNumber), unit(of: share).reads("%")
    else { return nil }
    let letters = Array(label.unicodeScalars)
    let unit = Array(unit(of: at).unicodeScalars)
    for start in letters.indices.dropFirst(2).dropLast() {
      if let metric = index.metric(named: letters[start...], unit[...]), fits(at, metric, self.unit(of: at)) {
        return metric
      }
    }
    return nil
  }

  /// 团队成员714人，其中护士262人: members of the team, and not all nurses there are.
  func isOfTeam(_ subject: Subject, _ at: Int) -> Bool {
    guard let wholeTeam, subject.part == nil, subject.metric?.kind == .stock, unit(of: at) == wholeTeam.unit.symbol,
      let sum = wholeTeam.quantity?.value, case .number(let number, _) = lexemes[at].kind, number.value < sum
    else { return false }
    let letters = Array(wholeTeam.label.unicodeScalars)
    return WordSet.teams.occurs(in: letters, letters.indices)
  }

  /// 培训基层人员14期: trainings by whom they were held for.
  func trained(_ at: Int, _ place: Int) -> Subject? {
    guard UnitSet.courses.contains(unit(of: at)), !beginsWith(place, .training) else { return nil }
    for verb in stride(from: place, through: max(clause, place - 3), by: -1) {
      if verb < place, !touches(verb, verb + 1) { return nil }
      guard beginsWith(verb, .training), let metric = index.metric(named: Array("培训".unicodeScalars)),
        fits(at, metric, unit(of: at))
      else { continue }
      let range = lexemes[verb].range.lowerBound..<lexemes[place].range.upperBound
      return Subject(metric: metric, label: text.string(range), start: verb)
    }
    return nil
  }

  /// 举办协管员培训班4期, 举办“西学中”培训班2期: a course that nothing says is one of the party.
  ///
  /// - Parameter isAlone: Whether no words before the name say what the course is about, so that the section may.
  func courseOfOthers(_ metric: Metric, _ name: String, isAlone: Bool = false) -> Metric? {
    guard metric.kind == .eventCount, metric.name.opens(with: "党"), name.hasSuffix("培训班"), !name.contains("党"),
      !drafts.contains(where: { $0.metric?.name.unicodeScalars.first == "党" }),
      !isAlone
        || !topic.headingWords.contains("党") && !topic.runIn.contains("党")
          && !lexemes[clause...].contains(where: { text.scalars[$0.range].contains("党") })
    else { return nil }
    return index.metric(named: Array("业务培训班".unicodeScalars))
  }

  /// 累计6740.5个治疗量: a unit that says by itself what is counted; 编制床位500张，目前已开放560张: the verb says which beds.
  func ofUnit(_ at: Int) -> Subject? {
    if unit(of: at).reads("张"), at > clause, endsClause(at + 1), endsIn(at - 1, .opening),
      let told = drafts.last(where: { !$0.isEcho }), told.metric?.unit.symbol == "张",
      let metric = index.metric(named: Array("开放床位".unicodeScalars))
    {
      return Subject(metric: metric, label: "开放床位", start: at - 1)
    }
    guard unit(of: at).reads("个"), at + 1 < lexemes.count, touches(at, at + 1), isWord(at + 1, "治疗量") else {
      return nil
    }
    return Subject(label: "治疗量", start: at + 1)
  }

  /// “两癌”筛查8.5万人，其中宫颈癌筛查4.3万人；乳腺癌筛查4.2万人: a further part of the whole, under a name of its own.
  func isFurtherPart(_ subject: Subject, _ at: Int) -> Bool {
    guard let partedWhole, drafts.indices.contains(partedWhole), let metric = subject.metric,
      drafts[partedWhole].metric?.id == metric.id, let sum = drafts[partedWhole].quantity?.value,
      case .number(let number, _) = lexemes[at].kind, number.value < sum,
      currentFacility() == drafts[partedWhole].facility, currentPeriod() == drafts[partedWhole].period
    else { return false }
    let label = drafts[partedWhole].label
    return subject.label != label
      && drafts.contains { $0.part != nil && $0.metric?.id == metric.id && $0.part == $0.label }
  }

  /// 核酸检测13.6万人次，其中发热门诊7,208人次、住院3.1万人次: where a part of the whole was done, and no visits there.
  func placeOfPart(_ subject: Subject, _ at: Int) -> Bool {
    guard let whole, drafts.indices.contains(whole), let metric = drafts[whole].metric, metric.kind == .flow,
      let sum = drafts[whole].quantity?.value, case .number(let number, let unit) = lexemes[at].kind,
      number.value < sum, UnitWord.fits(unit, metric: metric.unit), subject.start < at
    else { return false }
    // 住院36.8万人次，其中居民30.1万人次，职工6.7万人次: how often, and not how many there are.
    if subject.metric?.kind == .stock, unit.reads("人次") { return true }
    guard subject.metric?.kind == .flow, WordSet.placesOfCare.ends(subject.label) else { return false }
    return !metric.name.unicodeScalars.contains { "诊院".unicodeScalars.contains($0) }
  }

  /// 总收入2.9亿元，其中财政补助3,926万元; 职工54人，其中乡村医生31人: what has a name of its own, and is no kind of the whole.
  func standsApart(_ label: String) -> Bool {
    label.hasPrefix("财政") || WordSet.subsidies.ends(label) || label.holds("乡村医生") || label.hasSuffix("村医")
  }

  /// 建立健康档案29,641份，建档率85%，其中电子档案27,803份: some of those told before the rate.
  func isOfWholeTold(_ subject: Subject, _ at: Int) -> Bool {
    guard lexemes.indices.contains(subject.start - 1), isOfWhich(subject.start - 1),
      case .number(let number, _) = lexemes[at].kind, let name = currentFacility()
    else { return false }
    return drafts.contains { draft in
      !draft.isEcho && draft.part == nil && draft.metric?.id == subject.metric?.id && draft.facility == name
        && draft.metric?.unit.ratioFactor == nil && draft.quantity.map { number.value < $0.value } ?? false
    }
  }

  /// 现有党员401名（在职党员337名、离退休党员64名）: fewer of the same, under another name.
  func isPartOfLast(_ subject: Subject, _ at: Int) -> Bool {
    guard let whole = drafts.last(where: { $0.part == nil && $0.metric?.id == subject.metric?.id }), !whole.isEcho,
      whole.label != subject.label, let sum = whole.quantity?.value, case .number(let number, _) = lexemes[at].kind
    else { return false }
    return number.value < sum
  }

  /// 门诊看了2.3万人次, 高血压患者管着812人: a name and a verb of everyday speech.
  func toldOrally(_ letters: [Unicode.Scalar], _ place: Int) -> Metric? {
    guard letters.count > 2, let verb = letters.last, "看做管打收建签".unicodeScalars.contains(verb),
      place + 1 < lexemes.count,
      isWord(place + 1, "了") || isWord(place + 1, "着")
    else { return nil }
    return index.metric(named: letters.dropLast())
  }
}

extension WordSet where Meaning == Bool {
  static let opening = WordSet(words: ["开放"])
  /// Where patients are seen.
  static let placesOfCare = WordSet(words: ["门诊", "急诊", "门急诊", "住院", "病房", "入院患者", "住院患者", "门诊患者", "急诊患者"])
}
