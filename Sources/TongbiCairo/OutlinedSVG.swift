// SPDX-License-Identifier: Apache-2.0

/// Makes Cairo's SVG the same whenever it is drawn: its ids come from a counter that never goes back.
enum OutlinedSVG {
  /// The document with ids numbered from 0 in the order in which they stand, behind a prefix.
  static func renumbered(_ document: [UInt8], prefix: String) -> [UInt8] {
    let text = String(decoding: document, as: UTF8.self)
    var numbers: [Substring: Int] = [:]
    var result = ""
    var rest = text[...]
    while let found = next(in: rest) {
      result += rest[..<found.lowerBound]
      let id = rest[found]
      let number = numbers[id] ?? numbers.count
      numbers[id] = number
      result += "\(prefix)\(number)"
      rest = rest[found.upperBound...]
    }
    return Array((result + rest).utf8)
  }

  /// The next id: behind `id="`, `href="#` or `url(#`.
  private static func next(in text: Substring) -> Range<Substring.Index>? {
    let starts = ["id=\"", "href=\"#", "url(#"].compactMap { mark in text.firstRange(of: mark)?.upperBound }
    guard let start = starts.min() else { return nil }
    let end = text[start...].firstIndex { $0 == "\"" || $0 == ")" } ?? text.endIndex
    return start..<end
  }
}
