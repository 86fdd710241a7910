// SPDX-License-Identifier: Apache-2.0

/// Finds the columns that the cells of a header's row span: the words of a merged cell stand in its middle or at its left.
///
/// Only where there is one way for all of them is it taken; a table with another header is not put together.
struct PageHeader {
  /// From where to where the words of each column reach.
  let columns: [ClosedRange<Double>]
  /// The columns that have words in a row of the header further down.
  let below: Set<Int>

  /// No printed table has more columns than this.
  private static let limit = 60
  /// By how much words may stand beside their place, in points.
  private static let slack = 3.0

  /// Each cell with its columns, from the left; `nil` where that is not clear.
  func placed(_ cells: [PageCell]) -> [(cell: PageCell, columns: ClosedRange<Int>)]? {
    guard cells.count <= columns.count, columns.count <= Self.limit else { return nil }
    if let only = ways(cells, covering: below) { return only }
    // Headers that are not merged stand above the first column of their group, and groups are of one size.
    guard let singles = ways(cells, covering: []), singles.allSatisfy({ $0.columns.count == 1 }) else { return nil }
    let starts = singles.map(\.columns.lowerBound).filter { below.contains($0) }
    guard let first = starts.first, first == below.min() else { return nil }
    let sizes = zip(starts, starts.dropFirst() + [(below.max() ?? 0) + 1]).map { $1 - $0 }
    return Set(sizes).count == 1 ? singles : nil
  }

  /// The one way to place all cells in which some columns are covered; `nil` where there is none or another.
  private func ways(_ cells: [PageCell], covering wanted: Set<Int>) -> [(cell: PageCell, columns: ClosedRange<Int>)]? {
    let widest = wanted.isEmpty ? 1 : columns.count
    // By how many cells are placed and how many columns are used up: how many ways there are, and the last cell's start.
    var counts = Array(repeating: Array(repeating: 0, count: columns.count + 1), count: cells.count + 1)
    var starts = Array(repeating: Array(repeating: -1, count: columns.count + 1), count: cells.count + 1)
    counts[0][0] = 1
    for placed in 0...cells.count {
      for used in columns.indices where counts[placed][used] > 0 {
        if !wanted.contains(used) {
          counts[placed][used + 1] = min(2, counts[placed][used + 1] + counts[placed][used])
        }
        guard placed < cells.count else { continue }
        for last in used..<min(columns.count, used + widest) {
          if last > used, !(used...last).allSatisfy(below.contains) { break }
          guard fits(cells[placed], used...last) else { continue }
          counts[placed + 1][last + 1] = min(2, counts[placed + 1][last + 1] + counts[placed][used])
          starts[placed + 1][last + 1] = used
        }
      }
    }
    guard counts[cells.count][columns.count] == 1 else { return nil }
    return way(counts, starts, cells)
  }

  private func way(
    _ counts: [[Int]], _ starts: [[Int]], _ cells: [PageCell]
  ) -> [(cell: PageCell, columns: ClosedRange<Int>)]? {
    var (placed, used) = (cells.count, columns.count)
    var found: [(cell: PageCell, columns: ClosedRange<Int>)] = []
    while placed > 0 {
      while used > 0, starts[placed][used] < 0 { used -= 1 }
      guard used > 0 else { return nil }
      let start = starts[placed][used]
      found.insert((cells[placed - 1], start...(used - 1)), at: 0)
      (placed, used) = (placed - 1, start)
    }
    return found
  }

  /// Whether words can be those of a cell over some columns: where the cell begins and ends is known only to lie
  /// between the words of its columns and those beside them.
  private func fits(_ cell: PageCell, _ range: ClosedRange<Int>) -> Bool {
    let (first, last) = (columns[range.lowerBound], columns[range.upperBound])
    let margin = (cell.right - cell.left) / 2 + 30
    let before = range.lowerBound > 0 ? columns[range.lowerBound - 1].upperBound : first.lowerBound - margin
    let after =
      range.upperBound + 1 < columns.count ? columns[range.upperBound + 1].lowerBound : last.upperBound + margin
    let middle = (cell.left + cell.right) / 2
    let isInside =
      cell.left >= min(before, first.lowerBound) - Self.slack
      && cell.right <= max(after, last.upperBound) + Self.slack
    let isCentred =
      (min(before, first.lowerBound) + last.upperBound) / 2 - Self.slack <= middle
      && middle <= (first.lowerBound + max(after, last.upperBound)) / 2 + Self.slack
    let isLeft = min(before, first.lowerBound) - Self.slack <= cell.left && cell.left <= first.lowerBound + Self.slack
    let isRight = range.count == 1 && abs(cell.right - last.upperBound) <= Self.slack
    return isInside && (isCentred || isLeft || isRight)
  }
}
