// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Compares a ratio with its numerator over its denominator, within the digits that all three print.
enum RatioCheck {
  /// The factor of a ratio in a unit: 100 for %, 1 for a mean.
  static func factor(_ metric: Metric) -> Int64? {
    switch metric.kind {
    case .ratio: metric.unit.ratioFactor ?? 1
    case .average, .index: 1
    case .flow, .stock, .moneyFlow, .eventCount: nil
    }
  }

  /// Numerator over denominator in the metric's unit, to a number of places; `nil` for a denominator of 0.
  static func ratio(_ above: ExactDecimal, _ below: ExactDecimal, _ metric: Metric, places: Int) -> ExactDecimal? {
    guard let factor = factor(metric) else { return nil }
    return try? (above * ExactDecimal(factor)).divided(by: below, places: places)
  }

  /// Whether value and quotient can be the same number: each figure stands for its last written digit, rounded or cut.
  ///
  /// - Parameters:
  ///   - value: The ratio that the table states; `lastPlace` is the power of ten of its last written digit.
  ///   - above: The numerator.
  ///   - below: The denominator.
  static func agrees(
    _ value: ExactDecimal, lastPlace: Int, above: ExactDecimal, below: ExactDecimal, _ metric: Metric
  ) -> Bool {
    guard let factor = factor(metric), !below.isZero else { return true }
    let step = ExactDecimal.powerOfTen(lastPlace).double
    let slack = { (number: ExactDecimal) in number.places == 0 ? 0 : ExactDecimal.powerOfTen(-number.places).double }
    let (top, bottom) = (above.double, below.double)
    let quotient = top / bottom * Double(factor)
    let relative = slack(above) / max(abs(top), 1e-9) + slack(below) / abs(bottom)
    return abs(value.double - quotient) <= step * 1.000001 + abs(quotient) * relative + 1e-9
  }
}
