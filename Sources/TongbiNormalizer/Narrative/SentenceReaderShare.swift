// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Shares that are told by what they are a share of.
extension SentenceReader {
  /// 三、四级手术5926台，占手术总量的60.02%; 次均门诊药费（94.7元）占39.2%: the share that the figure before has of a whole.
  func shareOfFormer(_ at: Int) -> Bool {
    guard unit(of: at).reads("%"), let verb = shareVerb(before: at),
      let before = drafts.last(where: { !$0.isEcho && !$0.text.isEmpty }) ?? (isOfWhich(0) ? drafts.last : nil)
    else { return false }
    let whole = whole(after: verb, before: at)
    if let metric = shareNamed(verb, in: whole, of: before) {
      add(at, metric, Subject(metric: metric, label: metric.name, start: verb))
      drafts[drafts.count - 1].isNamedShare = true
      return true
    }
    if let metric = primaryShare(of: before, at: verb, in: whole) {
      add(at, metric, Subject(metric: metric, label: metric.name, start: verb))
      let draft = drafts[drafts.count - 1]
      let region = self.whole.flatMap { drafts.indices.contains($0) ? drafts[$0].facility : nil }
      (draft.isShare, draft.part) = (true, nil)
      draft.facility = region ?? document.facility ?? document.region ?? draft.facility
      return true
    }
    // 其中微创手术占31.5%: of what stands right before, and not of the figure.
    if let own = nameOfShare(verb), own.count > 2, own != before.label {
      // 腹腔镜等微创手术占52.6%.
      let name = own.lastIndex(of: "等").map { String(own[$0...].dropFirst()) } ?? own
      guard whole.isEmpty, let metric = index.metric(named: Array((name + "占比").unicodeScalars)) else {
        return plainShare(at)
      }
      add(at, metric, Subject(metric: metric, label: own + "占比", start: max(clause, verb - 1)))
      drafts[drafts.count - 1].isShare = true
      return true
    }
    guard let metric = share(of: before, in: whole) else { return false }
    add(at, metric, Subject(metric: metric, label: metric.name, start: verb))
    drafts[drafts.count - 1].isShare = true
    return true
  }

  /// 基层医疗卫生机构诊疗126.5万人次，占59.2%; 总诊疗168.9万人次，其中乡村两级占61.7%: the share of primary care, which is the region's.
  private func primaryShare(of draft: Draft, at verb: Int, in whole: [Unicode.Scalar]) -> Metric? {
    guard draft.metric?.name == "总诊疗人次", let name = nameOfShare(verb) ?? draft.facility,
      WordSet.primaryHouses.contains(name), whole.isEmpty || whole.first == "全" || whole.first == "总"
    else { return nil }
    return index.metric(named: Array("基层诊疗占比".unicodeScalars))
  }

  /// 占全县诊疗总量（121.4万人次）的56.8%: the region whose figure the whole is.
  func wholeAround(_ name: Int) -> Entity? {
    guard name - 2 >= clause, case .entity(let found) = lexemes[name - 1].kind, touches(name - 1, name),
      beginsWith(name - 1, .wholes), endsIn(name - 2, .shares)
    else { return nil }
    return found
  }

  /// 医疗收入7,688万元，其中药品收入占27.4%: the share that what is named right before 占 has of the figure before.
  private func shareNamed(_ verb: Int, in whole: [Unicode.Scalar], of before: Draft) -> Metric? {
    guard whole.isEmpty, let name = nameOfShare(verb), name.count > 1 else { return nil }
    let letters = Array(name.unicodeScalars)
    let metric = ["占比", "收入占比"].lazy.compactMap { [index] in index.metric(named: letters + Array($0.unicodeScalars)) }
      .first
    guard let metric, metric.unit == .percent else { return nil }
    // 药品收入占27.4%、材料收入占11.9%: both of the whole before.
    let whole = before.isNamedShare ? drafts.last { $0.metric != nil && !$0.isNamedShare } : before
    return whole?.metric?.id == metric.denominator ? metric : nil
  }

  /// The place of 占 in the clause of a number.
  private func shareVerb(before at: Int) -> Int? {
    var place = at - 1
    while place >= clause, at - place < 8 {
      switch lexemes[place].kind {
      case .text, .metric:
        // 中药饮片收入占 may be one name.
        if beginsWith(place, .shares) || text.scalars[lexemes[place].range].last == "占" { return place }
      case .number, .masked, .span, .change: return nil
      default: break
      }
      place -= 1
    }
    return nil
  }

  /// The letters between 占 and the number: 手术总量 of 占手术总量的60.02%.
  private func whole(after verb: Int, before at: Int) -> [Unicode.Scalar] {
    let range = lexemes[verb].range
    let start = WordSet.shares.end(text.scalars, at: range.lowerBound, before: range.upperBound) ?? range.upperBound
    let words = text.scalars[start..<lexemes[at].range.lowerBound]
    return Array(words.prefix { $0 != "的" && $0 != "比" })
  }

  /// The metric of the share that a figure has of a whole, which is the whole of the metric's formula or of the sentence.
  private func share(of draft: Draft, in whole: [Unicode.Scalar]) -> Metric? {
    let name = Array(draft.label.unicodeScalars.filter { !"“”".unicodeScalars.contains($0) })
    let short = ["次均", "人均", "例均"].first(where: draft.label.hasPrefix).map { Array(name[$0.unicodeScalars.count...]) }
    let own = (draft.metric?.name).map { Array($0.unicodeScalars) }
    // 门诊次均费用168.3元，其中药费81.2元，占48.2%: of outpatients, too.
    let names = draft.metric?.kind == .average ? [own ?? [], name, short ?? []] : [name, short ?? [], own ?? []]
    for label in names where label.count >= 2 {
      let full = ["比例", "比重", "的比例", "的比重"].map { label + ["占"] + whole + Array($0.unicodeScalars) }
      if !whole.isEmpty, let metric = full.lazy.compactMap({ [index] in index.metric(named: $0) }).first {
        return metric
      }
      for ending in ["占比", "占", "比例", "收入占比"] {
        guard let metric = index.metric(named: label + Array(ending.unicodeScalars)), metric.unit == .percent else {
          continue
        }
        if whole.isEmpty || isWhole(whole, of: metric) { return metric }
      }
    }
    return nil
  }

  private func isWhole(_ words: [Unicode.Scalar], of share: Metric) -> Bool {
    // 四级手术118台，占出院患者手术的9.7%: by the end of its name.
    let ends = words.indices.lazy.map { Array(words[$0...]) }
    guard let whole = ends.compactMap({ [index] in index.metric(named: $0) }).first else { return false }
    // 骨伤科手术1,306台，占全院手术的54%: of the same, and no share of those who left.
    if whole.id == share.numerator { return false }
    // 次均门诊药费占次均门诊费用: what each visit costs.
    if whole.kind == .average, whole.unit == .yuan { return true }
    return whole.id == share.denominator || drafts.contains { $0.metric?.id == whole.id }
  }

  /// 个人献血36840人次，占73.2%: a share that no catalogue knows, of the figure before.
  func plainShare(_ at: Int) -> Bool {
    guard unit(of: at).reads("%"), let verb = shareVerb(before: at) else { return false }
    let before = drafts.last { !$0.isEcho && !$0.text.isEmpty && !$0.isShare }
    // 护士占卫生技术人员的45.2%: of what stands right before.
    let own = nameOfShare(verb)
    guard let name = own ?? before?.label else { return false }
    // 基层医疗卫生机构诊疗量占全县的56.3%: the region's share of primary care.
    if own != nil, metric(at: verb - 1)?.name == "总诊疗人次", verb > clause + 1,
      case .entity(.named(let kind)) = lexemes[verb - 2].kind, WordSet.primaryHouses.contains(kind),
      isWholeArea(verb + 1),
      let metric = index.metric(named: Array("基层诊疗占比".unicodeScalars))
    {
      (entity, entityClause) = (topic.entity, nil)
      add(at, metric, Subject(metric: metric, label: metric.name, start: verb - 2))
      return true
    }
    let whole = String(letters: whole(after: verb, before: at)[...])
    let full = own.map { own in ["比例", "比重"].map { own + "占" + whole + $0 } } ?? []
    let metric = full.lazy.compactMap { [index] in index.metric(named: Array($0.unicodeScalars)) }.first
    let draft = made(at, metric, label: metric?.name ?? name + "占比")
    if let before, own == nil {
      draft.isShare = true
      (draft.facility, draft.period, draft.role) = (before.facility, before.period, before.role)
      draft.periodOrigin = before.periodOrigin
    }
    drafts.append(draft)
    return true
  }

  /// What a share is of, right before 占 or in one name with it.
  private func nameOfShare(_ verb: Int) -> String? {
    if !beginsWith(verb, .shares) { return String(string(verb).dropLast()) }
    guard verb > clause, touches(verb - 1, verb) else { return nil }
    if case .close = lexemes[verb - 1].kind { return nil }
    return string(verb - 1)
  }

  /// Whether brackets hold nothing but a share: （占78.5%）.
  func isShare(_ start: Int, before close: Int) -> Bool {
    guard beginsWith(start, .shares), isNumber(close - 1), unit(of: close - 1) == "%" else { return false }
    return (start + 1..<close - 1).allSatisfy { !isNumber($0) }
  }

  /// 献血21,487人次，献血总量38,206单位，其中团体献血7,177人次: a part of the figure whose unit and name it shares.
  func wholeOfKind(_ subject: Subject, _ unit: String) -> Int? {
    guard let whole, drafts.indices.contains(whole), subject.metric == nil, let metric = drafts[whole].metric,
      !isRatio(unit), !UnitWord.fits(unit, metric: metric.unit)
    else { return nil }
    return drafts.indices.last { place in
      let draft = drafts[place]
      guard !draft.isEcho, draft.part == nil, let metric = draft.metric, UnitWord.fits(unit, metric: metric.unit) else {
        return false
      }
      return subject.label.count > 2 && draft.label.contains(subject.label.suffix(2))
    }
  }
}

extension WordSet where Meaning == Bool {
  /// All facilities of primary care together.
  static let primaryHouses: Set = ["基层医疗卫生机构", "基层医疗机构", "基层", "乡村两级", "乡镇及以下", "乡镇以下"]
}
