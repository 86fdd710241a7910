// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The form of `metrics.csv`: a header, then one metric a line, other names separated by `|`.
enum CatalogueFile {
  private static let file = "metrics.csv"

  /// Reads the catalogue.
  ///
  /// - Throws: ``TongbiError`` that names the line and the word that does not fit.
  static func read(_ bytes: [UInt8]) throws(TongbiError) -> Catalogue {
    var rows = records(String(decoding: bytes, as: UTF8.self))
    guard !rows.isEmpty else { throw problem("", row: 1, column: 0) }
    let header = rows.removeFirst()
    var catalogue = Catalogue()
    var parts: [(id: String, numerator: String, denominator: String)] = []
    for (index, fields) in rows.enumerated() {
      let row = try Record(header: header, fields: fields, row: index + 2)
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
  private static func records(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      var fields = [""]
      var isQuoted = false
      for character in line {
        switch (character, isQuoted) {
        case ("\"", _): isQuoted.toggle()
        case (",", false): fields.append("")
        default: fields[fields.count - 1].append(character)
        }
      }
      return fields
    }
  }
}

/// One line of the catalogue.
private struct Record {
  let values: [String: (text: String, column: Int)]
  let row: Int

  init(header: [String], fields: [String], row: Int) throws(TongbiError) {
    guard fields.count == header.count else {
      throw CatalogueFile.problem(fields.first ?? "", row: row, column: 0)
    }
    var values: [String: (String, Int)] = [:]
    for (index, name) in header.enumerated() { values[name] = (fields[index], index + 1) }
    self.values = values
    self.row = row
  }

  subscript(name: String) -> String { values[name]?.text ?? "" }

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
      throw CatalogueFile.problem(self[name], row: row, column: values[name]?.column ?? 0)
    }
    return word
  }

  private func bound(_ name: String, _ written: WrittenUnit) throws(TongbiError) -> ExactDecimal? {
    guard !self[name].isEmpty else { return nil }
    guard let bound = ExactDecimal(self[name]) else {
      throw CatalogueFile.problem(self[name], row: row, column: values[name]?.column ?? 0)
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
