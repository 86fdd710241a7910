// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Figures that stand before the words that say what they count.
extension SentenceReader {
  /// 2380户9961人完成签约: what was done by so many households and persons; 组织1200人参加体检.
  func counted(_ at: Int) -> Subject? {
    let unit = unit(of: at)
    if let named = deed(after: at, unit) ?? cared(at, unit) { return named }
    guard UnitSet.counted.contains(unit), let verb = verb(after: at) else { return nil }
    let letters = Array(string(verb).unicodeScalars)
    for ending in [unit + "数", unit == "人" ? "人次" : "", ""] {
      let label = string(verb) + (ending.isEmpty ? unit + "数" : ending)
      if let metric = index.metric(named: letters[...], Array(ending.unicodeScalars)[...]), fits(at, metric, unit) {
        return Subject(metric: metric, label: label, start: at + 1)
      }
    }
    switch lexemes[verb].kind {
    case .act, .metric: break
    default: return nil
    }
    return Subject(label: string(verb) + unit + "数", start: at + 1)
  }

  /// 为2,204名在管高血压患者、691名糖尿病患者提供随访: those in care, each with what ails them.
  private func cared(_ at: Int, _ unit: String) -> Subject? {
    guard UnitSet.benefited.contains(unit), at + 1 < lexemes.count, touches(at, at + 1) else { return nil }
    var end = at + 1
    while end < lexemes.count, touches(end - 1, end), end - at < 5, !WordSet.cared.ends(string(end)) { end += 1 }
    guard end < lexemes.count, touches(end - 1, end), WordSet.cared.ends(string(end)) else { return nil }
    var words = Array(text.scalars[lexemes[at + 1].range.lowerBound..<lexemes[end].range.upperBound])
    if let start = WordSet.inCare.end(words, at: 0, before: words.count) { words.removeSubrange(..<start) }
    let close = lexemes[end...].firstIndex(where: isMark) ?? lexemes.count
    let clauseWords = lexemes[clause].range.lowerBound..<lexemes[close - 1].range.upperBound
    guard WordSet.caringFor.occurs(in: text.scalars, clauseWords),
      let metric = index.metric(named: Array("在管".unicodeScalars) + words), fits(at, metric, unit)
    else { return nil }
    return Subject(metric: metric, label: String(letters: words, 0..<words.count), start: at + 1)
  }

  /// 共有5,762人次献血: what they did and the unit they are counted in are the name.
  private func deed(after at: Int, _ unit: String) -> Subject? {
    guard unit == "人次" || unit == "例次", at + 1 < lexemes.count, touches(at, at + 1), endsPhrase(at + 2) else {
      return nil
    }
    if string(at + 1).hasPrefix("捐献"), let metric = index.metric(named: Array("献血人次".unicodeScalars)) {
      // 39,610人次捐献全血、2,263人次捐献单采血小板; both are parts where the sum of them follows.
      let given = String(string(at + 1).dropFirst(2))
      let isPart = given.hasSuffix("血小板") || text.string(lexemes[at].range.upperBound..<text.count).contains("合计")
      return Subject(metric: metric, label: "捐献" + given, part: isPart ? given : nil, start: at + 1)
    }
    guard (2...4).contains(lexemes[at + 1].range.count) else { return nil }
    // 608人次挽袖献血.
    let words = Array(freely(letters(at + 1)))
    guard let metric = index.metric(named: words[...], Array(unit.unicodeScalars)[...]), fits(at, metric, unit) else {
      return nil
    }
    return Subject(metric: metric, label: String(letters: words, 0..<words.count), start: at + 1)
  }

  /// Words without those before them that say how something was done: 献血 of 挽袖献血.
  func freely(_ words: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    words[(WordSet.freely.end(words, at: 0, before: words.count) ?? 0)...]
  }

  /// 为23.6万名居民建立电子健康档案, 为1.82万名老年人免费体检: the longest name that the words end in.
  func benefited(_ at: Int) -> Subject? {
    let unit = unit(of: at)
    guard UnitSet.benefited.contains(unit), at + 1 < lexemes.count, touches(at, at + 1) else { return nil }
    var end = at + 1
    while end < lexemes.count {
      switch lexemes[end].kind {
      case .text, .metric, .act, .lead, .guarded, .entity, .glue: end += 1
      // 农村和城镇低收入妇女.
      case .and where end > at + 1: end += 1
      default:
        guard endsPhrase(end) else { return nil }
        return benefited(at, before: end)
      }
    }
    return benefited(at, before: end)
  }

  /// 巡察反馈的38个问题: what was counted stands behind, the verb that makes it a name before.
  func problem(_ at: Int) -> Subject? {
    guard at > clause, at + 1 < lexemes.count, touches(at, at + 1), case .text = lexemes[at + 1].kind,
      endsPhrase(at + 2) || beginsWith(at + 2, .alreadyDone)
    else { return nil }
    var place = at - 1
    // 共反馈4个方面32个具体问题.
    while place > clause, isFiller(place) || isNumber(place) && isWord(place + 1, "方面") { place -= 1 }
    switch lexemes[place].kind {
    case .text, .act: break
    default: return nil
    }
    // 梳理出的17个问题.
    let said = text.scalars[lexemes[place].range]
    let verb = (said.count > 2 && said.last == "出" ? said.dropLast() : said).suffix(2)
    let noun = lexemes[at + 1].range
    let start = WordSet.ofProblems.end(text.scalars, at: noun.lowerBound, before: noun.upperBound) ?? noun.lowerBound
    guard verb.count == 2,
      let metric = index.metric(named: Array(verb) + text.scalars[start..<noun.upperBound]), metric.kind == .eventCount,
      fits(at, metric, unit(of: at))
    else { return nil }
    return Subject(metric: metric, label: String(letters: Array(verb), 0..<2) + string(at + 1), start: at - 1)
  }

  /// 参加免费体检的有197人, 签约家庭医生的居民有1,029人: those of whom a clause says what they did.
  func having(_ at: Int) -> Subject? {
    guard UnitSet.benefited.contains(unit(of: at)) || unit(of: at).reads("人") else { return nil }
    var place = at - 1
    while place > clause, isBound(place) || isWord(place, "共") { place -= 1 }
    guard place - 1 > clause, isWord(place, "有") else { return nil }
    let named = (max(clause + 1, place - 2)..<place).last { isWord($0, "的") }
    guard let of = named else { return nil }
    for start in clause..<of where !isPeriod(start) && !isEntity(start) {
      let words = text.scalars[lexemes[start].range.lowerBound..<lexemes[of].range.lowerBound]
      guard words.count <= 24 else { continue }
      let letters = Array(words)
      guard let metric = provided(letters) ?? index.metric(named: letters) ?? transposed(letters),
        fits(at, metric, unit(of: at))
      else {
        continue
      }
      return Subject(metric: metric, label: String(letters: letters, 0..<letters.count), start: start)
    }
    return nil
  }

  /// 有49.2万人次前来门诊就医, 2.2万余人次病愈出院: persons counted before the words that say what for.
  func arrived(_ at: Int) -> Subject? {
    guard UnitSet.times.contains(unit(of: at)), at + 1 < lexemes.count, touches(at, at + 1) else { return nil }
    switch at > clause ? lexemes[at - 1].kind : .holds {
    case .holds, .lead, .act, .glue, .bound, .mark, .period: break
    default: return nil
    }
    var end = at + 1
    var found: Int?
    scan: while end < lexemes.count {
      switch lexemes[end].kind {
      // 为6.1万人次门诊患者提供诊疗服务: what stands at the number is what it counts.
      case .metric where found == at + 1: break
      case .metric:
        guard found == nil else { return nil }
        found = end
      case .text, .act, .lead, .glue, .guarded: break
      case .mark, .close: break scan
      default: return nil
      }
      end += 1
    }
    guard let found, case .metric(let metric) = lexemes[found].kind, metric.kind == .flow,
      fits(at, metric, unit(of: at)),
      end - at < 10
    else { return nil }
    // 有19人次参加核酸采样: those who took them.
    if metric.name.hasPrefix("核酸"), isWord(found - 1, of: .takingPart) { return nil }
    return Subject(metric: metric, label: string(found), start: at + 1)
  }

  private func benefited(_ at: Int, before end: Int) -> Subject? {
    guard end > at + 1 else { return nil }
    let letters = Array(text.scalars[lexemes[at + 1].range.lowerBound..<lexemes[end - 1].range.upperBound])
    guard letters.count <= 30 else { return nil }
    let plain = letters.filter { !"“”".unicodeScalars.contains($0) }
    if plain.count < letters.count, let named = benefited(plain, at) { return named }
    return benefited(letters, at)
  }

  /// 抽调45名医务人员参与核酸采样: those who did it, and no one to whom it was done, as in 为45名医务人员接种疫苗.
  private func isOfStaff(_ letters: [Unicode.Scalar], _ at: Int) -> Bool {
    guard WordSet.professionals.occurs(in: letters, 0..<min(8, letters.count)), unit(of: at) != "个" else {
      return false
    }
    return at == clause || !"为给对".unicodeScalars.contains(text.scalars[lexemes[at].range.lowerBound - 1])
  }

  private func benefited(_ letters: [Unicode.Scalar], _ at: Int) -> Subject? {
    if let provided = provided(letters), fits(at, provided, unit(of: at)) {
      return Subject(metric: provided, label: String(letters: letters, 0..<letters.count), start: at + 1)
    }
    var isWhole = false
    if case .metric(let metric) = lexemes[at + 1].kind { isWhole = metric.kind == .flow }
    for from in letters.indices.dropFirst(isWhole ? 0 : 1).dropLast(3) {
      guard let metric = index.metric(named: letters[from...]), fits(at, metric, unit(of: at)) else { continue }
      if metric.kind == .flow, isOfStaff(letters, at) { return nil }
      // 为3.6万名门诊患者提供预约诊疗服务.
      if WordSet.otherwise.match(letters, endingAt: from, after: 0) != nil { return nil }
      // 3个支部完成换届选举; but no count of things otherwise.
      if unit(of: at).reads("个"), metric.kind != .eventCount { return nil }
      // 300名优秀党员 are no 党员人数.
      if metric.kind == .stock, metric.unit.symbol != "份" { return nil }
      return Subject(metric: metric, label: String(letters: letters, from..<letters.count), start: at + 1)
    }
    return nil
  }

  /// 65岁及以上老年人提供了免费体检: those and what was done for them, without the verb between.
  private func provided(_ letters: [Unicode.Scalar]) -> Metric? {
    for at in letters.indices.dropFirst(2) {
      let verb =
        WordSet.providing.end(letters, at: at, before: letters.count)
        ?? WordSet.joining.end(letters, at: at, before: letters.count)
      guard let end = verb, end < letters.count else { continue }
      return index.metric(named: letters[..<at], letters[end...])
    }
    return nil
  }

  /// The verb, or the name of a deed, that a run of figures ends in: 完成签约, 参加体检.
  private func verb(after at: Int) -> Int? {
    var place = at + 1
    while place < lexemes.count, touches(place - 1, place) {
      switch lexemes[place].kind {
      case .number, .masked: place += 1
      case .glue where isWord(place, "完成") || isWord(place, "实现"): place += 1
      case .act where isWord(place, "完成"): place += 1
      case .lead where isWord(place, of: .joining): place += 1
      case .act, .metric, .text:
        let hasJoint = place > at + 1 && !isNumber(place - 1)
        return hasJoint && endsPhrase(place + 1) && string(place).unicodeScalars.count <= 6 ? place : nil
      default: return nil
      }
    }
    return nil
  }

  /// 三分之二的党支部完成换届, 近三成门诊患者通过线上预约就诊: a share of those named after it that did what is said of them.
  func share(_ at: Int) -> Subject? {
    guard case .number(let number, let unit) = lexemes[at].kind, unit == "%",
      number.isChinese || at + 1 < lexemes.count && isWord(at + 1, "的"), isElided(before: at).elided
    else { return nil }
    var end = at + 1
    while end < lexemes.count {
      if case .mark = lexemes[end].kind { break }
      if isNumber(end) { return nil }
      end += 1
    }
    let start = at + 1 < end && isWord(at + 1, "的") ? at + 2 : at + 1
    guard start < end else { return nil }
    let words = text.string(lexemes[start].range.lowerBound..<lexemes[end - 1].range.upperBound)
    guard (4...24).contains(words.count) else { return nil }
    let letters = Array(words.unicodeScalars)
    for from in letters.indices.dropLast(3) {
      if let metric = index.metric(named: letters[from...], ["率"]),
        metric.unit == Unit.percent
      {
        return Subject(metric: metric, label: words, start: start)
      }
    }
    return Subject(label: words + "比例", start: start)
  }
}

extension WordSet where Meaning == Bool {
  /// Words before a deed that make it another.
  static let otherwise = WordSet(words: ["预约", "远程", "无痛", "镇痛", "延伸", "上门"])
  /// Words behind what was counted that say how far it has come.
  static let alreadyDone = WordSet(words: ["已", "均已", "全部", "均", "整改"])
  /// Words before 问题 that say no more of it.
  static let ofProblems = WordSet(words: ["具体", "突出", "主要", "共性", "各类", "重点", "实际"])
}
