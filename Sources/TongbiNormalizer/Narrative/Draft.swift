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
  /// Whether it is the last figure of the sentence before, which this one may take up or take apart.
  var isEcho = false
  /// Whether a bare change after it may speak of it.
  var takesChanges = true

  /// Takes in more of the words it was read from.
  mutating func extend(to end: Int) {
    if end > range.upperBound { range = range.lowerBound..<end }
  }
}

/// What stands from the sentences before: who, when, what.
struct Topic {
  /// Who the text speaks of.
  var entity: Entity?
  /// The period named last as a topic.
  var period: FoundPeriod?
  /// The day that holdings were counted on, named before in the same passage: 2022年末.
  var instant: FoundPeriod?
  /// Where that period stands.
  var periodOrigin = Observation.PeriodOrigin.heading
  /// The period named last as a topic in any passage, for texts whose title and headings have none.
  var spokenPeriod: FoundPeriod?
  /// The period of the heading.
  var headingPeriod: FoundPeriod?
  /// The metric of the heading.
  var headingMetric: Metric?
  /// Whether the section speaks of aims.
  var isPlan = false
  /// Whether the section speaks of what is wanting before it comes to aims.
  var isMixed = false
  /// Whether the heading speaks of nothing but its metric.
  var isHeadingPlain = false
  /// Who the sentence before spoke of, in the same passage.
  var spoken: Entity?
  /// The last figure of a metric in the sentences before, in the same passage.
  var last: Draft?
}
