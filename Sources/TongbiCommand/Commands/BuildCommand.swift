// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi
import TongbiDocuments

/// `tongbi build`: a folder of reports becomes charts and tables.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    _superCommandName: "tongbi",
    abstract: "Read all reports of a project, draw its charts and write its tables.",
    discussion: """
      EXAMPLES
        tongbi build data --out charts
        tongbi build data/tongbi.yaml --out 2023 --period 2023 --lang en

      PROJECT is a folder of reports or a tongbi.yaml. Into DIR come one chart of each kind for each metric that has
      the figures (PNG, SVG and PDF), index.html to leaf through them, observations.csv, changes.csv and findings.csv.
      Pictures that a build before drew there and this one does not are removed, unless they were changed since.
      """)

  @Argument(help: "A folder of reports, or a tongbi.yaml. Default: this folder.")
  var project = "."

  @Option(help: "The folder for the results.")
  var out = "charts"

  @Option(help: "The current period. Default: that of the project file, else the latest.")
  var period: Period?

  @Flag(help: "Exit with 1 when a finding of severity error turns up.")
  var strict = false

  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var options: ReadingOptions

  func run() throws {
    try options.telling {
      let project = try Project.open([project], skipping: out)
      let language = options.lang ?? project.language ?? Terminal.language
      let intake = try Intake(project, options, failures: project.inputs.count > 1 ? .findings : .end)
      try OutputFile.makeFolder(out)
      let folder = ResultFolder(path: out, language: language)
      let reading = try folder.writeObservations { write in
        try intake.ledger(policy: options.policy) { piece in try write(piece.observations) }
      }
      let ledger = reading.ledger
      let artist = try Artist(drawing.style(language), pixelsPerPoint: drawing.scale)
      var maker = ChartMaker(ledger: ledger, language: language, period: period?.canonical ?? project.period)
      let settled = intake.settled(ledger)
      maker.targets = settled.targets
      let gallery = Gallery(
        maker: maker, artist: artist, project: settled, metrics: intake.ordered(ledger.cube.metrics))
      let drawn = try gallery.draw(into: out)
      try folder.writeChanges(maker, metrics: gallery.metrics)
      let findings = FindingOutput.ordered(
        reading.findings + ledger.findings(period: maker.period ?? ledger.latestPeriod) + drawn.findings)
      try folder.writeFindings(findings)
      let removed = try folder.writePage(drawn, title: project.title)
      try BuildSummary(language: language, files: project.inputs.count, out: out, removed: removed)
        .tell(reading: reading, drawn: drawn, findings: findings)
      // Nothing could be read from any of the files: the findings say why.
      if reading.count == 0 { throw ExitCode(TongbiError.Kind.data.rawValue) }
      if strict, findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }
  }
}
