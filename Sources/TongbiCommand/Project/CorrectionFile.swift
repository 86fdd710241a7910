// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Tongbi
import TongbiNormalizer
import TongbiReports

/// `corrections.csv`: a person's word over extracted figures.
enum CorrectionFile {
  /// Its usual name.
  static let name = "corrections.csv"

  /// Reads a list of corrections. Files in it are named as seen from its folder, or from the folder of the command.
  ///
  /// - Throws: ``TongbiError`` where there is no such file, or it is no list of corrections.
  static func read(_ path: String) throws(TongbiError) -> CorrectionList {
    guard PathKind(path) != nil else { throw Project.missing(path) }
    guard let table = try Report.open(path).tables.first else { return CorrectionList() }
    let folder = Project.folder(of: path)
    return try CorrectionList(table) { file in
      let beside = Project.join(folder, file)
      return plain(PathKind(beside) == nil ? file : beside)
    }
  }

  /// The one form of a path, whatever folder it is named from.
  static func plain(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  /// The list that a person fills in: a line for each figure, and one for the changes stated beside it, with its place
  /// and what was extracted.
  static func records(_ observations: [Observation]) -> String {
    CSVText.records(
      observations.flatMap { observation in
        let value = observation.text.isEmpty ? [] : [record(observation, .value, observation.text)]
        return value + (ChangeWords.words(for: observation).map { [record(observation, .changes, $0)] } ?? [])
      })
  }

  private static func record(_ observation: Observation, _ field: Correction.Field, _ found: String) -> [String] {
    [
      observation.source.file, observation.source.address, observation.source.quote, observation.label,
      field.rawValue, found, "", "", "",
    ]
  }
}
