// SPDX-License-Identifier: Apache-2.0

/// A name as it is compared: `药占比 （％）`, `药占比(%)` are one spelling.
package enum FoldedName {
  /// The name with full-width characters made half-width, brackets and dashes alike, case and blanks dropped.
  package static func fold(_ name: some StringProtocol) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let plain = halfWidth(scalar)
      switch plain {
      case "_", "\u{FEFF}", "\u{200B}"..."\u{200F}": continue
      case "[", "{", "【", "〔", "〈": folded.append("(")
      case "]", "}", "】", "〕", "〉": folded.append(")")
      case "~", "–", "—", "‐", "−", "～": folded.append("-")
      case "A"..."Z": folded.append(Unicode.Scalar(UInt8(plain.value) + 32))
      case _ where plain.properties.isWhitespace: continue
      default: folded.append(plain)
      }
    }
    return String(folded)
  }

  /// The text trimmed, with each run of blanks made one blank, and none beside a Chinese character: how a name that no
  /// list knows is kept.
  package static func trimmed(_ text: some StringProtocol) -> String {
    let words = text.unicodeScalars.split {
      $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
    guard words.count > 1 else { return words.first.map { String(String.UnicodeScalarView($0)) } ?? "" }
    var trimmed = String.UnicodeScalarView()
    for word in words {
      if let last = trimmed.last, let first = word.first, !isWide(last), !isWide(first) { trimmed.append(" ") }
      trimmed.append(contentsOf: word)
    }
    return String(trimmed)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool { (0x2E80...0xFFEF).contains(scalar.value) }

  /// The character of normal width for a full-width one: Ａ is A, （ is (, the ideographic blank is a blank.
  package static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0: " "
    default: scalar
    }
  }
}
