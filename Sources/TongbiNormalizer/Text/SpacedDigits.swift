// SPDX-License-Identifier: Apache-2.0

/// Blanks that stand inside a number, as text recognition leaves them: 15 602, 4 ,216, 8. 2, 1 5 6 万.
enum SpacedDigits {
  /// For each scalar, whether it is a blank inside a number; empty where none is.
  static func blanks(in text: [Unicode.Scalar]) -> Set<Int> {
    var found: Set<Int> = []
    var doubtful: Set<Int> = []
    var at = 0
    let isSpacedOut = isSpacedOut(text)
    while at < text.count {
      guard NumberScanner.isDigit(text[at]) else {
        at += 1
        continue
      }
      at = run(text, from: at, isSpacedOut, &found, &doubtful)
    }
    // 住院 7 45 人次, in a passage in which other numbers are torn apart.
    return found.isEmpty ? found : found.union(doubtful)
  }

  /// Whether most letters of a text stand alone between blanks, so that no blank parts two numbers.
  private static func isSpacedOut(_ text: [Unicode.Scalar]) -> Bool {
    var (letters, alone) = (0, 0)
    for at in text.indices.dropLast() where (0x4E00...0x9FFF).contains(text[at].value) {
      letters += 1
      if text[at + 1] == " " { alone += 1 }
    }
    return letters >= 6 && alone * 4 >= letters * 3
  }

  /// Takes in one run of digits, points, separators and blanks; returns where it ends.
  private static func run(
    _ text: [Unicode.Scalar], from start: Int, _ isSpacedOut: Bool, _ found: inout Set<Int>, _ doubtful: inout Set<Int>
  ) -> Int {
    var groups: [Range<Int>] = []
    var marks: [Unicode.Scalar?] = []
    var at = start
    while true {
      let first = at
      while at < text.count, NumberScanner.isDigit(text[at]) { at += 1 }
      groups.append(first..<at)
      guard let (mark, next) = joint(text, after: at) else { break }
      marks.append(mark)
      at = next
    }
    guard groups.count > 1 else { return at }
    let hasBlanks = text[start..<at].contains(" ")
    let isOne =
      isSpacedOut && marks.count { $0 == "." } <= 1 && isGrouped(groups, marks) && !isNumbering(text, start, at)
    if hasBlanks, isOne || isNumber(text, groups, marks, before: at) {
      found.formUnion((start..<at).filter { text[$0] == " " })
    } else if hasBlanks, isTorn(text, groups, marks, before: at) {
      doubtful.formUnion((start..<at).filter { text[$0] == " " })
    }
    return at
  }

  /// Whether three digits stand behind each comma: 2 1 ,6 0 7.
  private static func isGrouped(_ groups: [Range<Int>], _ marks: [Unicode.Scalar?]) -> Bool {
    guard let first = marks.firstIndex(of: ",") else { return true }
    var count = 0
    for (place, group) in groups.enumerated().dropFirst(first + 1) {
      if marks[place - 1] != nil, place > first + 1 {
        guard count == 3 else { return false }
        count = 0
        if marks[place - 1] == "." { return true }
      }
      count += group.count
    }
    return count == 3
  }

  /// A point, a separator or a blank alone between digits, and where the next digits begin.
  private static func joint(_ text: [Unicode.Scalar], after end: Int) -> (mark: Unicode.Scalar?, next: Int)? {
    var at = end
    while at < text.count, text[at] == " ", at - end < 3 { at += 1 }
    var mark: Unicode.Scalar?
    if at < text.count, text[at] == "." || text[at] == "," {
      mark = text[at]
      at += 1
      let close = at
      while at < text.count, text[at] == " ", at - close < 3 { at += 1 }
    }
    guard at < text.count, at > end, NumberScanner.isDigit(text[at]) else { return nil }
    return (mark, at)
  }

  /// Whether groups of digits read as one number: thousands of three digits, one point, or digits each on its own.
  private static func isNumber(
    _ text: [Unicode.Scalar], _ groups: [Range<Int>], _ marks: [Unicode.Scalar?], before end: Int
  ) -> Bool {
    let points = marks.indices.filter { marks[$0] == "." }
    guard points.count <= 1, points.isEmpty || points[0] == marks.count - 1 else { return false }
    if !points.isEmpty, isNumbering(text, groups[0].lowerBound, end) { return false }
    let whole = points.isEmpty ? groups[...] : groups.dropLast()
    if whole.count == 1 { return true }
    // 5 1.2%, 1,2 06 台.
    if points.isEmpty, marks.contains(","), isGrouped(groups, marks) {
      return !isNumbering(text, groups[0].lowerBound, end)
    }
    let least = points.isEmpty ? 3 : 2
    // 义诊 1 1 场次.
    let isPair = points.isEmpty && isTorn(text, groups, marks, before: end)
    let isSingle =
      (isPair ? 2...2 : least...12).contains(whole.count) && whole.allSatisfy { $0.count == 1 } && !marks.contains(",")
    let isGrouped = (1...3).contains(whole[0].count) && whole.dropFirst().allSatisfy { $0.count == 3 }
    return (isSingle || isGrouped && text[groups[0].lowerBound] != "0") && !isNumbering(text, groups[0].lowerBound, end)
  }

  /// Whether a few digits before a unit may be one number: 7 45 人次.
  private static func isTorn(
    _ text: [Unicode.Scalar], _ groups: [Range<Int>], _ marks: [Unicode.Scalar?], before end: Int
  ) -> Bool {
    guard marks.allSatisfy({ $0 == nil }), groups.count == 2, text[groups[0].lowerBound] != "0",
      (groups[0].count + groups[1].count) <= 4, !isNumbering(text, groups[0].lowerBound, end)
    else { return false }
    var after = end
    while after < text.count, text[after] == " " { after += 1 }
    return UnitWord.match(text, at: after, before: text.count) != nil
  }

  /// 1. 2023年…, 3. 15名…: digits after a stop that number a paragraph; or digits that a year or month follows.
  private static func isNumbering(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
    var after = end
    while after < text.count, text[after] == " " { after += 1 }
    if after < text.count, "年月日.,-:".unicodeScalars.contains(text[after]) { return true }
    var before = start - 1
    while before >= 0, text[before] == " " { before -= 1 }
    return before < 0 || !(0x4E00...0x9FFF).contains(text[before].value)
  }
}
