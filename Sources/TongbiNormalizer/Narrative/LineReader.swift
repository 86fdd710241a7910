// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Turns the drafts of a line's sentences into observations that lead back to their characters.
struct LineReader {
  private let passage: Passage
  private let file: String
  private let text: FoldedText
  private lazy var original = text.isPlain ? Self.letters(of: passage.text, count: text.count) : []
  private lazy var characters = Array(passage.text)

  init(passage: Passage, file: String, text: FoldedText) {
    self.passage = passage
    self.file = file
    self.text = text
  }

  /// Adds what a sentence gave.
  mutating func close(_ reader: SentenceReader, _ reading: inout NarrativeReading) {
    var fates = [NumberUse.Fate?](repeating: nil, count: reader.lexemes.count)
    for draft in reader.drafts where !draft.isEcho && (!draft.text.isEmpty || !draft.changes.isEmpty) {
      let place = reading.observations.count
      for figure in draft.bounds where figure < fates.count { fates[figure] = .bound(observation: place) }
      for figure in draft.changeFigures where figure < fates.count { fates[figure] = .change(observation: place) }
      for figure in draft.figures where figure < fates.count && fates[figure] == nil {
        fates[figure] = .fact(observation: place)
      }
      var observation = Observation(
        facility: draft.facility, metric: draft.metric, label: draft.label, period: draft.period,
        quantity: draft.quantity,
        part: draft.part, unit: draft.unit, text: draft.text, role: draft.role, status: draft.status,
        changes: draft.changes,
        source: source(draft.range))
      observation.periodOrigin = draft.period == nil ? nil : draft.periodOrigin
      reading.observations.append(observation)
    }
    for (severity, problem, range) in reader.problems {
      reading.findings.append(Finding(severity, problem, at: source(range)))
    }
    count(reader.lexemes, fates, reader.rejections, into: &reading)
  }

  /// Adds what became of the numbers of a sentence; those too long to hold are findings.
  mutating func count(
    _ lexemes: [Lexeme], _ fates: [NumberUse.Fate?] = [], _ rejections: [Int: NumberRejection] = [:],
    into reading: inout NarrativeReading
  ) {
    NumberCounter(text: text, line: passage.line).count(
      lexemes, fates: fates, rejections: rejections, into: &reading.uses)
    for lexeme in lexemes {
      guard case .guarded(.tooLong) = lexeme.kind else { continue }
      let words = text.string(lexeme.range)
      reading.findings.append(Finding(.warning, NarrativeProblem.tooManyDigits(words: words), at: source(lexeme.range)))
    }
  }

  private mutating func source(_ range: Range<Int>) -> Source {
    let place = text.characters(range)
    return Source(
      file: file, place: .words(line: passage.line, start: place.lowerBound, end: place.upperBound),
      quote: quote(place))
  }

  private static func letters(of text: String, count: Int) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    letters.reserveCapacity(count)
    letters.append(contentsOf: text.unicodeScalars)
    return letters
  }

  private mutating func quote(_ place: Range<Int>) -> String {
    if text.isPlain { return String(letters: original, place) }
    return String(characters[place])
  }
}
