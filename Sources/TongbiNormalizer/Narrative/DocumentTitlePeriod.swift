// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// The period of a report that no title names: by when it was written, and by what its text says.
extension DocumentTitle {
  /// Takes the year from the day of writing, and what years a speech counts from.
  func periodOfWriting(_ report: TextReport, _ titles: [String], _ context: inout DocumentContext) {
    guard context.period == nil, let year = context.year ?? context.date.flatMap(Self.year) else { return }
    context.period = .year(year)
    guard context.year == nil else { return }
    context.periodOrigin = .documentDate
    // 在职代会上的报告 of January tells of the year before, and plans its own.
    if let now = context.date?.year, now == year + 1, Self.looksBack(report, titles) {
      (context.planPeriod, context.yearOfWriting) = (.year(now), now)
    }
  }

  /// Whether a text counts from the year that it was written in: a speech, 去年，…, 今年，我们将….
  private static func looksBack(_ report: TextReport, _ titles: [String]) -> Bool {
    if titles.contains(where: { title in spoken.contains(where: title.contains) }) { return true }
    return report.passages.contains { passage in
      let sentences = passage.text.split { "。！？".contains($0) }
      return sentences.contains { $0.hasPrefix("去年") && !$0.hasPrefix("去年同期") }
        || ahead.contains(where: passage.text.contains)
    }
  }

  private static let spoken = ["讲话", "发言", "致辞", "职代会", "职工代表大会", "会议上", "大会上"]
  private static let ahead = ["今年，我们将", "今年，我院将", "今年，我们要", "今年，全院", "今年我们将", "今年我院将", "今年是", "今年，我们的目标"]

  /// Takes the period from what the text says, where neither titles nor dates do.
  func periodOfText(_ report: TextReport, _ titles: [String], _ context: inout DocumentContext) {
    func take(_ found: Period?) {
      guard let found else { return }
      (context.period, context.year, context.periodOrigin) = (found, found.lastDay.year, .section)
    }
    if context.period == nil, context.year == nil { take(Self.introduced(report)) }
    if context.period == nil, context.year == nil, context.date == nil, let year = Self.yearOfNumber(report) {
      if Self.tellsOfLastYear(report) {
        take(.year(year - 1))
        (context.planPeriod, context.yearOfWriting) = (.year(year), year)
      } else {
        context.currentYear = year
      }
    }
    if context.period == nil, context.year == nil { take(Self.begun(report, titled: titles)) }
    if context.period == nil, let date = context.date {
      take(
        Self.told(report, on: date) ?? Self.halfYear(titles, on: date)
          ?? Self.onlyMonths(report, titled: titles, on: date))
    }
    if context.periodOrigin == .documentDate, let date = context.date, context.period == .year(date.year),
      date.month.number < 12, Self.introduced(report) == nil,
      !report.passages.contains(where: { $0.text.contains("全年") }),
      let found = Self.onlyMonths(report, titled: titles, on: date)
    {
      (context.period, context.periodOrigin) = (found, .section)
    }
    if context.period == nil { context.period = context.year.map(Period.year) }
    if case .year(let year)? = context.period, context.planPeriod == nil, !context.isPlan,
      !titles.contains(where: Self.isYearly), let part = Self.part(of: year, in: report)
    {
      (context.period, context.periodOrigin) = (part, .section)
    }
    if case .year(let year)? = context.period {
      if context.date?.year == year + 1, !report.passages.contains(where: { $0.text.contains("今年") }) {
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

  /// 2023总结终稿.txt, 运营分析202309.txt: the year, or the month of an analysis, that a file's name holds as digits alone.
  static func period(ofName name: String) -> Period? {
    let runs = name.split { !$0.isASCII || !$0.isNumber && !"-._/".contains($0) }
    for run in runs {
      let digits = run.split { !$0.isNumber }
      guard digits.count == 1, let number = digits.first, let year = Int(number.prefix(4)), (1990...2100).contains(year)
      else { continue }
      if number.count == 4 { return .year(year) }
      let isOfMonth = ["运营", "运行", "分析", "月报", "月度", "简报"].contains(where: name.contains)
      if number.count == 6, isOfMonth, let month = Int(number.suffix(2)).flatMap({ Month(year, $0) }) { return .month(month) }
    }
    return nil
  }

  /// The year of the number that a paper bears: 岭中医〔2023〕4号.
  private static func yearOfNumber(_ report: TextReport) -> Int? {
    for passage in report.passages.prefix(3) where passage.text.count <= 40 {
      let letters = Array(passage.text)
      for at in letters.indices where "〔[［﹝".contains(letters[at]) && at + 5 < letters.count && "〕]］﹞".contains(letters[at + 5]) {
        guard passage.text.hasSuffix("号"), let year = Int(String(letters[(at + 1)...(at + 4)])), (1990...2100).contains(year)
        else { continue }
        return year
      }
    }
    return nil
  }

  /// 现将我院去年工作总结报送如下.
  private static func tellsOfLastYear(_ report: TextReport) -> Bool {
    report.passages.prefix(8).contains { passage in
      passage.text.contains("如下") && ["去年", "上年度", "上一年度"].contains(where: passage.text.contains)
    }
  }

  /// 半年工作会议, 上半年工作小结 of July: the half that was over.
  private static func halfYear(_ titles: [String], on date: Day) -> Period? {
    guard (6...12).contains(date.month.number),
      titles.contains(where: { $0.contains("半年") && !$0.contains("下半年") })
    else { return nil }
    return .half(date.year, 1)
  }

  /// 2017年，清河街道社区卫生服务中心…: the year or the first months of one that a report begins with, where no title names any.
  static func begun(_ report: TextReport, titled titles: [String]) -> Period? {
    guard titles.contains(where: { title in accounts.contains(where: title.contains) }),
      let first = prose(report).first
    else { return nil }
    let text = FoldedText(prose: String(first.text.prefix(40)))
    let scanner = PeriodScanner(text.scalars, before: text.count, context: PeriodContext())
    guard let start = text.scalars.firstIndex(where: { $0 != " " }), let found = scanner.period(at: start),
      found.hasYear, let period = found.period, period.firstDay?.number == 1, period.firstDay?.month.number == 1,
      period.months.count > 1, !report.passages.contains(where: { tells($0, of: period.lastDay.year) })
    else { return nil }
    return period
  }

  /// Whether a passage of sentences goes beyond a year: what it tells is of several.
  private static func tells(_ passage: Passage, of year: Int) -> Bool {
    guard passage.text.contains("。"), (1...5).contains(where: { passage.text.contains("\(year + $0)年") }) else { return false }
    let text = FoldedText(prose: passage.text)
    return PeriodText.find(in: text, context: PeriodContext()).contains { found in
      let start = found.range.lowerBound
      return found.hasYear && found.period.map { $0.lastDay.year > year } ?? false
        && !(start > 0 && "到至在于".unicodeScalars.contains(text.scalars[start - 1]))
    }
  }

  private static let accounts = [
    "总结", "小结", "述职", "汇报", "情况", "通报", "分析", "发言", "提纲", "讲话", "简报",
  ]

  /// 1至8月门诊2.1万人次, in a report of 8 September that speaks of no year before: the one stretch of months that it names.
  static func onlyMonths(_ report: TextReport, titled titles: [String], on date: Day) -> Period? {
    guard titles.contains(where: { title in accounts.contains(where: title.contains) }),
      !report.passages.contains(where: { $0.text.contains("\(date.year - 1)年") })
    else { return nil }
    var told: Period?
    for passage in report.passages.prefix(20) {
      let text = FoldedText(prose: passage.text)
      for found in PeriodText.find(in: text, context: PeriodContext(year: date.year, date: date)) {
        guard let period = found.period, (2..<12).contains(period.months.count), !found.isSamePeriod,
          period.firstDay == Day(date.year, 1, 1), period.lastDay <= date
        else { continue }
        if let told, told != period { return nil }
        told = period
      }
    }
    return told
  }

  /// 记者获悉，今年上半年，…: the months of this year that a note of a day tells of first.
  static func told(_ report: TextReport, on date: Day) -> Period? {
    let word = Array("今年".unicodeScalars)
    for passage in report.passages.prefix(8) {
      // 截至2023年底，…: what follows is of the year before, too.
      let ends = ["截至", "截止", "截止到", "截至到"].flatMap { word in ["底", "末"].map { "\(word)\(date.year - 1)年\($0)" } }
      if ends.contains(where: passage.text.contains) { return nil }
      guard passage.text.contains("今年") else { continue }
      let text = FoldedText(prose: passage.text)
      let scanner = PeriodScanner(text.scalars, before: text.count, context: PeriodContext(year: date.year, date: date))
      for at in text.scalars.indices where text.scalars[at...].starts(with: word) {
        if let found = scanner.period(at: at)?.period, (2...11).contains(found.months.count),
          found.firstDay == Day(date.year, 1, 1), found.lastDay <= date
        {
          return found
        }
      }
    }
    return nil
  }

  /// 下面，将2023年有关情况汇报如下。: the period that a text says it reports on, where no title does.
  static func introduced(_ report: TextReport) -> Period? {
    for passage in report.passages.prefix(8) where passage.text.contains("如下") {
      let text = FoldedText(prose: passage.text)
      for sentence in Sentences.ranges(in: text.scalars, from: 0) {
        let words = text.string(sentence)
        guard words.contains("如下"), ["现将", "下面将", "将", "现就", "把"].contains(where: words.contains) else { continue }
        let found = PeriodText.find(in: FoldedText(words), context: PeriodContext()).filter { $0.hasYear }
        if found.count == 1, let period = found[0].period, !period.months.isEmpty { return period }
      }
    }
    return nil
  }

  /// Whether a title says that its report is of a whole year: 2023年工作总结, 2023年统计公报.
  static func isYearly(_ title: String) -> Bool {
    ["总结", "述职", "年度", "年报", "公报", "年鉴", "全年", "回顾"].contains(where: title.contains)
  }

  /// The months of a year that all sentences speak of that begin with a period, in a report titled by its year alone:
  /// 1—10月，医共体运行平稳….
  static func part(of year: Int, in report: TextReport) -> Period? {
    var part: Period?
    for passage in report.passages.prefix(60) {
      let text = FoldedText(prose: passage.text)
      let scanner = PeriodScanner(
        text.scalars, before: text.count, context: PeriodContext(year: year, own: .year(year)))
      for sentence in Sentences.ranges(in: text.scalars, from: ListMark.end(text.scalars) ?? 0) {
        guard let start = text.scalars[sentence].firstIndex(where: { $0 != " " }),
          let found = scanner.period(at: start)?.period, !found.months.isEmpty
        else { continue }
        guard found.lastDay.year == year, found.firstDay == Day(year, 1, 1), found.months.count < 12,
          part ?? found == found
        else { return nil }
        part = found
      }
    }
    return part
  }

  /// 去年（2022年）, 明年（2024年）: the year that these words count from.
  static func currentYear(_ report: TextReport) -> Int? {
    for passage in report.passages.prefix(3) where passage.text.contains("年（") || passage.text.contains("年(") {
      let text = FoldedText(prose: passage.text)
      for (word, shift) in [("去年", 1), ("今年", 0), ("明年", -1)] {
        let letters = Array(word.unicodeScalars) + ["("]
        guard let at = text.scalars.indices.first(where: { text.scalars[$0...].starts(with: letters) }),
          let found = PeriodScanner(text.scalars, before: text.count, context: PeriodContext()).period(at: at + 3),
          case .year(let year)? = found.period, found.hasYear
        else { continue }
        return year + shift
      }
    }
    return nil
  }

  /// The year after the one that was assessed, where a title says that the report answers an assessment, and the paper it
  /// answers is of that year: 收到《…通报》（某卫函〔2022〕86号）.
  static func yearOfAnswer(_ report: TextReport, _ titles: [String], _ year: Int) -> Int? {
    guard titles.contains(where: { title in answers.contains(where: title.contains) }) else { return nil }
    let number = ["〔", "[", "［", "﹝"].map { $0 + String(year + 1) }
    let cites = report.passages.prefix(4).contains { passage in number.contains(where: passage.text.contains) }
    return cites ? year + 1 : nil
  }

  private static let answers = ["整改", "反馈问题", "反馈意见"]

  /// The year that all periods of a short text are of, those of comparisons left out: 6月份…。2024年1—6月累计….
  static func onlyYear(_ report: TextReport) -> Int? {
    var years: Set<Int> = []
    for passage in report.passages.prefix(8) {
      let text = FoldedText(prose: passage.text)
      for found in PeriodText.find(in: text, context: PeriodContext()) where found.hasYear {
        if found.isMasked { return nil }
        let start = found.range.lowerBound
        if start > 0, "较比与同和于从自由是".unicodeScalars.contains(text.scalars[start - 1]) { continue }
        // 2013年开业: when the house began.
        if WordSet.beginningsOfHouses.end(text.scalars, at: found.range.upperBound, before: text.count) != nil { continue }
        if let year = found.period?.lastDay.year { years.insert(year) }
      }
    }
    return years.count == 1 ? years.first : nil
  }
}
