// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// A unit as it is written, taken apart: 万人次 is 人次 and a power of ten of 4.
package struct WrittenUnit: Hashable, Sendable {
  /// What is counted, without multiplier.
  package var unit: Unit
  /// The power of ten of the multiplier: 4 for 万, 8 for 亿.
  package var exponent: Int

  /// Makes a unit from its parts.
  package init(_ unit: Unit, exponent: Int = 0) {
    self.unit = unit
    self.exponent = exponent
  }

  /// Reads a unit; `nil` for words that are none.
  package init?(_ text: some StringProtocol) {
    let folded = FoldedName.fold(text)
    if let unit = Self.spellings[folded] {
      self.init(unit)
      return
    }
    guard let first = folded.unicodeScalars.first, Self.firstOfMultipliers.contains(first) else { return nil }
    for (prefix, exponent) in Self.multipliers where folded.hasPrefix(prefix) {
      let rest = String(folded.dropFirst(prefix.count))
      if rest.isEmpty {
        self.init(.none, exponent: exponent)
        return
      }
      if let unit = Self.spellings[rest], unit.ratioFactor == nil {
        self.init(unit, exponent: exponent)
        return
      }
    }
    return nil
  }

  /// Longest first, so that 百万 is not read as 百 and an unknown 万….
  private static let multipliers: [(String, Int)] = [
    ("万亿", 12), ("千万", 7), ("百万", 6), ("十万", 5), ("10万", 5), ("100万", 6), ("10,000", 4), ("1000", 3),
    ("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("million", 6), ("thousand", 3), ("'000", 3),
  ]

  private static let firstOfMultipliers = Set(multipliers.compactMap { $0.0.unicodeScalars.first })

  /// By their folded spellings.
  private static let spellings: NamedValues<Unit> = {
    var spellings = NamedValues<Unit>(roomFor: 150)
    for unit in counted { spellings.add(Unit(unit), unit) }
    spellings.add(.percent, "% percent percentage pct 百分比 百分数 百分之 个百分点 pp")
    spellings.add(.permille, "‰ 千分之 千分比 permille per1000 per1,000")
    spellings.add(.perHundredThousand, "/10万 1/10万 10万分之一 /100000 /100,000 per100,000 per100000 十万分之一 /十万")
    spellings.add(.yuan, "元 人民币元 元人民币 yuan rmb cny ¥")
    return spellings
  }()

  private static let counted = [
    "人次", "人次数", "人", "名", "例", "例次", "台", "台次", "张", "家", "家次", "间", "个", "所", "户", "天", "日", "岁", "次", "次数",
    "场", "场次", "期", "份", "册", "件", "起", "封", "面", "项", "剂", "剂次", "支", "管", "单位", "毫升", "升", "床日", "倍", "科次", "辆", "套",
    "平方米", "平方公里", "公里", "公顷", "吨", "千克", "公斤", "千瓦时", "条", "篇", "部", "班", "小时", "分钟", "年", "月", "周", "只", "头", "种",
    "分", "元/人", "元/人次", "元/天", "元/日", "人/户", "DDDs", "visits", "persons", "people", "beds", "cases", "days",
    "times", "yuan/visit",
  ]
}

extension WrittenUnit {
  /// The multiplier and the unit in front of one another, as they are printed: 万人次.
  package var symbol: String {
    let prefix = [2: "百", 3: "千", 4: "万", 5: "十万", 6: "百万", 7: "千万", 8: "亿", 12: "万亿"][exponent] ?? ""
    return prefix + unit.symbol
  }
}
