// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Events by what was found or who was met.
extension SentenceReader {
  /// 共发现护理问题284个: problems of any kind that were found.
  func found(problemsNamed place: Int) -> Subject? {
    guard endsIn(place, .problems) else { return nil }
    var verb = place
    while verb > clause, touches(verb - 1, verb), place - verb < 3 {
      verb -= 1
      if case .act = lexemes[verb].kind { break }
    }
    guard beginsWith(verb, .finding), let metric = index.metric(named: Array("发现问题".unicodeScalars)) else { return nil }
    return Subject(
      metric: metric, label: text.string(lexemes[verb].range.lowerBound..<lexemes[place].range.upperBound), start: verb)
  }

  /// 表彰优秀护士30名, 表彰先进集体5个、先进个人20名: those who were commended.
  func commended(_ at: Int, _ place: Int) -> Subject? {
    guard endsIn(place, .commended), UnitSet.personsPolitely.contains(unit(of: at)),
      let verb = (clause..<place).last(where: { endsIn($0, .commending) || beginsWith($0, .commending) }),
      let metric = index.metric(named: Array("受表彰人数".unicodeScalars))
    else { return nil }
    let isDirect = (verb + 1..<place).allSatisfy { between in
      switch lexemes[between].kind {
      case .text, .metric, .guarded, .number, .and, .lead, .glue: true
      default: false
      }
    }
    guard isDirect else { return nil }
    return Subject(metric: metric, label: "表彰" + string(place), start: place)
  }

  /// 党委会专题研究党建6次, 党总支会议专题研究整改9次: meetings, and what they dealt with.
  func dealtWith(_ at: Int, _ place: Int) -> Subject? {
    var first = place
    while first > clause, touches(first - 1, first), metric(at: first - 1) == nil { first -= 1 }
    guard first > clause, touches(first - 1, first), let metric = metric(at: first - 1), metric.kind == .eventCount,
      metric.unit.symbol == "次", beginsWith(first, .dealing), fits(at, metric, unit(of: at))
    else { return nil }
    let label = text.string(lexemes[first - 1].range.lowerBound..<lexemes[place].range.upperBound)
    return Subject(metric: metric, label: label, start: first - 1)
  }

  /// 对4名医师予以约谈, 给予1人诫勉处理: those who were dealt with, before what was done.
  func dealtWith(persons at: Int) -> Subject? {
    guard UnitSet.treated.contains(unit(of: at)), at + 1 < lexemes.count, touches(at, at + 1) else { return nil }
    let end = lexemes[at...].firstIndex(where: isMark) ?? lexemes.count
    guard end - at <= 5, !isNumber(end - 1) || end - 1 == at, let metric = metric(at: end - 1),
      metric.kind == .eventCount, metric.unit.symbol == "人次", fits(at, metric, unit(of: at)),
      (clause..<(end - 1)).contains(where: { endsIn($0, .imposing) })
    else { return nil }
    return Subject(metric: metric, label: string(end - 1), start: at + 1)
  }

  /// 有173人获全国无偿献血奉献奖, 12人被评为先进个人: those who were honoured.
  func honoured(_ at: Int) -> Subject? {
    guard UnitSet.personsPolitely.contains(unit(of: at)) || unit(of: at).reads("人次"), at + 1 < lexemes.count,
      touches(at, at + 1)
    else { return nil }
    // 12名医务人员被评为….
    let isNoun = at + 2 < lexemes.count && (endsIn(at + 1, .officers) || endsIn(at + 1, .professionals))
    guard beginsWith(isNoun ? at + 2 : at + 1, .beingHonoured) else { return nil }
    let end = lexemes[at...].firstIndex(where: isMark) ?? lexemes.count
    guard endsIn(end - 1, .honours), !(at + 1..<end).contains(where: isNumber) else { return nil }
    return index.metric(named: Array("受表彰人数".unicodeScalars)).map {
      Subject(metric: $0, label: "受表彰", start: at + 1)
    }
  }

  /// 约谈科主任6人次: an event and those it was held with.
  func met(persons place: Int, _ at: Int) -> Subject? {
    guard place > clause, touches(place - 1, place), endsIn(place, .officers) else { return nil }
    // 约谈医院负责人7人次.
    let event = isEntity(place - 1) && place - 1 > clause && touches(place - 2, place - 1) ? place - 2 : place - 1
    guard case .metric(let metric) = lexemes[event].kind, metric.kind == .eventCount, metric.unit.symbol == "人次",
      fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(metric: metric, label: string(event) + string(place), start: event)
  }
}

extension WordSet where Meaning == Bool {
  static let imposing = WordSet(words: ["予以", "给予", "进行", "进行了", "实施"])
  static let beingHonoured = WordSet(words: ["获", "荣获", "喜获", "获得", "被评", "被授予", "获评", "荣膺"])
  static let honours = WordSet(words: ["奖", "称号", "荣誉", "表彰", "个人", "工作者", "标兵", "先进", "劳动模范", "能手", "奖章"])
  static let dealing = WordSet(words: ["研究", "专题研究", "审议", "专题审议", "专题听取", "专题部署", "讨论"])
  static let commending = WordSet(words: ["表彰", "表彰了", "评选表彰", "表彰奖励"])
  static let commended = WordSet(words: [
    "护士", "医生", "医师", "个人", "工作者", "职工", "员工", "党员", "同志", "人员", "干部", "标兵", "能手", "志愿者", "教师", "模范",
  ])
  static let problems = WordSet(words: ["问题", "隐患", "问题隐患", "风险隐患"])
  static let finding = WordSet(words: ["发现", "查出", "查找", "查摆", "梳理", "排查", "反馈", "检查发现", "督查发现", "整改"])
  static let officers = WordSet(words: [
    "主任", "干部", "职工", "负责人", "人员", "医务人员", "党员", "科长", "护士长", "书记", "院长", "同志", "领导", "责任人", "中层", "医师", "医生", "护士",
    "药师",
  ])
}
