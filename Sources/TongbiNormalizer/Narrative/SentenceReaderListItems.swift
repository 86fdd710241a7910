// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The things that a respective list speaks of.
extension SentenceReader {
  /// The things listed before 分别 in the same clause.
  func items(before at: Int) -> [Item] {
    let items = items(from: clause, before: at)
    guard clause > 0, items.count <= 1, items.allSatisfy({ $0.label.isEmpty && $0.entity == nil }) else {
      return namesSpokenOf(items) ?? items
    }
    // 门诊人次、出院人次双双下滑，分别为…: what is listed stands in the clause before.
    var start = clause - 1
    while start > 0, start != listStart {
      if case .mark = lexemes[start - 1].kind { break }
      start -= 1
    }
    guard lexemes[start..<(clause - 1)].count(where: isFigure) <= 1 else { return items }
    let here = clause
    clause = start
    defer { clause = here }
    let mark = lexemes[..<start].lastIndex(where: isMark) ?? -1
    if let ranked = ranked(mark + 1..<(here - 1)) { return ranked }
    let before = self.items(from: namesRanked(before: here - 1) ?? start, before: here - 1)
    if let named = namesSpokenOf(before) { return named }
    if before.count > 1, before.last?.metric != nil || before.allSatisfy({ $0.label.isEmpty && $0.entity != nil }) {
      return before
    }
    if let wards = wards(before, start..<(here - 1), at) { return wards }
    // 把药占比降下来、把四级手术占比提上去，2026年分别达到….
    let names = (start..<(here - 1)).compactMap { place -> Item? in
      guard case .metric(let metric) = lexemes[place].kind else { return nil }
      return Item(range: place..<(place + 1), metric: metric, label: string(place))
    }
    return names.count > 1 ? names : items
  }

  /// 骨科、心内科耗占比居高不下，分别达…; 骨科、产科、眼科控制较好，分别为…, below a heading that names the metric: departments.
  private func wards(_ items: [Item], _ clause: Range<Int>, _ at: Int) -> [Item]? {
    guard items.count > 1, let value = lexemes[at...].indices.first(where: isNumber),
      let metric = lastMetric(in: clause)?.metric ?? sentenceMetric
        ?? (topic.isHeadingPlain ? topic.headingMetric : nil),
      fits(value, metric, unit(of: value))
    else { return nil }
    var found: [Item] = []
    for var item in items {
      guard item.metric.map({ $0.id == metric.id }) ?? true, item.entity == nil, let ward = ward(in: item.label) else {
        return nil
      }
      (item.part, item.label, item.metric) = (ward, metric.name, metric)
      found.append(item)
    }
    return found
  }

  /// 心内科 in 心内科耗占比居高不下: the department that words begin with.
  func ward(in words: String) -> String? {
    let letters = Array(words.unicodeScalars)
    let end = letters.indices.last { WordSet.wards.match(letters, endingAt: $0 + 1, after: 0) != nil && $0 > 0 }
    return end.map { String(letters: letters, 0..<($0 + 1)) }
  }

  /// 药占比较高的科室为心内科、呼吸科，分别为…: those that a metric is ranked over.
  private func ranked(_ range: Range<Int>) -> [Item]? {
    guard let (name, metric) = lastMetric(in: range),
      let verb = range.first(where: { place in
        if case .glue = lexemes[place].kind { return place > name + 1 && endsIn(place - 1, .ranked) }
        return false
      })
    else { return nil }
    clause = verb + 1
    let items = items(from: clause, before: range.upperBound)
    guard items.count > 1, items.allSatisfy({ $0.metric == nil && ($0.entity != nil || isPart($0.label)) }) else {
      return nil
    }
    return items.map { item in
      var item = item
      if item.entity == nil { (item.part, item.label) = (item.label, string(name)) }
      item.metric = metric
      return item
    }
  }

  func items(from clause: Int, before at: Int) -> [Item] {
    var items: [Item] = []
    var start = clause
    for place in clause..<max(clause, at + 1) {
      let isEnd: Bool
      switch lexemes[place].kind {
      case .and: isEnd = true
      default: isEnd = place == at
      }
      guard isEnd else { continue }
      if let item = item(start..<place) { items.append(item) }
      start = place + 1
    }
    return items
  }

  func item(_ range: Range<Int>) -> Item? {
    var item = Item(range: range, label: "")
    var words: [Int] = []
    for place in range {
      switch lexemes[place].kind {
      case .metric(let metric):
        item.metric = metric
        words.append(place)
      // 青岩镇、大浦镇三家卫生院: what those named are, all together.
      case .entity(let kind) where isApposition(place, range): if item.entity == nil { item.entity = kind }
      // 安平居全县前两位.
      case .entity where item.entity == nil && place > range.lowerBound && endsIn(place - 1, .standings): continue
      case .entity where item.entity != nil && beginsWith(place, .wholes): continue
      case .entity(let entity): item.entity = entity
      case .period(let found): item.period = found.period
      // 心内科药占比偏高.
      case .text where item.metric != nil && (isWord(place, of: .ranks) || isWord(place, of: .standings)): continue
      case .guarded(.listMark): continue
      case .text, .guarded: words.append(place)
      default: continue
      }
    }
    guard !words.isEmpty || item.entity != nil || item.period != nil else { return nil }
    if let first = words.first, let last = words.last {
      item.label = text.string(lexemes[first].range.lowerBound..<lexemes[last].range.upperBound)
      // Words beside the name make it another metric.
      if words.count > 1 {
        let whole = index.metric(named: Array(item.label.unicodeScalars))
        let taken = item.metric.map { named($0, at: last) }
        item.metric = whole ?? taken?.metric
        item.part = whole == nil ? taken?.part : nil
      }
      if item.metric == nil { item.label = withoutStanding(item.label) }
    }
    return item
  }

  /// Whether a kind of institutions is counted right behind the name of one.
  private func isApposition(_ place: Int, _ range: Range<Int>) -> Bool {
    var counter = place - 1
    if counter > range.lowerBound, isWord(counter, of: .leading) { counter -= 1 }
    guard counter > range.lowerBound, isNumber(counter), UnitSet.institutions.contains(unit(of: counter)) else {
      return false
    }
    return isEntity(counter - 1)
  }

  /// 呼吸与危重症医学科、神经内科…分别为: 与 joins no items where 、 does and there are too many.
  func joined(_ items: [Item], to count: Int) -> [Item] {
    guard items.count > count, count > 1 else { return items }
    var found: [Item] = []
    for next in items {
      guard let last = found.last, last.metric == nil, last.entity == nil,
        next.range.lowerBound == last.range.upperBound + 1,
        "与及和".unicodeScalars.contains(text.scalars[lexemes[last.range.upperBound].range.lowerBound]),
        let whole = item(last.range.lowerBound..<next.range.upperBound)
      else {
        found.append(next)
        continue
      }
      found[found.count - 1] = whole
    }
    return found.count == count ? found : items
  }

  /// 管理高血压患者2,680人、糖尿病患者843人，规范管理率分别为74.9%和73.1%: a name that each of the figures before
  /// completes; or one metric of the facilities before.
  func ofFigures(before values: [Int], _ item: Item) -> Bool {
    let told = drafts.filter { !$0.isEcho && !$0.text.isEmpty && $0.role == role }
    let before = told.suffix(values.count)
    guard before.count == values.count else { return false }
    if WordSet.perHead.begins(item.label), before.allSatisfy({ $0.metric?.kind == .stock }) {
      // 执业医师988人、注册护士1,146人，每千人口分别达到2.41人、2.79人.
      let metrics = before.map { perHead(Item(range: item.range, metric: $0.metric, label: $0.label), item.label) }
      if metrics.allSatisfy({ $0 != nil }) {
        for (value, metric) in zip(values, metrics) { put(value, metric, item) }
        return true
      }
    }
    let heads = index.heads(of: Array(item.label.unicodeScalars))
    // …，规范管理率77.8%、76.1%，控制率64.9%、57.3%: of the first figures again, as the rates before were.
    for earlier in stride(from: 0, through: min(told.count - values.count, 2 * values.count), by: values.count) {
      let metrics = told.dropLast(earlier).suffix(values.count).map { metric(of: $0, among: heads) }
      guard metrics.allSatisfy({ $0 != nil }) else { continue }
      for (value, metric) in zip(values, metrics) { put(value, metric, item) }
      return true
    }
    let names = before.map(\.facility)
    guard let metric = item.metric, item.entity == nil, Set(names).count == values.count, !names.contains(nil) else {
      return false
    }
    for (value, name) in zip(values, names) {
      let count = drafts.count
      put(value, metric, item)
      if drafts.count > count { drafts[drafts.count - 1].facility = name }
    }
    return true
  }

  /// 管理高血压患者4.6万人、糖尿病患者1.5万人，规范管理率均在78%以上: a rate of each of both.
  func ofFiguresEach(_ at: Int, _ item: Item) -> Bool {
    let heads = index.heads(of: Array(item.label.unicodeScalars))
    let metrics = drafts.filter { !$0.isEcho && !$0.text.isEmpty && $0.role == role }.suffix(2).map {
      metric(of: $0, among: heads)
    }
    guard metrics.count == 2, let first = metrics[0], let second = metrics[1], first.id != second.id else {
      return false
    }
    for metric in [first, second] { put(at, metric, item) }
    return true
  }

  /// The metric whose beginning a figure's name holds, the longest one.
  private func metric(of draft: Draft, among heads: [AliasIndex.Head]) -> Metric? {
    let letters = Array(draft.label.unicodeScalars)
    return heads.filter { occurs($0.letters, in: letters) }.max { $0.letters.count < $1.letters.count }?.metric
  }

  func occurs(_ word: ArraySlice<Unicode.Scalar>, in text: [Unicode.Scalar]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { text[$0..<($0 + word.count)].elementsEqual(word) }
  }

  /// 平均住院日。县人民医院、县中医医院分别为7.4天、8.8天: facilities alone take the metric of the heading, of the clause or of the
  /// figure before.
  func withMetricSpokenOf(_ items: [Item], _ values: [Int]) -> [Item] {
    guard items.count == values.count, items.count > 1, var last = items.last else { return items }
    if items.allSatisfy({ $0.metric == nil && $0.entity == nil && $0.period == nil && WordSet.wards.ends($0.label) }),
      let metric = metricSpokenOf(values)
    {
      // 部分科室平均住院日偏长，骨科、神经外科分别为10.4天和11.7天: departments alone.
      return items.map { Item(range: $0.range, metric: metric, part: $0.label, label: metric.name) }
    }
    guard items.allSatisfy({ $0.label.isEmpty && ($0.entity != nil || $0.period != nil) }),
      let metric = metricSpokenOf(values)
    else { return items }
    last.metric = metric
    last.label = items.last?.entity == nil ? metric.name : ""
    return items.dropLast() + [last]
  }

  /// The metric of the list, the clause, the heading or the figure before, that some values are of which have no name.
  func metricSpokenOf(_ values: [Int]) -> Metric? {
    // 门急诊9393人次，其中1月、2月分别为…: of the whole that is taken apart.
    if let whole, drafts.indices.contains(whole), let metric = drafts[whole].metric,
      values.allSatisfy({ fits($0, metric, unit(of: $0)) })
    {
      return metric
    }
    let unsaid = unsaidMetric(before: values[0]).flatMap { place in
      if case .metric(let metric) = lexemes[place].kind { metric } else { nil }
    }
    let spoken = [
      metricOfList, unsaid, sentenceMetric, topic.isHeadingPlain ? topic.headingMetric : nil, drafts.last?.metric,
    ]
    return spoken.lazy.compactMap { $0 }.first { metric in values.allSatisfy { fits($0, metric, unit(of: $0)) } }
  }

  /// 甲、乙两个院区门诊分别为…: a part of the metric that the last item names, by the word for all of them.
  func partOfGroup(_ item: Item, _ last: Item, _ count: Int) -> (Metric, String)? {
    guard let (name, metric) = lastMetric(in: last.range), !item.label.isEmpty, item.entity == nil else { return nil }
    let start = lexemes[name].range.lowerBound
    let counter = lexemes[last.range].last { isFigure($0) && $0.range.upperBound <= start }
    guard let counter, case .number(let number, _) = counter.kind, number.value == ExactDecimal(Int64(count)) else {
      return nil
    }
    let group = text.string(counter.range.upperBound..<start)
    let own =
      item.range == last.range
      ? text.string(lexemes[item.range.lowerBound].range.lowerBound..<counter.range.lowerBound) : item.label
    // 急诊科、麻醉科两个科室: the names say what they are.
    if WordSet.wards.ends(own) { return (metric, own) }
    return group.isEmpty || own.isEmpty ? nil : (metric, own + group)
  }
}
