// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Observations as lines of JSON, written straight to bytes: a report has thousands of them.
struct ObservationJSON {
  /// The period written last, with its text; most figures stand under the one before.
  private var lastPeriod: (period: Period, text: String)?
  private var lastBase: (period: Period, text: String)?

  /// About how many bytes are handed on at once.
  private static let stretch = 1 << 16

  /// Writes observations, each on a line, and hands on the bytes as they come.
  mutating func write(_ observations: [Observation], to body: ([UInt8]) throws -> Void) rethrows {
    var bytes = TextBytes(capacity: Self.stretch + Self.stretch / 4)
    let all = observations.span
    for place in all.indices {
      write(all[place], to: &bytes)
      if bytes.count >= Self.stretch { try body(bytes.take()) }
    }
    if bytes.count > 0 { try body(bytes.take()) }
  }

  private mutating func write(_ observation: Observation, to bytes: inout TextBytes) {
    bytes.mark("{\"facility\":")
    bytes.text(observation.facility)
    bytes.mark(",\"metric\":")
    bytes.text(observation.metric?.id)
    bytes.mark(",\"label\":")
    bytes.string(observation.label)
    bytes.mark(",\"period\":")
    if observation.isYearMasked {
      bytes.mark("\"20XX\"")
    } else {
      Self.write(observation.period, &lastPeriod, to: &bytes)
    }
    bytes.mark(",\"value\":")
    if let value = observation.quantity?.value { bytes.number(value) } else { bytes.mark("null") }
    bytes.mark(",\"unit\":")
    bytes.string(observation.unit.symbol)
    bytes.mark(",\"text\":")
    bytes.string(observation.text)
    bytes.mark(",\"bound\":\"")
    bytes.plain((observation.quantity?.bound ?? .exact).rawValue)
    bytes.mark("\",\"role\":\"")
    bytes.plain(observation.role.rawValue)
    bytes.mark("\",\"status\":\"")
    bytes.plain(observation.status.rawValue)
    bytes.mark("\",\"part\":")
    bytes.text(observation.part)
    bytes.mark(",\"part_of\":")
    bytes.text(observation.part == nil ? nil : observation.metric?.name)
    bytes.mark(",\"period_from\":")
    bytes.text(observation.periodOrigin?.rawValue)
    bytes.mark(",\"changes\":[")
    Self.list(observation.changes, to: &bytes) { write($0, to: &$1) }
    bytes.mark("],\"source\":")
    Self.write(observation.source, to: &bytes)
    bytes.mark(",\"other_sources\":[")
    Self.list(observation.otherSources, to: &bytes) { Self.write($0, to: &$1) }
    bytes.mark("],\"place\":")
    Self.writeAddress(observation.source, to: &bytes)
    bytes.mark(",\"corrections\":[")
    Self.list(observation.corrections, to: &bytes) { Self.write($0, to: &$1) }
    bytes.mark("]}\n")
  }

  /// Writes the elements of a list with commas between them.
  private static func list<Element>(
    _ elements: [Element], to bytes: inout TextBytes, _ write: (Element, inout TextBytes) -> Void
  ) {
    for (place, element) in elements.enumerated() {
      if place > 0 { bytes.byte(UInt8(ascii: ",")) }
      write(element, &bytes)
    }
  }

  private static func write(
    _ period: Period?, _ last: inout (period: Period, text: String)?, to bytes: inout TextBytes
  ) {
    guard let period else { return bytes.mark("null") }
    if let last, last.period == period { return bytes.string(last.text) }
    let text = period.description
    last = (period, text)
    bytes.string(text)
  }

  private mutating func write(_ change: StatedChange, to bytes: inout TextBytes) {
    bytes.mark("{\"kind\":\"")
    bytes.plain(change.kind.rawValue)
    bytes.mark("\",\"value\":")
    if let value = change.value { bytes.number(value) } else { bytes.mark("null") }
    bytes.mark(",\"base\":")
    Self.write(change.base, &lastBase, to: &bytes)
    bytes.mark(",\"relation\":\"")
    bytes.plain(change.relation.rawValue)
    bytes.mark("\",\"price_basis\":")
    bytes.text(change.priceBasis?.rawValue)
    bytes.byte(UInt8(ascii: "}"))
  }

  private static func write(_ source: Source, to bytes: inout TextBytes) {
    bytes.mark("{\"file\":")
    bytes.string(source.file)
    switch source.place {
    case .whole: break
    case .cell(let sheet, let row, let column):
      bytes.mark(",\"sheet\":")
      bytes.text(sheet)
      bytes.mark(",\"row\":")
      bytes.integer(row)
      bytes.mark(",\"column\":")
      bytes.integer(column)
    case .words(let line, let start, let end):
      bytes.mark(",\"line\":")
      bytes.integer(line)
      bytes.mark(",\"start\":")
      bytes.integer(start)
      bytes.mark(",\"end\":")
      bytes.integer(end)
    }
    bytes.mark(",\"quote\":")
    bytes.string(source.quote)
    bytes.byte(UInt8(ascii: "}"))
  }

  /// The place in short; that of words is written without a detour.
  private static func writeAddress(_ source: Source, to bytes: inout TextBytes) {
    guard case .words(let line, let start, let end) = source.place else { return bytes.string(source.address) }
    bytes.mark("\"L")
    bytes.integer(line)
    bytes.byte(UInt8(ascii: ":"))
    bytes.integer(start)
    bytes.byte(UInt8(ascii: "-"))
    bytes.integer(end)
    bytes.byte(UInt8(ascii: "\""))
  }

  private static func write(_ correction: Correction, to bytes: inout TextBytes) {
    bytes.mark("{\"field\":\"")
    bytes.plain(correction.field.rawValue)
    bytes.mark("\",\"former\":")
    bytes.string(correction.former)
    bytes.mark(",\"value\":")
    bytes.string(correction.value)
    bytes.mark(",\"reason\":")
    bytes.string(correction.reason)
    bytes.mark(",\"who\":")
    bytes.string(correction.who)
    bytes.mark(",\"when\":")
    bytes.string(correction.when)
    bytes.byte(UInt8(ascii: "}"))
  }
}
