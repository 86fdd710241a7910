// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Joins what a report says more than once about one figure: in its summary, in a section, in the change beside it.
enum FactMerger {
  private struct Key: Hashable {
    /// The place of the facility's name among those of the report.
    let facility: Int
    let metric: ObjectIdentifier
    let period: Period?
    let part: String?
    let role: Observation.Role

    /// What tells most figures apart; the rest is compared.
    func hash(into hasher: inout Hasher) {
      hasher.combine(metric)
      hasher.combine(facility &* 0x1_0001 &+ (period?.lastDay.month.index ?? 0))
    }
  }

  /// What one observation says, as far as it matters whether another says the same; its words are looked up at its place.
  private struct Said {
    let place: Int
    let value: ExactDecimal
    let unit: PackedWord?
    let lastPlace: Int
    let bound: Quantity.Bound
    let hasQuantity: Bool
    let hasText: Bool
    let kinds: Kinds
    let line: Int?
    let isObserved: Bool

    init(_ all: [Observation], _ place: Int) {
      // One by one: a copy of an observation counts a dozen references.
      let observations = all.span
      self.place = place
      hasText = !observations[place].text.isEmpty
      kinds = observations[place].changes.reduce(into: Kinds()) { $0.formUnion(Kinds($1.kind)) }
      isObserved = observations[place].role == .observed
      if case .words(let line, _, _) = observations[place].source.place { self.line = line } else { line = nil }
      let quantity = observations[place].quantity
      hasQuantity = quantity != nil
      value = quantity?.value ?? .zero
      unit = quantity.flatMap { PackedWord($0.unit.symbol) }
      lastPlace = quantity?.lastPlace ?? 0
      bound = quantity?.bound ?? .exact
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

  /// The places of the figures that a report says more than once: the first of each, and for each place the next one of the
  /// same figure, −1 behind the last.
  private struct Groups {
    var firsts: [Int] = []
    var next: [Int]

    init(_ all: [Observation]) {
      let observations = all.span
      next = [Int](repeating: -1, count: observations.count)
      var known: [Key: Int] = [:]
      known.reserveCapacity(min(observations.count, 4096))
      var last = next
      var facilities = FacilityNumbers()
      for place in observations.indices {
        guard let metric = observations[place].metric?.identity else { continue }
        if observations[place].status == .suspect, observations[place].facility == nil { continue }
        let key = Key(
          facility: facilities.number(of: observations[place].facility), metric: metric,
          period: observations[place].period?.canonical, part: observations[place].part,
          role: observations[place].role)
        if let first = known[key] {
          if last[first] == first { firsts.append(first) }
          next[last[first]] = place
          last[first] = place
        } else {
          known[key] = place
          last[place] = place
        }
      }
      firsts.sort()
    }
  }

  /// Leaves one observation of each figure with all its sources; those that disagree stay, with a finding.
  static func merge(_ reading: inout NarrativeReading) {
    let groups = Groups(reading.observations)
    var target = Array(reading.observations.indices)
    attach(&reading, &target)
    // In the order of the text: those of one figure lie far apart in a long report.
    let said = groups.firsts.isEmpty ? [] : reading.observations.indices.map { Said(reading.observations, $0) }
    for first in groups.firsts { join(first, groups.next, said, &reading, &target) }
    remove(&reading, target)
  }

  /// 与上年比较，病床使用率下降2.8个百分点 names no facility: it speaks of the first figure of its passage that it can.
  private static func attach(_ reading: inout NarrativeReading, _ target: inout [Int]) {
    for place in reading.observations.indices where reading.observations[place].text.isEmpty {
      let facility = reading.observations[place].facility
      guard let metric = reading.observations[place].metric else { continue }
      let isOfAny = facility == nil || facility?.hasPrefix("全") == true
      let said = Said(reading.observations, place)
      var before = place - 1
      var found: Int?
      while before >= 0, place - before < 24 {
        let other = Said(reading.observations, before)
        guard other.line == said.line else { break }
        if other.hasText, other.isObserved == said.isObserved,
          isOfAny || reading.observations[before].facility == facility,
          reading.observations[before].metric?.identity == metric.identity,
          reading.observations[before].label.hasSuffix(reading.observations[place].label),
          isOne(reading.observations[before].period, reading.observations[place].period, metric),
          reading.observations[before].part == reading.observations[place].part
        {
          found = before
          if reading.observations[before].facility == facility { break }
        }
        before -= 1
      }
      guard let found, agree(Said(reading.observations, found), said, reading.observations) else { continue }
      take(place, into: found, &reading.observations)
      target[place] = found
    }
  }

  /// Whether two periods are one; the holdings at a year's end are those of the year.
  private static func isOne(_ first: Period?, _ second: Period?, _ metric: Metric) -> Bool {
    first == second || metric.kind == .stock && first != nil && first?.lastDay == second?.lastDay
  }

  private static func join(
    _ first: Int, _ next: [Int], _ all: [Said], _ reading: inout NarrativeReading, _ target: inout [Int]
  ) {
    var kept: [Said] = []
    var following = first
    while following >= 0 {
      let place = following
      following = next[place]
      guard target[place] == place else { continue }
      let said = all[place]
      if let same = kept.indices.first(where: { agree(kept[$0], said, reading.observations) }) {
        let goal = kept[same].place
        target[place] = goal
        take(place, into: goal, &reading.observations)
        kept[same] = Said(reading.observations, goal)
        continue
      }
      // 中心组学习14次 and 专题研讨6次 are both study sessions.
      let isEvent = reading.observations[place].metric?.kind == .eventCount
      let other = kept.indices.first { other in
        differ(kept[other], said, reading.observations)
          && !(isEvent && reading.observations[kept[other].place].label != reading.observations[place].label)
      }
      if let other { note(kept[other], place, &reading) }
      if kept.count < most { kept.append(said) }
    }
  }

  private static func note(_ first: Said, _ second: Int, _ reading: inout NarrativeReading) {
    let problem = NarrativeProblem.statedDifferently(
      metric: reading.observations[second].metric?.name ?? reading.observations[second].label,
      first: reading.observations[first.place].text, second: reading.observations[second].text,
      line: first.line ?? 0)
    reading.findings.append(Finding(.warning, problem, at: reading.observations[second].source))
  }

  /// Whether two observations say the same: equal values, one a rounding or a bound of the other, or a change alone in the
  /// passage of the value.
  private static func agree(_ first: Said, _ second: Said, _ observations: [Observation]) -> Bool {
    guard first.hasQuantity, second.hasQuantity else {
      let (full, bare) = first.hasText ? (first, second) : (second, first)
      guard first.hasText != second.hasText, first.line == second.line,
        observations[full.place].label.hasSuffix(observations[bare.place].label)
      else {
        return false
      }
      return !bare.kinds.isEmpty && first.kinds.isDisjoint(with: second.kinds)
    }
    guard haveOneUnit(first, second, observations) else { return false }
    if first.value == second.value { return true }
    switch (first.bound, second.bound) {
    // 宫颈癌筛查3.2万人、乳腺癌筛查3.15万人: side by side, they are two.
    case (.exact, .exact) where first.line == second.line: return false
    case (.exact, .exact), (.about, _), (_, .about): return isNear(first, second)
    case (.exact, let bound): return satisfies(first.value, bound, second.value)
    case (let bound, .exact): return satisfies(second.value, bound, first.value)
    default: return false
    }
  }

  private static func haveOneUnit(_ first: Said, _ second: Said, _ observations: [Observation]) -> Bool {
    guard let left = first.unit, let right = second.unit else {
      return observations[first.place].quantity?.unit == observations[second.place].quantity?.unit
    }
    return left == right
  }

  /// 31.6万 is 316,245, rounded or cut off.
  private static func isNear(_ left: Said, _ right: Said) -> Bool {
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

  private static func differ(_ first: Said, _ second: Said, _ observations: [Observation]) -> Bool {
    first.hasQuantity && second.hasQuantity && first.bound == .exact && second.bound == .exact && first.isObserved
      && haveOneUnit(first, second, observations)
  }

  /// Takes in the source and the changes of an observation; the more precise value stays.
  private static func take(_ other: Int, into kept: Int, _ observations: inout [Observation]) {
    let isBetter: Bool
    switch (observations[kept].quantity, observations[other].quantity) {
    case (nil, .some): isBetter = observations[kept].status != .masked
    case (.some(let left), .some(let right)):
      isBetter =
        left.bound != .exact && right.bound == .exact
        || (left.bound == right.bound && right.lastPlace < left.lastPlace)
    default: isBetter = false
    }
    if isBetter { observations.swapAt(kept, other) }
    for change in observations[other].changes where !observations[kept].changes.contains(change) {
      observations[kept].changes.append(change)
    }
    let source = observations[other].source
    if source != observations[kept].source { observations[kept].otherSources.append(source) }
    for source in observations[other].otherSources where source != observations[kept].source {
      observations[kept].otherSources.append(source)
    }
  }

  /// Removes the observations that went into others, and sends the uses of their numbers there.
  private static func remove(_ reading: inout NarrativeReading, _ target: [Int]) {
    var moved = [Int](repeating: 0, count: target.count)
    var kept = 0
    reading.observations.withUnsafeMutableBufferPointer { observations in
      for (place, goal) in target.enumerated() {
        if goal == place {
          moved[place] = kept
          if kept != place { observations.swapAt(kept, place) }
          kept += 1
        } else {
          moved[place] = moved[goal]
        }
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
