// SPDX-License-Identifier: Apache-2.0

/// What a total needs of one facility's figure.
protocol FacilityFigure {
  /// The value; `nil` with ``absence`` saying why.
  var value: ExactDecimal? { get }
  /// Why there is no value.
  var absence: Figure.Absence? { get }
  /// The months that a value is made from.
  var monthSet: MonthSet { get }
  /// The power of ten of the last written digit.
  var lastPlace: Int { get }
  /// All of it.
  var figure: Figure { get }
}

extension Figure: FacilityFigure {
  var monthSet: MonthSet { months }
  var figure: Figure { self }
}

extension MonthSum: FacilityFigure {}

/// Figures of many facilities that are added up one after the other, or from several cores, in any order.
struct RunningFigure: Sendable {
  private var sum = DecimalSum()
  private var isTooLarge = false
  private var months = MonthSet()
  /// How many facilities have a value.
  private(set) var facilities = 0
  /// The first of them, which speaks for all where it is the only one.
  private var first: Figure?
  private var absence: Figure.Absence?
  private var lastPlace: Int?

  /// Takes in the figure of one facility.
  mutating func add(_ figure: some FacilityFigure) {
    guard let value = figure.value else {
      absence = absence ?? figure.absence
      return
    }
    if facilities == 0 { first = figure.figure }
    facilities += 1
    if (try? sum.add(value)) == nil { isTooLarge = true }
    months.formUnion(figure.monthSet)
    lastPlace = max(lastPlace ?? figure.lastPlace, figure.lastPlace)
  }

  /// Takes in what another took in after this one.
  mutating func add(_ other: RunningFigure) {
    absence = absence ?? other.absence
    guard other.facilities > 0 else { return }
    if facilities == 0 { first = other.first }
    facilities += other.facilities
    isTooLarge = isTooLarge || other.isTooLarge
    if (try? sum.add(other.sum)) == nil { isTooLarge = true }
    months.formUnion(other.months)
    lastPlace = other.lastPlace.map { max(lastPlace ?? $0, $0) } ?? lastPlace
  }

  /// All of it as one figure of a metric that is added over facilities; one facility alone needs no adding.
  func total(isAdded: Bool) -> Figure {
    guard facilities > 0 else { return Figure(absence: absence ?? .missing) }
    if facilities == 1, let first, let value = first.value {
      return Figure(value: value, months: months, status: first.status, lastPlace: first.lastPlace)
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
  mutating func add<One: FacilityFigure>(_ current: One, _ base: One, isComparable: Bool) {
    guard current.absence != .missing || base.absence != .missing else { return }
    isEmpty = false
    self.current.add(current)
    self.base.add(base)
    guard isComparable else { return }
    matchedCurrent.add(current)
    matchedBase.add(base)
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
