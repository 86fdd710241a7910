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

    package init(
      facility: String? = nil, label: String? = nil, period: WrittenPeriod? = nil, unit: WrittenUnit? = nil
    ) {
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
    case figures(Figures)
    /// Not read, and nobody misses it: a serial number, an attribute of the facility.
    case leftOut
    /// Not read, and that is said: figures that nothing names, changes.
    case unused
  }

  /// The header's row, from 1; 0 where there is none.
  package var headerRow: Int
  /// The cells of the header, trimmed.
  package var header: [String]
  /// What each column is.
  package var roles: [Role]
  /// The facility of rows that name none.
  package var facility: String?
  /// The words of the metric of figures that no row or header names.
  package var label: String?
  /// The unit of figures without one.
  package var unit: WrittenUnit?
  /// The period of figures without one, which also lends its year to months without one.
  package var period: Period?
  /// Whether dates that all are the first of a month stand for their months.
  package var datesAreMonths = false
  /// Whether rows such as 合计 are totals; they are facilities where there is no other.
  package var hasTotals = false
  /// What a person should know about the layout.
  package var findings: [Finding] = []

  init(headerRow: Int, header: [String]) {
    self.headerRow = headerRow
    self.header = header
    roles = header.map { _ in .unused }
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
