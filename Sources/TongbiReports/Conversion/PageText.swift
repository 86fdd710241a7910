// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The text of a PDF: lines as they stand on its pages, put together to paragraphs again.
///
/// A figure must not fall apart where a line of the page ends: 68.42 and 万人次 on the next.
enum PageText {
  /// Reads what pdftotext wrote, the text and where its words stand. Tables are put together from the latter, which a
  /// note says.
  static func report(_ source: ByteSource, words: [[PageWord]] = [], file: String) throws(TongbiError) -> Report {
    let place = Source(file: file)
    guard source.size > 0 else { throw TongbiError(ReportsProblem.noTextOnPages, at: place) }
    var findings: [Finding] = []
    let encoded = EncodedBytes(file: file, source: source, encoding: .utf8)
    let lines: [Passage]
    do throws(TongbiError) {
      lines = try TextReport.read(encoded, findings: &findings).passages
    } catch {
      guard let problem = error.problem as? ReportsProblem, problem == .empty else { throw error }
      throw TongbiError(ReportsProblem.noTextOnPages, at: place)
    }
    let tables = PageTables(words).found
    let cells = tables.reduce(0) { $0 + $1.table.rows.count * $1.table.columns.count }
    guard cells <= cellLimit else {
      throw TongbiError(ReportsProblem.tooManyCells(limit: cellLimit), at: place)
    }
    findings.append(Finding(.note, ReportsProblem.tablesOfPages(tables.count), at: place))
    let (prose, places) = parted(lines, from: tables.map(\.table))
    let passages = joined(prose)
    let isChinese = lines.contains { TableName.isChinese($0.text) }
    let grids = zip(tables, places).enumerated().map { index, found in
      GridTable(
        file: file, sheet: TableName.of(index + 1, isChinese: isChinese), captions: found.0.captions, line: found.1,
        rows: found.0.table.rows, merges: found.0.table.merges)
    }
    let text: [Report.Part] = passages.isEmpty ? [] : [.text(TextReport(file: file, passages: passages))]
    return Report(file: file, parts: text + grids.map { .table($0) }, findings: findings)
  }

  private static let cellLimit = 1 << 22

  /// The lines that are in no table, and the number of the line before each of the tables.
  private static func parted(_ lines: [Passage], from tables: [PageTable]) -> ([Passage], [Int]) {
    guard !tables.isEmpty else { return (lines, []) }
    var known: [String: [Int]] = [:]
    for (index, line) in lines.enumerated().reversed() {
      known[line.text.filter { !$0.isWhitespace && $0 != "\u{0C}" }, default: []].append(index)
    }
    var inTables = Set<Int>()
    var places: [Int] = []
    var start = 0
    for table in tables {
      let found = table.lines.compactMap { line in
        let letters = line.letters
        while let next = known[letters]?.last {
          known[letters]?.removeLast()
          if next >= start { return next }
        }
        return nil
      }
      guard let first = found.min(), let last = found.max() else {
        places.append(lines[..<start].last?.line ?? 0)
        continue
      }
      // What pdftotext put into other lines stands between those that it did not.
      inTables.formUnion(last - first < 2 * table.lines.count ? Array(first...last) : found)
      places.append(lines[..<first].last?.line ?? 0)
      start = last + 1
    }
    return (lines.indices.filter { !inTables.contains($0) }.map { lines[$0] }, places)
  }

  /// Lines of prose that go on in the next line, joined; the number is that of the first line.
  static func joined(_ lines: [Passage]) -> [Passage] {
    let widest = lines.lazy.filter { !isSpread($0.text) }.map { width($0.text) }.max() ?? 0
    var paragraphs: [Passage] = []
    var last: Passage?
    for line in lines {
      let text = trimmed(line.text)
      guard !text.isEmpty else { continue }
      if let before = last, before.line + 1 == line.line, goesOn(before.text, widest), !isSpread(line.text),
        !isIndented(line.text, more: before.text), !line.text.hasPrefix("\u{0C}")
      {
        paragraphs[paragraphs.count - 1].text += joint(paragraphs[paragraphs.count - 1].text, text) + text
      } else {
        paragraphs.append(Passage(line: line.line, text: text))
      }
      last = line
    }
    return paragraphs
  }

  /// Whether a line is full and does not end a sentence.
  private static func goesOn(_ text: String, _ widest: Int) -> Bool {
    guard !isSpread(text), width(text) * 5 >= widest * 4, let end = trimmed(text).last else { return false }
    return !"。！？!?：:".contains(end)
  }

  /// Whether words stand apart, as in a table.
  private static func isSpread(_ text: String) -> Bool { trimmed(text).contains("   ") }

  private static func isIndented(_ text: String, more before: String) -> Bool {
    text.prefix { $0.isWhitespace }.count > before.prefix { $0.isWhitespace }.count + 1
  }

  /// Latin words need a space between them, Chinese ones do not.
  private static func joint(_ before: String, _ after: String) -> String {
    guard let left = before.last, let right = after.first else { return "" }
    return left.isASCII && right.isASCII && left.isLetter && right.isLetter ? " " : ""
  }

  /// The width on the page: a Chinese character counts twice.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
