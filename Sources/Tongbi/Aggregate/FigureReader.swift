// SPDX-License-Identifier: Apache-2.0

/// Works out figures over periods, one series after the other, with memory that is used again for each.
package struct FigureReader {
  /// Whether figures say where they stand.
  package enum Sources: Sendable { case kept, left }

  let ledger: Ledger
  let sources: Sources
  /// The figures of the series at hand, by time.
  var reported: [ReportedFigure] = []
  private(set) var key = Cube.SeriesKey(facility: -1, metric: -1)
  /// The pieces that ``findPieces(in:months:where:)`` found, as indexes into ``reported``.
  var pieces: [Int32] = []
  // By window of a change request, the figures of the series at hand as far as they are known.
  private var figures: [Figure] = []
  private var isKnown: [Bool] = []
  /// By window of a change request, whether the series at hand has anything to say about it.
  var isTouched: [Bool] = []
  // Where the series asked for last stands in the store.
  private var found: (key: Cube.SeriesKey, index: Int?) = (Cube.SeriesKey(facility: -1, metric: -1), nil)
  // The figure that starts in each month of a period, as an index into `reported`.
  private var starts: [Int32] = []

  let monthPages: MonthPages

  /// A reader of a ledger.
  init(_ ledger: Ledger, sources: Sources) {
    self.ledger = ledger
    self.sources = sources
    monthPages = MonthPages(ledger)
  }

  /// Begins with another series: none of its figures is known for any of so many windows.
  mutating func forgetFigures(_ windows: Int) {
    while figures.count < windows { figures.append(.missing) }
    isKnown.removeAll(keepingCapacity: true)
    for _ in 0..<windows { isKnown.append(false) }
  }

  /// The figure of a series for a window of a change request; −1 for a period that is none.
  mutating func figure(_ key: Cube.SeriesKey, ofWindow index: Int, _ period: PeriodExtent) -> Figure {
    guard index >= 0 else { return figure(key, over: period) }
    if !isKnown[index] {
      figures[index] = figure(key, over: period)
      isKnown[index] = true
    }
    return figures[index]
  }

  /// Where a series stands in the store; `nil` where there is none.
  mutating func place(of key: Cube.SeriesKey) -> Int? {
    if key.place >= 0 { return Int(key.place) }
    if key != found.key { found = (key, ledger.cube.store.find(key)) }
    return found.index
  }

  /// The metric of the series at hand.
  var metric: Metric { ledger.cube.metrics[Int(key.metric)] }

  /// Takes up a series; without figures where nothing was reported.
  mutating func load(_ key: Cube.SeriesKey) {
    guard key != self.key else { return }
    self.key = key
    reported = []
    guard let index = place(of: key) else { return }
    let isOrdered: Bool
    (reported, isOrdered) = ledger.cube.store.figures(of: index, ranks: ledger.ranks)
    let ranks = ledger.ranks
    if !isOrdered { reported.sort { ranks[Int($0.extent)] < ranks[Int($1.extent)] } }
  }

  /// The period of a reported figure.
  @inline(__always)
  func extent(of figure: ReportedFigure) -> PeriodExtent {
    ledger.extents[Int(figure.extent)] ?? PeriodExtent(.year(0))
  }

  /// The cell of a reported figure.
  func cell(of figure: ReportedFigure) -> Cell? { ledger.cube.store.cell(at: figure.reference) }

  /// Where figures stand, three places at most; nothing where sources are left.
  func places(of figures: some Sequence<ReportedFigure>, quote: (ReportedFigure) -> String = { _ in "" }) -> [Source] {
    guard sources == .kept else { return [] }
    var places: [Source] = []
    for figure in figures where places.count < 3 {
      for origin in cell(of: figure)?.origins.prefix(3 - places.count) ?? [] {
        places.append(ledger.cube.source(of: origin, quote: quote(figure)))
      }
    }
    return places
  }

  /// Finds disjoint reported periods that cover as many months of a period as possible, the longest first at each
  /// month, and puts them into ``pieces``.
  ///
  /// - Parameters:
  ///   - period: The period to cover.
  ///   - months: Restricts it to some of its months; `nil` takes all.
  ///   - isWanted: Leaves figures out.
  @inline(__always)
  mutating func findPieces(
    in period: PeriodExtent, months: MonthSet?, where isWanted: (ReportedFigure) -> Bool = { _ in true }
  ) {
    pieces.removeAll(keepingCapacity: true)
    guard let span = period.span else { return }
    let first = Int32(truncatingIfNeeded: span.lowerBound.index)
    let length = Int32(truncatingIfNeeded: period.monthCount)
    let (spans, reported) = (ledger.spans, reported)
    if starts.count != Int(length) { starts = [Int32](repeating: -1, count: Int(length)) }
    for month in starts.indices { starts[month] = -1 }
    for index in 0..<reported.count {
      let part = spans[Int(reported[index].extent)]
      let start = part.first &- first
      guard part.count > 0, start >= 0, start &+ part.count <= length, reported[index].absence != .missing,
        isWanted(reported[index])
      else { continue }
      if let months, !months.contains(part.months) { continue }
      let rival = starts[Int(start)]
      if rival < 0 || isBetter(reported[index], than: reported[Int(rival)]) {
        starts[Int(start)] = Int32(truncatingIfNeeded: index)
      }
    }
    var month = 0
    while month < starts.count {
      let found = starts[month]
      month += 1
      guard found >= 0 else { continue }
      pieces.append(found)
      month += Int(spans[Int(reported[Int(found)].extent)].count) - 1
    }
  }

  /// The pieces found last.
  var foundPieces: [ReportedFigure] { pieces.map { reported[Int($0)] } }

  /// A figure with a value is preferred to a longer one without.
  private func isBetter(_ figure: ReportedFigure, than other: ReportedFigure) -> Bool {
    if (figure.absence == nil) != (other.absence == nil) { return other.absence != nil }
    return ledger.spans[Int(figure.extent)].count > ledger.spans[Int(other.extent)].count
  }

  /// The months that figures cover.
  func months(of figures: [ReportedFigure]) -> MonthSet {
    var months = MonthSet()
    for figure in figures {
      let span = ledger.spans[Int(figure.extent)]
      if span.count == 1 {
        months.insert(Month(index: Int(span.first)))
      } else if span.count > 1 {
        months.formUnion(MonthSet(span.months))
      }
    }
    return months
  }
}
