// SPDX-License-Identifier: Apache-2.0

/// Two figures side by side: what can be said of them, and how far they are apart.
package struct Comparison {
  /// How the change of the metric is stated.
  package var style: Metric.ChangeStyle
  /// The months of the current period; `nil` for instants and the like.
  package var span: ClosedRange<Month>?
  /// The months of the base period.
  package var baseSpan: ClosedRange<Month>?
  /// The current figure.
  package var current: Figure
  /// The base figure.
  package var base: Figure

  package init(
    style: Metric.ChangeStyle, span: ClosedRange<Month>?, baseSpan: ClosedRange<Month>?, current: Figure, base: Figure
  ) {
    self.style = style
    self.span = span
    self.baseSpan = baseSpan
    self.current = current
    self.base = base
  }

  /// What can be said of the two figures.
  ///
  /// The order matters: what hides a figure comes before what forbids a comparison, and that before what forbids a
  /// percentage only.
  package var state: Change.State {
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
  package func difference(in state: Change.State) -> ExactDecimal? {
    switch state {
    case .ok, .partial, .zeroBase, .negativeBase, .signChange:
      guard let now = current.value, let before = base.value else { return nil }
      return try? now - before
    case .missingCurrent, .missingBase, .masked, .notComparable:
      return nil
    }
  }

  /// The relative change in percent; `nil` where the state forbids it and for changes stated in points.
  package func percent(in state: Change.State) -> ExactDecimal? {
    guard style == .percent, state == .ok || state == .partial else { return nil }
    return relativePercent(of: difference(in: state))
  }

  /// A difference in percent of the base, to six places; `nil` unless the base is positive.
  package func relativePercent(of difference: ExactDecimal?) -> ExactDecimal? {
    guard let difference, let before = base.value, !before.isZero, !before.isNegative else { return nil }
    return try? (difference * 100).divided(by: before, places: 6)
  }

  private var haveEqualMonths: Bool {
    guard let span, let baseSpan else { return span == nil && baseSpan == nil }
    return current.months == base.months.moved(by: span.lowerBound.index - baseSpan.lowerBound.index)
  }

  private var isPartial: Bool {
    span.map { current.months.count < $0.upperBound.index - $0.lowerBound.index + 1 } ?? false
  }
}
