// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// A facility is the subject where a clause begins with it, alone or after a place name.
  func take(_ found: Entity, _ at: Int) {
    guard isSubject(found, at), !isCountOf(at) else { return }
    var start = at
    var name = found
    if found == .mentioned {
      name = mentioned(before: at) ?? .own
    }
    if found == .hospital, document.facility == nil, case .named(let spoken)? = topic.spoken, spoken.hasSuffix("医院") {
      // 云河县人民医院…。医院平均住院日….
      name = .named(spoken)
    }
    if case .ownKind(let word) = found {
      guard start == clause || startsSubject(start - 1), document.facility?.hasSuffix(word) ?? false else { return }
      entity = .own
      return
    }
    if at > clause, case .text = lexemes[at - 1].kind, touches(at - 1, at), lexemes[at - 1].range.count <= 8 {
      guard at - 1 == clause || startsSubject(at - 2), isPlaceName(at - 1, before: at) else { return }
      start = at - 1
      let words = text.string(lexemes[start].range.lowerBound..<lexemes[at].range.upperBound)
      name = .named(names.registry.resolve(words)?.name ?? words)
    }
    if followsRank(start) {
      clause = start
      outer = outer ?? .some(entity)
    }
    guard start == clause || startsSubject(start - 1) else { return }
    entity = name
  }

  /// 我院托管的黄栌镇中心卫生院运行向好，该院…: the facility whose name stands before in the sentence, or who the one before spoke of.
  private func mentioned(before at: Int) -> Entity? {
    for lexeme in lexemes[..<at].reversed() {
      guard case .entity(.named(let name)) = lexeme.kind else { continue }
      if WordSet.houses.ends(name) { return .named(name) }
    }
    if case .named? = topic.spoken { return topic.spoken }
    return nil
  }

  /// Whether what follows lets a group of facilities be the subject: 基层诊疗55万, but not 基层党员干部 or 医院党委.
  private func isSubject(_ found: Entity, _ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return true }
    if isCounted(at), !beginsWith(at, .wholes) { return false }
    let isGroup = found == .hospital || isWord(at, of: .groups)
    switch lexemes[at + 1].kind {
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
    guard touches(at - 1, at), case .number = lexemes[at - 1].kind, UnitSet.institutions.contains(unit(of: at - 1))
    else {
      return false
    }
    if isWord(at, of: .allInstitutions) { return true }
    return at - 2 >= clause && (isEntity(at - 2) || !startsSubject(at - 2))
  }

  func isEntity(_ at: Int) -> Bool {
    guard lexemes.indices.contains(at), case .entity = lexemes[at].kind else { return false }
    return true
  }

  /// 其中医院9个: how many there are, and no subject.
  private func isCounted(_ at: Int) -> Bool {
    var next = at + 1
    while next < lexemes.count, next < at + 4 {
      switch lexemes[next].kind {
      case .glue, .bound, .holds: next += 1
      case .number, .masked: return UnitSet.institutions.contains(unit(of: next))
      default: return false
      }
    }
    return false
  }

  /// A place before a facility's name: 青禾县, 马家沟乡, 协和.
  func isPlaceName(_ at: Int, before entity: Int) -> Bool {
    guard endsIn(entity, .houses), let last = string(at).last else { return false }
    return "县市区旗镇乡州省道".contains(last)
      || (2...4).contains(string(at).count) && isSpokenOf(entity) && !beginsWith(at, .someOf)
  }

  /// Whether a metric or a number follows.
  private func isSpokenOf(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count else { return false }
    switch lexemes[at + 1].kind {
    case .metric, .number, .masked: return true
    default: return false
    }
  }

  private func startsSubject(_ at: Int) -> Bool {
    guard at >= clause else { return true }
    switch lexemes[at].kind {
    case .mark, .period, .ofWhich, .open, .aim, .number: return true
    case .lead: return isWord(at, of: .openers)
    case .and:
      guard at > clause else { return false }
      if case .close = lexemes[at - 1].kind { return true }
      return isFigure(lexemes[at - 1])
    // 牵头医院县人民医院: the hospital by what it is and by its name.
    case .entity(.hospital) where at + 1 < lexemes.count && touches(at, at + 1): return true
    // 全县医院: the hospitals of the county.
    case .entity:
      return beginsWith(at, .wholes) && touches(at, at + 1)
        && !isWord(at + 1, of: .allInstitutions)
    default: return false
    }
  }

  /// The name of the current subject.
  func currentFacility() -> String? {
    switch entity {
    case .named(let name)?:
      return names.meaning(of: name) {
        isOwnArea(name) || isOwnName(name)
          ? document.facility : names.registry.resolve(name)?.name ?? wholeArea(name) ?? name
      }
    case .hospital?: return document.facility.map { $0.hasSuffix("院") ? $0 : "医院" } ?? "医院"
    case .own?, .ownKind?, .mentioned?, nil: return document.facility ?? region
    }
  }

  /// 卫生院 and 镇卫生院 in the report of 青山镇卫生院, 县医院 in that of a 县人民医院.
  private func isOwnName(_ name: String) -> Bool {
    guard let own = document.facility else { return false }
    return own.hasSuffix(name) || name.count == 3 && name.hasSuffix("医院") && own.hasSuffix(name.prefix(1) + "人民医院")
  }

  /// 全县医疗卫生机构 are all of 全县.
  private func wholeArea(_ name: String) -> String? {
    let ending = ["医疗卫生机构", "医疗机构", "各级医疗机构", "各级医疗卫生机构", "医疗卫生单位"].first { name.hasSuffix($0) && name.hasPrefix("全") }
    guard let ending, name.count == ending.count + 2 else { return nil }
    return String(name.prefix(2))
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
    if topic.spoken == .hospital { return nil }
    let end = lexemes[min(clause, lexemes.count)...].firstIndex { lexeme in
      if case .mark = lexeme.kind { return true }
      return false
    }
    let namesOther = lexemes[..<(end ?? lexemes.count)].indices.contains { place in
      let lexeme = lexemes[place]
      // 在基层医疗卫生机构就诊: where, not who.
      if place > 0, endsIn(place - 1, .where) { return false }
      if isEntity(place), isCounted(place) || place + 1 < lexemes.count && isWord(place + 1, of: .within) {
        return false
      }
      return switch lexeme.kind {
      case .entity(.named(let name)): !name.hasPrefix("全")
      case .entity(.hospital): true
      case .text:
        WordSet.institutionEndings.match(
          text.scalars, endingAt: lexeme.range.upperBound, after: lexeme.range.lowerBound) != nil
      default: false
      }
    }
    return namesOther ? nil : region
  }
}
