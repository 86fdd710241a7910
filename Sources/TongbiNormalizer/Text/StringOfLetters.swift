// SPDX-License-Identifier: Apache-2.0

extension String {
  /// A stretch of scalars as a string, without going through a view of its own.
  init(letters: [Unicode.Scalar], _ range: Range<Int>) {
    self.init(unsafeUninitializedCapacity: range.count * 4) { buffer in
      var count = 0
      for at in range {
        let value = letters[at].value
        switch value {
        case ..<0x80:
          buffer[count] = UInt8(value)
          count += 1
        case ..<0x800:
          buffer[count] = UInt8(0xC0 | value >> 6)
          buffer[count + 1] = UInt8(0x80 | value & 0x3F)
          count += 2
        case ..<0x10000:
          buffer[count] = UInt8(0xE0 | value >> 12)
          buffer[count + 1] = UInt8(0x80 | value >> 6 & 0x3F)
          buffer[count + 2] = UInt8(0x80 | value & 0x3F)
          count += 3
        default:
          buffer[count] = UInt8(0xF0 | value >> 18)
          buffer[count + 1] = UInt8(0x80 | value >> 12 & 0x3F)
          buffer[count + 2] = UInt8(0x80 | value >> 6 & 0x3F)
          buffer[count + 3] = UInt8(0x80 | value & 0x3F)
          count += 4
        }
      }
      return count
    }
  }
}
