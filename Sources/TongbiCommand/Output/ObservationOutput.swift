// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Observations as rows for a terminal; for files see ``ObservationRecords`` and ``ObservationJSON``.
struct ObservationOutput {
  let language: Language

  static let tableHeader = (
    chinese: ["机构", "指标", "时期", "数值", "单位", "性质", "增减", "出处"],
    english: ["facility", "metric", "period", "value", "unit", "status", "changes", "source"]
  )

  /// One observation as a row for a terminal.
  func row(_ observation: Observation) -> [String] {
    let part = observation.part.map { "（\($0)）" } ?? ""
    let result = observation.corrections.isEmpty ? observation.status : .corrected
    let status = observation.role == .target ? observation.role.rawValue : result.rawValue
    return [
      observation.facility ?? "?", (observation.metric?.name(in: language) ?? observation.label) + part,
      observation.periodText ?? "?", observation.quantity?.value.description ?? "", observation.unit.symbol,
      status, changes(observation), "\(observation.source.file) \(observation.source.address)",
    ]
  }

  private func changes(_ observation: Observation) -> String {
    let metric = observation.metric ?? Metric(id: "", name: "", unit: observation.unit)
    return observation.changes.map { change in
      let words = change.words(of: metric, in: language)
      return change.base.map { "\(words) (\($0))" } ?? words
    }.joined(separator: "; ")
  }
}
