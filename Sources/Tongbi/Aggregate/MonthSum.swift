// SPDX-License-Identifier: Apache-2.0

/// What the cells of neighbouring months of a series add up to, taken straight from their pages: the same as
/// ``FigureReader`` puts together from pieces, for the series that have nothing but plain months, as most have.
struct MonthSum {
  /// The most months that it can hold.
  static let limit: Int32 = 64

  /// The index of the month that is bit 0 of `months`.
  private let first: Int32
  private var months: UInt64 = 0
  private var significand: Int64 = 0
  private var places: Int8 = 0
  private var lastPlace: Int8 = .min
  private var isMasked = false
  /// Why the earliest of the months without a value has none, and which that is.
  private var absence: (reason: Figure.Absence, month: Int32)?

  /// A sum of no months.
  init(first: Int32) { self.first = first }

  /// Takes in a cell, and returns whether it could.
  @inline(__always)
  mutating func add(_ look: CellKind.Look, _ significand: Int32, month: Int32) -> Bool {
    if look.isLarge { return false }
    if look.absence != nil || !look.isExact { return leave(look.absence ?? .bounded, month) }
    return add(look, Int64(significand), month: month, count: 1)
  }

  /// Takes in the sum of some cells with a value, and returns whether it could.
  @inline(__always)
  mutating func add(_ look: CellKind.Look, _ significand: Int64, month: Int32, count: Int32) -> Bool {
    var number = significand
    if look.places != places, !align(&number, look.places) { return false }
    let (sum, isTooLarge) = self.significand.addingReportingOverflow(number)
    if isTooLarge { return false }
    self.significand = sum
    lastPlace = max(lastPlace, look.lastPlace)
    months |= (1 &<< UInt64(truncatingIfNeeded: count) &- 1) &<< UInt64(truncatingIfNeeded: month &- first)
    return true
  }

  /// Takes note of a month without a value.
  private mutating func leave(_ reason: Figure.Absence, _ month: Int32) -> Bool {
    guard reason != .missing else { return true }
    isMasked = isMasked || reason == .masked
    if absence.map({ month < $0.month }) ?? true { absence = (reason, month) }
    return true
  }

  /// Gives the sum and a number the same places; returns whether that is possible.
  private mutating func align(_ number: inout Int64, _ numberPlaces: Int8) -> Bool {
    let missing = Int(numberPlaces &- places)
    let power = ExactDecimal.powers[abs(missing)]
    let (product, isTooLarge) = (missing > 0 ? significand : number).multipliedReportingOverflow(by: power)
    if missing > 0 { (significand, places) = (product, numberPlaces) } else { number = product }
    return !isTooLarge
  }

  /// The sum as a figure: hidden where a month is, else of the months that have a value.
  var figure: Figure {
    guard !isMasked, months != 0 else { return Figure(absence: absence?.reason ?? .missing) }
    return Figure(
      value: ExactDecimal(significand: significand, places: Int(places)), months: MonthSet(first: Int(first), months),
      lastPlace: Int(lastPlace))
  }
}

extension CellStore {
  /// Adds up the months of a series; `nil` where it has other cells, which need a closer look.
  ///
  /// - Parameters:
  ///   - months: Which, ``MonthSum/limit`` at most.
  ///   - firstMonths: By group, the index of its first month; −1 for groups of anything but months.
  @inline(__always)
  func sum(of index: Int, _ months: MonthRun, firstMonths: [Int32]) -> MonthSum? {
    var sum = MonthSum(first: months.first)
    var isPlain = true
    forEachPage(of: index) { page, group in
      let first = firstMonths[Int(group)]
      isPlain = isPlain && first >= 0 && add(page, months, first, to: &sum)
    }
    return isPlain ? sum : nil
  }

  /// Adds the wanted months of a page, and returns whether all cells are plain.
  @inline(__always)
  private func add(_ page: Int32, _ months: MonthRun, _ first: Int32, to sum: inout MonthSum) -> Bool {
    let start = max(0, months.first &- first)
    let end = min(Int32(CellPlaces.length), months.first &+ months.count &- first)
    guard start < end else { return true }
    // A year of figures alike, as most are, is added up in one go.
    if start == 0, end == CellPlaces.length, let (kind, significand) = pages.sum(page), kind != CellKinds.whole {
      let look = kinds.looks[Int(kind)]
      if !look.isLarge, look.absence == nil, look.isExact {
        return sum.add(look, significand, month: first, count: Int32(CellPlaces.length))
      }
    }
    return forEachPlainCell(page, start..<end) { slot, look, significand in
      sum.add(look, significand, month: first &+ slot)
    }
  }
}
