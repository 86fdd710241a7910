// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// An observation in the making, with the stretch of the line it was read from.
///
/// A class, so that the rules that look at what was read before move a reference and not some dozen words.
final class Draft {
  var metric: Metric?
  var label: String
  var facility: String?
  var period: Period?
  var quantity: Quantity?
  var unit: Unit
  var part: String?
  var text = ""
  var role: Observation.Role
  var status = Observation.Status.reported
  /// The changes stated beside it; no rule changes them while another reads them, so that nothing need watch over it.
  @exclusivity(unchecked) var changes: [StatedChange] = []
  /// The stretch of folded text that it and its changes come from.
  var range: Range<Int>
  /// Where its period stands.
  var periodOrigin: Observation.PeriodOrigin?
  /// Whether the year that it is of is blotted out: 20XX年.
  var isYearMasked = false
  /// The metric that it is of unless the report tells the whole elsewhere: 助产机构分娩1,864例.
  var supposed: Metric?
  /// The lexeme that its value was read from.
  var figure: Int?
  /// The lexemes that its changes were read from.
  @exclusivity(unchecked) var changeFigures: [Int] = []
  /// The lexemes of bounds that its value replaced.
  var bounds: [Int] = []
  /// The period of the value that it came from: 由2019年的98.3万增长到….
  var formerPeriod: Period?
  /// Whether the value that it came from is told.
  var tellsFormer = false
  /// Whether it is the share that the figure before has of a whole.
  var isShare = false
  /// Whether it is the share that what is named beside it has of the figure before: 其中药品收入占27.4%.
  var isNamedShare = false
  /// Whether it is the last figure of the sentence before, which this one may take up or take apart.
  var isEcho = false
  /// Whether it tells what there is, though its paper is a plan: 现有村卫生室286所.
  var isOfNow = false
  /// Whether it is of a time that the words leave open: 三年来.
  var isOfOpenTime = false
  /// Whether it is what another figure came from: 由98.3万增长到….
  var isFormer = false
  /// Whether it was read among parts that 其中 took apart.
  var isOfParts = false
  /// Whether a bare change after it may speak of it.
  var takesChanges = true

  init(
    metric: Metric?, label: String, facility: String?, period: Period?, unit: Unit, role: Observation.Role,
    range: Range<Int>
  ) {
    self.metric = metric
    self.label = label
    self.facility = facility
    self.period = period
    self.unit = unit
    self.role = role
    self.range = range
  }

  /// Whether it is a share that no catalogue knows.
  var isPlainShare: Bool { isShare && metric == nil }

  /// Another draft of the same figure.
  var copy: Draft {
    let other = Draft(
      metric: metric, label: label, facility: facility, period: period, unit: unit, role: role, range: range)
    other.quantity = quantity
    other.part = part
    other.text = text
    other.status = status
    other.changes = changes
    other.periodOrigin = periodOrigin
    other.isYearMasked = isYearMasked
    other.supposed = supposed
    other.figure = figure
    other.changeFigures = changeFigures
    other.bounds = bounds
    other.formerPeriod = formerPeriod
    other.tellsFormer = tellsFormer
    other.isShare = isShare
    other.isNamedShare = isNamedShare
    other.isEcho = isEcho
    other.isFormer = isFormer
    other.takesChanges = takesChanges
    other.isOfParts = isOfParts
    return other
  }

  /// The same figure as the sentence after finds it: to be taken up or taken apart, and no figure of its own.
  var echo: Draft {
    let echo = copy
    echo.isEcho = true
    echo.takesChanges = false
    echo.range = 0..<0
    return echo
  }

  /// Takes in more of the words it was read from.
  func extend(to end: Int) {
    if end > range.upperBound { range = range.lowerBound..<end }
  }
}
