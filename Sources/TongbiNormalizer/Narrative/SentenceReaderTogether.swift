// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What is said of several figures or facilities at once.
extension SentenceReader {
  /// 高血压、糖尿病规范管理率为81.2%、80.6%: as many values as names joined before them, where 分别 is understood.
  func impliedList(_ at: Int) -> Bool {
    guard at + 2 < lexemes.count, case .and = lexemes[at + 1].kind, isNumber(at + 2) else { return false }
    var values = [at]
    var end = at + 1
    while end + 1 < lexemes.count, case .and = lexemes[end].kind, isNumber(end + 1) {
      values.append(end + 1)
      end += 2
    }
    guard endsClause(end) || end < lexemes.count && isBound(end) else { return false }
    if fillsInTurn(values) { return readTo(end) }
    let items = items(from: clause, before: at)
    // 高血压患者2,680人、糖尿病患者843人，规范管理率为74.9%和73.1%; 出院1.2万人次和0.8万人次, of two hospitals.
    if items.count == 1, items[0].entity == nil, items[0].period == nil, items[0].part == nil, !items[0].label.isEmpty,
      Set(values.map { unit(of: $0) }).count == 1, ofFigures(before: values, items[0])
    {
      return readTo(end)
    }
    // 2024年三项指标力争达到32%、20%、1.10; …分别为88.7%和61.4%，预计全年可达89%和62%: aims of what was told last.
    if isTarget, items.allSatisfy({ $0.entity == nil && $0.part == nil }), let told = toldBefore(values, items) {
      for (draft, value) in zip(told, values) {
        put(value, draft.metric, Item(range: value..<(value + 1), label: draft.label))
      }
      return readTo(end)
    }
    // 大垭乡、沙坪镇两个卫生院健康管理率仅为41.3%和44.8%: one each of so many facilities.
    let areFacilities =
      items.count > 1 && items.allSatisfy { $0.entity != nil } && items.dropLast().allSatisfy(\.label.isEmpty)
    // 孕产妇系统管理率城区96.2%，清源县、平朔县仅为85.4%和83.9%: of what was told before.
    let spoken = areFacilities && items[items.count - 1].label.isEmpty ? metricSpokenOf(values) : nil
    guard items.count == values.count, let last = items.last, last.metric != nil || spoken != nil, items[0].part == nil,
      items.allSatisfy({ $0.period == nil }),
      areFacilities || items.allSatisfy({ $0.entity == nil && !$0.label.isEmpty }),
      zip(items, values).allSatisfy({ item, value in
        let metric = spoken ?? completed(item.label, by: last.label) ?? item.metric
        return metric.map { fits(value, $0, unit(of: value), label: item.label) } ?? false
      })
    else { return false }
    let first = drafts.count
    assign(values, at)
    lastList = first..<drafts.count
    return readTo(end)
  }

  private func readTo(_ end: Int) -> Bool {
    readUpTo = max(readUpTo, end)
    return true
  }

  /// 药占比分别下降0.9、1.6个百分点，为26.2%和29.8%: the values of the figures whose changes alone were told.
  private func fillsInTurn(_ values: [Int]) -> Bool {
    guard isElided(before: values[0]).elided else { return false }
    let open = openFigures
    guard open.count == values.count,
      zip(open, values).allSatisfy({ draft, value in
        drafts[draft].metric.map { fits(value, $0, unit(of: value), label: $0.name) } ?? false
      })
    else { return false }
    for (draft, value) in zip(open, values) { fill(draft, value) }
    return true
  }

  /// The figures at the end of those read that have changes and no value yet.
  private var openFigures: [Int] {
    let last = drafts.indices.reversed().prefix {
      !drafts[$0].isEcho && drafts[$0].text.isEmpty && drafts[$0].quantity == nil && drafts[$0].metric != nil
    }
    return last.reversed()
  }

  /// Whether 均 or 双双 stands in the clause before a number.
  func hasEach(_ at: Int) -> Bool { each(before: at) != nil }

  /// Where 均 or 双双 stands in the clause before a place.
  private func each(before at: Int) -> Int? {
    (clause..<max(clause, at)).last { place in
      if case .each = lexemes[place].kind { return true }
      return false
    }
  }

  /// 分别提高8.5、7.2个百分点，均达75%以上; 青岩镇、大浦镇均超过10万人次: one value for each of those spoken of.
  func ofEach(_ at: Int) -> Bool {
    guard let each = each(before: at) else { return false }
    if aimOfEach(at) { return true }
    let open = openFigures
    if each == clause, open.count > 1,
      open.allSatisfy({ drafts[$0].metric.map { fits(at, $0, unit(of: at)) } ?? false })
    {
      for draft in open { fill(draft, at) }
      return true
    }
    let items = items(from: clause, before: each)
    guard items.count > 1, items.allSatisfy({ $0.entity != nil && $0.label.isEmpty }),
      let metric = sentenceMetric ?? drafts.last(where: { $0.metric != nil })?.metric, fits(at, metric, unit(of: at))
    else { return false }
    let spoken = entity
    for item in items {
      entity = item.entity
      add(at, metric, Subject(metric: metric, label: metric.name, start: item.range.lowerBound))
    }
    entity = spoken
    return true
  }

  /// 医疗服务收入占比均超过34%, after a list of facilities: of each of them.
  func ofEachFacility(_ at: Int, _ subject: Subject) -> Bool {
    guard let metric = subject.metric, entityClause != clause, let names = facilitiesOfLastList(nil),
      fits(at, metric, unit(of: at))
    else { return false }
    for name in names {
      add(at, metric, subject)
      drafts[drafts.count - 1].facility = name
    }
    return true
  }

  /// The facilities that the figures of the list read last were of, where each was of another.
  func facilitiesOfLastList(_ count: Int?) -> [String]? {
    guard let list = lastList, list.upperBound <= drafts.count else { return nil }
    let names = list.compactMap { drafts[$0].isEcho ? nil : drafts[$0].facility }
    guard names.count > 1, names.count == list.count, count ?? names.count == names.count,
      Set(names).count == names.count
    else { return nil }
    return names
  }

  /// 两院平均住院日分别缩短至7.2天和6.8天, 三个院区出院人次分别是…: of the facilities told before, in their order; in a report on many,
  /// 出院人次依次为9,315、5,104和1,206 too, where as many were told.
  func ofFacilitiesTold(_ values: [Int], _ item: Item) -> Bool {
    guard let metric = lastMetric(in: item.range)?.metric,
      countsFacilities(item, values.count)
        || item.entity == nil && item.period == nil && item.range.count == 1
          && (values.count > 2 && speaksOfMany || toldInTurn(values.count)),
      values.allSatisfy({ fits($0, metric, unit(of: $0), label: metric.name) })
    else { return false }
    let own = facilities(of: drafts)
    let told = own.count == values.count ? own : facilities(of: topic.told)
    let names = told.count == values.count ? told : document.pair
    guard names.count == values.count else { return false }
    for (value, name) in zip(values, names) {
      add(value, metric, Subject(metric: metric, label: metric.name, start: item.range.lowerBound))
      drafts[drafts.count - 1].facility = name
    }
    return true
  }

  /// 城东中心接种7,140剂次，西关中心接种5,260剂次，去年四季度分别为8,015剂次、5,933剂次: of the same facilities at another time.
  func ofFacilitiesEarlier(_ values: [Int], _ item: Item) -> Bool {
    guard let when = item.period, item.label.isEmpty, item.entity == nil else { return false }
    let told = drafts.filter { !$0.isEcho && $0.metric != nil && $0.quantity != nil }.suffix(values.count)
    guard told.count == values.count, Set(told.map(\.facility)).count == values.count,
      zip(told, values).allSatisfy({ draft, value in
        draft.metric.map { $0.id == told.first?.metric?.id && fits(value, $0, unit(of: value)) } ?? false
      })
    else { return false }
    let spoken = period
    for (draft, value) in zip(told, values) {
      period = FoundPeriod(range: lexemes[value].range, period: when, hasYear: true)
      add(value, draft.metric, Subject(metric: draft.metric, label: draft.label, part: draft.part, start: value))
      drafts[drafts.count - 1].facility = draft.facility
    }
    period = spoken
    return true
  }

  /// 南坪镇卫生院、杨店镇卫生院：建档率分别为86.3%和84.9%; 其次是麻墩镇卫生院和西浦镇卫生院，签约率分别为…: of those that stand before the
  /// colon, or that the clause before names and says nothing else of.
  func ofFacilitiesHeaded(_ values: [Int], _ item: Item) -> Bool {
    guard let metric = item.metric, item.entity == nil, clause > 0,
      values.allSatisfy({ fits($0, metric, unit(of: $0), label: item.label) })
    else { return false }
    let colon = lexemes[..<clause].firstIndex { if case .mark(":") = $0.kind { true } else { false } }
    let start = colon == nil ? lexemes[..<(clause - 1)].lastIndex(where: isMark).map { $0 + 1 } ?? 0 : 0
    var names: [Entity] = []
    for place in start..<(colon ?? clause - 1) {
      switch lexemes[place].kind {
      case .entity(let found): names.append(found)
      case .and, .lead, .glue, .text, .act: continue
      default: return false
      }
    }
    guard names.count == values.count else { return false }
    let spoken = entity
    for (name, value) in zip(names, values) {
      (entity, entityClause) = (name, clause)
      put(value, metric, item)
    }
    entity = spoken
    return true
  }

  /// 药占比、耗占比“双降”，二级公立医院分别为25.6%和17.9%: the metrics of the clause before, of the one named here.
  func ofMetricsBefore(_ values: [Int], _ found: Entity) -> Bool {
    guard clause > 1 else { return false }
    let start = lexemes[..<(clause - 1)].lastIndex(where: isMark).map { $0 + 1 } ?? 0
    let names = (start..<(clause - 1)).filter { metric(at: $0) != nil }
    guard names.count == values.count, values.count > 1, !(start..<(clause - 1)).contains(where: isNumber),
      zip(names, values).allSatisfy({ name, value in metric(at: name).map { fits(value, $0, unit(of: value)) } ?? false
      })
    else { return false }
    (entity, entityClause) = (found, clause)
    for (name, value) in zip(names, values) {
      add(value, metric(at: name), Subject(metric: metric(at: name), label: string(name), start: name))
    }
    return true
  }

  /// 平均住院日牵头医院7.4天、成员单位6.2天。住院次均费用分别为…: whether the last figures were of one metric, each of another facility.
  private func toldInTurn(_ count: Int) -> Bool {
    let own = drafts.filter { !$0.isEcho }
    let last = (own.isEmpty ? topic.told : own).suffix(count)
    let names = Set(last.compactMap(\.facility))
    return count > 1 && names.count == count && last.allSatisfy { $0.metric?.id == last.first?.metric?.id }
  }

  private func facilities(of figures: [Draft]) -> [String] {
    var names: [String] = []
    for draft in figures where !draft.isEcho {
      if let name = draft.facility, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Whether an item begins with a word for so many facilities: 两院, 三个院区, 三家医院.
  private func countsFacilities(_ item: Item, _ count: Int) -> Bool {
    let first = lexemes[item.range.lowerBound]
    var letters = text.scalars[first.range.lowerBound..<lexemes[item.range.upperBound - 1].range.upperBound]
    if let word = WordSet.told.end(text.scalars, at: letters.startIndex, before: letters.endIndex) {
      letters = letters[word...]
    }
    guard let number = NumberScanner(text.scalars, before: letters.endIndex).number(at: letters.startIndex),
      number.value == ExactDecimal(Int64(count))
    else { return false }
    return WordSet.countedHouses.end(text.scalars, at: number.end, before: letters.endIndex) != nil
  }
}
