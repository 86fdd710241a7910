// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports

/// A folder with a file `input` of some kind and what is read from it, as text, in `expected.txt`.
struct ReportFixture: CustomTestStringConvertible {
  let folder: URL

  var testDescription: String { folder.lastPathComponent }

  /// The folders, in the order of their names.
  static let all: [ReportFixture] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).map { ReportFixture(folder: $0) }.sorted { $0.folder.path < $1.folder.path }
  }()

  /// The file that is read.
  var input: String {
    get throws {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return folder.appending(path: try #require(names.first { $0.hasPrefix("input.") })).path
    }
  }

  var expected: String {
    (try? String(contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)) ?? ""
  }

  func record(_ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: "expected.txt"))
  }
}

extension Report {
  /// All that it says: passages with their lines, tables with their captions, merged cells and rows.
  var dump: String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .text(let text): lines += text.passages.map { "\($0.line): \($0.text.escaped)" }
      case .table(let table):
        lines.append("== \(table.sheet ?? "")")
        lines += table.captions.map { "caption \($0.escaped)" }
        lines += table.merges.map {
          "merged rows \($0.rows.lowerBound)-\($0.rows.upperBound) columns \($0.columns.lowerBound)-\($0.columns.upperBound)"
        }
        lines += table.head.map { "| " + $0.map(\.escaped).joined(separator: " | ") }
      }
    }
    lines += findings.map { "\($0.severity) \($0.problem.code)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate var escaped: String {
    let short = count > 60 ? "\(prefix(20))… \(count) characters" : self
    return short.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
  }
}

@Suite("Report fixtures")
struct ReportFixtureTests {
  @Test("a file is read as its fixture says", arguments: ReportFixture.all)
  func fixture(_ fixture: ReportFixture) throws {
    let text = try Report.open(fixture.input).dump
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try fixture.record(text)
      Issue.record("recorded; look at it")
    }
    #expect(text == fixture.expected)
  }
}
