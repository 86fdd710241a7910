// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CMemory
import Tongbi
import TongbiNormalizer

/// The command line of Tongbi.
@main
struct Tool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tongbi",
    abstract: "Turn the reports of many health facilities into comparable figures, changes and charts.",
    discussion: """
      EXAMPLES
        tongbi build data --out charts
            Read every report below data, draw the charts and write the tables.
        tongbi changes visits.csv --every year --format csv
            Year-over-year changes of each facility and metric.
        tongbi extract 2023年度工作总结.txt
            The figures of one report, each with its place.
        tongbi tables visits.csv
            What was read of a file, before any meaning: rows and cells as text.
        tongbi chart ranking data --metric drug_ratio -o drug-ratio.png
            One chart.

      Exit codes: 0 done, 1 findings of severity error (check, --strict), 64 wrong usage, 65 input that cannot be
      read, 66 no such input, 73 output cannot be written, 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, ExtractCommand.self, ChangesCommand.self, ChartCommand.self, CheckCommand.self,
      TablesCommand.self, MetricsCommand.self,
    ])

  static func main() {
    Self.prepareMemory()
    Interruption.prepare()
    do {
      var command = try command(asked: Array(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch let failure as Failure {
      Terminal.complain(failure.error.message(in: failure.language))
      exit(withError: ExitCode(failure.error.kind.rawValue))
    } catch {
      exit(withError: error)
    }
  }

  /// Keeps memory that was freed for what comes next: block after block of a table is read into pieces of the same
  /// size, and to give each back to the system and ask for it again takes longer than to read it.
  private static func prepareMemory() {
    mallopt(M_MMAP_THRESHOLD, 2 << 20)
    mallopt(M_TRIM_THRESHOLD, 4 << 20)
    // Few threads work, each on large pieces; memory of its own for each would be grown page by page.
    mallopt(M_ARENA_MAX, 1)
    mallopt(M_TOP_PAD, 1 << 20)
    cmemory_fetch_variables()
  }

  /// The command that the arguments ask for.
  ///
  /// Its own arguments are read without those of the whole tool, which would take four times as long, as long as a small
  /// table. What does not fit, and a call for help, is left to the tool, whose words say where a command belongs.
  private static func command(asked arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    // Nearly every command needs these.
    if named != nil {
      onOwnThread {
        _ = try? Catalogue.builtIn()
        TableNormalizer.prepare()
      }
    }
    if let named, let command = try? named.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == named {
      return command
    }
    return try parseAsRoot(arguments)
  }
}

/// A failure together with the language it is to be told in.
struct Failure: Error {
  var error: TongbiError
  var language: Language
}
