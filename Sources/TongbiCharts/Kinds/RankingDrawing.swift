// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Draws a ranking: names, bars with figures where no line crosses them, lines for target and group, changes.
struct RankingDrawing {
  let chart: RankingChart
  let words: RankingWords
  let rows: [Change]
  let theme: Theme

  init(_ chart: RankingChart, style: ChartStyle) {
    self.chart = chart
    words = RankingWords(chart, language: style.language)
    rows = chart.changes.sortedByValue
    theme = style.theme
  }

  private var lineValues: [Double] {
    let group: ExactDecimal? =
      switch chart.group {
      case .total(let value)?, .mean(let value)?: value
      case nil: nil
      }
    return [chart.target, group].compactMap { $0?.double }
  }

  func draw(on sketch: inout Sketch) throws(TongbiError) {
    var shown = rows.count
    for _ in 0..<2 {
      var trial = sketch
      shown = try layout(frame(shown).draw(on: &trial), trial).shown
    }
    let room = try frame(shown).draw(on: &sketch)
    let layout = layout(room, sketch)
    let visible = visible(layout.shown)
    let nameWidth = try layout.nameWidth(visible.map(\.rowName), most: 0.26 * sketch.style.size.width, sketch)
    let gap = 0.5 * layout.label.size
    let left = room.x + nameWidth + 1.3 * gap
    let heading = TextStyle(size: min(20 * sketch.scale, layout.label.size), color: sketch.theme.quietText)
    let changeWidth =
      words.hasChanges
      ? try max(
        sketch.widest(visible.map { words.changeText($0) }, layout.label.bold),
        sketch.width(words.changeHeading, heading))
      : 0
    let textWidth = try sketch.widest(visible.compactMap { words.valueText($0) }, layout.label.bold)
    let right = room.maxX - changeWidth - (changeWidth > 0 ? 3 * gap : 0)
    let values = visible.compactMap { $0.current.value?.double } + lineValues
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let scale = LinearScale(
      low: low, high: high, start: left + (low < 0 ? textWidth + 2 * gap : 0),
      end: max(left + 30, right - textWidth - 2 * gap))
    layout.bands(from: room.x, to: room.maxX, on: &sketch)
    let zero = scale(0)
    sketch.vertical(
      x: zero, from: layout.middle(0) - layout.pitch / 2, to: layout.bottom,
      Stroke(sketch.theme.current, width: 1.5 * sketch.scale))
    for (index, row) in visible.enumerated() {
      let picked = row.rowName == chart.highlight
      try layout.name(
        row.rowName, right: left - 1.3 * gap, width: nameWidth, row: index, weight: picked ? .bold : .regular,
        on: &sketch)
      bar(row, layout.middle(index), layout, scale, on: &sketch)
    }
    try lines(room, layout, scale, right: room.maxX, on: &sketch)
    for (index, row) in visible.enumerated() {
      try figure(row, layout.middle(index), layout, scale, gap, on: &sketch)
      try change(row, layout.middle(index), layout, room.maxX, on: &sketch)
    }
    if words.hasChanges {
      try sketch.text(
        words.changeHeading, x: room.maxX, middle: layout.top - headingHeight(sketch) * 0.58, heading.anchored(.end))
    }
  }

  /// The first rows, with the picked one in place of the last where it would be left out.
  private func visible(_ shown: Int) -> [Change] {
    var visible = Array(rows.prefix(shown))
    if let name = chart.highlight, !visible.contains(where: { $0.rowName == name }),
      let picked = rows.first(where: { $0.rowName == name })
    {
      visible[visible.count - 1] = picked
    }
    return visible
  }

  private func frame(_ shown: Int) -> PageFrame {
    PageFrame(
      title: chart.title ?? words.message, subtitle: words.subtitle, notes: words.notes(shown: shown, theme: theme),
      sourceLine: chart.sourceLine, rows: rows.count)
  }

  private func headingHeight(_ sketch: Sketch) -> Double { 36 * sketch.scale }

  private func layout(_ room: Rect, _ sketch: Sketch) -> RowLayout {
    let top = room.y + headingHeight(sketch)
    let below = words.groupLabel == nil ? 0 : 32 * sketch.scale
    return RowLayout(count: rows.count, top: top, height: max(20, room.maxY - top - below), sketch: sketch)
  }

  private func bar(_ row: Change, _ middle: Double, _ layout: RowLayout, _ scale: LinearScale, on sketch: inout Sketch)
  {
    guard let value = row.current.value else { return }
    let thick = 0.62 * layout.pitch
    let rect = Rect(from: scale(0), to: scale(value.double), top: middle - thick / 2, bottom: middle + thick / 2)
    let color = row.rowName == chart.highlight ? sketch.theme.current : sketch.theme.bar
    let fill: Fill = row.current.isBackcast ? .hatched(color) : .solid(color)
    let exact = "\(row.rowName) \(words.unit.phrase(value))"
    sketch.rectangle(rect, fill, title: exact)
  }

  private func lines(
    _ room: Rect, _ layout: RowLayout, _ scale: LinearScale, right: Double, on sketch: inout Sketch
  ) throws(TongbiError) {
    let (top, bottom) = (layout.middle(0) - layout.pitch / 2, layout.bottom)
    let bold = TextStyle(
      size: min(20 * sketch.scale, max(10.5, 20 * sketch.scale)), weight: .bold, color: sketch.theme.text)
    func middle(_ text: String, _ x: Double, _ limit: Double, _ sketch: Sketch) throws(TongbiError) -> Double {
      let half = try sketch.width(text, bold) / 2
      return max(room.x + half, min(x, limit - half))
    }
    if let target = chart.target, let label = words.targetLabel {
      let x = scale(target.double)
      // A white edge keeps the line visible on dark bars.
      sketch.vertical(x: x, from: top, to: bottom, Stroke(.white, width: 4 * sketch.scale))
      let dash = Stroke.Dash(on: 8 * sketch.scale, off: 5 * sketch.scale)
      sketch.vertical(
        x: x, from: top - 4 * sketch.scale, to: bottom, Stroke(sketch.theme.text, width: 2 * sketch.scale, dash: dash))
      let heading = try words.hasChanges ? sketch.width(words.changeHeading, bold) + bold.size : 0
      try sketch.text(
        label, x: middle(label, x, right - heading, sketch), middle: layout.top - headingHeight(sketch) * 0.58,
        bold.anchored(.middle))
    }
    let group: ExactDecimal? =
      switch chart.group {
      case .total(let value)?, .mean(let value)?: value
      case nil: nil
      }
    if let group, let label = words.groupLabel {
      let x = scale(group.double)
      sketch.vertical(x: x, from: top, to: bottom, Stroke(.white, width: 4.5 * sketch.scale))
      sketch.vertical(
        x: x, from: top, to: bottom + 4 * sketch.scale, Stroke(sketch.theme.group, width: 2.5 * sketch.scale))
      try sketch.text(
        label, x: middle(label, x, right, sketch), middle: bottom + 19 * sketch.scale,
        bold.colored(sketch.theme.group).anchored(.middle))
    }
  }

  private func figure(
    _ row: Change, _ middle: Double, _ layout: RowLayout, _ scale: LinearScale, _ gap: Double, on sketch: inout Sketch
  ) throws(TongbiError) {
    guard let value = row.current.value, let text = words.valueText(row) else {
      let style = layout.label.colored(sketch.theme.quietText)
      try sketch.text(words.absence(row), x: scale(0) + gap, middle: middle, style)
      return
    }
    let bold = layout.label.bold
    let width = try sketch.width(text, bold)
    let place = FigurePlace(
      end: scale(value.double), zero: scale(0), width: width, gap: gap, lines: lineValues.map { scale($0) },
      canBeInside: !row.current.isBackcast && layout.pitch * 0.62 >= layout.label.size * 0.98)
    let style = place.isInside ? bold.colored(.white) : bold
    try sketch.text(text, x: place.left, middle: middle, style, title: "\(row.rowName) \(text)")
  }

  private func change(_ row: Change, _ middle: Double, _ layout: RowLayout, _ right: Double, on sketch: inout Sketch)
    throws(TongbiError)
  {
    guard words.hasChanges else { return }
    let isNumber = row.strength != nil
    let color = isNumber ? sketch.theme.textColor(isImprovement: row.isImprovement) : sketch.theme.quietText
    let style = (isNumber ? layout.label.bold : layout.label.sized(0.9 * layout.label.size)).colored(color)
    let text = words.changeText(row)
    try sketch.text(text, x: right, middle: middle, style.anchored(.end), title: "\(row.rowName) \(text)")
  }
}

/// Where the figure of a bar stands: inside of its end, or outside, and clear of lines.
struct FigurePlace {
  /// The left edge of the text.
  let left: Double
  /// Whether it stands on the bar.
  let isInside: Bool

  init(end: Double, zero: Double, width: Double, gap: Double, lines: [Double], canBeInside: Bool) {
    func isClear(_ left: Double) -> Bool {
      lines.allSatisfy { $0 <= left - 0.9 * gap + 1e-6 || $0 >= left + width + 0.9 * gap - 1e-6 }
    }
    let isNegative = end < zero
    let outside = isNegative ? end - gap - width : end + gap
    if canBeInside, !isNegative {
      let candidates = [end - gap - width] + lines.filter { $0 < end }.map { $0 - 0.9 * gap - width }
      if let left = candidates.sorted(by: >).first(where: { isClear($0) && $0 > zero + 0.3 * gap }) {
        self.left = left
        isInside = true
        return
      }
    }
    let further = lines.map { isNegative ? $0 - 0.9 * gap - width : $0 + 0.9 * gap }
      .filter { isNegative ? $0 < outside : $0 > outside }
    let candidates = [outside] + further.sorted { isNegative ? $0 > $1 : $0 < $1 }
    left = candidates.first(where: isClear) ?? outside
    isInside = false
  }
}
