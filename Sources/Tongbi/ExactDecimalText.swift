// SPDX-License-Identifier: Apache-2.0

extension ExactDecimal: CustomStringConvertible {
  /// Reads a plain decimal number: an optional sign, ASCII digits, at most one point. `nil` for anything else.
  ///
  /// Thousands separators, 万, full-width digits and percent signs belong to the readers, not here.
  public init?(_ text: some StringProtocol) {
    self.init(bytes: text.utf8)
  }

  /// Reads a plain decimal number from its bytes; see ``init(_:)``.
  public init?(bytes: some Sequence<UInt8>) {
    var significand: Int64 = 0
    var places = 0
    var digits = 0
    var isNegative = false
    var isAfterPoint = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (shifted, overflow) = significand.multipliedReportingOverflow(by: 10)
        let (sum, carry) = shifted.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !overflow, !carry else { return nil }
        significand = sum
        digits += 1
        if isAfterPoint { places += 1 }
      case UInt8(ascii: "."):
        guard !isAfterPoint else { return nil }
        isAfterPoint = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard index == 0 else { return nil }
        isNegative = byte == UInt8(ascii: "-")
      default:
        return nil
      }
    }
    guard digits > 0, places <= 18 else { return nil }
    self.init(significand: isNegative ? -significand : significand, places: places)
  }

  /// The number with its places and an ASCII minus: −8.70 is "-8.70". Reading it gives the number back.
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends ``description`` as ASCII.
  package func write(to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.mostDigits) { digits in
      let start = unsafe writeBackwards(to: digits)
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Appends ``description`` as ASCII with a byte behind it, such as a comma.
  package func write(to bytes: inout [UInt8], before byte: UInt8) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.mostDigits + 1) { digits in
      unsafe digits[Self.mostDigits] = byte
      let start = unsafe writeBackwards(to: UnsafeMutableBufferPointer(rebasing: digits[..<Self.mostDigits]))
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// How many characters ``description`` has at most: 19 digits, a point and a sign.
  package static let mostDigits = 24

  /// Writes ``description`` as ASCII to the end of a buffer of at least ``mostDigits``, and returns where it starts.
  @inline(__always)
  package func writeBackwards(to digits: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var rest = significand.magnitude
    var start = digits.count
    var written = 0
    // Digits come last first, and at least one stands before the point.
    while rest > 0 || written <= places {
      if written == places, places > 0 {
        start &-= 1
        unsafe digits[start] = UInt8(ascii: ".")
      }
      start &-= 1
      unsafe digits[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      written &+= 1
    }
    if isNegative {
      start &-= 1
      unsafe digits[start] = UInt8(ascii: "-")
    }
    return start
  }
}
