// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Finds the longest name of a metric at a place in folded text.
struct AliasIndex: Sendable {
  private let words: WordSet<Int>
  private let metrics: [Metric]

  /// Takes in the names and other names of a catalogue; the last metric to claim a name has it.
  init(_ catalogue: Catalogue) {
    metrics = catalogue.metrics
    var names: [String: Int] = [:]
    for (index, metric) in catalogue.metrics.enumerated() {
      for name in [metric.name] + metric.aliases {
        let folded = FoldedText(name)
        let plain = folded.string(0..<folded.count).filter { $0 != " " }
        guard plain.count >= 2, !plain.hasSuffix("%") else { continue }
        names[plain] = index
      }
    }
    words = WordSet(names.map { ($0.key, $0.value) })
  }

  /// The metric whose longest name starts at a place; `nil` where a Latin name goes on as a longer word.
  func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, metric: Metric)? {
    guard let (end, index) = words.match(text, at: start, before: limit) else { return nil }
    if Self.isLatin(text[start]), start > 0, Self.isLatin(text[start - 1]) { return nil }
    if Self.isLatin(text[end - 1]), end < limit, Self.isLatin(text[end]) { return nil }
    return (end, metrics[index])
  }

  /// The metric of a whole name.
  func metric(named name: [Unicode.Scalar]) -> Metric? {
    guard let (end, metric) = match(name, at: 0, before: name.count), end == name.count else { return nil }
    return metric
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && scalar.properties.isAlphabetic }
}
