// SPDX-License-Identifier: Apache-2.0

/// All that a scene can hold.
///
/// Lengths are in points; the origin is top left.
package enum Shape: Hashable, Sendable {
  case rectangle(Rect, fill: Fill)
  case segment(from: Point, to: Point, stroke: Stroke)
  case polyline([Point], stroke: Stroke)
  case polygon([Point], fill: Fill)
  case circle(center: Point, radius: Double, fill: Fill)
  case text(Label)
}

/// A shape and what it stands for.
package struct Mark: Hashable, Sendable {
  /// What is drawn.
  package var shape: Shape
  /// What a person reads when pointing at it (the `title` of SVG); `nil` for decoration.
  package var title: String?

  package init(_ shape: Shape, title: String? = nil) {
    self.shape = shape
    self.title = title
  }
}
