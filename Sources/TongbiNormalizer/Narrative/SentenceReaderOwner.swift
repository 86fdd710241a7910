// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Whose a figure is.
extension SentenceReader {
  /// Whose a figure of a metric is: rates of a region's people are no hospital's that was only spoken of before.
  ///
  /// 县人民医院新院区启用；县域内就诊率达91%: of the county.
  func owner(of metric: Metric?) -> String? {
    // 12家社区卫生服务中心诊疗98万人次, in a region's bulletin: it has them all.
    let isCount = metric?.name.reads("医疗卫生机构数") ?? false
    if isCount, document.facility == nil, let region = document.region {
      if entity == nil { return region }
      // 3家县级医院诊疗20万人次，14家乡镇卫生院30万人次: no kind has the other.
      if case .named(let kind)? = entity, WordSet.kindsOfHouses.contains(kind) { return region }
    }
    // 中医院分院出院6820人次；12家乡镇分院60.7万人次: they are the group's.
    if isCount, let own = document.facility, entityClause != clause,
      WordSet.groupsOfHouses.ends(own)
    {
      return own
    }
    // 总投资4.2亿元的县人民医院改扩建项目主体完工，累计完成投资2.15亿元: of the same building.
    if let metric, metric.kind == .moneyFlow, metric.name.hasSuffix("投资"), entityClause != clause,
      let last = drafts.last,
      !last.isEcho, last.metric?.id == metric.id
    {
      return last.facility
    }
    if let metric, let own = ownerByNature(of: metric) { return own }
    let name = currentFacility()
    if entity == nil, let area = document.areaOfOffice, name == document.facility, let metric, !isOfOffice(metric) {
      return area
    }
    if let own = document.facility, let metric, entityClause != clause, case .named(let spoken)? = entity,
      index.referrals.contains(metric.identity), !(WordSet.offices.ends(own) && WordSet.kindsThatSend.begins(spoken)),
      WordSet.kindsOfHouses.contains(spoken) || spoken == "基层" || spoken == "分院" || sends(from: entityClause)
    {
      // 乡镇卫生院中医馆全覆盖，下派专家186人次; 县医院派驻专家4名，上转273人次: by those who report.
      return own
    }
    // 全区22家社区卫生服务中心组建家庭医生团队318个: all that the region has.
    if let metric, index.ofPeople.contains(metric) || metric.name.hasPrefix("家庭医生"), case .named(let kind)? = entity,
      WordSet.kindsOfHouses.contains(kind) || WordSet.joinedKinds.contains(kind), let area = region(entityBefore),
      area.hasPrefix("全"), document.facility == nil
    {
      return area
    }
    guard let metric, index.ofPeople.contains(metric) else { return name }
    if entity == nil, let area = document.areaOfPeople, name == document.facility,
      WordSet.ratesOfPeople.ends(metric.name)
    {
      return area
    }
    if entity == nil, let spoken = spokenRegion, document.facility.map({ !WordSet.communityHouses.ends($0) }) ?? false {
      // 全市孕产妇系统管理率93.7%。婴儿死亡率2.3‰, in the report of a hospital.
      return spoken
    }
    guard let area = document.facility ?? document.region ?? spokenRegion ?? document.opener, area != name else {
      // 全县乡镇卫生院门诊48万人次。县域内就诊率90.4%, where nothing names the county.
      let isOfCounty = metric.name.hasPrefix("县域") && entityClause != clause
      return isOfCounty && name.map(WordSet.kindsOfHouses.contains) ?? false ? nil : name
    }
    guard let name else { return area }
    // 县域内就诊率 is none of a township's centre; 平湖县县域内就诊率90.4%，基层诊疗占比61.8% are both of the county.
    if entityClause != clause, metric.name.hasPrefix("县域") || metric.name.hasPrefix("基层"), !WordSet.counties.ends(name)
    {
      return area
    }
    let isOfOwnPeople = WordSet.communityHouses.ends(name) || WordSet.regionEndings.ends(name) || name.hasPrefix("全")
    return isOfOwnPeople || entityClause == clause || goesOnWithName ? name : area
  }

  /// Whether the clause in which somebody was named tells whom they sent: 县医院派驻专家4名.
  private func sends(from start: Int?) -> Bool {
    guard let start, start < clause else { return false }
    return text.scalars[lexemes[start].range.lowerBound..<lexemes[clause - 1].range.upperBound].contains("派")
  }

  /// Whether all that the sentence told is the region's, so that it is no longer spoken of who was before: 县域内就诊率87.1%.
  var speaksOfRegion: Bool {
    let told = drafts.filter { !$0.isEcho && $0.metric != nil }
    guard let area = document.areaOfOffice ?? document.region else { return false }
    return !told.isEmpty && told.allSatisfy { $0.facility == area || $0.facility == document.facility }
  }

  /// Whether an office may have a figure of a metric itself: its staff, party and meetings, but no patients and no beds.
  private func isOfOffice(_ metric: Metric) -> Bool {
    if metric.kind == .eventCount { return true }
    let name = Array(metric.name.unicodeScalars)
    return WordSet.matters.occurs(in: name, name.indices)
  }

  /// 白马最高，达92.3%: the clause before gave the name alone, the one at hand its value.
  private var goesOnWithName: Bool {
    guard let start = entityClause, start < clause, clause <= lexemes.count else { return false }
    let end = lexemes[clause...].firstIndex(where: isMark) ?? lexemes.count
    return lexemes[start..<(clause - 1)].count(where: isMark) == 0
      && !lexemes[start..<(clause - 1)].contains(where: isFigure)
      && lastMetric(in: clause..<end) == nil
  }

  /// The region that this sentence or the one before spoke of.
  private var spokenRegion: String? { region(entityBefore) ?? region(topic.spoken) }

  /// The name of who is spoken of, where that is a region.
  private func region(_ spoken: Entity?) -> String? {
    guard case .named(let name)? = spoken else { return nil }
    return name.hasPrefix("全") && name.count == 2 || WordSet.regionEndings.ends(name) ? name : nil
  }

  /// Who the sentence before spoke of, where the report names nobody: 柳浦县人民医院…。2022年门急诊31.7万人次.
  private var spokenOwner: String? {
    let isOffice = document.facility.map { WordSet.offices.ends($0) } ?? false
    guard document.facility == nil || isOffice, !topic.spokeOfMany, !opensTheme else { return nil }
    if document.region != nil || isOffice {
      // 医院次均门诊费用318.6元。日均住院费用1,098.7元: of the hospitals still.
      if topic.spoken == .hospital { return "医院" }
      guard case .named(let kind)? = topic.spoken, WordSet.joinedKinds.contains(kind) else { return nil }
      return kind
    }
    guard case .named(let name)? = topic.spoken else { return nil }
    return names.meaning(of: name) { names.registry.resolve(name)?.name ?? wholeArea(name) ?? name }
  }

  /// 县人民医院门急诊72.6万人次。开展新技术27项, in the report of a group: of its member still, that the sentence before spoke of.
  private var memberSpokenOf: String? {
    guard entity == nil, case .named(let name)? = topic.spoken, let group = document.facility,
      WordSet.groupsOfHouses.ends(group), !topic.spokeOfMany, !opensTheme, WordSet.houses.ends(name),
      !name.hasSuffix("总医院"),
      !WordSet.kindsOfHouses.contains(name), !WordSet.joinedKinds.contains(name)
    else { return nil }
    return names.meaning(of: name) { names.registry.resolve(name)?.name ?? name }
  }

  /// 双向转诊方面，上转2,034人次: whether the sentence begins with what it is about, and so is of none spoken of before.
  private var opensTheme: Bool {
    guard lexemes.count > 2, let mark = lexemes.prefix(5).firstIndex(where: isMark), mark > 0 else { return false }
    return isWord(mark - 1, "方面")
  }

  /// The name of the current subject.
  func currentFacility() -> String? {
    switch entity {
    case .named(let name)?:
      return names.meaning(of: name) {
        isOwnArea(name) || isOwnName(name)
          ? document.facility : names.registry.resolve(name)?.name ?? wholeArea(name) ?? areaOfAll(name) ?? name
      }
    case .hospital?:
      return document.house ?? document.facility.map { WordSet.hospitalsByName.ends($0) ? $0 : "医院" } ?? "医院"
    case .own?, .ownKind?, .mentioned?, nil:
      let office = document.facility.flatMap {
        WordSet.offices.ends($0) ? spokenOwner.flatMap { $0.hasSuffix("医院") ? $0 : nil } : nil
      }
      return office ?? memberSpokenOf ?? document.kind ?? document.facility ?? region ?? spokenOwner ?? document.opener
        ?? document.selfName
    }
  }

  /// 卫生院 and 镇卫生院 in the report of 青山镇卫生院, 县医院 in that of a 县人民医院.
  private func isOwnName(_ name: String) -> Bool {
    guard let own = document.facility else { return false }
    return own.hasSuffix(name) || name.count == 3 && name.hasSuffix("医院") && own.hasSuffix(name.prefix(1) + "人民医院")
  }

  /// 全县医疗卫生机构 are all of 全县, and so is 我县.
  private func wholeArea(_ name: String) -> String? {
    if name.count == 2, name.hasPrefix("我") { return "全" + name.dropFirst() }
    let ending = ["医疗卫生机构", "医疗机构", "各级医疗机构", "各级医疗卫生机构", "医疗卫生单位"].first { name.hasSuffix($0) && name.hasPrefix("全") }
    guard let ending, name.count == ending.count + 2 else { return nil }
    return String(name.prefix(2))
  }

  /// 医疗机构 alone, in what speaks of a region: all that it has.
  private func areaOfAll(_ name: String) -> String? {
    guard WordSet.allInstitutions.meaning(of: name.letters[...]) != nil else { return nil }
    if let region = document.region { return region }
    guard case .named(let spoken)? = topic.spoken, spoken.hasPrefix("全") else { return nil }
    return spoken
  }

  /// 全镇 in the report of a township's health centre is the area it serves.
  private func isOwnArea(_ name: String) -> Bool {
    guard let own = document.facility, ["全镇", "全乡", "我镇", "我乡", "辖区", "全街道", "我街道", "全社区"].contains(name)
    else {
      return false
    }
    return ["卫生院", "服务中心", "服务站"].contains(where: own.hasSuffix)
  }

  /// The region that a bulletin speaks of where a sentence names no facility, unless the sentence before spoke of one.
  private var region: String? {
    guard let region = document.region else { return nil }
    // 其中…；入院4.16万人次: of all again.
    if parted != nil { return region }
    if case .named(let name)? = topic.spoken, !name.hasPrefix("全"), !topic.spokeOfMany { return nil }
    if topic.spoken == .hospital, !opensTheme { return nil }
    let end = lexemes[min(clause, lexemes.count)...].firstIndex { lexeme in
      if case .mark = lexeme.kind { return true }
      return false
    }
    let namesOther = lexemes[..<(end ?? lexemes.count)].indices.contains { place in
      let lexeme = lexemes[place]
      // 在基层医疗卫生机构就诊: where, not who.
      if place > 0, endsIn(place - 1, .where) || isWord(place - 1, of: .training) { return false }
      if endsIn(place, .offices) || place > 0 && isWord(place - 1, of: .leading) { return false }
      // 整合14家乡镇卫生院, 安屏县财政投入.
      if isActedOn(place) { return false }
      // 安屏县财政累计投入2.17亿元改善基层条件: what the figure is for.
      if isEntity(place), place - 2 > clause, isNumber(place - 2), case .text = lexemes[place - 1].kind,
        touches(place - 1, place)
      {
        return false
      }
      if endsIn(place, .treasuries)
        || place + 1 < lexemes.count && touches(place, place + 1) && beginsWith(place + 1, .treasuries)
      {
        return false
      }
      if isEntity(place), isCounted(place) || place + 1 < lexemes.count && isWord(place + 1, of: .within) {
        return false
      }
      return switch lexeme.kind {
      case .entity(.named(let name)): !name.hasPrefix("全") && !name.hasPrefix("我")
      case .entity(.hospital): true
      case .text:
        WordSet.institutionEndings.match(
          text.scalars, endingAt: lexeme.range.upperBound, after: lexeme.range.lowerBound) != nil
      default: false
      }
    }
    return namesOther ? nil : region
  }

  /// 县域医共体总院对我院实行统一管理，人员经费占比54.7%: whether the clause that ends at a mark says what others do with those who
  /// report, of whom the next one is.
  func dealtWithOwn(before mark: Int) -> Bool {
    guard document.facility != nil, entityClause == clause, entity != .own, clause < mark else { return false }
    let range = clause..<mark
    guard let own = range.last(where: { isOwn($0) }), own > clause,
      text.scalars[lexemes[own].range.lowerBound - 1] == "对"
    else { return false }
    return !range.contains(where: isNumber)
  }

  private func isOwn(_ at: Int) -> Bool {
    if case .entity(.own) = lexemes[at].kind { true } else { false }
  }

  /// 整合14家乡镇卫生院, 组建医共体: some that a verb before them or their number does something to.
  private func isActedOn(_ place: Int) -> Bool {
    if place > 0, touches(place - 1, place), endsIn(place - 1, .founding) { return true }
    if goesOnCounting(place) { return isActedOn(place - 3) }
    guard place > 1, touches(place - 1, place), isNumber(place - 1), UnitSet.institutions.contains(unit(of: place - 1)),
      touches(place - 2, place - 1)
    else { return false }
    switch lexemes[place - 2].kind {
    case .act, .text: return !isWord(place - 2, of: .contrasts)
    default: return false
    }
  }
}

extension WordSet where Meaning == Bool {
  /// How the names of rates end that are counted over the people of a region.
  static let ratesOfPeople = WordSet(words: ["率", "水平", "寿命"])
  /// How the names of hospitals end that 医院 alone means.
  static let hospitalsByName = WordSet(
    words: ["院", "精神卫生中心", "医学中心", "医疗中心", "保健中心", "康复中心", "服务中心(医院)", "防治所"])
}

extension WordSet where Meaning == Bool {
  /// Verbs by which somebody comes to be, or is joined with others.
  fileprivate static let founding = WordSet(words: [
    "组建", "成立", "建立", "建成", "创建", "设立", "筹建", "新建", "整合", "合并", "撤并", "重组",
  ])
  /// Groups of houses that report for all of them.
  static let groupsOfHouses = WordSet(words: ["医共体", "集团", "医联体", "联合体", "共同体", "联盟"])
  /// Kinds of houses that send their experts out.
  fileprivate static let kindsThatSend = WordSet(words: ["县级", "县直", "市级", "市直", "区级", "三级", "二级"])
  /// Who pays for a region's houses.
  fileprivate static let treasuries = WordSet(words: ["财政"])
}
