// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Courses, which the party holds as well as the house.
extension SentenceReader {
  /// 举办“西学中”培训班2期: a name that is another metric's behind the verb that stands before it, unless the party is
  /// spoken of.
  func held(_ metric: Metric, at place: Int) -> Metric? {
    // A change may speak of a name in the clause before.
    guard metric.kind == .eventCount, clause <= place,
      (clause..<place).contains(where: { isWord($0, of: .organizing) }),
      let other = index.metric(named: Array("举办".unicodeScalars) + letters(place)), other.id != metric.id,
      !drafts.contains(where: { !$0.isEcho && $0.metric?.id.hasPrefix("party") ?? false }),
      !topic.headingWords.contains("党"), !topic.runIn.contains("党"),
      !lexemes[clause...place].contains(where: { text.scalars[$0.range].contains("党") })
    else { return nil }
    return other
  }
}

extension WordSet where Meaning == Bool {
  static let organizing = WordSet(words: ["举办", "组织", "开展", "举行", "办", "主办", "承办"])
}
