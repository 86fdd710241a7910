// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Names of facilities that stand in a list without the words that say what they are.
extension SentenceReader {
  /// 北岗、石桥两家低于60%，分别为…; 较高的有新桥、白马两家中心（院），分别为…; 河口、沙洲两家执行率不足80%，分别为…: as many names as are
  /// counted behind them, each with its value.
  func countedNames(_ values: [Int], _ at: Int) -> [Item]? {
    guard values.count > 1, let range = clauseOfNames(before: at),
      let counter = range.first(where: { counts($0, values.count) || withoutCount(string($0), values.count) != nil })
    else { return nil }
    // 东岭、南川、西坪三镇签约率: the count is part of the last name.
    let end = isNumber(counter) ? counter : counter + 1
    guard let names = namesJoined(range.lowerBound..<end, count: values.count), names.count == values.count else {
      return nil
    }
    let before = max(0, range.lowerBound - 4)..<range.lowerBound
    let spoken = [
      lastMetric(in: counter..<range.upperBound)?.metric, lastMetric(in: range.lowerBound..<counter)?.metric,
      lastMetric(in: range.upperBound..<at)?.metric, sentenceMetric,
      before.contains(where: isNumber) ? nil : lastMetric(in: before)?.metric, drafts.last?.metric,
    ]
    guard let metric = spoken.lazy.compactMap({ $0 }).first else { return nil }
    guard values.allSatisfy({ fits($0, metric, unit(of: $0), label: metric.name) }) else { return nil }
    return names.map { place, name in
      Item(range: place..<(place + 1), metric: metric, entity: .named(name), label: "")
    }
  }

  /// 西坪 in 西坪三镇, where there are three.
  private func withoutCount(_ name: String, _ count: Int) -> String? {
    let numerals = ["两": 2, "三": 3, "四": 4, "五": 5, "六": 6]
    guard name.count > 3, let kind = name.last, "镇乡县区院站".contains(kind), let numeral = name.dropLast().last,
      numerals[String(numeral)] == count
    else { return nil }
    return String(name.dropLast(2))
  }

  /// The clause at hand, or the one before where it names nothing.
  private func clauseOfNames(before at: Int) -> Range<Int>? {
    guard clause <= at else { return nil }
    if (clause..<at).contains(where: isJoining) { return clause..<at }
    guard clause > 1, !isMark(lexemes[clause - 2]) else { return nil }
    let start = lexemes[..<(clause - 1)].lastIndex(where: isMark).map { $0 + 1 } ?? 0
    return start..<(clause - 1)
  }

  private func clauseStart(of at: Int) -> Int { lexemes[..<at].lastIndex(where: isMark).map { $0 + 1 } ?? 0 }

  private func isJoining(_ at: Int) -> Bool {
    if case .and = lexemes[at].kind { return true }
    return false
  }

  /// 两家, 三个乡镇.
  private func counts(_ at: Int, _ count: Int) -> Bool {
    guard case .number(let number, let unit) = lexemes[at].kind, number.value == ExactDecimal(Int64(count)) else {
      return false
    }
    if unit.reads("家") || unit.reads("所") { return true }
    // 白马、石岭列前两位.
    if unit.reads("位") || unit.reads("名") { return at > clauseStart(of: at) && endsIn(at - 1, .standings) }
    return unit.reads("个") && at + 1 < lexemes.count && (beginsWith(at + 1, .ranked) || isEntity(at + 1))
  }

  /// The names that a stretch ends in, each with its place; what stands before the first may say how they are ranked.
  private func namesJoined(_ range: Range<Int>, count: Int) -> [(place: Int, name: String)]? {
    var names: [(Int, String)] = []
    var start = range.lowerBound
    for place in range.lowerBound...range.upperBound
    where place == range.upperBound || isJoining(place) {
      guard place > start, names.isEmpty || place == start + 1, !(start..<place).contains(where: isNumber) else {
        return nil
      }
      switch lexemes[place - 1].kind {
      case .entity(.named(let name)): names.append((place - 1, withoutCount(name, count) ?? name))
      case .text:
        var name = string(place - 1)
        // 较高的有新桥、白马两家; 除河口、青山两个乡….
        if place - 1 > start && isWord(place - 2, "的") && name.hasPrefix("有") || names.isEmpty && name.hasPrefix("除") {
          name.removeFirst()
        }
        name = withoutStanding(name)
        name = withoutCount(name, count) ?? name
        guard isShortName(name) else { return nil }
        names.append((place - 1, name))
      default: return nil
      }
      start = place + 1
    }
    return names
  }

  /// 其中白马最高，达92.3%: a name alone, where it stands first or last in the metric spoken of.
  func takeName(_ at: Int) {
    // 创历史最高 names nobody.
    guard at + 1 < lexemes.count, beginsWith(at + 1, .superlatives), startsName(at), !string(at).holds("历史"),
      sentenceMetric != nil || drafts.last?.metric != nil
    else { return }
    (entity, entityClause) = (.named(string(at)), clause)
  }

  private func startsName(_ at: Int) -> Bool {
    guard at == clause || at == clause + 1 && isOfWhich(clause), speaksOfMany else { return false }
    return isShortName(string(at))
  }

  /// 诊疗量居前三的是城关（2.8万人次）、桃溪（1.9万人次）: a name behind the metric and the words that rank it.
  private func startsRanked(_ at: Int) -> Bool {
    guard at - 2 > clause, isWord(at - 1, of: .copulas), let name = lastMetric(in: clause..<at)?.place, speaksOfMany
    else { return false }
    let between = lexemes[name].range.upperBound..<lexemes[at - 1].range.upperBound
    return WordSet.ranking.occurs(in: text.scalars, between) && isShortName(string(at))
      && (clause..<at).allSatisfy { !isNumber($0) || UnitSet.ranked.contains(unit(of: $0)) }
  }

  /// 规范管理率低于70%的有北关（61.7%）、黄庄（66.5%）: a name behind the metric and what those named have passed.
  private func startsPassed(_ at: Int) -> Bool {
    guard at - 3 > clause, isWord(at - 1, "的") || isWord(at - 1, of: .copulas) || isWord(at - 1, "有"), speaksOfMany,
      lastMetric(in: clause..<at) != nil
    else { return false }
    let name = string(at).hasPrefix("有") ? String(string(at).dropFirst()) : string(at)
    return isShortName(name)
      && (clause..<at).contains { isNumber($0) && (isBound($0 - 1) || isBound($0 + 1)) }
  }

  /// 城关（78.1%）、安平（76.5%）居前: names alone, with their values in brackets, behind the metric.
  ///
  /// - Returns: The place after the list; `nil` where there is none.
  func namesInBrackets(_ at: Int) -> Int? {
    guard at + 3 < lexemes.count, case .open = lexemes[at + 1].kind, isNumber(at + 2),
      startsName(at) || startsRanked(at) || startsPassed(at), case .close = lexemes[at + 3].kind
    else { return nil }
    let unsaid = unsaidMetric(before: at).flatMap { metric(at: $0) }
    let own = lastMetric(in: clause..<at)?.metric
    guard let metric = own ?? sentenceMetric ?? unsaid ?? drafts.last(where: { !$0.isEcho })?.metric else { return nil }
    return namedValues(from: at, metric: metric)
  }

  /// 前三位的是白马、石岭、沙洲: names alone in a list.
  func startsNames(_ at: Int) -> Bool {
    guard at + 1 < lexemes.count, isJoining(at + 1), speaksOfMany else { return false }
    return isShortName(string(at))
  }

  /// 后两位是沙洲镇卫生院和石岭镇卫生院: where the names begin behind words that rank them, which `clause` begins with.
  func namesRanked(before end: Int) -> Int? {
    let stop = (clause..<end).first(where: isJoining) ?? end
    return (clause + 1..<max(clause + 1, stop)).last { place in
      guard isWord(place - 1, of: .copulas), followsRank(place) else { return false }
      if case .text = lexemes[place].kind { return true }
      return isEntity(place)
    }
  }

  /// 城关、安平、龙泉, where the metric of all was said: names cut short.
  func namesSpokenOf(_ items: [Item]) -> [Item]? {
    guard items.count > 1, sentenceMetric != nil, items.contains(where: { $0.entity == nil }),
      items.allSatisfy({ item in
        item.metric == nil && item.period == nil
          && (item.entity != nil && item.label.isEmpty || item.entity == nil && isShortName(item.label))
      })
    else { return nil }
    return items.map { item in
      var item = item
      if item.entity == nil { (item.entity, item.label) = (.named(item.label), "") }
      return item
    }
  }

  /// 城北站、城南站: stations, in the report of an emergency or a blood centre, or side by side where nothing names the centre.
  static func withStations(_ lexemes: [Lexeme], _ text: FoldedText, _ document: DocumentContext) -> [Lexeme] {
    let isCentre = document.facility.map { WordSet.ownersOfStations.ends($0) } ?? false
    var lexemes = withSeatsOfHouses(lexemes, text, isCentre: isCentre)
    let campuses = lexemes.indices.filter { isCampus(lexemes[$0], text) }
    if campuses.count > 1 {
      for place in campuses { lexemes[place].kind = .entity(.named(text.string(lexemes[place].range))) }
    }
    let stations = lexemes.indices.filter { isStation(lexemes[$0], text) }
    for place in stations where isCentre || stations.contains(place - 2) || stations.contains(place + 2) {
      switch place > 0 ? lexemes[place - 1].kind : .mark("。") {
      case .mark, .and, .ofWhich, .glue, .lead, .period, .open, .metric, .aim, .close:
        lexemes[place].kind = .entity(.named(text.string(lexemes[place].range)))
      default: continue
      }
    }
    return lexemes
  }

  /// 北院, 南院: a seat of a house, by where it lies.
  private static func isCampus(_ lexeme: Lexeme, _ text: FoldedText) -> Bool {
    guard case .text = lexeme.kind, lexeme.range.count == 2, text.scalars[lexeme.range.upperBound - 1] == "院" else {
      return false
    }
    return "东南西北新老".unicodeScalars.contains(text.scalars[lexeme.range.lowerBound])
  }

  /// 市一院分站3,946车次, 中医院院区1.42万人次: the station or campus that bears the name of its house.
  private static func withSeatsOfHouses(_ lexemes: [Lexeme], _ text: FoldedText, isCentre: Bool) -> [Lexeme] {
    func isSeat(_ lexeme: Lexeme) -> Bool {
      guard case .text = lexeme.kind, lexeme.range.count <= 3 else { return false }
      let last = text.scalars[lexeme.range.upperBound - 1]
      return last == "区" && lexeme.range.count == 2 && text.scalars[lexeme.range.lowerBound] == "院"
        || isCentre && last == "站" && ["站", "分站", "急救站"].contains(text.string(lexeme.range))
    }
    guard lexemes.contains(where: isSeat) else { return lexemes }
    var joined: [Lexeme] = []
    joined.reserveCapacity(lexemes.count)
    for lexeme in lexemes {
      if let last = joined.last, case .entity = last.kind, last.range.upperBound == lexeme.range.lowerBound,
        isSeat(lexeme)
      {
        let range = last.range.lowerBound..<lexeme.range.upperBound
        joined[joined.count - 1] = Lexeme(kind: .entity(.named(text.string(range))), range: range)
      } else {
        joined.append(lexeme)
      }
    }
    return joined
  }

  private static func isStation(_ lexeme: Lexeme, _ text: FoldedText) -> Bool {
    let range = lexeme.range
    guard case .text = lexeme.kind, (3...5).contains(range.count), text.scalars[range.upperBound - 1] == "站" else {
      return false
    }
    return !"各全本该每其按".unicodeScalars.contains(text.scalars[range.lowerBound])
      && WordSet.noStations.match(text.scalars, endingAt: range.upperBound, after: range.lowerBound) == nil
  }

  /// Whether the report is of the facilities of a region, so that a name alone is one of them: 城关、安平.
  var speaksOfMany: Bool {
    document.facility.map { name in !["医院", "卫生院", "保健院", "服务中心"].contains(where: name.hasSuffix) } ?? true
  }

  func isShortName(_ label: String) -> Bool {
    let letters = Array(label.unicodeScalars)
    return (2...8).contains(letters.count) && !isPart(label) && !"超距较比占含其各均按".unicodeScalars.contains(letters[0])
      && !WordSet.endsOfAims.ends(label) && !WordSet.ratioEndings.ends(label)
      && letters.allSatisfy { (0x4E00...0x9FFF).contains($0.value) } && !WordSet.countEndings.ends(label)
      && !WordSet.populations.ends(label) && !WordSet.people.ends(label)
  }

  /// 安平列前, 城关居: words that say where those named stand.
  func withoutStanding(_ label: String) -> String {
    let letters = Array(label.unicodeScalars)
    guard let (start, _) = WordSet.standings.match(letters, endingAt: letters.count, after: 0) else { return label }
    return String(letters: letters, 0..<start)
  }
}

extension WordSet where Meaning == Bool {
  static let noStations = WordSet(words: ["网站", "工作站", "血站", "急救站", "服务站", "卫生站", "监测站"])
  static let ownersOfStations = WordSet(words: ["急救中心", "血站", "血液中心", "指挥中心", "服务中心"])
  static let others = WordSet(words: ["其余", "其他", "其它", "另外", "其余均", "其他均"])
  static let superlatives = WordSet(words: ["最高", "最低", "最多", "最少", "最长", "最短", "最好", "最差"])
  /// Words behind names that say where they stand, up to their number: 列前两位.
  static let standings = WordSet(
    words: ["最高", "最低", "最多", "最少", "最长", "最短", "最好", "最差", "较高", "较低", "偏高", "偏低", "靠前", "靠后", "领先", "落后", "垫底"]
      + ["列", "居", "排", "位列", "位居", "排名", "排在", "名列", "分列", "分居"].flatMap { verb in
        ["", "前", "后", "末", "前列", "前三", "前两", "前五", "后三", "后两", "首位", "末位"].map { verb + $0 }
      })
}
