// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Observations as lines of JSON.
struct ObservationJSON: ObservationForm {
  private var periods = LastPeriodText()
  private var bases = LastPeriodText()

  mutating func write(_ all: Span<Observation>, _ place: Int, to bytes: inout TextBytes) {
    bytes.mark("{\"facility\":")
    bytes.text(all[place].facility)
    bytes.mark(",\"metric\":")
    bytes.text(all[place].metric?.id)
    bytes.mark(",\"label\":")
    bytes.string(all[place].label)
    bytes.mark(",\"period\":")
    if let period = all[place].period {
      bytes.string(periods.text(of: period))
    } else {
      bytes.text(all[place].isYearMasked ? Observation.maskedYear : nil)
    }
    bytes.mark(",\"value\":")
    if let value = all[place].quantity?.value { bytes.number(value) } else { bytes.mark("null") }
    bytes.mark(",\"unit\":")
    bytes.string(all[place].unit.symbol)
    bytes.mark(",\"text\":")
    bytes.string(all[place].text)
    bytes.mark(",\"bound\":\"")
    bytes.plain((all[place].quantity?.bound ?? .exact).rawValue)
    bytes.mark("\",\"role\":\"")
    bytes.plain(all[place].role.rawValue)
    bytes.mark("\",\"status\":\"")
    bytes.plain(all[place].status.rawValue)
    bytes.mark("\",\"part\":")
    bytes.text(all[place].part)
    bytes.mark(",\"part_of\":")
    bytes.text(all[place].part == nil ? nil : all[place].metric?.name)
    bytes.mark(",\"period_from\":")
    bytes.text(all[place].periodOrigin?.rawValue)
    bytes.mark(",\"changes\":[")
    Self.list(all[place].changes, to: &bytes) { write($0, to: &$1) }
    bytes.mark("],\"source\":")
    Self.write(all[place].source.file, all[place].source.place, all[place].source.quote, to: &bytes)
    bytes.mark(",\"other_sources\":[")
    Self.list(all[place].otherSources, to: &bytes) { Self.write($0.file, $0.place, $0.quote, to: &$1) }
    bytes.mark("],\"place\":")
    if case .words(let line, let start, let end) = all[place].source.place {
      bytes.byte(UInt8(ascii: "\""))
      bytes.address(line, start..<end)
      bytes.byte(UInt8(ascii: "\""))
    } else {
      bytes.string(all[place].source.address)
    }
    bytes.mark(",\"corrections\":[")
    Self.list(all[place].corrections, to: &bytes) { Self.write($0, to: &$1) }
    bytes.mark("]}\n")
  }

  /// Writes the elements of a list with commas between them.
  @inline(__always)
  private static func list<Element>(
    _ elements: [Element], to bytes: inout TextBytes, _ write: (Element, inout TextBytes) -> Void
  ) {
    if elements.isEmpty { return }
    for (place, element) in elements.enumerated() {
      if place > 0 { bytes.byte(UInt8(ascii: ",")) }
      write(element, &bytes)
    }
  }

  private mutating func write(_ change: StatedChange, to bytes: inout TextBytes) {
    bytes.mark("{\"kind\":\"")
    bytes.plain(change.kind.rawValue)
    bytes.mark("\",\"value\":")
    if let value = change.value { bytes.number(value) } else { bytes.mark("null") }
    bytes.mark(",\"base\":")
    if let base = change.base { bytes.string(bases.text(of: base)) } else { bytes.mark("null") }
    bytes.mark(",\"relation\":\"")
    bytes.plain(change.relation.rawValue)
    bytes.mark("\",\"price_basis\":")
    bytes.text(change.priceBasis?.rawValue)
    bytes.byte(UInt8(ascii: "}"))
  }

  private static func write(_ file: String, _ place: Source.Place, _ quote: String, to bytes: inout TextBytes) {
    bytes.mark("{\"file\":")
    bytes.string(file)
    switch place {
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
    bytes.string(quote)
    bytes.byte(UInt8(ascii: "}"))
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
