// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension LayoutFinder {
  /// A facility, period or metric alone in its row holds for the rows below it, where no column says the same.
  mutating func findHeadings() {
    guard let rows = wholeRows else { return }
    let hasFacility = column(.facility) != nil || layout.figures.contains { $0.figures.facility != nil }
    if !hasFacility, options.facility == nil {
      addHeadings(rows, "机构名称", .facility) { finder, text in
        finder.registry.resolve(text) != nil
          || ColumnProfile.looksLikeFacility(text) && !HeaderWord.isTotal(text)
            && finder.catalogue.metric(named: text) == nil
      }
    }
    let hasPeriod = [TableLayout.Role.period, .year, .month, .quarter].contains { layout.roles.contains($0) }
    if !hasPeriod, layout.figures.allSatisfy({ $0.figures.period == nil }) {
      addHeadings(rows, "时期", .period) { _, text in
        if case .full? = WrittenPeriod(text) { true } else { false }
      }
    }
    if column(.metric) == nil, layout.figures.contains(where: { $0.figures.label == nil }), options.metric == nil {
      addHeadings(rows, "指标", .metric) { finder, text in finder.metricWords.known(text) != nil }
    }
  }

  /// Adds a column of headings, if some stand above the first figures.
  private mutating func addHeadings(
    _ original: [[String]], _ name: String, _ role: TableLayout.Role, _ isHeading: (Self, String) -> Bool
  ) {
    var rows = wholeRows ?? original
    // What stands alone above the header holds until the next such line: the tables of two facilities under one header.
    var heading = preamble.lines.lazy.map { FootnoteMark.stripped($0) }.first { isHeading(self, $0) }
    var count = 0
    let width = layout.header.count
    for index in dataRows {
      let filled = HeaderFinder.filled(rows[index])
      guard let first = filled.first else { continue }
      let text = FootnoteMark.stripped(FoldedName.trimmed(rows[index][first]))
      let plain = MetricWords.withoutNumbering(text)
      if filled.count == 1, isHeading(self, text) || isHeading(self, plain) {
        heading = isHeading(self, text) ? text : plain
        count += 1
        rows[index] = rows[index].map { _ in "" }
      } else if holdsFigures(rows[index]) {
        guard let heading else { return }
        while rows[index].count < width { rows[index].append("") }
        rows[index] = Array(rows[index].prefix(width)) + [heading]
      }
    }
    guard count > 0 else { return }
    append(name, role, cells: dataRows.compactMap { rows[$0].count > width ? rows[$0][width] : nil })
    if role == .facility { layout.facility = nil }
    layout.shapings.append(.headings(of: name, rows: count))
    replace(rows)
  }

  /// A row of units below the figures, 单位 | 人次 | 万元, belongs to the header.
  mutating func takeUnitRow(below first: Int, _ cells: inout [[String]]) {
    guard var rows = wholeRows else { return }
    let found = (first..<max(first, range.upperBound)).filter { index in
      let filled = HeaderFinder.filled(rows[index])
      return filled.count > 1 && HeaderWord(rows[index][filled[0]]) == .unit
        && filled.dropFirst().allSatisfy { WrittenUnit(rows[index][$0]) != nil }
    }
    guard let index = found.first, found.count == 1 else { return }
    for column in HeaderFinder.filled(rows[index]).dropFirst() where cells.indices.contains(column) {
      cells[column].append(FoldedName.trimmed(rows[index][column]))
    }
    rows[index] = rows[index].map { _ in "" }
    replace(rows)
    layout.shapings.append(.unitRow(row: index + 1))
  }
}
