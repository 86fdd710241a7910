// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// A table in one of the versions of SDMX-CSV: DATAFLOW first (1.0), or STRUCTURE and STRUCTURE_ID (2.x).
struct SDMXTable {
  private let header: [String]
  /// The identifiers of the columns, folded, without the labels behind them.
  private let ids: [String]
  private let isDelimitedBySemicolon: Bool

  /// Recognizes a header; `nil` for any other table.
  init?(header: [String], _ table: any Table) {
    let ids = header.map { cell in
      ExchangeForm.fold(String(cell.prefix { $0 != ":" && $0 != "[" }))
    }
    guard ids.contains("obsvalue"), let first = ids.first else { return nil }
    let isStructured = first == "structure" && ids.contains("structureid") || first == "dataflow"
    guard isStructured || ids.contains("timeperiod") && ids.contains("refarea") else { return nil }
    self.header = header
    self.ids = ids
    isDelimitedBySemicolon = (table as? DelimitedTable)?.dialect.delimiter.text == ";"
  }

  /// What each column is.
  func layout(of table: any Table, _ options: TableOptions) throws(TongbiError) -> TableLayout {
    var layout = TableLayout(machineMade: header)
    layout.format = .sdmx
    layout.take(options)
    layout.conventions.names = header.contains { $0.contains(": ") } ? .coded : .single
    layout.conventions.wholes = ["_t", "_z", "total", "all"]
    if ids.contains("sex") { layout.conventions.wholes.insert("t") }
    layout.conventions.dropped = ["d", "delete"]
    layout.conventions.units = Self.units
    let facility = column(["refarea"]) ?? ids.firstIndex { HeaderWord($0) == .facility }
    for (index, id) in ids.enumerated() { layout.roles[index] = Self.role(id) }
    if let facility { layout.roles[facility] = .facility }
    let named = ids.indices.first { layout.roles[$0] == .part && HeaderWord(ids[$0]) == .metric }
    let metric = column(["indicator"]) ?? named
    if let metric { layout.roles[metric] = .metric } else { layout.label = options.metric ?? dataflow(of: table) }
    if let value = column(["obsvalue"]) {
      layout.roles[value] = .figures(TableLayout.Figures())
      layout.conventions.forms[value] = form(of: table, value)
    }
    let keys = ["obsvalue", "timeperiod", "refarea", "indicator"].compactMap { ids.firstIndex(of: $0) }
    try layout.settleParts(of: table, before: keys.max() ?? 0, hasNameColumns: ids.contains("structurename"))
    return layout
  }

  private func column(_ names: [String]) -> Int? { names.lazy.compactMap { ids.firstIndex(of: $0) }.first }

  private static func role(_ id: String) -> TableLayout.Role {
    switch id {
    case "timeperiod": .period
    case "action": .filter
    case "obsstatus": .status
    case "unitmeasure": .unit
    case "unitmult": .unitPower
    case _ where attributes.contains(id): .leftOut
    default: .part
    }
  }

  /// Columns that are never dimensions of a figure.
  private static let attributes: Set<String> = [
    "structure", "structureid", "structurename", "dataflow", "serieskey", "obskey", "freq", "decimals", "confstatus",
    "obsconf", "timeformat", "collection", "comment", "commentobs", "commentts", "title", "titlecompl", "source",
    "note", "baseper", "lastupdate", "unitmultiplier", "precision", "embargodate", "obscom",
  ]

  /// The dataflow names what is measured where no column does: TONGBI:FACILITY(1.0.0) is FACILITY.
  private func dataflow(of table: any Table) -> String? {
    let column = ids.first == "dataflow" ? 0 : ids.firstIndex(of: "structureid")
    guard let column, let row = table.head.dropFirst().first(where: { $0.indices.contains(column) }) else { return nil }
    let name = row[column].split(separator: ":").last.map { $0.prefix { $0 != "(" } } ?? ""
    return name.isEmpty ? nil : FoldedName.trimmed(name)
  }

  /// There is nothing between thousands in this format; servers whose delimiter is `;` write a decimal comma.
  private func form(of table: any Table, _ value: Int) -> NumberForm? {
    let cells = table.head.dropFirst().compactMap { $0.indices.contains(value) ? $0[value] : nil }
    let hasComma = cells.contains { $0.contains(",") && DecimalEvidence($0) != .none }
    let hasPoint = cells.contains { $0.contains(".") && DecimalEvidence($0) != .none }
    if hasComma && hasPoint { return NumberForm(refusesEither: true) }
    return hasComma || isDelimitedBySemicolon && !hasPoint ? NumberForm(decimal: ",") : nil
  }

  /// Codes of the usual lists of units.
  private static let units: [String: WrittenUnit] = {
    var units: [String: WrittenUnit] = [:]
    for code in ["PT", "PC", "PCT", "PERCENT", "P1"] { units[code] = WrittenUnit(.percent) }
    for code in ["PM", "PERMILLE", "P_THAB", "10P3"] { units[code] = WrittenUnit(.permille) }
    for code in ["P_HTHAB", "PER_100000", "10P5"] { units[code] = WrittenUnit(.perHundredThousand) }
    for code in ["PN", "NR", "NUMBER", "NUM", "_Z", "_X", "UNIT", "PURE_NUMB"] { units[code] = WrittenUnit(.none) }
    for code in ["CNY", "RMB"] { units[code] = WrittenUnit(.yuan) }
    for code in ["PS", "PERSONS", "PERS", "PEOPLE", "HEADS"] { units[code] = WrittenUnit(Unit("人")) }
    for code in ["VISIT", "VISITS"] { units[code] = WrittenUnit(Unit("人次")) }
    for code in ["D", "DAY", "DAYS"] { units[code] = WrittenUnit(Unit("天")) }
    for code in ["BED", "BEDS"] { units[code] = WrittenUnit(Unit("张")) }
    return units
  }()
}
