// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

extension LayoutFinder {
  /// Rows that state changes of two other rows: 增减 or 同比 where the others have their period, or below the totals.
  mutating func findStatedRows(_ rows: [[String]]) {
    let dated = [TableLayout.Role.period, .year, .month, .quarter].compactMap { column($0) }
    let facility = column(.facility)
    var names: [String] = []
    var unchecked = 0
    for index in dataRows where holdsFigures(rows[index]) {
      let found = (dated + [facility].compactMap(\.self)).first { isChange(cell(rows[index], $0)) }
      guard let column = found else { continue }
      let name = FoldedName.trimmed(cell(rows[index], column))
      let pair = column == facility ? totals(around: index, rows) : compared(by: index, column, rows)
      let kind = ChangeWord.kind([name], unit: WrittenLabel(name).unit)
      layout.statedRows.append(
        TableLayout.StatedRow(
          row: index + 1, current: pair.map { $0.current + 1 }, base: pair.map { $0.base + 1 }, kind: kind))
      if pair == nil {
        unchecked += 1
        if names.count < 20, !names.contains(name) { names.append(name) }
      }
    }
    if unchecked > 0 {
      layout.findings.append(
        Finding(.note, TableProblem.changeRowsUnchecked(names, rows: unchecked), at: Source(file: table.file)))
    }
  }

  private func isChange(_ text: String) -> Bool {
    HeaderWord(text) == .change && WrittenPeriod(text) == nil && registry.resolve(text) == nil
      && !ColumnProfile.looksLikeFacility(text)
  }

  /// The rows of one facility and metric that a row of changes compares.
  private func compared(by index: Int, _ column: Int, _ rows: [[String]]) -> (current: Int, base: Int)? {
    let others = layout.roles.indices.filter { other in
      guard other != column else { return false }
      switch layout.roles[other] {
      case .facility, .metric, .part, .period, .year, .month, .quarter: return true
      default: return isOpen[other] && !profiles[other].isNumeric && words[other] != .ignored
      }
    }
    let own = others.map { FoldedName.fold(cell(rows[index], $0)) }
    var dated: [ComparedPlaces.Dated] = []
    var lengths: Set<Int> = []
    for row in dataRows where row != index && holdsFigures(rows[row]) {
      let isSame = zip(others, own).allSatisfy { $1.isEmpty || FoldedName.fold(cell(rows[row], $0)) == $1 }
      guard isSame, let period = WrittenPeriod(cell(rows[row], column)) else { continue }
      dated.append(ComparedPlaces.Dated(place: row, order: period.order(in: layout.period)))
      lengths.insert(period.length ?? 12)
    }
    let name = cell(rows[index], column)
    let named = WrittenPeriod.found(in: name).map { WrittenPeriod.full($0).order(in: layout.period) }.sorted()
    guard lengths.count == 1, let months = lengths.first else { return nil }
    return ComparedPlaces(dated: dated, relation: ChangeWord.relation([name], months: months))
      .pair(at: index, named: named, own: nil)
  }

  /// The total and that of the year before, next to a row of changes among the facilities.
  private func totals(around index: Int, _ rows: [[String]]) -> (current: Int, base: Int)? {
    guard let column = column(.facility) else { return nil }
    let name = { (row: Int) in FootnoteMark.stripped(FoldedName.trimmed(cell(rows[row], column))) }
    let near = dataRows.filter { abs($0 - index) <= 4 && $0 != index && holdsFigures(rows[$0]) }
    let bases = near.filter { WrittenPeriod.isTotalOfAnother(name($0), than: layout.period) }
    let totals = near.filter {
      HeaderWord.isTotal(name($0)) && !WrittenPeriod.isTotalOfAnother(name($0), than: layout.period)
    }
    guard bases.count == 1, totals.count == 1 else { return nil }
    return (totals[0], bases[0])
  }

  /// Whether a row holds the sum or the mean over the table's periods.
  var hasPeriodTotals: Bool {
    let dated = [TableLayout.Role.period, .year, .month, .quarter].compactMap { column($0) }
    return wholeRows != nil
      && sample.contains { row in dated.contains { row.indices.contains($0) && HeaderWord.isTotal(row[$0]) } }
  }
}

extension WrittenPeriod {
  /// The period in the words of a total: 2022年合计, 上年合计; `nil` where it names none.
  static func ofTotal(_ words: String) -> WrittenPeriod? {
    for ending in ["合计", "总计", "小计", "总和", "共计"] where words.hasSuffix(ending) {
      let start = words.dropLast(ending.count)
      return WrittenPeriod(start.hasSuffix("数") ? start.dropLast() : start)
    }
    return nil
  }

  /// Whether the words beside facilities stand for a total of another period than the table's: 上年同期, 2022年合计.
  static func isTotalOfAnother(_ words: String, than own: Period?) -> Bool {
    // Names of facilities end in other characters, and a look at one is all they cost.
    guard let last = words.unicodeScalars.last, last.isASCII || lastOfPeriods.contains(last) else { return false }
    return switch ofTotal(words) ?? WrittenPeriod(words) {
    case .relative(let period)?: !period.isCurrent
    case .full(let period)?: own.map { $0.canonical != period.canonical } ?? false
    case .yearless?, nil: false
    }
  }

  private static let lastOfPeriods = Set("年月季度日号號期末底初半旬份间間计計和数數）０１２３４５６７８９".unicodeScalars)
}
