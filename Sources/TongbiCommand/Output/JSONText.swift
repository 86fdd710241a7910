// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A value of JSON that keeps the order of its keys and the digits of its numbers, which `JSONEncoder` does not.
enum JSONText {
  case null
  case string(String)
  case number(ExactDecimal)
  case integer(Int)
  case list([JSONText])
  case object([(String, JSONText)])

  /// A string, or null.
  static func text(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

  /// The value on one line.
  var line: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the value as UTF-8, without a line end.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .string(let text): Self.quote(text, to: &bytes)
    case .number(let number): bytes.append(contentsOf: number.description.utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (place, member) in members.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        // Keys are names that need no escapes.
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: member.0.utf8)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        member.1.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { letters in
      let raw = UnsafeRawBufferPointer(letters)
      var (start, place) = (0, 0)
      while place < letters.count {
        if place + 8 <= letters.count, !needsEscape(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) {
          place += 8
          continue
        }
        let letter = letters[place]
        if letter < 0x20 || letter == 0x22 || letter == 0x5C {
          bytes.append(contentsOf: letters[start..<place])
          bytes.append(contentsOf: escape(letter).utf8)
          start = place + 1
        }
        place += 1
      }
      bytes.append(contentsOf: letters[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

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
