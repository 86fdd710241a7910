// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Changes of one figure against several bases.
extension SentenceReader {
  /// 环比、同比分别增长2.1%和7.8%: each change of the last figure has the base at its place.
  func assignToBases(_ values: [Int], _ at: Int, _ verb: (place: Int, direction: Int)) -> Bool {
    let bases = (clause..<at).compactMap { place -> ComparisonBase? in
      if case .base(let base) = lexemes[place].kind { return base }
      guard isFurtherBase(place), case .period(let found) = lexemes[place].kind else { return nil }
      return found.period.map { ComparisonBase(kind: .period($0)) }
    }
    guard bases.count > 1, bases.count == values.count,
      let target = drafts.indices.last(where: { drafts[$0].takesChanges })
    else { return false }
    for (base, value) in zip(bases, values) {
      self.base = base
      give(target, value, self.verb(of: value) ?? verb, unit: sharedUnit(values))
    }
    return true
  }

  /// 2022年 in 比2020年、2022年分别高出…: a period joined to a base is a base too.
  func isFurtherBase(_ at: Int) -> Bool {
    guard at >= 2, case .period = lexemes[at].kind, case .and = lexemes[at - 1].kind else { return false }
    if case .base = lexemes[at - 2].kind { return true }
    return isFurtherBase(at - 2)
  }

  /// The changes that a verb joins without 分别: 上升7.8%、12.6%和下降3.4%, 比上年多了15面和28封. One figure cannot have two of the same
  /// kind against one base; 减少460元和4.8% is of two kinds.
  func sharing(_ at: Int) -> [Int]? {
    guard at + 2 < lexemes.count, case .and = lexemes[at + 1].kind else { return nil }
    var values = [at]
    var place = at + 1
    while place + 1 < lexemes.count, case .and = lexemes[place].kind {
      var next = place + 1
      if case .change(direction: 0) = lexemes[next].kind {
        values.append(next)
        break
      }
      if case .change = lexemes[next].kind { next += 1 }
      guard next < lexemes.count, isNumber(next) else { break }
      values.append(next)
      place = next + 1
    }
    let units = values.filter { isNumber($0) }.map { unit(of: $0) }
    guard units.count > 1 else { return nil }
    let isOfOneKind = units.allSatisfy { $0 == units[0] } || sharedUnit(values) != nil
    let isOfAmounts = units.allSatisfy { !UnitSet.ratios.contains($0) && !$0.isEmpty }
    return isOfOneKind || isOfAmounts ? values : nil
  }
}
