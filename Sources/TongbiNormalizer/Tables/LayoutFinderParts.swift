// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension LayoutFinder {
  /// 内科, 外科, 儿科 and their 合计 below a title that names the metric: each column is a part of it and the total the
  /// whole, where the rows add up. `false` where the columns are anything else.
  mutating func takeParts(_ columns: [Int], of words: String) -> Bool {
    let label = WrittenLabel(words)
    guard layout.figures.isEmpty, column(.metric) == nil, columns.count > 1,
      let metric = catalogue.metric(named: words) ?? catalogue.metric(named: label.name),
      metric.overFacilities == .sum, columns.allSatisfy(isPlainName)
    else { return false }
    let totals = paths.indices.filter {
      isOpen[$0] && paths[$0].isTotal && paths[$0].levels.count == 1 && profiles[$0].numbers > 0
    }
    guard totals.count == 1, addUp(columns, to: totals[0]) else { return false }
    layout.label = catalogue.metric(named: label.name) == nil ? words : label.name
    if let unit = label.unit { layout.units = [unit] }
    for column in columns {
      let name = MetricWords.withoutNumbering(paths[column].labels[0])
      set(column, .figures(TableLayout.Figures(part: name)), .varies)
    }
    set(totals[0], .figures(TableLayout.Figures()), .totalWord)
    return true
  }

  /// Whether a header is one name that no catalogue knows, without a unit or period.
  private func isPlainName(_ column: Int) -> Bool {
    let path = paths[column]
    return path.levels.count == 1 && path.labels.count == 1 && path.unit == nil && path.period == nil
      && !path.isKnown(metricWords)
  }

  /// Whether a column is the sum of others in all rows that have figures everywhere, and there are such rows.
  private func addUp(_ parts: [Int], to total: Int) -> Bool {
    var rows = 0
    for row in sample {
      func number(_ column: Int) -> ExactDecimal? {
        guard row.indices.contains(column), case .number(let number) = CellReading.read(row[column]) else { return nil }
        return number.value
      }
      let values = parts.compactMap(number)
      guard values.count == parts.count, let whole = number(total) else { continue }
      var sum = DecimalSum()
      for value in values { guard (try? sum.add(value)) != nil else { return false } }
      guard let computed = try? sum.total, computed == whole else { return false }
      rows += 1
    }
    return rows > 0
  }
}
