// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Keeps apart two activities that the catalogue holds as one: 中心组学习14次，开展专题研讨6次 are both study sessions, and
/// neither contradicts the other.
enum AliasParts {
  private struct Key: Hashable {
    let facility: String?
    let metric: String
    let period: Period?
    let role: Observation.Role
  }

  /// Names as parts the figures of one count of events that a report gives under different names with different values.
  static func mark(_ observations: inout [Observation]) {
    var groups: [Key: [Int]] = [:]
    for (place, observation) in observations.enumerated() {
      guard let metric = observation.metric, metric.kind == .eventCount, observation.part == nil else { continue }
      let key = Key(
        facility: observation.facility, metric: metric.id, period: observation.period, role: observation.role)
      groups[key, default: []].append(place)
    }
    for places in groups.values where places.count > 1 {
      let labels = Set(places.map { observations[$0].label })
      let values = Set(places.map { observations[$0].quantity?.value })
      guard labels.count > 1, values.count > 1 else { continue }
      for place in places where observations[place].label != observations[place].metric?.name {
        observations[place].part = observations[place].label
      }
    }
  }
}
