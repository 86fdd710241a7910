// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Table oracles")
struct TableOracleTests {
  static let yearbooks = TestPath.shared.appendingPathComponent("data/nbs-province-gbk")
  static let organisations = TestPath.shared.appendingPathComponent("data/nhs-ae-attendances")

  @Test(
    "every figure of the yearbook tables comes out, with its region, year, indicator and unit",
    .enabled(if: TestPath.exists(yearbooks), "the folder ../shared is not there"))
  func yearbook() throws {
    let expected = try String(contentsOf: Self.yearbooks.appendingPathComponent("expected-long.tsv"), encoding: .utf8)
    var wanted: [String: [String]] = [:]
    for line in expected.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let unit = try #require(WrittenUnit(fields[2]), "\(fields[2])")
      let value = try ExactDecimal(fields[5])?.scaled(byPowerOfTen: unit.exponent).withoutTrailingZeros.description
      let line = [
        fields[3], fields[1], fields[4], "", value ?? "", unit.unit.symbol, value == nil ? "missing" : "reported",
      ]
      wanted[fields[0], default: []].append(line.joined(separator: ","))
    }
    var found = 0
    for (file, lines) in wanted {
      let result = try TableReader().read(file: Self.yearbooks.appendingPathComponent(file).path)
      let missing = Set(lines).subtracting(result.lines)
      let extra = Set(result.lines).subtracting(lines)
      #expect(missing.isEmpty && extra.isEmpty, "\(file): \(missing.prefix(3)) \(extra.prefix(3))")
      #expect(result.findings.allSatisfy { $0.severity == .note }, "\(file): \(result.findings.prefix(3))")
      found += lines.count - missing.count
    }
    #expect(found == 4309)
  }

  @Test(
    "the attendances of 274 organisations add up to the sums of the financial years, parts added",
    .enabled(if: TestPath.exists(organisations), "the folder ../shared is not there"))
  func attendances() throws {
    var reader = TableReader()
    reader.options.mapping = try ColumnMapping(parsing: ["attendances=attendances"])
    let result = try reader.read(file: Self.organisations.appendingPathComponent("ae_attendances.csv").path)
    #expect(result.observations.count == 12_765 * 3)
    #expect(Set(result.observations.map(\.facility)).count == 274)
    #expect(Set(result.observations.map(\.period)).count == 36)
    #expect(Set(result.observations.map(\.part)) == ["1", "2", "other"])
    var sums: [String: Int64] = [:]
    for observation in result.observations {
      guard case .month(let month)? = observation.period, let value = observation.quantity?.value else { continue }
      let year = month.number >= 4 ? month.year : month.year - 1
      sums["\(observation.facility ?? "") \(year) \(observation.metric?.id ?? observation.label)", default: 0] +=
        value.significand
    }
    let oracle = try String(
      contentsOf: Self.organisations.appendingPathComponent("expected-fy-yoy.csv"), encoding: .utf8)
    var rows = 0
    for line in oracle.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      rows += 1
      for (place, metric) in [(2, "attendances"), (3, "breaches"), (4, "admissions")] {
        #expect(sums["\(fields[0]) \(fields[1]) \(metric)"] == Int64(fields[place]), "\(line) \(metric)")
      }
    }
    #expect(rows == 732 && sums.count == 732 * 3)
  }
}
