// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// A facility is the subject where a clause begins with it, alone or after a place name.
  mutating func take(_ found: Entity, _ at: Int) {
    guard isSubject(found, at), !isCountOf(at) else { return }
    var start = at
    var name = found
    if at > clause, case .text = lexemes[at - 1].kind, touches(at - 1, at), lexemes[at - 1].range.count <= 8 {
      guard at - 1 == clause || startsSubject(at - 2), isPlaceName(at - 1, before: at) else { return }
      start = at - 1
      let words = text.string(lexemes[start].range.lowerBound..<lexemes[at].range.upperBound)
      name = .named(names.registry.resolve(words)?.name ?? words)
    }
    guard start == clause || startsSubject(start - 1) else { return }
    entity = name
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
    case .lead, .act, .glue, .mark: return found != .hospital || document.facility != nil
    default: return true
    }
  }

  /// 全县12家医疗机构门急诊150万: what is counted says no more than the region before it.
  private func isCountOf(_ at: Int) -> Bool {
    guard touches(at - 1, at), case .number = lexemes[at - 1].kind else { return false }
    return UnitSet.institutions.contains(unit(of: at - 1))
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
  private func isPlaceName(_ at: Int, before entity: Int) -> Bool {
    guard endsIn(entity, .houses), let last = string(at).last else { return false }
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
    case .lead: return isWord(at, of: .openers)
    case .and: return at > clause && isFigure(lexemes[at - 1])
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
        isOwnArea(name) ? document.facility : names.registry.resolve(name)?.name ?? wholeArea(name) ?? name
      }
    case .hospital?: return document.facility.map { $0.hasSuffix("院") ? $0 : "医院" } ?? "医院"
    case .own?, nil: return document.facility ?? region
    }
  }

  /// 全县医疗卫生机构 are all of 全县.
  private func wholeArea(_ name: String) -> String? {
    let ending = ["医疗卫生机构", "医疗机构", "各级医疗机构", "各级医疗卫生机构", "医疗卫生单位"].first { name.hasSuffix($0) && name.hasPrefix("全") }
    guard let ending, name.count == ending.count + 2 else { return nil }
    return String(name.prefix(2))
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
        WordSet.institutionEndings.match(
          text.scalars, endingAt: lexeme.range.upperBound, after: lexeme.range.lowerBound) != nil
      default: false
      }
    }
    return namesOther ? nil : region
  }
}
