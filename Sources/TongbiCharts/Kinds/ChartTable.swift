// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// The figures behind a chart, for people who want to read or check them.
package struct ChartTable: Hashable, Sendable {
  /// The names of the columns.
  package var header: [String]
  /// The cells, as text; a figure that is not there is said in words.
  package var rows: [[String]]
}

extension Chart {
  /// The figures that the chart shows, in its own order.
  package func table(in language: Language) -> ChartTable {
    switch self {
    case .yearOverYear(let chart): Self.table(chart.rows, chart.basePeriod, chart.period, language)
    case .ranking(let chart):
      Self.table(chart.changes.sortedByValue, chart.changes.first?.basePeriod ?? chart.period, chart.period, language)
    case .trend(let chart): Self.table(TrendLines(chart), language)
    }
  }

  private static func table(_ changes: [Change], _ base: Period, _ period: Period, _ language: Language) -> ChartTable {
    let header = [
      language.pick("机构", "Facility"), period.name(in: language), base.name(in: language),
      language.pick("增减", "Difference"), language.pick("增减%", "Percent"),
    ]
    let metric = changes.first?.metric ?? Metric(id: "", name: "")
    let unit = DisplayUnit(for: [], unit: metric.unit, language: language)
    let words = ChangeWords(for: changes, metric: metric, language: language, unit: unit)
    let rows = changes.map { change in
      [
        change.rowName, change.current.value?.plainText ?? "–", change.base.value?.plainText ?? "–",
        change.difference?.plainText ?? words.obstacle(change) ?? "–", change.percent?.rounded(to: 1).plainText ?? "",
      ]
    }
    return ChartTable(header: header, rows: rows)
  }

  private static func table(_ lines: TrendLines, _ language: Language) -> ChartTable {
    let header = [language.pick("时期", "Period")] + lines.lines.map(\.name)
    let rows = lines.span.map { step in
      [lines.period(step).name(in: language)] + lines.lines.map { $0.value(step)?.plainText ?? "–" }
    }
    return ChartTable(header: header, rows: rows)
  }
}

extension ExactDecimal {
  /// At most two places, without zeros at the end.
  var plainText: String { rounded(to: 2).withoutTrailingZeros.description }
}
