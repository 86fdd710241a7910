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
    var isFirst = true
    for byte in bytes {
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
        guard isFirst else { return nil }
        isNegative = byte == UInt8(ascii: "-")
      default:
        return nil
      }
      isFirst = false
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
    let place = bytes.count
    bytes += repeatElement(0, count: Self.mostDigits)
    var span = bytes.mutableSpan
    let end = write(to: &span, at: place)
    bytes.removeLast(bytes.count - end)
  }

  /// How many characters ``description`` has at most: 19 digits, a point and a sign.
  @inlinable package static var mostDigits: Int { 24 }

  /// Writes ``description`` as ASCII into bytes, ``mostDigits`` of which lie behind a place, and returns where it ends.
  package func write(to bytes: inout MutableSpan<UInt8>, at place: Int) -> Int {
    var place = place
    if isNegative {
      bytes[place] = UInt8(ascii: "-")
      place &+= 1
    }
    guard places > 0 else { return Self.write(significand.magnitude, to: &bytes, at: place, digits: nil) }
    let (whole, part) = significand.magnitude.parted(atPlace: places)
    place = Self.write(whole, to: &bytes, at: place, digits: nil)
    bytes[place] = UInt8(ascii: ".")
    return Self.write(part, to: &bytes, at: place &+ 1, digits: places)
  }

  /// Writes a number with so many digits, or with those that it has, and returns where it ends.
  @inline(__always)
  private static func write(_ number: UInt64, to bytes: inout MutableSpan<UInt8>, at place: Int, digits: Int?) -> Int {
    let end = place &+ (digits ?? digitCount(number))
    var (rest, last) = (number, end)
    while last &- place >= 2 {
      let pair = rest % 100
      rest /= 100
      // The tens of a number below 100 without a division.
      let tens = (pair &* 103) &>> 10
      bytes[last &- 1] = UInt8(truncatingIfNeeded: 0x30 &+ pair &- tens &* 10)
      bytes[last &- 2] = UInt8(truncatingIfNeeded: 0x30 &+ tens)
      last &-= 2
    }
    if last > place { bytes[place] = UInt8(truncatingIfNeeded: 0x30 &+ rest) }
    return end
  }

  /// How many digits a number has; one at least.
  @inline(__always)
  private static func digitCount(_ number: UInt64) -> Int {
    // log10 2 is a little more than 1,233 ÷ 4,096.
    let number = number | 1
    let digits = ((64 &- number.leadingZeroBitCount) &* 1233) &>> 12
    return digits > 18 || number < powers[digits].magnitude ? digits : digits &+ 1
  }
}

extension UInt64 {
  /// What stands before the last places and what stands in them; most figures have one or two, for which nothing need be
  /// divided by a number that is known only now.
  @inline(__always)
  fileprivate func parted(atPlace places: Int) -> (whole: UInt64, part: UInt64) {
    switch places {
    case 1: (self / 10, self % 10)
    case 2: (self / 100, self % 100)
    default: (self / ExactDecimal.powers[places].magnitude, self % ExactDecimal.powers[places].magnitude)
    }
  }
}
