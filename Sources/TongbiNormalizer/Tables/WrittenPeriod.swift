// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A table's cell that names a period and nothing else: 2023年, 2023-01, 1—9月, 上半年, 上年同期.
package enum WrittenPeriod: Hashable, Sendable {
  /// A period with its year.
  case full(Period)
  /// A period whose year stands elsewhere, as it would be in the year 2001: 6月 is 2001-06, 去年 is 2000.
  case yearless(Period)
  /// A period told by the table's own: 本期, 上年同期, 累计.
  case relative(RelativePeriod)

  /// Reads a cell; `nil` for words that name no period or more than a period. A footnote behind it is left out.
  package init?(_ text: some StringProtocol) {
    let words = String(CellText.unwrapped(FoldedName.trimmed(text)))
    if let period = Self(plain: words) {
      self = period
    } else if words.utf8.count <= 80, let split = Self.split(words), let period = Self(plain: split.text) {
      self = period
    } else {
      return nil
    }
  }

  /// The footnote behind a period that can only be read without it: `2017²`, `Jan-193`.
  package static func mark(in text: some StringProtocol) -> String? {
    let words = String(CellText.unwrapped(FoldedName.trimmed(text)))
    guard words.utf8.count <= 80, Self(plain: words) == nil, let split = split(words), Self(plain: split.text) != nil
    else { return nil }
    return split.mark
  }

  private static func split(_ words: String) -> FootnoteMark.Split? {
    if let split = FootnoteMark.split(label: words) { return split }
    // Jan-193: a month, its year of two digits, and the raised 3 of a footnote that came down.
    guard words.utf8.contains(UInt8(ascii: "-")) else { return nil }
    let parts = words.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].allSatisfy(\.isLetter), parts[1].count == 3, let last = parts[1].last,
      parts[1].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return FootnoteMark.Split(text: String(words.dropLast()), mark: String(last), isDoubtful: false)
  }

  private init?(plain words: String) {
    guard !words.isEmpty, words.utf8.count <= 80 else { return nil }
    if let number = PlainDigits(words), !number.mayBePeriod { return nil }
    if let period = MachinePeriod.canonical(words) {
      self = .full(period)
      return
    }
    if let period = RelativePeriod(words) {
      self = .relative(period)
      return
    }
    let words = Self.withCentury(words)
    guard let period = PeriodText.parse(words, context: PeriodContext(year: Self.year)),
      (1900...2101).contains(period.lastDay.year)
    else { return nil }
    let isFixed = PeriodText.parse(words, context: PeriodContext(year: Self.year + 7)) == period
    self = isFixed ? .full(period) : .yearless(period)
  }

  /// The period that is meant, given the table's own period; `nil` where that is needed and not known.
  package func period(in context: Period?) -> Period? {
    switch self {
    case .full(let period): return period
    case .yearless(let period):
      guard let context else { return nil }
      return period.movedByYears(context.lastDay.year - Self.year)
    case .relative(let period): return context.flatMap { period.period(in: $0) }
    }
  }

  /// The periods with their year that a title or a file's name speaks of, each once.
  package static func found(in text: String) -> Set<Period> {
    let folded = FoldedText(text)
    var found: Set<Period> = []
    for period in PeriodText.find(in: folded, context: PeriodContext()) where period.hasYear {
      found.formUnion(period.members.isEmpty ? [period.period].compactMap(\.self) : period.members)
    }
    return found.isEmpty ? years(in: folded) : found
  }

  /// Four digits that can only be a year, as they stand in the names of files: visits-2023.
  private static func years(in text: FoldedText) -> Set<Period> {
    let runs = text.scalars.split { !("0"..."9").contains($0) }
    let years = runs.compactMap { run in run.count == 4 ? Int(String(String.UnicodeScalarView(run))) : nil }
    return Set(years.filter { (1990...2100).contains($0) }.map(Period.year))
  }

  private static let year = 2001

  /// 23年8月 as 2023年8月: two digits before 年 and a month or quarter can only be a year.
  private static func withCentury(_ words: String) -> String {
    let digits = words.prefix { $0.isWholeNumber }
    let rest = words.dropFirst(digits.count)
    guard digits.count == 2, rest.first == "年", rest.count > 2, let year = Int(FoldedName.fold(digits)), year < 60
    else { return words }
    return "\(2000 + year)\(rest)"
  }
}

extension Period {
  /// The same period so many years later.
  func movedByYears(_ years: Int) -> Period {
    func month(_ month: Month) -> Month { month.advanced(by: years * 12) }
    func day(_ date: Day) -> Day {
      let moved = month(date.month)
      return Day(moved.year, moved.number, min(date.number, moved.days)) ?? Day(lastOf: moved)
    }
    switch self {
    case .year(let year): return .year(year + years)
    case .half(let year, let half): return .half(year + years, half)
    case .quarter(let year, let quarter): return .quarter(year + years, quarter)
    case .month(let single): return .month(month(single))
    case .months(let first, let last): return .months(month(first), month(last))
    case .instant(let date): return .instant(day(date))
    case .upTo(let date): return .upTo(day(date))
    case .days(let first, let last): return .days(day(first), day(last))
    }
  }
}
