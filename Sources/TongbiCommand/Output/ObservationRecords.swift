// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Observations as comma-separated records.
struct ObservationRecords: ObservationForm {
  let language: Language
  private var periods = LastPeriodText()
  private var bases = LastPeriodText()

  static let header = [
    "facility", "metric", "label", "period", "value", "unit", "text", "bound", "role", "status", "part", "changes",
    "file", "sheet", "row", "column", "line", "start", "end", "quote", "place", "corrections",
  ]

  init(language: Language) { self.language = language }

  mutating func write(_ all: Span<Observation>, _ place: Int, to bytes: inout TextBytes) {
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
