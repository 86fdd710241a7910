// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableReading {
  /// Takes in a row of changes, which holds no figures of its own; `false` for any other row.
  mutating func isStated(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Bool {
    guard !rowChecks.statedRows.isEmpty, let rows = rowChecks.statedRows[chunk.row(at: index)] else { return false }
    for (column, _) in figures {
      guard let numbers = columns.numbers[column] else { continue }
      let cell = FigureCell.read(numbers, at: index, as: form(column))
      if case .number = cell {
        rowChecks.stated.append(
          RowChecks.Stated(
            rows: rows, column: column + 1, cell: cell, text: numbers.texts[index] ?? ""))
      }
    }
    return true
  }

  /// Whether words that are no period stand in the column of periods, as before the signatures under a table.
  func lacksPeriod(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Bool {
    guard !layout.conventions.isMachineMade, let column = periodColumns.first, !columns.codes[column].isEmpty else {
      return false
    }
    let words = FoldedName.trimmed(chunk.dictionaries[column][Int(columns.codes[column][index])])
    return !words.isEmpty && written(words, in: layout.roles[column]) == nil
  }

  /// The code of a period whose year the headers give; `nil` for any other.
  mutating func yearless(_ words: [String], _ row: Int, _ column: Int) -> Int32? {
    guard takesYears, words.count == 1,
      case .yearless(let part)? = written(words[0], in: layout.roles[periodColumns[0]])
    else { return nil }
    if layout.period == nil, !figures.allSatisfy({ $0.figures.period?.givesYear ?? false }) {
      findings.add(Finding(.error, TableProblem.unreadablePeriod(words[0]), at: source(row, column + 1, words[0])))
    }
    yearless.append(.yearless(part))
    return RowKeys.yearless(yearless.count - 1)
  }

  /// The code of the period of a figure: that of its row, of its header, or of both together.
  mutating func period(ofRow code: Int32, under header: WrittenPeriod?) -> Int32 {
    if let place = RowKeys.place(ofYearless: code) {
      let year = header.map { $0.period(in: layout.period) } ?? layout.period
      return names.period(yearless[place].period(in: year)?.canonical)
    }
    guard let header else { return code }
    return names.period(header.period(in: names.names.periods[Int(code)] ?? layout.period)?.canonical)
  }

  /// Puts sums and means over the table's periods aside.
  mutating func takePeriods(_ keys: inout RowKeys) {
    guard keys.period < 0, RowKeys.place(ofYearless: keys.period) == nil else { return }
    if keys.period == RowKeys.meanPeriod {
      rowsAside += 1
      keys.kind = .skipped
    } else {
      // A code below these is that of the year that is summed up.
      keys.period = keys.period == RowKeys.allPeriods ? names.period(nil) : RowKeys.year(ofTotal: keys.period)
      keys.kind = keys.kind == .facility ? .allPeriods : .otherPeriod
    }
  }

  /// Holds the rows of changes against the rows that they compare.
  mutating func checkStatedRows() {
    for stated in rowChecks.stated {
      guard let current = rowChecks.figure(stated.rows.current, stated.column),
        let base = rowChecks.figure(stated.rows.base, stated.column), current.row.metric == base.row.metric
      else { continue }
      _ = check(
        stated.cell, stated.text, kind: stated.rows.kind, current: current.row, base: base.row, shift: current.shift,
        at: (stated.rows.row, stated.column))
    }
  }

  /// Holds a stated change against the figures that it compares, and returns it as it is meant; where they contradict it, both
  /// are told.
  mutating func check(
    _ cell: FigureCell, _ text: String, kind: StatedChange.Kind?, current: ObservationChunk.Row,
    base: ObservationChunk.Row, shift: Int, at place: (row: Int, column: Int)
  ) -> StatedChange? {
    if Self.isFlat(text), current.value == base.value {
      return dated(StatedChange(kind: .flat, value: nil), current, base)
    }
    guard case .number(let value, let unit, let lastPlace, .exact, _, _) = cell else { return nil }
    let metric = names.names.metrics[Int(current.metric)]
    let percent = StatedChange(kind: .percent, value: value, lastPlace: lastPlace)
    // A difference is written in the unit of its figures.
    let difference = value.shifted(shift).map { difference in
      StatedChange(
        kind: metric.changeStyle == .points ? .points : .absolute, value: difference, lastPlace: lastPlace + shift)
    }
    var statements = [percent]
    if let difference {
      // 7.1 after 7.2, by -0.1: no percent, though rounded figures may be.
      let isExact = (try? current.value - base.value) == difference.value
      statements = isExact && kind == nil ? [difference, percent] : [percent, difference]
    }
    if unit == "%" || kind == .percent {
      statements = [percent]
    } else if let kind, metric.changeStyle != .points || kind == .points {
      statements = difference.map { [$0] } ?? []
    }
    return check(statements, current, base, text.isEmpty ? value.description : text, at: place) { agreed in
      // 占比 by 1.6, whatever the header calls them, are points where they agree as points.
      metric.changeStyle == .points ? difference ?? agreed : agreed
    }
  }

  /// Holds what a change may mean against the figures that it compares, and returns what agrees with them.
  mutating func check(
    _ statements: [StatedChange], _ current: ObservationChunk.Row, _ base: ObservationChunk.Row, _ text: String,
    at place: (row: Int, column: Int), preferred: (StatedChange) -> StatedChange = { $0 }
  ) -> StatedChange? {
    let metric = names.names.metrics[Int(current.metric)]
    let check = StatedChangeCheck(
      metric: metric, current: (current.value, Int(current.lastPlace)), base: (base.value, Int(base.lastPlace)))
    // What the words leave open is wrong only where it is wrong both ways.
    let computed = statements.map { check.contradiction(of: $0) }
    if let agreed = zip(statements, computed).first(where: { $0.1 == nil })?.0 {
      let other = preferred(agreed)
      return dated(check.contradiction(of: other) == nil ? other : agreed, current, base)
    }
    guard let first = statements.first, let differing = computed.first ?? nil else { return nil }
    let shown: StatedChange.Kind = metric.changeStyle == .points && first.kind == .percent ? .points : first.kind
    let problem = TableProblem.changeDiffers(
      stated: first, computed: StatedChange(kind: shown, value: differing), of: metric,
      current: current.value.withoutTrailingZeros.description + metric.unit.symbol,
      base: base.value.withoutTrailingZeros.description + metric.unit.symbol)
    findings.add(Finding(.error, problem, at: source(place.row, place.column, text)))
    return nil
  }

  /// 持平 where a change stands.
  static func isFlat(_ text: String) -> Bool { ["持平", "基本持平", "无变化"].contains(FoldedName.trimmed(text)) }

  /// A change with the period that it compares with.
  private func dated(
    _ change: StatedChange, _ current: ObservationChunk.Row, _ base: ObservationChunk.Row
  ) -> StatedChange {
    let (now, then) = (names.names.periods[Int(current.period)], names.names.periods[Int(base.period)])
    let relation: StatedChange.Relation =
      now?.yearEarlier == then ? .yearEarlier : now?.preceding == then ? .preceding : .other
    return StatedChange(
      kind: change.kind, value: change.value, lastPlace: change.lastPlace, base: then, relation: relation)
  }
}
