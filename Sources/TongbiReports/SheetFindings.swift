// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What is doubtful about the cells of a sheet: the first 20 of each sort.
struct SheetFindings {
  private static let limit = 20

  private let file: String
  private let sheet: String
  private var counts: [String: Int] = [:]
  private var found: [Finding] = []

  init(file: String, sheet: String) {
    self.file = file
    self.sheet = sheet
  }

  /// Adds a finding about a cell; a `column` of 0 means the whole row.
  mutating func note(_ problem: ReportsProblem, _ severity: Finding.Severity = .warning, row: Int, column: Int) {
    let count = counts[problem.code, default: 0]
    guard count < Self.limit else { return }
    counts[problem.code] = count + 1
    found.append(Finding(severity, problem, at: source(row: row, column: column)))
  }

  /// Hands on what was found.
  mutating func take() -> [Finding] {
    defer { found = [] }
    return found
  }

  /// An error about a row.
  func error(_ problem: ReportsProblem, row: Int) -> TongbiError {
    TongbiError(problem, at: source(row: row, column: 0))
  }

  private func source(row: Int, column: Int) -> Source {
    Source(file: file, place: .cell(sheet: sheet, row: row, column: column))
  }
}
