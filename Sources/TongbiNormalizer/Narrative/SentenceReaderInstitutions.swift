// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Counts of institutions, and whose the figures after such counts are.
extension SentenceReader {
  /// 我院是一所三级综合医院, which counts nothing.
  func isOneOfMany(_ at: Int) -> Bool {
    guard case .number(let number, let unit) = lexemes[at].kind, number.isChinese, number.value == 1,
      UnitSet.institutions.contains(unit), at > clause, touches(at - 1, at)
    else { return false }
    return isWord(at - 1, "是") || isWord(at - 1, "作为") || isWord(at - 1, "成为")
  }

  /// 在距县城60公里的黑石乡卫生院，今年上半年门诊量1.35万人次: the house that a sentence goes to, with what it is known by.
  private func isWhereTold(_ at: Int) -> Bool {
    guard endsIn(at, .houses), at > clause,
      text.scalars[lexemes[clause].range.lowerBound] == "在",
      text.scalars[lexemes[at].range.lowerBound - 1] == "的", at + 1 < lexemes.count
    else { return false }
    return isMark(lexemes[at + 1])
  }

  /// 老大哥市一院去年门急诊218万, 带动乡镇卫生院总诊疗人次达到58.3万: a house that a figure follows, behind words that lead nowhere to it.
  func isToldOf(_ at: Int) -> Bool {
    if isWhereTold(at) { return true }
    guard endsIn(at, .houses) || string(at).hasSuffix("院"), at > clause, touches(at - 1, at),
      !(clause..<at).contains(where: isNumber)
    else {
      return false
    }
    switch lexemes[at - 1].kind {
    case .text:
      guard !isWord(at - 1, of: .towards), !endsIn(at - 1, .towards), !beginsWith(at - 1, .towards),
        !WordSet.comparisons.occurs(in: text.scalars, lexemes[at - 1].range)
      else { return endsIn(at - 1, .movers) }
    // 市里的老大哥市一院.
    case .act, .lead, .glue: guard endsIn(at - 1, .movers) || isWord(at - 1, "的") else { return false }
    default: return false
    }
    var next = at + 1
    while next < lexemes.count {
      switch lexemes[next].kind {
      case .period where next == at + 1: next += 1
      case .metric(let metric): return metric.kind == .flow && tellsFigure(behind: next)
      default: return false
      }
    }
    return false
  }

  /// 新开业的一家: one that is no more than told of.
  func isOneOfOthers(_ at: Int) -> Bool {
    guard case .number(let number, _) = lexemes[at].kind, number.isChinese, number.value == 1, at > clause else {
      return false
    }
    return string(at - 1).hasSuffix("的")
  }

  /// 全县医疗卫生机构286个: the count of all institutions of a region, which is then the subject.
  func institutions(_ at: Int, named place: Int) -> Subject? {
    guard case .entity(let found) = lexemes[place].kind, UnitSet.institutions.contains(unit(of: at)) else { return nil }
    // 双桥镇卫生院6个团队签约11,240人: of what stands behind.
    if touches(at, at + 1), at + 1 < lexemes.count, case .text = lexemes[at + 1].kind { return nil }
    let words = string(place)
    // 医院中，公立医院29个, after the count of all institutions.
    if isKind(found), statesHolding(place), !isWord(place, of: .allInstitutions) { return count(of: found, at: place) }
    // 全市共有各类医疗卫生机构2,946个.
    if let every = ["各级各类", "各类", "各级"].first(where: words.hasPrefix),
      let metric = index.metric(named: Array(words.dropFirst(every.count).unicodeScalars) + ["数"])
    {
      return Subject(metric: metric, label: words, start: place)
    }
    let whole = words.prefix(2)
    guard words.count > 2, whole.hasPrefix("全"),
      let metric = index.metric(named: Array(words.dropFirst(2).unicodeScalars) + ["数"])
    else { return nil }
    entity = .named(String(whole))
    return Subject(metric: metric, label: words, start: place)
  }

  /// 全省共设812个乡镇卫生院，床位4.86万张: how many of a kind there are, before the kind.
  func institutions(after at: Int) -> Subject? {
    guard UnitSet.institutions.contains(unit(of: at)), touches(at, at + 1), isEntity(at + 1),
      case .entity(let found) = lexemes[at + 1].kind, isKind(found), !isWord(at + 1, of: .allInstitutions)
    else { return nil }
    if isOfWholeArea(at) { return count(of: found, at: at + 1) }
    if speaksOfAll(at) || isMember(at) { return counted(kind: at + 1) }
    guard at > clause, endsPhrase(at + 2) else { return nil }
    var opener = openerOfList(before: at)
    if opener > clause, case .bound = lexemes[opener].kind { opener -= 1 }
    switch lexemes[opener].kind {
    case .holds: break
    case .act where endsIn(opener, .settingUp): break
    // Members that came once are no count of what there is.
    case .text where endsIn(opener, .bringingIn): return Subject(label: string(at + 1), start: at + 1)
    default: return nil
    }
    return count(of: found, at: at + 1)
  }

  /// 整合县中医院和16家乡镇卫生院: the word before a list of institutions.
  private func openerOfList(before at: Int) -> Int {
    var opener = at - 1
    while opener > clause + 1, case .and = lexemes[opener].kind {
      var item = opener - 1
      // 2家县直成员单位, 17个行政村.
      if item - 2 >= clause, case .text = lexemes[item - 1].kind, touches(item - 1, item), isNumber(item - 2) {
        item -= 1
      }
      let isNumbered = item > clause && isNumber(item - 1) && touches(item - 1, item)
      guard isNumbered || isEntity(item) else { break }
      opener = isNumbered ? item - 2 : item - 1
    }
    return max(opener, clause)
  }

  /// 22个乡镇卫生院中，…; 14家乡镇卫生院诊疗16.9万人次: all of a kind, of which the clause tells more or gives a sum.
  private func speaksOfAll(_ at: Int) -> Bool {
    guard case .number(let number, _) = lexemes[at].kind, !number.isChinese, at == clause || isPeriod(at - 1),
      at + 2 < lexemes.count
    else { return false }
    if isWord(at + 2, "中") { return true }
    for place in at + 2..<lexemes.count {
      switch lexemes[place].kind {
      case .glue, .lead, .period: continue
      case .metric(let metric):
        guard [.flow, .stock, .moneyFlow].contains(metric.kind), isNumber(place + 1) || !endsPhrase(place + 1) else {
          return false
        }
      case .number, .masked: return !isRatio(unit(of: place))
      default: return false
      }
    }
    return false
  }

  /// 覆盖14家乡镇卫生院, 由县人民医院和16家乡镇卫生院组成: the members of a group, by their kind.
  private func isMember(_ at: Int) -> Bool {
    guard at > clause, case .entity(.named(let kind)) = lexemes[at + 1].kind, WordSet.joinedKinds.contains(kind) else {
      return false
    }
    let opener = openerOfList(before: at)
    if endsPhrase(at + 2), endsIn(opener, .comprising) { return true }
    guard case .from = lexemes[opener].kind else { return false }
    let end = lexemes[at...].firstIndex(where: isMark) ?? lexemes.count
    return isWord(end - 1, "组成") || isWord(end - 1, "构成")
  }

  /// 只有7家, 11家不能开展住院业务, behind 22个乡镇卫生院中: how many of those counted before, by what is said of them.
  func someOfThem(_ at: Int) -> Subject? {
    guard UnitSet.institutions.contains(unit(of: at)), !(touches(at, at + 1) && isEntity(at + 1)),
      let all = drafts.last, !all.isEcho, let metric = all.metric, let kind = all.part, let figure = all.figure,
      figure + 2 < at, isWord(figure + 2, "中"), string(figure + 1) == kind, fits(at, metric, unit(of: at))
    else { return nil }
    let end = lexemes[at...].firstIndex(where: isMark) ?? lexemes.count
    var said = at + 1 < end ? at + 1..<end : max(clause, figure + 3)..<at
    while let last = said.last, isFiller(last) { said.removeLast() }
    guard let first = said.first, let last = said.last else { return nil }
    let words = text.string(lexemes[first].range.lowerBound..<lexemes[last].range.upperBound)
    guard words.count <= 16 else { return nil }
    let name = words + "的" + kind
    return Subject(metric: metric, label: name, part: name, start: at)
  }

  /// 全区11家社区卫生服务中心、37个社区卫生服务站共…: all that a region has.
  private func isOfWholeArea(_ at: Int) -> Bool {
    // 全县三家县级医院 is a remark.
    guard at > clause, case .number(let number, _) = lexemes[at].kind, !number.isChinese else { return false }
    switch lexemes[at - 1].kind {
    case .entity:
      // 向全市37家医院供应红细胞: those served, and no talk of them.
      let start = lexemes[at - 1].range.lowerBound
      return isWholeArea(at - 1) && touches(at - 1, at) && (start == 0 || text.scalars[start - 1] != "向")
    // 走遍了全部16家乡镇卫生院.
    case .lead: return isWord(at - 1, "全部") && (at + 2 >= lexemes.count || !isJoint(at + 2) || isNumber(at + 3))
    case .and:
      guard at - 3 > clause, isEntity(at - 2), isNumber(at - 3) else { return false }
      return drafts.last?.figure == at - 3 && UnitSet.institutions.contains(unit(of: at - 3))
    default: return false
    }
  }

  /// 2家县级医院和14家乡镇卫生院: whether others are counted before, with nothing between.
  func goesOnCounting(_ at: Int) -> Bool {
    guard at > 3, isNumber(at - 1), isNumber(at - 4), touches(at - 4, at - 3), !isNumber(at - 3),
      UnitSet.institutions.contains(unit(of: at - 4))
    else { return false }
    if case .and = lexemes[at - 2].kind { return true }
    return isWord(at - 2, "、")
  }

  /// The count of a kind, which may be the subject of what follows.
  private func count(of found: Entity, at place: Int) -> Subject? {
    guard let subject = counted(kind: place) else { return nil }
    entityBefore = beforeCounted ?? entity
    // 乡镇卫生院14所、村卫生室231所，开放床位1,560张: of all, and of none of these kinds.
    if countedKind != nil || goesOnCounting(place) { beforeCounted = beforeCounted ?? .some(entityBefore) }
    countedKind = found
    entity = entityBefore
    return subject
  }

  private func counted(kind place: Int) -> Subject? {
    index.metric(named: Array("医疗卫生机构数".unicodeScalars)).map {
      Subject(metric: $0, label: string(place), part: string(place), start: place)
    }
  }

  /// 中心下设社区卫生服务站4个，现有职工96人: a facility counts the stations it has, and goes on to speak of itself.
  var hasKindsOfItsOwn: Bool {
    guard let own = document.facility, WordSet.houses.ends(own) else { return false }
    switch entityBefore {
    case .own?, .ownKind?, .hospital?, nil: return true
    case .named(let name)?: return name == own
    case .mentioned?: return false
    }
  }

  /// Whether nothing but who, when and 共有 or 设立 stands before a kind of institutions.
  private func statesHolding(_ at: Int) -> Bool {
    guard at > clause else { return true }
    return (clause..<at).allSatisfy { place in
      switch lexemes[place].kind {
      case .period, .ofWhich, .holds, .entity, .glue, .mark: true
      case .lead: isWord(place, of: .openers) || isWord(place, "辖区")
      case .act: isWord(place, of: .settingUp)
      case .text: endsIn(place, .bringingIn)
      case .number: isEntity(place + 1)
      default: false
      }
    }
  }

  /// Whether an entity is a kind of institutions.
  func isKind(_ entity: Entity) -> Bool {
    switch entity {
    case .hospital: document.facility.map { !$0.hasSuffix("院") } ?? true
    case .named(let name): !name.hasPrefix("全") && !WordSet.regionEndings.ends(name)
    default: false
    }
  }
}

extension WordSet where Meaning == Bool {
  /// What makes institutions members of a group.
  static let bringingIn = WordSet(words: ["整合", "整合了", "纳入", "组合", "联合", "托管", "托管了"])
  /// Verbs of what a group or an area has.
  static let comprising = WordSet(words: ["包括", "包含", "涵盖", "覆盖", "管辖", "辖", "管理", "托管"])
  static let settingUp = WordSet(words: [
    "设立", "设置", "设", "下设", "现有", "建成", "建有", "建立", "开设", "共设", "设有", "共有", "拥有", "下辖", "辖",
  ])
}
