// SPDX-License-Identifier: Apache-2.0

import Tongbi
package import TongbiReports

/// Lists every number of a text with what became of it: none of its digits and numerals is absent.
package struct TextAudit {
  private let text: TextReport
  private let reading: NarrativeReading
  private let uses: [Int: [NumberUse]]

  /// Prepares to list what a reader found in a text.
  package init(_ text: TextReport, _ reading: NarrativeReading) {
    self.text = text
    self.reading = reading
    uses = Dictionary(grouping: reading.uses, by: \.line)
  }

  /// The numbers of all passages, in the order of the text.
  package var entries: [AuditEntry] { text.passages.flatMap(entries) }

  /// The numbers of one passage, in its order.
  package func entries(_ passage: Passage) -> [AuditEntry] {
    let uses = uses[passage.line] ?? []
    let characters = Array(passage.text)
    let numerals = Self.numerals(passage.text, count: characters.count, outside: uses)
    let places =
      uses.map { ($0.characters, fate($0.fate)) }
      + numerals.map { (Self.inItsWord($0, characters), (.rejected(.numeral), nil)) }
    return places.sorted { $0.0.lowerBound < $1.0.lowerBound }.map { range, outcome in
      let range = range.clamped(to: 0..<characters.count)
      let source = Source(
        file: text.file, place: .words(line: passage.line, start: range.lowerBound, end: range.upperBound),
        quote: String(characters[range]))
      return AuditEntry(source: source, fate: outcome.0, observation: outcome.1)
    }
  }

  private func fate(_ fate: NumberUse.Fate) -> (AuditEntry.Fate, Observation?) {
    switch fate {
    case .fact(let place): (.fact, observation(place))
    case .change(let place): (.change, observation(place))
    case .bound(let place): (.bound, observation(place))
    case .period: (.period, nil)
    case .rejected(let reason): (.rejected(.sentence(reason)), nil)
    }
  }

  private func observation(_ place: Int) -> Observation? {
    reading.observations.indices.contains(place) ? reading.observations[place] : nil
  }

  /// The runs of digits and numerals that stand in no use: numerals within words.
  private static func numerals(_ text: String, count: Int, outside uses: [NumberUse]) -> [Range<Int>] {
    var isNumeral = [Bool](repeating: false, count: count)
    let folded = FoldedText(text)
    for (place, scalar) in folded.scalars.enumerated() where isNumber(scalar) { isNumeral[folded.offset(place)] = true }
    for use in uses {
      for offset in use.characters.clamped(to: 0..<count) { isNumeral[offset] = false }
    }
    var runs: [Range<Int>] = []
    for offset in isNumeral.indices where isNumeral[offset] {
      if let last = runs.last, last.upperBound == offset {
        runs[runs.count - 1] = last.lowerBound..<(offset + 1)
      } else {
        runs.append(offset..<(offset + 1))
      }
    }
    return runs
  }

  /// The run with the character on either side, which tells a reader what word it stands in.
  private static func inItsWord(_ run: Range<Int>, _ characters: [Character]) -> Range<Int> {
    let start = run.lowerBound > 0 && characters[run.lowerBound - 1].isLetter ? run.lowerBound - 1 : run.lowerBound
    let end =
      run.upperBound < characters.count && characters[run.upperBound].isLetter ? run.upperBound + 1 : run.upperBound
    return start..<end
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: ChineseNumeral.isNumeral(scalar)
    }
  }
}
