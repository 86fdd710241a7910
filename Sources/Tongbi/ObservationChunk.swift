// SPDX-License-Identifier: Apache-2.0

/// Observations of one table in file order, with codes in place of names, as they pass between rooms.
///
/// The same spelling has the same code for the whole table, so that names are resolved once per distinct spelling.
package struct ObservationChunk: Sendable {
  /// What the codes stand for. A later chunk of the same table has the same names at the front and perhaps more.
  package struct Names: Sendable {
    /// Facility names; `nil` where a row names none.
    package var facilities: [String?] = []
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
    package var numerator: ExactDecimal?
    package var denominator: ExactDecimal?
    package var status: Observation.Status
    package var bound: Quantity.Bound
    /// The power of ten of the last written digit.
    package var lastPlace: Int8
    /// The row and column of the value's cell, from 1.
    package var row: Int
    package var column: Int

    package init(
      facility: Int32, metric: Int32, period: Int32, part: Int32 = 0, value: ExactDecimal,
      numerator: ExactDecimal? = nil, denominator: ExactDecimal? = nil, status: Observation.Status = .reported,
      bound: Quantity.Bound = .exact, lastPlace: Int8, row: Int, column: Int
    ) {
      self.facility = facility
      self.metric = metric
      self.period = period
      self.part = part
      self.value = value
      self.numerator = numerator
      self.denominator = denominator
      self.status = status
      self.bound = bound
      self.lastPlace = lastPlace
      self.row = row
      self.column = column
    }
  }

  /// The file the rows come from.
  package var file: String
  /// The sheet within it.
  package var sheet: String?
  /// What the codes stand for.
  package var names: Names
  /// The observations.
  package var rows: [Row]
  /// The cell's words, by index into ``rows``, where they differ from the printed value.
  package var texts: [Int: String]

  package init(file: String, sheet: String? = nil, names: Names, rows: [Row] = [], texts: [Int: String] = [:]) {
    self.file = file
    self.sheet = sheet
    self.names = names
    self.rows = rows
    self.texts = texts
  }

  /// One of the observations, spelled out.
  package func observation(at index: Int) -> Observation {
    let row = rows[index]
    let metric = names.metrics[Int(row.metric)]
    let hasValue = row.status == .reported || row.status == .suspect || row.status == .derived
    let text = texts[index] ?? (hasValue ? row.value.description : "")
    return Observation(
      facility: names.facilities[Int(row.facility)], metric: metric.isCatalogued ? metric : nil,
      label: names.labels[Int(row.metric)], period: names.periods[Int(row.period)],
      quantity: hasValue ? Quantity(row.value, metric.unit, bound: row.bound, lastPlace: Int(row.lastPlace)) : nil,
      numerator: row.numerator, denominator: row.denominator, part: names.parts[Int(row.part)], unit: metric.unit,
      text: text, status: row.status,
      source: Source(file: file, place: .cell(sheet: sheet, row: row.row, column: row.column), quote: text))
  }
}
