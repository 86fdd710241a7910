// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Makes one observation of a fact that a report states in a sentence and in a table.
///
/// Two figures of one metric, facility, period and part are one fact where they agree, the coarser one within its last
/// written digit. The more precise one stands, and the places of the others beside it. Figures that disagree stay apart.
package struct RepeatedFacts {
  private struct Key: Hashable {
    var facility: String?
    var metric: String
    var period: Period?
    var part: String?
    var role: Observation.Role
  }

  /// Where the facts of the text stand among its observations; put in order when a table comes.
  private lazy var places = Self.places(of: reading.observations)

  /// What the sentences of the report say, with the places in tables that say the same.
  package private(set) var reading: NarrativeReading

  /// Begins with the facts of a text.
  package init(_ reading: NarrativeReading) { self.reading = reading }

  private static func places(of observations: [Observation]) -> [Key: [Int]] {
    var places: [Key: [Int]] = [:]
    for place in observations.indices where !observations[place].text.isEmpty {
      places[key(observations[place]), default: []].append(place)
    }
    return places
  }

  /// Takes a table of the same report, and returns it without the figures that the text states too.
  package mutating func take(_ chunk: ObservationChunk) -> ObservationChunk {
    // A ratio with its parts says more than a sentence can take over.
    guard chunk.ratios.isEmpty else { return chunk }
    let chunk = chunk.spelledOut
    return chunk.filtered { index in
      let observation = chunk.observation(at: index)
      let known = places[Self.key(observation)] ?? []
      guard let place = known.first(where: { Self.isSame(reading.observations[$0], observation) }) else { return true }
      Self.join(&reading.observations[place], observation)
      return false
    }
  }

  private static func key(_ observation: Observation) -> Key {
    Key(
      facility: observation.facility, metric: observation.metric?.id ?? "?" + observation.label,
      period: observation.period?.canonical, part: observation.part, role: observation.role)
  }

  private static func isSame(_ first: Observation, _ second: Observation) -> Bool {
    guard let left = first.quantity, let right = second.quantity, left.unit == right.unit,
      first.status == second.status
    else { return false }
    if left.value == right.value { return left.bound == right.bound }
    guard first.metric != nil, left.bound == .exact, right.bound == .exact else { return false }
    if left.lastPlace == right.lastPlace { return false }
    return left.lastPlace > right.lastPlace ? left.agrees(with: right.value) : right.agrees(with: left.value)
  }

  private static func join(_ known: inout Observation, _ other: Observation) {
    var (kept, added) = (known, other)
    if let left = known.quantity, let right = other.quantity, right.lastPlace < left.lastPlace {
      swap(&kept, &added)
      kept.periodOrigin = kept.periodOrigin ?? added.periodOrigin
    }
    kept.otherSources += [added.source] + added.otherSources
    kept.changes += added.changes.filter { !kept.changes.contains($0) }
    known = kept
  }
}
