// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Text as bytes, written from left to right: JSON, records.
///
/// It owns its memory and is never copied, so that a part costs a look at the room left and a copy of its bytes.
struct TextBytes: ~Copyable {
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

  /// Makes sure that so many more bytes fit.
  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count &+ more > room.count { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(room.count * 2, count + more))
    _ = larger.update(fromContentsOf: room[..<count])
    room.deallocate()
    room = larger
  }

  /// Adds bytes as they stand.
  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count)
    guard let source = bytes.baseAddress, let start = room.baseAddress else { return }
    (start + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// Adds one byte.
  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count += 1
  }

  /// Adds text of the program as it stands: marks, keys, words that need no escapes.
  @inline(__always)
  mutating func mark(_ text: StaticString) {
    // So short and of a length that the compiler knows, so that they are stored without a call.
    let length = text.utf8CodeUnitCount
    reserve(length)
    guard let start = room.baseAddress else { return }
    (start + count).update(from: text.utf8Start, count: length)
    count += length
  }

  /// Adds text that needs no escapes.
  mutating func plain(_ text: String) {
    text.withBytes { put($0) }
  }

  /// Adds text as a string of JSON: in quotes, with escapes where it needs some.
  mutating func string(_ text: String) {
    text.withBytes { letters in
      if !storePlain(letters) { storeEscaped(letters) }
    }
  }

  /// Adds letters in quotes, eight at a time; `false` where one of them needs an escape.
  private mutating func storePlain(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    // Eight more, so that fewer can be stored as eight.
    reserve(letters.count + 10)
    let (source, free) = (UnsafeRawBufferPointer(letters), UnsafeMutableRawBufferPointer(room))
    let start = count + 1
    if letters.count < 8 {
      let blanks: UInt64 = 0x2020_2020_2020_2020
      let eight = letters.reversed().reduce(blanks) { $0 << 8 | UInt64($1) }
      if JSONEscapes.areNeeded(eight) { return false }
      free.storeBytes(of: eight, toByteOffset: start, as: UInt64.self)
    } else {
      var place = 0
      while place < letters.count {
        // The last eight, some of them once more, where fewer are left.
        let at = min(place, letters.count &- 8)
        let eight = source.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        if JSONEscapes.areNeeded(eight) { return false }
        free.storeBytes(of: eight, toByteOffset: start &+ at, as: UInt64.self)
        place = at &+ 8
      }
    }
    room[count] = UInt8(ascii: "\"")
    room[start + letters.count] = UInt8(ascii: "\"")
    count = start + letters.count + 1
    return true
  }

  private mutating func storeEscaped(_ letters: UnsafeBufferPointer<UInt8>) {
    byte(UInt8(ascii: "\""))
    for letter in letters {
      if JSONEscapes.isNeeded(letter) { plain(JSONEscapes.escape(letter)) } else { byte(letter) }
    }
    byte(UInt8(ascii: "\""))
  }

  /// Adds text as a string of JSON, or null.
  mutating func text(_ text: String?) { if let text { string(text) } else { mark("null") } }

  /// Adds a number with its digits.
  mutating func number(_ number: ExactDecimal) {
    reserve(ExactDecimal.mostDigits)
    var free = room.mutableSpan
    count = number.write(to: &free, at: count)
  }

  /// Adds a whole number.
  mutating func integer(_ value: Int) { number(ExactDecimal(Int64(value))) }

  /// Adds bytes as they stand.
  @inline(__always)
  mutating func bytes(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { put($0) }
  }

  /// Adds the place of words in short, as `Source.address` has it.
  mutating func address(_ line: Int, _ characters: Range<Int>) {
    byte(UInt8(ascii: "L"))
    integer(line)
    byte(UInt8(ascii: ":"))
    integer(characters.lowerBound)
    byte(UInt8(ascii: "-"))
    integer(characters.upperBound)
  }
}
