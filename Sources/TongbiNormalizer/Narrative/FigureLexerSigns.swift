// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Signs before numbers: −2,318万元, +3.2%.
extension FigureLexer {
  /// A number with its sign, or the dash that it is.
  func signed(at start: Int, after last: Lexeme?) -> Lexeme? {
    guard var number = NumberScanner(text, before: limit).number(at: start + 1) else { return nil }
    // A sign only after words of change and, before a percentage, after a mark; elsewhere it is a dash.
    switch last?.kind {
    case .change, .base, .glue, .metric, .open, .and, .respectively: break
    // 收支结余市二院为-2318万元，市精神卫生中心-406万元.
    case .entity where text[start] == "-" && isSignedBefore(start): break
    case .mark("，"), .mark(","):
      guard number.unit == "%" || UnitWord.match(text, at: number.end, before: limit)?.unit == "%" else { fallthrough }
    default: return Lexeme(kind: .mark("-"), range: start..<(start + 1))
    }
    if text[start] == "-", let value = try? -number.value { number.value = value }
    guard let lexeme = withUnit(number), case .number(let read, let unit) = lexeme.kind else { return nil }
    // 1名全科医生+1名护士+1名公卫医师: how a team is made up.
    if text[start] == "+", case .metric? = last?.kind, ["名", "人", "个", "位"].contains(unit) {
      return Lexeme(kind: .guarded(.name), range: start..<lexeme.range.upperBound)
    }
    return Lexeme(kind: .number(read, unit: unit), range: start..<lexeme.range.upperBound)
  }

  /// Whether a number of the same sentence had a minus sign.
  private func isSignedBefore(_ start: Int) -> Bool {
    var at = start - 1
    while at > 1, text[at] != "。" {
      if text[at] == "-", NumberScanner.isDigit(text[at + 1]), "为是,，、：:".unicodeScalars.contains(text[at - 1]) {
        return true
      }
      at -= 1
    }
    return false
  }
}
