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
  // The figure that starts in each month of a period, as an index into `reported`.
  private var starts: [Int32] = []

  /// A reader of a ledger.
  init(_ ledger: Ledger, sources: Sources) {
    self.ledger = ledger
    self.sources = sources
  }

  /// The metric of the series at hand.
  var metric: Metric { ledger.cube.metrics[Int(key.metric)] }

  /// Takes up a series; without figures where nothing was reported.
  mutating func load(_ key: Cube.SeriesKey) {
    guard key != self.key else { return }
    self.key = key
    reported.removeAll(keepingCapacity: true)
    let store = ledger.cube.store
    guard let index = store.find(key) else { return }
    var last: Int32 = -1
    var isOrdered = true
    store.forEachPage(of: index) { page, group in
      for slot in 0..<Int32(CellPlaces.length) {
        let extent = group &* 12 &+ slot
        let rank = ledger.ranks[Int(extent)]
        guard rank >= 0,
          let figure = store.figure(at: CellStore.Reference(page: page, slot: slot), extent: extent)
        else { continue }
        if rank < last { isOrdered = false }
        last = rank
        reported.append(figure)
      }
    }
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

  /// Disjoint reported periods that cover as many months of the period as possible, the longest first at each month.
  ///
  /// - Parameters:
  ///   - period: The period to cover.
  ///   - months: Restricts it to some of its months; `nil` takes all.
  ///   - isWanted: Leaves figures out.
  mutating func pieces(
    in period: PeriodExtent, months: MonthSet?, where isWanted: (ReportedFigure) -> Bool = { _ in true }
  ) -> [ReportedFigure] {
    guard let span = period.span else { return [] }
    let (first, last) = (span.lowerBound.index, span.upperBound.index)
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(-1, count: last - first + 1))
    for index in reported.indices {
      let figure = reported[index]
      guard figure.absence != .missing, let part = extent(of: figure).span, part.lowerBound.index >= first,
        part.upperBound.index <= last, isWanted(figure)
      else { continue }
      if let months, !months.contains(part) { continue }
      let start = part.lowerBound.index - first
      if starts[start] < 0 || isBetter(figure, than: reported[Int(starts[start])]) { starts[start] = Int32(index) }
    }
    var pieces: [ReportedFigure] = []
    var month = 0
    while month < starts.count {
      let found = starts[month]
      month += 1
      guard found >= 0 else { continue }
      pieces.append(reported[Int(found)])
      month += extent(of: reported[Int(found)]).monthCount - 1
    }
    return pieces
  }

  /// A figure with a value is preferred to a longer one without.
  private func isBetter(_ figure: ReportedFigure, than other: ReportedFigure) -> Bool {
    if (figure.value == nil) != (other.value == nil) { return other.value == nil }
    return extent(of: figure).monthCount > extent(of: other).monthCount
  }

  /// The months that figures cover.
  func months(of figures: [ReportedFigure]) -> MonthSet {
    var months = MonthSet()
    for figure in figures {
      guard let span = extent(of: figure).span else { continue }
      if span.lowerBound == span.upperBound {
        months.insert(span.lowerBound)
      } else {
        months.formUnion(MonthSet(span))
      }
    }
    return months
  }
}
