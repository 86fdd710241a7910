// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Finds the facility and the period that a report's title or file name speaks of.
struct DocumentTitle {
  let registry: FacilityRegistry

  private static let endings = WordSet(words: [
    "医院", "卫生院", "保健院", "服务中心", "疾控中心", "卫生健康委", "卫生健康局", "卫健委", "卫健局", "健康委员会", "血站", "服务站", "控制中心", "急救中心",
  ])

  /// The context with what it leaves open taken from the title, then from the file name.
  func completed(_ context: DocumentContext, from report: TextReport) -> DocumentContext {
    var context = context
    let name = report.file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    let titles = report.passages.prefix(3).map(\.text).filter {
      $0.utf8.count <= 1_000 && $0.count <= 60 && !$0.contains("。") && !$0.contains("，") && !$0.contains(",")
    }
    if context.date == nil { context.date = date(report) }
    for title in titles {
      let isOpen = context.period == nil
      take(title, .title, &context)
      if isOpen, context.period != nil { context.isPlan = Self.isPlan(title) }
    }
    if context.period == nil, let year = context.year ?? context.date.flatMap(Self.year) {
      context.period = .year(year)
      context.periodOrigin = context.year == nil ? .documentDate : context.periodOrigin
    }
    take(name, .fileName, &context)
    if context.year == nil { context.year = context.period?.lastDay.year }
    if context.period == nil { context.period = context.year.map(Period.year) }
    return context
  }

  // 计划生育工作 and 目标完成情况 are no plans.
  private static let plans = WordSet(words: [
    "打算", "工作计划", "年度计划", "工作要点", "工作安排", "工作目标", "目标任务", "目标责任", "工作思路", "工作部署", "工作规划",
  ])
  private static let reports = WordSet(words: ["总结", "情况", "回顾", "汇报", "报告", "通报", "公报", "小结", "进展", "述职"])

  private static func isPlan(_ title: String) -> Bool {
    let letters = Array(title.unicodeScalars)
    return plans.occurs(in: letters, letters.indices) && !reports.occurs(in: letters, letters.indices)
  }

  /// Takes from a title what is not known yet.
  private func take(_ title: String, _ origin: Observation.PeriodOrigin, _ context: inout DocumentContext) {
    let folded = FoldedText(prose: title, markup: .markdown)
    if context.facility == nil { context.facility = facility(folded) }
    if context.region == nil { context.region = region(folded) }
    // 一、2023年第二季度… is a heading, not the title.
    if folded.scalars.prefix(4).contains("、") || context.period != nil { return }
    period(folded, &context)
    if context.period != nil { context.periodOrigin = origin }
  }

  /// The day that stands alone in one of the first or last lines: （2024年2月6日）.
  private func date(_ report: TextReport) -> Day? {
    for passage in report.passages.prefix(5) + report.passages.suffix(3) where passage.text.utf8.count <= 90 {
      let folded = FoldedText(prose: passage.text)
      let found = PeriodText.find(in: folded, context: PeriodContext())
      guard found.count == 1, found[0].hasYear, case .instant(let day)? = found[0].period else { continue }
      let rest = folded.scalars[..<found[0].range.lowerBound] + folded.scalars[found[0].range.upperBound...]
      let words = String(String.UnicodeScalarView(rest.filter { (0x4E00...0x9FFF).contains($0.value) }))
      if ["", "日期", "时间", "发布日期", "发布时间", "成文日期", "印发", "印发日期"].contains(words) { return day }
    }
    return nil
  }

  /// The year that a report of a day speaks of: the one that is ending or has just ended; `nil` in between.
  private static func year(_ day: Day) -> Int? {
    switch day.month.number {
    case 1...3: day.year - 1
    case 10...12: day.year
    default: nil
    }
  }

  private func period(_ title: FoldedText, _ context: inout DocumentContext) {
    let scanner = PeriodContext(year: context.year, date: context.date)
    for found in PeriodText.find(in: title, context: scanner) where !found.isMasked {
      guard let period = found.period, !period.months.isEmpty else { continue }
      if let year = context.year, period.lastDay.year != year { continue }
      context.period = period
      return
    }
  }

  /// 全市 for 2023年全市卫生健康事业发展统计公报, 全县 for 东山县卫生健康事业发展情况通报.
  private func region(_ title: FoldedText) -> String? {
    let letters = title.scalars
    guard Self.bulletins.occurs(in: letters, letters.indices) else { return nil }
    let levels = "省市州县区旗".unicodeScalars
    let whole = Set(zip(letters, letters.dropFirst()).filter { $0.0 == "全" }.map(\.1))
    if let level = levels.first(where: whole.contains) { return "全" + String(level) }
    let care = letters.indices.first { Self.care.end(letters, at: $0, before: letters.count) != nil }
    guard let end = care else { return nil }
    let place = letters[..<end].filter {
      (0x4E00...0x9FFF).contains($0.value) && !"年度上下半月季".unicodeScalars.contains($0)
    }
    guard (2...12).contains(place.count), let last = place.last, levels.contains(last) else { return nil }
    return "全" + String(last)
  }

  private static let bulletins = WordSet(words: ["公报", "通报", "统计", "简报", "事业发展", "卫生健康工作", "卫生事业"])
  private static let care = WordSet(words: ["卫生", "医疗", "医改"])

  /// The name up to the first ending, from the start of the title; `nil` where it begins with something else.
  func facility(_ title: FoldedText) -> String? {
    let letters = title.scalars
    // A period may stand before the name.
    let period = PeriodScanner(letters, before: letters.count, context: PeriodContext()).period(at: 0)
    var start = period?.range.upperBound ?? 0
    while start < letters.count, " 关于（(".unicodeScalars.contains(letters[start]) { start += 1 }
    // Where names of institutions end, the nearest first.
    let ends = (start..<letters.count).map { $0 + 1 }.filter {
      Self.endings.match(letters, endingAt: $0, after: start + 1) != nil
    }
    guard let end = ends.first else { return nil }
    for candidate in ends.reversed() {
      if let facility = registry.resolve(title.string(start..<candidate)) { return facility.name }
    }
    let name = letters[start..<end]
    guard name.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) || $0 == "(" || $0 == ")" }),
      (4...24).contains(name.count), Self.generic.match(letters, endingAt: end, after: start) == nil
    else { return nil }
    return title.string(start..<end)
  }

  private static let generic = WordSet(words: ["公立医院", "我院", "本院", "全市医院", "乡镇卫生院"])
}
