// SPDX-License-Identifier: Apache-2.0

/// Compares a stated change with what two figures give, by the interval that the printed digits allow.
///
/// Reports round and truncate alike (16.596 is printed as 16.60 as well as 16.59), so a figure stands for
/// half a unit of its last digit below and a whole one above, and a stated change for one unit on either side.
package struct StatedChangeCheck {
  /// A closed interval of exact numbers.
  struct Interval: Hashable {
    var low: ExactDecimal
    var high: ExactDecimal

    func contains(_ number: ExactDecimal) -> Bool { low <= number && number <= high }
  }

  /// What the figures measure.
  package var metric: Metric
  /// The figure of the current period.
  package var current: (value: ExactDecimal, lastPlace: Int)
  /// The figure of the base.
  package var base: (value: ExactDecimal, lastPlace: Int)

  /// Makes a check of two figures of one metric.
  package init(
    metric: Metric, current: (value: ExactDecimal, lastPlace: Int), base: (value: ExactDecimal, lastPlace: Int)
  ) {
    self.metric = metric
    self.current = current
    self.base = base
  }

  /// What the figures give, in the kind of the stated change, rounded for print; `nil` when they allow what is stated
  /// or nothing can be said.
  package func contradiction(of change: StatedChange) -> ExactDecimal? {
    guard let stated = change.kind == .flat ? .zero : change.value else { return nil }
    let kinds = metric.changeStyle == .points && change.kind == .percent ? [.points, .percent] : [change.kind]
    var computed: ExactDecimal?
    for kind in kinds {
      guard let allowed = interval(of: kind), let exact = value(of: kind) else { return nil }
      let slack = kind == .flat ? flatSlack : ExactDecimal.powerOfTen(change.lastPlace)
      guard let low = try? allowed.low - slack, let high = try? allowed.high + slack else { return nil }
      if Interval(low: low, high: high).contains(stated) { return nil }
      computed = computed ?? exact
    }
    return computed.map { $0.rounded(to: 2) }
  }

  /// 持平 and 基本持平 leave half a per cent of the base either way.
  private var flatSlack: ExactDecimal { ExactDecimal(significand: 5, places: 1) }

  private func value(of kind: StatedChange.Kind) -> ExactDecimal? {
    Self.change(kind, from: base.value, to: current.value)
  }

  private func interval(of kind: StatedChange.Kind) -> Interval? {
    guard let now = bounds(of: current), let before = bounds(of: base),
      let low = Self.change(kind, from: before.high, to: now.low),
      let high = Self.change(kind, from: before.low, to: now.high)
    else { return nil }
    return Interval(low: min(low, high), high: max(low, high))
  }

  private func bounds(of figure: (value: ExactDecimal, lastPlace: Int)) -> Interval? {
    let isCount = metric.kind == .flow || metric.kind == .stock || metric.kind == .eventCount
    if isCount, figure.lastPlace <= 0 { return Interval(low: figure.value, high: figure.value) }
    let unit = ExactDecimal.powerOfTen(figure.lastPlace)
    guard let half = try? unit.divided(by: 2, places: min(18, max(1, 1 - figure.lastPlace))),
      let low = try? figure.value - half, let high = try? figure.value + unit
    else { return nil }
    return Interval(low: low, high: high)
  }

  private static func change(
    _ kind: StatedChange.Kind, from base: ExactDecimal, to current: ExactDecimal
  ) -> ExactDecimal? {
    switch kind {
    case .points, .absolute: return try? current - base
    case .times: return base.isZero ? nil : try? current.divided(by: base, places: 6)
    case .percent, .flat:
      guard !base.isZero, !base.isNegative else { return nil }
      return try? ((current - base) * 100).divided(by: base, places: 6)
    }
  }
}

extension StatedChange {
  /// The change in words: +8.2%, −1.9个百分点, 1.6倍, 持平; that it is blotted out, where it is.
  public func words(of metric: Metric, in language: Language) -> String {
    guard kind != .flat || value?.isZero == false else { return language.pick("持平", "flat") }
    guard let value else { return language.pick("增减数已隐去", "change blotted out") }
    let signed = (value.isNegative ? "−" : "+") + value.magnitude.description
    switch kind {
    case .percent, .flat: return "\(signed)%"
    case .points: return signed + metric.unit.ofDifference(in: language)
    case .absolute: return signed + metric.unit.symbol
    case .times: return value.description + language.pick("倍", " times")
    }
  }
}
