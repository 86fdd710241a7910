// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A scene as SVG with live text: small, searchable, and read by a screen reader; letters look as the reader's fonts do.
///
/// Presentation attributes only, no style sheet, so that office programs and browsers draw the same.
package struct SVG {
  /// The document.
  package let text: String

  /// The families, one for all scripts, by how common they are where reports are written.
  static let family = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, SimHei, sans-serif"

  /// Writes a scene; lengths in pixels, one a point.
  package init(_ scene: Scene) {
    let prefix = "tb-\(scene.id)"
    let language = scene.language == .chinese ? "zh-CN" : "en"
    let (width, height) = (scene.width.short, scene.height.short)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
        + " role=\"img\" aria-labelledby=\"\(prefix)-title \(prefix)-desc\" xml:lang=\"\(language)\" lang=\"\(language)\""
        + " font-family=\"\(Self.family)\">",
      "<title id=\"\(prefix)-title\">\(scene.title.xml)</title>",
      "<desc id=\"\(prefix)-desc\">\(scene.alternativeText.xml)</desc>",
    ]
    lines += Self.patterns(scene, prefix)
    lines.append("<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>")
    for mark in scene.marks {
      let (name, attributes, content) = Self.element(mark.shape, prefix)
      let title = mark.title.flatMap { title in title == content ? nil : "<title>\(title.xml)</title>" } ?? ""
      let inner = title + (content?.xml ?? "")
      lines.append(inner.isEmpty ? "<\(name) \(attributes)/>" : "<\(name) \(attributes)>\(inner)</\(name)>")
    }
    lines.append("</svg>")
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func patterns(_ scene: Scene, _ prefix: String) -> [String] {
    var colors: [Color] = []
    for mark in scene.marks {
      if case .hatched(let color)? = mark.shape.fill, !colors.contains(color) { colors.append(color) }
    }
    guard !colors.isEmpty else { return [] }
    let patterns = colors.map { color in
      "<pattern id=\"\(prefix)-hatch-\(color.html.dropFirst())\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
        + " patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>"
        + "<rect width=\"2\" height=\"6\" fill=\"\(color.html)\"/></pattern>"
    }
    return ["<defs>"] + patterns + ["</defs>"]
  }

  private static func element(_ shape: Shape, _ prefix: String) -> (name: String, attributes: String, content: String?)
  {
    switch shape {
    case .rectangle(let rect, let fill):
      let size = "width=\"\(rect.width.short)\" height=\"\(rect.height.short)\""
      return ("rect", "x=\"\(rect.x.short)\" y=\"\(rect.y.short)\" \(size) \(attributes(fill, prefix))", nil)
    case .segment(let from, let to, let stroke):
      let ends = "x1=\"\(from.x.short)\" y1=\"\(from.y.short)\" x2=\"\(to.x.short)\" y2=\"\(to.y.short)\""
      return ("line", "\(ends) \(attributes(stroke))", nil)
    case .polyline(let points, let stroke):
      let join = "fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\""
      return ("polyline", "points=\"\(list(points))\" \(join) \(attributes(stroke))", nil)
    case .polygon(let points, let fill):
      return ("polygon", "points=\"\(list(points))\" \(attributes(fill, prefix))", nil)
    case .circle(let center, let radius, let fill):
      let place = "cx=\"\(center.x.short)\" cy=\"\(center.y.short)\" r=\"\(radius.short)\""
      return ("circle", "\(place) \(attributes(fill, prefix))", nil)
    case .text(let label):
      let style = label.style
      var attributes = "x=\"\(label.anchor.x.short)\" y=\"\(label.anchor.y.short)\" font-size=\"\(style.size.short)\""
      if style.weight == .bold { attributes += " font-weight=\"bold\"" }
      if style.anchor != .start { attributes += " text-anchor=\"\(style.anchor.rawValue)\"" }
      return ("text", attributes + " fill=\"\(style.color.html)\"", label.text)
    }
  }

  private static func attributes(_ fill: Fill, _ prefix: String) -> String {
    switch fill {
    case .solid(let color): "fill=\"\(color.html)\""
    case .hatched(let color):
      "fill=\"url(#\(prefix)-hatch-\(color.html.dropFirst()))\" stroke=\"\(color.html)\" stroke-width=\"1.5\""
    case .outlined(let color): "fill=\"#ffffff\" stroke=\"\(color.html)\" stroke-width=\"2\""
    }
  }

  private static func attributes(_ stroke: Stroke) -> String {
    let dash = stroke.dash.map { " stroke-dasharray=\"\($0.on.short) \($0.off.short)\"" } ?? ""
    return "stroke=\"\(stroke.color.html)\" stroke-width=\"\(stroke.width.short)\"\(dash)"
  }

  private static func list(_ points: [Point]) -> String {
    points.map { "\($0.x.short),\($0.y.short)" }.joined(separator: " ")
  }
}

extension Shape {
  /// How its area is filled; `nil` for lines and texts.
  var fill: Fill? {
    switch self {
    case .rectangle(_, let fill), .polygon(_, let fill), .circle(_, _, let fill): fill
    case .segment, .polyline, .text: nil
    }
  }
}

extension Double {
  /// The number to two decimals without zeros at its end, for SVG.
  fileprivate var short: String {
    guard isFinite, abs(self) < 1e13 else { return "0" }
    let hundredths = Int64((self * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension String {
  /// The text with what XML reserves written as entities, and without characters that XML forbids.
  var xml: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result += " "
      // Forbidden by XML, or invisible signs that turn neighbours around.
      case _ where scalar.isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
