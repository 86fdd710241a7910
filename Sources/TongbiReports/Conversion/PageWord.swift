// SPDX-License-Identifier: Apache-2.0

import Tongbi

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
  /// Reads what `pdftotext -bbox` wrote: by page, its words. Those without a place are left out.
  ///
  /// - Throws: ``TongbiError`` where it is no XML.
  static func pages(_ bytes: [UInt8], of file: String) throws(TongbiError) -> [[PageWord]] {
    // Above it stands the type of the document, which is always the same and no part that is read here.
    guard let start = bytes.firstRange(of: Array("<html".utf8))?.lowerBound else { return [] }
    let handler = Handler()
    let reader = try XMLReader(part: "bbox", of: file, into: handler)
    // Characters that XML does not have come from fonts that tell no letters.
    let document = bytes[start...].map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
    try reader.feed(document.span)
    try reader.finish()
    return handler.pages
  }

  /// Takes down the words.
  private final class Handler: XMLHandler {
    var pages: [[PageWord]] = []
    private var word: PageWord?
    private var letters: [UInt8] = []

    /// `<word xMin="55.0" yMin="72.4" xMax="237.0" yMax="86.7">合计</word>`
    func start(_ element: XMLElement) throws(TongbiError) {
      if element.name == "page" { pages.append([]) }
      guard element.name == "word", !pages.isEmpty else { return }
      let numbers = [element["xMin"], element["yMin"], element["xMax"], element["yMax"]].compactMap { value in
        value.flatMap { Double($0.string) }
      }
      guard numbers.count == 4, numbers.allSatisfy({ abs($0) < 1e6 }), numbers[0] <= numbers[2], numbers[1] < numbers[3]
      else { return }
      word = PageWord(text: "", left: numbers[0], right: numbers[2], top: numbers[1], bottom: numbers[3])
    }

    func text(_ text: XMLText) throws(TongbiError) {
      if word != nil { unsafe letters.append(contentsOf: text.bytes) }
    }

    func end(_ name: XMLText) throws(TongbiError) {
      guard name == "word", var found = word else { return }
      found.text = String(decoding: letters, as: UTF8.self)
      if !found.text.allSatisfy(\.isWhitespace) { pages[pages.count - 1].append(found) }
      word = nil
      letters.removeAll(keepingCapacity: true)
    }
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
    return (isDigit(last) || "%％‰)）*".contains(last)) && (isDigit(first) || "-—(（*".contains(first))
  }

  /// Whether a letter is a digit; 万 is a number too, and goes on with one.
  private static func isDigit(_ letter: Character) -> Bool {
    letter.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
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
