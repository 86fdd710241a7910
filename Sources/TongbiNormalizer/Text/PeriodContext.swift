// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What fills in the parts of a period that a text leaves out: the year of 6月, the day of 截至目前.
package struct PeriodContext: Hashable, Sendable {
  /// The year that the text speaks of.
  package var year: Int?
  /// The day the text was written or published.
  package var date: Day?

  /// The year named last before the text; it holds for months without a year, not for 今年.
  package var named: Int?

  /// The period that the text reports on: what 本月, 上月 and 本季度 count from.
  package var own: Period?

  /// The year that 明年 and 新的一年 mean, where it is not the one after: in the section 2023年打算 of a report on 2022.
  package var nextYear: Int?

  /// The year that 今年 is, where months without a year are of another: in the section 2023年打算 of a report on 2022, and in
  /// a speech of 2023 on 2022.
  package var current: Int?

  /// Whether the text speaks of what is to come, so that months without a year lie ahead.
  package var isAhead = false

  /// The month that 当月 means, where the sentence named one before.
  package var month: Month?

  /// Makes a context from what is known.
  package init(year: Int? = nil, date: Day? = nil, named: Int? = nil, own: Period? = nil) {
    self.year = year
    self.date = date
    self.named = named
    self.own = own
  }

  /// The year that 今年 means, where it is known.
  var thisYear: Int? { year ?? date?.year }

  /// The year that 全年 and 年末 mean: the text's, else the one named last.
  var spokenYear: Int? { thisYear ?? named }

  /// The year of a stretch of months named without one.
  ///
  /// It lies in the context's year; where only the day of writing is known, the last time that the months were over,
  /// unless they begin soon after it.
  func year(from first: Int, to last: Int) -> Int? {
    if let named { return named }
    guard let thisYear else { return nil }
    if isAhead {
      // 1—9月累计 in the requirements of a report on the third quarter.
      if first == 1, last > 3, let own, own.lastDay.year == thisYear, own.lastDay.month.number == last {
        return thisYear
      }
      // 二季度 in the outlook of a report on the first quarter is still to come.
      let isOver = own.map { $0.lastDay.year == thisYear && $0.lastDay.month.number >= last && $0.months.count < 12 }
      return isOver ?? false ? thisYear + 1 : thisYear
    }
    guard let date, date.year == thisYear, last > date.month.number else { return thisYear }
    // 三季度 in a report of July on the second quarter, and 12月底 in October, are still to come; 前三季度 in July is not.
    if let own, own.lastDay.year == thisYear, own.months.count < 12, first > own.lastDay.month.number {
      return thisYear
    }
    let (ahead, ago) = (last - date.month.number, date.month.number + 12 - last)
    return first >= date.month.number && ahead * 2 < ago ? thisYear : thisYear - 1
  }
}
