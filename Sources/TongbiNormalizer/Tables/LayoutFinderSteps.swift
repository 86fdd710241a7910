// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension LayoutFinder {
  /// Columns whose header is a metric, a period, both, a facility, or simply says that it holds values.
  mutating func findFigures() {
    for column in words.indices where isOpen[column] {
      guard profiles[column].isNumeric || profiles[column].numbers > 0 else { continue }
      let path = paths[column]
      if path.change != nil {
        words[column] = .change
        continue
      }
      let isKnown = path.isKnown(metricWords)
      guard words[column] == nil || words[column] == .change && isKnown else { continue }
      if path.isTotal, path.labels.isEmpty || isSumAcross(column) { continue }
      let isPath = path.levels.count > 1 && (!path.labels.isEmpty || path.period != nil)
      if isKnown || path.period != nil || path.facility != nil || isPath && path.isTotal {
        set(column, .figures(path.figures(metricWords)), .header)
      }
    }
    if let column = open(.value), !layout.figures.contains(where: { $0.figures == TableLayout.Figures() }) {
      set(column, .figures(TableLayout.Figures(unit: paths[column].unit)), .headerWord)
    }
    findPartsAcross()
    inheritMetrics()
  }

  /// Whether a total stands beside columns of other facilities or periods: 合计 beside 1月, 2月. Beside other metrics it
  /// is the metric above them all.
  private func isSumAcross(_ column: Int) -> Bool {
    let path = paths[column]
    let group = path.levels.dropLast()
    return paths.indices.contains { other in
      other != column && !group.isEmpty && paths[other].levels.starts(with: group) && paths[other].change == nil
        && (paths[other].period != path.period || paths[other].facility != path.facility)
    }
  }

  /// 其中：门诊 and 急诊 beside 诊疗人次: what the header leaves out stands in the header of the whole.
  private mutating func findPartsAcross() {
    var whole: String?
    var isAmongParts = false
    for column in words.indices where !profiles[column].isBlank {
      let path = paths[column]
      // 其中： above 一级 and 二级, beside the whole.
      if let whole, path.levels.count > 1, let upper = path.levels.first, MetricWords.isOfWhichAlone(upper),
        let leaf = path.labels.last, profiles[column].numbers > 0
      {
        var figures = path.figures(metricWords)
        figures.label = metricWords.joined(whole, leaf) ?? "\(whole)·\(MetricWords.withoutNumbering(leaf))"
        set(column, .figures(figures), .left)
        continue
      }
      guard path.levels.count == 1, let written = path.labels.last else {
        if path.levels.count > 1 { (whole, isAmongParts) = (nil, false) }
        continue
      }
      let isPart = MetricWords.isOfWhich(written)
      isAmongParts = isAmongParts || isPart
      if !isOpen[column] {
        if !isPart, case .figures(let figures) = layout.roles[column] { whole = figures.label ?? whole }
        continue
      }
      guard isAmongParts, let whole, words[column] == nil, profiles[column].numbers > 0 else { continue }
      let leaf = MetricWords.withoutNumbering(written)
      guard let label = metricWords.joined(whole, leaf) ?? (isPart ? "\(whole)·\(leaf)" : nil) else { continue }
      set(column, .figures(TableLayout.Figures(label: label, unit: path.unit)), .left)
    }
  }

  /// 门急诊人次 | 上年同期 | 出院人数 | 上年同期: a period of its own is of the metric at its left.
  private mutating func inheritMetrics() {
    guard !words.indices.contains(where: { isOpen[$0] && words[$0] == .metric && profiles[$0].holdsMetrics }) else {
      return
    }
    var left: TableLayout.Figures?
    for column in words.indices {
      guard case .figures(var figures) = layout.roles[column] else { continue }
      if figures.label != nil {
        left = figures
      } else if let left, paths[column].levels.count == 1, goesOn(figures.period, behind: left.period) {
        figures.label = left.label
        figures.unit = figures.unit ?? left.unit
        set(column, .figures(figures), .left)
      }
    }
  }

  /// 上年同期 behind a metric, and 2021年 behind a metric of 2022年.
  private func goesOn(_ period: WrittenPeriod?, behind left: WrittenPeriod?) -> Bool {
    switch (period, left) {
    case (.relative?, _): true
    case (.full(let own)?, .full(let before)?): own != before
    default: false
    }
  }

  /// The column of facilities, else the one facility that the user, the preamble or a title names.
  mutating func findFacility() {
    guard column(.facility) == nil, layout.figures.allSatisfy({ $0.figures.facility == nil }) else { return }
    let given = options.facility.map { FoldedName.fold($0) }
    let named = words.indices.first { isOpen[$0] && given != nil && FoldedName.fold(layout.header[$0]) == given }
    let byUnit = open(.unit) { !$0.holdsUnits && !$0.isBlank && !$0.isNumeric }
    let byContent = words.indices.first { column in
      isOpen[column] && !profiles[column].isNumeric && profiles[column].holdsFacilities
        && [nil, .part].contains(words[column])
    }
    let byWord = open(.facility) ?? open(.region) ?? open(.facilityCode) ?? byUnit
    let found = named ?? byWord ?? byContent ?? firstUnnamed
    if let found { set(found, .facility, named != nil ? .user : byWord == found ? .headerWord : .cells) }
    if named == nil { layout.facility = options.facility.map { registry.resolve($0)?.name ?? FoldedName.trimmed($0) } }
    if found == nil, layout.facility == nil {
      layout.facility =
        preamble.facility.map { registry.resolve($0)?.name ?? $0 } ?? facilityInTitles ?? options.speaker
    }
  }

  /// A first column of words under an empty header, beside figures whose headers say the rest.
  private var firstUnnamed: Int? {
    guard let first = words.indices.first(where: { !profiles[$0].isBlank }), isOpen[first],
      layout.header[first].isEmpty
    else { return nil }
    return profiles[first].isNumeric || profiles[first].holdsMetrics || profiles[first].holdsPeriods ? nil : first
  }

  private var facilityInTitles: String? {
    for title in preamble.titles {
      let folded = FoldedName.fold(title)
      let found = registry.facilities.filter { facility in
        ([facility.name] + facility.otherNames).contains { name in
          let name = FoldedName.fold(name)
          return name.count >= 3 && folded.contains(name)
        }
      }
      if found.count == 1 { return found[0].name }
      if found.count > 1 { return nil }
    }
    // Without a list a title still tells: 清河县人民医院2023年月报.
    let titles = DocumentTitle(registry: registry)
    // 为及时掌握医院运行情况，…: a sentence is no title.
    let lines = preamble.titles.lazy.filter { title in !title.contains { "。，；".contains($0) } }
    return lines.compactMap { titles.facility(FoldedText($0)) }.first
  }

  /// The columns of periods: one, or a year beside a month or quarter.
  mutating func findPeriod() {
    guard column(.period) == nil else { return }
    if let period = open(.period, where: { !$0.isBlank }) { return set(period, .period, .headerWord) }
    let year = open(.year)
    let month = open(.month)
    let quarter = open(.quarter)
    let finest = month ?? quarter
    if let finest, sample.contains(where: { $0.indices.contains(finest) && isFull($0[finest]) }) {
      set(finest, .period, .headerWord)
      if let year { set(year, .leftOut, .attribute) }
    } else if let year {
      set(year, .year, .headerWord)
      if let month { set(month, .month, .headerWord) } else if let quarter { set(quarter, .quarter, .headerWord) }
    } else if let month {
      set(month, .month, .headerWord)
    } else if let quarter {
      set(quarter, .quarter, .headerWord)
    } else {
      // Below years in the header, months without theirs say the rest.
      let isDated = layout.figures.contains { $0.figures.period != nil }
      let byContent = words.indices.first {
        isOpen[$0] && words[$0] == nil && profiles[$0].holdsPeriods && (!isDated || lacksYears($0))
      }
      if let byContent { set(byContent, .period, .cells) }
    }
  }

  /// Whether a column's periods lack their year, and the headers of figures name years.
  private func lacksYears(_ column: Int) -> Bool {
    let cells = sample.compactMap { $0.indices.contains(column) ? WrittenPeriod($0[column]) : nil }
    return layout.figures.allSatisfy { $0.figures.period?.givesYear ?? true }
      && cells.allSatisfy { if case .yearless = $0 { true } else { false } }
  }

  private func isFull(_ text: String) -> Bool {
    if case .full? = WrittenPeriod(text) { true } else { false }
  }

  /// The column of metrics, by its header or by what stands in it.
  mutating func findMetric() {
    guard column(.metric) == nil else { return }
    let isLong = layout.figures.contains { $0.figures.label == nil }
    if let metric = open(.metric, where: { !$0.isNumeric && !$0.isBlank }) {
      // Where each header names its metric, the rows name something else.
      if isLong || layout.figures.isEmpty { set(metric, .metric, .headerWord) } else { words[metric] = .part }
      return
    }
    guard isLong, options.metric == nil else { return }
    let byContent = words.indices.first { column in
      isOpen[column] && !profiles[column].isNumeric && profiles[column].holdsMetrics
        && [nil, .part].contains(words[column])
    }
    if let byContent { set(byContent, .metric, .cells) }
  }

  /// Names the figures that no header and no row names, and takes in figures under words that no catalogue knows.
  mutating func nameFigures() throws(TongbiError) {
    if column(.metric) != nil, layout.figures.contains(where: { $0.figures.label == nil }) {
      // A long table: further figures beside the value would be counted once for each of its rows.
      for (column, figures) in layout.figures where figures.label != nil && !isMapped(column) {
        layout.roles[column] = .unused
      }
      return try checkYears()
    }
    let unnamed = words.indices.filter { isOpen[$0] && words[$0] == nil && isFigureColumn($0) }
    let isNameless = layout.figures.isEmpty || layout.figures.contains { $0.figures.label == nil }
    if options.metric != nil || isNameless, let fixed = options.metric ?? preamble.metric ?? titleMetric {
      if takeParts(unnamed, of: fixed) { return try checkYears() }
      let label = WrittenLabel(fixed)
      let isWhole = catalogue.metric(named: label.name) == nil && catalogue.metric(named: fixed) != nil
      layout.label = isWhole ? fixed : label.name
      if let unit = label.unit { layout.units = [unit] }
      if layout.figures.isEmpty, unnamed.count == 1 {
        set(unnamed[0], .figures(TableLayout.Figures(unit: paths[unnamed[0]].unit)), .header)
      }
    }
    let hasBarePeriods = layout.figures.contains { $0.figures.period != nil && $0.figures.label == nil }
    // Rows that name a facility or each its period are figures, whatever the words above them.
    let hasKeys = column(.facility) != nil || layout.facility != nil || hasPeriodColumn
    if hasKeys, hasPeriod, !hasBarePeriods, layout.label == nil || layout.figures.isEmpty {
      for column in unnamed where isOpen[column] {
        let label = paths[column].label(metricWords) ?? WrittenLabel(layout.header[column]).name
        set(column, .figures(TableLayout.Figures(label: label, unit: paths[column].unit)), .ownMetric)
      }
    }
    guard !layout.figures.isEmpty || layout.ratio != nil || canDerive else {
      throw TongbiError(TableProblem.noFigures(header: layout.header), at: headerSource)
    }
    if column(.metric) == nil, layout.label == nil, layout.figures.contains(where: { $0.figures.label == nil }) {
      throw TongbiError(TableProblem.noMetric(header: layout.header), at: headerSource)
    }
    try checkYears()
  }

  private var hasPeriod: Bool {
    layout.period != nil || hasPeriodColumn
  }

  private var hasPeriodColumn: Bool {
    [TableLayout.Role.period, .year, .month, .quarter].contains { layout.roles.contains($0) }
  }

  private var canDerive: Bool {
    open(.numerator) != nil && open(.denominator) != nil && (column(.metric) != nil || layout.label != nil)
  }

  private func isFigureColumn(_ column: Int) -> Bool {
    let header = layout.header[column]
    return profiles[column].isNumeric && !profiles[column].isBlank && profiles[column].numbers > 0 && !header.isEmpty
      && !HeaderWord.isTotal(header) && !paths[column].isTotal
  }

  private func isMapped(_ column: Int) -> Bool {
    options.mapping.entries.contains { entry in
      FoldedName.fold(entry.column) == FoldedName.fold(layout.header[column]) || Int(entry.column) == column + 1
    }
  }

  private var titleMetric: String? {
    preamble.titles.lazy.compactMap { catalogue.metric(within: $0)?.name }.first
  }

  /// Periods in headers must find their year in a column, in the preamble or with the user.
  private func checkYears() throws(TongbiError) {
    guard layout.period == nil, column(.year) == nil, column(.period) == nil else { return }
    for (column, figures) in layout.figures {
      if let period = figures.period, period.period(in: nil) == nil {
        throw TongbiError(
          TableProblem.unreadablePeriod(layout.header[column]),
          at: table.source(row: layout.headerRow, column: column + 1, quote: layout.header[column]))
      }
    }
  }

  /// Units in a column of their own, numerators and denominators beside one value.
  mutating func findUnitsAndRatio() {
    if column(.unit) == nil, let unit = open(.unit, where: { $0.holdsUnits }) { set(unit, .unit, .headerWord) }
    let above = open(.numerator)
    let below = open(.denominator)
    if let above, let below, layout.figures.count <= 1 {
      set(above, .numerator(paths[above].unit), .headerWord)
      set(below, .denominator(paths[below].unit), .headerWord)
    }
    for column in words.indices where isOpen[column] {
      let isCode = [.facilityCode, .ignored, .region, .facility, .unit].contains(words[column])
      if isCode { set(column, .leftOut, .attribute) }
    }
  }
}
