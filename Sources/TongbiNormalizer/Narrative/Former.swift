// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The value after 由 or 从, which waits for the value it became.
final class Former {
  let value: ScannedNumber
  let unit: String
  let period: Period?
  /// Where it stands in the folded text.
  let range: Range<Int>
  /// Its lexeme.
  let place: Int

  init(_ value: ScannedNumber, _ unit: String, _ period: Period?, _ range: Range<Int>, _ place: Int) {
    self.value = value
    self.unit = unit
    self.period = period
    self.range = range
    self.place = place
  }
}
