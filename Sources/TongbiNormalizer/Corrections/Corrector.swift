// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Applies the corrections of a project while its files are read, and tells which of them could not be applied.
package struct Corrector: Sendable {
  private let list: CorrectionList
  private let catalogue: Catalogue
  private let registry: FacilityRegistry
  /// By file, the places of the entries in the list.
  private let byFile: [String: [Int]]
  /// The entries that were applied or told about.
  private var done: Set<Int> = []
  /// What stands at the other places of files with corrections, for entries that match nothing.
  private var seen: [String: [Source]] = [:]

  /// Prepares to apply a list.
  package init(_ list: CorrectionList, catalogue: Catalogue, registry: FacilityRegistry) {
    self.list = list
    self.catalogue = catalogue
    self.registry = registry
    byFile = Dictionary(grouping: list.entries.indices) { list.entries[$0].file }
  }

  /// Whether there is nothing to correct.
  package var isEmpty: Bool { list.entries.isEmpty }

  /// The places that the list names in a file, by its plain path.
  package func places(in file: String) -> Set<String> { Set((byFile[file] ?? []).map { list.entries[$0].place }) }

  /// Applies what the list says of observations of one file that stand side by side.
  ///
  /// - Returns: What was applied, and what could not be.
  package mutating func apply(to observations: inout [Observation], of file: String) -> [Finding] {
    guard let entries = byFile[file] else { return [] }
    var findings: [Finding] = []
    let places = Dictionary(grouping: observations.indices) { observations[$0].source.address }
    seen[file, default: []] += observations.map(\.source)
    for index in entries {
      let entry = list.entries[index]
      var fitting = (places[entry.place] ?? []).filter { observations[$0].source.quote == entry.quote }
      if fitting.count > 1, !entry.label.isEmpty {
        fitting = fitting.filter { observations[$0].label == entry.label || observations[$0].metric?.id == entry.label }
      }
      guard let place = fitting.first else { continue }
      done.insert(index)
      guard fitting.count == 1 else {
        let labels = fitting.map { observations[$0].label }
        let problem = CorrectionProblem.ambiguous(place: entry.place, labels: labels)
        findings.append(Finding(.error, problem, at: entry.correction.source))
        continue
      }
      findings.append(correct(&observations[place], entry.correction))
    }
    return findings
  }

  /// The corrections that nothing was found for, once all files are read.
  package func finish() -> [Finding] {
    list.entries.indices.filter { !done.contains($0) }.map { index in
      let entry = list.entries[index]
      return Finding(.error, stray(entry), at: entry.correction.source)
    }
  }

  private func stray(_ entry: CorrectionList.Entry) -> CorrectionProblem {
    let sources = seen[entry.file] ?? []
    if let there = sources.first(where: { $0.address == entry.place || $0.overlaps(entry.place) }) {
      return .textChanged(place: entry.place, was: entry.quote, now: there.quote)
    }
    let moved = sources.filter { $0.quote == entry.quote }
    if moved.count == 1 { return .textMoved(was: entry.place, now: moved[0].address) }
    return .matchesNothing(file: entry.written, place: entry.place)
  }

  // MARK: One correction

  private func correct(_ observation: inout Observation, _ correction: Correction) -> Finding {
    var correction = correction
    correction.former = Self.former(correction.field, observation)
    if let expected = put(correction, into: &observation) {
      let problem = CorrectionProblem.badLine(column: "value", text: correction.value, expected: expected)
      return Finding(.error, problem, at: correction.source)
    }
    observation.corrections.append(correction)
    return Finding(.note, CorrectionProblem.applied(correction), at: observation.source)
  }

  private static func former(_ field: Correction.Field, _ observation: Observation) -> String {
    switch field {
    case .value: observation.text
    case .metric: observation.metric?.id ?? observation.label
    case .facility: observation.facility ?? ""
    case .period: observation.periodText ?? ""
    case .role: observation.role.rawValue
    case .part: observation.part ?? ""
    case .changes:
      ChangeWords.words(for: observation)
        ?? observation.changes.map {
          $0.words(of: observation.metric ?? Metric(id: "", name: "", unit: observation.unit), in: .chinese)
        }.joined(separator: "；")
    }
  }

  /// Puts the right value in; returns what was expected where it cannot be understood.
  private func put(_ correction: Correction, into observation: inout Observation) -> String? {
    let text = correction.value
    switch correction.field {
    case .value: return putValue(text, into: &observation)
    case .metric:
      guard let metric = catalogue.metric(id: text) ?? catalogue.metric(named: text) else {
        return "drug_ratio / 药占比 (tongbi metrics)"
      }
      observation.metric = metric
    case .facility: observation.facility = registry.resolve(text)?.name ?? text
    case .period:
      guard let period = Period(text) else { return "2023 / 2023-S1 / 2023-Q1 / 2023-06 / 2023-01/2023-09" }
      observation.period = period
    case .role:
      guard let role = Observation.Role(rawValue: text) else { return "observed / target" }
      observation.role = role
    case .part: observation.part = text.isEmpty ? nil : text
    case .changes:
      guard !text.isEmpty else {
        observation.changes = []
        return nil
      }
      guard let changes = ChangeWords.read(text, of: observation) else { return ChangeWords.example }
      observation.changes = changes
    }
    return nil
  }

  private func putValue(_ text: String, into observation: inout Observation) -> String? {
    switch CellReading.read(text) {
    case .missing:
      observation.quantity = nil
      observation.status = .missing
    case .number(let number):
      let written = number.unit.isEmpty ? nil : WrittenUnit(number.unit) ?? WrittenUnit(Unit(number.unit))
      guard case .shift(let exponent) = UnitScale(from: written, to: observation.unit),
        let value = number.value.shifted(exponent)
      else { return "26.4\(observation.unit.symbol)" }
      observation.quantity = Quantity(
        value, observation.unit, bound: number.bound, lastPlace: number.lastPlace + exponent)
      observation.status = .corrected
    case .masked, .notANumber: return "26.4\(observation.unit.symbol)"
    }
    return nil
  }
}

extension Source {
  /// Whether the words stand on the line, and among the characters, that an address of words names.
  fileprivate func overlaps(_ address: String) -> Bool {
    guard case .words(let line, let start, let end) = place, address.hasPrefix("L\(line):") else { return false }
    let bounds = address.dropFirst("L\(line):".count).split(separator: "-").compactMap { Int($0) }
    return bounds.count == 2 && bounds[0] < end && start < bounds[1]
  }
}
