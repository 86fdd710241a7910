// SPDX-License-Identifier: Apache-2.0

/// What the cells of a row say of all of its figures.
struct RowKeys {
  /// Whose figures they are.
  enum Kind {
    case facility, total, subtotal, skipped
    /// Means over the rows, which are figures of the whole where they are rates.
    case mean
    /// Some of those in another row (其中：三级医院), which are added to nothing.
    case within
    /// Those of another period beside a total (上年合计); only changes are checked against them.
    case otherPeriod
    /// Sums over the periods of the rows (合计 below the months).
    case allPeriods
  }

  /// The code of a period's words that stand for all periods of the table.
  static let allPeriods: Int32 = -2
  /// The code of a period's words that stand for a mean of them.
  static let meanPeriod: Int32 = -3
  /// The code for all periods of a year, by the code of the year; and back.
  static func total(ofYear code: Int32) -> Int32 { -4 - code }
  static func year(ofTotal code: Int32) -> Int32 { -4 - code }

  private static let firstYearless: Int32 = -1_000_000_000
  /// The code for a period whose year stands in the headers, by its place among those of the table; and back.
  static func yearless(_ place: Int) -> Int32 { firstYearless &- Int32(truncatingIfNeeded: place) }
  static func place(ofYearless code: Int32) -> Int? { code <= firstYearless ? Int(firstYearless &- code) : nil }

  var row: Int
  var kind = Kind.facility
  var facility: Int32 = 0
  /// −1 where no row names the metric.
  var metric: Int32 = -1
  var period: Int32 = 0
  var part: Int32 = 0
  /// An index into the written units; −1 where the row has none.
  var unit: Int32 = -1
  /// What the row's status says of its figure.
  var status = StatusWord.reported
  /// The days by which an annualized indicator is reckoned; `nil` where it is none.
  var annualDays: Int?
}
