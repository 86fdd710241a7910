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
    guard endsIn(place, .commended), ["名", "人", "位"].contains(unit(of: at)),
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

  /// 党委会专题研究党建6次: meetings, and what they dealt with.
  func dealtWith(_ at: Int, _ place: Int) -> Subject? {
    guard place > clause, touches(place - 1, place), let metric = metric(at: place - 1), metric.kind == .eventCount,
      metric.unit.symbol == "次", beginsWith(place, .dealing), fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(metric: metric, label: string(place - 1) + string(place), start: place - 1)
  }

  /// 约谈科主任6人次: an event and those it was held with.
  func met(persons place: Int, _ at: Int) -> Subject? {
    guard place > clause, touches(place - 1, place), case .metric(let metric) = lexemes[place - 1].kind,
      metric.kind == .eventCount, metric.unit.symbol == "人次", endsIn(place, .officers), fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(metric: metric, label: string(place - 1) + string(place), start: place - 1)
  }
}

extension WordSet where Meaning == Bool {
  static let dealing = WordSet(words: ["研究", "专题研究", "审议", "专题审议", "专题听取", "专题部署", "讨论"])
  static let commending = WordSet(words: ["表彰", "表彰了", "评选表彰", "表彰奖励"])
  static let commended = WordSet(words: [
    "护士", "医生", "医师", "个人", "工作者", "职工", "员工", "党员", "同志", "人员", "干部", "标兵", "能手", "志愿者", "教师", "模范",
  ])
  static let problems = WordSet(words: ["问题", "隐患", "问题隐患", "风险隐患"])
  static let finding = WordSet(words: ["发现", "查出", "查找", "查摆", "梳理", "排查", "反馈", "检查发现", "督查发现", "整改"])
  static let officers = WordSet(words: [
    "主任", "干部", "职工", "负责人", "人员", "医务人员", "党员", "科长", "护士长", "书记", "院长", "同志", "领导", "责任人", "中层",
  ])
}
