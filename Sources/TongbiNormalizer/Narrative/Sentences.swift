// SPDX-License-Identifier: Apache-2.0

/// Cuts a line into sentences, none longer than a bound, so that no line can make the reader slow.
enum Sentences {
  /// The longest stretch read as one sentence.
  static let longest = 480

  /// The stretches between 。！？ that are not empty; a longer one is cut at a comma where it has one.
  static func ranges(in text: [Unicode.Scalar], from first: Int = 0) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(4)
    var start = first
    var comma: Int?
    var index = first
    while index < text.count {
      switch text[index] {
      // Most letters.
      case "\u{3400}"..."\u{9FFF}": break
      case "。", "！", "!", "？", "?", "\n":
        if index > start { ranges.append(start..<index) }
        start = index + 1
        comma = nil
      case "，", ",", ";", "；": comma = index
      default: break
      }
      if index - start >= longest {
        let end = comma.map { $0 + 1 } ?? index + 1
        ranges.append(start..<end)
        start = end
        comma = nil
      }
      index += 1
    }
    if start < text.count { ranges.append(start..<text.count) }
    return ranges
  }
}
