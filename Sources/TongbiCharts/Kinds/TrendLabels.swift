// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The names beside the lines, moved apart where they would touch.
struct TrendLabels {
  /// The room that the labels take to the right of the plot.
  let width: Double
  /// How many lines have no label for want of room.
  let leftOut: Int
  private let items: [Item]
  private let size: Double

  private struct Item {
    var line: Int
    var text: String
    var style: TextStyle
  }

  /// Chooses letters small enough that all labels fit, and if that is too small, leaves out lines that are grey.
  init(_ drawing: TrendDrawing, room: Rect, _ sketch: Sketch) throws(TongbiError) {
    let scale = sketch.scale
    let emphasised = drawing.emphasised
    let others = drawing.trend.lines.indices.filter { !emphasised.contains($0) && drawing.trend.lines[$0].last != nil }
    let hidden = drawing.trend.lines.indices.filter { !emphasised.contains($0) }.count - others.count
    let all = emphasised + others
    let least = max(10.5, 12.5 * scale)
    var size = max(least, min(21 * scale, room.height / (Double(max(1, all.count)) * 1.2)))
    let capacity = max(1, Int((room.height + size) / (size * 1.2)))
    let kept = all.count <= capacity ? all : Array(all.prefix(max(1, min(emphasised.count, capacity))))
    if kept.count < all.count {
      size = max(least, min(21 * scale, (room.height + size) / (Double(kept.count) * 1.2)))
    }
    leftOut = all.count - kept.count + hidden
    self.size = size
    let most = 0.3 * sketch.style.size.width
    var items: [Item] = []
    var widest = 0.0
    for index in kept {
      let stands = emphasised.contains(index)
      let color = stands ? drawing.look(index, sketch.theme).color : Color(0x6B737C)
      let readable = color.hex == 0x8C8C8C ? Color(0x6E6E6E) : color
      let style = TextStyle(size: size, weight: stands ? .bold : .regular, color: readable)
      let text = try Self.fitted(drawing, index, style, most, sketch)
      widest = max(widest, try sketch.width(text, style))
      items.append(Item(line: index, text: text, style: style))
    }
    self.items = items
    width = widest + 34 * scale
  }

  /// The label, with the name cut where it is too long, never the figure.
  private static func fitted(
    _ drawing: TrendDrawing, _ index: Int, _ style: TextStyle, _ most: Double, _ sketch: Sketch
  ) throws(TongbiError) -> String {
    let line = drawing.trend.lines[index]
    let text = drawing.words.label(line)
    guard try sketch.width(text, style) > most else { return text }
    let tail = String(text.dropFirst(line.name.count))
    let room = max(2 * style.size, most - (try sketch.width(tail, style)))
    return try sketch.clipped(line.name, to: room, style) + tail
  }

  func draw(
    _ drawing: TrendDrawing, _ plot: Rect, _ x: LinearScale, _ y: LinearScale, on sketch: inout Sketch
  ) throws(TongbiError) {
    let scale = sketch.scale
    let ends = items.map { item -> Point in
      let line = drawing.trend.lines[item.line]
      guard let last = line.last, let value = line.value(last) else { return Point(plot.maxX, plot.maxY) }
      return Point(x(Double(last)), y(drawing.words.unit.decimal(value).double))
    }
    let places = Spread.places(
      ends.map(\.y), distance: size * 1.16, within: (plot.y - size * 0.5)...(max(plot.y, plot.maxY + size * 0.4)))
    for (index, item) in items.enumerated() {
      let left = plot.maxX + 26 * scale
      let line = drawing.trend.lines[item.line]
      if abs(places[index] - ends[index].y) > 3 * scale || line.last != drawing.trend.span.upperBound, line.last != nil
      {
        let color = drawing.look(item.line, sketch.theme).color
        let start = Point(ends[index].x + 9 * scale, ends[index].y)
        let bend = Point(max(start.x, plot.maxX + 4 * scale), ends[index].y)
        let end = Point(left - 5 * scale, places[index])
        let isFar = line.last != drawing.trend.span.upperBound
        let dash = isFar ? Stroke.Dash(on: 2 * scale, off: 4 * scale) : nil
        sketch.add(.polyline([start, bend, end], stroke: Stroke(color, width: 1.1 * scale, dash: dash)))
      }
      try sketch.text(item.text, x: left, middle: places[index], item.style, title: drawing.words.label(line))
    }
  }
}
