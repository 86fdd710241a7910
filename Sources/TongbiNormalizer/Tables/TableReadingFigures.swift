// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension TableReading {
  /// Reads one cell of figures into a row, a total or a finding.
  mutating func figure(
    _ place: Int, _ index: Int, _ columns: ChunkColumns, _ keys: RowKeys, into observations: inout ObservationChunk
  ) throws(TongbiError) {
    let column = figures[place].column
    guard let numbers = columns.numbers[column] else { return }
    remember(place, keys)
    teach(place, keys)
    let memo = memos[place]
    let isDerivedOnly = ratio?.numerator == column
    let cell = isDerivedOnly ? .missing("") : FigureCell.read(numbers, at: index, as: form(column))
    guard memo.metric >= 0 else {
      if case .number = cell {
        findings.add(Finding(.error, TableProblem.rowWithoutMetric, at: source(keys.row, column + 1, "")))
      }
      return
    }
    var row = ObservationChunk.Row(
      facility: figures[place].figures.facility.map { names.facility($0) } ?? keys.facility, metric: memo.metric,
      period: memo.period, part: part(of: place, keys), value: .zero, lastPlace: 0, row: Int32(clamping: keys.row),
      column: Int32(clamping: column + 1))
    var parts = ratio == nil ? ObservationChunk.RatioParts() : ratioParts(index, columns)
    if let days = keys.annualDays { annualize(&parts, days) }
    var text: String?
    var shift = 0
    var isUnsigned = false
    switch cell {
    case .number(let number, let unit, let lastPlace, let bound, let isScaled, let mark):
      let isPlain = numbers.places[index] >= 0
      func raw() -> String { numbers.texts[index] ?? number.description }
      guard let scale = scale(memo, cellUnit: unit, isScaled: isScaled, raw(), at: row),
        let value = value(number, scale, raw(), at: row)
      else { return }
      shift = scale
      row.value = value
      row.bound = bound
      row.lastPlace = Int8(clamping: lastPlace + scale)
      if scale != 0 || !isPlain { text = raw() }
      check(&row, parts, memo, raw())
      isUnsigned = memo.isPercent && unit.isEmpty
      if isUnsigned { checkFraction(&row, memo, raw()) }
      if let mark { note(mark, of: number, in: &row, raw()) }
    case .missing(let marker):
      row.status = .missing
      text = marker.isEmpty ? nil : numbers.texts[index]
      derive(&row, parts)
    case .masked:
      row.status = .masked
      text = numbers.texts[index]
    case .other(let words):
      findings.add(
        Finding(
          .error, TableProblem.notANumber(words, column: layout.header[column]),
          at: source(keys.row, column + 1, words)))
      return
    }
    if keys.status != .reported { apply(keys.status, to: &row, &text) }
    rowChecks.keep(row, shift: shift)
    let before = observations.rows.count
    let isAdded = memo.isAdded && !isNamedWhole(index, columns)
    try put(row, parts, keys.kind, text, isAdded: isAdded, into: &observations)
    if isUnsigned, observations.rows.count > before { unsigned.append(before) }
  }

  /// The part that the row and the header name together.
  private mutating func part(of place: Int, _ keys: RowKeys) -> Int32 {
    guard let own = figures[place].figures.part else { return keys.part }
    return names.part([names.names.parts[Int(keys.part)], own].compactMap(\.self).joined(separator: " · "))
  }

  /// Finds out metric, unit and period of a column of figures, unless the row before had the same.
  private mutating func remember(_ place: Int, _ keys: RowKeys) {
    let isSame =
      memos[place].rowMetric == keys.metric && memos[place].rowUnit == keys.unit
      && memos[place].rowPeriod == keys.period
    if isSame { return }
    var memo = FigureMemo()
    memo.rowMetric = keys.metric
    memo.rowUnit = keys.unit
    memo.rowPeriod = keys.period
    let header = figures[place].figures
    let rowUnit = keys.unit < 0 ? nil : writtenUnits[Int(keys.unit)]
    if let label = header.label {
      memo.metric = metric(label, unit: header.unit ?? rowUnit)
    } else if keys.metric >= 0 {
      memo.metric = keys.metric
    } else if let label = layout.label {
      memo.metric = metric(label, unit: header.unit ?? rowUnit)
    }
    memo.period = period(ofRow: keys.period, under: header.period)
    if memo.metric >= 0 {
      let metric = names.names.metrics[Int(memo.metric)]
      memo.unit = header.unit ?? rowUnit ?? names.labelUnits[Int(memo.metric)] ?? outsideUnit(for: metric)
      memo.scale = UnitScale(from: memo.unit, to: metric.unit)
      memo.isPercent = metric.unit == .percent
      memo.isAdded = metric.overFacilities == .sum
      memo.lowest = metric.lowest
      memo.highest = metric.highest
      warnOfMoney(memo, figures[place].column)
    }
    memos[place] = memo
  }

  /// The unit above the table, where the metric can have it.
  private func outsideUnit(for metric: Metric) -> WrittenUnit? {
    let fitting = layout.units.first { UnitScale(from: $0, to: metric.unit) != .mismatch }
    guard let fitting else { return nil }
    if metric.isCatalogued { return fitting }
    return layout.units.count == 1 ? Self.tableUnit(fitting, for: metric.name) : nil
  }

  private mutating func warnOfMoney(_ memo: FigureMemo, _ column: Int) {
    let metric = names.names.metrics[Int(memo.metric)]
    guard metric.kind == .moneyFlow, memo.unit == nil, moneyWarned.insert(memo.metric).inserted else { return }
    findings.add(
      Finding(
        .warning, TableProblem.moneyWithoutUnit(metric: names.names.labels[Int(memo.metric)]),
        at: source(max(layout.headerRow, 1), column + 1, layout.header[column])))
  }

  /// The power of ten for a cell; a unit in the cell goes before that of the header. `nil` where they do not fit.
  private mutating func scale(
    _ memo: FigureMemo, cellUnit: String, isScaled: Bool, _ raw: @autoclosure () -> String, at row: ObservationChunk.Row
  ) -> Int? {
    if cellUnit.isEmpty, !isScaled, case .shift(let exponent) = memo.scale { return exponent }
    let metric = names.names.metrics[Int(memo.metric)]
    var scale = memo.scale
    var written = memo.unit
    if !cellUnit.isEmpty {
      written = WrittenUnit(cellUnit) ?? WrittenUnit(Unit(cellUnit))
      scale = metric.unit == .none && !metric.isCatalogued ? .shift(0) : UnitScale(from: written, to: metric.unit)
    } else if isScaled, let unit = memo.unit, unit.exponent > 0 {
      findings.add(
        Finding(
          .error, TableProblem.twoMultipliers(raw(), unit: unit.symbol),
          at: source(Int(row.row), Int(row.column), raw())))
      return nil
    }
    if case .shift(let exponent) = scale { return exponent }
    findings.add(
      Finding(
        .error,
        TableProblem.unitMismatch(
          written: written?.symbol ?? "", metric: names.names.labels[Int(memo.metric)], unit: metric.unit.symbol),
        at: source(Int(row.row), Int(row.column), raw())))
    return nil
  }

  private mutating func value(
    _ number: ExactDecimal, _ scale: Int, _ raw: @autoclosure () -> String, at row: ObservationChunk.Row
  ) -> ExactDecimal? {
    if let value = number.shifted(scale) { return value }
    findings.add(Finding(.error, TableProblem.tooManyDigits(raw()), at: source(Int(row.row), Int(row.column), raw())))
    return nil
  }

  /// The numerator and denominator beside the value, each in its own unit.
  private func ratioParts(_ index: Int, _ columns: ChunkColumns) -> ObservationChunk.RatioParts {
    guard let ratio else { return ObservationChunk.RatioParts() }
    func part(_ column: Int, _ unit: WrittenUnit?) -> ExactDecimal? {
      guard let numbers = columns.numbers[column],
        case .number(let number, let cellUnit, _, _, let isScaled, _) = FigureCell.read(
          numbers, at: index, as: form(column))
      else { return nil }
      return number.shifted(cellUnit.isEmpty && !isScaled ? unit?.exponent ?? 0 : 0)
    }
    return ObservationChunk.RatioParts(
      numerator: part(ratio.numerator, ratio.numeratorUnit),
      denominator: part(ratio.denominator, ratio.denominatorUnit))
  }

  /// A ratio that the table leaves empty beside its numerator and denominator is worked out.
  private func derive(_ row: inout ObservationChunk.Row, _ parts: ObservationChunk.RatioParts) {
    guard let above = parts.numerator, let below = parts.denominator,
      let value = RatioCheck.ratio(above, below, names.names.metrics[Int(row.metric)], places: 4)
    else { return }
    row.value = value
    row.lastPlace = -4
    row.status = .derived
  }

  /// Holds a value against its metric's plausible range and against its own parts.
  private mutating func check(
    _ row: inout ObservationChunk.Row, _ parts: ObservationChunk.RatioParts, _ memo: FigureMemo,
    _ raw: @autoclosure () -> String
  ) {
    let isLow = memo.lowest.map { row.value < $0 } ?? false
    let isHigh = memo.highest.map { row.value > $0 } ?? false
    if isLow || isHigh {
      row.status = .suspect
      let metric = names.names.metrics[Int(row.metric)]
      let range =
        switch (memo.lowest, memo.highest) {
        case (let lowest?, let highest?): "\(lowest)–\(highest)\(metric.unit.symbol)"
        case (let lowest?, nil): "≥\(lowest)\(metric.unit.symbol)"
        case (nil, let highest): "≤\(highest?.description ?? "")\(metric.unit.symbol)"
        }
      findings.add(
        Finding(
          .warning,
          TableProblem.implausible(
            value: row.value.description, metric: names.names.labels[Int(row.metric)], range: range,
            shift: Self.repair(row.value, metric)),
          at: source(Int(row.row), Int(row.column), raw())))
    }
    guard let above = parts.numerator, let below = parts.denominator else { return }
    let metric = names.names.metrics[Int(row.metric)]
    guard !RatioCheck.agrees(row.value, lastPlace: Int(row.lastPlace), above: above, below: below, metric),
      let computed = RatioCheck.ratio(above, below, metric, places: min(max(0, -Int(row.lastPlace)) + 1, 6))
    else { return }
    findings.add(
      Finding(
        .error, TableProblem.ratioDiffers(value: row.value.description, computed: computed.description),
        at: source(Int(row.row), Int(row.column), raw())))
  }

  /// The power of ten that would bring a value into its range: a lost %, ‰ for %, 万元 for 元.
  private static func repair(_ value: ExactDecimal, _ metric: Metric) -> Int? {
    guard !value.isZero else { return nil }
    let candidates = metric.unit.ratioFactor != nil ? [2, -2, 1, -1, 3, -3] : [4, -4, 8, -8, 3, -3]
    return candidates.first { shift in
      guard let moved = value.shifted(shift) else { return false }
      return metric.lowest.map { $0 <= moved } ?? true && metric.highest.map { moved <= $0 } ?? true
        && !(moved.magnitude < ExactDecimal(significand: 1, places: 2))
    }
  }

  /// Hands a figure on as an observation, or holds a total against its rows.
  private mutating func put(
    _ row: ObservationChunk.Row, _ parts: ObservationChunk.RatioParts, _ kind: RowKeys.Kind, _ text: String?,
    isAdded: Bool,
    into observations: inout ObservationChunk
  ) throws(TongbiError) {
    if kind == .otherPeriod || kind == .mean && isAdded { return }
    if kind == .mean || kind == .within || kind == .total && row.facility >= 0 {
      if let text { observations.texts[observations.rows.count] = text }
      observations.rows.append(row)
      if kind != .total { return }
    }
    if kind == .facility {
      if let text { observations.texts[observations.rows.count] = text }
      observations.rows.append(row)
      if ratio != nil { observations.ratios.append(parts) }
      try rowChecks.add(row, names.names)
      if !checksTotals || !isAdded { return }
      if partColumns.count == 1 { try checkWhole(row) }
    }
    let key = TotalCheck.Key(metric: row.metric, period: row.period, part: row.part)
    let hasValue = row.status == .reported || row.status == .suspect
    if kind == .total || kind == .subtotal { try sumUp() }
    let total = TotalCheck.Total(
      key: key, value: row.value, step: Int(row.lastPlace), row: Int(row.row), column: Int(row.column))
    switch kind {
    case .facility: try totals.add(hasValue ? row.value : nil, key, step: Int(row.lastPlace))
    case .total: totals.total(isAdded && hasValue ? total : nil, row: Int(row.row))
    case .subtotal:
      if let (total, sum) = totals.subtotal(isAdded && hasValue ? total : nil, row: Int(row.row)) {
        totalDiffers(total, sum)
      }
    case .allPeriods: rowChecks.total(total, isUsed: hasValue, names.names, facility: row.facility)
    case .skipped, .otherPeriod, .mean, .within: break
    }
  }

  /// Holds the whole that a breakdown names (合计) against the sum of its parts.
  private mutating func checkWhole(_ row: ObservationChunk.Row) throws(TongbiError) {
    let key = TotalCheck.Key(facility: row.facility, metric: row.metric, period: row.period, part: 0)
    let hasValue = row.status == .reported || row.status == .suspect
    if row.part != 0 {
      try wholes.add(hasValue ? row.value : nil, key, step: Int(row.lastPlace))
    } else if hasValue {
      wholes.total(
        TotalCheck.Total(
          key: key, value: row.value, step: Int(row.lastPlace), row: Int(row.row), column: Int(row.column)),
        row: Int(row.row))
    }
  }
}
