// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension LayoutFinder {
  /// Words and codes that vary while facility, metric and period stay the same break a figure down (科室, 性别, type);
  /// those that do not are attributes and left out. The whole table is asked, for its first rows may be alike.
  mutating func findParts() throws(TongbiError) {
    let candidates = words.indices.filter { column in
      isOpen[column] && !profiles[column].isBlank
        && (words[column] == .part || words[column] == nil && !profiles[column].isNumeric)
    }
    guard !candidates.isEmpty else { return }
    let keys = layout.roles.indices.filter { column in
      [TableLayout.Role.facility, .metric, .period, .year, .month, .quarter].contains(layout.roles[column])
    }
    var search = PartSearch(keys: keys, candidates: candidates)
    if table.head.count - layout.headerRow > 0 { search.look(at: sample) }
    if !search.isDone, table.rowCountHint > table.head.count || table.head.count >= 200 {
      var uses = [ColumnUse](repeating: .skip, count: layout.header.count)
      for column in keys + candidates { uses[column] = .codes }
      var whole = PartSearch(keys: keys, candidates: candidates)
      try table.read(uses, from: layout.firstDataRow) { chunk throws(TongbiError) in whole.look(at: chunk) }
      search.found.formUnion(whole.found)
    }
    for column in candidates {
      if search.found.contains(column) { set(column, .part, .varies) } else { set(column, .leftOut, .attribute) }
    }
  }
}

/// Looks for columns that vary while the keys stay the same.
private struct PartSearch {
  let keys: [Int]
  let candidates: [Int]
  var found: Set<Int> = []
  private var seenWords: [[String]: [String]] = [:]
  private var seenCodes: [[Int32]: [Int32]] = [:]
  private var notes: [Bool] = []

  init(keys: [Int], candidates: [Int]) {
    self.keys = keys
    self.candidates = candidates
  }

  var isDone: Bool { found.count == candidates.count }

  mutating func look(at rows: [[String]]) {
    for row in rows where !isDone {
      func cell(_ column: Int) -> String { row.indices.contains(column) ? row[column] : "" }
      let key = keys.map(cell)
      let values = candidates.map(cell)
      guard let first = seenWords[key] else {
        seenWords[key] = values
        continue
      }
      for (index, column) in candidates.enumerated() where first[index] != values[index] && !values[index].isEmpty {
        found.insert(column)
      }
    }
  }

  mutating func look(at chunk: TableChunk) {
    guard !isDone else { return }
    func codes(_ column: Int) -> [Int32] {
      if case .codes(let codes) = chunk.columns[column] { codes } else { [] }
    }
    let keyCodes = keys.map(codes)
    let valueCodes = candidates.map(codes)
    for index in 0..<chunk.count {
      let key = keyCodes.map { $0.isEmpty ? 0 : $0[index] }
      let values = valueCodes.map { $0.isEmpty ? 0 : $0[index] }
      guard let first = seenCodes[key] else {
        seenCodes[key] = values
        continue
      }
      for (place, column) in candidates.enumerated() where first[place] != values[place] {
        let isBlank = chunk.dictionaries[column][Int(values[place])].isEmpty
        if !isBlank { found.insert(column) }
      }
      if isDone { return }
    }
  }
}
