// SPDX-License-Identifier: Apache-2.0

import Foundation
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

/// One sentence with the facts that it states.
struct NarrativeFixture: Decodable, Sendable {
  struct Fact: Decodable, Sendable {
    struct Change: Decodable, Sendable {
      var kind: String
      var direction: String?
      var value: Double?
      var base: String?
      var baseValue: Double?
      var priceBasis: String?

      enum CodingKeys: String, CodingKey {
        case kind, direction, value, base
        case baseValue = "base_value"
        case priceBasis = "price_basis"
      }
    }
    var metric: String?
    var metricID: String?
    var entity: String?
    var period: String?
    var value: Double?
    var unit: String?
    var baseValue: Double?
    var baseUnit: String?
    var masked: Bool
    /// The bound: >= > < <= or ~.
    var bound: String?
    var periodFrom: String?
    var role: String?
    var change: [Change]?
    /// The facility that the reader must name, where the fixture says.
    var facility: String?

    enum CodingKeys: String, CodingKey {
      case metric, entity, period, value, unit, masked, role, change, facility
      case metricID = "metric_id"
      case baseValue = "base_value"
      case baseUnit = "base_unit"
      case bound = "op"
      case periodFrom = "period_from"
    }
  }
  var id: String
  var form: String?
  var sentence: String
  var doc: String?
  /// The name of the file that the text stands in, where it says something.
  var file: String?
  var facts: [Fact]

  /// The fixtures of a file beside the tests.
  static func load(_ name: String, from file: String = #filePath) throws -> [NarrativeFixture] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appendingPathComponent("Fixtures/\(name)"), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(NarrativeFixture.self, from: Data($0.utf8)) }
  }

  private static let builtIn = (try? Catalogue.builtIn()).map { ($0, AliasIndex($0)) }

  /// The names of a catalogue; those of the built-in one are worked out once.
  private static func names(_ catalogue: Catalogue) -> AliasIndex {
    guard let builtIn, builtIn.0.metrics == catalogue.metrics else { return AliasIndex(catalogue) }
    return builtIn.1
  }

  /// What the reader makes of the sentence; `2023` stands for the document's year where none is given.
  func read(_ catalogue: Catalogue) -> NarrativeReading {
    var context = DocumentContext()
    if let doc, let date = doc.split(separator: "=").last, case .instant(let day)? = Period(date) { context.date = day }
    let lines = sentence.split(separator: "\n").enumerated().map { Passage(line: $0 + 1, text: String($1)) }
    return NarrativeReader(names: Self.names(catalogue), context: context).read(
      TextReport(file: file ?? "sentence.txt", passages: lines))
  }

  /// How many facts came out right, with a word on each that did not.
  func score(_ observations: [Observation]) -> (right: Int, rightChanges: Int, changes: Int, misses: [String]) {
    var open = observations
    var right = 0
    var rightChanges = 0
    var changes = 0
    var misses: [String] = []
    for fact in facts {
      let stated = fact.change?.filter { $0.kind != "from_to" && $0.kind != "to" } ?? []
      changes += stated.count
      guard let place = open.firstIndex(where: { fact.agrees(with: $0) }) else {
        misses.append("\(fact.metricID ?? "nil") \(fact.baseValue ?? fact.value ?? .nan) \(fact.period ?? "-")")
        continue
      }
      right += 1
      let found = open.remove(at: place)
      for change in stated {
        if found.changes.contains(where: { change.agrees(with: $0) }) {
          rightChanges += 1
        } else {
          misses.append("change \(change)")
        }
      }
    }
    return (right, rightChanges, changes, misses)
  }
}

extension NarrativeFixture.Fact {
  func agrees(with observation: Observation) -> Bool {
    guard metricID == observation.metric?.id || (metricID == nil && observation.part != nil) else { return false }
    if let facility, facility != observation.facility { return false }
    if masked != (observation.status == .masked) { return false }
    if (role == "target") != (observation.role == .target) { return false }
    if let value = baseValue ?? value {
      guard let found = observation.quantity?.value.double, abs(found - value) <= abs(value) * 1e-9 + 1e-9 else {
        return false
      }
    } else if observation.quantity != nil {
      return false
    }
    return agrees(with: observation.period)
  }

  private func agrees(with found: Period?) -> Bool {
    guard let period, !period.hasPrefix("@doc"), period != "doc-year" else { return true }
    if period.contains("X") { return found == nil }
    let text = period.replacingOccurrences(of: "-H", with: "-S").replacingOccurrences(of: "@", with: "")
    if let found, case .days(let first, let last) = found {
      return "\(first)/\(last)" == text || "\(first.month)/\(last)" == text
    }
    return Period(text)?.canonical == found?.canonical
  }
}

extension NarrativeFixture.Fact.Change {
  func agrees(with change: StatedChange) -> Bool {
    let kinds: [String: StatedChange.Kind] = [
      "percent": .percent, "points": .points, "absolute": .absolute, "times": .times, "times_of": .times, "flat": .flat,
    ]
    guard kinds[kind] == change.kind else { return false }
    if kind == "flat" { return true }
    guard let value else { return change.value == nil }
    guard let found = change.value?.double else { return false }
    if kind == "times" { return abs(found - value - 1) < 1e-9 }
    if kind == "times_of" { return abs(found - value) < 1e-9 }
    let signed = direction == "down" ? -value : value
    return [1.0, 10000.0].contains { abs(found - signed * $0) < 1e-6 }
  }
}
