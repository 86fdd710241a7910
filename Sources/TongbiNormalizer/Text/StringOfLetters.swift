// SPDX-License-Identifier: Apache-2.0

extension String {
  /// A stretch of scalars as a string, without going through a view of its own.
  init(letters: [Unicode.Scalar], _ range: Range<Int>) { self.init(letters: letters[range]) }

  /// Scalars as a string. What fits in fifteen bytes is counted first, so that it needs no memory of its own.
  init(letters: ArraySlice<Unicode.Scalar>) {
    self = letters.withUnsafeBufferPointer { letters in
      var size = 0
      for letter in letters { size += letter.width }
      return String(unsafeUninitializedCapacity: size) { buffer in
        var count = 0
        for letter in letters { letter.write(to: buffer, at: &count) }
        return count
      }
    }
  }
}

extension Unicode.Scalar {
  /// How many bytes of UTF-8 it takes.
  fileprivate var width: Int {
    switch value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }

  /// Writes it as UTF-8 at a place, and moves the place behind it.
  fileprivate func write(to buffer: UnsafeMutableBufferPointer<UInt8>, at count: inout Int) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | value >> shift & 0x3F) }
    switch value {
    case ..<0x80:
      buffer[count] = UInt8(value)
      count += 1
    case ..<0x800:
      buffer[count] = UInt8(0xC0 | value >> 6)
      buffer[count + 1] = tail(0)
      count += 2
    case ..<0x10000:
      buffer[count] = UInt8(0xE0 | value >> 12)
      buffer[count + 1] = tail(6)
      buffer[count + 2] = tail(0)
      count += 3
    default:
      buffer[count] = UInt8(0xF0 | value >> 18)
      buffer[count + 1] = tail(12)
      buffer[count + 2] = tail(6)
      buffer[count + 3] = tail(0)
      count += 4
    }
  }
}
