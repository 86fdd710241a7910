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
    /// The slot that the column names; ``ofRows`` or ``inTurn`` where rows do.
    var slot = Target.ofRows
    var run: Int32 = 0
    /// The first of the rows, and how many there are.
    var row: Int32 = 0
    var count: Int32 = 0
    var place: Int32 = 0

    /// Each row names its slot.
    static let ofRows: Int32 = -1
    /// The rows are those of a whole page from its first slot on.
    static let inTurn: Int32 = -2
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
  /// By the same code, whether it and the eleven behind it are those of a whole page in order.
  private let opensPage: [Bool]
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
    opensPage = Self.opensPage(places)
    lanes = [Lane](repeating: Lane(), count: plain.width)
    batch = [Target](repeating: Target(), count: max(64, plain.width))
  }

  private static func opensPage(_ places: [CellPlace]) -> [Bool] {
    var opens = [Bool](repeating: false, count: places.count)
    // How many codes from the one at hand on are in order.
    var count = 0
    for code in places.indices.reversed() {
      let (place, next) = (places[code], code + 1 < places.count ? places[code + 1] : places[code])
      count = next.group == place.group && next.slot == place.slot + 1 ? count + 1 : 1
      opens[code] = place.group >= 0 && place.slot == 0 && count == CellPlaces.length
    }
    return opens
  }

  /// Whether the rows from one on are those of a whole page in order, by the codes of their periods.
  @inline(__always)
  func isPage(_ row: Int, _ end: Int, _ periods: Span<Int32>) -> Bool {
    guard row &+ CellPlaces.length <= end, opensPage[Int(periods[row])] else { return false }
    let codes = periods.extracting(row..<row &+ CellPlaces.length)
    let first = codes[0]
    var others: Int32 = 0
    for place in 0..<CellPlaces.length { others |= codes[place] ^ (first &+ Int32(truncatingIfNeeded: place)) }
    return others == 0
  }

  /// Begins with the first of some runs.
  mutating func begin(_ runs: Range<Int>) { (run, end, row) = (runs.lowerBound, runs.upperBound, -1) }
}
