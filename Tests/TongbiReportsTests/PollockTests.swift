// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports

/// Measures what is read of a polluted file against what should be, as the Pollock benchmark does: ten figures from 0 to
/// 1, namely success, and precision, recall and their harmonic mean for the cells of the header, the records and all
/// cells, as multisets without regard to case.
enum PollockScore {
  static func score(expected: [[String]], read: [[String]]) -> Double {
    guard let header = expected.first else { return 10 }
    let others = [
      measure(header.map { $0.lowercased() }, (read.first ?? []).map { $0.lowercased() }),
      measure(expected.dropFirst().map { $0.joined().lowercased() }, read.dropFirst().map { $0.joined().lowercased() }),
      measure(expected.flatMap(\.self), read.flatMap(\.self)),
    ]
    return 1 + others.reduce(0, +)
  }

  private static func measure(_ expected: [String], _ read: [String]) -> Double {
    guard !expected.isEmpty else { return 3 }
    var counts: [String: Int] = [:]
    for text in expected { counts[text, default: 0] += 1 }
    var common = 0.0
    for text in read where counts[text, default: 0] > 0 {
      counts[text, default: 0] -= 1
      common += 1
    }
    guard common > 0 else { return 0 }
    let (precision, recall) = (common / Double(expected.count), common / Double(read.count))
    return precision + recall + 2 * precision * recall / (precision + recall)
  }
}

@Suite("The Pollock benchmark")
struct PollockTests {
  /// The rows of a file as a table in the standard dialect has them: no blank ones, nothing above the header.
  static func rows(_ file: URL) throws -> [[String]] {
    guard let table = try Report.open(file.path).table else { return [] }
    var rows: [[String]] = []
    try table.rows(from: table.outline.preamble + 1) { (row) throws(TongbiError) in
      if !row.cells.isEmpty { rows.append(row.cells) }
    }
    return rows
  }

  /// Whether the programs that unpack the corpus are there.
  static let canUnpack: Bool = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return ["tar", "xz"].allSatisfy { name in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
  }()

  static func unpack(into folder: URL) throws -> Bool {
    let archive = Shared.folder.appending(path: "corpus-pollock/polluted_files.tar.xz").path
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tar", "-xJf", archive, "-C", folder.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test(
    "each kind of pollution is read without being told anything: 9.8 of 10 on average, and the dialects in full",
    .enabled(if: Shared.has("corpus-pollock"), "../shared/data/corpus-pollock is absent"),
    .enabled(if: canUnpack, "tar or xz is not installed"))
  func sample() throws {
    let scratch = try Scratch()
    try #require(try Self.unpack(into: scratch.folder))
    let folder = scratch.folder.appending(path: "polluted_files")
    let clean = folder.appending(path: "clean")
    let names = try FileManager.default.contentsOfDirectory(atPath: clean.path).filter { $0.hasSuffix(".csv") }.sorted()
    var scores: [String: Double] = [:]
    for (index, name) in names.enumerated() where name.hasPrefix("file_") || index.isMultiple(of: 40) {
      let polluted = folder.appending(path: "csv/\(name)")
      let isEmpty = try Data(contentsOf: polluted).isEmpty
      let expected = isEmpty ? [] : try Self.rows(clean.appending(path: name))
      scores[name] = PollockScore.score(expected: expected, read: isEmpty ? [] : try Self.rows(polluted))
    }
    #expect(scores.count > 60)
    #expect(scores.values.reduce(0, +) / Double(scores.count) > 9.8)
    let dialects = [
      "file_field_delimiter_0x2C_0x20", "file_field_delimiter_0x3B", "file_field_delimiter_0x9",
      "file_escape_char_0x00",
      "file_escape_char_0x5C", "file_record_delimiter_0xA", "file_record_delimiter_0xD", "file_preamble",
      "file_no_header", "file_header_only",
    ]
    for name in dialects { #expect(scores[name + ".csv"] ?? 0 > 9.99, "\(name)") }
    #expect(scores["file_quotation_char_0x27.csv"] ?? 0 > 9.7)
  }
}
