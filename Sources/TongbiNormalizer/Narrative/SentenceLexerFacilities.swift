// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Names of facilities that stand in no list.
extension SentenceLexer {
  /// 马家沟乡 and 卫生院 are one name.
  func facility(_ lexeme: Lexeme, after last: Lexeme?) -> Lexeme? {
    guard case .entity = lexeme.kind, let last, case .text = last.kind,
      last.range.upperBound == lexeme.range.lowerBound,
      (2...8).contains(last.range.count), let end = text[last.range].last
    else { return nil }
    let words = String(letters: text, lexeme.range)
    let place = String(letters: text, last.range)
    if let first = words.unicodeScalars.first, "县市区州旗".unicodeScalars.contains(first), words.count > 2,
      last.range.count <= 4, !Self.verbs.contains(where: place.hasSuffix), !"和与及对在向由".contains(place.last ?? " ")
    {
      // 青禾 and 县中医医院.
      return Lexeme(kind: .entity(.named(place + words)), range: last.range.lowerBound..<lexeme.range.upperBound)
    }
    guard WordSet.houses.match(text, endingAt: lexeme.range.upperBound, after: lexeme.range.lowerBound) != nil else {
      return nil
    }
    guard "县市区旗镇乡州省".unicodeScalars.contains(end) || place.hasSuffix("镇中心") || place.hasSuffix("乡中心") else {
      return nil
    }
    let range = last.range.lowerBound..<lexeme.range.upperBound
    return Lexeme(kind: .entity(.named(place + words)), range: range)
  }

  /// 沙柳分院, 城北卫生服务站: a name at the start of a clause that ends as those of facilities do.
  func unlisted(_ lexeme: Lexeme, after last: Lexeme?, before next: Lexeme?) -> Lexeme? {
    guard case .text = lexeme.kind, (4...12).contains(lexeme.range.count),
      WordSet.housesOfNames.match(text, endingAt: lexeme.range.upperBound, after: lexeme.range.lowerBound + 2) != nil
    else { return nil }
    switch last?.kind {
    case nil, .mark, .period, .ofWhich, .open, .and: break
    default: return nil
    }
    switch next?.kind {
    case .metric, .period, .number, .mark, .and, .lead, .act, .masked:
      return Lexeme(kind: .entity(.named(String(letters: text, lexeme.range))), range: lexeme.range)
    default: return nil
    }
  }

  /// 岚谷县, 芦湾镇: a region by its name at the start of a clause, before what is said of it.
  func region(_ lexeme: Lexeme, after last: Lexeme?, before next: Lexeme?) -> Lexeme? {
    guard case .text = lexeme.kind, (2...6).contains(lexeme.range.count), let first = text[lexeme.range].first,
      WordSet.regionEndings.match(text, endingAt: lexeme.range.upperBound, after: lexeme.range.lowerBound) != nil,
      WordSet.noRegions.match(text, endingAt: lexeme.range.upperBound, after: max(0, lexeme.range.lowerBound - 1))
        == nil,
      WordSet.towards.end(text, at: lexeme.range.lowerBound, before: lexeme.range.upperBound) == nil,
      !"各全本我该外跨两多其等非".unicodeScalars.contains(first),
      text[lexeme.range].allSatisfy({ (0x4E00...0x9FFF).contains($0.value) })
    else { return nil }
    switch last?.kind {
    case nil, .mark, .period, .ofWhich, .open, .and, .guarded(.listMark): break
    case .lead:
      // 最高的岚谷县: but 的 alone makes it part of what stands before.
      guard let last, text[last.range].elementsEqual("的".unicodeScalars), last.range.lowerBound > 1,
        WordSet.ranks.match(text, endingAt: last.range.lowerBound, after: max(0, last.range.lowerBound - 3)) != nil
      else { return nil }
    default: return nil
    }
    switch next?.kind {
    case .metric, .number, .masked, .and, .respectively, .glue, .mark(":"), .open, .change, .base, .period, .each,
      .becomes:
      return Lexeme(kind: .entity(.named(String(letters: text, lexeme.range))), range: lexeme.range)
    default: return nil
    }
  }

  /// Verbs that may stand right before the name of an institution.
  static let verbs = [
    "支持", "推进", "推动", "指导", "帮扶", "依托", "深化", "加快", "投入", "建成", "组织", "加强", "完善", "启动", "创建", "对口", "托管", "带动", "包括",
    "其中", "负责", "协助", "联合", "赴", "到", "为", "如", "以", "是",
  ]
}
