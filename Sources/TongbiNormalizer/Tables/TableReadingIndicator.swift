// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension TableReading {
  /// Takes the unit of an indicator from its factor: × 100 is a percentage. An annualized one is recognized.
  mutating func takeIndicator(_ index: Int, _ columns: ChunkColumns, _ keys: inout RowKeys) {
    guard let indicator = layout.conventions.indicator else { return }
    func number(_ column: Int?) -> ExactDecimal? {
      guard let column, let numbers = columns.numbers[column],
        case .number(let number, _, _, _, _, _) = FigureCell.read(numbers, at: index, as: form(column))
      else { return nil }
      return number
    }
    let days = names.names.periods[Int(keys.period)]?.dayCount
    guard var factor = number(indicator.factor) ?? number(indicator.multiplier) else { return }
    if let multiplier = number(indicator.multiplier), let divisor = number(indicator.divisor), !divisor.isZero {
      if let days, divisor == ExactDecimal(Int64(days)), let base = Self.yearly(multiplier) {
        factor = base
        keys.annualDays = days
      } else if let base = try? multiplier.divided(by: divisor, places: 6) {
        factor = base.withoutTrailingZeros
      }
    } else if let days, let value = number(indicator.value), let above = number(indicator.numerator),
      let below = number(indicator.denominator),
      Self.isAnnualized(value, above, below, factor, days)
    {
      keys.annualDays = days
    }
    keys.unit = unit(ofFactor: factor)
    guard let days = keys.annualDays, !isAnnualizedTold else { return }
    isAnnualizedTold = true
    let period = names.names.periods[Int(keys.period)]?.description ?? ""
    findings.add(
      Finding(
        .note, TableProblem.annualized(period: period, days: days), at: source(keys.row, indicator.value + 1, "")))
  }

  /// The factor of a year's multiplier: 36500 is 100 times 365.
  private static func yearly(_ multiplier: ExactDecimal) -> ExactDecimal? {
    let plain = multiplier.withoutTrailingZeros
    guard plain.places == 0, plain.significand % 365 == 0, plain.significand > 0 else { return nil }
    return ExactDecimal(plain.significand / 365)
  }

  /// Whether a value is its quotient times 365 days over those of the period, and not the quotient itself.
  private static func isAnnualized(
    _ value: ExactDecimal, _ above: ExactDecimal, _ below: ExactDecimal, _ factor: ExactDecimal, _ days: Int
  ) -> Bool {
    guard !below.isZero, days > 0, !value.isZero else { return false }
    let plain = above.double / below.double * factor.double
    let step = ExactDecimal.powerOfTen(-value.places).double
    func fits(_ computed: Double) -> Bool { abs(computed - value.double) <= step * 0.51 + abs(computed) * 1e-9 }
    return !fits(plain) && fits(plain * 365 / Double(days))
  }

  private mutating func unit(ofFactor factor: ExactDecimal) -> Int32 {
    let plain = factor.withoutTrailingZeros
    let key = plain.places == 0 ? plain.significand : 0
    if let known = factorUnits[key] { return known }
    let unit: Unit =
      switch key {
      case 1: .none
      case 100: .percent
      case 1000: .permille
      case 100_000: .perHundredThousand
      default: Unit("/\(plain)")
      }
    writtenUnits.append(WrittenUnit(unit))
    factorUnits[key] = Int32(writtenUnits.count - 1)
    return Int32(writtenUnits.count - 1)
  }

  /// Scales the parts of an annualized ratio so that their quotient is the value: 1371 × 365 over 7827 × 90. Sums over
  /// facilities and periods stay right so, since the denominator stands for a year.
  func annualize(_ parts: inout ObservationChunk.RatioParts, _ days: Int) {
    guard let above = parts.numerator, let below = parts.denominator, let top = try? above * 365,
      let bottom = try? below * ExactDecimal(Int64(days))
    else {
      parts = ObservationChunk.RatioParts()
      return
    }
    parts.numerator = top
    parts.denominator = bottom
  }
}
