// SPDX-License-Identifier: Apache-2.0

import Tongbi

extension SentenceReader {
  /// One thing that 分别 speaks of.
  struct Item {
    var range: Range<Int>
    var metric: Metric?
    var entity: Entity?
    var period: Period?
    var part: String?
    var label: String
  }

  /// Reads a respective list: 门诊量、出院量分别达到a、b; 分别增长a%、b%. Returns the place after it.
  func respectively(_ at: Int) -> Int {
    var place = at + 1
    // 两项指标要分别达到45%和85%.
    if at > clause, case .text = lexemes[at - 1].kind,
      "要应须需".unicodeScalars.contains(text.scalars[lexemes[at - 1].range.upperBound - 1])
    {
      isTarget = true
    }
    // 同比降幅分别为11.6%和9.4%.
    var verb = at > clause ? verb(at: at - 1) : nil
    while place < lexemes.count {
      switch lexemes[place].kind {
      case .from: return fromAndTo(at, from: place)
      case .period(let found) where isWord(min(place + 1, lexemes.count - 1), "的"):
        base = found.period.map { ComparisonBase(kind: .period($0)) }
        place += 2
      case .glue, .bound, .lead, .becomes, .base, .each: place += 1
      // 分别是开诊首年2021年的2.3倍和3.4倍.
      case .text where lexemes[place].range.count <= 6 && leadsToBase(place + 1): place += 1
      // 分别出院3.64万人次、1.82万人次: of the facilities before.
      case .metric(let metric) where verb == nil && isNumber(place + 1):
        metricOfList = metric
        place += 1
      // 分别看了38.2万、21.6万人次, 分别收治3.1万, 分别投入3,200万元.
      case .act where isNumber(place + 1):
        metricOfList = deed(from: place, to: place, place + 1)?.metric
        place += 1
      // 同比分别降1.2个和0.7个百分点.
      case .text where verb == nil && lexemes[place].range.count == 1 && isNumber(place + 1) && way(place) != 0:
        verb = (place, way(place))
        place += 1
      case .text
      where lexemes[place].range.count <= 3
        && (isNumber(place + 1) || place + 1 < lexemes.count && isWord(place + 1, "了")):
        place += 1
      case .change(let direction) where direction != 0:
        verb = (place, direction)
        place += 1
      default:
        if verb == nil, let end = namedValues(from: place, metric: nil) { return end }
        return list(at, from: place, verb)
      }
      if case .base(let base) = lexemes[place - 1].kind {
        self.base = base
        lastBase = base
      }
    }
    return at + 1
  }

  /// Whether nothing but a word that joins stands before the period of a base: 2021年的.
  private func leadsToBase(_ at: Int) -> Bool {
    guard let place = (at..<min(at + 2, lexemes.count)).first(where: isPeriod), place + 2 < lexemes.count else {
      return false
    }
    return (at..<place).allSatisfy { isWord($0, "年") } && isWord(place + 1, "的") && isNumber(place + 2)
  }

  private func verb(at place: Int) -> (place: Int, direction: Int)? {
    guard case .change(let direction) = lexemes[place].kind, direction != 0 else { return nil }
    return (place, direction)
  }

  /// The values of a list and where it ends.
  func values(from start: Int) -> (places: [Int], end: Int) {
    var values: [Int] = []
    var end = start
    scan: while end < lexemes.count {
      switch lexemes[end].kind {
      case .number, .masked, .span: values.append(end)
      case .and: break
      case .mark(","), .mark("，"):
        guard end + 1 < lexemes.count, isValue(end + 1), endsItem(end + 2) else { break scan }
      case .bound: break
      case .change(let direction) where direction != 0 && !values.isEmpty && isNumber(end + 1): break
      // 分别增长8.7%、12.1%和持平.
      case .change(direction: 0) where !values.isEmpty:
        guard case .and = lexemes[end - 1].kind else { break scan }
        values.append(end)
      default: break scan
      }
      end += 1
    }
    return (values, end)
  }

  private func list(_ at: Int, from start: Int, _ verb: (place: Int, direction: Int)?) -> Int {
    let (values, end) = values(from: start)
    guard let first = values.first, let last = values.last else { return at + 1 }
    if values.count > 1, isNumber(last), values.dropLast().allSatisfy({ isNumber($0) && unit(of: $0).isEmpty }) {
      let unit = unit(of: last)
      if !unit.isEmpty, unit != "倍" { unitOfList = (first..<last, unit) }
    }
    defer { (unitOfList, metricOfList) = (nil, nil) }
    // 同比分别-0.9、+1.6个百分点.
    guard let verb = verb ?? (base != nil && values.count > 1 && values.allSatisfy(isSigned) ? (at, 1) : nil) else {
      let first = drafts.count
      listBound = sharedBound(values)
      listFormers = formers(before: at, of: values)
      if values.allSatisfy({ unit(of: $0) == "倍" }) { assignMultiples(values, at) } else { assign(values, at) }
      (listBound, listFormers) = (nil, [:])
      lastList = first..<drafts.count
      readUpTo = end
      return end
    }
    assignChanges(values, at, verb)
    readUpTo = end
    return end
  }

  private func isValue(_ at: Int) -> Bool {
    switch lexemes[at].kind {
    case .number, .masked: true
    default: false
    }
  }

  private func endsItem(_ at: Int) -> Bool {
    guard at < lexemes.count else { return true }
    switch lexemes[at].kind {
    case .mark, .and, .bound, .close: return true
    default: return false
    }
  }

  /// 分别增长9.4%、下降2.1%: the verb of change that a value of a list stands under.
  func verb(of value: Int) -> (place: Int, direction: Int)? {
    for place in (clause..<max(clause, value)).reversed() {
      if case .change(let direction) = lexemes[place].kind, direction != 0 { return (place, direction) }
    }
    return nil
  }

  func assign(_ values: [Int], _ at: Int) {
    if areTasks(values, at) {
      for value in values { reject(value, .shareOfPlan) }
      return
    }
    let items =
      countedNames(values, at)
      ?? withMetricSpokenOf(
        joined(nameBefore(withKinds(withLevels(withDoses(items(before: at))))), to: values.count), values)
    let named = series(before: at, of: values.count)
    let listed = items.compactMap(\.period)
    listedPeriods = listed.count > 1 && listed.count == items.count ? listed : listedPeriods
    if items.count == 1, let named, named.count == values.count,
      // 二、三季度分别为9,954和10,487人次, after those of the first.
      let metric = items[0].metric
        ?? (items[0].label.isEmpty ? metricSpokenOf(values) : metricOfList ?? metric(of: items[0].label, values))
    {
      if let found = items[0].entity { entity = found }
      let spoken = period
      for (value, part) in zip(values, named) {
        period = FoundPeriod(range: lexemes[value].range, period: part, hasYear: true)
        put(value, metric, items[0])
      }
      period = spoken
      return
    }
    // 两病规范管理率分别为81.2%、79.5%.
    if items.count == 1, values.count == 2, let both = ofBothIllnesses(at) {
      for (metric, value) in zip(both.metrics, values) {
        put(value, metric, Item(range: items[0].range, label: both.rate))
      }
      return
    }
    if items.count == 1, values.count == 1, items[0].metric != nil {
      put(values[0], items[0].metric, items[0])
      return
    }
    if items.count == 1, items[0].label.isEmpty || items[0].label.hasSuffix("指标"), let found = items[0].entity,
      repeated(values, of: found) || ofMetricsBefore(values, found)
    {
      return
    }
    if items.count == 1, values.count > 1,
      ofFacilitiesTold(values, items[0]) || ofFacilitiesEarlier(values, items[0])
        || ofFacilitiesHeaded(values, items[0])
        || ofFigures(before: values, items[0])
    {
      return
    }
    if items.count != values.count, let told = toldBefore(values, items) {
      if let found = items.first?.entity { entity = found }
      for (draft, value) in zip(told, values) {
        put(value, draft.metric, Item(range: value..<(value + 1), part: draft.part, label: draft.label))
      }
      return
    }
    guard items.count == values.count, let last = items.last else {
      mismatch(items.count, values, at)
      keepUnassigned(values, items)
      return
    }
    let head = last.metric
    for (item, value) in zip(items, values) {
      if item.label.isEmpty, let head, item.entity != nil || item.period != nil {
        // 履约率方面，城关中心、安平分别为…: of each, though it is a rate of people.
        if let found = item.entity { (entity, entityClause) = (found, clause) }
        if let found = item.period {
          period = FoundPeriod(range: lexemes[value].range, period: found, hasYear: true)
        }
        put(value, head, last)
      } else {
        if item.range == last.range || item.label.isEmpty, let found = item.entity { entity = found }
        if item.range == last.range, let found = item.period, items.first?.period != nil {
          period = FoundPeriod(range: lexemes[value].range, period: found, hasYear: true)
        }
        let own = item.metric.flatMap { fits(value, $0, unit(of: value)) ? $0 : nil }
        if item.metric == nil, let metric = metricOfList, isPart(item.label), fits(value, metric, unit(of: value)) {
          // 骨科、神经外科分别开展手术812台、306台.
          var item = item
          item.part = item.label
          put(value, metric, item)
        } else if item.metric == nil, let head, last.part.map(isPart) ?? false, isPart(item.label) {
          // 呼吸内科、神经内科床位使用率分别为….
          var item = item
          item.part = item.label
          put(value, head, item)
        } else if item.metric == nil, let head, head.name.hasSuffix("疫苗接种率"), item.range != last.range,
          WordSet.vaccines.ends(item.label), fits(value, head, unit(of: value))
        {
          // 卡介苗、脊灰、含麻疹成分疫苗接种率分别为….
          var item = item
          item.part = item.label
          put(value, head, item)
        } else if let (metric, part) = partOfGroup(item, last, items.count) {
          var item = item
          item.part = part
          put(value, metric, item)
        } else {
          let metric =
            perHead(item, after: items[0]) ?? own ?? underHead(item.label, value) ?? completed(
              item.label, by: last.label)
            ?? completed(withoutGroup(item.label), by: last.label) ?? item.metric
            ?? antecedent(of: Array(item.label.unicodeScalars), at: item.range.lowerBound)
          var item = item
          let ofWhole = metric == nil ? metricOfWhole(value) : nil
          if ofWhole != nil { item.part = counterpart(of: item.label, items) }
          put(value, metric ?? ofWhole, item)
        }
      }
    }
  }

  func put(_ value: Int, _ metric: Metric?, _ item: Item) {
    let subject = Subject(
      metric: metric, label: item.label.isEmpty ? metric?.name ?? "" : item.label, part: item.part,
      start: item.range.lowerBound)
    guard let metric else {
      if let whole = metricTakenApart, fits(value, whole, unit(of: value)) {
        return add(
          value, whole, Subject(metric: whole, label: subject.label, part: subject.label, start: subject.start))
      }
      if !unit(of: value).isEmpty { add(value, nil, subject) }
      return
    }
    guard fits(value, metric, unit(of: value), label: item.label) else {
      // 门诊、急诊、住院患者满意度: of those that no catalogue knows.
      if isRatio(unit(of: value)), metric.unit.ratioFactor == nil { add(value, nil, subject) }
      return
    }
    if let past = listFormers[value], case .number(let number, let unit) = lexemes[past].kind {
      former = Former(number, unit, nil, lexemes[past].range, past)
    }
    add(value, metric, subject)
  }
}
