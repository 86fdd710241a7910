// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// One line of totals beneath the rows, as texts.
struct TotalRow {
  var name: String
  var current: String
  var base: String?
  var difference: String?
  var pin: String?
  /// What stands in place of the change.
  var obstacle: String?
  var isImprovement: Bool?
}

extension YearOverYearDrawing {
  /// The total of all, and that of the comparable facilities where it is another one.
  var totalRows: [TotalRow] {
    guard rows.count > 1 else { return [] }
    let language = words.language
    var totals: [TotalRow] = []
    let all = chart.scope ?? language.pick("全部", "All")
    if let total = chart.total { totals.append(row(total, name: name(all, total))) }
    if let matched = chart.matched, matched.current.value != nil, !isSame(matched, chart.total) {
      totals.append(row(matched, name: name(language.pick("可比口径", "In both periods"), matched)))
    }
    return totals
  }

  private func name(_ name: String, _ total: Change) -> String {
    let number = max(total.current.facilities, 0)
    guard number > 0 else { return name }
    return words.language.pick("\(name)\(number)家", "\(name) (\(number))")
  }

  private func isSame(_ first: Change, _ second: Change?) -> Bool {
    guard let second else { return false }
    return first.current.value == second.current.value && first.base.value == second.base.value
      && first.current.facilities == second.current.facilities && first.base.facilities == second.base.facilities
  }

  private func row(_ total: Change, name: String) -> TotalRow {
    let language = words.language
    var obstacle = words.change.obstacle(total)
    let (now, before) = (total.current.facilities, total.base.facilities)
    if obstacle == nil, total.subject == .all, !chart.hasEqualScope, now > 0, before > 0 {
      obstacle =
        now == before
        ? language.pick("两期范围不同，不比较", "scope differs, not compared")
        : language.pick("两期机构数不同（\(now)、\(before)家）", "\(now) and \(before) facilities, not compared")
    }
    let show = obstacle == nil
    let inPoints = chart.metric.changeStyle == .points
    let pin =
      inPoints ? words.change.difference(total) : words.change.percent(total) ?? words.change.percentObstacle(total)
    return TotalRow(
      name: name, current: total.current.value.map(totalText) ?? "–",
      base: total.base.value.map { words.unit.totalNumber($0) },
      difference: show && !inPoints ? words.change.difference(total) : nil,
      pin: show && chart.metric.changeStyle != .absolute ? pin : nil, obstacle: obstacle,
      isImprovement: total.isImprovement)
  }

  private func totalText(_ value: ExactDecimal) -> String {
    let space = words.language == .english && words.unit.name != "%" ? " " : ""
    return words.unit.totalNumber(value) + space + words.unit.name
  }

  /// Draws the totals under a line.
  func draw(
    _ totals: [TotalRow], _ layout: RowLayout, _ columns: YearOverYearColumns, nameRight: Double, _ gap: Double,
    _ room: Rect, on sketch: inout Sketch
  ) throws(TongbiError) {
    guard !totals.isEmpty else { return }
    let height = max(17, 36 * sketch.scale)
    var middle = layout.bottom + 10 * sketch.scale + height / 2
    sketch.horizontal(
      y: layout.bottom + 5 * sketch.scale, from: room.x, to: room.maxX, Stroke(sketch.theme.axis, width: sketch.scale))
    for total in totals {
      let bold = layout.label.bold.sized(min(layout.label.size, height / 1.3))
      try sketch.text(
        try sketch.clipped(total.name, to: nameRight - room.x, bold), x: nameRight, middle: middle, bold.anchored(.end),
        title: total.name)
      try sketch.text(total.current, x: columns.left, middle: middle, bold)
      if let right = columns.baseTextRight, let base = total.base {
        try sketch.text(base, x: right, middle: middle, bold.colored(sketch.theme.quietText).anchored(.end))
      }
      let axis = columns.differences ?? columns.pins ?? columns.bars
      if let obstacle = total.obstacle {
        var style = bold.colored(sketch.theme.quietText).sized(0.92 * bold.size)
        style.weight = .regular
        while style.size > 9, try sketch.width(obstacle, style) > columns.right - axis.start - gap {
          style.size *= 0.95
        }
        try sketch.text(obstacle, x: axis.start + gap, middle: middle, style)
      }
      let style = bold.colored(sketch.theme.textColor(isImprovement: total.isImprovement))
      if let difference = total.difference, let axis = columns.differences {
        try sketch.text(difference, x: axis.start + gap, middle: middle, style)
      }
      if let pin = total.pin, let axis = columns.pins {
        try sketch.text(pin, x: axis.start + gap, middle: middle, style)
      }
      middle += height
    }
  }
}
