// SPDX-License-Identifier: Apache-2.0

/// One line of text with its place and its room.
package struct Label: Hashable, Sendable {
  /// The text; one line, without control characters.
  package var text: String
  /// Where the anchor of the text stands, on the baseline.
  package var anchor: Point
  /// The room that the text takes.
  package var box: Rect
  /// How it is set.
  package var style: TextStyle

  /// Places a text whose room is known.
  package init(_ text: String, at anchor: Point, extent: TextExtent, style: TextStyle) {
    self.text = text
    self.anchor = anchor
    self.style = style
    let left =
      switch style.anchor {
      case .start: anchor.x
      case .middle: anchor.x - extent.width / 2
      case .end: anchor.x - extent.width
      }
    box = Rect(
      x: left, y: anchor.y - extent.ascent, width: extent.width, height: extent.ascent + extent.descent)
  }
}
