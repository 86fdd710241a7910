// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What can go wrong in drawing.
package enum ChartProblem: Problem, Hashable {
  /// No font has a character.
  case missingGlyph(character: String, codePoint: String, text: String)
  /// No font for Chinese is installed.
  case missingFont(wanted: String)
  /// A library that draws is not installed, or is too old to have a function.
  case missingLibrary(name: String)
  /// Texts that would be cut off or lie on each other.
  case unreadable(texts: String, count: Int)
  /// A page too small or too large to draw on.
  case pageSize(width: String, height: String)
  /// The drawing library gave up.
  case drawing(message: String)
  /// A chart with nothing to draw.
  case nothingToDraw(metric: String)

  /// The stable name of the case.
  package var code: String {
    switch self {
    case .missingGlyph: "missing-glyph"
    case .missingFont: "missing-font"
    case .missingLibrary: "missing-library"
    case .unreadable: "unreadable-text"
    case .pageSize: "page-size"
    case .drawing: "drawing-failed"
    case .nothingToDraw: "nothing-to-draw"
    }
  }

  /// What was found and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .missingGlyph(let character, let codePoint, let text):
      language.pick(
        "字体中没有“\(text)”里的字“\(character)”（\(codePoint)）。请安装含此字的字体，例如 fonts-noto-cjk 或 fonts-hanazono。",
        "no font has the character “\(character)” (\(codePoint)) of “\(text)”. "
          + "Install a font that has it, for example fonts-noto-cjk or fonts-hanazono.")
    case .missingFont(let wanted):
      language.pick(
        "没有找到中文字体（\(wanted)）。请安装，例如 apt install fonts-noto-cjk。",
        "no font for Chinese was found (\(wanted)). Install one, for example: apt install fonts-noto-cjk.")
    case .missingLibrary(let name):
      language.pick(
        "没有画图用的程序库（\(name)）。请安装，例如 apt install libcairo2 libpangocairo-1.0-0 libdeflate0。",
        "a library that draws is missing (\(name)). "
          + "Install it, for example: apt install libcairo2 libpangocairo-1.0-0 libdeflate0.")
    case .unreadable(let texts, let count):
      language.pick(
        "图上有\(count)处文字会被裁切或互相重叠：\(texts)。请放大图幅，或减少机构。",
        "\(count) texts would be cut off or lie on each other: \(texts). Choose a larger size or fewer facilities.")
    case .pageSize(let width, let height):
      language.pick(
        "图幅 \(width)×\(height) 不能用。请用 320×240 至 10000×10000。",
        "a page of \(width)×\(height) cannot be used. Choose 320×240 to 10000×10000.")
    case .drawing(let message):
      language.pick("绘图失败：\(message)。", "drawing failed: \(message).")
    case .nothingToDraw(let metric):
      language.pick(
        "“\(metric)”没有可画的机构。请检查指标和时期。",
        "there is nothing to draw for “\(metric)”. Check the metric and the period.")
    }
  }
}
