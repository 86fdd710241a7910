// SPDX-License-Identifier: Apache-2.0

/// What a reader of a table wants from one column.
package enum ColumnUse: Hashable, Sendable {
  /// Nothing.
  case skip
  /// Its spellings, as codes into a dictionary that grows over the table.
  case codes
  /// Its plain numbers, exactly, and the raw text of all other cells.
  case numbers
}
