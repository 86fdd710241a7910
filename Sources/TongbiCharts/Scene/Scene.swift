// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A drawing as plain shapes, before any ink.
///
/// Lengths are in points; the origin is top left.
package struct Scene: Hashable, Sendable {
  /// The name that ids inside an SVG begin with; letters, digits and hyphens.
  package var id: String
  /// The width of the page, in points.
  package var width: Double
  /// The height of the page, in points.
  package var height: Double
  /// The language of its words, which decides the forms of Chinese characters.
  package var language: Language
  /// The title of the document.
  package var title: String
  /// What the picture shows, in words.
  package var alternativeText: String
  /// What is drawn, the first at the bottom.
  package var marks: [Mark]

  package init(
    id: String, width: Double, height: Double, language: Language, title: String = "", alternativeText: String = "",
    marks: [Mark] = []
  ) {
    self.id = id
    self.width = width
    self.height = height
    self.language = language
    self.title = title
    self.alternativeText = alternativeText
    self.marks = marks
  }

  /// The texts with their places, in the order of drawing.
  package var labels: [Label] {
    marks.compactMap { mark in
      guard case .text(let label) = mark.shape else { return nil }
      return label
    }
  }
}
