// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Periods in titles that say when or for what a report was written, and not what time it is of.
extension DocumentTitle {
  /// 工作报告（2024年1月）, （县长 2024年1月）, 调研组（2024年1月）: the month in brackets says when a report on a year was given.
  func isDateOf(_ title: FoldedText, _ found: FoundPeriod) -> Bool {
    let (start, end) = (found.range.lowerBound, found.range.upperBound)
    guard end < title.count, let open = title.scalars[..<start].lastIndex(of: "(") else { return false }
    // 情况汇报（2020年9月省级督导）.
    if open == start - 1, let close = title.scalars[end...].firstIndex(of: ")"), (1...10).contains(close - end),
      Self.yearly.occurs(in: title.scalars, 0..<open), title.scalars[end..<close].allSatisfy({ $0.value > 0x4E00 })
    {
      return true
    }
    guard ") ".unicodeScalars.contains(title.scalars[end]) || isBlottedDay(title, end) else { return false }
    let signer = title.scalars[(open + 1)..<start].filter { $0 != " " }
    if let last = signer.last { return signer.count <= 24 && Self.signers.contains(last) }
    if Self.yearly.occurs(in: title.scalars, 0..<open) || isBlottedDay(title, end) { return true }
    return (1...20).contains(open) && Self.signers.contains(title.scalars[open - 1])
  }

  /// （2024年1月X日）: a day blotted out.
  private func isBlottedDay(_ title: FoldedText, _ start: Int) -> Bool {
    let rest = title.scalars[start...].drop { Mask.isBlot($0) }
    return rest.startIndex > start && rest.prefix(2).elementsEqual("日)".unicodeScalars)
  }

  /// The year before that of a government's report, and of a speech at a meeting of a year's first months: 在2016年全县卫生计生工作会议上的讲话
  /// （2016年2月26日）.
  func yearTold(_ title: FoldedText, _ found: FoundPeriod, _ year: Int, _ date: Day?) -> Int? {
    let words = title.string(found.range.upperBound..<title.count)
    if words.holds("政府工作报告") || Self.wishes.contains(where: words.holds) { return year - 1 }
    guard let date, date.year == year, date.month.number <= 4, Self.speeches.contains(where: words.holds) else {
      return nil
    }
    return year - 1
  }

  /// What is said at a new year's beginning.
  private static let wishes = ["新年贺词", "新年致辞", "新年献词", "新年寄语", "新春贺词", "新春致辞", "元旦献词", "新年贺信", "新春寄语"]
  private static let speeches = [
    "会上的讲话", "会议上的讲话", "会上的报告", "会议上的报告", "会上的工作报告", "会议上的工作报告", "会议讲话", "会上的发言", "会议上的发言",
  ]

  /// The last letters of those who sign: 调研组, 县长, 党委书记, 主任, 运营管理部, 办公室, 卫生健康局.
  private static let signers = Set("组长记任部科办室局委".unicodeScalars)

  /// （2024年8月5日—8月11日）, below 第32周工作周报: the days of a weekly paper.
  static func week(_ titles: [String]) -> Period? {
    guard titles.contains(where: { title in ["周报", "周工作", "一周", "每周", "旬报"].contains(where: title.holds) }) else {
      return nil
    }
    return titles.lazy.flatMap { PeriodText.find(in: FoldedText(prose: $0), context: PeriodContext()) }.first {
      if case .days? = $0.period { $0.hasYear } else { false }
    }?.period
  }

  /// Whether a title is that of a paper on a month, which the line below it may name.
  static func isMonthly(_ title: String) -> Bool { ["月报", "月度", "分析", "监测", "快报"].contains(where: title.holds) }

  /// Whether words name the meeting that a report was written for: 全省基层卫生工作现场会交流材料.
  static func isOfMeeting(_ words: String) -> Bool { papers.contains(where: words.holds) }

  private static let papers = ["会交流材料", "会交流发言", "会典型材料", "会典型发言", "会材料", "会发言"]

  private static let yearly = WordSet(words: [
    "工作报告", "会议", "讲话", "总结", "述职", "工作计划", "工作要点", "发言", "汇报", "交流材料", "经验材料", "调研", "考察",
  ])
}
