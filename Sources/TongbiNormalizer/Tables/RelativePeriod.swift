// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A period told by that of its table: 本期, 上年同期, 本月累计, 上月.
package struct RelativePeriod: Hashable, Sendable {
  /// Which part of the table's period is meant.
  package enum Span: Hashable, Sendable {
    /// All of it: 本期.
    case same
    /// Its last month or quarter: 本月, 本季度.
    case month, quarter
    /// From January to its end: 累计.
    case sinceJanuary
  }

  /// How many years earlier: 1 for 上年同期.
  package var years = 0
  package var span = Span.same
  /// How many months or quarters earlier: 1 for 上月.
  package var before = 0

  /// The period of the table itself, so many years earlier.
  static func same(_ years: Int) -> RelativePeriod { RelativePeriod(years: years) }

  /// Reads words that stand for such a period and nothing else.
  init?(_ words: String) {
    guard let known = Self.words[FoldedName.fold(words)] else { return nil }
    self = known
  }

  init(years: Int = 0, span: Span = .same, before: Int = 0) {
    (self.years, self.span, self.before) = (years, span, before)
  }

  /// What is meant, given the table's own period; `nil` where that does not tell it: the month of a year.
  package func period(in own: Period) -> Period? {
    let last = own.lastDay.month.advanced(by: -12 * years)
    let months = own.months
    let endsSomewhere = months.count < 12 && (months.count < 2 || months[0].number == 1)
    switch span {
    case .same: return own.movedByYears(-years)
    case .sinceJanuary: return Period(from: last.advanced(by: 1 - last.number), to: last)
    case .month: return endsSomewhere ? .month(last.advanced(by: -before)) : nil
    case .quarter:
      guard months.count == 3 || endsSomewhere else { return nil }
      let end = last.advanced(by: (3 - last.number % 3) % 3 - 3 * before)
      return .quarter(end.year, end.number / 3)
    }
  }

  /// Both together: 上年同期 above 本月 and 累计.
  func joined(_ lower: RelativePeriod) -> RelativePeriod {
    RelativePeriod(
      years: years + lower.years, span: lower.span == .same ? span : lower.span, before: before + lower.before)
  }

  /// Whether it is the current one of its kind.
  var isCurrent: Bool { years == 0 && before == 0 }

  /// How many months earlier it ends than the table's own period.
  var monthsEarlier: Int { years * 12 + before * (span == .quarter ? 3 : 1) }

  private static let words: NamedValues<RelativePeriod> = {
    var words = NamedValues<RelativePeriod>(roomFor: 100)
    words.add(.same(0), "本期 当期 本期数 本年数 本年 今年 当年 currentyear thisyear")
    words.add(.same(1), "上年同期 去年同期 同期 上年数 上年同期数 同期数 上年 去年 去年同期数 previousyear lastyear")
    words.add(.same(2), "前年")
    words.add(
      RelativePeriod(span: .sinceJanuary),
      "累计 累计数 本年累计 本年累计数 本月累计 本月累计数 本期累计 本期累计数 当年累计 年累计 年度累计 自年初累计 自年初累计数 年初至今 本月止累计 本年止累计 至本月累计 1至本月 1至本月累计 1-本月 1-本月累计 ytd yeartodate"
    )
    words.add(
      RelativePeriod(years: 1, span: .sinceJanuary),
      "上年累计 上年累计数 上年同期累计 上年同期累计数 去年累计 去年累计数 去年同期累计 去年同期累计数 同期累计 同期累计数 上年止累计")
    words.add(RelativePeriod(span: .month), "本月 当月 本月数 当月数 本月实际 thismonth currentmonth")
    words.add(RelativePeriod(span: .month, before: 1), "上月 上月数 上个月 前一月 lastmonth previousmonth")
    words.add(RelativePeriod(years: 1, span: .month), "上年同月 去年同月 上年同月数 去年同月数 上年本月 去年当月")
    words.add(RelativePeriod(span: .quarter), "本季 本季度 当季 当季度")
    words.add(RelativePeriod(span: .quarter, before: 1), "上季 上季度 上一季度")
    words.add(RelativePeriod(years: 1, span: .quarter), "上年同季 去年同季 上年同季度 去年同季度")
    return words
  }()
}
