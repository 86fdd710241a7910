// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// A table as lines for a terminal: how it was read, then its rows behind their numbers.
///
/// The first rows decide how wide the columns are, so that a table of any length is printed as it is read.
struct TableListing {
  /// The most places of a cell that are shown.
  private static let cellLimit = 40
  /// The most columns that are shown; no terminal shows more.
  private static let columnLimit = 256

  private let table: any Table
  private let language: Language
  private let widths: [Int]
  private let numberWidth: Int

  /// Measures the first rows of a table.
  init(_ table: any Table, language: Language) {
    self.table = table
    self.language = language
    var widths: [Int] = []
    for row in table.head {
      for (index, cell) in row.enumerated() {
        let width = TerminalTable.width(Self.shown(cell))
        if index < widths.count { widths[index] = max(widths[index], width) } else { widths.append(width) }
      }
    }
    self.widths = widths
    numberWidth = String(max(1, table.rowCountHint)).count
  }

  /// A row with its number.
  func line(_ row: TextRow) -> String {
    var line = Self.padded(String(row.row), to: -numberWidth)
    for (index, cell) in row.cells.prefix(Self.columnLimit).enumerated() {
      line += "  " + Self.padded(Self.shown(cell), to: index < widths.count ? widths[index] : 0)
    }
    while line.last == " " { line.removeLast() }
    return line + (row.cells.count > Self.columnLimit ? "  …\n" : "\n")
  }

  /// The line above the rows: file, sheet, dialect, size, and what stands above the header.
  var heading: String {
    var parts = [table.file]
    if let sheet = table.sheet { parts.append(sheet) }
    if let delimited = table as? DelimitedTable { parts += dialect(of: delimited) }
    let isExact = table.rowCountHint <= table.head.count
    let about = isExact ? "" : language.pick("约", "about ")
    parts.append(
      language.pick(
        "\(about)\(table.rowCountHint)行 × \(widths.count)列",
        "\(about)\(table.rowCountHint) rows × \(widths.count) columns"))
    if let delimited = table as? DelimitedTable { parts += outline(of: delimited) }
    return "# " + parts.joined(separator: language.pick("，", ", ")) + "\n"
  }

  private func dialect(of table: DelimitedTable) -> [String] {
    let dialect = table.dialect
    var parts = [table.encoding.rawValue]
    let blank = dialect.padding == .skipped ? language.pick("加空格", " and blanks") : ""
    parts.append(language.pick("分隔符", "delimiter ") + Self.name(dialect.delimiter.text) + blank)
    if table.traits.hasQuotes {
      parts.append(language.pick("引号", "quote ") + "“\(Character(Unicode.Scalar(dialect.quote)))”")
      switch dialect.escape {
      case .doubled: parts.append(language.pick("引号双写", "doubled within quotes"))
      case .none: parts.append(language.pick("引号不转义", "not escaped"))
      case .backslash: break
      }
    } else {
      parts.append(language.pick("无引号", "no quotes"))
    }
    if dialect.escape == .backslash { parts.append(language.pick("转义“\\”", "escape “\\”")) }
    let ends = LineEnd.allCases.filter(table.traits.lineEnds.contains).map(\.rawValue).joined(separator: "+")
    if !ends.isEmpty { parts.append(language.pick("换行 ", "line ends ") + ends) }
    return parts
  }

  private func outline(of table: DelimitedTable) -> [String] {
    let outline = table.outline
    var parts: [String] = []
    if outline.preamble > 0 {
      let rows = outline.preamble == 1 ? "1 row" : "\(outline.preamble) rows"
      parts.append(language.pick("表头之上\(outline.preamble)行", "\(rows) above the header"))
    }
    if let header = outline.header {
      parts.append(language.pick("表头在第\(header)行", "header in row \(header)"))
    } else {
      parts.append(language.pick("无表头", "no header"))
    }
    return parts
  }

  /// A delimiter by its name where it cannot be seen.
  private static func name(_ delimiter: String) -> String {
    switch delimiter {
    case "\t": "TAB"
    case " ": "SPACE"
    case "\u{1}", "\u{1F}": "0x" + String(delimiter.utf8.first ?? 0, radix: 16, uppercase: true)
    default: "“\(delimiter)”"
    }
  }

  /// A cell on one line, cut where it is long; line ends and tabs show as signs.
  private static func shown(_ cell: String) -> String {
    var shown = ""
    var width = 0
    for character in cell {
      let sign: Character = character.isNewline ? "⏎" : character == "\t" ? "⇥" : character
      width += TerminalTable.width(String(sign))
      guard width <= cellLimit else { return shown + "…" }
      shown.append(sign)
    }
    return shown
  }

  /// Text filled with blanks to a width; before it where the width is negative.
  private static func padded(_ text: String, to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - TerminalTable.width(text)))
    return width < 0 ? blanks + text : text + blanks
  }
}
