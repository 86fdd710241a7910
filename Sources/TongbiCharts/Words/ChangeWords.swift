// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A change in words and signs, one wording for all charts.
package struct ChangeWords: Sendable {
  /// The language of the words.
  let language: Language
  /// The unit that values are printed in.
  let unit: DisplayUnit
  /// The unit that differences in points are printed in; the same as `unit` for all other metrics.
  let differenceUnit: DisplayUnit
  /// Whether the base is the same period a year earlier.
  let isYearOverYear: Bool

  /// The words for the changes of one chart.
  init(for changes: [Change], metric: Metric, language: Language, unit: DisplayUnit) {
    self.language = language
    self.unit = unit
    let differences = changes.compactMap(\.difference)
    differenceUnit =
      metric.changeStyle == .points
      ? DisplayUnit(for: differences, unit: metric.unit, language: language, atMost: max(1, unit.places)) : unit
    isYearOverYear = changes.allSatisfy { $0.basePeriod.canonical == $0.period.yearEarlier.canonical }
  }

  /// Why there is no difference: 上年缺报，不比较; `nil` where there is one.
  package func obstacle(_ change: Change) -> String? {
    let base = isYearOverYear ? "上年" : "基期"
    switch change.state {
    case .ok, .partial, .zeroBase, .negativeBase, .signChange: return nil
    case .missingCurrent:
      return change.base.absence == .missing
        ? language.pick("两期均缺报", "not reported in either period")
        : language.pick("本期缺报", "not reported this period")
    case .missingBase: return language.pick("\(base)缺报，不比较", "no base figure, not compared")
    case .masked: return language.pick("数据已屏蔽", "figures masked")
    case .notComparable: return incomparable(change)
    }
  }

  private func incomparable(_ change: Change) -> String {
    let absences = [change.current.absence, change.base.absence].compactMap { $0 }
    if let absence = absences.first(where: { $0 != .missing }) { return words(for: absence) }
    let (now, before) = (change.current.months.count, change.base.months.count)
    guard now != before else { return language.pick("口径不同，不可比", "not comparable") }
    return language.pick("月份不等（\(now)、\(before)个月），不可比", "\(now) and \(before) months, not comparable")
  }

  /// Why there is no value.
  func words(for absence: Figure.Absence) -> String {
    switch absence {
    case .missing: language.pick("缺报", "not reported")
    case .masked: language.pick("数据已屏蔽", "figures masked")
    case .conflicting: language.pick("来源矛盾，待核", "sources contradict, to be checked")
    case .suspect: language.pick("数据存疑，待核", "doubtful figure, to be checked")
    case .bounded: language.pick("仅知上下限，不可比", "only a bound is known, not comparable")
    case .notAdditive: language.pick("缺分子分母，不能合计", "numerators unknown, no total")
    }
  }

  /// Why there is a difference but no percentage: 基期为零; `nil` where there is one.
  func percentObstacle(_ change: Change) -> String? {
    switch change.state {
    case .zeroBase: language.pick("基期为零", "base is zero")
    case .negativeBase: language.pick("基期为负", "base is negative")
    case .signChange: language.pick("由正转负", "turned negative")
    default: nil
    }
  }

  /// The signed difference: +6.2, −1.2.
  func difference(_ change: Change) -> String? { change.difference.map(differenceUnit.signed) }

  /// The signed percentage, or 持平 where nothing moved.
  func percent(_ change: Change) -> String? {
    change.percent.map { $0.isZero ? language.pick("持平", "no change") : NumberText.signedPercent($0) }
  }

  /// The change as a clause: 增长8.2%, 下降1.2个百分点, 持平; `nil` where there is none.
  package func clause(_ change: Change) -> String? {
    guard let difference = change.difference else { return nil }
    if difference.isZero { return language.pick("持平", "unchanged") }
    let rises = !difference.isNegative
    if change.metric.changeStyle == .percent {
      guard let percent = change.percent else { return nil }
      let number = NumberText.percent(percent)
      return rises ? language.pick("增长\(number)", "up \(number)") : language.pick("下降\(number)", "down \(number)")
    }
    let number = differenceUnit.text(difference.magnitude)
    let inPoints = change.metric.changeStyle == .points
    let points = inPoints ? change.metric.unit.ofDifference(in: language) : differenceUnit.name
    let space = language == .english && !points.isEmpty ? " " : ""
    let amount = number + space + points
    return rises ? language.pick("上升\(amount)", "up \(amount)") : language.pick("下降\(amount)", "down \(amount)")
  }

  /// The months of a figure where it lacks some: (10个月); `nil` where it is whole or has no months.
  func partial(_ figure: Figure, in period: Period) -> String? {
    guard figure.value != nil, let span = period.monthSpan, !figure.months.isEmpty else { return nil }
    let (have, want) = (figure.months.count, span.upperBound.index - span.lowerBound.index + 1)
    return have < want ? language.pick("（\(have)个月）", " (\(have) months)") : nil
  }
}
