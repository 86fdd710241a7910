// SPDX-License-Identifier: Apache-2.0

/// The letters that a string of JSON cannot hold as they stand.
enum JSONEscapes {
  /// Whether one of eight letters is a control character, a quote or a backslash.
  @inline(__always)
  static func areNeeded(_ letters: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func has(_ letter: UInt64) -> UInt64 {
      let others = letters ^ (ones &* letter)
      return (others &- ones) & ~others
    }
    return ((letters &- ones &* 0x20) & ~letters | has(0x22) | has(0x5C)) & (ones &* 0x80) != 0
  }

  /// Whether a letter is a control character, a quote or a backslash.
  @inline(__always)
  static func isNeeded(_ letter: UInt8) -> Bool { letter < 0x20 || letter == 0x22 || letter == 0x5C }

  /// What stands for such a letter.
  static func escape(_ letter: UInt8) -> String {
    switch letter {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\n"): return "\\n"
    case UInt8(ascii: "\r"): return "\\r"
    case UInt8(ascii: "\t"): return "\\t"
    default:
      let hex = String(letter, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
  }
}
