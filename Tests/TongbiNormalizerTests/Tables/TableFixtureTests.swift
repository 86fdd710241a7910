// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Table fixtures")
struct TableFixtureTests {
  static let folders: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: TestPath.fixtures.path)) ?? []
    return names.filter { $0.hasPrefix("table-") }.sorted()
  }()

  /// `arguments.txt`, where a case has one, holds a word on the table in each line: `year=2023`, `metric=…`,
  /// `facility=…`, or `map NAME=COLUMN`; `owner=…`, `whole=…` and `reported=2023` are those of the paper that it stands in. `RECORD_GOLDEN=1` writes what came out and fails the run.
  @Test("a table comes to the observations and findings that its folder holds", arguments: folders)
  func fixture(name: String) throws {
    let folder = TestPath.fixtures.appendingPathComponent(name)
    var reader = TableReader()
    try reader.take(
      arguments: (try? String(contentsOf: folder.appendingPathComponent("arguments.txt"), encoding: .utf8)) ?? "")
    let result = try reader.read(file: folder.appendingPathComponent("input.csv").path)
    let header = "facility,metric,period,part,value,unit,status"
    let findings = result.findings.map { finding in
      var place = ""
      if case .cell(_, let row, let column) = finding.source.place { place = " \(row):\(column)" }
      return "# \(finding.severity.rawValue) \(finding.problem.code)\(place)"
    }
    let actual = ([header] + result.observations.map(TableReader.Result.line) + findings).joined(separator: "\n") + "\n"
    let golden = folder.appendingPathComponent("expected.csv")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try actual.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
      return
    }
    #expect(actual == (try String(contentsOf: golden, encoding: .utf8)))
    #expect(TestPath.exists(folder.appendingPathComponent("why.md")))
  }

  @Test("there are cases")
  func count() {
    #expect(Self.folders.count >= 15)
  }
}

extension TableReader {
  mutating func take(arguments: String) throws {
    var maps: [String] = []
    for line in arguments.split(whereSeparator: \.isNewline).map(String.init) {
      if line.hasPrefix("map ") { maps.append(String(line.dropFirst(4))) }
      if line.hasPrefix("year=") { options.year = Int(line.dropFirst(5)) }
      if line.hasPrefix("metric=") { options.metric = String(line.dropFirst(7)) }
      if line.hasPrefix("facility=") { options.facility = String(line.dropFirst(9)) }
      if line.hasPrefix("owner=") { options.owner = String(line.dropFirst(6)) }
      if line.hasPrefix("whole=") { options.whole = String(line.dropFirst(6)) }
      if line.hasPrefix("reported=") { options.reported = Int(line.dropFirst(9)).map(Period.year) }
    }
    options.mapping = try ColumnMapping(parsing: maps)
  }
}
