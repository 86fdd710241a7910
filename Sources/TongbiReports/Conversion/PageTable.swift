// SPDX-License-Identifier: Apache-2.0

/// A table put together again from where words stand on a page: columns are what no figure reaches across.
struct PageTable {
  /// The lines of the page that it was made from.
  private(set) var lines: [PageLine]
  private(set) var rows: [[String]] = []
  private(set) var merges: [MergedCells] = []
  /// From where to where the figures and names of each column reach.
  private(set) var columns: [ClosedRange<Double>] = []
  /// How many rows stand above the first with figures.
  private(set) var headerRows = 0
  /// The columns with the words of the header's lower rows.
  private var headed: [ClosedRange<Double>] = []

  /// No page has more lines than this.
  private static let limit = 1_000

  /// Puts lines that follow each other together; `nil` where they make no table.
  init?(_ lines: [PageLine]) {
    self.lines = lines
    guard lines.count <= Self.limit else { return nil }
    let figures = Self.figures(lines)
    guard lines.count(where: { $0.cells.count > 1 }) >= 3, figures.count >= 2 else { return nil }
    let most = figures.map { lines[$0].cells.count }.max() ?? 0
    // Lines of one figure among lines of many say little of the columns.
    let full = figures.filter { lines[$0].cells.count * 2 >= most }
    columns = Self.shared(Self.columns(full.map { lines[$0] }), lines)
    columns = Self.withBlankOnes(columns, lines[..<(figures.first ?? 0)])
    guard columns.count > 1 else { return nil }
    headed = columns
    let groups = Self.groups(lines, data: figures)
    headerRows = groups.firstIndex { $0.contains { figures.contains($0) && lines[$0].cells.count > 1 } } ?? 0
    var header = Set<Int>()
    for (row, group) in groups.enumerated().reversed() {
      var cells = [String](repeating: "", count: columns.count)
      for line in group {
        guard put(lines[line], row: row, isPiece: group.count > 1, &header, into: &cells) else { return nil }
      }
      rows.insert(cells, at: 0)
    }
    // Each column has a name, but for the first of all.
    guard headerRows == 0 || header.isSuperset(of: columns.indices.dropFirst()) else { return nil }
  }

  /// The lines with figures; years alone above them are a header.
  private static func figures(_ lines: [PageLine]) -> [Int] {
    let all = lines.indices.filter { lines[$0].cells.dropFirst().contains(where: \.isFigure) }
    let first = all.first { line in lines[line].cells.contains { $0.isFigure && !$0.isYear } }
    return first.map { first in all.filter { $0 >= first } } ?? []
  }

  /// The columns with those that have a name and no figures, 备注, where a line of the header has more cells than
  /// there are columns.
  private static func withBlankOnes(
    _ columns: [ClosedRange<Double>], _ header: ArraySlice<PageLine>
  ) -> [ClosedRange<Double>] {
    guard let names = header.map(\.pieces).max(by: { $0.count < $1.count }), names.count > columns.count,
      !columns.isEmpty
    else { return columns }
    let named = Set(
      columns.map { column in
        names.indices.min { distance(names[$0], column) < distance(names[$1], column) } ?? 0
      })
    guard named.count == columns.count else { return columns }
    let blank = names.indices.filter { !named.contains($0) }.map { names[$0].left...names[$0].right }
    let all = (columns + blank).sorted { $0.lowerBound < $1.lowerBound }
    return zip(all, all.dropFirst()).allSatisfy({ $0.upperBound < $1.lowerBound }) ? all : columns
  }

  private static func distance(_ cell: PageCell, _ column: ClosedRange<Double>) -> Double {
    max(cell.left - column.upperBound, column.lowerBound - cell.right, 0)
  }

  /// What the words of lines with figures cover, parted where nothing stands in any of them.
  private static func columns(_ lines: [PageLine]) -> [ClosedRange<Double>] {
    let height = lines.map(\.height).sorted()[lines.count / 2]
    let spans = lines.flatMap { $0.words.map { ($0.left, $0.right) } }.sorted { $0 < $1 }
    var columns: [ClosedRange<Double>] = []
    for (left, right) in spans {
      if let last = columns.last, left - last.upperBound < height / 4 {
        columns[columns.count - 1] = last.lowerBound...max(last.upperBound, right)
      } else {
        columns.append(left...right)
      }
    }
    return columns
  }

  /// Columns side by side are one where no line has words in both: figures at the left of their cells and at the right.
  private static func shared(_ columns: [ClosedRange<Double>], _ lines: [PageLine]) -> [ClosedRange<Double>] {
    let filled = lines.filter { $0.pieces.count > 1 }.map { line in
      Set(line.pieces.map { Self.column(at: ($0.left + $0.right) / 2, columns) })
    }
    var shared: [(range: ClosedRange<Double>, members: Set<Int>)] = []
    for (index, column) in columns.enumerated() {
      if let last = shared.last, !filled.contains(where: { $0.contains(index) && !$0.isDisjoint(with: last.members) }) {
        shared[shared.count - 1] = (last.range.lowerBound...column.upperBound, last.members.union([index]))
      } else {
        shared.append((column, [index]))
      }
    }
    return shared.map(\.range)
  }

  /// Lines that are one row: words of a cell on several lines stand closer than rows do, and a cell in the middle of two
  /// rows of a header belongs to the lower one.
  private static func groups(_ lines: [PageLine], data: [Int]) -> [[Int]] {
    let steps = zip(data, data.dropFirst()).map { lines[$1].middle - lines[$0].middle }.sorted()
    let close = (steps.isEmpty ? 0 : steps[steps.count / 2]) * 0.75
    var groups: [[Int]] = []
    var isOpen = false
    for index in lines.indices {
      let below = index + 1 < lines.count ? lines[index + 1].middle - lines[index].middle : .infinity
      let above = index > 0 ? lines[index].middle - lines[index - 1].middle : .infinity
      let isBetween = above < close && below < close && above + below >= close
      if isOpen || above < close && !isBetween, !groups.isEmpty {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
      isOpen = isBetween
    }
    return groups
  }

  /// Puts the cells of a line into a row; `false` where it is not clear to which columns they belong.
  private mutating func put(
    _ line: PageLine, row: Int, isPiece: Bool, _ header: inout Set<Int>, into cells: inout [String]
  ) -> Bool {
    guard let pieces = whole(line), pieces.count <= columns.count else { return false }
    let isHeader = row < headerRows
    var placed: [(cell: PageCell, columns: ClosedRange<Int>)]
    if isHeader, pieces.count < columns.count, pieces.count > 1 || !header.isEmpty {
      // Lines of keys and titles above the header are not lined up with anything.
      let isAbove = header.isSuperset(of: columns.indices.dropFirst()) && Self.isTitle(line.letters)
      guard let found = PageHeader(columns: headed, below: header).placed(pieces) ?? (isAbove ? inOrder(pieces) : nil)
      else { return false }
      placed = found
    } else if pieces.count == columns.count || pieces.count == 1 && !isPiece && !pieces[0].isFigure {
      // A lone name is a heading or a note.
      placed = inOrder(pieces)
      guard isHeader || pieces.count == 1 || areNearest(pieces) else { return false }
    } else {
      placed = pieces.map { piece in
        let column = Self.column(at: (piece.left + piece.right) / 2, columns)
        return (piece, column...column)
      }
      guard Set(placed.map(\.columns)).count == placed.count else { return false }
    }
    for (cell, range) in placed {
      let before = cells[range.lowerBound]
      cells[range.lowerBound] = before.isEmpty ? cell.text : PageLine.joined(before, cell.text)
      if range.count > 1 { merges.append(MergedCells(rows: row...row, columns: range)) }
      guard isHeader, pieces.count > 1 else { continue }
      header.formUnion(range)
      if range.count == 1 {
        let known = headed[range.lowerBound]
        headed[range.lowerBound] = min(known.lowerBound, cell.left)...max(known.upperBound, cell.right)
      }
    }
    return true
  }

  /// 表1…, 填报单位：…: what stands above a table and says what it is.
  private static func isTitle(_ text: String) -> Bool {
    text.contains { "：:".contains($0) } || ["表", "附", "Table"].contains { text.hasPrefix($0) }
  }

  /// Whether each of the cells stands at its own column.
  private func areNearest(_ pieces: [PageCell]) -> Bool {
    pieces.enumerated().allSatisfy { Self.column(at: ($1.left + $1.right) / 2, columns) == $0 }
  }

  private func inOrder(_ pieces: [PageCell]) -> [(cell: PageCell, columns: ClosedRange<Int>)] {
    pieces.enumerated().map { ($1, $0...$0) }
  }

  /// The cells of a line; a letter and the next in one column are joined, 指 标. Where words there are two cells of a
  /// column that was not made out, it is `nil`.
  private func whole(_ line: PageLine) -> [PageCell]? {
    var whole: [PageCell] = []
    for piece in line.pieces {
      let column = Self.column(at: (piece.left + piece.right) / 2, columns)
      if let last = whole.last, piece.right <= columns[column].upperBound, columns[column].lowerBound <= last.left {
        let isLetter = last.text.count == 1 || piece.text.count == 1
        guard isLetter, piece.left - last.right < line.height * 1.2 else { return nil }
        whole[whole.count - 1] = PageCell(
          text: PageLine.joined(last.text, piece.text), left: last.left, right: piece.right)
      } else {
        whole.append(piece)
      }
    }
    return whole
  }

  /// The column that stands at a place, else the nearest.
  private static func column(at place: Double, _ columns: [ClosedRange<Double>]) -> Int {
    let distances = columns.map { max($0.lowerBound - place, place - $0.upperBound, 0) }
    return distances.indices.min { distances[$0] < distances[$1] } ?? 0
  }

  /// Goes on with the rows of another, on the next page.
  mutating func append(_ next: PageTable) {
    merges += next.merges.map { merge in
      MergedCells(
        rows: (merge.rows.lowerBound + rows.count)...(merge.rows.upperBound + rows.count), columns: merge.columns)
    }
    rows += next.rows
    lines += next.lines
  }

  /// Whether the columns of another stand where those of this do.
  func hasColumns(of other: PageTable) -> Bool {
    columns.count == other.columns.count
      && zip(columns, other.columns).allSatisfy { $0.overlaps($1) }
  }
}
