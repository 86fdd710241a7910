// SPDX-License-Identifier: Apache-2.0

/// Two figures side by side: what can be said of them, and how far they are apart.
struct Comparison {
  /// How the change of the metric is stated.
  var style: Metric.ChangeStyle
  /// The months of the current period; `nil` for instants and the like.
  var span: ClosedRange<Month>?
  /// The months of the base period.
  var baseSpan: ClosedRange<Month>?
  /// The current figure.
  var current: Figure
  /// The base figure.
  var base: Figure

  /// What can be said of the two figures.
  ///
  /// The order matters: what hides a figure comes before what forbids a comparison, and that before what forbids a
  /// percentage only.
  var state: Change.State {
    if current.absence == .masked || base.absence == .masked { return .masked }
    if let absence = current.absence { return absence == .missing ? .missingCurrent : .notComparable }
    if let absence = base.absence { return absence == .missing ? .missingBase : .notComparable }
    guard let now = current.value, let before = base.value else { return .notComparable }
    guard haveEqualMonths else { return .notComparable }
    // Points are subtracted whatever their sign; only a percentage needs a base above 0.
    if style != .points {
      if before.isNegative { return .negativeBase }
      if now.isNegative { return .signChange }
      if before.isZero { return .zeroBase }
    }
    return isPartial ? .partial : .ok
  }

  /// Current minus base; `nil` where the state forbids it.
  func difference(in state: Change.State) -> ExactDecimal? {
    switch state {
    case .ok, .partial, .zeroBase, .negativeBase, .signChange:
      guard let now = current.value, let before = base.value else { return nil }
      return try? now - before
    case .missingCurrent, .missingBase, .masked, .notComparable:
      return nil
    }
  }

  /// The relative change in percent; `nil` where the state forbids it and for changes stated in points.
  func percent(in state: Change.State) -> ExactDecimal? {
    guard style == .percent, state == .ok || state == .partial else { return nil }
    return Self.percent(difference(in: state), of: base.value)
  }

  /// A difference in percent of the base, to six places; `nil` unless the base is positive.
  static func percent(_ difference: ExactDecimal?, of base: ExactDecimal?) -> ExactDecimal? {
    guard let difference, let base, !base.isZero, !base.isNegative else { return nil }
    return try? (difference * 100).divided(by: base, places: 6)
  }

  private var haveEqualMonths: Bool {
    guard let span, let baseSpan else { return span == nil && baseSpan == nil }
    return current.months == base.months.moved(by: span.lowerBound.index - baseSpan.lowerBound.index)
  }

  private var isPartial: Bool {
    span.map { current.months.count < $0.upperBound.index - $0.lowerBound.index + 1 } ?? false
  }
}
