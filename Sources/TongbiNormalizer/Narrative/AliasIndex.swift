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
    let letters: ArraySlice<Unicode.Scalar>
    /// The metric of the whole name.
    let metric: Metric
  }

  /// The letters of a name; they hash by their codes alone.
  private struct Spelling: Hashable {
    let letters: [Unicode.Scalar]

    func hash(into hasher: inout Hasher) {
      var code: UInt64 = 0xCBF2_9CE4_8422_2325
      for letter in letters { code = (code ^ UInt64(letter.value)) &* 0x100_0000_01B3 }
      hasher.combine(code)
    }
  }

  /// A full name, and the place of its metric.
  private struct FullName: Sendable {
    let letters: [Unicode.Scalar]
    let metric: Int
  }

  /// A bit for each pair of letters that names begin with, by a number made of both: most places of a text begin none.
  private let pairs: [UInt64]
  private let words: WordSet<Name>
  /// The full names, spelled from their ends.
  private let backwards: WordSet<FullName>
  private let metrics: [Metric]
  /// Those that are counted over the people of a region.
  let ofPeople: MetricsOfPeople
  private let kinds: [Lexeme.Kind]
  /// 收支结余, which is below zero where a text speaks of a loss.
  let balance: Metric?
  /// Persons sent out and patients referred, who go between two houses.
  let referrals: Set<ObjectIdentifier>
  private static let losses = ["收支缺口", "亏损", "亏损额", "净亏损", "当期亏损", "医疗亏损", "收支亏损", "收支相抵亏损", "经营亏损", "业务亏损"]

  /// Takes in the names and other names of a catalogue; the last metric to claim a name has it.
  init(_ catalogue: Catalogue) {
    metrics = catalogue.metrics
    ofPeople = MetricsOfPeople(catalogue.metrics)
    kinds = metrics.map { .metric($0) }
    let betweenHouses = metrics.filter { metric in ["下派", "上转", "下转"].contains(where: metric.name.hasPrefix) }
    referrals = Set(betweenHouses.map(\.identity))
    var names: [Spelling: Int] = [:]
    names.reserveCapacity(metrics.count * 5)
    // Of two metrics with the same shorter name the one has it whose own name is the longer form, not another name of it.
    var derived = [[Spelling: Claim]](repeating: [:], count: 2)
    for (index, metric) in catalogue.metrics.enumerated() {
      for (rank, name) in ([metric.name] + metric.aliases).enumerated() {
        let plain = FoldedText(name).scalars.filter { $0 != " " }
        guard plain.count >= 2, plain.last != "%" else { continue }
        names[Spelling(letters: plain)] = index
        for shorter in AliasStem.shorter(plain, of: metric) {
          derived[min(rank, 1)][Spelling(letters: shorter), default: .one(index)].add(index)
        }
      }
    }
    // A loss is what is left, below zero, in texts; tables state no sign of their own.
    balance = metrics.first { $0.name == "收支结余" }
    if let place = metrics.firstIndex(where: { $0.name == "收支结余" }) {
      for loss in Self.losses { names[Spelling(letters: Array(loss.unicodeScalars))] = place }
    }
    var entries = names.map { ($0.key.letters, Name(metric: $0.value, isWeak: false)) }
    for (rank, forms) in derived.enumerated() {
      for case (let name, .one(let metric)) in forms where names[name] == nil {
        if rank == 1, derived[0][name] != nil { continue }
        entries.append((name.letters, Name(metric: metric, isWeak: true)))
      }
    }
    var pairs = [UInt64](repeating: 0, count: 1024)
    for (letters, _) in entries where letters.count > 1 {
      let pair = Self.pair(letters[0], letters[1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }
    self.pairs = pairs
    words = WordSet(spelled: entries)
    let long = names.filter { $0.key.letters.count >= 5 }
    backwards = WordSet(
      spelled: long.map { ($0.key.letters.reversed(), FullName(letters: $0.key.letters, metric: $0.value)) })
  }

  /// Who claims a shorter form: one metric, or several, so that none has it.
  private enum Claim {
    case one(Int)
    case several

    mutating func add(_ metric: Int) {
      if case .one(metric) = self { return }
      self = .several
    }
  }

  /// The beginnings with which a name cut short is whole; none where it is the end of no name, or a name itself.
  func heads(of tail: [Unicode.Scalar]) -> [Head] {
    guard tail.count >= 2 else { return [] }
    if let name = words.meaning(of: tail[...]), !name.isWeak { return [] }
    return backwards.meanings(beginningWith: tail.reversed()).compactMap { name in
      let head = name.letters.dropLast(tail.count)
      guard tail.count > 2 || head.count > 3, head.count > 1 else { return nil }
      return Head(letters: head, metric: metrics[name.metric])
    }
  }

  /// A number below 65,536 for two letters.
  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 0x9E37_79B1 ^ second.value &* 0x85EB_CA6B) >> 16)
  }

  /// The letters that names begin with.
  var firsts: [Unicode.Scalar] { words.firsts }

  /// The place among the metrics of the one whose longest name starts at a place; `nil` where a Latin name goes on as a longer
  /// word, or where a weak name goes on in words that are not known.
  func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, place: Int)? {
    guard start + 1 < limit else { return nil }
    let pair = Self.pair(text[start], text[start + 1])
    guard pairs[pair >> 6] & 1 << UInt64(pair & 63) != 0,
      var (end, name) = words.match(text, at: start, before: limit)
    else { return nil }
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
  func metric(named name: [Unicode.Scalar]) -> Metric? { metric(named: name[...]) }

  /// The metric of a whole name, of which the one part follows the other.
  func metric(named first: ArraySlice<Unicode.Scalar>, _ rest: ArraySlice<Unicode.Scalar> = []) -> Metric? {
    words.meaning(of: first, rest).map { metrics[$0.metric] }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
