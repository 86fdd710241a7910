// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Finds the longest name of a metric at a place in folded text; shared by all that look for such names.
final class AliasIndex: Sendable {
  /// What a name stands for; a weak one is worked out from a full name (门诊 from 门诊人次) and must end its phrase.
  private struct Name: Sendable {
    let metric: Int
    let isWeak: Bool
  }

  /// The beginning that a name cut short leaves out.
  struct Head: Sendable {
    /// Its letters.
    let letters: [Unicode.Scalar]
    /// The metric of the whole name.
    let metric: Metric
  }

  private let words: WordSet<Name>
  /// The full names, spelled from their ends.
  private let backwards: WordSet<String>
  private let metrics: [Metric]
  private let kinds: [Lexeme.Kind]

  /// Takes in the names and other names of a catalogue; the last metric to claim a name has it.
  init(_ catalogue: Catalogue) {
    metrics = catalogue.metrics
    kinds = metrics.map { .metric($0) }
    var names: [String: Int] = [:]
    // Of two metrics with the same shorter name the one has it whose own name is the longer form, not another name of it.
    var derived = [[String: Set<Int>]](repeating: [:], count: 2)
    for (index, metric) in catalogue.metrics.enumerated() {
      for (rank, name) in ([metric.name] + metric.aliases).enumerated() {
        let folded = FoldedText(name)
        let plain = folded.string(0..<folded.count).filter { $0 != " " }
        guard plain.count >= 2, !plain.hasSuffix("%") else { continue }
        names[plain] = index
        for shorter in AliasStem.shorter(plain, of: metric) {
          derived[min(rank, 1)][shorter, default: []].insert(index)
        }
      }
    }
    var entries = names.map { ($0.key, Name(metric: $0.value, isWeak: false)) }
    for (rank, forms) in derived.enumerated() {
      for (name, metrics) in forms where names[name] == nil && metrics.count == 1 {
        if rank == 1, derived[0][name] != nil { continue }
        entries += metrics.map { (name, Name(metric: $0, isWeak: true)) }
      }
    }
    words = WordSet(entries)
    let long = names.filter { $0.key.unicodeScalars.count >= 5 }
    backwards = WordSet(long.map { (String(String.UnicodeScalarView($0.key.unicodeScalars.reversed())), $0.key) })
  }

  /// The beginnings with which a name cut short is whole; none where it is the end of no name, or a name itself.
  func heads(of tail: [Unicode.Scalar]) -> [Head] {
    guard tail.count >= 2 else { return [] }
    if let (end, name) = words.match(tail, at: 0, before: tail.count), end == tail.count, !name.isWeak { return [] }
    return backwards.meanings(beginningWith: tail.reversed()).compactMap { name in
      let letters = Array(name.unicodeScalars)
      let head = Array(letters.dropLast(tail.count))
      guard tail.count > 2 || head.count > 3, head.count > 1, let metric = metric(named: letters) else { return nil }
      return Head(letters: head, metric: metric)
    }
  }

  /// The letters that names begin with.
  var firsts: [Unicode.Scalar] { words.firsts }

  /// The place among the metrics of the one whose longest name starts at a place; `nil` where a Latin name goes on as a longer
  /// word, or where a weak name goes on in words that are not known.
  func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, place: Int)? {
    guard var (end, name) = words.match(text, at: start, before: limit) else { return nil }
    if Self.isLatin(text[start]), start > 0, Self.isLatin(text[start - 1]) { return nil }
    if Self.isLatin(text[end - 1]), end < limit, Self.isLatin(text[end]), !Mask.isBlot(text[end]) { return nil }
    if name.isWeak, !endsPhrase(text, end, limit) {
      let shorter = words.match(text, at: start, before: limit) { end, name in
        !name.isWeak || endsPhrase(text, end, limit)
      }
      guard let shorter else { return nil }
      (end, name) = shorter
    }
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
