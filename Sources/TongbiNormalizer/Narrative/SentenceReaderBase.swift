// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// What a change is compared with, from the base named in the clause, else in the sentence, else year over year.
  func comparison(
    of draft: Int, _ words: Range<Int>, _ range: Range<Int>
  ) -> (StatedChange.Relation, Period?) {
    let (current, former) = (drafts[draft].period, drafts[draft].formerPeriod)
    if (clause..<lexemes.count).contains(where: { lexemes[$0].range.upperBound <= range.lowerBound && isWord($0, "年均") }
    ) {
      return (.other, nil)
    }
    guard let found = base ?? lastBase else {
      if let former { return relation(ComparisonBase(kind: .period(former)), current) }
      problems.append((.note, .baseNotNamed(words: text.string(words)), range))
      return (.yearEarlier, current?.yearEarlier)
    }
    // 年末…，签约率57.8%，比上年末提高2.2个百分点: a rate of the year, as that before it is.
    if case .yearEndBefore = found.kind, case .year? = current, drafts[draft].metric?.kind == .ratio {
      return (.yearEarlier, current?.yearEarlier)
    }
    return relation(found, current)
  }

  /// The relation and base period that words of comparison mean for a current period.
  func relation(_ base: ComparisonBase, _ current: Period?) -> (StatedChange.Relation, Period?) {
    switch base.kind {
    case .yearEarlier: return (.yearEarlier, current?.yearEarlier)
    case .wholeYearBefore:
      guard let current else { return (.other, nil) }
      let before = Period.year(current.lastDay.year - 1)
      return (current.yearEarlier.canonical == before ? .yearEarlier : .other, before)
    case .yearEndBefore:
      guard let current, let day = Day(current.lastDay.year - 1, 12, 31) else { return (.yearEarlier, nil) }
      let isYear = current.lastDay.month.number == 12
      return (isYear ? .yearEarlier : .other, .instant(day))
    case .preceding: return (.preceding, current?.preceding)
    case .samePeriod(let year):
      guard let current else { return (.other, nil) }
      var moved = current
      let distance = current.lastDay.year - year
      guard (1...50).contains(distance) else { return (.other, nil) }
      for _ in 0..<distance { moved = moved.yearEarlier }
      return (distance == 1 ? .yearEarlier : .other, moved)
    case .period(let period):
      if current?.yearEarlier.canonical == period.canonical { return (.yearEarlier, period) }
      // 较二季度末 in a report on the third quarter.
      if case .quarter? = document.period, document.period?.preceding.canonical == period.canonical,
        current?.lastDay == document.period?.lastDay
      {
        return (.preceding, period)
      }
      return (current?.preceding.canonical == period.canonical ? .preceding : .other, period)
    case .event: return (.other, nil)
    }
  }
}
