// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiNormalizer

/// Reads the `metrics:` list of a project file.
struct MetricEntries {
  /// The project file, for the places of mistakes.
  let file: String

  /// The definitions listed; an entry with a known id overrides only what it gives.
  func definitions(_ node: YAMLNode?) throws(TongbiError) -> [MetricDefinition] {
    guard let node else { return [] }
    guard let sequence = node.sequence else { throw wrong("metrics", "- {id: residents, name: 常住人口数, unit: 人}", node) }
    var definitions: [MetricDefinition] = []
    for entry in sequence { definitions.append(try definition(entry)) }
    return definitions
  }

  private func definition(_ entry: YAMLNode) throws(TongbiError) -> MetricDefinition {
    guard let mapping = entry.mapping, let id = mapping["id"]?.text else {
      throw wrong("metrics", "- {id: residents, name: 常住人口数, unit: 人}", entry)
    }
    var definition = MetricDefinition(id: id)
    for (key, value) in mapping {
      let name = key.text ?? ""
      if name == "aliases" {
        guard let list = value.sequence else { throw wrong(name, "[常住人口, 服务人口]", value) }
        definition.aliases = list.compactMap { $0.text }
        continue
      }
      guard let text = value.text else { throw wrong(name, "…", value) }
      switch name {
      case "id": break
      case "name": definition.name = text
      case "name_en": definition.englishName = text
      case "unit": definition.unit = text
      case "numerator": definition.numerator = text
      case "denominator": definition.denominator = text
      case "kind": definition.kind = try choice(text, name, value)
      case "over_facilities": definition.overFacilities = try choice(text, name, value)
      case "over_time": definition.overTime = try choice(text, name, value)
      case "better": definition.better = try choice(text, name, value)
      case "change": definition.change = try choice(text, name, value)
      case "lowest": definition.lowest = try number(text, name, value)
      case "highest": definition.highest = try number(text, name, value)
      default: throw unknown(name, key)
      }
    }
    return definition
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ key: String, _ node: YAMLNode
  ) throws(TongbiError) -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: text) else {
      throw wrong(key, Choice.allCases.map(\.rawValue).joined(separator: " / "), node)
    }
    return choice
  }

  private func number(_ text: String, _ key: String, _ node: YAMLNode) throws(TongbiError) -> ExactDecimal {
    guard let number = ExactDecimal(text) else { throw wrong(key, "12.5", node) }
    return number
  }

  private func unknown(_ key: String, _ node: YAMLNode) -> TongbiError {
    let known = [
      "id", "name", "name_en", "unit", "kind", "numerator", "denominator", "over_facilities", "over_time", "better",
      "change", "lowest", "highest", "aliases",
    ]
    return TongbiError(CommandProblem.unknownKey(key, known: known), at: place(node))
  }

  private func wrong(_ key: String, _ expected: String, _ node: YAMLNode) -> TongbiError {
    TongbiError(CommandProblem.wrongValue(key: key, expected: expected), at: place(node))
  }

  private func place(_ node: YAMLNode) -> Source {
    Source(file: file, place: .words(line: node.line, start: node.column - 1, end: node.column))
  }
}
