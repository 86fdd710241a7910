// SPDX-License-Identifier: Apache-2.0

/// Kinds of institutions that are spoken of together.
extension SentenceLexer {
  /// 乡镇卫生院和社区卫生服务中心诊疗45.5万人次, 县人民医院、县中医院合计出院3.2万人次: all of them together, where no list gives each its
  /// own.
  func withJoinedKinds(_ found: [Lexeme]) -> [Lexeme] {
    var lexemes = found
    var place = 0
    while place + 3 < lexemes.count {
      defer { place += 1 }
      guard isNamed(lexemes[place]), startsClause(lexemes, place) else { continue }
      var end = place
      while end + 2 < lexemes.count, case .and = lexemes[end + 1].kind, isNamed(lexemes[end + 2]) { end += 2 }
      guard end > place, givesOneValue(lexemes, end + 1) else { continue }
      let areKinds = stride(from: place, through: end, by: 2).allSatisfy { isKind(lexemes[$0]) }
      guard areKinds || sumsUp(lexemes[end + 1]) else { continue }
      let range = lexemes[place].range.lowerBound..<lexemes[end].range.upperBound
      lexemes[place] = Lexeme(kind: .entity(.named(String(letters: text, range))), range: range)
      lexemes.removeSubrange(place + 1...end)
    }
    return lexemes
  }

  private func isNamed(_ lexeme: Lexeme) -> Bool {
    guard case .entity(.named) = lexeme.kind else { return false }
    return true
  }

  /// 合计, 共: one value for all before it.
  private func sumsUp(_ lexeme: Lexeme) -> Bool {
    let end = WordSet.sumsOfMany.end(text, at: lexeme.range.lowerBound, before: lexeme.range.upperBound)
    // 共有床位 may be the name of a metric.
    if case .metric = lexeme.kind { return end != nil }
    return end == lexeme.range.upperBound
  }

  private func isKind(_ lexeme: Lexeme) -> Bool {
    guard case .entity(.named(let name)) = lexeme.kind else { return false }
    return WordSet.joinedKinds.contains(name)
  }

  private func startsClause(_ lexemes: [Lexeme], _ place: Int) -> Bool {
    guard place > 0 else { return true }
    switch lexemes[place - 1].kind {
    case .mark, .period, .ofWhich, .open: return true
    case .entity(.named(let name)): return name.hasPrefix("全")
    default: return false
    }
  }

  /// Whether one value follows, alone or behind the name of its metric.
  private func givesOneValue(_ lexemes: [Lexeme], _ place: Int) -> Bool {
    var hasMetric = false
    for at in place..<min(lexemes.count, place + 5) {
      switch lexemes[at].kind {
      case .number, .masked:
        guard at + 1 < lexemes.count else { return true }
        if case .and = lexemes[at + 1].kind { return false }
        return true
      case .metric where !hasMetric: hasMetric = true
      case .glue, .bound, .lead, .becomes, .act: continue
      default: return false
      }
    }
    return false
  }
}

extension WordSet where Meaning == Bool {
  static let sumsOfMany = WordSet(words: ["合计", "共", "共计", "总计", "合共", "一共", "总共"])
  static let joinedKinds = kindsOfHouses.union([
    "社区卫生服务中心", "社区卫生服务站", "社区卫生服务中心(站)", "卫生院", "诊所", "门诊部", "基层医疗卫生机构", "其他医疗卫生机构", "其他医疗机构",
  ])
}
