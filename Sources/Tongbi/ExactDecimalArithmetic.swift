// SPDX-License-Identifier: Apache-2.0

extension ExactDecimal {
  /// The exact sum, with the larger number of places of the two.
  public static func + (left: Self, right: Self) throws(TongbiError) -> Self {
    let (first, second, places) = aligned(left, right)
    return try ExactDecimal(wide: first + second, places: places, operation: "\(left) + \(right)")
  }

  /// The exact difference, with the larger number of places of the two.
  public static func - (left: Self, right: Self) throws(TongbiError) -> Self {
    let (first, second, places) = aligned(left, right)
    return try ExactDecimal(wide: first - second, places: places, operation: "\(left) − \(right)")
  }

  /// The exact product; its places are those of both factors together.
  public static func * (left: Self, right: Self) throws(TongbiError) -> Self {
    let product = Int128(left.significand) * Int128(right.significand)
    return try ExactDecimal(wide: product, places: left.places + right.places, operation: "\(left) × \(right)")
  }

  /// The number with its sign turned.
  ///
  /// - Throws: ``TongbiError`` for the one number whose negative does not fit.
  public static prefix func - (number: Self) throws(TongbiError) -> Self { try .zero - number }

  /// The number without its sign.
  public var magnitude: ExactDecimal {
    significand == .min ? ExactDecimal(significand: .max, places: places) : isNegative ? negated : self
  }

  private var negated: ExactDecimal { ExactDecimal(significand: 0 &- significand, places: places) }

  /// The quotient rounded to a number of places, halves away from zero (四舍五入).
  ///
  /// - Parameters:
  ///   - divisor: What to divide by.
  ///   - places: The digits after the point of the result, 0 to 18.
  /// - Throws: ``TongbiError`` when the divisor is 0 or the result does not fit.
  public func divided(by divisor: Self, places: Int) throws(TongbiError) -> Self {
    guard !divisor.isZero else { throw TongbiError(ArithmeticProblem.divisionByZero(dividend: description)) }
    // self ÷ divisor = (s / 10^p) ÷ (d / 10^q) = s·10^(q + places − p) ÷ d, at `places` places.
    let shift = divisor.places + places - self.places
    if (0...18).contains(shift),
      case let (numerator, isTooLarge) = significand.multipliedReportingOverflow(by: Self.powers[shift]), !isTooLarge,
      numerator != .min
    {
      return ExactDecimal(significand: Self.rounded(numerator, over: divisor.significand), places: places)
    }
    func name() -> String { "\(self) ÷ \(divisor)" }
    var numerator = Int128(significand)
    var denominator = Int128(divisor.significand)
    do {
      if shift >= 0 {
        numerator = try Self.shifted(numerator, by: shift, name())
      } else {
        denominator = try Self.shifted(denominator, by: -shift, name())
      }
    }
    return try ExactDecimal(wide: Self.rounded(numerator, over: denominator), places: places, operation: name())
  }

  /// The number rounded to a number of places, halves away from zero (四舍五入); unchanged where it has no more.
  public func rounded(to places: Int) -> ExactDecimal {
    guard places < self.places else { return self }
    let wide = Self.rounded(Int128(significand), over: Int128(Self.powers[self.places - places]))
    return ExactDecimal(significand: Int64(wide), places: places)
  }

  /// The number times 10^`exponent`, keeping the digits that were written: 68.42 × 10^4 is 684200.
  public func scaled(byPowerOfTen exponent: Int) throws(TongbiError) -> Self {
    func name() -> String { "\(self) × 10^\(exponent)" }
    if exponent < 0 {
      return try ExactDecimal(wide: Int128(significand), places: places - exponent, operation: name())
    }
    let dropped = min(exponent, places)
    let wide = try Self.shifted(Int128(significand), by: exponent - dropped, name())
    return try ExactDecimal(wide: wide, places: places - dropped, operation: name())
  }

  private static func shifted(
    _ number: Int128, by places: Int, _ name: @autoclosure () -> String
  ) throws(TongbiError) -> Int128 {
    var number = number
    var places = places
    while places > 0 {
      let step = min(places, 18)
      let (product, overflow) = number.multipliedReportingOverflow(by: Int128(powers[step]))
      guard !overflow else { throw TongbiError(ArithmeticProblem.overflow(operation: name())) }
      number = product
      places -= step
    }
    return number
  }

  @inline(__always)
  private static func rounded<Number: FixedWidthInteger & SignedInteger>(
    _ numerator: Number, over denominator: Number
  ) -> Number {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard remainder.magnitude >= denominator.magnitude - remainder.magnitude else { return quotient }
    return (numerator < 0) == (denominator < 0) ? quotient + 1 : quotient - 1
  }
}

/// A sum that cannot depend on the order of its parts: 128 bits at 18 places would not do, so it keeps the largest
/// number of places seen and narrows once, at the end.
public struct DecimalSum: Hashable, Sendable {
  private var wide: Int128 = 0
  private var places = 0
  /// How many numbers were added.
  public private(set) var count = 0

  /// An empty sum.
  public init() {}

  /// Adds a number.
  ///
  /// - Throws: ``TongbiError`` when 128 bits do not hold the sum.
  public mutating func add(_ number: ExactDecimal) throws(TongbiError) {
    if number.places == places {
      wide = try checked(wide.addingReportingOverflow(Int128(number.significand)))
      count += 1
      return
    }
    while places < number.places { try extend() }
    let shifted = Int128(number.significand) * Int128(ExactDecimal.powers[places - number.places])
    wide = try checked(wide.addingReportingOverflow(shifted))
    count += 1
  }

  /// Adds another sum.
  ///
  /// - Throws: ``TongbiError`` when 128 bits do not hold the sum.
  mutating func add(_ other: DecimalSum) throws(TongbiError) {
    var other = other
    while places < other.places { try extend() }
    while other.places < places { try other.extend() }
    wide = try checked(wide.addingReportingOverflow(other.wide))
    count += other.count
  }

  private mutating func extend() throws(TongbiError) {
    wide = try checked(wide.multipliedReportingOverflow(by: 10))
    places += 1
  }

  /// The sum as a number.
  ///
  /// - Throws: ``TongbiError`` when it has more than 18 digits.
  public var total: ExactDecimal {
    get throws(TongbiError) { try ExactDecimal(wide: wide, places: places, operation: "Σ") }
  }

  private func checked(_ result: (partialValue: Int128, overflow: Bool)) throws(TongbiError) -> Int128 {
    guard !result.overflow else { throw TongbiError(ArithmeticProblem.overflow(operation: "Σ")) }
    return result.partialValue
  }
}
