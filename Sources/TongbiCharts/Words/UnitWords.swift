// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The names of units in the two languages.
enum UnitWords {
  /// The unit as it stands behind a number.
  static func name(of unit: Unit, in language: Language) -> String {
    guard language == .english else { return unit.symbol }
    return english[unit.symbol] ?? unit.symbol
  }

  private static let english = [
    "人次": "visits", "人": "people", "名": "people", "元": "yuan", "万元": "10,000 yuan", "次": "times", "个": "items",
    "张": "beds", "项": "items", "期": "issues", "天": "days", "日": "days", "床日": "bed-days", "倍": "times",
    "件": "items", "封": "letters", "面": "items", "份": "copies", "剂次": "doses", "/10万": "per 100,000",
    "岁": "years", "单位": "units", "场次": "sessions", "例": "cases", "家": "facilities", "床": "beds", "台次": "operations",
  ]
}
