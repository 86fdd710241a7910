// SPDX-License-Identifier: Apache-2.0

/// The room that one line of text takes, in points.
package struct TextExtent: Hashable, Sendable {
  /// From the start of the first letter to the end of the last.
  package var width: Double
  /// Above the baseline.
  package var ascent: Double
  /// Below the baseline.
  package var descent: Double

  package init(width: Double, ascent: Double, descent: Double) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }
}
