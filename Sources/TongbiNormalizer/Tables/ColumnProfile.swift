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
  /// Words for sums and changes, which stand in columns of every kind.
  private(set) var asides = 0
  /// Whether its numbers count 1, 2, 3….
  private(set) var isSerial = true

  init(cells: some Sequence<String>, catalogue: Catalogue, registry: FacilityRegistry) {
    var known: [String: Traits] = [:]
    // A cell often repeats the one above.
    var last: (cell: String, traits: Traits)?
    for cell in cells where !cell.isEmpty {
      let traits = last?.cell == cell ? last?.traits : known[cell]
      let found = traits ?? Traits(cell, catalogue, registry)
      if traits == nil { known[cell] = found }
      last = (cell, found)
      switch found.look {
      case .blank: continue
      case .number(let bare):
        numbers += 1
        isSerial = isSerial && bare == ExactDecimal(Int64(numbers))
      case .marker: markers += 1
      case .words(let hasDecimalComma): if hasDecimalComma { numbers += 1 }
      }
      filled += 1
      units += found.isUnit ? 1 : 0
      periods += found.isPeriod ? 1 : 0
      metrics += found.isMetric ? 1 : 0
      facilities += found.isFacility ? 1 : 0
      asides += found.isAside ? 1 : 0
    }
  }

  /// What one spelling can be; most columns repeat theirs.
  private struct Traits {
    /// What a cell is as a figure.
    enum Look {
      case blank
      /// A number, `nil` where more than its digits stand in the cell.
      case number(ExactDecimal?)
      /// A sign of something missing or masked.
      case marker
      case words(hasDecimalComma: Bool)
    }

    var look = Look.blank
    var isUnit = false
    var isPeriod = false
    var isMetric = false
    var isFacility = false
    var isAside = false

    init(_ cell: String, _ catalogue: Catalogue, _ registry: FacilityRegistry) {
      let text = FoldedName.trimmed(cell)
      guard !text.isEmpty else { return }
      // Nothing but digits and a point, as most cells of figures, is no word of any kind.
      if text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) {
        look = Self.look(of: text)
        isPeriod = PlainDigits(text)?.mayBePeriod ?? true && WrittenPeriod(text) != nil
        isFacility = registry.resolve(text) != nil
        return
      }
      isFacility = registry.resolve(text) != nil
      // As months are written in most long tables.
      if MachinePeriod.isMonth(text) {
        (look, isPeriod) = (.words(hasDecimalComma: false), true)
        return
      }
      look = Self.look(of: text)
      isUnit = WrittenUnit(text) != nil
      isPeriod = WrittenPeriod(text) != nil
      isMetric = catalogue.metric(named: text) != nil
      isFacility = isFacility || ColumnProfile.looksLikeFacility(text)
      isAside = !isPeriod && !isMetric && (HeaderWord.isTotal(text) || HeaderWord(text) == .change)
    }

    private static func look(of text: String) -> Look {
      switch CellReading.read(text) {
      case .number(let number): .number(number.unit.isEmpty ? number.value : nil)
      case .missing, .masked: .marker
      case .notANumber: .words(hasDecimalComma: DecimalEvidence(text) == .comma)
      }
    }
  }

  /// Whether it holds figures: at least half of its cells are numbers or stand where a number should.
  var isNumeric: Bool { numbers > 0 && (numbers + markers) * 2 >= filled || isBlank || markers == filled }
  var isBlank: Bool { filled == 0 }
  var holdsUnits: Bool { !isBlank && units * 5 >= filled * 3 }
  var holdsPeriods: Bool { periods > 0 && periods * 5 >= (filled - asides) * 4 }
  var holdsMetrics: Bool { !isBlank && metrics * 2 >= filled }
  var holdsFacilities: Bool { !isBlank && facilities * 2 >= filled }

  /// Whether a name ends as those of facilities and regions do.
  static func looksLikeFacility(_ text: String) -> Bool {
    if HeaderWord.isTotal(text) || seats.contains(text) { return true }
    guard let last = text.unicodeScalars.last, lastOfEndings.contains(last) else { return false }
    return text.count >= 3 && endings.contains { text.hasSuffix($0) }
  }

  /// Houses of one hospital, by where they are.
  private static let seats: Set<String> = ["本部", "总院", "新院", "老院", "东院", "西院", "南院", "北院", "总医院本部", "医院本部"]
  private static let lastOfEndings = Set(endings.compactMap { $0.unicodeScalars.last })

  private static let endings = [
    "医院", "卫生院", "中心", "卫生室", "服务站", "门诊部", "诊所", "保健院", "疾控", "血站", "急救站", "分院", "院区", "一院", "二院", "三院",
    "四院", "五院", "六院", "妇幼", "医共体", "医联体", "医疗集团", "省", "市", "区", "县", "自治州",
    "Hospital", "Clinic", "Trust", "Centre", "Center",
  ]
}
