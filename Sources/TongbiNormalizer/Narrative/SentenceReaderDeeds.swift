// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Names that end in the verb of what was done.
extension SentenceReader {
  /// 高血压患者规范管理2,876人: a noun and the verb of what was done make up a name.
  func deed(endingAt place: Int, _ at: Int) -> Subject? {
    var start = place
    while start > max(clause, nameStart), touches(start - 1, start) {
      switch lexemes[start - 1].kind {
      case .text, .act, .metric, .guarded: start -= 1
      default: return deed(from: start, to: place, at)
      }
    }
    return deed(from: start, to: place, at)
  }

  /// A deed whose name is the words between two places.
  func deed(from start: Int, to place: Int, _ at: Int) -> Subject? {
    // 投入1,500万元, 区财政投入150万元.
    if isWord(place, "投入"), UnitWord.fits(unit(of: at), metric: .yuan), start == place || endsIn(place - 1, .funders) {
      return index.metric(named: Array("投入资金".unicodeScalars)).map {
        Subject(metric: $0, label: string(place), start: place)
      }
    }
    guard start < place else {
      // 接种点累计接种3.2万剂次.
      if isWord(place, "接种"), unit(of: at).reads("剂次") {
        return index.metric(named: Array("接种剂次".unicodeScalars)).map {
          Subject(metric: $0, label: string(place), start: place)
        }
      }
      // 全年检测46.8万人次, below 核酸检测.
      if let metric = topic.headingMetric, metric.kind == .flow, fits(at, metric, unit(of: at)),
        metric.name.holds(string(place)), topic.isHeadingPlain
      {
        return Subject(metric: metric, label: string(place), start: place)
      }
      // 党员17人，新发展1人.
      if isWord(place, "新发展") || isWord(place, "发展"), UnitSet.persons.contains(unit(of: at)),
        ["党员人数", "发展党员数"].contains(drafts.last(where: { !$0.isEcho })?.metric?.name)
      {
        return index.metric(named: Array("发展党员".unicodeScalars)).map {
          Subject(metric: $0, label: string(place), start: place)
        }
      }
      // 承担“两癌”检查项目，完成筛查10246人; 组织两轮核酸筛查，共筛查31.2万人次.
      if isWord(place, "筛查"), let metric = screened(before: place), fits(at, metric, unit(of: at)) {
        return Subject(metric: metric, label: string(place), start: place)
      }
      // 处理3人次.
      guard isWord(place, "处理") else { return nil }
      let metric = index.metric(named: Array(("处罚" + unit(of: at)).unicodeScalars))
      return metric.map { Subject(metric: $0, label: string(place), start: place) }
    }
    if start == place - 1, case .metric(let metric) = lexemes[start].kind, isWord(place, of: .caring),
      fits(at, metric, unit(of: at))
    {
      // 门诊接诊11.2万人次.
      return Subject(metric: metric, label: string(start), start: start)
    }
    if case .metric(let metric) = lexemes[place - 1].kind,
      metric.kind == .flow && isWord(place, of: .doing) || metric.kind == .eventCount && isWord(place, of: .comingIn)
    {
      // 日间手术开展3126例.
      let named = named(metric, at: place - 1)
      if let own = named.metric, fits(at, own, unit(of: at)) { return named }
    }
    let label = text.string(lexemes[start].range.lowerBound..<lexemes[place].range.upperBound)
    for ending in ["", unit(of: at) + "数", "数"] {
      let name = label + ending
      let letters = Array(name.unicodeScalars)
      if let metric = index.metric(named: letters) ?? loosely(letters), fits(at, metric, unit(of: at)) {
        return Subject(metric: metric, label: label, start: start)
      }
    }
    if isWord(place, of: .handling) {
      // 运用“第一种形态”处理11人次.
      let name = text.scalars[lexemes[start].range.lowerBound..<lexemes[place].range.lowerBound].filter {
        !"“”".unicodeScalars.contains($0)
      }
      if let metric = index.metric(named: name), fits(at, metric, unit(of: at)) {
        return Subject(metric: metric, label: label, start: start)
      }
    }
    // 65岁及以上老年人4,216人，健康管理3,056人.
    for ending in [unit(of: at) + "数", "数"] {
      if let metric = antecedent(of: Array((label + ending).unicodeScalars), at: start), fits(at, metric, unit(of: at))
      {
        // 登记管理高血压患者3,218人，规范管理2,496人.
        let isPart =
          label.hasPrefix("规范") && drafts.contains { $0.metric?.id == metric.id && !$0.isEcho && $0.role == role }
        return Subject(metric: metric, label: label, part: isPart ? label : nil, start: start)
      }
    }
    return nil
  }

  /// What the sentence says before a place that people were screened for.
  private func screened(before place: Int) -> Metric? {
    let said = lexemes[0].range.lowerBound..<lexemes[place].range.lowerBound
    let kinds = [("“两癌”", "两癌筛查"), ("两癌", "两癌筛查"), ("核酸", "核酸筛查")]
    let name = kinds.first { word, _ in WordSet(words: [word]).occurs(in: text.scalars, said) }?.1
    return name.flatMap { index.metric(named: Array($0.unicodeScalars)) }
  }

  /// “庭院义诊”42场: an event by its name, which ends in what it is.
  func event(quoted place: Int, _ at: Int) -> Subject? {
    let letters = letters(place).filter { !"“”「」".unicodeScalars.contains($0) }
    guard letters.count < lexemes[place].range.count, letters.count > 2 else { return nil }
    for start in letters.indices.dropLast(1) {
      guard let metric = index.metric(named: letters[start...]) else { continue }
      guard metric.kind == .eventCount, fits(at, metric, unit(of: at)) else { return nil }
      return Subject(metric: metric, label: String(letters: letters[...]), start: place)
    }
    return nil
  }

  /// Whether a verb of doing stands before a name, which makes it no part of the whole before.
  func followsVerb(_ subject: Subject) -> Bool {
    guard subject.start > clause else { return false }
    if case .act = lexemes[subject.start - 1].kind { return subject.metric == nil }
    return false
  }

  /// 患者, 受援地: whom a token of thanks is from.
  func isToken(of place: Int) -> Bool {
    let words = string(place)
    return (2...6).contains(words.count) && WordSet.givers.ends(words)
  }

  /// 参加全国县级中医院院长培训班1期: a training that others held.
  func isAttended(_ subject: Subject) -> Bool {
    guard let metric = subject.metric, metric.name.reads("培训次数"), subject.start < lexemes.count else { return false }
    return (min(clause, subject.start)...subject.start).contains { beginsWith($0, .attending) }
  }
}

extension WordSet where Meaning == Bool {
  /// Whom tokens of thanks are from.
  static let givers = WordSet(words: ["患者", "病人", "家属", "群众", "居民", "受援地", "当地", "单位", "服务对象", "企业", "学校"])
}
