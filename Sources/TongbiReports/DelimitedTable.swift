// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A file of records with delimiters (CSV, TSV): its dialect and head, and a way to stream the rest.
package struct DelimitedTable: Sendable {
  /// The path as the user gave it, or `-`.
  package let file: String
  /// The encoding it is read in.
  package let encoding: TextEncoding
  /// The character between fields: a comma, semicolon, tab or bar.
  package let delimiter: Character
  /// The first records, at most 200, as text; a blank line is an empty record, so index + 1 is the row in Excel.
  ///
  /// Fewer when these records are huge: the head stops after about 4 MiB.
  package let head: [[String]]
  /// About how many records there are, from the size of the file and of the records in the head.
  package let rowCountHint: Int

  /// Streams the records from a row on, in file order, in chunks.
  ///
  /// - Parameters:
  ///   - uses: What is wanted of each column, from the left; columns beyond are ignored.
  ///   - row: The first row wanted, from 1.
  ///   - chunkRows: The number of rows in each chunk but the last.
  ///   - body: Takes each chunk; what it throws ends the reading.
  /// - Throws: ``TongbiError`` where the file cannot be decoded, a quote is never closed or a field exceeds 16 MiB.
  package func read(
    _ uses: [ColumnUse], from row: Int, chunkRows: Int = 65_536,
    into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
  }
}
