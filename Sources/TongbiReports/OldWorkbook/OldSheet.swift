// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Reads the cells of one sheet of an old workbook.
struct OldSheet {
  /// The cells as text; a row ends with its last cell that is not blank.
  private(set) var rows: [[String]] = []
  /// The merged cells.
  private(set) var merges: [MergedCells] = []
  /// How many cells the rows hold, blank ones between others counted.
  private(set) var cellCount = 0
  /// Whether the sheet has an end, and is not cut off.
  private(set) var isWhole = false

  private let workbook: OldWorkbook
  private let cellLimit: Int
  private var records: RecordStream
  private var bytes: [UInt8] { workbook.bytes }
  /// The cell whose formula gives the text that comes next.
  private var awaitsText: (row: Int, column: Int)?

  private static let mergeLimit = 65_536

  /// Prepares to read a sheet that begins at an offset.
  init(_ workbook: OldWorkbook, at offset: Int, cellLimit: Int) {
    self.workbook = workbook
    self.cellLimit = cellLimit
    records = RecordStream(workbook.bytes, from: offset)
  }

  /// Reads up to the sheet's end, passing over charts that lie on it.
  mutating func read() {
    var depth = 0
    while cellCount <= cellLimit, let record = records.advance() {
      switch record.kind {
      case .beginning: depth += 1
      case .end:
        depth -= 1
        if depth <= 0 {
          isWhole = true
          return
        }
      case let kind? where depth == 1: take(kind, record)
      default:
        // What is not a sheet does not begin like one.
        if depth == 0 { return }
      }
    }
  }

  private mutating func take(_ kind: RecordStream.Kind, _ record: RecordStream.Record) {
    let (start, length) = (record.content.lowerBound, record.content.count)
    let (row, column, style) = (bytes.word16(start), bytes.word16(start + 2), bytes.word16(start + 4))
    switch kind {
    case .sharedText where length >= 10:
      let index = bytes.word32(start + 6)
      put(workbook.strings.indices.contains(index) ? workbook.strings[index] : "", row, column)
    case .text where length >= 8, .richText where length >= 8:
      var text = RecordText(bytes, record.pieces, form: workbook.form, skipping: 6)
      put(text.string(lengthBytes: 2), row, column)
    case .number where length >= 14: put(bytes.double(start + 6), style, row, column)
    case .shortNumber where length >= 10: put(Self.short(bytes.word32(start + 6)), style, row, column)
    case .numbers where length >= 12:
      for (index, at) in stride(from: start + 4, to: start + length - 7, by: 6).enumerated() {
        put(Self.short(bytes.word32(at + 2)), bytes.word16(at), row, column + index)
      }
    case .truth where length >= 8: put(truth: Int(bytes[start + 6]), isError: bytes[start + 7] != 0, row, column)
    case .formula where length >= 14: take(formulaAt: start, row, column, style)
    case .formulaText:
      guard let cell = awaitsText else { return }
      awaitsText = nil
      var text = RecordText(bytes, record.pieces, form: workbook.form, skipping: 0)
      put(text.string(lengthBytes: 2), cell.row, cell.column)
    case .merges: takeMerges(start, length)
    default: break
    }
  }

  /// Takes over what a formula gave when the workbook was last saved.
  private mutating func take(formulaAt start: Int, _ row: Int, _ column: Int, _ style: Int) {
    guard bytes.word16(start + 12) == 0xFFFF else { return put(bytes.double(start + 6), style, row, column) }
    switch bytes[start + 6] {
    case 0: awaitsText = (row, column)
    case 1, 2: put(truth: Int(bytes[start + 8]), isError: bytes[start + 6] == 2, row, column)
    default: break
    }
  }

  private mutating func takeMerges(_ start: Int, _ length: Int) {
    for at in stride(from: start + 2, to: start + length - 7, by: 8) where merges.count < Self.mergeLimit {
      let (top, bottom) = (bytes.word16(at), bytes.word16(at + 2))
      let (left, right) = (bytes.word16(at + 4), bytes.word16(at + 6))
      guard top <= bottom, left <= right, right < 256, bottom > top || right > left else { continue }
      merges.append(MergedCells(rows: top...bottom, columns: left...right))
    }
  }

  /// A number in four bytes: the upper half of a floating-point number or an integer, perhaps in hundredths.
  private static func short(_ word: Int) -> Double {
    let value =
      word & 2 == 0
      ? Double(bitPattern: UInt64(word & ~3) << 32) : Double(Int32(truncatingIfNeeded: word) >> 2)
    return word & 1 == 0 ? value : value / 100
  }

  private mutating func put(_ number: Double, _ style: Int, _ row: Int, _ column: Int) {
    put(Self.text(of: number, workbook.format(style: style), workbook.dates), row, column)
  }

  /// The text that says exactly what a number and its format mean.
  static func text(of number: Double, _ format: NumberFormat, _ dates: DateSystem) -> String {
    guard number.isFinite else { return "#NUM!" }
    var digits = Array("\(number)".utf8)
    if digits.suffix(2) == Array(".0".utf8) { digits.removeLast(2) }
    var bytes: [UInt8] = []
    _ = StoredType.number.write(&digits, format, dates, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func put(truth value: Int, isError: Bool, _ row: Int, _ column: Int) {
    let errors = [0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"]
    put(isError ? errors[value] ?? "#N/A" : value == 0 ? "FALSE" : "TRUE", row, column)
  }

  private mutating func put(_ text: String, _ row: Int, _ column: Int) {
    guard !text.isEmpty, column < 256 else { return }
    while rows.count <= row { rows.append([]) }
    if rows[row].count <= column {
      cellCount += column + 1 - rows[row].count
      guard cellCount <= cellLimit else { return }
      rows[row] += repeatElement("", count: column + 1 - rows[row].count)
    }
    rows[row][column] = text
  }
}
