// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// A facility is the subject where a clause begins with it, alone or after a place name.
  func take(_ found: Entity, _ at: Int) {
    // 医共体内开展新技术18项, in the group's own report.
    if case .named(let group) = found, at + 1 < lexemes.count, touches(at, at + 1), beginsWith(at + 1, .within),
      at == clause, let own = document.facility, own.hasSuffix(group)
    {
      (entity, entityClause) = (.own, clause)
      return
    }
    guard isSubject(found, at), !isCountOf(at), !isOfficeOfOwner(found) else { return }
    // 全市各级互联网医院线上诊疗41.2万人次: what houses do online, and no kind of them.
    if found == .hospital, WordSet.online.match(text.scalars, endingAt: lexemes[at].range.lowerBound, after: 0) != nil {
      return
    }
    // 柳林乡卫生院：我们去年…: those who speak.
    if found == .own, at > 1, lexemes.count > 2, case .entity(.named(let name)) = lexemes[0].kind, isWord(1, ":"),
      name != document.facility
    {
      return
    }
    // 两个站点记录雷同，自查发现问题19个: some of them, of which no figure is.
    if at > clause, isNumber(at - 1), touches(at - 1, at), WordSet.sites.contains(found), !tellsFigure(behind: at) {
      return
    }
    // 赴对口帮扶的柏塘乡卫生院义诊1次: where it was.
    if found != .own, (min(clause, at)..<at).contains(where: { beginsWith($0, .going) }) { return }
    // 我科检测13.6万人次，其中本院发热门诊7,208人次: where, in a department's own report.
    if found == .own, document.department != nil, at > 0, isOfWhich(at - 1) { return }
    // 到对口支援的清水坪镇卫生院坐诊，参加义诊7次: where they went.
    if at > clause, beginsWith(at + 1, .visits), touches(at, at + 1), found != .own,
      (clause..<at).contains(where: { text.scalars[lexemes[$0].range].contains("到") || beginsWith($0, .going) })
    {
      return
    }
    // 派出专家下沉基层765人次: where they went.
    if at > clause, touches(at - 1, at), endsIn(at - 1, .goneTo) { return }
    // 基层上转1,925人次: from where they came, to those who report.
    if found == .named("基层"), at + 1 < lexemes.count, let metric = metric(at: at + 1), metric.name.hasPrefix("上转") {
      return
    }
    // 县医院下转来的患者67人次: from where they came.
    if at + 2 < lexemes.count, case .metric = lexemes[at + 1].kind, beginsWith(at + 2, .coming) { return }
    // 向9处乡镇卫生院派驻专家36人次: to them.
    if at - 2 >= clause, isNumber(at - 1), touches(at - 1, at), isWord(at - 2, of: .recipients) { return }
    // 市二院专家下沉坐诊412人次, in a centre's own report: they came to it.
    if document.facility != nil, found != .own, at + 1 < lexemes.count, touches(at, at + 1),
      beginsWith(at + 1, .visitors)
    {
      return
    }
    var start = at
    var name = found
    if found == .mentioned {
      name = mentioned(before: at) ?? .own
      isMentioned = name != .own
    }
    // 全院手术, in a department's own report: of the house.
    if found == .own, document.department != nil, string(at).hasSuffix("院") { name = .hospital }
    if found == .hospital, document.facility == nil, let spoken = houseSpokenOf(before: at) {
      // 云河县人民医院…。医院平均住院日….
      name = .named(spoken)
    }
    if case .ownKind(let word) = found {
      if at > clause, isNumber(at - 1), touches(at - 1, at) {
        // 4个服务站门诊2.1万人次: some of those that it has.
        (entity, entityClause) = (.named(word), clause)
        return
      }
      guard start == clause || startsSubject(start - 1), document.facility?.hasSuffix(word) ?? false else { return }
      entity = .own
      entityClause = clause
      return
    }
    // 而柳湾县中医院尚不足3%, 同年全国死亡率23.2/10万.
    if at - 1 == clause, isWord(clause, of: .contrasts) { start = clause }
    if start == at, at > clause, case .text = lexemes[at - 1].kind, touches(at - 1, at),
      lexemes[at - 1].range.count <= 8
    {
      if at - 1 == clause || startsSubject(at - 2), isPlaceName(at - 1, before: at) {
        start = at - 1
        let words = text.string(lexemes[start].range.lowerBound..<lexemes[at].range.upperBound)
        name = .named(names.registry.resolve(words)?.name ?? words)
      } else if !isToldOf(at) {
        return
      }
    }
    if followsRank(start) {
      clause = start
      outer = outer ?? .some(entity)
    }
    guard start == clause || startsSubject(start - 1) || isToldOf(at) else { return }
    if name == .named("上级医院") { beforeSuperior = .some(entity) }
    entity = name
    entityClause = clause
    // 全县19家乡镇卫生院门急诊43.6万人次: spoken of and not only counted.
    if countedKind == name, at > clause, isNumber(at - 1), tellsFigure(behind: at) { countedKind = nil }
    department = nil
  }

  /// 县卫健局组织…: an office speaks for the region, where the report does not name whose figures it has.
  private func isOfficeOfOwner(_ found: Entity) -> Bool {
    guard case .named(let name) = found else { return false }
    // 120急救中心 alone is one of the hospital.
    return document.hasOwner && WordSet.offices.ends(name) || name.hasPrefix("120")
  }

  /// Whether what follows lets a group of facilities be the subject: 基层诊疗55万, but not 基层党员干部 or 医院党委.
  private func isSubject(_ found: Entity, _ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return true }
    if isCounted(at), !beginsWith(at, .wholes) { return false }
    let isGroup = found == .hospital || isWord(at, of: .groups)
    switch lexemes[at + 1].kind {
    // 三级医院次均费用11,206元: of them, and not a name that begins as they do.
    case .text where isGroup && endsIn(at + 1, .costsAndRates) && isNumber(at + 2): return true
    case .text, .guarded: return !isGroup || !touches(at, at + 1)
    case .metric where isGroup:
      guard at + 2 < lexemes.count, case .text = lexemes[at + 2].kind else { return true }
      return !touches(at + 1, at + 2)
    case .lead where touches(at, at + 1) && isWord(at + 1, of: .within): return false
    case .lead, .act, .glue, .mark: return found != .hospital || document.facility != nil
    default: return true
    }
  }

  /// 全县12家医疗机构门急诊150万: what is counted says no more than the region before it; 16家乡镇卫生院诊疗47万 speaks of them.
  private func isCountOf(_ at: Int) -> Bool {
    guard at > clause, touches(at - 1, at), case .number = lexemes[at - 1].kind,
      UnitSet.institutions.contains(unit(of: at - 1))
    else {
      return false
    }
    // 新开业的一家民营医院床位达200张.
    if isOneOfOthers(at - 1), tellsFigure(behind: at) { return false }
    if isWord(at, of: .allInstitutions) || goesOnCounting(at) || goesOnCounting(at + 3) { return true }
    guard at - 2 >= clause else { return false }
    // 全县8家公立医疗卫生机构 are all that report.
    if isEntity(at - 2), isWord(at, of: .publicInstitutions) { return true }
    // 全县19家乡镇卫生院门急诊43.6万: of those, and not of all the county.
    if isEntity(at - 2) { return !(isWholeArea(at - 2) && tellsFigure(behind: at)) }
    // 而15个乡镇卫生院病床使用率38.6%.
    return !startsSubject(at - 2) && !(at - 2 == clause && isWord(clause, of: .contrasts))
  }

  /// 全县, 我市, 清江县.
  func isWholeArea(_ at: Int) -> Bool {
    guard case .entity(.named(let name)) = lexemes[at].kind else { return false }
    return beginsWith(at, .wholes) || WordSet.regionEndings.ends(name)
  }

  /// Whether a figure or the name of one follows, behind words that only join.
  func tellsFigure(behind at: Int) -> Bool {
    for lexeme in lexemes[(at + 1)...] {
      switch lexeme.kind {
      case .glue, .lead, .act, .period: continue
      case .metric, .number, .masked: return true
      default: return false
      }
    }
    return false
  }

  func isEntity(_ at: Int) -> Bool {
    guard lexemes.indices.contains(at), case .entity = lexemes[at].kind else { return false }
    return true
  }

  /// 其中医院9个: how many there are, and no subject.
  func isCounted(_ at: Int) -> Bool {
    var next = at + 1
    while next < lexemes.count, next < at + 4 {
      switch lexemes[next].kind {
      case .glue, .bound, .holds: next += 1
      case .number, .masked:
        // 双桥镇卫生院6个团队签约11,240人: no count of such houses.
        if touches(next, next + 1), case .text = lexemes[next + 1].kind { return false }
        return UnitSet.institutions.contains(unit(of: next))
      default: return false
      }
    }
    return false
  }

  /// A place before a facility's name: 青禾县, 马家沟乡, 协和.
  func isPlaceName(_ at: Int, before entity: Int) -> Bool {
    guard endsIn(entity, .houses), let last = string(at).last, !beginsWith(at, .towards), !isWord(at, "互联网") else {
      return false
    }
    return "县市区旗镇乡州省道".contains(last)
      || (2...4).contains(string(at).count) && isSpokenOf(entity) && !beginsWith(at, .someOf)
        && !isWord(at, of: .bloodUsers)
  }

  /// Whether a metric or a number follows.
  private func isSpokenOf(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return false }
    switch lexemes[at + 1].kind {
    case .metric, .number, .masked: return true
    default: return false
    }
  }

  private func isChange(_ at: Int) -> Bool {
    guard at < lexemes.count, case .change(let way) = lexemes[at].kind else { return false }
    return way != 0
  }

  private func startsSubject(_ at: Int) -> Bool {
    guard at >= clause else { return true }
    switch lexemes[at].kind {
    case .mark, .ofWhich, .open, .aim, .number, .base: return true
    // 有173人获2015年度全国无偿献血奉献奖.
    case .period: return !(clause..<at).contains(where: isNumber)
    // 仅河口镇中心卫生院，一季度门诊就达1.46万人次.
    case .glue where at == clause && (isWord(at, "各") || isWord(at, of: .openers)): return true
    // 其中各社区卫生服务站4.3万人次.
    case .glue where at - 1 == clause && isOfWhich(clause): return isWord(at, "各")
    // 在县人民医院，全年完成手术214台.
    case .lead where at == clause && isWord(at, "在") && at + 2 < lexemes.count: return isMark(lexemes[at + 2])
    // 规范管理率云棠镇最高, 健康管理率芦田镇78.2%, 健康管理率全县平均70.8%.
    case .metric:
      guard at + 2 < lexemes.count else { return false }
      // 控制率石咀镇卫生院达68.4%.
      if at + 3 < lexemes.count, isEntity(at + 2), isPlaceName(at + 1, before: at + 2),
        isNumber(at + 3) || isNumber(at + 4),
        isNumber(at + 3) || isWord(at + 3, of: .reaching)
      {
        return true
      }
      return text.scalars[lexemes[at + 2].range.lowerBound] == "最" || isNumber(at + 2)
        || isChange(at + 2) && isNumber(at + 3)
        || beginsWith(at + 2, .averages) && isNumber(at + 3) || isAim(at + 2) && isNumber(at + 3)
        || isWord(at + 2, of: .reaching) && isNumber(at + 3)
    // 托管的城关镇卫生院门诊1.35万人次, 邻近的东湖区医院.
    case .lead where isWord(at, "的") && at > clause:
      return endsIn(at - 1, .lookedAfter) || endsIn(at - 1, .neighbours)
    // 实现全区家庭医生签约率达到62%.
    case .lead:
      // 辖区村卫生室门诊1.87万人次.
      return isWord(at, of: .openers) || isWord(at, "同期")
        || isWord(at, of: .bringingAbout) && beginsWith(at + 1, .wholes)
        || at == clause && isWord(at, "辖区")
    case .and:
      // 27.3%，与全国的29.7%还有差距: theirs.
      if at == clause, at + 3 < lexemes.count, isWord(at + 2, "的"), isNumber(at + 3) { return isWholeArea(at + 1) }
      guard at > clause else { return false }
      if case .close = lexemes[at - 1].kind { return true }
      return isFigure(lexemes[at - 1])
    // 牵头医院县人民医院: the hospital by what it is and by its name.
    case .entity(.hospital), .entity(.named("牵头医院")), .entity(.named("牵头单位")):
      return at + 1 < lexemes.count && touches(at, at + 1)
    // 全县医院: the hospitals of the county.
    case .entity:
      return beginsWith(at, .wholes) && touches(at, at + 1)
        && !isWord(at + 1, of: .allInstitutions)
    // 另有村卫生室诊疗58,460人次.
    default: return at == clause && isWord(at, of: .openers)
    }
  }
}

extension WordSet where Meaning == Bool {
  /// Places of a house that are called by no name.
  static let sites: Set<Entity> = [.named("站点"), .named("下属站点"), .named("成员单位"), .named("各站点")]
  static let lookedAfter = WordSet(words: ["托管", "代管", "帮扶", "对口支援", "受援", "下属", "直管"])
}

extension WordSet where Meaning == Bool {
  /// Verbs by which the figures of others are brought about.
  static let movers = WordSet(words: ["带动", "推动", "助推", "促进", "助力", "拉动"])
  /// What those do who went to another house.
  static let visits = WordSet(words: ["坐诊", "帮扶", "支援", "义诊", "巡诊", "进修", "驻点", "挂职", "调研", "学习"])
  /// Verbs before those whom somebody went to.
  static let goneTo = WordSet(words: ["下沉", "下沉到", "下沉至", "派驻", "派往", "派驻到", "支援"])
  /// Words behind those who come or are sent from a facility.
  static let coming = WordSet(words: ["来的", "来康复", "而来"])
  static let online = WordSet(words: ["互联网"])
  static let costsAndRates = WordSet(words: ["费用", "使用率", "住院日", "占比", "增幅"])
  /// Verbs of those who go somewhere.
  static let going = WordSet(words: ["赴", "深入", "前往", "走进", "奔赴"])
  /// Words before those that something is given or sent to.
  static let recipients = WordSet(words: ["向", "给", "为", "往"])
  /// Those of another house who come to the one that reports.
  static let visitors = WordSet(words: ["专家", "医疗专家", "医生团队", "医疗团队", "专家团队"])
}
