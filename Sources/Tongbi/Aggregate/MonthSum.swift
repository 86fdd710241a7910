// SPDX-License-Identifier: Apache-2.0

/// What the cells of neighbouring months of a series add up to, taken straight from their pages: the same as
/// ``FigureReader`` puts together from pieces, for the series that have nothing but plain months, as most have.
package struct MonthSum: Sendable {
  /// The most months that it can hold.
  static let limit: Int32 = 64

  /// Which months are added up; the first is bit 0 of ``months``.
  let run: MonthRun
  /// Those that have a value.
  private(set) var months: UInt64 = 0
  /// Whether any has a cell at all.
  private(set) var isTouched = false
  private var significand: Int64 = 0
  private var places: Int8 = 0
  private var lastDigit: Int8 = .min
  private var isMasked = false
  /// Why the earliest of the months without a value has none, and which that is.
  private var gap: (reason: Figure.Absence, month: Int32)?

  /// A sum of no months.
  init(_ run: MonthRun) { self.run = run }

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
    lastDigit = max(lastDigit, look.lastPlace)
    months |= (1 &<< UInt64(truncatingIfNeeded: count) &- 1) &<< UInt64(truncatingIfNeeded: month &- run.first)
    isTouched = true
    return true
  }

  /// Takes note of a month without a value.
  private mutating func leave(_ reason: Figure.Absence, _ month: Int32) -> Bool {
    isTouched = true
    guard reason != .missing else { return true }
    isMasked = isMasked || reason == .masked
    if gap.map({ month < $0.month }) ?? true { gap = (reason, month) }
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

  /// The sum of the months that have a value; `nil` where there is none or one is hidden.
  var value: ExactDecimal? {
    isMasked || months == 0 ? nil : ExactDecimal(significand: significand, places: Int(places))
  }

  /// Why there is no value; `nil` where there is one.
  var absence: Figure.Absence? { isMasked || months == 0 ? gap?.reason ?? .missing : nil }

  /// The power of ten of the last written digit of the least exact.
  var lastPlace: Int { Int(lastDigit) }

  /// The months that a value is made from.
  var monthSet: MonthSet { MonthSet(first: Int(run.first), months) }

  /// How many months a value is made from.
  package var monthCount: Int { isMasked ? 0 : months.nonzeroBitCount }

  /// The sum as a figure.
  var figure: Figure {
    guard let value else { return Figure(absence: absence ?? .missing) }
    return Figure(value: value, months: monthSet, lastPlace: lastPlace)
  }
}

/// The pages of many series, for adding up their months.
struct MonthPages {
  private let series: SeriesList
  private let pages: CellPages
  private let looks: [CellKind.Look]
  /// By group, the index of its first month; −1 for groups of anything but months.
  private let firstMonths: [Int32]

  init(_ ledger: Ledger) {
    let store = ledger.cube.store
    (series, pages, looks, firstMonths) = (store.series, store.pages, store.kinds.looks, ledger.firstMonths)
  }

  /// Has the first two pages of some series fetched from memory, those of all at once.
  func prefetch(_ keys: ArraySlice<Cube.SeriesKey>) {
    for key in keys where key.place >= 0 && series[Int(key.place)].firstPage >= 0 {
      pages.prefetch(series[Int(key.place)].firstPage)
    }
    for key in keys where key.place >= 0 && series[Int(key.place)].firstPage >= 0 {
      let second = pages.next(series[Int(key.place)].firstPage)
      if second >= 0 { pages.prefetch(second) }
    }
  }

  /// Adds up the months of a series over some runs of them; returns `false` where it has other cells, which need a closer
  /// look.
  ///
  /// - Parameters:
  ///   - index: Which series.
  ///   - sums: Empty sums, of ``MonthSum/limit`` months at most each.
  @inline(__always)
  func add(_ index: Int, to sums: inout MutableSpan<MonthSum>) -> Bool {
    var page = series[index].firstPage
    while page >= 0 {
      let first = firstMonths[Int(pages.group(page))]
      guard first >= 0 else { return false }
      for place in 0..<sums.count where !add(page, first, to: &sums[place]) { return false }
      page = pages.next(page)
    }
    return true
  }

  /// Adds the wanted months of a page, and returns whether all cells are plain.
  @inline(__always)
  private func add(_ page: Int32, _ first: Int32, to sum: inout MonthSum) -> Bool {
    let start = max(0, sum.run.first &- first)
    let end = min(Int32(CellPlaces.length), sum.run.first &+ sum.run.count &- first)
    guard start < end else { return true }
    // A year of figures alike, as most are, is added up in one go.
    if start == 0, end == CellPlaces.length, let (kind, significand) = pages.sum(page), kind != CellKinds.whole {
      let look = looks[Int(kind)]
      if !look.isLarge, look.absence == nil, look.isExact {
        return sum.add(look, significand, month: first, count: Int32(CellPlaces.length))
      }
    }
    return forEachPlainCell(page, start..<end) { slot, look, significand in
      sum.add(look, significand, month: first &+ slot)
    }
  }

  /// Calls a function with what plain cells of some slots show and their significands, until it returns `false`; returns
  /// whether it never did and there is no other cell among them.
  @inline(__always)
  private func forEachPlainCell(
    _ page: Int32, _ slots: Range<Int32>, _ body: (_ slot: Int32, _ look: CellKind.Look, _ significand: Int32) -> Bool
  ) -> Bool {
    var (known, look) = (CellKinds.none, CellKind.Look())
    return pages.forEachCell(page, slots) { slot, kind, significand in
      if kind == CellKinds.none { return true }
      if kind != known {
        guard kind != CellKinds.whole else { return false }
        (known, look) = (kind, looks[Int(kind)])
      }
      return body(slot, look, significand)
    }
  }
}
