// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiDocuments
import TongbiNormalizer
import TongbiReports

/// Makes the page that a person reads before signing from what files say and from what was found in them.
struct ReviewPageMaker {
  let language: Language
  /// What was found, by file.
  private let findings: [String: [Finding]]
  /// What was found where no report stands: in the project file, between files.
  private let general: [Finding]
  private let words: AuditWords

  init(_ files: [ReviewedFile], findings: [Finding], language: Language) {
    self.language = language
    let known = Set(files.map(\.file))
    self.findings = Dictionary(grouping: findings.filter { known.contains($0.source.file) }, by: \.source.file)
    general = findings.filter { !known.contains($0.source.file) }
    words = AuditWords(language: language)
  }

  /// The page.
  func page(_ files: [ReviewedFile]) throws(TongbiError) -> ReviewPage {
    var sections: [ReviewPage.Section] = []
    for file in files { sections.append(try section(file)) }
    return ReviewPage(
      language: language, sections: sections,
      notes: FindingOutput.ordered(general).map { note($0, place: $0.source.place(in: language)) })
  }

  private func section(_ file: ReviewedFile) throws(TongbiError) -> ReviewPage.Section {
    let found = FindingOutput.ordered(findings[file.file] ?? [])
    var lines: [Int: [Finding]] = [:]
    var sheets: [String?: [Finding]] = [:]
    var whole: [Finding] = []
    for finding in found {
      switch finding.source.place {
      case .words(let line, _, _): lines[line, default: []].append(finding)
      case .cell(let sheet, _, _): sheets[sheet, default: []].append(finding)
      case .whole: whole.append(finding)
      }
    }
    var blocks = file.texts.flatMap { self.lines($0.report, $0.reading, lines) }
    var line = 0
    for sheet in file.sheets {
      var left: [Finding] = []
      let grid = try grid(of: sheet, in: file, sheets[sheet.table.sheet] ?? [], &left)
      whole += left
      // A table in a table follows the one that it stands in.
      line = sheet.table.line ?? line
      let next = blocks.firstIndex { if case .line(let other) = $0 { other.number > line } else { false } }
      blocks.insert(.grid(grid), at: next ?? blocks.count)
    }
    let notes = whole.map { note($0, place: "") }
    return ReviewPage.Section(file: file.file, blocks: blocks, notes: notes)
  }

  // MARK: Lines

  private func lines(
    _ report: TextReport, _ reading: NarrativeReading, _ found: [Int: [Finding]]
  ) -> [ReviewPage.Block] {
    let audit = TextAudit(report, reading)
    return report.passages.enumerated().map { index, passage in
      let marks = audit.entries(passage).compactMap { entry -> ReviewPage.Mark? in
        guard case .words(_, let start, let end) = entry.source.place, isWorthMarking(entry) else { return nil }
        return mark(entry, start..<end)
      }
      let notes = (found[passage.line] ?? []).map { note($0, place: "") }
      return .line(
        ReviewPage.Line(
          number: passage.line, style: Self.style(passage.text, isFirst: index == 0), text: passage.text, marks: marks,
          notes: notes))
    }
  }

  /// Numerals within words and the marks of lists would only be in the way.
  private func isWorthMarking(_ entry: AuditEntry) -> Bool {
    switch entry.fate {
    case .rejected(.numeral), .rejected(.sentence(.listMark)): false
    case .rejected(.sentence(.name)), .rejected(.sentence(.grade)):
      entry.source.quote.contains { $0.isNumber && $0.isASCII }
    default: true
    }
  }

  private func mark(_ entry: AuditEntry, _ range: Range<Int>) -> ReviewPage.Mark {
    ReviewPage.Mark(
      characters: range, kind: words.kind(entry), explanation: words.explanation(entry), place: entry.source.address)
  }

  /// What a line is by its looks: the first short one is the title, 一、 and （一） begin headings.
  private static func style(_ text: String, isFirst: Bool) -> ReviewPage.Line.Style {
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.count <= 45, !trimmed.contains(where: { "。；！？".contains($0) }) else { return .paragraph }
    if isFirst { return .title }
    let numerals: Set<Character> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "（", "(", "#", "第"]
    guard let first = trimmed.first, numerals.contains(first) || first.isNumber else { return .paragraph }
    return trimmed.prefix(5).contains { "、）)#章节.．".contains($0) } ? .heading : .paragraph
  }

  // MARK: Tables

  private func grid(
    of sheet: ReviewedFile.Sheet, in file: ReviewedFile, _ found: [Finding], _ left: inout [Finding]
  ) throws(TongbiError) -> ReviewPage.Grid {
    var rows: [(number: Int, cells: [ReviewPage.Cell])] = []
    left += try file.rows(of: sheet) { (row, entries) throws(TongbiError) in
      guard row.cells.contains(where: { !$0.isEmpty }) else { return }
      var cells = row.cells.map { ReviewPage.Cell(text: $0) }
      for entry in entries {
        guard case .cell(_, _, let column) = entry.source.place, isWorthMarkingInTable(entry) else { continue }
        cells[column - 1].mark = mark(entry, 0..<entry.source.quote.count)
      }
      rows.append((row.row, cells))
    }
    Self.merge(&rows, sheet.table.merges)
    let notes = found.map { note($0, place: $0.source.address) }
    return ReviewPage.Grid(name: sheet.table.sheet ?? "", rows: rows, notes: notes)
  }

  /// In a table only figures and what looks like one are marked; headers and names speak for themselves.
  private func isWorthMarkingInTable(_ entry: AuditEntry) -> Bool {
    switch entry.fate {
    case .rejected(.caption), .rejected(.header), .rejected(.key), .rejected(.unread), .period: false
    default: true
    }
  }

  private static func merge(_ rows: inout [(number: Int, cells: [ReviewPage.Cell])], _ merges: [MergedCells]) {
    guard !merges.isEmpty else { return }
    let places = Dictionary(rows.enumerated().map { ($1.number - 1, $0) }) { first, _ in first }
    for merge in merges {
      let covered = merge.rows.compactMap { places[$0] }
      guard let top = places[merge.rows.lowerBound], covered.count == merge.rows.count else { continue }
      for row in covered {
        for column in merge.columns where rows[row].cells.indices.contains(column) {
          rows[row].cells[column].columns = 0
        }
      }
      guard rows[top].cells.indices.contains(merge.columns.lowerBound) else { continue }
      rows[top].cells[merge.columns.lowerBound].columns = merge.columns.count
      rows[top].cells[merge.columns.lowerBound].rows = merge.rows.count
    }
  }

  // MARK: Findings

  private func note(_ finding: Finding, place: String) -> ReviewPage.Note {
    let message = finding.problem.message(in: language)
    let quote = finding.source.quote
    return ReviewPage.Note(
      severity: finding.severity, words: place.isEmpty ? message : "\(place) \(message)",
      quote: message.contains(quote) ? "" : quote)
  }
}
