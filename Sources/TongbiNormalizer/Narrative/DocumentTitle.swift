// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Finds the facility and the period that a report's title or file name speaks of.
struct DocumentTitle {
  let registry: FacilityRegistry

  private static let endings = [
    "医院", "卫生院", "保健院", "防治院", "疗养院", "护理院", "分院", "服务中心", "疾控中心", "控制中心", "急救中心", "卫生中心", "血液中心", "医疗中心", "康复中心",
    "体检中心", "检验中心", "保健中心", "护理中心", "指导中心", "卫生健康委", "卫生健康局", "卫健委", "卫健局", "健康委员会", "卫生计生委", "卫生计生局", "卫计委", "卫计局",
    "计划生育局", "卫生局", "医保局", "医疗保障局", "指挥中心", "中医药局", "疾控局", "疾病预防控制局", "血站", "服务站", "卫生站", "保健站", "卫生室", "门诊部", "保健所",
    "防治所", "监督所", "医共体",
    "医疗集团",
    "医院集团", "健康集团", "医联体", "医疗联合体", "医疗共同体", "卫生共同体", "服务共同体", "健康共同体",
  ]

  /// The context with what it leaves open taken from the title, then from the file name.
  func completed(_ context: DocumentContext, from report: TextReport) -> DocumentContext {
    let isGiven = context.facility != nil
    var context = context
    let name = report.file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let titles = report.passages.prefix(Self.lines(ofTitles: report)).map(\.text).filter {
      $0.utf8.count <= 1_000 && $0.count <= 60 && !$0.contains("。") && !Self.isSalutation($0)
        && (!$0.contains { "，,".contains($0) } || $0.contains("——"))
    }
    if context.date == nil { context.date = DocumentDate.find(in: report) ?? DocumentDate.find(inName: name) }
    for title in titles {
      let isOpen = context.period == nil
      // 关于医共体建设情况的汇报, and 2025年11月 below it: when it was written.
      if let first = titles.first, title != first, !Self.isMonthly(first), let day = DocumentDate.month(title) {
        context.date = context.date ?? day
        continue
      }
      // （棠溪市第三人民医院 运营管理部）, 区妇幼保健中心（2019年1月）: who wrote what the line above it names, and when.
      let isSigned = title != titles.first && (title.hasSuffix("月）") || title.hasSuffix("月)"))
      let isDate = isSigned || title.first.map { "（(".contains($0) } ?? false
      if isDate, context.facility == nil { context.facility = facility(FoldedText(prose: title)) }
      take(isDate ? (titles.first ?? "") + title : title, .title, &context)
      if isOpen, context.period != nil { context.isPlan = context.planPeriod == nil && Self.isPlan(title) }
    }
    if context.facility == nil { context.facility = report.passages.suffix(3).lazy.compactMap(signature).first }
    if context.facility == nil, context.region == nil { context.facility = opening(report) }
    if !context.hasOwner, Self.speaksOfCountry(report) { context.region = "全国" }
    // 国家卫健委 speaks of the whole country.
    if context.facility?.hasPrefix("国家") ?? false { (context.facility, context.region) = (nil, "全国") }
    if context.period == nil, let week = Self.week(titles + [name]) {
      (context.period, context.year, context.periodOrigin) = (week, week.lastDay.year, .title)
    }
    periodOfWriting(report, titles, &context)
    take(Self.withoutNumber(name), .fileName, &context)
    if context.period == nil, context.year == nil, let found = Self.period(ofName: name) {
      (context.period, context.year, context.periodOrigin) = (found, found.lastDay.year, .fileName)
    }
    if context.year == nil { context.year = context.period?.lastDay.year }
    context.isSpeech = context.yearOfWriting != nil && Self.isSpeech(titles)
    context.ward = (titles + [name]).lazy.compactMap(ward).first
    if !isGiven { Self.takeDepartment(&context) }
    if !context.hasOwner {
      context.department = (titles + [name]).lazy.compactMap(department).first
      context.selfName = context.department ?? Self.selfName(report)
      context.opener = opener(report)
    }
    if let title = titles.first.map({ FoldedText(prose: $0, markup: .markdown) }) {
      (context.pair, context.kind) = (pair(title), kind(title))
    }
    context.isToldByOthers = context.facility?.hasSuffix("院") ?? false && Self.isToldByOthers(report)
    context.areaOfOffice = context.facility.flatMap {
      Self.area(ofOffice: $0, in: report) ?? areaReportedOn(by: $0, in: report, titled: titles.first)
    }
    context.areaOfPeople = context.facility.flatMap { Self.area(ofPeopleOf: $0, in: report) }
    periodOfText(report, titles + [name], &context)
    if context.period == nil, context.date == nil, context.currentYear == nil {
      context.currentYear = Self.currentYear(report)
      if context.currentYear == nil { context.looseYear = Self.onlyYear(report) }
      // 上半年公共卫生服务考核通报, over a text that names one year alone.
      if let year = context.looseYear, let title = titles.first {
        var named = context
        named.year = year
        period(FoldedText(prose: title), &named)
        if named.period != nil, named.period != .year(year) {
          (context.period, context.year, context.periodOrigin) = (named.period, year, .title)
        }
      }
    }
    return context
  }

  // 计划生育工作 and 目标完成情况 are no plans.
  static let plans = WordSet(words: [
    "打算", "工作计划", "年度计划", "工作要点", "工作安排", "工作目标", "目标任务", "目标责任", "工作思路", "工作部署", "工作规划",
  ])
  private static let reports = WordSet(words: ["总结", "情况", "回顾", "汇报", "报告", "通报", "公报", "小结", "进展", "述职"])

  private static func isPlan(_ title: String) -> Bool {
    let letters = Array(title.unicodeScalars)
    return plans.occurs(in: letters, letters.indices) && !reports.occurs(in: letters, letters.indices)
  }

  /// 13-柳荫社区卫生服务中心…: the name of a file without its number in a folder.
  private static func withoutNumber(_ name: String) -> String {
    let number = name.prefix { $0.isASCII && $0.isNumber }
    let rest = name.dropFirst(number.count)
    guard (1...3).contains(number.count), let mark = rest.first, "-_.、 ".contains(mark) else { return name }
    return rest.dropFirst().first.map { $0.isNumber } ?? true ? name : String(rest.dropFirst())
  }

  /// 县卫生健康局：, which names who is written to.
  private static func isSalutation(_ text: String) -> Bool {
    text.last { !$0.isWhitespace }.map { "：:".contains($0) } ?? false
  }

  /// The name of a facility that is all of a line, as below a report.
  private func signature(_ passage: Passage) -> String? {
    guard passage.text.utf8.count <= 120 else { return nil }
    let folded = FoldedText(prose: passage.text)
    let words = folded.string(0..<folded.count).filter { $0 != " " }
    return facility(FoldedText(words)).flatMap { $0.count == words.count ? $0 : nil }
  }

  /// Takes from a title what is not known yet.
  private func take(_ title: String, _ origin: Observation.PeriodOrigin, _ context: inout DocumentContext) {
    let folded = FoldedText(prose: title, markup: .markdown)
    if context.facility == nil { context.facility = facility(folded) ?? facility(behindMark: folded) }
    let isOfMeeting = Self.isOfMeeting(title)
    if context.region == nil, !isOfMeeting { context.region = region(folded) ?? region(behindMark: folded) }
    // 一、2023年第二季度… is a heading, not the title.
    if folded.scalars.prefix(4).contains("、") { return }
    if context.period != nil { return narrow(by: folded, &context) }
    period(folded, &context)
    if context.period != nil { context.periodOrigin = origin }
  }

  /// The facility that speaks in the first sentences of a report: 2024年，清河县人民医院全体干部职工….
  private func opening(_ report: TextReport) -> String? {
    for passage in Self.prose(report).prefix(2) {
      for sentence in passage.text.split(separator: "。", maxSplits: 3).prefix(3) {
        let folded = FoldedText(prose: String(sentence.prefix(60)))
        guard let name = facility(folded) else { continue }
        let words = start(of: folded)
        let isSubject = words.hasPrefix(name) && Self.speaking.contains { words.dropFirst(name.count).hasPrefix($0) }
        if isSubject { return name }
      }
      if let name = inOffice(FoldedText(prose: String(passage.text.prefix(60)))) { return name }
    }
    return nil
  }

  /// 本人任石桥镇卫生院院长…: the facility of the one who speaks.
  private func inOffice(_ text: FoldedText) -> String? {
    guard
      let at = text.scalars.indices.dropFirst().first(where: { at in
        text.scalars[at] == "任" && ["人", "我", "担"].contains(text.scalars[at - 1])
          || text.scalars[at] == "表" && text.scalars[at - 1] == "代"
      }), let name = facility(FoldedText(text.string(at + 1..<text.count)))
    else { return nil }
    let rest = text.string(at + 1..<text.count).dropFirst(name.count)
    return ["全体", "全院", "向", "院长", "副院长", "书记", "党委书记", "主任", "站长", "党支部书记"].contains { rest.hasPrefix($0) }
      ? name : nil
  }

  private static let speaking = [
    "全体", "坚持", "认真", "紧紧", "紧扣", "围绕", "深入", "始终", "在", "以", "全院", "上下", "党委", "党支部", "班子", "计划", "打算", "力争", "将",
  ]

  /// The passages that are whole sentences.
  static func prose(_ report: TextReport) -> [Passage] {
    report.passages.prefix(5).filter { passage in
      passage.text.holds("。") || passage.text.count > 20 && passage.text.hasSuffix("：")
    }
  }

  private static let mottoes = [
    "引领", "推动", "助力", "打造", "赋能", "谱写", "聚焦", "坚持", "促进", "高质量", "发展", "奋力", "建设", "服务好", "守护", "在全", "创建", "争创", "迎接",
    "推荐", "做实", "做强", "做优", "做细", "守好", "筑牢", "夯实", "织密", "深化", "共建", "托起", "擦亮", "答好",
  ]

  private static let themes = ["情况", "分析", "总结", "汇报", "报告(", "材料"]
  private static let tellings = ["数说", "细数", "数读", "盘点", "回眸", "走进", "聚焦", "探访", "点赞"]
  private static let levels = ["国", "省", "市", "州", "县", "区", "旗", "镇", "乡"]

  /// 全市 for 2023年全市卫生健康事业发展统计公报, 全县 for 东山县2023年家庭医生签约服务工作汇报.
  private func region(_ title: FoldedText) -> String? {
    let words = title.string(0..<title.count)
    if let level = Self.levels.first(where: { words.holds("全" + $0) }) { return "全" + level }
    if words.holds("我国") { return "全国" }
    if let level = ["县", "市", "区"].first(where: { words.holds("我" + $0) || words.contains($0 + "域") }), level != "区" {
      return "全" + level
    }
    if title.scalars.prefix(4).contains("、") { return nil }
    return named(start(of: title)).map { "全" + $0 }
  }

  /// The level of the region whose name a text begins with: 县 for 东山县“十四五”….
  func named(_ text: String) -> String? {
    if ["迎接", "欢迎", "接受", "赴", "向"].contains(where: text.hasPrefix) { return nil }
    let name = text.prefix { character in
      let scalar = character.unicodeScalars.first ?? " "
      return (0x4E00...0x9FFF).contains(scalar.value) && !ChineseNumeral.isNumeral(scalar)
    }
    let place = Array(name.prefix(14))
    let ends = place.indices.filter { at in
      at >= 2 && Self.levels.contains(String(place[at])) && !"社地院校辖景园区市县乡".contains(place[at - 1])
        && (at + 1 == place.count || !"域级镇村县区中直属内外管".contains(place[at + 1])
          // 白鹭县县级公立医院.
          || place[at] == "县" && at + 2 < place.count && place[at + 1] == "县" && place[at + 2] == "级")
    }
    // 清源市东山县: the last of two names of two or three letters.
    guard var end = ends.first, end <= 4 else { return nil }
    while let next = ends.first(where: { (2...5).contains($0 - end) && $0 > end }), next - end >= 3 { end = next }
    return String(place[end])
  }

  /// A title without the period and the marks that it begins with.
  func start(of title: FoldedText) -> String {
    var text = title.string(0..<title.count)
    if let found = PeriodScanner(title.scalars, before: title.count, context: PeriodContext()).period(at: 0) {
      text = title.string(found.range.upperBound..<title.count)
    }
    // 【新闻稿】清江县人民医院….
    if text.first == "【", let close = text.prefix(12).firstIndex(of: "】") {
      text = String(text[text.index(after: close)...])
    }
    text = String(text.drop { " 关于在（(-《【*·，,".contains($0) })
    // 写给枫岭县第二人民医院全体同仁的新年信.
    if text.hasPrefix("写给") { text.removeFirst(2) }
    // 数说青禾县人民医院这一年.
    if let verb = Self.tellings.first(where: text.hasPrefix) { text.removeFirst(verb.count) }
    return text
  }

  /// The name up to the first ending, from the start of the title; `nil` where it begins with something else.
  func facility(_ title: FoldedText) -> String? {
    // 中共清江县人民医院总支部委员会关于…: of the hospital.
    let words = start(of: title)
    let characters = Array(words.hasPrefix("中共") ? words.dropFirst(2) : words[...])
    let ends = Self.ends(characters)
    guard let end = ends.first else { return nil }
    for candidate in ends.reversed() {
      if let facility = registry.resolve(String(characters[..<candidate])) { return facility.name }
    }
    let name = String(characters[..<end])
    let isHan = name.unicodeScalars.allSatisfy {
      (0x4E00...0x9FFF).contains($0.value) || $0 == "(" || $0 == ")" || Mask.isBlot($0)
        || NumberScanner.isDigit($0) && name.contains("120")
    }
    // 我院（鹿门市第一人民医院）总体平稳 begins with no name.
    guard isHan, (4...24).contains(name.count), !name.contains("(") || name.contains(")") else { return nil }
    // （供市卫健委督导组参阅）: who is to read it; but 呈贡区 and 送桥镇 are places.
    if "供呈报送致".contains(characters[0]), "省市县区州旗".contains(characters[1]) { return nil }
    // 松坪县人民政府关于县域医共体…: no name of an institution.
    if name.contains("的") || name.contains("关于") || name.hasPrefix("全") || name.hasPrefix("各") || name.hasPrefix("120")
    {
      return nil
    }
    // 安屏县紧密型医共体建设见闻, 白杨县医共体管委会办公室: what is told of, by the region.
    if name.hasSuffix("医共体") || name.hasSuffix("医联体"), case let rest = words.dropFirst(end),
      ["建设", "管理委员会", "管委会"].contains(where: rest.hasPrefix)
    {
      return nil
    }
    // 以高质量党建引领医院高质量发展 names nobody.
    if Self.mottoes.contains(where: name.holds) || Self.themes.contains(where: name.holds) { return nil }
    return ["公立医院", "我院", "本院", "级医院", "乡镇卫生院"].contains(where: name.hasSuffix) ? nil : name
  }

  private static let endingsByLast = Dictionary(grouping: endings.map(Array.init)) { $0[$0.count - 1] }

  /// Where names of institutions end, the nearest first; of two endings side by side the later one: 卫生健康委员会, 医共体总医院.
  private static func ends(_ text: [Character]) -> [Int] {
    var found: [Range<Int>] = []
    for (at, letter) in text.enumerated() {
      let end = at + 1
      let lengths = endingsByLast[letter, default: []].lazy.filter { ending in
        end > ending.count && text[(end - ending.count)..<end].elementsEqual(ending)
      }.map(\.count)
      guard let length = lengths.max() else { continue }
      if let last = found.last?.upperBound, last >= end - length - 1, last >= end - length || text[last] != "(" {
        found.removeLast()
      }
      found.append((end - length)..<end)
    }
    return found.map(\.upperBound)
  }
}
