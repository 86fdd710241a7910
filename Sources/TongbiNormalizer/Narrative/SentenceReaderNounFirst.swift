// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Figures that a clause begins with, before it says what they count.
extension SentenceReader {
  /// 完成6项民生实事, 5场大型健康义诊活动, 31场义诊服务群众…: deeds counted before their name, and before words that say of what
  /// kind they were.
  func deeds(after at: Int) -> Subject? {
    guard at + 1 < lexemes.count, touches(at, at + 1), beginsCount(at) else { return nil }
    var place = at + 1
    if case .text = lexemes[place].kind, lexemes[place].range.count <= 8, touches(place, place + 1) { place += 1 }
    guard let metric = metric(at: place), metric.kind == .eventCount, !isGivenByOthers(metric, at: at) else {
      return nil
    }
    guard fits(at, metric, unit(of: at)) else { return place == at + 1 ? deedInName(at) : nil }
    if place > at + 1, ["封", "面", "人", "人次"].contains(metric.unit.symbol) { return nil }
    let opens = at == clause || isNumber(clause) && at > clause && isJoint(at - 1)
    guard endsPhrase(place + 1) || opens && place == at + 1 || beginsWith(place + 1, .deliberating) else { return nil }
    return Subject(metric: metric, label: string(place), start: at + 1)
  }

  /// 参加3期培训, 参加管理培训3次: courses that others give.
  func isGivenByOthers(_ metric: Metric, at start: Int) -> Bool {
    guard metric.kind == .eventCount, metric.unit.symbol == "期", start > clause else { return false }
    return (max(clause, start - 2)..<start).contains { isWord($0, of: .takingPart) }
  }

  /// 31场义诊服务群众4,870人次: the deed by which the name of those served begins.
  private func deedInName(_ at: Int) -> Subject? {
    let name = letters(at + 1)
    for end in name.indices.dropFirst(2).reversed() {
      guard let metric = index.metric(named: name[..<end]), metric.kind == .eventCount,
        fits(at, metric, unit(of: at))
      else { continue }
      return Subject(metric: metric, label: String(letters: name, 0..<end), start: at + 1)
    }
    return nil
  }

  /// 家庭医生签约：6个家庭医生团队走村入户: what a clause behind a heading and its colon begins with.
  func behindColon(_ at: Int) -> Subject? {
    guard at > 1, at > clause, isWord(at - 1, ":"), let metric = metric(at: at - 2), !fits(at, metric, unit(of: at))
    else {
      return nil
    }
    return institutions(after: at) ?? subject(after: at)
  }

  /// 支部27名党员全部下沉: all that there are, whatever they do.
  func allOfThem(_ at: Int) -> Subject? {
    guard at + 2 < lexemes.count, touches(at, at + 1), touches(at + 1, at + 2) || isJoint(at + 2),
      let metric = metric(at: at + 1),
      metric.kind == .stock, beginsWith(at + 2, .all) || followsStock(at) || opensStocks(at, metric),
      fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(metric: metric, label: string(at + 1), start: at + 1)
  }

  /// 3个党支部、党员67名: a list of what there is of one family, which the sentence begins with.
  private func opensStocks(_ at: Int, _ metric: Metric) -> Bool {
    guard at == clause, at + 3 < lexemes.count, case .and = lexemes[at + 2].kind,
      let next = self.metric(at: at + 3) ?? self.metric(at: at + 4)
    else { return false }
    return next.kind == .stock && next.id != metric.id
      && next.id.split(separator: "_").first == metric.id.split(separator: "_").first
  }

  /// 全院48个党支部、612名党员踊跃参与: whether a list goes on that began with all of something.
  private func followsStock(_ at: Int) -> Bool {
    guard at - 4 >= clause, case .and = lexemes[at - 1].kind, isEntity(at - 4), beginsWith(at - 4, .wholes),
      let last = drafts.last, last.metric?.kind == .stock
    else { return false }
    return last.figure == at - 3
  }

  /// 1,037名产妇在这里平安分娩, 603名康复期患者下转到家门口: persons, before the one deed that the clause tells of them.
  func did(_ at: Int) -> Subject? {
    if let dealt = dealtWith(persons: at) ?? honoured(at) { return dealt }
    guard UnitSet.personsPolitely.contains(unit(of: at)), at + 1 < lexemes.count, touches(at, at + 1), beginsCount(at),
      case .text = lexemes[at + 1].kind, let noun = personsNoun(lexemes[at + 1].range)
    else { return nil }
    var found: Int?
    for place in at + 1..<lexemes.count {
      switch lexemes[place].kind {
      case .metric where found == nil: found = place
      case .text, .act, .lead, .glue: continue
      case .mark, .close: return found.map { did(at, $0, noun) } ?? didAtEnd(at, before: place, noun)
      default: return nil
      }
    }
    return found.map { did(at, $0, noun) } ?? didAtEnd(at, before: lexemes.count, noun)
  }

  /// 1,105名公职人员挽袖献血: the deed that the clause ends in, counted in 人次.
  private func didAtEnd(_ at: Int, before end: Int, _ noun: (words: Range<Int>, isPart: Bool)) -> Subject? {
    guard case .text = lexemes[end - 1].kind, lexemes[end - 1].range.upperBound - noun.words.upperBound >= 2 else {
      return nil
    }
    let verb = Array(text.scalars[lexemes[end - 1].range].suffix(2))
    guard let metric = index.metric(named: verb[...], Array("人次".unicodeScalars)[...]), metric.kind == .flow,
      fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(
      metric: metric, label: String(letters: verb, 0..<2), part: noun.isPart ? text.string(noun.words) : nil,
      start: at + 1)
  }

  private func did(_ at: Int, _ place: Int, _ noun: (words: Range<Int>, isPart: Bool)) -> Subject? {
    guard let metric = metric(at: place), metric.kind == .flow, fits(at, metric, unit(of: at)) else { return nil }
    // 120名产妇选择无痛分娩: what stands before the deed makes it another.
    if touches(place - 1, place), case .text = lexemes[place - 1].kind,
      lexemes[place - 1].range.upperBound != noun.words.upperBound, !endsIn(place - 1, .freely)
    {
      return nil
    }
    return Subject(
      metric: metric, label: string(place), part: noun.isPart ? text.string(noun.words) : nil, start: at + 1)
  }

  /// The noun for persons that words begin with: patients, or others, who are some of all.
  private func personsNoun(_ range: Range<Int>) -> (words: Range<Int>, isPart: Bool)? {
    guard range.count > 1 else { return nil }
    for end in range.lowerBound + 2...min(range.upperBound, range.lowerBound + 8) {
      if WordSet.professionals.match(text.scalars, endingAt: end, after: range.lowerBound) != nil { return nil }
      if WordSet.cameForCare.match(text.scalars, endingAt: end, after: range.lowerBound) != nil {
        return (range.lowerBound..<end, false)
      }
      if WordSet.ofOneTrade.match(text.scalars, endingAt: end, after: range.lowerBound) != nil {
        return (range.lowerBound..<end, true)
      }
    }
    return nil
  }

  /// Whether nothing that could be counted stands between a number and the start of its clause.
  private func beginsCount(_ at: Int) -> Bool {
    guard at > clause else { return true }
    switch lexemes[at - 1].kind {
    case .act, .lead, .period, .mark, .holds: return true
    case .and: return at - 1 > clause
    case .bound: return beginsCount(at - 1)
    case .glue: return isWord(at - 1, of: .countings)
    default: return false
    }
  }
}

extension WordSet where Meaning == Bool {
  /// 召开14次党委会专题研究党建: what a meeting was held for.
  static let deliberating = WordSet(words: ["专题研究", "研究", "审议", "讨论", "部署", "听取", "传达", "专题学习", "专题讨论"])
  static let countings = WordSet(words: ["完成", "实现", "共", "共计", "总计", "合计", "累计", "已", "有", "就", "仅"])
  static let all = WordSet(words: ["全部", "全员", "全体", "悉数"])
  static let cameForCare = WordSet(words: [
    "患者", "病人", "产妇", "孕妇", "孕产妇", "群众", "居民", "市民", "村民", "老人", "老年人", "牧民",
  ])
  static let ofOneTrade = WordSet(words: ["公职人员", "职工", "学生", "干部", "官兵", "儿童", "妇女", "教师"])
  /// Words that say how something was done, and nothing of what.
  static let freely = WordSet(words: ["平安", "顺利", "安全", "自愿", "主动", "积极", "成功", "前来", "挽袖", "踊跃", "先后", "在我院", "在院"])
}
