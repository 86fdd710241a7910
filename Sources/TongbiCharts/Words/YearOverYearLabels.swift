// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The short texts inside of a year over year chart.
extension YearOverYearWords {
  /// Which of the two figures of a row.
  enum Side {
    case current
    case base
  }

  /// The current figure, with its months where some are missing.
  func currentText(_ row: Change) -> String? {
    row.current.value.map { unit.text($0) + (change.partial(row.current, in: chart.period) ?? "") }
  }

  /// The base figure, with its months where some are missing.
  func baseText(_ row: Change) -> String? {
    row.base.value.map { unit.text($0) + (change.partial(row.base, in: chart.basePeriod) ?? "") }
  }

  var baseHeading: String {
    change.isYearOverYear ? language.pick("上年", "Year before") : language.pick("基期", "Base")
  }

  var differenceHeading: String { language.pick("增减", "Change") }

  var pinHeading: String {
    if chart.metric.changeStyle == .points {
      let points = chart.metric.unit.ofDifference(in: language)
      return language.pick("增减（\(points)）", "Change (\(points))")
    }
    return change.isYearOverYear ? language.pick("同比", "Year on year") : language.pick("增减率", "Change, %")
  }

  /// The whole figure, unrounded, for those who point at a mark.
  func hover(_ row: Change, _ side: Side) -> String {
    let figure = side == .current ? row.current : row.base
    let period = (side == .current ? row.period : row.basePeriod).name(in: language)
    let unit = UnitWords.name(of: row.metric.unit, in: language)
    let space = language == .english && unit != "%" ? " " : ""
    let value = figure.value.map { NumberText.text($0, places: $0.places) + space + unit } ?? ""
    let clause = side == .current ? change.clause(row).map { language.pick("，\($0)", ", \($0)") } ?? "" : ""
    return language.pick("\(row.rowName) \(period)：\(value)\(clause)", "\(row.rowName) \(period): \(value)\(clause)")
  }
}

extension DisplayUnit {
  /// A total in this unit; without decimals where it is so much larger than its parts that they would not be read.
  func totalNumber(_ value: ExactDecimal) -> String { text(value) }
}
