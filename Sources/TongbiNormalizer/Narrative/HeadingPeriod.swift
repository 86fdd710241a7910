// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The period that a heading gives for all below it.
extension Heading {
  /// The first period, unless it stands behind a comma and is part of what the heading says: 服务量恢复，但二季度回落.
  static func leading(_ lexemes: [Lexeme]) -> FoundPeriod? {
    var isSaid = false
    for lexeme in lexemes {
      switch lexeme.kind {
      case .period(let found):
        let isPart = found.period.map { (1..<12).contains($0.months.count) } ?? false
        return isSaid && isPart ? nil : found
      case .mark("，"), .mark(","): isSaid = true
      case .open: isSaid = false
      default: continue
      }
    }
    return nil
  }

  /// （…年报口径另报，以下均为1—6月数据）: the period that a remark in the heading gives for all below it.
  static func restated(_ scalars: [Unicode.Scalar], _ lexemes: [Lexeme]) -> FoundPeriod? {
    lexemes.lazy.compactMap { lexeme -> FoundPeriod? in
      guard case .period(let found) = lexeme.kind,
        ofAllBelow.match(scalars, endingAt: lexeme.range.lowerBound, after: 0, reach: 5) != nil
      else { return nil }
      return found
    }.first
  }

  static let ofAllBelow = WordSet(words: ["以下均为", "以下为", "以下皆为", "下同均为", "以下数据为", "数据均为"])

  /// 【2024】, 【2024目标】: a year without 年, alone or before what is planned for it.
  static func bareYear(_ words: [Unicode.Scalar], _ range: Range<Int>) -> FoundPeriod? {
    guard words.count >= 4, words[..<4].allSatisfy(NumberScanner.isDigit),
      let year = Int(String(letters: words, 0..<4)),
      (1990...2100).contains(year), words.count == 4 || lineEnds.end(words, at: 4, before: words.count) == words.count
    else { return nil }
    return FoundPeriod(range: range, period: .year(year), hasYear: true)
  }
}
