// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Lists over periods, and names that the others of a list complete.
extension SentenceReader {
  /// 新生儿、婴儿和5岁以下儿童死亡率: the first names are completed by the end of the last one.
  func completed(_ label: String, by last: String) -> Metric? {
    let (letters, tail) = (Array(label.unicodeScalars), Array(last.unicodeScalars))
    for start in tail.indices {
      if let metric = index.metric(named: letters[...], tail[start...]) { return metric }
    }
    return nil
  }

  /// 每千人口床位数、执业(助理)医师数分别为6.8张、2.9人: the head of the first name belongs to those after it.
  func perHead(_ item: Item, after first: Item) -> Metric? {
    guard item.range != first.range, let head = first.metric, head.name.unicodeScalars.first == "每",
      item.metric.map({ $0.kind == .stock }) ?? true
    else { return nil }
    let (letters, own) = (Array(first.label.unicodeScalars), Array(item.label.unicodeScalars))
    for name in [letters, Array(head.name.unicodeScalars)] {
      for end in name.indices.dropFirst().reversed() where end < name.count {
        if let metric = index.metric(named: name[..<end], own[...]), metric.kind == head.kind { return metric }
      }
    }
    return nil
  }

  /// The metric that counts what an item counts over so many people: 每千人口 and 执业医师.
  func perHead(_ item: Item, _ head: String) -> Metric? {
    let names = [item.label, item.metric?.name ?? ""].flatMap { name -> [String] in
      name.hasSuffix("数") ? [name, String(name.dropLast())] : [name, name + "数"]
    }
    let metrics = names.lazy.compactMap { [index] in index.metric(named: Array((head + $0).unicodeScalars)) }
    return metrics.first { $0.kind == .average }
  }

  /// 前三季度各季…分别为, 1—3月各月…分别为, 近三年…分别为: the parts of the period, where there are as many as values.
  func partsOfPeriod(_ count: Int, before at: Int) -> [Period]? {
    guard count > 1, let whole = period?.period ?? document.period else { return nil }
    let words = text.scalars[lexemes[0].range.lowerBound..<lexemes[at].range.lowerBound]
    let letters = Array(words)
    let months = whole.months
    // 一至四季度献血人次分别为…, 1—3月门诊分别为…: by the parts that the words of the period name.
    let own = (clause..<max(clause, at)).last { place in
      if case .period(let found) = lexemes[place].kind { return found.period == whole }
      return false
    }
    func names(_ each: WordSet<Bool>, _ unit: String) -> Bool {
      each.occurs(in: letters, letters.indices) || own.map { string($0).contains(unit) } == true
    }
    if months.count == count * 3, names(.eachQuarter, "季") {
      return stride(from: 0, to: months.count, by: 3).map { Period(from: months[$0], to: months[$0 + 2]) }
    }
    if months.count == count, names(.eachMonth, "月") { return months.map(Period.month) }
    if WordSet.eachYear.occurs(in: letters, letters.indices), count <= 5, case .year(let last)? = document.period {
      let first = last - count + 1
      let names: [String] = ["零", "一", "两", "三", "四", "五"]
      return words.contains(names[count].unicodeScalars.first ?? "零")
        || words.contains(Unicode.Scalar(UInt8(48 + count)))
        ? (first...last).map(Period.year) : nil
    }
    // 三年间，门急诊分别完成32.4万、36.9万、40.1万人次, in a report on three years.
    if count > 1, months.count == count * 12, whole == document.period, let first = whole.firstDay?.year {
      return (first..<(first + count)).map(Period.year)
    }
    return nil
  }

  /// 2020年、2021年、2022年，: a clause of nothing but periods holds for the lists after it.
  func listPeriods(before mark: Int) {
    guard mark - clause >= 3 else { return }
    var found: [Period] = []
    for lexeme in lexemes[clause..<mark] {
      switch lexeme.kind {
      case .period(let named):
        guard let period = named.period else { return }
        found.append(period)
      case .and: continue
      // 永年县2019年、2021年三次监测，.
      case .entity where found.isEmpty: continue
      case .text, .number: guard found.count > 1 else { return }
      default: return
      }
    }
    if found.count > 1 { listedPeriods = found }
  }
}

extension WordSet where Meaning == Bool {
  static let eachQuarter = WordSet(words: ["各季", "每季", "逐季", "各个季度", "四个季度", "三个季度", "两个季度"])
  static let eachMonth = WordSet(words: ["各月", "逐月", "每月", "三个月", "两个月", "六个月"])
  static let eachYear = WordSet(words: ["近三年", "近两年", "近四年", "近五年", "近3年", "近2年", "近4年", "近5年", "连续三年", "三年来", "五年来"])
}
