// SPDX-License-Identifier: Apache-2.0

/// A finished cube, ready to be asked for figures and changes.
public struct Ledger: Sendable {
  /// The figures as they were put together.
  public let cube: Cube
  /// What is known of the facilities.
  public let facilities: [Facility]
  /// The periods of the wholes, by group × 12 + slot; `nil` where none has the place.
  let extents: [PeriodExtent?]
  /// By index into ``extents``, the months.
  let spans: [MonthRun]
  /// By group of places, the index of its first month; −1 for groups of anything but months of wholes.
  let firstMonths: [Int32]
  /// By index into ``extents``, the place in the order of time.
  let ranks: [Int32]
  /// By code, the place of each facility in the order of the list, else of reading; −1 where it does not count towards
  /// totals and is not drawn.
  let order: [Int32]
  /// The codes of the facilities that count, in order.
  let counted: [Int32]
  /// By metric, its series.
  let series: [[Int32]]
  /// By metric, the metrics of the numerator and denominator that a ratio follows from; `nil` where it follows from none.
  let ratioParts: [(numerator: Int32, denominator: Int32)?]
  /// By facility and metric, which of the cube's stated changes are about it.
  let statements: [Cube.SeriesKey: [Int]]

  /// Closes a cube.
  ///
  /// - Parameters:
  ///   - cube: All figures.
  ///   - facilities: The list of facilities; where it is empty, every facility met counts but for collective names such
  ///     as 全县 or 合计, which are never added to their parts.
  public init(_ cube: consuming Cube, facilities: [Facility] = []) {
    cube.joinParts()
    self.cube = cube
    self.facilities = facilities
    extents = Self.extents(self.cube.store.places)
    spans = extents.map { MonthRun($0) }
    ranks = Self.ranks(extents)
    firstMonths = (0..<Int32(self.cube.store.places.count)).map { [places = self.cube.store.places] in
      Int32(places.firstMonth(ofGroup: $0) ?? -1)
    }
    ratioParts = self.cube.metrics.map { [cube = self.cube] metric in
      guard metric.overFacilities == .ratio, metric.isPlainRatio,
        let above = metric.numerator.flatMap(cube.code(forMetric:)),
        let below = metric.denominator.flatMap(cube.code(forMetric:)), above != below
      else { return nil }
      return (above, below)
    }
    let order = Self.order(self.cube, facilities)
    self.order = order
    counted = order.indices.filter { order[$0] >= 0 }.sorted { order[$0] < order[$1] }.map { Int32($0) }
    series = Self.series(self.cube)
    statements = Dictionary(grouping: self.cube.statements.indices) { [cube = self.cube] in cube.statements[$0].key }
  }

  private static func extents(_ places: CellPlaces) -> [PeriodExtent?] {
    (0..<Int32(places.count)).flatMap { group in
      (0..<Int32(CellPlaces.length)).map { slot in
        let place = CellPlace(group: group, slot: slot)
        guard places.part(ofGroup: group) == 0, places.isUsed(place) else { return nil }
        return PeriodExtent(places.period(at: place))
      }
    }
  }

  private static func series(_ cube: Cube) -> [[Int32]] {
    var series = [[Int32]](repeating: [], count: cube.metrics.count)
    for (index, known) in cube.store.series.enumerated() {
      series[Int(known.metric)].append(Int32(truncatingIfNeeded: index))
    }
    return series
  }

  private static func ranks(_ extents: [PeriodExtent?]) -> [Int32] {
    let known = extents.indices.compactMap { index in extents[index].map { (index: index, period: $0.period) } }
    var ranks = [Int32](repeating: -1, count: extents.count)
    for (rank, entry) in known.sorted(by: { $0.period < $1.period }).enumerated() { ranks[entry.index] = Int32(rank) }
    return ranks
  }

  private static func order(_ cube: Cube, _ facilities: [Facility]) -> [Int32] {
    guard !facilities.isEmpty else {
      // In pieces, as there may be a hundred thousand names.
      let pieces = stride(from: 0, to: cube.facilities.count, by: 4_096).map { cube.facilities[$0...].prefix(4_096) }
      let areCollective = inParallel(pieces.count) { pieces[$0].map { Facility.isCollective($0) } }
      var next: Int32 = 0
      return areCollective.joined().map { isCollective in
        if isCollective { return -1 }
        next += 1
        return next - 1
      }
    }
    let places = Dictionary(facilities.enumerated().map { ($1.name, Int32($0)) }) { first, _ in first }
    return cube.facilities.map { places[$0] ?? -1 }
  }

  /// The names of the facilities that count, in the order of the list, else of reading.
  public var countedFacilities: [String] { counted.map { cube.facilities[Int($0)] } }
}
