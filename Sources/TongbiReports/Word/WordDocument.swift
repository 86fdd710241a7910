// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A Word document (.docx, .docm): its paragraphs and its tables.
struct WordDocument {
  /// The paragraphs that are not blank; a line is the number of a paragraph in the body, tables not counted.
  var passages: [Passage]
  /// All tables in document order, blank ones too; nested tables come after the one that they stand in.
  var tables: [GridTable]

  /// The longest document, unpacked, in bytes.
  private static let byteLimit = 512 << 20

  /// Reads a document.
  ///
  /// - Throws: ``TongbiError`` when it is damaged, is encrypted, unpacks too far, or holds no document.
  init(_ source: ByteSource, file: String) throws(TongbiError) {
    let archive = try Archive(source, file: file)
    let part = try Self.mainPart(of: archive)
    guard archive.size(of: part) <= Self.byteLimit else {
      throw TongbiError(
        ReportsProblem.inflatesTooFar(mebibytes: archive.size(of: part) >> 20), at: Source(file: file))
    }
    let body = WordBody(file: file)
    try XMLReader.read(part, of: archive, into: body)
    passages = body.passages
    tables = Self.named(body)
  }

  /// The tables with the words that tell a person which one it is, in the language of the document.
  private static func named(_ body: WordBody) -> [GridTable] {
    let isChinese =
      body.passages.contains { TableName.isChinese($0.text) }
      || body.tables.contains { $0.rows.contains { $0.contains(where: TableName.isChinese) } }
    return body.tables.enumerated().map { index, table in
      GridTable(
        file: table.file, sheet: TableName.of(index + 1, isChinese: isChinese), captions: table.captions,
        line: table.line, rows: table.rows, merges: table.merges)
    }
  }

  /// The document as a report: its text as one part, so that what a title and a heading say reaches beyond the tables
  /// between them, then the tables with words in them.
  func report(of file: String) throws(TongbiError) -> Report {
    var parts: [Report.Part] = []
    if !passages.isEmpty { parts.append(.text(TextReport(file: file, passages: passages))) }
    for table in tables {
      // A cell of blank lines, as one with only a table in it has, is blank.
      let rows = table.rows.map { $0.map { $0.allSatisfy(\.isWhitespace) ? "" : $0 } }
      guard rows.contains(where: { $0.contains { !$0.isEmpty } }) else { continue }
      parts.append(
        .table(
          GridTable(
            file: file, sheet: table.sheet, captions: table.captions, line: table.line, rows: rows, merges: table.merges
          )))
    }
    guard !parts.isEmpty else { throw TongbiError(ReportsProblem.empty, at: Source(file: file)) }
    return Report(file: file, parts: parts)
  }

  /// The part that the package names as its document; by its usual name where it names none.
  private static func mainPart(of archive: borrowing Archive) throws(TongbiError) -> String {
    try Relationships.read(of: "", in: archive).part(ofType: "officeDocument") ?? "word/document.xml"
  }
}
