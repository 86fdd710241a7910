// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbiTestRandom

@testable import Tongbi

@Suite("Ledger")
struct LedgerTests {
  @Test("months of a flow add up to the year")
  func sumsMonths() throws {
    let ledger = try ledger((1...12).map { ("甲", visits, "2023-\($0 < 10 ? "0" : "")\($0)", "10") })
    let figure = ledger.figure(ofMetric: "visits", facility: "甲", period: .year(2023))
    #expect(figure.value == 120)
    #expect(figure.months.count == 12)
  }

  @Test("a figure reported for the year is used before what its months add up to, and the difference is found")
  func wholeBeforeParts() throws {
    var rows = (1...12).map { ("甲", visits, "2023-\($0 < 10 ? "0" : "")\($0)", "10") }
    rows.append(("甲", visits, "2023", "130"))
    let ledger = try ledger(rows)
    #expect(ledger.figure(ofMetric: "visits", facility: "甲", period: .year(2023)).value == 130)
    #expect(ledger.findings().map(\.problem.code) == ["sum-differs"])
  }

  @Test("quarters, halves and months join without counting a month twice")
  func mixedPieces() throws {
    let ledger = try ledger([
      ("甲", visits, "2023-S1", "60"), ("甲", visits, "2023-Q1", "30"), ("甲", visits, "2023-01", "10"),
      ("甲", visits, "2023-Q3", "33"), ("甲", visits, "2023-10", "1"), ("甲", visits, "2023-11", "2"),
      ("甲", visits, "2023-12", "3"),
    ])
    #expect(ledger.figure(ofMetric: "visits", facility: "甲", period: .year(2023)).value == 99)
  }

  @Test("a stock over a year is its last figure")
  func lastOfStock() throws {
    let ledger = try ledger([
      ("甲", beds, "2023-03", "100"), ("甲", beds, "2023-12", "120"), ("甲", beds, "2022-12-31", "90"),
    ])
    #expect(ledger.figure(ofMetric: "beds", facility: "甲", period: .year(2023)).value == 120)
    #expect(ledger.figure(ofMetric: "beds", facility: "甲", period: .year(2022)).value == 90)
  }

  @Test("a ratio over months is the sum of numerators over the sum of denominators, never the mean")
  func ratioOfSums() throws {
    var cube = Cube()
    for (month, above, below) in [("2023-01", "50", "100"), ("2023-02", "90", "900")] {
      let value = try share.ratio(decimal(above), over: decimal(below))
      cube.add(
        Observation(
          facility: "甲", metric: share, label: "药占比", period: Period(month), quantity: Quantity(value, .percent),
          numerator: try decimal(above), denominator: try decimal(below), source: Source(file: "a.csv")))
    }
    let figure = Ledger(cube).figure(ofMetric: "share", facility: "甲", period: Period("2023-01/2023-02") ?? .year(1))
    #expect(try figure.value == decimal("14"))
  }

  @Test("a rounded ratio gives way to the exact one of its parts where both say the same, and not where they differ")
  func roundedRatio() throws {
    let parts = [("甲", drugs, "2023", "43480"), ("甲", revenue, "2023", "100000")]
    for (stated, expected) in [("43.5", "43.48"), ("44.1", "44.1")] {
      let ledger = try ledger([("甲", drugRatio, "2023", stated)] + parts)
      #expect(try ledger.figure(ofMetric: "drug_ratio", facility: "甲", period: .year(2023)).value == decimal(expected))
    }
  }

  @Test("a rate counted at the end of a year speaks for the year")
  func rateAtTheEnd() throws {
    let ledger = try ledger([("甲", drugRatio, "2023-12-31", "30"), ("甲", drugRatio, "2023-06-30", "20")])
    #expect(ledger.figure(ofMetric: "drug_ratio", facility: "甲", period: .year(2023)).value == 30)
  }

  @Test("ratios of months without their parts are refused")
  func ratioWithoutParts() throws {
    let ledger = try ledger([("甲", share, "2023-01", "30"), ("甲", share, "2023-02", "40")])
    let figure = ledger.figure(ofMetric: "share", facility: "甲", period: .year(2023))
    #expect(figure.value == nil)
    #expect(figure.absence == .notAdditive)
  }

  @Test("a ratio is worked out from the metrics that are its parts, and the total is that of the sums")
  func ratioFromMetrics() throws {
    var cube = try cube([
      ("甲", drugs, "2023", "300"), ("甲", revenue, "2023", "1000"), ("乙", drugs, "2023", "10"),
      ("乙", revenue, "2023", "100"),
    ])
    cube.addRatios(among: [drugRatio])
    let ledger = Ledger(cube)
    #expect(ledger.figure(ofMetric: "drug_ratio", facility: "甲", period: .year(2023)).value == 30)
    let total = try #require(ledger.totals(ofMetric: "drug_ratio", period: .year(2023)).first)
    #expect(total.current.value?.rounded(to: 4).description == "28.1818")
  }

  @Test("the total is given for all facilities and for those in both years where they differ")
  func totals() throws {
    let ledger = try ledger([
      ("甲", visits, "2022", "100"), ("甲", visits, "2023", "110"), ("乙", visits, "2023", "50"),
    ])
    let totals = ledger.totals(ofMetric: "visits", period: .year(2023))
    #expect(totals.map(\.subject) == [.all, .matched])
    #expect(totals.map(\.difference) == [60, 10])
    #expect(ledger.totals(ofMetric: "visits", period: .year(2022)).map(\.subject) == [.all])
  }

  @Test("a group's total stands beside that of its facilities in both years where they differ")
  func groupTotals() throws {
    let rows = [
      ("甲", visits, "2022", "100"), ("甲", visits, "2023", "110"), ("乙", visits, "2023", "50"),
      ("丙", visits, "2022", "7"), ("丙", visits, "2023", "8"),
    ]
    let facilities = [("甲", "东"), ("乙", "东"), ("丙", "西")].map { Facility(name: $0.0, group: $0.1) }
    let ledger = Ledger(try cube(rows), facilities: facilities)
    let changes = ledger.changes(ChangeRequest(grouping: .group, period: .year(2023)))
    #expect(changes.map(\.subject) == [.group("东"), .matchedGroup("东"), .group("西")])
    #expect(changes.map(\.difference) == [60, 10, 1])
    let before = ledger.changes(ChangeRequest(grouping: .metric, period: .year(2022)))
    #expect(before.map(\.subject) == [.all])
  }

  @Test("collective names are not added to the facilities they stand for", arguments: ["全县", "合计", "总计", "医院"])
  func collective(name: String) throws {
    let ledger = try ledger([("甲", visits, "2023", "1"), (name, visits, "2023", "100")])
    #expect(ledger.totals(ofMetric: "visits", period: .year(2023)).first?.current.value == 1)
  }

  @Test("the same key with different values is a finding, and by default none is used")
  func contradiction() throws {
    let rows = [("甲", visits, "2023", "100"), ("甲", visits, "2023", "105")]
    let ledger = try ledger(rows)
    #expect(ledger.figure(ofMetric: "visits", facility: "甲", period: .year(2023)).absence == .conflicting)
    #expect(ledger.findings().map(\.severity) == [.error])
    for (policy, expected) in [(DuplicatePolicy.first, 100), (.last, 105), (.sum, 205)]
      as [(DuplicatePolicy, ExactDecimal)]
    {
      let figure = Ledger(try cube(rows, policy)).figure(ofMetric: "visits", facility: "甲", period: .year(2023))
      #expect(figure.value == expected)
    }
  }

  @Test("rows of one table that are to be added count however often they repeat, in any order", arguments: 0..<6)
  func added(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = ["5", "5", "6", "5", "16"].map { ("甲", visits, "2023", $0) }.shuffled(using: &random)
    #expect(try Ledger(tableCube(rows)).figure(ofMetric: "visits", facility: "甲", period: .year(2023)).value == 37)
  }

  @Test("a hidden row hides the sum, an empty one leaves it, and ratios without parts are not added")
  func addedStates() throws {
    func figure(_ rows: [(String, Metric, String, String)]) throws -> Figure {
      try Ledger(tableCube(rows)).figure(ofMetric: rows[0].1.id, facility: "甲", period: .year(2023))
    }
    #expect(try figure([("甲", visits, "2023", "5"), ("甲", visits, "2023", "*")]).absence == .masked)
    #expect(try figure([("甲", visits, "2023", "*"), ("甲", visits, "2023", "5")]).absence == .masked)
    #expect(try figure([("甲", visits, "2023", ""), ("甲", visits, "2023", "5")]).value == 5)
    #expect(try figure([("甲", share, "2023", "30"), ("甲", share, "2023", "31")]).absence == .conflicting)
  }

  @Test("contradictions are listed up to a limit and counted from then on")
  func manyContradictions() throws {
    var cube = try tableCube((1...2000).map { ("甲", visits, "2023", "\($0)") })
    cube.noteUnnamed()
    #expect(cube.findings.count == Cube.mostContradictions + 1)
    #expect(cube.findings.last?.problem.code == "more-contradictions")
  }

  @Test("a figure without a period is told, not dropped")
  func undated() throws {
    var cube = Cube()
    cube.add(
      Observation(
        facility: "甲", metric: visits, label: "诊疗人次", quantity: Quantity(5, visits.unit),
        source: Source(file: "a.txt", place: .words(line: 1, start: 0, end: 1))))
    cube.noteUnnamed()
    #expect(cube.findings.map(\.problem.code) == ["period-unknown"])
  }

  @Test("a rounded figure and the exact one are the same fact, and the exact one is used")
  func rounded() throws {
    var cube = Cube()
    for (text, place) in [("821000", 3), ("821234", 0)] {
      cube.add(
        Observation(
          facility: "甲", metric: visits, label: "诊疗", period: .year(2023),
          quantity: Quantity(try decimal(text), Unit("人次"), lastPlace: place), source: Source(file: text)))
    }
    let ledger = Ledger(cube)
    #expect(ledger.findings().isEmpty)
    #expect(ledger.figure(ofMetric: "visits", facility: "甲", period: .year(2023)).value == 821_234)
  }

  @Test("targets and parts never enter a figure")
  func targetsAndParts() throws {
    var cube = Cube()
    for (role, part) in [(Observation.Role.target, nil), (.observed, "女")] as [(Observation.Role, String?)] {
      cube.add(
        Observation(
          facility: "甲", metric: visits, label: "诊疗", period: .year(2023), quantity: Quantity(7, Unit("人次")),
          part: part, role: role, source: Source(file: "a.txt")))
    }
    #expect(Ledger(cube).figure(ofMetric: "visits", facility: "甲", period: .year(2023)).absence == .missing)
  }

  @Test("a base worked out from a stated change is derived and never replaces a reported one")
  func derivedBase() throws {
    var cube = Cube()
    let quantity = Quantity(528_000, Unit("人次"), lastPlace: 3)
    let stated = StatedChange(kind: .percent, value: try decimal("12.3"))
    let observation = Observation(
      facility: "甲", metric: visits, label: "诊疗", period: .year(2023), quantity: quantity, changes: [stated],
      source: Source(file: "a.txt"))
    cube.add(observation)
    let derived = try #require(Ledger(cube).changes(ChangeRequest(period: .year(2023))).first)
    #expect(derived.base.value == 470_000)
    #expect(derived.base.status == .derived)
    cube.add(
      Observation(
        facility: "甲", metric: visits, label: "诊疗", period: .year(2022), quantity: Quantity(470_500, Unit("人次")),
        source: Source(file: "b.txt")))
    #expect(Ledger(cube).changes(ChangeRequest(period: .year(2023))).first?.base.value == 470_500)
  }

  static let stated: [(StatedChange.Kind, String, Bool)] = [
    (.percent, "8.2", true), (.percent, "8.3", true), (.percent, "9.0", false), (.absolute, "62300", true),
    (.absolute, "70000", false), (.times, "1.08", true), (.times, "1.2", false), (.percent, "-8.2", false),
  ]

  @Test("a stated change is checked within what the printed digits allow", arguments: stated)
  func statedChange(kind: StatedChange.Kind, value: String, isRight: Bool) throws {
    var cube = Cube()
    cube.add(
      Observation(
        facility: "甲", metric: visits, label: "诊疗", period: .year(2022), quantity: Quantity(758_700, Unit("人次")),
        source: Source(file: "2022.txt")))
    cube.add(
      Observation(
        facility: "甲", metric: visits, label: "诊疗", period: .year(2023),
        quantity: Quantity(821_000, Unit("人次"), lastPlace: 3),
        changes: [StatedChange(kind: kind, value: try decimal(value))], source: Source(file: "2023.txt")))
    let findings = Ledger(cube).findings()
    #expect(findings.map(\.problem.code) == (isRight ? [] : ["stated-change-differs"]))
    #expect(findings.first?.source.file ?? "2023.txt" == "2023.txt")
  }

  @Test("matched compares only the months on both sides")
  func matched() throws {
    var rows = (1...12).map { ("甲", visits, "2022-\($0 < 10 ? "0" : "")\($0)", "10") }
    rows += (1...9).map { ("甲", visits, "2023-0\($0)", "11") }
    let ledger = try ledger(rows)
    let plain = try #require(ledger.changes(ChangeRequest(period: .year(2023))).first)
    #expect(plain.state == .notComparable)
    let matched = try #require(ledger.changes(ChangeRequest(period: .year(2023), scope: .matched)).first)
    #expect(matched.state == .partial)
    #expect(matched.current.value == 99 && matched.base.value == 90)
  }

  @Test("years may start with another month")
  func financialYears() throws {
    let months = Period("2016-04/2018-03")?.months ?? []
    let ledger = try ledger(months.map { ("甲", visits, $0.description, "1") })
    let changes = ledger.changes(ChangeRequest(yearStart: 4))
    #expect(changes.map(\.period.description) == ["2016-04/2017-03", "2017-04/2018-03"])
    #expect(changes.map(\.state) == [.missingBase, .ok])
  }

  @Test("the latest period is cut to the months of a year that is not over")
  func latestPeriod() throws {
    let months = (Period("2022-01/2023-09")?.months ?? [])
    let ledger = try ledger(months.map { ("甲", visits, $0.description, "1") })
    #expect(ledger.latestPeriod(ofMetric: "visits")?.description == "2023-01/2023-09")
  }
}

private let visits = Metric(id: "visits", name: "诊疗人次", unit: Unit("人次"), better: .higher)
private let beds = Metric(id: "beds", name: "床位", unit: Unit("张"), kind: .stock, overTime: .last)
private let share = Metric(
  id: "share", name: "占比", unit: .percent, kind: .ratio, overFacilities: .ratio, overTime: .ratio, changeStyle: .points)
private let drugs = Metric(id: "revenue_drug", name: "药品收入", unit: .yuan, kind: .moneyFlow)
private let revenue = Metric(id: "revenue_medical", name: "医疗收入", unit: .yuan, kind: .moneyFlow)
private let drugRatio = Metric(
  id: "drug_ratio", name: "药占比", unit: .percent, kind: .ratio, numerator: "revenue_drug",
  denominator: "revenue_medical", overFacilities: .ratio, overTime: .ratio, better: .lower, changeStyle: .points)

private typealias TestRow = (facility: String, metric: Metric, period: String, value: String)

private func cube(_ rows: [TestRow], _ policy: DuplicatePolicy = .error) throws -> Cube {
  var cube = Cube(policy: policy)
  for (index, row) in rows.enumerated() {
    cube.add(
      Observation(
        facility: row.facility, metric: row.metric, label: row.metric.name, period: try Period(parsing: row.period),
        quantity: Quantity(try decimal(row.value), row.metric.unit),
        source: Source(file: "test.csv", place: .cell(sheet: nil, row: index + 1, column: 4))))
  }
  return cube
}

private func ledger(_ rows: [TestRow]) throws -> Ledger { Ledger(try cube(rows)) }

/// Rows of one table, to be added where a key repeats; `*` is masked and an empty value missing.
private func tableCube(_ rows: [TestRow]) throws -> Cube {
  var names = ObservationChunk.Names()
  var cube = Cube(policy: .sum)
  names.facilities = NameList(rows.map(\.facility))
  names.metrics = rows.map(\.metric)
  names.labels = rows.map(\.metric.name)
  names.periods = rows.map { Period($0.period) }
  let cells = try rows.enumerated().map { index, row in
    let code = Int32(index)
    let value = row.value == "*" || row.value.isEmpty ? .zero : try decimal(row.value)
    return ObservationChunk.Row(
      facility: code, metric: code, period: code, value: value,
      status: row.value == "*" ? .masked : row.value.isEmpty ? .missing : .reported, lastPlace: 0,
      row: Int32(index + 2),
      column: 4)
  }
  cube.add(ObservationChunk(file: "table.csv", names: names, rows: cells))
  return cube
}
