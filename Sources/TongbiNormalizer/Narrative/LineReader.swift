// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Turns the drafts of a line's sentences into observations that lead back to their characters.
struct LineReader {
  private let passage: Passage
  private let file: String
  private let text: FoldedText
  private let uses: NarrativeReading.Uses
  /// A character of the line that is known by its byte; where each is a scalar, the next quote is counted from here.
  private var known = (character: 0, byte: 0)
  private lazy var characters = Array(passage.text)

  init(passage: Passage, file: String, text: FoldedText, uses: NarrativeReading.Uses) {
    self.passage = passage
    self.file = file
    self.text = text
    self.uses = uses
  }

  /// Adds what a sentence gave.
  mutating func close(_ reader: SentenceReader, _ reading: inout NarrativeReading) {
    // No number has a fate where nobody asks for it.
    var fates = [NumberUse.Fate?](repeating: nil, count: uses == .kept ? reader.lexemes.count : 0)
    for draft in reader.drafts {
      guard !draft.isEcho, !draft.text.isEmpty || !draft.changes.isEmpty else { continue }
      let place = reading.observations.count
      Self.take(draft, as: place, &fates)
      if draft.isOfNow { reading.told.insert(place) }
      if draft.metric == nil, let supposed = draft.supposed { reading.supposed[place] = supposed }
      reading.observations.append(observation(draft))
    }
    for (severity, problem, range) in reader.problems {
      reading.findings.append(Finding(severity, problem, at: source(range)))
    }
    count(reader.lexemes, fates, reader.rejections, into: &reading)
  }

  /// Writes down that the numbers of a draft went into an observation.
  private static func take(_ draft: Draft, as place: Int, _ fates: inout [NumberUse.Fate?]) {
    for figure in draft.bounds where figure < fates.count { fates[figure] = .bound(observation: place) }
    for figure in draft.changeFigures where figure < fates.count { fates[figure] = .change(observation: place) }
    if let figure = draft.figure, figure < fates.count, fates[figure] == nil {
      fates[figure] = .fact(observation: place)
    }
  }

  private mutating func observation(_ draft: Draft) -> Observation {
    let source = source(draft.range)
    let period = draft.period
    var observation = Observation(
      facility: draft.facility, metric: draft.metric, label: draft.label, period: period, quantity: draft.quantity,
      part: draft.part, unit: draft.unit, text: draft.text, role: draft.role, status: draft.status,
      changes: draft.changes, source: source, periodOrigin: period == nil ? nil : draft.periodOrigin)
    observation.isYearMasked = draft.isYearMasked && period == nil
    return observation
  }

  /// Adds what became of the numbers of a sentence; those too long to hold are findings.
  mutating func count(
    _ lexemes: [Lexeme], _ fates: [NumberUse.Fate?] = [], _ rejections: [Int: NumberRejection] = [:],
    into reading: inout NarrativeReading
  ) {
    if uses == .kept {
      NumberCounter(text: text, line: passage.line).count(
        lexemes, fates: fates, rejections: rejections, into: &reading.uses)
    }
    for lexeme in lexemes {
      guard let problem = problem(of: lexeme) else { continue }
      reading.findings.append(Finding(.warning, problem, at: source(lexeme.range)))
    }
  }

  /// What is wrong with digits that could not be read.
  private func problem(of lexeme: Lexeme) -> NarrativeProblem? {
    switch lexeme.kind {
    case .guarded(.tooLong): return .tooManyDigits(words: text.string(lexeme.range))
    case .masked:
      let letters = text.scalars[lexeme.range]
      guard letters.contains(where: NumberScanner.isDigit), !letters.contains(where: Mask.isBlot) else { return nil }
      return .damagedNumber(words: text.string(lexeme.range))
    default: return nil
    }
  }

  private mutating func source(_ range: Range<Int>) -> Source {
    let place = text.characters(range)
    return Source(
      file: file, place: .words(line: passage.line, start: place.lowerBound, end: place.upperBound),
      quote: quote(place))
  }

  private mutating func quote(_ place: Range<Int>) -> String {
    guard text.isPlain else { return String(characters[place]) }
    let start = byte(of: place.lowerBound)
    let end = byte(of: place.upperBound)
    return passage.text.withBytes { String(wellFormed: UnsafeBufferPointer(rebasing: $0[start..<end]).span) }
  }

  /// Where a character begins that is a scalar as all others are, in bytes.
  private mutating func byte(of character: Int) -> Int {
    known = passage.text.withBytes { [known] bytes in
      var (count, place) = known
      while count < character, place < bytes.count {
        let first = bytes[place]
        place &+= first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        count &+= 1
      }
      while count > character {
        place &-= 1
        while bytes[place] & 0xC0 == 0x80 { place &-= 1 }
        count &-= 1
      }
      return (count, place)
    }
    return known.byte
  }
}
