// SPDX-License-Identifier: Apache-2.0

import Tongbi

@testable import TongbiNormalizer

/// How many figures of the catalogue's metrics a reader found, and how many of those that it found are true.
struct NarrativeMeasure {
  /// Figures that the texts state, found, and right among the found.
  var (stated, found, right) = (0, 0, 0)
  /// Changes that the texts state, and right ones among them.
  var (changes, rightChanges) = (0, 0)
  /// What was missed or found wrongly.
  var notes: [String] = []

  var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  var recall: Double { stated == 0 ? 1 : Double(right) / Double(stated) }
  var changeRecall: Double { changes == 0 ? 1 : Double(rightChanges) / Double(changes) }

  /// Takes in one text: what it states and what was read.
  mutating func add(_ fixture: NarrativeFixture, _ observations: [Observation]) {
    var open = observations.filter { $0.metric != nil && ($0.quantity != nil || $0.status == .masked) }
    var bare = observations.filter { $0.quantity == nil && $0.status != .masked }
    found += open.count
    for fact in fixture.facts {
      let isFigure = fact.value != nil || fact.masked
      if isFigure, fact.metricID == nil { continue }
      let match = isFigure ? open.firstIndex { fact.agrees(with: $0) } : bare.firstIndex { fact.agrees(with: $0) }
      if isFigure { stated += 1 }
      let stated = fact.change?.filter { $0.kind != "from_to" && $0.kind != "to" } ?? []
      changes += stated.count
      guard let match else {
        notes.append(
          "\(fixture.id) missed \(fact.metricID ?? "-") \(fact.value.map { "\($0)" } ?? "-") \(fact.period ?? "") \(fact.facility ?? "")"
        )
        continue
      }
      let observation = isFigure ? open.remove(at: match) : bare.remove(at: match)
      if isFigure { right += 1 }
      for change in stated {
        if observation.changes.contains(where: { change.agrees(with: $0) }) {
          rightChanges += 1
        } else {
          notes.append("\(fixture.id) no change \(change.kind) \(change.value ?? 0) of \(fact.metricID ?? "-")")
        }
      }
    }
    for extra in open { notes.append("\(fixture.id) wrong \(NarrativeReaderTests.line(extra))") }
  }
}
