// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Narrative reader")
struct NarrativeReaderTests {
  @Test(
    "most facts come out right, and none from sentences that hold none",
    arguments: ["narrative-forms.jsonl", "narrative-wordings.jsonl"])
  func score(file: String) throws {
    let catalogue = try Catalogue.builtIn()
    var (right, total, rightChanges, changes, wrong) = (0, 0, 0, 0, 0)
    for fixture in try NarrativeFixture.load(file) {
      let read = fixture.read(catalogue)
      let score = fixture.score(read.observations)
      right += score.right
      rightChanges += score.rightChanges
      changes += score.changes
      total += fixture.facts.count
      if ProcessInfo.processInfo.environment["TONGBI_SHOW"] != nil,
        !score.misses.isEmpty || read.observations.count != fixture.facts.count
      {
        print("MISS \(fixture.id) \(fixture.sentence)")
        for miss in score.misses { print("   - \(miss)") }
        for observation in read.observations { print("   + \(Self.line(observation))") }
      }
      let known = Set(fixture.facts.compactMap(\.metricID))
      for observation in read.observations {
        if let id = observation.metric?.id, !known.contains(id) { wrong += 1 }
        if fixture.facts.isEmpty { #expect(observation.metric == nil, "\(fixture.sentence)") }
        if !fixture.facts.isEmpty, fixture.facts.allSatisfy(\.masked) {
          #expect(observation.quantity == nil, "\(fixture.sentence)")
        }
      }
    }
    print("SCORE \(file): \(right) of \(total) facts, \(rightChanges) of \(changes) changes, \(wrong) wrong")
  }

  static func line(_ observation: Observation) -> String {
    let changes = observation.changes.map {
      "\($0.kind) \($0.value?.description ?? "-") \($0.relation) \($0.base?.description ?? "-")"
    }
    return
      "\(observation.facility ?? "-") | \(observation.metric?.id ?? "nil") | \(observation.label) | part \(observation.part ?? "-") | "
      + "\(observation.period?.description ?? "-") | \(observation.quantity?.value.description ?? "-") \(observation.unit.symbol) "
      + "\(observation.quantity?.bound.rawValue ?? "") | '\(observation.text)' | \(observation.role) \(observation.status) | \(changes)"
  }
}

/// The reports that others sent, beside the repository; `nil` where the folder is absent.
enum SharedFolder {
  static func files(_ name: String, from file: String = #filePath) -> [URL] {
    var root = URL(fileURLWithPath: file)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let candidates = [
      root.appendingPathComponent("../shared/\(name)"), root.appendingPathComponent("../../shared/\(name)"),
    ]
    for folder in candidates {
      if let files = try? FileManager.default.contentsOfDirectory(
        at: folder.standardized, includingPropertiesForKeys: nil), !files.isEmpty
      {
        return files.sorted { $0.path < $1.path }
      }
    }
    return []
  }

  static func report(_ url: URL) throws -> TextReport {
    let text = try String(contentsOf: url, encoding: .utf8)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let passages = lines.enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }.map {
      Passage(line: $0.offset + 1, text: String($0.element))
    }
    return TextReport(file: url.lastPathComponent, passages: passages)
  }
}

extension NarrativeReaderTests {
  @Test(
    "the seeds hold masks and few figures", .enabled(if: !SharedFolder.files("seeds").isEmpty, "no ../shared/seeds"))
  func seeds() throws {
    let catalogue = try Catalogue.builtIn()
    for url in SharedFolder.files("seeds") {
      let read = NarrativeReader(catalogue: catalogue).read(try SharedFolder.report(url))
      print("SEED \(url.lastPathComponent)")
      for observation in read.observations { print("   + \(Self.line(observation)) <<\(observation.source.quote)>>") }
    }
    if let folder = ProcessInfo.processInfo.environment["TONGBI_REPORTS"] {
      for url in try FileManager.default.contentsOfDirectory(
        at: URL(fileURLWithPath: folder), includingPropertiesForKeys: nil
      ).sorted(by: { $0.path < $1.path }) {
        let read = NarrativeReader(catalogue: catalogue).read(try SharedFolder.report(url))
        print("SEED \(url.lastPathComponent)")
        for observation in read.observations { print("   + \(Self.line(observation)) <<\(observation.source.quote)>>") }
        for finding in read.findings { print("   ! \(finding.severity) \(finding.problem.message(in: .chinese))") }
      }
    }
  }
}
