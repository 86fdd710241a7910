// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
  /// The scalar that begins at a byte of well-formed UTF-8; moves on to the next one.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
    func tail(_ place: Int) -> UInt32 { UInt32(bytes[at + place] & 0x3F) }
    let first = UInt32(bytes[at])
    let value: UInt32
    switch first {
    case ..<0x80:
      value = first
      at += 1
    case ..<0xE0:
      value = (first & 0x1F) << 6 | tail(1)
      at += 2
    case ..<0xF0:
      value = (first & 0x0F) << 12 | tail(1) << 6 | tail(2)
      at += 3
    default:
      value = (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
      at += 4
    }
    self = Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
