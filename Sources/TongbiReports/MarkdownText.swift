// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A text taken apart into tables drawn with bars (`| 机构 | 诊疗人次 |`) or blanks, and the lines around them.
struct MarkdownText {
  /// How tables are told from lines that hold a bar.
  enum Style {
    /// Dashes between bars stand below the first row: `|---|---:|`.
    case markdown
    /// Rows of as many cells follow each other, as in text that was copied, between bars or set apart by blanks.
    case plain
  }

  /// The lines outside of tables; they keep their numbers.
  private(set) var passages: [Passage] = []
  /// The tables, in the order of the text.
  private(set) var tables: [GridTable] = []

  private static let captionLimit = 3
  private static let cellLimit = 1 << 22

  private let file: String
  private let encoding: TextEncoding
  private let style: Style
  private var fence: Substring?
  /// The lines since the last table.
  private var recent: [String] = []
  private var cellCount = 0

  init(_ text: TextReport, style: Style = .markdown) throws(TongbiError) {
    file = text.file
    encoding = text.encoding
    self.style = style
    let isChinese = text.passages.contains { TableName.isChinese($0.text) }
    var at = 0
    while at < text.passages.count {
      guard let (end, rows) = style == .plain ? drawn(text.passages, at) : ruled(text.passages, at) else {
        take(text.passages[at])
        at += 1
        continue
      }
      cellCount += rows.reduce(0) { $0 + $1.count }
      guard cellCount <= Self.cellLimit else {
        throw TongbiError(ReportsProblem.tooManyCells(limit: Self.cellLimit), at: Source(file: file))
      }
      tables.append(
        GridTable(
          file: file, sheet: TableName.of(tables.count + 1, isChinese: isChinese),
          captions: recent, line: passages.last?.line ?? 0, rows: rows))
      recent = []
      at = end
    }
  }

  /// Takes a line outside of tables; what stands between fences is code, in which no table begins.
  private mutating func take(_ passage: Passage) {
    let words = passage.text.drop { $0 == " " }
    if let fence {
      if words.hasPrefix(fence) { self.fence = nil }
    } else {
      fence = ["```", "~~~"].first(where: words.hasPrefix).map { Substring($0) }
    }
    passages.append(passage)
    recent = recent.suffix(Self.captionLimit - 1) + [String(words.drop { $0 == "#" || $0 == " " })]
  }

  /// The text as one part, then its tables.
  var parts: [Report.Part] {
    let text = TextReport(file: file, encoding: encoding, passages: passages)
    return (passages.isEmpty ? [] : [.text(text)]) + tables.map { .table($0) }
  }

  /// The table that begins at a line of copied text, and where it ends; lines that only draw a frame are left out.
  private func drawn(_ lines: [Passage], _ start: Int) -> (end: Int, rows: [[String]])? {
    if let end = DrawnTable.end(lines, from: start) { return (end, DrawnTable.rows(lines[start..<end].map(\.text))) }
    let rows = SpacedTable.rows(lines, from: start)
    return rows.isEmpty ? nil : (start + rows.count, rows)
  }

  /// The table that begins at a line of Markdown, and where it ends; the dashes below its first row are left out.
  private func ruled(_ lines: [Passage], _ start: Int) -> (end: Int, rows: [[String]])? {
    guard let end = tableEnd(lines, from: start) else { return nil }
    let rows = lines[start..<end].map(\.text)
    return (end, (rows.prefix(1) + rows.dropFirst(2)).map(Self.cells))
  }

  /// Where the table ends that begins at a line; `nil` where none does: the line below must be dashes between bars, as
  /// many as there are names. A blank line ends it, and a line without a bar.
  private func tableEnd(_ lines: [Passage], from start: Int) -> Int? {
    guard fence == nil, start + 1 < lines.count, lines[start + 1].line == lines[start].line + 1,
      lines[start].text.contains("|"), let columns = Self.columns(lines[start + 1].text),
      Self.cells(lines[start].text).count == columns
    else { return nil }
    var end = start + 2
    while end < lines.count, lines[end].line == lines[end - 1].line + 1, lines[end].text.contains("|") { end += 1 }
    return end
  }

  /// How many columns a line of dashes between bars makes; `nil` for any other line.
  private static func columns(_ line: String) -> Int? {
    guard line.contains("|"), line.allSatisfy({ "|-: \t".contains($0) }) else { return nil }
    let cells = cells(line)
    let isDrawn = cells.allSatisfy { cell in
      let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
      return !dashes.isEmpty && ["", ":"].contains(cell[dashes.endIndex...])
    }
    return isDrawn ? cells.count : nil
  }

  /// The cells of a line: what stands between bars, but for those behind a backslash.
  static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped {
        cells.append(cell)
        cell = ""
      } else if character == "|" {
        cell.removeLast()
        cell.append(character)
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    cells.append(cell)
    // Bars at both ends are drawn around the row.
    if let first = cells.first, first.allSatisfy(\.isWhitespace) { cells.removeFirst() }
    if let last = cells.last, last.allSatisfy(\.isWhitespace), line.contains("|") { cells.removeLast() }
    return cells.map(plain)
  }

  /// A cell without the signs of bold words, code and line breaks. Stars that blot out digits stay.
  private static func plain(_ cell: String) -> String {
    var words = Substring(cell)
    while let first = words.first, first.isWhitespace { words.removeFirst() }
    while let last = words.last, last.isWhitespace { words.removeLast() }
    for sign in ["**", "__", "`"] where !words.isEmpty {
      let inner = words.dropFirst(sign.count).dropLast(sign.count)
      if words.hasPrefix(sign), words.hasSuffix(sign), !inner.isEmpty, !inner.contains(sign.first ?? " ") {
        words = inner
      }
    }
    var plain = String(words)
    guard plain.utf8.contains(UInt8(ascii: "<")) else { return plain }
    for tag in ["<br>", "<br/>", "<br />"] { plain = plain.split(separator: tag).joined(separator: "\n") }
    return plain
  }
}
