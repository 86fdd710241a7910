// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Where the name of a figure ends that stands before it.
extension SentenceReader {
  /// The place of the name that stands before a figure, past the words that only join them; `nil` where there is none.
  func nameEnd(before at: Int) -> Int? {
    var place = at - 1
    while place >= clause {
      switch lexemes[place].kind {
      case .glue, .bound, .period, .becomes, .base, .each: place -= 1
      case .lead where isWord(place, of: .sums): place -= 1
      // 职工满意度却只有84.3%.
      case .lead where isWord(place, "却") && place > clause && metric(at: place - 1) != nil: place -= 1
      // 资产负债率五年来首次降到50%以下.
      case .lead where isWord(place, "来") && place - 1 > clause && isDuration(at: place - 1): place -= 2
      case .lead where isWord(place, "的") && (isPeriod(place - 1) || isAim(place + 1)): place -= 1
      // 由2018年的260张增至目前的500张.
      case .lead
      where isWord(place, "的") && place - 2 > clause && isWord(place - 1, of: .nows) && isBecoming(place - 2):
        place -= 2
      case .lead where place - 1 > clause && isWord(place, of: .ofNow) && isBecoming(place - 1): place -= 1
      // 药品收入占业务收入的43.6%.
      case .lead
      where isWord(place, "的") && place > clause && metric(at: place - 1) != nil && string(place - 1).contains("占"):
        place -= 1
      case .aim where isNameOfAim(place) || isVerbOfAim(place): place -= 1
      // 重点人群力争达到82%.
      case .aim where place - 1 == clause && endsIn(clause, .groupsOfPeople): place -= 1
      // 四级手术占比争取19%.
      case .act where place > clause && isStrivedFor(place) && metric(at: place - 1) != nil: place -= 1
      // 省定目标为90%: of the figure before.
      case .text where place + 1 < at && isNounOfAim(place + 1) && isWord(place, of: .aimScopes): return nil
      // 2023年确定的目标是62%.
      case .text where place + 1 < at && endsIn(place, .announcing) && isWord(place + 1, "的"): place -= 1
      // 平均住院日四季度须降至9天, 门诊才17.7万人次.
      case .text
      where place > clause && touches(place - 1, place) && (isWord(place, of: .adverbs) || saysMust(place))
        && (metric(at: place - 1) != nil || isPeriod(place - 1) && place - 2 >= clause && metric(at: place - 2) != nil):
        place -= 1
      // 中医非药物疗法全年服务不少于8万人次.
      case .act where isWord(place, "服务") && isPeriod(place - 1) && place - 2 >= clause && metric(at: place - 2) != nil:
        place -= 1
      case .holds where isWord(place, "在册") && touches(place - 1, place): place -= 1
      case .text where place > clause && touches(place - 1, place) && isTail(place): place -= 1
      // 健康管理率芦田镇78.2%, 健康管理率全县平均70.8%.
      case .entity where place > clause && touches(place - 1, place) && metric(at: place - 1) != nil: return place - 1
      // 老年人健康管理率全区须完成67%.
      case .aim where isEntity(place - 1) && place - 2 >= clause && metric(at: place - 2) != nil: return place - 2
      // 县域内就诊率连续四年保持在90%以上.
      case .guarded(.duration) where place - 1 > clause && isWord(place - 1, "连续"): place -= 2
      case .text where place > clause && touches(place - 1, place) && beginsWith(place, .continued): place -= 1
      case .mark(":"): place -= 1
      // 2023年进一步降至27.4%.
      case .text where isWord(place, of: .linking) && place + 1 < at,
        .guarded(.name) where isWord(place, of: .linking) && place + 1 < at:
        place -= 1
      case .and where place - 1 > clause && unit(of: place - 1) == "户" && isNumber(place + 1): place -= 2
      // 派驻专家9批63人次.
      case .number where ["批", "批次"].contains(unit(of: place)) && touches(place, place + 1) && isNumber(place + 1):
        place -= 1
      case .number where unit(of: place).reads("户") && touches(place, place + 1) && isNumber(place + 1): place -= 1
      case .number:
        guard let before = fromValue(place) else { return place }
        place = before
      case .masked where formerMask(place):
        while place >= clause, !isFrom(place) { place -= 1 }
        place -= 1
      case .close:
        guard let open = opening(of: place) else { return nil }
        place = open - 1
      default: return place
      }
    }
    // 药占比：28%.
    return nil
  }

  private func isDuration(at place: Int) -> Bool {
    guard case .guarded(.duration) = lexemes[place].kind else { return false }
    return true
  }

  /// The place before 由 or 从 where a number is the value that something changed from.
  private func fromValue(_ at: Int) -> Int? {
    guard former?.range == lexemes[at].range else { return nil }
    if let from = fromEvent(before: at) { return from - 1 }
    var place = at - 1
    while place >= clause, at - place < 7 || !earlierFormers.isEmpty {
      switch lexemes[place].kind {
      case .from: return place - 1
      case .period, .base, .lead, .bound: place -= 1
      case .glue where isWord(place, of: .nows): place -= 1
      case .text where place > clause && isFrom(place - 1): place -= 1
      case .text where endsIn(place, .events) && fromWords(before: place) != nil:
        place = fromWords(before: place) ?? place
      // 由改革前（2015年）的41.2%.
      case .close:
        guard let open = opening(of: place), open > clause else { return nil }
        place = open - 1
      case .and, .number: if earlierFormers.isEmpty { return nil } else { place -= 1 }
      default: return nil
      }
    }
    return nil
  }

  private func isBecoming(_ at: Int) -> Bool {
    guard case .becomes = lexemes[at].kind else { return false }
    return true
  }

  /// 下转患者接收量118人次: words behind a name that say no more than it does.
  private func isTail(_ at: Int) -> Bool {
    metric(at: at - 1) != nil && isWord(at, of: .tails)
  }

  /// 2025年目标79.5岁, 出院计划7,000人次.
  private func isNameOfAim(_ at: Int) -> Bool {
    if isNounOfAim(at) {
      // 门急诊目标任务为42万人次, 医疗收入全年预算2.0亿元.
      if isNamedAim(at) { return true }
      if isWord(at, "计划") || string(at).hasPrefix("预算") { return false }
    }
    return string(at).hasSuffix("目标") || isWord(at, "目标值")
  }

  /// 县域内就诊率力争达到93%: the verb stands between the name and the number.
  private func isVerbOfAim(_ at: Int) -> Bool {
    guard at > clause,
      metric(at: at - 1) != nil || isPeriod(at - 1) && at - 2 >= clause && metric(at: at - 2) != nil
    else { return false }
    return beginsWith(at, .aimVerbs) || "要应须需争力必务".unicodeScalars.contains(text.scalars[lexemes[at].range.lowerBound])
  }

  func isAim(_ at: Int) -> Bool {
    guard at < lexemes.count, case .aim = lexemes[at].kind else { return false }
    return true
  }

  func isPeriod(_ at: Int) -> Bool {
    guard at >= clause, case .period = lexemes[at].kind else { return false }
    return true
  }

  func opening(of close: Int) -> Int? {
    var place = close - 1
    while place >= 0, close - place < 20 {
      if case .open = lexemes[place].kind { return place }
      place -= 1
    }
    return nil
  }
}
