// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// A DHIS2 data value set as CSV: the first row is skipped and columns count by position, as its server does it.
struct DataValueSet {
  private let header: [String]
  /// The column of values, from 0.
  private let value: Int

  /// The names of the columns in the order that the server reads them, with the spellings of older documents.
  private static let names: [Set<String>] = [
    ["dataelement", "de", "dataelementid", "dataelementuid"], ["period", "pe", "periodid"],
    ["orgunit", "organisationunit", "ou", "orgunitid", "orgunituid"],
    ["categoryoptioncombo", "catoptcombo", "co", "coc", "categoryoptioncomboid"],
    ["attributeoptioncombo", "attroptcombo", "ao", "aoc", "attributeoptioncomboid"], ["value", "val"],
    ["storedby", "strby"], ["lastupdated", "lstupd", "timestamp"], ["comment", "cmt"], ["followup", "flwup"],
    ["deleted"],
  ]
  /// The default category option combo: the figure is not broken down.
  private static let wholes: Set<String> = ["hllvx50cxc0", "default", "(default)", "(default,default)"]

  /// Recognizes a header; `nil` for any other table.
  ///
  /// A header with a name misspelt still is one, and so is any header above identifiers of the system.
  init?(header: [String], rows: ArraySlice<[String]>) {
    let folded = header.map(ExchangeForm.fold)
    guard (4...12).contains(folded.count) else { return nil }
    self.header = header
    let known = zip(folded, Self.names).count { $1.contains($0) }
    let isShort = folded.count < 6
    if isShort {
      // Test files of the system hold four columns: the value follows the three keys.
      guard Self.isNamed(folded), let value = folded.firstIndex(of: "value"), value >= 3 else { return nil }
      self.value = value
    } else {
      let isSet = Self.isNamed(folded) && known >= 4 && (folded[5] == "value" || known >= 5)
      guard isSet || Self.holdsIdentifiers(folded, rows) else { return nil }
      value = 5
    }
  }

  private static func isNamed(_ header: [String]) -> Bool {
    header[1] == "period" && names[2].contains(header[2])
      && (names[0].contains(header[0]) || header[0].hasPrefix("data") && header[0].hasSuffix("element"))
  }

  /// Whether all rows begin with an identifier, a period and an identifier, under whatever header.
  private static func holdsIdentifiers(_ header: [String], _ rows: ArraySlice<[String]>) -> Bool {
    guard !rows.isEmpty, ![HeaderWord.facility, .region, .period].contains(HeaderWord(header[0])) else { return false }
    return rows.allSatisfy { row in
      row.isEmpty
        || row.count >= 6 && isIdentifier(row[0]) && isIdentifier(row[2]) && isIdentifierOrBlank(row[3])
          && isIdentifierOrBlank(row[4]) && WrittenPeriod(row[1]) != nil
    }
  }

  private static func isIdentifierOrBlank(_ text: String) -> Bool { text.isEmpty || isIdentifier(text) }

  /// Eleven letters and digits, the first a letter.
  static func isIdentifier(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 11 && !(48...57).contains(bytes[0])
      && bytes.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) }
      && bytes.contains { (48...57).contains($0) || (65...90).contains($0) }
  }

  /// What each column is.
  func layout(of table: any Table, _ options: TableOptions) -> TableLayout {
    var layout = TableLayout(machineMade: header, width: value == 5 ? 12 : header.count)
    layout.format = .dataValueSet
    layout.take(options)
    layout.findNames(beside: table)
    layout.roles[0] = .metric
    layout.roles[1] = .period
    layout.roles[2] = .facility
    layout.roles[value] = .figures(TableLayout.Figures())
    for column in 3..<value { layout.roles[column] = .part }
    if value == 5 { layout.roles[10] = .filter }
    layout.conventions.dropped = ["true", "1"]
    layout.conventions.wholes = Self.wholes
    layout.conventions.periods = .dhis2
    return layout
  }
}
