// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Lists of values for years, and what the things of a list share.
extension SentenceReader {
  /// The periods that a list of values is about: 2019—2021年, 近三年, 2015年末、2016年末、2017年末，….
  func series(before at: Int, of count: Int) -> [Period]? {
    for place in clause..<max(clause, at) {
      if case .period(let found) = lexemes[place].kind, found.listed.count > 1 { return found.listed }
    }
    if let members = period?.members, members.count > 1 { return members }
    if let same = periodsTold(count, before: at) { return same }
    return listedPeriods ?? partsOfPeriod(count, before: at) ?? yearsNamed(count, before: at)
  }

  /// 由2015年的47.3%降到2016年的43.1%、2017年的39.6%。平均住院日三年分别为…: the years of the sentence, where the clause counts as many.
  private func yearsNamed(_ count: Int, before at: Int) -> [Period]? {
    let counts: [Unicode.Scalar] = ["两", "三", "四", "五"]
    guard counts.indices.contains(count - 2), clause < at else { return nil }
    let words = text.scalars[lexemes[clause].range.lowerBound..<lexemes[at].range.lowerBound]
    let counter = words.firstIndex(of: counts[count - 2]).map { $0 + 1 }
    guard let counter, words.indices.contains(counter), words[counter] == "年" else { return nil }
    var years: [Period] = []
    for draft in (topic.figures + drafts) where !draft.isEcho {
      if case .year? = draft.period, let year = draft.period, !years.contains(year) { years.append(year) }
    }
    let last = years.sorted().suffix(count)
    return last.count == count && (last.last?.lastDay.year ?? 0) - (last.first?.lastDay.year ?? 0) == count - 1
      ? Array(last) : nil
  }

  /// 2021年8.6天，2022年8.1天，2023年7.4天；同期病床周转次数分别为…: the periods of the figures told before.
  private func periodsTold(_ count: Int, before at: Int) -> [Period]? {
    guard count > 1, (clause..<at).contains(where: { isWord($0, "同期") }) else { return nil }
    let told = drafts.filter { !$0.isEcho && !$0.isFormer && $0.metric != nil }.suffix(count)
    let periods = told.compactMap(\.period)
    guard periods.count == count, Set(periods).count == count, Set(told.map { $0.metric?.id ?? "" }).count == 1 else {
      return nil
    }
    return periods
  }

  /// 孕产妇死亡率逐年走低，依次为…: the one metric of the clause before, where the list names nothing of its own.
  func nameBefore(_ items: [Item]) -> [Item] {
    guard items.isEmpty, clause > 1 else { return items }
    var found: [Item] = []
    for place in (0..<(clause - 1)).reversed() {
      switch lexemes[place].kind {
      case .metric(let metric): found.append(Item(range: place..<(place + 1), metric: metric, label: string(place)))
      case .number, .masked, .span: return items
      case .mark: return found.count == 1 ? found : items
      default: continue
      }
    }
    return found.count == 1 ? found : items
  }

  /// 分别控制在4‰、6‰以下, 分别超过80%、75%: a bound that stands once holds for all values of a list.
  func sharedBound(_ values: [Int]) -> Quantity.Bound? {
    guard values.count > 1, let first = values.first, let last = values.last else { return nil }
    if let bound = wordOfBound(first - 1) {
      return values.dropFirst().contains { wordOfBound($0 - 1) != nil } ? nil : bound
    }
    guard touches(last, last + 1), let bound = wordOfBound(last + 1) else { return nil }
    return values.dropLast().contains { wordOfBound($0 + 1) != nil } ? nil : bound
  }

  private func wordOfBound(_ place: Int) -> Quantity.Bound? {
    guard lexemes.indices.contains(place), case .bound(let bound) = lexemes[place].kind else { return nil }
    return bound
  }
}
