// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// The period of a report that no title names: by when it was written, and by what its text says.
extension DocumentTitle {
  /// Takes the year from the day of writing, and what years a speech counts from.
  func periodOfWriting(_ report: TextReport, _ titles: [String], _ context: inout DocumentContext) {
    let written = context.date.flatMap { Self.isOfDay(report, titles, on: $0) ? $0.year : Self.year($0) }
    guard context.period == nil, let year = context.year ?? written else { return }
    context.period = .year(year)
    guard context.year == nil else { return }
    context.periodOrigin = .documentDate
    // 在职代会上的报告 of January tells of the year before, and plans its own.
    if let now = context.date?.year, now == year + 1, Self.looksBack(report, titles) {
      (context.planPeriod, context.yearOfWriting) = (.year(now), now)
    }
  }

  /// 专报（2022年2月21日）: 截至2月20日24时，…: whether a text begins with a day just before the one it was written on, so that it is
  /// of that year however young the year is.
  private static func isOfDay(_ report: TextReport, _ titles: [String], on date: Day) -> Bool {
    guard date.month.number <= 3, !titles.contains(where: isYearly), let first = prose(report).first else {
      return false
    }
    let found = PeriodText.find(in: FoldedText(prose: first.text), context: PeriodContext(year: date.year, date: date))
    guard let first = found.first, !first.hasYear, case .upTo(let day)? = first.period, day.year == date.year else {
      return false
    }
    return (0...10).contains(date.days(since: day))
  }

  /// Whether a text counts from the year that it was written in: a speech, 去年，…, 今年，我们将….
  private static func looksBack(_ report: TextReport, _ titles: [String]) -> Bool {
    if isSpeech(titles) { return true }
    return report.passages.prefix(80).contains { passage in
      let sentences = passage.text.split { "。！？".contains($0) }
      return sentences.contains { sentence in
        let words = sentence.drop { "一二三四五六七八九十、（）()0123456789. ".contains($0) }
        return words.hasPrefix("去年") && !words.hasPrefix("去年同期")
      } || ahead.contains(where: passage.text.holds)
    }
  }

  /// Whether titles name a speech.
  static func isSpeech(_ titles: [String]) -> Bool {
    titles.contains { title in spoken.contains(where: title.holds) }
  }

  private static let spoken = ["讲话", "发言", "致辞", "职代会", "职工代表大会", "会议上", "大会上"]
  private static let ahead = [
    "今年1", "今年2", "今年一", "今年前", "今年头", "今年春", "今年，我们将", "今年，我院将", "今年，我们要", "今年，全院", "今年我们将", "今年我院将", "今年是",
    "今年，我们的目标", "今年还将", "今年将", "今年要", "今年计划", "今年预计", "今年怎么", "今年力争", "今年我们要",
  ]

  /// Takes the period from what the text says, where neither titles nor dates do.
  func periodOfText(_ report: TextReport, _ titles: [String], _ context: inout DocumentContext) {
    func take(_ found: Period?) {
      guard let found else { return }
      (context.period, context.year, context.periodOrigin) = (found, found.lastDay.year, .section)
    }
    if context.period == nil, context.year == nil { take(Self.introduced(report) ?? Self.announcedUpTo(report)) }
    // 现将1—9月主要运行情况通报如下, on 15 October.
    if let date = context.date, context.period == nil || context.periodOrigin == .documentDate {
      take(Self.introduced(report, on: date))
    }
    if context.period == nil, context.year == nil, context.date == nil, let year = Self.yearOfNumber(report) {
      if Self.tellsOfLastYear(report) {
        take(.year(year - 1))
        (context.planPeriod, context.yearOfWriting) = (.year(year), year)
      } else {
        context.currentYear = year
      }
    }
    if context.period == nil, context.year == nil {
      let begun = Self.begun(report, titled: titles)
      // 院感科上半年小结: 2020年注定不平凡。上半年，….
      if Self.areOfHalf(titles), case .year(let year)? = begun { take(.half(year, 1)) } else { take(begun) }
    }
    if context.period == nil || context.periodOrigin == .documentDate { take(Self.span(report, on: context.date)) }
    if context.period == nil, let date = context.date {
      take(
        Self.told(report, on: date) ?? Self.halfYear(titles, on: date)
          ?? Self.onlyMonths(report, titled: titles, on: date) ?? Self.sinceNewYear(report, on: date)
          ?? Self.upTo(report, on: date))
    }
    // 疫情防控工作简报 of 19 November: 截至11月18日24时，….
    if context.periodOrigin != .given, let date = context.date, context.period == .year(date.year),
      titles.contains(where: Self.isBriefing), !titles.contains(where: Self.isYearly),
      case .upTo(let day)? = Self.upTo(report, on: date), date.days(since: day) <= 10
    {
      (context.period, context.year, context.periodOrigin) = (.upTo(day), day.year, .section)
    }
    // 2025年3月，调研组深入…, which tells of 去年.
    if context.period == nil, let year = Self.yearOfVisit(report) {
      (context.period, context.year, context.periodOrigin) = (.year(year - 1), year - 1, .section)
      (context.planPeriod, context.yearOfWriting) = (.year(year), year)
    }
    if context.periodOrigin == .documentDate, let date = context.date, context.period == .year(date.year),
      date.month.number < 12, Self.introduced(report) == nil,
      !report.speaks(of: "全年"),
      let found = Self.onlyMonths(report, titled: titles, on: date)
    {
      (context.period, context.periodOrigin) = (found, .section)
    }
    if context.period == nil { context.period = context.year.map(Period.year) }
    // 半年成绩单出炉！, of 5 July: no more than the half of the year that its text names.
    if case .year(let year)? = context.period, let date = context.date, date.year == year,
      (6...8).contains(date.month.number), let half = Self.halfYear(titles, on: date)
    {
      (context.period, context.periodOrigin) = (half, .title)
    }
    if case .year(let year)? = context.period, context.planPeriod == nil, !context.isPlan,
      !titles.contains(where: Self.isYearly), let part = Self.part(of: year, in: report)
    {
      (context.period, context.periodOrigin) = (part, .section)
    }
    if case .year(let year)? = context.period, let date = context.date, date.year == year,
      let part = Self.part(titles, on: date)
    {
      (context.period, context.periodOrigin) = (part, .title)
    }
    if case .year(let year)? = context.period {
      if context.date?.year == year + 1, !report.speaks(of: "今年") {
        context.yearOfWriting = year + 1
      }
      context.yearOfAnswer = Self.yearOfAnswer(report, titles, year)
    }
  }

  /// The year that a report of a day speaks of: the one that is ending or has just ended; `nil` in between.
  static func year(_ day: Day) -> Int? {
    switch day.month.number {
    case 1...3: day.year - 1
    case 10...12: day.year
    default: nil
    }
  }

  /// The year of the number that a paper bears: 岭中医〔2023〕4号.
  private static func yearOfNumber(_ report: TextReport) -> Int? {
    for passage in report.passages.prefix(3) where passage.text.count <= 40 {
      let letters = Array(passage.text)
      for at in letters.indices
      where "〔[［﹝".contains(letters[at]) && at + 5 < letters.count && "〕]］﹞".contains(letters[at + 5]) {
        guard passage.text.hasSuffix("号"), let year = Int(String(letters[(at + 1)...(at + 4)])),
          (1990...2100).contains(year)
        else { continue }
        return year
      }
    }
    return nil
  }

  /// 现将我院去年工作总结报送如下.
  private static func tellsOfLastYear(_ report: TextReport) -> Bool {
    report.passages.prefix(8).contains { passage in
      passage.text.holds("如下") && ["去年", "上年度", "上一年度"].contains(where: passage.text.holds)
    }
  }

  /// 一年来（2020年5月至2021年4月）, 1月21日至27日，: the one stretch of time that the first sentences name, where no title does.
  private static func span(_ report: TextReport, on date: Day?) -> Period? {
    let first = prose(report).prefix(2)
    var spans: [Period] = []
    for passage in first {
      let text = FoldedText(prose: passage.text)
      let scanner = PeriodContext(year: date?.year, date: date)
      for found in PeriodText.find(in: text, context: scanner) {
        switch found.period {
        case .months(let from, let to)? where found.hasYear && from.year < to.year && found.listed.isEmpty:
          guard let period = found.period, period.months.count <= 24, date.map({ period.lastDay <= $0 }) ?? true else {
            continue
          }
          spans.append(period)
        case .days(let from, let to)? where found.range.lowerBound == 0 && from.year == date?.year && from < to:
          // 9月20日至29日，县卫计局抽调业务骨干督查…: when somebody looked.
          let isOfCheck = ["督查", "检查", "抽查", "督导", "调研", "考核", "抽调", "巡查"].contains(where: passage.text.holds)
          if let date, to <= date, NumberScanner.isDigit(text.scalars[0]), !isOfCheck { spans.append(.days(from, to)) }
        default: continue
        }
      }
    }
    return spans.count == 1 ? spans.first : nil
  }

  private static func isBriefing(_ title: String) -> Bool {
    ["简报", "专报", "日报", "快报"].contains(where: title.holds)
  }

  /// The year in whose first months somebody looked, where the text tells of the year before: 2025年3月XX日至4月XX日，调研组….
  private static func yearOfVisit(_ report: TextReport) -> Int? {
    guard let first = prose(report).first, ["调研", "督查", "督导", "检查"].contains(where: first.text.holds) else {
      return nil
    }
    // Up to the month, as its days may be blotted out.
    guard let month = first.text.firstIndex(of: "月"),
      let found = PeriodText.find(in: FoldedText(prose: String(first.text[...month])), context: PeriodContext())
        .last(where: \.hasYear),
      let day = found.period?.lastDay, day.month.number <= 6,
      report.speaks(of: "去年", "截至\(day.year - 1)年底", "截至\(day.year - 1)年末")
    else { return nil }
    return day.year
  }

  /// 现将截至2022年6月底的整改进展情况予以公布: all up to that day.
  private static func announcedUpTo(_ report: TextReport) -> Period? {
    for passage in prose(report).prefix(4) {
      let text = FoldedText(prose: passage.text)
      let start = text.scalars.indices.first { announcing.end(text.scalars, at: $0, before: text.count) != nil }
      guard let start, let at = announcing.end(text.scalars, at: start, before: text.count) else { continue }
      let found = PeriodScanner(text.scalars, before: text.count, context: PeriodContext()).period(at: at)
      if let found, found.hasYear, case .upTo? = found.period { return found.period }
    }
    return nil
  }

  private static let announcing = WordSet(words: ["现将", "现把", "现就"])

  /// 截至8月31日，全县…, by which a report of 5 September begins: all up to then.
  private static func upTo(_ report: TextReport, on date: Day) -> Period? {
    for passage in prose(report).prefix(3) {
      let text = FoldedText(prose: passage.text)
      let start = ListMark.end(text.scalars) ?? 0
      guard WordSet.untilNow.end(text.scalars, at: start, before: text.count) != nil else { continue }
      let scanner = PeriodScanner(text.scalars, before: text.count, context: PeriodContext(year: date.year, date: date))
      guard case .upTo(let day)? = scanner.period(at: start)?.period, day.year == date.year, day.month.number > 1,
        (0...100).contains(date.days(since: day))
      else { return nil }
      return .upTo(day)
    }
    return nil
  }

  /// 今年以来，…, in a report of 15 September that speaks of no other year.
  private static func sinceNewYear(_ report: TextReport, on date: Day) -> Period? {
    guard date.month.number > 1,
      report.speaks(of: "今年以来", "年初以来"),
      !report.speaks(of: "\(date.year - 1)年", "去年，"),
      let first = Day(date.year, 1, 1)
    else { return nil }
    return .days(first, date)
  }

  /// 半年工作会议, 上半年工作小结 of July: the half that was over.
  private static func halfYear(_ titles: [String], on date: Day) -> Period? {
    (6...12).contains(date.month.number) && areOfHalf(titles) ? .half(date.year, 1) : nil
  }

  /// 医共体建设前三季度进展, of 25 October: the part of the year that a title or the file's name gives and that was just over.
  private static func part(_ titles: [String], on date: Day) -> Period? {
    let context = PeriodContext(year: date.year, date: date)
    return titles.lazy.flatMap { PeriodText.find(in: FoldedText(prose: $0), context: context) }.first { found in
      guard let part = found.period, !found.hasYear, (3...11).contains(part.months.count) else { return false }
      return part.firstDay?.year == date.year && part.lastDay <= date && date.days(since: part.lastDay) <= 100
    }?.period
  }

  private static func areOfHalf(_ titles: [String]) -> Bool {
    titles.contains { $0.contains("半年") && !$0.contains("下半年") }
  }
}
