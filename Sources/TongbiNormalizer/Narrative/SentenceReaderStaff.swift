// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Persons that words before 人员 make others of.
extension SentenceReader {
  /// 管理人员, 接种人员, 从事公共卫生工作的人员: some of the staff, no 卫生人员.
  func isKindOfStaff(_ metric: Metric, at place: Int) -> Bool {
    guard metric.kind == .stock, place > clause, touches(place - 1, place), endsIn(place, .staff) else { return false }
    // 新进各类人员64人.
    if (max(clause, place - 2)..<place).contains(where: { beginsWith($0, .newcomers) }) { return true }
    if text.scalars[lexemes[place - 1].range].suffix(2).elementsEqual("公共".unicodeScalars) { return true }
    switch lexemes[place - 1].kind {
    case .act, .text, .guarded: return isWord(place, "人员")
    case .lead: return isWord(place, "人员") && isWord(place - 1, "的")
    case .metric: return isWord(place, "人员")
    default: return false
    }
  }

  /// 参保61.83万人，其中城乡居民55.42万人，职工6.41万人: those who are insured, and no staff.
  func isInsured(_ subject: Subject) -> Bool {
    guard subject.start > 0, subject.metric?.kind == .stock,
      WordSet.insuredStaff.meaning(of: subject.label.letters[...]) != nil
    else { return false }
    let said = lexemes[0].range.lowerBound..<lexemes[subject.start].range.lowerBound
    return WordSet.insuring.occurs(in: text.scalars, said)
  }

  /// 派驻6个乡镇卫生院帮扶医务人员22名, 向成员单位派驻医师57人: professionals sent to where they help.
  func dispatched(_ at: Int) -> Subject? {
    guard UnitSet.treated.contains(unit(of: at)), let place = nameEnd(before: at) else { return nil }
    guard endsIn(place, .professionals) else { return dispatched(at, for: place) ?? dispatched(behind: at) }
    guard let verb = (clause...place).last(where: { beginsOrEnds($0, .sending) }) ?? verbOfGoing(behind: at) else {
      return nil
    }
    // 派出医护人员12人次支援县城方舱和隔离点.
    let isSure = beginsOrEnds(verb, .sendingDown) || beginsOrEnds(verb, .sendingOut) && endsIn(place, .carers)
    if isOfOtherExperts(at) { return nil }
    guard isSure || WordSet.grassroots.occurs(in: text.scalars, clauseAround(at)),
      let metric = index.metric(named: Array("下派专家".unicodeScalars)), fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(
      metric: metric,
      label: text.string(lexemes[min(verb, place)].range.lowerBound..<lexemes[place].range.upperBound),
      start: min(verb, place))
  }

  /// 派驻专家到分院坐诊、查房1846人次, 派出中医专家下乡督导62人次: how many were sent, behind what for.
  private func dispatched(_ at: Int, for place: Int) -> Subject? {
    guard let verb = (clause..<place).last(where: { beginsOrEnds($0, .sending) }), !isOfOtherExperts(at),
      // 下派专家到3家医共体分院坐诊142人次.
      !(verb..<at).contains(where: { isNumber($0) && !UnitSet.institutions.contains(unit(of: $0)) })
    else { return nil }
    let said = lexemes[verb].range.lowerBound..<lexemes[place].range.upperBound
    let ends = said.prefix(14).lazy.compactMap { start in
      WordSet.professionals.end(self.text.scalars, at: start, before: said.upperBound)
    }
    guard let who = ends.first, who < said.upperBound,
      WordSet.goingOut.end(text.scalars, at: who, before: said.upperBound) != nil,
      let metric = index.metric(named: Array("下派专家".unicodeScalars)), fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(metric: metric, label: text.string(said.lowerBound..<who), start: verb)
  }

  /// 先后有42批次专家186人次下沉乡镇卫生院坐诊: the verb right behind their number.
  private func verbOfGoing(behind at: Int) -> Int? {
    guard at + 1 < lexemes.count, touches(at, at + 1), beginsWith(at + 1, .sendingDown) else { return nil }
    return at + 1
  }

  /// 选派126名医师到分院坐诊: how many were sent, before the word for them.
  private func dispatched(behind at: Int) -> Subject? {
    guard at + 1 < lexemes.count, touches(at, at + 1),
      let verb = (clause..<at).last(where: { beginsOrEnds($0, .sending) }), !isOfOtherExperts(at),
      !(verb + 1..<at).contains(where: { metric(at: $0) != nil })
    else { return nil }
    let around = clauseAround(at)
    let noun = lexemes[at].range.upperBound..<min(around.upperBound, lexemes[at].range.upperBound + 10)
    guard WordSet.professionals.occurs(in: text.scalars, noun),
      beginsOrEnds(verb, .sendingDown) || WordSet.grassroots.occurs(in: text.scalars, around),
      let metric = index.metric(named: Array("下派专家".unicodeScalars)), fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(metric: metric, label: metric.name, start: verb)
  }

  /// 博士21人、硕士236人, 高级职称132人: those of the staff told before who have a degree or a title; in brackets, of those
  /// right before.
  func graded(_ subject: Subject, _ at: Int) -> (metric: Metric, part: String)? {
    guard subject.metric == nil, subject.start < at, UnitSet.treated.contains(unit(of: at)),
      WordSet.grades.ends(subject.label) || WordSet.grades.begins(subject.label), !followsVerb(subject),
      case .number(let number, _) = lexemes[at].kind
    else { return nil }
    let isTakenApart = isInBrackets || takesApart(before: at)
    let staff =
      drafts.last { draft in
        guard let metric = draft.metric, metric.kind == .stock, draft.part == nil, draft.role == role else {
          return false
        }
        if !isTakenApart, draft.isEcho { return false }
        return isInBrackets && !draft.isEcho || WordSet.staffNames.ends(metric.name)
      } ?? partedWhole.flatMap { drafts.indices.contains($0) && drafts[$0].metric?.kind == .stock ? drafts[$0] : nil }
    guard let staff, let metric = staff.metric, fits(at, metric, unit(of: at)),
      isTakenApart || listsTitles(after: staff),
      let sum = staff.quantity?.value, number.value < sum
    else { return nil }
    return (metric, subject.label)
  }

  /// 全科现有43人，主任技师2人，副主任技师7人: those of a department, of whom nothing but titles is told since.
  private func listsTitles(after staff: Draft) -> Bool {
    guard WordSet.having.meaning(of: Array(staff.label.unicodeScalars)[...]) != nil else { return false }
    return drafts.reversed().prefix { $0 !== staff }.allSatisfy { $0.part != nil && $0.metric?.id == staff.metric?.id }
  }

  /// 现有医生19人、护士41人，其中硕士8人: of all who were listed, and not of the last alone.
  var staffListed: Metric? {
    guard let last = drafts.last, last.metric?.kind == .stock, last.unit.symbol == "人",
      let before = drafts.dropLast().last, !before.isEcho, before.metric?.kind == .stock, before.unit == last.unit,
      before.metric?.id != last.metric?.id, before.part == nil, last.part == nil,
      !WordSet.staffNames.ends(before.metric?.name ?? ""), let from = before.figure, let to = last.figure, from < to,
      (from..<to).contains(where: { if case .and = lexemes[$0].kind { true } else { false } })
    else { return nil }
    return index.metric(named: Array("职工".unicodeScalars))
  }

  /// Whether 其中 takes something apart before a place, outside of brackets.
  private func takesApart(before at: Int) -> Bool {
    var depth = 0
    for lexeme in lexemes[..<at].reversed() {
      switch lexeme.kind {
      case .close: depth += 1
      case .open: depth -= 1
      case .ofWhich: if depth == 0 { return true }
      default: continue
      }
    }
    return false
  }

  /// 编制120人，在岗108人; 全科现有43人: those who work there.
  func onDuty(_ at: Int) -> Subject? {
    guard UnitSet.persons.contains(unit(of: at)), endsClause(at + 1), at > clause,
      case .holds = lexemes[at - 1].kind,
      (clause..<(at - 1)).allSatisfy({
        namesHouse($0) || isPeriod($0) || isWord($0, of: .actuals) || isLead($0)
          || isWord(at - 1, "在岗") && isEntity($0)
      }),
      isWord(at - 1, "在岗") || isWord(at - 1, of: .having) && at - 2 >= clause && namesHouse(at - 2)
    else { return nil }
    return index.metric(named: Array("在岗职工".unicodeScalars)).map {
      Subject(metric: $0, label: string(at - 1), start: at - 1)
    }
  }

  /// 全院, 我科, 全科: a whole house or department.
  private func namesHouse(_ at: Int) -> Bool {
    switch lexemes[at].kind {
    case .entity(.own), .entity(.hospital), .entity(.ownKind): true
    default: isWord(at, of: .wholeHouses)
    }
  }

  /// Whether a number counts experts who were sent, but not down by the reporting house to help.
  private func isOfOtherExperts(_ at: Int) -> Bool { isSentElsewhere(at) || isReceived(at) }

  /// 选派骨干18名到上级医院进修: sent to learn, not to help.
  private func isSentElsewhere(_ at: Int) -> Bool { WordSet.sentElsewhere.occurs(in: text.scalars, clauseAround(at)) }

  /// Whether words around a name of persons make them others: experts sent to learn, members who are no longer on probation.
  func isOfOthers(_ metric: Metric, at place: Int) -> Bool {
    if metric.name.opens(with: "下派") { return isOfOtherExperts(place) }
    return place > clause && isWord(place - 1, "转正") && metric.name.opens(with: "预备党员")
  }

  /// 接收帮扶专家11人, 请来市里专家坐诊96人次: they came to the reporting house, and nobody was sent down.
  private func isReceived(_ at: Int) -> Bool {
    let said = clauseAround(at)
    // 对方长期派驻专家9名.
    if text.scalars[said].starts(with: "对方".unicodeScalars) { return true }
    return WordSet.receiving.occurs(in: text.scalars, said) && !WordSet.sendingDown.occurs(in: text.scalars, said)
  }

  /// The letters from the start of the clause at hand, or of one before that a change speaks of, to the mark after a place.
  private func clauseAround(_ at: Int) -> Range<Int> {
    let end = lexemes[at...].firstIndex(where: isMark)
    return lexemes[min(clause, at)].range.lowerBound..<(lexemes[max(at, (end ?? lexemes.count) - 1)].range.upperBound)
  }

  private func beginsOrEnds(_ at: Int, _ words: WordSet<Bool>) -> Bool { beginsWith(at, words) || endsIn(at, words) }
}

extension WordSet where Meaning == Bool {
  static let insuredStaff = WordSet(words: ["职工", "在职职工", "退休职工", "企业职工"])
  static let insuring = WordSet(words: ["参保", "参加基本医疗保险", "参加医疗保险"])
  static let staff = WordSet(words: ["人员"])
  static let professionals = WordSet(words: [
    "专家", "医务人员", "医护人员", "医护", "护理骨干", "医师", "医生", "骨干", "医疗队员", "技术人员", "护士", "护理人员", "医技人员", "卫技人员",
  ])
  /// Degrees and titles of professionals.
  static let grades = WordSet(words: [
    "博士", "硕士", "研究生", "本科", "大专", "学历", "学位", "高级职称", "中级职称", "初级职称", "副高", "正高", "副高以上", "副高级以上", "主任医师", "副主任医师",
    "主治医师",
    "主任护师", "副主任护师", "职称", "主任技师", "副主任技师", "主任药师", "副主任药师", "主管护师", "主管技师", "主管药师", "在编", "编内", "编外", "临聘", "合同制",
    "编外聘用", "聘用", "编制内", "编制外", "在编人员", "编外人员", "聘用人员",
  ])
  static let actuals = WordSet(words: ["实有", "实际", "现", "目前", "现有", "实", "有"])
  static let having = WordSet(words: ["现有", "共有", "在职", "在编"])
  static let wholeHouses = WordSet(words: ["全科", "我科", "科室", "全站", "全所", "全中心", "全院", "医院", "中心", "我院", "本院", "科里"])
  static let staffNames = WordSet(words: ["卫生人员数", "卫生技术人员数"])
  static let sending = WordSet(words: ["派驻", "下派", "选派", "派出", "派遣", "下沉", "外派"])
  /// Verbs by which people come to work somewhere.
  static let newcomers = WordSet(words: ["新进", "新招", "新聘", "引进", "招聘", "招录", "新录用", "新入职"])
  static let goingOut = WordSet(words: ["到", "赴", "下乡", "下沉", "下派", "深入", "前往", "下基层", "进驻", "驻点", "去"])
  static let receiving = WordSet(words: ["接收", "接受", "请来", "邀请", "聘请", "迎来"])
  static let sendingOut = WordSet(words: ["派出", "派遣"])
  /// Those who care for patients, by any word.
  static let carers = WordSet(words: ["医务人员", "医护人员", "医护"])
  static let sendingDown = WordSet(words: ["派驻", "下派", "下沉"])
  /// Sent for other ends than to help: to learn, or to other provinces.
  static let sentElsewhere = WordSet(words: [
    "进修", "学习", "培训", "规培", "深造", "参训", "援鄂", "援沪", "援藏", "援疆", "援外", "流调", "竞赛", "比赛",
    "交流", "考察", "参会",
  ])
  static let grassroots = WordSet(words: [
    "基层", "乡镇", "卫生院", "卫生室", "下乡", "成员单位", "分院", "坐诊", "驻点", "进驻", "帮扶", "社区", "村",
  ])
}
