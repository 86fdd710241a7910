// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Draws a trend: a value axis, lines with gaps, labels beside the lines, time in two rows beneath.
struct TrendDrawing {
  let chart: TrendChart
  let words: TrendWords
  let trend: TrendLines
  let ticks: Ticks
  /// The lines that stand out, by index, in order of colour.
  let emphasised: [Int]

  init(_ chart: TrendChart, style: ChartStyle) {
    self.chart = chart
    words = TrendWords(chart, language: style.language)
    trend = words.trend
    ticks = Self.ticks(words, target: chart.target)
    emphasised = Self.emphasised(words.trend, highlight: chart.highlight, most: style.theme == .mono ? 3 : 6)
  }

  /// From zero where the values come near to it, else around the values.
  private static func ticks(_ words: TrendWords, target: ExactDecimal?) -> Ticks {
    var values = words.trend.values.map { words.unit.decimal($0).double }
    if let target { values.append(words.unit.decimal(target).double) }
    guard let low = values.min(), let high = values.max() else { return Ticks(from: 0, to: 1, about: 4) }
    let spread = high - low
    let isFar = low > 0 && low > 0.45 * high && spread > 0 || high < 0 && spread > 0
    let bottom = isFar ? low - 0.08 * spread : min(0, low)
    let top = high < 0 ? (isFar ? high + 0.08 * spread : 0) : high + 0.04 * spread
    // Of a few numbers of ticks the one that leaves the least room empty.
    let choices = [5, 4, 6, 7].map { Ticks(from: bottom, to: max(top, bottom + 1e-9), about: $0) }
    func span(_ ticks: Ticks) -> Double {
      guard let first = ticks.values.first, let last = ticks.values.last else { return .infinity }
      return last.double - first.double
    }
    return choices.min { span($0) < span($1) * 0.95 } ?? choices[0]
  }

  /// All lines where they are few; else the picked one, or those that end highest.
  private static func emphasised(_ trend: TrendLines, highlight: String?, most: Int) -> [Int] {
    let indices = Array(trend.lines.indices)
    let picked = indices.filter { trend.lines[$0].name == highlight }
    let byValue = indices.sorted { left, right in
      func value(_ index: Int) -> ExactDecimal? { trend.lines[index].last.flatMap { trend.lines[index].value($0) } }
      switch (value(left), value(right)) {
      case (let first?, let second?) where first != second: return first > second
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left < right
      }
    }
    if indices.count <= most { return picked + byValue.filter { !picked.contains($0) } }
    return picked.isEmpty ? Array(byValue.prefix(3)) : picked
  }

  private var beginsAtZero: Bool {
    guard let first = ticks.values.first, let last = ticks.values.last else { return true }
    return !(first.double > 0 || last.double < 0)
  }

  func draw(on sketch: inout Sketch) throws(TongbiError) {
    let scale = sketch.scale
    // The labels depend on the room, and the room on the notes about labels left out.
    var trial = sketch
    let first = try frame(unlabelled: 0).draw(on: &trial)
    var labels = try TrendLabels(self, room: plot(first, sketch), sketch)
    trial = sketch
    let second = try frame(unlabelled: labels.leftOut).draw(on: &trial)
    labels = try TrendLabels(self, room: plot(second, sketch), sketch)
    let outer = try frame(unlabelled: labels.leftOut).draw(on: &sketch)
    var plot = plot(outer, sketch)
    labels = try TrendLabels(self, room: plot, sketch)
    plot.width -= labels.width
    let axisStyle = TextStyle(size: max(10.5, 20 * scale), color: sketch.theme.quietText, anchor: .end)
    let tickTexts = ticks.values.map { tickText($0) }
    let axisWidth = try sketch.widest(tickTexts, axisStyle)
    plot.x += axisWidth + 12 * scale
    plot.width -= axisWidth + 12 * scale
    let y = LinearScale(
      low: ticks.values.first?.double ?? 0, high: ticks.values.last?.double ?? 1, start: plot.maxY, end: plot.y)
    for (tick, text) in zip(ticks.values, tickTexts) {
      let place = y(tick.double)
      let isZero = tick.isZero || tick == ticks.values.first
      sketch.horizontal(
        y: place, from: plot.x, to: plot.maxX,
        Stroke(isZero ? sketch.theme.axis : sketch.theme.guide, width: (isZero ? 1.5 : 1.2) * scale))
      try sketch.text(text, x: plot.x - 10 * scale, middle: place, axisStyle)
    }
    let inset = trend.span.count > 1 ? 6 * scale : plot.width / 2
    let x = LinearScale(
      low: Double(trend.span.lowerBound), high: Double(trend.span.upperBound), start: plot.x + inset,
      end: plot.maxX - inset)
    try TrendTime(trend: trend, language: words.language).draw(plot, x, on: &sketch)
    try target(plot, x, y, on: &sketch)
    for index in trend.lines.indices.reversed() where !emphasised.contains(index) { line(index, x, y, on: &sketch) }
    for index in emphasised.reversed() { line(index, x, y, on: &sketch) }
    try labels.draw(self, plot, x, y, on: &sketch)
  }

  private func frame(unlabelled: Int) -> PageFrame {
    PageFrame(
      title: chart.title ?? words.message, subtitle: words.subtitle(beginsAtZero: beginsAtZero),
      notes: words.notes(unlabelled: unlabelled, grey: trend.lines.count - emphasised.count),
      sourceLine: chart.sourceLine)
  }

  /// The room of the lines with their labels, above the time axis.
  private func plot(_ room: Rect, _ sketch: Sketch) -> Rect {
    let scale = sketch.scale
    let time = (trend.every == .year ? 46 : 70) * scale
    return Rect(from: room.x, to: room.maxX, top: room.y + 22 * scale, bottom: room.maxY - time)
  }

  private func tickText(_ tick: ExactDecimal) -> String {
    let places = ticks.values.map(\.withoutTrailingZeros.places).max() ?? 0
    return NumberText.text(tick, places: places)
  }

  private func target(_ plot: Rect, _ x: LinearScale, _ y: LinearScale, on sketch: inout Sketch) throws(TongbiError) {
    guard let target = chart.target, let label = words.targetLabel else { return }
    let place = y(words.unit.decimal(target).double)
    let scale = sketch.scale
    let color = sketch.theme.target
    sketch.horizontal(
      y: place, from: plot.x, to: plot.maxX,
      Stroke(color, width: 2 * scale, dash: Stroke.Dash(on: 8 * scale, off: 5 * scale)))
    let size = max(10.5, 19 * scale)
    let style = TextStyle(
      size: size, color: sketch.theme == .mono ? color : sketch.theme.textColor(isImprovement: false))
    let width = try sketch.width(label, style)
    // The first place along the line where the fewest lines of data run through the label.
    let steps = [0, 1, 0.5, 0.25, 0.75]
    let boxes = steps.flatMap { step -> [Rect] in
      let left = plot.x + 10 * scale + step * (plot.width - width - 20 * scale)
      return [place - 1.2 * size, place + 0.15 * size].map { Rect(x: left, y: $0, width: width, height: 1.1 * size) }
    }
    .filter { $0.y >= plot.y - size && $0.maxY <= plot.maxY }
    let best = boxes.map { ($0, crossings($0, x, y)) }.min { $0.1 < $1.1 }
    guard let (box, count) = best else { return }
    if count > 0 { sketch.rectangle(box, .solid(.white)) }
    try sketch.text(label, at: Point(box.x, box.y + 0.88 * size), style)
  }

  /// How many pieces of lines run through a box.
  private func crossings(_ box: Rect, _ x: LinearScale, _ y: LinearScale) -> Int {
    trend.lines.reduce(0) { count, line in
      count + trend.span.filter { runs(line, from: $0, through: box, x, y) }.count
    }
  }

  /// Whether the piece of a line behind a step runs through a box.
  private func runs(_ line: TrendLines.Line, from step: Int, through box: Rect, _ x: LinearScale, _ y: LinearScale)
    -> Bool
  {
    guard let value = line.value(step), let next = line.value(step + 1) ?? line.value(step) else { return false }
    let (left, right) = (x(Double(step)), x(Double(step + 1)))
    guard right > box.x, left < box.maxX, right > left else { return false }
    let (start, end) = (y(words.unit.decimal(value).double), y(words.unit.decimal(next).double))
    let ends = [max(left, box.x), min(right, box.maxX)].map { start + (end - start) * ($0 - left) / (right - left) }
    return (ends.max() ?? 0) > box.y && (ends.min() ?? 0) < box.maxY
  }

  /// The colour and width of a line.
  func look(_ index: Int, _ theme: Theme) -> (color: Color, width: Double) {
    guard let place = emphasised.firstIndex(of: index) else { return (Color(0xB4BAC2), 1.8) }
    let isPicked = trend.lines[index].name == chart.highlight || trend.lines.count == 1
    return (theme.lines[place % theme.lines.count], isPicked ? 5 : 3.2)
  }

  private func line(_ index: Int, _ x: LinearScale, _ y: LinearScale, on sketch: inout Sketch) {
    let line = trend.lines[index]
    let (color, width) = look(index, sketch.theme)
    let stroke = Stroke(color, width: width * sketch.scale)
    var run: [Point] = []
    func place(_ step: Int) -> Point? {
      line.value(step).map { Point(x(Double(step)), y(words.unit.decimal($0).double)) }
    }
    for step in trend.span {
      if let point = place(step) {
        run.append(point)
        continue
      }
      flush(&run, stroke, line.name, on: &sketch)
    }
    flush(&run, stroke, line.name, on: &sketch)
    let isSparse = trend.span.count <= 16
    for step in trend.span {
      guard let point = place(step), let figure = line.figures[step]?.figure else { continue }
      let isAlone = place(step - 1) == nil && place(step + 1) == nil
      let isOpen = words.isPartial(line, step)
      guard isOpen || isAlone || isSparse || step == line.last || figure.isBackcast else { continue }
      let radius = max(2.2, (width + 2.6) * sketch.scale)
      let title =
        "\(line.name) \(trend.period(step).name(in: words.language)) "
        + (figure.value.map(words.unit.phrase) ?? "") + (isOpen ? words.monthsText(line, step) : "")
      if figure.isBackcast {
        let square = Rect(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius)
        sketch.rectangle(square, .outlined(color), title: title)
      } else {
        sketch.add(
          .circle(center: point, radius: radius, fill: isOpen ? .outlined(color) : .solid(color)), title: title)
      }
    }
  }

  private func flush(_ run: inout [Point], _ stroke: Stroke, _ name: String, on sketch: inout Sketch) {
    if run.count > 1 { sketch.add(.polyline(run, stroke: stroke), title: name) }
    run = []
  }
}
