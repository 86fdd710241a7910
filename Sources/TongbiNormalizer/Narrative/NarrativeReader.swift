// SPDX-License-Identifier: Apache-2.0

import Tongbi
package import TongbiReports

/// Reads the sentences of a report: passages become observations and findings.
package struct NarrativeReader {
  private let index: AliasIndex
  private let entities: EntityIndex
  private let starts: LexemeStarts
  private let registry: FacilityRegistry
  private let context: DocumentContext

  /// Prepares to read reports, in one context unless each has its own.
  package init(
    catalogue: Catalogue, registry: FacilityRegistry = FacilityRegistry(), context: DocumentContext = DocumentContext()
  ) {
    self.init(names: AliasIndex(catalogue), registry: registry, context: context)
  }

  /// Prepares with the names of a catalogue that are at hand.
  init(
    names: AliasIndex, registry: FacilityRegistry = FacilityRegistry(), context: DocumentContext = DocumentContext()
  ) {
    index = names
    entities = EntityIndex(registry)
    starts = LexemeStarts(index: index, entities: entities)
    self.registry = registry
    self.context = context
  }

  /// Reads a report. No number is guessed: a figure whose metric is not certain keeps its words as a label.
  ///
  /// - Parameters:
  ///   - context: What is known of this report; what it leaves open, the title says.
  ///   - uses: Whether to say what became of every number.
  package func read(
    _ report: TextReport, in context: DocumentContext? = nil, uses: NarrativeReading.Uses = .kept
  ) -> NarrativeReading {
    let document = DocumentTitle(registry: registry).completed(context ?? self.context, from: report)
    var reading = NarrativeReading()
    reading.owner = document.facility ?? document.region ?? document.selfName
    reading.whole = document.areaOfOffice ?? reading.owner.map { WordSet.offices.ends($0) ? "" : $0 }
    reading.period = document.period
    // Reports full of figures have one in thirty bytes of text; room that is not needed is never touched.
    let size = report.passages.reduce(0) { $0 + $1.text.utf8.count }
    reading.observations.reserveCapacity(min(size / 30, 1 << 18))
    if uses == .kept { reading.uses.reserveCapacity(min(size / 20, 1 << 19)) }
    var topic = Topic()
    let scene = ReportScene(document: document, index: index, names: FacilityNames(registry))
    let markup = report.file.lowercased().hasSuffix(".md") ? ProseNoise.Markup.markdown : .none
    for passage in report.passages {
      let text = FoldedText(prose: passage.text, markup: markup)
      topic.endPlan()
      let heading = Heading(
        text, index: index, entities: entities, starts: starts, document: document,
        isBehindFigures: !reading.observations.isEmpty,
        isMarked: markup == .markdown && passage.line > (report.passages.first?.line ?? 0)
          && passage.text.hasPrefix("##"))
      if let heading {
        topic = heading.topic(after: topic)
      } else {
        topic.period = topic.headingPeriod
        topic.periodOrigin = .heading
        topic.beginPlan(text)
      }
      topic.inherit(in: document)
      topic.lastHouse = topic.spoken.flatMap(Self.house) ?? topic.lastHouse
      topic.spoken = nil
      topic.spokeOfMany = false
      topic.department = nil
      topic.asks = false
      topic.hear(text, under: heading)
      let isRegional = document.facility.map { WordSet.offices.ends($0) } ?? true
      topic.carried = ofRunIn(text, isRegional: document.facility == nil) ?? (isRegional ? ofItem(text) : nil)
      (topic.saidPeriod, topic.saidYear) = (nil, nil)
      topic.last = nil
      (topic.earlier, topic.figures, topic.toldList) = ([], [], [])
      (topic.instant, topic.month) = (nil, nil)
      var line = LineReader(passage: passage, file: report.file, text: text, uses: uses)
      let firstOfLine = reading.observations.count
      var start = 0
      if let mark = ListMark.end(text.scalars) {
        if uses == .kept { NumberCounter(text: text, line: passage.line).mark(0..<mark, into: &reading.uses) }
        start = mark
      }
      let speaksOfThat = passage.text.holds("该院")
      for range in Sentences.ranges(in: text.scalars, from: start) {
        let numbers = starts.numbers(in: text.scalars, range)
        let context = periodContext(document, topic)
        if case .none = numbers, document.hasOwner, !speaksOfThat {
          topic.take(text, range, context: context)
          continue
        }
        let lexer = SentenceLexer(
          text: text.scalars, index: index, entities: entities, starts: starts, context: context)
        if case .numerals = numbers, document.hasOwner, let words = lexer.wordsOfNumerals(range) {
          line.count(words, into: &reading)
          topic.take(text, range, context: context)
          continue
        }
        let lexemes = lexer.lexemes(range)
        guard lexemes.contains(where: \.isFigure) else {
          line.count(lexemes, into: &reading)
          if let period = Self.alone(lexemes) { Self.date(&reading.observations[firstOfLine...], period) }
          topic.take(text, range, context: context)
          if speaksOfThat, let house = Self.lastHouse(lexemes) { topic.lastHouse = house }
          if !document.hasOwner {
            let reader = SentenceReader(text: text, lexemes: lexemes, scene: scene, topic: topic)
            reader.read()
            topic.spoken = reader.spoken ?? topic.spoken
          }
          continue
        }
        let reader = SentenceReader(text: text, lexemes: lexemes, scene: scene, topic: topic)
        reader.read()
        topic.period = reader.topic.period
        topic.periodOrigin = reader.topic.periodOrigin
        topic.instant = reader.topic.instant
        topic.eventPeriod = reader.topic.eventPeriod
        if reader.tellsOfPeriod, !Self.isOfFormerYear(topic.period, document) {
          topic.keep(spoken: topic.period ?? (document.period == nil ? reader.namedYear : nil), on: document.date)
        }
        topic.keep(topic.period, in: document)
        topic.keep(answer: reader.period, in: document)
        if document.period == nil { topic.take(said: reader.period, on: document.date) }
        topic.spoken = reader.spoken ?? (reader.speaksOfRegion ? nil : topic.spoken)
        topic.spokeOfMany = reader.spokeOfMany
        if document.isSpeech { topic.hear(reader.drafts) }
        topic.carried = reader.isMentioned ? reader.spoken : topic.carried
        topic.department = reader.department
        topic.last = reader.lastFigure ?? topic.last
        (topic.earlier, topic.figures, topic.toldList) = (topic.figures, reader.drafts, reader.listFigures)
        line.close(reader, &reading)
      }
    }
    if document.isPlan { Self.aim(&reading, at: document.period) }
    SupposedMetrics.settle(&reading)
    FactMerger.merge(&reading)
    return reading
  }

  /// 4.县中医院特色凸显。1—10月门诊…: the facility that a numbered passage begins with, in a first sentence of few words.
  private func ofRunIn(_ text: FoldedText, isRegional: Bool) -> Entity? {
    guard let mark = ListMark.end(text.scalars),
      let end = text.scalars[mark...].prefix(15).firstIndex(of: "。"),
      let found = entities.match(text.scalars, at: mark, before: end)
    else { return nil }
    // 2.基层医疗卫生机构。诊疗人次…, in the report of a region.
    if found.end == end { return isRegional && Self.isKind(found.entity) ? found.entity : nil }
    return Self.house(found.entity)
  }

  /// The house that an item of a briefing is about: behind its sign, or a name alone before blanks.
  private func ofItem(_ text: FoldedText) -> Entity? {
    text.scalars.first.map(ListMark.isSign) ?? false ? ofSignedItem(text) : ofNamedItem(text)
  }

  /// ◇柳堡镇中心卫生院为3,290名患者…。血压达标率….
  private func ofSignedItem(_ text: FoldedText) -> Entity? {
    guard let mark = ListMark.end(text.scalars) else { return nil }
    if let found = entities.match(text.scalars, at: mark, before: text.count) { return Self.house(found.entity) }
    return titled(text, mark..<min(mark + 20, text.count))
  }

  /// 县血站  上半年无偿献血1,934人次.
  private func ofNamedItem(_ text: FoldedText) -> Entity? {
    guard let blank = text.scalars.prefix(20).firstIndex(of: " "), blank > 2, blank + 1 < text.count else { return nil }
    if let found = entities.match(text.scalars, at: 0, before: blank), found.end == blank {
      return Self.house(found.entity)
    }
    return titled(text, 0..<blank)
  }

  /// The house that words name as a title would.
  private func titled(_ text: FoldedText, _ words: Range<Int>) -> Entity? {
    DocumentTitle(registry: registry).facility(FoldedText(text.string(words))).flatMap { Self.house(.named($0)) }
  }

  /// A kind of houses that a region has.
  private static func isKind(_ found: Entity) -> Bool {
    guard case .named(let name) = found else { return false }
    return FacilityKinds.contains(name)
  }

  /// A house by its name, and no kind of houses.
  private static func house(_ found: Entity) -> Entity? {
    guard case .named(let name) = found, WordSet.houses.ends(name), !WordSet.kindsOfHouses.contains(name),
      !["卫生院", "分院", "服务站", "村卫生室"].contains(name)
    else { return nil }
    return found
  }

  /// 拟推荐宁岭市骨科医院参加评审。该院…: the house that a sentence names last.
  private static func lastHouse(_ lexemes: [Lexeme]) -> Entity? {
    lexemes.reversed().lazy.compactMap { lexeme in
      guard case .entity(let found) = lexeme.kind else { return nil }
      return house(found)
    }.first
  }

  /// 2021年3月，我县组建医共体 in a report of 2024: a month in which something happened.
  private static func isOfFormerYear(_ found: FoundPeriod?, _ document: DocumentContext) -> Bool {
    guard case .month(let month)? = found?.period, let date = document.date else { return false }
    return month.year < date.year
  }

  /// What a plan says of its own period is an aim; what it says of the year before was reached.
  private static func aim(_ reading: inout NarrativeReading, at period: Period?) {
    guard let period else { return }
    for index in reading.observations.indices
    where reading.observations[index].role == .observed && !reading.told.contains(index) {
      if let own = reading.observations[index].period, period.contains(own) || own == period {
        reading.observations[index].role = .target
      }
    }
  }

  /// （截至2023年9月30日）: the period of a sentence in brackets that says nothing else.
  private static func alone(_ lexemes: [Lexeme]) -> Period? {
    guard lexemes.count == 3, case .open = lexemes[0].kind, case .period(let found) = lexemes[1].kind,
      case .close = lexemes[2].kind
    else { return nil }
    return found.period
  }

  /// Gives a period to the figures before it in its passage that have none of their own.
  private static func date(_ observations: inout ArraySlice<Observation>, _ period: Period) {
    for place in observations.indices {
      switch observations[place].periodOrigin {
      case .clause, .sentence: continue
      default:
        observations[place].period = period
        observations[place].periodOrigin = .sentence
      }
    }
  }

  private func periodContext(_ document: DocumentContext, _ topic: Topic) -> PeriodContext {
    let heading = topic.headingPeriod?.isMasked == false ? topic.headingPeriod?.period?.lastDay.year : nil
    let own = document.year ?? document.period?.lastDay.year
    let planned = heading == nil && topic.isPlan && !topic.isMixed ? document.yearAhead : nil
    var context = PeriodContext(
      year: heading ?? planned ?? document.yearOfAnswer ?? own ?? document.currentYear, date: document.date,
      named: topic.period?.period?.lastDay.year ?? topic.saidYear ?? document.looseYear,
      own: document.period)
    context.month = topic.month
    if own == nil, context.date == nil, case .upTo(let day)? = topic.instant?.period { context.date = day }
    context.isAhead = topic.isPlan && !topic.isMixed
    if let year = document.yearOfWriting { context.current = year }
    if document.isPlan { context.nextYear = own }
    if let planned { (context.current, context.nextYear) = (context.current ?? own, planned) }
    if topic.isPlan, let heading, let own, heading > own {
      context.nextYear = heading
      if document.date.map({ $0.year == own }) ?? true { context.current = own }
    }
    return context
  }
}

extension Lexeme {
  /// Whether it can give rise to an observation.
  fileprivate var isFigure: Bool {
    switch kind {
    case .number, .masked, .span, .change(direction: 0): true
    case .text, .guarded: false
    default: false
    }
  }
}
