// SPDX-License-Identifier: Apache-2.0

/// A cell as a range of the bytes of its block, in half the space of a range of integers.
struct ByteRange {
  /// The first byte.
  var start: UInt32 = 0
  /// The byte after the last.
  var end: UInt32 = 0

  /// As positions in a span.
  @inline(__always)
  var range: Range<Int> { unsafe Range(uncheckedBounds: (Int(start), Int(end))) }
}
