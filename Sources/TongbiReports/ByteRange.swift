// SPDX-License-Identifier: Apache-2.0

import CScan

/// A cell as a range of the bytes of its block, in half the space of a range of integers.
typealias ByteRange = cscan_cell

extension ByteRange {
  /// As positions in a span.
  @inline(__always)
  var range: Range<Int> { unsafe Range(uncheckedBounds: (Int(start), Int(end))) }
}
