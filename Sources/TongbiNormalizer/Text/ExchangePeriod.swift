// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The period forms of data exchange that reports do not use: weeks, pairs of months, financial years, time ranges.
enum ExchangePeriod {
  /// Reads `2004W10`, `2023-W05`, `2015WedW5`, `2015BiW1`, `200401B`, `2004AprilS1`, `2023-T1`, `2023-M06`,
  /// `2023-D032`, `2023-01-01/P3M`; `nil` for anything else.
  static func parse(_ text: String) -> Period? {
    let upper = text.uppercased()
    guard (6...40).contains(upper.utf8.count), upper.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    if upper.contains("/P") { return range(upper) }
    guard let year = year(upper.prefix(4)) else { return nil }
    var rest = upper.dropFirst(4)
    if rest.first == "-" { rest = rest.dropFirst() }
    if rest.count == 3, rest.last == "B" { return pairOfMonths(year, rest.dropLast()) }
    if let half = aprilHalf(year, rest) { return half }
    if let (start, weeks, number) = week(rest) { return span(year, startingOn: start, weeks: weeks, number: number) }
    guard let kind = rest.first, let number = number(rest.dropFirst()) else { return nil }
    switch kind {
    case "A" where number == 1: return .year(year)
    case "T" where (1...3).contains(number): return months(year, number * 4 - 3, count: 4)
    case "M": return Month(year, number).map(Period.month)
    case "D" where (1...366).contains(number):
      let day = Day(year, 1, 1)?.advanced(byDays: number - 1)
      return day.flatMap { $0.year == year ? .instant($0) : nil }
    default: return nil
    }
  }

  /// Reads a DHIS2 financial year, `2004April`, `2004July`, `2004Oct`: the twelve months from there on. Elsewhere these
  /// letters mean a month.
  static func financial(_ text: String) -> Period? {
    let upper = text.uppercased()
    guard let year = year(upper.prefix(4)), let first = ["APRIL": 4, "JULY": 7, "OCT": 10][upper.dropFirst(4)] else {
      return nil
    }
    return months(year, first, count: 12)
  }

  private static func year(_ text: Substring) -> Int? {
    guard text.count == 4, let year = number(text), (1900...2100).contains(year) else { return nil }
    return year
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.count), text.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int(text)
  }

  private static func months(_ year: Int, _ first: Int, count: Int) -> Period? {
    Month(year, first).map { Period(from: $0, to: $0.advanced(by: count - 1)) }
  }

  private static func pairOfMonths(_ year: Int, _ text: Substring) -> Period? {
    guard let pair = number(text), (1...6).contains(pair) else { return nil }
    return months(year, pair * 2 - 1, count: 2)
  }

  private static func aprilHalf(_ year: Int, _ text: Substring) -> Period? {
    switch text {
    case "APRILS1": months(year, 4, count: 6)
    case "APRILS2": months(year, 10, count: 6)
    default: nil
    }
  }

  /// The weekday that weeks begin with (1 is Monday), how many weeks the span has, and its number in the year.
  private static func week(_ text: Substring) -> (start: Int, weeks: Int, number: Int)? {
    let kinds: [(String, Int, Int)] = [
      ("W", 1, 1), ("WEDW", 3, 1), ("THUW", 4, 1), ("FRIW", 5, 1), ("SATW", 6, 1), ("SUNW", 7, 1), ("BIW", 1, 2),
    ]
    for (prefix, start, weeks) in kinds where text.hasPrefix(prefix) {
      guard let number = number(text.dropFirst(prefix.count)), number * weeks <= 54, number > 0 else { continue }
      return (start, weeks, number)
    }
    return nil
  }

  /// A span of weeks; the first week of a year is the one that 4 January lies in.
  private static func span(_ year: Int, startingOn weekday: Int, weeks: Int, number: Int) -> Period? {
    func firstWeek(_ year: Int) -> Day? {
      guard let monday = Day(1900, 1, 1), let day = Day(year, 1, 4) else { return nil }
      return day.advanced(byDays: -((day.days(since: monday) + 8 - weekday) % 7))
    }
    guard let first = firstWeek(year)?.advanced(byDays: (number - 1) * weeks * 7), let next = firstWeek(year + 1),
      first < next
    else { return nil }
    return .days(first, first.advanced(byDays: weeks * 7 - 1))
  }

  /// A day and a length: 2023-01-01/P3M, 2023-01-01T00:00:00/P7D.
  private static func range(_ text: String) -> Period? {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let kind = parts[1].last, let count = number(parts[1].dropFirst().dropLast()), count > 0,
      case .instant(let day)? = Period(parts[0].prefix { $0 != "T" }), (1900...2100).contains(day.year)
    else { return nil }
    switch kind {
    case "Y" where day.number == 1: return months(day.year, day.month.number, count: count * 12)
    case "M" where day.number == 1: return months(day.year, day.month.number, count: count)
    case "W", "D":
      let days = kind == "W" ? count * 7 : count
      return days == 1 ? .instant(day) : .days(day, day.advanced(byDays: days - 1))
    default: return nil
    }
  }
}

extension Period {
  /// How many days it has; `nil` where it is open.
  var dayCount: Int? {
    firstDay.map { lastDay.days(since: $0) + 1 }
  }
}
