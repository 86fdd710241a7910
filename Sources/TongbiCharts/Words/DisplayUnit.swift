// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// The unit that a whole chart is printed in, chosen once by its largest value: 万人次, 亿元, thousand visits.
package struct DisplayUnit: Hashable, Sendable {
  /// The language of the words.
  package let language: Language
  /// The metric's own unit.
  package let unit: Unit
  /// The power of ten that values are divided by: 4 for 万.
  package let exponent: Int
  /// The digits after the point.
  package var places: Int

  /// Chooses the unit for some values of one metric, in the metric's unit.
  ///
  /// Values below ten thousand stay plain; three digits are printed, four where the smallest value would else lose too
  /// much, and never more than the values have or `limit` allows.
  package init(for values: [ExactDecimal], unit: Unit, language: Language, atMost limit: Int = 18) {
    self.language = language
    self.unit = unit
    let sizes = values.map(\.magnitude)
    let largest = sizes.max() ?? .zero
    let least = sizes.filter { !$0.isZero }.min() ?? largest
    exponent =
      unit.ratioFactor == nil ? Self.exponent(for: largest, least: least, unit: unit, language: language) : 0
    let power = ExactDecimal.powerOfTen(exponent)
    let top = (try? largest.divided(by: power, places: 6)) ?? largest
    let bottom = (try? least.divided(by: power, places: 9)) ?? least
    let digits = [10, 100, 1000].filter { top >= ExactDecimal($0) }.count + 1
    var places = max(0, 3 - digits)
    if places < 2, digits + places < 4, bottom < ExactDecimal.powerOfTen(1 - places) { places += 1 }
    let written = (sizes.map(\.withoutTrailingZeros.places).max() ?? 0) + exponent
    let ratioFloor = unit.ratioFactor == nil ? 0 : 1
    self.places = min(max(places, ratioFloor), written, limit)
  }

  /// The power of ten for the largest value; a smaller one where the least value would else keep one digit only and the
  /// largest still has no more than five.
  private static func exponent(
    for largest: ExactDecimal, least: ExactDecimal, unit: Unit, language: Language
  ) -> Int {
    let own = unit.symbol.hasPrefix("万") ? 4 : 0
    let steps = (language == .chinese ? [8, 4, 0] : [9, 6, 3, 0]).filter { $0 >= own }
    // Thousands begin at ten thousand, so that four digits stay as they are.
    let fitting = steps.map { $0 - own }.filter { step in
      step == 0 || largest >= .powerOfTen(step == 3 ? 4 : step)
    }
    guard let first = fitting.first else { return 0 }
    guard fitting.count > 1, least < .powerOfTen(first - 1), largest < .powerOfTen(fitting[1] + 5) else { return first }
    return fitting[1]
  }

  /// The unit as it stands in the subtitle: 万人次, %, thousand visits; empty for a pure number without multiplier.
  package var name: String {
    let words = UnitWords.name(of: unit, in: language)
    switch (language, exponent) {
    case (.chinese, 0): return words
    case (.chinese, let exponent):
      let own = unit.symbol.hasPrefix("万")
      let multiplier = exponent + (own ? 4 : 0) == 8 ? "亿" : "万"
      return multiplier + (own ? String(words.dropFirst()) : words)
    case (.english, let exponent):
      let multiplier = [3: "thousand", 6: "million", 9: "billion"][exponent] ?? Self.tens(exponent)
      return [multiplier, words].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private static func tens(_ exponent: Int) -> String {
    exponent == 0 ? "" : exponent == 2 ? "million" : exponent == 5 ? "billion" : "×10^\(exponent)"
  }

  /// A value as it is printed, rounded from the exact number: 82.1, −0.6, 0.
  ///
  /// A value that is not zero never prints as zero: it gets as many more places as it needs.
  package func text(_ value: ExactDecimal) -> String {
    value.isZero ? "0" : NumberText.text(scaled(value), places: places)
  }

  /// A difference as it is printed, with its sign: +6.2, −0.6; 0.0 without one where it is less than the last place.
  package func signed(_ value: ExactDecimal) -> String {
    NumberText.signed(scaled(value), places: value.isZero ? 0 : places)
  }

  /// A value with its unit, for sentences: 86.5万人次, 26.8%, 4.2 thousand visits.
  package func phrase(_ value: ExactDecimal) -> String {
    let spacer = language == .english && !name.isEmpty && name != "%" ? " " : ""
    return text(value) + spacer + name
  }

  private func scaled(_ value: ExactDecimal) -> ExactDecimal {
    guard exponent > 0 else { return value }
    return (try? value.scaled(byPowerOfTen: -exponent))
      ?? (try? value.divided(by: .powerOfTen(exponent), places: 6)) ?? value
  }
}
