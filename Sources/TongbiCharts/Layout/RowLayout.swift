// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Rows of equal height with a name before each.
struct RowLayout {
  /// The distance between the middles of two rows, in points.
  let pitch: Double
  /// The style of names and figures.
  var label: TextStyle
  /// How many rows are shown.
  let shown: Int
  /// The middle of the first row.
  let first: Double
  /// Above the first row.
  var top: Double { first - pitch / 2 }

  /// Fits rows into a height: first the rows shrink, then the letters, then the last rows are left out.
  init(count: Int, top: Double, height: Double, sketch: Sketch) {
    let scale = sketch.scale
    let least = max(10.5, 12.5 * scale)
    let leastPitch = 1.36 * least
    let roomy = min((count <= 3 ? 116 : 78) * scale, max(leastPitch, height / Double(max(1, count))))
    shown = max(1, min(count, Int((height / leastPitch).rounded(.down))))
    pitch = shown < count ? height / Double(shown) : roomy
    label = TextStyle(size: max(least, min((count <= 3 ? 26 : 22) * scale, pitch / 1.36)), color: sketch.theme.text)
    // A few rows stand a little above the middle instead of leaving the lower half empty.
    first = top + 0.4 * max(0, height - pitch * Double(shown)) + pitch / 2
  }

  /// The middle of a row, counted from 0.
  func middle(_ row: Int) -> Double { first + Double(row) * pitch }

  /// Below the last row.
  var bottom: Double { first + (Double(shown) - 0.5) * pitch }

  /// The width of the column of names: what the longest needs, at most `most` points.
  func nameWidth(_ names: [String], most: Double, _ sketch: Sketch) throws(TongbiError) -> Double {
    min(most, try sketch.widest(names, label.bold))
  }

  /// Draws a name, right-aligned, on two lines or smaller where it is long, cut with … only where nothing else helps.
  func name(
    _ name: String, right: Double, width: Double, row: Int, weight: TextStyle.Weight = .regular,
    on sketch: inout Sketch
  ) throws(TongbiError) {
    var style = label.anchored(.end)
    style.weight = weight
    if try sketch.width(name, style) <= width {
      try sketch.text(name, x: right, middle: middle(row), style, title: name)
      return
    }
    var small = style
    while small.size > style.size * 0.72, small.size > 9.5 {
      small.size *= 0.94
      var lines = try sketch.lines(name, width: width, small)
      if lines.count == 2 {
        // Two lines of about the same length read better than a line and one last character.
        let half = try 0.56 * sketch.width(name, small)
        let even = try sketch.lines(name, width: min(width, half), small)
        if even.count == 2 { lines = even }
      }
      if lines.count == 1 || lines.count == 2 && small.size * 2.3 <= pitch {
        let start = middle(row) - Double(lines.count - 1) * 0.58 * small.size
        for (index, line) in lines.enumerated() {
          try sketch.text(line, x: right, middle: start + Double(index) * 1.16 * small.size, small, title: name)
        }
        return
      }
    }
    try sketch.text(try sketch.clipped(name, to: width, small), x: right, middle: middle(row), small, title: name)
  }

  /// Draws a light band behind every second row so that the eye keeps to its row.
  func bands(from left: Double, to right: Double, on sketch: inout Sketch) {
    for row in stride(from: 1, to: shown, by: 2) {
      let band = Rect(x: left, y: middle(row) - pitch / 2, width: right - left, height: pitch)
      sketch.rectangle(band, .solid(Color(0xF5F7F9)))
    }
  }
}

extension TextStyle {
  /// The same style in bold letters.
  var bold: TextStyle {
    var style = self
    style.weight = .bold
    return style
  }

  /// The same style in another colour.
  func colored(_ color: Color) -> TextStyle {
    var style = self
    style.color = color
    return style
  }
}
