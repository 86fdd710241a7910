// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Rankings: one metric, and the facilities that stand first or last with their values.
extension SentenceReader {
  /// 老年人健康管理率排名前三位的是：…, 规范管理率最高的芦湾镇卫生院达到…: the metric that the facilities after it are ranked by.
  func rank(_ metric: Metric, _ at: Int) {
    var next = at + 1
    var ranksChanges = false
    scan: while next < lexemes.count {
      switch lexemes[next].kind {
      case .text where next > at + 1 && isWord(next - 1, of: .copulas) && (isDepartment(next) || startsNames(next)):
        break scan
      case .text, .glue, .lead, .guarded, .respectively, .each, .bound, .otherBase, .holds: next += 1
      case .number where isThreshold(next) || UnitSet.ranked.contains(unit(of: next)): next += 1
      // 居全区前三位的是….
      case .entity
      where beginsWith(next, .wholes) && endsIn(next - 1, .standings) && next + 2 < lexemes.count && isNumber(next + 2):
        next += 1
      // 最多的卫生院是….
      case .entity where isWord(next, of: .ranked) && next + 1 < lexemes.count && isWord(next + 1, of: .copulas):
        next += 1
      // 门诊人次增幅居前的为…，分别增长…: by how much of it.
      case .base where next == at + 1: next += 1
      case .change where next <= at + 2 && !isNumber(next + 1):
        ranksChanges = true
        next += 1
      // 最高的三个科室为….
      case .number
      where UnitSet.institutions.contains(unit(of: next)) && next + 1 < lexemes.count && beginsWith(next + 1, .ranked):
        next += 1
      // 病床使用率超过110%的科室有5个，其中….
      case .number where UnitSet.institutions.contains(unit(of: next)) && followsThreshold(next): next += 1
      // 门诊次均费用最高的三家为….
      case .number
      where UnitSet.institutions.contains(unit(of: next)) && next + 1 < lexemes.count && isWord(next + 1, of: .copulas):
        next += 1
      default: break scan
      }
    }
    // 85%以上的有5家单位，安平镇卫生院最高（91.2%）.
    let passes =
      next < lexemes.count && isMark(lexemes[next]) && (followsThreshold(next - 1) || followsThreshold(next - 2))
    guard next < lexemes.count, next > at + 1,
      passes || WordSet.ranking.occurs(in: text.scalars, lexemes[at].range.upperBound..<lexemes[next].range.lowerBound)
    else { return }
    switch lexemes[next].kind {
    // 位居全市同级医院前列: among whom, not who.
    case .entity where beginsWith(next, .wholes): return
    case .entity, .text:
      clause = next
      listStart = next
    case .mark(":"): break
    case .mark where passes: break
    default: return
    }
    // 药占比降幅最大的是…: the values of a ratio that follow are no ratios.
    sentenceMetric = ranksChanges && metric.unit.ratioFactor != nil ? nil : metric
    outer = outer ?? .some(entity)
    for place in at..<next where isFigure(lexemes[place]) { reject(place, .comparedWithOthers) }
    readUpTo = max(readUpTo, next)
  }

  /// 签约率超过45%的有: what the facilities after it have in common.
  private func isThreshold(_ at: Int) -> Bool {
    guard at > 0, at + 2 < lexemes.count, isWord(at + 1, "的") || isWord(at + 2, "的") else { return false }
    guard isBound(at - 1) || isBound(at + 1) else { return false }
    return !UnitSet.institutions.contains(unit(of: at))
  }

  /// Whether a count stands behind those that have passed a threshold: 超过110%的科室有5个.
  private func followsThreshold(_ at: Int) -> Bool {
    guard at > clause else { return false }
    guard isNumber(at), UnitSet.institutions.contains(unit(of: at)) else { return false }
    return stride(from: at - 1, through: max(clause, at - 6), by: -1).contains { isNumber($0) && isThreshold($0) }
  }

  /// 平均住院日超过9天的科室: what those have in common that are spoken of.
  func isThresholdOfThose(_ at: Int) -> Bool {
    guard at > clause, at + 3 < lexemes.count else { return false }
    // 超过9天的科室, 85%以上的有5家.
    let of = isBound(at + 1) ? at + 2 : at + 1
    guard isBound(at - 1) || isBound(at + 1), isWord(of, "的") else { return false }
    switch lexemes[of + 1].kind {
    // 对签约率低于35%的2个乡进行约谈.
    case .respectively, .number: return true
    case .holds, .glue: return isWord(of + 1, of: .copulas) || isWord(of + 1, "有")
    case .text:
      return text.scalars[lexemes[of + 1].range.lowerBound] == "有" || endsIn(of + 1, .ranked)
        || endsIn(of + 1, .departments)
    case .entity: return true
    default: return false
    }
  }

  /// 有5家卫生院床位使用率不足50%, 5家医院药占比超过40%, 其余均超过60%: what some or the others have passed; those that follow have it in common.
  func isThresholdOfSome(_ at: Int) -> Bool {
    guard clause < at, isBound(at - 1) || at + 1 < lexemes.count && isBound(at + 1) else { return false }
    if isWord(clause, of: .others) { return true }
    let some = isWord(clause, "有") ? clause + 1 : clause
    guard some < at, isNumber(some), UnitSet.institutions.contains(unit(of: some)),
      let metric = lastMetric(in: clause..<at)?.metric, fits(at, metric, unit(of: at)),
      // 12家卫生院门诊超过45万人次 is what all of them had.
      some > clause || metric.kind == .ratio || metric.kind == .average
    else { return false }
    sentenceMetric = metric
    return true
  }

  /// Whether the clause, or the one before it, names those who are past a value of the sentence's metric.
  func isOfThosePast(_ at: Int) -> Bool {
    let start = clause > 1 ? lexemes[..<(clause - 1)].lastIndex(where: isMark).map { $0 + 1 } ?? 0 : 0
    return (min(start, at)..<at).contains { metric(at: $0)?.id == sentenceMetric?.id && namesThosePast($0) }
  }

  /// 耗占比超过25%的为市第一人民医院，达27.2%; 药占比超30%目标值的有县中医院（32.9%）: whether those are named next who are past a value.
  func namesThosePast(_ at: Int) -> Bool {
    guard let value = (at + 1..<min(at + 4, lexemes.count)).first(where: isNumber),
      (at + 1..<value).contains(where: { beginsWith($0, .pastValues) || isBound($0) })
    else { return false }
    let end = min(value + 6, lexemes.count)
    guard let of = (value + 1..<max(value + 1, end)).first(where: { endsIn($0, .thoseOf) }) else {
      return false
    }
    return (of + 1..<min(of + 4, lexemes.count)).contains(where: isEntity)
  }

  /// 各县签约率：岚谷县45.3%、…: the one metric of a clause that a colon ends before facilities.
  func head(_ at: Int) {
    let words = clause < at ? lexemes[clause].range.lowerBound..<lexemes[at - 1].range.upperBound : 0..<0
    let isName = (2...8).contains(words.count) && !lexemes[clause..<max(clause, at)].contains(where: isFigure)
    headWords = isName ? Array(text.scalars[words]) : []
    // 2024年工作计划：门诊人次增长5%，….
    let isPlan = !lexemes[clause..<max(clause, at)].contains(where: isFigure)
    if isPlan, clause < at, endsIn(at - 1, .plans) {
      isTarget = true
      for place in clause..<at {
        guard case .period(let found) = lexemes[place].kind else { continue }
        (period, planPeriod) = (found, found)
        periodClause = clause
      }
    }
    // 建议二季度：门诊预约率提到60%以上.
    if isPlan, at - 2 == clause, isWord(clause, of: .proposing), case .period(let found) = lexemes[at - 1].kind {
      isTarget = true
      (period, planPeriod, periodClause) = (found, found, clause)
    }
    if let metric = rankedByEnd(before: at) { sentenceMetric = metric }
    guard at + 1 < lexemes.count, case .entity = lexemes[at + 1].kind else { return }
    var found: Metric?
    for lexeme in lexemes[clause..<max(clause, at)] {
      switch lexeme.kind {
      case .metric(let metric):
        guard found == nil else { return }
        found = metric
      case .number, .masked, .span, .mark: return
      default: continue
      }
    }
    sentenceMetric = found ?? sentenceMetric
  }

  /// 使用强度前三位科室：…, after 抗菌药物使用强度: the metric told last, by the end of its name, before words that rank it.
  private func rankedByEnd(before at: Int) -> Metric? {
    guard clause < at, lastMetric(in: clause..<at) == nil,
      let metric = drafts.last(where: { $0.metric != nil })?.metric
    else { return nil }
    let words = text.scalars[lexemes[clause].range.lowerBound..<lexemes[at - 1].range.upperBound]
    guard (4...16).contains(words.count), WordSet.ranking.occurs(in: text.scalars, words.indices) else { return nil }
    let name = Array(metric.name.unicodeScalars)
    let isEnd = (2...min(6, words.count)).contains {
      name.suffix($0).elementsEqual(words.prefix($0)) && name.count > $0
    }
    return isEnd ? metric : nil
  }

  /// 增幅居前的是石门镇（26.4%）和白果乡（19.7%）: by how much a metric grew at each, which no figure tells.
  func rankedByGrowth(_ open: Int, before close: Int) -> Bool {
    guard close == open + 2, open > 0, isEntity(open - 1), isNumber(open + 1), unit(of: open + 1).reads("%"),
      case .entity(let name) = lexemes[open - 1].kind
    else { return false }
    var start = open - 1
    while start > 0, !isMark(lexemes[start - 1]) { start -= 1 }
    let growth = (start..<open).first { place in
      if case .change(let way) = lexemes[place].kind { return way != 0 && !isNumber(place + 1) }
      return false
    }
    guard let growth, case .change(let way) = lexemes[growth].kind,
      WordSet.ranking.occurs(
        in: text.scalars, lexemes[growth].range.upperBound..<lexemes[open].range.lowerBound),
      let metric = lastMetric(in: start..<growth)?.metric ?? sentenceMetric
        ?? drafts.last(where: { $0.metric != nil })?.metric
    else { return false }
    let spoken = (entity, entityClause)
    (entity, entityClause) = (name, clause)
    if let target = begun(Subject(metric: metric, label: metric.name, start: open - 1), open + 1) {
      give(target, open + 1, (growth, way))
      drafts[target].takesChanges = false
    }
    (entity, entityClause) = spoken
    return true
  }

  /// 有两家，为县中医院（9.8天）、县妇幼保健院（9.2天）: those that were counted, each with its value.
  func namesCounted(_ at: Int) -> Int? {
    guard at == clause, isWord(at, of: .copulas), sentenceMetric != nil else { return nil }
    return namedValues(from: at + 1, metric: nil)
  }

  /// Whether words name a department.
  func isDepartment(_ at: Int) -> Bool {
    guard case .text = lexemes[at].kind else { return false }
    return endsIn(at, .departments)
  }

  /// Whether nothing but words of ranking stand between the start of the clause and a place: 最低的是, 排名末位的.
  func followsRank(_ at: Int) -> Bool {
    guard at > clause else { return false }
    for place in clause..<at {
      switch lexemes[place].kind {
      case .text, .glue, .lead, .guarded: continue
      case .number where UnitSet.ranked.contains(unit(of: place)) || isThreshold(place): continue
      case .bound: continue
      default: return false
      }
    }
    let words = lexemes[clause].range.lowerBound..<lexemes[at - 1].range.upperBound
    return WordSet.ranking.occurs(in: text.scalars, words)
      || sentenceMetric != nil && WordSet.nextRanks.occurs(in: text.scalars, words)
  }
}

extension WordSet where Meaning == Bool {
  static let proposing = WordSet(words: ["建议", "要求", "打算", "目标", "计划", "安排", "力争"])
  static let pastValues = WordSet(words: ["超", "超过", "超出", "高于", "低于", "不足", "不到", "未达", "未达到", "大于", "小于"])
  static let thoseOf = WordSet(words: ["的", "的有", "的为", "的是"])
}
