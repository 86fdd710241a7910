// SPDX-License-Identifier: Apache-2.0

/// A calendar month.
public struct Month: Hashable, Sendable, Comparable {
  /// Months since the month 1 of year 0, so that neighbours differ by one.
  public let index: Int

  /// Makes a month from its index.
  public init(index: Int) { self.index = index }

  /// Makes a month from the year and the number of the month, 1 to 12; `nil` outside of that.
  public init?(_ year: Int, _ number: Int) {
    guard (1...12).contains(number), (1...9999).contains(year) else { return nil }
    index = year * 12 + number - 1
  }

  /// The year.
  public var year: Int { index / 12 }
  /// The month of the year, 1 to 12.
  public var number: Int { index % 12 + 1 }
  /// The number of days, by the Gregorian calendar.
  public var days: Int {
    switch number {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The month that lies `count` months later.
  public func advanced(by count: Int) -> Month { Month(index: index + count) }

  /// Orders by time.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

extension Month: CustomStringConvertible {
  /// The form `2023-06`.
  public var description: String { "\(padded(year, to: 4))-\(padded(number, to: 2))" }
}

/// A calendar day, without clock or time zone.
public struct Day: Hashable, Sendable, Comparable {
  /// The month it lies in.
  public let month: Month
  /// The day of the month, from 1.
  public let number: Int

  /// Makes a day; `nil` when the month has no such day.
  public init?(_ year: Int, _ month: Int, _ number: Int) {
    guard let month = Month(year, month), (1...month.days).contains(number) else { return nil }
    self.month = month
    self.number = number
  }

  /// The last day of a month.
  public init(lastOf month: Month) {
    self.month = month
    number = month.days
  }

  /// The year.
  public var year: Int { month.year }
  /// Whether it is the last day of its month.
  public var isLastOfMonth: Bool { number == month.days }

  /// The same date one year earlier; the last day of February for 29 February.
  public var yearEarlier: Day {
    let month = month.advanced(by: -12)
    return Day(month.year, month.number, min(number, month.days)) ?? Day(lastOf: month)
  }

  /// The day that lies so many days later, or earlier where the count is negative.
  public func advanced(byDays count: Int) -> Day {
    var (month, number) = (month, number + count)
    while number > month.days {
      number -= month.days
      month = month.advanced(by: 1)
    }
    while number < 1 {
      month = month.advanced(by: -1)
      number += month.days
    }
    return Day(month.year, month.number, number) ?? Day(lastOf: month)
  }

  /// The number of days from another day to this one.
  public func days(since other: Day) -> Int {
    guard other.month <= month else { return -other.days(since: self) }
    var count = number - other.number
    for index in other.month.index..<month.index { count += Month(index: index).days }
    return count
  }

  /// Orders by time.
  public static func < (left: Self, right: Self) -> Bool {
    (left.month, left.number) < (right.month, right.number)
  }
}

extension Day: CustomStringConvertible {
  /// The form `2023-06-04`.
  public var description: String { "\(month)-\(padded(number, to: 2))" }
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
