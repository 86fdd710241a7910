// SPDX-License-Identifier: Apache-2.0

package import Tongbi
package import TongbiReports

/// The corrections of a project, as its `corrections.csv` lists them.
package struct CorrectionList: Sendable {
  /// One line of the list.
  package struct Entry: Sendable {
    /// The file that the figure stands in, in its plain form.
    package var file: String
    /// The file as the list names it.
    package var written: String
    /// The place in it, as `Source.address` says it.
    package var place: String
    /// The words that stood there when it was made.
    package var quote: String
    /// The words that name the metric, where several figures stand at one place.
    package var label: String
    package var correction: Correction
  }

  /// The columns of the file, in the order in which they are written.
  package static let header = ["file", "place", "quote", "label", "field", "value", "reason", "who", "when"]

  /// The lines that can be applied.
  package private(set) var entries: [Entry] = []
  /// What is wrong with the others.
  package private(set) var findings: [Finding] = []

  /// An empty list.
  package init() {}

  /// Reads a list of corrections: columns by their names, in English or Chinese.
  ///
  /// - Parameter plain: The one form of a file's path, by which paths are compared.
  /// - Throws: ``TongbiError`` where the file cannot be read or lacks a column.
  package init(_ table: any Table, plain: (String) -> String) throws(TongbiError) {
    var columns: [String: Int]?
    var failure: TongbiError?
    try table.rows(from: 1) { (row) throws(TongbiError) in
      guard row.cells.contains(where: { !$0.isEmpty }), failure == nil else { return }
      guard let columns else {
        let found = Self.columns(row.cells)
        let missing = ["file", "place", "quote", "field", "value", "reason"].filter { found[$0] == nil }
        if !missing.isEmpty {
          failure = TongbiError(
            CorrectionProblem.missingColumns(missing), at: table.source(row: row.row, column: 0))
        }
        return columns = found
      }
      take(row, columns, table, plain)
    }
    if let failure { throw failure }
  }

  /// Adds the lines of another list.
  package mutating func add(_ other: CorrectionList) {
    entries += other.entries
    findings += other.findings
  }

  private mutating func take(
    _ row: TextRow, _ columns: [String: Int], _ table: any Table, _ plain: (String) -> String
  ) {
    func text(_ column: String) -> String {
      guard let index = columns[column], row.cells.indices.contains(index) else { return "" }
      return row.cells[index]
    }
    let source = table.source(row: row.row, column: 0)
    guard let field = Correction.Field(rawValue: FoldedName.fold(text("field"))) else {
      let known = Correction.Field.allCases.map(\.rawValue).joined(separator: " / ")
      let problem = CorrectionProblem.badLine(column: "field", text: text("field"), expected: known)
      return findings.append(Finding(.error, problem, at: source))
    }
    guard !FoldedName.trimmed(text("reason")).isEmpty else {
      return findings.append(Finding(.error, CorrectionProblem.noReason, at: source))
    }
    let correction = Correction(
      field: field, value: FoldedName.trimmed(text("value")), reason: text("reason"), who: text("who"),
      when: text("when"), source: source)
    entries.append(
      Entry(
        file: plain(text("file")), written: text("file"), place: text("place"), quote: text("quote"),
        label: text("label"),
        correction: correction))
  }

  private static func columns(_ header: [String]) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (index, cell) in header.enumerated() {
      let name = FoldedName.fold(cell)
      if let known = spellings.first(where: { $0.value.contains(name) })?.key, columns[known] == nil {
        columns[known] = index
      }
    }
    return columns
  }

  private static let spellings: [String: Set<String>] = [
    "file": ["file", "sourcefile", "source", "文件", "来源文件"], "place": ["place", "出处", "位置"],
    "quote": ["quote", "text", "原文"], "label": ["label", "名称", "指标名称"], "field": ["field", "项目", "字段"],
    "value": ["value", "rightvalue", "right", "正确值", "改为", "更正为"], "reason": ["reason", "理由", "原因"],
    "who": ["who", "更正人", "谁"], "when": ["when", "date", "日期", "时间"],
  ]
}
