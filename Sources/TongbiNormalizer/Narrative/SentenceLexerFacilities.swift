// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Names of facilities that stand in no list.
extension SentenceLexer {
  /// 马家沟乡 and 卫生院 are one name.
  ///
  /// - Parameter place: The words right before the lexeme.
  func facility(_ lexeme: Lexeme, after place: Range<Int>) -> Lexeme? {
    guard (2...8).contains(place.count) else { return nil }
    let range = place.lowerBound..<lexeme.range.upperBound
    let end = text[place.upperBound - 1]
    if lexeme.range.count > 2, place.count <= 4, Self.isSeat(text[lexeme.range.lowerBound]), !Self.isJoint(end),
      Self.verbs.match(text, endingAt: place.upperBound, after: place.lowerBound) == nil
    {
      // 青禾 and 县中医医院.
      return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
    }
    guard Self.isPlace(end) || WordSet.centres.match(text, endingAt: place.upperBound, after: place.lowerBound) != nil,
      WordSet.houses.match(text, endingAt: lexeme.range.upperBound, after: lexeme.range.lowerBound) != nil
    else { return nil }
    return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
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
    case "和", "与", "及", "对", "在", "向", "由": true
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
    guard range.count >= 4, range.count <= 12, next < lexemes.count,
      WordSet.housesOfNames.match(text, endingAt: range.upperBound, after: range.lowerBound + 2) != nil
    else { return nil }
    if !before.isEmpty {
      switch before[before.count - 1].kind {
      case .mark, .period, .ofWhich, .open, .and: break
      default: return nil
      }
    }
    switch lexemes[next].kind {
    case .metric, .period, .number, .mark, .and, .lead, .act, .masked:
      return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
    default: return nil
    }
  }

  /// 岚谷县, 芦湾镇: a region by its name at the start of a clause, before what is said of it.
  func region(_ range: Range<Int>, after before: [Lexeme], before lexemes: [Lexeme], _ next: Int) -> Lexeme? {
    guard range.count >= 2, range.count <= 6, next < lexemes.count,
      WordSet.regionEndings.match(text, endingAt: range.upperBound, after: range.lowerBound) != nil,
      WordSet.noRegions.match(text, endingAt: range.upperBound, after: max(0, range.lowerBound - 1)) == nil,
      WordSet.towards.end(text, at: range.lowerBound, before: range.upperBound) == nil,
      !"各全本我该外跨两多其等非".unicodeScalars.contains(text[range.lowerBound]),
      text[range].allSatisfy({ (0x4E00...0x9FFF).contains($0.value) })
    else { return nil }
    if !before.isEmpty {
      switch before[before.count - 1].kind {
      case .mark, .period, .ofWhich, .open, .and, .guarded(.listMark): break
      case .lead, .glue, .holds:
        // 最高的岚谷县, 超过45%的有岚谷县: but 的 alone makes it part of what stands before.
        guard followsRank(range.lowerBound) else { return nil }
        if case .entity = lexemes[next].kind { return nil }
        return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
      default: return nil
      }
    }
    switch lexemes[next].kind {
    case .metric, .number, .masked, .and, .respectively, .glue, .mark(":"), .open, .change, .base, .period, .each,
      .becomes:
      return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
    default: return nil
    }
  }

  /// Whether 最高的是, 超过45%的有 and the like stand before a place.
  private func followsRank(_ place: Int) -> Bool {
    var end = place
    while end > 1, place - end < 3, "的是有为".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    return end < place
      && (text[end - 1] == "%" || WordSet.ranks.match(text, endingAt: end, after: max(0, end - 3)) != nil)
  }

  /// Whether words may be the name of a region.
  func isRegion(_ range: Range<Int>) -> Bool {
    (3...5).contains(range.count)
      && WordSet.regionEndings.match(text, endingAt: range.upperBound, after: range.lowerBound) != nil
      && WordSet.noRegions.match(text, endingAt: range.upperBound, after: range.lowerBound) == nil
  }

  /// Verbs that may stand right before the name of an institution.
  private static let verbs = WordSet(words: [
    "支持", "推进", "推动", "指导", "帮扶", "依托", "深化", "加快", "投入", "建成", "组织", "加强", "完善", "启动", "创建", "对口", "托管", "带动", "包括",
    "其中", "负责", "协助", "联合", "赴", "到", "为", "如", "以", "是",
  ])
}
