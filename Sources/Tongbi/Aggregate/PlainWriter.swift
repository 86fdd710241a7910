// SPDX-License-Identifier: Apache-2.0

/// How far the plain figures of a chunk are written, and where the next ones go.
struct PlainWriter {
  /// A figure that needs a closer look.
  struct Other {
    /// The run of its row, the row, and which of the columns of figures.
    var run, row, place: Int
  }

  /// Where the figures of a column go in the run at hand.
  struct Lane {
    /// The series; −1 where the facility is not named.
    var series: Int32 = -1
    /// The group of the figure before, and its page; −1 where it has none.
    var group: Int32 = -1
    var page: Int32 = -1
    /// The place that the column names; `nil` where rows do.
    var place: CellPlace?
  }

  /// Where figures of neighbouring rows of a column go: into one page.
  struct Target {
    var page: Int32 = -1
    /// The slot that the column names; −1 where rows do.
    var slot: Int32 = -1
    var run: Int32 = 0
    /// The first of the rows, and how many there are.
    var row: Int32 = 0
    var count: Int32 = 0
    var place: Int32 = 0
  }

  /// How far the targets are written.
  struct Position {
    /// The first target that is not, and how many of its rows are.
    var next = 0
    var done = 0
    /// The first mark that may be needed.
    var mark = 0
  }

  /// By code of a row's period, its place; where no row names one, that of all rows alone.
  let places: [CellPlace]
  var run = 0
  var end = 0
  /// The next row; −1 where the run is not begun.
  var row = -1
  var lanes: [Lane]
  /// The facilities and metrics of some runs, as many for each as there are lanes, and their series.
  var keys: [(facility: Int32, metric: Int32)] = []
  var series: [Int32] = []
  /// The first of those runs, and the one behind the last.
  var known = 0..<0
  // First the pages of some figures are found, then their cells are written: the processor waits for memory for many of
  // them at once.
  var batch: [Target]
  var found = 0
  var position = Position()

  /// Begins a chunk.
  init(_ plain: PlainFigures, _ codes: TableCodes) {
    places = plain.meanings.map { $0 < 0 ? CellPlace(group: -1, slot: 0) : codes.places[Int($0)] }
    lanes = [Lane](repeating: Lane(), count: plain.width)
    batch = [Target](repeating: Target(), count: max(64, plain.width))
  }

  /// Begins with the first of some runs.
  mutating func begin(_ runs: Range<Int>) { (run, end, row) = (runs.lowerBound, runs.upperBound, -1) }
}
