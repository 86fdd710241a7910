// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Reads periods: a whole cell or header, or the words inside a sentence.
package struct PeriodText {
  /// Reads a cell or header that is nothing but a period.
  ///
  /// All the forms of reports (2023年度, 2023年上半年, 1-6月, 前三季度, 2023年末) and of machines (2023-06, 202306, 2023/6,
  /// 2023Q1, 2023-S1, 2023-06-01, June 2023). `nil` for other text, and where a year is needed and the context has none.
  package static func parse(_ text: String, context: PeriodContext) -> Period? {
    if let period = MachinePeriod.canonical(text) { return period }
    let folded = FoldedText(text)
    guard folded.count <= 40 else { return nil }
    var scalars = folded.scalars[...]
    while let first = scalars.first, first == " " || first == "(" { scalars.removeFirst() }
    while let last = scalars.last, last == " " || last == ")" { scalars.removeLast() }
    guard !scalars.isEmpty else { return nil }
    let bare = Array(scalars)
    if let period = MachinePeriod.parse(String(letters: scalars)) { return period }
    guard let found = PeriodScanner(bare, before: bare.count, context: context).period(at: 0), !found.isSamePeriod
    else { return nil }
    let rest = String(letters: bare[found.range.upperBound...]).filter { $0 != " " }
    guard ["", "累计", "合计", "累计数", "止", "实际", "实绩", "完成", "数", "度"].contains(rest) else { return nil }
    return found.period
  }

  /// Every period named in a text, in order; ranges are offsets into `text.scalars`.
  package static func find(in text: FoldedText, context: PeriodContext) -> [FoundPeriod] {
    let scanner = PeriodScanner(text.scalars, before: text.count, context: context)
    var found: [FoundPeriod] = []
    var index = 0
    while index < text.count {
      if let period = scanner.period(at: index) {
        found.append(period)
        index = period.range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Every period named in a text, in order, with its characters.
  package static func find(in text: String, context: PeriodContext) -> [(characters: Range<Int>, period: Period)] {
    let folded = FoldedText(text)
    return find(in: folded, context: context).compactMap { found in
      found.period.map { (folded.characters(found.range), $0) }
    }
  }
}
