// SPDX-License-Identifier: Apache-2.0

/// Blotted-out digits: `*`, `XX`, `xxx.xx`, `××`, `____`, `（）`, `3xxxx`.
enum Mask {
  /// Whether a scalar is one that blots out digits.
  static func isBlot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // Most letters.
    case "0"..."9", "\u{4E00}"..."\u{9FFF}": false
    case "*", "x", "X", "×", "╳", "✕", "_", "□", "■", "▇", "█", "✱", "⁎", "＊", "※": true
    default: false
    }
  }

  /// Whether a whole text is a masked number, with or without leading digits and a unit.
  static func isWholly(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    let bare = Array(scalars.prefix { isBlot($0) || NumberScanner.isDigit($0) || $0 == "." || $0 == "," })
    guard bare.contains(where: isBlot) else { return false }
    let rest = scalars[bare.count...]
    if let first = rest.first, "线光片射县市区院大型轴".unicodeScalars.contains(first) { return false }
    return rest.count <= 6
      && rest.allSatisfy {
        !NumberScanner.isDigit($0) && ($0.properties.isAlphabetic || $0 == "%" || $0 == "‰") && $0.value > 0x7A
          || $0 == "%"
      }
  }

  /// The run of blots, digits and points at a place that holds at least one blot; `nil` where there is none.
  static func end(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> Int? {
    var index = start
    var hasBlot = false
    while index < limit {
      let scalar = text[index]
      if isBlot(scalar) {
        hasBlot = true
      } else if !NumberScanner.isDigit(scalar) {
        guard scalar == ".", index > start, index + 1 < limit,
          isBlot(text[index + 1]) || NumberScanner.isDigit(text[index + 1])
        else { break }
      }
      index += 1
    }
    return hasBlot ? index : nil
  }
}
