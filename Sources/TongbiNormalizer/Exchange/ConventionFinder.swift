// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Finds out how the cells of a table are to be taken, once it is known what its columns are: decimal commas, fractions
/// in place of percentages, a column of statuses, a description beside the file.
struct ConventionFinder {
  let table: any Table
  let catalogue: Catalogue
  private(set) var layout: TableLayout
  /// All rows of data, or the first of a large table.
  private let sample: ArraySlice<[String]>
  private let isWhole: Bool

  /// - Parameter rows: All rows of the table, if they can be held.
  init(_ table: any Table, _ layout: TableLayout, rows: [[String]]?, catalogue: Catalogue) {
    self.table = table
    self.layout = layout
    self.catalogue = catalogue
    sample = (rows ?? table.head).dropFirst(layout.headerRow)
    isWhole = rows != nil
  }

  /// The layout with its conventions.
  mutating func find() -> TableLayout {
    takeSchema()
    findDecimals()
    findStatus()
    findFractions()
    findMarks()
    return layout
  }

  /// Columns whose cells are read as numbers.
  private var numberColumns: [Int] {
    layout.roles.indices.filter { column in
      switch layout.roles[column] {
      case .figures, .numerator, .denominator: true
      default: false
      }
    }
  }

  private func cells(_ column: Int) -> [String] {
    sample.compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil }
  }

  private mutating func takeSchema() {
    guard let schema = table.schema else { return }
    layout.conventions.missing = Set(schema.missingValues.filter { !$0.isEmpty })
    for column in layout.roles.indices {
      let field = schema.field(named: layout.header[column], at: column)
      let form = NumberForm(
        decimal: field?.decimal ?? ".", group: field?.group, missing: layout.conventions.missing)
      if numberColumns.contains(column), form != NumberForm() { layout.conventions.forms[column] = form }
    }
  }

  /// Decimal commas where all of a column's cells agree on them; what stays open is said.
  private mutating func findDecimals() {
    guard !layout.conventions.isMachineMade, table.schema == nil else { return }
    var evidence: [Int: Set<DecimalEvidence>] = [:]
    for column in numberColumns { evidence[column] = Set(cells(column).map { DecimalEvidence($0) }) }
    if !isWhole, isDelimitedBySemicolon || evidence.values.contains(where: { $0.contains(.either) }) {
      evidence.merge(DecimalSurvey(of: numberColumns, in: table, from: layout.firstDataRow).found) { $0.union($1) }
    }
    let hasCommas = evidence.values.contains { $0.contains(.comma) }
    let hasPoints = evidence.values.contains { $0.contains(.point) }
    for (column, found) in evidence.sorted(by: { $0.key < $1.key }) {
      if found.contains(.comma), found.contains(.point) {
        layout.conventions.forms[column] = NumberForm(refusesEither: true)
        add(.warning, .mixedDecimals(column: layout.header[column]), column)
      } else if found.contains(.comma) || found.contains(.either) && hasCommas && !hasPoints {
        layout.conventions.forms[column] = .comma
        add(.note, .decimalComma(column: layout.header[column]), column)
      } else if found.contains(.either), !found.contains(.point), isDelimitedBySemicolon {
        let example = cells(column).first { DecimalEvidence($0) == .either } ?? ""
        add(.warning, .ambiguousDecimals(example, column: layout.header[column]), column)
      }
    }
  }

  private var isDelimitedBySemicolon: Bool {
    let base = (table as? ShapedTable)?.base ?? table
    return (base as? DelimitedTable)?.dialect.delimiter.text == ";"
  }

  /// A column named status whose cells all are words for one.
  private mutating func findStatus() {
    guard layout.columns(.status).isEmpty else { return }
    let names: Set<String> = ["status", "obsstatus", "状态", "数据状态"]
    let column = layout.roles.indices.first { column in
      [.leftOut, .unused, .part].contains(layout.roles[column])
        && names.contains(FoldedName.fold(layout.header[column]))
    }
    guard let column else { return }
    let words = cells(column)
    if !words.isEmpty, words.allSatisfy({ StatusWord($0) != nil }) { layout.roles[column] = .status }
  }

  private mutating func findFractions() {
    var values: [Metric: [ExactDecimal]] = [:]
    var places: [Metric: Int] = [:]
    let metricColumn = layout.columns(.metric).first
    let unitColumn = layout.columns(.unit).first
    var metrics: [String: Metric] = [:]
    // Many rows have the unit of the one before.
    var last: (cell: String, unit: Unit?)?
    func unit(in cell: String) -> Unit? {
      if let last, last.cell == cell { return last.unit }
      last = (cell, WrittenUnit(cell)?.unit)
      return last?.unit
    }
    for row in sample {
      func cell(_ column: Int?) -> String? { column.flatMap { row.indices.contains($0) ? row[$0] : nil } }
      for (column, figures) in layout.figures {
        let unit = figures.unit?.unit ?? cell(unitColumn).flatMap { unit(in: $0) }
        guard unit == nil || unit == .percent, let label = figures.label ?? cell(metricColumn) ?? layout.label,
          let text = cell(column), layout.conventions.forms[column] == nil,
          case .number(let number) = CellReading.read(text), number.unit.isEmpty
        else { continue }
        let key = label + " " + (unit?.symbol ?? "")
        let metric = metrics[key] ?? metric(label, unit)
        metrics[key] = metric
        guard metric.unit == .percent else { continue }
        values[metric, default: []].append(number.value)
        places[metric] = places[metric] ?? column
      }
    }
    for (metric, numbers) in values.sorted(by: { $0.key.id < $1.key.id }) {
      layout.conventions.fractions.look(at: numbers, of: metric)
      guard layout.conventions.fractions.doubtsAll(of: metric), let example = numbers.max() else { continue }
      add(.warning, .fractions(metric: metric.name, example: example.description), places[metric] ?? 0)
    }
  }

  /// Tells of headers that are known without the footnote behind them.
  private mutating func findMarks() {
    let rows = table.head.prefix(layout.headerRow).suffix(layout.headerRows)
    for (column, _) in layout.figures {
      for row in rows where row.indices.contains(column) {
        let written = FoldedName.trimmed(row[column])
        for label in Set([written, WrittenLabel(written).name]) {
          guard let split = FootnoteMark.split(label: label), catalogue.metric(named: split.text) != nil else {
            continue
          }
          add(.note, .footnote(split.mark, in: written, read: split.text), column)
        }
      }
    }
  }

  private func metric(_ label: String, _ unit: Unit?) -> Metric {
    if let known = catalogue.metric(named: label) { return known }
    let written = WrittenLabel(label)
    return Metric.uncatalogued(written.name, unit: unit ?? written.unit?.unit ?? .none)
  }

  private mutating func add(_ severity: Finding.Severity, _ problem: TableProblem, _ column: Int) {
    let place = table.source(row: max(layout.headerRow, 1), column: column + 1, quote: layout.header[column])
    layout.findings.append(Finding(severity, problem, at: place))
  }
}
