// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Finds the longest name of a metric at a place in folded text; shared by all that look for such names.
final class AliasIndex: Sendable {
  /// What a name stands for; a weak one is worked out from a full name (门诊 from 门诊人次) and must end its phrase.
  private struct Name: Sendable {
    let metric: Int
    let isWeak: Bool
  }

  private let words: WordSet<Name>
  private let metrics: [Metric]
  private let kinds: [Lexeme.Kind]

  /// Takes in the names and other names of a catalogue; the last metric to claim a name has it.
  init(_ catalogue: Catalogue) {
    metrics = catalogue.metrics
    kinds = metrics.map { .metric($0) }
    var names: [String: Int] = [:]
    var derived: [String: Set<Int>] = [:]
    for (index, metric) in catalogue.metrics.enumerated() {
      for name in [metric.name] + metric.aliases {
        let folded = FoldedText(name)
        let plain = folded.string(0..<folded.count).filter { $0 != " " }
        guard plain.count >= 2, !plain.hasSuffix("%") else { continue }
        names[plain] = index
        for shorter in AliasStem.shorter(plain, of: metric) { derived[shorter, default: []].insert(index) }
      }
    }
    var entries = names.map { ($0.key, Name(metric: $0.value, isWeak: false)) }
    for (name, metrics) in derived where names[name] == nil && metrics.count == 1 {
      entries += metrics.map { (name, Name(metric: $0, isWeak: true)) }
    }
    words = WordSet(entries)
  }

  /// The letters that names begin with.
  var firsts: [Unicode.Scalar] { words.firsts }

  /// The place among the metrics of the one whose longest name starts at a place; `nil` where a Latin name goes on as a longer
  /// word, or where a weak name goes on in words that are not known.
  func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, place: Int)? {
    guard let (end, name) = words.match(text, at: start, before: limit) else { return nil }
    if Self.isLatin(text[start]), start > 0, Self.isLatin(text[start - 1]) { return nil }
    if Self.isLatin(text[end - 1]), end < limit, Self.isLatin(text[end]), !Mask.isBlot(text[end]) { return nil }
    if name.isWeak, !endsPhrase(text, end, limit) { return nil }
    return (end, name.metric)
  }

  /// What a lexeme says that names the metric of a place.
  func kind(_ place: Int) -> Lexeme.Kind { kinds[place] }

  private func endsPhrase(_ text: [Unicode.Scalar], _ end: Int, _ limit: Int) -> Bool {
    guard end < limit, (0x4E00...0x9FFF).contains(text[end].value) else { return true }
    if PhraseWords.words.match(text, at: end, before: limit) != nil || ChineseNumeral.isNumeral(text[end]) {
      return true
    }
    return BoundWord.starts(text, end, before: limit)
      || BasePhrase.scan(text, at: end, before: limit, context: PeriodContext()) != nil
  }

  /// The metric of a whole name.
  func metric(named name: [Unicode.Scalar]) -> Metric? {
    guard let (end, place) = match(name, at: 0, before: name.count), end == name.count else { return nil }
    return metrics[place]
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
