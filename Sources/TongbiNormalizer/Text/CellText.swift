// SPDX-License-Identifier: Apache-2.0

/// What programs put around a cell's words without meaning anything by it.
enum CellText {
  /// The cell without the apostrophe or the `="…"` that make Excel take digits for words.
  static func unwrapped(_ text: some StringProtocol) -> Substring {
    var rest = Substring(text)
    if rest.hasPrefix("=\""), rest.hasSuffix("\""), rest.utf8.count >= 3 {
      rest = rest.dropFirst(2).dropLast()
    } else if let first = rest.unicodeScalars.first, "'‘’".unicodeScalars.contains(first) {
      rest = rest.dropFirst()
    }
    return rest
  }

  /// Makes thousands separators that only a whole cell can have ones that numbers know: `1'234`, `1，234`.
  static func withPlainGroups(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isGroupMark) else { return text }
    var scalars = Array(text.unicodeScalars)
    let isDigit = { (index: Int) in
      scalars.indices.contains(index) && (NumberScanner.isDigit(scalars[index]) || isWideDigit(scalars[index]))
    }
    for index in scalars.indices where isGroupMark(scalars[index]) && isDigit(index - 1) && isDigit(index + 1) {
      scalars[index] = ","
    }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: scalars)
    return String(plain)
  }

  private static func isGroupMark(_ scalar: Unicode.Scalar) -> Bool { "'’‘＇，﹐".unicodeScalars.contains(scalar) }
  private static func isWideDigit(_ scalar: Unicode.Scalar) -> Bool { (0xFF10...0xFF19).contains(scalar.value) }
}
