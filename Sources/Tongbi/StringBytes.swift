// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Calls a function with the bytes of its UTF-8, which lie in one piece already but for strings of other systems.
  @inlinable
  @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var own = self
    return own.withUTF8(body)
  }
}
