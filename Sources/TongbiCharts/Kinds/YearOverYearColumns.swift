// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Where the columns of a year over year chart stand: bars, the base in figures, differences, pins.
struct YearOverYearColumns {
  /// Values to places; the scale is shared with ``differences``.
  let bars: LinearScale
  /// The right edge of the base's figures; `nil` where there are none.
  let baseTextRight: Double?
  /// Differences on the scale of the bars; `nil` where changes are stated in points.
  let differences: LinearScale?
  /// Percentages, or points, on a scale of their own; `nil` where changes are stated as differences only.
  let pins: LinearScale?
  /// The largest pin that is drawn to scale; larger ones end in a triangle.
  let pinLimit: Double
  /// The left edge of bars.
  let left: Double
  /// The right edge of everything.
  let right: Double
  /// Whether texts leave too little room for the bars, so that smaller letters are needed.
  let isTight: Bool

  /// The widths of texts that the columns must hold, in points.
  struct Needs {
    var current = 0.0
    var base = 0.0
    var differenceLeft = 0.0
    var differenceRight = 0.0
    var pinLeft = 0.0
    var pinRight = 0.0
    /// Words in place of a change.
    var obstacle = 0.0
    /// Texts that begin at the left edge of the bars: the legend, the totals.
    var lead = 0.0
    var gap = 0.0
  }

  /// Shares out the room between `left` and `right`: texts first, then pins; the rest is for bars and differences.
  init(_ rows: [Change], style: Metric.ChangeStyle, needs: Needs, left: Double, right: Double) {
    let gap = needs.gap
    self.left = left
    self.right = right
    let strengths = style == .absolute ? [] : rows.compactMap { $0.strength?.double }
    pinLimit = Self.limit(strengths)
    let pinWidth = Self.pinWidth(strengths, style, needs, right - left)
    pins = style == .absolute ? nil : Self.pins(strengths, style, needs, pinLimit, from: right - pinWidth, to: right)

    let values = rows.flatMap { [$0.current.value, $0.base.value] }.compactMap { $0?.double }
    let (high, low) = (max(0, values.max() ?? 0), min(0, values.min() ?? 0))
    let moves = style == .points ? [] : rows.compactMap { $0.difference?.double }
    let (rise, fall) = (max(0, moves.max() ?? 0), max(0, -(moves.min() ?? 0)))
    // Words in place of a difference may need more room than differences and pins.
    let words = style == .points ? 0 : max(0, needs.obstacle - needs.differenceRight - pinWidth)
    let differenceTexts = style == .points ? gap : needs.differenceLeft + needs.differenceRight + 6 * gap + words
    let baseText = needs.base > 0 ? needs.base + 2 * gap : 0
    let currentTexts = needs.current * (low < 0 ? 2 : 1) + (low < 0 ? 3 : 2) * gap
    let room = right - pinWidth - left - differenceTexts - baseText - currentTexts
    var unit = max(0, room) / max(high - low + rise + fall, .leastNormalMagnitude)
    if high == low { unit = 0 }
    // What stands over and under the bars must not reach into the next column.
    let lead = max(0, needs.lead + 2 * gap - currentTexts)
    if (high - low) * unit < lead {
      unit = rise + fall > 0 ? min(unit, max(0, room - lead) / (rise + fall)) : unit
    }
    let width = min(max((high - low) * unit, lead), max(room, lead))
    isTight = room < max(lead, 0.14 * (right - left))
    let zero = left + (low < 0 ? needs.current + gap - low * unit : 0)
    bars = LinearScale(low: 0, high: 1, start: zero, end: zero + unit)
    let barsEnd = left + currentTexts + width
    let axis = barsEnd + baseText + needs.differenceLeft + 4 * gap + fall * unit
    differences = style == .points ? nil : LinearScale(low: 0, high: 1, start: axis, end: axis + unit)
    let baseRight = style == .points ? right - pinWidth - gap : barsEnd + needs.base + gap
    baseTextRight = needs.base > 0 ? baseRight : nil
  }

  private static func pinWidth(
    _ strengths: [Double], _ style: Metric.ChangeStyle, _ needs: Needs, _ width: Double
  ) -> Double {
    let gap = needs.gap
    let texts = needs.pinLeft + needs.pinRight + 6 * gap
    switch style {
    case .absolute: return 0
    case .percent: return min(texts + 0.12 * width, max(0.3 * width, texts + 30))
    case .points:
      // The words in place of a change stand here: they get their room beside that of the falls.
      let falls = strengths.contains { $0 < 0 } ? 0.07 * width : 0
      let words = needs.obstacle > 0 ? needs.obstacle + needs.pinLeft + 6 * gap + falls : 0
      return max(min(texts + 0.16 * width, max(0.4 * width, texts + 30)), min(0.48 * width, words))
    }
  }

  private static func pins(
    _ strengths: [Double], _ style: Metric.ChangeStyle, _ needs: Needs, _ limit: Double, from left: Double,
    to right: Double
  ) -> LinearScale {
    let gap = needs.gap
    let (up, down) = (min(limit, max(0, strengths.max() ?? 0)), min(limit, max(0, -(strengths.min() ?? 0))))
    let first = left + needs.pinLeft + 4 * gap
    let length = max(10, right - first - needs.pinRight - 2 * gap)
    var unit = up + down > 0 ? length / (up + down) : 0
    var zero = first + down * unit
    if style == .points, right - zero < needs.obstacle + gap {
      zero = max(first, right - needs.obstacle - gap)
      let rightUnit = up > 0 ? max(4, right - zero - needs.pinRight - 2 * gap) / up : .infinity
      unit = min(down > 0 ? max(4, zero - first) / down : .infinity, rightUnit)
      if !unit.isFinite { unit = 0 }
    }
    return LinearScale(low: 0, high: 1, start: zero, end: zero + unit)
  }

  /// Pins beyond two and a half times the usual do not set the scale.
  private static func limit(_ strengths: [Double]) -> Double {
    let sizes = strengths.map(abs).sorted()
    guard sizes.count > 2, let largest = sizes.last else { return sizes.last ?? 0 }
    let usual = sizes[(sizes.count - 1) * 4 / 5]
    return usual > 0 && largest > 2.5 * usual ? 1.25 * usual : largest
  }
}
