// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The letters that a string of JSON cannot hold as they stand.
enum JSONEscapes {
  /// Whether one of eight letters may be a control character, a quote or a backslash; a letter right above one may seem so.
  @inline(__always)
  static func areNeeded(_ letters: UInt64) -> Bool {
    let controls = (letters &- 0x2020_2020_2020_2020) & ~letters & 0x8080_8080_8080_8080
    return controls != 0 || letters.mayHold(UInt8(ascii: "\""), UInt8(ascii: "\\"))
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
