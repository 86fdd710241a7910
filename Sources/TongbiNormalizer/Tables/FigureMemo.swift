// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What the figures of the last row in a column came to.
struct FigureMemo {
  var rowMetric: Int32 = .min
  var rowUnit: Int32 = .min
  var rowPeriod: Int32 = .min
  var metric: Int32 = -1
  var period: Int32 = 0
  var unit: WrittenUnit?
  var scale = UnitScale.shift(0)
  /// Whether the metric is a percentage.
  var isPercent = false
  /// Whether the metric is added over facilities.
  var isAdded = false
  var lowest: ExactDecimal?
  var highest: ExactDecimal?
}
