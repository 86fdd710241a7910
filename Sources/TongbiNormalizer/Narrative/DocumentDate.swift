// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// The day that a report was written or published, by what stands above and below its text.
enum DocumentDate {
  /// The day of one of the first or last lines, of the title's bracket, or of the words that a press note begins with.
  static func find(in report: TextReport) -> Day? {
    let (first, last) = (report.passages.prefix(5), report.passages.suffix(3))
    func day(_ passages: ArraySlice<Passage>, _ read: (Passage) -> Day?) -> Day? {
      passages.lazy.compactMap(read).first
    }
    if let day = day(first, alone) ?? day(last, alone) ?? opening(report) { return day }
    if let day = day(first, beside) ?? bracketed(report) ?? day(first, signed) { return day }
    return day(first, remarked) ?? day(last, remarked) ?? day(last, reported) ?? day(last) { month($0.text) }
  }

  /// …真正成为现实。（本报记者 2022年8月16日）: who wrote and when, in the bracket that a paper ends with.
  private static func reported(_ passage: Passage) -> Day? {
    let folded = FoldedText(prose: String(passage.text.suffix(60)))
    guard let close = folded.scalars.lastIndex(where: { $0 != " " }), folded.scalars[close] == ")",
      let open = folded.scalars[..<close].lastIndex(of: "("),
      case let words = folded.string(open..<close), writers.contains(where: words.holds)
    else { return nil }
    return only(FoldedText(words)).map(\.day)
  }

  private static let writers = ["记者", "通讯员", "撰稿", "供稿", "作者", "报道"]

  /// The day of writing that a file's name holds: 新闻稿20240418.txt, 2024-04-18 通报.docx.
  static func find(inName name: String) -> Day? {
    let runs = name.split { !$0.isASCII || !$0.isNumber && !"-._".contains($0) }
    return runs.lazy.compactMap { run -> Day? in
      var parts = run.split { !$0.isNumber }
      // 41-20220711政务信息: the number of the file before its day.
      if parts.count > 1, parts[0].count <= 3, [4, 8].contains(parts[1].count) { parts.removeFirst() }
      switch MachinePeriod.parse(parts.joined(separator: "-")) {
      case .instant(let day)?: return day
      // 【新闻稿】… 2026.07: a note tells no month's figures by its name.
      case .month(let month)? where ["新闻", "通讯", "报道", "宣传"].contains(where: name.holds):
        return Period.month(month).lastDay
      // 综合改革工作汇报（2017.11）; but the month of an analysis is the one it is of.
      case .month(let month)? where ["总结", "汇报", "报告", "材料", "讲话", "述职"].contains(where: name.holds):
        return Period.month(month).lastDay
      default: return nil
      }
    }.first
  }

  /// （宣传科 2017年9月27日）9月26日清晨，…: the day behind who wrote, in the bracket that a passage begins with.
  private static func signed(_ passage: Passage) -> Day? {
    let folded = FoldedText(prose: String(passage.text.prefix(50)))
    guard folded.scalars.first == "(", let close = folded.scalars.firstIndex(of: ")") else { return nil }
    let context = PeriodContext()
    let found = PeriodText.find(in: FoldedText(folded.string(1..<close)), context: context)
    guard found.count == 1, found[0].hasYear, found[0].range.upperBound == close - 1,
      case .instant(let day)? = found[0].period
    else { return nil }
    return day
  }

  /// （2017年11月，供市医改督查组参阅）, （2023年7月20日，根据录音整理）: a line in brackets that says when it was written and more.
  private static func remarked(_ passage: Passage) -> Day? {
    guard passage.text.utf8.count <= 180, mayHoldYear(passage.text) else { return nil }
    let folded = FoldedText(prose: withoutPoints(passage.text))
    let letters = folded.scalars.filter { $0 != " " }
    guard letters.first == "(", letters.last == ")" else { return nil }
    let found = PeriodText.find(in: folded, context: PeriodContext()).filter(\.hasYear)
    guard found.count == 1 else { return nil }
    let hasWords = letters.contains { "，,；;".unicodeScalars.contains($0) }
    return switch found[0].period {
    case .instant(let day)?: day
    case .month(let month)? where hasWords: Period.month(month).lastDay
    default: nil
    }
  }

  /// The month alone below a paper: 2022年8月, （2019年5月）.
  static func month(_ line: String) -> Day? {
    guard line.utf8.count <= 30 else { return nil }
    let folded = FoldedText(prose: line)
    let letters = folded.scalars.filter { !" ()".unicodeScalars.contains($0) }
    guard let found = PeriodScanner(letters, before: letters.count, context: PeriodContext()).period(at: 0),
      found.hasYear,
      found.range.upperBound == letters.count, case .month(let month)? = found.period
    else { return nil }
    return Period.month(month).lastDay
  }

  /// 县人民医院举行例会（2023年11月6日）：…, （2023年9月20日）区疾控中心：…: the full date in brackets before the first figure.
  private static func bracketed(_ report: TextReport) -> Day? {
    guard let passage = report.passages.first else { return nil }
    let folded = FoldedText(prose: String(passage.text.prefix(60)))
    guard let open = folded.scalars.firstIndex(of: "("),
      !folded.scalars[..<open].contains(where: { NumberScanner.isDigit($0) || $0 == "," || $0 == "。" }),
      let found = PeriodScanner(folded.scalars, before: folded.count, context: PeriodContext()).period(at: open + 1),
      found.hasYear, case .instant(let day)? = found.period, found.range.upperBound < folded.count,
      folded.scalars[found.range.upperBound] == ")"
    else { return nil }
    let next = folded.scalars.dropFirst(found.range.upperBound + 1).first
    return open == 0 || next == ":" ? day : nil
  }

  /// The day that stands alone in a line, or under the name of who wrote: （2024年2月6日）, 县中医医院药剂科编 2023年10月9日.
  private static func alone(_ passage: Passage) -> Day? {
    guard passage.text.utf8.count <= 120, mayHoldYear(passage.text) else { return nil }
    let folded = FoldedText(prose: withoutPoints(withoutClock(passage.text)))
    guard let (day, range) = only(folded) else { return nil }
    let rest = folded.scalars[..<range.lowerBound] + folded.scalars[range.upperBound...]
    let words = String(String.UnicodeScalarView(rest.filter { (0x4E00...0x9FFF).contains($0.value) }))
    if ["", "日期", "时间", "发布日期", "发布时间", "成文日期", "印发", "印发日期"].contains(words) { return day }
    let isLast = range.upperBound >= folded.count - 1 && range.lowerBound > 1
    let isSigned = words.last.map { "编印发局委院科部办站会心所室".contains($0) } ?? false
    return isLast && isSigned && words.count <= 30 ? day : nil
  }

  /// Whether a line may name a year; most headings hold no digit, and no 年.
  private static func mayHoldYear(_ line: String) -> Bool {
    line.utf8.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } || line.holds("年")
      || line.unicodeScalars.contains { (0xFF10...0xFF19).contains($0.value) }
  }

  /// 2024-07-05 17:30 without the time of day.
  private static func withoutClock(_ line: String) -> String {
    let end = line.split(separator: " ").last ?? ""
    let parts = end.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isWholeNumber) })
    else { return line }
    return String(line.dropLast(end.count).reversed().drop { $0 == " " }.reversed())
  }

  /// 2023.5.16 as 2023年5月16日.
  private static func withoutPoints(_ line: String) -> String {
    guard line.contains(where: { ".．".contains($0) }) else { return line }
    var (text, run) = ("", "")
    func spelled(_ run: String) -> String {
      let parts = run.split(omittingEmptySubsequences: false) { ".．".contains($0) }
      guard parts.count == 3, parts[0].count == 4, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) })
      else {
        return run
      }
      return "\(parts[0])年\(parts[1])月\(parts[2])日"
    }
    for letter in line {
      if letter.isASCII && letter.isNumber || !run.isEmpty && ".．".contains(letter) {
        run.append(letter)
      } else {
        text += spelled(run)
        text.append(letter)
        run = ""
      }
    }
    return text + spelled(run)
  }

  /// The one day that a line names.
  private static func only(_ line: FoldedText) -> (day: Day, range: Range<Int>)? {
    let found = PeriodText.find(in: line, context: PeriodContext())
    guard found.count == 1, found[0].hasYear, case .instant(let day)? = found[0].period else { return nil }
    return (day, found[0].range)
  }

  /// 发布日期：2022-11-30　来源：县卫生健康局, 某某中心2023年4月12日讯, 工作简报（2023年12月15日）.
  private static func beside(_ passage: Passage) -> Day? {
    guard passage.text.utf8.count <= 240, !passage.text.holds("。"), mayHoldYear(passage.text) else { return nil }
    let folded = FoldedText(prose: withoutPoints(passage.text))
    guard let (day, range) = only(folded) else { return nil }
    let before = folded.string(0..<range.lowerBound).filter { $0 != " " }
    let behind = folded.string(range.upperBound..<folded.count)
    // ——2024年1月20日在第五届职工代表大会第三次会议上.
    if !before.contains(where: { !"-—(".contains($0) }), behind.holds("会上") || behind.holds("会议上") { return day }
    // 《丹霖日报》2020年11月12日 第3版.
    if ["报》", "刊》", "日报", "晚报"].contains(where: before.hasSuffix) { return day }
    // （2018年1月26日《云汀日报》第2版）.
    if behind.hasPrefix("《"), behind.holds("报》") || behind.holds("刊》") { return day }
    // …工作见闻（2025年8月9日 第2版）.
    if before.hasSuffix("("), behind.hasSuffix("版)") { return day }
    if marks.contains(where: before.hasSuffix) || news.contains(where: behind.hasPrefix) { return day }
    return before.hasSuffix("(") && behind.hasPrefix(")") && before.count > 5 ? day : nil
  }

  private static let marks = ["日期:", "时间:", "日期", "时间", "发布于", "发表于", "印发于", "更新:", "发布:"]
  private static let news = ["讯", "电", "消息", "报道", "印发", "发布", "上午", "下午", "来源", " 来源"]

  /// The day that a press note begins with: 2024年10月22日上午，市卫生健康委召开新闻发布会; 新华社2024年10月22日电.
  private static func opening(_ report: TextReport) -> Day? {
    guard let passage = report.passages.prefix(5).first(where: { $0.text.holds("。") }) else { return nil }
    let folded = FoldedText(prose: String(passage.text.prefix(80)))
    let scanner = PeriodScanner(folded.scalars, before: folded.count, context: PeriodContext())
    for start in folded.scalars.indices.prefix(48) {
      guard let found = scanner.period(at: start), found.hasYear, case .instant(let day)? = found.period else {
        continue
      }
      let words = folded.string(found.range.upperBound..<folded.count)
      if news.prefix(3).contains(where: words.hasPrefix) { return day }
      // 本报讯（记者 … 2022年10月28日）.
      let before = folded.string(0..<start)
      if words.hasPrefix(")"), before.holds("讯("), !before.holds(")") { return day }
      let isFirst = folded.scalars[..<start].allSatisfy { $0 == " " }
      return isFirst && events.contains(where: words.holds) ? day : nil
    }
    return nil
  }

  private static let events = ["召开", "举行", "举办", "发布", "通报", "印发"]
}
