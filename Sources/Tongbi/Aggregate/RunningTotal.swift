// SPDX-License-Identifier: Apache-2.0

/// Figures of many facilities that are added up one after the other, or from several cores, in any order.
struct RunningFigure: Sendable {
  private var sum = DecimalSum()
  private var isTooLarge = false
  private var months = MonthSet()
  /// How many facilities have a value.
  private(set) var facilities = 0
  private var only: Figure?
  private var absence: Figure.Absence?
  private var lastPlace: Int?

  /// Takes in the figure of one facility.
  mutating func add(_ figure: Figure) {
    guard let value = figure.value else {
      absence = absence ?? figure.absence
      return
    }
    if facilities == 0 { only = figure } else if only != nil { only = nil }
    add(value, figure.months, lastPlace: figure.lastPlace)
  }

  /// Takes in the sum of one facility's months.
  mutating func add(_ months: MonthSum) {
    guard let value = months.value else {
      absence = absence ?? months.absence
      return
    }
    if facilities == 0 { only = months.figure } else if only != nil { only = nil }
    add(value, months.monthSet, lastPlace: Int(months.lastPlace))
  }

  @inline(__always)
  private mutating func add(_ value: ExactDecimal, _ months: MonthSet, lastPlace place: Int) {
    facilities += 1
    if (try? sum.add(value)) == nil { isTooLarge = true }
    self.months.formUnion(months)
    lastPlace = max(lastPlace ?? place, place)
  }

  /// Takes in what another took in after this one.
  mutating func add(_ other: RunningFigure) {
    absence = absence ?? other.absence
    guard other.facilities > 0 else { return }
    only = facilities == 0 ? other.only : nil
    facilities += other.facilities
    isTooLarge = isTooLarge || other.isTooLarge
    if (try? sum.add(other.sum)) == nil { isTooLarge = true }
    months.formUnion(other.months)
    lastPlace = other.lastPlace.map { max(lastPlace ?? $0, $0) } ?? lastPlace
  }

  /// All of it as one figure of a metric that is added over facilities; one facility alone needs no adding.
  func total(isAdded: Bool) -> Figure {
    guard facilities > 0 else { return Figure(absence: absence ?? .missing) }
    if let only, let value = only.value {
      return Figure(value: value, months: months, status: only.status, lastPlace: only.lastPlace)
    }
    guard isAdded, !isTooLarge, let value = try? sum.total else {
      return Figure(absence: .notAdditive, months: months, facilities: facilities)
    }
    return Figure(value: value, months: months, facilities: facilities, lastPlace: lastPlace)
  }
}

/// Both sides of a total, of all facilities and of those with comparable figures on both.
package struct RunningTotal: Sendable {
  package init() {}

  /// Whether any facility has anything on either side.
  private(set) var isEmpty = true
  private(set) var current = RunningFigure()
  private(set) var base = RunningFigure()
  private(set) var matchedCurrent = RunningFigure()
  private(set) var matchedBase = RunningFigure()

  /// Takes in the two figures of one facility.
  mutating func add(_ change: CodedChange) {
    guard change.current.absence != .missing || change.base.absence != .missing else { return }
    isEmpty = false
    current.add(change.current)
    base.add(change.base)
    guard change.difference != nil else { return }
    matchedCurrent.add(change.current)
    matchedBase.add(change.base)
  }

  /// Takes in the two sums of one facility.
  mutating func add(_ change: MonthChange) {
    guard change.current.absence != .missing || change.base.absence != .missing else { return }
    isEmpty = false
    current.add(change.current)
    base.add(change.base)
    guard change.difference != nil else { return }
    matchedCurrent.add(change.current)
    matchedBase.add(change.base)
  }

  /// Takes in what another took in after this one.
  package mutating func add(_ other: RunningTotal) {
    isEmpty = isEmpty && other.isEmpty
    current.add(other.current)
    base.add(other.base)
    matchedCurrent.add(other.matchedCurrent)
    matchedBase.add(other.matchedBase)
  }
}
