// SPDX-License-Identifier: Apache-2.0

/// Figures of a stretch of a table that are plain numbers or marks of absence, column by column as they were read: most of
/// what a large table holds, without a ``ObservationChunk/Row`` for each.
package struct PlainFigures: Sendable {
  /// What the figures of one column are about in some rows.
  package struct Shape: Sendable {
    /// The column, from 1.
    package var column: Int32
    package var metric: Int32
    /// −1 where the row names it.
    package var facility: Int32
    /// −1 where the row names it.
    package var period: Int32

    @inlinable
    package init(column: Int32, metric: Int32, facility: Int32, period: Int32) {
      self.column = column
      self.metric = metric
      self.facility = facility
      self.period = period
    }
  }

  /// Neighbouring rows with the same keys but for the period.
  package struct Run: Sendable {
    package var facility: Int32
    /// The first of its shapes, one for each column of figures.
    package var shape: Int32
    /// Its first row and the one behind its last, from 0.
    package var start: Int32
    package var end: Int32
    /// How many of a chunk's rows come before it.
    package var before: Int32

    // A run is made for each row of a shuffled table, in another module.
    @inlinable @inline(__always)
    package init(facility: Int32, shape: Int32, start: Int32, end: Int32, before: Int32) {
      self.facility = facility
      self.shape = shape
      self.start = start
      self.end = end
      self.before = before
    }
  }

  /// A cell that says that there is no figure.
  package struct Mark: Sendable {
    /// The row, from 0.
    package var row: Int32
    package var status: Observation.Status
    /// What stands in it; `nil` for nothing.
    package var text: String?

    package init(row: Int32, status: Observation.Status, text: String?) {
      self.row = row
      self.status = status
      self.text = text
    }
  }

  /// The row of the file, from 1, that is row 0 here.
  package let firstRow: Int32
  /// How many columns of figures there are.
  package let width: Int
  /// By row, the code of its period; empty where no row names one.
  package let periods: [Int32]
  /// By those codes, the period; where there are none, that of all rows alone. Rows that are not among ``runs`` may teach
  /// what a code means, so that this is known at the end only.
  package var meanings: [Int32] = []
  /// The numbers without their points, one column after the other, and their digits after the point; −1 for a mark.
  package let significands: [Int64]
  package let places: [Int8]
  /// The marks in the order of rows; only where there is one column of figures.
  package var marks: [Mark] = []
  /// What columns are about, as many for each kind of row as there are columns.
  package var shapes: [Shape] = []
  /// The rows that were read, in order.
  package var runs: [Run] = []

  /// Columns of which nothing was read yet.
  package init(firstRow: Int32, width: Int, periods: [Int32], significands: [Int64], places: [Int8]) {
    self.firstRow = firstRow
    self.width = width
    self.periods = periods
    self.significands = significands
    self.places = places
  }

  /// How many rows the columns have.
  @inline(__always)
  var rowCount: Int { significands.count / max(1, width) }

  /// How many figures there are.
  package var count: Int { runs.reduce(0) { $0 + Int($1.end - $1.start) } * width }

  /// The period of a row; −1 where it has none.
  @inline(__always)
  func period(ofRow row: Int) -> Int32 { periods.isEmpty ? meanings.first ?? -1 : meanings[Int(periods[row])] }

  /// One figure spelled out.
  ///
  /// - Parameters:
  ///   - run: The run of its row.
  ///   - row: The row, from 0.
  ///   - place: Which of the columns of figures, from 0.
  package func row(_ run: Run, _ row: Int, _ place: Int) -> ObservationChunk.Row {
    let shape = shapes[Int(run.shape) + place]
    let index = place * rowCount + row
    var figure = ObservationChunk.Row(
      facility: shape.facility < 0 ? run.facility : shape.facility, metric: shape.metric,
      period: shape.period < 0 ? period(ofRow: row) : shape.period, value: .zero, lastPlace: 0,
      row: firstRow + Int32(truncatingIfNeeded: row), column: shape.column)
    if places[index] >= 0 {
      figure.value = ExactDecimal(significand: significands[index], places: Int(places[index]))
      figure.lastPlace = -places[index]
    } else {
      figure.status = mark(ofRow: row)?.status ?? .missing
    }
    return figure
  }

  /// What a cell without a number says.
  func mark(ofRow row: Int) -> Mark? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(marks[middle].row) < row { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && Int(marks[low].row) == row ? marks[low] : nil
  }

  /// Moves an index of ``marks`` on to that of a row or behind it, and returns whether there is one of the row.
  @inline(__always)
  func findMark(ofRow row: Int, from mark: inout Int) -> Bool {
    while mark < marks.count, Int(marks[mark].row) < row { mark &+= 1 }
    return mark < marks.count && Int(marks[mark].row) == row
  }

  /// Calls a function with every figure of a run, spelled out, and its row.
  package func forEachRow<Failure: Error>(
    of run: Run, _ body: (ObservationChunk.Row, Int) throws(Failure) -> Void
  ) throws(Failure) {
    for row in Int(run.start)..<Int(run.end) {
      for place in 0..<width { try body(self.row(run, row, place), row) }
    }
  }
}
