// SPDX-License-Identifier: Apache-2.0

/// An exact decimal number: an integer significand and a count of decimal places.
///
/// 8.70 and 8.7 are equal but keep their own places, so that a number prints as it was written and
/// the interval it stands for is known. A result that does not fit in 18 digits is an error, never rounded.
public struct ExactDecimal: Sendable {
  /// The number without its point: 870 for 8.70.
  public let significand: Int64
  /// The digits after the point: 2 for 8.70; 0 to 18.
  public let places: Int

  /// The number 0.
  public static let zero = ExactDecimal(0)

  /// A whole number.
  public init(_ integer: Int64) {
    significand = integer
    places = 0
  }

  /// The number `significand` ÷ 10^`places`.
  ///
  /// - Precondition: `places` is 0 to 18.
  @inlinable
  public init(significand: Int64, places: Int) {
    precondition((0...18).contains(places), "an exact decimal has 0 to 18 places")
    self.significand = significand
    self.places = places
  }

  /// Narrows an intermediate result, dropping trailing zero places only where it would not fit otherwise.
  init(wide: Int128, places: Int, operation: @autoclosure () -> String) throws(TongbiError) {
    var wide = wide
    var places = places
    while places > 0, Int64(exactly: wide) == nil || places > 18, wide % 10 == 0 {
      wide /= 10
      places -= 1
    }
    guard places <= 18, let narrow = Int64(exactly: wide) else {
      throw TongbiError(ArithmeticProblem.overflow(operation: operation()))
    }
    significand = narrow
    self.places = places
  }

  /// Whether it is 0.
  public var isZero: Bool { significand == 0 }

  /// Whether it is below 0.
  public var isNegative: Bool { significand < 0 }

  /// The nearest `Double`, for geometry and statistics only.
  public var double: Double { Double(significand) / Self.doublePowers[places] }

  /// 10^n for n in 0...18.
  static let powers: [Int64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
  ]
  private static let doublePowers: [Double] = powers.map(Double.init)
}

extension ExactDecimal: Comparable {
  /// Compares by value: 8.70 equals 8.7.
  public static func == (left: Self, right: Self) -> Bool {
    if left.places == right.places { return left.significand == right.significand }
    let (left, right, _) = aligned(left, right)
    return left == right
  }

  /// Compares by value.
  public static func < (left: Self, right: Self) -> Bool {
    if left.places == right.places { return left.significand < right.significand }
    let (left, right, _) = aligned(left, right)
    return left < right
  }

  /// Both significands at the larger number of places; 128 bits hold any 18 digits shifted by 18 places.
  static func aligned(_ left: Self, _ right: Self) -> (Int128, Int128, places: Int) {
    let places = max(left.places, right.places)
    return (
      Int128(left.significand) * Int128(powers[places - left.places]),
      Int128(right.significand) * Int128(powers[places - right.places]), places
    )
  }
}

extension ExactDecimal: Hashable {
  /// Equal values hash alike whatever their places.
  public func hash(into hasher: inout Hasher) {
    let plain = withoutTrailingZeros
    hasher.combine(plain.significand)
    hasher.combine(plain.places)
  }

  /// The same value with no zero at the end of its decimals.
  public var withoutTrailingZeros: ExactDecimal {
    var significand = significand
    var places = places
    while places > 0, significand % 10 == 0 {
      significand /= 10
      places -= 1
    }
    return ExactDecimal(significand: significand, places: places)
  }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  /// A whole number from a literal.
  public init(integerLiteral value: Int64) { self.init(value) }
}
