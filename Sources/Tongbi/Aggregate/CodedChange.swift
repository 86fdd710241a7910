// SPDX-License-Identifier: Apache-2.0

/// A change with codes in place of names, as hundreds of thousands of them pass to a printer.
package struct CodedChange {
  /// What it is about.
  package enum Subject: Sendable, Equatable {
    /// A facility, by its code in the cube.
    case facility(Int32)
    /// Facilities together.
    case many(Change.Subject)
  }

  /// What it is about.
  package var subject: Subject
  /// The metric, by its code in the cube.
  package var metric: Int32
  /// The period, as an index into the periods of the work.
  package var window: Int
  /// The current figure.
  package var current: Figure
  /// The base figure.
  package var base: Figure
  /// What can be said of the two figures.
  package let state: Change.State
  /// Current minus base; `nil` where the state forbids it.
  package let difference: ExactDecimal?
  private let style: Metric.ChangeStyle

  /// Puts two figures of a share of the work side by side.
  init(_ subject: Subject, of share: ChangeWork.Share, window index: Int, current: Figure, base: Figure) {
    self.subject = subject
    metric = share.metric
    window = index
    self.current = current
    self.base = base
    style = share.style
    let window = share.windows.windows[index]
    state = Comparison.state(
      of: current, against: base, style, span: window.current.span, baseSpan: window.base.span)
    difference = Comparison.difference(current.value, base.value, in: state)
  }

  /// The relative change in percent; `nil` where the state forbids it and for changes stated in points.
  package var percent: ExactDecimal? {
    Comparison.percent(difference, of: base.value, style, in: state)
  }
}
