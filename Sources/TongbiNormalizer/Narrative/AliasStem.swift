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
    for (short, long) in [("每千人口", "每千常住人口"), ("每万人口", "每万常住人口")] where name.hasPrefix(short) {
      forms.append(long + name.dropFirst(short.count))
    }
    // 门诊患者18.6万人次 are 门诊人次.
    if metric.kind == .flow, name.hasSuffix("人次"), name.count <= 6 {
      forms += ["患者", "病人"].map { name.dropLast(2) + $0 }
    }
    return forms.filter { $0.count >= 3 || ($0.count == 2 && !(metric.kind == .stock && metric.unit.symbol == "个")) }
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
