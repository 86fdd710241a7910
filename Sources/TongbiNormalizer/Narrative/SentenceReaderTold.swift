// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What was told before and is spoken of again: 上述三项指标分别为….
extension SentenceReader {
  /// 三项指标, 两率, 上述三项: words for what was told before, and how many they say.
  func isGroupWord(_ label: String) -> Bool {
    var letters = Array(label.unicodeScalars)
    while let last = letters.last, "要应须需已均都".unicodeScalars.contains(last) { letters.removeLast() }
    guard (2...8).contains(letters.count) else { return false }
    let start = WordSet.told.end(letters, at: 0, before: letters.count) ?? 0
    var at = start
    while at < letters.count, ChineseNumeral.isNumeral(letters[at]) || NumberScanner.isDigit(letters[at]) { at += 1 }
    guard at < letters.count || start > 0 else { return false }
    return at == letters.count
      || (at > start || start > 0) && WordSet.groupNouns.end(letters, at: at, before: letters.count) == letters.count
  }

  /// The figures of the list read last, here or at the end of the sentence before, where it had as many.
  private func lastOfList(_ count: Int) -> [Draft]? {
    if let list = lastList, list.upperBound <= drafts.count {
      let own = drafts[list].filter { !$0.isFormer }
      return own.count == count && areDistinct(own) ? own : nil
    }
    guard drafts.allSatisfy(\.isEcho) else { return nil }
    return topic.toldList.count == count && areDistinct(topic.toldList) ? topic.toldList : nil
  }

  private func areDistinct(_ drafts: [Draft]) -> Bool {
    Set(drafts.map { $0.label + "/" + ($0.part ?? "") }).count == drafts.count
  }

  /// 三项指标: whether an item counts as many as there are values.
  private func counts(_ item: Item, _ count: Int) -> Bool {
    let letters = Array(item.label.unicodeScalars)
    guard let noun = WordSet.groupTails.end(letters, at: 0, before: letters.count),
      letters[noun...].allSatisfy({ "要应须需已均都".unicodeScalars.contains($0) })
    else { return false }
    return item.range.contains { place in
      guard case .number(let number, _) = lexemes[place].kind else { return false }
      return number.value == ExactDecimal(Int64(count))
    }
  }

  /// The last figures of different metrics, as many as asked for.
  private func last(_ count: Int, of figures: [Draft]) -> [Draft]? {
    var told: [Draft] = []
    for draft in figures.reversed() where !draft.isEcho && draft.metric != nil && draft.part == nil {
      if told.contains(where: { $0.metric?.id == draft.metric?.id }) { continue }
      told.insert(draft, at: 0)
      if told.count == count { return told }
    }
    return nil
  }

  /// 2024年已分别完成7.12张、3.05人, 上述三项分别为…: the metrics of the figures told last, in their order.
  func toldBefore(_ values: [Int], _ items: [Item]) -> [Draft]? {
    guard values.count > 1, items.count <= 1, items.allSatisfy({ $0.metric == nil }),
      items.allSatisfy({ $0.label.isEmpty || isGroupWord($0.label) || counts($0, values.count) })
        || Set(values.map { unit(of: $0) }).count == values.count && !values.contains(where: { unit(of: $0).isEmpty })
    else { return nil }
    let told =
      lastOfList(values.count) ?? last(values.count, of: drafts) ?? last(values.count, of: topic.told)
    guard let told, told.contains(where: { $0.metric != nil }),
      zip(told, values).allSatisfy({ draft, value in
        draft.metric.map { fits(value, $0, unit(of: value), label: $0.name) } ?? (draft.unit.symbol == unit(of: value))
      })
    else { return nil }
    return told
  }

  /// The figures of the list read last.
  var listFigures: [Draft] {
    guard let list = lastList, list.upperBound <= drafts.count else { return [] }
    return drafts[list].filter { !$0.isFormer && !$0.isEcho }
  }
}

extension WordSet where Meaning == Bool {
  static let told = WordSet(words: ["上述", "以上", "这", "该", "此", "前述", "前", "后"])
  static let countedHouses = WordSet(words: [
    "院", "家医院", "个院区", "院区", "所医院", "家", "个县", "县", "家牵头医院", "家县级医院", "家单位", "个机构", "家机构", "家卫生院",
  ])
  static let groupTails = WordSet(words: ["指标", "率", "数据", "占比", "比率", "比例", "费用", "工作", "收入"])
  static let groupNouns = WordSet(words: [
    "项", "项指标", "率", "者", "个指标", "类", "项工作", "指标", "项数据", "项比例", "项占比", "个比率", "院", "科",
  ])
}
