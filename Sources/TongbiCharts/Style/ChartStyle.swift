// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// How a chart is to look.
package struct ChartStyle: Hashable, Sendable {
  /// The size of a page, in points; a picture has one pixel a point unless asked for more.
  package struct Size: Hashable, Sendable {
    package var width: Double
    package var height: Double

    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }

    /// A slide of 16 to 9.
    package static let slide = Size(width: 1600, height: 900)
  }

  /// The colours.
  package var theme: Theme
  /// The size of the page; 320×240 to 10000×10000.
  package var size: Size
  /// The language of the words.
  package var language: Language
  /// The name that ids inside an SVG begin with; `nil` for one made from the content.
  package var id: String?

  package init(theme: Theme = .standard, size: Size = .slide, language: Language = .chinese, id: String? = nil) {
    self.theme = theme
    self.size = size
    self.language = language
    self.id = id
  }

  /// The factor by which lengths of a 1600×900 page are multiplied; small pages keep readable letters.
  var scale: Double { max(0.62, min(size.width / 1600, size.height / 900)) }
}
