// SPDX-License-Identifier: Apache-2.0

/// Which day a workbook counts from.
enum DateSystem: Hashable, Sendable {
  /// 1 is 1900-01-01, and 60 is 1900-02-29, a day that never was.
  case from1900
  /// 0 is 1904-01-01, as on old Macs.
  case from1904
}

/// A day and a time as a workbook stores them: days since the beginning, and a fraction of a day.
struct SerialDate {
  /// The days of the 1900 count.
  private let day: Int
  private let milliseconds: Int
  private let system: DateSystem

  /// `nil` for what no workbook shows as a date: below 0, or after 9999-12-31.
  init?(_ serial: Double, _ system: DateSystem) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    var milliseconds = Int(((serial - Double(day)) * 86_400_000).rounded())
    if milliseconds >= 86_400_000 { (day, milliseconds) = (day + 1, 0) }
    if system == .from1904 { day += 1462 }
    guard day < 2_958_466 else { return nil }
    (self.day, self.milliseconds, self.system) = (day, milliseconds, system)
  }

  /// Writes it as `2023-06-04`, with `08:30` behind where there is a time; `2023-06` or `2023` where no more is shown.
  func write(_ format: NumberFormat, to bytes: inout [UInt8]) {
    switch format {
    case .elapsed: writeTime(hours: day * 24, to: &bytes)
    case .time where day == 0: writeTime(hours: 0, to: &bytes)
    case .day where day == 0 && milliseconds > 0: writeTime(hours: 0, to: &bytes)
    default:
      let date = date
      Self.write(date.year, digits: 4, to: &bytes)
      if format == .year { return }
      bytes.append(UInt8(ascii: "-"))
      Self.write(date.month, digits: 2, to: &bytes)
      if format == .month { return }
      bytes.append(UInt8(ascii: "-"))
      Self.write(date.day, digits: 2, to: &bytes)
      if milliseconds > 0 || format == .time {
        bytes.append(UInt8(ascii: " "))
        writeTime(hours: 0, to: &bytes)
      }
    }
  }

  private func writeTime(hours: Int, to bytes: inout [UInt8]) {
    Self.write(hours + milliseconds / 3_600_000, digits: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.write(milliseconds / 60_000 % 60, digits: 2, to: &bytes)
    let rest = milliseconds % 60_000
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: ":"))
    Self.write(rest / 1000, digits: 2, to: &bytes)
    guard rest % 1000 > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    Self.write(rest % 1000, digits: 3, to: &bytes)
  }

  private static func write(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var power = 1
    for _ in 1..<digits { power *= 10 }
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
      power /= 10
    }
  }

  private var date: (year: Int, month: Int, day: Int) {
    // What Excel shows for the days that its calendar has and ours has not.
    if day == 0 { return (1900, 1, 0) }
    if day == 60 { return (1900, 2, 29) }
    // Days since 0000-03-01, so that the leap day is the last of its year: 61 is 1900-03-01.
    let days = (day > 60 ? day - 61 : day - 60) + 693_960
    let era = days / 146_097
    let rest = days % 146_097
    let year = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365
    let dayOfYear = rest - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNext = month >= 10
    return (
      era * 400 + year + (isNext ? 1 : 0), isNext ? month - 9 : month + 3, dayOfYear - (153 * month + 2) / 5 + 1
    )
  }
}
