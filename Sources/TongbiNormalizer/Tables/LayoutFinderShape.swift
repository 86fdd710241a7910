// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension LayoutFinder {
  /// Puts cells where the rows need them: 合计 into the column of facilities, merged names beside each of their rows.
  mutating func shape() {
    guard var rows = wholeRows else { return }
    let before = layout.shapings.count
    var isChanged = moveTotals(&rows)
    isChanged = blankOutside(&rows) || isChanged
    isChanged = nameParts(&rows) || isChanged
    for column in layout.roles.indices {
      switch layout.roles[column] {
      case .facility, .metric, .period, .year: isChanged = fillDown(column, &rows) || isChanged
      default: break
      }
    }
    findStatedRows(rows)
    if isChanged || layout.shapings.count > before { replace(rows) }
  }

  /// The rows of data, from 0.
  var dataRows: Range<Int> { min(layout.headerRow, range.upperBound)..<range.upperBound }

  /// Whether a row holds a figure.
  func holdsFigures(_ row: [String]) -> Bool {
    layout.roles.indices.contains { column in
      switch layout.roles[column] {
      case .figures, .numerator, .denominator: row.indices.contains(column) && !HeaderFinder.isBlank(row[column])
      default: false
      }
    }
  }

  func cell(_ row: [String], _ column: Int) -> String { row.indices.contains(column) ? row[column] : "" }

  /// 合计 in the column of serial numbers, or wherever a merged cell begins, names the row where the facility is blank.
  private mutating func moveTotals(_ rows: inout [[String]]) -> Bool {
    guard let facility = column(.facility) else { return false }
    var count = 0
    for index in dataRows where HeaderFinder.isBlank(cell(rows[index], facility)) && holdsFigures(rows[index]) {
      let others = layout.roles.indices.filter { column in
        [.leftOut, .unused].contains(layout.roles[column]) || isOpen[column]
      }
      let row = rows[index]
      let found = others.map { cell(row, $0) }.first { text in
        HeaderWord.isTotal(text) || HeaderWord.isAverage(text) || TableReading.isNumberedGroup(text)
      }
      guard let found, rows[index].indices.contains(facility) else { continue }
      rows[index][facility] = found
      count += 1
    }
    if count > 0 { layout.shapings.append(.movedTotals(rows: count)) }
    return count > 0
  }

  /// Blanks rows that are no data and look like some: headings of groups, notes beside a blank first column.
  private mutating func blankOutside(_ rows: inout [[String]]) -> Bool {
    var isChanged = false
    let last = dataRows.last { holdsFigures(rows[$0]) } ?? 0
    for index in dataRows {
      let filled = HeaderFinder.filled(rows[index])
      guard let first = filled.first else { continue }
      let name = rows[index][first]
      let isNote = first > 0 && TablePreamble.isNote(name) && !holdsFigures(rows[index])
      let isHeading = filled.count == 1 && index < last && !holdsFigures(rows[index]) && isGroup(name)
      guard isNote || isHeading else { continue }
      rows[index] = rows[index].map { _ in "" }
      isChanged = true
    }
    return isChanged
  }

  /// 其中：门诊 and 急诊 below 总诊疗人次: what the row leaves out stands in the row of the whole.
  private func nameParts(_ rows: inout [[String]]) -> Bool {
    guard let column = column(.metric) else { return false }
    var whole: String?
    var isAmongParts = false
    var isChanged = false
    for index in dataRows where holdsFigures(rows[index]) {
      let written = FoldedName.trimmed(cell(rows[index], column))
      let isPart = MetricWords.isOfWhich(written)
      isAmongParts = isAmongParts || isPart
      if metricWords.known(written) != nil {
        if !isPart { whole = WrittenLabel(written).name }
      } else if isAmongParts, let whole, !written.isEmpty {
        let label = WrittenLabel(written)
        let leaf = MetricWords.withoutNumbering(label.name)
        let unit = label.unit.map { "（\($0.symbol)）" } ?? ""
        if let name = metricWords.joined(whole, leaf) ?? (isPart ? "\(whole)·\(leaf)" : nil) {
          rows[index][column] = name + unit
          isChanged = true
        }
      } else if !isPart {
        (whole, isAmongParts) = (nil, false)
      }
    }
    return isChanged
  }

  private func isGroup(_ name: String) -> Bool {
    registry.resolve(name) == nil && (TableReading.isNumberedGroup(name) || Self.groups.contains(FoldedName.fold(name)))
  }

  private static let groups: Set<String> = [
    "医院", "卫生院", "县级医院", "市级医院", "省级医院", "区级医院", "县级医疗机构", "公立医院", "民营医院", "综合医院", "专科医院", "中医医院", "中心卫生院",
    "乡镇卫生院", "一般卫生院", "社区卫生服务中心", "社区卫生服务站", "社区卫生服务中心(站)", "村卫生室", "基层医疗卫生机构", "基层医疗机构", "专业公共卫生机构",
    "公共卫生机构", "医共体", "城区", "乡镇", "其他", "其他机构", "二级医院", "三级医院", "一级医院",
  ]

  /// Fills a name down beside the rows that it holds for. Merged cells say which; without them a column must look as
  /// such a table is exported: no name twice running, and no two rows of one key.
  private mutating func fillDown(_ column: Int, _ rows: inout [[String]]) -> Bool {
    let merged = table.merges.filter { merge in
      merge.columns.contains(column) && merge.rows.count > 1 && dataRows.contains(merge.rows.lowerBound)
    }
    var filled: [Int] = []
    var shaped = rows
    if merged.isEmpty {
      var name = ""
      for index in dataRows where holdsFigures(rows[index]) && rows[index].indices.contains(column) {
        if HeaderFinder.isBlank(rows[index][column]) {
          guard !name.isEmpty else { return false }
          shaped[index][column] = name
          filled.append(index)
        } else if rows[index][column] == name {
          return false
        } else {
          name = rows[index][column]
        }
      }
      guard !filled.isEmpty, areDistinct(shaped, filled, column) else { return false }
    } else {
      for merge in merged {
        let name = cell(rows[merge.rows.lowerBound], merge.columns.lowerBound)
        for index in dataRows.clamped(to: merge.rows.lowerBound + 1..<merge.rows.upperBound + 1)
        where holdsFigures(rows[index]) {
          while shaped[index].count <= column { shaped[index].append("") }
          shaped[index][column] = name
          filled.append(index)
        }
      }
    }
    guard let first = filled.first else { return false }
    rows = shaped
    layout.shapings.append(.filledDown(column: column, cells: filled.count))
    // Merged cells say it themselves; blanks were understood to.
    if merged.isEmpty {
      layout.findings.append(
        Finding(
          .note, TableProblem.blanksFilled(column: layout.header[column], cells: filled.count),
          at: table.source(row: first + 1, column: column + 1)))
    }
    return true
  }

  /// Whether the filled rows have another key, and no two rows the same keys.
  private func areDistinct(_ rows: [[String]], _ filled: [Int], _ column: Int) -> Bool {
    let keys = layout.roles.indices.filter { other in
      switch layout.roles[other] {
      case .facility, .metric, .period, .year, .month, .quarter, .part: true
      default: isOpen[other] && !profiles[other].isNumeric && words[other] != .ignored
      }
    }
    let others = keys.filter { $0 != column }
    guard filled.allSatisfy({ row in others.contains { !HeaderFinder.isBlank(cell(rows[row], $0)) } }) else {
      return false
    }
    var seen: Set<[String]> = []
    for index in dataRows where holdsFigures(rows[index]) {
      guard seen.insert(keys.map { cell(rows[index], $0) }).inserted else { return false }
    }
    return true
  }
}
