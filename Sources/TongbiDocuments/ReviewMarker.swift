// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Puts the marks of one report into its text, numbering those that are listed at its end.
struct ReviewMarker {
  /// The number of the report on the page.
  let section: Int
  /// The marks that are explained at the end, with the words that they mark.
  private(set) var listed: [(words: String, mark: ReviewPage.Mark)] = []

  init(section: Int) { self.section = section }

  /// A line with its marks, without the blanks that it begins with: of marks that overlap the first one stands.
  mutating func html(_ line: ReviewPage.Line) -> String {
    let characters = Array(line.text)
    var html = ""
    var at = characters.prefix(while: \.isWhitespace).count
    for mark in line.marks.sorted(by: { $0.characters.lowerBound < $1.characters.lowerBound }) {
      let range = mark.characters.clamped(to: at..<max(at, characters.count))
      guard !range.isEmpty, range.lowerBound == mark.characters.lowerBound else { continue }
      html += HTMLText.escaped(String(characters[at..<range.lowerBound]))
      html += span(String(characters[range]), mark)
      at = range.upperBound
    }
    return html + HTMLText.escaped(String(characters[at...]))
  }

  /// A cell, marked as a whole.
  mutating func html(_ cell: ReviewPage.Cell) -> String {
    cell.mark.map { span(cell.text, $0) } ?? HTMLText.escaped(cell.text)
  }

  private mutating func span(_ words: String, _ mark: ReviewPage.Mark) -> String {
    var number = ""
    if mark.kind.isListed {
      listed.append((words, mark))
      number = "<sup>\(listed.count)</sup>"
    }
    // A period is explained by pointing at it; the Tab key goes from figure to figure.
    let focus = mark.kind.isListed ? " tabindex=\"0\"" : ""
    // A number and its small number stay on one line; a long cell may break.
    let length = words.count > 14 ? " long" : ""
    return """
      <span class="m \(mark.kind.rawValue)\(length)"\(focus)>\(HTMLText.escaped(words))\(number)\
      <span class="tip" role="tooltip">\(HTMLText.escaped(mark.explanation)) <code>\(HTMLText.escaped(mark.place))</code></span></span>
      """
  }
}
