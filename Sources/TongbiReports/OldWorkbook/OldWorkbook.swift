// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// An old workbook (.xls, .et), as Excel 5 to 2003 and WPS write it: what its sheets have in common.
struct OldWorkbook {
  /// A sheet as the workbook lists it.
  struct Sheet {
    var name: String
    /// Where its records begin.
    var offset: Int
    /// Whether nobody sees it.
    var isHidden: Bool
  }

  /// All records.
  let bytes: [UInt8]
  /// The sheets with cells, in the order of their tabs.
  private(set) var sheets: [Sheet] = []
  /// The texts that cells share.
  private(set) var strings: [String] = []
  /// Where its days are counted from.
  private(set) var dates = DateSystem.from1900
  /// How strings stand in the records.
  private(set) var form: RecordText.Form
  /// Whether a password is needed.
  private(set) var isLocked = false
  /// Whether the list of what the sheets share has an end.
  private(set) var isWhole = false

  private var codes: [Int: String] = [:]
  private var styles: [Int] = []
  private var formats: [Int: NumberFormat] = [:]

  /// Reads what the sheets share.
  init(_ bytes: [UInt8], form: RecordText.Form) {
    self.bytes = bytes
    self.form = form
    var records = RecordStream(bytes)
    while !isWhole, !isLocked, let record = records.advance() { take(record) }
    for number in Set(styles) {
      formats[number] = codes[number].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: number)
    }
  }

  /// The format of a cell by the number of its style.
  func format(style: Int) -> NumberFormat {
    (styles.indices.contains(style) ? formats[styles[style]] : nil) ?? .number
  }

  private mutating func take(_ record: RecordStream.Record) {
    let start = record.content.lowerBound
    switch record.kind {
    case .end: isWhole = true
    case .password: isLocked = true
    case .dateMode: dates = bytes.word16(start) == 1 ? .from1904 : .from1900
    case .codePage:
      if case .windows = form { form = .windows(Self.encoding(codePage: bytes.word16(start))) }
    case .style where record.content.count >= 4: styles.append(bytes.word16(start + 2))
    case .format where record.content.count >= 4:
      var lengthBytes = 1
      if case .unicode = form { lengthBytes = 2 }
      var text = RecordText(bytes, record.pieces, form: form, skipping: 2)
      codes[bytes.word16(start)] = text.string(lengthBytes: lengthBytes)
    case .sheet where record.content.count >= 8 && bytes[start + 5] == 0:
      // Sheets of the kinds 1, 2 and 6 hold macros, charts and programs.
      var text = RecordText(bytes, record.pieces, form: form, skipping: 6)
      let name = text.string(lengthBytes: 1)
      sheets.append(Sheet(name: name, offset: bytes.word32(start), isHidden: bytes[start + 4] & 3 != 0))
    case .strings:
      var text = RecordText(bytes, record.pieces, form: form, skipping: 8)
      while !text.isAtEnd { strings.append(text.string(lengthBytes: 2)) }
    default: break
    }
  }

  /// The encoding of a Windows by its number; Chinese Windows where the number is none that is known.
  private static func encoding(codePage: Int) -> TextEncoding {
    switch codePage {
    case 950: .big5
    case 1252, 0x8001: .windows1252
    case 65001: .utf8
    default: .gb18030
    }
  }
}

extension OldWorkbook {
  /// The most cells, blank ones between others counted: a sheet that is full.
  static let cellLimit = 65_536 * 256

  /// Reads a workbook whole: a table for each sheet with cells that is not hidden, or for the one that is asked for.
  static func read(_ container: CompoundFile, file: String, sheet asked: String?) throws(TongbiError) -> Report {
    let place = Source(file: file)
    let found: (bytes: [UInt8], form: RecordText.Form)? =
      container.stream("Workbook").map { ($0, .unicode) }
      ?? container.stream("Book").map { ($0, .windows(.gb18030)) }
    guard let found else { throw TongbiError(ReportsProblem.damagedArchive, at: place) }
    let workbook = OldWorkbook(found.bytes, form: found.form)
    guard !workbook.isLocked else { throw TongbiError(ReportsProblem.encrypted, at: place) }
    guard workbook.isWhole else { throw TongbiError(ReportsProblem.damagedArchive, at: place) }
    if let asked, !workbook.sheets.contains(where: { $0.name == asked }) {
      let names = workbook.sheets.prefix(20).map(\.name)
      throw TongbiError(ReportsProblem.noSuchSheet(asked, sheets: names), at: place)
    }
    let wanted = workbook.sheets.filter { sheet in asked.map { sheet.name == $0 } ?? !sheet.isHidden }
    var (parts, findings) = try workbook.parts(wanted, file: file)
    let hidden = asked == nil ? workbook.sheets.filter(\.isHidden).map(\.name) : []
    if !hidden.isEmpty {
      findings.append(Finding(.note, ReportsProblem.hiddenSheets(Array(hidden.prefix(20))), at: place))
    }
    guard !parts.isEmpty else { throw TongbiError(findings.first?.problem ?? ReportsProblem.empty, at: place) }
    return Report(file: file, parts: parts, findings: findings)
  }

  private func parts(_ sheets: [Sheet], file: String) throws(TongbiError) -> ([Report.Part], [Finding]) {
    var parts: [Report.Part] = []
    var findings: [Finding] = []
    var left = Self.cellLimit
    var seen: Set<Int> = []
    for sheet in sheets {
      guard seen.insert(sheet.offset).inserted else {
        findings.append(Finding(.error, ReportsProblem.repeatedSheet(sheet.name), at: Source(file: file)))
        continue
      }
      var reader = OldSheet(self, at: sheet.offset, cellLimit: left)
      reader.read()
      guard reader.cellCount <= left else {
        throw TongbiError(ReportsProblem.tooManyCells(limit: Self.cellLimit), at: Source(file: file))
      }
      left -= reader.cellCount
      if !reader.isWhole {
        let row = Source(file: file, place: .cell(sheet: sheet.name, row: max(1, reader.rows.count), column: 0))
        findings.append(Finding(.error, ReportsProblem.sheetCutOff, at: row))
      }
      guard !reader.rows.isEmpty else { continue }
      parts.append(.table(GridTable(file: file, sheet: sheet.name, rows: reader.rows, merges: reader.merges)))
    }
    return (parts, findings)
  }
}
