// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Works out the shorter forms in which reports use a metric's name: 门诊 for 门诊人次, 高血压规范管理率 for
/// 高血压患者规范管理率, a name without its bracket.
enum AliasStem {
  private static let endings = WordSet(words: [
    "总人次数", "人次数", "总人次", "人次", "总人数", "人数", "总数", "例数", "台次", "次数", "件数", "剂次", "总量", "数量", "量", "数",
  ])

  /// The shorter forms of a name, each at least two characters long.
  static func shorter(_ name: String, of metric: Metric) -> [String] {
    var forms: [String] = []
    if let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close {
      forms.append(String(name[..<open]) + String(name[name.index(after: close)...]))
    }
    for word in ["患者", "病人"] {
      if let range = place(of: word, in: name) { forms.append(range) }
    }
    let isCount =
      metric.unit.ratioFactor == nil && metric.unit != .yuan && metric.kind != .average && metric.kind != .index
    let letters = Array(name.unicodeScalars)
    if isCount, let (start, _) = endings.match(letters, endingAt: letters.count, after: 0) {
      forms.append(String(letters: letters, 0..<start))
    }
    forms += perHead(name)
    // 65岁及以上老年人, 65岁以上老年人, 65周岁以上老年人.
    for age in ["65岁及以上", "65岁以上"] where name.contains(age) {
      guard let place = name.firstRange(of: age) else { continue }
      forms += ["65岁及以上", "65岁以上", "65周岁及以上", "65周岁以上"].map { written in
        String(name[..<place.lowerBound]) + written + name[place.upperBound...]
      }
    }
    if metric.unit == .percent, let ending = ["占比", "比例", "比重"].first(where: name.hasSuffix) {
      forms += ["占比", "比例", "比重", "构成比", "占比例"].map { name.dropLast(ending.count) + $0 }
    }
    // 门诊患者18.6万人次 are 门诊人次.
    if metric.kind == .flow, name.hasSuffix("人次"), name.count <= 6 {
      forms += ["患者", "病人"].map { name.dropLast(2) + $0 }
    }
    return forms.filter { $0.count >= 3 || ($0.count == 2 && !(metric.kind == .stock && metric.unit.symbol == "个")) }
  }

  /// 每千人口床位数, 千人床位数, 每千常住人口拥有床位.
  private static func perHead(_ name: String) -> [String] {
    for (count, heads) in [("千", ["每千人口", "每千人", "千人"]), ("万", ["每万人口", "每万人", "万人"])] {
      guard let head = heads.first(where: name.hasPrefix) else { continue }
      let thing = String(name.dropFirst(head.count))
      guard thing.count >= 2 else { return [] }
      let bare = thing.hasSuffix("数") ? String(thing.dropLast()) : thing
      let firsts = [
        "每\(count)人口", "每\(count)人", "\(count)人", "每\(count)常住人口", "每\(count)名常住人口", "每\(count)名居民", "每\(count)居民",
        "每\(count)人口拥有",
        "每\(count)人拥有", "每\(count)常住人口拥有", "每\(count)人口医疗卫生机构", "\(count)人口",
      ]
      return firsts.flatMap { [$0 + bare, $0 + bare + "数"] }
    }
    return []
  }

  /// The name without a word inside it; `nil` where the word is not inside.
  private static func place(of word: String, in name: String) -> String? {
    let (letters, word) = (Array(name.unicodeScalars), Array(word.unicodeScalars))
    guard letters.count > word.count + 2 else { return nil }
    for start in 1..<(letters.count - word.count) where letters[start..<(start + word.count)].elementsEqual(word) {
      return String(letters: letters, 0..<start) + String(letters: letters, (start + word.count)..<letters.count)
    }
    return nil
  }
}
