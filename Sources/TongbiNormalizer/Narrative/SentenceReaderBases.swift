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

  /// The amounts of 比上年多了15面和28封: joined by 和, none of them a percentage, which could be another of the same figure.
  func sharing(_ at: Int) -> [Int]? {
    var values = [at]
    var place = at + 1
    while place + 1 < lexemes.count, case .and = lexemes[place].kind, isNumber(place + 1) {
      values.append(place + 1)
      place += 2
    }
    guard values.count > 1, values.allSatisfy({ !UnitSet.ratios.contains(unit(of: $0)) && !unit(of: $0).isEmpty })
    else {
      return nil
    }
    return values
  }

  /// Gives amounts to the last figures of the sentence, one to each, where their units fit.
  func assignInTurn(_ values: [Int], _ verb: (place: Int, direction: Int)) -> Bool {
    let open = drafts.indices.filter { drafts[$0].takesChanges && drafts[$0].changes.isEmpty && !drafts[$0].isEcho }
      .suffix(values.count)
    guard open.count == values.count,
      zip(open, values).allSatisfy({ UnitWord.fits(unit(of: $1), metric: drafts[$0].unit) })
    else { return false }
    for (target, value) in zip(open, values) { give(target, value, verb) }
    readUpTo = max(readUpTo, (values.last ?? 0) + 1)
    return true
  }
}
