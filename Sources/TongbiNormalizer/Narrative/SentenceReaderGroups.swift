// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Groups of people whose figures stand beside those of all.
extension SentenceReader {
  /// 建档立卡贫困人口2,216人全部参保，签约率100%: theirs, as nobody else was spoken of since the last semicolon.
  func ofSpecialGroup(_ metric: Metric, at place: Int) -> Metric? {
    guard metric.name.reads("家庭医生签约率") || metric.name.reads("重点人群签约率"), WordSet.ratesOfContracts.ends(string(place)),
      string(place).count <= 9
    else { return nil }
    let start = lexemes[..<place].lastIndex { lexeme in
      if case .mark(let mark) = lexeme.kind { return ";；".unicodeScalars.contains(mark) }
      return false
    }
    // 脱贫人口签约率, whose name begins within the group's.
    let said = lexemes[start ?? 0].range.lowerBound..<(lexemes[place].range.upperBound - 3)
    let nearest = said.last { WordSet.specialGroups.end(text.scalars, at: $0, before: said.upperBound) != nil }
    guard let nearest, !WordSet.residents.occurs(in: text.scalars, nearest..<said.upperBound) else { return nil }
    return index.metric(named: Array("特定人群签约率".unicodeScalars))
  }

  /// 签约率42.3%，重点人群签约率79.5%: whether the rate of the group follows by its own name, so that the one before is of all.
  private func namesGroupLater(_ at: Int) -> Bool {
    lexemes[at...].dropFirst().contains { lexeme in
      if case .metric(let metric) = lexeme.kind { return metric.name.reads("重点人群签约率") }
      return false
    }
  }

  /// 签约居民26,051人，签约率36.0%；重点人群11,940人，签约率70.4%: those of a group who are signed up, and their rate.
  func signedOfGroup(_ subject: Subject, _ at: Int) -> Metric? {
    guard subject.metric == nil, unit(of: at).reads("人"), WordSet.groupsOfPeople.ends(subject.label),
      let last = drafts.last(where: { !$0.isEcho && $0.part == nil && $0.metric?.name == "家庭医生签约人数" }),
      case .number(let number, _) = lexemes[at].kind, let whole = last.quantity?.value, number.value < whole
    else { return nil }
    return last.metric
  }

  /// The rate of the group whose number signed up was told right before.
  func rateOfGroup(_ metric: Metric, at place: Int) -> Metric? {
    guard let last = drafts.last, let group = last.part, !last.isEcho, string(place) == "签约率",
      metric.name == "家庭医生签约率", last.metric?.name == "家庭医生签约人数", !namesGroupLater(place)
    else { return nil }
    return index.metric(named: Array((group + "签约率").unicodeScalars))
  }

  /// 接受健康管理的65岁及以上老年人7.64万人，高血压患者4.93万人: those in care, each with what ails them.
  func inCare(_ subject: Subject, _ at: Int) -> Metric? {
    guard subject.metric == nil, unit(of: at).reads("人"), WordSet.personsCared.ends(subject.label) else { return nil }
    let said = lexemes[0].range.lowerBound..<lexemes[at].range.lowerBound
    guard WordSet.givenCare.occurs(in: text.scalars, said) else { return nil }
    let label = subject.label.letters
    return ["在管", "管理"].lazy.compactMap { [index] in index.metric(named: Array($0.unicodeScalars) + label) }.first
  }

  /// 65岁以上老年人6,205人，管理4,621人: how many of those told before are in care.
  func managed(_ at: Int) -> Subject? {
    guard unit(of: at).reads("人"), at > clause, isWord(at - 1, of: .managing),
      (clause..<(at - 1)).allSatisfy({ isLead($0) || isWord($0, of: .managing) }),
      let last = drafts.last, !last.isEcho, last.metric == nil, last.unit.symbol == "人",
      WordSet.personsCared.ends(last.label)
    else { return nil }
    let label = last.label.letters
    let metric = ["在管", "管理"].lazy.compactMap { [index] in index.metric(named: Array($0.unicodeScalars) + label) }.first
    return metric.map { Subject(metric: $0, label: string(at - 1), start: at - 1) }
  }

  /// 采集全血41,873人次: those who gave blood, and not how much of it.
  func ofDonors(_ subject: Subject, _ at: Int) -> Subject? {
    guard UnitSet.donations.contains(unit(of: at)), subject.part == nil else { return nil }
    let isGroup =
      subject.label.hasSuffix("献血") && subject.label.count > 2 || subject.label.hasSuffix("血小板")
      || subject.label.hasSuffix("捐献全血")
    if isGroup, subject.metric == nil || isLessThanTold(at, subject.metric),
      let metric = index.metric(named: Array("献血人次".unicodeScalars))
    {
      return Subject(metric: metric, label: subject.label, part: subject.label, start: subject.start)
    }
    guard
      subject.metric?.unit.symbol == "单位"
        || subject.metric == nil && (subject.label == "献血" || subject.label.hasPrefix("采集全血")),
      let metric = index.metric(named: Array("献血人次".unicodeScalars))
    else { return nil }
    return Subject(metric: metric, label: subject.label, start: subject.start)
  }

  /// 38,426人次参加无偿献血。捐献全血33,614人次: whether more of the same was told before, so that this is a part.
  private func isLessThanTold(_ at: Int, _ metric: Metric?) -> Bool {
    guard let metric, case .number(let number, _) = lexemes[at].kind else { return false }
    return (topic.figures + drafts).contains {
      $0.metric?.id == metric.id && $0.part == nil && $0.period == currentPeriod()
        && $0.quantity.map { number.value < $0.value } ?? false
    }
  }

  /// 组建团队6个，签约15,127人: the teams of family doctors, where contracts are spoken of.
  func ofTeams(_ subject: Subject, _ at: Int) -> Subject? {
    guard subject.metric == nil, subject.label.hasSuffix("团队"), subject.label.count <= 5,
      UnitSet.groups.contains(unit(of: at)),
      let metric = index.metric(named: Array("家庭医生团队".unicodeScalars))
    else { return nil }
    let said = lexemes[0].range.lowerBound..<lexemes[lexemes.count - 1].range.upperBound
    guard
      WordSet.contracts.occurs(in: text.scalars, said)
        || WordSet.contracts.occurs(in: topic.headingWords, topic.headingWords.indices)
        || WordSet.contracts.occurs(in: topic.runIn, topic.runIn.indices)
    else { return nil }
    return Subject(metric: metric, label: subject.label, start: subject.start)
  }

  /// 建档立卡贫困户1,215人应签尽签: those of a group who are all signed up.
  func ofGroupSigned(_ subject: Subject, _ at: Int) -> Subject? {
    guard subject.metric == nil, UnitSet.persons.contains(unit(of: at)), at + 1 < lexemes.count,
      WordSet.specialGroups.occurs(in: Array(subject.label.unicodeScalars), 0..<subject.label.unicodeScalars.count)
    else { return nil }
    let end = lexemes[(at + 1)...].firstIndex(where: isMark) ?? lexemes.count
    guard end > at + 1 else { return nil }
    let words = lexemes[at + 1].range.lowerBound..<lexemes[end - 1].range.upperBound
    guard WordSet.allSigned.occurs(in: text.scalars, words),
      let metric = index.metric(named: Array("家庭医生签约".unicodeScalars))
    else { return nil }
    return Subject(metric: metric, label: subject.label, part: subject.label, start: subject.start)
  }

  /// 老年人签约率88.1%，高血压患者92.4%，孕产妇79.6%: the same rate of another group.
  func ofFurtherGroup(_ subject: Subject, _ unit: String) -> Metric? {
    guard subject.metric == nil, unit.reads("%"), let last = drafts.last, !last.isEcho,
      let group = last.part ?? (last.label.hasPrefix("重点人群") ? "重点人群" : nil), last.metric?.unit == .percent,
      WordSet.groupsOfPeople.ends(group), WordSet.groupsOfPeople.ends(subject.label)
    else { return nil }
    return last.metric
  }

  /// 60岁以上人群全程接种率91.2%，加强免疫接种率80.4%: both of the group that the first one names.
  func partOfSibling(_ metric: Metric, at place: Int) -> String? {
    guard metric.kind == .ratio, place > 1, !namesGroupLater(place), let last = drafts.last, !last.isEcho,
      let part = last.part,
      let other = last.metric, other.id != metric.id, WordSet.populations.ends(part),
      other.id.split(separator: "_").first == metric.id.split(separator: "_").first, !string(place).hasPrefix(part)
    else { return nil }
    switch lexemes[place - 1].kind {
    case .mark("，"), .mark(","): return startsClause(place) ? part : nil
    case .and: return last.figure == place - 2 ? part : nil
    default: return nil
    }
  }
}

extension WordSet where Meaning == Bool {
  static let ratesOfContracts = WordSet(words: ["签约率", "签约服务率"])
  /// Those for whom contracts are counted apart.
  static let specialGroups = WordSet(words: [
    "建档立卡", "贫困人口", "贫困户", "脱贫人口", "脱贫户", "计划生育特殊家庭", "计生特殊家庭", "特殊家庭", "低收入人口", "监测户", "监测对象", "特困人员", "特困供养",
  ])
  /// All others, whom a rate may be of.
  static let residents = WordSet(words: [
    "常住", "居民", "全人群", "重点人群", "户籍", "签约率", "覆盖率", "老年人", "高血压", "糖尿病", "孕产妇", "儿童",
  ])
  static let groupsOfPeople = WordSet(words: [
    "老年人", "高血压患者", "糖尿病患者", "高血压", "糖尿病", "孕产妇", "儿童", "残疾人", "结核病患者", "慢病患者", "精神障碍患者", "贫困人口", "脱贫人口", "特殊家庭",
    "重点人群",
    "职工", "居民", "学生", "妇女",
  ])
  static let contracts = WordSet(words: ["签约", "家庭医生", "家医"])
  static let allSigned = WordSet(words: ["应签尽签", "全部签约", "均已签约", "全签约", "已签约"])
  static let women = WordSet(words: ["妇女", "女性"])
}
