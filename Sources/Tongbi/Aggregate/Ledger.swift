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
  /// By index into ``extents``, the place in the order of time.
  let ranks: [Int32]
  /// By code, the place of each facility in the order of the list, else of reading; −1 where it does not count towards
  /// totals and is not drawn.
  let order: [Int32]
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
    ratioParts = self.cube.metrics.map { [cube = self.cube] metric in
      guard metric.overFacilities == .ratio, metric.isPlainRatio,
        let above = metric.numerator.flatMap(cube.code(forMetric:)),
        let below = metric.denominator.flatMap(cube.code(forMetric:)), above != below
      else { return nil }
      return (above, below)
    }
    order = Self.order(self.cube, facilities)
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

  private static func ranks(_ extents: [PeriodExtent?]) -> [Int32] {
    let known = extents.indices.compactMap { index in extents[index].map { (index: index, period: $0.period) } }
    var ranks = [Int32](repeating: -1, count: extents.count)
    for (rank, entry) in known.sorted(by: { $0.period < $1.period }).enumerated() { ranks[entry.index] = Int32(rank) }
    return ranks
  }

  private static func order(_ cube: Cube, _ facilities: [Facility]) -> [Int32] {
    guard !facilities.isEmpty else {
      var next: Int32 = 0
      return cube.facilities.map { name in
        if Facility.isCollective(name) { return -1 }
        next += 1
        return next - 1
      }
    }
    let places = Dictionary(facilities.enumerated().map { ($1.name, Int32($0)) }) { first, _ in first }
    return cube.facilities.map { places[$0] ?? -1 }
  }

  /// The codes of the facilities that count, in order.
  var counted: [Int32] {
    order.indices.filter { order[$0] >= 0 }.sorted { order[$0] < order[$1] }.map { Int32($0) }
  }

  /// The names of the facilities that count, in the order of the list, else of reading.
  public var countedFacilities: [String] { counted.map { cube.facilities[Int($0)] } }
}

extension Facility {
  /// Whether a name stands for many facilities (全县, 合计, 医院) and must not be added to them.
  public static func isCollective(_ name: String) -> Bool {
    let kinds: Set<String> = [
      "医院", "卫生院", "乡镇卫生院", "基层", "基层医疗卫生机构", "社区卫生服务中心", "社区卫生服务中心(站)", "社区卫生服务站",
      "村卫生室", "其他机构", "其他", "公立医院", "民营医院", "合计", "总计", "小计", "全部", "total", "all", "sum", "overall",
    ]
    let wholes = [
      "全国", "全省", "全市", "全县", "全区", "全州", "全院", "全系统", "全镇", "全乡", "全街道", "全旗", "辖区", "我省", "我市", "我县", "我区", "我镇",
      "我乡", "各",
    ]
    let folded = name.lowercased()
    return kinds.contains(folded) || wholes.contains { folded.hasPrefix($0) }
      || ["合计", "总计", "小计"].contains { folded.hasSuffix($0) }
  }
}
