// SPDX-License-Identifier: Apache-2.0

/// A word on a page of a PDF and where it stands, in points from the top left.
struct PageWord {
  var text: String
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
}

extension PageWord {
  /// Reads what `pdftotext -bbox` wrote: a line for each word, by page. Lines of another form are left out.
  static func pages(_ text: String) -> [[PageWord]] {
    var pages: [[PageWord]] = []
    for line in text.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("<page ") {
        pages.append([])
      } else if !pages.isEmpty, let word = PageWord(line) {
        pages[pages.count - 1].append(word)
      }
    }
    return pages
  }

  /// `<word xMin="55.0" yMin="72.4" xMax="237.0" yMax="86.7">合计</word>`
  private init?(_ line: Substring) {
    guard line.hasPrefix("<word "), let close = line.firstIndex(of: ">"), line.hasSuffix("</word>") else { return nil }
    let fields = line[..<close].split(separator: "\"", omittingEmptySubsequences: false)
    guard fields.count == 9 else { return nil }
    let numbers = [1, 3, 5, 7].compactMap { Double(fields[$0]) }
    guard numbers.count == 4, numbers.allSatisfy({ abs($0) < 1e6 }), numbers[0] <= numbers[2], numbers[1] < numbers[3]
    else { return nil }
    (left, top, right, bottom) = (numbers[0], numbers[1], numbers[2], numbers[3])
    text = Self.unescaped(line[line.index(after: close)...].dropLast("</word>".count))
    if text.allSatisfy(\.isWhitespace) { return nil }
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var plain = ""
    for (index, piece) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      let sign = index == 0 ? nil : signs.first { piece.hasPrefix($0.name) }
      plain += (sign?.sign ?? (index == 0 ? "" : "&")) + piece.dropFirst(sign?.name.count ?? 0)
    }
    return plain
  }

  private static let signs = [("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("apos;", "'")].map {
    (name: $0.0, sign: $0.1)
  }
}

/// Words side by side on a page, with little space between them: a cell of a table, or a line of prose.
struct PageCell {
  var text: String
  var left: Double
  var right: Double

  /// Whether it is a number or stands where one should: 1,204, -3.5%, (12.6), *, ….
  var isFigure: Bool {
    let digits = text.unicodeScalars.count { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    if digits == 0 { return ["*", "**", "***", "-", "--", "—", "——", "…", "/", "X", "XX"].contains(text) }
    if isDate { return false }
    return text.unicodeScalars.count - digits <= 4
      && !text.unicodeScalars.contains { "年月日季第表".unicodeScalars.contains($0) }
  }
}

extension PageCell {
  /// Whether it is a month or day in figures, as in headers: 2023-01, 2023/1/5.
  private var isDate: Bool {
    let parts = text.split(whereSeparator: { "-/".contains($0) })
    return (2...3).contains(parts.count) && parts[0].count == 4 && parts.allSatisfy { Int($0) != nil }
  }

  /// Whether it may be a year above figures: 2023.
  var isYear: Bool { text.count == 4 && Int(text).map { (1900...2100).contains($0) } ?? false }
}

/// The words that stand at one height of a page, from the left.
struct PageLine {
  var words: [PageWord]
  var middle: Double
  var height: Double
  /// The words joined where no more parts them than could part words of one line of prose.
  let cells: [PageCell]
  /// The words joined where only the space between two words parts them; cells of a narrow table stand that close.
  let pieces: [PageCell]

  init(_ words: [PageWord]) {
    let words = words.sorted { ($0.left, $0.text) < ($1.left, $1.text) }
    self.words = words
    let heights = words.map(\.height).sorted()
    height = heights.isEmpty ? 0 : heights[heights.count / 2]
    middle = words.reduce(0) { $0 + $1.middle } / Double(max(1, words.count))
    cells = Self.joined(words, within: height / 2)
    pieces = Self.joined(words, within: height / 4)
  }

  private static func joined(_ words: [PageWord], within gap: Double) -> [PageCell] {
    var cells: [PageCell] = []
    for word in words {
      if let last = cells.last, word.left - last.right < gap, !areFigures(last.text, word.text) {
        cells[cells.count - 1].text = joined(last.text, word.text)
        cells[cells.count - 1].right = max(last.right, word.right)
      } else {
        cells.append(PageCell(text: word.text, left: word.left, right: word.right))
      }
    }
    return cells
  }

  /// Two numbers side by side are two cells, however close they stand.
  private static func areFigures(_ left: String, _ right: String) -> Bool {
    guard let last = left.last, let first = right.first else { return false }
    return (last.isNumber || "%％‰)）*".contains(last)) && (first.isNumber || "-—(（*".contains(first))
  }

  /// What stands in the line, without blanks.
  var letters: String { words.map { $0.text.filter { !$0.isWhitespace } }.joined() }

  /// The lines of a page, from the top.
  static func lines(_ words: [PageWord]) -> [PageLine] {
    var lines: [[PageWord]] = []
    for word in words.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let last = lines.last?.last, word.middle - last.middle < min(word.height, last.height) * 0.35 {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
      }
    }
    return lines.map { PageLine($0) }
  }

  /// Latin words need a space between them, Chinese ones do not.
  static func joined(_ left: String, _ right: String) -> String {
    guard let last = left.last, let first = right.first, last.isASCII, first.isASCII else { return left + right }
    return left + " " + right
  }
}
