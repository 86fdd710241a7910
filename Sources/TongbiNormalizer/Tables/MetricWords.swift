// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Finds the words by which the catalogue knows what headers and rows write in pieces or with marks around it.
struct MetricWords {
  let catalogue: Catalogue

  /// The spelling that the catalogue knows: as it stands, without numbering, or with 数 behind it or not.
  func known(_ words: String) -> String? {
    if catalogue.metric(named: words) != nil { return words }
    let label = WrittenLabel(words)
    let plain = Self.withoutNumbering(label.name)
    var candidates = [plain]
    if plain.hasSuffix("数") { candidates.append(String(plain.dropLast())) } else { candidates.append(plain + "数") }
    // 健康体检（人次）.
    if let unit = label.unit?.unit.symbol, unit == "人次" || unit == "人" {
      candidates += [plain + unit, plain + unit + "数"]
    }
    return candidates.first { !$0.isEmpty && catalogue.metric(named: $0) != nil }
  }

  /// The metric that two rows of a header name together: 门诊 above 人次, 诊疗人次 above 门诊.
  func joined(_ upper: String, _ lower: String) -> String? {
    let upper = Self.withoutNumbering(WrittenLabel(upper).name)
    let lower = Self.withoutNumbering(WrittenLabel(lower).name)
    guard !upper.isEmpty, !lower.isEmpty, upper != lower else { return nil }
    var candidates = [upper + lower, lower + upper]
    // 总诊疗人次 above 门诊 is 门诊人次: what is dropped says nothing of its own.
    for prefix in Self.general where upper.hasPrefix(prefix) && upper.count > prefix.count + 1 {
      candidates.append(lower + upper.dropFirst(prefix.count))
    }
    return candidates.lazy.compactMap(known).first
  }

  /// Whether the words mark a part of what stands before: 其中：, #.
  static func isOfWhich(_ words: String) -> Bool {
    // Most words begin with a character that tells.
    guard let first = words.unicodeScalars.first, first == "其" || !("一"..."\u{9FFF}").contains(first) else {
      return false
    }
    let words = FoldedName.trimmed(words)
    guard let first = words.unicodeScalars.first, "其#＃o".unicodeScalars.contains(first) else { return false }
    return ["其中", "#", "＃", "of which"].contains { words.hasPrefix($0) && words.count > $0.count }
  }

  /// Whether the words say that parts follow, and nothing else: 其中：.
  static func isOfWhichAlone(_ words: String) -> Bool {
    ["其中", "of which"].contains(FoldedName.trimmed(words).filter { !"：:".contains($0) })
  }

  /// Drops what stands before a metric's name in a form: 其中：, #, 1., （一）.
  static func withoutNumbering(_ label: String) -> String {
    var rest = Substring(label)
    for prefix in ["其中：", "其中:", "其中", "#", "＃", "--", "——"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      break
    }
    let number = rest.prefix { "0123456789一二三四五六七八九十（）()".contains($0) }
    let mark = rest.dropFirst(number.count).first
    if !number.isEmpty, let mark, "、.．".contains(mark) || "）)".contains(number.last ?? " ") {
      rest = rest.dropFirst("、.．".contains(mark) ? number.count + 1 : number.count)
    }
    let plain = FoldedName.trimmed(rest)
    return plain.isEmpty ? label : plain
  }

  /// Words that only gather the columns below them: 工作量指标, 服务情况.
  static func isGroupTitle(_ words: String) -> Bool {
    ["情况", "指标", "工作量", "项目", "效率", "质量", "其他", "其它", "统计"].contains(where: words.hasSuffix)
  }

  /// Words that say nothing without those above them: 人次, 金额.
  static func isBare(_ words: String) -> Bool {
    WrittenUnit(words) != nil || HeaderWord(words) == .value
      || ["金额", "人数", "例数", "人次数", "实际", "实际数", "实际值", "实际完成", "实际完成数", "完成", "完成数", "完成值", "合计"].contains(words)
  }

  private static let general = ["总诊疗", "门急诊", "医疗", "业务", "诊疗", "总"]
}
