// SPDX-License-Identifier: Apache-2.0

/// What stands in prose and belongs to none of its words.
enum ProseNoise {
  /// Marks in a text that are no part of its words.
  enum Markup {
    case none
    /// `# heading`, `**bold**`.
    case markdown
  }

  private static let siteWords = WordSet(words: [
    "精品", "文档", "资料", "范文", "下载", "免费下载", "可编辑", "可编缉", "可修改", "可复制", "使用", "WORD", "Word", "word", "DOC", "PDF", "版",
    "欢迎", "最新", "完整版", "优质",
  ])
  private static let tags = WordSet(words: ["##paidbegin##", "##paidend##"])

  /// The places to leave out; empty where there are none.
  static func places(in text: [Unicode.Scalar], markup: Markup = .none) -> Set<Int> {
    var places = markup == .markdown ? marks(text) : []
    var isSpaced: Bool?
    for at in text.indices {
      switch text[at] {
      case " ":
        let spaced = isSpaced ?? hasSpacedWords(text)
        isSpaced = spaced
        if isNoise(text, blankAt: at, isSpaced: spaced) { places.insert(at) }
      case "精", "文", "W", "w", "下", "资", "免":
        if let site = site(text, at) { places.formUnion(site) }
      case "#": if let end = tags.end(text, at: at, before: text.count) { places.formUnion(at..<end) }
      case "(": if let reading = reading(text, at) { places.formUnion(reading) }
      default: continue
      }
    }
    return places
  }

  /// The signs of headings and of bold words. Stars that blot out digits stay: 走访**户、**人 encloses no words.
  private static func marks(_ text: [Unicode.Scalar]) -> Set<Int> {
    var places = Set(text.indices.prefix { text[$0] == "#" || text[$0] == " " })
    if !text.starts(with: ["#"]) { places = [] }
    var open: Int?
    var at = 0
    while at + 1 < text.count {
      guard text[at] == "*" || text[at] == "_", text[at + 1] == text[at] else {
        // **县级医院。** 门诊…: what a line or an item begins with may end in a stop.
        if "，,、。；;".unicodeScalars.contains(text[at]), open.map({ $0 > 0 && text[$0 - 1] != " " }) ?? true {
          open = nil
        }
        at += 1
        continue
      }
      if let start = open {
        places.formUnion([start, start + 1, at, at + 1])
        open = nil
      } else {
        open = at
      }
      at += 2
    }
    return places
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  /// Whether at least three letters in a row stand with blanks between them, as text recognition leaves them.
  private static func hasSpacedWords(_ text: [Unicode.Scalar]) -> Bool {
    var run = 0
    var at = 0
    while at + 1 < text.count {
      if isHan(text[at]), text[at + 1] == " " {
        run += 1
        if run >= 3 { return true }
        at += 2
      } else {
        run = 0
        at += 1
      }
    }
    return false
  }

  /// A blank between a letter and a digit or mark of its figure; between letters, where a word is spaced out.
  private static func isNoise(_ text: [Unicode.Scalar], blankAt at: Int, isSpaced: Bool) -> Bool {
    var (before, after) = (at - 1, at + 1)
    while before >= 0, text[before] == " " { before -= 1 }
    while after < text.count, text[after] == " " { after += 1 }
    guard before >= 0, after < text.count else { return false }
    let (left, right) = (text[before], text[after])
    let isFigure = { (scalar: Unicode.Scalar) in NumberScanner.isDigit(scalar) || scalar == "%" || scalar == "‰" }
    if isHan(left), isHan(right) {
      guard isSpaced else { return false }
      let isLone = before == 0 || text[before - 1] == " " || after + 1 >= text.count || text[after + 1] == " "
      return isLone
    }
    // 0 - 6 岁 in a text spaced out.
    if isSpaced, left == "-" && isFigure(right) || isFigure(left) && right == "-" { return true }
    if isHan(left) { return isFigure(right) || right == "*" }
    return isHan(right) && (isFigure(left) || left == "*") && before > 1
  }

  /// 精品文档下载可编辑: two or more words of sharing sites, one of which is 文档 or 下载.
  private static func site(_ text: [Unicode.Scalar], _ start: Int) -> Range<Int>? {
    var end = start
    var count = 0
    while let next = siteWords.end(text, at: end, before: text.count) {
      end = next
      count += 1
    }
    guard count > 1 else { return nil }
    let words = String(String.UnicodeScalarView(text[start..<end]))
    return (words.contains("下载") || words.contains("文档")) && words.contains { "编改品复WDwP".contains($0) }
      ? start..<end : nil
  }

  /// 產(chǎn): the reading of the letter before.
  private static func reading(_ text: [Unicode.Scalar], _ start: Int) -> Range<Int>? {
    guard start > 0, isHan(text[start - 1]) else { return nil }
    var end = start + 1
    var hasTone = false
    while end < text.count, end - start <= 7, !isHan(text[end]), text[end].properties.isLowercase {
      hasTone = hasTone || text[end].value > 0x7F
      end += 1
    }
    guard hasTone, end < text.count, text[end] == ")" else { return nil }
    return start..<(end + 1)
  }
}
