// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What a report says once, in its title or its file name, for all its sentences.
package struct DocumentContext: Hashable, Sendable {
  /// The facility that reports.
  package var facility: String?
  /// The year it reports on.
  package var year: Int?
  /// The day it was written.
  package var date: Day?
  /// The period it reports on: a year, or less (2023年上半年工作总结).
  package var period: Period?
  /// Where that period stands.
  package var periodOrigin: Observation.PeriodOrigin?
  /// The region that a bulletin speaks of as a whole (全市), where no facility reports.
  package var region: String?
  /// The period that it makes plans for, where its title names a second one (2022年工作总结和2023年工作计划).
  package var planPeriod: Period?
  /// Whether it is a plan by its title (2024年工作打算): what it says of its own period is still to come.
  package var isPlan = false

  /// Whether its title blots out the year: 20XX年工作总结.
  var isYearMasked = false

  /// How it speaks of its facility where it never names it: 我院.
  package var selfName: String?

  /// The department whose own report it is: 骨科.
  package var department: String?

  /// The house of that department, where it is named: 全院 is the house then.
  package var house: String?

  /// The department that its title names, whether or not it names the facility as well.
  package var ward: String?

  /// Whether its year is only that of an issue (2024年第2期), so that the text may narrow it.
  package var isIssue = false

  /// Whether the year it reports on was not over when it was written, so that less than the year is meant.
  var isRunning: Bool {
    if isIssue { return true }
    guard case .year(let year)? = period, let date, !isPlan else { return false }
    return date.year == year && date.month.number < 12
  }

  /// The year that its plans are for: that of the plan in its title, else the one after the year that it reports on, if that
  /// was over.
  var yearAhead: Int? {
    if let plan = planPeriod?.lastDay.year { return plan }
    guard case .year(let year)? = period, !isPlan, !isRunning else { return nil }
    return year + 1
  }

  /// Whether a period lies behind the one that it reports on and was not over when it was written: 四季度重点 in a report on the
  /// third quarter.
  func isAhead(_ found: Period?) -> Bool {
    guard let found, let first = found.firstDay, !isPlan else { return false }
    if let yearOfAnswer, found.lastDay.year <= yearOfAnswer { return false }
    switch found {
    case .upTo, .days: return false
    default: break
    }
    if let date {
      guard found.lastDay > date else { return false }
      // 年末全县有医疗机构296个, in a report of December on its year: as things stand.
      if case .instant(let day) = found, case .year(let year)? = period, day.year == year, date.year == year,
        date.month.number >= 11
      {
        return false
      }
      if first > date { return true }
      // No year is told whole in its spring.
      if case .year = found, date.month.number <= 3 { return true }
    }
    guard let period, periodOrigin != .documentDate else { return false }
    return first > period.lastDay
  }

  /// Whether a period was over when the year began that it reports on.
  func isOver(_ found: FoundPeriod) -> Bool {
    guard let first = period?.firstDay, found.hasYear, let last = found.period?.lastDay else { return false }
    return last.year < first.year
  }

  /// The year in which a report on the year before was written, where it says so by its title, or never says 今年: its 去年 is
  /// the one that it reports on.
  var yearOfWriting: Int?

  /// Whether it is about next year (明年…怎么干): once its sections plan, those after them do.
  var isOfNextYear = false

  /// Whether it is a speech, in which 去年 is the year before the one it was given in, whatever year its figures are of.
  var isSpeech = false

  /// The two facilities that its title compares: 清河镇卫生院与东柳镇卫生院2022年运行情况对比.
  var pair: [String] = []

  /// The kind of houses that its title is about: 清沅县县级公立医院2025年第一季度医疗运行简报.
  var kind: String?

  /// The region that an office reports on (全县), where its text names it so: what no office has is the region's.
  var areaOfOffice: String?

  /// The region whose people a maternal or disease-control centre looks after (全县), where its text names it so: rates of
  /// people are the region's, whoever is spoken of.
  var areaOfPeople: String?

  /// The facility or region that its text begins with, where no title names any.
  var opener: String?

  /// The year that it calls this one, where the text says so: 去年（2022年）.
  var currentYear: Int?

  /// The year in which a report on an assessment of another year was written, and what came of it was done: 今年 in
  /// 2021年度考核反馈问题的整改报告.
  var yearOfAnswer: Int?

  /// The last year that it tells what was done in.
  var lastYear: Int? { year.map { max($0, yearOfAnswer ?? $0) } }

  /// The one year that its text names outright, where nothing else is known; months without a year are of it.
  var looseYear: Int?

  /// Whether a journalist tells of the hospital that it is about, which 该院 is then: 记者从医院获悉.
  var isToldByOthers = false

  /// Whether it says whose its figures are.
  var hasOwner: Bool { facility != nil || region != nil }

  /// Makes a context; the period is the year unless given.
  package init(facility: String? = nil, year: Int? = nil, date: Day? = nil, period: Period? = nil) {
    self.facility = facility
    self.year = year
    self.date = date
    self.period = period
    periodOrigin = year == nil && period == nil ? nil : .given
  }
}
