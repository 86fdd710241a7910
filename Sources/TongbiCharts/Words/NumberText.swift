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

  /// A percentage with its sign: +8.2%, −14.3%, 0.0%.
  package static func signedPercent(_ value: ExactDecimal) -> String {
    let places = value.magnitude >= 1000 ? 0 : 1
    return (value.isZero || value.isNegative ? "" : "+") + text(value, places: places) + "%"
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
    guard value.places < places else { return value.description }
    let point = value.places == 0 ? "." : ""
    return value.description + point + String(repeating: "0", count: places - value.places)
  }
}
