// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("DHIS2 analytics")
struct AnalyticsRowsTests {
  static let file = TestPath.shared.appendingPathComponent("data/dhis2-sierra-leone/analytics-anc1-annualized.csv")

  @Test(
    "each of the server's annualized values is that of its parts over the days of its period",
    .enabled(if: TestPath.exists(file), "the folder ../shared is not there"))
  func annualized() throws {
    let result = try TableReader().read(file: Self.file.path)
    #expect(result.observations.count == 103)
    #expect(result.codes.filter { $0 != "parts-added" } == ["codes-named", "annualized"])
    // names.csv beside the file has the names.
    #expect(Set(result.observations.compactMap(\.facility)).contains("Kailahun"))
    #expect(Set(result.observations.map(\.label)) == ["ANC 1 Coverage"])
    for observation in result.observations {
      let value = try #require(observation.quantity?.value)
      let above = try #require(observation.numerator)
      let below = try #require(observation.denominator)
      let computed = above.double / below.double * 100
      #expect(abs(computed - value.double) <= 0.0500001, "\(observation)")
      #expect(observation.unit == .percent)
      #expect(observation.part != nil)
    }
  }

  @Test("totals of an annualized indicator come from its parts, never from adding percentages")
  func total() throws {
    let text = """
      dx,pe,ou,value,numerator,denominator,factor,multiplier,divisor
      Uvn6LCg7dVU,2021Q1,jUb8gELQApl,71.0,1371.0,7827.0,405.6,36500,90
      Uvn6LCg7dVU,2021Q2,jUb8gELQApl,72.0,1405.0,7827.0,401.1,36500,91

      """
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tongbi-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var cube = Cube()
    try TableReader().stream(file: file.path) { chunk, _ in cube.add(chunk) }
    let change = Ledger(cube).changes(ChangeRequest(period: .half(2021, 1)))
    let value = try #require(change.first?.current.value)
    // (1371 + 1405) × 365 over 7827 × (90 + 91).
    #expect(abs(value.double - 2776.0 * 36500 / (7827 * 181)) < 0.001)
  }

  static let factors: [(row: String, value: String, unit: String, codes: [String])] = [
    ("In1bcdefghA,202101,ou1bcdefghA,25.0,1.0,4.0,100,100,1", "25", "%", []),
    ("In1bcdefghA,202101,ou1bcdefghA,250.0,1.0,4.0,1000,1000,1", "250", "‰", []),
    ("In1bcdefghA,202101,ou1bcdefghA,294.4,1.0,4.0,100,,", "294.4", "%", ["annualized"]),
    ("In1bcdefghA,202101,ou1bcdefghA,99.0,1.0,4.0,100,100,1", "99", "%", ["ratio-differs"]),
    ("De1bcdefghA,202101,ou1bcdefghA,25.0,,,,,", "25", "", []),
  ]

  @Test("the factor is the unit; a value that does not fit its parts is told", arguments: factors)
  func factor(row: String, value: String, unit: String, codes: [String]) throws {
    let result = try TableReader().read("dx,pe,ou,value,numerator,denominator,factor,multiplier,divisor\n\(row)\n")
    #expect(result.lines == ["ou1bcdefghA,\(row.prefix(11)),2021-01,,\(value),\(unit),reported"])
    #expect(result.codes == codes)
  }

  @Test("without numerators a value with decimals may be a ratio, which is said, unless a list of names tells")
  func kind() throws {
    let rows = "dx,pe,ou,value\nIn1bcdefghA,202101,ou1bcdefghA,71.0\nIn1bcdefghA,202101,ou2bcdefghA,87.6\n"
    #expect(try TableReader().read(rows).codes == ["kind-unknown"])
    #expect(try TableReader().read("dx,pe,ou,value\nDe1bcdefghA,202101,ou1bcdefghA,71\n").codes == [])
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tongbi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(rows.utf8).write(to: folder.appendingPathComponent("rows.csv"))
    let names = "uid,name,kind\nIn1bcdefghA,ANC 1 Coverage,indicator\nou1bcdefghA,Bo,organisationUnit\n"
    try Data(names.utf8).write(to: folder.appendingPathComponent("names.csv"))
    let result = try TableReader().read(file: folder.appendingPathComponent("rows.csv").path)
    #expect(result.codes == ["codes-named"])
    #expect(
      result.lines == ["Bo,ANC 1 Coverage,2021-01,,71,,reported", "ou2bcdefghA,ANC 1 Coverage,2021-01,,87.6,,reported"])
    // Percentages of two facilities have no sum.
    #expect(result.observations.first?.metric?.overFacilities != .sum)
  }
}
