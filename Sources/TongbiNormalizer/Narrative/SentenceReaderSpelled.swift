// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Words that mean a metric and are none of its names: what they leave out, turn round or add.
extension SentenceReader {
  /// The metric that words mean which are none of its names: by what they leave out, turn round or add.
  func metric(spelled letters: [Unicode.Scalar], from start: Int, to place: Int) -> Metric? {
    if let found = ofProject(letters) ?? wentOut(letters) ?? behindExamples(letters) { return found }
    if let found = executed(letters, before: start) ?? toldOrally(letters, place) { return found }
    if let found = completed(letters, at: start) ?? loosely(letters) ?? transposed(letters) { return found }
    return antecedent(of: letters, at: start) ?? coordinated(letters, at: start) ?? received(letters, before: start)
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
