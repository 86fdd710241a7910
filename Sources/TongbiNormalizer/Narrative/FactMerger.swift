// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Joins what a report says more than once about one figure: in its summary, in a section, in the change beside it.
enum FactMerger {
  private struct Key: Hashable {
    /// The place of the facility's name among those of the report.
    let facility: Int
    let metric: String
    let period: Period?
    let part: String?
    let role: Observation.Role
  }

  /// What one observation says, as far as it matters whether another says the same.
  private struct Said {
    let quantity: Quantity?
    let hasText: Bool
    let kinds: Kinds
    let label: String
    let line: Int?
    let isObserved: Bool

    init(_ observation: Observation) {
      quantity = observation.quantity
      hasText = !observation.text.isEmpty
      kinds = observation.changes.reduce(into: Kinds()) { $0.formUnion(Kinds($1.kind)) }
      label = observation.label
      isObserved = observation.role == .observed
      if case .words(let line, _, _) = observation.source.place { self.line = line } else { line = nil }
    }
  }

  /// In what changes are stated.
  private struct Kinds: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ kind: StatedChange.Kind) {
      switch kind {
      case .percent: rawValue = 1
      case .points: rawValue = 2
      case .absolute: rawValue = 4
      case .times: rawValue = 8
      case .flat: rawValue = 16
      }
    }
  }

  /// The most different values of one figure that are compared with each other.
  private static let most = 8

  /// Leaves one observation of each figure with all its sources; those that disagree stay, with a finding.
  static func merge(_ reading: inout NarrativeReading) {
    var firsts: [Key: Int] = [:]
    firsts.reserveCapacity(reading.observations.count)
    var groups: [Int: [Int]] = [:]
    var facilities = FacilityNumbers()
    for place in reading.observations.indices {
      guard let metric = reading.observations[place].metric?.id else { continue }
      if reading.observations[place].status == .suspect, reading.observations[place].facility == nil { continue }
      let key = Key(
        facility: facilities.number(of: reading.observations[place].facility), metric: metric,
        period: reading.observations[place].period?.canonical, part: reading.observations[place].part,
        role: reading.observations[place].role)
      if let first = firsts[key] { groups[first, default: [first]].append(place) } else { firsts[key] = place }
    }
    var target = Array(reading.observations.indices)
    attach(&reading, &target)
    for places in groups.values.sorted(by: { $0[0] < $1[0] }) {
      join(places, &reading, &target)
    }
    remove(&reading, target)
  }

  /// 与上年比较，病床使用率下降2.8个百分点 names no facility: it speaks of the first figure of its passage that it can.
  private static func attach(_ reading: inout NarrativeReading, _ target: inout [Int]) {
    for place in reading.observations.indices where reading.observations[place].text.isEmpty {
      let facility = reading.observations[place].facility
      guard facility == nil || facility?.hasPrefix("全") == true, reading.observations[place].metric != nil else {
        continue
      }
      let said = Said(reading.observations[place])
      var before = place - 1
      var found: Int?
      while before >= 0, place - before < 24 {
        let other = Said(reading.observations[before])
        guard other.line == said.line else { break }
        if other.hasText, other.label.hasSuffix(said.label), other.isObserved == said.isObserved,
          reading.observations[before].metric?.id == reading.observations[place].metric?.id,
          reading.observations[before].period == reading.observations[place].period,
          reading.observations[before].part == reading.observations[place].part
        {
          found = before
          if reading.observations[before].facility == facility { break }
        }
        before -= 1
      }
      guard let found, agree(Said(reading.observations[found]), said) else { continue }
      let other = reading.observations[place]
      take(other, into: &reading.observations[found])
      target[place] = found
    }
  }

  private static func join(_ places: [Int], _ reading: inout NarrativeReading, _ target: inout [Int]) {
    var kept: [(place: Int, said: Said)] = []
    for place in places where target[place] == place {
      let said = Said(reading.observations[place])
      if let same = kept.firstIndex(where: { agree($0.said, said) }) {
        target[place] = kept[same].place
        let other = reading.observations[place]
        take(other, into: &reading.observations[kept[same].place])
        kept[same].said = Said(reading.observations[kept[same].place])
        continue
      }
      // 中心组学习14次 and 专题研讨6次 are both study sessions.
      let isEvent = reading.observations[place].metric?.kind == .eventCount
      if let other = kept.first(where: { differ($0.said, said) && !(isEvent && $0.said.label != said.label) }) {
        note(other.place, place, &reading)
      }
      if kept.count < most { kept.append((place, said)) }
    }
  }

  private static func note(_ other: Int, _ place: Int, _ reading: inout NarrativeReading) {
    let (first, second) = (reading.observations[other], reading.observations[place])
    let problem = NarrativeProblem.statedDifferently(
      metric: second.metric?.name ?? second.label, first: first.text, second: second.text,
      line: Said(first).line ?? 0)
    reading.findings.append(Finding(.warning, problem, at: second.source))
  }

  /// Whether two observations say the same: equal values, one a rounding or a bound of the other, or a change alone in the
  /// passage of the value.
  private static func agree(_ first: Said, _ second: Said) -> Bool {
    guard let left = first.quantity, let right = second.quantity else {
      let (full, bare) = first.hasText ? (first, second) : (second, first)
      guard first.hasText != second.hasText, full.label.hasSuffix(bare.label), first.line == second.line else {
        return false
      }
      return !(first.hasText ? second : first).kinds.isEmpty && first.kinds.isDisjoint(with: second.kinds)
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

  private static func differ(_ first: Said, _ second: Said) -> Bool {
    guard let left = first.quantity, let right = second.quantity, left.bound == .exact, right.bound == .exact else {
      return false
    }
    return left.unit == right.unit && first.isObserved
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
    var kept = 0
    for (place, goal) in target.enumerated() {
      if goal == place {
        moved[place] = kept
        if kept != place { reading.observations.swapAt(kept, place) }
        kept += 1
      } else {
        moved[place] = moved[goal]
      }
    }
    guard kept < target.count else { return }
    reading.observations.removeLast(target.count - kept)
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
