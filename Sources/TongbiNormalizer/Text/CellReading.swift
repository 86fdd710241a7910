// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What one cell of a table says.
package enum CellReading: Hashable, Sendable {
  /// A number with its unit and the footnote behind it.
  case number(ParsedNumber)
  /// Nothing was reported; never zero. The marker is what stands there, empty for an empty cell.
  case missing(marker: String)
  /// The digits are blotted out or suppressed.
  case masked(String)
  /// Something else.
  case notANumber(String)

  /// Reads the text of a cell.
  package static func read(_ text: String) -> CellReading {
    if let plain = PlainDigits(text) {
      let value = plain.value
      return .number(ParsedNumber(value: value, unit: "", lastPlace: -value.places, bound: .exact, text: text))
    }
    // As nearly all masked figures are written.
    if text == "*" { return .masked(text) }
    let folded = FoldedText(text)
    guard folded.count <= 64 else { return .notANumber(text) }
    let spelled = folded.string(0..<folded.count)
    let trimmed = CellText.unwrapped(spelled.filter { !$0.isWhitespace })
    let marker = trimmed.lowercased()
    if missingMarkers.contains(marker) { return .missing(marker: String(trimmed)) }
    if maskMarkers.contains(marker) { return .masked(String(trimmed)) }
    let whole = String(CellText.unwrapped(FoldedName.trimmed(CellText.withPlainGroups(text))))
    if let split = FootnoteMark.split(figure: FoldedText(whole).trimmedString),
      let number = NumberText.parse(split.text)
    {
      return .number(number.marked(CellMark(split), text))
    }
    if Mask.isWholly(String(trimmed)) { return .masked(String(trimmed)) }
    guard let number = NumberText.parse(whole), !isRank(number, whole) else { return .notANumber(text) }
    return .number(flagged(number, text))
  }

  /// 三级, 二类, 四川省, 六安市: a rank or a name in words and no figure.
  private static func isRank(_ number: ParsedNumber, _ text: String) -> Bool {
    guard !number.unit.isEmpty, let first = text.first, "一二三四五六七八九十百千".contains(first) else { return false }
    return ["级", "等", "类", "档", "型"].contains(number.unit) || WrittenUnit(number.unit) == nil
  }

  /// 12.5 p, 1234 e: the letter of a statistics office stands where a unit would.
  private static func flagged(_ number: ParsedNumber, _ text: String) -> ParsedNumber {
    guard CellMark.letters.contains(number.unit) else { return number.marked(number.mark, text) }
    var bare = number.marked(CellMark(number.unit), text)
    bare.unit = ""
    return bare
  }

  /// What reports put where there is no figure.
  private static let missingMarkers: Set<String> = [
    "", "-", "--", "---", "----", "…", "……", "...", "..", ".", "/", "//", "\\", "n/a", "na", "n.a.", "n.a", "#n/a",
    "nan", "null", "nil", "none", "nd", "n.d.", "nr", "n.r.", "n/r",
    "缺报", "未报", "未上报", "未报告", "漏报", "缺", "无", "缺失", "无数据", "暂无", "暂缺", "不详", "未知", "未统计", "空", "待定", "待补", "待报", "不适用",
    "无法统计", "未填", "未填报", "未开展", "暂无数据", "暂未上报", "未提供", "空格", "missing", ":", "[x]", "[z]", "z", "[low]", "[w]", "[m]",
    "·",
    "•", "tbd", "tbc", "#value!", "#ref!", "#div/0!", "#name?", "#null!", "#num!", "-/-", "notavailable",
    "notapplicable", "notreported", "notcollected", "nodata",
  ]

  /// What statistics offices put for a figure that they hold back.
  private static let maskMarkers: Set<String> = [
    "c", "[c]", "(c)", "[u]", "[s]", "suppressed", "保密", "不公开", "已隐去", "(d)", "(s)", "()", "redacted", "confidential",
    "numberofcasestoosmall", "toofewcases", "toosmalltoreport", "datasuppressed",
  ]
}

/// The footnote or flag that stands behind a figure: ¹, ①, (1), [r], p.
package struct CellMark: Hashable, Sendable {
  /// The mark as it is written; empty where there is none.
  package var text: String
  /// Whether it could as well be part of the figure.
  package var isDoubtful = false

  init(_ text: String = "") { self.text = text }

  init(_ split: FootnoteMark.Split) {
    text = split.mark
    isDoubtful = split.isDoubtful
  }

  /// Letters that stand behind figures of statistics offices and are no unit there.
  static let letters: Set<String> = ["b", "e", "f", "i", "n", "p", "r", "u", "be", "bp", "bu", "ep", "pe"]

  /// What the flags in the mark say of the figure, by the code list of observation statuses.
  var flags: [String] {
    let bare = text.lowercased().filter { $0 != " " }
    if Self.letters.contains(bare) { return bare.map { String($0).uppercased() } }
    return bare.split(whereSeparator: { "[]".contains($0) }).map { $0.uppercased() }
      .filter { $0.count == 1 && $0.first?.isLetter == true }
  }
}

extension ParsedNumber {
  /// The number with the mark behind it, as it stands in its cell.
  fileprivate func marked(_ mark: CellMark, _ text: String) -> ParsedNumber {
    var number = self
    number.mark = mark
    number.text = text
    return number
  }
}

extension FoldedText {
  /// The folded text without blanks around it.
  var trimmedString: String { FoldedName.trimmed(string(0..<count)) }
}
