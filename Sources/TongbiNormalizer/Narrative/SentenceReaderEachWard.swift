// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Figures of departments and stations that stand behind their names alone.
extension SentenceReader {
  /// 眼科仅为38.5%, after the figures of other departments; 康复科最长，为16.4天, after the figure of all.
  func ofDepartment(_ at: Int) -> Bool {
    if let (ward, metric) = wardAlone(before: at) {
      add(at, metric, Subject(metric: metric, label: ward + metric.name, part: ward, start: at))
      return true
    }
    guard clause < at, let place = nameEnd(before: at), case .text = lexemes[place].kind, isPart(string(place)),
      place == clause || isDepartment(place) && followsRank(place) || place == clause + 1 && isOfWhich(clause)
    else { return false }
    // 部分科室床位使用率偏低，如感染科62.5%、中医科71.3%.
    let isExample = text.scalars[lexemes[place].range.lowerBound] == "如"
    // 个别外科平均住院日偏长，骨科11.4天、神经外科13.2天.
    let isJudged = clause > 1 && place == clause && endsIn(clause - 2, .judgements) && endsIn(place, .wards)
    if isExample || isJudged || place > clause && isOfWhich(clause), let named = unsaidMetric(before: at),
      let metric = self.metric(at: named), fits(at, metric, unit(of: at))
    {
      let ward = isExample ? String(string(place).dropFirst()) : string(place)
      add(at, metric, Subject(metric: metric, label: metric.name, part: ward, start: place))
      return true
    }
    let last = drafts.last { $0.metric != nil }
    if speaksOfEachDepartment, endsIn(place, .wards), let metric = last?.metric, metric.kind == .flow,
      last?.part == nil || last?.isEcho == false, fits(at, metric, unit(of: at))
    {
      // 出院5,127人次。分科看，骨科612人次，呼吸内科703人次.
      add(at, metric, Subject(metric: metric, label: string(place) + metric.name, part: string(place), start: place))
      return true
    }
    let ofHeading =
      topic.isHeadingPlain
      && drafts.allSatisfy { $0.metric == nil || $0.isEcho || $0.metric?.id == topic.headingMetric?.id }
    guard
      let metric = sentenceMetric
        ?? (last?.part.map(isPart) ?? false || (endsIn(place, .wards) || endsIn(place, .intensiveCare)) && isLevel(last)
          ? last?.metric : nil)
          ?? (ofHeading ? topic.headingMetric : nil),
      fits(at, metric, unit(of: at)), last?.part != string(place)
    else { return false }
    add(at, metric, Subject(metric: metric, label: string(place) + metric.name, part: string(place), start: place))
    return true
  }

  /// Whether the sentence begins with words that take all apart by departments.
  private var speaksOfEachDepartment: Bool {
    guard let first = lexemes.first, let mark = lexemes.prefix(5).firstIndex(where: isMark), mark > 0 else {
      return false
    }
    return WordSet.eachDepartment.occurs(in: text.scalars, first.range.lowerBound..<lexemes[mark].range.lowerBound)
  }

  /// 使用强度全院不超过40DDDs，重症医学科不超过105DDDs: whether a figure of this sentence is one that each department has.
  private func isLevel(_ draft: Draft?) -> Bool {
    guard let draft, !draft.isEcho, let kind = draft.metric?.kind else { return false }
    return kind == .ratio || kind == .average
  }

  /// 各站出车量：城北站1,742次，其余9个分站合计2,916次; 各科室出院人次：内科1,204人次: each by its name, which the clause is made of.
  func ofEachListed(_ at: Int) -> Bool {
    guard listsEach, let metric = sentenceMetric, fits(at, metric, unit(of: at)), let end = nameEnd(before: at),
      lexemes[clause...end].allSatisfy({ lexeme in
        switch lexeme.kind {
        case .text, .entity, .lead, .number: true
        default: false
        }
      })
    else { return false }
    let name = text.string(lexemes[clause].range.lowerBound..<lexemes[end].range.upperBound)
    guard (2...14).contains(name.count) else { return false }
    let isWard = WordSet.departments.ends(name) && !WordSet.houses.ends(name)
    let spoken = (entity, entityClause)
    if !isWard { (entity, entityClause) = (.named(name), clause) }
    add(at, metric, Subject(metric: metric, label: metric.name, part: isWard ? name : nil, start: clause))
    (entity, entityClause) = spoken
    return true
  }
}
