// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What stands outside of a table's grid and holds for all of it: lines above the header, the file's name.
package struct TablePreamble: Hashable, Sendable {
  /// The metric's words: 指标：人口数(人口抽样调查)(人).
  package var metric: String?
  /// The facility that fills in the table.
  package var facility: String?
  /// The unit of all figures without one.
  package var unit: WrittenUnit?
  /// The period of all figures without one.
  package var period: Period?
  /// The lines without a key: titles. The file's name without its ending stands last.
  package var titles: [String] = []

  /// Reads the lines above the header.
  init(lines: [[String]], file: String) {
    var times: [String] = []
    for line in lines {
      for cell in line where !FoldedName.fold(cell).isEmpty { take(cell, &times) }
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    titles.append(stem)
    // The nearest word wins; one that speaks of several periods speaks of none.
    for text in times + titles {
      let found = WrittenPeriod.found(in: text)
      if found.count == 1 { period = found.first }
      if !found.isEmpty { break }
    }
    if unit == nil { unit = titles.dropLast().lazy.compactMap { WrittenLabel($0).unit }.first }
  }

  private mutating func take(_ cell: String, _ times: inout [String]) {
    let text = FoldedName.trimmed(cell)
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else {
      titles.append(text)
      return
    }
    let key = FoldedName.fold(text[..<colon])
    let value = FoldedName.trimmed(text[text.index(after: colon)...])
    guard !value.isEmpty else { return }
    switch key {
    case "指标", "指标名称", "indicator", "metric", "measure": metric = value
    case "时间", "期间", "统计时间", "统计期", "报告期", "年度", "年份", "日期", "period", "time", "date", "year": times.append(value)
    case "单位", "计量单位", "unit", "units":
      if let written = WrittenUnit(value) { unit = written } else if key == "单位" { facility = value }
    case "填报单位", "机构名称", "填报机构", "单位名称", "医疗机构", "报送单位", "医院", "facility", "organisation", "hospital": facility = value
    default: titles.append(text)
    }
  }

  /// Whether a line is of the kind that stands above a table: 数据库：….
  static func isKeyed(_ line: [String]) -> Bool {
    guard let first = line.first(where: { !FoldedName.fold($0).isEmpty }) else { return false }
    guard let colon = first.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
    return first.distance(from: first.startIndex, to: colon) <= 12 && first.index(after: colon) < first.endIndex
      && first[..<colon].contains { !$0.isNumber } && !isNote(first)
  }

  /// Whether a row's first cell begins a note under the table: 注：, 数据来源：, * ….
  static func isNote(_ cell: String) -> Bool {
    if cell.hasPrefix("　　") || cell.hasPrefix("  　") { return true }
    let folded = FoldedName.fold(cell)
    if folded.hasPrefix("*"), folded.contains(where: { $0 != "*" }) { return true }
    if folded.hasPrefix("※") || folded.hasPrefix("①") { return true }
    return notes.contains { note in
      folded.hasPrefix(note)
        && (note.hasSuffix(":") || folded.dropFirst(note.count).first.map { ":.0123456789、".contains($0) } ?? false)
    }
  }

  private static let notes = [
    "注", "备注", "说明", "附注", "数据来源", "资料来源", "来源", "填报人", "制表人", "审核人", "负责人", "填表人", "制表", "审核", "填报日期", "联系电话",
    "note", "notes", "source", "sources", "填报说明", "指标说明", "统计口径",
  ]
}
