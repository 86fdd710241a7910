// SPDX-License-Identifier: Apache-2.0

/// All cells, by facility, metric, period and part, in little memory: six to fourteen bytes a cell of a full page.
///
/// A series is one metric at one facility. Its cells lie in pages of twelve neighbouring periods, linked in the order in
/// which they were first written. A cell is plain, its value beside the number of its ``CellKind``, or kept whole.
struct CellStore: Sendable {
  /// One metric at one facility.
  struct Series: Sendable {
    var facility: Int32
    var metric: Int32
    var firstPage: Int32 = -1
    var lastPage: Int32 = -1
    /// The groups of both pages, which spares a look at them.
    var firstGroup: Int32 = -1
    var lastGroup: Int32 = -1
  }

  /// Where a cell stands in the store.
  struct Reference: Hashable, Sendable {
    var page: Int32
    var slot: Int32
  }

  /// The series, in the order in which they were first written.
  private(set) var series = SeriesList()
  /// Which periods stand where.
  private(set) var places = CellPlaces()
  var kinds = CellKinds()
  var pages = CellPages()
  private var pageCount: Int32 = 0
  /// The significands that need more than 32 bits.
  var large: [Int64] = []
  /// The cells that are kept whole.
  var whole: [Cell] = []
  private var slots = [Int32](repeating: -1, count: 64)
  /// Whether any cell says only a bound.
  var hasBounds = false

  /// Makes sure that writing changes no other copy.
  mutating func own() {
    if !isKnownUniquelyReferenced(&pages) { pages = pages.copy() }
  }

  /// The place of a period under its plainest name, a new one where it was not met before.
  mutating func place(of period: Period, part: Int32) -> CellPlace { places.place(of: period, part: part) }
}

extension CellStore {
  // MARK: Series

  /// The series of a facility and metric.
  func find(_ key: Cube.SeriesKey) -> Int? {
    var slot = Self.hash(key.facility, key.metric) & (slots.count &- 1)
    while slots[slot] >= 0 {
      let known = series[Int(slots[slot])]
      if known.facility == key.facility, known.metric == key.metric { return Int(slots[slot]) }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// The series of a facility and metric, a new one where there is none.
  @inline(__always)
  mutating func series(facility: Int32, metric: Int32) -> Int32 {
    var slot = Self.hash(facility, metric) & (slots.count &- 1)
    while slots[slot] >= 0 {
      let known = series[Int(slots[slot])]
      if known.facility == facility, known.metric == metric { return slots[slot] }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return append(facility, metric, at: slot)
  }

  /// The series of facilities and metrics; −1 for those whose facility is not named.
  ///
  /// First the slots of all are read, then the series that stand there are fetched, then compared: the processor waits for
  /// memory for many at once.
  ///
  /// - Parameters:
  ///   - keys: Facilities, −1 where they are not named, and metrics.
  ///   - found: Takes the series, one for each key.
  mutating func findSeries(of keys: [(facility: Int32, metric: Int32)], into found: inout [Int32]) {
    found.removeAll(keepingCapacity: true)
    for key in keys { found.append(slots[Self.hash(key.facility, key.metric) & (slots.count &- 1)]) }
    for guess in found where guess >= 0 { series.prefetch(Int(guess)) }
    for index in keys.indices {
      let (facility, metric) = keys[index]
      let guess = found[index]
      if guess >= 0, series[Int(guess)].facility == facility, series[Int(guess)].metric == metric { continue }
      found[index] = facility < 0 ? -1 : series(facility: facility, metric: metric)
    }
  }

  private mutating func append(_ facility: Int32, _ metric: Int32, at slot: Int) -> Int32 {
    let index = Int32(truncatingIfNeeded: series.count)
    series.append(Series(facility: facility, metric: metric))
    slots[slot] = index
    if series.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for (index, known) in series.enumerated() {
        var slot = Self.hash(known.facility, known.metric) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(truncatingIfNeeded: index)
      }
    }
    return index
  }

  @inline(__always)
  private static func hash(_ facility: Int32, _ metric: Int32) -> Int {
    let key = UInt64(UInt32(bitPattern: facility)) << 32 | UInt64(UInt32(bitPattern: metric))
    let product = (key ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  // MARK: Pages

  /// The page of a series and group, a new one where there is none.
  @inline(__always)
  mutating func page(_ index: Int32, _ group: Int32) -> Int32 {
    let known = series[Int(index)]
    // Which of the two it is decides no branch: in a table in no order that could not be foreseen.
    let page = known.lastGroup == group ? known.lastPage : known.firstPage
    return known.lastGroup == group || known.firstGroup == group ? page : otherPage(index, group)
  }

  /// The page of a group that is neither the first nor the last of its series.
  private mutating func otherPage(_ index: Int32, _ group: Int32) -> Int32 {
    var page = series[Int(index)].firstPage
    while page >= 0, pages.group(page) != group { page = pages.next(page) }
    return page < 0 ? newPage(index, group) : page
  }

  private mutating func newPage(_ index: Int32, _ group: Int32) -> Int32 {
    let page = pageCount
    pages.add(page, group: group)
    pageCount += 1
    var known = series[Int(index)]
    if known.lastPage >= 0 {
      pages.link(known.lastPage, to: page)
    } else {
      (known.firstPage, known.firstGroup) = (page, group)
    }
    (known.lastPage, known.lastGroup) = (page, group)
    series[Int(index)] = known
    return page
  }

  // MARK: Reading

  /// The cell of a slot; `nil` where it is empty.
  func cell(at reference: Reference) -> Cell? {
    let code = pages.kind(reference.page, reference.slot)
    guard code != CellKinds.none else { return nil }
    let content = pages.content(reference.page, reference.slot)
    if code == CellKinds.whole { return whole[Int(content.significand)] }
    let kind = kinds[code]
    let significand = kind.look.isLarge ? large[Int(content.significand)] : Int64(content.significand)
    return kind.cell(significand: significand, row: Int32(bitPattern: content.row))
  }

  /// The figures of a series' wholes, and whether they come in the order of time.
  ///
  /// - Parameter ranks: By period, its place in the order of time; −1 for those that are not wanted.
  func figures(of index: Int, ranks: [Int32]) -> (figures: [ReportedFigure], isOrdered: Bool) {
    let (pages, looks, large) = (pages, kinds.looks, large)
    var isOrdered = true
    var count = 0
    var page = series[index].firstPage
    while page >= 0 {
      count += CellPlaces.length
      page = pages.next(page)
    }
    let figures = [ReportedFigure](unsafeUninitializedCapacity: count) { buffer, filled in
      var last: Int32 = -1
      var page = series[index].firstPage
      while page >= 0 {
        let first = pages.group(page) &* Int32(CellPlaces.length)
        for slot in 0..<Int32(CellPlaces.length) {
          let (code, significand) = pages.cell(page, slot)
          let rank = ranks[Int(first &+ slot)]
          guard code != CellKinds.none, rank >= 0 else { continue }
          if rank < last { isOrdered = false }
          last = rank
          let reference = Reference(page: page, slot: slot)
          let figure: ReportedFigure
          if code == CellKinds.whole {
            figure = ReportedFigure(whole[Int(significand)], extent: first &+ slot, reference: reference)
          } else {
            let look = looks[Int(code)]
            let value = look.isLarge ? large[Int(significand)] : Int64(significand)
            figure = ReportedFigure(look, significand: value, extent: first &+ slot, reference: reference)
          }
          unsafe (buffer.baseAddress.unsafelyUnwrapped + filled).initialize(to: figure)
          filled &+= 1
        }
        page = pages.next(page)
      }
    }
    return (figures, isOrdered)
  }

  /// Calls a function with each page of a series and its group.
  @inline(__always)
  func forEachPage(of index: Int, _ body: (_ page: Int32, _ group: Int32) -> Void) {
    var page = series[index].firstPage
    while page >= 0 {
      body(page, pages.group(page))
      page = pages.next(page)
    }
  }

  /// Whether a slot has a cell.
  @inline(__always)
  func isFilled(_ page: Int32, _ slot: Int32) -> Bool { pages.kind(page, slot) != CellKinds.none }
}

extension CellKind {
  /// The cell that a kind stands for together with its value and row.
  fileprivate func cell(significand: Int64, row: Int32) -> Cell {
    Cell(
      value: ExactDecimal(significand: significand, places: Int(look.places)), numerator: nil, denominator: nil,
      absence: look.absence, isExact: look.isExact, lastPlace: look.lastPlace,
      origin: Cell.Origin(index: file, row: row, column: column))
  }
}
