// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// How far a period that a sentence names holds.
extension SentenceReader {
  /// 从2023年前三季度考核情况看，: what is seen, and no value that something came from.
  func isSeenFrom(_ at: Int) -> Bool {
    var next = at + 1
    while next < lexemes.count, next < at + 5 {
      if case .mark = lexemes[next].kind { return text.scalars[lexemes[next].range.lowerBound - 1] == "看" }
      if isNumber(next) { return false }
      next += 1
    }
    return false
  }

  /// 2024年 in a report on its first half says what a standard is, and no period of the sentences after it.
  func isWiderThanReport(_ found: FoundPeriod) -> Bool {
    guard case .year(let year)? = found.period, let own = document.period, own.lastDay.year == year else {
      return false
    }
    if case .year = own { return false }
    return true
  }

  /// 综合楼于5月18日启用: when something happened, and no time of the figures after it.
  func isOfEvent(_ found: FoundPeriod, _ at: Int) -> Bool {
    guard at > clause, touches(at - 1, at), at + 1 < lexemes.count else { return false }
    switch found.period {
    case .instant?, .month?: break
    default: return false
    }
    guard let last = text.scalars[lexemes[at - 1].range].last, last == "于" || last == "在" else { return false }
    for lexeme in lexemes[(at + 1)...] {
      switch lexeme.kind {
      case .mark: return true
      case .metric, .number, .masked: return false
      default: continue
      }
    }
    return true
  }
}
