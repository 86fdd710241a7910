// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What stands outside of a table's grid and holds for all of it: lines above the header, the file's name.
package struct TablePreamble: Hashable, Sendable {
  /// The metric's words: 指标：人口数(人口抽样调查)(人).
  package var metric: String?
  /// The facility that fills in the table.
  package var facility: String?
  /// The units of figures without one: 单位：万元, or several, of which a metric takes the one it can have.
  package var units: [WrittenUnit] = []
  /// The period of all figures without one.
  package var period: Period?
  /// The period of a sentence above the table that does not lead to it; it holds where nothing else is known.
  package var loosePeriod: Period?
  /// The lines without a key: titles, the nearest first. Sheet and file name, which say less, stand last.
  package var titles: [String] = []
  /// Those of the titles that stand above the table, and neither name its sheet nor its file.
  package var lines: ArraySlice<String> { titles.prefix(lineCount) }
  private var lineCount = 0
  /// Where the period was found, as it stands there.
  package var periodWords: String?

  /// Reads the lines above the header, from the top; `captions` stand above them, outside of the table.
  init(lines: [[String]], captions: [String] = [], sheet: String? = nil, file: String) {
    var times: [String] = []
    for line in lines { take(line: line, &times) }
    for caption in captions.reversed() {
      let nearer = units
      take(caption, &times)
      if !nearer.isEmpty { units = nearer }
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    lineCount = titles.count
    let lines = titles
    if let sheet { titles.append(sheet) }
    titles.append(stem)
    // The nearest word wins; one that speaks of several periods speaks of none.
    for text in times + titles where !Self.compares(text) && !Self.isSigned(text) {
      let found = WrittenPeriod.found(in: Self.leading(text))
      if found.count == 1 {
        period = found.first
        periodWords = text
      }
      if !found.isEmpty { break }
    }
    if period == nil { loosePeriod = titles.lazy.compactMap(Self.onlyPeriod).first }
    if units.isEmpty {
      units = Array(lines.lazy.compactMap { WrittenLabel($0).unit ?? Self.bracketed($0) }.prefix(1))
    }
  }

  /// 县域内就诊率90.6%，较2018年同期提升0.5个百分点, above a table: a sentence that names what it compares with.
  private static func compares(_ text: String) -> Bool {
    text.contains("同期") && (text.contains("较") || text.contains("比"))
  }

  /// 县卫生健康局规划财务股　2025年4月15日: who wrote above the table, and when.
  private static func isSigned(_ text: String) -> Bool {
    guard text.hasSuffix("日") || text.hasSuffix("日）"), case .instant? = WrittenPeriod.found(in: text).first else {
      return false
    }
    let words = text.prefix { !$0.isNumber && !"〇零一二三四五六七八九十".contains($0) }
    let signer = words.last { !$0.isWhitespace }
    return words.count > 2 && signer.map { "局委院科部办站会心所室股处编印发".contains($0) } ?? false
  }

  /// The period of a text that names one and compares with none.
  private static func onlyPeriod(of text: String) -> Period? {
    let found = compares(text) ? [] : WrittenPeriod.found(in: text)
    return found.count == 1 ? found.first : nil
  }

  /// What of a text speaks of the table below it: all of a line, of whole sentences those that lead there, 主要指标见下表。.
  private static func leading(_ text: String) -> String {
    guard text.contains("。") else { return text }
    return text.split(separator: "。").filter { $0.contains("下表") || $0.contains("见表") || $0.hasSuffix("：") }
      .joined(separator: "。")
  }

  /// （万元） alone in a cell.
  private static func bracketed(_ text: String) -> WrittenUnit? {
    guard let first = text.first, let last = text.last, "(（[".contains(first), ")）]".contains(last) else { return nil }
    return WrittenUnit(text.dropFirst().dropLast())
  }

  /// Reads a line: a cell that is a key, 填报单位：, goes with the cell at its right.
  private mutating func take(line: [String], _ times: inout [String]) {
    var key: String?
    for cell in line where !FoldedName.fold(cell).isEmpty {
      if let open = key {
        take(open + (open.hasSuffix("：") || open.hasSuffix(":") ? "" : "：") + cell, &times)
        key = nil
      } else if Self.isKey(cell) {
        key = FoldedName.trimmed(cell)
      } else {
        take(cell, &times)
      }
    }
  }

  private mutating func take(_ cell: String, _ times: inout [String]) {
    var text = FoldedName.trimmed(cell)
    if let (rest, stated) = Self.withoutUnits(text) {
      units = stated
      // What is left is a title, though it leads to the table: 2023年主要指标见下表：.
      text = FoldedName.trimmed(String(rest.reversed().drop { "：: ".contains($0) }.reversed()))
      if text.isEmpty { return }
    }
    guard let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) else {
      titles.append(text)
      return
    }
    let key = FoldedName.fold(text[..<colon]).filter { !"(（".contains($0) }
    let value = FoldedName.trimmed(text[text.index(after: colon)...])
    guard !value.isEmpty else { return }
    switch key {
    case "指标", "指标名称", "indicator", "metric", "measure": metric = value
    case "时间", "期间", "统计时间", "统计期", "报告期", "年度", "年份", "日期", "period", "time", "date", "year": times.append(value)
    case "单位", "计量单位", "unit", "units":
      let written = Self.units(value)
      if !written.isEmpty { units = written } else if key == "单位" { facility = value }
    case "填报单位", "机构名称", "填报机构", "单位名称", "医疗机构", "报送单位", "医院", "facility", "organisation", "hospital": facility = value
    default: titles.append(text)
    }
  }

  /// 主要指标见下表（单位：万元）：, a line that says in brackets what is counted in: the units, and the line without them.
  private static func withoutUnits(_ text: String) -> (rest: String, units: [WrittenUnit])? {
    for open in text.indices where "（([【".contains(text[open]) {
      let words = text[text.index(after: open)...]
      guard let key = ["计量单位", "单位"].first(where: words.hasPrefix),
        let close = words.firstIndex(where: { "）)]】".contains($0) })
      else { continue }
      let value = words[..<close].dropFirst(key.count)
      guard let colon = value.first, "：:".contains(colon) else { continue }
      let units = units(String(value.dropFirst()))
      if !units.isEmpty { return (String(text[..<open]) + String(text[text.index(after: close)...]), units) }
    }
    return nil
  }

  /// The units of a list, 人次、万元、%; none where one of its words is no unit.
  private static func units(_ text: String) -> [WrittenUnit] {
    let plain = text.last.map { "）)".contains($0) } ?? false ? String(text.dropLast()) : text
    if let unit = WrittenUnit(plain) ?? WrittenUnit(text) { return [unit] }
    let words = plain.split { "、，,;；和及 ".contains($0) }
    let units = words.compactMap { WrittenUnit($0) }
    return units.count == words.count ? units : []
  }

  /// Whether a cell says something of the whole table behind a key that is known: 单位：万元.
  static func isLine(_ cell: String) -> Bool {
    guard let colon = cell.firstIndex(where: { $0 == "：" || $0 == ":" }), cell.index(after: colon) < cell.endIndex
    else { return false }
    return keys.contains(FoldedName.fold(cell[..<colon]).filter { !"(（".contains($0) })
  }

  private static let keys: Set<String> = [
    "单位", "计量单位", "unit", "units", "时间", "期间", "统计时间", "统计期", "报告期", "年度", "年份", "日期", "period", "time", "date", "year",
    "填报单位", "机构名称", "填报机构", "单位名称", "医疗机构", "报送单位", "医院", "facility", "organisation", "hospital", "填报日期", "制表日期",
  ]

  /// Whether a cell is a key whose value stands at its right: 填报单位：.
  static func isKey(_ cell: String) -> Bool {
    let text = FoldedName.trimmed(cell)
    guard let last = text.last, "：:".contains(last) else { return false }
    return (2...13).contains(text.count) && text.contains { !$0.isNumber && !"：:".contains($0) } && !isNote(text)
  }

  /// Whether a line is of the kind that stands above a table: 数据库：….
  static func isKeyed(_ line: [String]) -> Bool {
    guard let first = line.first(where: { !FoldedName.fold($0).isEmpty }), !MetricWords.isOfWhich(first) else {
      return false
    }
    guard let colon = first.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
    return first.distance(from: first.startIndex, to: colon) <= 12 && first.index(after: colon) < first.endIndex
      && first[..<colon].contains { !$0.isNumber } && !isNote(first)
  }

  /// Whether a row's first cell begins a note under the table: 注：, 数据来源：, * ….
  static func isNote(_ cell: String) -> Bool {
    if cell.unicodeScalars.starts(with: "　　".unicodeScalars) || cell.unicodeScalars.starts(with: "  　".unicodeScalars) {
      return true
    }
    let folded = FoldedName.fold(cell)
    guard let first = folded.unicodeScalars.first, firstOfNotes.contains(first) else { return false }
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

  private static let firstOfNotes = Set((notes + ["*", "※", "①"]).compactMap { $0.unicodeScalars.first })
}
