// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Rows of DHIS2 analytics: dimensions, a value, and perhaps how an indicator was worked out.
struct AnalyticsRows {
  private let header: [String]
  private let folded: [String]

  /// Recognizes a header; `nil` for any other table.
  init?(header: [String]) {
    let folded = header.map(ExchangeForm.fold)
    guard folded.contains("dx"), folded.contains("pe"), folded.contains("ou"), folded.contains("value") else {
      return nil
    }
    self.header = header
    self.folded = folded
  }

  /// What each column is; whatever stands before the value is a dimension.
  func layout(of table: any Table, _ options: TableOptions) throws(TongbiError) -> TableLayout {
    var layout = TableLayout(machineMade: header)
    layout.format = .analytics
    layout.take(options)
    layout.findNames(beside: table)
    let value = column("value") ?? 0
    for (index, name) in folded.enumerated() where index < value {
      layout.roles[index] =
        switch name {
        case "dx": .metric
        case "pe": .period
        case "ou": .facility
        default: .part
        }
    }
    for (name, role) in [("dx", TableLayout.Role.metric), ("pe", .period), ("ou", .facility)] {
      if let column = column(name) { layout.roles[column] = role }
    }
    layout.roles[value] = .figures(TableLayout.Figures())
    if let above = column("numerator"), let below = column("denominator") {
      layout.roles[above] = .numerator(nil)
      layout.roles[below] = .denominator(nil)
      let indicator = TableConventions.Indicator(
        value: value, numerator: above, denominator: below, factor: column("factor"),
        multiplier: column("multiplier"), divisor: column("divisor"))
      for column in [indicator.factor, indicator.multiplier, indicator.divisor].compactMap(\.self) {
        layout.roles[column] = .factor
      }
      layout.conventions.indicator = indicator
    } else if holdsDecimals(table, value), layout.conventions.codeNames == nil {
      layout.findings.append(Finding(.warning, TableProblem.kindUnknown, at: table.source(row: 1, column: value + 1)))
    }
    layout.conventions.wholes = ["hllvx50cxc0", "default"]
    layout.conventions.periods = .dhis2
    try layout.settleParts(of: table, before: layout.header.count)
    return layout
  }

  /// Whether some values are no whole numbers, as those of indicators are.
  private func holdsDecimals(_ table: any Table, _ column: Int) -> Bool {
    table.head.dropFirst().contains { $0.indices.contains(column) && $0[column].contains(".") }
  }

  private func column(_ name: String) -> Int? { folded.firstIndex(of: name) }
}
