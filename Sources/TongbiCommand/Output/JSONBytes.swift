// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// JSON as bytes, written from left to right.
///
/// It owns its memory and is never copied, so that a part costs a look at the room left and a copy of its bytes.
struct JSONBytes: ~Copyable {
  private var room: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes are written.
  private(set) var count = 0

  /// Begins with room for some bytes.
  init(capacity: Int = 256) { room = .allocate(capacity: max(capacity, 16)) }

  deinit { room.deallocate() }

  /// What is written, handed over; the writer begins anew.
  mutating func take() -> [UInt8] {
    let bytes = Array(room[..<count])
    count = 0
    return bytes
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > room.count else { return }
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(room.count * 2, count + more))
    _ = larger.update(fromContentsOf: room[..<count])
    room.deallocate()
    room = larger
  }

  private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, let start = room.baseAddress else { return }
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// Adds one byte.
  mutating func byte(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count += 1
  }

  /// Adds text of the program as it stands: marks, keys, words that need no escapes.
  mutating func mark(_ text: StaticString) {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    reserve(bytes.count)
    put(bytes)
  }

  /// Adds text that needs no escapes.
  mutating func plain(_ text: String) {
    var text = text
    text.withUTF8 { letters in
      reserve(letters.count)
      put(letters)
    }
  }

  /// Adds a number with its digits.
  mutating func number(_ number: ExactDecimal) {
    reserve(ExactDecimal.mostDigits)
    var free = room.mutableSpan
    count = number.write(to: &free, at: count)
  }

  /// Adds a whole number.
  mutating func integer(_ value: Int) { number(ExactDecimal(Int64(value))) }

  /// Adds a string in quotes.
  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { letters in
      // An escape takes six bytes at most.
      reserve(letters.count + 2)
      room[count] = UInt8(ascii: "\"")
      count += 1
      var (start, place) = (0, 0)
      let raw = UnsafeRawBufferPointer(letters)
      while place < letters.count {
        if place + 8 <= letters.count, !Self.needsEscape(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) {
          place += 8
          continue
        }
        let letter = letters[place]
        if letter < 0x20 || letter == 0x22 || letter == 0x5C {
          reserve(letters.count - start + 8)
          put(UnsafeBufferPointer(rebasing: letters[start..<place]))
          plain(Self.escape(letter))
          start = place + 1
        }
        place += 1
      }
      reserve(letters.count - start + 1)
      put(UnsafeBufferPointer(rebasing: letters[start...]))
      room[count] = UInt8(ascii: "\"")
      count += 1
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
