// SPDX-License-Identifier: Apache-2.0

import Glibc

extension [UInt8] {
  /// The first place of a byte in a range; `nil` where it does not stand there. Looked for by the system, many at a time.
  package func place(of byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBytes { bytes in
      let part = UnsafeRawBufferPointer(rebasing: bytes[range])
      guard let start = part.baseAddress, let found = unsafe memchr(start, Int32(byte), part.count) else { return nil }
      return range.lowerBound + (UnsafeRawPointer(found) - start)
    }
  }

  /// Whether a byte stands among them.
  func holds(_ byte: UInt8) -> Bool { place(of: byte, in: indices) != nil }
}
