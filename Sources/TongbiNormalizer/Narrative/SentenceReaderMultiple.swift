// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Changes that are told as a multiple of the base.
extension SentenceReader {
  /// 是2018年的1.6倍, 相当于托管前的2倍; whether the number is such a multiple.
  func isMultiple(_ at: Int) -> Bool {
    // 为去年的近两倍.
    var end = at - 1
    if end > clause, case .bound = lexemes[end].kind { end -= 1 }
    guard end >= clause, at > clause, isWord(end, "的") else { return false }
    let isPercent = unit(of: at).reads("%") && end - 1 >= clause && isPeriod(end - 1) && isBaseOfMultiple(end - 1)
    guard isPercent || unit(of: at).reads("倍") else { return false }
    guard case .number(var number, _) = lexemes[at].kind else { return true }
    if isPercent, let times = try? number.value.scaled(byPowerOfTen: -2) {
      // 恢复到2019年的96.3%: 0.963 times of it.
      (number.value, number.lastPlace) = (times, number.lastPlace - 2)
    }
    return multiple(at, from: end - 1, number)
  }

  /// Gives a multiple to its figure, by the words of its base, which end at a place.
  private func multiple(_ at: Int, from end: Int, _ number: ScannedNumber) -> Bool {
    var place = end
    var found: ComparisonBase?
    if let bracketed = yearOfEvent(endingAt: place) {
      // 是托管前（2018年）的1.6倍.
      (found, place) = (ComparisonBase(kind: .period(bracketed.period)), bracketed.open - 2)
      topic.eventPeriod = bracketed.period
    }
    // 为4月（1.31万人次）的2.1倍.
    if found == nil, place - 3 >= clause, case .close = lexemes[place].kind, isNumber(place - 1),
      case .open = lexemes[place - 2].kind
    {
      place -= 3
    }
    while place >= clause, found == nil {
      switch lexemes[place].kind {
      case .period(let period):
        if period.isSamePeriod, case .year(let year)? = period.period {
          found = ComparisonBase(kind: .samePeriod(of: year))
        } else if period.isSamePeriod, period.period == nil, !period.isMasked {
          // 是上年同期的1.8倍, where no year is known.
          found = ComparisonBase(kind: .yearEarlier)
        } else {
          found = period.period.map { ComparisonBase(kind: .period($0)) }
        }
      case .base(let base): found = base
      case .text where endsIn(place, .events): found = ComparisonBase(kind: .event)
      default: return true
      }
      place -= 1
    }
    // 是托管前2020年的1.6倍.
    if place >= clause, case .text = lexemes[place].kind, endsIn(place, .events) { place -= 1 }
    // 恢复到2019年的1.06倍.
    while place >= clause, isWord(place, of: .equals) || isWord(place, of: .matching) { place -= 1 }
    guard let found, let target = changed(before: place + 1, unit: "倍") else { return true }
    if case .period = found.kind, drafts[target].text.isEmpty {
      drafts[target].period = topic.period?.period ?? drafts[target].period
    }
    let (relation, basePeriod) = relation(found, drafts[target].period)
    drafts[target].changes.append(
      StatedChange(kind: .times, value: number.value, lastPlace: number.lastPlace, base: basePeriod, relation: relation)
    )
    drafts[target].changeFigures.append(at)
    drafts[target].extend(to: lexemes[at].range.upperBound)
    return true
  }

  /// 翻一番: twice, 翻两番: four times.
  func multiple(_ at: Int, _ factor: Int64) {
    guard let target = changed(before: at, unit: "倍") else { return }
    let (relation, basePeriod) = comparison(of: target, lexemes[at].range, lexemes[at].range)
    drafts[target].changes.append(
      StatedChange(kind: .times, value: ExactDecimal(factor), base: basePeriod, relation: relation))
    drafts[target].extend(to: lexemes[at].range.upperBound)
  }
}
