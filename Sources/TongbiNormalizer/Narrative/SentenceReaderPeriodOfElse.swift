// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Periods that tell when something else was: an aim, a base, a beginning.
extension SentenceReader {
  /// 完成全年任务的53.8%: the period of an aim, not of what was done.
  func isOfAim(_ at: Int) -> Bool {
    // 完成全年任务的一半多一点.
    if at > clause, at + 1 < lexemes.count, isWord(at - 1, "完成"), beginsWith(at + 1, .tasksDone) { return true }
    guard at + 2 < lexemes.count, case .aim = lexemes[at + 1].kind, touches(at, at + 1) else { return false }
    return beginsWith(at + 2, .ofAims) || at > clause && endsIn(at - 1, .aimComparers)
  }

  /// 33.9%，与全年70%的目标相比…；中医药健康管理率35.5%: the time of the aim alone.
  func isOfAimCompared(_ at: Int) -> Bool {
    guard at > clause, at + 3 < lexemes.count, isNumber(at + 1), isWord(at + 2, "的"), isNounOfAim(at + 3) else {
      return false
    }
    return text.scalars[lexemes[at - 1].range].last.map { "与距离比较".unicodeScalars.contains($0) } ?? false
  }

  /// 2021年全国居民健康素养水平为25.4%, in the paper of a county: the time of those it is compared with alone.
  func isOfWider(_ at: Int) -> Bool {
    guard isEntity(at + 1), case .entity(.named(let region)) = lexemes[at + 1].kind else { return false }
    return (region == "全国" || region == "全省") && document.region != region
  }

  /// Whether a period begins an item of a list: 二是年内完成….
  func isOfItem(_ at: Int) -> Bool {
    guard at > 0, case .guarded(.listMark) = lexemes[at - 1].kind else { return false }
    return true
  }

  /// 截至去年底 in a speech of 2013: the end of 2012.
  func endOfLastYear(_ found: FoundPeriod) -> Period? {
    guard let year = document.yearOfWriting, let end = Day(year - 1, 12, 31), text.string(found.range).contains("去年")
    else {
      return nil
    }
    switch found.period {
    case .upTo(let day)? where day.year == year - 2: return .upTo(end)
    case .instant(let day)? where day.year == year - 2: return .instant(end)
    default: return nil
    }
  }

  /// 是2019年的1.8倍: the period is what something is compared with, not when it was.
  func isBaseOfMultiple(_ at: Int) -> Bool {
    if at + 5 < lexemes.count, case .open = lexemes[at + 1].kind, case .close = lexemes[at + 3].kind, isNumber(at + 5) {
      return isWord(at + 4, "的") && unit(of: at + 5) == "倍"
    }
    guard at + 2 < lexemes.count, isWord(at + 1, "的") else { return false }
    let number = (at + 2..<min(at + 4, lexemes.count)).first { isFigure(lexemes[$0]) }
    guard let number else { return false }
    // 入院7,218人次，恢复到2019年的96.3%; but 使用率回升到二季度的83.9%.
    if unit(of: number).reads("%"), at > clause, number == at + 2, isWord(at - 1, of: .matching) {
      if let metric = lastMetric(in: clause..<at)?.metric { return metric.unit.ratioFactor == nil }
      return drafts.last?.metric.map { $0.unit.ratioFactor == nil } ?? false
    }
    return unit(of: number).reads("倍")
  }

  /// 自2023年7月1日起实行…，CMI值0.87, 9月1日零时起取消加成: when something began, and no time of the figures after it.
  func isBeginning(_ found: FoundPeriod, _ at: Int) -> Bool {
    // 签约工作自3月开始，我院7个团队入村入户.
    if case .month? = found.period, at > 0, at + 1 < lexemes.count,
      text.scalars[lexemes[at].range.lowerBound - 1] == "自",
      WordSet.starting.end(text.scalars, at: lexemes[at + 1].range.lowerBound, before: text.count) != nil
    {
      return true
    }
    guard case .instant? = found.period, at + 1 < lexemes.count else { return false }
    // 1月26日起，全院取消休假，设立先锋岗28个.
    if isWord(at + 1, "起"), at + 2 < lexemes.count, isMark(lexemes[at + 2]) { return true }
    if WordSet.fromHour.end(text.scalars, at: lexemes[at + 1].range.lowerBound, before: text.count) != nil {
      return true
    }
    guard at > 0 else { return false }
    return text.scalars[lexemes[at].range.lowerBound - 1] == "自"
      && text.scalars[lexemes[at + 1].range.lowerBound] == "起"
  }

  /// 2010年…。药占比从2014年的41.2%降到37.5%: a time before that of the former value is not that of the figure.
  func leavePeriod(of draft: Draft, before former: Former?) {
    guard let then = former?.period, let now = draft.period, now.lastDay < then.lastDay, draft.role == .observed else {
      return
    }
    draft.period = document.period ?? document.year.map(Period.year)
    (period, periodClause, topic.period) = (nil, nil, nil)
  }

  /// Whether a sentence begins with a year that was over, and neither asks nor aims for anything.
  func tellsOfPast(_ found: FoundPeriod) -> Bool {
    guard case .year(let year)? = found.period, found.hasYear, case .year(let told)? = document.period, year <= told,
      let ahead = document.yearAhead, year < ahead
    else { return false }
    return !lexemes.contains { lexeme in
      if case .aim = lexeme.kind { return true }
      return "要须将".unicodeScalars.contains(text.scalars[lexeme.range.lowerBound]) && lexeme.range.count < 3
    }
  }

  /// 手术1,268台，而2020年仅203台；床位使用率61.5%: an earlier year that one value alone is of.
  func isRemark(_ found: FoundPeriod, _ at: Int) -> Bool {
    // 而改革前的2013年为46.5%.
    if at == clause + 2, isWord(at - 1, "的"), endsIn(clause, .events), at + 1 < lexemes.count,
      beginsWith(clause, .contrasts) || found.hasYear && drafts.contains(where: { !$0.isEcho })
    {
      return isNumber(at + 1) || isNumber(at + 2)
    }
    // 健康素养水平24.7%，2020年为22.3%.
    if at == clause, at > 0, found.hasYear, case .year(let year)? = found.period, isWord(at + 1, of: .equals),
      isNumber(at + 2), endsPhrase(at + 3), let own = document.period, year < own.lastDay.year, own.months.count <= 12,
      drafts.contains(where: { !$0.isEcho })
    {
      return true
    }
    guard at == clause + 1, at + 1 < lexemes.count, case .lead = lexemes[clause].kind, isWord(clause, of: .contrasts),
      found.hasYear || "上去前".unicodeScalars.contains(text.scalars[lexemes[at].range.lowerBound]),
      case .year? = found.period
    else { return false }
    return isNumber(at + 1) || at + 2 < lexemes.count && isNumber(at + 2)
  }
}

extension WordSet where Meaning == Bool {
  /// Words behind a day on which something began.
  static let starting = WordSet(words: ["开始", "启动", "起开始", "起启动", "起实施", "起推行", "起开展"])
  /// Words behind a day from which something is in force.
  static let fromHour = WordSet(words: ["零时起", "0时起", "起实施", "起施行", "起实行", "起执行", "起全面", "起正式", "起取消"])
  /// Words before those who were found to have something.
  static let detecting = WordSet(words: ["发现", "查出", "确诊", "新检出", "新确诊", "新诊断", "筛查发现", "筛查出", "检出"])
  /// Words for a stretch of time that another one says more of: 疫情高峰期的12月.
  static let spells = WordSet(words: ["高峰期", "高峰", "时期", "阶段", "时刻", "关头"])
  /// Words before a time that is looked back on.
  static let recalling = WordSet(words: ["回想", "回首", "回望", "回忆", "回想起", "想想", "而回首"])
  /// Aims of which words, and no number, say how much was done.
  static let tasksDone = WordSet(words: ["任务的", "任务量的", "任务数的", "目标的", "目标任务的", "计划的", "任务过半", "任务近半"])
}
