// SPDX-License-Identifier: Apache-2.0

package import Tongbi
import TongbiReports

/// Says in words how a table was understood: its header, what each column means and why, what was left out.
package struct LayoutExplanation: Sendable {
  private let table: any Table
  private let layout: Result<TableLayout, TongbiError>
  private let catalogue: Catalogue

  /// Explains one of the tables of a sheet.
  package init(_ part: TableNormalizer.Part, catalogue: Catalogue) {
    table = part.table
    layout = part.layout
    self.catalogue = catalogue
  }

  /// The explanation, line by line.
  package func lines(in language: Language) -> [String] {
    let name = table.sheet.map { "\(table.file) [\($0)]" } ?? table.file
    switch layout {
    case .failure(let error): return [name, "  " + language.pick("没有读：", "not read: ") + error.message(in: language)]
    case .success(let layout):
      return [name] + (head(layout, language) + columns(layout, language) + rows(layout, language)).map { "  " + $0 }
    }
  }

  private func head(_ layout: TableLayout, _ language: Language) -> [String] {
    var lines: [String] = []
    if let format = layout.format { lines.append(words(format, language)) }
    let last = layout.headerRow
    let first = last - layout.headerRows + 1
    switch layout.headerRows {
    case 0 where table.schema?.header == .absent:
      lines.append(
        language.pick("没有表头，列名见 datapackage.json", "no header; the names of the columns stand in datapackage.json"))
    case 0: lines.append(language.pick("没有表头，按用户给的列号读", "no header; columns by the numbers that the user gave"))
    case 1: lines.append(language.pick("表头：第\(last)行", "header: row \(last)"))
    default: lines.append(language.pick("表头：第\(first)至\(last)行", "header: rows \(first) to \(last)"))
    }
    if let facility = layout.facility {
      lines.append(language.pick("机构：\(facility)（表外写明）", "facility: \(facility) (stated outside of the grid)"))
    }
    if let label = layout.label {
      lines.append(
        language.pick("指标：", "metric: ") + metric(label, language)
          + language.pick("（表外写明）", " (stated outside of the grid)"))
    }
    if let period = layout.period {
      let words =
        layout.periodWords.map { language.pick("（据“\($0)”）", " (from “\($0)”)") }
        ?? language.pick("（用户说明）", " (as the user said)")
      lines.append(language.pick("时期：", "period: ") + period.description + words)
    }
    if !layout.units.isEmpty {
      lines.append(
        language.pick("单位：", "units: ") + layout.units.map(\.symbol).joined(separator: language.pick("、", ", "))
          + language.pick("（表外写明，列中没有单位时用）", " (stated outside of the grid, for columns without one)"))
    }
    return lines
  }

  private func words(_ format: TableLayout.Format, _ language: Language) -> String {
    switch format {
    case .dataValueSet:
      language.pick(
        "格式：DHIS2 数据值集，按列的位置读取，第1行不读",
        "format: a DHIS2 data value set; columns count by position, row 1 is not read")
    case .analytics: language.pick("格式：DHIS2 分析结果，按列名读取", "format: rows of DHIS2 analytics; columns by their names")
    case .sdmx: language.pick("格式：SDMX-CSV，按列名读取", "format: SDMX-CSV; columns by their names")
    }
  }

  private func columns(_ layout: TableLayout, _ language: Language) -> [String] {
    layout.roles.indices.compactMap { column in
      let header = layout.header[column]
      if header.isEmpty, [.unused, .leftOut].contains(layout.roles[column]) { return nil }
      let reason =
        layout.reasons[column].map { language.pick("（\($0.words(in: .chinese))）", " (\($0.words(in: .english)))") }
        ?? ""
      let name = header.isEmpty ? "" : language.pick("“\(header)”", " “\(header)”")
      return language.pick("第\(column + 1)列\(name)：", "column \(column + 1)\(name): ")
        + meaning(column, layout, language) + reason
    }
  }

  private func meaning(_ column: Int, _ layout: TableLayout, _ language: Language) -> String {
    if let change = layout.changes.first(where: { $0.column == column }) {
      guard let base = change.base else {
        return language.pick(
          "增减，附在第\(change.current + 1)列上，表中没有上年数可核对",
          "a change, kept beside column \(change.current + 1); the table does not hold the year before to check it")
      }
      return language.pick(
        "增减，与第\(change.current + 1)列、第\(base + 1)列核对，附在较新的一列上",
        "a change, checked against columns \(change.current + 1) and \(base + 1), kept beside the later one")
    }
    let sum = layout.sums.first { $0.column == column }.map { sum in
      let parts = sum.parts.map { String($0 + 1) }
      return language.pick(
        "与第\(parts.joined(separator: "、"))列之和核对", "checked against the sum of columns \(parts.joined(separator: ", "))")
    }
    switch layout.roles[column] {
    case .facility: return language.pick("机构", "facility")
    case .period: return language.pick("时期", "period")
    case .year: return language.pick("年", "year")
    case .month: return language.pick("月", "month")
    case .quarter: return language.pick("季度", "quarter")
    case .metric: return language.pick("指标", "metric")
    case .unit: return language.pick("单位", "unit")
    case .part: return language.pick("分组，各行合并", "breakdown, rows are joined")
    case .numerator: return language.pick("分子", "numerator")
    case .denominator: return language.pick("分母", "denominator")
    case .status: return language.pick("数据状态", "status")
    case .unitPower: return language.pick("数量级（10的幂）", "power of ten")
    case .filter: return language.pick("标明删除的行不读", "says which rows are deleted")
    case .factor: return language.pick("指标的系数", "factor of an indicator")
    case .leftOut: return language.pick("不读", "not read")
    case .unused:
      return [language.pick("不读", "not read"), sum].compactMap(\.self).joined(separator: language.pick("，", ", "))
    case .figures(let figures):
      return [words(figures, layout, language), sum].compactMap(\.self).joined(separator: language.pick("，", ", "))
    }
  }

  private func words(_ figures: TableLayout.Figures, _ layout: TableLayout, _ language: Language) -> String {
    var words = [language.pick("数值", "figures")]
    if let facility = figures.facility { words.append(language.pick("机构 \(facility)", "facility \(facility)")) }
    if let label = figures.label { words.append(language.pick("指标 ", "metric ") + metric(label, language)) }
    if let written = figures.period {
      let period = written.period(in: layout.period)?.description
      words.append(
        language.pick("时期 ", "period ") + (period ?? language.pick("由行中的年份补足", "completed by the year of its row")))
    }
    if let part = figures.part { words.append(language.pick("分组 \(part)", "part \(part)")) }
    if let unit = figures.unit { words.append(language.pick("单位 ", "unit ") + unit.symbol) }
    return words.joined(separator: language.pick("，", ", "))
  }

  private func metric(_ label: String, _ language: Language) -> String {
    guard let known = MetricWords(catalogue: catalogue).known(label).flatMap({ catalogue.metric(named: $0) }) else {
      return label
    }
    return language.pick("\(known.name)（\(known.id)）", "\(known.englishName) (\(known.id))")
  }

  private func rows(_ layout: TableLayout, _ language: Language) -> [String] {
    var lines = layout.shapings.map { shaping in
      switch shaping {
      case .filledDown(let column, let cells):
        language.pick(
          "第\(column + 1)列的\(cells)个空白单元格取上方的名称",
          "\(cells) blank cells of column \(column + 1) take the name above them")
      case .headings(let name, let rows):
        language.pick("\(rows)行单独的\(name)用于其下各行", "\(rows) rows of one cell (\(name)) hold for the rows below them")
      case .movedTotals(let rows): language.pick("\(rows)行合计写在别的列", "\(rows) totals stand in another column")
      case .repeatedHeaders(let rows): language.pick("\(rows)行是重复的表头", "\(rows) rows are the header once more")
      case .unitRow(let row): language.pick("第\(row)行是各列的单位", "row \(row) holds the units of the columns")
      }
    }
    lines += layout.statedRows.map { stated in
      guard let current = stated.current, let base = stated.base else {
        return language.pick(
          "第\(stated.row)行是增减，看不出与哪两行对照，不采用", "row \(stated.row): changes of rows that are not told, not stored")
      }
      return language.pick(
        "第\(stated.row)行是增减，与第\(current)行、第\(base)行核对，不采用",
        "row \(stated.row): changes, checked against rows \(current) and \(base), not stored")
    }
    if layout.hasPeriodTotals {
      lines.append(language.pick("时期中的合计只核对，不作为数据", "totals over the periods are checked and not taken for figures"))
    }
    if layout.showsTotals {
      lines.append(language.pick("合计、小计行只核对，不作为机构", "totals are checked and not taken for facilities"))
    }
    if layout.hasNumberedGroups {
      lines.append(language.pick("带“一、”的行是其下各行的合计", "rows numbered 一、 are sums of those below them"))
    }
    lines += layout.findings.map { $0.problem.message(in: language) }
    return lines
  }
}
