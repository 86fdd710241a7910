// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Items of a respective list that the last one, or the first, makes whole: levels, kinds and doses.
extension SentenceReader {
  /// 县、乡两级住院次均费用: the facilities of each level.
  func withLevels(_ items: [Item]) -> [Item] {
    guard items.count > 1, let last = items.last, last.entity == nil, last.metric == nil else { return items }
    let letters = Array(last.label.unicodeScalars)
    guard letters.count > 4, letters[2] == "级", Self.isLevel(letters[0]), "两三".unicodeScalars.contains(letters[1]),
      let metric = index.metric(named: Array(letters[3...])),
      items.dropLast().allSatisfy({
        $0.label.unicodeScalars.count == 1 && Self.isLevel($0.label.unicodeScalars.first ?? " ")
      })
    else { return items }
    return items.map { item in
      var item = item
      item.entity = .named(String(item.label.prefix(1)) + "级")
      (item.metric, item.label) = item.range == last.range ? (metric, metric.name) : (nil, "")
      return item
    }
  }

  private static func isLevel(_ letter: Unicode.Scalar) -> Bool { "省市县区乡镇村".unicodeScalars.contains(letter) }

  /// 60岁以上老年人第一剂、全程、加强免疫接种率: the rates of one group.
  func withDoses(_ items: [Item]) -> [Item] {
    guard items.count > 1, let first = items.first, first.metric == nil, first.entity == nil, let last = items.last,
      last.metric?.unit == .percent
    else { return items }
    let letters = Array(first.label.unicodeScalars)
    guard let (start, _) = WordSet.dosesInTurn.match(letters, endingAt: letters.count, after: 0), start > 1 else {
      return items
    }
    let group = String(letters: letters, 0..<start)
    var found: [Item] = []
    for var item in items {
      let dose = item.range == first.range ? String(letters: letters, start..<letters.count) : item.label
      let metric = item.range == last.range ? last.metric : completed(dose, by: last.label)
      guard let metric else { return items }
      (item.metric, item.part, item.label) = (metric, group, metric.name)
      found.append(item)
    }
    return found
  }

  /// 南坪、白栎、石门卫生院: places, of each of which the house is meant.
  private func arePlaces(_ items: [Item]) -> Bool {
    guard case .named(let name)? = items.last?.entity, WordSet.houses.ends(name), !WordSet.kindsOfHouses.contains(name)
    else { return false }
    return items.dropLast().allSatisfy { item in
      (2...4).contains(item.label.count)
        && item.label.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
        && !isPart(item.label)
    }
  }

  /// 三级、二级、一级医院: the kinds before the last one end as it does.
  func withKinds(_ items: [Item]) -> [Item] {
    guard items.count > 1, let last = items.last, case .named(let name)? = last.entity,
      let end = ["医院", "医疗卫生机构", "医疗机构", "卫生院", "机构"].first(where: { name.count > $0.count && name.hasSuffix($0) })
    else { return items }
    let kinds = items.dropLast().map { $0.label + end }
    guard items.dropLast().allSatisfy({ $0.entity == nil && $0.metric == nil && !$0.label.isEmpty }),
      kinds.allSatisfy(FacilityKinds.known.contains) || arePlaces(items)
    else { return items }
    return zip(items, kinds).map { item, kind in
      var item = item
      (item.entity, item.label) = (.named(kind), "")
      return item
    } + [last]
  }

  /// 接种率96.8%，其中含麻疹成分疫苗第一、二剂次分别为98.1%和96.9%: the metric of the whole that 其中 takes apart.
  func metricOfWhole(_ value: Int) -> Metric? {
    guard let whole, drafts.indices.contains(whole), let metric = drafts[whole].metric,
      fits(value, metric, unit(of: value))
    else { return nil }
    return metric
  }

  /// 含麻疹成分疫苗第一 and 二剂次, where ordinals are joined: each in full.
  func counterpart(of label: String, _ items: [Item]) -> String {
    let (first, last) = (Array(items[0].label.unicodeScalars), Array(items[items.count - 1].label.unicodeScalars))
    guard items.count > 1, first.count > 1, first[first.count - 2] == "第", let own = last.first,
      ChineseNumeral.isNumeral(own)
    else { return label }
    return label == items[0].label
      ? label + String(letters: last, 1..<last.count) : String(letters: first, 0..<(first.count - 1)) + label
  }

  /// 患者满意度：门诊、住院分别为88.9分、92.6分: the name that a word makes with those before the colon.
  func underHead(_ label: String, _ value: Int) -> Metric? {
    headed(label).flatMap { fits(value, $0, unit(of: value)) ? $0 : nil }
  }

  /// 管理人群血压、血糖控制率: without those whom it is of.
  func withoutGroup(_ label: String) -> String {
    guard let group = label.firstRange(of: "人群"), group.upperBound < label.endIndex else { return label }
    return String(label[group.upperBound...])
  }

  /// 1 for 增 and 升, −1 for 降 and 减, 0 for other letters.
  func way(_ at: Int) -> Int {
    let letter = text.scalars[lexemes[at].range.lowerBound]
    return "增升涨".unicodeScalars.contains(letter) ? 1 : "降减跌".unicodeScalars.contains(letter) ? -1 : 0
  }

  func isSigned(_ at: Int) -> Bool {
    let sign = text.scalars[lexemes[at].range.lowerBound]
    return sign == "+" || sign == "-"
  }

  /// 全程接种率和加强免疫接种率均超过90%: one value for all that is listed.
  func distributed(_ at: Int, _ subject: Subject) -> Bool {
    guard
      let each = (clause..<max(clause, at)).last(where: { place in
        if case .each = lexemes[place].kind { return true }
        return false
      })
    else { return false }
    // 血压均达标，建档率90%; 老年人管理率67%、高血压和糖尿病管理率均为70%: 均 is of what stands between it and the figure before.
    if (each..<at).contains(where: isNumber) { return false }
    let told = (clause..<each).last(where: isNumber)
    let items = told.map { self.items(from: $0 + 1, before: each) } ?? self.items(before: each)
    // 管理高血压患者4.6万人、糖尿病患者1.5万人，规范管理率均在78%以上.
    if items.count == 1, told == nil, items[0].entity == nil, ofFiguresEach(at, items[0]) { return true }
    guard items.count > 1 else { return false }
    guard let last = items.last, last.metric != nil else { return true }
    guard items.allSatisfy({ $0.metric != nil || completed($0.label, by: last.label) != nil }) else { return true }
    for var item in items {
      // 高血压、糖尿病规范管理率均达到76%.
      item.metric = item.metric ?? completed(item.label, by: last.label)
      // 门诊、住院患者满意度均在95%以上.
      if let metric = item.metric, !fits(at, metric, unit(of: at)) {
        item.metric = completed(item.label, by: last.label)
      }
      item.part = item.part ?? items[0].part
      put(at, item.metric, item)
    }
    return true
  }
}
