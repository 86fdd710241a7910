// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Where the columns of a year over year chart stand: bars, the base in figures, differences, pins.
struct YearOverYearColumns {
  /// Bars: zero stands at `bars.start`… the scale is shared with `differences`.
  var bars: LinearScale
  /// The right edge of the base's figures; `nil` where there are none.
  var baseTextRight: Double?
  /// Differences on the scale of the bars; `nil` where changes are stated in points.
  var differences: LinearScale?
  /// Percentages, or points, on a scale of their own; `nil` where changes are stated as differences only.
  var pins: LinearScale?
  /// The largest pin that is drawn to scale; larger ones end in a triangle.
  var pinLimit: Double
  /// The right edge of everything.
  var right: Double

  /// The widths of texts that the columns must hold, in points.
  struct Needs {
    var current = 0.0
    var base = 0.0
    var differenceLeft = 0.0
    var differenceRight = 0.0
    var pinLeft = 0.0
    var pinRight = 0.0
    var obstacle = 0.0
    var gap = 0.0
  }

  /// Shares out the room between `left` and `right`.
  init(_ rows: [Change], style: Metric.ChangeStyle, needs: Needs, left: Double, right: Double) {
    self.right = right
    let gap = needs.gap
    let values = rows.flatMap { [$0.current.value, $0.base.value] }.compactMap { $0?.double }
    let (high, low) = (max(0, values.max() ?? 0), min(0, values.min() ?? 0))
    let moves = style == .points ? [] : rows.compactMap { $0.difference?.double }
    let (rise, fall) = (max(0, moves.max() ?? 0), max(0, -(moves.min() ?? 0)))
    let strengths = style == .absolute ? [] : rows.compactMap { $0.strength?.double }
    pinLimit = Self.limit(strengths)

    // From the right: pins, then differences, then the base's figures; the rest is for bars.
    let most = (right - left) * (style == .points ? 0.4 : 0.3)
    let pinTexts = needs.pinLeft + needs.pinRight + 4 * gap
    let pinWidth = style == .absolute ? 0 : min(max(most * 0.72, pinTexts + 60), max(most, pinTexts + 30))
    let pinSpace = (left: right - pinWidth, right: right)
    if style != .absolute {
      let (up, down) = (
        min(pinLimit, max(0, strengths.max() ?? 0)), min(pinLimit, max(0, -(strengths.min() ?? 0)))
      )
      let length = max(10, pinWidth - pinTexts)
      var unit = up + down > 0 ? length / (up + down) : 0
      var zero = pinSpace.left + needs.pinLeft + 2 * gap + down * unit
      if style == .points, right - zero < needs.obstacle + gap {
        zero = max(pinSpace.left + needs.pinLeft + 2 * gap, right - needs.obstacle - gap)
        let leftRoom = max(4, zero - pinSpace.left - needs.pinLeft - 2 * gap)
        unit = min(
          down > 0 ? leftRoom / down : .infinity,
          up > 0 ? max(4, right - zero - needs.pinRight - 2 * gap) / up : .infinity)
        if !unit.isFinite { unit = 0 }
      }
      pins = LinearScale(low: 0, high: 1, start: zero, end: zero + unit)
    }
    let hasDifferences = style != .points
    let differenceTexts = hasDifferences ? needs.differenceLeft + needs.differenceRight + 4 * gap : gap
    let baseText = needs.base > 0 ? needs.base + 2 * gap : 0
    let currentTexts = needs.current * (low < 0 ? 2 : 1) + 2 * gap
    let rest = max(20, pinSpace.left - left - differenceTexts - baseText - currentTexts)
    let extent = high - low + rise + fall
    let unit = extent > 0 ? rest / extent : 0
    let zero = left + (low < 0 ? needs.current + gap : 0) - low * unit
    bars = LinearScale(low: 0, high: 1, start: zero, end: zero + unit)
    let barsEnd = zero + high * unit + needs.current + 2 * gap
    baseTextRight = needs.base > 0 ? (hasDifferences ? barsEnd + needs.base + gap : pinSpace.left - gap) : nil
    if hasDifferences {
      let axis = barsEnd + baseText + needs.differenceLeft + 2 * gap + fall * unit
      // Where words stand in place of a change they need room up to the right edge.
      let place = max(barsEnd + baseText + gap, min(axis, right - needs.obstacle - 2 * gap))
      differences = LinearScale(low: 0, high: 1, start: place, end: place + unit)
    }
  }

  /// Pins beyond two and a half times the usual do not set the scale.
  private static func limit(_ strengths: [Double]) -> Double {
    let sizes = strengths.map(abs).sorted()
    guard sizes.count > 2, let largest = sizes.last else { return sizes.last ?? 0 }
    let usual = sizes[(sizes.count - 1) * 4 / 5]
    return usual > 0 && largest > 2.5 * usual ? 1.25 * usual : largest
  }
}
