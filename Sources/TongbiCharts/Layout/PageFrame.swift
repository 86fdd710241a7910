// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What stands around the drawing of every chart: titles above, notes and source beneath.
struct PageFrame {
  /// The sentence at the top.
  var title: String
  /// What is shown: metric, periods, unit.
  var subtitle: String
  /// Notes, each a whole sentence.
  var notes: [String]
  /// Where the figures come from.
  var sourceLine: String?
  /// How many rows the drawing has: letters around many rows are smaller.
  var rows = 1

  private var density: Double { rows > 16 ? 0.84 : 1 }

  /// Draws the frame and gives the room that is left.
  func draw(on sketch: inout Sketch) throws(TongbiError) -> Rect {
    let (width, height, scale) = (sketch.style.size.width, sketch.style.size.height, sketch.scale)
    let margin = 0.04 * width
    let room = width - 2 * margin
    var y = 0.047 * height
    let titleStyle = try fitted(
      TextStyle(size: 38 * scale * density, weight: .bold, color: sketch.theme.text), title, room: room, lines: 2,
      sketch)
    for line in try shortened(clauses(title, room: room, titleStyle, sketch), room, titleStyle, sketch) {
      y += titleStyle.size * 0.95
      try sketch.text(line, at: Point(margin, y), titleStyle, title: title)
      y += titleStyle.size * 0.28
    }
    let subtitleStyle = try fitted(
      TextStyle(size: 23 * scale * density, color: sketch.theme.quietText), subtitle, room: room, lines: 1, sketch)
    y += 0.22 * titleStyle.size
    for line in try shortened(sketch.lines(subtitle, width: room, subtitleStyle), room, subtitleStyle, sketch) {
      y += subtitleStyle.size
      try sketch.text(line, at: Point(margin, y), subtitleStyle, title: subtitle)
      y += subtitleStyle.size * 0.3
    }
    let bottom = try footer(on: &sketch, margin: margin, room: room)
    return Rect(from: margin, to: width - margin, top: y + 14 * scale, bottom: max(y + 20 * scale, bottom))
  }

  /// Draws notes and source upwards from the bottom and gives the height where they begin.
  private func footer(on sketch: inout Sketch, margin: Double, room: Double) throws(TongbiError) -> Double {
    let language = sketch.style.language
    var style = TextStyle(size: max(10, 19 * sketch.scale * density), color: sketch.theme.quietText)
    var paragraphs = notes.filter { !$0.isEmpty }
    let mark = language.pick("注：", "Note: ")
    let joined = paragraphs.joined(separator: language.pick("", " "))
    paragraphs = joined.isEmpty ? [] : [mark + joined]
    if let sourceLine, !sourceLine.isEmpty { paragraphs.append(language.pick("来源：", "Source: ") + sourceLine) }
    let most = max(2, Int(0.2 * sketch.style.size.height / (style.size * 1.45)))
    var lines = try wrapped(paragraphs, room, style, sketch)
    while lines.count > most, style.size > 12.5 {
      style.size *= 0.92
      lines = try wrapped(paragraphs, room, style, sketch)
    }
    if lines.count > most, let source = lines.last {
      // The notes give way to the source; the whole text stays in the titles.
      let kept = lines.prefix(most - 1)
      lines = kept.dropLast() + [try sketch.clipped((kept.last ?? "") + "……", to: room, style), source]
    }
    let step = style.size * 1.45
    var y = sketch.style.size.height - 0.035 * sketch.style.size.height - step * Double(lines.count)
    let top = y
    for line in lines {
      try sketch.text(line, at: Point(margin, y + style.size), style, title: joined.isEmpty ? nil : joined)
      y += step
    }
    return top - 12 * sketch.scale
  }

  /// The lines of the title: broken between clauses where both parts fit, so that names stay whole.
  private func clauses(_ title: String, room: Double, _ style: TextStyle, _ sketch: Sketch)
    throws(TongbiError) -> [String]
  {
    let lines = try sketch.lines(title, width: room, style)
    guard lines.count == 2 else { return lines }
    let characters = Array(title)
    for end in characters.indices.reversed() where "，；,;：:".contains(characters[end]) && end < characters.count - 1 {
      let first = String(characters[...end])
      let second = String(characters[(end + 1)...].drop { $0 == " " })
      guard first.count * 4 > characters.count, try sketch.width(first, style) <= room else { continue }
      if try sketch.width(second, style) <= room { return [first, second] }
    }
    return lines
  }

  /// At most three lines, with … where something is missing; the whole text stays in the titles of its marks.
  private func shortened(_ lines: [String], _ room: Double, _ style: TextStyle, _ sketch: Sketch)
    throws(TongbiError) -> [String]
  {
    guard lines.count > 3 else { return lines }
    let rest = lines[2...].joined()
    return lines.prefix(2) + [try sketch.clipped(rest, to: room, style)]
  }

  private func wrapped(_ paragraphs: [String], _ room: Double, _ style: TextStyle, _ sketch: Sketch)
    throws(TongbiError) -> [String]
  {
    var lines: [String] = []
    for paragraph in paragraphs { lines += try sketch.lines(paragraph, width: room, style) }
    return lines
  }

  /// The style made smaller, at most by a third, until the text fits on so many lines.
  private func fitted(_ style: TextStyle, _ text: String, room: Double, lines: Int, _ sketch: Sketch)
    throws(TongbiError) -> TextStyle
  {
    var style = style
    let least = style.size * 0.7
    while style.size > least, try sketch.lines(text, width: room, style).count > lines { style.size *= 0.93 }
    return style
  }
}
