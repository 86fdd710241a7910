// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// The periods that a text says it tells of.
extension DocumentTitle {
  /// 2017年，清河街道社区卫生服务中心…: the year or the first months of one that a report begins with, where no title names any.
  static func begun(_ report: TextReport, titled titles: [String]) -> Period? {
    guard titles.contains(where: { title in accounts.contains(where: title.holds) }),
      let first = prose(report).first
    else { return nil }
    let text = FoldedText(prose: String(first.text.prefix(40)))
    let scanner = PeriodScanner(text.scalars, before: text.count, context: PeriodContext())
    guard let start = text.scalars.firstIndex(where: { $0 != " " }), let found = scanner.period(at: start),
      found.hasYear, let period = found.period, period.firstDay?.number == 1, period.firstDay?.month.number == 1,
      period.months.count > 1, !report.passages.prefix(200).contains(where: { tells($0, of: period.lastDay.year) })
    else { return nil }
    return period
  }

  /// Whether a passage of sentences goes beyond a year: what it tells is of several.
  private static func tells(_ passage: Passage, of year: Int) -> Bool {
    guard passage.text.holds("。"), (1...5).contains(where: { passage.text.holds("\(year + $0)年") }) else {
      return false
    }
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
    guard titles.contains(where: { title in accounts.contains(where: title.holds) }),
      !report.speaks(of: "\(date.year - 1)年")
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
      if ends.contains(where: passage.text.holds) { return nil }
      guard passage.text.holds("今年") else { continue }
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
  static func introduced(_ report: TextReport, on date: Day? = nil) -> Period? {
    for passage in report.passages.prefix(8) where passage.text.holds("如下") {
      let text = FoldedText(prose: passage.text)
      for sentence in Sentences.ranges(in: text.scalars, from: 0) {
        let words = text.string(sentence)
        guard words.holds("如下"), introducing.contains(where: words.holds) else { continue }
        let folded = FoldedText(words)
        let found = PeriodText.find(in: folded, context: PeriodContext(year: date?.year, date: date)).filter { found in
          guard let date else { return found.hasYear }
          return found.period.map { (2...11).contains($0.months.count) && $0.lastDay <= date } ?? false
        }
        // 调研组于2025年1月对医共体2024年度运行情况进行了调研，报告如下: not when somebody looked.
        let told = found.count > 1 ? found.filter { isOfState(folded, $0) } : found
        if told.count == 1, let period = told[0].period, !period.months.isEmpty { return period }
      }
    }
    return nil
  }

  private static let introducing = ["现将", "下面将", "将", "现就", "把", "报告如下", "汇报如下", "通报如下"]

  /// Whether words go on behind a period with what it was like: 2024年度运行情况.
  private static func isOfState(_ text: FoldedText, _ found: FoundPeriod) -> Bool {
    let end = found.range.upperBound
    let words = text.string(end..<min(end + 8, text.count))
    return ["情况", "工作", "运行"].contains(where: words.holds) && !words.hasPrefix("对")
  }

  /// Whether a title says that its report is of a whole year: 2023年工作总结, 2023年统计公报.
  static func isYearly(_ title: String) -> Bool {
    ["总结", "述职", "年度", "年报", "公报", "年鉴", "全年", "回顾"].contains(where: title.holds)
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
          let words = scanner.period(at: start), words.listed.count < 2, let found = words.period, !found.months.isEmpty
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
    for passage in report.passages.prefix(3) where passage.text.holds("年（") || passage.text.holds("年(") {
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
    return yearCountedIn(report) ?? yearOfJubilee(report)
  }

  /// 医联体建设一周年成绩单, over a text that tells when it began (2015年11月，…签订协议): so many years after.
  private static func yearOfJubilee(_ report: TextReport) -> Int? {
    guard let title = report.passages.prefix(2).first(where: { $0.text.count <= 60 && $0.text.holds("周年") }) else {
      return nil
    }
    let letters = Array(title.text.unicodeScalars)
    guard
      let at = letters.indices.dropFirst().dropLast().first(where: { letters[$0] == "周" && letters[$0 + 1] == "年" }),
      let count = letters[at - 1] == "两" ? 2 : ChineseNumeral.digit(letters[at - 1]).map(Int.init), count > 0
    else { return nil }
    // 2018年9月28日，…迎来一周年的日子 is the day itself.
    for passage in report.passages.prefix(8) where !passage.text.holds("周年") {
      for found in PeriodText.find(in: FoldedText(prose: passage.text), context: PeriodContext()) where found.hasYear {
        switch found.period {
        case .month(let month)?: return month.year + count
        case .instant(let day)?: return day.year + count
        default: continue
        }
      }
    }
    return nil
  }

  /// 截至2024年8月底 or 2025年上半年, in a text that speaks of 今年 and of no later time: the year that it was written in; the year
  /// after one that is told as over, 2024年，…, where the months of 今年 are told, too.
  private static func yearCountedIn(_ report: TextReport) -> Int? {
    guard report.speaks(of: "今年") else { return nil }
    var days: [Day] = []
    var (parted, wholes) = (0, Set<Int>())
    for passage in report.passages.prefix(40) where passage.text.holds("年") {
      for found in PeriodText.find(in: FoldedText(prose: passage.text), context: PeriodContext()) where found.hasYear {
        switch found.period {
        case .upTo(let day)?: days.append(day)
        case .year(let year)?: wholes.insert(year)
        case .some(let part) where (2...11).contains(part.months.count): parted = max(parted, part.lastDay.year)
        default: continue
        }
      }
    }
    guard let last = days.max() else {
      // 到2027年 is an aim.
      let over = wholes.filter { isOver($0, in: report) }.max() ?? 0
      if parted > 0 { return parted >= over ? parted : nil }
      return over > 0 && tellsMonthsOfThisYear(report) ? over + 1 : nil
    }
    return last.month.number < 12 ? max(last.year, parted) : nil
  }

  /// 今年前10个月, 今年1—8月, 今年10月底.
  private static func tellsMonthsOfThisYear(_ report: TextReport) -> Bool {
    report.passages.prefix(40).contains { passage in
      passage.text.split(separator: "今年", omittingEmptySubsequences: false).dropFirst().contains { rest in
        rest.first.map { $0.isNumber || "前一上".contains($0) } ?? false
      }
    }
  }

  /// 2024年，医院门急诊量达到38.9万人次: a year of which a sentence tells a sum.
  private static func isOver(_ year: Int, in report: TextReport) -> Bool {
    report.passages.prefix(40).contains { passage in
      passage.text.split(separator: "。").contains { sentence in
        sentence.contains("\(year)年") && sentence.contains("万人次") && !sentence.contains("今年")
      }
    }
  }

  /// The year after the one that was assessed, where a title says that the report answers an assessment, and the paper it
  /// answers is of that year: 收到《…通报》（某卫函〔2022〕86号）.
  static func yearOfAnswer(_ report: TextReport, _ titles: [String], _ year: Int) -> Int? {
    guard titles.contains(where: { title in answers.contains(where: title.holds) }) else { return nil }
    let number = ["〔", "[", "［", "﹝"].map { $0 + String(year + 1) }
    let cites = report.passages.prefix(4).contains { passage in number.contains(where: passage.text.holds) }
    return cites ? year + 1 : nil
  }

  private static let answers = ["整改", "反馈问题", "反馈意见"]

  /// 于2024年7月对有关医院进行了督导: a month in which somebody looked, and not when a house began.
  private static func isOfVisit(_ found: FoundPeriod, _ text: FoldedText) -> Bool {
    guard case .month? = found.period, found.range.upperBound < text.count else { return false }
    return "对赴到在组派抽开".unicodeScalars.contains(text.scalars[found.range.upperBound])
  }

  /// The year that all periods of a short text are of, those of comparisons left out: 6月份…。2024年1—6月累计….
  static func onlyYear(_ report: TextReport) -> Int? {
    var years: Set<Int> = []
    for passage in report.passages.prefix(8) {
      let text = FoldedText(prose: passage.text)
      for found in PeriodText.find(in: text, context: PeriodContext()) where found.hasYear {
        if found.isMasked { return nil }
        let start = found.range.lowerBound
        // 于2018年开业 tells of a beginning, 于7月4日至6日进行了考核 of this year.
        let isDay = found.period.map { $0.months.isEmpty } ?? false || isOfVisit(found, text)
        if start > 0, "较比与同和于从自由是".unicodeScalars.contains(text.scalars[start - 1]),
          !(isDay && text.scalars[start - 1] == "于")
        {
          continue
        }
        // 2013年开业: when the house began.
        if WordSet.beginningsOfHouses.end(text.scalars, at: found.range.upperBound, before: text.count) != nil {
          continue
        }
        if let year = found.period?.lastDay.year { years.insert(year) }
      }
    }
    return years.count == 1 ? years.first : nil
  }
}
