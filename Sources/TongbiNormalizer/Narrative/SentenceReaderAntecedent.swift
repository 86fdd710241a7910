// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Names cut short that words said before make whole.
extension SentenceReader {
  /// The figure that the sentence before ended with; where it is counted in another unit than the one at hand begins with,
  /// the last that is not: 总诊疗231万人次，居民平均就诊5.17次。按机构分，医院98万人次.
  static func antecedent(of lexemes: [Lexeme], _ text: FoldedText, in topic: Topic) -> Draft? {
    guard let last = topic.last, let metric = last.metric, let first = lexemes.first else { return topic.last }
    switch (first.kind, text.scalars[first.range.lowerBound]) {
    case (.entity, _), (_, "按"), (_, "其"): break
    default: return last
    }
    let unit = lexemes.lazy.compactMap { lexeme -> String? in
      guard case .number(_, let unit) = lexeme.kind else { return nil }
      return unit
    }.first
    guard let unit, !unit.isEmpty, unit != "%", !UnitWord.fits(unit, metric: metric.unit) else { return last }
    func isSum(_ draft: Draft) -> Bool {
      !draft.isEcho && draft.part == nil && draft.metric.map { UnitWord.fits(unit, metric: $0.unit) } ?? false
    }
    return topic.figures.last(where: isSum) ?? topic.earlier.last(where: isSum) ?? last
  }

  /// 规范管理率 after 登记管理高血压患者9764人, 健康管理率 below 老年人健康管理: the metric whose name begins as words of the sentence, or
  /// of the heading, do that stand nearest.
  func antecedent(of label: [Unicode.Scalar], at start: Int) -> Metric? {
    var letters = label
    if let end = WordSet.ofThose.end(letters, at: 0, before: letters.count), end < letters.count {
      letters = Array(letters[end...])
    }
    // 耗占比12%、服务占比34%, 基本药物使用金额占比38.5%: what stands right before is part of another name.
    if letters.count == 2, start > clause, touches(start - 1, start) {
      switch lexemes[start - 1].kind {
      case .act, .text, .metric, .guarded: return nil
      default: break
      }
    }
    if let whole = metricEnding(in: letters, before: start) ?? sampled(letters, before: start) { return whole }
    var heads = index.heads(of: letters)
    if start > clause, isEntity(start - 1), touches(start - 1, start) {
      // 县域内住院率83.6%，乡镇卫生院住院人次占比28.9%: theirs, and none of the county.
      heads.removeAll { $0.letters.last == "内" }
    }
    if heads.isEmpty { return nil }
    // 65岁及以上老年人5,218人 are those who live there, whatever the heading.
    if WordSet.persons.match(letters, endingAt: letters.count, after: 0) != nil { return nil }
    // 签约情况。全县常住人口38.4万人: all who live there, too.
    if letters.suffix(2).elementsEqual("人口".unicodeScalars) { return nil }
    // 规范管理率 once more, in the sentence after.
    let same = drafts.last {
      $0.metric != nil && $0.part == nil && $0.label.unicodeScalars.suffix(letters.count).elementsEqual(letters)
    }
    if let metric = same?.metric, heads.contains(where: { $0.metric.id == metric.id }),
      !hasHead(heads, before: start), same.map({ !isAmongOthers($0, before: start) }) ?? false
    {
      return metric
    }
    guard lexemes.indices.contains(start), let first = lexemes.first else { return nil }
    let sentence = text.scalars[first.range.lowerBound..<lexemes[start].range.lowerBound]
    if letters.count == 2 {
      // 支出 after 基本公共卫生服务资金, but not 费用 after 平均住院日.
      let ends = Set(lexemes[..<start].map(\.range.upperBound))
      let whole = heads.filter { lastEnd(of: $0.letters, in: sentence).map(ends.contains) ?? false }
      return nearest(whole, in: sentence)
    }
    return nearest(heads, in: sentence) ?? nearest(heads, in: topic.runIn[...])
      ?? nearest(heads, in: topic.headingWords[...])
  }

  /// 参与区域核酸采样，累计采样18.6万人次: the deed that a name cut short is the end of, where the sentence names it in full.
  private func metricEnding(in letters: [Unicode.Scalar], before start: Int) -> Metric? {
    guard lexemes.indices.contains(start), letters.count > 1,
      WordSet.persons.match(letters, endingAt: letters.count, after: 0) == nil
    else { return nil }
    for lexeme in lexemes[..<start].reversed() {
      guard case .metric(let metric) = lexeme.kind, metric.kind == .flow, lexeme.range.count > letters.count else {
        continue
      }
      if text.scalars[lexeme.range].suffix(letters.count).elementsEqual(letters) { return metric }
    }
    return nameEnding(in: letters, before: lexemes[start].range.lowerBound)
  }

  /// 核酸采样点42个，累计采样12.6万人次: the same, where the name is part of another word.
  private func nameEnding(in letters: [Unicode.Scalar], before end: Int) -> Metric? {
    let said = text.scalars[(lexemes.first?.range.lowerBound ?? end)..<end]
    guard let found = lastEnd(of: letters[...], in: said) else { return nil }
    for start in stride(
      from: found - letters.count - 2, through: max(said.startIndex, found - letters.count - 4), by: -1)
    {
      if let metric = index.metric(named: said[start..<found]), metric.kind == .flow { return metric }
    }
    return nil
  }

  /// 参加区域核酸筛查7轮，采样21.3万人次: samples of what the sentence speaks of.
  private func sampled(_ letters: [Unicode.Scalar], before start: Int) -> Metric? {
    guard letters.suffix(2).elementsEqual("采样".unicodeScalars), letters.count <= 4,
      lexemes.indices.contains(start), let first = lexemes.first,
      WordSet.acids.occurs(in: text.scalars, first.range.lowerBound..<lexemes[start].range.lowerBound)
    else { return nil }
    return index.metric(named: Array("核酸采样".unicodeScalars))
  }

  /// Whether other persons are named between a figure and a name: 在管严重精神障碍患者2316人，规范管理率95.2%.
  private func isAmongOthers(_ draft: Draft, before start: Int) -> Bool {
    guard lexemes.indices.contains(start), let first = lexemes.first else { return false }
    let from = draft.isEcho ? first.range.lowerBound : draft.range.upperBound
    let to = lexemes[start].range.lowerBound
    return from < to && namesOthers(text.scalars[from..<to])
  }

  /// Whether the sentence says a beginning before a name cut short.
  func hasHead(_ heads: [AliasIndex.Head], before start: Int) -> Bool {
    guard lexemes.indices.contains(start), let first = lexemes.first else { return false }
    let sentence = text.scalars[first.range.lowerBound..<lexemes[start].range.lowerBound]
    return heads.contains { lastEnd(of: $0.letters, in: sentence) != nil }
  }

  /// 完成免费体检3412人 after 65岁以上老年人4826人: a deed that is the end of a name.
  func deedOfAntecedent(at place: Int) -> Subject? {
    guard place > clause, touches(place - 1, place) else { return nil }
    switch lexemes[place - 1].kind {
    case .act, .lead: break
    default: return nil
    }
    let label = string(place - 1) + string(place)
    return antecedent(of: Array(label.unicodeScalars), at: place - 1).map {
      Subject(metric: $0, label: label, start: place - 1)
    }
  }

  /// The metric of the beginning that stands last in a stretch of text, unless other persons are named after it.
  private func nearest(_ heads: [AliasIndex.Head], in text: ArraySlice<Unicode.Scalar>) -> Metric? {
    var best: (end: Int, length: Int, metric: Metric)?
    for head in heads {
      guard let end = lastEnd(of: head.letters, in: text) else { continue }
      if let found = best, (end, head.letters.count) <= (found.end, found.length) { continue }
      best = (end, head.letters.count, head.metric)
    }
    guard let best, !namesOthers(text[best.end...]) else { return nil }
    return best.metric
  }

  private func lastEnd(of word: ArraySlice<Unicode.Scalar>, in text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let last = word.last, text.count >= word.count else { return nil }
    var end = text.endIndex
    while end - word.count >= text.startIndex {
      // 高危孕产妇 are some of them.
      if text[end - 1] == last, text[(end - word.count)..<end].elementsEqual(word),
        !text[..<(end - word.count)].suffix(2).elementsEqual("高危".unicodeScalars)
      {
        return end
      }
      end -= 1
    }
    return nil
  }

  /// Whether words name a group of persons that is not the one before: 、肺结核患者, but not 在管患者.
  private func namesOthers(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let letters = Array(text)
    return letters.indices.contains { at in
      guard let end = WordSet.persons.end(letters, at: at, before: letters.count) else { return false }
      let before = letters[..<at]
      let isPlain =
        before.isEmpty
        || Self.plainBefore.contains { before.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars) }
      return !isPlain && end > at && before.last.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
    }
  }

  /// What may stand before 患者 without making them others: 在册患者 are those spoken of.
  private static let plainBefore = [
    "在管", "管理", "登记", "其中", "在册", "建档", "报告", "确诊", "现患", "现有", "辖区", "发现", "服务", "累计", "共有", "上述",
  ]

  /// 糖尿病患者843人 after 在管高血压患者2,680人、; 注册护士3.8人 after 每千人口执业(助理)医师3.2人、: names that begin alike.
  func coordinated(_ letters: [Unicode.Scalar], at start: Int) -> Metric? {
    guard start >= clause, start > 0 else { return nil }
    // 在管高血压患者3,106人，规范管理率69.5%；糖尿病患者802人: what stands before the semicolon and ends alike.
    let isBehindPart = isWord(start - 1, ";") && letters.count > 2
    let ending = letters.suffix(2)
    guard
      let last = drafts.last(where: { draft in
        !draft.isEcho
          && (!isBehindPart || draft.part == nil && draft.label.unicodeScalars.suffix(2).elementsEqual(ending))
      }), last.metric != nil,
      isBehindPart || isJoint(start - 1) || start - 1 > 0 && isLead(start - 1) && isJoint(start - 2)
    else { return nil }
    // 管理高血压患者3.86万人、糖尿病患者0.94万人.
    if let name = last.metric?.name, name.hasPrefix(last.label), letters.count > 3 {
      let whole = letters + Array(name.dropFirst(last.label.count).unicodeScalars)
      if let metric = index.metric(named: whole), metric.kind == last.metric?.kind { return metric }
    }
    for name in [last.label, last.metric?.name ?? ""] {
      let before = Array(name.unicodeScalars)
      for end in before.indices.dropFirst(1).reversed() where end < before.count - 1 {
        if let metric = index.metric(named: before[...end], letters[...]), metric.kind == last.metric?.kind {
          return metric
        }
      }
    }
    return nil
  }

  /// Whether 、, 和 or a comma joins what stands before and behind it.
  func isJoint(_ at: Int) -> Bool {
    switch lexemes[at].kind {
    case .and, .mark(","), .mark("，"): true
    default: false
    }
  }

  func isLead(_ at: Int) -> Bool {
    guard case .lead = lexemes[at].kind else { return false }
    return true
  }

  /// 体检65岁以上老年人 for 65岁以上老年人体检: what was done stands before or behind those it was done to.
  func transposed(_ letters: [Unicode.Scalar]) -> Metric? {
    guard letters.count >= 5 else { return nil }
    for split in 2...3 {
      if let metric = index.metric(named: letters[split...], letters[..<split]) { return metric }
    }
    // 2型糖尿病患者在管.
    let split = letters.count - 2
    return index.metric(named: letters[split...], letters[..<split])
  }
}

extension WordSet where Meaning == Bool {
  /// What samples of a pandemic are tested for.
  fileprivate static let acids = WordSet(words: ["核酸"])
}
