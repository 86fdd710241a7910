// SPDX-License-Identifier: Apache-2.0

/// A ``GalleryPage`` that an earlier run wrote, and the pictures that it says were written with it.
package struct EarlierPage {
  /// By the names of the pictures, their sums.
  package private(set) var pictures: [String: String] = [:]

  /// Reads a page; one that somebody else wrote names no pictures.
  package init(html: String) {
    guard html.utf8.count < 256 << 20, html.prefix(2_000).contains(GalleryPage.mark) else { return }
    for line in html.split(whereSeparator: \.isNewline) where line.hasPrefix("<figure id=\"") {
      let fields = line.split(separator: "\"", omittingEmptySubsequences: false)
      guard fields.count == 5, fields[2] == " data-pictures=" else { continue }
      let id = HTMLText.unescaped(fields[1])
      // A picture stands beside its page and nowhere else.
      guard !id.isEmpty, !id.contains(where: { $0 == "/" || $0 == "\0" }) else { continue }
      for entry in fields[3].split(separator: " ") {
        let parts = entry.split(separator: ":")
        guard parts.count == 2, parts[0].allSatisfy({ $0.isASCII && $0.isLetter }) else { continue }
        pictures["\(id).\(parts[0])"] = String(parts[1])
      }
    }
  }
}
