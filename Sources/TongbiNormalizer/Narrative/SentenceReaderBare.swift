// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Numbers without a unit that are figures of what was named before.
extension SentenceReader {
  /// 区中医院33.4万, after 区人民医院诊疗人次61.8万: a count whose unit stands in the metric's name.
  func isBareCount(_ at: Int) -> Bool {
    guard case .number(let number, let unit) = lexemes[at].kind, unit.isEmpty,
      number.hasMultiplier || isPeriod(at - 1) && lexemes[at].range.count > 3,
      !number.isChinese, endsClause(at + 1) || isRecord(at + 1), let last = drafts.last(where: { !$0.isPlainShare })
    else { return false }
    return !last.text.isEmpty && last.metric != nil && !last.text.contains(last.metric?.unit.symbol ?? "")
  }

  /// 21.7万的历史最高.
  func isRecord(_ at: Int) -> Bool { at + 1 < lexemes.count && isWord(at, "的") && beginsWith(at + 1, .records) }

  /// 出院人次，县人民医院14,208，县中医院6,137: the values of a named count, each right behind a facility.
  func isListedBare(_ at: Int, _ metric: Metric) -> Bool {
    guard metric.unit.ratioFactor == nil, at - 1 == clause, isEntity(clause), endsClause(at + 1),
      case .number(let number, _) = lexemes[at].kind
    else { return false }
    return !number.isChinese
  }

  /// CMI值0.9734，上月为0.9688.
  func isBareIndex(_ at: Int) -> Bool {
    let last = drafts.last { $0.metric != nil }?.metric ?? (topic.isHeadingPlain ? topic.headingMetric : nil)
    guard let last, last.unit == .none || last.unit.symbol == "倍" else { return false }
    return endsClause(at + 1)
  }
}

extension WordSet where Meaning == Bool {
  static let records = WordSet(words: ["历史最高", "历史新高", "历史高位", "新高", "峰值", "最高值", "最高点", "高峰", "低谷", "最低点", "历史最低"])
}
