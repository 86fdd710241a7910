// SPDX-License-Identifier: Apache-2.0

/// A number with its unit, as a report states it: exact, rounded, or bounded.
public struct Quantity: Hashable, Sendable {
  /// What the words around a number say of it.
  public enum Bound: String, Hashable, Sendable, CaseIterable {
    /// As it stands.
    case exact
    /// 约, 左右.
    case about
    /// 以上, 不低于, 余.
    case atLeast = "at_least"
    /// 以内, 不超过.
    case atMost = "at_most"
    /// 超过, 突破.
    case moreThan = "more_than"
    /// 不足, 近.
    case lessThan = "less_than"
  }

  /// The number with its multiplier applied: 1.2万 is 12000.
  public var value: ExactDecimal
  /// What the number counts.
  public var unit: Unit
  /// What the words around it say of it.
  public var bound: Bound
  /// The power of ten of the last digit that was written: 68.42万 has 2 (a hundred), 26.8% has −1.
  public var lastPlace: Int

  /// Makes a quantity; `lastPlace` is that of the value's own decimals unless given.
  public init(_ value: ExactDecimal, _ unit: Unit, bound: Bound = .exact, lastPlace: Int? = nil) {
    self.value = value
    self.unit = unit
    self.bound = bound
    self.lastPlace = lastPlace ?? -value.places
  }

  /// Whether another figure can be the same number printed to other digits.
  ///
  /// Reports round and truncate alike, so one whole unit in the last written place is allowed on either side
  /// (16.596 is printed as 16.59 as well as 16.60); a bounded number agrees with all that its bound admits.
  public func agrees(with other: ExactDecimal) -> Bool {
    guard let difference = try? other - value else { return false }
    let tolerance = ExactDecimal.powerOfTen(lastPlace)
    switch bound {
    case .exact: return difference.magnitude < tolerance || difference.isZero
    case .about, .lessThan, .atLeast, .moreThan, .atMost:
      // 近50万, 约4100 and 30余 are within a tenth of what they stand for.
      guard let slack = try? value.magnitude.divided(by: 10, places: 6) else { return false }
      let low = bound == .atLeast || bound == .moreThan ? .zero : slack
      let high = bound == .lessThan || bound == .atMost ? .zero : slack
      guard let least = try? value - low, let most = try? value + high else { return false }
      return least <= other && other <= most
    }
  }
}

extension ExactDecimal {
  /// 10^`exponent` for exponents from −18 to 18, clamped to these.
  public static func powerOfTen(_ exponent: Int) -> ExactDecimal {
    exponent < 0
      ? ExactDecimal(significand: 1, places: min(-exponent, 18)) : ExactDecimal(powers[min(exponent, 18)])
  }
}
