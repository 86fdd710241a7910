// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// What cells without a plain number say of their figure, asked for row by row.
struct QuickMarks {
  private let rows: [Int32]
  private let texts: [String]
  private var next = 0
  /// The text that was asked about last.
  private(set) var text = ""
  /// Whether that has no ink.
  private(set) var isBlank = true
  private var status = Observation.Status?.some(.missing)

  /// The cells of a column.
  init(_ texts: CellTexts) { (rows, self.texts) = (texts.rows, texts.texts) }

  /// Whether the figure of a row is missing or masked; `nil` for any other text. Rows are asked for from the top.
  mutating func status(at row: Int) -> Observation.Status? {
    while next < rows.count, Int(rows[next]) < row { next += 1 }
    guard next < rows.count, Int(rows[next]) == row else { return nil }
    // A table has a handful of them, in every hundredth row or so.
    if texts[next] != text {
      text = texts[next]
      isBlank = TableReading.isBlank(text)
      status = text.isEmpty ? .missing : Self.read(text)
    }
    return status
  }

  private static func read(_ text: String) -> Observation.Status? {
    switch CellReading.read(text) {
    case .missing: .missing
    case .masked: .masked
    case .number, .notANumber: nil
    }
  }
}
