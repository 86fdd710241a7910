// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What can be wrong with a table, a list of facilities or a definition of a metric.
package enum TableProblem: Problem, Hashable {
  /// The catalogue's file does not have its form.
  case badCatalogue(word: String)
  /// A definition of a metric has no id.
  case metricWithoutID(name: String)
  /// A numerator or denominator that no metric has as its name.
  case unknownPart(name: String, metric: String)
  /// A list of facilities without a column of names.
  case noNameColumn(header: [String])
  /// A `--map` that is not NAME=COLUMN.
  case badMapping(String)
  /// A `--map` that contradicts one before it.
  case mappedTwice(String)
  /// A `--map` names a column that the table does not have.
  case noSuchColumn(String, header: [String])
  /// A table with more columns than anyone can have made, and the most that are read.
  case tooManyColumns(Int, limit: Int)
  /// A table without rows.
  case emptyTable
  /// No row of the table looks like a header.
  case noHeader(first: [String])
  /// No column of the table holds figures that can be named.
  case noFigures(header: [String])
  /// Figures, but no word on what they measure.
  case noMetric(header: [String])
  /// No word on the facility in the whole table.
  case noFacility(header: [String])
  /// No word on the period in the whole table.
  case noPeriod(header: [String])
  /// Columns that are not read.
  case columnsLeftOut([String])
  /// Columns of changes without the figures that they compare.
  case changesUnchecked([String])
  /// Columns of changes from a year that the table does not hold, kept beside their figures.
  case changesTaken([String])
  /// Columns of targets, and of how much of them was done: no results.
  case aimsLeftOut([String])
  /// Blank cells were filled with the name above them.
  case blanksFilled(column: String, cells: Int)
  /// A stated change that the figures beside it contradict.
  case changeDiffers(stated: StatedChange, computed: StatedChange, of: Metric, current: String, base: String)
  /// Rows of changes without the figures that they compare.
  case changeRowsUnchecked([String], rows: Int)
  /// Rows that are means or parts of other rows, kept out of the figures.
  case rowsAside([String], rows: Int)
  /// Columns break the figures down, and the parts are added up.
  case partsAdded([String])
  /// A figure in a row without a facility.
  case rowWithoutFacility
  /// A figure in a row without a metric.
  case rowWithoutMetric
  /// A period that cannot be read, or lacks its year.
  case unreadablePeriod(String)
  /// A facility that the list of facilities does not have.
  case unknownFacility(String)
  /// A cell that should be a number.
  case notANumber(String, column: String)
  /// A number beyond 18 digits once its multiplier is applied.
  case tooManyDigits(String)
  /// A unit that is not known; the figure is kept without multiplier.
  case unknownUnit(String)
  /// A unit that the metric cannot have.
  case unitMismatch(written: String, metric: String, unit: String)
  /// 万 in the cell and another multiplier in the header.
  case twoMultipliers(String, unit: String)
  /// Money without a unit.
  case moneyWithoutUnit(metric: String)
  /// A value outside of the plausible range of its metric, and the power of ten that would bring it inside.
  case implausible(value: String, metric: String, range: String, shift: Int?)
  /// A ratio that is not its numerator over its denominator.
  case ratioDiffers(value: String, computed: String)
  /// A total that is not the sum of its parts.
  case totalDiffers(total: String, sum: String, metric: String, period: String)
  /// Rows of totals, kept out of the figures.
  case totalsLeftOut(rows: Int, isChecked: Bool)
  /// Rows of totals in a document, which are figures of who it speaks of.
  case totalsTaken(rows: Int, isChecked: Bool)
  /// A row with more or fewer cells than the header.
  case irregularRow(fields: Int, expected: Int)
  /// Breakdowns that hold one word all through the table.
  case holdsForAll([String])
  /// Rows that say of themselves that they are deleted.
  case rowsDropped(Int)
  /// An annualized indicator, and the days of the first period that has one.
  case annualized(period: String, days: Int)
  /// A footnote that was left out of a figure, a name or a period.
  case footnote(String, in: String, read: String)
  /// A status of figures that a person should know of; `nil` where it is not known itself.
  case status(String, StatusWord?)
  /// A column whose numbers have a decimal comma.
  case decimalComma(column: String)
  /// A column with both decimal commas and decimal points.
  case mixedDecimals(column: String)
  /// A column in which `1.234` or `1,234` may be read either way.
  case ambiguousDecimals(String, column: String)
  /// Fractions where percentages are expected.
  case fractions(metric: String, example: String)
  /// Codes are shown by the names of a list, which has so many.
  case codesNamed(Int)
  /// Values that may be indicators, without a word on it.
  case kindUnknown
  /// More findings of one code than are listed.
  case more(code: String, count: Int)

  /// The stable name of the case.
  package var code: String {
    switch self {
    case .badCatalogue: "bad-catalogue"
    case .metricWithoutID: "metric-without-id"
    case .unknownPart: "unknown-part"
    case .noNameColumn: "no-name-column"
    case .badMapping: "bad-mapping"
    case .mappedTwice: "mapped-twice"
    case .noSuchColumn: "no-such-column"
    case .tooManyColumns: "too-many-columns"
    case .emptyTable: "empty-table"
    case .noHeader: "no-header"
    case .noFigures: "no-figures"
    case .noMetric: "no-metric"
    case .noFacility: "no-facility"
    case .noPeriod: "no-period"
    case .columnsLeftOut: "columns-left-out"
    case .changesUnchecked, .changesTaken: "changes-unchecked"
    case .aimsLeftOut: "aims-left-out"
    case .blanksFilled: "blanks-filled"
    case .changeDiffers: "change-differs"
    case .changeRowsUnchecked: "changes-unchecked"
    case .rowsAside: "rows-aside"
    case .partsAdded: "parts-added"
    case .rowWithoutFacility: "row-without-facility"
    case .rowWithoutMetric: "row-without-metric"
    case .unreadablePeriod: "unreadable-period"
    case .unknownFacility: "unknown-facility"
    case .notANumber: "not-a-number"
    case .tooManyDigits: "too-many-digits"
    case .unknownUnit: "unknown-unit"
    case .unitMismatch: "unit-mismatch"
    case .twoMultipliers: "two-multipliers"
    case .moneyWithoutUnit: "money-without-unit"
    case .implausible: "implausible"
    case .ratioDiffers: "ratio-differs"
    case .totalDiffers: "total-differs"
    case .totalsLeftOut: "totals-left-out"
    case .totalsTaken: "totals-taken"
    case .irregularRow: "irregular-row"
    case .holdsForAll: "holds-for-all"
    case .rowsDropped: "rows-dropped"
    case .annualized: "annualized"
    case .footnote: "footnote"
    case .status: "status"
    case .decimalComma: "decimal-comma"
    case .mixedDecimals: "mixed-decimals"
    case .ambiguousDecimals: "ambiguous-decimals"
    case .fractions: "fractions"
    case .codesNamed: "codes-named"
    case .kindUnknown: "kind-unknown"
    case .more(let code, _): code
    }
  }
}
