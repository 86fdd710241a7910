// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Observations as JSON lines, as records and as rows for a terminal.
struct ObservationOutput {
  let language: Language

  static let header = [
    "facility", "metric", "label", "period", "value", "unit", "text", "bound", "role", "status", "part", "changes",
    "file", "sheet", "row", "column", "line", "start", "end", "quote", "place", "corrections",
  ]

  /// Observations, each on a line of JSON, as UTF-8.
  func json(_ observations: [Observation]) -> [UInt8] {
    var bytes: [UInt8] = []
    for observation in observations {
      Self.json(observation).write(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  private static func json(_ observation: Observation) -> JSONText {
    .object([
      ("facility", .text(observation.facility)), ("metric", .text(observation.metric?.id)),
      ("label", .string(observation.label)), ("period", .text(observation.period?.description)),
      ("value", observation.quantity.map { .number($0.value) } ?? .null), ("unit", .string(observation.unit.symbol)),
      ("text", .string(observation.text)),
      ("bound", .string((observation.quantity?.bound ?? .exact).rawValue)),
      ("role", .string(observation.role.rawValue)),
      ("status", .string(observation.status.rawValue)), ("part", .text(observation.part)),
      ("part_of", .text(observation.part.flatMap { _ in observation.metric?.name })),
      ("period_from", .text(observation.periodOrigin?.rawValue)),
      ("changes", .list(observation.changes.map(Self.json))), ("source", Self.json(observation.source)),
      ("other_sources", .list(observation.otherSources.map(Self.json))),
      ("place", .string(observation.source.address)),
      ("corrections", .list(observation.corrections.map(Self.json))),
    ])
  }

  /// One observation as a record under ``header``.
  func record(_ observation: Observation) -> [String] {
    [
      observation.facility ?? "", observation.metric?.id ?? "", observation.label,
      observation.period?.description ?? "", observation.quantity?.value.description ?? "", observation.unit.symbol,
      observation.text, (observation.quantity?.bound ?? .exact).rawValue, observation.role.rawValue,
      observation.status.rawValue, observation.part ?? "", changes(observation),
    ] + SourceFields(observation.source).fields + [
      observation.source.quote, observation.source.address,
      observation.corrections.map { $0.words(in: language) }.joined(separator: "; "),
    ]
  }

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
      observation.period?.description ?? "?", observation.quantity?.value.description ?? "", observation.unit.symbol,
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

  private static func json(_ change: StatedChange) -> JSONText {
    .object([
      ("kind", .string(change.kind.rawValue)), ("value", change.value.map { .number($0) } ?? .null),
      ("base", .text(change.base?.description)), ("relation", .string(change.relation.rawValue)),
      ("price_basis", .text(change.priceBasis?.rawValue)),
    ])
  }

  private static func json(_ correction: Correction) -> JSONText {
    .object([
      ("field", .string(correction.field.rawValue)), ("former", .string(correction.former)),
      ("value", .string(correction.value)), ("reason", .string(correction.reason)), ("who", .string(correction.who)),
      ("when", .string(correction.when)),
    ])
  }

  private static func json(_ source: Source) -> JSONText {
    let quote = ("quote", JSONText.string(source.quote))
    switch source.place {
    case .whole: return .object([("file", .string(source.file)), quote])
    case .cell(let sheet, let row, let column):
      return .object([
        ("file", .string(source.file)), ("sheet", .text(sheet)), ("row", .integer(row)), ("column", .integer(column)),
        quote,
      ])
    case .words(let line, let start, let end):
      return .object([
        ("file", .string(source.file)), ("line", .integer(line)), ("start", .integer(start)), ("end", .integer(end)),
        quote,
      ])
    }
  }
}
