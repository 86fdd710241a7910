// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableReading {
  /// How a column writes its numbers, where that is not the usual way.
  func form(_ column: Int) -> NumberForm? {
    layout.conventions.forms.isEmpty ? nil : layout.conventions.forms[column]
  }

  /// Whether a row says of itself that it is no figure: deleted.
  mutating func isDropped(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Bool {
    guard let column = filterColumn, !columns.codes[column].isEmpty else { return false }
    let word = FoldedName.trimmed(chunk.dictionaries[column][Int(columns.codes[column][index])])
    guard !word.isEmpty, layout.conventions.dropped.contains(layout.conventions.code(word).code.lowercased()) else {
      return false
    }
    droppedRows += 1
    return true
  }

  /// What the row's status says of its figure.
  mutating func rowStatus(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> StatusWord {
    guard let column = statusColumn, !columns.codes[column].isEmpty else { return .reported }
    let code = columns.codes[column][index]
    let known: [StatusWord] = [.reported, .noted, .derived, .doubtful, .missing, .masked]
    if statusMeanings[code] == .min {
      let text = layout.conventions.code(FoldedName.trimmed(chunk.dictionaries[column][Int(code)])).code
      let word = text.isEmpty ? .reported : StatusWord(text)
      if word != .reported {
        let severity: Finding.Severity = word == nil || word == .doubtful ? .warning : .note
        findings.add(
          Finding(severity, TableProblem.status(text, word), at: source(chunk.row(at: index), column + 1, text)))
      }
      statusMeanings[code] = Int32(known.firstIndex(of: word ?? .doubtful) ?? 0)
    }
    return known[Int(statusMeanings[code])]
  }

  /// Lets the row's status have its say: a figure that is held back or missing has no value, whatever stands there.
  func apply(_ status: StatusWord, to row: inout ObservationChunk.Row, _ text: inout String?) {
    let hasValue = row.status == .reported || row.status == .derived || row.status == .suspect
    switch status {
    case .reported, .noted: break
    case .derived: if row.status == .reported { row.status = .derived }
    case .doubtful: if hasValue { row.status = .suspect }
    case .missing, .masked:
      if hasValue { text = text ?? row.value.description }
      row.status = status == .missing ? .missing : .masked
    }
  }

  /// A unit times the row's power of ten.
  mutating func powered(_ unit: Int32, _ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Int32 {
    guard let column = powerColumn, !columns.codes[column].isEmpty else { return unit }
    let code = columns.codes[column][index]
    if let known = poweredUnits[[unit, code]] { return known }
    let text = layout.conventions.code(FoldedName.trimmed(chunk.dictionaries[column][Int(code)])).code
    var meaning = unit
    if let power = text.isEmpty ? 0 : Int(text), (-9...12).contains(power) {
      if power != 0 {
        var written = unit < 0 ? WrittenUnit(.none) : writtenUnits[Int(unit)]
        written.exponent += power
        writtenUnits.append(written)
        meaning = Int32(writtenUnits.count - 1)
      }
    } else {
      let problem = TableProblem.notANumber(text, column: layout.header[column])
      findings.add(Finding(.error, problem, at: source(chunk.row(at: index), column + 1, text)))
      meaning = RowKeys.unreadable
    }
    poweredUnits[[unit, code]] = meaning
    return meaning
  }

  /// Holds a value without a sign against those of its column: 0.268 among percentages.
  mutating func checkFraction(_ row: inout ObservationChunk.Row, _ memo: FigureMemo, _ raw: @autoclosure () -> String) {
    let metric = names.names.metrics[Int(row.metric)]
    guard row.status == .reported, fractions.doubts(row.value, of: metric) else { return }
    row.status = .suspect
    guard !fractions.doubtsAll(of: metric) else { return }
    findings.add(
      Finding(
        .warning, TableProblem.fractions(metric: metric.name, example: raw()),
        at: source(Int(row.row), Int(row.column), raw())))
  }

  /// Learns what the percentages of some rows look like, and doubts those that now look like fractions.
  mutating func learnFractions(_ observations: inout ObservationChunk) {
    guard !unsigned.isEmpty else { return }
    let byMetric = Dictionary(grouping: unsigned) { observations.rows[$0].metric }
    unsigned.removeAll(keepingCapacity: true)
    for (code, indices) in byMetric.sorted(by: { $0.key < $1.key }) {
      let metric = names.names.metrics[Int(code)]
      guard fractions.learn(indices.map { observations.rows[$0].value }, of: metric) else { continue }
      var isTold = false
      for index in indices {
        let row = observations.rows[index]
        guard row.status == .reported, fractions.doubts(row.value, of: metric) else { continue }
        observations.rows[index].status = .suspect
        if isTold, fractions.doubtsAll(of: metric) { continue }
        isTold = true
        let text = observations.texts[index] ?? row.value.description
        let problem = TableProblem.fractions(metric: metric.name, example: text)
        findings.add(Finding(.warning, problem, at: source(Int(row.row), Int(row.column), text)))
      }
    }
  }

  /// Tells of a mark behind a figure that could be part of it, and lets flags have their say.
  mutating func note(
    _ mark: CellMark, of number: ExactDecimal, in row: inout ObservationChunk.Row, _ raw: @autoclosure () -> String
  ) {
    for flag in mark.flags {
      if let word = StatusWord(flag), word == .doubtful, row.status == .reported { row.status = .suspect }
    }
    guard mark.isDoubtful else { return }
    let problem = TableProblem.footnote(mark.text, in: raw(), read: number.description)
    findings.add(Finding(.note, problem, at: source(Int(row.row), Int(row.column), raw())))
  }

  /// Tells of a footnote behind a name that is known only without it.
  mutating func noteMark(of name: String, where isKnown: (String) -> Bool, _ row: Int, _ column: Int) {
    guard let split = FootnoteMark.split(label: name), Self.withoutMark(name, where: isKnown) != nil else { return }
    noteMark(split.mark, in: name, row, column)
  }

  /// Tells of a footnote that was left out of a name or a period.
  mutating func noteMark(_ mark: String, in text: String, _ row: Int, _ column: Int) {
    let read = text.hasSuffix(mark) ? FoldedName.trimmed(text.dropLast(mark.count)) : text
    findings.add(Finding(.note, TableProblem.footnote(mark, in: text, read: read), at: source(row, column + 1, text)))
  }

  /// A name without the footnote behind it, where it is known so.
  static func withoutMark(_ name: String, where isKnown: (String) -> Bool) -> String? {
    guard let split = FootnoteMark.split(label: name), isKnown(split.text) else { return nil }
    return split.text
  }

  /// The metric that a row's words name; a format of exchange may give a code and a name.
  mutating func metric(ofRow words: String, unit: WrittenUnit?, _ row: Int, _ column: Int) -> Int32 {
    let (code, name) = layout.conventions.code(words)
    let words = catalogue.metric(named: name) == nil && catalogue.metric(named: code) != nil ? code : name
    let catalogue = catalogue
    noteMark(of: words, where: { catalogue.metric(named: $0) != nil }, row, column)
    return metric(words, unit: unit)
  }
}

extension RowKeys {
  /// Stands for a unit that cannot be read; the row's figures are not used.
  static let unreadable: Int32 = -2
}
