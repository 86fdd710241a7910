// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension LayoutFinder {
  /// Columns that are sums of others or changes between them, and figures that two headers name alike.
  mutating func findAcross() {
    tellApart()
    for column in words.indices where paths[column].isTotal && paths[column].change == nil {
      let sum = sum(column)
      if let sum { layout.sums.append(sum) }
      if isOpen[column], let whole = options.whole, !whole.isEmpty, sum?.over == .facilities {
        // 县医院 | 中医院 | 合计, in a paper: what all of them together have.
        var figures = paths[column].figures(metricWords)
        figures.facility = whole
        set(column, .figures(figures), .totalWord)
      }
      if isOpen[column] { layout.reasons[column] = .totalWord }
    }
    lendUnits()
    for column in words.indices where isOpen[column] && words[column] == .change {
      layout.reasons[column] = .changeWord
      if let change = change(column) { layout.changes.append(change) }
    }
  }

  /// 男 and 女 beside 合计 below 出院人次 count what their sum counts, where nothing else says their unit.
  private mutating func lendUnits() {
    guard layout.units.isEmpty, column(.unit) == nil else { return }
    for sum in layout.sums where sum.over == .metrics {
      guard case .figures(let whole) = layout.roles[sum.column], let label = whole.label,
        let metric = metricWords.known(label).flatMap({ catalogue.metric(named: $0) })
      else { continue }
      for part in sum.parts {
        guard case .figures(var figures) = layout.roles[part], figures.unit == nil, let name = figures.label,
          metricWords.known(name) == nil
        else { continue }
        figures.unit = whole.unit ?? WrittenUnit(metric.unit)
        layout.roles[part] = .figures(figures)
      }
    }
  }

  /// Two columns of one metric under different words, 城区 and 乡镇, are two metrics.
  private mutating func tellApart() {
    var columns: [TableLayout.Figures: [Int]] = [:]
    for (column, figures) in layout.figures where paths[column].levels.count > 1 && figures.label != nil {
      var key = figures
      key.unit = nil
      columns[key, default: []].append(column)
    }
    for (_, same) in columns where same.count > 1 && Set(same.map { paths[$0].labels }).count == same.count {
      for column in same {
        let labels = paths[column].labels
        guard case .figures(var figures) = layout.roles[column], labels.count > 1,
          !labels.dropLast().allSatisfy(MetricWords.isGroupTitle)
        else { continue }
        figures.label = paths[column].labels.map(MetricWords.withoutNumbering).joined(separator: "·")
        set(column, .figures(figures), .ownMetric)
      }
    }
  }

  /// The columns that a total adds up; `nil` where that is not clear.
  private func sum(_ column: Int) -> TableLayout.SumColumn? {
    let path = paths[column]
    let own = path.figures(metricWords)
    let others = layout.figures.filter { $0.column != column && !paths[$0.column].isTotal }
    // 业务收入 above 合计, 门诊收入, 住院收入.
    if case .figures = layout.roles[column] {
      let group = path.levels.dropLast()
      let parts = others.map(\.column).filter {
        paths[$0].levels.count > group.count && paths[$0].levels.starts(with: group)
      }
      let isListed = parts.count > 1 && !parts.contains { paths[$0].labels.contains(where: MetricWords.isOfWhich) }
      return isListed ? TableLayout.SumColumn(column: column, parts: parts, over: .metrics) : nil
    }
    let label = own.label
    let across = others.filter {
      $0.figures.label == label || label == nil && $0.figures.label == others.first?.figures.label
    }
    let facilities = across.filter { $0.figures.facility != nil && $0.figures.period == own.period }
    if facilities.count > 1 {
      return TableLayout.SumColumn(column: column, parts: facilities.map(\.column), over: .facilities)
    }
    let periods = across.filter { $0.figures.period != nil && $0.figures.facility == own.facility }
    let lengths = Set(periods.compactMap { length($0.figures.period) })
    guard periods.count > 1, own.period == nil || own.period?.length != lengths.first, lengths.count == 1,
      Set(periods.map(\.figures.period)).count == periods.count
    else { return nil }
    let isWithinYear = lengths.first.map { $0 < 12 } ?? false
    guard isWithinYear else { return nil }
    let inYear = periods.filter { own.period == nil || year($0.figures.period) == year(own.period) }
    let years = Set(inYear.map { year($0.figures.period) })
    guard inYear.count > 1, years.count == 1 else { return nil }
    return TableLayout.SumColumn(column: column, parts: inYear.map(\.column), over: .periods)
  }

  private func length(_ period: WrittenPeriod?) -> Int? { period?.length }
  private func year(_ period: WrittenPeriod?) -> Int? { period?.yearOrder }

  /// How many months the figures of a column cover.
  private func months(_ figures: TableLayout.Figures) -> Int {
    let period = figures.period?.period(in: layout.period) ?? layout.period
    return figures.period?.length ?? period?.months.count ?? 12
  }

  /// The figures that a change compares: of its own metric, and of two periods.
  private func change(_ column: Int) -> TableLayout.StatedColumn? {
    let path = paths[column]
    let own = path.figures(metricWords)
    let before = layout.figures.filter { $0.column < column }
    var same = layout.figures.filter { entry in
      own.facility == nil || entry.figures.facility == own.facility
    }
    if let label = own.label {
      same = same.filter { $0.figures.label == label }
    } else if let left = before.last {
      same = same.filter { $0.figures.label == left.figures.label && $0.figures.facility == left.figures.facility }
    } else if Set(same.map(\.figures.label)).count > 1 {
      return nil
    }
    // 本月 | 上年同月 | 同比 | 累计 | 上年累计 | 同比: a change is of figures as long as those it stands beside.
    let near = (same.last { $0.column < column } ?? same.first).map { months($0.figures) }
    same = same.filter { months($0.figures) == near }
    let orders = same.map { ($0.figures.period ?? .relative(.same(0))).order(in: layout.period) }
    let dated = zip(same, orders).map { ComparedPlaces.Dated(place: $0.column, order: $1) }
    let named = WrittenPeriod.found(in: path.change ?? "").map { WrittenPeriod.full($0).order(in: layout.period) }
      .sorted()
    let lengths = Set(same.map { months($0.figures) })
    let relation = ChangeWord.relation(path.levels, months: lengths.count == 1 ? lengths.first ?? 12 : 0)
    let pair = ComparedPlaces(dated: dated, relation: relation)
      .pair(at: column, named: named, own: own.period?.order(in: layout.period))
    let kind = ChangeWord.kind(path.levels, unit: path.unit)
    if let pair { return TableLayout.StatedColumn(column: column, current: pair.current, base: pair.base, kind: kind) }
    // 诊疗人次 | 同比（%）, without the year before.
    guard case .yearEarlier = relation, same.count == 1, same[0].column == column - 1,
      statesUnits(column) || kind.map({ $0 != .absolute && !isAmbiguous($0, same[0].figures) }) ?? false
    else { return nil }
    return TableLayout.StatedColumn(column: column, current: same[0].column, base: nil, kind: kind)
  }

  /// Whether the cells of a column say themselves in what they state a change: 增长5.3%, -0.3个百分点.
  private func statesUnits(_ column: Int) -> Bool {
    let cells = sample.compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column] : nil }
    let stated = cells.filter { cell in
      cell.contains("%") || cell.contains("％") || cell.contains("百分点") || "增上提升下减降缩持".contains { cell.first == $0 }
    }
    return !cells.isEmpty && stated.count * 2 > cells.count
  }

  /// 病床使用率 | 同比（%）: points or percent of a percentage.
  private func isAmbiguous(_ kind: StatedChange.Kind, _ figures: TableLayout.Figures) -> Bool {
    guard kind == .percent else { return false }
    // Of metrics that the rows name each row can tell.
    guard let label = figures.label ?? layout.label else { return column(.metric) == nil }
    let metric = metricWords.known(label).flatMap { catalogue.metric(named: $0) }
    return metric.map { $0.changeStyle == .points } ?? true
  }
}

extension WrittenPeriod {
  /// How many months it has; `nil` for the table's own.
  var length: Int? {
    switch self {
    case .full(let period), .yearless(let period): period.months.count
    case .relative: nil
    }
  }

  /// Whether rows of months can take their year from it: 2023年, 上年.
  var givesYear: Bool {
    switch self {
    case .full(let period): period.months.count == 12
    case .relative(let period): period.span == .same
    case .yearless: false
    }
  }

  /// Its year, as a number that tells years apart.
  fileprivate var yearOrder: Int {
    switch self {
    case .full(let period): period.lastDay.year
    case .yearless(let period): period.lastDay.year
    case .relative(let period): -period.years
    }
  }

  /// A number of months that orders the periods of one table.
  func order(in context: Period?) -> Int {
    switch (self, context) {
    case (.relative(let period), nil): -period.monthsEarlier
    case (.yearless(let period), nil): period.lastDay.month.order
    default: period(in: context)?.lastDay.month.order ?? 0
    }
  }
}

extension Month {
  fileprivate var order: Int { year * 12 + number }
}
