// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableLayout {
  /// Leaves out columns of breakdowns that hold one word all through the table: they say nothing apart.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - end: The column behind the last that can break figures down; attributes follow from there on.
  ///   - hasNameColumns: Whether each column of codes is followed by one of names.
  mutating func settleParts(of table: any Table, before end: Int, hasNameColumns: Bool = false) throws(TongbiError) {
    for column in columns(.part) where column >= end || hasNameColumns && isName(column) { roles[column] = .leftOut }
    let candidates = columns(.part)
    guard !candidates.isEmpty else { return }
    var words = candidates.map { column in
      Set(table.head.dropFirst().compactMap { $0.indices.contains(column) ? FoldedName.trimmed($0[column]) : nil })
    }
    if words.contains(where: { $0.count < 2 }), table.rowCountHint > table.head.count || table.head.count >= 200 {
      var uses = [ColumnUse](repeating: .skip, count: header.count)
      for column in candidates { uses[column] = .codes }
      try table.read(uses, from: firstDataRow) { chunk throws(TongbiError) in
        for (place, column) in candidates.enumerated() where words[place].count < 2 {
          words[place].formUnion(chunk.dictionaries[column].prefix(3).map { FoldedName.trimmed($0) })
        }
      }
    }
    var constant: [String] = []
    for (place, column) in candidates.enumerated() where words[place].count < 2 {
      roles[column] = .leftOut
      if let word = words[place].first, !word.isEmpty, !isWhole(word) { constant.append("\(header[column]) = \(word)") }
    }
    if !constant.isEmpty {
      findings.append(Finding(.note, TableProblem.holdsForAll(constant), at: table.source(row: 1, column: 0)))
    }
    report(columns(.part), of: table)
  }

  /// Whether a word of a breakdown stands for all of it.
  func isWhole(_ word: String) -> Bool {
    let code = conventions.code(word).code
    return word.isEmpty || HeaderWord.isTotal(word) || conventions.wholes.contains(code.lowercased())
  }

  /// A column of names stands right behind its codes, and its header is no identifier in capitals.
  private func isName(_ column: Int) -> Bool {
    header[column].contains { $0.isLowercase || $0 == " " || !$0.isASCII }
  }

  private mutating func report(_ parts: [Int], of table: any Table) {
    guard !parts.isEmpty else { return }
    findings.append(
      Finding(.note, TableProblem.partsAdded(parts.map { header[$0] }), at: table.source(row: 1, column: 0)))
  }
}
