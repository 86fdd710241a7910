// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The form of `metrics.csv`: a header, then one metric a line, other names separated by `|`.
enum CatalogueFile {
  private static let file = "metrics.csv"

  /// Reads the catalogue.
  ///
  /// - Throws: ``TongbiError`` that names the line and the word that does not fit.
  static func read(_ bytes: [UInt8]) throws(TongbiError) -> Catalogue {
    let rows = records(bytes)
    guard let header = rows.first else { throw problem("", row: 1, column: 0) }
    let columns = Dictionary(zip(header, header.indices)) { first, _ in first }
    var catalogue = Catalogue()
    var parts: [(id: String, numerator: String, denominator: String)] = []
    for (index, fields) in rows.enumerated().dropFirst() {
      guard fields.count == header.count else { throw problem(fields.first ?? "", row: index + 1, column: 0) }
      let row = Record(columns: columns, fields: fields, row: index + 1)
      catalogue.put(try row.metric())
      parts.append((row["id"], row["numerator"], row["denominator"]))
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

  /// The lines split into fields; a quoted field may hold commas and doubled quotes.
  private static func records(_ bytes: [UInt8]) -> [[String]] {
    bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { line in
      var isQuoted = false
      let fields = line.split(omittingEmptySubsequences: false) { byte in
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        return byte == UInt8(ascii: ",") && !isQuoted
      }
      return fields.map { field in
        let isPlain = field.first != UInt8(ascii: "\"")
        return String(decoding: isPlain ? field : field.filter { $0 != UInt8(ascii: "\"") }[...], as: UTF8.self)
      }
    }
  }
}

/// One line of the catalogue.
private struct Record {
  /// Where each column stands.
  let columns: [String: Int]
  let fields: [String]
  let row: Int

  subscript(name: String) -> String { columns[name].map { fields[$0] } ?? "" }

  func metric() throws(TongbiError) -> Metric {
    let written = WrittenUnit(self["unit"]) ?? WrittenUnit(Unit(self["unit"]))
    return Metric(
      id: self["id"], name: self["name_zh"], englishName: self["name_en"], unit: written.unit, kind: try word("kind"),
      overFacilities: try word("over_facilities"), overTime: try word("over_time"), better: try word("better"),
      changeStyle: try word("change"), lowest: try bound("lowest", written), highest: try bound("highest", written),
      aliases: self["aliases"].split(separator: "|").map(String.init))
  }

  private func word<Word: RawRepresentable<String>>(_ name: String) throws(TongbiError) -> Word {
    guard let word = Word(rawValue: self[name]) else {
      throw CatalogueFile.problem(self[name], row: row, column: columns[name].map { $0 + 1 } ?? 0)
    }
    return word
  }

  private func bound(_ name: String, _ written: WrittenUnit) throws(TongbiError) -> ExactDecimal? {
    guard !self[name].isEmpty else { return nil }
    guard let bound = ExactDecimal(self[name]) else {
      throw CatalogueFile.problem(self[name], row: row, column: columns[name].map { $0 + 1 } ?? 0)
    }
    return try bound.scaled(byPowerOfTen: written.exponent)
  }
}

extension Catalogue {
  /// The id of the metric that a phrase above or below the line names; a remark in brackets is dropped unless it takes
  /// something out: 医疗收入(不含药品收入) is not 医疗收入.
  fileprivate func part(_ phrase: String) -> String? {
    if let metric = metric(named: phrase) { return metric.id }
    guard let open = phrase.firstIndex(where: { $0 == "(" || $0 == "（" }) else { return nil }
    guard !phrase[open...].dropFirst().hasPrefix("不含") else { return nil }
    return metric(named: String(phrase[..<open]))?.id
  }
}
