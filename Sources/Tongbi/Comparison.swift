// SPDX-License-Identifier: Apache-2.0

/// What can be said of two figures side by side, and how far they are apart.
enum Comparison {
  /// What can be said of the two figures.
  ///
  /// The order matters: what hides a figure comes before what forbids a comparison, and that before what forbids a
  /// percentage only.
  ///
  /// - Parameters:
  ///   - current: The current figure.
  ///   - base: The base figure.
  ///   - style: How the change of the metric is stated.
  ///   - span: The months of the current period; `nil` for instants and the like.
  ///   - baseSpan: The months of the base period.
  static func state(
    of current: Figure, against base: Figure, _ style: Metric.ChangeStyle, span: ClosedRange<Month>?,
    baseSpan: ClosedRange<Month>?
  ) -> Change.State {
    state(
      of: (current.value, current.absence), against: (base.value, base.absence), style,
      haveEqualMonths: haveEqualMonths(current, base, span, baseSpan),
      isPartial: span.map { current.months.count < $0.upperBound.index - $0.lowerBound.index + 1 } ?? false)
  }

  /// A value, or why there is none.
  typealias Side = (value: ExactDecimal?, absence: Figure.Absence?)

  /// What can be said of two values side by side.
  ///
  /// - Parameters:
  ///   - current: The current value.
  ///   - base: The base value.
  ///   - style: How the change of the metric is stated.
  ///   - haveEqualMonths: Whether both cover the same months of their periods.
  ///   - isPartial: Whether months of the current period lack.
  @inline(__always)
  static func state(
    of current: Side, against base: Side, _ style: Metric.ChangeStyle, haveEqualMonths: @autoclosure () -> Bool,
    isPartial: @autoclosure () -> Bool
  ) -> Change.State {
    if current.absence == .masked || base.absence == .masked { return .masked }
    if let absence = current.absence { return absence == .missing ? .missingCurrent : .notComparable }
    if let absence = base.absence { return absence == .missing ? .missingBase : .notComparable }
    guard let now = current.value, let before = base.value, haveEqualMonths() else { return .notComparable }
    // Points are subtracted whatever their sign; only a percentage needs a base above 0.
    if style != .points {
      if before.isNegative { return .negativeBase }
      if now.isNegative { return .signChange }
      if before.isZero { return .zeroBase }
    }
    return isPartial() ? .partial : .ok
  }

  private static func haveEqualMonths(
    _ current: Figure, _ base: Figure, _ span: ClosedRange<Month>?, _ baseSpan: ClosedRange<Month>?
  ) -> Bool {
    guard let span, let baseSpan else { return span == nil && baseSpan == nil }
    return current.months == base.months.moved(by: span.lowerBound.index - baseSpan.lowerBound.index)
  }

  /// Current minus base; `nil` where the state forbids it.
  static func difference(
    _ current: ExactDecimal?, _ base: ExactDecimal?, in state: Change.State
  ) -> ExactDecimal? {
    switch state {
    case .ok, .partial, .zeroBase, .negativeBase, .signChange:
      guard let now = current, let before = base else { return nil }
      return try? now - before
    case .missingCurrent, .missingBase, .masked, .notComparable:
      return nil
    }
  }

  /// A difference in percent of the base, to six places; `nil` where the state forbids it and for changes stated in points.
  static func percent(
    _ difference: ExactDecimal?, of base: ExactDecimal?, _ style: Metric.ChangeStyle, in state: Change.State
  ) -> ExactDecimal? {
    guard style == .percent, state == .ok || state == .partial else { return nil }
    return percent(difference, of: base)
  }

  /// A difference in percent of the base, to six places; `nil` unless the base is positive.
  static func percent(_ difference: ExactDecimal?, of base: ExactDecimal?) -> ExactDecimal? {
    guard let difference, let base, !base.isZero, !base.isNegative else { return nil }
    return try? (difference * 100).divided(by: base, places: 6)
  }
}
