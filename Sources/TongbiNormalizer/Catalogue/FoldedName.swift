// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A name as it is compared: `药占比 （％）`, `药占比(%)` are one spelling.
package enum FoldedName {
  /// The name with full-width characters made half-width, brackets and dashes alike, case and blanks dropped.
  package static func fold(_ name: some StringProtocol) -> String {
    var name = String(name)
    if isPlain(name) { return name }
    return name.withUTF8 { bytes in
      // No scalar becomes longer, so the folded name fits where the name did.
      String(unsafeUninitializedCapacity: bytes.count) { folded in fold(bytes, into: folded) }
    }
  }

  /// Adds the folded form of a name in UTF-8 to the end of some bytes.
  static func fold(_ name: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let start = bytes.count
    // No scalar becomes longer.
    bytes.append(contentsOf: name)
    if isPlain(name) { return }
    let count = bytes.withUnsafeMutableBufferPointer { fold(name, into: .init(rebasing: $0[start...])) }
    bytes.removeLast(name.count - count)
  }

  /// Whether a name holds only small letters, digits and Chinese characters from U+4000 on, as most names do.
  static func isPlain(_ name: String) -> Bool { name.withBytes { isPlain($0) } }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    while at < bytes.count {
      let length = plainLength(bytes[at])
      if length == 0 { return false }
      at += length
    }
    return true
  }

  /// How many bytes a character has, given its first, that stays as it is: a small letter, a digit, a Chinese character
  /// from U+4000 to U+9FFF; 0 for any other.
  @inline(__always)
  static func plainLength(_ first: UInt8) -> Int {
    switch first {
    case 0xE4...0xE9: 3
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): 1
    default: 0
    }
  }

  /// Folds UTF-8 into as much room; returns the number of bytes written.
  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into folded: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var at = 0
    var count = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        folded[count] = byte
        count += 1
        at += 1
      // U+4000 to U+9FFF: Chinese characters, all of which stay as they are.
      case 0xE4...0xE9:
        for place in 0..<3 { folded[count + place] = bytes[at + place] }
        count += 3
        at += 3
      default:
        let (scalar, length) = scalar(bytes, at: at)
        at += length
        guard let kept = fold(scalar) else { continue }
        for byte in UTF8.encode(kept).unsafelyUnwrapped {
          folded[count] = byte
          count += 1
        }
      }
    }
    return count
  }

  /// What a scalar is folded to; `nil` for one that is dropped.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let plain = halfWidth(scalar)
    switch plain {
    case "_", "\u{FEFF}", "\u{200B}"..."\u{200F}": return nil
    case "[", "{", "【", "〔", "〈": return "("
    case "]", "}", "】", "〕", "〉": return ")"
    case "~", "–", "—", "‐", "−": return "-"
    case "A"..."Z": return Unicode.Scalar(UInt8(plain.value) + 32)
    case "!"..."~": return plain
    default: return plain.properties.isWhitespace ? nil : plain
    }
  }

  /// The scalar at a place in well-formed UTF-8, and how many bytes it has.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[start]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for place in 1..<length { value = value << 6 | UInt32(bytes[start + place] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The text trimmed, with each run of blanks made one blank, and none beside a Chinese character: how a name that no
  /// list knows is kept.
  package static func trimmed(_ text: some StringProtocol) -> String {
    // ="00123" makes Excel keep the digits as they stand.
    if text.utf8.first == UInt8(ascii: "="), text.utf8.count >= 3, text.hasPrefix("=\""), text.hasSuffix("\"") {
      return trimmed(CellText.unwrapped(text))
    }
    var text = String(text)
    guard text.withUTF8({ mayHoldBlanks($0) }) else { return text }
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

  /// Whether one of the bytes can begin a blank.
  private static func mayHoldBlanks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.contains { at in
      switch bytes[at] {
      case 0x09...0x0D, 0x20, 0xC2, 0xE1, 0xE2: true
      case 0xE3: bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80
      case 0xEF: bytes[at + 1] == 0xBB
      default: false
      }
    }
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
