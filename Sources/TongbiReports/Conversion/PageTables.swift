// SPDX-License-Identifier: Apache-2.0

/// The tables of a PDF, found by lines whose words stand apart and put together from where they stand.
struct PageTables {
  /// A table with the lines above it, the nearest last.
  struct Found {
    var table: PageTable
    var captions: [String]
    fileprivate var page: Int
    /// Whether nothing but a page's number stands below it on its page.
    fileprivate var isLast: Bool
  }

  private(set) var found: [Found] = []

  private static let captionLimit = 3
  /// What stands above or below all other lines of a page: its number, a running title.
  private static let margin = 2

  init(_ pages: [[PageWord]]) {
    for (number, words) in pages.enumerated() { take(PageLine.lines(words), page: number) }
  }

  private mutating func take(_ lines: [PageLine], page: Int) {
    var start = 0
    var last = 0
    while start < lines.count {
      let end = Self.end(lines, from: start)
      defer { start = max(end, start + 1) }
      guard end > start, let table = PageTable(Array(lines[start..<end])) else { continue }
      let isLast = lines.count - end <= Self.margin
      if start <= Self.margin, let before = found.last, before.page == page - 1, before.isLast,
        table.hasColumns(of: before.table)
      {
        found[found.count - 1].table.append(table)
        found[found.count - 1].page = page
        found[found.count - 1].isLast = isLast
      } else if table.headerRows > 0 {
        let above = lines[max(last, start - Self.captionLimit)..<start]
        let captions = above.map { $0.cells.map(\.text).joined(separator: " ") }
        found.append(Found(table: table, captions: captions, page: page, isLast: isLast))
      }
      last = end
    }
  }

  /// Where the lines end that may be a table: their words stand apart, but for headings between them.
  private static func end(_ lines: [PageLine], from start: Int) -> Int {
    guard lines[start].cells.count > 1 else { return start }
    var end = start + 1
    var hasFigures = holdsFigure(lines[start])
    while end < lines.count, isNear(lines[end - 1], lines[end]) {
      if lines[end].cells.count > 1 {
        hasFigures = hasFigures || holdsFigure(lines[end])
        end += 1
      } else if end + 1 < lines.count, lines[end + 1].cells.count > 1, isNear(lines[end], lines[end + 1]),
        isHeading(lines[end].letters), !hasFigures || holdsFigure(lines[end + 1])
      {
        // Below a heading among the rows stand figures; another header begins another table.
        hasFigures = hasFigures || holdsFigure(lines[end + 1])
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private static func holdsFigure(_ line: PageLine) -> Bool { line.cells.dropFirst().contains(where: \.isFigure) }

  private static func isNear(_ upper: PageLine, _ lower: PageLine) -> Bool {
    lower.middle - upper.middle < 4 * max(upper.height, lower.height)
  }

  /// Whether a line by itself can stand between the rows of a table: short, no sentence, no title of another table.
  private static func isHeading(_ text: String) -> Bool {
    guard text.count <= 20, let last = text.last, !"。：:；;".contains(last) else { return false }
    return !["表", "附表", "图", "注", "Table", "Figure"].contains { text.hasPrefix($0) }
  }
}
