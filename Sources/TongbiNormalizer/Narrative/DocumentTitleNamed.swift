// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The period that a title names.
extension DocumentTitle {
  /// Takes the period that a title names, and the one that it plans for.
  func period(_ title: FoldedText, _ context: inout DocumentContext) {
    let scanner = PeriodContext(year: context.year, date: context.date)
    for found in PeriodText.find(in: title, context: scanner) {
      if found.isMasked { context.isYearMasked = context.isYearMasked || found.hasYear }
      guard let period = found.period, !period.months.isEmpty else { continue }
      if let year = context.year, period.lastDay.year != year { continue }
      if case .month(let month) = period, isDateOf(title, found) {
        context.date = context.date ?? Day(month.year, month.number, 1)
        continue
      }
      if case .year(let year) = period, let told = yearTold(title, found, year, context.date) {
        // A meeting at a year's beginning is told of the year before, and plans its own.
        (context.period, context.year, context.planPeriod, context.yearOfWriting) = (
          .year(told), told, .year(year), year
        )
        return
      }
      // 明年卫生健康工作怎么干, “十四五”收官回眸与2026年工作思路: what is told is this year's, and what is planned the next one's.
      if case .year(let year) = period,
        Self.nextYears.contains(title.string(found.range)) || Self.endsInPlan(title, after: found)
      {
        (context.period, context.year, context.planPeriod) = (.year(year - 1), year - 1, period)
        context.isOfNextYear = Self.nextYears.contains(title.string(found.range))
        return
      }
      if case .year(let year) = period, Self.isOfMeeting(title.string(found.range.upperBound..<title.count)) {
        context.currentYear = year
        continue
      }
      context.period = period
      let next = title.scalars[found.range.upperBound...].drop { $0 == " " }
      if case .year = period, next.first == "第", next.prefix(8).contains("期") { context.isIssue = true }
      context.planPeriod = planned(title, after: found)
      return
    }
    context.period =
      planReviewed(title)
      ?? (Self.yearOfVolume(title) ?? Self.yearBeforeColon(title) ?? Self.yearInBrackets(title)).map(Period.year)
      ?? Self.yearsInBrackets(title)
  }

  /// The period named after the first one: 2022年工作总结和2023年工作计划, 上半年工作总结暨下半年工作打算.
  private func planned(_ title: FoldedText, after first: FoundPeriod) -> Period? {
    let context = PeriodContext(year: first.period?.lastDay.year)
    let end = first.range.upperBound
    let second = PeriodText.find(in: title, context: context).first { $0.range.lowerBound >= end }
    guard let second, let period = second.period, let done = first.period, done.lastDay < period.lastDay else {
      return nil
    }
    let words = title.string(second.range.upperBound..<title.count)
    let letters = Array(words.unicodeScalars)
    return Self.plans.occurs(in: letters, letters.indices) || words.holds("计划") ? period : nil
  }

  private static let nextYears: Set = ["明年", "来年", "下一年", "下年"]

  /// Whether a title speaks of what was done before it names the year that it plans for.
  private static func endsInPlan(_ title: FoldedText, after found: FoundPeriod) -> Bool {
    let before = title.string(0..<found.range.lowerBound)
    guard let joint = before.last, "与和及暨、".contains(joint), lookingBack.contains(where: before.holds) else {
      return false
    }
    let words = Array(title.string(found.range.upperBound..<title.count).unicodeScalars)
    return plans.occurs(in: words, words.indices)
  }

  private static let lookingBack = ["回眸", "回顾", "总结", "情况", "小结", "成效", "收官", "盘点"]
}
