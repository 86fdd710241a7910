// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiNormalizer
import TongbiReports

/// One pass over the files of a project: each is read, its facts are joined, corrections are put in, and all is handed on.
struct IntakeWork {
  typealias Body = (Intake.Piece) throws -> Void

  let intake: Intake
  var corrector: Corrector
  /// Reads the sentences of all files: its words are put in order once, and only where there is a text.
  private lazy var narrative = NarrativeReader(catalogue: intake.catalogue, registry: intake.registry)
  /// What was found so far.
  var findings: [Finding] = []

  init(intake: Intake) {
    self.intake = intake
    corrector = Corrector(intake.corrections, catalogue: intake.catalogue, registry: intake.registry)
  }

  /// Reads one file and hands on what it says.
  mutating func read(_ input: Project.Input, into body: Body) throws {
    let report = try Report.open(input.path, encoding: intake.encoding)
    findings += report.findings
    var texts: [(report: TextReport, facts: RepeatedFacts)] = []
    for case .text(let text) in report.parts { texts.append((text, facts(of: text, input))) }
    // What the text states too is taken out of the tables of a document, so that these are read before it is handed on.
    var held: [Intake.Piece] = []
    var failed: [TongbiError] = []
    for table in report.tables {
      do {
        try read(table, of: input, &texts, &held, into: body)
      } catch let error as TongbiError {
        if error.kind != .data { throw error }
        failed.append(error)
      }
    }
    for text in texts { try handOn(.text(text.report, text.facts.reading), to: body) }
    for piece in held { try handOn(piece, to: body) }
    // A sheet of remarks beside one of figures is no reason to read neither.
    if let first = failed.first, failed.count == report.parts.count { throw first }
    for error in failed {
      findings.append(Finding(.warning, error.problem, at: error.source ?? Source(file: input.path)))
    }
  }

  private mutating func facts(of text: TextReport, _ input: Project.Input) -> RepeatedFacts {
    let context = DocumentContext(facility: input.facility ?? intake.facility, year: intake.year, date: nil)
    let reading = narrative.read(text, in: context, uses: intake.uses)
    if findings.isEmpty { findings = reading.findings } else { findings += reading.findings }
    return RepeatedFacts(reading)
  }

  private mutating func read(
    _ table: any Table, of input: Project.Input, _ texts: inout [(report: TextReport, facts: RepeatedFacts)],
    _ held: inout [Intake.Piece], into body: Body
  ) throws {
    let normalizer = intake.normalizer(for: input, in: texts.first?.facts.reading)
    let isMixed = !texts.isEmpty
    if isMixed { held.append(.table(table, normalizer)) } else { try handOn(.table(table, normalizer), to: body) }
    var thrown: (any Error)?
    try normalizer.read(table) { (chunk, found) throws(TongbiError) in
      findings += found
      guard thrown == nil else { return }
      if isMixed { return held.append(.chunk(texts[0].facts.take(chunk))) }
      do {
        try handOn(.chunk(chunk), to: body)
      } catch {
        thrown = error
      }
    }
    if let thrown { throw thrown }
  }

  /// Hands on a piece with what corrections say of it.
  private mutating func handOn(_ piece: Intake.Piece, to body: Body) throws {
    guard !corrector.isEmpty else { return try body(piece) }
    switch piece {
    case .text(let report, var reading):
      findings += corrector.apply(to: &reading.observations, of: CorrectionFile.plain(report.file))
      try body(.text(report, reading))
    case .chunk(let figures):
      let chunk = figures.spelledOut
      let file = CorrectionFile.plain(chunk.file)
      let places = corrector.places(in: file)
      var taken: [Observation] = []
      let rest = chunk.filtered { index in
        guard places.contains(chunk.source(of: chunk.rows[index]).address) else { return true }
        taken.append(chunk.observation(at: index))
        return false
      }
      findings += corrector.apply(to: &taken, of: file)
      try body(.chunk(rest))
      if !taken.isEmpty { try body(.figures(taken)) }
    case .table, .figures: try body(piece)
    }
  }
}
