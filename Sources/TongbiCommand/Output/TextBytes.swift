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

  private mutating func reserve(_ more: Int) {
    guard count + more > room.count else { return }
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
  mutating func byte(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count += 1
  }

  /// Adds text of the program as it stands: marks, keys, words that need no escapes.
  mutating func mark(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds text that needs no escapes.
  mutating func plain(_ text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

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
}
