// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Numbers as they stand on a chart: rounded from the exact number, with a minus that is as wide as a digit.
package enum NumberText {
  /// A number at some places: −8.70, 0.0.
  ///
  /// A number that is not zero never prints as zero: it gets as many more places as it needs, up to two digits.
  package static func text(_ value: ExactDecimal, places: Int) -> String {
    var places = places
    var rounded = value.rounded(to: places)
    while rounded.isZero, !value.isZero, places < value.places {
      places += 1
      rounded = value.rounded(to: places)
    }
    let digits = padded(rounded.magnitude, to: places)
    return (rounded.isNegative ? "\u{2212}" : "") + digits
  }

  /// A difference at some places, with its sign: +6.2, −0.6; 0.0 without one where it rounds to nothing.
  package static func signed(_ value: ExactDecimal, places: Int) -> String {
    let rounded = value.rounded(to: places)
    let sign = rounded.isZero ? "" : rounded.isNegative ? "\u{2212}" : "+"
    return sign + padded(rounded.magnitude, to: places)
  }

  /// A percentage with its sign: +8.2%, −14.3%, 0.0%.
  package static func signedPercent(_ value: ExactDecimal) -> String {
    signed(value, places: value.magnitude >= 1000 ? 0 : 1) + "%"
  }

  /// A percentage without sign, for words that say the direction: 8.2%.
  package static func percent(_ value: ExactDecimal) -> String {
    text(value.magnitude, places: value.magnitude >= 1000 ? 0 : 1) + "%"
  }

  /// A number without needless digits, for ticks and targets: 50, 12.5.
  package static func short(_ value: ExactDecimal) -> String {
    let plain = value.withoutTrailingZeros
    return text(plain, places: plain.places)
  }

  private static func padded(_ value: ExactDecimal, to places: Int) -> String {
    let digits = grouped(value)
    guard value.places < places else { return digits }
    let point = value.places == 0 ? "." : ""
    return digits + point + String(repeating: "0", count: places - value.places)
  }

  /// The digits of a number with a comma before each three of them, from five digits on: 41,863 but 9862.
  private static func grouped(_ value: ExactDecimal) -> String {
    let parts = value.description.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, whole.count > 4 else { return value.description }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped + (parts.count > 1 ? "." + parts[1] : "")
  }
}
