// SPDX-License-Identifier: Apache-2.0

/// How a text is set; the family is the same for all texts of a scene.
package struct TextStyle: Hashable, Sendable {
  /// The weight of the letters.
  package enum Weight: String, Hashable, Sendable, CaseIterable {
    case regular
    case bold
  }

  /// Which end of the text stands at its anchor.
  package enum Anchor: String, Hashable, Sendable, CaseIterable {
    case start
    case middle
    case end
  }

  /// The size of the letters (the em), in points.
  package var size: Double
  /// The weight.
  package var weight: Weight
  /// The colour.
  package var color: Color
  /// Which end of the text stands at its anchor.
  package var anchor: Anchor

  package init(size: Double, weight: Weight = .regular, color: Color, anchor: Anchor = .start) {
    self.size = size
    self.weight = weight
    self.color = color
    self.anchor = anchor
  }

  /// The same style with another size.
  package func sized(_ size: Double) -> TextStyle {
    var style = self
    style.size = size
    return style
  }

  /// The same style with another anchor.
  package func anchored(_ anchor: Anchor) -> TextStyle {
    var style = self
    style.anchor = anchor
    return style
  }
}
