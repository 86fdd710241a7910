// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Words that mean a metric and are none of its names: what they leave out, turn round or add.
extension SentenceReader {
  /// The metric that words mean which are none of its names: by what they leave out, turn round or add.
  func metric(spelled letters: [Unicode.Scalar], from start: Int, to place: Int) -> Metric? {
    if let found = ofNeighbour(letters) ?? ofDeedOf(letters) { return found }
    if let found = ofProject(letters) ?? wentOut(letters) ?? behindExamples(letters) { return found }
    if let found = executed(letters, before: start) ?? toldOrally(letters, place) { return found }
    if let found = completed(letters, at: start) ?? loosely(letters) ?? transposed(letters) { return found }
    return antecedent(of: letters, at: start) ?? coordinated(letters, at: start) ?? received(letters, before: start)
  }

  /// 居民健康素养水平26.3%，全省平均水平为27.8%: of what was told of those who report.
  private func ofNeighbour(_ letters: [Unicode.Scalar]) -> Metric? {
    guard WordSet.levels.meaning(of: letters[...]) != nil, entityClause == clause, let last = drafts.last, !last.isEcho
    else { return nil }
    return last.metric?.kind == .ratio || last.metric?.kind == .average ? last.metric : nil
  }

  /// 党支部发展党员1名: a name behind who did it.
  private func ofDeedOf(_ letters: [Unicode.Scalar]) -> Metric? {
    guard let end = WordSet.partyBodies.end(letters, at: 0, before: letters.count), letters.count - end > 2,
      let metric = index.metric(named: letters[end...]), metric.name.unicodeScalars.contains("党")
    else { return nil }
    return metric
  }

  /// 公卫经费到位晚，上半年只到账96.3万元: what the sentence says of funds that it named before.
  private func received(_ letters: [Unicode.Scalar], before start: Int) -> Metric? {
    guard WordSet.received.match(letters, endingAt: letters.count, after: 0) != nil, letters.count <= 4,
      WordSet.fundsOfHealth.occurs(in: text.scalars, lexemes[0].range.lowerBound..<lexemes[start].range.lowerBound)
    else { return nil }
    return index.metric(named: Array("基本公卫资金到位".unicodeScalars))
  }

  /// 义诊进村活动22次, 义诊下乡18次: an event and where it went.
  private func wentOut(_ letters: [Unicode.Scalar]) -> Metric? {
    let start = letters.indices.dropFirst(2).first {
      WordSet.venues.end(letters, at: $0, before: letters.count) == letters.count
    }
    guard let start, let metric = index.metric(named: letters[..<start]), metric.kind == .eventCount else { return nil }
    return metric
  }

  /// “两癌”筛查民生实事项目6000人: what the project does.
  private func ofProject(_ letters: [Unicode.Scalar]) -> Metric? {
    guard let (start, _) = WordSet.projects.match(letters, endingAt: letters.count, after: 0), start > 2 else {
      return nil
    }
    return index.metric(named: letters[..<start])
  }

  /// 熏蒸等非药物治疗12.6万人次: what the examples are of.
  private func behindExamples(_ letters: [Unicode.Scalar]) -> Metric? {
    guard let at = letters.lastIndex(of: "等"), at > 0, letters.count - at > 3 else { return nil }
    return index.metric(named: Array(letters[(at + 1)...]))
  }
}

extension WordSet where Meaning == Bool {
  /// Verbs of those who ask patients.
  static let asking = WordSet(words: ["回访", "随访", "访谈", "抽查", "调查", "电话回访"])
  /// The posts of those who lead a branch as well.
  static let posts = WordSet(words: ["书记", "主任", "骨干", "负责人"])
  fileprivate static let levels = WordSet(words: ["水平", "平均水平", "平均", "均值"])
  fileprivate static let partyBodies = WordSet(words: ["党支部", "支部", "党总支", "院党委", "党委", "中心党支部", "院党支部"])
  /// Where events go.
  fileprivate static let venues = WordSet(
    words: ["下乡", "进村", "进社区", "进校园", "进企业", "进机关", "进乡村", "进农村", "进家庭", "下基层", "进基层"].flatMap { [$0, $0 + "活动"] })
  fileprivate static let projects = WordSet(words: ["民生实事项目", "实事项目", "民生项目", "惠民项目", "项目"])
  /// Verbs of those whom funds reach.
  fileprivate static let received = WordSet(words: ["到账", "到手", "到位"])
  /// Funds of the basic services of public health.
  fileprivate static let fundsOfHealth = WordSet(words: [
    "公卫经费", "公卫资金", "公共卫生经费", "公共卫生资金", "公共卫生服务经费", "公共卫生服务资金", "公卫补助",
  ])
}
