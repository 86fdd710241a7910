// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What the first cells of a column look like.
struct ColumnProfile {
  private(set) var filled = 0
  private(set) var numbers = 0
  private(set) var markers = 0
  private(set) var units = 0
  private(set) var periods = 0
  private(set) var metrics = 0
  private(set) var facilities = 0
  /// Whether its numbers count 1, 2, 3….
  private(set) var isSerial = true

  init(cells: some Sequence<String>, catalogue: Catalogue, registry: FacilityRegistry) {
    for cell in cells {
      let text = FoldedName.trimmed(cell)
      guard !text.isEmpty else { continue }
      filled += 1
      switch CellReading.read(text) {
      case .number(let number):
        numbers += 1
        isSerial = isSerial && number.value == ExactDecimal(Int64(numbers)) && number.unit.isEmpty
      case .missing, .masked: markers += 1
      case .notANumber: break
      }
      if WrittenUnit(text) != nil { units += 1 }
      if WrittenPeriod(text) != nil { periods += 1 }
      if catalogue.metric(named: text) != nil { metrics += 1 }
      if registry.resolve(text) != nil || Self.looksLikeFacility(text) { facilities += 1 }
    }
  }

  /// Whether it holds figures: at least half of its cells are numbers or stand where a number should.
  var isNumeric: Bool { numbers > 0 && (numbers + markers) * 2 >= filled || isBlank || markers == filled }
  var isBlank: Bool { filled == 0 }
  var holdsUnits: Bool { !isBlank && units * 5 >= filled * 3 }
  var holdsPeriods: Bool { !isBlank && periods * 5 >= filled * 4 }
  var holdsMetrics: Bool { !isBlank && metrics * 2 >= filled }
  var holdsFacilities: Bool { !isBlank && facilities * 2 >= filled }

  /// Whether a name ends as those of facilities and regions do.
  static func looksLikeFacility(_ text: String) -> Bool {
    if HeaderWord.isTotal(text) { return true }
    return text.count >= 3 && endings.contains { text.hasSuffix($0) }
  }

  private static let endings = [
    "医院", "卫生院", "中心", "卫生室", "服务站", "门诊部", "诊所", "保健院", "疾控", "血站", "急救站", "分院", "院区", "省", "市", "区", "县", "自治州",
    "Hospital", "Clinic", "Trust", "Centre", "Center",
  ]
}
