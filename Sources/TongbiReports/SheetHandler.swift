// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Turns the XML of a sheet into rows of text, which pile up until somebody takes them.
final class SheetHandler: XMLHandler {
  private static let mergeLimit = 1_000_000

  private let book: WorkbookContext
  /// The rows that are read and not taken yet.
  var rows = SheetRows()
  /// The merged cells, known once the rows are through.
  private(set) var merges: [MergedCells] = []
  /// How many rows with words are hidden, and the first of them.
  private(set) var hidden = (count: 0, first: 0)
  /// What was doubtful so far.
  var findings: SheetFindings

  /// The row that is being read.
  private var row = 0
  private var isNumbered = false
  private var isHidden = false
  private var rowBytes = 0

  /// The cell that is being read; its column counts from 1.
  private var column = 0
  private var isInCell = false
  private var type = StoredType.number
  private var style = 0
  private var hasFormula = false
  private var value: [UInt8] = []
  private var isCollecting = false
  private var inlineDepth = 0
  private var phonetic = 0

  /// Makes a handler for a sheet of a workbook.
  init(_ book: WorkbookContext, file: String, sheet: String) {
    self.book = book
    findings = SheetFindings(file: file, sheet: sheet)
  }

  func start(_ element: XMLElement) throws(TongbiError) {
    switch element.name {
    case "v": isCollecting = isInCell
    case "c": beginCell(element)
    case "f": hasFormula = true
    case "row": beginRow(element)
    case "t": isCollecting = isInCell && inlineDepth > 0 && phonetic == 0
    case "is": inlineDepth += 1
    case "rPh": phonetic += 1
    case "mergeCell":
      if merges.count < Self.mergeLimit, let merge = element["ref"].flatMap({ MergedCells($0) }) {
        merges.append(merge)
      }
    default: break
    }
  }

  func end(_ name: XMLText) throws(TongbiError) {
    switch name {
    case "v", "t": isCollecting = false
    case "c": try endCell()
    case "row": endRow()
    case "is": inlineDepth -= 1
    case "rPh": phonetic -= 1
    default: break
    }
  }

  func text(_ text: XMLText) throws(TongbiError) {
    // Twice the limit is kept, so that escapes are resolved before the text is cut.
    guard isCollecting, value.count < 2 * EscapedText.limit else { return }
    unsafe value.append(contentsOf: text.bytes)
  }

  private func beginRow(_ element: XMLElement) {
    let number = element["r"]?.integer ?? 0
    isNumbered = (1...CellReference.rowLimit).contains(number)
    row = isNumbered ? number : row + 1
    isHidden = element["hidden"]?.isTrue ?? false
    column = 0
    rowBytes = 0
  }

  private func endRow() {
    if isHidden, rows.openCells > 0 {
      if hidden.count == 0 { hidden.first = row }
      hidden.count += 1
    }
    rows.close(number: row)
  }

  private func beginCell(_ element: XMLElement) {
    column += 1
    if let text = element["r"], let place = unsafe CellReference(text.bytes) {
      column = place.column
      if !isNumbered, place.row <= CellReference.rowLimit {
        isNumbered = true
        row = place.row
      }
    }
    type = element["t"].map { StoredType($0) } ?? .number
    style = element["s"]?.integer ?? 0
    hasFormula = false
    isInCell = true
    value.removeAll(keepingCapacity: true)
  }

  private func endCell() throws(TongbiError) {
    isInCell = false
    isCollecting = false
    if value.isEmpty {
      // A formula that gives empty text says so with its type.
      if hasFormula, type != .text { findings.note(.uncachedFormula, row: row, column: column) }
      return
    }
    guard column <= CellReference.columnLimit, rows.openCells < 2 * CellReference.columnLimit else {
      findings.note(.beyondLastColumn, row: row, column: 0)
      return
    }
    if type == .shared {
      try takeShared()
    } else {
      let start = rows.bytes.count
      let wasCut = type.write(&value, book.styles.format(style), book.dates, to: &rows.bytes)
      if wasCut { findings.note(.textCut(limit: EscapedText.limit >> 10), row: row, column: column) }
      try take(start..<rows.bytes.count, isShared: false)
    }
  }

  private func takeShared() throws(TongbiError) {
    let index = unsafe value.withUnsafeBufferPointer { unsafe XMLText($0.baseAddress, count: $0.count).integer } ?? -1
    guard (0..<book.strings.count).contains(index) else {
      findings.note(.unknownString, row: row, column: column)
      return
    }
    if book.strings.cut.contains(index) {
      findings.note(.textCut(limit: EscapedText.limit >> 10), row: row, column: column)
    }
    try take(book.strings.range(index), isShared: true)
  }

  private func take(_ text: Range<Int>, isShared: Bool) throws(TongbiError) {
    guard !text.isEmpty else { return }
    rowBytes += text.count
    guard rowBytes <= SheetRows.byteLimit else {
      throw findings.error(.recordTooLong(limit: SheetRows.byteLimit >> 20), row: row)
    }
    rows.append(SheetRows.Cell(column: column - 1, text: text, isShared: isShared))
  }
}
