// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What one cell of a table says.
package enum CellReading: Hashable, Sendable {
  /// A number with its unit.
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
    let folded = FoldedText(text)
    guard folded.count <= 64 else { return .notANumber(text) }
    let trimmed = folded.string(0..<folded.count).filter { !$0.isWhitespace }
    let marker = trimmed.lowercased()
    if missingMarkers.contains(marker) { return .missing(marker: trimmed) }
    if maskMarkers.contains(marker) || Mask.isWholly(trimmed) { return .masked(trimmed) }
    return NumberText.parse(text).map(CellReading.number) ?? .notANumber(text)
  }

  /// What reports put where there is no figure.
  private static let missingMarkers: Set<String> = [
    "", "-", "--", "---", "----", "…", "……", "...", "..", ".", "/", "//", "\\", "n/a", "na", "n.a.", "n.a", "#n/a",
    "nan", "null", "nil", "none",
    "缺报", "未报", "未上报", "未报告", "漏报", "缺", "无", "缺失", "无数据", "暂无", "暂缺", "不详", "未知", "未统计", "空", "待定", "待补", "待报", "不适用",
    "无法统计", "未填", "未填报", "未开展", "missing", ":", "[x]", "[z]", "z", "·", "•", "tbd", "tbc", "#value!", "#ref!",
    "#div/0!", "#name?", "#null!",
    "#num!", "-/-",
  ]

  /// What statistics offices put for a figure that they hold back.
  private static let maskMarkers: Set<String> = [
    "c", "[c]", "(c)", "[u]", "suppressed", "保密", "不公开", "已隐去", "(d)", "(s)",
  ]
}
