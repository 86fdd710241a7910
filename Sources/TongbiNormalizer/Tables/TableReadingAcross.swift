// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableReading {
  /// Holds columns of sums and changes against the figures of their rows. Neither is a figure of its own; a change that
  /// agrees with its figures stands beside the later one.
  mutating func checkAcross(_ observations: inout ObservationChunk, _ columns: ChunkColumns, _ chunk: TableChunk) {
    var places = [Int](repeating: -1, count: layout.header.count + 1)
    var first = 0
    while first < observations.rows.count {
      let row = Int(observations.rows[first].row)
      var end = first
      while end < observations.rows.count, Int(observations.rows[end].row) == row {
        places[Int(observations.rows[end].column)] = end
        end += 1
      }
      let figures = RowFigures(observations: observations, places: places, index: row - chunk.firstRow)
      for change in layout.changes {
        guard let stated = check(change, figures, columns) else { continue }
        observations.changes[places[change.current + 1], default: []].append(stated)
      }
      for sum in layout.sums { check(sum, figures, columns) }
      for index in first..<end { places[Int(observations.rows[index].column)] = -1 }
      first = end
    }
  }

  /// The figures of one row by their columns.
  private struct RowFigures {
    let observations: ObservationChunk
    let places: [Int]
    /// The row's place in its chunk.
    let index: Int

    /// The observation in a column, from 0.
    func observation(_ column: Int) -> Observation? {
      places[column + 1] < 0 ? nil : observations.observation(at: places[column + 1])
    }

    /// The exact figure in a column, from 0.
    func figure(_ column: Int) -> ObservationChunk.Row? {
      guard places[column + 1] >= 0 else { return nil }
      let row = observations.rows[places[column + 1]]
      return row.status == .reported && row.bound == .exact ? row : nil
    }
  }

  private mutating func check(
    _ change: TableLayout.StatedColumn, _ figures: RowFigures, _ columns: ChunkColumns
  ) -> StatedChange? {
    guard let current = figures.figure(change.current), let numbers = columns.numbers[change.column] else { return nil }
    let cell = FigureCell.read(numbers, at: figures.index, as: form(change.column))
    let text = numbers.texts[figures.index] ?? ""
    guard let column = change.base else {
      return worded(text, figures.observation(change.current)) ?? stated(cell, text, change.kind, current)
    }
    guard let base = figures.figure(column), current.metric == base.metric else { return nil }
    if let worded = worded(text, figures.observation(change.current)) {
      return check([worded], current, base, text, at: (Int(current.row), change.column + 1))
    }
    return check(
      cell, text,
      kind: change.kind, current: current, base: base, shift: scale(of: current, columns, at: figures.index),
      at: (Int(current.row), change.column + 1))
  }

  /// A change from the year before, which the table does not hold.
  private func stated(
    _ cell: FigureCell, _ text: String, _ kind: StatedChange.Kind?, _ current: ObservationChunk.Row
  ) -> StatedChange? {
    guard let period = names.names.periods[Int(current.period)] else { return nil }
    if Self.isFlat(text) {
      return StatedChange(kind: .flat, value: nil, base: period.yearEarlier, relation: .yearEarlier)
    }
    guard case .number(let value, let unit, let lastPlace, .exact, _, _) = cell,
      let kind = unit.isEmpty ? kind : Self.kind(of: unit, names.names.metrics[Int(current.metric)]),
      kind == .percent || kind == .points,
      // 病床使用率 by 1.2, below 同比（%）: points or percent of a percentage.
      !(kind == .percent && names.names.metrics[Int(current.metric)].changeStyle == .points)
    else { return nil }
    return StatedChange(
      kind: kind, value: value, lastPlace: lastPlace, base: period.yearEarlier, relation: .yearEarlier)
  }

  /// In what a change is stated that has its own unit; `nil` for a percentage of what is one itself, which may be points.
  private static func kind(of unit: String, _ metric: Metric) -> StatedChange.Kind? {
    switch unit {
    case "个百分点", "百分点": .points
    case "%": metric.changeStyle == .points ? nil : .percent
    default: nil
    }
  }

  /// 增长5.3%, 缩短0.3天, ↑1.2个百分点: the change from the year before that a cell states in words.
  private func worded(_ text: String, _ observation: @autoclosure () -> Observation?) -> StatedChange? {
    guard let words = Self.wording(text), let observation = observation(),
      let changes = ChangeWords.read("同比" + words, of: observation), changes.count == 1
    else { return nil }
    return changes.first
  }

  /// The words of a change that begins or ends with its direction; `nil` for a number with a sign.
  private static func wording(_ text: String) -> String? {
    var words = FoldedName.trimmed(text)
    if let last = words.last, arrows[last] != nil { words = String(last) + words.dropLast() }
    guard let first = words.first else { return nil }
    if let way = arrows[first] { return way + words.dropFirst() }
    return directions.contains(where: words.hasPrefix) && words.contains(where: \.isNumber) ? words : nil
  }

  private static let arrows: [Character: String] = ["↑": "增长", "▲": "增长", "↓": "下降", "▼": "下降"]
  private static let directions = [
    "增长", "增加", "上升", "提高", "提升", "上涨", "升高", "增", "升", "下降", "减少", "降低", "缩短", "延长", "回落", "下滑", "减", "降",
  ]

  /// The power of ten between what a cell of figures shows and what it means.
  private func scale(of row: ObservationChunk.Row, _ columns: ChunkColumns, at index: Int) -> Int {
    guard let numbers = columns.numbers[Int(row.column) - 1],
      case .number(_, _, let lastPlace, _, _, _) = FigureCell.read(
        numbers, at: index, as: form(Int(row.column) - 1))
    else { return 0 }
    return Int(row.lastPlace) - lastPlace
  }

  private mutating func check(_ sum: TableLayout.SumColumn, _ figures: RowFigures, _ columns: ChunkColumns) {
    let parts = sum.parts.map(figures.figure)
    guard let first = parts.first ?? nil else { return }
    let metric = names.names.metrics[Int(first.metric)]
    let isAdded =
      switch sum.over {
      case .facilities: metric.overFacilities == .sum
      case .periods: metric.overTime == .sum
      case .metrics: metric.overFacilities == .sum
      }
    var total = DecimalSum()
    var step = Int(first.lastPlace)
    for part in parts {
      guard let part, isAdded, names.names.metrics[Int(part.metric)].unit == metric.unit,
        sum.over == .metrics || part.metric == first.metric, (try? total.add(part.value)) != nil
      else { return }
      step = max(step, Int(part.lastPlace))
    }
    guard let stated = stated(sum, first, figures, columns), let computed = try? total.total,
      let difference = try? (computed - stated.value).magnitude
    else { return }
    let slack = TotalCheck.slack(step: max(step, stated.lastPlace), count: parts.count)
    guard slack < difference else { return }
    let key = TotalCheck.Key(metric: stated.metric, period: first.period, part: first.part)
    totalDiffers(
      TotalCheck.Total(key: key, value: stated.value, step: step, row: Int(first.row), column: sum.column + 1), computed
    )
  }

  /// The total in its column: a figure of its own, or a number in the unit of its parts.
  private func stated(
    _ sum: TableLayout.SumColumn, _ part: ObservationChunk.Row, _ figures: RowFigures, _ columns: ChunkColumns
  ) -> (value: ExactDecimal, lastPlace: Int, metric: Int32)? {
    if let own = figures.figure(sum.column) { return (own.value, Int(own.lastPlace), own.metric) }
    guard let numbers = columns.numbers[sum.column],
      case .number(let value, _, let lastPlace, .exact, _, _) = FigureCell.read(
        numbers, at: figures.index, as: form(sum.column))
    else { return nil }
    let scale = scale(of: part, columns, at: figures.index)
    return value.shifted(scale).map { ($0, lastPlace + scale, part.metric) }
  }
}
