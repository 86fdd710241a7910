// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Reads the plain decimal numbers of a column from their bytes, by the rules of `ExactDecimal`.
enum PlainNumber {
  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The significand and the digits after the point; `nil` for anything but a plain ASCII decimal that fits.
  @inline(__always)
  static func read(_ bytes: Span<UInt8>) -> (significand: Int64, places: Int8)? {
    guard bytes.count <= 8 else { return readLonger(bytes) }
    return readShort(bytes)
  }

  /// Up to eight bytes at once.
  @inline(__always)
  private static func readShort(_ bytes: Span<UInt8>) -> (significand: Int64, places: Int8)? {
    let count = bytes.count
    guard count > 0 else { return nil }
    // The digits as numbers with the last one on top; below the first one are zeros.
    let digits = (UInt64(littleEndian: bytes.text8) ^ zeros) << UInt64(truncatingIfNeeded: 64 &- count &* 8)
    let others = ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080
    if others == 0 { return (value(digits), 0) }
    let place = UInt64(truncatingIfNeeded: others.trailingZeroBitCount) & ~7
    // A sign, a letter, two points and the like are looked at one by one, and so is a point alone.
    guard others & (others &- 1) == 0, digits >> place & 0xFF == 0x1E, count > 1 else { return readLonger(bytes) }
    let before = digits & ((1 << place) &- 1)
    let after = digits & ~((1 << place) &- 1) & ~(0xFF << place)
    return (value(before << 8 | after), Int8(truncatingIfNeeded: (56 &- place) >> 3))
  }

  /// The number that eight digits make, the first one in the lowest byte.
  @inline(__always)
  private static func value(_ digits: UInt64) -> Int64 {
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int64(truncatingIfNeeded: (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
  }

  private static func readLonger(_ bytes: Span<UInt8>) -> (significand: Int64, places: Int8)? {
    // 17 digits and a point, or 18 digits, always fit in 64 bits; what is longer is looked at more carefully.
    guard bytes.count <= 18 else { return readLong(bytes) }
    var significand: Int64 = 0
    var digits: Int8 = 0
    var point: Int8 = -1
    var at = 0
    let isNegative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    if isNegative || (bytes.count > 0 && bytes[0] == UInt8(ascii: "+")) { at = 1 }
    while at < bytes.count {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit <= 9 {
        significand = significand &* 10 &+ Int64(digit)
        digits &+= 1
      } else if bytes[at] == UInt8(ascii: "."), point < 0 {
        point = digits
      } else {
        return nil
      }
      at &+= 1
    }
    guard digits > 0 else { return nil }
    return (isNegative ? 0 &- significand : significand, point < 0 ? 0 : digits &- point)
  }

  private static func readLong(_ bytes: Span<UInt8>) -> (significand: Int64, places: Int8)? {
    // Nothing longer than this fits, leading zeros aside; a megabyte of text is not looked at in vain.
    guard bytes.count <= 64 else { return nil }
    let copy = bytes.indices.map { bytes[$0] }
    guard let number = ExactDecimal(bytes: copy) else { return nil }
    return (number.significand, Int8(truncatingIfNeeded: number.places))
  }
}

extension Span<UInt8> {
  /// All bytes of a span of one to eight, in memory order from the lowest byte on a machine that puts that first.
  @inline(__always)
  fileprivate var text8: UInt64 {
    switch count {
    case 8: return word(at: 0)
    case 4...7:
      let first = UInt64(UInt32(truncatingIfNeeded: head))
      let last = head >> 32
      return first | last << UInt64(truncatingIfNeeded: (count &- 4) &* 8)
    default:
      var word: UInt64 = 0
      for index in indices { word |= UInt64(self[index]) << UInt64(truncatingIfNeeded: index &* 8) }
      return word
    }
  }
}
