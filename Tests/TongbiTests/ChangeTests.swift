// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Tongbi
import TongbiTestRandom

@Suite("Changes")
struct ChangeTests {
  static let visits = Metric(id: "visits", name: "诊疗人次", unit: Unit("人次"), better: .higher)
  static let share = Metric(
    id: "share", name: "药占比", unit: .percent, kind: .ratio, overFacilities: .ratio, overTime: .ratio, better: .lower,
    changeStyle: .points)

  static let rates: [(String, String, String?)] = [
    ("100", "110", "10.000000"), ("80", "60", "-25.000000"), ("100", "0", "-100.000000"), ("0", "5", nil),
    ("-30", "30", nil), ("30", "-30", nil), ("10", "400", "3900.000000"),
  ]

  @Test("the percentage is (current − base) / base; a base of zero or below has none", arguments: rates)
  func percent(base: String, current: String, expected: String?) throws {
    let change = try change(Self.visits, base, current)
    #expect(change.percent?.description == expected)
    #expect(change.difference != nil)
  }

  static let states: [(String, String, Change.State)] = [
    ("100", "110", .ok), ("0", "5", .zeroBase), ("-30", "30", .negativeBase), ("30", "-30", .signChange),
    ("0", "0", .zeroBase),
  ]

  @Test("what forbids a percentage is a state of its own", arguments: states)
  func state(base: String, current: String, expected: Change.State) throws {
    #expect(try change(Self.visits, base, current).state == expected)
  }

  static let absences: [(Figure.Absence, Change.State, Change.State)] = [
    (.missing, .missingCurrent, .missingBase), (.masked, .masked, .masked),
    (.conflicting, .notComparable, .notComparable), (.suspect, .notComparable, .notComparable),
    (.bounded, .notComparable, .notComparable), (.notAdditive, .notComparable, .notComparable),
  ]

  @Test("a figure that is not there forbids difference and percentage", arguments: absences)
  func absence(absence: Figure.Absence, asCurrent: Change.State, asBase: Change.State) throws {
    var change = try change(Self.visits, "100", "110")
    change.current = Figure(absence: absence)
    #expect(change.state == asCurrent)
    #expect(change.difference == nil && change.percent == nil)
    change = try self.change(Self.visits, "100", "110")
    change.base = Figure(absence: absence)
    #expect(change.state == asBase)
    #expect(change.difference == nil && change.percent == nil)
  }

  @Test("a ratio moves in points and has no percentage of a percentage")
  func points() throws {
    let change = try change(Self.share, "14.2", "14.8")
    #expect(try change.difference == decimal("0.6"))
    #expect(change.percent == nil)
    #expect(change.isImprovement == false)
  }

  @Test(
    "points are subtracted whatever the sign of the base", arguments: [("-3.1", "2.0"), ("0", "1.5"), ("1.2", "-0.4")])
  func signedPoints(base: String, current: String) throws {
    let change = try change(Self.share, base, current)
    #expect(change.state == .ok)
    #expect(try change.difference == decimal(current) - decimal(base))
  }

  @Test("unequal months are not compared; equal incomplete ones are, and say so")
  func months() throws {
    var change = try change(Self.visits, "100", "110")
    change.current.months.remove(try #require(Month(2023, 3)))
    #expect(change.state == .notComparable)
    #expect(change.difference == nil)
    change.base.months.remove(try #require(Month(2022, 3)))
    #expect(change.state == .partial)
    #expect(try change.difference == decimal("10"))
  }

  @Test("swapping base and current turns the difference round", arguments: 0..<50)
  func symmetry(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let first = "\(Int.random(in: 1...1_000_000, using: &random))"
    let second = "\(Int.random(in: 1...1_000_000, using: &random))"
    let forth = try #require(try change(Self.visits, first, second).difference)
    let back = try #require(try change(Self.visits, second, first).difference)
    #expect(try forth + back == .zero)
  }

  private func change(_ metric: Metric, _ base: String, _ current: String) throws -> Change {
    Change(
      subject: .facility("甲"), metric: metric, period: .year(2023), basePeriod: .year(2022),
      current: Figure(value: try decimal(current), months: Period.year(2023).monthSet),
      base: Figure(value: try decimal(base), months: Period.year(2022).monthSet))
  }
}
