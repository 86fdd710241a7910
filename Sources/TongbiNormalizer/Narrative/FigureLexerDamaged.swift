// SPDX-License-Identifier: Apache-2.0

/// Digits whose separators, points or letters make no number: 12,34,5人次, 28,6%, 1.2.3万人次, 1O23人次.
extension FigureLexer {
  /// A damaged number as a masked one; `nil` where the digits at a place are a number, a list, a name or a mark.
  func damaged(at start: Int) -> Lexeme? {
    guard !isInsideWord(start) else { return nil }
    let end = runEnd(start)
    guard text[start..<end].contains(where: { !NumberScanner.isDigit($0) }),
      text[start..<end].contains(where: NumberScanner.isDigit), let (close, unit) = unit(behind: end),
      !UnitSet.calendar.contains(unit), !UnitSet.numbered.contains(unit), isDamaged(start..<end, close)
    else { return nil }
    return Lexeme(kind: .masked(unit: unit), range: start..<close)
  }

  /// Letters that are typed, or recognized, for 0 and 1.
  static func isMistakenDigit(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "O", "o", "l", "I": true
    default: false
    }
  }

  /// Whether more may belong to the digits that end at a place.
  func mayGoOn(at end: Int) -> Bool {
    guard end < limit else { return false }
    return Self.isSeparator(text[end]) || Self.isMistakenDigit(text[end])
  }

  private static func isSeparator(_ mark: Unicode.Scalar) -> Bool { mark == "," || mark == "." || mark == "，" }

  private func isInsideWord(_ start: Int) -> Bool {
    start > 0 && (Self.isLetter(text[start - 1]) || NumberScanner.isDigit(text[start - 1]))
  }

  /// Where digits, the letters among them and the marks between them end.
  private func runEnd(_ start: Int) -> Int {
    var end = start
    while end < limit {
      if Self.isSeparator(text[end]) {
        guard end > start, end + 1 < limit else { break }
        // 12.5.万人次.
        let isFollowed = text[end] == "." && "万亿%.".unicodeScalars.contains(text[end + 1])
        guard isFollowed || NumberScanner.isDigit(text[end + 1]) || Self.isMistakenDigit(text[end + 1]) else { break }
      } else if !NumberScanner.isDigit(text[end]), !Self.isMistakenDigit(text[end]) {
        break
      }
      end += 1
    }
    return end
  }

  /// The unit behind digits, after 万 and 余, and where it ends.
  private func unit(behind end: Int) -> (end: Int, unit: String)? {
    var at = end
    while at < limit, "千万亿余多 ".unicodeScalars.contains(text[at]) { at += 1 }
    return UnitWord.match(text, at: at, before: limit)
  }

  private func isDamaged(_ run: Range<Int>, _ close: Int) -> Bool {
    if text[run].contains(where: Self.isMistakenDigit) { return true }
    let groups = text[run].split(omittingEmptySubsequences: false) { $0 == "," || $0 == "，" }
    if groups.count == 1 { return hasPoints(run) }
    // 1.02,4例: a number ends at the comma.
    guard !groups.dropLast().contains(where: { $0.contains(".") }) else { return false }
    let isGrouped =
      groups[0].count <= 3
      && groups.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
    return !isGrouped && !isList(before: run.lowerBound) && endsClause(close)
  }

  /// 1.2.3万人次, 12..5%; but 2023.12.5 and the number of a section.
  private func hasPoints(_ run: Range<Int>) -> Bool {
    guard text[run].count(where: { $0 == "." }) > 1, run.lowerBound > 0 else { return false }
    let before = text[run.lowerBound - 1]
    return (0x4E00...0x9FFF).contains(before.value) || before == ":"
  }

  /// 门诊、急诊、出院分别为12,34,56人次.
  private func isList(before start: Int) -> Bool {
    var at = start - 1
    while at >= 0, start - at < 40, !"。；;!?".unicodeScalars.contains(text[at]) {
      if Self.listWords.end(text, at: at, before: start) != nil { return true }
      at -= 1
    }
    return false
  }

  private static let listWords = WordSet(words: ["分别", "依次", "各为", "各有", "各是"])

  /// Whether nothing that is counted follows a unit: 门诊人次1200,3人获奖 are two figures.
  private func endsClause(_ close: Int) -> Bool {
    guard close < limit, (0x4E00...0x9FFF).contains(text[close].value) else { return true }
    return Self.followers.end(text, at: close, before: limit) != nil
  }

  private static let followers = WordSet(words: [
    "同比", "环比", "较", "比", "增", "下降", "上升", "减", "提高", "占", "左右", "以上", "以下", "以内",
  ])
}
