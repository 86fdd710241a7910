// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What the user says of a table beforehand.
package struct TableOptions: Hashable, Sendable {
  /// Which column is what.
  package var mapping: ColumnMapping
  /// The metric of the whole file, by id or name.
  package var metric: String?
  /// The facility of the whole file, or the header of the column that names it.
  package var facility: String?
  /// Who the document speaks as that the table stands in: whose its figures are where it names nobody.
  package var owner: String?
  /// Who the rows of such a table are together, so that a row of totals is a figure of theirs: 全县; empty where only a
  /// row itself can say.
  package var whole: String?
  /// The period that this document reports on: what figures are of where the table names none.
  package var reported: Period?
  /// The year of periods that are written without one.
  package var year: Int?

  /// Whose figures are that nobody is named for: the region of an office, else who speaks.
  var speaker: String? { whole.flatMap { $0.isEmpty ? nil : $0 } ?? owner }

  /// Makes options; without more, all is found in the table.
  package init(
    mapping: ColumnMapping = ColumnMapping(), metric: String? = nil, facility: String? = nil, year: Int? = nil
  ) {
    self.mapping = mapping
    self.metric = metric
    self.facility = facility
    self.year = year
  }
}

/// The user's word on columns: repeated `NAME=COLUMN`.
package struct ColumnMapping: Hashable, Sendable {
  /// What a column can be said to be.
  package enum Target: Hashable, Sendable {
    case facility, period, metric, value, unit, numerator, denominator
    /// The figures of a metric, by id, name, or a name of the user's own.
    case figures(String)
  }

  /// One `NAME=COLUMN`.
  package struct Entry: Hashable, Sendable {
    /// What the column is.
    package var target: Target
    /// Its header, or its number from 1.
    package var column: String
  }

  /// The entries, in the order they were given.
  package var entries: [Entry] = []

  /// No word on any column.
  package init() {}

  /// Reads `NAME=COLUMN` for each column.
  ///
  /// - Throws: ``TongbiError`` of kind `.usage` for a text without an equals sign or with nothing beside it, and
  ///   where one column is said to be two things or one thing to be two columns.
  package init(parsing arguments: [String]) throws(TongbiError) {
    for argument in arguments {
      guard let equals = argument.firstIndex(of: "=") else {
        throw TongbiError(TableProblem.badMapping(argument), kind: .usage)
      }
      let name = FoldedName.trimmed(argument[..<equals])
      let column = FoldedName.trimmed(argument[argument.index(after: equals)...])
      guard !name.isEmpty, !column.isEmpty else {
        throw TongbiError(TableProblem.badMapping(argument), kind: .usage)
      }
      let target = Self.target(name)
      // A year and a month may both be periods; anything else is said once.
      let isRepeated = entries.contains { $0.target == target && target != .period || $0.column == column }
      guard !isRepeated else { throw TongbiError(TableProblem.mappedTwice(argument), kind: .usage) }
      entries.append(Entry(target: target, column: column))
    }
  }

  private static func target(_ name: String) -> Target {
    switch name {
    case "facility": .facility
    case "period": .period
    case "metric": .metric
    case "value": .value
    case "unit": .unit
    case "numerator": .numerator
    case "denominator": .denominator
    default: .figures(name)
    }
  }
}
