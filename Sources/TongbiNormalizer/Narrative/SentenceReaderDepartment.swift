// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Departments that a sentence speaks of, and lists of them.
extension SentenceReader {
  /// 骨科2024年门诊2.1万人次，出院1,864人次: a department that a sentence begins with; its figures are parts of the facility's.
  func takeDepartment(_ at: Int) {
    // 心内科出院1,486人次…；康复科开了40张床: no more of the one before.
    if department != nil, at == clause, at > 0, isSemicolon(at - 1), let ward = wardInWords(at) { department = ward }
    if at == 0 || isHeadMark(at - 1), department == nil, let ward = wardPraised(at) {
      (department, wardPraised) = (ward, isHonoured(at) ? ward : nil)
    }
    guard endsIn(at, .wards), at == 0 || isHeadMark(at - 1) || isAmongParts(at) || followsWhole(at) || isNamedAgain(at),
      (2...12).contains(lexemes[at].range.count),
      !endsIn(at, .noWards) || string(at).hasSuffix("医学科"), at + 1 < lexemes.count, touches(at, at + 1)
    else { return }
    switch lexemes[at + 1].kind {
    case .period, .metric: break
    case .lead, .act, .glue, .holds: guard lexemes[at...].prefix(8).contains(where: isFigure) else { return }
    default: return
    }
    // In its own report it is the whole.
    guard string(at) != document.department else { return }
    (department, wardPraised) = (string(at), isHonoured(at) ? string(at) : nil)
  }

  /// 康复科、肛肠科通过验收，康复科收治687人次: a department that the sentence named before begins a clause.
  private func isNamedAgain(_ at: Int) -> Bool {
    guard at == clause, at > 0, case .mark = lexemes[at - 1].kind else { return false }
    // 从科室看，骨科出院1862人次，平均住院日9.7日.
    let opener = lexemes[0].range.lowerBound..<lexemes[at].range.lowerBound
    if opener.count <= 7, WordSet.eachDepartment.occurs(in: text.scalars, opener) { return true }
    return lexemes[at].range.count > 2 && text.string(opener).contains(string(at))
  }

  private func isSemicolon(_ at: Int) -> Bool {
    if case .mark(let mark) = lexemes[at].kind { return mark == "；" || mark == ";" }
    return false
  }

  /// 急诊科24小时不打烊，接诊5.93万人次: those whom the department saw that the clause before is about.
  func seenInWard(at place: Int) -> Subject? {
    guard clause > 1, place > 0, startsClause(place) || startsClause(place - 1) && isPeriod(place - 1),
      isWord(place, of: .caring)
    else { return nil }
    var start = (lexemes[..<(clause - 1)].lastIndex(where: isMark) ?? -1) + 1
    // 2家发热门诊完成规范化改造，全年接诊10427人次.
    if isNumber(start), UnitSet.institutions.contains(unit(of: start)), touches(start, start + 1) { start += 1 }
    guard start < clause - 1, !(start + 1..<clause).contains(where: { metric(at: $0) != nil }) else { return nil }
    let isWard = metric(at: start) == nil && endsIn(start, .wards) && !endsIn(start, .noWards)
    guard isWard || string(start).hasSuffix("门诊") else { return nil }
    let full = index.metric(named: letters(start)[...], letters(place)[...])
    guard let own = full ?? (isWard ? metric(at: place) : nil) else { return nil }
    return Subject(
      metric: own, label: string(start) + string(place), part: full == nil ? string(start) : nil, start: place)
  }

  /// 收治患者1,126例次, 收治1,200例次, in the report of a ward: those who stayed there.
  func admitted(_ at: Int, _ place: Int) -> Subject? {
    guard let ward = document.ward, !WordSet.withoutBeds.ends(ward), place >= clause else { return nil }
    let verb = isWord(place, of: .patients) && place > clause && touches(place - 1, place) ? place - 1 : place
    guard isWord(verb, "收治"), let metric = index.metric(named: Array("住院人次".unicodeScalars)),
      fits(at, metric, unit(of: at))
    else { return nil }
    let label = text.string(lexemes[verb].range.lowerBound..<lexemes[place].range.upperBound)
    return Subject(metric: metric, label: label, start: verb)
  }

  /// The part that a figure is of: its own, a kind of vaccines, those who were saved, or the department spoken of.
  func part(of subject: Subject, _ metric: Metric?) -> String? {
    if subject.part == nil, metric?.unit == Self.doses, let kind = kindOfVaccine(subject.label) { return kind }
    guard let part = subject.part ?? (metric == nil ? nil : wardOf(subject)), !isOwnDepartment(part),
      !(metric.map(isOfMothers) ?? false && part.hasSuffix("产科"))
    else { return savedOf(subject, metric) }
    // 儿童“四苗”接种率: of all whom the vaccines are for.
    if part == "儿童" || part == "适龄儿童", metric?.name.hasSuffix("疫苗接种率") ?? false { return nil }
    return wardWithDeed(part) ?? part
  }

  /// 肛肠科 of 肛肠科开展手术.
  private func wardWithDeed(_ part: String) -> String? {
    guard let end = part.firstIndex(of: "科"), case let ward = part[...end], (2...8).contains(ward.count),
      !WordSet.noWards.ends(String(ward)), case let rest = part[end...].dropFirst(),
      Self.deedsOfWards.contains(where: rest.hasPrefix)
    else { return nil }
    return String(ward)
  }

  private static let deedsOfWards = ["开展", "完成", "实施", "接诊", "收治", "共", "全年"]

  static let doses = Unit("剂次")

  /// ICU and 监护室, in the report of 重症医学科: what it is itself.
  private func isOwnDepartment(_ part: String) -> Bool {
    guard let own = document.ward else { return false }
    return part == own || WordSet.intensiveCare.ends(part) && own.contains("重症")
  }

  /// The department spoken of, unless a name begins with another: 儿科接诊3.2万人次，急诊科接诊2.8万人次.
  private func wardOf(_ subject: Subject) -> String? {
    guard let department else { return nil }
    // 中医科新增火龙罐等技术，中医非药物疗法7350人次: what the whole house has there.
    if department == "中医科" || department == "中医馆", subject.metric?.name.hasPrefix("中医") ?? false { return nil }
    // 针灸推拿科获评重点专科，引进新技术12项; 急诊科护士长获评…，获得市级以上表彰5人: the house's.
    let isEvent = subject.metric.map { $0.kind == .eventCount || $0.name.holds("表彰") } ?? false
    if isEvent, department == wardPraised, clause > 0 { return nil }
    // 产科床位空闲，儿保门诊全年接诊2.17万人次: of the clinic that the clause begins with.
    if clause < subject.start, metric(at: clause) == nil, string(clause).hasSuffix("门诊"), string(clause).count > 2 {
      return string(clause)
    }
    return subject.label.holds("科") && !subject.label.hasPrefix(department) ? nil : department
  }

  /// 产科出院438人次，分娩351例: what no other department has.
  private func isOfMothers(_ metric: Metric) -> Bool {
    metric.name.holds("分娩") || metric.name.holds("剖宫产") || metric.name.holds("活产")
  }

  /// 收治危重新生儿386例，抢救成功率97.2%: how many of those were saved, and not of all.
  private func savedOf(_ subject: Subject, _ metric: Metric?) -> String? {
    guard metric?.kind == .ratio, let last = drafts.last, last.figure == subject.start - 2, !last.isEcho,
      startsClause(subject.start), last.metric == nil,
      ["例", "名", "人", "人次"].contains(last.unit.symbol),
      ["抢救成功率", "救治成功率", "治愈率", "好转率", "病死率"].contains(subject.label)
    else { return nil }
    let letters = Array(last.label.unicodeScalars)
    let isOfAll =
      WordSet.critical.occurs(in: letters, letters.indices) || WordSet.people.meaning(of: letters[...]) != nil
    return isOfAll ? nil : last.label
  }

  /// 其中骨科出院412人次，平均住院日9.8天；儿科出院505人次，…: a department with several figures, up to the semicolon.
  private func isAmongParts(_ at: Int) -> Bool {
    guard at > 0, at + 2 < lexemes.count, case .metric = lexemes[at + 1].kind, isNumber(at + 2) else { return false }
    switch lexemes[at - 1].kind {
    case .ofWhich: break
    case .mark(let mark):
      guard mark == "；" || mark == ";", partedDepartment != nil || department != nil else { return false }
    default: return false
    }
    partedDepartment = partedDepartment ?? .some(department)
    return true
  }

  /// 2021年全县儿科门急诊26.3万人次: of all facilities together, at the start of a sentence.
  private func followsWhole(_ at: Int) -> Bool {
    (1...2).contains(at) && isEntity(at - 1) && beginsWith(at - 1, .wholes) && (at == 1 || isPeriod(0))
  }

  private func isHeadMark(_ at: Int) -> Bool {
    switch lexemes[at].kind {
    case .guarded(.listMark), .close: true
    case .mark(let mark): mark == ":" && at < 3
    default: false
    }
  }

  /// 分别是呼吸内科（68.4DDDs）、普外科（47.9DDDs）, 最高和最低分别为白马镇卫生院90.1%、河口镇卫生院66.4%: names, each with its value, all of
  /// the metric spoken of.
  ///
  /// - Returns: The place after the list; `nil` where there is none.
  func namedValues(from start: Int, metric known: Metric?) -> Int? {
    var place = start
    var found: [(name: Int, value: Int)] = []
    while place + 1 < lexemes.count, isName(place) {
      var value = place + 1
      if case .open = lexemes[value].kind { value += 1 }
      guard isNumber(value) else { break }
      found.append((place, value))
      if value > place + 1 {
        guard value + 1 < lexemes.count, case .close = lexemes[value + 1].kind else { return nil }
        value += 1
      }
      place = value + 1
      guard place < lexemes.count else { break }
      switch lexemes[place].kind {
      case .and, .mark("，"), .mark(","): place += 1
      default: break
      }
    }
    guard let first = found.first, found.count > 1 || known != nil else { return nil }
    let named = lastMetric(in: 0..<start)?.metric
    let candidates = [known, sentenceMetric, named, drafts.last { $0.metric != nil }?.metric]
    let metric = candidates.lazy.compactMap { $0 }.first { fits(first.value, $0, unit(of: first.value)) }
    guard let metric else { return nil }
    let spoken = (entity, entityClause)
    for (name, value) in found where fits(value, metric, unit(of: value)) {
      var subject = Subject(metric: metric, label: metric.name, start: name)
      (entity, entityClause) = spoken
      switch lexemes[name].kind {
      case .entity(let found): (entity, entityClause) = (found, clause)
      case .text where isDepartment(name): subject.part = string(name)
      default:
        let words = string(name)
        (entity, entityClause) = (
          .named(words.hasPrefix("除") || words.hasPrefix("有") ? String(words.dropFirst()) : words), clause
        )
      }
      add(value, metric, subject)
      drafts[drafts.count - 1].takesChanges = false
    }
    (entity, entityClause) = spoken
    readUpTo = place
    return place
  }

  /// 康复科最长，为16.4天, 最短的是肛肠科，仅6.7天, 骨科41.2%: a department alone, and the metric told of all before.
  func wardAlone(before at: Int) -> (ward: String, metric: Metric)? {
    var said = clause..<at
    if clause > 1, said.allSatisfy(isFiller) {
      said = (lexemes[..<(clause - 1)].lastIndex(where: isMark).map { $0 + 1 } ?? 0)..<(clause - 1)
    }
    guard let place = said.last(where: { !isFiller($0) }), case .text = lexemes[place].kind,
      endsIn(place, .wards) || endsIn(place, .standings)
    else { return nil }
    let words = withoutStanding(string(place))
    // 而肛肠科仅71.2%.
    let name = words.hasPrefix("而") ? String(words.dropFirst()) : words
    guard (2...12).contains(name.count), WordSet.wards.ends(name), !WordSet.noWards.ends(name) else { return nil }
    let rank = said.first { beginsWith($0, .superlatives) || endsIn($0, .superlatives) }
    guard (said.lowerBound..<place).allSatisfy({ isFiller($0) || isOfWhich($0) || $0 == rank }),
      let metric = drafts.last(where: { $0.metric != nil && !$0.isShare })?.metric, fits(at, metric, unit(of: at)),
      rank != nil || metric.kind == .ratio || metric.kind == .average
    else { return nil }
    return (name, metric)
  }

  /// Whether a word only joins a name or a verb and its value.
  func isFiller(_ at: Int) -> Bool {
    switch lexemes[at].kind {
    case .glue, .bound, .lead, .becomes: true
    default: false
    }
  }

  private func isName(_ at: Int) -> Bool {
    switch lexemes[at].kind {
    case .entity: true
    case .text: isDepartment(at) && lexemes[at].range.count <= 12 || speaksOfMany && isShortName(string(at))
    default: false
    }
  }
}

extension WordSet where Meaning == Bool {
  /// Departments where nobody stays the night.
  static let withoutBeds = WordSet(words: [
    "急诊科", "门诊科", "检验科", "影像科", "放射科", "超声科", "病理科", "药剂科", "体检科", "口腔科", "输血科", "内镜科", "麻醉科",
  ])
  static let intensiveCare = WordSet(words: ["ICU", "监护室", "重症监护病房", "重症监护室"])
  static let wards = WordSet(words: ["科", "病区", "病房", "药学部", "科片"])
  /// Words for all who are to be saved.
  static let critical = WordSet(words: ["危重病人", "危重患者", "急危重", "危急重", "重症患者", "抢救", "危重症"])
  /// Offices whose reports are of the whole house.
  static let officesOfHouses = WordSet(words: [
    "医务科", "护理科", "院感科", "感控科", "感染管理科", "质控科", "财务科", "医保科", "信息科", "总务科", "后勤科", "设备科", "宣传科", "人事科", "科教科", "防保科",
    "公卫科", "公共卫生科", "预防保健科", "基层科", "保卫科", "审计科", "病案科", "统计科", "药剂科", "党建科", "运营科", "服务科", "医政科", "规信科", "计划科", "管理科",
  ])
  /// Words that end as those of departments do and are none.
  static let noWards = WordSet(words: [
    "各科", "全科", "本科", "学科", "专科", "各病区", "科科", "临床科", "医技科", "重点学科", "全院各科", "百科", "我科", "该科",
  ])
}
