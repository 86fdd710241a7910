// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiNormalizer
import TongbiReports

/// Reads the files of a project, one after the other, and hands on what they say.
struct Intake {
  /// What becomes of a file that cannot be read.
  enum Failures {
    /// It ends the work.
    case end
    /// It becomes a finding, and the other files are read.
    case findings
  }

  let project: Project
  let catalogue: Catalogue
  let registry: FacilityRegistry
  let encoding: TextEncoding?
  let mapping: ColumnMapping
  let facility: String?
  let year: Int?
  let failures: Failures
  let corrections: CorrectionList
  /// Whether what became of every number of a text is wanted.
  var uses = NarrativeReading.Uses.left

  /// Prepares to read a project with the options of the command line.
  init(_ project: Project, _ options: ReadingOptions, failures: Failures) throws {
    self.project = project
    var catalogue = try Catalogue.builtIn()
    do throws(TongbiError) {
      try catalogue.extend(with: project.metrics)
    } catch {
      throw TongbiError(error.problem, at: project.file.map { Source(file: $0) })
    }
    self.catalogue = catalogue
    registry = FacilityRegistry(facilities: project.facilities)
    encoding = try options.textEncoding()
    mapping = try options.columnMapping()
    facility = options.facility
    year = options.year
    self.failures = failures
    var corrections = CorrectionList()
    for path in project.corrections + (options.corrections.map { [$0] } ?? []) {
      corrections.add(try CorrectionFile.read(path))
    }
    self.corrections = corrections
  }

  /// What one file gave.
  enum Piece {
    /// A text, and what its sentences say.
    case text(TextReport, NarrativeReading)
    /// A table begins, with what reads it; its observations follow.
    case table(any Table, TableNormalizer)
    /// Observations of a stretch of a table.
    case chunk(ObservationChunk)
    /// Observations of the table that corrections are about.
    case figures([Observation])

    /// The observations, spelled out.
    var observations: [Observation] {
      switch self {
      case .text(_, let reading): reading.observations
      case .table: []
      case .chunk(let figures):
        { chunk in chunk.rows.indices.map { chunk.observation(at: $0) } }(figures.spelledOut)
      case .figures(let observations): observations
      }
    }
  }

  /// Reads every file, in order; pieces arrive as they are read, with what corrections say put in.
  ///
  /// - Returns: What was found on the way.
  func read(into body: (Piece) throws -> Void) throws -> [Finding] {
    var work = IntakeWork(intake: self)
    for (index, input) in project.inputs.enumerated() {
      Terminal.progress("[\(index + 1)/\(project.inputs.count)] \(input.path)")
      do {
        try work.read(input, into: body)
      } catch let error as TongbiError where failures == .findings && error.kind != .cannotCreate {
        work.findings.append(Finding(.error, error.problem, at: error.source ?? Source(file: input.path)))
      }
    }
    Terminal.clearProgress()
    // Those of the files stay where they are: a long text has as many as figures.
    var findings = work.findings
    work.findings = []
    let first = project.findings + corrections.findings
    if !first.isEmpty { findings.insert(contentsOf: first, at: 0) }
    findings += work.corrector.finish()
    return findings
  }

  /// Understands the tables of a file, with what the project and the command line say of it.
  ///
  /// - Parameter owner: Who the document speaks as that they stand in.
  func normalizer(for input: Project.Input, in document: NarrativeReading? = nil) -> TableNormalizer {
    var options = TableOptions(
      mapping: mapping, metric: input.metric, facility: input.facility ?? facility, year: year)
    options.owner = document?.owner
    options.whole = document?.whole
    options.reported = document?.period
    return TableNormalizer(catalogue: catalogue, registry: registry, options: options)
  }

  /// Reads every file into a ledger.
  ///
  /// - Parameter witness: Sees each piece as it is read.
  func ledger(policy: DuplicatePolicy, witness: (Piece) throws -> Void = { _ in }) throws -> Reading {
    let feed = CubeFeed(policy: policy)
    var count = 0
    let findings = try read { piece in
      switch piece {
      case .text(_, let reading):
        count += reading.observations.count
        feed.add(AliasParts.marked(reading.observations))
      case .table: break
      case .chunk(let chunk):
        count += chunk.count
        feed.add(chunk)
      case .figures(let observations):
        count += observations.count
        feed.add(observations)
      }
      try witness(piece)
    }
    var cube = feed.finish()
    cube.noteUnnamed()
    cube.addRatios(among: catalogue.metrics)
    let ledger = Ledger(cube, facilities: project.facilities)
    return Reading(ledger: ledger, findings: findings + strayMentions(ledger), count: count)
  }

  /// All that was read, put together.
  struct Reading {
    var ledger: Ledger
    /// What was found while reading, before the figures were put side by side.
    var findings: [Finding]
    /// How many observations were read.
    var count: Int
  }

  /// Metrics in the order of the catalogue, then those that it does not know in the order of reading.
  func ordered(_ metrics: [Metric]) -> [Metric] {
    let places = Dictionary(uniqueKeysWithValues: catalogue.metrics.enumerated().map { ($1.id, $0) })
    return metrics.enumerated().sorted { left, right in
      let (first, second) = (places[left.element.id] ?? .max, places[right.element.id] ?? .max)
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  /// The metric of an id, a name or an alias.
  ///
  /// - Throws: ``TongbiError`` of kind `.usage`, with similar names.
  func metric(_ name: String, in ledger: Ledger) throws(TongbiError) -> Metric {
    if let known = ledger.cube.metrics.first(where: { $0.id == name || $0.name == name }) { return known }
    if let known = catalogue.metric(id: name) ?? catalogue.metric(named: name) { return known }
    let all = catalogue.metrics + ledger.cube.metrics.filter { !$0.isCatalogued }
    let near = all.filter { metric in
      // A third of the letters may be wrong.
      [metric.id, metric.name].contains { $0.contains(name) || Spelling.distance($0, name) * 3 <= name.count }
    }
    throw TongbiError(CommandProblem.unknownMetric(name, similar: near.prefix(5).map(\.id)), kind: .usage)
  }
}
