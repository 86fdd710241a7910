// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Tongbi
import TongbiNormalizer
import TongbiReports

/// What is to be read and how: a folder, a project file, or files named one by one.
struct Project {
  /// One file with what is said of it alone.
  struct Input: Hashable {
    var path: String
    var metric: String?
    var facility: String?
  }

  /// The title of the gallery; `nil` where none is given.
  var title: String?
  /// The language of the project file; `nil` where it names none.
  var language: Language?
  /// The current period; `nil` to take the latest.
  var period: Period?
  /// The files, in the order of their names.
  var inputs: [Input] = []
  /// The folder that a project's paths are relative to; `nil` for files named one by one.
  var folder: String?
  var facilities: [Facility] = []
  var metrics: [MetricDefinition] = []
  /// The lists of corrections.
  var corrections: [String] = []
  /// The aims drawn as lines, by metric id.
  var targets: [String: ExactDecimal] = [:]
  /// The project file; `nil` where there is none.
  var file: String?
  /// The metrics and facilities that the project file names.
  var mentions: [ProjectMention] = []
  /// What was found in the project file.
  var findings: [Finding] = []
  /// The charts asked for one by one; empty for one of each kind for each metric that has the figures.
  var charts: [ChartOrder] = []

  /// A chart asked for in the project file.
  struct ChartOrder: Hashable {
    var id: String
    var kind: ChartKind
    var metric: String
    var highlight: String?
  }

  /// Opens a folder, a project file, or a list of files.
  ///
  /// - Parameter skipping: A folder below the project that holds what Tongbi itself wrote.
  static func open(_ paths: [String], skipping output: String? = nil) throws(TongbiError) -> Project {
    guard paths.count == 1, let path = paths.first, path != "-" else { return try list(paths, skipping: output) }
    guard let kind = PathKind(path) else { throw missing(path) }
    if kind == .folder {
      let file = join(path, "tongbi.yaml")
      return PathKind(file) == nil
        ? try bare(path, skipping: output) : try ProjectFile.read(file, skipping: output)
    }
    if ["yaml", "yml"].contains(Report.fileExtension(path)) {
      return try ProjectFile.read(path, skipping: output)
    }
    return Project(inputs: [Input(path: path)])
  }

  private static func list(_ paths: [String], skipping output: String?) throws(TongbiError) -> Project {
    var project = Project()
    for path in paths {
      if path == "-" {
        project.inputs.append(Input(path: path))
        continue
      }
      let part = try open([path], skipping: output)
      project.inputs += part.inputs
      project.facilities += part.facilities
      project.metrics += part.metrics
      project.corrections += part.corrections
      project.file = project.file ?? part.file
      project.mentions += part.mentions
      project.findings += part.findings
      project.targets.merge(part.targets) { first, _ in first }
      project.period = project.period ?? part.period
      project.language = project.language ?? part.language
    }
    return project
  }

  /// A folder without a project file: every report in it, and its facilities.csv if there is one.
  private static func bare(_ folder: String, skipping output: String?) throws(TongbiError) -> Project {
    var project = Project(folder: folder)
    let facilities = join(folder, "facilities.csv")
    if PathKind(facilities) != nil { project.facilities = try readFacilities(facilities) }
    let corrections = join(folder, CorrectionFile.name)
    if PathKind(corrections) != nil { project.corrections = [corrections] }
    project.inputs = FileSearch.reports(in: folder, skipping: output)
      .filter { $0 != facilities && $0 != corrections }.map { Input(path: $0) }
    guard !project.inputs.isEmpty else {
      throw TongbiError(CommandProblem.noReports(folder: folder), at: Source(file: folder), kind: .noInput)
    }
    return project
  }

  /// Reads a list of facilities.
  static func readFacilities(_ path: String) throws(TongbiError) -> [Facility] {
    let report = try Report.open(path)
    guard let table = report.tables.first else { return [] }
    return try FacilityRegistry.read(table).facilities
  }

  /// The failure of a path that does not exist, with the nearest name beside it.
  static func missing(_ path: String) -> TongbiError {
    let url = URL(fileURLWithPath: path)
    let neighbours = (try? FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)) ?? []
    let name = url.lastPathComponent.lowercased()
    let hint = neighbours.sorted().first { neighbour in
      let other = neighbour.lowercased()
      return other.hasPrefix(name) || name.hasPrefix(other) || Spelling.distance(name, other) <= 2
    }
    return TongbiError(CommandProblem.noSuchInput(hint: hint), at: Source(file: path), kind: .noInput)
  }

  /// The folder that a file stands in: `.` where its path names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func join(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
