// SPDX-License-Identifier: Apache-2.0

/// Observations of one table in file order, with codes in place of names, as they pass between rooms.
///
/// The same spelling has the same code for the whole table, so that names are resolved once per distinct spelling.
package struct ObservationChunk: Sendable {
  /// What the codes stand for. A later chunk of the same table has the same names at the front and perhaps more.
  package struct Names: Sendable {
    /// Facility names; `nil` where a row names none.
    package var facilities = NameList()
    /// The metrics.
    package var metrics: [Metric] = []
    /// The words that name each metric in the table, beside ``metrics``.
    package var labels: [String] = []
    /// The periods; `nil` where a row has none that can be read.
    package var periods: [Period?] = []
    /// The parts (department types, age groups); code 0 is the whole.
    package var parts: [String?] = [nil]

    package init() {}
  }

  /// One observation.
  package struct Row: Sendable {
    package var facility: Int32
    package var metric: Int32
    package var period: Int32
    package var part: Int32
    /// The value in the metric's unit; meaningless unless `status` is `.reported` or `.suspect`.
    package var value: ExactDecimal
    package var status: Observation.Status
    package var bound: Quantity.Bound
    /// The power of ten of the last written digit.
    package var lastPlace: Int8
    /// The row and column of the value's cell, from 1.
    package var row: Int32
    package var column: Int32

    // A row is made for each figure of a table, in another module.
    @inlinable
    package init(
      facility: Int32, metric: Int32, period: Int32, part: Int32 = 0, value: ExactDecimal,
      status: Observation.Status = .reported, bound: Quantity.Bound = .exact, lastPlace: Int8, row: Int32, column: Int32
    ) {
      self.facility = facility
      self.metric = metric
      self.period = period
      self.part = part
      self.value = value
      self.status = status
      self.bound = bound
      self.lastPlace = lastPlace
      self.row = row
      self.column = column
    }
  }

  /// The figures above and below the line of one observation, each in its own unit.
  package struct RatioParts: Sendable {
    package var numerator: ExactDecimal?
    package var denominator: ExactDecimal?

    package init(numerator: ExactDecimal? = nil, denominator: ExactDecimal? = nil) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// Whether a table begins with it, so that its codes have nothing to do with those of chunks before.
  package var isFirst: Bool
  /// The file the rows come from.
  package var file: String
  /// The sheet within it.
  package var sheet: String?
  /// What the codes stand for.
  package var names: Names
  /// The observations that are not among ``plain``.
  package var rows: [Row]
  /// Observations that are plain numbers or marks; ``spelledOut`` puts them among the rows.
  package var plain: PlainFigures?
  /// Beside ``rows``, their numerators and denominators; empty where the table has none.
  package var ratios: [RatioParts]
  /// The cell's words, by index into ``rows``, where they differ from the printed value.
  package var texts: [Int: String]
  /// The changes that columns beside the figures state, by index into ``rows``.
  package var changes: [Int: [StatedChange]] = [:]

  package init(
    file: String, sheet: String? = nil, isFirst: Bool = true, names: Names, rows: [Row] = [],
    ratios: [RatioParts] = [], texts: [Int: String] = [:]
  ) {
    self.isFirst = isFirst
    self.ratios = ratios
    self.file = file
    self.sheet = sheet
    self.names = names
    self.rows = rows
    self.texts = texts
  }

  /// How many observations there are.
  package var count: Int { rows.count + (plain?.count ?? 0) }

  /// The chunk with every observation a row, in the order of the file.
  package var spelledOut: ObservationChunk {
    guard let plain else { return self }
    var whole = self
    whole.plain = nil
    whole.rows = []
    whole.rows.reserveCapacity(count)
    whole.texts = [:]
    whole.changes = [:]
    var taken = 0
    func takeRows(to end: Int) {
      for index in taken..<end {
        if let text = texts[index] { whole.texts[whole.rows.count] = text }
        if let stated = changes[index] { whole.changes[whole.rows.count] = stated }
        whole.rows.append(rows[index])
      }
      taken = end
    }
    for run in plain.runs {
      takeRows(to: Int(run.before))
      plain.forEachRow(of: run) { figure, row in
        if figure.status != .reported, let text = plain.mark(ofRow: row)?.text { whole.texts[whole.rows.count] = text }
        whole.rows.append(figure)
      }
    }
    takeRows(to: rows.count)
    return whole
  }

  /// One of the observations, spelled out; only of a chunk whose figures are all rows.
  package func observation(at index: Int) -> Observation {
    let row = rows[index]
    let metric = names.metrics[Int(row.metric)]
    let hasValue = row.status == .reported || row.status == .suspect || row.status == .derived
    let ratio = ratios.isEmpty ? RatioParts() : ratios[index]
    let text = texts[index] ?? (hasValue ? row.value.description : "")
    return Observation(
      facility: names.facilities[Int(row.facility)], metric: metric.isCatalogued ? metric : nil,
      label: names.labels[Int(row.metric)], period: names.periods[Int(row.period)],
      quantity: hasValue ? Quantity(row.value, metric.unit, bound: row.bound, lastPlace: Int(row.lastPlace)) : nil,
      numerator: ratio.numerator, denominator: ratio.denominator, part: names.parts[Int(row.part)], unit: metric.unit,
      text: text, status: row.status, changes: changes[index] ?? [],
      source: source(of: row, quote: text))
  }

  /// The chunk with only the rows that a test lets through; only of a chunk whose figures are all rows.
  package func filtered(_ isKept: (Int) throws -> Bool) rethrows -> ObservationChunk {
    var kept = self
    kept.rows = []
    kept.ratios = []
    kept.texts = [:]
    kept.changes = [:]
    for index in rows.indices where try isKept(index) {
      if let text = texts[index] { kept.texts[kept.rows.count] = text }
      if let stated = changes[index] { kept.changes[kept.rows.count] = stated }
      kept.rows.append(rows[index])
      if !ratios.isEmpty { kept.ratios.append(ratios[index]) }
    }
    return kept
  }

  /// Where an observation's value stands.
  package func source(of row: Row, quote: String = "") -> Source {
    Source(file: file, place: .cell(sheet: sheet, row: Int(row.row), column: Int(row.column)), quote: quote)
  }
}
