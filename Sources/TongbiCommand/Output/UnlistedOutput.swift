// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Unlisted names as a list to paste into the project file, as a table and as records.
struct UnlistedOutput {
  static let header = ["name", "count", "unit", "units", "example", "file", "place"]

  let language: Language

  /// The names in a form that is printed; `nil` is the form of the project file.
  func text(_ entries: [UnlistedMetrics.Entry], _ format: ResultFormat?) -> String {
    switch format {
    case nil: yaml(entries)
    case .csv: CSVText.record(Self.header) + CSVText.records(entries.map(record))
    case .jsonl:
      entries.map { entry in
        var members = zip(Self.header, record(entry)).map { ($0, JSONText.string($1)) }
        members[1].1 = .integer(entry.count)
        return JSONText.object(members).line + "\n"
      }.joined()
    case .table:
      TerminalTable(
        header: language == .chinese
          ? ["名称", "次数", "单位", "例", "出处"] : ["name", "count", "units", "example", "place"],
        alignments: [.left, .right, .left, .left, .left],
        rows: entries.map { entry in
          let fields = record(entry)
          return [fields[0], fields[1], fields[3], String(fields[4].prefix(40)), "\(fields[5]) \(fields[6])"]
        }
      ).text
    }
  }

  private func yaml(_ entries: [UnlistedMetrics.Entry]) -> String {
    guard !entries.isEmpty else { return "" }
    let advice = language.pick(
      "# 指标库没有的名称，次数多的在前。留下要用的，粘贴到 tongbi.yaml 的 metrics 之下；已有指标的别名，改写为 {id: 已有指标, aliases: [名称]}。",
      "# Names that no catalogue knows, the most frequent first. Keep what you want below metrics in tongbi.yaml; for another name of a known metric write {id: its id, aliases: [name]}."
    )
    let lines = entries.map { entry in
      let example = entry.example.quote.split(whereSeparator: \.isNewline).joined(separator: " ")
      let units = self.units(entry)
      let count = language.pick("\(entry.count)次", "\(entry.count) times")
      return """
          # \(count)\(units.isEmpty ? "" : "; " + units); \(entry.example.file) \(entry.example.address): \(example)
          - {id: \(quoted(entry.name)), name: \(quoted(entry.name))\(entry.unit.isEmpty ? "" : ", unit: " + quoted(entry.unit))}
        """
    }
    return advice + "\nmetrics:\n" + lines.joined(separator: "\n") + "\n"
  }

  private func record(_ entry: UnlistedMetrics.Entry) -> [String] {
    [
      entry.name, String(entry.count), entry.unit, units(entry), entry.example.quote, entry.example.file,
      entry.example.address,
    ]
  }

  /// The units with how often: 场次 2、次 1.
  private func units(_ entry: UnlistedMetrics.Entry) -> String {
    entry.units.sorted { $0.count > $1.count }.filter { !$0.symbol.isEmpty }
      .map { entry.units.count > 1 ? "\($0.symbol) \($0.count)" : $0.symbol }
      .joined(separator: language.pick("、", ", "))
  }

  /// A string of JSON is one of YAML too.
  private func quoted(_ text: String) -> String { JSONText.string(text).line }
}
