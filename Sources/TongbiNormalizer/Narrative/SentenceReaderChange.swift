// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// The verb of change that a number belongs to: its place and direction.
  func changeVerb(before at: Int) -> (place: Int, direction: Int)? {
    if let signed = signed(at) { return signed }
    var place = at - 1
    while place >= clause {
      switch lexemes[place].kind {
      // 比2022年的6,930人多916人: 多 bounds no number here.
      // 减少460元和4.8%: of one verb, as an amount and as a share.
      case .and where place > clause && isNumber(place - 1) && place == at - 1:
        guard isRatio(unit(of: at)) != isRatio(unit(of: place - 1)) else { return nil }
        return changeVerb(before: place - 1)
      case .bound where isWord(place, "多") && isFormer(place - 1): return (place, 1)
      case .bound: place -= 1
      case .base: return comparing(place, at)
      case .glue where isWord(place, of: .reaching): place -= 1
      // 增幅由上年的15.6%回落到6.2%.
      case .becomes: return growth(before: place)
      case .change(let direction):
        // 增长到, 降至 are other words; 增幅为 and 增长率达 state the change itself.
        return direction == 0 ? nil : (place, direction)
      case .text where isOverBase(place), .act where isOverBase(place): return (place, 1)
      case .text:
        return shortVerb(place, at)
      default:
        return nil
      }
    }
    return nil
  }

  /// 比上年新增172人, 比2023年多出1,130人: right behind the base, words that elsewhere state no change.
  private func isOverBase(_ place: Int) -> Bool {
    guard place > clause, case .base = lexemes[place - 1].kind else { return false }
    return isWord(place, of: .overBase)
  }

  /// The name of a growth that the clause begins with, which states the change itself: 增幅, 降幅.
  private func growth(before at: Int) -> (place: Int, direction: Int)? {
    guard let place = (clause..<at).first(where: { beginsWith($0, .growths) }), place == clause,
      case .change(let direction) = lexemes[place].kind, direction != 0, !isTarget
    else { return nil }
    return (place, direction)
  }

  /// （同比+8.3%）, （-1.6%）: the sign is in the number, so that the verb adds none.
  private func signed(_ at: Int) -> (place: Int, direction: Int)? {
    let first = text.scalars[lexemes[at].range.lowerBound]
    guard at > 0, first == "+" || first == "-" else { return nil }
    switch lexemes[at - 1].kind {
    case .base: return (at - 1, 1)
    case .open where isInBrackets: return (at, 1)
    // 出院7,415人次，+4.9%.
    case .mark where at > 1 && isNumber(at - 2): return (at, 1)
    default: return nil
    }
  }

  /// 高出上年1.8个百分点, 低于去年12%: the comparison is the verb, unless 的 makes a figure of what follows.
  private func comparing(_ place: Int, _ at: Int) -> (place: Int, direction: Int)? {
    let letters = text.scalars[lexemes[place].range]
    guard place == at - 1, letters.last != "的", let first = letters.first else { return nil }
    let way = "高多超优".unicodeScalars.contains(first) ? 1 : "低少".unicodeScalars.contains(first) ? -1 : 0
    return way == 0 ? nil : (place, way)
  }

  /// 多9件, 低2.7%, 降6.9%: single characters, only right after a base or a metric.
  private func shortVerb(_ place: Int, _ at: Int) -> (place: Int, direction: Int)? {
    guard lexemes[place].range.count == 1, let verb = text.scalars[lexemes[place].range].first, place > 0 else {
      return nil
    }
    let isStrong = "增升涨降减掉跌".unicodeScalars.contains(verb)
    // 门诊收入7,812万元，增20.3%.
    let isBehindFigure = place == clause && place > 1 && isMark(lexemes[place - 1]) && isNumber(place - 2)
    guard place > clause || isInBrackets || isBehindFigure && isStrong else { return nil }
    let direction = "增升涨多高".unicodeScalars.contains(verb) ? 1 : "降减少低掉跌".unicodeScalars.contains(verb) ? -1 : 0
    guard direction != 0 else { return nil }
    switch lexemes[place - 1].kind {
    case .base: return (place, direction)
    case .metric where isStrong, .mark where isBehindFigure: return (place, direction)
    // 前者降2.1个百分点，后者升0.4个百分点.
    case .text where isStrong && (isWord(place - 1, "前者") || isWord(place - 1, "后者")): return (place, direction)
    // 38.2%（降3.2个百分点）.
    case .open where isStrong && isInBrackets: return (place, direction)
    case .number where isFormer(place - 1): return (place, direction)
    default: return nil
    }
  }

  /// Whether a lexeme is the number of a base: 6,930人 in 比2022年的6,930人.
  private func isFormer(_ at: Int) -> Bool {
    guard at > clause, isNumber(at), case .base = lexemes[at - 1].kind else { return false }
    return true
  }

  /// Reads a change and gives it to its metric.
  func change(_ at: Int, _ verb: (place: Int, direction: Int)) {
    if isNounAfter(at) { return }
    let before = verb.place
    if isSecondOrder(before) { return changeOfChange(at, verb.direction) }
    var comparesWithOthers = false
    for place in clause..<max(clause, before) {
      if case .otherBase = lexemes[place].kind { comparesWithOthers = true }
    }
    if comparesWithOthers { return reject(at, .comparedWithOthers) }
    if let values = sharing(at) { return assignInTurn(values, verb) }
    guard let target = changed(before: before, unit: unit(of: at)) else {
      problems.append(
        (
          .note, .orphanChange(words: text.string(lexemes[verb.place].range.lowerBound..<lexemes[at].range.upperBound)),
          lexemes[at].range
        ))
      return reject(at, .changeWithoutFigure)
    }
    give(target, at, verb)
  }

  /// 增加12张床位 speaks of the beds, not of what came before.
  func isNounAfter(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count, touches(at, at + 1) else { return false }
    switch lexemes[at + 1].kind {
    case .metric, .text: return !unit(of: at).reads("%") && !UnitSet.points.contains(unit(of: at))
    case .entity: return UnitSet.institutions.contains(unit(of: at))
    default: return false
    }
  }

  /// 按当年价格, 按可比价格: the prices that a change is counted in.
  private func priceBasis(before at: Int) -> StatedChange.PriceBasis? {
    for place in (clause..<max(clause, at)).reversed() {
      if case .price(let basis) = lexemes[place].kind { return basis }
    }
    return nil
  }

  /// 增速较上年回落1.8个百分点: a change of a change.
  func isSecondOrder(_ verb: Int) -> Bool {
    var place = verb - 1
    while place >= clause {
      switch lexemes[place].kind {
      case .base, .glue, .lead, .period: place -= 1
      case .change: return true
      case .text: return endsIn(place, .speeds)
      default: return false
      }
    }
    return false
  }

  /// 增速较上年回落1.8个百分点, after a change of the same figure: points that compare with neither of its values.
  private func changeOfChange(_ at: Int, _ direction: Int) {
    guard unit(of: at).hasSuffix("百分点"), case .number(let number, _) = lexemes[at].kind,
      let last = drafts.indices.last(where: { drafts[$0].takesChanges && !drafts[$0].changes.isEmpty }),
      let value = direction < 0 ? try? -number.value : number.value
    else { return reject(at, .changeOfChange) }
    drafts[last].changes.append(
      StatedChange(kind: .points, value: value, lastPlace: number.lastPlace, relation: .other))
    drafts[last].changeFigures.append(at)
    drafts[last].extend(to: lexemes[at].range.upperBound)
  }

  /// Adds the change of a number to a draft.
  func give(_ target: Int, _ at: Int, _ verb: (place: Int, direction: Int), unit shared: String? = nil) {
    if case .change(direction: 0) = lexemes[at].kind { return level(target, at) }
    guard let (kind, value, lastPlace) = amount(at, verb.direction, drafts[target], shared ?? unit(of: at)) else {
      dropEmpty(target)
      return
    }
    let words = lexemes[verb.place].range.lowerBound..<lexemes[at].range.upperBound
    let (relation, basePeriod) = comparison(of: target, words, lexemes[at].range)
    let prices = priceBasis(before: at)
    if let value,
      drafts[target].changes.contains(where: {
        $0.relation == relation && $0.base == basePeriod && $0.priceBasis == prices
          && (($0.value?.isNegative ?? value.isNegative) != value.isNegative) && $0.kind != .times
      })
    {
      problems.append((.warning, .orphanChange(words: text.string(words)), lexemes[at].range))
      return reject(at, .changeWithoutFigure)
    }
    drafts[target].changes.append(
      StatedChange(
        kind: kind, value: value, lastPlace: lastPlace, base: basePeriod, relation: relation,
        priceBasis: prices))
    drafts[target].changeFigures.append(at)
    drafts[target].extend(to: lexemes[at].range.upperBound)
    if kind == .percent, let metric = drafts[target].metric, metric.unit == .percent {
      problems.append((.warning, .pointsOrPercent(metric: metric.name, words: text.string(words)), lexemes[at].range))
    }
  }

  private func dropEmpty(_ target: Int) {
    if target == drafts.count - 1, drafts[target].changes.isEmpty, drafts[target].text.isEmpty { drafts.removeLast() }
  }

  /// The kind of a change, its signed value and its last place; `nil` where the unit does not suit the figure.
  private func amount(_ at: Int, _ direction: Int, _ draft: Draft, _ unit: String) -> (
    StatedChange.Kind, ExactDecimal?, Int
  )? {
    var value: ExactDecimal?
    var lastPlace = 0
    if case .number(let number, _) = lexemes[at].kind {
      value = direction < 0 ? try? -number.value : number.value
      lastPlace = number.lastPlace
    } else if case .span = lexemes[at].kind {
      return nil
    }
    if unit == "%" { return (.percent, value, lastPlace) }
    if UnitSet.points.contains(unit) { return (.points, value, lastPlace) }
    if unit.reads("倍") {
      // 增长1.65倍 is 2.65 times.
      guard direction > 0 else { return nil }
      return (.times, value.flatMap { try? $0 + 1 }, lastPlace)
    }
    if unit.isEmpty {
      // CMI值1.08，较上年提升0.06.
      guard let metric = draft.metric else { return nil }
      if case .number(let number, _) = lexemes[at].kind, number.hasMultiplier, metric.unit.ratioFactor == nil {
        return (.absolute, value, lastPlace)
      }
      // 使用强度37.9DDDs，比上月降低1.2.
      guard metric.unit == .none || metric.kind == .average, draft.text.isEmpty || endsClause(at + 1) else {
        return nil
      }
      return (.absolute, value, lastPlace)
    }
    // 入党申请书104份，比上年增加28份: in the unit of the figure itself.
    guard draft.metric == nil || UnitWord.fits(unit, metric: draft.unit) || draft.text.hasSuffix(unit) else {
      return nil
    }
    return (.absolute, value, lastPlace)
  }

  /// 与去年同期相比持平.
  func flat(_ at: Int) {
    if at < readUpTo { return }
    if hasEach(at), isElidedBeforeFlat(at) {
      // 无偿献血2,418人次，采血量4,006单位，均与上年同期持平.
      let open = drafts.indices.filter {
        drafts[$0].takesChanges && drafts[$0].changes.isEmpty && !drafts[$0].isEcho && !drafts[$0].text.isEmpty
      }
      if open.count > 1 {
        for target in open.suffix(2) { level(target, at) }
        return
      }
    }
    guard let target = changed(before: at, unit: "") else { return }
    level(target, at)
  }

  private func level(_ target: Int, _ at: Int) {
    let (relation, basePeriod) = comparison(of: target, lexemes[at].range, lexemes[at].range)
    drafts[target].changes.append(StatedChange(kind: .flat, value: nil, base: basePeriod, relation: relation))
    drafts[target].extend(to: lexemes[at].range.upperBound)
  }
}
