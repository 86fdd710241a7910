// SPDX-License-Identifier: Apache-2.0

import Tongbi

@testable import TongbiNormalizer

extension NarrativeFixture {
  /// What a reading says otherwise than the fixture, in words; empty where they agree in all.
  func complaints(about reading: NarrativeReading) -> [String] {
    var open = reading.observations
    var complaints: [String] = []
    for fact in facts {
      guard let place = open.firstIndex(where: { fact.agrees(with: $0) && fact.agreesInAll(with: $0) }) else {
        complaints.append("missing \(fact.metricID ?? fact.metric ?? "-") \(fact.baseValue ?? fact.value ?? .nan)")
        continue
      }
      open.remove(at: place)
    }
    // The value that something changed from is a figure of its own.
    for change in facts.flatMap({ $0.change ?? [] }) {
      guard let base = change.baseValue else { continue }
      guard let place = open.firstIndex(where: { $0.quantity?.value.double == base }) else {
        complaints.append("missing the base \(base)")
        continue
      }
      open.remove(at: place)
    }
    return complaints
      + open.map { "not stated: \($0.metric?.id ?? "-") \($0.label) \($0.text) \($0.facility ?? "") \($0.changes)" }
  }
}

extension NarrativeFixture.Fact {
  private static let bounds: [String: Quantity.Bound] = [
    ">=": .atLeast, "<=": .atMost, ">": .moreThan, "<": .lessThan, "~": .about,
  ]

  /// Whether unit, bound, facility, changes and the place of the period are those stated, too.
  func agreesInAll(with observation: Observation) -> Bool {
    guard agreesInUnit(with: observation), agreesInFacility(with: observation) else { return false }
    if let quantity = observation.quantity, value != nil, bound != nil || quantity.bound != .exact {
      // Two thirds is about 66.667 %.
      guard bound.flatMap({ Self.bounds[$0] }) == quantity.bound || quantity.bound == .about && bound == nil else {
        return false
      }
    }
    if let periodFrom, periodFrom != observation.periodOrigin?.rawValue { return false }
    if role == "impossible", observation.status != .suspect { return false }
    let stated = (change ?? []).filter { $0.kind != "from_to" && $0.kind != "to" }
    guard stated.count == observation.changes.count else { return false }
    return stated.allSatisfy { change in
      observation.changes.contains { change.agrees(with: $0) && change.agreesInAll(with: $0) }
    }
  }

  private func agreesInUnit(with observation: Observation) -> Bool {
    guard let unit = baseUnit ?? unit, observation.quantity != nil || masked else { return true }
    let bare = unit.drop { "千万亿".contains($0) }
    let found = observation.unit.symbol
    if found == unit || found == bare || UnitWord.fits(String(bare), metric: observation.unit) { return true }
    // 7.5% of a rate per thousand keeps its unit and is suspect.
    return observation.status == .suspect
  }

  private func agreesInFacility(with observation: Observation) -> Bool {
    guard let entity else { return true }
    if let facility = observation.facility, facility == entity { return true }
    if let part = observation.part, part.contains(entity) { return true }
    // The fixtures stand for sentences of a report on 青禾县, which the sentence alone does not say.
    return entity == "?"
      ? observation.facility == nil
      : ["全院", "青禾县", "青禾县人民医院"].contains(entity)
        && [nil, "全县", "全院", "我院", "本院"].contains(observation.facility)
  }
}

extension NarrativeFixture.Fact.Change {
  /// Whether what it is compared with and the prices are those stated, too.
  func agreesInAll(with change: StatedChange) -> Bool {
    if let priceBasis, priceBasis != change.priceBasis?.rawValue { return false }
    switch base {
    case "yoy": return change.relation == .yearEarlier
    case "mom", "prev_quarter": return change.relation == .preceding
    case "before", "2020", "2021", "yoy_of_growth_rate": return change.relation == .other
    default: return true
    }
  }
}
