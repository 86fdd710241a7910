// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Regions that a sentence names.
extension SentenceLexer {
  /// 岚谷县, 芦湾镇: a region by its name at the start of a clause, before what is said of it.
  func region(_ range: Range<Int>, after before: [Lexeme], before lexemes: [Lexeme], _ next: Int) -> Lexeme? {
    // 江北区因紧邻市级医院，基层诊疗占比38.9%.
    if range.count > 4, before.last.map({ if case .mark = $0.kind { true } else { false } }) ?? true,
      let cause = range.prefix(7).dropFirst(3).first(where: { text[$0] == "因" || text[$0] == "受" }),
      WordSet.regionEndings.match(text, endingAt: cause, after: range.lowerBound) != nil,
      WordSet.noRegions.match(text, endingAt: cause, after: range.lowerBound) == nil, isNamed(range.lowerBound..<cause)
    {
      let name = range.lowerBound..<cause
      return Lexeme(kind: .entity(.named(String(letters: text, name))), range: name)
    }
    guard range.count >= 2, range.count <= 6, next < lexemes.count,
      WordSet.regionEndings.match(text, endingAt: range.upperBound, after: range.lowerBound) != nil,
      isPrefecture(range)
        || WordSet.noRegions.match(text, endingAt: range.upperBound, after: max(0, range.lowerBound - 1)) == nil,
      isNamed(range)
    else { return nil }
    if !before.isEmpty {
      switch before[before.count - 1].kind {
      case .mark, .period, .ofWhich, .open, .and, .guarded(.listMark): break
      // 而清源县、平朔县仅为85.4%.
      case .lead where before.count > 1 && isContrast(before[before.count - 1], after: before[before.count - 2]): break
      case .lead, .glue, .holds:
        // 最高的岚谷县, 超过45%的有岚谷县: but 的 alone makes it part of what stands before.
        guard followsRank(range.lowerBound) else { return nil }
        if case .entity = lexemes[next].kind { return nil }
        return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
      case .metric:
        // 规范管理率云棠镇最高，为84.5%.
        switch lexemes[next].kind {
        case .glue where text[lexemes[next].range.lowerBound] == "最": break
        // 健康管理率芦田镇78.2%、石湾镇74.6%.
        case .number, .masked: break
        default: return nil
        }
      default: return nil
      }
    }
    let isFirst = before.isEmpty || before.count <= 2 && isOpening(before) || before.last.map(isSemicolon) ?? false
    switch lexemes[next].kind {
    case .metric, .number, .masked, .and, .respectively, .glue, .mark(":"), .open, .change, .base, .period, .each,
      .becomes:
      break
    // 南塔区将力争…, 长堰县“十四五”规划确定的….
    case .lead where isFirst, .holds where isFirst, .act where isFirst: break
    case .aim where isFirst, .guarded(.name) where isFirst && text[lexemes[next].range.lowerBound] == "“": break
    // 芦田镇、上坪乡、石湾镇，分别为….
    case .mark("，"), .mark(","):
      guard before.count > 1, case .and = before[before.count - 1].kind, case .entity = before[before.count - 2].kind
      else { return nil }
    default: return nil
    }
    return Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
  }

  /// 而 and 但 at the start of a clause.
  private func isContrast(_ lexeme: Lexeme, after mark: Lexeme) -> Bool {
    guard lexeme.range.count == 1, "而但".unicodeScalars.contains(text[lexeme.range.lowerBound]), case .mark = mark.kind
    else { return false }
    return true
  }

  private func isSemicolon(_ lexeme: Lexeme) -> Bool {
    if case .mark(let mark) = lexeme.kind { return mark == "；" || mark == ";" }
    return false
  }

  /// Whether nothing but a period stands before: 2025年，南塔区将….
  private func isOpening(_ before: [Lexeme]) -> Bool {
    before.allSatisfy { lexeme in
      switch lexeme.kind {
      case .period, .mark: true
      default: false
      }
    }
  }

  /// 湟源地区; but not 农村地区, 边远地区.
  private func isPrefecture(_ range: Range<Int>) -> Bool {
    range.count >= 4 && text[range.upperBound - 2] == "地" && text[range.upperBound - 1] == "区"
      && WordSet.kindsOfAreas.match(text, endingAt: range.upperBound - 2, after: range.lowerBound) == nil
  }

  /// Whether words may be the name of a region.
  func isRegion(_ range: Range<Int>) -> Bool {
    (3...5).contains(range.count)
      && WordSet.regionEndings.match(text, endingAt: range.upperBound, after: range.lowerBound) != nil
      && WordSet.noRegions.match(text, endingAt: range.upperBound, after: range.lowerBound) == nil
  }

  /// Verbs that may stand right before the name of an institution.
  static let verbs = WordSet(words: [
    "支持", "实行", "推进", "推动", "指导", "帮扶", "依托", "深化", "加快", "投入", "建成", "组织", "加强", "完善", "启动", "创建", "对口", "托管", "带动",
    "包括",
    "发生", "引起", "导致", "防控", "控制", "减少", "预防", "上报", "报告", "监测", "处置", "降低", "杜绝", "加大", "开展", "规范", "提升", "推行",
    "建设", "帮助", "建议", "整合", "合并", "改造", "迁建", "扩建", "筹建", "实施", "新建", "开工", "推广",
    "其中", "负责", "协助", "超出", "超过", "高于", "低于", "联合", "赴", "到", "为", "如", "以", "是",
  ])
}
