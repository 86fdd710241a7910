// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Metrics that the words around a name make another: whose examinations, which cost, what kind of vaccines.
extension SentenceReader {
  /// 增幅最高的是县中医院（9.2%）, below 医疗费用增幅: there the growth alone is the metric of the heading.
  static func withGrowthOfHeading(_ lexemes: [Lexeme], _ text: FoldedText, _ topic: Topic) -> [Lexeme] {
    guard topic.isHeadingPlain, let metric = topic.headingMetric, WordSet.growths.ends(metric.name) else {
      return lexemes
    }
    var lexemes = lexemes
    for place in lexemes.indices {
      guard case .change(let direction) = lexemes[place].kind, direction > 0,
        WordSet.growths.ends(text.string(lexemes[place].range))
      else { continue }
      switch place > 0 ? lexemes[place - 1].kind : .mark("。") {
      case .mark, .entity, .period, .lead, .and, .ofWhich: lexemes[place].kind = .metric(metric)
      default: continue
      }
    }
    return lexemes
  }

  /// 65岁以上老年人6,105人，已体检2,987人: the examinations of those that the words before, or the heading, speak of.
  func ofElderly(_ metric: Metric, _ at: Int) -> Metric? {
    guard metric.kind == .flow, metric.name == "健康检查人次",
      let first = lexemes.first, UnitSet.persons.contains(unit(of: at))
    else { return nil }
    let said = first.range.lowerBound..<lexemes[at].range.lowerBound
    guard WordSet.elderly.occurs(in: text.scalars, said) || WordSet.elderly.occurs(in: topic.runIn, topic.runIn.indices)
    else { return nil }
    return index.metric(named: Array("老年人免费体检".unicodeScalars))
  }

  /// 医师日均担负诊疗人次6.9人次、住院床日1.8天; 接种免疫规划疫苗11.2万剂次、非免疫规划疫苗8.4万剂次: a name that begins as the one
  /// before it in the list does; two of one metric are its parts.
  func begunAs(_ subject: Subject, _ at: Int) -> (metric: Metric, part: String?)? {
    guard subject.start > 1, subject.start < at, isMark(lexemes[subject.start - 1]) || isJoint(subject.start - 1),
      let last = drafts.last(where: { !$0.isEcho && $0.unit.symbol == unit(of: at) }), let own = last.metric,
      last.figure == subject.start - 2 || own.kind == .flow && subject.start == clause && last.part == nil
    else { return nil }
    let (before, name) = (last.label.letters, Array(subject.label.unicodeScalars))
    for count in before.indices.dropFirst(2).reversed() {
      guard let metric = index.metric(named: before[..<count], name[...]), metric.kind == own.kind,
        fits(at, metric, unit(of: at), label: subject.label)
      else { continue }
      guard metric.id == own.id else { return (metric, nil) }
      last.part = last.part ?? String(letters: before, count..<before.count)
      return (metric, subject.label)
    }
    return nil
  }

  /// Whether words before a metric's name name a part of it: a department, a group of persons.
  func isPart(_ words: String) -> Bool {
    // 儿童患者县域内就诊率.
    let stem = WordSet.patients.ends(words) ? String(words.dropLast(2)) : words
    return WordSet.partEndings.ends(stem) && words != "人群" && stem != "全科" && words.count <= 16
      && !words.unicodeScalars.contains("每")
      && !words.hasSuffix("专科") && !WordSet.helpedBranches.contains(words)
  }

  /// 高血压患者签约率: that of the groups who are signed up first, to whom they belong.
  func ofKeyGroup(_ metric: Metric, _ words: String) -> Metric {
    guard metric.name == "家庭医生签约率", !WordSet.noKeyGroups.ends(words) else { return metric }
    return index.metric(named: Array("重点人群签约率".unicodeScalars)) ?? metric
  }

  /// 医生人均年诊疗5,367人次: what one of them did on average, and not all.
  func isForEach(_ place: Int) -> Bool {
    guard place - 2 >= clause, isWord(place - 1, "年") || isWord(place - 1, "月") else { return false }
    return text.scalars[lexemes[place - 2].range].last == "均"
  }

  /// 定点医疗机构平均住院日: what all of them have on average.
  func isOfInstitutions(_ metric: Metric, at place: Int) -> Bool {
    (metric.kind == .ratio || metric.kind == .average) && self.metric(at: place - 1)?.name == "医疗卫生机构数"
  }

  /// 最多的一天（2月6日）达287人次: what came on one day, of the figure told before.
  func onPeakDay(_ at: Int) -> Bool {
    guard let close = (clause..<at).last(where: { if case .close = lexemes[$0].kind { true } else { false } }),
      let open = opening(of: close), open > clause, nameEnd(before: at) ?? open <= open,
      WordSet.peakDays.match(text.scalars, endingAt: lexemes[open].range.lowerBound, after: beginning(of: clause))
        != nil,
      let day = (open..<close).first(where: isPeriod), case .period(let found) = lexemes[day].kind,
      let last = drafts.last(where: { !$0.isEcho && $0.metric?.kind == .flow }), let metric = last.metric,
      fits(at, metric, unit(of: at))
    else { return false }
    let spoken = (period, periodClause)
    (period, periodClause) = (found, clause)
    add(at, metric, Subject(metric: metric, label: last.label, part: last.part, start: open))
    (period, periodClause) = spoken
    drafts[drafts.count - 1].takesChanges = false
    return true
  }

  /// 康复床位30张, 抢救床由4张增加到10张: beds of a kind, and not all.
  func isKindOfBeds(_ words: String) -> Bool { words.count <= 8 && WordSet.kindsOfBeds.ends(words) }

  /// 实际开放床位420张（编制380张）, 抢救床10张: beds by their kind alone.
  func beds(_ label: String) -> (Metric?, part: String?) {
    let isKind = label.hasSuffix("床") && isKindOfBeds(String(label.dropLast()))
    let metric = index.metric(named: Array(((isKind ? "" : label) + "床位").unicodeScalars))
    return (metric, isKind ? label : nil)
  }

  /// 规划床位800张, 概算投资9,800万元: what is still to be built.
  func isStillToBuild(_ metric: Metric?, _ at: Int) -> Bool {
    if metric?.kind == .moneyFlow, let place = nameEnd(before: at) { return beginsWith(place, .estimated) }
    guard metric?.kind == .stock, let place = nameEnd(before: at), place > clause, touches(place - 1, place) else {
      return false
    }
    return isWord(place - 1, "规划") || isWord(place - 1, "设计")
  }

  /// 建议将感染科床位…: the words before a name, behind 将.
  func modifier(_ range: Range<Int>) -> String {
    let start = text.scalars[range].lastIndex { $0 == "将" || $0 == "把" }.map { $0 + 1 } ?? range.lowerBound
    return text.string(start..<range.upperBound)
  }

  /// 三四级手术1,647例, 流感疫苗接种1.2万剂次: a kind of all that was done.
  func isKind(_ metric: Metric, at place: Int, behind words: String) -> Bool {
    if metric.kind == .stock, metric.unit.symbol == "张" { return isKindOfBeds(words) }
    guard metric.kind == .flow else { return false }
    return metric.unit.symbol == "剂次" && string(place).hasPrefix("疫苗")
      || string(place).hasSuffix("手术") && !WordSet.noKindsOfSurgery.ends(words)
  }

  /// 巡察反馈问题整改率: the longest name that ends two names side by side.
  func joined(_ first: Int, _ second: Int) -> Metric? {
    let (head, tail) = (letters(first), letters(second))
    return head.indices.lazy.compactMap { self.index.metric(named: head[$0...], tail[...]) }.first
  }

  /// 门诊次均费用168.3元，其中药费81.2元: what drugs cost in each visit or stay.
  func drugCost(_ label: String) -> Metric? {
    guard let last = label.unicodeScalars.last, last == "费" || last == "用" else { return nil }
    if WordSet.drugCosts.meaning(of: label.letters[...]) != nil,
      drafts.contains(where: { $0.metric?.kind == .average && $0.metric?.unit == .yuan })
    {
      // 次均费用248.6元。门诊药费（112.4元）占45.2%: of one visit, too.
      return index.metric(named: Array((label.prefix(2) + "次均药费").unicodeScalars))
    }
    guard let whole, drafts.indices.contains(whole), let cost = drafts[whole].metric, cost.kind == .average,
      cost.unit == .yuan, ["药费", "药品费", "药品费用", "药费用"].contains(label)
    else { return nil }
    return index.metric(named: Array((cost.name.prefix(2) + "次均药费").unicodeScalars))
  }

  /// 免疫规划疫苗14.1万剂次, 含麻疫苗接种率95.2%, 团体献血7,177人次: doses of a vaccine, the rate of one that all children are given,
  /// and a kind of donors.
  func ofItsKind(_ subject: Subject, _ at: Int) -> (metric: Metric, part: String)? {
    guard subject.metric == nil, subject.start < at else { return nil }
    let letters = Array(subject.label.unicodeScalars)
    let (name, part): (String, String)
    if unit(of: at).reads("剂次"), letters.last == "苗", letters.count > 2 {
      (name, part) = ("疫苗接种剂次", subject.label)
    } else if unit(of: at).reads("剂次"), WordSet.dosesInTurn.ends(subject.label),
      drafts.contains(where: { !$0.isEcho && $0.metric?.unit == Self.doses })
    {
      // 累计接种新冠疫苗41,206剂次，第一剂20,873剂次.
      (name, part) = ("疫苗接种剂次", subject.label)
    } else if subject.label.hasSuffix("接种率"), isRatio(unit(of: at)),
      WordSet.vaccinesOfAll.occurs(in: letters, letters.indices)
    {
      (name, part) = ("免疫规划疫苗接种率", String(subject.label.dropLast(3)))
    } else if unit(of: at).reads("人次"), subject.label.hasSuffix("献血") || subject.label.hasSuffix("献血者"),
      WordSet.kindsOfDonors.occurs(in: letters, letters.indices)
    {
      (name, part) = ("无偿献血人次", subject.label)
    } else if UnitSet.operations.contains(unit(of: at)), let last = drafts.last, !last.isEcho, last.part != nil,
      let metric = last.metric, metric.name == "手术人次", last.figure == subject.start - 2,
      WordSet.procedures.ends(subject.label)
    {
      // 其中关节镜手术486台，脊柱内镜213台.
      return (metric, subject.label)
    } else {
      return nil
    }
    return index.metric(named: Array(name.unicodeScalars)).map { ($0, part) }
  }

  /// 流感疫苗接种2.1万剂次，接种率15.7%: of that vaccine, and not of those that all children are given.
  func isOfOtherVaccine(_ subject: Subject) -> Bool {
    guard let last = drafts.last, !last.isEcho, last.metric?.unit == Self.doses, subject.label == "接种率" else {
      return false
    }
    let letters = Array(last.label.unicodeScalars)
    return WordSet.otherVaccines.occurs(in: letters, letters.indices)
  }

  /// 接种一类疫苗7,823剂次, 非免疫规划疫苗4,205剂次: a kind of vaccines, and not all that was given.
  func kindOfVaccine(_ label: String) -> String? {
    let letters = Array(label.unicodeScalars)
    let isOfBoth = letters.contains { "和及与、".unicodeScalars.contains($0) }
    guard WordSet.kindsOfVaccines.occurs(in: letters, letters.indices), !isOfBoth else { return nil }
    // 全年接种免疫规划疫苗7,312剂次, and no other kind in the passage: all that is told.
    let said = text.string(0..<text.count)
    let isFirst = label.contains("一类") || label.contains("免疫规划") && !label.contains("非免疫规划")
    let isAlone = isFirst && !said.contains("二类") && !said.contains("非免疫规划")
    return isAlone || said.contains("一类、二类疫苗共") || said.contains("一类疫苗、二类疫苗") ? nil : label
  }
}

extension WordSet where Meaning == Bool {
  /// Nouns of how much something grew.
  static let growths = WordSet(words: ["增幅", "涨幅", "增长幅度", "增长率", "增速"])
  static let kindsOfVaccines = WordSet(words: ["一类", "二类", "免疫规划疫苗", "非免疫规划"])
  static let vaccines = WordSet(words: ["苗", "脊灰", "百白破", "麻疹", "麻腮风", "乙肝", "甲肝", "乙脑", "流脑", "白破", "成分"])
  /// How the names of operations end.
  static let procedures = WordSet(words: [
    "术", "镜", "置换", "介入", "切除", "支架", "消融", "PCI", "移植", "溶栓", "取栓", "造影", "植入", "微创", "固定", "重建", "搭桥", "成形",
  ])
  /// Words before a colon behind which shares of a whole stand.
  static let dosesInTurn = WordSet(words: ["第一剂", "第二剂", "第三剂", "第四剂", "第一针", "第二针", "第三针", "首剂", "首针", "加强针", "加强剂"])
  static let structuresOfMoney = WordSet(words: ["收入结构", "收入构成", "支出结构", "支出构成"])
  static let structures = WordSet(words: ["收入结构", "收入构成", "费用结构", "费用构成", "占比情况"])
  static let doing = WordSet(words: ["开展", "完成", "实施", "开展了", "完成了"])
  /// Verbs behind what came in: 感谢信收到58封.
  static let comingIn = WordSet(words: ["收到", "收到了"])
  static let elderly = WordSet(words: ["老年人", "老人"])
  static let peakDays = WordSet(words: ["最多的一天", "最高的一天", "最多一天", "最忙的一天", "最高峰", "高峰日", "峰值日"])
  static let kindsOfDonors = WordSet(words: [
    "街头", "团体", "个人", "机采", "农村", "乡镇", "流动", "固定", "应急", "高校", "学生", "家庭", "互助",
  ])
  static let otherVaccines = WordSet(words: ["流感", "HPV", "新冠", "水痘", "肺炎", "狂犬", "带状疱疹", "二类", "非免疫规划"])
  static let vaccinesOfAll = WordSet(words: ["含麻", "麻疹", "麻腮风", "百白破", "脊灰", "MMR", "DTaP", "DPT"])
  /// Who pays for what is built, and what is done with it.
  /// What drugs cost, of a visit where visits are spoken of.
  static let drugCosts = WordSet(words: ["门诊药费", "住院药费", "门诊药品费", "住院药品费", "门诊药品费用", "住院药品费用"])
  static let funders = WordSet(words: ["财政", "政府", "医院", "自筹", "国家", "上级", "县里", "市里", "改造", "建设", "单位"])
  static let estimated = WordSet(words: ["概算", "估算"])
  static let kindsOfBeds = WordSet(words: [
    "康复", "医养结合", "安宁疗护", "重症", "监护", "感染", "传染病", "负压", "隔离", "日间", "留观", "观察", "抢救", "精神", "老年", "护理", "老年护理",
  ])
}
