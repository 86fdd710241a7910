// SPDX-License-Identifier: Apache-2.0

/// Maps values to places on the page, straight and in proportion.
struct LinearScale {
  /// The value at `start`.
  var low: Double
  /// The value at `end`.
  var high: Double
  /// The place of `low`, in points.
  var start: Double
  /// The place of `high`, in points.
  var end: Double

  /// The place of a value; the middle when the scale has no length.
  func callAsFunction(_ value: Double) -> Double {
    guard high != low else { return (start + end) / 2 }
    return start + (value - low) / (high - low) * (end - start)
  }
}
