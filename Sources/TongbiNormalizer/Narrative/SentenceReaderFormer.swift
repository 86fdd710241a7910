// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// Keeps the value after 由, 从 or 较上年的 for the value that follows; adds it at once where its metric is known.
  mutating func formerValue(_ at: Int) -> Bool {
    guard case .number(let number, let unit) = lexemes[at].kind, at > clause else { return formerMask(at) }
    var place = at - 1
    var found: Period?
    if isWord(place, "的") { place -= 1 }
    if place >= clause, case .period(let period) = lexemes[place].kind {
      found = period.period
      place -= 1
    }
    guard place >= clause else { return false }
    switch lexemes[place].kind {
    case .from:
      former = (number, unit, found, lexemes[at].range, at)
      return true
    case .base(let base):
      if place > clause, case .from = lexemes[place - 1].kind {
        former = (number, unit, relation(base, currentPeriod()).1, lexemes[at].range, at)
        return true
      }
      former = (number, unit, relation(base, currentPeriod()).1, lexemes[at].range, at)
      if place > clause, case .metric(let metric) = lexemes[place - 1].kind, UnitWord.fits(unit, metric: metric.unit),
        let new = begun(named(metric, at: place - 1), at)
      {
        // 住院次均费用较上年同期的7,012元下降5.1%，为6,654元: its own value comes last.
        addFormer(for: drafts[new])
        if drafts.count - 1 > new { drafts.swapAt(new, drafts.count - 1) }
      } else if let last = drafts.last, last.takesChanges, let metric = last.metric,
        UnitWord.fits(unit, metric: metric.unit)
      {
        addFormer(for: last)
      }
      former = nil
      return true
    default:
      return false
    }
  }

  private func formerMask(_ at: Int) -> Bool {
    guard at > clause, case .from = lexemes[at - 1].kind else { return false }
    return true
  }

  /// Adds the former value as a figure of its base period, where that is known.
  mutating func addFormer(for draft: Draft) {
    guard let former else { return }
    self.former = nil
    let period = former.period
    guard draft.metric.map({ UnitWord.fits(former.unit, metric: $0.unit) }) ?? (former.unit == draft.unit.symbol),
      period == nil || period != draft.period
    else { return }
    let isOdd = draft.metric?.unit.ratioFactor != nil && former.unit != draft.unit.symbol
    var base = draft
    base.period = period
    base.role = .observed
    base.changes = []
    base.figures = [former.place]
    base.changeFigures = []
    base.bounds = []
    base.takesChanges = false
    base.unit = isOdd ? Unit(former.unit) : draft.metric?.unit ?? draft.unit
    base.quantity = Quantity(
      former.value.value, base.unit, bound: former.value.bound, lastPlace: former.value.lastPlace)
    base.status = .reported
    base.text = text.string(former.range)
    base.range = min(draft.range.lowerBound, former.range.lowerBound)..<former.range.upperBound
    drafts.append(base)
    check(drafts.count - 1)
    if drafts.count >= 2, draft.range.upperBound < former.range.upperBound {
      drafts.swapAt(drafts.count - 1, drafts.count - 2)
    }
  }
}
