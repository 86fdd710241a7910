// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Facilities on horizontal bars, the current period over its base, with the change beside it (同比).
package struct YearOverYearChart: Sendable {
  /// In which order the rows stand.
  package enum Order: Hashable, Sendable {
    /// The largest current value first.
    case byValue
    /// As given.
    case given
  }

  /// What is measured.
  package var metric: Metric
  /// The current period.
  package var period: Period
  /// The base period.
  package var basePeriod: Period
  /// One change for each row: facilities or groups.
  package var changes: [Change]
  /// The change over all facilities; `nil` for none.
  package var total: Change?
  /// The change over the facilities that reported in both periods (可比口径); `nil` for none.
  package var matched: Change?
  /// What all facilities together are called: 全县; `nil` for their number.
  package var scope: String?
  /// The sentence at the top; `nil` for one made from the figures.
  package var title: String?
  /// Where the figures come from.
  package var sourceLine: String?
  /// More notes, each a whole sentence.
  package var notes: [String]
  /// In which order the rows stand.
  package var order: Order

  package init(
    metric: Metric, period: Period, basePeriod: Period, changes: [Change], total: Change? = nil,
    matched: Change? = nil, scope: String? = nil, title: String? = nil, sourceLine: String? = nil,
    notes: [String] = [], order: Order = .byValue
  ) {
    self.metric = metric
    self.period = period
    self.basePeriod = basePeriod
    self.changes = changes
    self.total = total
    self.matched = matched
    self.scope = scope
    self.title = title
    self.sourceLine = sourceLine
    self.notes = notes
    self.order = order
  }

  /// Whether the total is made from the same facilities in both periods, so that its change is that of the figures.
  var hasEqualScope: Bool {
    guard let total else { return false }
    let (now, before) = (total.current.facilities, total.base.facilities)
    guard let matched else { return now == before }
    return now == matched.current.facilities && before == matched.base.facilities
  }

  /// The rows from top to bottom; those without a current value at the end.
  var rows: [Change] { order == .given ? changes : changes.sortedByValue }
}

extension [Change] {
  /// The largest current value first, then by base, then by name; those without a current value at the end.
  var sortedByValue: [Change] {
    enumerated().sorted { left, right in
      switch (left.element.current.value, right.element.current.value) {
      case (let first?, let second?) where first != second: return first > second
      case (_?, nil): return true
      case (nil, _?): return false
      default: break
      }
      switch (left.element.base.value, right.element.base.value) {
      case (let first?, let second?) where first != second: return first > second
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left.offset < right.offset
      }
    }
    .map(\.element)
  }
}

extension Change {
  /// The name of the row.
  var rowName: String {
    switch subject {
    case .facility(let name), .group(let name), .matchedGroup(let name): name
    case .all: "全部"
    case .matched: "可比"
    }
  }

  /// How strongly it moved, in the style of its metric; `nil` where it cannot be said.
  var strength: ExactDecimal? { metric.changeStyle == .percent ? percent : difference }
}
