// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Respective lists of two values each, and lists that do not come out.
extension SentenceReader {
  /// 婴儿死亡率和5岁以下儿童死亡率由2.87‰、4.05‰降至1.96‰、3.27‰: as many values as names, where 分别 is understood.
  func impliedFromTo(_ at: Int) -> Int? {
    guard at > clause, at + 3 < lexemes.count, items(from: clause, before: at).count > 1 else { return nil }
    let before = values(from: valuesOfFrom(at))
    guard before.places.count > 1, before.end < lexemes.count, case .becomes = lexemes[before.end].kind else {
      return nil
    }
    let items = items(from: clause, before: at)
    guard items.count == before.places.count, let last = items.last, last.metric != nil,
      zip(items, before.places).allSatisfy({ shared($0, with: last, $1).0 != nil })
    else { return nil }
    let after = values(from: valuesOfFrom(before.end))
    return after.places.count == items.count ? fromAndTo(at, from: at) : nil
  }

  /// Where the values behind 由 or 降至 begin, past the period that they are of.
  private func valuesOfFrom(_ at: Int) -> Int {
    (at + 1..<lexemes.count).first { !isPeriod($0) && !isBase($0) && !isWord($0, "的") } ?? lexemes.count
  }

  /// 分别由14.2%和17.6%提高到14.8%和18.3%.
  func fromAndTo(_ at: Int, from place: Int) -> Int {
    var first = place + 1
    var formerPeriod: Period?
    scan: while first < lexemes.count {
      // 分别由上年的70.2%、58.4%提升到….
      switch lexemes[first].kind {
      case .period(let found): formerPeriod = found.period
      case .base(let base): formerPeriod = relation(base, currentPeriod()).1
      case .lead where isWord(first, "的"): break
      // 分别由改革前2012年的46.8%和49.5%下降到….
      case .text where endsIn(first, .events) && isPeriod(first + 1): break
      default: break scan
      }
      first += 1
    }
    let before = values(from: first)
    guard before.end < lexemes.count, case .becomes = lexemes[before.end].kind else { return at + 1 }
    var second = before.end + 1
    if second < lexemes.count, case .period(let found) = lexemes[second].kind {
      // 下降到2022年的7.9/10万、2.6‰.
      period = found
      periodClause = clause
      second += second + 1 < lexemes.count && isWord(second + 1, "的") ? 2 : 1
    }
    let after = values(from: second)
    let items = items(before: at)
    guard !after.places.isEmpty else { return at + 1 }
    readUpTo = after.end
    let count = drafts.count
    defer { lastList = count..<drafts.count }
    guard items.count == after.places.count, before.places.count == after.places.count, let last = items.last else {
      mismatch(items.count, before.places + after.places, at)
      return after.end
    }
    for (item, (past, new)) in zip(items, zip(before.places, after.places)) {
      guard case .number(let number, let unit) = lexemes[past].kind else { continue }
      former = Former(number, unit, formerPeriod, lexemes[past].range, past)
      // 县人民医院、县中医院CMI值分别由0.89和0.78提高到….
      if let found = item.entity { (entity, entityClause) = (found, clause) }
      let isName = item.label.isEmpty && item.entity != nil
      let (known, label) = isName ? (last.metric, last.label) : shared(item, with: last, new)
      // 每千人口床位数、注册护士数分别由….
      let metric = perHead(item, after: items[0]) ?? known
      add(new, metric, Subject(metric: metric, label: label, start: item.range.lowerBound))
    }
    former = nil
    return after.end
  }

  /// 从6.42张、2.88人分别增至7.38张、3.52人: the former values that stand before 分别, one for each value.
  func formers(before at: Int, of values: [Int]) -> [Int: Int] {
    guard let from = (clause..<max(clause, at)).last(where: isFrom) else { return [:] }
    let before = (from + 1..<at).filter(isNumber)
    guard before.count == values.count,
      (from + 1..<at).allSatisfy({ place in
        if case .and = lexemes[place].kind { return true }
        return isNumber(place) || isPeriod(place) || isWord(place, "的")
      })
    else { return [:] }
    former = nil
    return Dictionary(uniqueKeysWithValues: zip(values, before))
  }

  /// 门诊量和住院量占比: the ending of the last name belongs to those before it, too.
  func shared(_ item: Item, with last: Item, _ value: Int) -> (Metric?, String) {
    if let twin = twin(of: item.label, in: last.label), let metric = index.metric(named: Array(twin.unicodeScalars)) {
      return (fits(value, metric, unit(of: value)) ? metric : nil, twin)
    }
    let endings = ["占比", "比例", "比重", "率"]
    guard ["%", "‰"].contains(unit(of: value)), let ending = endings.first(where: last.label.hasSuffix),
      !endings.contains(where: item.label.hasSuffix)
    else {
      return (item.metric.flatMap { fits(value, $0, unit(of: value)) ? $0 : nil }, item.label)
    }
    let label = item.label + ending
    return (completed(item.label, by: last.label) ?? index.metric(named: Array(label.unicodeScalars)), label)
  }

  /// 门诊、住院病人药费占医药费用的比例: of outpatients as of inpatients.
  private func twin(of label: String, in last: String) -> String? {
    let kinds = ["门诊", "住院", "门急诊", "出院"]
    guard kinds.contains(label), let other = kinds.first(where: last.hasPrefix), other != label else { return nil }
    return label + last.dropFirst(other.count)
  }

  /// 县医院、中医院、妇幼保健院药占比分别为26.1%和28.4%: the values stand, but whose they are is not known.
  func keepUnassigned(_ values: [Int], _ items: [Item]) {
    guard let metric = items.last?.metric, items.count > 1, items.dropLast().allSatisfy({ $0.metric == nil }),
      items.contains(where: { $0.entity != nil })
    else { return }
    for value in values where fits(value, metric, unit(of: value)) {
      let draft = made(value, metric, label: metric.name)
      draft.facility = nil
      draft.takesChanges = false
      if draft.status == .reported { draft.status = .suspect }
      drafts.append(draft)
    }
  }

  func mismatch(_ subjects: Int, _ values: [Int], _ at: Int) {
    guard let last = values.last else { return }
    for value in values { reject(value, .listMismatch) }
    let range = lexemes[min(clause, at)].range.lowerBound..<lexemes[last].range.upperBound
    problems.append(
      (.warning, .listMismatch(subjects: subjects, values: values.count, words: text.string(range)), range))
  }

  /// 分别是2012年的2.1倍和2.6倍.
  func assignMultiples(_ values: [Int], _ at: Int) {
    let open = drafts.indices.filter { drafts[$0].takesChanges && !drafts[$0].text.isEmpty }
    guard let base, open.count >= values.count else { return mismatch(open.count, values, at) }
    for (target, value) in zip(open.suffix(values.count), values) {
      guard case .number(let number, _) = lexemes[value].kind else { continue }
      let (relation, period) = relation(base, drafts[target].period)
      drafts[target].changes.append(
        StatedChange(kind: .times, value: number.value, lastPlace: number.lastPlace, base: period, relation: relation))
      drafts[target].changeFigures.append(value)
      drafts[target].extend(to: lexemes[value].range.upperBound)
    }
  }

  /// 甲医院使用率92.1%，平均住院日7.6天；乙医院80.5%、8.4天: the same, where 分别 is understood.
  func repeatedAlone(_ at: Int) -> Bool {
    guard at == clause + 1, case .entity(let found) = lexemes[clause].kind, !unit(of: at).isEmpty else { return false }
    let list = values(from: at)
    guard list.places.count > 1, endsClause(list.end), repeated(list.places, of: found) else { return false }
    readUpTo = list.end
    return true
  }

  /// 甲医院门诊次均费用215元，住院次均费用5986元；乙医院分别为178元和4875元: the metrics of the facility before, in their order.
  func repeated(_ values: [Int], of found: Entity) -> Bool {
    guard let name = drafts.last?.facility else { return false }
    let run = drafts.reversed().prefix { $0.facility == name }.reversed()
    let metrics = run.compactMap(\.metric)
    guard run.count == values.count, metrics.count == values.count, Set(metrics.map(\.id)).count == values.count,
      zip(values, metrics).allSatisfy({ fits($0, $1, unit(of: $0)) })
    else { return false }
    entity = found
    guard currentFacility() != name else { return false }
    for (value, metric) in zip(values, metrics) {
      add(value, metric, Subject(metric: metric, label: metric.name, start: value))
    }
    return true
  }
}
