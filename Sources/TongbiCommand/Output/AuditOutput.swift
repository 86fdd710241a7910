// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiDocuments
import TongbiNormalizer

/// Every number of reports with what became of it, as a table, as records and as JSON lines.
struct AuditOutput {
  static let header = [
    "number", "became", "reason", "facility", "metric", "label", "period", "value", "unit", "role", "status", "changes",
    "file", "sheet", "row", "column", "line", "start", "end", "place",
  ]

  let language: Language

  /// The numbers of one file in a form that is printed.
  func text(_ entries: [AuditEntry], of file: String, _ format: ResultFormat) -> String {
    switch format {
    case .csv: CSVText.records(entries.map(record))
    case .jsonl:
      entries.map { entry in
        let members = zip(Self.header, record(entry)).map { name, field in
          (name, Self.numbers.contains(name) ? JSONText.number(field) : JSONText.text(field.isEmpty ? nil : field))
        }
        return JSONText.object(members).line + "\n"
      }.joined()
    case .table: listing(entries, of: file)
    }
  }

  private func record(_ entry: AuditEntry) -> [String] {
    let observation = entry.observation
    var reason = ""
    if case .rejected(let found) = entry.fate { reason = found.code }
    return [
      entry.source.quote, entry.fate.code, reason, observation?.facility ?? "", observation?.metric?.id ?? "",
      observation?.label ?? "", observation?.periodText ?? "",
      observation?.quantity?.value.description ?? "", observation?.unit.symbol ?? "",
      observation?.role.rawValue ?? "", observation?.status.rawValue ?? "",
      observation.map { AuditWords(language: language).changes($0) } ?? "",
    ] + SourceFields(entry.source).fields + [entry.source.address]
  }

  private static let numbers: Set<String> = ["value", "row", "column", "line", "start", "end"]

  private func listing(_ entries: [AuditEntry], of file: String) -> String {
    let words = AuditWords(language: language)
    var table = TerminalTable(
      header: language == .chinese ? ["出处", "数字", "结果", "说明"] : ["place", "number", "became", "explanation"],
      alignments: [.left, .left, .left, .left])
    table.rows = entries.map { entry in
      [
        entry.source.address, entry.source.quote.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        words.kind(entry).name(in: language), words.explanation(entry),
      ]
    }
    return "# \(file)\n" + table.text
  }
}

extension JSONText {
  /// A number by its digits, or null.
  fileprivate static func number(_ digits: String) -> JSONText { ExactDecimal(digits).map { .number($0) } ?? .null }
}
