// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// An observation in the making, with the stretch of the line it was read from.
struct Draft {
  var metric: Metric?
  var label: String
  var facility: String?
  var period: Period?
  var quantity: Quantity?
  var unit: Unit
  var part: String?
  var text = ""
  var role = Observation.Role.observed
  var status = Observation.Status.reported
  var changes: [StatedChange] = []
  /// The stretch of folded text that it and its changes come from.
  var range: Range<Int>
  /// Where its period stands.
  var periodOrigin: Observation.PeriodOrigin?
  /// The lexemes that its value was read from.
  var figures: [Int] = []
  /// The lexemes that its changes were read from.
  var changeFigures: [Int] = []
  /// The lexemes of bounds that its value replaced.
  var bounds: [Int] = []
  /// The period of the value that it came from: 由2019年的98.3万增长到….
  var formerPeriod: Period?
  /// Whether it is the last figure of the sentence before, which this one may take up or take apart.
  var isEcho = false
  /// Whether a bare change after it may speak of it.
  var takesChanges = true

  /// Takes in more of the words it was read from.
  mutating func extend(to end: Int) {
    if end > range.upperBound { range = range.lowerBound..<end }
  }
}
