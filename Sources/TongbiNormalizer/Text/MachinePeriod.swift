// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The period forms that machines write: 2023, 2023-06, 202306, 2023/6/1, 20230601, 2023Q1, June 2023, Apr-23.
enum MachinePeriod {
  /// Reads one of the forms of our own output, 2023-06; `nil` for anything else.
  static func canonical(_ text: String) -> Period? { Period(text).flatMap { isPlausible($0) ? $0 : nil } }

  /// Whether a text is a month in the form of our own output, 2023-06.
  static func isMonth(_ text: String) -> Bool {
    guard text.utf8.count == 7, case .month? = canonical(text) else { return false }
    return true
  }

  /// Reads a whole text; `nil` for anything else.
  static func parse(_ text: String) -> Period? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let upper = text.uppercased()
    if let period = canonical(upper) { return period }
    if let period = ExchangePeriod.parse(upper) { return period }
    let date = upper.split(separator: upper.contains("T") ? "T" : " ", maxSplits: 1).map(String.init)
    if date.count == 2, date[1].first?.isNumber == true, date[1].contains(":"), let day = parse(date[0]) { return day }
    let parts = upper.split(whereSeparator: { "-/. ".contains($0) }).map(String.init)
    switch parts.count {
    case 1: return digits(upper)
    case 2: return pair(parts[0], parts[1])
    case 3: return triple(parts)
    default: return nil
    }
  }

  private static func isPlausible(_ period: Period) -> Bool { (1900...2100).contains(period.lastDay.year) }

  private static func digits(_ text: String) -> Period? {
    guard text.count == 8, let number = Int(text) else { return nil }
    return Day(number / 10000, number / 100 % 100, number % 100).map(Period.instant).flatMap {
      isPlausible($0) ? $0 : nil
    }
  }

  private static func pair(_ first: String, _ second: String) -> Period? {
    if let year = year(first) {
      if let month = Int(second), second.count <= 2 { return Month(year, month).map(Period.month) }
      if let month = month(second) { return Month(year, month).map(Period.month) }
      return part(second, of: year)
    }
    if let year = year(second) {
      if let month = month(first) { return Month(year, month).map(Period.month) }
      return part(first, of: year)
    }
    guard let month = month(first), second.count == 2, let year = Int(second) else { return nil }
    return Month(2000 + year, month).map(Period.month)
  }

  private static func triple(_ parts: [String]) -> Period? {
    guard let year = year(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), parts[1].count <= 2,
      parts[2].count <= 2
    else { return nil }
    return Day(year, month, day).map(Period.instant)
  }

  private static func year(_ text: String) -> Int? {
    guard text.count == 4, let year = Int(text), (1900...2100).contains(year) else { return nil }
    return year
  }

  private static func part(_ text: String, of year: Int) -> Period? {
    guard text.count == 2, let number = text.last?.wholeNumberValue else { return nil }
    switch text.first {
    case "Q"? where (1...4).contains(number): return .quarter(year, number)
    case "S"? where (1...2).contains(number), "H"? where (1...2).contains(number): return .half(year, number)
    default: return nil
    }
  }

  private static func month(_ text: String) -> Int? {
    guard text.count >= 3, text.allSatisfy(\.isLetter) else { return nil }
    return names.firstIndex { $0.hasPrefix(text) || (text.count == 4 && text == "SEPT" && $0 == "SEPTEMBER") }.map {
      $0 + 1
    }
  }

  private static let names = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
    "DECEMBER",
  ]
}
