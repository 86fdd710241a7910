// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The time axis: months or quarters in one row, years beneath.
struct TrendTime {
  let trend: TrendLines
  let language: Language

  func draw(_ plot: Rect, _ x: LinearScale, on sketch: inout Sketch) throws(TongbiError) {
    if trend.every == .year { return try years(plot, x, on: &sketch) }
    let scale = sketch.scale
    let small = TextStyle(size: max(10, 18 * scale), color: sketch.theme.quietText, anchor: .middle)
    let large = TextStyle(size: max(10.5, 20 * scale), color: sketch.theme.text, anchor: .middle)
    let perYear = trend.stepsPerYear
    let step = abs(x(1) - x(0))
    let widest = try sketch.widest((0..<perYear).map(name), small) + 0.5 * small.size
    let stride = [1, 2, 3, 6].first { perYear % $0 == 0 && Double($0) * step >= widest } ?? perYear
    let years = yearSpans
    for (year, steps) in years {
      if steps.lowerBound > trend.span.lowerBound {
        let edge = x(Double(steps.lowerBound) - 0.5)
        let dash = Stroke.Dash(on: 3 * scale, off: 5 * scale)
        sketch.vertical(
          x: edge, from: plot.y, to: plot.maxY, Stroke(sketch.theme.guide, width: 1.2 * scale, dash: dash))
      }
      for position in steps where (position - year * perYear) % stride == 0 || years.count == 1 && steps.count == 1 {
        let place = x(Double(position))
        sketch.vertical(
          x: place, from: plot.maxY, to: plot.maxY + 6 * scale, Stroke(sketch.theme.axis, width: 1.2 * scale))
        guard stride < perYear || steps.count < perYear || perYear * 2 > trend.span.count else { continue }
        try sketch.text(name(position - year * perYear), x: place, middle: plot.maxY + 21 * scale, small)
      }
    }
    var free = -Double.infinity
    for (year, steps) in years {
      let text = language.pick("\(year)年", "\(year)")
      let half = try sketch.width(text, large) / 2
      let middle = (x(Double(steps.lowerBound)) + x(Double(steps.upperBound))) / 2
      let place = max(plot.x - 40 * scale + half, middle)
      guard place - half > free else { continue }
      try sketch.text(text, x: place, middle: plot.maxY + 46 * scale, large)
      free = place + half + 0.5 * large.size
    }
  }

  private func name(_ position: Int) -> String {
    switch trend.every {
    case .quarter: language.pick("\(position + 1)季", "Q\(position + 1)")
    case .half: language.pick(position == 0 ? "上半年" : "下半年", "H\(position + 1)")
    case .month, .year: language.pick("\(position + 1)月", String(Self.months[position % 12]))
    }
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The steps of each year that is shown.
  private var yearSpans: [(year: Int, steps: ClosedRange<Int>)] {
    let perYear = trend.stepsPerYear
    return (trend.span.lowerBound / perYear...trend.span.upperBound / perYear).map { year in
      (year, max(trend.span.lowerBound, year * perYear)...min(trend.span.upperBound, year * perYear + perYear - 1))
    }
  }

  private func years(_ plot: Rect, _ x: LinearScale, on sketch: inout Sketch) throws(TongbiError) {
    let scale = sketch.scale
    let style = TextStyle(size: max(10.5, 20 * scale), color: sketch.theme.text, anchor: .middle)
    let step = abs(x(1) - x(0))
    let width = try sketch.width(language.pick("2023年", "2023"), style) + 0.6 * style.size
    let stride = trend.span.count < 2 ? 1 : [1, 2, 5, 10, 20, 50, 100].first { Double($0) * step >= width } ?? 1000
    for year in trend.span where (trend.span.upperBound - year) % stride == 0 {
      let place = x(Double(year))
      sketch.vertical(
        x: place, from: plot.maxY, to: plot.maxY + 6 * scale, Stroke(sketch.theme.axis, width: 1.2 * scale))
      try sketch.text(language.pick("\(year)年", "\(year)"), x: place, middle: plot.maxY + 27 * scale, style)
    }
  }
}
