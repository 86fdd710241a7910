// SPDX-License-Identifier: Apache-2.0

import Foundation
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

/// Reads tables in tests, from bytes or from files.
struct TableReader {
  var registry = FacilityRegistry()
  var options = TableOptions()
  var chunkRows = 65_536
  private static let catalogue = Swift.Result { try Catalogue.builtIn() }

  /// What a table came to.
  struct Result {
    var observations: [Observation] = []
    var findings: [Finding] = []

    /// One line for each observation, in order of the text, without places.
    var lines: [String] { observations.map(Self.line).sorted() }

    /// The codes of the findings.
    var codes: [String] { findings.map(\.problem.code) }

    static func line(_ observation: Observation) -> String {
      [
        observation.facility ?? "", observation.metric?.id ?? observation.label,
        observation.period?.description ?? "", observation.part ?? "",
        observation.quantity?.value.withoutTrailingZeros.description ?? "", observation.unit.symbol,
        observation.status.rawValue,
      ].joined(separator: ",")
    }
  }

  func read(_ text: String, name: String = "table.csv") throws -> Result {
    try read(bytes: Array(text.utf8), name: name)
  }

  func read(bytes: [UInt8], name: String = "table.csv") throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tongbi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return try read(file: file.path)
  }

  func read(file: String) throws -> Result {
    var result = Result()
    try stream(file: file) { chunk, findings in
      let whole = chunk.spelledOut
      result.observations += whole.rows.indices.map(whole.observation(at:))
      result.findings += findings
    }
    return result
  }

  func stream(file: String, into body: (ObservationChunk, [Finding]) throws(TongbiError) -> Void) throws {
    guard let table = try Report.open(file).tables.first else { throw NotATable() }
    try stream(table: table, into: body)
  }

  func read(table: any Table) throws -> Result {
    var result = Result()
    try stream(table: table) { chunk, findings in
      let whole = chunk.spelledOut
      result.observations += whole.rows.indices.map(whole.observation(at:))
      result.findings += findings
    }
    return result
  }

  func stream(table: any Table, into body: (ObservationChunk, [Finding]) throws(TongbiError) -> Void) throws {
    let normalizer = TableNormalizer(catalogue: try Self.catalogue.get(), registry: registry, options: options)
    try normalizer.read(table, chunkRows: chunkRows, into: body)
  }

  struct NotATable: Error {}
}

/// Where files stand beside and in the repository.
enum TestPath {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let shared = package.deletingLastPathComponent().appendingPathComponent("shared")
  static let fixtures = package.appendingPathComponent("Tests/TongbiNormalizerTests/Fixtures")

  static func exists(_ path: URL) -> Bool { FileManager.default.fileExists(atPath: path.path) }
}
