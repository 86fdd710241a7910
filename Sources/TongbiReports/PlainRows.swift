// SPDX-License-Identifier: Apache-2.0

import CScan

/// Reads rows straight from bytes to codes and numbers, up to the first that needs a closer look: one of another width, or
/// with quotes within quotes.
///
/// A class because C writes to its memory, which must stay where it is; one thread at a time uses it.
final class PlainRows {
  /// How many rows are read at a time: what they come to stays close to the processor.
  private static let mostRows = 2_048
  private static let mostCells = 1 << 16

  private let rows: Int
  private var form: cscan_form
  private let lanes: UnsafeMutablePointer<cscan_lane>
  private let aside: UnsafeMutablePointer<cscan_other>
  private var progress = cscan_progress(start: 0, limit: 0, others: 0, line_end: RecordScanner.lineFeed, line_length: 1)

  /// Makes room for the rows of a table; `nil` where its dialect needs a closer look at every row.
  ///
  /// - Parameters:
  ///   - width: How many columns the table has.
  ///   - columns: Those that are wanted, by column.
  ///   - dialect: How cells end.
  init?(width: Int, columns: [(column: Int, builder: ColumnBuilder)], dialect: Dialect) {
    guard width > 0, dialect.delimiter.tailCount == 0, dialect.padding == .kept, dialect.escape != .backslash else {
      return nil
    }
    rows = max(1, min(Self.mostRows, Self.mostCells / width))
    let others = max(width, rows)
    unsafe aside = .allocate(capacity: others)
    unsafe lanes = .allocate(capacity: width)
    unsafe lanes.initialize(repeating: cscan_lane(), count: width)
    unsafe form = cscan_form(
      width: width, rows: rows, aside: aside, others: others, delimiter: dialect.delimiter.first, quote: dialect.quote,
      is_quoting: dialect.escape == .doubled ? 1 : 0)
    for (column, builder) in columns {
      switch builder.use {
      case .skip: break
      case .codes:
        unsafe lanes[column].dictionary = builder.dictionary.memory
        unsafe lanes[column].codes = .allocate(capacity: rows)
      case .numbers:
        unsafe lanes[column].significands = .allocate(capacity: rows)
        unsafe lanes[column].places = .allocate(capacity: rows)
      }
    }
  }

  deinit {
    for column in unsafe 0..<form.width {
      unsafe lanes[column].codes?.deallocate()
      unsafe lanes[column].significands?.deallocate()
      unsafe lanes[column].places?.deallocate()
    }
    unsafe lanes.deallocate()
    unsafe aside.deallocate()
  }

  /// Reads rows of a text, and returns how many and where the next one begins.
  ///
  /// - Parameters:
  ///   - text: Has ``TextWindow/padding`` bytes behind the end.
  ///   - start: Where the first row begins.
  ///   - end: Where the last one ends at the latest.
  ///   - limit: The most rows.
  func read(_ text: [UInt8], from start: Int, to end: Int, limit: Int) -> (rows: Int, next: Int) {
    precondition(start <= end && end + TextWindow.padding <= text.count)
    unsafe form.rows = min(rows, limit)
    (progress.start, progress.limit) = (UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
    let count = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe cscan_rows($0, &form, lanes, &progress) } ?? 0
    }
    return (count, Int(progress.start))
  }

  /// Moves the codes of a column of the rows that were read last to the end of an array.
  func moveCodes(_ column: Int, rows: Int, to codes: inout [Int32]) {
    precondition(rows <= self.rows)
    unsafe codes.append(contentsOf: UnsafeBufferPointer(start: lanes[column].codes, count: rows))
  }

  /// Moves the numbers of a column of the rows that were read last to the end of a column.
  ///
  /// - Parameter text: What they were read from.
  func moveNumbers(_ column: Int, rows: Int, of text: [UInt8], to numbers: inout NumberColumn) {
    precondition(rows <= self.rows)
    let first = numbers.places.count
    unsafe numbers.significands.append(
      contentsOf: UnsafeBufferPointer(start: lanes[column].significands, count: rows))
    unsafe numbers.places.append(contentsOf: UnsafeBufferPointer(start: lanes[column].places, count: rows))
    for index in 0..<progress.others {
      let other = unsafe aside[index]
      guard Int(other.column) == column else { continue }
      numbers.put(text.span.extracting(other.cell.range), at: first + Int(other.row))
    }
  }
}
