// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Tongbi
import TongbiNormalizer
import TongbiReports

/// Reads tongbi.yaml. Every mistake is told with its line and what would be right.
struct ProjectFile {
  private let path: String
  private let folder: String

  /// Reads a project file and finds the reports that it names.
  static func read(_ path: String, skipping output: String?) throws(TongbiError) -> Project {
    let file = ProjectFile(path: path, folder: Project.folder(of: path))
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw TongbiError(CommandProblem.notUTF8, at: Source(file: path))
    }
    guard let node = try YAMLReader.read(text, file: path) else {
      return try file.project(from: YAMLMapping(), skipping: output)
    }
    guard let mapping = node.mapping else { throw file.wrong("tongbi.yaml", "key: value", node) }
    return try file.project(from: mapping, skipping: output)
  }

  private func project(from mapping: YAMLMapping, skipping output: String?) throws(TongbiError) -> Project {
    var project = Project(folder: folder)
    try checkKeys(
      mapping,
      [
        "title", "language", "period", "facilities", "sources", "metrics", "targets", "corrections", "charts",
        "documents",
      ])
    project.title = try string(mapping["title"], "title")
    if let language = try string(mapping["language"], "language") {
      guard let known = Language(rawValue: language) else { throw wrong("language", "zh / en", mapping["language"]) }
      project.language = known
    }
    if let period = try string(mapping["period"], "period") {
      guard let known = Period(period) else {
        throw wrong("period", "2023, 2023-S1, 2023-Q1, 2023-06, 2023-01/2023-09", mapping["period"])
      }
      project.period = known.canonical
    }
    let facilities = try string(mapping["facilities"], "facilities").map { Project.join(folder, $0) }
    if let facilities {
      guard PathKind(facilities) != nil else { throw Project.missing(facilities) }
      project.facilities = try Project.readFacilities(facilities)
    }
    project.metrics = try MetricEntries(file: path).definitions(mapping["metrics"])
    project.file = path
    project.mentions = mentions(in: mapping)
    if let node = mapping["documents"] {
      project.findings.append(Finding(.warning, CommandProblem.notActedOn(key: "documents"), at: place(node)))
    }
    let named = try string(mapping["corrections"], "corrections")
    let corrections = Project.join(folder, named ?? CorrectionFile.name)
    if named != nil || PathKind(corrections) != nil { project.corrections = [corrections] }
    project.targets = try targets(mapping["targets"])
    project.charts = try charts(mapping["charts"])
    project.inputs = try inputs(mapping["sources"], skipping: output)
      .filter { $0.path != facilities && $0.path != corrections }
    guard !project.inputs.isEmpty else {
      throw TongbiError(CommandProblem.noReports(folder: folder), at: Source(file: path), kind: .noInput)
    }
    return project
  }

  private func inputs(_ node: YAMLNode?, skipping output: String?) throws(TongbiError) -> [Project.Input] {
    guard let node else { return FileSearch.reports(in: folder, skipping: output).map { Project.Input(path: $0) } }
    guard let sequence = node.sequence else { throw wrong("sources", "- reports/**/*.txt", node) }
    var inputs: [Project.Input] = []
    var seen: Set<String> = []
    for entry in sequence {
      var input = Project.Input(path: "")
      let pattern: String
      if let mapping = entry.mapping {
        try checkKeys(mapping, ["file", "metric", "facility"])
        guard let file = try string(mapping["file"], "file") else { throw wrong("file", "tables/visits.csv", entry) }
        pattern = file
        input.metric = try string(mapping["metric"], "metric")
        input.facility = try string(mapping["facility"], "facility")
      } else {
        guard let text = try string(entry, "sources") else { continue }
        pattern = text
      }
      let found = FileSearch.files(in: folder, matching: pattern)
      guard !found.isEmpty else { throw Project.missing(Project.join(folder, pattern)) }
      for path in found where seen.insert(path).inserted {
        input.path = path
        inputs.append(input)
      }
    }
    return inputs
  }

  private func targets(_ node: YAMLNode?) throws(TongbiError) -> [String: ExactDecimal] {
    guard let node else { return [:] }
    guard let mapping = node.mapping else { throw wrong("targets", "drug_ratio: 30", node) }
    var targets: [String: ExactDecimal] = [:]
    for (key, value) in mapping {
      guard let name = key.text, let text = value.text, let number = ExactDecimal(text) else {
        throw wrong("targets", "drug_ratio: 30", value)
      }
      targets[name] = number
    }
    return targets
  }

  private func charts(_ node: YAMLNode?) throws(TongbiError) -> [Project.ChartOrder] {
    guard let node else { return [] }
    guard let sequence = node.sequence else { throw wrong("charts", "- {id: visits, kind: ranking, metric: …}", node) }
    var charts: [Project.ChartOrder] = []
    for entry in sequence {
      guard let mapping = entry.mapping else {
        throw wrong("charts", "- {id: visits, kind: ranking, metric: …}", entry)
      }
      try checkKeys(mapping, ["id", "kind", "metric", "highlight"])
      guard let name = try string(mapping["kind"], "kind"), let kind = ChartKind(rawValue: name) else {
        throw wrong("kind", ChartKind.allCases.map(\.rawValue).joined(separator: " / "), entry)
      }
      guard let metric = try string(mapping["metric"], "metric") else { throw wrong("metric", "drug_ratio", entry) }
      let id = try string(mapping["id"], "id") ?? Gallery.fileName("\(metric)-\(kind.rawValue)")
      guard id == Gallery.fileName(id), !id.isEmpty, !id.hasPrefix("."), !charts.contains(where: { $0.id == id }) else {
        throw TongbiError(CommandProblem.badChartID(id), at: place(mapping["id"] ?? entry))
      }
      let highlight = try string(mapping["highlight"], "highlight")
      charts.append(Project.ChartOrder(id: id, kind: kind, metric: metric, highlight: highlight))
    }
    return charts
  }

  private func string(_ node: YAMLNode?, _ key: String) throws(TongbiError) -> String? {
    guard let node else { return nil }
    guard let text = node.text else { throw wrong(key, "…", node) }
    return text
  }

  private func checkKeys(_ mapping: YAMLMapping, _ known: [String]) throws(TongbiError) {
    for (key, _) in mapping {
      let name = key.text ?? ""
      guard known.contains(name) else {
        throw TongbiError(CommandProblem.unknownKey(name, known: known), at: place(key))
      }
    }
  }

  private func wrong(_ key: String, _ expected: String, _ node: YAMLNode?) -> TongbiError {
    TongbiError(CommandProblem.wrongValue(key: key, expected: expected), at: place(node))
  }

  func place(_ node: YAMLNode?) -> Source {
    guard let node else { return Source(file: path) }
    return Source(file: path, place: .words(line: node.line, start: node.column - 1, end: node.column))
  }
}
