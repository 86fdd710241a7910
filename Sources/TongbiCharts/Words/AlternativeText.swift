// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The part of alternative texts that all charts with one row a facility share: highest, lowest, who is missing.
struct AlternativeText {
  let rows: [Change]
  let unit: DisplayUnit
  let language: Language

  init(_ rows: [Change], unit: DisplayUnit, language: Language) {
    self.rows = rows
    self.unit = unit
    self.language = language
  }

  /// The sentences joined, with the facts on the rows behind those given.
  func finish(_ parts: [String]) -> String {
    var parts = parts
    let valued = rows.compactMap { row in row.current.value.map { (row, $0) } }
    if let top = valued.max(by: { $0.1 < $1.1 }), let low = valued.min(by: { $0.1 < $1.1 }) {
      if valued.count == 1 {
        parts.append(language.pick("\(top.0.rowName)\(unit.phrase(top.1))", "\(top.0.rowName) \(unit.phrase(top.1))"))
      } else if top.1 == low.1 {
        parts.append(language.pick("各家相同，均为\(unit.phrase(top.1))", "all equal at \(unit.phrase(top.1))"))
      } else {
        parts.append(
          language.pick(
            "最高为\(top.0.rowName)（\(unit.phrase(top.1))），最低为\(low.0.rowName)（\(unit.phrase(low.1))）",
            "highest \(top.0.rowName) (\(unit.phrase(top.1))), lowest \(low.0.rowName) (\(unit.phrase(low.1)))"))
      }
    }
    let counted = Counted(rows, language: language)
    for (state, chinese, english) in Self.states {
      let number = rows.filter { $0.state == state }.count
      guard number > 0 else { continue }
      parts.append(language.pick("\(counted.words(number))\(chinese)", "\(counted.words(number)) \(english)"))
    }
    return parts.joined(separator: language.pick("；", "; ")) + language.pick("。", ".")
  }

  private static let states: [(Change.State, String, String)] = [
    (.missingCurrent, "本期缺报", "without a current figure"), (.missingBase, "基期缺报", "without a base figure"),
    (.masked, "数据已屏蔽", "masked"), (.notComparable, "不可比", "not comparable"),
    (.zeroBase, "基期为零", "with a base of zero"), (.partial, "月份不全", "with months missing"),
  ]
}
