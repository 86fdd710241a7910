// SPDX-License-Identifier: Apache-2.0

/// A finished cube, ready to be asked for figures and changes.
public struct Ledger: Sendable {
  /// The figures as they were put together.
  public let cube: Cube
  /// What is known of the facilities.
  public let facilities: [Facility]
  let reported: [Cube.SeriesKey: [ReportedFigure]]
  /// The codes of the facilities that count towards totals and are drawn.
  let counted: Set<Int32>

  /// Closes a cube.
  ///
  /// - Parameters:
  ///   - cube: All figures.
  ///   - facilities: The list of facilities; where it is empty, every facility met counts but for collective names such
  ///     as 全县 or 合计, which are never added to their parts.
  public init(_ cube: Cube, facilities: [Facility] = []) {
    self.cube = cube
    self.facilities = facilities
    var reported: [Cube.SeriesKey: [ReportedFigure]] = [:]
    reported.reserveCapacity(cube.series.count)
    for (key, cells) in cube.series { reported[key] = cube.reported(cells, of: cube.metrics[Int(key.metric)]) }
    self.reported = reported
    let listed = Set(facilities.map(\.name))
    counted = Set(
      cube.facilities.indices.lazy.filter { index in
        let name = cube.facilities[index]
        return listed.isEmpty ? !Facility.isCollective(name) : listed.contains(name)
      }.map { Int32($0) })
  }

  /// The names of the facilities that count, in the order of the list, else of reading.
  public var countedFacilities: [String] {
    let met = counted.sorted().map { cube.facilities[Int($0)] }
    guard !facilities.isEmpty else { return met }
    let known = Set(met)
    return facilities.map(\.name).filter(known.contains)
  }
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
