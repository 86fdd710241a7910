// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Reads one sentence, from left to right: each number finds its metric, period, subject and changes.
///
/// It is a class because it is the state of the work on one sentence and never copied: its rules call each other by the
/// hundred, and each call would move all of it.
final class SentenceReader {
  let text: FoldedText
  let lexemes: [Lexeme]
  let scene: ReportScene
  /// The topic the sentence begins with, then the one it leaves behind.
  var topic: Topic

  /// The figures read so far; no rule changes them while another reads them, so that nothing need watch over it.
  @exclusivity(unchecked) var drafts: [Draft] = []
  var problems: [(Finding.Severity, NarrativeProblem, Range<Int>)] = []
  /// Why numbers are no figures, by lexeme.
  var rejections: [Int: NumberRejection] = [:]

  /// The period that holds at the place being read; `nil` where only the document's is known.
  var period: FoundPeriod?
  /// The period that the sentence began with.
  let handedDown: FoundPeriod?
  /// Where the clause begins that named the period; `nil` where the sentence has not named it.
  var periodClause: Int?
  /// The period that the one at hand is a part of, in a list of parts.
  var spanned: (period: FoundPeriod?, clause: Int?)?
  var entity: Entity?
  /// The clause that named who is spoken of; `nil` where a sentence or heading before did.
  var entityClause: Int?
  /// The base named in this clause, and the one named last in the sentence.
  var base: ComparisonBase?
  var lastBase: ComparisonBase?
  var isTarget = false
  var isInBrackets = false
  /// Who was spoken of before 上级医院, which helps the reporting facility and is none of its own.
  var beforeSuperior: Entity??
  /// The department that the sentence speaks of.
  var department: String?
  /// The department that the sentence says was honoured, whose house the events after it are of.
  var wardPraised: String?
  /// The department that the sentence spoke of before others that are parts.
  var partedDepartment: String??
  /// The numbers that were read as aims because their aim stands behind them.
  var aimedAt: Set<Int> = []
  /// Who the sentence spoke of before 其中 took them apart.
  var outer: Entity??
  /// Who it spoke of before parts that a semicolon ended.
  var parted: Entity??
  /// Who it spoke of before its items: 一是…；二是….
  var ownerOfItems: Entity??
  /// The whole that 其中 takes apart.
  var whole: Int?
  /// The whole that 其中 took apart before a semicolon; further parts of it may follow.
  var partedWhole: Int?
  /// The people that no catalogue counts whom 其中 takes apart: 团队成员714人，其中护士262人.
  var wholeTeam: Draft?
  /// The metric of all who were listed before 其中: 医生19人、护士41人，其中硕士8人.
  var wholeStaff: Metric?
  /// Whether it spoke of 该院.
  var isMentioned = false
  /// Where the current clause begins.
  var clause = 0
  /// The metric that stands before a colon, whose parts follow: 接种率：卡介苗99.6%、….
  var headMetric: Metric?
  /// Where the name of the next figure begins at the earliest: behind the noun of the one before.
  var nameStart = 0
  /// Lexemes up to here have been read as part of a list.
  var readUpTo = 0
  /// The periods of a list before in the sentence, which hold for the list after: 2021年、2022年手术量分别为…，占比分别为….
  var listedPeriods: [Period]?
  /// The period of the former value named last in the sentence, which holds for those without one.
  var spokenFormer: Period?
  /// The metric that the sentence is about as a whole: 出院人次方面，….
  var sentenceMetric: Metric?
  /// The stock that the sentence takes apart: 党员中，女党员149名，35岁以下92名.
  var metricTakenApart: Metric?
  /// Whether it speaks of what is to be once something is built.
  lazy var hasOnceBuilt = WordSet.onceBuilt.occurs(
    in: text.scalars, lexemes[0].range.lowerBound..<lexemes[lexemes.count - 1].range.upperBound)
  /// Whether it lists that metric for each of those whom it speaks of: 各站出车量：….
  var listsEach = false
  /// The kind of institutions that was counted last, which the figures after it speak of: 中医类医院18个，床位4,216张.
  var countedKind: Entity?
  /// Who the sentence spoke of before kinds were counted, and whether some were.
  var entityBefore: Entity?
  var beforeCounted: Entity??
  /// The words before a colon that names after it complete: 次均费用：门诊236.8元，住院7,846元.
  var headWords: [Unicode.Scalar] = []
  /// The period before a clause that tells the value of the year before: 上年为8.5日.
  var periodBefore: (period: FoundPeriod?, clause: Int?)?
  /// The period of the plan that the sentence lists: 2024年工作计划：….
  var planPeriod: FoundPeriod?
  /// Where the facilities of a ranking begin.
  var listStart: Int?
  /// The value after 由 or 从, waiting for the value it became.
  var former: Former?
  /// Values before it, of earlier periods: 由2019年的84.2%、2020年的87.5%提高到….
  var earlierFormers: [Former] = []
  /// The figures that the list read last gave.
  var lastList: Range<Int>?
  /// The bound that holds for all values of the list being read.
  var listBound: Quantity.Bound?
  /// The unit that the values of a list share, where only the last of them has one.
  var unitOfList: (values: Range<Int>, unit: String)?
  /// The metric that stands behind 分别, before the values of the list being read.
  var metricOfList: Metric?
  /// The former values of the list being read, by the places of its values.
  var listFormers: [Int: Int] = [:]
  /// The base that the sentence begins with, as a clause of its own: 与2012年相比，.
  var leadingBase: ComparisonBase?
  /// The clause that an aim holds for which names its value alone: 年度目标68%.
  var aimClause: Int?

  init(
    text: FoldedText, lexemes: [Lexeme], scene: ReportScene, topic: Topic
  ) {
    self.text = text
    self.lexemes = Self.withStations(Self.withGrowthOfHeading(lexemes, text, topic), text, scene.document)
    self.scene = scene
    period = topic.period ?? topic.saidPeriod
    handedDown = period
    entity = topic.carried ?? topic.entity
    department = scene.document.hasOwner ? nil : topic.department
    drafts.reserveCapacity(8)
    if let last = Self.antecedent(of: lexemes, text, in: topic) { drafts.append(last.echo) }
    let speaksOfWants = topic.isPlan && topic.isMixed && Self.speaksOfWants(text, lexemes)
    isTarget =
      topic.isPlan && !speaksOfWants && !Self.sumsUp(text, lexemes) || Self.looksAhead(text, lexemes)
      || topic.asks && !lexemes.contains(where: Self.isPast)
    // Last, so that it is moved in and not copied.
    self.topic = topic
    // 存在问题及2024年工作思路: what is wanting, is so now.
    if speaksOfWants, self.topic.period?.range == self.topic.headingPeriod?.range { period = nil }
    // 2021年3月组建集团。目前，全县有…: no more of the month that something happened in.
    if case .month? = period?.period, period != self.topic.headingPeriod, let first = lexemes.first,
      WordSet.now.end(text.scalars, at: first.range.lowerBound, before: text.count) != nil
    {
      period = nil
    }
    // 2022年6月结成对子。三年来，专家接诊4.9万人次: of no time that is known.
    if case .month? = period?.period, period != self.topic.headingPeriod, let first = lexemes.first,
      Self.spansYears(text.scalars, first.range.lowerBound)
    {
      period = FoundPeriod(range: first.range.lowerBound..<first.range.lowerBound, period: nil, hasYear: true)
    }
  }

  /// Whether a sentence of a section on shortcomings and plans speaks of what is wanting now: 科研项目仅3项.
  private static func speaksOfWants(_ text: FoldedText, _ lexemes: [Lexeme]) -> Bool {
    guard let first = lexemes.first, let last = lexemes.last else { return false }
    let range = first.range.lowerBound..<last.range.upperBound
    // 距55%的年度目标尚有差距: the aim is what is not reached yet.
    if WordSet.gapsFromAims.occurs(in: text.scalars, range) { return true }
    return WordSet.wanting.occurs(in: text.scalars, range) && !WordSet.planning.occurs(in: text.scalars, range)
  }

  /// The last figure of a metric, for the sentence after.
  var lastFigure: Draft? {
    let last = drafts.indices.last { !drafts[$0].isEcho && drafts[$0].metric != nil && !drafts[$0].text.isEmpty }
    return last.map { drafts[$0] }
  }

  /// Reads all lexemes.
  func read() {
    var at = 0
    while at < lexemes.count {
      at = step(at)
    }
    if let year = document.looseYear { date(all: year) }
    joinChanges()
    checkChanges()
  }

  /// Who the sentence spoke of, leaving out the parts of a whole.
  var spoken: Entity? { if let outer { outer } else if let parted { parted } else { entity } }

  /// Whether it spoke of several facilities, so that the next sentence speaks of none of them.
  var spokeOfMany: Bool {
    var first: String?
    for draft in drafts where !draft.isEcho && !draft.isOfParts {
      guard let name = draft.facility else { continue }
      if first ?? name != name { return true }
      first = name
    }
    return false
  }

  /// Whether it gave figures of a time, and no event alone: 2021年，县里组建医共体，整合15家卫生院.
  var tellsOfPeriod: Bool {
    let isOfMonths = period?.period.map { (2...11).contains($0.months.count) } ?? false
    return drafts.contains { draft in
      guard !draft.isEcho else { return false }
      return draft.metric.map { $0.kind != .stock } ?? isOfMonths
    }
  }

  /// Reads one lexeme and what belongs to it; returns the place of the next.
  func step(_ at: Int) -> Int {
    switch lexemes[at].kind {
    case .mark(let mark): boundary(mark, at)
    case .period(let found):
      if at - 1 == clause, isJoint(at - 1), let end = formersCompared(found.period, at) { return end }
      take(found, at)
    case .entity(let entity): take(entity, at)
    case .base(let base):
      take(base, at)
      if let end = formersCompared(relation(base, currentPeriod()).1, at) { return end }
    case .aim: aim(at)
    case .text where saysMust(at) || proposes(at): isTarget = true
    case .act where isStrivedFor(at), .lead where saysWill(at): isTarget = true
    case .metric(let metric):
      takeHospitals(at)
      announce(metric, at)
    case .ofWhich:
      wholeTeam = drafts.last.flatMap { $0.metric == nil && $0.quantity != nil && !$0.isShare ? $0 : nil }
      wholeStaff = staffListed
      outer = outer ?? .some(entity)
      // 党员528名，占职工总数的32.6%，其中…: of the members.
      whole = drafts.indices.last { !drafts[$0].isPlainShare }.flatMap { last in
        let isKnown = drafts[last].metric != nil && drafts[last].quantity != nil || drafts[last].status == .masked
        return isKnown || drafts[last].text.isEmpty ? wholeBefore(last) : nil
      }
    case .and:
      // 医院1.82万张、乡镇卫生院0.41万张; 7月2,011人次、8月2,190人次.
      guard at > clause, isNumber(at - 1) || endsRemark(at - 1), at + 1 < lexemes.count else { break }
      switch lexemes[at + 1].kind {
      case .entity: clause = at + 1
      // 各县级医院平均0.82.
      case .glue, .lead: if isWord(at + 1, "各"), isEntity(at + 2) { clause = at + 1 }
      case .text where touches(at + 1, at + 2) && isEntity(at + 2): clause = at + 1
      case .text where isDepartment(at + 1) && isNumber(at + 2): clause = at + 1
      // 下降到2016年的43.1%、2017年的39.6%.
      case .period
      where isNumber(at + 2) || former == nil && isWord(min(at + 2, lexemes.count - 1), "的") && isNumber(at + 3):
        clause = at + 1
      default: break
      }
    case .text:
      takeDepartment(at)
      takeName(at)
      if let end = namesInBrackets(at) { return end }
    case .respectively: return respectively(at)
    case .from: if let end = impliedFromTo(at) { return end }
    case .glue: if let end = namesCounted(at) { return end }
    case .guarded(.listMark): takeItem(at)
    case .open: return brackets(at)
    case .change(direction: 0): flat(at)
    case .multiple(let factor): multiple(at, factor)
    case .number, .masked, .span: figure(at)
    default: break
    }
    return at + 1
  }

  /// The last figure of a known metric, or masked one, that 其中 can take apart.
  private func wholeBefore(_ last: Int) -> Int? {
    drafts.indices[...last].last {
      drafts[$0].metric != nil && drafts[$0].quantity != nil || drafts[$0].status == .masked
    }
  }

  func isFigure(_ lexeme: Lexeme) -> Bool {
    switch lexeme.kind {
    case .number, .masked, .span: true
    default: false
    }
  }

  private func take(_ base: ComparisonBase, _ at: Int) {
    // 与2012年相比，…; 2022年与2021年相比，….
    if at == clause || at == clause + 1 && isPeriod(clause), at + 1 < lexemes.count, case .mark = lexemes[at + 1].kind,
      drafts.allSatisfy(\.isEcho)
    {
      leadingBase = base
    }
    self.base = base
    // 降幅比上半年收窄15.3个百分点: what a growth is compared with, and no figure after it.
    if !isSecondOrder(at) { lastBase = base }
  }
}
