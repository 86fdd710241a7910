// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Respective lists of changes: 分别增长9.4%、下降2.1%.
extension SentenceReader {
  /// The figures that the list read last gave, where nothing was read since: 规范管理率分别为76%、75%，分别提高3、2个百分点.
  private var figuresOfLastList: [Int] {
    guard let last = lastList, last.upperBound == drafts.count else { return [] }
    return last.filter { drafts[$0].takesChanges }
  }

  /// 县人民医院、县中医医院分别增长8.2%、15.2%: the figures of these facilities in the same sentence take the changes.
  private func assignChanges(
    _ values: [Int], to items: [Item], _ at: Int, _ verb: (place: Int, direction: Int)
  ) {
    guard items.count == values.count else { return mismatch(items.count, values, at) }
    for (item, value) in zip(items, values) {
      entity = item.entity
      let name = currentFacility()
      if let target = drafts.indices.last(where: { drafts[$0].facility == name && drafts[$0].takesChanges }) {
        give(target, value, self.verb(of: value) ?? verb, unit: sharedUnit(values))
      } else if let metric = sentenceMetric ?? drafts.last(where: { $0.metric != nil && !$0.isEcho })?.metric, let name
      {
        // 全县门诊增长5%，其中白马镇卫生院、石岭镇卫生院分别增长12.1%、10.3%: what they had is not told.
        begin(
          metric, Item(range: item.range, label: metric.name), of: [name], [value], self.verb(of: value) ?? verb,
          unit: sharedUnit(values))
      }
    }
  }

  /// The figures of the sentence that have no change yet.
  private var unchangedFigures: [Int] {
    drafts.indices.filter { drafts[$0].takesChanges && drafts[$0].changes.isEmpty && !drafts[$0].isEcho }
  }

  /// 设先锋岗28个、突击队6支，义诊41场次，服务5,870人次，同比分别增长17.1%和22.4%: the figures of the last clauses, where those
  /// before them stand in another order, several to a clause or one.
  private func figuresOfLastClauses(_ values: [Int]) -> [Int]? {
    let told = drafts.indices.filter { !drafts[$0].isEcho && !drafts[$0].text.isEmpty && drafts[$0].figure != nil }
    var clauses: [[Int]] = []
    var end = -1
    for place in told {
      guard let figure = drafts[place].figure else { continue }
      let isSame = end >= 0 && !clauses.isEmpty && !lexemes[end..<max(end, figure)].contains(where: isMark)
      if isSame { clauses[clauses.count - 1].append(place) } else { clauses.append([place]) }
      end = figure
    }
    guard values.count > 1, let last = clauses.last else { return nil }
    var found = last
    if last.count == 1 {
      for clause in clauses.dropLast().reversed() where found.count < values.count {
        guard clause.count == 1 else { return nil }
        found = clause + found
      }
      guard let before = clauses.dropLast(found.count).last, before.count > 1 else { return nil }
    }
    guard found.count == values.count,
      zip(found, values).allSatisfy({ mayChange(drafts[$0], by: $1, unit(of: $1, in: values)) })
    else { return nil }
    return found
  }

  /// 卫生技术人员2,874人，其中：医师1,063人，护士1,287人，分别增加52人和71人: the parts alone, where they are as many as the changes.
  private func figuresOfWhich(_ values: [Int]) -> [Int]? {
    guard let start = lexemes[..<(values.first ?? 0)].indices.last(where: isOfWhich) else { return nil }
    let parts = drafts.indices.filter {
      drafts[$0].figure.map { $0 > start } ?? false && !drafts[$0].isEcho && drafts[$0].takesChanges
    }
    guard parts.count == values.count,
      zip(parts, values).allSatisfy({ mayChange(drafts[$0], by: $1, unit(of: $1, in: values)) })
    else { return nil }
    return parts
  }

  /// 心内科、骨科增幅居前，分别增长14.2%、12.8%: the changes of departments that the clause before lists.
  private func wardsChanged(_ values: [Int], _ at: Int, _ verb: (place: Int, direction: Int)) -> Bool {
    guard clause > 1, values.count > 1 else { return false }
    let mark = lexemes[..<(clause - 1)].lastIndex(where: isMark) ?? -1
    let wards = items(from: mark + 1, before: clause - 1).map { item in
      item.metric == nil && item.entity == nil ? ward(in: item.label) : nil
    }
    let spoken = mark > 0 ? lastMetric(in: 0..<mark)?.metric : nil
    let told = (topic.figures + drafts).last { $0.metric?.kind == .flow }?.metric
    guard wards.count == values.count, wards.allSatisfy({ $0 != nil }), let metric = spoken ?? told,
      metric.unit.ratioFactor == nil || UnitSet.points.contains(sharedUnit(values) ?? "")
    else { return false }
    for (ward, value) in zip(wards, values) {
      let draft = Draft(
        metric: metric, label: (ward ?? "") + metric.name, facility: currentFacility(), period: currentPeriod(),
        unit: metric.unit, role: role, range: lexemes[at].range.lowerBound..<lexemes[value].range.upperBound)
      (draft.part, draft.periodOrigin) = (ward, currentPeriodOrigin())
      drafts.append(draft)
      give(drafts.count - 1, value, self.verb(of: value) ?? verb, unit: sharedUnit(values))
    }
    return true
  }

  /// Whether a change in a unit can be one of a figure.
  private func mayChange(_ draft: Draft, by value: Int, _ unit: String) -> Bool {
    if unit == "%" { return draft.unit.ratioFactor == nil }
    if UnitSet.points.contains(unit) { return draft.unit.ratioFactor != nil }
    return unit.isEmpty || UnitWord.fits(unit, metric: draft.unit)
  }

  /// Gives changes to figures, one to each.
  private func give(_ values: [Int], to targets: some Sequence<Int>, _ verb: (place: Int, direction: Int)) {
    for (target, value) in zip(targets, values) {
      give(target, value, self.verb(of: value) ?? verb, unit: unit(of: value, in: values))
    }
  }

  /// Gives changes that a verb joins to what they speak of, one to each: 分别 is understood.
  func assignInTurn(_ values: [Int], _ verb: (place: Int, direction: Int)) {
    readUpTo = max(readUpTo, (values.last ?? 0) + 1)
    let last = unchangedFigures.suffix(values.count)
    let fit = zip(last, values).allSatisfy { UnitWord.fits(unit(of: $1), metric: drafts[$0].unit) }
    guard last.count == values.count, fit, values.allSatisfy({ isNumber($0) && !isRatio(unit(of: $0)) }) else {
      return assignChanges(values, verb.place, verb)
    }
    give(values, to: last, verb)
  }

  /// 提高1.7个和1.5个百分点: the last unit holds for all where the others are cut short.
  func sharedUnit(_ values: [Int]) -> String? {
    guard let last = values.last.map({ unit(of: $0) }), UnitSet.points.contains(last) || last.reads("%") else {
      return nil
    }
    return values.allSatisfy { value in
      let unit = unit(of: value)
      return unit.isEmpty || unit.reads("个") || unit.reads(last)
    } ? last : nil
  }

  /// The unit of a value of a list; where it has none of its own, the next one that stands behind it: 1.1、0.7个百分点和0.5元.
  private func unit(of value: Int, in values: [Int]) -> String {
    if let shared = sharedUnit(values) { return shared }
    let own = unit(of: value)
    guard own.isEmpty || own == "个" else { return own }
    return values.first { $0 > value && !["", "个"].contains(unit(of: $0)) }.map { unit(of: $0) } ?? own
  }

  /// Begins a figure of one metric for each facility, with its change.
  private func begin(
    _ metric: Metric, _ item: Item, of names: [String], _ values: [Int], _ verb: (place: Int, direction: Int),
    unit: String? = nil
  ) {
    let first = drafts.count
    for (name, value) in zip(names, values) {
      let draft = Draft(
        metric: metric, label: item.label, facility: name, period: currentPeriod(), unit: metric.unit, role: role,
        range: lexemes[item.range.lowerBound].range.lowerBound..<lexemes[value].range.upperBound)
      draft.periodOrigin = currentPeriodOrigin()
      drafts.append(draft)
      give(drafts.count - 1, value, self.verb(of: value) ?? verb, unit: unit ?? sharedUnit(values))
    }
    if drafts.count == first + names.count { lastList = first..<drafts.count }
  }

  /// 两病规范管理率分别提高2.8个和3.0个百分点: of high blood pressure, and of diabetes.
  func ofBothIllnesses(_ at: Int) -> (metrics: [Metric], rate: String)? {
    guard at > clause else { return nil }
    let said = lexemes[clause].range.lowerBound..<lexemes[at - 1].range.upperBound
    guard
      let start = said.first(where: { WordSet.bothIllnesses.end(text.scalars, at: $0, before: said.upperBound) != nil })
    else { return nil }
    let rate = text.scalars[(start + 2)..<said.upperBound]
    let found = ["高血压患者", "糖尿病患者"].compactMap { index.metric(named: Array($0.unicodeScalars) + rate) }
    return found.count == 2 ? (found, String(letters: Array(rate)[...])) : nil
  }

  /// 上述三项分别增长…, 其中前两项分别下降…, 前两家分别增长…: the figures told last, or first, as many as there are changes.
  private func toldTogether(_ item: Item, _ count: Int) -> [Int]? {
    let isFirst =
      item.label == "前"
      && lexemes[item.range].contains { lexeme in
        guard case .number(let number, let unit) = lexeme.kind else { return false }
        return ["项", "家", "院", "个", "所"].contains(unit) && number.value == ExactDecimal(Int64(count))
      }
    if isFirst, let list = lastList, list.count >= count { return Array(list.prefix(count)) }
    guard isFirst || item.label == "后" || isGroupWord(item.label) else { return nil }
    let told = drafts.indices.filter { !drafts[$0].isEcho && !drafts[$0].text.isEmpty && drafts[$0].metric != nil }
    guard told.count >= count else { return nil }
    return isFirst ? Array(told.prefix(count)) : told.suffix(count)
  }

  /// The figure of the sentence that a word names as it was named there, where it has no change yet.
  func figure(labelled label: String) -> Int? {
    guard !label.isEmpty else { return nil }
    return drafts.indices.last { place in
      let draft = drafts[place]
      return draft.label == label && !draft.isEcho && draft.takesChanges && draft.changes.isEmpty && !draft.text.isEmpty
    }
  }

  func assignChanges(_ values: [Int], _ at: Int, _ verb: (place: Int, direction: Int)) {
    if assignToBases(values, at, verb) { return }
    let listed = items(before: at)
    if listed.count > 1, listed.allSatisfy({ $0.label.isEmpty && $0.entity != nil }) {
      assignChanges(values, to: listed, at, verb)
      return
    }
    let items = listed.filter { !$0.label.isEmpty || ($0.entity != nil && listed.last?.metric != nil) }
    if items.isEmpty, wardsChanged(values, at, verb) { return }
    if items.isEmpty {
      let isPoints = UnitSet.points.contains(sharedUnit(values) ?? "")
      let all = drafts.indices.filter { drafts[$0].takesChanges && (isPoints || !drafts[$0].isPlainShare) }
      let open = all.filter { drafts[$0].changes.isEmpty }
      // 满意度由83分提升到86分，甲91分，乙79分，分别增加2.6分和1.7分: the first one has told its change.
      let untold = open.filter { !drafts[$0].tellsFormer }
      let ratios = isPoints ? open.filter { drafts[$0].unit.ratioFactor != nil } : []
      let unchanged = drafts.indices.filter {
        !drafts[$0].isEcho && !drafts[$0].text.isEmpty && drafts[$0].changes.isEmpty && drafts[$0].metric != nil
      }
      let targets =
        [figuresOfLastList, open, all, untold, ratios, unchanged].first { $0.count == values.count }
        ?? figuresOfWhich(values) ?? figuresOfLastClauses(values) ?? all
      guard targets.count == values.count else { return mismatch(targets.count, values, at) }
      return give(values, to: targets, verb)
    }
    if items.count == 1, let metric = items[0].metric, items[0].entity == nil,
      let names = facilitiesOfLastList(values.count)
    {
      // 药占比分别下降0.9、1.6个百分点: of the facilities of the list before.
      return begin(metric, items[0], of: names, values, verb)
    }
    // 门诊次均药费98.7元，住院次均药费1,534元，药费降幅分别为6.3%和9.1%: one name for the figures before it.
    if items.count == 1, values.count > 1, unchangedFigures.count == values.count {
      return give(values, to: unchangedFigures, verb)
    }
    if items.count == 1, values.count == 2, let both = ofBothIllnesses(at), let name = currentFacility() {
      for (metric, value) in zip(both.metrics, values) {
        begin(
          metric, Item(range: items[0].range, label: both.rate), of: [name], [value], self.verb(of: value) ?? verb,
          unit: sharedUnit(values))
      }
      return
    }
    if items.count == 1, let told = toldTogether(items[0], values.count) { return give(values, to: told, verb) }
    guard items.count == values.count else { return mismatch(items.count, values, at) }
    let head = items.last?.metric
    for (item, value) in zip(items, values) {
      if let found = item.entity { entity = found }
      if item.metric == nil, let told = figure(labelled: item.label) {
        // 药品26.8%、卫生材料22.4%，药品、卫生材料分别下降….
        give(told, value, self.verb(of: value) ?? verb, unit: sharedUnit(values))
        continue
      }
      // 门诊、住院次均费用分别下降2.6%和5.1%: of outpatients as of inpatients.
      let full = item.label.isEmpty ? nil : items.last.flatMap { completed(item.label, by: $0.label) }
      let isCut = full != nil && WordSet.kindsOfCare.meaning(of: item.label.letters[...]) != nil
      let own = isCut ? full : item.metric ?? full
      guard let metric = own ?? (item.entity != nil && item.label.isEmpty ? head : nil) else { continue }
      drafts.append(
        Draft(
          metric: metric, label: item.label.isEmpty ? metric.name : item.label, facility: currentFacility(),
          period: currentPeriod(), unit: metric.unit,
          role: role,
          range: lexemes[item.range.lowerBound].range.lowerBound..<lexemes[value].range.upperBound))
      give(drafts.count - 1, value, self.verb(of: value) ?? verb, unit: sharedUnit(values))
    }
  }
}

extension WordSet where Meaning == Bool {
  /// Who costs and rates are told of apart.
  static let kindsOfCare = WordSet(words: ["门诊", "住院", "急诊", "门急诊", "出院"])
}

extension WordSet where Meaning == Bool {
  static let bothIllnesses = WordSet(words: ["两病"])
}
