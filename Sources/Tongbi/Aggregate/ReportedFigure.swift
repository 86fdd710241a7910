// SPDX-License-Identifier: Apache-2.0

/// One figure as reported for just one period, its parts joined.
struct ReportedFigure: Hashable, Sendable {
  var period: Period
  var value: ExactDecimal?
  var absence: Figure.Absence?
  var numerator: ExactDecimal?
  var denominator: ExactDecimal?
  var lastPlace: Int
  var origins: [Cell.Origin]

  init(_ cell: Cell, period: Period) {
    self.period = period
    absence = cell.absence ?? (cell.isExact ? nil : .bounded)
    value = absence == nil ? cell.value : nil
    numerator = cell.numerator
    denominator = cell.denominator
    lastPlace = Int(cell.lastPlace)
    origins = cell.origins
  }

  init(period: Period, absence: Figure.Absence, origins: [Cell.Origin]) {
    self.period = period
    self.absence = absence
    lastPlace = 0
    self.origins = origins
  }
}

extension Cube {
  /// The figures reported for one metric at one facility, by time; parts without a whole are joined.
  func reported(_ cells: [CellKey: Cell], of metric: Metric) -> [ReportedFigure] {
    var parts: [Period: [Cell]] = [:]
    var wholes: [Period: Cell] = [:]
    for (place, cell) in cells {
      if place.part == 0 {
        wholes[place.period] = cell
      } else {
        parts[place.period, default: []].append(cell)
      }
    }
    var figures = wholes.map { ReportedFigure($0.value, period: $0.key) }
    for (period, cells) in parts where wholes[period] == nil {
      figures.append(joined(cells, period: period, metric: metric))
    }
    return figures.sorted { $0.period < $1.period }
  }

  /// Departments or types added up; a masked one hides the whole, a missing one leaves it.
  private func joined(_ cells: [Cell], period: Period, metric: Metric) -> ReportedFigure {
    let origins = Array(
      cells.flatMap(\.origins).sorted { ($0.index, $0.row, $0.column) < ($1.index, $1.row, $1.column) }.prefix(4))
    let present = cells.filter { $0.absence != .missing }
    if let absence = present.compactMap(\.absence).first ?? (present.isEmpty ? .missing : nil) {
      return ReportedFigure(period: period, absence: absence, origins: origins)
    }
    if present.count == 1, let only = present.first { return ReportedFigure(only, period: period) }
    var whole = ReportedFigure(period: period, absence: .notAdditive, origins: origins)
    whole.numerator = try? sum(of: present.compactMap(\.numerator), count: present.count)
    whole.denominator = try? sum(of: present.compactMap(\.denominator), count: present.count)
    if metric.overFacilities == .sum {
      whole.value = try? sum(of: present.map(\.value), count: present.count)
    } else if let numerator = whole.numerator, let denominator = whole.denominator {
      whole.value = try? metric.ratio(numerator, over: denominator)
    }
    if let value = whole.value {
      whole.absence = nil
      whole.lastPlace = present.map { Int($0.lastPlace) }.max() ?? -value.places
    }
    return whole
  }

  /// The sum of all of `count` numbers; an error where one is lacking.
  private func sum(of numbers: [ExactDecimal], count: Int) throws -> ExactDecimal? {
    guard numbers.count == count else { return nil }
    var sum = DecimalSum()
    for number in numbers { try sum.add(number) }
    return try sum.total
  }
}

extension Metric {
  /// The places to which a ratio worked out here is kept.
  static let ratioPlaces = 6

  /// Whether the value follows from numerator and denominator alone: %, ‰, /10万, 元 and 倍.
  var isPlainRatio: Bool { unit.ratioFactor != nil || unit == .yuan || unit.symbol == "倍" }

  /// Numerator over denominator in the metric's unit (× 100 for %), to six places.
  ///
  /// - Throws: ``TongbiError`` when the denominator is 0 or the result does not fit.
  public func ratio(_ numerator: ExactDecimal, over denominator: ExactDecimal) throws(TongbiError) -> ExactDecimal {
    let factor = ExactDecimal(unit.ratioFactor ?? 1)
    return try (numerator * factor).divided(by: denominator, places: Self.ratioPlaces)
  }
}
