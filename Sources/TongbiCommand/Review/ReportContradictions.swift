// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiNormalizer
import TongbiReports

/// Finds facts that a document states differently in a sentence and in a table; those that differ from sentence to
/// sentence the reader of sentences tells.
struct ReportContradictions {
  private var file: String?
  private var cube: Cube?
  /// What the text of the file says, until a table of it comes.
  private var observations: [Observation] = []
  private var findings: [Finding] = []

  /// Takes a piece; tables on their own are left to the commands that compare.
  mutating func take(_ piece: Intake.Piece) {
    switch piece {
    case .text(let report, let reading):
      if file != report.file { close() }
      file = report.file
      if observations.isEmpty { observations = reading.observations } else { observations += reading.observations }
    case .table(let table, _): if file != table.file { close() }
    case .chunk(let chunk):
      guard file != nil else { return }
      takeText()
      cube?.add(chunk)
    case .figures(let figures):
      guard file != nil else { return }
      takeText()
      for figure in figures { cube?.add(figure) }
    }
  }

  private mutating func takeText() {
    cube = cube ?? Cube()
    for observation in observations { cube?.add(observation) }
    observations = []
  }

  /// What was found.
  mutating func finish() -> [Finding] {
    close()
    return findings
  }

  private mutating func close() {
    findings += (cube?.findings ?? []).filter { finding in
      if case .cell = finding.source.place { finding.severity == .error } else { false }
    }
    cube = nil
    observations = []
    file = nil
  }
}
