// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Reads the plain decimal numbers of a column from their bytes, by the rules of `ExactDecimal`.
enum PlainNumber {
  /// The significand and the digits after the point; `nil` for anything but a plain ASCII decimal that fits.
  static func read(_ bytes: Span<UInt8>) -> (significand: Int64, places: Int8)? {
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
