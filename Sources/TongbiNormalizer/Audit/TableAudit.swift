// SPDX-License-Identifier: Apache-2.0

package import Tongbi
package import TongbiReports

/// Lists every cell of a table that holds a number, with what became of it.
package struct TableAudit {
  /// A cell, from 1.
  package struct Cell: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  private let table: any Table
  private let parts: [TableNormalizer.Part]
  private let observations: [Cell: Observation]

  /// Prepares to list what a normalizer found in a table.
  ///
  /// - Parameter observations: By cell, the figures of the table.
  /// - Throws: ``TongbiError`` where the file cannot be read.
  package init(
    _ table: any Table, _ observations: [Cell: Observation], normalizer: TableNormalizer
  ) throws(TongbiError) {
    self.table = table
    self.observations = observations
    parts = try normalizer.parts(of: table)
  }

  /// The cells of a row with a number or a figure, from the left.
  package func entries(_ row: TextRow) -> [AuditEntry] {
    row.cells.enumerated().compactMap { column, text in
      let observation = observations[Cell(row: row.row, column: column + 1)]
      guard observation != nil && !text.isEmpty || Self.holdsNumber(text) else { return nil }
      let source = table.source(row: row.row, column: column + 1, quote: text)
      if let observation { return AuditEntry(source: source, fate: .fact, observation: observation) }
      return AuditEntry(source: source, fate: fate(row.row, column, text))
    }
  }

  /// What became of a cell that is no figure; `row` counts from 1, `column` from 0.
  private func fate(_ row: Int, _ column: Int, _ text: String) -> AuditEntry.Fate {
    guard let part = part(row, column) else { return .rejected(.leftOut) }
    guard case .success(let layout) = part.layout else { return .rejected(.unread) }
    if row <= layout.headerRow - layout.headerRows {
      let isPeriod = layout.periodWords.map { text.contains($0) || $0.contains(text) } ?? false
      return isPeriod ? .period : .rejected(.caption)
    }
    guard layout.roles.indices.contains(column) else { return .rejected(row <= layout.headerRow ? .header : .leftOut) }
    if row <= layout.headerRow {
      if case .figures(let figures) = layout.roles[column], figures.period != nil { return .period }
      return .rejected(.header)
    }
    if layout.changes.contains(where: { $0.column == column }) { return .rejected(.statedChange) }
    switch layout.roles[column] {
    case .period, .year, .month, .quarter: return .period
    case .facility, .metric, .unit, .part, .status, .unitPower, .filter, .factor: return .rejected(.key)
    case .numerator, .denominator: return .rejected(.ratioPart)
    case .figures: return .rejected(.rowAside)
    case .leftOut, .unused:
      return .rejected(layout.sums.contains { $0.column == column } ? .statedSum : .leftOut)
    }
  }

  /// The one of the tables in a sheet that a cell belongs to.
  private func part(_ row: Int, _ column: Int) -> TableNormalizer.Part? {
    parts.first { part in
      guard let shaped = part.table as? ShapedTable else { return true }
      guard shaped.range.contains(row - 1), shaped.rows.indices.contains(row - 1) else { return false }
      let cells = shaped.rows[row - 1]
      return cells.indices.contains(column) && !cells[column].isEmpty
    }
  }

  private static func holdsNumber(_ text: String) -> Bool {
    FoldedText(text).scalars.contains { scalar in
      scalar.properties.generalCategory == .decimalNumber || ChineseNumeral.isNumeral(scalar)
    }
  }
}
