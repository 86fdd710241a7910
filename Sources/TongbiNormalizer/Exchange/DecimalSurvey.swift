// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Looks far into a large table for what its numbers tell of their decimal mark, where the first rows leave it open.
struct DecimalSurvey {
  /// What was found, by column from 0.
  private(set) var found: [Int: Set<DecimalEvidence>] = [:]

  /// Enough for a mark that any number of decimals shows.
  private static let rowLimit = 200_000

  init(of columns: [Int], in table: any Table, from row: Int) {
    var uses = [ColumnUse](repeating: .skip, count: (columns.max() ?? -1) + 1)
    for column in columns { uses[column] = .numbers }
    var evidence: [Int: Set<DecimalEvidence>] = [:]
    var rows = 0
    // The reading ends by an error where enough was seen; one of the file comes up again when its figures are read.
    try? table.read(uses, from: row) { chunk throws(TongbiError) in
      for column in columns {
        guard case .numbers(let numbers) = chunk.columns[column] else { continue }
        for index in 0..<chunk.count {
          if numbers.places[index] > 0 {
            let number = ExactDecimal(
              significand: numbers.significands[index], places: Int(numbers.places[index]))
            evidence[column, default: []].insert(DecimalEvidence(number.description))
          } else if numbers.places[index] < 0, let text = numbers.texts[index] {
            evidence[column, default: []].insert(DecimalEvidence(text))
          }
        }
      }
      rows += chunk.count
      if rows >= Self.rowLimit { throw TongbiError(TableProblem.emptyTable) }
    }
    found = evidence
  }
}
