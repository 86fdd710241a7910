// SPDX-License-Identifier: Apache-2.0

/// Eight bytes at a time, and bytes as text: the operations on spans that hot loops need.
///
/// Both reach below the safe interface of spans, `word(at:)` to load without alignment (it stays bounds-checked)
/// and `text` because a `String` is made from a buffer in one copy. No pointer leaves this file.
extension Span<UInt8> {
  /// The eight bytes from an offset, in memory order.
  ///
  /// - Precondition: `offset + 8 <= count`, checked by the span.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Whether both hold the same bytes.
  @inline(__always)
  func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var at = 0
    while at &+ 8 <= count {
      if word(at: at) != other.word(at: at) { return false }
      at &+= 8
    }
    while at < count {
      if self[at] != other[at] { return false }
      at &+= 1
    }
    return true
  }

  /// The bytes as text; what is not UTF-8 becomes U+FFFD.
  var text: String {
    unsafe withUnsafeBufferPointer { buffer in unsafe String(decoding: buffer, as: UTF8.self) }
  }
}
