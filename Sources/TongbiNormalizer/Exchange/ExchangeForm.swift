// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// The formats in which statistics systems exchange figures; their columns are known by name or position.
enum ExchangeForm {
  /// The layout of a table in one of them; `nil` for any other table.
  ///
  /// - Throws: ``TongbiError`` where the file cannot be read.
  static func layout(of table: any Table, options: TableOptions) throws(TongbiError) -> TableLayout? {
    // Who says what the columns are has the last word.
    guard options.mapping.entries.isEmpty, let first = table.head.first else { return nil }
    let header = first.map { FoldedName.trimmed(unquoted($0)) }
    if let form = DataValueSet(header: header, rows: table.head.dropFirst()) { return form.layout(of: table, options) }
    if let form = AnalyticsRows(header: header) { return try form.layout(of: table, options) }
    if let form = SDMXTable(header: header, table) { return try form.layout(of: table, options) }
    return nil
  }

  /// A word as headers are compared, without the quotes that blanks before them keep.
  static func fold(_ text: String) -> String { FoldedName.fold(unquoted(text)) }

  private static func unquoted(_ text: String) -> String {
    let trimmed = FoldedName.trimmed(text)
    guard trimmed.count >= 2, trimmed.hasPrefix("\""), trimmed.hasSuffix("\"") else { return trimmed }
    return String(trimmed.dropFirst().dropLast())
  }
}

extension TableLayout {
  /// The layout of a table whose first row is its header and whose rows a machine wrote.
  init(machineMade header: [String], width: Int? = nil) {
    let width = max(header.count, width ?? 0)
    self.init(headerRow: 1, header: header + Array(repeating: "", count: width - header.count))
    roles = self.header.map { _ in .leftOut }
    conventions.isMachineMade = true
  }

  /// Takes over what the user says of the whole file, for rows that say nothing themselves.
  mutating func take(_ options: TableOptions) {
    facility = options.facility
    period = options.year.map(Period.year)
  }

  /// Looks for a list of names beside a file of codes.
  mutating func findNames(beside table: any Table) {
    guard let list = CodeNames.beside(table.file) else { return }
    conventions.codeNames = list
    guard table.head.contains(where: { $0.contains { list.names[FoldedName.trimmed($0)] != nil } }) else { return }
    findings.append(Finding(.note, TableProblem.codesNamed(list.names.count), at: Source(file: list.file)))
  }
}
