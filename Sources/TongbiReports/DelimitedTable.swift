// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A file of records with delimiters (CSV, TSV): its dialect and head, and a way to stream the rest.
package struct DelimitedTable: Table {
  /// The path as the user gave it, or `-`.
  package let file: String
  /// The encoding it is read in.
  package let encoding: TextEncoding
  /// How fields end.
  package let dialect: Dialect
  /// What the first records show of the dialect.
  package let traits: DialectTraits
  /// The first records, at most 200, as text; a blank line is an empty record, so index + 1 is the row in Excel.
  ///
  /// Fewer when these records are huge: the head stops after about 4 MiB.
  package let head: [[String]]
  package var sheet: String? { nil }
  package var captions: [String] { [] }
  package var merges: [MergedCells] { [] }
  /// About how many records there are, from the size of the file and of the records in the head.
  package let rowCountHint: Int

  package let schema: TableSchema?

  /// What stands above the header.
  package var outline: TableOutline { TableOutline(head) }

  private let bytes: EncodedBytes
  // Where the head ends; both keep a hostile file from making a head that is as large as itself.
  private static let headRecords = 200
  private static let headBlock = 1 << 16
  private static let headBytes = 4 << 20
  /// Of fewer bytes, one thread is through before another has begun.
  private static let fewBytes = 1 << 20

  /// Reads the head of a table.
  init(_ bytes: EncodedBytes, found: DialectSniffer.Result, schema: TableSchema? = nil) throws(TongbiError) {
    self.schema = schema
    file = bytes.file
    encoding = bytes.encoding
    self.bytes = bytes
    dialect = found.dialect
    traits = found.traits
    // Small blocks: of a long file the head needs little.
    var reader = RecordReader(try FileBlocks(bytes, size: Self.headBlock), dialect: dialect)
    var head: [[String]] = []
    var length = 0
    while head.count < Self.headRecords, length < Self.headBytes, try reader.advance() {
      head.append(reader.record())
      length += reader.recordLength
    }
    self.head = head
    let isWhole = head.count < Self.headRecords && length < Self.headBytes
    // Chinese takes three bytes in UTF-8 and two in the others, digits one and, in UTF-16, two: near enough.
    rowCountHint = isWhole ? head.count : max(head.count, bytes.source.size / max(1, length / max(1, head.count)))
  }

  /// Streams the records from a row on, in file order, in chunks.
  ///
  /// - Parameters:
  ///   - uses: What is wanted of each column, from the left; columns beyond are ignored.
  ///   - row: The first row wanted, from 1.
  ///   - chunkRows: The most rows in a chunk; fewer where rows are huge.
  ///   - body: Takes each chunk; what it throws ends the reading.
  /// - Throws: ``TongbiError`` where the file cannot be decoded or a field exceeds 16 MiB.
  package func read(
    _ uses: [ColumnUse], from row: Int, chunkRows: Int, into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    let isShort = bytes.source.size < Self.fewBytes
    let threads = isShort ? 1 : Processors.count
    // Longer ones are cut as for two threads at least: blocks are small then, and findings come in one order everywhere.
    let blockSize = FileBlocks.size(of: bytes.source.size, threads: isShort ? 1 : max(2, threads))
    try read(uses, from: row, chunkRows: chunkRows, blockSize: blockSize, threads: threads, into: body)
  }

  /// As ``read(_:from:chunkRows:into:)``, with a number of threads on blocks of a size. Neither changes the rows.
  func read(
    _ uses: [ColumnUse], from row: Int, chunkRows: Int, blockSize: Int, threads: Int,
    into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    let blocks = try FileBlocks(bytes, size: blockSize)
    let threads = max(1, min(threads, blocks.count))
    let (dialect, firstRow) = (dialect, max(1, row))
    let parser: @Sendable (Int) -> BlockParser = { number in
      BlockParser(number: number, blocks: blocks, dialect: dialect, uses: uses, chunkRows: chunkRows)
    }
    let parse: @Sendable (inout BlockParser, Int) -> ParsedBlock = { parser, block in
      parser.parse(from: BlockPlace(block: block), skipping: block == 0 ? firstRow - 1 : 0)
    }
    // One for each thread, and one for what is read again.
    var (own, spare) = (parser(0), parser(threads))
    var joiner = BlockJoiner(file: file, uses: uses, firstRow: firstRow, parsers: threads + 1)
    try OrderedWork.run(
      count: blocks.count, threads: threads,
      helper: { number in
        var helper = parser(number)
        return { parse(&helper, $0) }
      }, own: { parse(&own, $0) },
      take: { (_, parsed) throws(TongbiError) in
        try joiner.join(&parsed, again: { spare.parse(from: $0, skipping: $1) }, into: body)
        return true
      })
    try bytes.source.check(blocks.reader, for: file)
  }

  package func rows(from row: Int, into body: (TextRow) throws(TongbiError) -> Void) throws(TongbiError) {
    var reader = RecordReader(try FileBlocks(bytes, size: FileBlocks.usualSize), dialect: dialect)
    var told = -1
    while try reader.advance() {
      guard reader.row >= row else { continue }
      var taken = TextRow(row: reader.row, cells: reader.record())
      if let (problem, column) = reader.doubt {
        taken.findings = [Finding(.warning, problem, at: source(row: reader.row, column: column))]
      }
      if let damage = reader.window.damage, damage.offset > told, damage.position < reader.next {
        told = damage.offset
        let problem = ReportsProblem.damaged(encoding, count: damage.count, offset: damage.offset)
        taken.findings.append(Finding(.warning, problem, at: source(row: reader.row, column: 0)))
      }
      try body(taken)
    }
  }
}

extension RecordReader {
  /// The cells of the current record as text.
  fileprivate func record() -> [String] { fields.indices.map { text(of: $0) } }
}
