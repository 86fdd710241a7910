// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A sheet of a workbook: its head and merged cells, and a way to stream the rest.
package struct SheetTable: Table {
  package let file: String
  package var sheet: String? { name }
  package var captions: [String] { [] }
  package let head: [[String]]
  package let merges: [MergedCells]
  package let rowCountHint: Int

  private let name: String
  private let book: WorkbookContext
  private let part: String
  /// So many blank rows in a row are handed on as blank rows; more are passed over.
  private static let blankLimit = 1000
  /// How often a sheet may go back to a row above.
  private static let returnLimit = 1000

  /// Takes a sheet whose head was read.
  init(_ sheet: SheetHead, name: String, part: String, book: WorkbookContext) {
    file = book.file
    head = sheet.head
    merges = sheet.merges
    rowCountHint = sheet.rowCountHint
    self.name = name
    self.part = part
    self.book = book
  }

  package func read(
    _ uses: [ColumnUse], from row: Int, chunkRows: Int, into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    let handler = SheetHandler(book, file: file, sheet: name)
    var builder = ChunkBuilder(uses, firstRow: max(1, row), chunkRows: chunkRows)
    var place = (next: max(1, row), returns: 0, blanks: min(Self.blankLimit, (1 << 20) / max(1, uses.count)))
    try feed(handler) { () throws(TongbiError) in
      try pass(handler, from: row, &place, through: &builder, into: body)
    }
    builder.note(handler.findings.take())
    if !builder.isEmpty { try body(builder.take()) }
  }

  package func rows(from row: Int, into body: (TextRow) throws(TongbiError) -> Void) throws(TongbiError) {
    let handler = SheetHandler(book, file: file, sheet: name)
    // One row is held back for what is noticed behind it.
    var held: TextRow?
    var findings: [Finding] = []
    try feed(handler) { () throws(TongbiError) in
      findings += handler.findings.take()
      for found in handler.rows.rows where found.number >= row && !found.cells.isEmpty {
        if let held { try body(held) }
        held = TextRow(row: found.number, cells: handler.rows.texts(of: found, book.strings), findings: findings)
        findings = []
      }
      handler.rows.removeClosed()
    }
    guard var last = held else { return }
    last.findings += findings + handler.findings.take()
    try body(last)
  }

  /// Feeds the sheet to a handler, block by block, and then says which rows are hidden.
  private func feed(_ handler: SheetHandler, body: () throws(TongbiError) -> Void) throws(TongbiError) {
    let archive = try Archive(book.source, file: file)
    var entry = try archive.open(part)
    let reader = try XMLReader(part: part, of: file, into: handler)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var count = 1
    while count > 0 {
      count = try entry.read(into: &block)
      if count > 0 { try reader.feed(block.span.extracting(0..<count)) } else { try reader.finish() }
      try body()
    }
    if handler.hidden.count > 0 {
      let problem = ReportsProblem.hiddenRows(count: handler.hidden.count)
      handler.findings.note(problem, .note, row: handler.hidden.first, column: 0)
    }
  }

  /// Passes on the rows that were read so far.
  private func pass(
    _ handler: SheetHandler, from first: Int, _ place: inout (next: Int, returns: Int, blanks: Int),
    through builder: inout ChunkBuilder, into body: (TableChunk) throws(TongbiError) -> Void
  ) throws(TongbiError) {
    builder.note(handler.findings.take())
    let rows = handler.rows
    for row in rows.rows where row.number >= first && !row.cells.isEmpty {
      if row.number < place.next || row.number - place.next > place.blanks {
        if row.number < place.next {
          handler.findings.note(.rowsOutOfOrder, row: row.number, column: 0)
          place.returns += 1
          guard place.returns <= Self.returnLimit else {
            throw handler.findings.error(.rowsOutOfOrder, row: row.number)
          }
        }
        if !builder.isEmpty { try body(builder.take()) }
        builder.move(to: row.number)
        place.next = row.number
      }
      while place.next <= row.number {
        let cells = place.next == row.number ? rows.cells[row.cells] : []
        builder.append(cells, of: rows, book.strings, row: place.next)
        place.next += 1
        if builder.isFull { try body(builder.take()) }
      }
    }
    handler.rows.removeClosed()
  }
}
