// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// Keeps the value after 由, 从 or 较上年的 for the value that follows; adds it at once where its metric is known.
  func formerValue(_ at: Int) -> Bool {
    guard case .number = lexemes[at].kind, at > clause else { return formerMask(at) }
    var place = at - 1
    var found: Period?
    // 从每年不足600台增加到….
    if place > clause, isBound(place) { place -= 1 }
    if place > clause, isWord(place, "每年"), isFrom(place - 1) { place -= 1 }
    if place - 1 > clause, isWord(place, "年"), isWord(place - 1, "每"), isFrom(place - 2) { place -= 2 }
    if isWord(place, "的") { place -= 1 }
    // 由改革前（2014年）的46.3%下降至….
    if place - 3 >= clause, case .close = lexemes[place].kind, case .period(let period) = lexemes[place - 1].kind,
      isFromEvent(place - 3)
    {
      former = formerFigure(at, of: period.period)
      return true
    }
    // 由搬迁时的560人增加到702人.
    if fromEvent(before: at) != nil {
      former = formerFigure(at, of: topic.eventPeriod)
      return true
    }
    // 由目前的320张增至400张.
    if place > clause, isWord(place, of: .nows) || isWord(place, of: .ofNow), isFrom(place - 1) {
      if isTarget, WordSet.presently.end(text.scalars, at: lexemes[place].range.lowerBound, before: text.count) != nil {
        found = document.period
      }
      place -= 1
    }
    if let period = samePeriod(before: at) {
      // 去年同期为18,530人次.
      former = formerFigure(at, of: period)
      if let last = drafts.last(where: { $0.takesChanges }) {
        addFormer(for: last)
        if drafts.count >= 2, drafts[drafts.count - 2].takesChanges {
          drafts.swapAt(drafts.count - 1, drafts.count - 2)
        }
      }
      former = nil
      return true
    }
    if place >= clause, case .period(let period) = lexemes[place].kind {
      found = period.period
      if period.isSamePeriod {
        if case .year(let year)? = found {
          found = relation(ComparisonBase(kind: .samePeriod(of: year)), currentPeriod()).1
        } else if found == nil, !period.isMasked {
          found = currentPeriod()?.yearEarlier
        }
      }
      place -= 1
    }
    // 由医共体成立前2019年的86.5%上升到95.9%.
    if found != nil, place > clause, endsIn(place, .events), let from = fromWords(before: place) { place = from }
    // 由峰值日2022年12月23日的13.4万人次降至….
    if found != nil, place > clause, case .text = lexemes[place].kind, isFrom(place - 1), isWord(place, of: .peaks) {
      place -= 1
    }
    guard place >= clause else { return false }
    switch lexemes[place].kind {
    // 由1家牵头医院、16家乡镇卫生院组成: members.
    case .from where isEntity(at + 1) && touches(at, at + 1) && isNumber(at + 3) && isJoint(at + 2): return false
    case .from:
      former = formerFigure(at, of: found)
      return true
    case .guarded(.duration) where place > clause && isFrom(place - 1):
      // 由三年前的22.4%提高到39.7%.
      former = formerFigure(at, of: nil)
      return true
    case .text where isFromEvent(place):
      // 由托管前的28.3%提高到49.1%.
      former = formerFigure(at, of: topic.eventPeriod)
      return true
    case .and where found != nil && place > clause && former?.place == place - 1:
      // 由2019年的84.2%、2020年的87.5%提高到90.6%.
      if let former { earlierFormers.append(former) }
      former = formerFigure(at, of: found)
      return true
    case .base(let base):
      former = formerFigure(at, of: relation(base, currentPeriod()).1)
      if place > clause, isFrom(place - 1) { return true }
      giveFormer(behind: place, at)
      return true
    default:
      return false
    }
  }

  /// The number at a place as the value of an earlier period.
  private func formerFigure(_ at: Int, of period: Period?) -> Former? {
    guard case .number(let number, let unit) = lexemes[at].kind else { return nil }
    return Former(signed(number, at), unit, period, lexemes[at].range, at)
  }

  /// Gives the value of a base, which stands behind the words of comparison, to the figure that is compared.
  private func giveFormer(behind place: Int, _ at: Int) {
    guard case .number(let number, let unit) = lexemes[at].kind else { return }
    if place > clause, case .metric(let metric) = lexemes[place - 1].kind, UnitWord.fits(unit, metric: metric.unit),
      let new = begun(named(metric, at: place - 1), at)
    {
      // 住院次均费用较上年同期的7,012元下降5.1%，为6,654元: its own value comes last.
      addFormer(for: drafts[new])
      if drafts.count - 1 > new { drafts.swapAt(new, drafts.count - 1) }
    } else if let last = drafts.last, last.takesChanges, let metric = last.metric,
      UnitWord.fits(unit, metric: metric.unit) || unit.isEmpty && number.hasMultiplier
    {
      addFormer(for: last)
    }
    former = nil
  }

  /// 比上年（37.8%）上升, 与上年度（3例，8.42/10万）相比: the values of a base in brackets behind it.
  func formersInBrackets(_ open: Int, before close: Int) -> Bool {
    guard open > clause, case .base(let base) = lexemes[open - 1].kind else { return false }
    let values = (open + 1..<close).filter(isNumber)
    guard !values.isEmpty, (open + 1..<close).allSatisfy({ isNumber($0) || isMarkOrGlue($0) }) else { return false }
    for value in values {
      guard case .number = lexemes[value].kind else { continue }
      former = formerFigure(value, of: relation(base, currentPeriod()).1)
      giveFormer(behind: open - 1, value)
    }
    return true
  }

  /// 新生儿、婴儿死亡率…，与上年的1.66‰、2.83‰相比均有下降: the values of a base for the figures before, one each.
  ///
  /// - Returns: The place behind them; `nil` where there are none.
  func formersCompared(_ period: Period?, _ at: Int) -> Int? {
    guard at + 2 < lexemes.count, let period else { return nil }
    let list = values(from: isWord(at + 1, "的") ? at + 2 : at + 1)
    guard list.places.count > 1, list.end < lexemes.count, beginsWith(list.end, .compared) else { return nil }
    let own = drafts.filter { !$0.isEcho && $0.metric != nil && $0.quantity != nil && !$0.isFormer }
      .suffix(list.places.count)
    let isEach = zip(own, list.places).allSatisfy { draft, value in
      draft.metric.map { fits(value, $0, unit(of: value)) } ?? false
    }
    guard own.count == list.places.count, isEach else { return nil }
    for (draft, value) in zip(own, list.places) {
      former = formerFigure(value, of: period)
      addFormer(for: draft)
    }
    former = nil
    return list.end
  }

  private func isMarkOrGlue(_ at: Int) -> Bool {
    switch lexemes[at].kind {
    case .mark, .glue, .and, .bound: true
    default: false
    }
  }

  /// 托管前 after 由: a time that is no calendar period.
  func isFromEvent(_ place: Int) -> Bool {
    place > clause && isFrom(place - 1) && lexemes[place].range.count <= 8 && endsIn(place, .events)
  }

  /// The place of 由 or 从 where words for the time of an event stand between it and a number: 由到任时的5.1%, 从建院之初的80张.
  func fromEvent(before at: Int) -> Int? {
    guard at - 1 > clause, isWord(at - 1, "的") else { return nil }
    let end = lexemes[at - 1].range.lowerBound
    for place in stride(from: at - 2, through: max(clause, at - 6), by: -1) {
      switch lexemes[place].kind {
      case .from:
        let start = lexemes[place].range.upperBound
        return end - start <= 8 && WordSet.timesOfEvents.match(text.scalars, endingAt: end, after: start) != nil
          ? place : nil
      case .text, .act, .guarded, .glue, .lead, .becomes, .aim: continue
      default: return nil
      }
    }
    return nil
  }

  /// 由 or 从 a few words before a place.
  func fromWords(before place: Int) -> Int? {
    for start in stride(from: place - 1, through: max(clause, place - 4), by: -1) {
      switch lexemes[start].kind {
      case .from: return start
      case .text, .act, .entity, .lead, .guarded: continue
      default: return nil
      }
    }
    return nil
  }

  /// Whether the clause after a number states a change.
  private func changesNext(after at: Int) -> Bool {
    guard at + 2 < lexemes.count, case .mark = lexemes[at + 1].kind else { return false }
    return lexemes[(at + 2)...].prefix(3).contains { lexeme in
      if case .change(let way) = lexeme.kind { return way != 0 }
      return false
    }
  }

  /// The period of 去年同期 where it stands before a number as what the figure is of.
  private func samePeriod(before at: Int) -> Period? {
    for place in stride(from: at - 1, through: clause, by: -1) {
      switch lexemes[place].kind {
      case .glue, .bound: continue
      case .metric where isLoss(at): continue
      // 收支结余-466.3万元，去年同期为结余88.4万元: the metric once more.
      case .metric(let metric) where drafts.last(where: { $0.takesChanges })?.metric?.id == metric.id: continue
      case .period(let found):
        guard found.isSamePeriod, place == clause || !isFrom(place - 1) else { return nil }
        let own = drafts.last { $0.takesChanges }?.period
        guard case .year(let year)? = found.period else { return found.period == nil ? own?.yearEarlier : nil }
        return relation(ComparisonBase(kind: .samePeriod(of: year)), own).1
      case .period(let found) where place == clause && changesNext(after: at):
        // 12,637例，上年10,893例，增长16.0%.
        guard let last = drafts.last, last.takesChanges, !last.isEcho, let period = found.period,
          period.canonical == last.period?.yearEarlier.canonical, let metric = last.metric,
          fits(at, metric, unit(of: at))
        else { return nil }
        return period
      default: return nil
      }
    }
    return nil
  }

  func isFrom(_ at: Int) -> Bool {
    guard case .from = lexemes[at].kind else { return false }
    return true
  }

  func formerMask(_ at: Int) -> Bool {
    guard case .masked = lexemes[at].kind else { return false }
    for place in stride(from: at - 1, through: clause, by: -1) {
      switch lexemes[place].kind {
      case .from: return true
      case .period, .base: continue
      case .lead where isWord(place, "的"): continue
      default: return false
      }
    }
    return false
  }

  /// Adds the former value as a figure of its base period, where that is known.
  func addFormer(for draft: Draft) {
    guard let former else { return }
    let earlier = earlierFormers
    earlierFormers = []
    for each in earlier {
      self.former = each
      addFormer(for: draft)
    }
    self.former = nil
    // 与2012年相比，床位由2.16万张增加到3.84万张.
    let period = former.period ?? spokenFormer ?? leadingBase.flatMap { relation($0, draft.period).1 }
    spokenFormer = period
    let isBare = former.unit.isEmpty && former.value.hasMultiplier && draft.metric?.unit.ratioFactor == nil
    let fits = draft.metric.map { UnitWord.fits(former.unit, metric: $0.unit) } ?? (former.unit == draft.unit.symbol)
    // 使用强度（DDDs）由41.4降至38.7: the unit stands in the name for both.
    let isPlain = former.unit.isEmpty && (draft.figure.map { unit(of: $0).isEmpty } ?? false)
    guard isBare || fits || isPlain,
      period == nil || period != draft.period
    else { return }
    let isOdd = draft.metric?.unit.ratioFactor != nil && former.unit != draft.unit.symbol
    let base = draft.copy
    base.period = period
    base.role = .observed
    base.isFormer = true
    base.changes = []
    base.figure = former.place
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

extension WordSet where Meaning == Bool {
  static let compared = WordSet(words: ["相比", "比较", "相较"])
}
