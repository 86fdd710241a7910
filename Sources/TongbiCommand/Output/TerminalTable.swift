// SPDX-License-Identifier: Apache-2.0

/// A table for a terminal of fixed-width characters, in which a Chinese character takes two places.
struct TerminalTable {
  /// On which side a column's cells stand.
  enum Alignment {
    case left
    case right
  }

  var header: [String]
  var alignments: [Alignment]
  var rows: [[String]] = []

  /// The table with two blanks between columns and a line under the header.
  var text: String {
    var widths = header.map(Self.width)
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], Self.width(cell)) }
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([line(header, widths), rule] + rows.map { line($0, widths) }).joined(separator: "\n") + "\n"
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.enumerated().map { index, cell in
      let blanks = String(repeating: " ", count: widths[index] - Self.width(cell))
      return alignments[index] == .right ? blanks + cell : cell + blanks
    }
    var line = padded.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The places that a text takes: two for East Asian wide and full-width characters.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
