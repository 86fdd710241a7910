// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A scene in the making: measures texts, places them, collects marks.
struct Sketch {
  /// The marks so far.
  private(set) var marks: [Mark] = []
  /// How the chart is to look.
  let style: ChartStyle
  /// Says how much room a text takes.
  let measurer: any TextMeasurer

  init(style: ChartStyle, measurer: any TextMeasurer) {
    self.style = style
    self.measurer = measurer
  }

  var theme: Theme { style.theme }
  /// The factor of all lengths; see ``ChartStyle/scale``.
  var scale: Double { style.scale }

  /// The distance from the middle of a line of text down to its baseline, in ems: half of the height of digits, which
  /// is also near the middle of a Chinese character.
  static let middle = 0.36

  /// How wide a text is, in points.
  func width(_ text: String, _ style: TextStyle) throws(TongbiError) -> Double {
    try measurer.size(of: text.singleLine, in: style, language: self.style.language).width
  }

  /// The widest of some texts, in points; 0 for none.
  func widest(_ texts: [String], _ style: TextStyle) throws(TongbiError) -> Double {
    var widest = 0.0
    for text in texts { widest = max(widest, try width(text, style)) }
    return widest
  }

  /// The lines of a text at a width.
  func lines(_ text: String, width: Double, _ style: TextStyle) throws(TongbiError) -> [String] {
    // Measuring the whole first makes an error on a missing character quote the whole text.
    if try self.width(text, style) <= width { return text.isEmpty ? [] : [text.singleLine] }
    return try LineBreaker(text.singleLine).lines(width: width) { piece throws(TongbiError) in
      try self.width(piece, style)
    }
  }

  /// A text cut to a width, with … at its end where something is missing.
  func clipped(_ text: String, to width: Double, _ style: TextStyle) throws(TongbiError) -> String {
    let text = text.singleLine
    if try self.width(text, style) <= width { return text }
    let characters = Array(text)
    var (fits, fails) = (0, characters.count)
    while fails - fits > 1 {
      let middle = (fits + fails) / 2
      if try self.width(String(characters[..<middle]) + "…", style) <= width { fits = middle } else { fails = middle }
    }
    return String(characters[..<fits]) + "…"
  }

  /// Draws one line of text with its anchor on a baseline and gives its room.
  @discardableResult
  mutating func text(_ text: String, at anchor: Point, _ style: TextStyle, title: String? = nil)
    throws(TongbiError) -> Rect
  {
    let text = text.singleLine
    guard !text.isEmpty else { return Rect(x: anchor.x, y: anchor.y, width: 0, height: 0) }
    let extent = try measurer.size(of: text, in: style, language: self.style.language)
    let label = Label(text, at: anchor, extent: extent, style: style)
    marks.append(Mark(.text(label), title: title))
    return label.box
  }

  /// Draws one line of text with its middle at a height.
  @discardableResult
  mutating func text(_ text: String, x: Double, middle: Double, _ style: TextStyle, title: String? = nil)
    throws(TongbiError) -> Rect
  {
    try self.text(text, at: Point(x, middle + Self.middle * style.size), style, title: title)
  }

  /// Draws a filled rectangle; one thinner than a hair is drawn as a hair so that it can be seen.
  mutating func rectangle(_ rect: Rect, _ fill: Fill, title: String? = nil) {
    marks.append(Mark(.rectangle(rect, fill: fill), title: title))
  }

  mutating func segment(_ from: Point, _ to: Point, _ stroke: Stroke, title: String? = nil) {
    marks.append(Mark(.segment(from: from, to: to, stroke: stroke), title: title))
  }

  mutating func vertical(x: Double, from top: Double, to bottom: Double, _ stroke: Stroke) {
    segment(Point(x, top), Point(x, bottom), stroke)
  }

  mutating func horizontal(y: Double, from left: Double, to right: Double, _ stroke: Stroke) {
    segment(Point(left, y), Point(right, y), stroke)
  }

  mutating func add(_ shape: Shape, title: String? = nil) { marks.append(Mark(shape, title: title)) }

  /// The scene that was drawn.
  ///
  /// - Throws: ``TongbiError`` with ``ChartProblem/unreadable(texts:count:)`` when texts would be cut off or overlap.
  func scene(title: String, alternativeText: String) throws(TongbiError) -> Scene {
    var scene = Scene(
      id: "", width: style.size.width, height: style.size.height, language: style.language, title: title,
      alternativeText: alternativeText, marks: marks)
    scene.id = style.id.map(\.identifier) ?? SceneText(scene).text.fingerprint
    let hits = SceneLint.hits(in: scene)
    guard hits.isEmpty else {
      let texts = hits.prefix(3).map(\.description).joined(separator: "; ")
      throw TongbiError(ChartProblem.unreadable(texts: texts, count: hits.count))
    }
    return scene
  }
}

extension SceneLint.Hit: CustomStringConvertible {
  /// The texts concerned.
  package var description: String {
    switch self {
    case .outside(let text): "“\(text)” ⇥"
    case .overlap(let first, let second): "“\(first)” × “\(second)”"
    case .tooSmall(let text): "“\(text)” <\(SceneLint.smallest.plain)"
    case .notFinite: "NaN"
    }
  }
}

extension String {
  /// The text on one line: control characters and line ends become spaces.
  var singleLine: String {
    guard unicodeScalars.contains(where: { $0.isControl }) else { return self }
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar.isControl ? " " : scalar) }
    return String(scalars)
  }

  /// The letters, digits and hyphens of the text, for ids.
  var identifier: String {
    let kept = unicodeScalars.map { scalar -> Character in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
      return isPlain ? Character(scalar) : "-"
    }
    return kept.allSatisfy { $0 == "-" } ? fingerprint : String(kept)
  }

  /// Eight hexadecimal digits that stand for the text (FNV-1a).
  var fingerprint: String {
    let hash = utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension Unicode.Scalar {
  var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // Marks of writing direction and U+FEFF would turn neighbours around or show as nothing.
    case .format: true
    default: false
    }
  }
}
