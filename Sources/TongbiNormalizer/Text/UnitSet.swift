// SPDX-License-Identifier: Apache-2.0

/// Some units to be asked for.
struct UnitSet: Sendable {
  private let words: [PackedWord]
  /// A bit for each word, by its slot: most units are told apart by it.
  private let slots: UInt64

  init(_ words: [String]) {
    self.words = words.compactMap(PackedWord.init)
    slots = self.words.reduce(0) { $0 | 1 << UInt64($1.slot & 63) }
  }

  /// Whether a unit is one of these.
  func contains(_ unit: String) -> Bool {
    guard let word = PackedWord(unit), slots & 1 << UInt64(word.slot & 63) != 0 else { return false }
    return words.contains(word)
  }
}

extension UnitSet {
  /// Units of shares and of their changes.
  static let ratios = UnitSet(["%", "‰", "/10万", "个百分点", "百分点", "个千分点", "千分点", "倍"])
  /// Units of differences of shares.
  static let points = UnitSet(["个百分点", "百分点", "个千分点", "千分点"])
  /// Units of time.
  static let durations = UnitSet(["年", "月", "个月", "周", "天", "日", "小时", "分钟", "秒", "时", "点", "分", "岁"])
  /// Units of dates and ages.
  static let calendar = UnitSet(["月", "年", "日", "岁", "时", "点"])
  /// Units of what is numbered as often as counted: 1,2项, 3,5类.
  static let numbered = UnitSet(["项", "条", "类", "期", "批", "周", "层", "版", "届", "轮", "组", "种", "版", "课", "部", "门"])
  /// Units that count institutions.
  static let institutions = UnitSet(["个", "家", "所", "间"])
  /// Units that count nothing where no name is known.
  static let vague = UnitSet(["位", "级", "层", "时", "米", "公里", "倍", "组", "类"])
  /// Units that count those to whom something was done.
  static let counted = UnitSet(["户", "人", "人次", "名", "家", "例"])
  /// Units that count those for whom something was done.
  static let benefited = UnitSet(["名", "人", "位", "例", "个"])
  /// Units that count nothing, or places in a ranking.
  static let ranked = UnitSet(["位", "级", "层", "时", "米", "公里", "倍", "组", "类", "名"])
  /// Units that count those to whom something was done that is a metric of its own.
  static let treated = UnitSet(["人次", "人", "例", "名"])
  /// Units that count operations.
  static let operations = UnitSet(["台", "台次", "例"])
  /// Units that count trainings.
  static let courses = UnitSet(["期", "班次", "轮", "批次"])
  /// Units that count those who were served.
  static let served = UnitSet(["人次", "人", "名"])
  /// Units that count tokens of thanks.
  static let tokens = UnitSet(["封", "面"])
  /// Units that count persons.
  static let persons = UnitSet(["人", "名"])
  /// Units that count persons, also politely.
  static let personsPolitely = UnitSet(["名", "人", "位"])
  /// Units that count groups of persons, and institutions.
  static let groups = UnitSet(["个", "支"])
  /// Units that count who gave blood.
  static let donations = UnitSet(["人次", "人份"])
  /// Units that count how often something was done.
  static let times = UnitSet(["人次", "例次"])
}
