// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension String {
  /// A stretch of scalars as a string, without going through a view of its own.
  init(letters: [Unicode.Scalar], _ range: Range<Int>) { self.init(letters: letters[range]) }

  /// Scalars as a string. Their UTF-8 is well-formed, so that nobody needs to look at it again.
  init(letters: ArraySlice<Unicode.Scalar>) {
    self = letters.withUnsafeBufferPointer { letters in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letters.count * 4) { buffer in
        var count = 0
        for letter in letters { letter.write(to: buffer, at: &count) }
        return String(wellFormed: UnsafeBufferPointer(rebasing: buffer[..<count]).span)
      }
    }
  }

  /// The scalars, without going through a view of them.
  var letters: [Unicode.Scalar] {
    withBytes { bytes in
      var letters: [Unicode.Scalar] = []
      letters.reserveCapacity(bytes.count)
      var at = 0
      while at < bytes.count { letters.append(Unicode.Scalar(bytes, &at)) }
      return letters
    }
  }

  /// Bytes of UTF-8 that are known to be well-formed.
  init(wellFormed bytes: Span<UInt8>) { self = unsafe String(copying: UTF8Span(unchecked: bytes)) }
}

extension Unicode.Scalar {
  /// Writes it as UTF-8 at a place, and moves the place behind it.
  @inline(__always)
  fileprivate func write(to buffer: UnsafeMutableBufferPointer<UInt8>, at count: inout Int) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | value >> shift & 0x3F) }
    func head(_ mark: UInt32, _ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: mark | value >> shift) }
    switch value {
    case ..<0x80:
      buffer[count] = head(0, 0)
      count += 1
    case ..<0x800:
      buffer[count] = head(0xC0, 6)
      buffer[count + 1] = tail(0)
      count += 2
    case ..<0x10000:
      buffer[count] = head(0xE0, 12)
      buffer[count + 1] = tail(6)
      buffer[count + 2] = tail(0)
      count += 3
    default:
      buffer[count] = head(0xF0, 18)
      buffer[count + 1] = tail(12)
      buffer[count + 2] = tail(6)
      buffer[count + 3] = tail(0)
      count += 4
    }
  }
}
