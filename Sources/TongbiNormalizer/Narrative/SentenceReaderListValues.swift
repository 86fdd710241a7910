// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What the values of a respective list are, where the words before them do not name it.
extension SentenceReader {
  /// 分别超额完成省定30%、60%的年度任务: what was asked for, and no results.
  func areTasks(_ values: [Int], _ at: Int) -> Bool {
    guard let first = values.first, let last = values.last, last + 2 < lexemes.count, isWord(last + 1, "的"), !isTarget
    else { return false }
    let end = lexemes[(last + 2)...].firstIndex(where: isMark) ?? lexemes.count
    let words = lexemes[last + 2].range.lowerBound..<lexemes[end - 1].range.upperBound
    return (at..<first).contains { endsIn($0, .aimScopes) || endsIn($0, .aimComparers) }
      && WordSet.tasks.match(text.scalars, endingAt: words.upperBound, after: words.lowerBound) != nil
  }

  /// 献血分别为5,318人次、6,407人次: what a deed and the unit of its values name together.
  func metric(of deed: String, _ values: [Int]) -> Metric? {
    guard let value = values.last else { return nil }
    let letters = Array(deed.unicodeScalars)
    let metric = index.metric(named: letters[...], Array(unit(of: value).unicodeScalars)[...])
    return metric.flatMap { $0.kind == .flow && fits(value, $0, unit(of: value)) ? $0 : nil }
  }
}

extension WordSet where Meaning == Bool {
  /// Nouns of what somebody was asked to do.
  fileprivate static let tasks = WordSet(words: ["任务", "目标", "要求", "任务目标", "目标任务", "标准"])
}
