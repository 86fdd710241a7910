// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Observations as comma-separated records, written straight to bytes: a report has thousands of them.
struct ObservationRecords {
  let language: Language
  private var periods = LastPeriodText()
  private var bases = LastPeriodText()

  static let header = [
    "facility", "metric", "label", "period", "value", "unit", "text", "bound", "role", "status", "part", "changes",
    "file", "sheet", "row", "column", "line", "start", "end", "quote", "place", "corrections",
  ]

  /// About how many bytes are handed on at once.
  private static let stretch = 1 << 16

  init(language: Language) { self.language = language }

  /// Writes observations, each as a record under ``header``, and hands on the bytes as they come.
  mutating func write(_ observations: [Observation], to body: ([UInt8]) throws -> Void) rethrows {
    var bytes = TextBytes(capacity: Self.stretch + Self.stretch / 4)
    let all = observations.span
    for place in all.indices {
      write(all, place, to: &bytes)
      if bytes.count >= Self.stretch { try body(bytes.take()) }
    }
    if bytes.count > 0 { try body(bytes.take()) }
  }

  /// Writes the observation at a place, field by field: a copy of it counts a dozen references.
  private mutating func write(_ all: Span<Observation>, _ place: Int, to bytes: inout TextBytes) {
    bytes.next(all[place].facility ?? "")
    bytes.next(all[place].metric?.id ?? "")
    bytes.next(all[place].label)
    if let period = all[place].period {
      bytes.next(periods.text(of: period))
    } else {
      bytes.next(all[place].isYearMasked ? Observation.maskedYear : "")
    }
    if let value = all[place].quantity?.value { bytes.number(value) }
    bytes.byte(UInt8(ascii: ","))
    bytes.next(all[place].unit.symbol)
    bytes.next(all[place].text)
    bytes.next((all[place].quantity?.bound ?? .exact).rawValue)
    bytes.next(all[place].role.rawValue)
    bytes.next(all[place].status.rawValue)
    bytes.next(all[place].part ?? "")
    if !all[place].changes.isEmpty {
      let unit = all[place].unit
      bytes.field(words(of: all[place].changes, all[place].metric ?? Metric(id: "", name: "", unit: unit)))
    }
    bytes.byte(UInt8(ascii: ","))
    write(all[place].source, to: &bytes)
    bytes.field(words(of: all[place].corrections))
    bytes.byte(UInt8(ascii: "\n"))
  }

  private mutating func words(of changes: [StatedChange], _ metric: Metric) -> String {
    var text = ""
    for change in changes {
      if !text.isEmpty { text += "; " }
      text += change.words(of: metric, in: language)
      if let base = change.base { text += " (\(bases.text(of: base)))" }
    }
    return text
  }

  private func words(of corrections: [Correction]) -> String {
    corrections.map { $0.words(in: language) }.joined(separator: "; ")
  }

  /// Writes where it stands: file, sheet, row, column, line, start, end, the words, and the place in short.
  private func write(_ source: Source, to bytes: inout TextBytes) {
    bytes.next(source.file)
    guard case .words(let line, let start, let end) = source.place else {
      for field in SourceFields(source).fields.dropFirst() { bytes.next(field) }
      bytes.next(source.quote)
      bytes.next(source.address)
      return
    }
    bytes.mark(",,,")
    for number in [line, start, end] {
      bytes.integer(number)
      bytes.byte(UInt8(ascii: ","))
    }
    bytes.next(source.quote)
    bytes.address(line, start..<end)
    bytes.byte(UInt8(ascii: ","))
  }
}

extension TextBytes {
  /// Adds a field and the comma behind it.
  fileprivate mutating func next(_ text: String) {
    field(text)
    byte(UInt8(ascii: ","))
  }
}
