// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import Tongbi
import TongbiNormalizer
import TongbiReports

/// The options of every command that reads.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Say which column is what: facility, period, metric, value, unit, numerator, denominator, or a metric's id.",
      valueName: "NAME=COLUMN"))
  var map: [String] = []

  @Option(help: "The facility of files that name none.")
  var facility: String?

  @Option(help: "The year of files that name none.")
  var year: Int?

  @Option(help: "The encoding, where what was found is wrong: utf-8, gb18030, utf-16le, utf-16be.")
  var encoding: String?

  @Option(
    help: "What to do with a key that comes twice with different values: error, first, last, sum. Default: error.")
  var duplicates: DuplicatePolicy?

  @Option(
    help: ArgumentHelp(
      "A list of corrections beside that of the project: corrections.csv in its folder, or what its file names.",
      valueName: "FILE"))
  var corrections: String?

  @Option(help: "The language of messages and charts: zh or en.")
  var lang: Language?

  /// The language asked for, else that of the locale.
  var language: Language { lang ?? Terminal.language }

  /// What to do with a key that comes twice with different values.
  var policy: DuplicatePolicy { duplicates ?? .error }

  /// The encoding asked for.
  func textEncoding() throws -> TextEncoding? {
    guard let encoding else { return nil }
    guard let found = TextEncoding(named: encoding) else {
      let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--encoding “\(encoding)” is not known. Known: \(known).")
    }
    return found
  }

  /// The columns named with `--map`.
  func columnMapping() throws -> ColumnMapping {
    do {
      return try ColumnMapping(parsing: map)
    } catch {
      throw Failure(error: error, language: language)
    }
  }

  /// Opens what is to be read and prepares to read it; one file alone that cannot be read ends the work, one of many
  /// becomes a finding.
  func begin(_ paths: [String]) throws -> (project: Project, intake: Intake, language: Language) {
    let project = try Project.open(paths)
    let intake = try Intake(project, self, failures: project.inputs.count > 1 ? .findings : .end)
    return (project, intake, lang ?? project.language ?? Terminal.language)
  }

  /// Runs work whose failures are told in the language asked for.
  func telling(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as TongbiError {
      throw Failure(error: error, language: language)
    }
  }
}

extension ExpressibleByArgument where Self: CaseIterable & RawRepresentable<String> {
  /// The words as they stand: the argument parser would ask for each by reflection, a tenth of the time that it takes.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
  /// None: each word says enough.
  public static var allValueDescriptions: [String: String] { [:] }
  /// The word as it stands.
  public var defaultValueDescription: String { rawValue }
}

extension DuplicatePolicy: ExpressibleByArgument {}

extension Period: ExpressibleByArgument {
  /// Reads a period from the command line.
  public init?(argument: String) { self.init(argument) }
}

extension Language: ExpressibleByArgument {}
extension ChangeRequest.Grouping: ExpressibleByArgument {}
extension ChangeRequest.Step: ExpressibleByArgument {}

/// How a result is printed.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case csv
  case jsonl
}
