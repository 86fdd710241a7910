// SPDX-License-Identifier: Apache-2.0

/// The number or sign that a heading, a paragraph or an item begins with: 一、 （一） 1. 1、 (1) ① ◆
enum ListMark {
  /// Where the mark at the start of a line ends, a sign with the number behind it; `nil` where the line begins with something
  /// else.
  static func end(_ text: [Unicode.Scalar]) -> Int? {
    var start = 0
    while start < text.count, start < 8, isBullet(text[start]) { start += 1 }
    guard start < text.count else { return nil }
    // —— before each of several feats.
    let isDashed = start >= 2 && text[start - 1] == "-" && text[start - 2] == "-"
    let bullet = isDashed || text[..<start].contains(where: isSign) ? start : nil
    if (0x2460...0x2473).contains(text[start].value) { return start + 1 }
    let isBracketed = text[start] == "("
    let first = isBracketed ? start + 1 : start
    var at = first
    while at < text.count, at - first < 3, NumberScanner.isDigit(text[at]) || ChineseNumeral.isNumeral(text[at]) {
      at += 1
    }
    guard at > first, at < text.count else { return bullet }
    if isBracketed { return text[at] == ")" ? closed(text, at + 1) : bullet }
    if text[at] == "、" { return isOfQuarters(text, first) ? bullet : at + 1 }
    if text[at] == ")" { return at + 1 }
    guard text[at] == ".", at + 1 < text.count, !isDecimal(text, first, at) else { return bullet }
    return at + 1
  }

  /// 三、四级手术, 一、二季度, within a sentence: numerals of one word, and no mark. At the start of a line 二、三级医院 is a heading.
  static func isOfTwo(_ text: [Unicode.Scalar]) -> Bool {
    text.count > 3 && ChineseNumeral.isNumeral(text[0]) && text[1] == "、" && ChineseNumeral.isNumeral(text[2])
      && "级类季期孩胎".unicodeScalars.contains(text[3])
  }

  /// 一、二、三季度: three quarters and no mark; but 一、二季度 begins with one.
  private static func isOfQuarters(_ text: [Unicode.Scalar], _ first: Int) -> Bool {
    var (at, count) = (first, 0)
    while at + 1 < text.count, ChineseNumeral.isNumeral(text[at]) || NumberScanner.isDigit(text[at]) {
      count += 1
      guard text[at + 1] == "、" else { return count > 2 && text[at + 1] == "季" }
      at += 2
    }
    return false
  }

  /// 1.2023年…, 2.10月份…, 5.0-6岁儿童…: the point ends the mark where a year, a month or an age follows it.
  private static func isDecimal(_ text: [Unicode.Scalar], _ first: Int, _ point: Int) -> Bool {
    let digits = text[(point + 1)...].prefix { NumberScanner.isDigit($0) }
    guard !digits.isEmpty else { return false }
    var end = digits.endIndex
    if digits.count == 4 { return !(end < text.count && text[end] == "年") }
    while end < text.count, digits.count <= 2,
      "-~—至".unicodeScalars.contains(text[end]) || NumberScanner.isDigit(text[end])
    {
      end += 1
    }
    guard end < text.count, digits.count <= 2 else { return true }
    return !(text[end] == "岁" || text[end] == "月" || text[end] == "周" && end + 1 < text.count && text[end + 1] == "岁")
  }

  private static func closed(_ text: [Unicode.Scalar], _ end: Int) -> Int {
    end < text.count && text[end] == "、" ? end + 1 : end
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    isSign(scalar) || " -*#".unicodeScalars.contains(scalar)
  }

  /// Whether a letter stands before items of a list and for nothing else there.
  /// Whether a letter is a sign that items begin with.
  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{1F300}"..."\u{1FAFF}", "\u{2600}"..."\u{26FF}", "\u{FE0F}", "\u{200D}": true
    case "◆", "●", "■", "▲", "★", "◇", "·", "•", "→", "➢", "♦", "❖", "►", "▶", "➤", "√", "✓", "✔", "□": true
    default: false
    }
  }
}
