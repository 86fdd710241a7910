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

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  var text: String {
    unsafe withUnsafeBufferPointer { buffer in unsafe String(decoding: buffer, as: UTF8.self) }
  }

  /// The same as `text`, faster for long stretches: bytes that are found to be well-formed are not looked at again.
  var plainText: String { isWellFormed ? unsafe String(copying: UTF8Span(unchecked: self)) : text }

  /// Whether it is well-formed UTF-8 without a NUL.
  var isWellFormed: Bool {
    var counts = cscan_utf8_counts()
    return wellFormedPrefix(from: 0, counting: &counts) == count
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
