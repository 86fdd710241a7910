// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A scene as lines of text, one a mark, for golden tests and for finding what moved.
package struct SceneText {
  /// The lines.
  package let text: String

  /// Writes a scene, lengths to one decimal.
  package init(_ scene: Scene) {
    var lines = ["scene \(scene.width.plain) \(scene.height.plain) \(scene.language.rawValue)"]
    for mark in scene.marks {
      let title = mark.title.map { "  — \($0)" } ?? ""
      lines.append(Self.line(mark.shape) + title)
    }
    lines.append("alt \(scene.alternativeText)")
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ shape: Shape) -> String {
    switch shape {
    case .rectangle(let rect, let fill):
      "rectangle \(rect.x.plain) \(rect.y.plain) \(rect.width.plain) \(rect.height.plain) \(name(fill))"
    case .segment(let from, let to, let stroke): "segment \(list([from, to])) \(name(stroke))"
    case .polyline(let points, let stroke): "polyline \(list(points)) \(name(stroke))"
    case .polygon(let points, let fill): "polygon \(list(points)) \(name(fill))"
    case .circle(let center, let radius, let fill): "circle \(list([center])) \(radius.plain) \(name(fill))"
    case .text(let label):
      "text \(list([label.anchor])) \(label.style.anchor) \(label.style.size.plain) \(label.style.weight)"
        + " \(label.style.color.html) “\(label.text)”"
    }
  }

  private static func list(_ points: [Point]) -> String {
    points.map { "\($0.x.plain),\($0.y.plain)" }.joined(separator: " ")
  }

  private static func name(_ fill: Fill) -> String {
    switch fill {
    case .solid(let color): color.html
    case .hatched(let color): "hatched \(color.html)"
    case .outlined(let color): "outlined \(color.html)"
    }
  }

  private static func name(_ stroke: Stroke) -> String {
    "\(stroke.color.html) \(stroke.width.plain)" + (stroke.dash.map { " dash \($0.on.plain) \($0.off.plain)" } ?? "")
  }
}

extension Double {
  /// The number to one decimal without a zero at its end: 12, 12.5. The same text on every machine.
  var plain: String {
    guard isFinite, abs(self) < 1e15 else { return "0" }
    let tenths = Int64((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
