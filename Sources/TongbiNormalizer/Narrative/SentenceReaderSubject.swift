// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What a number is a figure of.
struct Subject {
  var metric: Metric?
  var label: String
  var part: String?
  /// The lexeme that its name begins with.
  var start: Int
  /// The metric whose name it ends in, where words before it that nobody knows may narrow it.
  var supposed: Metric?
  /// The metric whose name it ends in, whatever stands before.
  var ending: Metric?
}

extension SentenceReader {
  /// The metric named right before a figure, or the words that name something no catalogue knows.
  func subject(before at: Int) -> Subject? {
    guard let place = nameEnd(before: at) else { return nil }
    if let count = institutions(at, named: place) { return count }
    switch lexemes[place].kind {
    case .metric(let metric):
      return trained(at, place) ?? commended(at, place) ?? met(persons: place, at) ?? named(metric, at: place)
    case .guarded(.name) where event(quoted: place, at) != nil: return event(quoted: place, at)
    case .text, .guarded:
      if let operated = operated(at) { return operated }
      return admitted(at, place) ?? scoped(place) ?? served(at, place) ?? treated(at, place) ?? trained(at, place)
        ?? found(
          problemsNamed: place)
        ?? commended(at, place) ?? dealtWith(at, place) ?? met(persons: place, at) ?? label(endingAt: place)
    case .act: return admitted(at, place) ?? dealtWith(at, place) ?? deed(endingAt: place, at) ?? servedAll(at, place)
    case .entity where UnitSet.institutions.contains(unit(of: at)): return label(endingAt: place)
    default: return nil
    }
  }

  /// A metric with what stands before its name: nothing, a part of the whole, or words that make it something else.
  func named(_ metric: Metric, at place: Int) -> Subject {
    if isOfFund(place) || isOfSettlement(place) { return Subject(label: string(place), start: place) }
    let metric = ofSameKin(metric, at: place)
    if let whole = deedOfAntecedent(at: place) ?? parted(at: place) ?? seenInWard(at: place) { return whole }
    if metric.kind == .stock, let last = drafts.last, !last.isEcho, last.metric?.name.unicodeScalars.first == "每",
      let perHead = coordinated(letters(place), at: place)
    {
      return Subject(metric: perHead, label: string(place), start: place)
    }
    let own = narrowed(metric, at: place)
    let plain = Subject(
      metric: own, label: string(place), part: own.id == metric.id ? partOfSibling(metric, at: place) : nil,
      start: place)
    if let founded = founded(metric, at: place) { return founded }
    // 建档立卡脱贫人口签约率.
    if let special = ofSpecialGroup(metric, at: place) {
      return Subject(metric: special, label: string(place), start: place)
    }
    if isOfOthers(metric, at: place) { return Subject(label: string(place), start: place) }
    if isKindOfStaff(metric, at: place) {
      return Subject(label: string(place - 1) + string(place), start: place - 1)
    }
    if isGivenByOthers(metric, at: place) { return Subject(label: string(place), start: place) }
    // 电话回访出院患者1,240人: those who were called.
    if metric.kind == .flow, place > clause, touches(place - 1, place), endsIn(place - 1, .asking) {
      return Subject(label: string(place - 1) + string(place), start: place - 1)
    }
    if metric.kind == .stock, isObject(place) { return Subject(label: string(place), start: place) }
    // 受新增床位影响——开放床位由260张增加到310张.
    guard place > max(clause, nameStart), touches(place - 1, place),
      text.scalars[lexemes[place].range.lowerBound - 1] != "-"
    else {
      return plain
    }
    if metric.kind == .flow, isPeak(before: place) && !isOfDay || isForEach(place) {
      return Subject(label: string(place - 1) + string(place), start: place - 1)
    }
    if let judged = judged(metric, at: place) { return judged }
    switch lexemes[place - 1].kind {
    case .lead where isWord(place - 1, "的") && place - 2 >= clause:
      // 按期换届的党支部7个.
      guard case .metric(let deed) = lexemes[place - 2].kind, deed.kind == .eventCount, deed.unit == metric.unit else {
        return plain
      }
      return Subject(metric: deed, label: string(place - 2), start: place - 2)
    case .text where isWord(place - 1, of: .doers) && metric.kind == .eventCount: return plain
    case .guarded(.duration): return plain
    // 科主任“双带头人”25名.
    case .text where metric.name.reads("双带头人") && endsIn(place - 1, .posts): return plain
    case .text
    where isWord(place - 1, "专科") && document.ward != nil
      || isWord(place - 1, "全科") && (document.ward != nil || metric.name == "卫生人员数" || metric.name == "党员人数"):
      return plain
    // “县乡村”三级家庭医生团队.
    case .guarded where metric.name.hasSuffix("团队数"): return plain
    // 受援地感谢信11封.
    case .text where UnitSet.tokens.contains(metric.unit.symbol) && isToken(of: place - 1): return plain
    case .guarded where isWord(place - 1, "设计") && metric.kind == .stock: return plain
    case .guarded(.name) where metric.kind == .eventCount && quotes(place - 1):
      // “服务百姓健康行动”义诊活动: the event by its name.
      return Subject(metric: metric, label: string(place), start: place - 1)
    case .entity where place - 2 >= clause && beginsWith(place - 2, .perHead) && touches(place - 2, place - 1):
      return Subject(label: string(place - 2) + string(place - 1) + string(place), start: place - 2)
    // 脱贫户等特殊人群签约率: examples, and those they are of.
    case .text where text.scalars[lexemes[place].range.lowerBound - 1] == "等": return plain
    case .text where isNeutral(lexemes[place - 1].range): return plain
    // DRG付费下CMI值0.82.
    case .text
    where "下".unicodeScalars.contains(text.scalars[lexemes[place].range.lowerBound - 1]) && metric.kind != .stock:
      return plain
    case .guarded(.telephone): return plain
    case .text, .guarded:
      let start = modifierStart(place - 1)
      let words = modifier(lexemes[start].range.lowerBound..<lexemes[place].range.lowerBound)
      let full = words + string(place)
      if text.scalars[lexemes[place].range.lowerBound - 1] == "均" {
        return Subject(metric: completedByCare(full), label: full, start: start)
      }
      let isActivity = takesModifiers(metric, from: start)
      if let course = courseOfOthers(metric, full) { return Subject(metric: course, label: full, start: start) }
      let unquoted = full.unicodeScalars.filter { !"“”".unicodeScalars.contains($0) }
      if unquoted.count < full.unicodeScalars.count, let whole = index.metric(named: Array(unquoted)) {
        return Subject(metric: whole, label: full, start: start)
      }
      // 三四级手术1,647例, 日间手术3,104台次.
      let isKind = isKind(metric, at: place, behind: words)
      if metric.kind == .eventCount, start > clause, isWord(start - 1, of: .goingTo) { return plain }
      // 在职医师687人: all of them.
      if words == "在职", metric.kind == .stock, metric.unit.symbol == "人" { return plain }
      // 适龄妇女两癌筛查: of those whom it is for.
      // 向分院下转患者2,764人次: all of them.
      let isToOthers = index.referrals.contains(metric.identity) && WordSet.recipients.begins(words)
      let isPart = isPart(words) && !(metric.name.hasPrefix("两癌") && WordSet.women.ends(words)) && !isToOthers
      let isKnown =
        isPart || isActivity || isKind || isToOthers || metric.name.hasPrefix("两癌") && WordSet.women.ends(words)
      return Subject(
        metric: isKnown ? isPart ? ofKeyGroup(metric, words) : metric : nil, label: full,
        part: isKind ? full : isPart ? words : nil, start: start,
        supposed: !isKnown && mayBeWhole(metric, behind: words) ? metric : nil, ending: metric)
    case .metric:
      // 党支部党员21名.
      if metric.name.hasSuffix("党员人数") || metric.name.hasSuffix("党员数"), self.metric(at: place - 1)?.name == "党支部数" {
        return plain
      }
      // 党总支下设党支部4个; 献血者锦旗4面.
      if beginsWith(place, .settingUp) || ["封", "面"].contains(metric.unit.symbol) { return plain }
      // 出院患者三四级手术占比: those whom a ratio is counted over.
      let isOver = (metric.kind == .ratio || metric.kind == .average) && endsIn(place - 1, .counted)
      if isOver, string(place).hasSuffix("满意度") {
        // 门诊患者就医满意度: of outpatients.
        let own = index.metric(named: Array((string(place - 1) + "满意度").unicodeScalars))
        return Subject(metric: own ?? metric, label: string(place - 1) + string(place), start: place - 1)
      }
      let isActivity = takesModifiers(metric, from: place - 1)
      return Subject(
        metric: joined(place - 1, place)
          // 患者满意度门诊95.3%.
          ?? index.metric(named: Array((string(place) + string(place - 1)).unicodeScalars))
          // 定点医疗机构平均住院日.
          ?? (isOver || isActivity || isOfInstitutions(metric, at: place) ? metric : nil),
        label: string(place - 1) + string(place), start: place - 1)
    case .act where metric.kind == .stock || metric.kind == .ratio || metric.kind == .average:
      let verb = string(place - 1)
      let states = [
        "争取", "设立", "下设", "设", "设置", "开放", "建立", "管理", "组建", "签约", "成立", "完成", "规范", "服务", "接种", "培养", "发展",
      ]
      return states.contains(verb) ? plain : Subject(label: verb + string(place), start: place - 1)
    case .change:
      return Subject(label: string(place - 1) + string(place), start: place - 1)
    case .and:
      // 赴乡镇、社区义诊41次: where it was done.
      if metric.kind == .eventCount, place - 2 >= clause, beginsWith(place - 2, .goingTo) { return plain }
      // 健康义诊、送医下乡36场次.
      if metric.kind == .eventCount, place - 2 >= clause, self.metric(at: place - 2)?.id == metric.id { return plain }
      // 下设5个党支部、党员112名.
      if place - 3 >= clause, isNumber(place - 3), touches(place - 3, place - 2),
        drafts.last?.figure == place - 3 || place - 4 < clause || !UnitSet.ratios.contains(unit(of: place - 3))
      {
        return plain
      }
      // 脱贫人口、计划生育特殊家庭签约率.
      if own.id != metric.id, own.kind == .ratio { return plain }
      // 疫情防控和业务培训26期: trainings, whatever they are about.
      if metric.name.reads("培训次数"), self.metric(at: place - 2) == nil { return plain }
      return isLoneItem(place - 2) && metric.kind != .moneyFlow
        ? Subject(
          label: text.string(lexemes[place - 2].range.lowerBound..<lexemes[place].range.upperBound), start: place - 2)
        : plain
    default:
      return plain
    }
  }

  /// Whether the period at hand is a day.
  private var isOfDay: Bool {
    guard case .instant? = period?.period else { return false }
    return true
  }

  /// 单日最高门诊量2,146人次: no sum over the period.
  private func isPeak(before place: Int) -> Bool {
    var at = place - 1
    while at > clause, isWord(at, "最高") || isWord(at, "达") { at -= 1 }
    return isWord(at, of: .peaks)
  }

  private func quotes(_ at: Int) -> Bool {
    "“《「".unicodeScalars.contains(text.scalars[lexemes[at].range.lowerBound])
  }

  /// 走访…医疗机构, 慰问…党员: what something was done to is no stock of it.
  private func isObject(_ place: Int) -> Bool {
    // 受新增床位影响——开放床位由260张增加到310张.
    let start = (clause..<max(clause, place)).last { text.scalars[lexemes[$0].range].last == "-" } ?? clause
    return (start..<max(start, place)).contains { earlier in
      if case .lead = lexemes[earlier].kind { return isWord(earlier, of: .takingPart) }
      guard case .act = lexemes[earlier].kind, earlier < place - 1 || !touches(earlier, place) else { return false }
      return isWord(earlier, of: .doneTo) && !(isWord(earlier, "评选") && metric(at: place)?.unit.symbol == "个")
    }
  }

  /// Whether words joined by 、 or 和 before a name have no number of their own: 门诊、急诊人次12万 is neither of both.
  private func isLoneItem(_ place: Int) -> Bool {
    guard place >= clause else { return false }
    switch lexemes[place].kind {
    case .text, .metric, .guarded(.grade): return true
    default: return false
    }
  }

  private func modifierStart(_ place: Int) -> Int {
    var start = place
    while start > clause, touches(start - 1, start) {
      switch lexemes[start - 1].kind {
      case .text, .guarded: start -= 1
      default: return start
      }
    }
    return start
  }

  /// 发热门诊全年接诊1.9万人次: a name that its period or an adverb stands inside of.
  private func parted(at place: Int) -> Subject? {
    guard place - 2 >= clause, touches(place - 1, place), touches(place - 2, place - 1) else { return nil }
    switch lexemes[place - 1].kind {
    case .period, .lead, .glue: break
    default: return nil
    }
    switch lexemes[place - 2].kind {
    case .metric, .text: break
    default: return nil
    }
    let name = string(place - 2) + string(place)
    return index.metric(named: Array(name.unicodeScalars)).map { Subject(metric: $0, label: name, start: place - 2) }
  }

  /// Whether a metric counts activities, which are what they are whatever they are about: 护理业务培训, 主题义诊活动.
  private func takesModifiers(_ metric: Metric, from start: Int) -> Bool {
    if metric.kind == .moneyFlow { return metric.name.hasSuffix("投资") }
    guard metric.kind == .eventCount, !["封", "面", "人"].contains(metric.unit.symbol) else { return false }
    return !(clause..<max(clause, start)).contains { isWord($0, of: .joining) || beginsWith($0, .attending) }
  }

  /// The noun phrase that ends at a lexeme, as a label.
  private func label(endingAt place: Int) -> Subject? {
    var start = place
    while start > max(clause, nameStart), touches(start - 1, start) {
      switch lexemes[start - 1].kind {
      case .text, .metric, .guarded: start -= 1
      // 基本药物使用金额占比38.5%.
      case .glue where isWord(start - 1, "金额") && start == place: start -= 1
      // 服务态度类12起.
      case .act where string(place).hasSuffix("类"): start -= 1
      // 本科以上学历521人.
      case .bound where start == place && WordSet.grades.begins(string(place)): start -= 1
      default:
        return subject(from: start, to: place)
      }
    }
    return subject(from: start, to: place)
  }

  private func subject(from start: Int, to place: Int) -> Subject? {
    let range = lexemes[start].range.lowerBound..<lexemes[place].range.upperBound
    var letters = Array(text.scalars[range])
    if !letters.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) {
      letters.removeAll { $0 == "“" || $0 == "”" || $0 == "「" || $0 == "」" }
      guard
        letters.allSatisfy({ $0.value > 0x2E80 || NumberScanner.isDigit($0) || $0.properties.isAlphabetic || $0 == "-" }
        )
      else { return nil }
    }
    guard (2...18).contains(letters.count) else { return nil }
    // 2型糖尿病患者在管928人: diabetes.
    if letters[1] == "型", letters.count > 4 { letters.removeFirst(2) }
    // 新发现高血压14人: no more of those who are looked after.
    if start > clause, touches(start - 1, start), endsIn(start - 1, .detecting) {
      return Subject(label: String(letters: letters[...]), start: start)
    }
    return Subject(
      metric: metric(spelled: letters, from: start, to: place), label: String(letters: letters[...]), start: start)
  }
}
