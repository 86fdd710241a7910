// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Facilities in order of their value, against a target or the group's value, with the change beside them.
package struct RankingChart: Sendable {
  /// What is measured.
  package var metric: Metric
  /// The period.
  package var period: Period
  /// One change for each row: facilities or groups.
  package var changes: [Change]
  /// The change over all facilities, for the group's line; `nil` for none.
  package var total: Change?
  /// The value to reach, in the metric's unit; `nil` for none.
  package var target: ExactDecimal?
  /// The name of the row that is picked out; `nil` for none.
  package var highlight: String?
  /// What all facilities together are called: 全县.
  package var scope: String?
  /// The sentence at the top; `nil` for one made from the figures.
  package var title: String?
  /// Where the figures come from.
  package var sourceLine: String?
  /// More notes, each a whole sentence.
  package var notes: [String]

  package init(
    metric: Metric, period: Period, changes: [Change], total: Change? = nil, target: ExactDecimal? = nil,
    highlight: String? = nil, scope: String? = nil, title: String? = nil, sourceLine: String? = nil,
    notes: [String] = []
  ) {
    self.metric = metric
    self.period = period
    self.changes = changes
    self.total = total
    self.target = target
    self.highlight = highlight
    self.scope = scope
    self.title = title
    self.sourceLine = sourceLine
    self.notes = notes
  }

  /// What the group's line stands for.
  enum Group: Hashable {
    /// The value over all facilities: a ratio of sums.
    case total(ExactDecimal)
    /// The mean of the facilities' values: a total would be far beyond every bar.
    case mean(ExactDecimal)
  }

  /// The value of the group's line; `nil` where there is none or only one row has a value.
  var group: Group? {
    let values = changes.compactMap(\.current.value)
    guard values.count > 1 else { return nil }
    if metric.overFacilities == .sum {
      var sum = DecimalSum()
      for value in values { guard (try? sum.add(value)) != nil else { return nil } }
      let mean = try? sum.total.divided(by: ExactDecimal(Int64(values.count)), places: 6)
      return mean.map(Group.mean)
    }
    return total?.current.value.map(Group.total)
  }

  /// Whether a value reaches the target; `nil` where the metric has no good direction or there is no target.
  func reaches(_ value: ExactDecimal) -> Bool? {
    guard let target else { return nil }
    switch metric.better {
    case .higher: return value >= target
    case .lower: return value <= target
    case .neutral: return nil
    }
  }
}
