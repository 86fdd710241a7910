// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The form of `metrics.csv`: a header, then one metric a line, other names separated by `|`.
enum CatalogueFile {
  private static let file = "metrics.csv"

  /// Reads the catalogue.
  ///
  /// - Throws: ``TongbiError`` that names the line and the word that does not fit.
  static func read(_ bytes: [UInt8]) throws(TongbiError) -> Catalogue {
    let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let header = lines.first else { throw problem("", row: 1, column: 0) }
    let columns = Columns(header: fields(of: header).map(text))
    var catalogue = Catalogue()
    var parts: [(id: String, numerator: String, denominator: String)] = []
    for (index, line) in lines.enumerated().dropFirst() {
      let fields = fields(of: line)
      guard fields.count == columns.count else {
        throw problem(fields.first.map(text) ?? "", row: index + 1, column: 0)
      }
      let row = Record(columns: columns, fields: fields, row: index + 1)
      let metric = try row.metric()
      catalogue.put(metric)
      parts.append((metric.id, row[columns.numerator], row[columns.denominator]))
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

  /// The fields of a line; a quoted field may hold commas and doubled quotes.
  private static func fields(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var isQuoted = false
    for place in line.indices {
      let byte = line[place]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == UInt8(ascii: ","), !isQuoted else { continue }
      fields.append(line[start..<place])
      start = place + 1
    }
    return fields + [line[start...]]
  }

  /// What a field says, without its quotes.
  static func text(_ field: ArraySlice<UInt8>) -> String {
    let isPlain = field.first != UInt8(ascii: "\"")
    return String(decoding: isPlain ? field : field.filter { $0 != UInt8(ascii: "\"") }[...], as: UTF8.self)
  }
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

/// One line of the catalogue.
private struct Record {
  let columns: Columns
  let fields: [ArraySlice<UInt8>]
  let row: Int

  /// What stands in a column; empty for one that is not there.
  subscript(column: Int?) -> String { column.map { CatalogueFile.text(fields[$0]) } ?? "" }

  func metric() throws(TongbiError) -> Metric {
    let unit = self[columns.unit]
    let written = WrittenUnit(unit) ?? WrittenUnit(Unit(unit))
    return Metric(
      id: self[columns.id], name: self[columns.name], englishName: self[columns.englishName], unit: written.unit,
      kind: try word(columns.kind), overFacilities: try word(columns.overFacilities),
      overTime: try word(columns.overTime), better: try word(columns.better), changeStyle: try word(columns.change),
      lowest: try bound(columns.lowest, written), highest: try bound(columns.highest, written),
      aliases: self[columns.aliases].utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)) })
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
    CatalogueFile.problem(self[column], row: row, column: column.map { $0 + 1 } ?? 0)
  }
}

extension Catalogue {
  /// The id of the metric that a phrase above or below the line names; a remark in brackets is dropped unless it takes
  /// something out: 医疗收入(不含药品收入) is not 医疗收入.
  fileprivate func part(_ phrase: String) -> String? {
    if phrase.isEmpty { return nil }
    if let metric = metric(named: phrase) { return metric.id }
    guard let open = phrase.firstIndex(where: { $0 == "(" || $0 == "（" }) else { return nil }
    guard !phrase[open...].dropFirst().hasPrefix("不含") else { return nil }
    return metric(named: String(phrase[..<open]))?.id
  }
}
