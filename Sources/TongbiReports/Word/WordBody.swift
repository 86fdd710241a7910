// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Takes the body of a Word document apart: paragraphs and tables, in the order in which they stand.
///
/// What tracked changes insert is read and what they delete is not; of fields only the results are. Headers, footers,
/// notes and comments are not part of the body. A text box is read after the paragraph that it hangs on.
final class WordBody: XMLHandler {
  /// What an open element means for the text in it.
  private enum Frame {
    case plain, body, paragraph, text, table, row, rowShape, cell, cellShape, textBox, alternatives
  }

  /// A place that holds paragraphs and tables.
  private struct Block {
    /// The paragraphs since the last table in it.
    var recent: [String] = []
    /// All its paragraphs, where it is a cell.
    var lines: [String] = []
    var shape = WordTableBuilder.Shape()
    let frame: Frame
  }

  /// The paragraphs that are not blank; a line is the number of a paragraph in the body.
  private(set) var passages: [Passage] = []
  /// All tables, each before the ones that are nested in it.
  private(set) var tables: [GridTable] = []

  private static let namespaces: [StaticString] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]
  /// The most cells in all tables together.
  private static let cellLimit = 1 << 22
  private static let captionLimit = 3

  private let file: String
  private var frames: [Frame] = []
  private var skipped = 0
  private var paragraphs: [String] = []
  private var blocks: [Block] = []
  private var builders: [(builder: WordTableBuilder, index: Int)] = []
  private var hasChosen: [Bool] = []
  /// For each open field, whether its code is being passed over and not yet its result.
  private var fields: [Bool] = []
  private var line = 0
  private var boxed: [Passage] = []
  private var cellCount = 0

  init(file: String) { self.file = file }

  func start(_ element: XMLElement) throws(TongbiError) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    guard let namespace = element.namespace, Self.namespaces.contains(where: { namespace == $0 }) else {
      return startOther(element.name)
    }
    if frames.last == .cellShape || frames.last == .rowShape {
      try takeShape(element)
      skipped = 1
      return
    }
    switch element.name {
    case "p": startParagraph()
    case "t": frames.append(.text)
    case "tbl": startTable()
    case "tr", "tc", "tcPr", "trPr": startPart(element.name)
    case "body": startBlock(.body)
    case "txbxContent": startBlock(.textBox)
    case "tab", "ptab": mark("\t")
    case "br": mark(element["type"].map { $0 == "textWrapping" } ?? true ? "\n" : "")
    case "cr": mark("\n")
    case "noBreakHyphen": mark("-")
    case "fldChar": markField(element["fldCharType"])
    case "pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "sdtPr", "sdtEndPr", "del", "moveFrom", "instrText",
      "delText", "delInstrText", "rt", "rubyPr", "fldData":
      skipped = 1
    default: frames.append(.plain)
    }
  }

  func end(_ name: XMLText) throws(TongbiError) {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    switch frames.popLast() {
    case .paragraph: endParagraph()
    case .table: endTable()
    case .row: if let last = builders.indices.last { builders[last].builder.endRow() }
    case .cell: try endCell()
    case .body, .textBox: blocks.removeLast()
    case .alternatives: hasChosen.removeLast()
    default: break
    }
  }

  func text(_ text: XMLText) throws(TongbiError) {
    guard skipped == 0, frames.last == .text, !fields.contains(true) else { return }
    add(text.string)
  }
}

extension WordBody {
  /// What is not of Word itself. Of alternatives for newer and older programs only the first is read.
  private func startOther(_ name: XMLText) {
    switch name {
    case "AlternateContent":
      frames.append(.alternatives)
      hasChosen.append(false)
    case "Choice" where frames.last == .alternatives, "Fallback" where frames.last == .alternatives:
      if hasChosen.last == true {
        skipped = 1
      } else {
        hasChosen[hasChosen.count - 1] = true
        frames.append(.plain)
      }
    default: frames.append(.plain)
    }
  }

  private func add(_ text: String) {
    guard let last = paragraphs.indices.last else { return }
    paragraphs[last] += text
  }

  private func mark(_ text: String) {
    frames.append(.plain)
    if !fields.contains(true) { add(text) }
  }

  private func markField(_ kind: XMLText?) {
    frames.append(.plain)
    guard let kind else { return }
    switch kind {
    case "begin": fields.append(true)
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = false }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  private func startParagraph() {
    frames.append(.paragraph)
    paragraphs.append("")
    if blocks.last?.frame == .body { line += 1 }
  }

  private func endParagraph() {
    guard let text = paragraphs.popLast(), let last = blocks.indices.last else { return }
    // A field whose code has no end would swallow the rest of the document.
    for index in fields.indices { fields[index] = false }
    let isBlank = text.allSatisfy(\.isWhitespace)
    if !isBlank { blocks[last].recent = blocks[last].recent.suffix(Self.captionLimit - 1) + [text] }
    switch blocks[last].frame {
    case .body:
      if !isBlank { passages.append(Passage(line: line, text: text)) }
      placeBoxed()
    case .textBox: if !isBlank { boxed.append(Passage(line: max(1, line), text: text)) }
    default: blocks[last].lines.append(text)
    }
  }

  private func placeBoxed() {
    passages += boxed
    boxed = []
  }

  private func startBlock(_ frame: Frame) {
    frames.append(frame)
    blocks.append(Block(frame: frame))
  }

  private func startTable() {
    frames.append(.table)
    let builder = WordTableBuilder(
      captions: blocks.last?.recent ?? [], line: blocks.last?.frame == .body ? passages.last?.line ?? 0 : nil)
    builders.append((builder, tables.count))
    tables.append(builder.table(of: file))
  }

  private func endTable() {
    guard let (builder, index) = builders.popLast() else { return }
    tables[index] = builder.table(of: file)
    if let last = blocks.indices.last { blocks[last].recent = [] }
    if blocks.last?.frame == .body { placeBoxed() }
  }

  /// A row or a cell, or what it says of its own shape.
  private func startPart(_ name: XMLText) {
    switch (name, frames.last { $0 != .plain }) {
    case ("tr", .table):
      builders[builders.count - 1].builder.startRow()
      frames.append(.row)
    case ("tc", .row): startBlock(.cell)
    case ("trPr", .row): frames.append(.rowShape)
    case ("tcPr", .cell): frames.append(.cellShape)
    default: frames.append(.plain)
    }
  }

  private func takeShape(_ element: XMLElement) throws(TongbiError) {
    let value = element["val"]
    if frames.last == .rowShape, let last = builders.indices.last {
      switch element.name {
      case "gridBefore":
        builders[last].builder.skip(columns: value?.integer ?? 0)
        try count(builders[last].builder.added)
      case "del": builders[last].builder.deleteRow()
      default: break
      }
    } else if let last = blocks.indices.last {
      let merge: WordTableBuilder.Merge = value.map { $0 == "restart" } ?? false ? .begins : .goesOn
      switch element.name {
      case "gridSpan": blocks[last].shape.span = value?.integer ?? 1
      case "vMerge": blocks[last].shape.down = merge
      case "hMerge": blocks[last].shape.across = merge
      default: break
      }
    }
  }

  private func endCell() throws(TongbiError) {
    guard let cell = blocks.popLast(), let last = builders.indices.last else { return }
    builders[last].builder.append(cell.lines.joined(separator: "\n"), cell.shape)
    try count(builders[last].builder.added)
  }

  private func count(_ cells: Int) throws(TongbiError) {
    cellCount += cells
    guard cellCount <= Self.cellLimit else {
      throw TongbiError(ReportsProblem.tooManyCells(limit: Self.cellLimit), at: Source(file: file))
    }
  }
}
