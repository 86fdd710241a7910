// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Takes a web page apart: its tables, each with the text right above it, and its lines of text.
final class WebContent {
  /// A table that is open.
  private struct Open {
    var builder: WebTableBuilder
    let index: Int
    var cell: String?
    var across = 1
    var down = 1
  }

  /// All tables, each before the ones that are nested in it.
  private(set) var tables: [GridTable] = []
  /// The lines of text outside of tables, by their number.
  private(set) var passages: [Passage] = []
  /// Whether the page has Chinese characters.
  private(set) var isChinese = false

  private static let cellLimit = 1 << 22
  /// Tables nested deeper are read as text of the cell that they stand in.
  private static let depthLimit = 64
  private static let captionLimit = 3
  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "td", "th", "table", "caption", "center", "title", "dt",
    "dd",
  ]

  private let file: String
  private var open: [Open] = []
  /// How many tables inside the innermost one are read as text.
  private var tooDeep = 0
  private var skipped = 0
  private var line = ""
  private var recent: [String] = []
  private var cellCount = 0

  init(file: String) { self.file = file }

  /// An element begins; its name is in lower case.
  func start(_ name: String, across: Int, down: Int) throws(TongbiError) {
    if name == "script" || name == "style" { skipped += 1 }
    if name == "br" { addBreak() }
    guard Self.blocks.contains(name) else { return }
    endLine()
    switch name {
    case "table" where open.count >= Self.depthLimit: tooDeep += 1
    case "table":
      open.append(Open(builder: WebTableBuilder(captions: recent), index: tables.count))
      tables.append(GridTable(file: file, sheet: nil, rows: []))
      recent = []
    case "tr" where tooDeep == 0:
      try endCell()
      if let last = open.indices.last { try count(open[last].builder.startRow()) }
    case "td" where tooDeep == 0, "th" where tooDeep == 0:
      try endCell()
      guard let last = open.indices.last else { return }
      (open[last].cell, open[last].across, open[last].down) = ("", across, down)
    default: break
    }
  }

  /// An element ends.
  func end(_ name: String) throws(TongbiError) {
    if name == "script" || name == "style" { skipped = max(0, skipped - 1) }
    guard Self.blocks.contains(name) else { return }
    endLine()
    switch name {
    case "td" where tooDeep == 0, "th" where tooDeep == 0, "tr" where tooDeep == 0: try endCell()
    case "table" where tooDeep > 0: tooDeep -= 1
    case "table":
      try endCell()
      guard let table = open.popLast() else { return }
      tables[table.index] = table.builder.table(of: file)
      recent = []
    default: break
    }
  }

  /// Text, of which several white spaces count as one.
  func text(_ text: String) {
    guard skipped == 0 else { return }
    isChinese = isChinese || TableName.isChinese(text)
    for character in text {
      if character.isWhitespace {
        if let last = line.last, !last.isWhitespace { line.append(" ") }
      } else {
        line.append(character)
      }
    }
  }

  private func addBreak() {
    if line.last == " " { line.removeLast() }
    if open.last?.cell == nil { endLine() } else if !line.isEmpty { line.append("\n") }
  }

  /// Hands the text so far to the cell it stands in, else to the page.
  private func endLine() {
    while let last = line.last, last.isWhitespace { line.removeLast() }
    guard !line.isEmpty else { return }
    if let last = open.indices.last, let cell = open[last].cell {
      open[last].cell = cell.isEmpty ? line : cell + "\n" + line
    } else {
      passages.append(Passage(line: passages.count + 1, text: line))
      recent = recent.suffix(Self.captionLimit - 1) + [line]
    }
    line = ""
  }

  private func endCell() throws(TongbiError) {
    guard let last = open.indices.last, let cell = open[last].cell else { return }
    open[last].cell = nil
    try count(open[last].builder.append(cell, across: open[last].across, down: open[last].down))
  }

  private func count(_ cells: Int) throws(TongbiError) {
    cellCount += cells
    guard cellCount <= Self.cellLimit else {
      throw TongbiError(ReportsProblem.tooManyCells(limit: Self.cellLimit), at: Source(file: file))
    }
  }
}
