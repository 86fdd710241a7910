// SPDX-License-Identifier: Apache-2.0

/// Looks for texts that a person could not read: over the edge of the page, or on top of each other.
package struct SceneLint {
  /// One thing that is wrong.
  package enum Hit: Hashable, Sendable {
    /// A text that reaches over the edge of the page.
    case outside(String)
    /// Two texts that share room.
    case overlap(String, String)
    /// A text smaller than can be read.
    case tooSmall(String)
    /// A coordinate that is not a number.
    case notFinite
  }

  /// The size below which a text counts as unreadable, in points.
  package static let smallest = 8.0

  /// What is wrong with a scene; empty when nothing is.
  package static func hits(in scene: Scene) -> [Hit] {
    let page = Rect(x: 0, y: 0, width: scene.width, height: scene.height)
    let labels = scene.labels.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
    var hits: [Hit] = scene.marks.contains { !isFinite($0.shape) } ? [.notFinite] : []
    for (index, label) in labels.enumerated() {
      if !page.contains(label.box, tolerance: 0.5) { hits.append(.outside(label.text)) }
      if label.style.size < smallest { hits.append(.tooSmall(label.text)) }
      for other in labels[(index + 1)...] {
        if other.box.y > label.box.maxY { break }
        if label.box.overlaps(other.box, by: 0.5) { hits.append(.overlap(label.text, other.text)) }
      }
    }
    return hits
  }

  private static func isFinite(_ shape: Shape) -> Bool {
    func finite(_ points: [Point]) -> Bool { points.allSatisfy { $0.x.isFinite && $0.y.isFinite } }
    switch shape {
    case .rectangle(let rect, _): return finite([Point(rect.x, rect.y), Point(rect.width, rect.height)])
    case .segment(let from, let to, _): return finite([from, to])
    case .polyline(let points, _), .polygon(let points, _): return finite(points)
    case .circle(let center, let radius, _): return finite([center, Point(radius, radius)])
    case .text(let label): return finite([label.anchor, Point(label.box.width, label.box.height)])
    }
  }
}
