// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What a sentence says that it is about before it gives any figure.
extension SentenceReader {
  /// 医院17,850张（占75.3%）、基层医疗卫生机构5,310张: whether a bracket ends that stands right behind a number.
  func endsRemark(_ at: Int) -> Bool {
    guard case .close = lexemes[at].kind else { return false }
    let open = lexemes[clause..<at].lastIndex { if case .open = $0.kind { true } else { false } }
    return open.map { $0 > clause && isNumber($0 - 1) } ?? false
  }

  /// 出院人次方面，: what the clauses after it speak of.
  func announce(_ metric: Metric, _ at: Int) {
    if !isTarget, isToBeBuilt(at) { isTarget = true }
    if sentenceMetric != nil, sentenceMetric?.id != metric.id, startsClause(at), clause > 0, !isNumber(at + 1) {
      // 排后两位的是…；高血压规范管理率云棠镇最高: of another metric from here on.
      if case .mark(let mark) = lexemes[clause - 1].kind, mark == "；" || mark == ";" { sentenceMetric = nil }
    }
    rank(metric, at)
    if namesThosePast(at) { sentenceMetric = metric }
    guard at + 1 < lexemes.count, touches(at, at + 1) else { return }
    // 出院人次，县人民医院14,208，县中医院6,137.
    if at == clause, isWord(at + 1, "，"), isEntity(at + 2), isNumber(at + 3) { sentenceMetric = metric }
    if isWord(at + 1, ":"), at == clause, !isNumber(at + 2) { sentenceMetric = metric }
    if isWord(at + 1, ":"), at > clause, at - clause < 3, text.scalars[lexemes[clause].range.lowerBound] == "各" {
      (sentenceMetric, listsEach) = (metric, true)
    }
    guard isWord(at + 1, of: .topics) else { return }
    if isWord(at + 1, "中") {
      guard at + 2 < lexemes.count, case .mark = lexemes[at + 2].kind else { return }
      if metric.kind == .stock { metricTakenApart = metric }
    }
    sentenceMetric = metric
  }
}
