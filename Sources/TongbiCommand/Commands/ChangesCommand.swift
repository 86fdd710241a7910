// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Tongbi

/// `tongbi changes`: figures, bases and changes.
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    _superCommandName: "tongbi",
    abstract: "Print figures beside those of a year earlier, with difference, percentage and state.",
    discussion: """
      EXAMPLES
        tongbi changes tables --metric visits_total --every year
        tongbi changes attendances.csv --map facility=org_code --map visits_emergency=attendances --every month
        tongbi changes data --by group --period 2023 --format csv
      The difference of a percentage is in percentage points. Where two sides cover different months, neither
      difference nor percentage is given; --matched compares the months and facilities present in both.
      """)

  @Argument(help: "Reports, tables or folders; - is standard input.")
  var files: [String]

  @Option(help: "The metric, by id or name; may be given several times. Default: all.")
  var metric: [String] = []

  @Option(help: "facility, group or metric (totals over facilities); may be given several times. Default: facility.")
  var by: [ChangeRequest.Grouping] = []

  @Option(help: "month, quarter, half or year. Default: year.")
  var every: ChangeRequest.Step?

  @Option(help: "The current period: 2023, 2023-S1, 2023-Q1, 2023-06, 2023-01/2023-09. Default: all.")
  var period: Period?

  @Option(help: "The base period. Default: the same period a year earlier.")
  var base: Period?

  @Option(help: "The month that a year starts with: its English name or number. Default: january.")
  var yearStarts: StartMonth?

  @Flag(help: "Compare only the months and facilities present in both periods.")
  var matched = false

  @Option(help: "table, csv or jsonl. Default: table.")
  var format: ResultFormat?

  @Flag(help: "Exit with 1 when a finding of severity error turns up.")
  var strict = false

  @OptionGroup var options: ReadingOptions

  func run() throws {
    try options.telling {
      let (_, intake, language) = try options.begin(files)
      let reading = try intake.ledger(policy: options.policy)
      let metrics = try metric.map { try intake.metric($0, in: reading.ledger).id }
      var groupings: [ChangeRequest.Grouping] = []
      for grouping in by.isEmpty ? [.facility] : by where !groupings.contains(grouping) { groupings.append(grouping) }
      let requests = groupings.map { grouping in
        ChangeRequest(
          grouping: grouping, step: every ?? .year, metrics: metrics.isEmpty ? nil : Set(metrics), period: period,
          base: base,
          yearStart: yearStarts?.number ?? 1, scope: matched ? .matched : .everything)
      }
      let printed = try print(requests, of: reading.ledger, ChangeOutput(language: language))
      if printed.isEmpty { Terminal.say(CommandProblem.nothingToCompare.message(in: language)) }
      let checked = groupings == [.facility] ? nil : period ?? reading.ledger.latestPeriod
      let totals = holdsTotals(groupings) ? printed.totals.filter { $0.period == checked } : nil
      try FindingReport(language: language).tell(
        reading.findings + reading.ledger.findings(period: checked, totals: totals), strictly: strict)
    }
  }

  /// Whether what was printed has the totals that findings are about: those of all metrics for the period or each year.
  private func holdsTotals(_ groupings: [ChangeRequest.Grouping]) -> Bool {
    let isYears = [nil, .year].contains(every) && [nil, 1].contains(yearStarts?.number)
    return groupings.contains(.metric) && metric.isEmpty && base == nil && !matched && (period != nil || isYears)
  }

  /// Prints the changes.
  private func print(
    _ requests: [ChangeRequest], of ledger: Ledger, _ output: ChangeOutput
  ) throws -> ChangeRecords.Summary {
    if format == .csv {
      var header = Array(CSVText.record(ChangeOutput.header(of: ledger)).utf8)
      let summary = try ChangeRecords(ledger, requests, output).write { (bytes) throws(TongbiError) in
        try OutputFile.write(header + bytes, to: "-")
        header = []
      }
      if !header.isEmpty { try OutputFile.write(header, to: "-") }
      return summary
    }
    let changes = requests.flatMap(ledger.changes)
    let text =
      format == .jsonl ? changes.map { output.json($0, of: ledger) + "\n" }.joined() : output.table(changes, of: ledger)
    try OutputFile.write(text, to: "-")
    let totals = changes.filter { $0.subject == .all || $0.subject == .matched }
    return ChangeRecords.Summary(isEmpty: changes.isEmpty, totals: totals)
  }
}

/// A month of the year, by number or English name.
struct StartMonth: ExpressibleByArgument {
  var number: Int

  init(number: Int) { self.number = number }

  init?(argument: String) {
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    if let number = Int(argument), (1...12).contains(number) {
      self.number = number
    } else if argument.count >= 3, let index = names.firstIndex(of: String(argument.lowercased().prefix(3))) {
      number = index + 1
    } else {
      return nil
    }
  }
}
