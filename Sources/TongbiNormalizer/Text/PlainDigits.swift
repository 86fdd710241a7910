// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A text that is nothing but digits, with at most one point among them, as nearly all figures are written.
///
/// Such a text says the same to every rule for numbers, so that none of them has to be tried.
struct PlainDigits {
  /// The number, with as many decimals as are written.
  let value: ExactDecimal
  /// How many digits stand before the point.
  let wholeDigits: Int
  /// What the first four digits say, as a year would.
  let leadingFour: Int

  /// Takes in a text of up to 15 digits; `nil` for any other.
  init?(_ text: String) {
    var significand: Int64 = 0
    var digits = 0
    var leadingFour = 0
    var whole: Int?
    for byte in text.utf8 {
      if byte == UInt8(ascii: "."), whole == nil, digits > 0 {
        whole = digits
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 15 else { return nil }
      significand = significand * 10 + Int64(byte - UInt8(ascii: "0"))
      digits += 1
      if digits == 4 { leadingFour = Int(significand) }
    }
    guard digits > 0, whole != digits else { return nil }
    value = ExactDecimal(significand: significand, places: digits - (whole ?? digits))
    wholeDigits = whole ?? digits
    self.leadingFour = leadingFour
  }

  /// Whether it can be a year, a month or a day as well: 2023, 202306, 20230601, 2023.06.
  var mayBePeriod: Bool { [4, 6, 8].contains(wholeDigits) && (1900...2101).contains(leadingFour) }
}
