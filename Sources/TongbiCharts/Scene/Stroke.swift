// SPDX-License-Identifier: Apache-2.0

/// How a line is drawn.
package struct Stroke: Hashable, Sendable {
  /// The colour.
  package var color: Color
  /// The width, in points.
  package var width: Double
  /// The lengths of dash and gap, in points; `nil` for a line without gaps.
  package var dash: Dash?

  /// A dash and the gap behind it, in points.
  package struct Dash: Hashable, Sendable {
    package var on: Double
    package var off: Double

    package init(on: Double, off: Double) {
      self.on = on
      self.off = off
    }
  }

  package init(_ color: Color, width: Double, dash: Dash? = nil) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}
