// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What the sheets of a workbook share.
struct WorkbookContext: Sendable {
  /// The path as the user gave it.
  var file: String
  /// Where its bytes are.
  var source: ByteSource
  /// The texts that cells refer to.
  var strings = SharedStrings()
  /// What the styles of cells make of numbers.
  var styles = WorkbookStyles()
  /// What dates count from.
  var dates = DateSystem.from1900
}

/// A workbook (.xlsx, .xlsm): its sheets in order, and what they share.
struct Workbook: ~Copyable {
  /// A sheet as the list of sheets has it.
  struct Entry: Hashable, Sendable {
    var name: String
    var isHidden: Bool
    /// The part with its cells; `nil` for a sheet of another kind, such as a chart.
    var part: String?
  }

  /// Workbooks of hundreds of sheets exist.
  private static let sheetLimit = 4096

  private let archive: Archive
  private let entries: [Entry]
  private let book: WorkbookContext
  private var findings: [Finding] = []

  /// Reads all but the sheets.
  init(_ source: ByteSource, file: String) throws(TongbiError) {
    let archive = try Archive(source, file: file)
    let root = try Relationships.read(of: "", in: archive)
    let part = root.part(ofType: "officeDocument") ?? "xl/workbook.xml"
    guard !part.lowercased().hasSuffix(".bin") else {
      throw TongbiError(ReportsProblem.binaryWorkbook, at: Source(file: file))
    }
    let handler = WorkbookHandler()
    try XMLReader.read(part, of: archive, into: handler)
    let relationships = try Relationships.read(of: part, in: archive)
    var book = WorkbookContext(file: file, source: source, dates: handler.dates)
    if let part = relationships.part(ofType: "sharedStrings"), archive.contains(part) {
      book.strings = try SharedStrings.read(part, in: archive)
    }
    if let part = relationships.part(ofType: "styles"), archive.contains(part) {
      book.styles = try WorkbookStyles.read(part, in: archive)
    }
    let sheets = Dictionary(
      relationships.targets.filter { $0.type == "worksheet" }.map { ($0.id, $0.part) },
      uniquingKeysWith: { first, _ in first })
    let others = Set(relationships.targets.filter { $0.type != "worksheet" }.map(\.id))
    entries = handler.sheets.prefix(Self.sheetLimit).compactMap { sheet in
      guard !others.contains(sheet.id) else { return nil }
      return Entry(name: sheet.name, isHidden: sheet.isHidden, part: sheets[sheet.id])
    }
    if handler.sheets.count > Self.sheetLimit {
      findings.append(Finding(.warning, ReportsProblem.tooManySheets(limit: Self.sheetLimit), at: Source(file: file)))
    }
    self.book = book
    self.archive = archive
  }

  /// The workbook as a report: a table for each sheet with words that is not hidden, or for the one that is asked for.
  consuming func report(sheet asked: String?) throws(TongbiError) -> Report {
    let place = Source(file: book.file)
    if let asked, !entries.contains(where: { $0.name == asked }) {
      throw TongbiError(ReportsProblem.noSuchSheet(asked, sheets: entries.prefix(20).map(\.name)), at: place)
    }
    let wanted = entries.filter { entry in asked.map { entry.name == $0 } ?? !entry.isHidden }
    let hidden = asked == nil ? entries.filter(\.isHidden).map(\.name) : []
    var parts: [Report.Part] = []
    var seen: Set<String> = []
    for entry in wanted {
      guard let part = entry.part, archive.contains(part), seen.insert(part.lowercased()).inserted else {
        let problem =
          entry.part.map { seen.contains($0.lowercased()) } == true
          ? ReportsProblem.repeatedSheet(entry.name) : .missingSheet(entry.name)
        findings.append(Finding(.error, problem, at: place))
        continue
      }
      let head = try SheetHead(part: part, name: entry.name, in: archive, book)
      guard !head.isEmpty else { continue }
      parts.append(.table(SheetTable(head, name: entry.name, part: part, book: book)))
    }
    if !hidden.isEmpty {
      findings.append(Finding(.note, ReportsProblem.hiddenSheets(Array(hidden.prefix(20))), at: place))
    }
    guard !parts.isEmpty else {
      throw TongbiError(
        findings.first { $0.severity == .error }?.problem ?? findings.last?.problem ?? ReportsProblem.empty, at: place)
    }
    return Report(file: book.file, parts: parts, findings: findings)
  }
}

/// Takes down the list of sheets.
private final class WorkbookHandler: XMLHandler {
  var sheets: [(name: String, id: String, isHidden: Bool)] = []
  var dates = DateSystem.from1900

  func start(_ element: XMLElement) throws(TongbiError) {
    switch element.name {
    case "sheet":
      guard let name = element["name"], let id = element["id"], sheets.count < 100_000 else { return }
      let state = element["state"]
      sheets.append((name.string, id.string, state.map { $0 == "hidden" || $0 == "veryHidden" } ?? false))
    case "workbookPr":
      if element["date1904"]?.isTrue == true { dates = .from1904 }
    default: break
    }
  }

  func end(_ name: XMLText) throws(TongbiError) {}
  func text(_ text: XMLText) throws(TongbiError) {}
}
