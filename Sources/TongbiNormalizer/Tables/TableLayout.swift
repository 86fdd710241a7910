// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// How a table is to be read: which row is its header, which column says what, and what stands outside of the grid.
package struct TableLayout: Sendable {
  /// A column of figures, and what its header says of them; the rest stands in the row or outside of the grid.
  package struct Figures: Hashable, Sendable {
    /// The facility in the header.
    package var facility: String?
    /// The metric in the header without its unit, or as the user named it.
    package var label: String?
    /// The period in the header; where it lacks its year, the row or the table says it.
    package var period: WrittenPeriod?
    /// The unit in the header.
    package var unit: WrittenUnit?
    /// The part of the metric in the header: 内科 below 出院人次.
    package var part: String?

    package init(
      facility: String? = nil, label: String? = nil, period: WrittenPeriod? = nil, unit: WrittenUnit? = nil,
      part: String? = nil
    ) {
      self.part = part
      self.facility = facility
      self.label = label
      self.period = period
      self.unit = unit
    }
  }

  /// What a column is.
  package enum Role: Hashable, Sendable {
    case facility, period, year, month, quarter, metric, unit, part
    case numerator(WrittenUnit?), denominator(WrittenUnit?)
    /// A code or word for the status of the row's figure.
    case status
    /// The power of ten of the row's unit.
    case unitPower
    /// What says that a row is no figure: deleted.
    case filter
    /// Factor, multiplier or divisor of an indicator.
    case factor
    case figures(Figures)
    /// Not read, and nobody misses it: a serial number, an attribute of the facility.
    case leftOut
    /// Not read, and that is said: figures that nothing names, changes.
    case unused
  }

  /// A change that a column states, and the columns of the figures that it compares; where it agrees with them, or compares
  /// with a year that the table does not hold, it stands beside the later figure.
  package struct StatedColumn: Hashable, Sendable {
    /// The columns, from 0.
    package var column: Int
    package var current: Int
    /// `nil` for the year before, where the table does not hold it.
    package var base: Int?
    /// In what the change is stated; `nil` where the header leaves open whether it is a difference or in percent.
    package var kind: StatedChange.Kind?
  }

  /// A row that states changes of the figures in two other rows (增减, 同比); checked and never stored.
  package struct StatedRow: Hashable, Sendable {
    /// The rows, from 1; those that it compares are `nil` where the table does not tell them.
    package var row: Int
    package var current: Int?
    package var base: Int?
    /// In what the changes are stated; `nil` where the row leaves that open.
    package var kind: StatedChange.Kind?
  }

  /// A column that is the sum of others; checked against them.
  package struct SumColumn: Hashable, Sendable {
    /// What differs from part to part.
    package enum Over: Hashable, Sendable { case facilities, periods, metrics }

    /// The columns, from 0.
    package var column: Int
    package var parts: [Int]
    package var over: Over
  }

  /// A format of data exchange whose columns are known by name or position.
  package enum Format: Hashable, Sendable { case dataValueSet, analytics, sdmx }

  /// The format of data exchange; `nil` for a table that people made.
  package var format: Format?
  /// The header's last row, from 1; 0 where there is none.
  package var headerRow: Int
  /// How many rows the header has, with a row that numbers the columns.
  package var headerRows = 1
  /// The cells of the header, trimmed.
  package var header: [String]
  /// What each column is.
  package var roles: [Role]
  /// The facility of rows that name none.
  package var facility: String?
  /// Whose figures a row of totals holds; `nil` where totals are only checked.
  package var whole: String?
  /// The words of the metric of figures that no row or header names.
  package var label: String?
  /// The units of figures without one; a metric takes the first that it can have.
  package var units: [WrittenUnit] = []
  /// The period of figures without one, which also lends its year to months without one.
  package var period: Period?
  /// The words above the table, or the name, that the period was taken from; `nil` where the user gave it.
  package var periodWords: String?
  /// Whether dates that all are the first of a month stand for their months.
  package var datesAreMonths = false
  /// Whether rows such as 合计 are totals; they are facilities where there is no other.
  package var hasTotals = false
  /// Whether there are such rows, as far as the table was looked at.
  package var showsTotals = false
  /// Whether a row such as 合计 among the periods sums the others up.
  package var hasPeriodTotals = false
  /// Whether 一、 before some of the facilities' names marks sums of the rows below them.
  package var hasNumberedGroups = false
  /// Columns that state a change of figures beside them.
  package var changes: [StatedColumn] = []
  /// Rows that state changes of other rows.
  package var statedRows: [StatedRow] = []
  /// Columns that are sums of figures beside them.
  package var sums: [SumColumn] = []
  /// Why each column is what it is.
  package var reasons: [LayoutReason?]
  /// What was done to cells and rows before reading.
  package var shapings: [LayoutShaping] = []
  /// How the cells are to be taken, where that is not the usual way.
  package var conventions = TableConventions()
  /// What a person should know about the layout.
  package var findings: [Finding] = []

  init(headerRow: Int, header: [String]) {
    self.headerRow = headerRow
    self.header = header
    roles = header.map { _ in .unused }
    reasons = header.map { _ in nil }
  }

  /// The columns of a role, from 0.
  func columns(_ role: Role) -> [Int] { roles.indices.filter { roles[$0] == role } }

  /// The columns of figures with what their headers say.
  var figures: [(column: Int, figures: Figures)] {
    roles.enumerated().compactMap { index, role in
      if case .figures(let figures) = role { (index, figures) } else { nil }
    }
  }

  /// The columns above and below the line.
  var ratio: (numerator: Int, numeratorUnit: WrittenUnit?, denominator: Int, denominatorUnit: WrittenUnit?)? {
    var above: (Int, WrittenUnit?)?
    var below: (Int, WrittenUnit?)?
    for (index, role) in roles.enumerated() {
      switch role {
      case .numerator(let unit): above = (index, unit)
      case .denominator(let unit): below = (index, unit)
      default: break
      }
    }
    guard let above, let below else { return nil }
    return (above.0, above.1, below.0, below.1)
  }

  /// The first row of data, from 1.
  var firstDataRow: Int { headerRow + 1 }
}
