// SPDX-License-Identifier: Apache-2.0

/// What a number counts, without multiplier: 人次, 元, %, ‰, /10万.
public struct Unit: Hashable, Sendable {
  /// The unit as it is printed.
  public var symbol: String

  /// Makes a unit from its printed form.
  public init(_ symbol: String) { self.symbol = symbol }

  /// Per cent.
  public static let percent = Unit("%")
  /// Per thousand.
  public static let permille = Unit("‰")
  /// Per hundred thousand.
  public static let perHundredThousand = Unit("/10万")
  /// Yuan; 万元 and 亿元 are yuan with a multiplier.
  public static let yuan = Unit("元")
  /// A pure number.
  public static let none = Unit("")

  /// Whether both are printed with the same bytes; no other spelling of a letter is looked for.
  public static func == (left: Self, right: Self) -> Bool {
    let (first, second) = (left.symbol.utf8, right.symbol.utf8)
    return first.count == second.count && first.elementsEqual(second)
  }

  /// The factor of a ratio printed in this unit (100 for %, 1000 for ‰, 100000 for /10万); `nil` for other units.
  public var ratioFactor: Int64? {
    // Most units are counts, which the first byte tells apart.
    switch symbol.utf8.first {
    case UInt8(ascii: "%"): symbol.utf8.count == 1 ? 100 : nil
    case 0xE2: self == .permille ? 1000 : nil
    case UInt8(ascii: "/"): self == .perHundredThousand ? 100_000 : nil
    default: nil
    }
  }

  /// The unit of a difference of two values: 个百分点 for %, 个千分点 for ‰, else the unit itself.
  public func ofDifference(in language: Language) -> String {
    switch self {
    case .percent: language.pick("个百分点", "pp")
    case .permille: language.pick("个千分点", "per-mille points")
    default: symbol
    }
  }
}
