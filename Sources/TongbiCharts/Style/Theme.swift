// SPDX-License-Identifier: Apache-2.0

/// The colours of a chart. Colour says better or worse, never up or down, and never alone: the sign stands beside it.
package enum Theme: String, Hashable, Sendable, CaseIterable {
  /// Blue for better, orange-red for worse: apart for every kind of colour vision.
  case standard
  /// The colours of business reporting after IBCS: green-blue and red.
  case ibcs
  /// Grey only, for print: better is solid, worse is hatched.
  case mono

  /// The fill of a change.
  package func fill(isImprovement: Bool?) -> Fill {
    let color = color(isImprovement: isImprovement)
    return self == .mono && isImprovement == false ? .hatched(color) : .solid(color)
  }

  /// The colour of a change.
  package func color(isImprovement: Bool?) -> Color {
    switch (self, isImprovement) {
    case (.standard, true?): Color(0x0072B2)
    case (.standard, false?): Color(0xD55E00)
    case (.ibcs, true?): Color(0x00796B)
    case (.ibcs, false?): Color(0xC62828)
    case (.mono, true?), (.mono, false?): current
    case (_, nil): base
    }
  }

  /// The colour of a change's text: dark enough to read.
  package func textColor(isImprovement: Bool?) -> Color {
    switch (self, isImprovement) {
    case (.standard, false?): Color(0xB84E00)
    case (_, nil): text
    default: color(isImprovement: isImprovement)
    }
  }

  /// The current period.
  package var current: Color { Color(0x404040) }
  /// The base period.
  package var base: Color { Color(0x8C8C8C) }
  /// A bar that is not picked out; white text on it can be read.
  package var bar: Color { Color(0x737373) }
  /// A line that is not picked out.
  package var quiet: Color { Color(0x949494) }
  /// Text.
  package var text: Color { Color(0x1F2328) }
  /// Text of less weight.
  package var quietText: Color { Color(0x59636E) }
  /// Lines that guide the eye.
  package var guide: Color { Color(0xE4E7EB) }
  /// Axes.
  package var axis: Color { Color(0x8C8C8C) }
  /// The line of a target.
  package var target: Color { self == .mono ? Color(0x1F2328) : color(isImprovement: false) }
  /// The line of the group's value.
  package var group: Color { self == .mono ? Color(0x1F2328) : color(isImprovement: true) }
  /// The lines of a trend that stand out, in order.
  package var lines: [Color] {
    self == .mono
      ? [Color(0x1F2328), Color(0x6E6E6E), Color(0x8C8C8C)]
      : [Color(0x404040), Color(0x0072B2), Color(0x7B3F98), Color(0x00796B), Color(0x8C8C8C), Color(0x8A6D00)]
  }
}
