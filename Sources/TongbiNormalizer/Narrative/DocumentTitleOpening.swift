// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// What the first words of a text without a title say of all that follows: whose it is, and of which year.
extension DocumentTitle {
  /// How many of the first lines may be titles: below 工作简报 and 第9期 stand the day and the title proper.
  static func lines(ofTitles report: TextReport) -> Int {
    let isIssue = report.passages.prefix(2).contains { $0.text.holds("第") && $0.text.hasSuffix("期") }
    return isIssue ? 5 : 3
  }

  /// How a report speaks of its own facility; its first passages tell.
  static func selfName(_ report: TextReport) -> String? {
    for passage in report.passages.prefix(40) {
      if let name = ["我院", "本院", "全院", "我中心", "本中心", "我站", "本站"].first(where: passage.text.holds) { return name }
    }
    // 2023年医院总收入5.36亿元.
    let isHospital = report.passages.prefix(5).contains { passage in
      passage.text.hasPrefix("医院") || ["年医院", "月医院", "，医院", "。医院"].contains(where: passage.text.holds)
    }
    return isHospital ? "医院" : nil
  }

  /// Whether a journalist tells of a facility, which calls nothing its own.
  static func isToldByOthers(_ report: TextReport) -> Bool {
    report.speaks(of: "记者", "本报讯", "通讯员") && !report.speaks(of: "我院", "本院")
  }

  /// 全县 for 松坪县卫生健康局, in a report that speaks of 全县.
  static func area(ofOffice name: String, in report: TextReport) -> String? {
    let letters = Array(name.unicodeScalars)
    guard let office = WordSet.offices.match(letters, endingAt: letters.count, after: 0),
      let level = letters[..<office.start].last, "县市区旗州省".unicodeScalars.contains(level)
    else { return nil }
    let area = "全" + String(Character(level))
    return report.speaks(of: area) ? area : nil
  }

  /// 全县 for 松坪县妇幼保健院 and 松坪县疾控中心, in a report that speaks of 全县.
  static func area(ofPeopleOf name: String, in report: TextReport) -> String? {
    let letters = Array(name.unicodeScalars)
    let start = letters.indices.first { WordSet.centresOfPeople.end(letters, at: $0, before: letters.count) != nil }
    guard let start, let level = letters[..<start].last, "县市区旗州".unicodeScalars.contains(level) else { return nil }
    let area = "全" + String(Character(level))
    return report.speaks(of: area) ? area : nil
  }

  /// 全区 for 临泉区妇幼健康工作情况汇报, which 区妇幼保健计划生育服务中心 wrote.
  func areaReportedOn(by name: String, in report: TextReport, titled title: String?) -> String? {
    guard let title, ["妇幼", "疾病预防", "疾控", "卫生监督", "血站"].contains(where: name.holds) else { return nil }
    let folded = FoldedText(prose: title)
    guard facility(folded) == nil, let level = named(start(of: folded)) else { return nil }
    let area = "全" + level
    return report.speaks(of: area) ? area : nil
  }

  /// 清河镇卫生院与东柳镇卫生院2022年运行情况对比: the two facilities that a title joins; none where it names one.
  func pair(_ title: FoldedText) -> [String] {
    guard title.scalars.contains(where: { "与和、".unicodeScalars.contains($0) }) else { return [] }
    let words = start(of: title)
    guard let first = facility(title), words.hasPrefix(first), case let rest = words.dropFirst(first.count),
      let joint = rest.first, "与和、".contains(joint),
      let second = facility(FoldedText(String(rest.dropFirst()))), first != second
    else { return [] }
    return [first, second]
  }

  /// 清沅县县级公立医院2025年第一季度医疗运行简报: the kind of houses between the region and the period of a title.
  func kind(_ title: FoldedText) -> String? {
    let words = start(of: title)
    guard let digit = words.firstIndex(where: { $0.isASCII && $0.isNumber }), named(words) != nil else { return nil }
    let name = words[..<digit]
    guard "院构".contains(name.last ?? " ") else { return nil }
    let region = name.indices.dropFirst(2).first { place in
      "县市区".contains(name[place]) && FacilityKinds.severalHouses.contains(String(name[name.index(after: place)...]))
    }
    return region.map { String(name[name.index(after: $0)...]) }
  }

  /// “十四五”建设回顾: the five years of a plan that a title looks back on.
  func planReviewed(_ title: FoldedText) -> Period? {
    guard ["回顾", "总结", "成就", "综述", "发展情况"].contains(where: title.string(0..<title.count).contains) else { return nil }
    var letters = title.scalars.filter { !"“”\"".unicodeScalars.contains($0) }
    guard let at = letters.indices.dropLast(2).first(where: { letters[$0] == "十" && letters[$0 + 2] == "五" }) else {
      return nil
    }
    letters = Array(letters[at...(at + 2)]) + Array("期间".unicodeScalars)
    return PeriodScanner(letters, before: letters.count, context: PeriodContext()).period(at: 0)?.period
  }

  /// The facility behind a colon, bar, dash or blank of a title: 盘点2024：清河县人民医院十件大事.
  func facility(behindMark title: FoldedText) -> String? {
    for at in title.scalars.indices where ":|丨 ".unicodeScalars.contains(title.scalars[at]) || title.scalars[at] == "-"
    {
      if let name = facility(FoldedText(title.string(at + 1..<title.count))) { return name }
    }
    return nil
  }

  /// Whether a dash of two, as —— is folded, ends at a place.
  private static func endsDash(_ title: FoldedText, _ at: Int) -> Bool {
    at > 0 && title.scalars[at] == "-" && title.scalars[at - 1] == "-"
  }

  /// The region behind a bar of a title: 新闻发布会——屏山市卫生健康专场.
  func region(behindMark title: FoldedText) -> String? {
    let marks = title.scalars.indices.filter {
      "|丨".unicodeScalars.contains(title.scalars[$0]) || Self.endsDash(title, $0)
    }
    guard let at = marks.last else { return nil }
    return named(start(of: FoldedText(title.string(at + 1..<title.count)))).map { "全" + $0 }
  }

  /// 国家卫生健康委日前发布《2021年我国…统计公报》.
  static func speaksOfCountry(_ report: TextReport) -> Bool {
    guard let first = prose(report).first else { return false }
    let words = FoldedText(prose: String(first.text.prefix(80)))
    let text = words.string(0..<words.count)
    return text.holds("国家卫") && (text.holds("我国") || text.holds("公报"))
  }

  /// 2023年第9期 gives no more than the year that 第三季度工作情况 below it is of.
  func narrow(by title: FoldedText, _ context: inout DocumentContext) {
    guard context.isIssue, case .year(let year)? = context.period else { return }
    let scanner = PeriodContext(year: year, date: context.date)
    let found = PeriodText.find(in: title, context: scanner).first { found in
      guard let part = found.period, !part.months.isEmpty, part.months.count < 12 else { return false }
      return context.period?.contains(part) ?? false
    }
    guard let found else { return }
    (context.period, context.isIssue) = (found.period, false)
  }

  /// The department whose own report it is: 骨科2022年工作总结; but not offices, which report on the whole house.
  func department(_ title: String) -> String? {
    // 02-骨科2023年工作总结; but 2023年骨科工作总结.
    let named = start(of: FoldedText(prose: title))
    let isNumbered = named.first.map { "0123456789-.、".contains($0) } ?? false
    let words =
      isNumbered ? start(of: FoldedText(prose: named.drop { "0123456789-.、 ".contains($0) }.description)) : named
    // 呼吸与危重症医学科, 骨关节与运动医学科.
    let letters = words.prefix(12).prefix { character in
      character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }
    guard let end = letters.lastIndex(of: "科"), end != words.startIndex else { return nil }
    var name = String(words[...end])
    let rest = words[words.index(after: end)...]
    // 妇产科主任2020年度述职报告.
    let isOfHead = ["主任", "副主任", "护士长", "负责人", "述职"].contains(where: rest.hasPrefix)
    guard !WordSet.noWards.ends(name) || name.hasSuffix("医学科"), !WordSet.officesOfHouses.ends(name),
      isOfHead || rest.first.map({ $0.isNumber || "（(工科二年上下第一三".contains($0) }) ?? false
    else { return nil }
    // 骨科二病区.
    if let numeral = rest.first, "一二三四五六七八九".contains(numeral),
      let kind = ["病区", "病房", "区"].first(where: rest.dropFirst().hasPrefix)
    {
      name += String(numeral) + kind
    }
    return name
  }

  /// The department that a title names, alone or behind the name of the house: 清江县人民医院骨科2022年工作总结.
  func ward(_ title: String) -> String? {
    // 泾县人民医院骨科: behind the house; but 院感科 and 院办.
    let house = title.indices.last { title[$0] == "院" && !"感办".contains(title[title.index(after: $0)...].first ?? " ") }
    if let behind = house.flatMap({ department(String(title[title.index(after: $0)...])) }) { return behind }
    return department(title).flatMap { $0.contains("院") ? nil : $0 }
  }

  /// A department that reports is an owner of its own, so that its figures are never taken for those of the house.
  static func takeDepartment(_ context: inout DocumentContext) {
    guard let house = context.facility, house.hasSuffix("院"), let ward = context.ward else { return }
    (context.facility, context.house, context.department) = (house + ward, house, ward)
  }

  /// The facility or region by whose name a text begins, behind periods and marks: （2023年9月20日）东湖区疾控中心：….
  func opener(_ report: TextReport) -> String? {
    guard let passage = report.passages.first(where: { $0.text.contains { !$0.isWhitespace } }) else { return nil }
    var words = start(of: FoldedText(prose: String(passage.text.prefix(60))))
    while true {
      let rest = start(of: FoldedText(String(words.drop { "）)，,：:；; ".contains($0) })))
      if rest == words { break }
      words = rest
    }
    // 我院（凤台县妇幼保健院）2024年….
    if words.hasPrefix("我") || words.hasPrefix("本"), let open = words.prefix(6).firstIndex(of: "(") {
      return facility(FoldedText(String(words[words.index(after: open)...])))
    }
    if let name = facility(FoldedText(words)), Self.isPlainName(name), !name.hasSuffix("医共体"), !name.hasSuffix("集团") {
      return name
    }
    guard let level = named(words), level != "旗", let end = words.firstIndex(of: Character(level)) else { return nil }
    let name = String(words[...end])
    return (3...6).contains(name.count) && !WordSet.noRegions.ends(name) && Self.isPlainName(name) ? name : nil
  }

  /// Whether a name holds no words of a sentence: not 我院为二级甲等综合医院.
  private static func isPlainName(_ name: String) -> Bool {
    !name.contains { "我本共收为是有在把将与及对各该".contains($0) } && !name.hasPrefix("120")
  }
}

extension TextReport {
  /// Whether one of some words stands anywhere in it.
  func speaks(of words: String...) -> Bool {
    passages.contains { passage in words.contains { passage.text.holds($0) } }
  }
}

extension WordSet where Meaning == Bool {
  /// What the names of institutions begin with, behind their region, that look after all of its people.
  static let centresOfPeople = WordSet(words: ["妇幼", "疾病预防", "疾控"])
}
