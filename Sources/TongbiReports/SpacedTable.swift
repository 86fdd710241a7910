// SPDX-License-Identifier: Apache-2.0

/// A table that was copied into plain text: cells stand apart by a tab, by two blanks and more,
/// or by one as wide as a letter.
enum SpacedTable {
  /// The longest cell of such a table; longer ones are prose with a gap in it.
  private static let longest = 40

  /// The rows of the table that begins at a line; none where none does.
  ///
  /// They follow each other line by line and have as many cells as the first, three or more (with tabs two), of which
  /// the first row names what stands below and all others hold a figure. The first may lack the cell above their names.
  static func rows(_ lines: [Passage], from start: Int) -> [[String]] {
    guard holdsGap(lines[start].text) else { return [] }
    var names = cells(lines[start].text)
    guard isRow(names), !names.dropFirst().contains(where: isFigure) else { return [] }
    var rows: [[String]] = []
    var at = start + 1
    while at < lines.count, lines[at].line == lines[at - 1].line + 1, holdsGap(lines[at].text) {
      let row = cells(lines[at].text)
      if at == start + 1, row.count == names.count + 1, !isFigure(names[0]), row.dropFirst().allSatisfy(isFigure) {
        names.insert("", at: 0)
      }
      guard row.count == names.count, isRow(row), row.dropFirst().contains(where: isFigure) else { break }
      rows.append(row)
      at += 1
    }
    guard names.count > (lines[start].text.contains("\t") ? 1 : 2) else { return [] }
    return rows.isEmpty ? [] : [names] + rows
  }

  /// The cells of a line.
  static func cells(_ line: String) -> [String] {
    let isTabbed = line.contains("\t")
    var cells: [String] = []
    var cell = ""
    var gap = ""
    for character in line {
      if character.isWhitespace {
        gap.append(character)
        continue
      }
      if cell.isEmpty, cells.isEmpty, !gap.contains("\t") {
        gap = ""
      } else if gap.contains("\t") || !isTabbed && (gap.count > 1 || gap == "\u{3000}") {
        cells.append(cell)
        for _ in 1..<max(1, isTabbed ? gap.count { $0 == "\t" } : 1) { cells.append("") }
        cell = ""
      } else {
        cell += gap
      }
      gap = ""
      cell.append(character)
    }
    return cells + [cell]
  }

  private static func isRow(_ cells: [String]) -> Bool {
    cells.allSatisfy { $0.count <= longest && !$0.contains { "。；，".contains($0) } }
  }

  /// Whether a cell is a number, with a sign or unit perhaps: 14732, +12.4%, -0.5天.
  private static func isFigure(_ cell: String) -> Bool {
    let digits = cell.drop { "+-−±↑↓<>≥≤".contains($0) }
    guard let first = digits.first, first.isWholeNumber, first.isASCII || "０１２３４５６７８９".contains(first) else {
      return false
    }
    // 2023年上半年 and 6月 are names of columns.
    let rest = digits.drop { $0.isWholeNumber || ".,，．".contains($0) }
    return !(rest.first.map { "年月季-—~～/:：、".contains($0) } ?? false)
  }

  /// Whether a line holds a tab or two blanks, or a wide one, behind its first letter; most lines do not.
  static func holdsGap(_ line: String) -> Bool {
    let bytes = line.utf8Span.span
    var at = 0
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    while at < bytes.count {
      switch bytes[at] {
      case 0x09: return true
      case 0x20 where at + 1 < bytes.count && bytes[at + 1] == 0x20: return true
      case 0x80 where at > 4 && bytes[at - 1] == 0x80 && bytes[at - 2] == 0xE3:
        // A blank as wide as a letter, behind one that is none.
        if !(bytes[at - 3] == 0x80 && bytes[at - 4] == 0x80 && bytes[at - 5] == 0xE3) { return true }
      default: break
      }
      at += 1
    }
    return false
  }
}
