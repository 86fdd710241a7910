// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbiTestRandom

@testable import Tongbi

@Suite("Plain figures of a table")
struct PlainFiguresTests {
  private static let metrics = [
    Metric(id: "visits", name: "诊疗人次", unit: Unit("人次"), kind: .flow),
    Metric(id: "revenue", name: "医疗收入", unit: .yuan, kind: .moneyFlow),
  ]

  /// A stretch of a table with two columns of periods: runs of rows, marks, rows of their own between them, keys that come
  /// twice. In every other, months come in turn and runs are long, so that whole years are written at once.
  private func chunk(_ random: inout SplitMix64, width: Int) -> ObservationChunk {
    let (rows, isInTurn) = (60, Bool.random(using: &random))
    var names = ObservationChunk.Names()
    names.facilities = NameList(["甲医院", "乙医院", nil, "丙卫生院"])
    names.metrics = Self.metrics
    names.labels = Self.metrics.map(\.name)
    names.periods = (0..<30).map { Period.month(Month(index: 2022 * 12 + $0)) } + [nil]
    var (periods, significands, places) = ([Int32](), [Int64](), [Int8]())
    for row in 0..<rows { periods.append(isInTurn ? Int32(row % 24) : .random(in: 0..<31, using: &random)) }
    for _ in 0..<rows * width {
      let isMark = width == 1 && Int.random(in: 0..<9, using: &random) == 0
      significands.append(.random(in: -5...(isInTurn ? 1 << 20 : 1 << 33), using: &random))
      places.append(isMark ? -1 : .random(in: 0...(isInTurn ? 1 : 2), using: &random))
    }
    var plain = PlainFigures(
      firstRow: 2, width: width, periods: periods, significands: significands, places: places)
    plain.meanings = isInTurn ? Array(0..<31) : (0..<31).reversed()
    for row in 0..<rows where plain.places[row] < 0 {
      plain.marks.append(
        PlainFigures.Mark(row: Int32(row), status: row % 2 == 0 ? .masked : .missing, text: row % 2 == 0 ? "*" : nil))
    }
    var chunk = ObservationChunk(file: "表.csv", names: names)
    var start = 0
    while start < rows {
      let end = min(rows, start + .random(in: 1...(isInTurn ? 40 : 7), using: &random))
      if .random(in: 0..<3, using: &random) == 0 {
        chunk.texts[chunk.rows.count] = "自己的"
        chunk.rows.append(
          ObservationChunk.Row(
            facility: 1, metric: 0, period: .random(in: 0..<30, using: &random), value: 7, lastPlace: 0, row: 900,
            column: 3))
      }
      let metric = Int32.random(in: 0..<2, using: &random)
      let shape = Int32(plain.shapes.count)
      for place in 0..<width {
        plain.shapes.append(
          PlainFigures.Shape(
            column: Int32(4 + place), metric: metric, facility: place == 2 ? 3 : -1, period: place == 1 ? 5 : -1))
      }
      plain.runs.append(
        PlainFigures.Run(
          facility: .random(in: 0..<4, using: &random), shape: shape, start: Int32(start), end: Int32(end),
          before: Int32(chunk.rows.count)))
      start = end
    }
    chunk.plain = plain
    return chunk
  }

  @Test("a cube takes in runs as it does the same figures one by one", arguments: 0..<40)
  func sameCube(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let chunk = chunk(&random, width: seed % 3 + 1)
    #expect(chunk.spelledOut.rows.count == chunk.count && chunk.spelledOut.plain == nil)
    for policy in DuplicatePolicy.allCases {
      var (runs, rows) = (Cube(policy: policy), Cube(policy: policy))
      runs.add(chunk)
      rows.add(chunk.spelledOut)
      runs.noteUnnamed()
      rows.noteUnnamed()
      #expect(runs.findings.map { "\($0)" } == rows.findings.map { "\($0)" })
      for grouping in [ChangeRequest.Grouping.facility, .metric] {
        let request = ChangeRequest(grouping: grouping)
        #expect(Ledger(runs).changes(request) == Ledger(rows).changes(request))
      }
    }
  }

  /// Years of months in order, as most long tables have them; now and then with a mark, other digits, a number that needs
  /// more than 32 bits, or a year that comes twice.
  private func years(_ random: inout SplitMix64) -> ObservationChunk {
    var names = ObservationChunk.Names()
    names.facilities = NameList(["甲医院", "乙医院"])
    names.metrics = Self.metrics
    names.labels = Self.metrics.map(\.name)
    names.periods = (0..<36).map { .month(Month(index: 2021 * 12 + $0)) }
    let rows = 36 * 6
    let periods = (0..<rows).map { Int32($0 % 36) }
    let places = Int8.random(in: 0...2, using: &random)
    var plain = PlainFigures(
      firstRow: 2, width: 1, periods: periods,
      significands: (0..<rows).map { _ in
        .random(in: 0...(Int.random(in: 0..<60, using: &random) == 0 ? 1 << 40 : 1 << 30), using: &random)
      },
      places: (0..<rows).map { _ in
        Int.random(in: 0..<40, using: &random) == 0 ? .random(in: -1...3, using: &random) : places
      })
    plain.meanings = Array(0..<36)
    for row in 0..<rows where plain.places[row] < 0 {
      plain.marks.append(PlainFigures.Mark(row: Int32(row), status: .masked, text: "*"))
    }
    plain.shapes = [0, 1].map { PlainFigures.Shape(column: 4, metric: $0, facility: -1, period: -1) }
    for run in 0..<6 {
      plain.runs.append(
        PlainFigures.Run(
          facility: .random(in: 0..<2, using: &random), shape: .random(in: 0..<2, using: &random),
          start: Int32(run * 36), end: Int32(run * 36 + 36), before: 0))
    }
    var chunk = ObservationChunk(file: "表.csv", names: names)
    chunk.plain = plain
    return chunk
  }

  @Test("years of months in order enter a cube as the same figures do one by one", arguments: 0..<40)
  func sameYears(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed + 200))
    let chunk = years(&random)
    for policy in DuplicatePolicy.allCases {
      var (runs, rows) = (Cube(policy: policy), Cube(policy: policy))
      runs.add(chunk)
      rows.add(chunk.spelledOut)
      #expect(runs.findings.map { "\($0)" } == rows.findings.map { "\($0)" })
      let request = ChangeRequest(grouping: .facility, step: .month)
      #expect(Ledger(runs).changes(request) == Ledger(rows).changes(request))
    }
  }

  @Test("spelled out, figures and texts stand in the order of the file")
  func order() throws {
    var random = SplitMix64(seed: 4)
    let chunk = chunk(&random, width: 1)
    let whole = chunk.spelledOut
    let own = whole.rows.indices.filter { whole.rows[$0].row != 900 }
    #expect(own.map { whole.rows[$0].row } == (0..<60).map { Int32($0 + 2) })
    for index in own {
      let row = Int(whole.rows[index].row) - 2
      let mark = chunk.plain?.mark(ofRow: row)
      #expect(whole.rows[index].status == (mark?.status ?? .reported) && whole.texts[index] == mark?.text)
    }
    #expect(whole.texts.values.filter { $0 == "自己的" }.count == chunk.rows.count)
  }

  @Test("changes in numbers alone are those of their figures", arguments: 0..<20)
  func monthChanges(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed + 100))
    let ledger = Ledger(months(&random))
    var inNumbers = 0
    for step in [ChangeRequest.Step.year, .half, .quarter, .month] {
      let work = ChangeWork(ledger, ChangeRequest(step: step), sources: .left)
      for share in 0..<work.shareCount {
        var (lean, full) = ([String](), [String]())
        func line(_ window: Int, _ now: (ExactDecimal?, Int), _ base: (ExactDecimal?, Int), _ rest: Any...) -> String {
          "\(window) \(now) \(base) \(rest)"
        }
        func write(_ change: CodedChange) -> String {
          line(
            change.window, (change.current.value, change.current.months.count),
            (change.base.value, change.base.months.count), change.difference as Any, change.percent as Any, change.state
          )
        }
        let running = work.forEachChange(
          ofShare: share,
          months: { change in
            inNumbers += 1
            lean.append(
              line(
                change.window, (change.value, change.current.monthCount), (change.baseValue, change.base.monthCount),
                change.difference as Any, change.percent as Any, change.state))
          },
          { lean.append(write($0)) })
        let expected = work.forEachChange(ofShare: share) { full.append(write($0)) }
        #expect(lean == full)
        #expect(running.map { "\($0)" } == expected.map { "\($0)" })
      }
    }
    #expect(inNumbers > 0)
  }

  /// Two years of months of four facilities, some missing or masked; now and then a large number, or a month twice.
  private func months(_ random: inout SplitMix64) -> Cube {
    var names = ObservationChunk.Names()
    names.facilities = NameList(["甲医院", "乙医院", "丙卫生院", "丁卫生院"])
    names.metrics = Self.metrics
    names.labels = Self.metrics.map(\.name)
    names.periods = (0..<24).map { .month(Month(index: 2022 * 12 + $0)) }
    var rows: [ObservationChunk.Row] = []
    for facility in Int32(0)..<4 {
      for metric in Int32(0)..<2 {
        let largest: Int64 = Int.random(in: 0..<5, using: &random) == 0 ? 1 << 33 : 90_000
        for period in Int32(0)..<24 {
          let kind = Int.random(in: 0..<30, using: &random)
          if kind == 0 { continue }
          let value = ExactDecimal(significand: .random(in: -9...largest, using: &random), places: kind % 3)
          var row = ObservationChunk.Row(
            facility: facility, metric: metric, period: period, value: value, lastPlace: Int8(-(kind % 3)),
            row: Int32(rows.count + 2), column: 4)
          if kind == 1 { row.status = .masked }
          if kind == 2 { row.status = .missing }
          rows.append(row)
          if kind == 3, facility == 3 { rows.append(row) }
        }
      }
    }
    var cube = Cube(policy: .error)
    cube.add(ObservationChunk(file: "表.csv", names: names, rows: rows))
    return cube
  }
}
