// SPDX-License-Identifier: Apache-2.0

/// What a description beside a delimited file says of its columns (Table Schema).
package struct TableSchema: Hashable, Sendable {
  /// One column.
  package struct Field: Hashable, Sendable {
    /// Its name, which is its header as a rule.
    package var name: String
    /// What stands before the decimals, `.` unless said otherwise.
    package var decimal: Character
    /// What stands between thousands; `nil` for the usual marks.
    package var group: Character?

    package init(name: String, decimal: Character = ".", group: Character? = nil) {
      self.name = name
      self.decimal = decimal
      self.group = group
    }
  }

  /// Whether the names of the columns stand above them.
  package enum Header: Hashable, Sendable { case firstRow, absent }

  /// The columns, from the left.
  package var fields: [Field]
  /// Cells that say that there is nothing.
  package var missingValues: [String]
  /// Whether the names of the columns stand above them.
  package var header: Header

  package init(fields: [Field], missingValues: [String] = [""], header: Header = .firstRow) {
    self.fields = fields
    self.missingValues = missingValues
    self.header = header
  }

  /// The field of a column: the one with its header's name, else the one in its place.
  package func field(named header: String, at column: Int) -> Field? {
    fields.first { $0.name == header } ?? (fields.indices.contains(column) ? fields[column] : nil)
  }
}
