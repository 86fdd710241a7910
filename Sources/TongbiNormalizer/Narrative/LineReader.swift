// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Turns the drafts of a line's sentences into observations that lead back to their characters.
struct LineReader {
  private let passage: Passage
  private let file: String
  private let text: FoldedText
  private let characters: [Character]

  init(passage: Passage, file: String, text: FoldedText) {
    self.passage = passage
    self.file = file
    self.text = text
    characters = Array(passage.text)
  }

  /// Adds what a sentence gave.
  mutating func close(_ reader: SentenceReader, _ observations: inout [Observation], _ findings: inout [Finding]) {
    for draft in reader.drafts where !draft.text.isEmpty || !draft.changes.isEmpty {
      observations.append(
        Observation(
          facility: draft.facility, metric: draft.metric, label: draft.label, period: draft.period,
          quantity: draft.quantity,
          part: draft.part, unit: draft.unit, text: draft.text, role: draft.role, status: draft.status,
          changes: draft.changes,
          source: source(draft.range)))
    }
    for (severity, problem, range) in reader.problems {
      findings.append(Finding(severity, problem, at: source(range)))
    }
  }

  private func source(_ range: Range<Int>) -> Source {
    let place = text.characters(range)
    return Source(
      file: file, place: .words(line: passage.line, start: place.lowerBound, end: place.upperBound),
      quote: String(characters[place]))
  }
}
