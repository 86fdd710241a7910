// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Says how much room a text takes. Pango does it for pictures, fixed widths do it for tests.
package protocol TextMeasurer {
  /// The room that one line of text takes.
  ///
  /// - Throws: ``TongbiError`` when no font has one of the characters.
  func size(of text: String, in style: TextStyle, language: Language) throws(TongbiError) -> TextExtent
}

/// Measures by counting: a full em for Chinese, 0.55 em for everything else. The same everywhere, for golden tests and
/// for SVG on a machine without fonts.
package struct FixedWidthMeasurer: TextMeasurer {
  package init() {}

  package func size(of text: String, in style: TextStyle, language: Language) -> TextExtent {
    let ems = text.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 0.55 : 1) }
    let bold = style.weight == .bold ? 1.03 : 1
    return TextExtent(width: ems * style.size * bold, ascent: 0.88 * style.size, descent: 0.2 * style.size)
  }
}
