// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Joins what a report says more than once about one figure: in its summary, in a section, in the change beside it.
enum FactMerger {
  private struct Key: Hashable {
    let facility: String?
    let metric: String
    let period: Period?
    let part: String?
    let role: Observation.Role
  }

  /// Leaves one observation of each figure with all its sources; those that disagree stay, with a finding.
  static func merge(_ reading: inout NarrativeReading) {
    var groups: [Key: [Int]] = [:]
    for (place, observation) in reading.observations.enumerated() {
      guard let metric = observation.metric, observation.status != .suspect || observation.facility != nil else {
        continue
      }
      let key = Key(
        facility: observation.facility, metric: metric.id, period: observation.period?.canonical,
        part: observation.part, role: observation.role)
      groups[key, default: []].append(place)
    }
    var target = Array(reading.observations.indices)
    for places in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      join(places, &reading, &target)
    }
    remove(&reading, target)
  }

  private static func join(_ places: [Int], _ reading: inout NarrativeReading, _ target: inout [Int]) {
    var kept: [Int] = []
    for place in places {
      let observation = reading.observations[place]
      if let same = kept.first(where: { agree(reading.observations[$0], observation) }) {
        target[place] = same
        take(observation, into: &reading.observations[same])
        continue
      }
      if let other = kept.first(where: { differ(reading.observations[$0], observation) }) {
        let first = reading.observations[other]
        let problem = NarrativeProblem.statedDifferently(
          metric: observation.metric?.name ?? observation.label, first: first.text, second: observation.text,
          place: first.source.place(in: .chinese))
        reading.findings.append(Finding(.warning, problem, at: observation.source))
      }
      kept.append(place)
    }
  }

  private static func line(_ observation: Observation) -> Int? {
    if case .words(let line, _, _) = observation.source.place { return line }
    return nil
  }

  /// Whether two observations say the same: equal values, one a rounding or a bound of the other, or a change alone in the
  /// passage of the value.
  private static func agree(_ first: Observation, _ second: Observation) -> Bool {
    guard let left = first.quantity, let right = second.quantity else {
      let isChangeAlone = [first, second].contains { $0.text.isEmpty && !$0.changes.isEmpty }
      guard isChangeAlone, first.text.isEmpty != second.text.isEmpty else { return false }
      return first.label == second.label && line(first) == line(second)
        && Set(first.changes.map(\.kind)).isDisjoint(with: second.changes.map(\.kind))
    }
    guard left.unit == right.unit else { return false }
    if left.value == right.value { return true }
    switch (left.bound, right.bound) {
    case (.exact, .exact), (.about, _), (_, .about): return isNear(left, right)
    case (.exact, let bound): return satisfies(left.value, bound, right.value)
    case (let bound, .exact): return satisfies(right.value, bound, left.value)
    default: return false
    }
  }

  /// 31.6万 is 316,245, rounded or cut off.
  private static func isNear(_ left: Quantity, _ right: Quantity) -> Bool {
    guard left.lastPlace != right.lastPlace, let difference = try? left.value - right.value,
      let width = try? ExactDecimal(1).scaled(byPowerOfTen: max(left.lastPlace, right.lastPlace)),
      let low = try? -width
    else { return false }
    return low < difference && difference < width
  }

  private static func satisfies(_ value: ExactDecimal, _ bound: Quantity.Bound, _ limit: ExactDecimal) -> Bool {
    switch bound {
    case .atLeast, .moreThan: value >= limit
    case .atMost, .lessThan: value <= limit
    case .exact, .about: value == limit
    }
  }

  private static func differ(_ first: Observation, _ second: Observation) -> Bool {
    guard let left = first.quantity, let right = second.quantity, left.bound == .exact, right.bound == .exact else {
      return false
    }
    return left.unit == right.unit && first.role == .observed
  }

  /// Takes in the source and the changes of an observation; the more precise value stays.
  private static func take(_ other: Observation, into kept: inout Observation) {
    let isBetter: Bool
    switch (kept.quantity, other.quantity) {
    case (nil, .some): isBetter = kept.status != .masked
    case (.some(let left), .some(let right)):
      isBetter =
        left.bound != .exact && right.bound == .exact
        || (left.bound == right.bound && right.lastPlace < left.lastPlace)
    default: isBetter = false
    }
    var whole = isBetter ? other : kept
    let second = isBetter ? kept : other
    for change in second.changes where !whole.changes.contains(change) { whole.changes.append(change) }
    whole.otherSources += ([second.source] + second.otherSources).filter { $0 != whole.source }
    kept = whole
  }

  /// Removes the observations that went into others, and sends the uses of their numbers there.
  private static func remove(_ reading: inout NarrativeReading, _ target: [Int]) {
    var moved = [Int](repeating: 0, count: target.count)
    var kept: [Observation] = []
    for (place, goal) in target.enumerated() {
      if goal == place {
        moved[place] = kept.count
        kept.append(reading.observations[place])
      } else {
        moved[place] = moved[goal]
      }
    }
    guard kept.count < target.count else { return }
    reading.observations = kept
    for place in reading.uses.indices {
      switch reading.uses[place].fate {
      case .fact(let old): reading.uses[place].fate = .fact(observation: moved[old])
      case .change(let old): reading.uses[place].fate = .change(observation: moved[old])
      case .bound(let old): reading.uses[place].fate = .bound(observation: moved[old])
      case .period, .rejected: continue
      }
    }
  }
}
