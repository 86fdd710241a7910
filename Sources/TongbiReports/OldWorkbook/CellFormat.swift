// SPDX-License-Identifier: Apache-2.0

/// What a workbook's number format says about a number: that it is a date, a share of a hundred, or counted in 万.
///
/// The number itself is not rounded to the places shown.
struct CellFormat: Hashable, Sendable {
  /// Where the days of a workbook are counted from.
  enum Epoch {
    /// Day 1 is 1900-01-01, and there is a 29 February in that year.
    case year1900
    /// Day 0 is 1904-01-01, as on old Macs.
    case year1904
  }

  private enum Meaning: Hashable {
    case number(suffix: String)
    case percent
    case date(hasYear: Bool, hasMonth: Bool, hasDay: Bool, hasTime: Bool)
    /// Hours that may exceed a day.
    case duration
  }

  private let meaning: Meaning

  /// Reads a format code such as `0.0%` or `yyyy"年"m"月"`; of its sections for positive, negative and zero, the first.
  init(code: String) { meaning = Self.meaning(of: code) }

  /// The format of a number that every Excel knows, so that files do not write it out.
  ///
  /// The formats from 27 on mean what they mean in a Chinese Excel.
  init(builtIn number: Int) {
    switch number {
    case 9, 10: self.init(code: "0%")
    case 14, 15, 30, 31: self.init(code: "yyyy-mm-dd")
    case 16, 28, 29, 51, 53, 54, 58: self.init(code: "m-d")
    case 17, 27, 36, 50, 52, 57: self.init(code: "yyyy-mm")
    case 18...21, 32...35, 45, 47, 55, 56: self.init(code: "h:mm:ss")
    case 22: self.init(code: "yyyy-mm-dd h:mm")
    case 46: self.init(code: "[h]:mm:ss")
    default: self.init(code: "General")
    }
  }

  /// The cell's number as the text that says exactly what it means.
  func text(of value: Double, epoch: Epoch) -> String {
    switch meaning {
    case .number(let suffix): return PlainDigits.text(of: value) + suffix
    case .percent: return PlainDigits.text(of: value, movedBy: 2) + "%"
    case .duration:
      return value >= 0 && value < 4_000_000 ? Self.clock(Int((value * 86_400).rounded())) : PlainDigits.text(of: value)
    case .date(let hasYear, let hasMonth, let hasDay, let hasTime):
      // The last day of a workbook is 9999-12-31.
      guard value >= 0, value < 2_958_466 else { return PlainDigits.text(of: value) }
      let seconds = Int((value * 86_400).rounded())
      let clock = Self.clock(seconds % 86_400)
      guard hasYear || hasMonth || hasDay else { return clock }
      let (year, month, day) = Self.calendar(seconds / 86_400, epoch)
      let parts =
        hasDay || !hasYear
        ? [Self.padded(year, 4), Self.padded(month, 2), Self.padded(day, 2)]
        : hasMonth ? [Self.padded(year, 4), Self.padded(month, 2)] : [Self.padded(year, 4)]
      return parts.joined(separator: "-") + (hasTime && seconds % 86_400 != 0 ? " " + clock : "")
    }
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// The date of a day's number.
  private static func calendar(_ number: Int, _ epoch: Epoch) -> (Int, Int, Int) {
    // Day 60 is the 29 February 1900 that never was; before it, days are one further on.
    let days = epoch == .year1904 ? number + 1462 : number < 60 ? number + 1 : number
    // From days since 1899-12-30 to days since 0000-03-01, then by eras of 400 years.
    let shifted = days + 693_899
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let isNext = month >= 10
    return (year + era * 400 + (isNext ? 1 : 0), isNext ? month - 9 : month + 3, ofYear - (153 * month + 2) / 5 + 1)
  }
}

extension CellFormat {
  private static func meaning(of code: String) -> Meaning {
    let section = FormatSection(code)
    if section.isDuration { return .duration }
    if let parts = section.dateParts {
      return .date(
        hasYear: parts.contains(.year), hasMonth: parts.contains(.month), hasDay: parts.contains(.day),
        hasTime: parts.contains(.time))
    }
    if section.plain.contains("%") { return .percent }
    return .number(suffix: section.suffix)
  }
}
