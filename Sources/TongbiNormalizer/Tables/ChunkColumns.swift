// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// The columns of a chunk in their own types, so that rows need no look at the kind of column.
struct ChunkColumns {
  var codes: [[Int32]]
  var numbers: [NumberColumn?]
  /// How many columns of figures there are.
  let width: Int
  /// How many rows.
  let count: Int
  /// The numbers of all columns of figures without their points, one column after the other, and their digits after the
  /// point; empty unless every column has a cell for every row.
  private(set) var significands: [Int64] = []
  private(set) var places: [Int8] = []

  init(_ chunk: TableChunk, reading: TableReading) {
    codes = chunk.columns.map { if case .codes(let codes) = $0 { codes } else { [] } }
    numbers = chunk.columns.map { if case .numbers(let numbers) = $0 { numbers } else { nil } }
    while codes.count < reading.uses.count {
      codes.append([])
      numbers.append(nil)
    }
    width = reading.figures.count
    count = chunk.count
    let figures = reading.figures.compactMap { [numbers] in numbers[$0.column] }
    guard reading.isQuick, figures.count == width, figures.allSatisfy({ $0.places.count == count }) else { return }
    if let only = figures.first, width == 1 {
      (significands, places) = (only.significands, only.places)
    } else {
      significands = figures.flatMap(\.significands)
      places = figures.flatMap(\.places)
    }
  }

  /// The codes of a column; none where there is no such column.
  func codes(_ column: Int?) -> [Int32] { column.map { codes[$0] } ?? [] }

  /// Whether every column of figures and every key has a cell for each row.
  func areWhole(_ keys: [Int]) -> Bool {
    places.count == count * width && keys.allSatisfy { codes[$0].count == count }
  }
}
