// SPDX-License-Identifier: Apache-2.0

package import Tongbi
package import TongbiReports

/// Turns tables into observations: finds out how a table is laid out, then streams its figures.
package struct TableNormalizer: Sendable {
  private let catalogue: Catalogue
  private let registry: FacilityRegistry
  private let options: TableOptions

  /// Makes a normalizer.
  package init(catalogue: Catalogue, registry: FacilityRegistry, options: TableOptions = TableOptions()) {
    self.catalogue = catalogue
    self.registry = registry
    self.options = options
  }

  /// One of the tables that stand in a sheet or file, and how it is to be read.
  package struct Part: Sendable {
    /// The table as it is to be read: other tables of the sheet blanked, merged names filled down.
    package var table: any Table
    /// How it is to be read, or why it cannot be understood.
    package var layout: Result<TableLayout, TongbiError>
  }

  /// Learns the words of headers and cells, for one thread to do while another still reads what is asked for.
  package static func prepare() {
    _ = (HeaderWord("-"), CellReading.read("- -"), CellReading.read("-1"), WrittenPeriod("-"))
  }

  /// As many columns as a sheet of Excel has.
  private static let columnLimit = 16_384

  /// The tables of a sheet or file, from the top, each with its layout.
  ///
  /// - Throws: ``TongbiError`` where the file cannot be read.
  package func parts(of table: any Table) throws(TongbiError) -> [Part] {
    if let known = try ExchangeForm.layout(of: table, options: options) {
      return [Part(table: table, layout: .success(withConventions(known, table, rows: nil)))]
    }
    let width = table.head.lazy.map { $0.count }.max() ?? 0
    guard width <= Self.columnLimit else {
      throw TongbiError(
        TableProblem.tooManyColumns(width, limit: Self.columnLimit), at: table.source(row: 1, column: 0))
    }
    let grid = try TableGrid(table)
    let rows = grid.isWhole ? grid.rows : nil
    if let schema = table.schema, schema.header == .absent {
      return [part(table, rows: rows, section: nil, names: schema.fields.map { $0.name })]
    }
    let finder = HeaderFinder(catalogue: catalogue, registry: registry, mapping: options.mapping)
    let sections = SectionFinder(grid: grid, finder: finder).sections()
    guard !sections.isEmpty else { return [part(table, rows: nil, section: nil)] }
    return sections.map { section in
      let isAll = section.rows == grid.rows.indices && section.columns == nil && section.repeated.isEmpty
      guard grid.isWhole, !isAll else { return part(table, rows: rows, section: section) }
      let rows = section.cells(of: grid.rows)
      let width = section.header.map { grid.rows[$0].count }.max() ?? 0
      return part(
        ShapedTable(table, rows: rows, range: section.rows, width: width), rows: rows, section: section)
    }
  }

  /// - Parameter names: The names of the columns, where a description beside the file tells them and no row does.
  private func part(_ table: any Table, rows: [[String]]?, section: TableSection?, names: [String]? = nil) -> Part {
    do throws(TongbiError) {
      var finder = try LayoutFinder(
        table, rows: rows, section: section, names: names, catalogue: catalogue, registry: registry, options: options)
      var layout = try finder.find()
      if let section, !section.repeated.isEmpty {
        layout.shapings.append(.repeatedHeaders(rows: section.repeated.count))
      }
      return Part(
        table: finder.table, layout: .success(withConventions(layout, finder.table, rows: finder.wholeRows ?? rows)))
    } catch {
      return Part(table: table, layout: .failure(error))
    }
  }

  private func withConventions(_ layout: TableLayout, _ table: any Table, rows: [[String]]?) -> TableLayout {
    var conventions = ConventionFinder(table, layout, rows: rows, catalogue: catalogue)
    return conventions.find()
  }

  /// Streams the figures of a table in file order.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - chunkRows: How many of its rows are taken at a time.
  ///   - body: Takes each chunk with what was found in it; findings on the table as a whole come with an empty chunk.
  /// - Throws: ``TongbiError`` where nothing of the table can be understood or read, and what `body` throws. One of
  ///   several tables of a sheet that cannot be understood is a finding.
  package func read(
    _ table: any Table, chunkRows: Int = 65_536,
    into body: (ObservationChunk, [Finding]) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    let parts = try parts(of: table)
    var failures: [TongbiError] = []
    for part in parts {
      switch part.layout {
      case .success(let layout): try read(part.table, layout, chunkRows: chunkRows, into: body)
      case .failure(let error): failures.append(error)
      }
    }
    guard let first = failures.first else { return }
    if failures.count == parts.count || first.kind == .usage { throw first }
    let findings = failures.map { Finding(.error, $0.problem, at: $0.source ?? Source(file: table.file)) }
    try body(ObservationChunk(file: table.file, sheet: table.sheet, names: ObservationChunk.Names()), findings)
  }

  private func read(
    _ table: any Table, _ layout: TableLayout, chunkRows: Int,
    into body: (ObservationChunk, [Finding]) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    var reading = TableReading(table: table, layout: layout, catalogue: catalogue, registry: registry)
    try table.read(reading.uses, from: layout.firstDataRow, chunkRows: chunkRows) { chunk throws(TongbiError) in
      let (observations, findings) = try reading.take(chunk)
      try body(observations, findings)
    }
    let findings = try reading.finish()
    if !findings.isEmpty { try body(reading.emptyChunk, findings) }
  }
}
