// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Writes down what became of every number among the lexemes of a sentence.
struct NumberCounter {
  let text: FoldedText
  let line: Int

  /// Adds the uses of all numbers, in their order.
  ///
  /// - Parameters:
  ///   - fates: What figures became, by lexeme; empty where none became anything.
  ///   - rejections: Why figures became nothing, by lexeme; one that is in neither has no noun, or a unit of no metric.
  func count(
    _ lexemes: [Lexeme], fates: [NumberUse.Fate?] = [], rejections: [Int: NumberRejection] = [:],
    into uses: inout [NumberUse]
  ) {
    for place in lexemes.indices {
      let range = lexemes[place].range
      let known = place < fates.count ? fates[place] : nil
      switch lexemes[place].kind {
      case .number, .masked, .span:
        if let known { add(range, known, to: &uses) } else { reject(lexemes[place], rejections[place], to: &uses) }
      case .period, .base:
        if holdsNumber(range) { add(range, .period, to: &uses) }
      case .guarded(.name):
        runs(in: range, to: &uses)
      case .guarded(let reason):
        if holdsNumber(range) || reason == .listMark || reason == .grade {
          add(range, .rejected(reason), to: &uses)
        }
      case .multiple:
        add(range, known ?? .rejected(.changeWithoutFigure), to: &uses)
      // Marks and words of one letter hold no digits.
      case .mark, .and, .open, .close, .otherBase: if range.count > 1 { runs(in: range, to: &uses) }
      default:
        runs(in: range, to: &uses)
      }
    }
  }

  private func reject(_ lexeme: Lexeme, _ reason: NumberRejection?, to uses: inout [NumberUse]) {
    switch lexeme.kind {
    case .number(_, let unit), .masked(let unit), .span(let unit):
      add(lexeme.range, .rejected(reason ?? Self.reason(unit)), to: &uses)
    default: break
    }
  }

  /// Adds the number of a list mark or heading.
  func mark(_ range: Range<Int>, into uses: inout [NumberUse]) { add(range, .rejected(.listMark), to: &uses) }

  private func add(_ range: Range<Int>, _ fate: NumberUse.Fate, to uses: inout [NumberUse]) {
    uses.append(NumberUse(line: line, characters: text.characters(range), fate: fate))
  }

  private func holdsNumber(_ range: Range<Int>) -> Bool {
    text.scalars[range].contains { NumberScanner.isDigit($0) || Mask.isBlot($0) || ChineseNumeral.isNumeral($0) }
  }

  /// Adds the runs of digits in a stretch, with the blots between them, as parts of a name.
  private func runs(in range: Range<Int>, to uses: inout [NumberUse]) {
    var at = range.lowerBound
    while at < range.upperBound {
      // Most letters.
      if (0x4E00...0x9FFF).contains(text.scalars[at].value) {
        at += 1
        continue
      }
      let start = at
      var hasDigit = false
      while at < range.upperBound, NumberScanner.isDigit(text.scalars[at]) || Mask.isBlot(text.scalars[at]) {
        hasDigit = hasDigit || NumberScanner.isDigit(text.scalars[at])
        at += 1
      }
      if hasDigit { add(start..<at, .rejected(.name), to: &uses) }
      if at == start { at += 1 }
    }
  }

  private static let durations: Set<String> = [
    "年", "月", "个月", "周", "天", "日", "小时", "分钟", "秒", "时", "点", "课时", "学时",
  ]
  private static let measures: Set<String> = [
    "平方米", "㎡", "亩", "公里", "米", "公斤", "千克", "克", "升", "公顷", "块", "层", "栋", "级",
  ]

  /// Why a number with a unit is no figure, where nothing else was found.
  private static func reason(_ unit: String) -> NumberRejection {
    if durations.contains(unit) { return .duration }
    if measures.contains(unit) { return .measure }
    return unit == "岁" ? .age : .noNoun
  }
}
