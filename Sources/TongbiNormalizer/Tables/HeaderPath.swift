// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What the cells of a header above one column say together, from the top: 诊疗人次 above 2023年.
struct HeaderPath: Sendable {
  /// The cells, without marks of footnotes; none is empty, none repeats the one above it.
  let levels: [String]
  private(set) var facility: String?
  private(set) var period: WrittenPeriod?
  private(set) var unit: WrittenUnit?
  /// The words for the metric, from the top.
  private(set) var labels: [String] = []
  /// The words of a change that is worked out from other columns: 增减%.
  private(set) var change: String?
  /// Whether it is the total (合计) of the columns beside it.
  private(set) var isTotal = false

  /// Takes the cells apart. `facilities` tells whether an unlisted name that ends as those of facilities do is one.
  init(_ levels: [String], words: MetricWords, registry: FacilityRegistry, facilities: UnlistedFacilities) {
    self.levels = levels
    for level in levels { take(level, words, registry, facilities) }
  }

  /// What becomes of names in a header that no list of facilities has.
  enum UnlistedFacilities { case facilities, labels }

  private mutating func take(
    _ level: String, _ words: MetricWords, _ registry: FacilityRegistry, _ facilities: UnlistedFacilities
  ) {
    let label = WrittenLabel(level)
    if words.catalogue.metric(named: level) != nil {
      let isWhole = words.catalogue.metric(named: label.name) == nil
      labels.append(isWhole ? level : label.name)
      unit = label.unit ?? unit
    } else if let period = WrittenPeriod(label.name) {
      add(period)
      unit = label.unit ?? unit
    } else if let both = HeaderMeaning.combined(level, words.catalogue), let period = both.period {
      labels.append(both.label ?? "")
      add(period)
      unit = both.unit ?? unit
    } else if facilities == .facilities, facility == nil, let (house, period) = Self.dated(label.name, registry) {
      facility = house
      add(period)
      unit = label.unit ?? unit
    } else if HeaderWord(level) == .change {
      change = level
    } else if HeaderWord.isTotal(label.name) {
      isTotal = true
      unit = label.unit ?? unit
    } else if let known = registry.resolve(label.name) ?? registry.resolve(MetricWords.withoutNumbering(label.name)) {
      facility = known.name
      unit = label.unit ?? unit
    } else if let written = WrittenUnit(level) {
      if let upper = labels.last, words.joined(upper, level) != nil { labels.append(level) } else { unit = written }
    } else if HeaderWord(level) == .value {
      unit = label.unit ?? unit
    } else if facilities == .facilities, facility == nil, ColumnProfile.looksLikeFacility(label.name) {
      facility = MetricWords.isOfWhich(label.name) ? MetricWords.withoutNumbering(label.name) : label.name
      unit = label.unit ?? unit
    } else {
      labels.append(label.name)
      unit = label.unit ?? unit
    }
  }

  /// 县医院2022年上半年, 2022年县医院: a facility and a period in one cell.
  private static func dated(_ words: String, _ registry: FacilityRegistry) -> (facility: String, period: WrittenPeriod)?
  {
    guard (5...40).contains(words.count), words.contains(where: { "年期季月".contains($0) }) else { return nil }
    func facility(_ words: Substring) -> String? {
      let name = FoldedName.trimmed(words)
      if let known = registry.resolve(name) { return known.name }
      return ColumnProfile.looksLikeFacility(name) && !HeaderWord.isTotal(name) ? name : nil
    }
    for place in words.indices.dropFirst(2) {
      let (first, second) = (words[..<place], words[place...])
      if let house = facility(first), let period = WrittenPeriod(second) { return (house, period) }
      if let period = WrittenPeriod(first), let house = facility(second) { return (house, period) }
    }
    return nil
  }

  /// A year above months lends them its year; 上年 above 1月 moves them.
  private mutating func add(_ lower: WrittenPeriod) {
    switch (period, lower) {
    case (nil, _): period = lower
    case (.full(let context)?, .yearless), (.full(let context)?, .relative):
      period = lower.period(in: context).map { .full($0) } ?? lower
    case (.relative(let upper)?, .yearless(let moved)): period = .yearless(moved.movedByYears(-upper.years))
    case (.relative(let upper)?, .full(let moved)): period = .full(moved.movedByYears(-upper.years))
    case (.relative(let upper)?, .relative(let moved)): period = .relative(upper.joined(moved))
    case (.yearless(let part)?, .full(let year)):
      period = WrittenPeriod.yearless(part).period(in: year).map { .full($0) } ?? lower
    case (.yearless(let part)?, .relative(let moved)):
      period = moved.period(in: part).map { .yearless($0) } ?? lower
    default: period = lower
    }
  }

  /// Takes the column for the total of those beside it and not for a period of its own.
  mutating func becomeTotal() { (period, isTotal) = (nil, true) }

  /// Puts another period in place of the one that the words seem to name.
  mutating func move(to moved: RelativePeriod) { period = .relative(moved) }

  /// The words of the metric; `nil` where the header names none.
  func label(_ words: MetricWords) -> String? {
    guard let last = labels.last else { return nil }
    let uppers = labels.dropLast()
    let leaf = MetricWords.withoutNumbering(last)
    for upper in uppers.reversed() {
      if let known = words.joined(upper, leaf) { return known }
    }
    guard let upper = uppers.last else { return words.known(last) ?? counted(leaf, words) ?? leaf }
    let isQualified = uppers.contains(where: MetricWords.isOfWhich)
    if !isQualified, let known = words.known(last) { return known }
    if MetricWords.isBare(leaf) { return words.known(upper) ?? upper }
    if MetricWords.isGroupTitle(upper), uppers.count == 1 { return leaf }
    return (uppers.map(MetricWords.withoutNumbering) + [leaf]).joined(separator: "·")
  }

  /// 健康体检（人次）: a name that its unit makes whole.
  private func counted(_ leaf: String, _ words: MetricWords) -> String? {
    guard let symbol = unit?.unit.symbol, symbol == "人次" || symbol == "人" else { return nil }
    return words.known(leaf + symbol)
  }

  /// Whether the catalogue knows the metric.
  func isKnown(_ words: MetricWords) -> Bool { label(words).map { words.known($0) != nil } ?? false }

  /// What the header says of the figures below it.
  func figures(_ words: MetricWords) -> TableLayout.Figures {
    TableLayout.Figures(facility: facility, label: label(words), period: period, unit: unit)
  }
}
