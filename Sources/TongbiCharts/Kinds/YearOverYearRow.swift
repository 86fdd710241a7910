// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Draws one row of a year over year chart.
struct YearOverYearRow {
  let words: YearOverYearWords
  let columns: YearOverYearColumns
  let layout: RowLayout
  let gap: Double

  func draw(_ row: Change, at index: Int, on sketch: inout Sketch) throws(TongbiError) {
    let middle = layout.middle(index)
    try bars(row, middle, on: &sketch)
    if let obstacle = words.change.obstacle(row) {
      let axis = columns.differences ?? columns.pins ?? columns.bars
      var style = layout.label.colored(sketch.theme.quietText).sized(0.92 * layout.label.size)
      let room = columns.right - axis.start - gap
      while style.size > 9, try sketch.width(obstacle, style) > room { style.size *= 0.95 }
      let text = try sketch.clipped(obstacle, to: room, style)
      try sketch.text(text, x: axis.start + gap, middle: middle, style, title: "\(row.rowName) \(obstacle)")
      return
    }
    try difference(row, middle, on: &sketch)
    try pin(row, middle, on: &sketch)
  }

  private func bars(_ row: Change, _ middle: Double, on sketch: inout Sketch) throws(TongbiError) {
    let (thick, scale) = (layout.pitch, columns.bars)
    let theme = sketch.theme
    var ends = [scale.start]
    if let value = row.base.value {
      let end = scale(value.double)
      ends.append(end)
      let bar = Rect(from: scale.start, to: end, top: middle - 0.32 * thick, bottom: middle + 0.1 * thick)
      let fill: Fill = row.base.isBackcast ? .hatched(theme.base) : .solid(theme.base)
      sketch.rectangle(bar, fill, title: words.hover(row, .base))
    }
    if let value = row.current.value {
      let end = scale(value.double)
      ends.append(end)
      let bar = Rect(from: scale.start, to: end, top: middle - 0.09 * thick, bottom: middle + 0.31 * thick)
      let fill: Fill = row.current.isBackcast ? .hatched(theme.current) : .solid(theme.current)
      sketch.rectangle(bar, fill, title: words.hover(row, .current))
      let text = words.currentText(row) ?? ""
      if value.isNegative {
        let x = (ends.min() ?? end) - gap
        try sketch.text(text, x: x, middle: middle, layout.label.anchored(.end), title: words.hover(row, .current))
      } else {
        let x = (ends.max() ?? end) + gap
        try sketch.text(text, x: x, middle: middle, layout.label, title: words.hover(row, .current))
      }
    }
    if let right = columns.baseTextRight, let text = words.baseText(row) {
      let style = layout.label.colored(theme.quietText).anchored(.end)
      try sketch.text(text, x: right, middle: middle, style, title: words.hover(row, .base))
    }
  }

  private func difference(_ row: Change, _ middle: Double, on sketch: inout Sketch) throws(TongbiError) {
    guard let scale = columns.differences, let difference = row.difference, let text = words.change.difference(row)
    else { return }
    let end = scale(difference.double)
    if !difference.isZero {
      let thick = 0.4 * layout.pitch
      let bar = Rect(from: scale.start, to: end, top: middle - thick / 2, bottom: middle + thick / 2)
      sketch.rectangle(bar, sketch.theme.fill(isImprovement: row.isImprovement), title: words.hover(row, .current))
    }
    try label(text, from: scale.start, end: end, isNegative: difference.isNegative, middle, row, on: &sketch)
  }

  private func pin(_ row: Change, _ middle: Double, on sketch: inout Sketch) throws(TongbiError) {
    guard let scale = columns.pins else { return }
    if let word = words.change.percentObstacle(row), row.metric.changeStyle == .percent {
      let style = layout.label.colored(sketch.theme.quietText).sized(0.92 * layout.label.size)
      try sketch.text(word, x: scale.start + gap, middle: middle, style)
      return
    }
    guard let strength = row.strength else { return }
    let inPoints = row.metric.changeStyle == .points
    guard let text = inPoints ? words.change.difference(row) : words.change.percent(row) else { return }
    let limited = max(-columns.pinLimit, min(columns.pinLimit, strength.double))
    let end = scale(limited)
    let color = sketch.theme.color(isImprovement: row.isImprovement)
    let head = max(5, min(13 * sketch.scale, 0.28 * layout.pitch))
    sketch.segment(
      Point(scale.start, middle), Point(end, middle), Stroke(color, width: max(2, 4 * sketch.scale)),
      title: "\(row.rowName) \(text)")
    if abs(strength.double) > columns.pinLimit {
      let direction = limited < 0 ? -1.0 : 1
      let tip = Point(end + direction * head * 0.6, middle)
      let back = end - direction * head * 0.6
      sketch.add(
        .polygon([tip, Point(back, middle - head * 0.7), Point(back, middle + head * 0.7)], fill: .solid(color)))
    } else {
      let square = Rect(x: end - head / 2, y: middle - head / 2, width: head, height: head)
      let dark = sketch.theme.current
      sketch.rectangle(square, row.hasBackcast ? .outlined(dark) : .solid(dark), title: "\(row.rowName) \(text)")
    }
    let edge = limited < 0 ? end - head / 2 : end + head / 2
    try label(text, from: scale.start, end: edge, isNegative: strength.isNegative, middle, row, on: &sketch)
  }

  private func label(
    _ text: String, from axis: Double, end: Double, isNegative: Bool, _ middle: Double, _ row: Change,
    on sketch: inout Sketch
  ) throws(TongbiError) {
    let style = layout.label.anchored(isNegative ? .end : .start)
    let x = isNegative ? min(axis, end) - gap : max(axis, end) + gap
    try sketch.text(text, x: x, middle: middle, style, title: "\(row.rowName) \(text)")
  }
}
