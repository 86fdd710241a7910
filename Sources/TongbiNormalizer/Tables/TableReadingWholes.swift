// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Rows that stand for all of the others: the whole of a region, or of a house beside its departments.
extension TableReading {
  /// Whose figures a row of totals or means holds in a document: those of 全县 where it says so, else of all it speaks of; −1
  /// where nobody is known.
  mutating func whole(_ written: String) -> Int32 {
    guard let whole = layout.whole else { return -1 }
    let name = Self.withoutMarks(FoldedName.trimmed(written))
    let isArea = name.hasPrefix("全") && !["全部", "全院", "全系统", "全国"].contains(where: name.hasPrefix)
    if !isArea, whole.isEmpty { return -1 }
    return names.facility(isArea ? String(name.prefix(2)) : whole)
  }

  /// The row's part: the words of its breakdown columns, 0 where all of them stand for the whole.
  mutating func rowPart(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Int32 {
    guard !partColumns.isEmpty else { return 0 }
    let codes = partColumns.map { columns.codes[$0].isEmpty ? -1 : columns.codes[$0][index] }
    if let known = partMeanings[codes] { return known }
    let words = zip(partColumns, codes).map { column, code in
      code < 0 ? "" : FoldedName.trimmed(chunk.dictionaries[column][Int(code)])
    }
    let parts = words.filter { !layout.isWhole($0) && !Self.namedWholes.contains($0) }
      .map { layout.conventions.code($0).name }
    let meaning = names.part(parts.isEmpty ? nil : parts.joined(separator: " · "))
    partMeanings[codes] = meaning
    if words.contains(where: Self.namedWholes.contains) { uncheckedWholes.insert(codes) }
    return meaning
  }

  /// Whether a row is of the whole house by its name, 全院, beside departments that need not be all of it.
  func isNamedWhole(_ index: Int, _ columns: ChunkColumns) -> Bool {
    guard !uncheckedWholes.isEmpty else { return false }
    return uncheckedWholes.contains(partColumns.map { columns.codes[$0].isEmpty ? -1 : columns.codes[$0][index] })
  }

  private static let namedWholes: Set<String> = ["全院", "本院", "我院", "全院平均", "医院整体"]
}
