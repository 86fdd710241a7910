// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Names of facilities that stand in no list.
extension SentenceLexer {
  /// 马家沟乡 and 卫生院 are one name.
  ///
  /// - Parameters:
  ///   - place: The words right before the lexeme.
  ///   - before: The lexeme before them.
  func facility(_ lexeme: Lexeme, after place: Range<Int>, behind before: Lexeme? = nil) -> Lexeme? {
    guard (2...8).contains(place.count) else { return nil }
    // 到东岭县医院坐诊, ”石桥镇卫生院.
    if place.count > 2, Self.isGoing(text[place.lowerBound]) || "”’」》)".unicodeScalars.contains(text[place.lowerBound])
    {
      return facility(lexeme, after: place.dropFirst(), behind: Lexeme(kind: .text, range: place.prefix(1)))
    }
    // 每周二到双桥镇卫生院坐诊.
    if let going = place.dropFirst().last(where: { "到赴".unicodeScalars.contains(text[$0]) }),
      place.upperBound - going > 2
    {
      let behind = Lexeme(kind: .text, range: place.lowerBound..<(going + 1))
      return facility(lexeme, after: (going + 1)..<place.upperBound, behind: behind)
    }
    // 对口帮扶云墩镇卫生院.
    if let end = WordSet.helping.end(text, at: place.lowerBound, before: place.upperBound), end < place.upperBound {
      return facility(lexeme, after: end..<place.upperBound, behind: Lexeme(kind: .text, range: place.lowerBound..<end))
    }
    // 兄弟单位市二院, 隔壁市中心医院.
    if let end = WordSet.neighbours.end(text, at: place.lowerBound, before: place.upperBound) {
      guard end < place.upperBound else { return Lexeme(kind: lexeme.kind, range: lexeme.range) }
      return facility(lexeme, after: end..<place.upperBound, behind: Lexeme(kind: .text, range: place.lowerBound..<end))
    }
    let range = place.lowerBound..<lexeme.range.upperBound
    let end = text[place.upperBound - 1]
    if startsItem(before), isRegion(place), isNamed(place), let found = ofRegion(lexeme, place) { return found }
    if lexeme.range.count > 2, place.count <= 4, Self.isSeat(text[lexeme.range.lowerBound]), !Self.isJoint(end),
      Self.verbs.match(text, endingAt: place.upperBound, after: place.lowerBound) == nil
    {
      // 青禾 and 县中医医院.
      return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
    }
    guard WordSet.houses.match(text, endingAt: lexeme.range.upperBound, after: lexeme.range.lowerBound) != nil else {
      return nil
    }
    guard
      Self.isPlace(end) || WordSet.centres.match(text, endingAt: place.upperBound, after: place.lowerBound) != nil
        || (startsItem(before) || followsRank(place.lowerBound)) && isProper(place, before: lexeme)
    else { return nil }
    return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
  }

  /// 双桥县医疗卫生机构 are all of 双桥县; 长陵省三级公立医院 are a kind of institutions there.
  private func ofRegion(_ lexeme: Lexeme, _ place: Range<Int>) -> Lexeme? {
    guard case .entity(.named(let name)) = lexeme.kind else { return nil }
    let range = place.lowerBound..<lexeme.range.upperBound
    if WordSet.allInstitutions.end(text, at: lexeme.range.lowerBound, before: lexeme.range.upperBound)
      == lexeme.range.upperBound
    {
      return Lexeme(kind: .entity(.named(String(letters: text, place))), range: range)
    }
    if name.hasSuffix("医共体") || name == "总医院" {
      return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
    }
    let isOfMany = !"镇乡道".unicodeScalars.contains(text[place.upperBound - 1])
    return isOfMany && WordSet.kindsOfHouses.contains(name) ? Lexeme(kind: lexeme.kind, range: range) : nil
  }

  /// Whether a name may begin behind a lexeme.
  private func startsItem(_ before: Lexeme?) -> Bool {
    switch before?.kind {
    case nil, .mark, .period, .ofWhich, .open, .and, .guarded(.listMark): return true
    case .lead, .glue, .holds:
      return before.map { "是为有".unicodeScalars.contains(text[$0.range.upperBound - 1]) } ?? false
    default: return false
    }
  }

  /// 翠湖 in 翠湖社区卫生服务中心: a name of two to four letters that is no word of number or kind.
  private func isProper(_ place: Range<Int>, before lexeme: Lexeme) -> Bool {
    guard place.count <= 4, isHouse(lexeme),
      !WordSet.noProperNames.occurs(in: text, place),
      WordSet.someOf.end(text, at: place.lowerBound, before: place.upperBound) == nil,
      WordSet.towards.end(text, at: place.lowerBound, before: place.upperBound) == nil,
      Self.verbs.match(text, endingAt: place.upperBound, after: place.lowerBound) == nil,
      !Self.isJoint(text[place.upperBound - 1]), !"的等各家所个些".unicodeScalars.contains(text[place.upperBound - 1])
    else { return false }
    // 四明桥社区卫生服务站; but not 三家卫生院.
    let letters = place.count > 2 && isNameOfNumeral(place) ? place.dropFirst() : place
    return text[letters].allSatisfy { (0x4E00...0x9FFF).contains($0.value) && !ChineseNumeral.isNumeral($0) }
  }

  /// Whether a numeral begins a name: 四明桥, 九龙坝; it counts nothing, and 两 and 第 stand before no name.
  private func isNameOfNumeral(_ place: Range<Int>) -> Bool {
    let (first, second) = (text[place.lowerBound], text[place.lowerBound + 1])
    return ChineseNumeral.isNumeral(first) && first != "两" && !ChineseNumeral.isNumeral(second)
      && !"家个所间座处名位级支类种大年月日人成分是".unicodeScalars.contains(second)
  }

  /// 医院, and institutions that are many in a county.
  private func isHouse(_ lexeme: Lexeme) -> Bool {
    switch lexeme.kind {
    case .entity(.hospital):
      WordSet.afterNoName.end(text, at: lexeme.range.upperBound, before: min(text.count, lexeme.range.upperBound + 4))
        == nil
    case .entity(.named):
      WordSet.communityHouses.match(text, endingAt: lexeme.range.upperBound, after: lexeme.range.lowerBound) != nil
    default: false
    }
  }

  /// Whether words that end as names of regions do are the name of one: no 各县, no 走进社区.
  func isNamed(_ range: Range<Int>) -> Bool {
    WordSet.towards.end(text, at: range.lowerBound, before: range.upperBound) == nil
      && !"各全本我该外跨两多其等非".unicodeScalars.contains(text[range.lowerBound])
      && text[range].allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// Letters that the names of institutions at the seat of a region begin with.
  private static func isSeat(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "县", "市", "区", "州", "旗": true
    default: false
    }
  }

  /// Letters that join or lead to the name of an institution.
  private static func isJoint(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "和", "与", "及", "对", "在", "向", "由", "后", "前", "内": true
    default: false
    }
  }

  /// Letters that say where someone goes or what is done, and begin no name.
  private static func isGoing(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "到", "赴", "在", "往", "向", "由", "从", "与", "而", "但": true
    default: false
    }
  }

  /// Letters that the names of regions end in.
  private static func isPlace(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "县", "市", "区", "旗", "镇", "乡", "州", "省": true
    default: false
    }
  }

  /// 沙柳分院, 城北卫生服务站: a name at the start of a clause that ends as those of facilities do.
  ///
  /// - Parameters:
  ///   - range: Words that say nothing known.
  ///   - before: The lexemes before them.
  ///   - lexemes: The lexemes among which the next one stands, at `next`.
  func unlisted(_ range: Range<Int>, after before: [Lexeme], before lexemes: [Lexeme], _ next: Int) -> Lexeme? {
    // 南坪分院自3月起….
    if range.count > 4, text[range.upperBound - 1] == "自", next < lexemes.count, case .period = lexemes[next].kind {
      return unlisted(range.dropLast(), after: before, before: lexemes, next)
    }
    let isBranch = WordSet.branches.end(text, at: range.lowerBound, before: range.upperBound) == range.upperBound
    // （二）城关分院。
    let isHouse = WordSet.housesOfNames.match(text, endingAt: range.upperBound, after: range.lowerBound + 1) != nil
    if isHouse, before.isEmpty, next == lexemes.count, range.count <= 8, isNamed(range) {
      return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
    }
    guard range.count >= 3 || isBranch, range.count <= 12, next < lexemes.count,
      isBranch
        || range.count > 3
          && WordSet.housesOfNames.match(text, endingAt: range.upperBound, after: range.lowerBound + 2) != nil
        || isCampus(range) || isOffice(range),
      Self.verbs.end(text, at: range.lowerBound, before: range.upperBound) == nil
    else { return nil }
    if !before.isEmpty {
      switch before[before.count - 1].kind {
      case .mark, .period, .ofWhich, .open, .and: break
      // 我院东院区.
      case .entity(.own), .entity(.hospital):
        guard isCampus(range), before[before.count - 1].range.upperBound == range.lowerBound else { return nil }
      // 14家乡镇分院.
      case .number(_, let unit) where isBranch && UnitSet.institutions.contains(unit): break
      // 最高的城东街道中心, 后两位是湖滨社区中心.
      case .lead, .glue, .holds: guard followsRank(range.lowerBound) else { return nil }
      default: return nil
      }
    }
    switch lexemes[next].kind {
    case .glue where text[lexemes[next].range.lowerBound] == "最":
      return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
    case .metric, .period, .number, .mark, .and, .lead, .act, .masked, .aim:
      return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
    default: return nil
    }
  }

  /// 总医院 and 本部 are one name; the seat of a hospital that leads no group is the hospital.
  func seat(_ lexeme: Lexeme, of before: Lexeme?) -> Lexeme? {
    if case .entity(.named("医共体")) = lexeme.kind, let before, before.range.upperBound == lexeme.range.lowerBound,
      case .entity(.named(let name)) = before.kind, WordSet.houses.ends(name)
    {
      // 县人民医院医共体: the group that it leads.
      return Lexeme(kind: .entity(.named(name + "医共体")), range: before.range.lowerBound..<lexeme.range.upperBound)
    }
    guard lexeme.range.count == 2, let before, before.range.upperBound == lexeme.range.lowerBound,
      case .entity(.named(let name)) = before.kind, case let word = String(letters: text, lexeme.range),
      // 中医院分院, a house of its own in a group.
      word == "本部" && name.hasSuffix("总医院") || word == "分院" && name.hasSuffix("医院")
    else { return nil }
    return Lexeme(kind: .entity(.named(name + word)), range: before.range.lowerBound..<lexeme.range.upperBound)
  }

  /// 石榴园区卫健局, 县卫健委: the office of a region by its name.
  private func isOffice(_ range: Range<Int>) -> Bool {
    guard let (start, _) = WordSet.offices.match(text, endingAt: range.upperBound, after: range.lowerBound + 1) else {
      return false
    }
    return Self.isPlace(text[start - 1]) && !"各该我本全".unicodeScalars.contains(text[range.lowerBound])
  }

  /// 东院区, 老院区: a campus of the facility; but not 各院区, 两个院区.
  private func isCampus(_ range: Range<Int>) -> Bool {
    let isOwn = text[range.lowerBound] == "本" && text[range.lowerBound + 1] == "部"
    return range.count <= 6 && (isOwn || !"各两三四多个本全几".unicodeScalars.contains(text[range.lowerBound]))
      && WordSet.campuses.match(text, endingAt: range.upperBound, after: range.lowerBound + 1) != nil
  }

  /// Whether 最高的是, 超过45%的有 and the like stand before a place.
  func followsRank(_ place: Int) -> Bool {
    var end = place
    while end > 1, place - end < 3, "的是有为".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    if let (noun, _) = WordSet.ranked.match(text, endingAt: end, after: max(0, end - 4)), noun > 1,
      text[noun - 1] == "的"
    {
      // 排前三位的乡镇是云棠镇.
      end = noun - 1
    }
    if end < place, "位名".unicodeScalars.contains(text[end - 1]) { return true }
    return end < place
      && (text[end - 1] == "%" || WordSet.ranks.match(text, endingAt: end, after: max(0, end - 3)) != nil)
  }
}

extension WordSet where Meaning == Bool {
  /// Verbs of help before the one that is helped.
  static let helping = WordSet(words: ["对口帮扶", "对口支援", "结对帮扶", "定点帮扶", "帮扶", "支援", "托管", "联合", "对接"])
}
