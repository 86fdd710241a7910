// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A table that stands in plain text, drawn with bars: `| 指标 | 2023年 | 2024年 |`, `│门诊│7.1万│7.6万│`.
enum DrawnTable {
  /// The longest cell of such a table; longer ones are prose with a bar in it.
  private static let longest = 40

  /// Where the table ends that begins at a line; `nil` where none does.
  ///
  /// Its rows follow each other line by line, have as many cells, two or more, and figures in one of them.
  static func end(_ lines: [Passage], from start: Int) -> Int? {
    guard holdsBar(lines[start].text) else { return nil }
    var end = start
    var count: Int?
    var rows = 0
    var hasFigures = false
    while end < lines.count, end == start || lines[end].line == lines[end - 1].line + 1,
      holdsBar(lines[end].text) || isFrame(lines[end].text)
    {
      if !isFrame(lines[end].text) {
        let cells = cells(lines[end].text)
        guard cells.count > 1, count ?? cells.count == cells.count, cells.allSatisfy({ $0.count <= longest }) else {
          break
        }
        count = cells.count
        if rows > 0, cells.dropFirst().contains(where: { $0.contains(where: \.isNumber) }) { hasFigures = true }
        rows += 1
      }
      end += 1
    }
    return rows > 1 && hasFigures ? end : nil
  }

  /// The rows without the lines that draw its frame.
  static func rows(_ lines: [String]) -> [[String]] { lines.filter { !isFrame($0) }.map(cells) }

  /// Whether a line may hold a bar; most lines do not. ｜ and the letters that frames are drawn with are told by their bytes.
  static func holdsBar(_ line: String) -> Bool {
    let bytes = line.utf8Span.span
    var at = 0
    while at < bytes.count {
      if at + 8 <= bytes.count, !bytes.word(at: at).mayHold(0x7C, 0x94, 0x9C) {
        at += 8
        continue
      }
      switch bytes[at] {
      case 0x7C: return true
      case 0x94 where at > 0 && bytes[at - 1] == 0xE2: return true
      case 0x9C where at > 1 && bytes[at - 1] == 0xBD && bytes[at - 2] == 0xEF: return true
      default: at += 1
      }
    }
    return false
  }

  private static func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "│" || scalar == "┃" || scalar == "｜" }

  /// `+----+----+`, `|---|---|`, `├──┼──┤`.
  private static func isFrame(_ line: String) -> Bool {
    line.unicodeScalars.allSatisfy { scalar in
      (0x2500...0x257F).contains(scalar.value) || "|-+=: \t　".unicodeScalars.contains(scalar)
    }
  }

  private static func cells(_ line: String) -> [String] {
    MarkdownText.cells(String(String.UnicodeScalarView(line.unicodeScalars.map { isBar($0) ? "|" : $0 })))
  }
}
