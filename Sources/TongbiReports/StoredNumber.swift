// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A number as a workbook stores it: a binary double written with up to 17 digits.
///
/// Excel shows and compares 15 digits, so that 0.1 + 0.2 is 0.3; the digits beyond are noise of binary arithmetic.
struct StoredNumber: Hashable {
  private static let limit: UInt64 = 1_000_000_000_000_000
  /// No double reaches further.
  private static let exponents = -400...400

  /// Whether there is a minus in front; never for 0.
  var isNegative: Bool
  /// The digits as a whole number, at most 15 of them, the last not 0.
  var significand: UInt64
  /// The power of ten it is multiplied by.
  var exponent: Int

  /// Reads `1204`, `-0.5`, `1.2E-3`; `nil` for anything else.
  static func read(_ bytes: Span<UInt8>) -> StoredNumber? {
    guard let raw = RawNumber.read(bytes), exponents.contains(raw.exponent) else { return nil }
    var number = StoredNumber(isNegative: raw.isNegative, significand: raw.significand, exponent: raw.exponent)
    var power: UInt64 = 1
    while number.significand / power >= limit { power *= 10 }
    if power > 1 {
      let rest = number.significand % power
      // Which side of the middle the double lies on does not show in its 17 digits.
      if rest * 2 == power, !raw.isCut, let exact = exact(bytes) { return exact }
      number.significand = number.significand / power + (rest * 2 >= power ? 1 : 0)
      while power > 1 {
        power /= 10
        number.exponent += 1
      }
    }
    while number.significand > 0, number.significand % 10 == 0 {
      number.significand /= 10
      number.exponent += 1
    }
    return number.significand == 0 ? StoredNumber(isNegative: false, significand: 0, exponent: 0) : number
  }

  /// The double with 15 digits, by the C library, which rounds the exact value.
  private static func exact(_ bytes: Span<UInt8>) -> StoredNumber? {
    guard let value = Double(bytes.text), value.isFinite else { return nil }
    var text = [CChar](repeating: 0, count: 40)
    let count = unsafe withVaList([value]) { unsafe vsnprintf(&text, text.count, "%.14e", $0) }
    guard count > 0, count < text.count else { return nil }
    let digits = text[..<Int(count)].map { UInt8(bitPattern: $0) }
    return read(digits.span)
  }

  /// Writes it as plain digits, never with an exponent.
  ///
  /// - Parameter shift: The power of ten it is multiplied by; 2 for a percentage.
  func write(to bytes: inout [UInt8], shift: Int = 0) {
    let zero = UInt8(ascii: "0")
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    var digits: UInt64 = 1
    var count = 1
    while significand / digits >= 10 {
      digits *= 10
      count += 1
    }
    let power = significand == 0 ? 0 : exponent + shift
    var before = count + power
    if before <= 0 {
      bytes.append(zero)
      bytes.append(UInt8(ascii: "."))
      for _ in before..<0 { bytes.append(zero) }
      before = -1
    }
    while digits > 0 {
      if before == 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(zero + UInt8(truncatingIfNeeded: significand / digits % 10))
      digits /= 10
      before -= 1
    }
    for _ in 0..<max(0, power) { bytes.append(zero) }
  }

  /// The nearest double.
  var double: Double {
    let magnitude =
      exponent < 0 ? Double(significand) / pow(10, Double(-exponent)) : Double(significand) * pow(10, Double(exponent))
    return isNegative ? -magnitude : magnitude
  }
}

/// The digits of a number as they stand in the file, up to 18 of them.
private struct RawNumber {
  var isNegative = false
  var significand: UInt64 = 0
  var exponent = 0
  /// Whether digits other than 0 were left out.
  var isCut = false

  @inline(__always)
  static func read(_ bytes: Span<UInt8>) -> RawNumber? {
    var number = RawNumber()
    var at = 0
    if bytes.count > 0, bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      number.isNegative = bytes[0] == UInt8(ascii: "-")
      at = 1
    }
    var hasPoint = false
    var hasDigits = false
    while at < bytes.count {
      let digit = bytes[at] &- UInt8(ascii: "0")
      if digit <= 9 {
        hasDigits = true
        number.take(digit, afterPoint: hasPoint)
      } else if bytes[at] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      at &+= 1
    }
    guard hasDigits else { return nil }
    if at < bytes.count {
      guard let power = power(bytes, at) else { return nil }
      number.exponent += power
    }
    return number
  }

  @inline(__always)
  private mutating func take(_ digit: UInt8, afterPoint: Bool) {
    if significand < 100_000_000_000_000_000 {
      significand = significand &* 10 &+ UInt64(digit)
      exponent &-= afterPoint ? 1 : 0
    } else {
      isCut = isCut || digit > 0
      exponent &+= afterPoint ? 0 : 1
    }
  }

  /// `E+20` from an offset to the end.
  private static func power(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var at = start + 1
    let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
    if at < bytes.count, isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    guard at < bytes.count, bytes.count - at <= 4 else { return nil }
    var power = 0
    while at < bytes.count {
      let digit = bytes[at] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      power = power * 10 + Int(digit)
      at += 1
    }
    return isNegative ? -power : power
  }
}
