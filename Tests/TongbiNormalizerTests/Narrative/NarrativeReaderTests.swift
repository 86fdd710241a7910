// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Narrative reader")
struct NarrativeReaderTests {
  @Test("most facts come out right, and none from sentences that hold none", arguments: ["narrative-forms.jsonl", "narrative-wordings.jsonl"])
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
      if ProcessInfo.processInfo.environment["TONGBI_SHOW"] != nil, !score.misses.isEmpty || read.observations.count != fixture.facts.count {
        print("MISS \(fixture.id) \(fixture.sentence)")
        for miss in score.misses { print("   - \(miss)") }
        for observation in read.observations { print("   + \(Self.line(observation))") }
      }
      let known = Set(fixture.facts.compactMap(\.metric_id))
      for observation in read.observations {
        if fixture.facts.isEmpty { wrong += 1 }
        if let id = observation.metric?.id, !known.contains(id) { wrong += 1 }
        if fixture.facts.allSatisfy(\.masked) { #expect(observation.quantity == nil, "\(fixture.sentence)") }
      }
    }
    print("SCORE \(file): \(right) of \(total) facts, \(rightChanges) of \(changes) changes, \(wrong) wrong")
  }

  static func line(_ observation: Observation) -> String {
    let changes = observation.changes.map { "\($0.kind) \($0.value?.description ?? "-") \($0.relation) \($0.base?.description ?? "-")" }
    return "\(observation.facility ?? "-") | \(observation.metric?.id ?? "nil") | \(observation.label) | part \(observation.part ?? "-") | "
      + "\(observation.period?.description ?? "-") | \(observation.quantity?.value.description ?? "-") \(observation.unit.symbol) "
      + "\(observation.quantity?.bound.rawValue ?? "") | '\(observation.text)' | \(observation.role) \(observation.status) | \(changes)"
  }
}
