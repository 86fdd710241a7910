// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Tongbi
import TongbiDocuments

/// The folder that `build` fills.
struct ResultFolder {
  let path: String
  let language: Language

  /// Writes observations.csv while the reports are read, so that memory does not grow with it.
  func writeObservations(
    _ work: (_ write: ([Observation]) throws -> Void) throws -> Intake.Reading
  ) throws -> Intake.Reading {
    var records = ObservationRecords(language: language)
    let file = try PartFile(path: Project.join(path, "observations.csv"))
    do {
      try file.append("\u{FEFF}" + CSVText.record(ObservationRecords.header))
      let reading = try work { observations in
        try records.write(observations) { bytes in try file.append(bytes) }
      }
      try file.finish()
      return reading
    } catch {
      file.abandon()
      throw error
    }
  }

  /// Writes changes.csv: every facility, then the totals, for each metric.
  func writeChanges(_ maker: ChartMaker, metrics: [Metric]) throws(TongbiError) {
    let output = ChangeOutput(language: language)
    let file = try PartFile(path: Project.join(path, "changes.csv"))
    do {
      try file.append("\u{FEFF}" + CSVText.record(ChangeOutput.header(of: maker.ledger)))
      for metric in metrics {
        let requests = [ChangeRequest.Grouping.facility, .metric].map { grouping in
          ChangeRequest(grouping: grouping, metrics: [metric.id], period: maker.period)
        }
        let records = ChangeRecords(maker.ledger, requests, output)
        try records.write { (bytes) throws(TongbiError) in try file.append(bytes) }
      }
    } catch {
      file.abandon()
      throw error
    }
    try file.finish()
  }

  /// Writes findings.csv.
  func writeFindings(_ findings: [Finding]) throws(TongbiError) {
    let output = FindingOutput(language: language)
    try write("findings.csv", CSVText.file(header: FindingOutput.header, records: findings.map(output.record)))
  }

  /// Writes index.html, the page to leaf through the charts, and removes the pictures that stood on the one before and
  /// are not drawn any more. Files that were not written by a build, or were changed since, stay.
  ///
  /// - Returns: How many pictures were removed.
  func writePage(_ drawn: Gallery.Drawn, title: String?) throws(TongbiError) -> Int {
    let heading = title ?? language.pick("图表", "Charts")
    let before = earlierPage
    try write("index.html", GalleryPage(title: heading, language: language, entries: drawn.charts).html)
    let current = Set(drawn.charts.flatMap { entry in PictureFormat.allCases.map { "\(entry.id).\($0.rawValue)" } })
    return before.pictures.count { name, sum in !current.contains(name) && remove(name, ifSummedUpTo: sum) }
  }

  private var earlierPage: EarlierPage {
    let bytes = (try? Data(contentsOf: URL(fileURLWithPath: Project.join(path, "index.html")))) ?? Data()
    return EarlierPage(html: String(decoding: bytes, as: UTF8.self))
  }

  /// Removes a file if it holds what a build wrote there.
  private func remove(_ name: String, ifSummedUpTo sum: String) -> Bool {
    let file = Project.join(path, name)
    var status = stat()
    guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let bytes = try? Data(contentsOf: URL(fileURLWithPath: file)), PictureSum.of(bytes) == sum
    else { return false }
    return unlink(file) == 0
  }

  private func write(_ name: String, _ text: String) throws(TongbiError) {
    try OutputFile.write(text, to: Project.join(path, name))
  }
}
