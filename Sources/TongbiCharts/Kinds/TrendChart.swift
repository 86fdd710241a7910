// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// One line of a trend: a facility, a group or all.
package struct TrendSeries: Sendable {
  /// The name beside the line.
  package var name: String
  /// The figures by period, in any order; what is not there is a gap.
  package var points: [(period: Period, figure: Figure)]

  package init(name: String, points: [(period: Period, figure: Figure)]) {
    self.name = name
    self.points = points
  }
}

/// Facilities as lines over months, quarters or years.
package struct TrendChart: Sendable {
  /// What is measured.
  package var metric: Metric
  /// The lines.
  package var series: [TrendSeries]
  /// The distance between two points of a line.
  package var every: ChangeRequest.Step
  /// The value to reach, in the metric's unit; `nil` for none.
  package var target: ExactDecimal?
  /// The name of the line that is picked out; `nil` for none.
  package var highlight: String?
  /// The sentence at the top; `nil` for one made from the figures.
  package var title: String?
  /// Where the figures come from.
  package var sourceLine: String?
  /// More notes, each a whole sentence.
  package var notes: [String]

  package init(
    metric: Metric, series: [TrendSeries], every: ChangeRequest.Step, target: ExactDecimal? = nil,
    highlight: String? = nil,
    title: String? = nil, sourceLine: String? = nil, notes: [String] = []
  ) {
    self.metric = metric
    self.series = series
    self.every = every
    self.target = target
    self.highlight = highlight
    self.title = title
    self.sourceLine = sourceLine
    self.notes = notes
  }
}

/// A trend with its points in steps of time: what words and drawing both work from.
struct TrendLines {
  /// One line.
  struct Line {
    var name: String
    /// The figures by step; a step without a figure is a gap.
    var figures: [Int: (period: Period, figure: Figure)]
    /// The last step that has a value.
    var last: Int?

    func value(_ step: Int) -> ExactDecimal? { figures[step]?.figure.value }
  }

  let lines: [Line]
  /// The first and last step of all lines, counted in steps since year 0.
  let span: ClosedRange<Int>
  let every: ChangeRequest.Step

  init(_ chart: TrendChart) {
    every = chart.every
    let months = chart.every.months
    lines = chart.series.map { series in
      var figures: [Int: (period: Period, figure: Figure)] = [:]
      for point in series.points {
        let step = point.period.lastDay.month.index / months
        // Of two figures for one step the one that has a value stays.
        if figures[step]?.figure.value == nil { figures[step] = point }
      }
      let last = figures.filter { $0.value.figure.value != nil }.keys.max()
      return Line(name: series.name, figures: figures, last: last)
    }
    let steps = lines.flatMap(\.figures.keys)
    span = (steps.min() ?? 0)...(steps.max() ?? 0)
  }

  /// The period of a step.
  func period(_ step: Int) -> Period {
    let first = Month(index: step * every.months)
    return Period(from: first, to: first.advanced(by: every.months - 1))
  }

  /// How many steps make a year.
  var stepsPerYear: Int { 12 / every.months }

  /// All values.
  var values: [ExactDecimal] { lines.flatMap { $0.figures.values.compactMap(\.figure.value) } }
}
