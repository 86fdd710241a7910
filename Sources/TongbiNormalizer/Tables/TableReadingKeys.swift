// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// What the meanings of a facility's spelling can be beside a facility.
private enum Special {
  static let blank: Int32 = -1
  static let total: Int32 = -2
  static let subtotal: Int32 = -3
  static let header: Int32 = -4
  static let aside: Int32 = -5
  static let otherPeriod: Int32 = -6
  static let mean: Int32 = -7
  static let within: Int32 = -8
}

extension TableReading {
  /// Whether a row is no data: blank, a heading between groups, or a note under the table.
  mutating func isOutside(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Bool {
    var hasText = false
    for (column, _) in figures {
      guard let numbers = columns.numbers[column] else { continue }
      if numbers.places[index] >= 0 { return false }
      if !FigureCell.isBlank(numbers, at: index) { hasText = true }
    }
    if !layout.conventions.isMachineMade, isNote(index, columns, chunk) {
      isBelowNote = true
      return true
    }
    if hasText { return false }
    if let ratio, let above = columns.numbers[ratio.numerator], !FigureCell.isBlank(above, at: index) { return false }
    // Without a figure, a row needs all of its keys to be a report of something missing.
    let keys = [facilityColumn, metricColumn].compactMap(\.self) + periodColumns
    guard !keys.isEmpty else { return true }
    if keys == periodColumns, keys.count == 1, isRemark(index, columns, chunk) {
      isBelowNote = true
      return true
    }
    if periodColumns.count == 1, lacksPeriod(index, columns, chunk) { return true }
    return keys.contains { column in
      let codes = columns.codes[column]
      return codes.isEmpty || Self.isBlank(chunk.dictionaries[column][Int(codes[index])])
    }
  }

  /// Whether words stand in place of the only key, a period, as a footnote does: 1) 2021年起调整口径.
  private func isRemark(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Bool {
    guard !layout.conventions.isMachineMade, let column = periodColumns.first, !columns.codes[column].isEmpty else {
      return false
    }
    let words = FoldedName.trimmed(chunk.dictionaries[column][Int(columns.codes[column][index])])
    return words.count > 6 && WrittenPeriod(words) == nil
  }

  /// Whether a row below a note goes on with it: no figures, and a numbered line or a cell alone in its row.
  func continuesNote(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Bool {
    for (column, _) in figures {
      guard let numbers = columns.numbers[column] else { continue }
      guard FigureCell.isBlank(numbers, at: index) else { return false }
    }
    let row = chunk.row(at: index)
    if chunk.irregular.contains(where: { $0.row == row && $0.fields == 1 }) { return true }
    guard let codes = columns.codes.first, !codes.isEmpty else { return false }
    return FoldedName.fold(chunk.dictionaries[0][Int(codes[index])]).first?.isNumber ?? false
  }

  mutating func isNote(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Bool {
    if let numbers = columns.numbers.first ?? nil {
      return numbers.texts[index].map { TablePreamble.isNote($0) } ?? false
    }
    guard let codes = columns.codes.first, !codes.isEmpty else { return false }
    let code = codes[index]
    if noteMeanings[code] == .min {
      noteMeanings[code] = TablePreamble.isNote(chunk.dictionaries[0][Int(code)]) ? 1 : 0
    }
    return noteMeanings[code] == 1
  }

  /// Puts the row's facility into its keys and says whose figures they are.
  mutating func facility(
    _ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk, _ keys: inout RowKeys
  ) -> RowKeys.Kind {
    guard let column = facilityColumn, !columns.codes[column].isEmpty else {
      keys.facility = outsideFacility
      return .facility
    }
    let code = columns.codes[column][index]
    if facilityMeanings[code] == .min {
      facilityMeanings[code] = meaning(ofFacility: chunk.dictionaries[column][Int(code)], keys.row, column)
    }
    switch facilityMeanings[code] {
    case Special.blank:
      keys.facility = outsideFacility
      if layout.facility == nil {
        findings.add(Finding(.warning, TableProblem.rowWithoutFacility, at: source(keys.row, column + 1, "")))
      }
      return .facility
    case Special.total:
      keys.facility = whole(chunk.dictionaries[column][Int(code)])
      return .total
    case Special.within:
      let name = MetricWords.withoutNumbering(FoldedName.trimmed(chunk.dictionaries[column][Int(code)]))
      keys.facility = names.facility(registry.resolve(name)?.name ?? name)
      return .within
    case Special.mean:
      keys.facility = whole(chunk.dictionaries[column][Int(code)])
      if keys.facility < 0 { rowsAside += 1 }
      return keys.facility < 0 ? .skipped : .mean
    case Special.subtotal: return .subtotal
    case Special.header: return .skipped
    case Special.otherPeriod:
      rowsAside += 1
      return .otherPeriod
    case Special.aside:
      rowsAside += 1
      return .skipped
    case let facility:
      keys.facility = facility
      return .facility
    }
  }

  /// What a spelling stands for: a facility's code, or below 0 for blanks, totals and the like.
  mutating func meaning(ofFacility written: String, _ row: Int, _ column: Int) -> Int32 {
    let whole = FoldedName.trimmed(written)
    if whole.isEmpty || layout.conventions.missing.contains(whole) { return Special.blank }
    let (code, plain) = layout.conventions.code(whole)
    let registry = registry
    if let facility = registry.resolve(plain) ?? registry.resolve(code) {
      noteMark(of: plain, where: { registry.resolve($0) != nil }, row, column)
      return names.facility(facility.name)
    }
    let name = layout.conventions.isMachineMade ? plain : Self.withoutMarks(plain)
    if let facility = registry.resolve(name) { return names.facility(facility.name) }
    if name == layout.header[column], layout.headerRow > 0 { return Special.header }
    if !layout.conventions.isMachineMade, WrittenPeriod.isTotalOfAnother(name, than: layout.period) {
      if namesAside.count < 20 { namesAside.append(plain) }
      return Special.otherPeriod
    }
    if layout.hasTotals, HeaderWord.isTotal(name) {
      return HeaderWord.isSubtotal(name) ? Special.subtotal : Special.total
    }
    if layout.hasNumberedGroups, Self.isNumberedGroup(plain) { return Special.subtotal }
    if layout.whole != nil, HeaderWord.isAverage(name), name.hasPrefix("全") { return Special.mean }
    if layout.whole != nil, MetricWords.isOfWhich(plain) { return Special.within }
    if MetricWords.isOfWhich(plain) || layout.hasTotals && HeaderWord.isAverage(name) {
      if namesAside.count < 20 { namesAside.append(plain) }
      return Special.aside
    }
    if !registry.facilities.isEmpty {
      findings.add(Finding(.note, TableProblem.unknownFacility(name), at: source(row, column + 1, written)))
    }
    return names.facility(name)
  }

  /// The row's period, from one column or from a year beside a month or quarter.
  mutating func rowPeriod(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Int32 {
    guard let first = periodColumns.first, !columns.codes[first].isEmpty else { return outsidePeriod }
    let row = chunk.row(at: index)
    if periodColumns.count == 1 {
      let code = columns.codes[first][index]
      if singlePeriods[code] == .min {
        singlePeriods[code] = period(of: [chunk.dictionaries[first][Int(code)]], row, first)
      }
      return singlePeriods[code]
    }
    let codes = periodColumns.map { columns.codes[$0].isEmpty ? -1 : columns.codes[$0][index] }
    if let known = periodMeanings[codes] { return known }
    let words = zip(periodColumns, codes).map { column, code in
      code < 0 ? "" : chunk.dictionaries[column][Int(code)]
    }
    let meaning = period(of: words, row, first)
    periodMeanings[codes] = meaning
    return meaning
  }

  private mutating func period(of words: [String], _ row: Int, _ column: Int) -> Int32 {
    if words.allSatisfy({ FoldedName.fold($0).isEmpty }) { return outsidePeriod }
    if !layout.conventions.isMachineMade, let last = words.last(where: { !FoldedName.fold($0).isEmpty }) {
      if HeaderWord.isTotal(last) {
        let year = WrittenPeriod.ofTotal(FoldedName.trimmed(last)) ?? (words.count > 1 ? WrittenPeriod(words[0]) : nil)
        guard case .full(let period)? = year, period.months.count == 12 else { return RowKeys.allPeriods }
        return RowKeys.total(ofYear: names.period(period.canonical))
      }
      if HeaderWord.isAverage(last) {
        if namesAside.count < 20 { namesAside.append(FoldedName.trimmed(last)) }
        return RowKeys.meanPeriod
      }
    }
    if let open = yearless(words, row, column) { return open }
    var context = layout.period
    var found: Period?
    for (place, word) in words.enumerated() where !FoldedName.fold(word).isEmpty {
      let written = written(word, in: layout.roles[periodColumns[place]])
      if let mark = WrittenPeriod.mark(in: word) { noteMark(mark, in: word, row, periodColumns[place]) }
      found = written?.period(in: context)
      if found == nil { break }
      context = found
    }
    if layout.datesAreMonths, case .instant(let day)? = found, day.number == 1 { found = .month(day.month) }
    if found == nil {
      let text = words.filter { !$0.isEmpty }.joined(separator: " ")
      findings.add(Finding(.error, TableProblem.unreadablePeriod(text), at: source(row, column + 1, text)))
    }
    return names.period(found?.canonical)
  }

  /// A bare 3 is March in a column of months and the third quarter in one of quarters.
  func written(_ word: String, in role: TableLayout.Role) -> WrittenPeriod? {
    if layout.conventions.periods == .dhis2, let year = ExchangePeriod.financial(FoldedName.trimmed(word)) {
      return .full(year)
    }
    let word = layout.conventions.code(FoldedName.trimmed(word)).code
    let number = Int(FoldedName.fold(word))
    switch (role, number) {
    case (.month, let number?) where (1...12).contains(number): return WrittenPeriod("\(number)月")
    case (.quarter, let number?) where (1...4).contains(number): return WrittenPeriod("第\(number)季度")
    default: return WrittenPeriod(word)
    }
  }

  /// The row's unit as an index into the written units, −1 where it has none.
  mutating func rowUnit(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Int32 {
    let unit = namedUnit(index, columns, chunk)
    return powerColumn == nil ? unit : powered(unit, index, columns, chunk)
  }

  private mutating func namedUnit(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk) -> Int32 {
    guard let column = unitColumn, !columns.codes[column].isEmpty else { return -1 }
    let code = columns.codes[column][index]
    if unitMeanings[code] == .min {
      let text = FoldedName.trimmed(chunk.dictionaries[column][Int(code)])
      let row = chunk.row(at: index)
      if text.isEmpty || ["-", "/", "—", "无"].contains(text) {
        unitMeanings[code] = -1
      } else {
        let symbol = layout.conventions.code(text).code
        let known = layout.conventions.units[symbol.uppercased()] ?? WrittenUnit(symbol)
        if known == nil {
          let severity = layout.conventions.isMachineMade ? Finding.Severity.note : .warning
          findings.add(Finding(severity, TableProblem.unknownUnit(text), at: source(row, column + 1, text)))
        }
        writtenUnits.append(known ?? WrittenUnit(Unit(symbol)))
        unitMeanings[code] = Int32(writtenUnits.count - 1)
      }
    }
    return unitMeanings[code]
  }

  /// The metric that the row names; −1 where it names none.
  mutating func rowMetric(_ index: Int, _ columns: ChunkColumns, _ chunk: TableChunk, _ keys: RowKeys) -> Int32 {
    guard let column = metricColumn, !columns.codes[column].isEmpty else { return -1 }
    let code = columns.codes[column][index]
    if metricMeanings[code] == .min {
      let words = FoldedName.trimmed(chunk.dictionaries[column][Int(code)])
      let unit = keys.unit < 0 ? nil : writtenUnits[Int(keys.unit)]
      metricMeanings[code] = words.isEmpty ? -1 : metric(ofRow: words, unit: unit, keys.row, column)
    }
    return metricMeanings[code]
  }

  /// The code of a metric by its words; what no catalogue knows becomes a metric of its own.
  mutating func metric(_ words: String, unit: WrittenUnit?) -> Int32 {
    let metricWords = MetricWords(catalogue: catalogue)
    let tableUnit = layout.units.count == 1 ? layout.units.first : nil
    let isIndicator =
      layout.conventions.indicator != nil && unit != nil
      || layout.conventions.codeNames?.indicators.contains(words) == true
    return names.metric(words) {
      let label = WrittenLabel(words)
      if let metric = metricWords.catalogue.metric(named: words) {
        let bare = Self.withoutMark(label.name) { metricWords.catalogue.metric(named: $0) != nil }
        return (metric, bare ?? label.name, label.unit)
      }
      let plain = MetricWords.withoutNumbering(FootnoteMark.stripped(label.name))
      // 发热门诊 | 人次: the name that its unit in another cell makes whole.
      let counted = unit.map { ["人次", "人"].contains($0.unit.symbol) ? ["\(plain)（\($0.unit.symbol)）"] : [] } ?? []
      for spelling in [plain, FootnoteMark.stripped(words)] + counted {
        guard let known = metricWords.known(spelling), let metric = metricWords.catalogue.metric(named: known) else {
          continue
        }
        let written = WrittenLabel(spelling)
        return (metric, written.unit == nil ? plain : written.name, label.unit ?? written.unit)
      }
      let known = unit ?? label.unit ?? Self.tableUnit(tableUnit, for: plain)
      var metric = Metric.uncatalogued(plain, unit: known?.unit ?? .none)
      if isIndicator { metric.becomeRatio() }
      return (metric, plain, label.unit)
    }
  }
}
