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

  /// How a table is to be read.
  ///
  /// - Throws: ``TongbiError`` where the table cannot be understood; it says what was looked for, what the header
  ///   holds, and a `--map` that would help.
  package func layout(of table: any Table) throws(TongbiError) -> TableLayout {
    var finder = try LayoutFinder(table, catalogue: catalogue, registry: registry, options: options)
    return try finder.find()
  }

  /// Streams the figures of a table in file order.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - chunkRows: How many of its rows are taken at a time.
  ///   - body: Takes each chunk with what was found in it; findings on the table as a whole come with an empty chunk.
  /// - Throws: ``TongbiError`` where the table cannot be understood or read, and what `body` throws.
  package func read(
    _ table: any Table, chunkRows: Int = 65_536,
    into body: (ObservationChunk, [Finding]) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    let layout = try layout(of: table)
    var reading = TableReading(table: table, layout: layout, catalogue: catalogue, registry: registry)
    try table.read(reading.uses, from: layout.firstDataRow, chunkRows: chunkRows) { chunk throws(TongbiError) in
      let (observations, findings) = try reading.take(chunk)
      try body(observations, findings)
    }
    let findings = try reading.finish()
    if !findings.isEmpty { try body(reading.emptyChunk, findings) }
  }
}
