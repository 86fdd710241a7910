// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Draws a year over year chart: names, bars of both periods, the base in figures, differences, pins, totals.
struct YearOverYearDrawing {
  let chart: YearOverYearChart
  let words: YearOverYearWords
  let rows: [Change]

  init(_ chart: YearOverYearChart, style: ChartStyle) {
    self.chart = chart
    words = YearOverYearWords(chart, language: style.language)
    rows = chart.rows
  }

  private var language: Language { words.language }
  private var changeStyle: Metric.ChangeStyle { chart.metric.changeStyle }

  func draw(on sketch: inout Sketch) throws(TongbiError) {
    // The notes depend on how many rows fit, and the room for rows on the notes; the second try settles both.
    let totals = totalRows
    var shown = rows.count
    var trial = sketch
    for _ in 0..<2 {
      trial = sketch
      shown = try layout(frame(shown).draw(on: &trial), totals.count, trial).shown
    }
    let room = try frame(shown).draw(on: &sketch)
    let layout = layout(room, totals.count, sketch)
    let visible = Array(rows.prefix(layout.shown))
    let names = visible.map(\.rowName) + totals.map(\.name)
    let nameWidth = try layout.nameWidth(names, most: 0.235 * sketch.style.size.width, sketch)
    let gap = 0.5 * layout.label.size
    let left = room.x + nameWidth + 1.3 * gap
    let needs = try needs(visible, totals, layout.label, gap: gap, sketch)
    let columns = YearOverYearColumns(visible, style: changeStyle, needs: needs, left: left, right: room.maxX)
    layout.bands(from: room.x, to: room.maxX, on: &sketch)
    try headings(room, layout, columns, gap, on: &sketch)
    axes(layout, columns, on: &sketch)
    let pen = YearOverYearRow(words: words, columns: columns, layout: layout, gap: gap)
    for (index, row) in visible.enumerated() {
      try layout.name(row.rowName, right: left - 1.3 * gap, width: nameWidth, row: index, on: &sketch)
      try pen.draw(row, at: index, on: &sketch)
    }
    try draw(totals, layout, columns, nameRight: left - 1.3 * gap, gap, room, on: &sketch)
  }

  private func frame(_ shown: Int) -> PageFrame {
    PageFrame(
      title: chart.title ?? words.message, subtitle: words.subtitle, notes: words.notes(shown: shown),
      sourceLine: chart.sourceLine)
  }

  private func headingHeight(_ sketch: Sketch) -> Double { 34 * sketch.scale }
  private func totalHeight(_ sketch: Sketch) -> Double { max(17, 36 * sketch.scale) }

  private func layout(_ room: Rect, _ totals: Int, _ sketch: Sketch) -> RowLayout {
    let top = room.y + headingHeight(sketch)
    let below = totals == 0 ? 0 : Double(totals) * totalHeight(sketch) + 10 * sketch.scale
    return RowLayout(count: rows.count, top: top, height: max(20, room.maxY - top - below), sketch: sketch)
  }

  private func needs(
    _ visible: [Change], _ totals: [TotalRow], _ label: TextStyle, gap: Double, _ sketch: Sketch
  ) throws(TongbiError) -> YearOverYearColumns.Needs {
    let change = words.change
    func texts(_ rising: Bool, _ text: (Change) -> String?) -> [String] {
      visible.filter { ($0.difference?.isNegative ?? false) != rising }.compactMap(text)
    }
    let pinText: (Change) -> String? = { row in
      changeStyle == .points ? change.difference(row) : change.percent(row) ?? change.percentObstacle(row)
    }
    var needs = YearOverYearColumns.Needs()
    needs.gap = gap
    needs.current = try sketch.widest(visible.compactMap { words.currentText($0) }, label)
    needs.base = try max(
      sketch.widest(visible.compactMap { words.baseText($0) }, label),
      sketch.widest(totals.compactMap(\.base), label.bold),
      sketch.width(words.baseHeading, label))
    needs.differenceLeft = try sketch.widest(texts(false, change.difference), label)
    needs.differenceRight = try max(
      sketch.widest(texts(true, change.difference), label), sketch.widest(totals.compactMap(\.difference), label.bold))
    needs.pinLeft = try sketch.widest(texts(false, pinText), label)
    needs.pinRight = try max(
      sketch.widest(texts(true, pinText), label), sketch.widest(totals.compactMap(\.pin), label.bold))
    needs.obstacle = try max(
      sketch.widest(visible.compactMap { change.obstacle($0) }, label.sized(0.92 * label.size)),
      sketch.widest(totals.compactMap(\.obstacle), label.sized(0.92 * label.size)))
    return needs
  }

  private func headings(
    _ room: Rect, _ layout: RowLayout, _ columns: YearOverYearColumns, _ gap: Double, on sketch: inout Sketch
  ) throws(TongbiError) {
    let middle = room.y + headingHeight(sketch) * 0.42
    let theme = sketch.theme
    var style = TextStyle(size: min(20 * sketch.scale, layout.label.size), color: theme.quietText)
    let (now, before) = (chart.period.name(in: language), chart.basePeriod.name(in: language))
    let start = columns.bars.start
    let baseLeft =
      try
      (columns.baseTextRight.map { right throws(TongbiError) in
        try right - sketch.width(words.baseHeading, style)
      } ?? columns.right)
    // The legend stands over the bars; it shrinks before it would touch the heading of the base's figures.
    while style.size > 8.5, try start + sketch.width(now + before, style) + 4.6 * style.size > baseLeft - gap {
      style.size *= 0.95
    }
    var x = start
    for (name, color, text) in [(now, theme.current, theme.text), (before, theme.base, theme.quietText)] {
      let key = Rect(x: x, y: middle - 0.36 * style.size, width: 1.1 * style.size, height: 0.72 * style.size)
      sketch.rectangle(key, .solid(color))
      let box = try sketch.text(name, x: key.maxX + 0.4 * style.size, middle: middle, style.colored(text))
      x = box.maxX + 1.1 * style.size
    }
    if let right = columns.baseTextRight {
      try sketch.text(words.baseHeading, x: right, middle: middle, style.anchored(.end))
    }
    if let axis = columns.differences {
      let room = 2 * (axis.start - (columns.baseTextRight ?? start) - gap)
      let anchor: TextStyle.Anchor = try sketch.width(words.differenceHeading, style) > room ? .start : .middle
      try sketch.text(words.differenceHeading, x: axis.start, middle: middle, style.anchored(anchor))
    }
    if let axis = columns.pins {
      let heading = words.pinHeading
      let width = try sketch.width(heading, style)
      let x = min(axis.start, columns.right - width / 2)
      try sketch.text(heading, x: x, middle: middle, style.anchored(.middle))
    }
  }

  private func axes(_ layout: RowLayout, _ columns: YearOverYearColumns, on sketch: inout Sketch) {
    let (top, bottom) = (layout.middle(0) - layout.pitch / 2, layout.bottom)
    let scale = sketch.scale
    sketch.vertical(x: columns.bars.start, from: top, to: bottom, Stroke(sketch.theme.current, width: 1.5 * scale))
    for axis in [columns.differences, columns.pins].compactMap({ $0 }) {
      sketch.vertical(x: axis.start, from: top, to: bottom, Stroke(sketch.theme.base, width: 3 * scale))
    }
  }
}
