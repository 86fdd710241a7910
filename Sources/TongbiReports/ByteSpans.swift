// SPDX-License-Identifier: Apache-2.0

import CScan

/// Many bytes at a time, and bytes as text: the operations on spans that hot loops need.
///
/// They reach below the safe interface of spans: `word(at:)` to load without alignment (it stays bounds-checked), `text`
/// because a `String` is made from a buffer in one copy, and the others to call C. No pointer leaves this file.
extension Span<UInt8> {
  /// The eight bytes from an offset, in memory order.
  ///
  /// - Precondition: `offset + 8 <= count`, checked by the span.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The eight bytes from an offset, in memory order, where the caller knows that `offset + 8 <= count`.
  @inline(__always)
  func word(uncheckedAt offset: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  }

  /// The first eight bytes, or all of a shorter span in an order that tells spans of one length apart.
  @inline(__always)
  var head: UInt64 {
    if count >= 8 { return word(uncheckedAt: 0) }
    if count >= 4 {
      let (first, last) = unsafe (
        bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 0, as: UInt32.self),
        bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: count &- 4, as: UInt32.self)
      )
      return UInt64(first) | UInt64(last) << 32
    }
    if count == 0 { return 0 }
    return UInt64(self[0]) | UInt64(self[count >> 1]) << 8 | UInt64(self[count &- 1]) << 16
  }

  /// Whether both hold the same bytes, of which there are more than eight and the first eight are known to be the same.
  @inline(__always)
  func endsLike(_ other: Span<UInt8>) -> Bool {
    var at = 8
    while at &+ 8 <= count {
      if word(uncheckedAt: at) != other.word(uncheckedAt: at) { return false }
      at &+= 8
    }
    return word(uncheckedAt: count &- 8) == other.word(uncheckedAt: count &- 8)
  }

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  var text: String {
    unsafe withUnsafeBufferPointer { buffer in unsafe String(decoding: buffer, as: UTF8.self) }
  }

  /// How many bytes from a position on are whole characters of well-formed UTF-8 without a NUL; counts what they hold.
  func wellFormedPrefix(from start: Int, counting counts: inout cscan_utf8_counts) -> Int {
    let rest = extracting(start..<count)
    return unsafe rest.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe cscan_utf8($0, buffer.count, &counts) } ?? 0
    }
  }

  /// Finds the bytes of a set in a range; returns how many there are.
  ///
  /// - Parameter positions: Takes their positions from its start on; it is as long as the range at least.
  func positions(of set: cscan_set, in range: Range<Int>, into positions: inout [UInt32]) -> Int {
    precondition(positions.count >= range.count)
    let part = extracting(range)
    return unsafe part.withUnsafeBufferPointer { source in
      unsafe positions.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return 0 }
        return unsafe withUnsafePointer(to: set) {
          unsafe cscan_positions(from, source.count, $0, UInt32(range.lowerBound), to)
        }
      }
    }
  }
}
