// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Draws a year over year chart: names, bars of both periods, the base in figures, differences, pins, totals.
struct YearOverYearDrawing {
  let chart: YearOverYearChart
  let words: YearOverYearWords
  let rows: [Change]
  let theme: Theme

  init(_ chart: YearOverYearChart, style: ChartStyle) {
    self.chart = chart
    words = YearOverYearWords(chart, language: style.language)
    rows = chart.rows
    theme = style.theme
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
    var layout = layout(room, totals.count, sketch)
    let visible = Array(rows.prefix(layout.shown))
    let names = visible.map(\.rowName) + totals.map(\.name)
    var (left, nameWidth, gap) = (0.0, 0.0, 0.0)
    var columns: YearOverYearColumns
    repeat {
      gap = 0.5 * layout.label.size
      nameWidth = try layout.nameWidth(names, most: 0.235 * sketch.style.size.width, sketch)
      left = room.x + nameWidth + 1.3 * gap
      var needs = try needs(visible, totals, layout.label, gap: gap, sketch)
      // Where nothing else helps the base stands in bars only.
      if layout.label.size < 9.5 { needs.base = 0 }
      columns = YearOverYearColumns(visible, style: changeStyle, needs: needs, left: left, right: room.maxX)
      guard columns.isTight, layout.label.size > 9 else { break }
      layout.label.size *= 0.93
    } while true
    layout.bands(from: room.x, to: room.maxX, on: &sketch)
    try headings(layout, columns, gap, on: &sketch)
    try axes(visible, layout, columns, gap, on: &sketch)
    let pen = YearOverYearRow(words: words, columns: columns, layout: layout, gap: gap)
    for (index, row) in visible.enumerated() {
      try layout.name(row.rowName, right: left - 1.3 * gap, width: nameWidth, row: index, on: &sketch)
      try pen.draw(row, at: index, on: &sketch)
    }
    try draw(totals, layout, columns, nameRight: left - 1.3 * gap, gap, room, on: &sketch)
  }

  private func frame(_ shown: Int) -> PageFrame {
    PageFrame(
      title: chart.title ?? words.message, subtitle: words.subtitle, notes: words.notes(shown: shown, theme: theme),
      sourceLine: chart.sourceLine, rows: rows.count)
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
    let legend = TextStyle(size: min(20 * sketch.scale, label.size), color: sketch.theme.text)
    needs.lead = try max(legendWidth(legend, sketch), sketch.widest(totals.map(\.current), label.bold))
    needs.differenceLeft = try sketch.widest(texts(false, change.difference), label)
    needs.differenceRight = try max(
      sketch.widest(texts(true, change.difference), label), sketch.widest(totals.compactMap(\.difference), label.bold))
    needs.pinLeft = try sketch.widest(texts(false, pinText), label)
    needs.pinRight = try max(
      sketch.widest(texts(true, pinText) + visible.compactMap { change.percentObstacle($0) }, label),
      sketch.widest(totals.compactMap(\.pin), label.bold))
    needs.obstacle = try max(
      sketch.widest(visible.compactMap { change.obstacle($0) }, label.sized(0.92 * label.size)),
      sketch.widest(totals.compactMap(\.obstacle), label.sized(0.92 * label.size)))
    return needs
  }

  /// Draws the legend and the headings of the columns, in smaller letters where they would touch.
  private func headings(
    _ layout: RowLayout, _ columns: YearOverYearColumns, _ gap: Double, on sketch: inout Sketch
  ) throws(TongbiError) {
    let middle = layout.top - headingHeight(sketch) * 0.58
    var style = TextStyle(size: min(20 * sketch.scale, layout.label.size), color: sketch.theme.quietText)
    var texts: [(text: String, middle: Double)] = []
    if let right = columns.baseTextRight {
      texts.append((words.baseHeading, right - (try sketch.width(words.baseHeading, style)) / 2))
    }
    if let axis = columns.differences { texts.append((words.differenceHeading, axis.start)) }
    if let axis = columns.pins { texts.append((words.pinHeading, axis.start)) }
    var places = try headingPlaces(texts, columns, gap, style, sketch)
    while places == nil, style.size > 8.2 {
      style.size *= 0.95
      places = try headingPlaces(texts, columns, gap, style, sketch)
    }
    var x = columns.left
    let theme = sketch.theme
    for (name, color, text) in [
      (words.chart.period, theme.current, theme.text), (words.chart.basePeriod, theme.base, theme.quietText),
    ] {
      let key = Rect(x: x, y: middle - 0.36 * style.size, width: 1.1 * style.size, height: 0.72 * style.size)
      sketch.rectangle(key, .solid(color))
      let name = name.name(in: language)
      let box = try sketch.text(name, x: key.maxX + 0.4 * style.size, middle: middle, style.colored(text))
      x = box.maxX + 1.1 * style.size
    }
    for (text, place) in zip(texts, places ?? texts.map(\.middle)) {
      try sketch.text(text.text, x: place, middle: middle, style.anchored(.middle))
    }
  }

  /// The middles of the headings, moved so that they do not touch; `nil` where they do not fit.
  private func headingPlaces(
    _ texts: [(text: String, middle: Double)], _ columns: YearOverYearColumns, _ gap: Double, _ style: TextStyle,
    _ sketch: Sketch
  ) throws(TongbiError) -> [Double]? {
    var free = columns.left + (try legendWidth(style, sketch)) + gap
    var places: [Double] = []
    var halves: [Double] = []
    for text in texts {
      let half = try sketch.width(text.text, style) / 2
      let place = max(text.middle, free + half)
      places.append(place)
      halves.append(half)
      free = place + half + gap
    }
    var limit = columns.right
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit - halves[index])
      limit = places[index] - halves[index] - gap
    }
    return try limit >= columns.left + legendWidth(style, sketch) - 1e-9 ? places : nil
  }

  private func legendWidth(_ style: TextStyle, _ sketch: Sketch) throws(TongbiError) -> Double {
    let names = [chart.period, chart.basePeriod].map { $0.name(in: language) }
    return try sketch.width(names[0], style) + sketch.width(names[1], style) + 4.1 * style.size
  }

  /// Draws the zero lines; that of the pins leaves out rows where words reach across it.
  private func axes(
    _ visible: [Change], _ layout: RowLayout, _ columns: YearOverYearColumns, _ gap: Double, on sketch: inout Sketch
  ) throws(TongbiError) {
    let scale = sketch.scale
    let thick = Stroke(sketch.theme.base, width: 3 * scale)
    sketch.vertical(
      x: columns.bars.start, from: layout.top, to: layout.bottom, Stroke(sketch.theme.current, width: 1.5 * scale))
    if let axis = columns.differences { sketch.vertical(x: axis.start, from: layout.top, to: layout.bottom, thick) }
    guard let axis = columns.pins else { return }
    var start: Double? = layout.top
    for (index, row) in visible.enumerated() {
      guard let words = words.change.obstacle(row), let from = columns.differences,
        try from.start + 1.5 * gap + sketch.width(words, layout.label.sized(0.92 * layout.label.size)) > axis.start
      else {
        start = start ?? layout.middle(index) - layout.pitch / 2
        continue
      }
      if let top = start, index > 0 {
        sketch.vertical(x: axis.start, from: top, to: layout.middle(index - 1) + layout.pitch / 2, thick)
      }
      start = nil
    }
    if let top = start { sketch.vertical(x: axis.start, from: top, to: layout.bottom, thick) }
  }
}
