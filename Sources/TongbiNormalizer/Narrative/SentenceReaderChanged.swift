// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Which figure a change speaks of.
extension SentenceReader {
  /// The draft that a change belongs to; a new one where the clause names a metric without a value.
  func changed(before verb: Int, unit: String) -> Int? {
    var place = verb - 1
    var namesSubject = false
    while place >= clause {
      switch lexemes[place].kind {
      case .entity:
        namesSubject = true
        place -= 1
      // 义诊33场，惠及群众5800人次，场次较2022年翻了一番: of what is counted so.
      case .glue where place == clause && told(counted: string(place)) != nil: return told(counted: string(place))
      case .base, .glue, .lead, .period, .bound, .each, .from, .aim, .price, .ofWhich: place -= 1
      case .mark(":"), .guarded(.duration): place -= 1
      case .close, .open, .and: place = clause - 1
      case .metric(let metric):
        // 门诊、住院次均费用分别为229.4元、5683.7元，门诊同比增长1.6%: of the cost, by the name it has in the list.
        if let told = listed(as: string(place), metric, place) { return told }
        let subject = named(metric, at: place)
        return told(subject) ?? begun(subject, verb)
      // 医院74.6%，乡镇卫生院52.3%；与上年相比，前者提高2.1个百分点，后者下降0.8个百分点.
      case .text where isWord(place, "后者"): return drafts.indices.last { !drafts[$0].isEcho }
      case .text where isWord(place, "前者"): return firstOfTwo
      // 只降了0.6个百分点, 反而升了1.9个百分点.
      case .text where isWord(place, of: .adverbsOfChange): place -= 1
      // 总诊疗人次2,418万，虽受疫情影响较2019年下降11.2%.
      case .text where place == clause && endsIn(place, .circumstances): place -= 1
      case .text:
        guard let subject = subject(before: place + 1) else { return nil }
        // 团体献血7,177人次，团体献血同比增长34.5%.
        if subject.metric == nil, let told = figure(labelled: subject.label) { return told }
        return begun(subject, verb)
      case .number, .masked, .span:
        return lastDraft(for: unit)
      default: return nil
      }
    }
    if let named = changedInBrackets(verb) { return named }
    if passesOver(verb) { return nil }
    if let spoken = spokenMetric(before: verb) {
      // Its name is read in its own clause.
      let here = clause
      clause = lexemes[..<spoken.place].lastIndex(where: isMark).map { $0 + 1 } ?? 0
      let subject = named(spoken.metric, at: spoken.place)
      clause = here
      return begun(subject, verb)
    }
    if !namesSubject, let told = draftOfPeriod(before: verb) { return told }
    return namesSubject ? draftOfSubject(verb, unit) : lastDraft(for: unit)
  }

  /// 甲院药占比38.2%；乙院收入241.5万元，药占比52.9%，前者…: the figure of the other one, of the same metric where it has several.
  private var firstOfTwo: Int? {
    let own = drafts.indices.filter { !drafts[$0].isEcho }
    guard let last = own.last else { return nil }
    let other = own.dropLast().last { place in
      drafts[place].metric?.id == drafts[last].metric?.id && drafts[place].facility != drafts[last].facility
    }
    return other ?? own.dropLast().last
  }

  /// 一至四季度分别为6,902、…、12,827人次，一季度同比下降37.5%: the figure of the list that is of the time named.
  private func draftOfPeriod(before verb: Int) -> Int? {
    guard let list = lastList, list.count > 1, list.upperBound <= drafts.count, clause < verb,
      let named = (clause..<verb).first(where: isPeriod), case .period(let found) = lexemes[named].kind,
      let period = found.period?.canonical
    else { return nil }
    // ；2023年较2019年增长28.0%, behind the list.
    return list.first {
      drafts[$0].period?.canonical == period && (drafts[$0].takesChanges || drafts[$0].changes.isEmpty)
    }
  }

  /// The metric that a clause before begins with, where no figure of it was read: 次均费用比全市平均低23元，比上年下降4.6元.
  func spokenMetric(before verb: Int) -> (metric: Metric, place: Int)? {
    guard drafts.indices.allSatisfy({ drafts[$0].isEcho }) else { return nil }
    for place in (0..<clause).reversed() {
      if case .metric(let metric) = lexemes[place].kind { return (metric, place) }
    }
    return nil
  }

  /// The figure of the list that a clause begins with the first word of: 门诊 or 住院 of 门诊、住院次均费用.
  private func listed(as name: String, _ metric: Metric, _ place: Int) -> Int? {
    guard let list = lastList, list.upperBound <= drafts.count, startsClause(place), name.count == 2 else { return nil }
    let found = list.filter { drafts[$0].label.hasPrefix(name) && drafts[$0].metric?.id != metric.id }
    guard found.count == 1, drafts[found[0]].changes.isEmpty, drafts[found[0]].metric?.kind == .average else {
      return nil
    }
    return found[0]
  }

  /// The figure of the sentence that is counted in the unit that words name: 场次, 件数, 台次.
  private func told(counted words: String) -> Int? {
    let units = ["场次": ["场", "场次"], "件数": ["件"], "台次": ["台", "台次"], "例数": ["例"], "人次": ["人次"], "人数": ["人", "名"]]
    guard let names = units[words], let last = drafts.last, !names.contains(where: last.text.hasSuffix) else {
      return nil
    }
    let found = drafts.indices.filter { place in
      !drafts[place].isEcho && drafts[place].changes.isEmpty && names.contains(where: drafts[place].text.hasSuffix)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// 下转患者2,746人次，下转量是2023年的1.9倍: the figure of the sentence that another name of its metric speaks of.
  private func told(_ subject: Subject) -> Int? {
    guard let metric = subject.metric, metric.unit.ratioFactor == nil else { return nil }
    let (name, period) = (owner(of: metric), currentPeriod())
    return drafts.indices.last { place in
      let draft = drafts[place]
      return !draft.isEcho && draft.metric?.id == metric.id && draft.part == subject.part && !draft.text.isEmpty
        && draft.facility == name && draft.period == period && draft.role == role && draft.changes.isEmpty
    }
  }

  /// 甲县医院（增长6.2%）、乙县医院（增长3.8%）: of the one that the brackets stand behind, which has no figure yet.
  private func changedInBrackets(_ verb: Int) -> Int? {
    guard isInBrackets, clause >= 2, isEntity(clause - 2), case .open = lexemes[clause - 1].kind,
      let name = currentFacility(), !drafts.contains(where: { !$0.isEcho && $0.facility == name }),
      let metric = sentenceMetric ?? drafts.last(where: { !$0.isEcho && $0.metric != nil })?.metric
    else { return nil }
    return begun(Subject(metric: metric, label: metric.name, start: clause - 2), verb)
  }

  /// Whether a figure of another facility that could not be read stands between the last figure read and a change.
  func passesOver(_ verb: Int) -> Bool {
    guard !drafts.isEmpty else { return false }
    let end = drafts.reduce(0) { max($0, $1.range.upperBound) }
    var names = false
    for place in 0..<verb where lexemes[place].range.lowerBound >= end {
      switch lexemes[place].kind {
      case .entity(.named): names = true
      case .number, .masked, .span: if names { return true }
      default: continue
      }
    }
    return false
  }

  /// The figure of the facility that the clause names; a new one of the metric spoken of last, where it has none yet.
  func draftOfSubject(_ verb: Int, _ unit: String) -> Int? {
    let name = currentFacility()
    if let found = drafts.indices.last(where: { drafts[$0].facility == name && drafts[$0].takesChanges }) {
      return found
    }
    if UnitSet.institutions.contains(unit), let metric = index.metric(named: Array("医疗卫生机构数".unicodeScalars)),
      let place = (clause..<verb).last(where: isEntity)
    {
      // 与上年比较，医院增加3个.
      let spoken = entity
      defer { entity = spoken }
      entity = topic.entity
      return begun(Subject(metric: metric, label: string(place), part: string(place), start: place), verb)
    }
    // 医院7.02万人，乡镇卫生院1.78万人；与上年比较，医院增长7.5%: of the one figure that it has.
    let own = drafts.indices.filter { place in
      let draft = drafts[place]
      return !draft.isEcho && draft.facility == name && draft.metric != nil && draft.changes.isEmpty
        && !draft.text.isEmpty
    }
    if own.count == 1, let only = own.first, drafts[only].metric?.unit.ratioFactor == nil || !unit.reads("%") {
      return only
    }
    // 全县诊疗49万人次。大田乡同比下降8.3%: of what the sentence before told.
    let told =
      unit.reads("%") ? drafts.indices.last { drafts[$0].isEcho && drafts[$0].metric?.unit.ratioFactor == nil } : nil
    guard let last = lastDraft(for: unit) ?? told, let metric = drafts[last].metric else {
      return metricOfRunIn.flatMap { begun(Subject(metric: $0, label: $0.name, start: clause), verb) }
    }
    return begun(Subject(metric: metric, label: drafts[last].label, part: drafts[last].part, start: clause), verb)
  }

  /// 住院次均费用涨幅收窄。县中医医院同比下降1.9%: the one metric that the passage begins with as its heading.
  var metricOfRunIn: Metric? {
    var found: Metric?
    var at = 0
    let words = topic.runIn
    while at < words.count {
      guard let (end, metric) = index.match(words, at: at, before: words.count) else {
        at += 1
        continue
      }
      if found != nil { return nil }
      if case .metric(let named) = index.kind(metric) { found = named }
      at = end
    }
    return found
  }

  /// A draft for a metric of which only a change is stated.
  func begun(_ subject: Subject, _ verb: Int) -> Int? {
    let range = lexemes[subject.start].range.lowerBound..<lexemes[verb].range.upperBound
    let isIncomplete = subject.metric == nil && subject.label.count < 2
    guard !isIncomplete else { return nil }
    let draft = Draft(
      metric: subject.metric, label: subject.label, facility: owner(of: subject.metric), period: currentPeriod(),
      unit: subject.metric?.unit ?? .none, role: role, range: range)
    draft.part = subject.part ?? department
    draft.period = dayOfHolding(subject.metric) ?? draft.period
    draft.periodOrigin = currentPeriodOrigin()
    drafts.append(draft)
    return drafts.count - 1
  }

  func lastDraft(for unit: String) -> Int? {
    guard var last = drafts.indices.last(where: { drafts[$0].takesChanges }) else { return nil }
    if last > 0, let period = drafts[last].period, period.canonical == drafts[last - 1].period?.yearEarlier.canonical,
      drafts[last - 1].takesChanges, drafts[last - 1].metric?.id == drafts[last].metric?.id,
      drafts[last - 1].facility == drafts[last].facility, drafts[last - 1].part == drafts[last].part
    {
      // 2022年门诊15.32万人次，2021年门诊14.08万人次，同比增长8.81%.
      last -= 1
    }
    let isPercent = unit.reads("%")
    let isOfCount = !UnitSet.points.contains(unit) && (drafts[last].metric == nil || !isPercent && !unit.isEmpty)
    if drafts[last].isShare, isOfCount, last > 0, drafts[last - 1].takesChanges {
      // 个人献血36840人次，占73.2%，同比增长3.5%: the count grew.
      last -= 1
    }
    if isPercent, last > 0, WordSet.reachings.ends(drafts[last].label), drafts[last - 1].takesChanges,
      drafts[last - 1].unit.ratioFactor == nil, drafts[last - 1].role == .observed
    {
      // 实际完成1.58亿元，预算执行率97.5%，同比增长6.8%: the amount grew.
      return last - 1
    }
    if unit.isEmpty || isPercent || unit.reads("倍") { return last }
    if UnitSet.points.contains(unit) { return drafts[last].unit.ratioFactor != nil ? last : nil }
    if UnitWord.fits(unit, metric: drafts[last].unit) || drafts[last].text.hasSuffix(unit) { return last }
    // 举办培训31期，累计培训2,960人次，较上年增加12期: of the one figure that is counted so.
    let counted = drafts.indices.filter {
      !drafts[$0].isEcho && drafts[$0].takesChanges && drafts[$0].text.hasSuffix(unit)
    }
    return counted.count == 1 && drafts[counted[0]].changes.isEmpty ? counted[0] : nil
  }

  /// Whether the clause before 持平 names nothing of its own.
  func isElidedBeforeFlat(_ at: Int) -> Bool {
    (clause..<at).allSatisfy { place in
      switch lexemes[place].kind {
      case .each, .base, .glue, .lead: true
      default: false
      }
    }
  }

  /// 死亡率分别为2.17‰、3.58‰，其中婴儿死亡率较上年下降0.43个千分点: changes that are told apart from their figure, of the same sentence.
  func joinChanges() {
    for change in drafts
    where change.text.isEmpty && change.quantity == nil && !change.changes.isEmpty && !change.isEcho {
      guard change.status == .reported, let metric = change.metric,
        let figure = drafts.first(where: {
          !$0.isEcho && $0.quantity != nil && $0.changes.isEmpty && $0.metric?.id == metric.id
            && (change.label.hasSuffix($0.label) || $0.label.hasSuffix(change.label) || change.label == metric.name)
            && $0.facility == change.facility && $0.period == change.period && $0.part == change.part
            && $0.role == change.role
        })
      else { continue }
      figure.changes = change.changes
      figure.changeFigures += change.changeFigures
      change.changes = []
    }
  }

  /// The year in brackets behind an event: 托管前（2018年）.
  func yearOfEvent(endingAt close: Int) -> (period: Period, open: Int)? {
    guard close - 3 >= clause, case .close = lexemes[close].kind, case .period(let found) = lexemes[close - 1].kind,
      case .open = lexemes[close - 2].kind, endsIn(close - 3, .events)
    else { return nil }
    return found.period.map { ($0, close - 2) }
  }
}

extension WordSet where Meaning == Bool {
  /// What brought a change about.
  static let circumstances = WordSet(words: ["影响", "之下", "原因", "情况下", "背景下", "作用下", "带动下", "冲击", "逆势"])
  static let overBase = WordSet(words: ["新增", "新增加", "多出", "多出了", "净增加", "多看了", "多做了", "多跑了", "多收"])
  static let adverbsOfChange = WordSet(words: [
    "只", "反而", "反倒", "却", "倒", "竟", "竟然", "还", "又", "再", "不降反", "不减反", "不增反", "不升反", "净", "陡然", "骤然",
  ])
}
