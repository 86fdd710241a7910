// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Keeps apart two activities that the catalogue holds as one: 中心组学习14次，开展专题研讨6次 are both study sessions, and
/// neither contradicts the other.
package enum AliasParts {
  private struct Key: Hashable {
    /// The number of the facility's name among those of the report.
    let facility: Int
    let metric: ObjectIdentifier
    let period: Period?
    let role: Observation.Role
  }

  /// Observations to be added up: those of one count of events that a report gives under different names with different values
  /// are parts, but for the one that happened most often.
  package static func marked(_ observations: [Observation]) -> [Observation] {
    var observations = observations
    mark(&observations)
    return observations
  }

  private static func mark(_ observations: inout [Observation]) {
    var firsts: [Key: Int] = [:]
    var groups: [Int: [Int]] = [:]
    var facilities = FacilityNumbers()
    for place in observations.indices where observations[place].metric?.kind == .eventCount {
      guard let metric = observations[place].metric?.identity, observations[place].part == nil else { continue }
      let key = Key(
        facility: facilities.number(of: observations[place].facility), metric: metric,
        period: observations[place].period, role: observations[place].role)
      if let first = firsts[key] { groups[first, default: [first]].append(place) } else { firsts[key] = place }
    }
    for places in groups.values {
      let labels = Set(places.map { observations[$0].label })
      let values = Set(places.map { observations[$0].quantity?.value })
      guard labels.count > 1, values.count > 1 else { continue }
      // The one that happened most often stands for the metric, the others beside it.
      let most = places.max { left, right in
        guard let first = observations[left].quantity?.value, let second = observations[right].quantity?.value else {
          return observations[left].quantity == nil
        }
        return first < second
      }
      let main = most.map { observations[$0].label }
      for place in places where observations[place].label != main {
        observations[place].part = observations[place].label
      }
    }
  }
}
