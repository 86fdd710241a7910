// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Sample county")
struct SampleCountyTests {
  static let data = TestPath.package.appendingPathComponent("data")

  @Test("every table of the sample county is understood, every facility known, and a slip of the keyboard is found")
  func tables() throws {
    guard let list = try Report.open(Self.data.appendingPathComponent("facilities.csv").path).tables.first else {
      Issue.record("not a table")
      return
    }
    let reader = TableReader(registry: try FacilityRegistry.read(list))
    let folder = Self.data.appendingPathComponent("tables")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
    #expect(!files.isEmpty)
    for file in files {
      let result = try reader.read(file: folder.appendingPathComponent(file).path)
      #expect(result.observations.count > 10, "\(file)")
      #expect(result.observations.allSatisfy { $0.facility != nil && $0.period != nil }, "\(file)")
      // One cell holds the letter O in place of a zero, on purpose.
      #expect(result.codes.allSatisfy { $0 == "not-a-number" }, "\(file): \(result.findings)")
    }
  }
}
