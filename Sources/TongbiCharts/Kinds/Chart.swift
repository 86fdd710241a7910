// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A chart of one metric, ready to be drawn.
package enum Chart: Sendable {
  /// Facilities, this year over last year, with the change (同比).
  case yearOverYear(YearOverYearChart)
  /// Facilities in order, against a target or the group's value.
  case ranking(RankingChart)
  /// Facilities over months, quarters or years.
  case trend(TrendChart)

  /// The chart as shapes.
  ///
  /// - Throws: ``TongbiError`` when there is nothing to draw, a character has no glyph, or texts cannot be placed
  ///   without being cut off or lying on each other.
  package func scene(style: ChartStyle, measurer: any TextMeasurer) throws(TongbiError) -> Scene {
    let sizes = 240.0...10_000.0
    guard sizes.contains(style.size.width), sizes.contains(style.size.height), style.size.width >= 320 else {
      throw TongbiError(
        ChartProblem.pageSize(width: style.size.width.plain, height: style.size.height.plain), kind: .usage)
    }
    var sketch = Sketch(style: style, measurer: measurer)
    switch self {
    case .yearOverYear(let chart):
      guard !chart.changes.isEmpty else { throw nothing(chart.metric, style) }
      try YearOverYearDrawing(chart, style: style).draw(on: &sketch)
    case .ranking(let chart):
      guard !chart.changes.isEmpty else { throw nothing(chart.metric, style) }
      try RankingDrawing(chart, style: style).draw(on: &sketch)
    case .trend(let chart):
      guard chart.series.contains(where: { !$0.points.isEmpty }) else { throw nothing(chart.metric, style) }
      try TrendDrawing(chart, style: style).draw(on: &sketch)
    }
    return try sketch.scene(title: title(in: style.language), alternativeText: alternativeText(in: style.language))
  }

  private func nothing(_ metric: Metric, _ style: ChartStyle) -> TongbiError {
    TongbiError(ChartProblem.nothingToDraw(metric: metric.name(in: style.language)))
  }

  /// The sentence at the top: the caller's, or one made from the figures.
  package func title(in language: Language) -> String {
    switch self {
    case .yearOverYear(let chart): chart.title ?? YearOverYearWords(chart, language: language).message
    case .ranking(let chart): chart.title ?? RankingWords(chart, language: language).message
    case .trend(let chart): chart.title ?? TrendWords(chart, language: language).message
    }
  }

  /// What the chart shows, in facts, for people who cannot see it.
  package func alternativeText(in language: Language) -> String {
    switch self {
    case .yearOverYear(let chart): YearOverYearWords(chart, language: language).alternativeText
    case .ranking(let chart): RankingWords(chart, language: language).alternativeText
    case .trend(let chart): TrendWords(chart, language: language).alternativeText
    }
  }
}
