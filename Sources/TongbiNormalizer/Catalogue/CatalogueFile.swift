// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// The form of `metrics.csv`: a header, then one metric a line, other names separated by `|`.
enum CatalogueFile {
  private static let file = "metrics.csv"
  /// About how many names there are.
  private static let names = 5_000

  /// Reads the catalogue.
  ///
  /// - Throws: ``TongbiError`` that names the line and the word that does not fit.
  static func read(_ bytes: [UInt8]) throws(TongbiError) -> Catalogue {
    var line = CatalogueLine(bytes)
    guard line.advance() else { throw problem("", row: 1, column: 0) }
    let columns = Columns(header: line.fields.indices.map { line.text($0) })
    var catalogue = Catalogue(from: bytes, roomFor: names)
    var parts: [(id: String, numerator: String, denominator: String)] = []
    while line.advance() {
      guard line.fields.count == columns.count else { throw problem(line.text(0), row: line.row, column: 0) }
      let record = Record(columns: columns, line: line)
      let metric = try record.metric()
      let place = catalogue.putUnspelled(metric)
      for column in [columns.id, columns.name, columns.englishName, columns.aliases].lazy.compactMap(\.self) {
        catalogue.spell(at: line.fields[column], place)
      }
      parts.append((metric.id, record[columns.numerator], record[columns.denominator]))
    }
    for part in parts {
      guard let above = catalogue.part(part.numerator), let below = catalogue.part(part.denominator) else { continue }
      catalogue.setParts(of: part.id, numerator: above, denominator: below)
    }
    return catalogue
  }

  static func problem(_ word: String, row: Int, column: Int) -> TongbiError {
    TongbiError(
      TableProblem.badCatalogue(word: word),
      at: Source(file: file, place: .cell(sheet: nil, row: row, column: column), quote: word))
  }
}

/// One line after another of the catalogue, by bytes: every command reads it before anything else.
private struct CatalogueLine {
  private let bytes: [UInt8]
  private var end = 0
  /// The number of the line, from 1; lines without anything do not count.
  private(set) var row = 0
  /// Where the fields of the line stand, without the quotes around them; a field in quotes may hold commas, but no quotes.
  private(set) var fields: [Range<Int>] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes to the next line that is not empty; `false` after the last one.
  mutating func advance() -> Bool {
    while end < bytes.count, bytes[end] == Self.lineFeed || bytes[end] == Self.carriageReturn { end += 1 }
    guard end < bytes.count else { return false }
    row += 1
    let start = end
    end = bytes.place(of: Self.lineFeed, in: start..<bytes.count) ?? bytes.count
    cut(start..<(bytes[end - 1] == Self.carriageReturn ? end - 1 : end))
    return true
  }

  /// Finds the fields of a line.
  private mutating func cut(_ line: Range<Int>) {
    fields.removeAll(keepingCapacity: true)
    var start = line.lowerBound
    while start <= line.upperBound {
      // A field in quotes may hold commas.
      let isQuoted = start < line.upperBound && bytes[start] == Self.quote
      let closing = isQuoted ? bytes.place(of: Self.quote, in: start + 1..<line.upperBound) : start
      let end = bytes.place(of: UInt8(ascii: ","), in: (closing ?? start)..<line.upperBound) ?? line.upperBound
      fields.append(isQuoted ? start + 1..<(closing ?? end) : start..<end)
      start = end + 1
    }
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")

  /// What a field says.
  func text(_ field: Int) -> String { String(decoding: bytes[fields[field]], as: UTF8.self) }

  /// What stands between the bars of a field, as it is needed.
  func list(_ field: Int) -> OtherNames { OtherNames(in: bytes, at: fields[field]) }
}

/// Where each column of the catalogue stands, from 0; `nil` for one that is not there.
private struct Columns {
  let count: Int
  let id, name, englishName, unit, kind, numerator, denominator, overFacilities, overTime, better, change: Int?
  let lowest, highest, aliases: Int?

  init(header: [String]) {
    count = header.count
    id = header.firstIndex(of: "id")
    name = header.firstIndex(of: "name_zh")
    englishName = header.firstIndex(of: "name_en")
    unit = header.firstIndex(of: "unit")
    kind = header.firstIndex(of: "kind")
    numerator = header.firstIndex(of: "numerator")
    denominator = header.firstIndex(of: "denominator")
    overFacilities = header.firstIndex(of: "over_facilities")
    overTime = header.firstIndex(of: "over_time")
    better = header.firstIndex(of: "better")
    change = header.firstIndex(of: "change")
    lowest = header.firstIndex(of: "lowest")
    highest = header.firstIndex(of: "highest")
    aliases = header.firstIndex(of: "aliases")
  }
}

/// One line of the catalogue and what its fields are.
private struct Record {
  let columns: Columns
  let line: CatalogueLine

  /// What stands in a column; empty for one that is not there.
  subscript(column: Int?) -> String { column.map { line.text($0) } ?? "" }

  func metric() throws(TongbiError) -> Metric {
    let unit = self[columns.unit]
    let written = WrittenUnit(unit) ?? WrittenUnit(Unit(unit))
    return Metric(
      id: self[columns.id], name: self[columns.name], englishName: self[columns.englishName], unit: written.unit,
      kind: try word(columns.kind), overFacilities: try word(columns.overFacilities),
      overTime: try word(columns.overTime), better: try word(columns.better), changeStyle: try word(columns.change),
      lowest: try bound(columns.lowest, written), highest: try bound(columns.highest, written),
      otherNames: columns.aliases.map { line.list($0) } ?? OtherNames([]))
  }

  private func word<Word: RawRepresentable<String>>(_ column: Int?) throws(TongbiError) -> Word {
    guard let word = Word(rawValue: self[column]) else { throw problem(column) }
    return word
  }

  private func bound(_ column: Int?, _ written: WrittenUnit) throws(TongbiError) -> ExactDecimal? {
    let text = self[column]
    guard !text.isEmpty else { return nil }
    guard let bound = PlainDigits(text)?.value ?? ExactDecimal(text) else { throw problem(column) }
    return try bound.scaled(byPowerOfTen: written.exponent)
  }

  private func problem(_ column: Int?) -> TongbiError {
    CatalogueFile.problem(self[column], row: line.row, column: column.map { $0 + 1 } ?? 0)
  }
}

extension Catalogue {
  /// The id of the metric that a phrase above or below the line names; a remark in brackets is dropped unless it takes
  /// something out: 医疗收入(不含药品收入) is not 医疗收入.
  fileprivate func part(_ phrase: String) -> String? {
    if phrase.isEmpty { return nil }
    if let metric = metric(spelled: phrase) { return metric.id }
    guard let open = phrase.unicodeScalars.firstIndex(where: { $0 == "(" || $0 == "（" }) else { return nil }
    guard !phrase[open...].dropFirst().hasPrefix("不含") else { return nil }
    return metric(spelled: String(phrase[..<open]))?.id
  }
}
