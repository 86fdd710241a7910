// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Findings as lines for a person and as records.
struct FindingOutput {
  let language: Language

  static let header = [
    "severity", "code", "file", "sheet", "row", "column", "line", "start", "end", "quote", "message",
  ]

  /// One finding as a line: severity, place, what was found and what to do.
  func line(_ finding: Finding) -> String {
    "\(name(finding.severity)) \(finding.source.place(in: language)): \(finding.problem.message(in: language))"
  }

  /// One finding as a record under ``header``.
  func record(_ finding: Finding) -> [String] {
    let place = SourceFields(finding.source)
    return [finding.severity.rawValue, finding.problem.code] + place.fields
      + [finding.source.quote, finding.problem.message(in: language)]
  }

  /// How many there are of each severity, in words.
  func summary(_ findings: [Finding]) -> String {
    let counts = Finding.Severity.allCases.reversed().map { severity in
      (severity, findings.lazy.filter { $0.severity == severity }.count)
    }
    return counts.filter { $1 > 0 }.map { severity, count in
      language.pick("\(name(severity))\(count)条", "\(count) \(name(severity))\(count == 1 ? "" : "s")")
    }.joined(separator: language.pick("、", ", "))
  }

  private func name(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: language.pick("错误", "error")
    case .warning: language.pick("警告", "warning")
    case .note: language.pick("提示", "note")
    }
  }

  /// The findings in the order a person works through them: the weightiest first, then by file and place.
  ///
  /// - Parameter most: How many of them are wanted.
  static func ordered(_ findings: [Finding], most: Int = .max) -> [Finding] {
    // Places are moved rather than findings, which hold many words; those of one file, often very many, are in order.
    var byFile = Array(findings.indices)
    if findings.contains(where: { $0.source.file != findings[0].source.file }) {
      byFile.sort { left, right in
        let files = (findings[left].source.file, findings[right].source.file)
        return files.0 == files.1 ? left < right : files.0 < files.1
      }
    }
    let order = Finding.Severity.allCases.reversed().flatMap { severity in
      byFile.filter { findings[$0].severity == severity }
    }
    return order.prefix(most).map { findings[$0] }
  }
}

/// The place of a source as separate fields: file, sheet, row, column, line, start, end.
struct SourceFields {
  let fields: [String]

  init(_ source: Source) {
    switch source.place {
    case .whole: fields = [source.file, "", "", "", "", "", ""]
    case .cell(let sheet, let row, let column):
      fields = [source.file, sheet ?? "", String(row), column == 0 ? "" : String(column), "", "", ""]
    case .words(let line, let start, let end):
      fields = [source.file, "", "", "", String(line), String(start), String(end)]
    }
  }
}
