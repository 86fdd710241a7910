// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Figures that stand before their noun, and where phrases end.
extension SentenceReader {
  /// The metric that follows a number and its unit: 召开4次党建专题会议, 发展3名党员, 现有83名党员, 全院732名职工.
  func subject(after at: Int) -> Subject? {
    guard at + 1 < lexemes.count, touches(at, at + 1) else { return nil }
    if let line = nameOfLine(at) ?? bedsOpened(at) { return line }
    if let teams = teams(at) ?? ofParty(at) { return teams }
    if let staff = allStaff(at) ?? deeds(after: at) { return staff }
    guard at > 0 else { return nil }
    guard case .metric(let metric) = lexemes[at + 1].kind, !isGivenByOthers(metric, at: at) else { return nil }
    let opener = listOpener(before: at)
    guard opener >= 0,
      endsPhrase(at + 2) || opener == clause && isEntity(opener) && actsOf(metric, at)
    else {
      return nil
    }
    let before = lexemes[opener].kind
    if case .act = before {
      let joined = lexemes[opener].range.map { text.scalars[$0] } + lexemes[at + 1].range.map { text.scalars[$0] }
      if let verbal = index.metric(named: joined) {
        return Subject(metric: verbal, label: string(opener) + string(at + 1), start: at - 1)
      }
    }
    switch (before, metric.kind) {
    case (.act, .eventCount), (.act, .flow), (.lead, .eventCount), (.holds, .stock), (.entity, .stock): break
    case (.act, .stock), (.lead, .stock): if !isWord(opener, of: .holdings) { return nil }
    // 全年做了8,862台手术.
    case (.glue, .flow):
      guard opener > clause, isWord(opener, "了"), isWord(opener - 1, "做") || isWord(opener - 1, "看") else { return nil }
    default: return nil
    }
    return Subject(metric: metric, label: string(at + 1), start: at - 1)
  }

  /// 支部4个, 党总支下设3个支部: those of the party.
  func partyBranches(_ subject: Subject, _ at: Int) -> Metric? {
    guard subject.metric == nil, WordSet.branchesAlone.meaning(of: subject.label.letters[...]) != nil,
      UnitSet.groups.contains(unit(of: at)), subject.start < at || at > clause && isWord(at - 1, of: .settingUp)
    else { return nil }
    return index.metric(named: Array("党支部".unicodeScalars))
  }

  /// 36个党支部、742名党员开展主题党日, 党支部25名党员参加…: all that there are, whatever they do; but not those who are commended.
  private func ofParty(_ at: Int) -> Subject? {
    guard let metric = metric(at: at + 1), metric.kind == .stock else { return nil }
    // 7个党支部如期完成换届.
    if metric.name == "党支部数", let end = lexemes[at...].firstIndex(where: isMark) ?? lexemes.indices.last,
      WordSet.renewed.occurs(in: text.scalars, lexemes[at + 1].range.upperBound..<lexemes[end].range.upperBound)
    {
      return index.metric(named: Array("党支部换届".unicodeScalars)).map {
        Subject(metric: $0, label: "换届", start: at + 1)
      }
    }
    let first: Int
    switch metric.name {
    case "党员人数":
      var before = at - 1
      if before > clause, isJoint(before) { before -= 1 }
      guard before >= clause, self.metric(at: before)?.name == "党支部数" else { return nil }
      first = before > clause && isNumber(before - 1) ? before - 1 : before
    case "党支部数":
      let next = at + 2 < lexemes.count && isJoint(at + 2) ? at + 3 : at + 2
      guard isNumber(next), next + 1 < lexemes.count, self.metric(at: next + 1)?.name == "党员人数" else { return nil }
      first = at
    default: return nil
    }
    if first > clause {
      switch lexemes[first - 1].kind {
      case .act, .lead, .holds: return nil
      default: break
      }
    }
    return Subject(metric: metric, label: string(at + 1), start: at - 1)
  }

  /// 康复科开了40张床: the beds that there are.
  private func bedsOpened(_ at: Int) -> Subject? {
    guard unit(of: at).reads("张"), at > clause, endsIn(at - 1, .openingBeds), isWord(at + 1, "床") else { return nil }
    return index.metric(named: Array("床位".unicodeScalars)).map { Subject(metric: $0, label: "床", start: at - 1) }
  }

  /// 268.4万：全年门急诊人次, 6.2天：平均住院日，再创新低: a line that gives the number first.
  private func nameOfLine(_ at: Int) -> Subject? {
    guard at == clause, isWord(at + 1, ":") else { return nil }
    for place in at + 2..<min(at + 6, lexemes.count) {
      switch lexemes[place].kind {
      case .period, .glue, .lead, .entity: continue
      case .metric(let metric):
        guard endsPhrase(place + 1), !isNumber(place + 1), fits(at, metric, unit(of: at)) || unit(of: at).isEmpty else {
          return nil
        }
        return Subject(metric: metric, label: string(place), start: place)
      default: return nil
      }
    }
    return nil
  }

  /// 带领全院466名职工攻坚克难: all who work there, whatever they do.
  private func allStaff(_ at: Int) -> Subject? {
    // 带领班子成员和867名干部职工.
    let areLed =
      at > clause && isJoint(at - 1)
      && (clause..<at).contains { endsIn($0, .ledByWords) || beginsWith($0, .ledByWords) }
    guard at > clause, touches(at - 1, at),
      areLed || isEntity(at - 1) && beginsWith(at - 1, .wholes) || isWord(at - 1, "全科") || isWord(at - 1, "全系统"),
      UnitSet.personsPolitely.contains(unit(of: at)), beginsWith(at + 1, .staffWords)
    else { return nil }
    return index.metric(named: Array("职工".unicodeScalars)).map { Subject(metric: $0, label: "职工", start: at - 1) }
  }

  /// 18个家庭医生团队共签约…, 组建102支“县乡村”三级家庭医生团队: the teams, whatever stands before their name and behind it.
  private func teams(_ at: Int) -> Subject? {
    guard UnitSet.groups.contains(unit(of: at)) else { return nil }
    var place = at + 1
    while place < min(at + 4, lexemes.count), metric(at: place) == nil, touches(place - 1, place) { place += 1 }
    guard place < lexemes.count, touches(place - 1, place), let metric = metric(at: place), metric.kind == .stock,
      metric.name.hasSuffix("团队数"), at == clause || !isWord(at - 1, of: .someOf)
    else { return nil }
    if place + 1 < lexemes.count, touches(place, place + 1) {
      // 186个家庭医生团队签约居民17.9万人: what they did is another figure.
      switch lexemes[place + 1].kind {
      case .act, .glue, .lead, .metric: nameStart = place + 1
      default: break
      }
    }
    return Subject(metric: metric, label: string(place), start: at + 1)
  }

  /// 中心10个家庭医生团队共签约…: all of a kind, and what they did.
  private func actsOf(_ metric: Metric, _ at: Int) -> Bool {
    guard metric.kind == .stock, UnitSet.groups.contains(unit(of: at)) else { return false }
    switch lexemes[at + 2].kind {
    case .act, .glue, .lead: return true
    default: return false
    }
  }

  /// The word before a number that its noun follows, or before the list that it stands in: 下设2个党总支、14个党支部.
  func listOpener(before at: Int) -> Int {
    var place = at - 1
    while place - 3 >= clause, case .and = lexemes[place].kind, isFigure(lexemes[place - 2]) {
      switch lexemes[place - 1].kind {
      case .metric, .text: place -= 3
      default: return place
      }
    }
    // 现有党员117名、6个党支部.
    if place - 3 >= clause, case .and = lexemes[place].kind, isFigure(lexemes[place - 1]), metric(at: place - 2) != nil
    {
      place -= 3
    }
    if place > clause, case .bound = lexemes[place].kind { place -= 1 }
    return place
  }

  /// Whether a phrase ends before a lexeme.
  func endsPhrase(_ at: Int) -> Bool {
    guard at < lexemes.count else { return true }
    switch lexemes[at].kind {
    case .mark, .and, .open, .close, .base, .change, .period, .bound, .number, .masked: return true
    case .lead: return isWord(at, of: .joints)
    case .glue: return isWord(at, "了")
    default: return false
    }
  }

  /// Whether a clause, or the item of a list at hand, ends before a lexeme.
  func endsClause(_ at: Int) -> Bool {
    guard at < lexemes.count else { return true }
    switch lexemes[at].kind {
    case .mark, .close, .and, .bound, .base, .open: return true
    case .glue: return isWord(at, "大关")
    default: return false
    }
  }

  /// The plain noun after a verb and a number: 处理28件信访事项.
  func label(after at: Int) -> Subject? {
    guard at > 0, at + 1 < lexemes.count, touches(at, at + 1), case .act = lexemes[at - 1].kind,
      case .text = lexemes[at + 1].kind,
      endsPhrase(at + 2)
    else { return nil }
    let words = string(at + 1)
    return (2...10).contains(words.count) ? Subject(label: words, start: at - 1) : nil
  }

  /// Whether a clause holds nothing but who, when and joining words before a figure; remarks in brackets are none:
  /// 县中医医院（不含中药饮片）22.9%.
  func isElided(before at: Int) -> (elided: Bool, hasTopic: Bool) {
    var hasTopic = false
    var open: Int?
    for place in clause..<max(clause, at) {
      if case .close = lexemes[place].kind { open = nil }
      if let open, beginsWith(open + 1, .notes) { continue }
      if case .open = lexemes[place].kind { open = place }
      switch lexemes[place].kind {
      case .entity, .period: hasTopic = true
      case .glue, .bound, .lead, .becomes, .each, .mark, .and, .aim, .ofWhich, .open, .close: continue
      case .number where UnitSet.institutions.contains(unit(of: place)) && isEntity(place + 1):
        // 有6家医院超过60%.
        if case .bound = lexemes[at - 1].kind { return (false, false) }
        continue
      // 2023年确定的目标是62%, 按目标年底要达到90%.
      case .text where endsIn(place, .announcing) || isWord(place, of: .byPlan): continue
      // 而改革前的2013年为46.5%.
      case .text where endsIn(place, .events) && isWord(place + 1, "的") && place + 2 < at && isPeriod(place + 2):
        continue
      // 2023年进一步降至27.4%.
      // 其中市中心医院由上年同期的27.4%升至30.5%.
      case .from where hasTopic, .base where hasTopic && isFrom(place - 1): continue
      case .number where former?.range == lexemes[place].range: continue
      // 其中中心承担23.7万人次.
      case .act where hasTopic && (isWord(place, "承担") || isWord(place, "完成")): continue
      case .text where isWord(place, of: .linking), .guarded(.name) where isWord(place, of: .linking): continue
      case .change where isWord(place, of: .linking): continue
      // 最高的是县人民医院7,352元，其次是县中医院5,814元.
      case .text where sentenceMetric != nil && (isWord(place, of: .nextRanks) || isWord(place, of: .ranks)): continue
      case .text:
        // A place name before a facility.
        guard place + 1 < at, case .entity = lexemes[place + 1].kind, isPlaceName(place, before: place + 1) else {
          return (false, false)
        }
      default: return (false, false)
      }
    }
    return (true, hasTopic)
  }
}

extension WordSet where Meaning == Bool {
  static let renewed = WordSet(words: ["换届"])
  static let openingBeds = WordSet(words: ["开了", "开放", "开设", "开设了", "设有", "设", "有", "现有", "拥有", "开放了"])
  static let ledByWords = WordSet(words: ["带领", "团结带领", "领导班子成员", "班子成员"])
  static let branchesAlone = WordSet(words: ["支部", "现有支部", "共有支部"])
  /// Words for those behind the first of a ranking.
  static let nextRanks = WordSet(words: ["其次", "再次", "其后", "随后", "最后", "紧随其后", "第二", "第三", "其次是", "再次是"])
}
