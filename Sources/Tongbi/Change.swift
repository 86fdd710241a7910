// SPDX-License-Identifier: Apache-2.0

/// The move of one metric from its base period to the current one: year over year (同比) where the base is the same
/// period one year earlier.
public struct Change: Hashable, Sendable {
  /// What a change can be said to be, each visible in tables, labels and findings.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Both figures are there and comparable.
    case ok
    /// There is no current figure.
    case missingCurrent = "missing_current"
    /// There is no base figure.
    case missingBase = "missing_base"
    /// One of the figures is blotted out.
    case masked
    /// The base is 0: there is a difference but no percentage.
    case zeroBase = "zero_base"
    /// The base is negative: there is a difference but no percentage.
    case negativeBase = "negative_base"
    /// The current figure is negative and the base is not: there is a difference but no percentage.
    case signChange = "sign_change"
    /// Unequal months, another scope or contradicting reports: neither difference nor percentage.
    case notComparable = "not_comparable"
    /// Both sides lack the same months: compared over the months that both have.
    case partial
  }

  /// What the change is about.
  public enum Subject: Hashable, Sendable {
    /// One facility, by name.
    case facility(String)
    /// The facilities of one group.
    case group(String)
    /// All facilities that reported.
    case all
    /// The facilities that reported in both periods (可比口径).
    case matched
    /// The facilities of one group that reported in both periods.
    case matchedGroup(String)
  }

  /// What the change is about.
  public var subject: Subject
  /// The metric.
  public var metric: Metric
  /// The current period.
  public var period: Period
  /// The base period.
  public var basePeriod: Period
  /// The current figure.
  public var current: Figure
  /// The base figure.
  public var base: Figure

  /// Puts two figures side by side.
  public init(
    subject: Subject, metric: Metric, period: Period, basePeriod: Period, current: Figure, base: Figure
  ) {
    self.subject = subject
    self.metric = metric
    self.period = period
    self.basePeriod = basePeriod
    self.current = current
    self.base = base
  }

  /// What can be said of the two figures.
  public var state: State {
    Comparison.state(
      of: current, against: base, metric.changeStyle, span: period.monthSpan, baseSpan: basePeriod.monthSpan)
  }

  /// Current minus base, in the metric's unit (percentage points when that is percent); `nil` where ``state`` forbids it.
  public var difference: ExactDecimal? { Comparison.difference(current.value, base.value, in: state) }

  /// The relative change in percent, `100 · (current − base) / base`, to six places; `nil` where ``state`` forbids it
  /// and for metrics whose change is stated in points.
  public var percent: ExactDecimal? {
    let state = state
    return Comparison.percent(
      Comparison.difference(current.value, base.value, in: state), of: base.value, metric.changeStyle, in: state)
  }

  /// The relative change in percent, to six places, whatever the metric's style; `nil` unless the base is positive.
  public var relativePercent: ExactDecimal? { Comparison.percent(difference, of: base.value) }

  /// Whether the change is an improvement; `nil` where the metric has no good direction or nothing moved.
  public var isImprovement: Bool? {
    guard let difference, !difference.isZero, metric.better != .neutral else { return nil }
    return difference.isNegative == (metric.better == .lower)
  }
}
