// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Works out the shorter forms in which reports use a metric's name: 门诊 for 门诊人次, 高血压规范管理率 for
/// 高血压患者规范管理率, a name without its bracket.
enum AliasStem {
  private typealias Letters = [Unicode.Scalar]

  private static let endings = WordSet(words: [
    "总人次数", "人次数", "总人次", "人次", "总人数", "人数", "总数", "例数", "台次", "次数", "件数", "剂次", "总量", "数量", "量", "数",
  ])

  /// The shorter forms of a name, each at least two letters long.
  static func shorter(_ name: [Unicode.Scalar], of metric: Metric) -> [[Unicode.Scalar]] {
    var forms: [Letters] = []
    if let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close {
      forms.append(Array(name[..<open] + name[(close + 1)...]))
    }
    for word in persons {
      if let start = place(of: word, in: name) { forms.append(Array(name[..<start] + name[(start + word.count)...])) }
    }
    let isCount =
      metric.unit.ratioFactor == nil && metric.unit != .yuan && metric.kind != .average && metric.kind != .index
    if isCount, let (start, _) = endings.match(name, endingAt: name.count, after: 0) {
      forms.append(Array(name[..<start]))
    }
    forms += perHead(name)
    // 65岁及以上老年人, 65岁以上老年人, 65周岁以上老年人.
    if name.contains("6") {
      for age in ages.prefix(2) {
        guard let start = start(of: age, in: name) else { continue }
        forms += ages.map { name[..<start] + $0 + name[(start + age.count)...] }
      }
    }
    if metric.unit == .percent, let ending = shares.first(where: { ends(name, in: $0) }) {
      forms += (shares + moreShares).map { name.dropLast(ending.count) + $0 }
    }
    // 门诊患者18.6万人次 are 门诊人次.
    if metric.kind == .flow, name.count <= 6, ends(name, in: visits) {
      forms += persons.map { name.dropLast(visits.count) + $0 }
    }
    return forms.filter { $0.count >= 3 || ($0.count == 2 && !(metric.kind == .stock && metric.unit.symbol == "个")) }
  }

  private static func letters(_ words: [String]) -> [Letters] { words.map { Array($0.unicodeScalars) } }

  private static let persons = letters(["患者", "病人"])
  private static let visits = Letters("人次".unicodeScalars)
  private static let ages = letters(["65岁及以上", "65岁以上", "65周岁及以上", "65周岁以上"])
  private static let shares = letters(["占比", "比例", "比重"])
  private static let moreShares = letters(["构成比", "占比例"])
  /// For a count of heads how it is written, the longest first, and what may be said in its place.
  private static let heads = ["千", "万"].map { count in
    (
      written: letters(["每\(count)人口", "每\(count)人", "\(count)人"]),
      others: letters([
        "每\(count)人口", "每\(count)人", "\(count)人", "每\(count)常住人口", "每\(count)名常住人口", "每\(count)名居民", "每\(count)居民",
        "每\(count)人口拥有", "每\(count)人拥有", "每\(count)常住人口拥有", "每\(count)人口医疗卫生机构", "\(count)人口",
      ])
    )
  }

  private static func ends(_ name: Letters, in word: Letters) -> Bool {
    name.count >= word.count && name[(name.count - word.count)...].elementsEqual(word)
  }

  /// 每千人口床位数, 千人床位数, 每千常住人口拥有床位.
  private static func perHead(_ name: Letters) -> [Letters] {
    guard let first = name.first, first == "每" || first == "千" || first == "万" else { return [] }
    for (written, others) in heads {
      guard let head = written.first(where: name.starts) else { continue }
      let thing = name.dropFirst(head.count)
      guard thing.count >= 2 else { return [] }
      let bare = thing.last == "数" ? thing.dropLast() : thing
      return others.flatMap { [$0 + bare, $0 + bare + ["数"]] }
    }
    return []
  }

  /// Where a word begins inside a name, with letters before and behind it; `nil` where it is not inside.
  private static func place(of word: Letters, in name: Letters) -> Int? {
    guard name.count > word.count + 2 else { return nil }
    return (1..<(name.count - word.count)).first { stands(word, at: $0, in: name) }
  }

  /// Where a word begins in a name.
  private static func start(of word: Letters, in name: Letters) -> Int? {
    guard name.count >= word.count else { return nil }
    return (0...(name.count - word.count)).first { stands(word, at: $0, in: name) }
  }

  private static func stands(_ word: Letters, at start: Int, in name: Letters) -> Bool {
    name[start] == word[0] && name[start..<(start + word.count)].elementsEqual(word)
  }
}
