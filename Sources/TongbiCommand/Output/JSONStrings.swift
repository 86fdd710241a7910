// SPDX-License-Identifier: Apache-2.0

/// Strings of JSON.
extension TextBytes {
  /// Adds a string in quotes.
  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { letters in
      byte(UInt8(ascii: "\""))
      var (start, place) = (0, 0)
      let raw = UnsafeRawBufferPointer(letters)
      while place < letters.count {
        if place + 8 <= letters.count, !Self.needsEscape(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) {
          place += 8
          continue
        }
        let letter = letters[place]
        if letter < 0x20 || letter == 0x22 || letter == 0x5C {
          put(UnsafeBufferPointer(rebasing: letters[start..<place]))
          plain(Self.escape(letter))
          start = place + 1
        }
        place += 1
      }
      put(UnsafeBufferPointer(rebasing: letters[start...]))
      byte(UInt8(ascii: "\""))
    }
  }

  /// Adds a string in quotes, or null.
  mutating func text(_ text: String?) { if let text { string(text) } else { mark("null") } }

  /// Whether one of eight letters is a control character, a quote or a backslash.
  private static func needsEscape(_ letters: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func has(_ letter: UInt64) -> UInt64 {
      let others = letters ^ (ones * letter)
      return (others &- ones) & ~others
    }
    return ((letters &- ones * 0x20) & ~letters | has(0x22) | has(0x5C)) & (ones * 0x80) != 0
  }

  private static func escape(_ letter: UInt8) -> String {
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
