// SPDX-License-Identifier: Apache-2.0

/// Finds the dialect of a table from its first records: of those that could be meant, the one that makes them regular.
struct DialectSniffer {
  /// What was found.
  struct Result {
    /// The dialect.
    var dialect: Dialect
    /// What the first records show of it.
    var traits: DialectTraits
  }

  /// Delimiters that hardly stand for anything else, in the order of preference where all else is equal.
  private static let usual = [",", ";", "\t", "|", "\u{1}", "\u{1F}"].compactMap { Delimiter($0) }
  /// Delimiters that stand in prose too, or are rare; they must split a file regularly which the usual ones do not.
  private static let unusual = [" ", "^", "~", "，", "；"].compactMap { Delimiter($0) }
  private static let tab = Delimiter(UInt8(ascii: "\t"))
  private static let bar = Delimiter(UInt8(ascii: "|"))
  private static let apostrophe = UInt8(ascii: "'")

  private let sample: [UInt8]
  private let isWhole: Bool

  /// Looks at the first bytes of a file.
  ///
  /// - Parameters:
  ///   - sample: The first bytes in UTF-8.
  ///   - isWhole: Whether these are all.
  init(_ sample: [UInt8], isWhole: Bool) {
    self.sample = sample
    self.isWhole = isWhole
  }

  private func trial(_ dialect: Dialect, limit: Int = 200) -> DialectTrial {
    DialectTrial(dialect, on: sample, isWhole: isWhole, limit: limit)
  }

  /// The dialect of what is known to be a table; commas where nothing splits it.
  func dialect(preferring preferred: Delimiter?) -> Result {
    let asked = namedDelimiter.map { trial(Dialect(delimiter: $0)) } ?? preferredTrial(preferred)
    var best = asked.map(bestQuotes) ?? bestUsual()
    if asked == nil, best.score < 0.5, let other = bestUnusual(), other.score > best.score { best = other }
    if mayChangeFurtherOn(best) { best = refined(trial(best.dialect, limit: 1_000)) }
    return Result(dialect: best.dialect, traits: DialectTraits(best))
  }

  /// Whether a file of unknown kind is a table: most of its first lines have the same number of fields, and they do
  /// not end like sentences.
  func isTable(isMarkdown: Bool) -> Bool {
    if namedDelimiter != nil { return true }
    guard !isProse else { return false }
    return Self.usual.contains { delimiter in
      guard sample.holds(delimiter.first), !(isMarkdown && delimiter == Self.bar) else { return false }
      let trial = trial(Dialect(delimiter: delimiter), limit: 20)
      // Commas and semicolons stand in sentences; tabs and bars do not.
      let isClear = delimiter != Self.usual[0] && delimiter != Self.usual[1]
      if isClear, trial.fields == 2, trial.matching >= 3, trial.share >= 0.8 { return true }
      return trial.fields >= 3 && trial.matching >= 2 && trial.share >= 0.6
    }
  }

  /// Whether more records can tell more of a dialect than the first did: of quotes, escapes, line ends, or a delimiter
  /// that may be two bytes.
  private func mayChangeFurtherOn(_ found: DialectTrial) -> Bool {
    let signs = [found.dialect.quote, RecordScanner.backslash, RecordScanner.carriageReturn]
    return found.isDoubled || found.dialect.delimiter.tailCount > 0 || signs.contains { sample.holds($0) }
  }

  /// How the delimiter does that the kind of file asks for, where it splits some of the records.
  private func preferredTrial(_ preferred: Delimiter?) -> DialectTrial? {
    guard let found = preferred.map({ trial(Dialect(delimiter: $0)) }), found.share > 0.2 else { return nil }
    return found
  }

  private func bestUsual() -> DialectTrial {
    var best = bestQuotes(of: Self.usual[0])
    for delimiter in Self.usual.dropFirst() where sample.holds(delimiter.first) {
      let found = bestQuotes(of: delimiter)
      if (found.score, found.fields) > (best.score, best.fields) { best = found }
    }
    return best
  }

  private func bestUnusual() -> DialectTrial? {
    let found = Self.unusual.filter { sample.holds($0.first) }.map { bestQuotes(of: $0) }
    return found.filter(isConvincing).max { ($0.score, $0.fields) < ($1.score, $1.fields) }
  }

  /// Whether an unusual delimiter is meant as one: quoted fields stand between such, or many figures.
  private func isConvincing(_ trial: DialectTrial) -> Bool {
    if trial.quoted.inner > 0, trial.quoted.inner * 2 >= trial.records { return trial.doubtful == 0 }
    return trial.fields >= 3 && trial.matching >= 3 && trial.share >= 0.9
      && (trial.figures * 3 >= trial.cells.all || trial.dialect.delimiter != Self.unusual[0])
  }

  /// A delimiter with the quotes and the padding that do best with it.
  private func bestQuotes(of delimiter: Delimiter) -> DialectTrial {
    bestQuotes(trial(Dialect(delimiter: delimiter)))
  }

  /// The same, given how it does with the usual quotes.
  private func bestQuotes(_ plain: DialectTrial) -> DialectTrial {
    let (usual, delimiter) = (padded(plain), plain.dialect.delimiter)
    // A file with quoted fields has one kind of quotes.
    guard sample.holds(Self.apostrophe), usual.quoted.all == 0 else { return usual }
    let other = [Dialect.Escape.doubled, .none].map {
      padded(trial(Dialect(delimiter: delimiter, quote: Self.apostrophe, escape: $0)))
    }.max { $0.score < $1.score }
    guard let other, other.quoted.all > 1, other.score > usual.score else { return usual }
    return other
  }

  /// The dialect with blanks behind its delimiters, where the file writes them behind nearly each, or before quotes.
  private func padded(_ found: DialectTrial) -> DialectTrial {
    guard found.inner.padded > 0, found.dialect.delimiter.first != RecordScanner.blank else { return found }
    var dialect = found.dialect
    dialect.padding = .skipped
    let padded = trial(dialect)
    return found.inner.padded * 10 >= found.inner.all * 9 || padded.score > found.score ? padded : found
  }

  /// The delimiter and quotes with the escapes that do best with them.
  private func refined(_ found: DialectTrial) -> DialectTrial {
    var best = found
    let twice = Delimiter(best.dialect.delimiter.text + best.dialect.delimiter.text)
    if best.isDoubled, best.fields > 2, let doubled = twice {
      best = trial(Dialect(delimiter: doubled), limit: 1_000)
    }
    for escape in [Dialect.Escape.backslash, .none] where escape != best.dialect.escape {
      if escape == .backslash, !hasBackslashEscapes(best.dialect) { continue }
      if escape == .none, best.doubtful == 0, best.share == 1 { continue }
      var dialect = best.dialect
      dialect.escape = escape
      let other = trial(dialect, limit: 1_000)
      if isBetter(other, than: best) { best = other }
    }
    return best
  }

  /// Whether a dialect is better than another that differs in how quotes are read: fewer records irregular and fields
  /// doubtful.
  private func isBetter(_ other: DialectTrial, than best: DialectTrial) -> Bool {
    guard other.fields > 1 || best.fields == 1 else { return false }
    // Quotes that are doubled well would each be read as two, and one stray quote says nothing about the others.
    let misread = other.dialect.escape == .none ? best.escaped + 1 : 0
    let flaws = (other.flaws + misread, best.flaws)
    if flaws.0 != flaws.1 { return flaws.0 < flaws.1 }
    // MySQL writes \N for what is missing, which no other dialect does.
    return other.dialect.escape == .backslash && hasNulls(other.dialect)
  }

  /// Whether a backslash stands before a quote or a delimiter, or `\N` alone.
  private func hasBackslashEscapes(_ dialect: Dialect) -> Bool {
    guard sample.holds(RecordScanner.backslash) else { return false }
    let followers = [dialect.quote, dialect.delimiter.first, RecordScanner.lineFeed]
    return hasNulls(dialect)
      || sample.indices.dropLast().contains {
        sample[$0] == RecordScanner.backslash && followers.contains(sample[$0 + 1])
      }
  }

  /// Whether a field is `\N`.
  private func hasNulls(_ dialect: Dialect) -> Bool {
    let ends = [dialect.delimiter.first, RecordScanner.lineFeed, RecordScanner.carriageReturn]
    return sample.indices.dropLast(2).contains {
      sample[$0] == RecordScanner.backslash && sample[$0 + 1] == UInt8(ascii: "N") && ends.contains(sample[$0 + 2])
        && ($0 == 0 || ends.contains(sample[$0 - 1]))
    }
  }

  /// Whether half of the first lines end with a mark that ends sentences.
  private var isProse: Bool {
    let head = sample.prefix(1 << 16)
    var (lines, ends, at) = (0, 0, head.startIndex)
    while at < head.endIndex, lines < 20 {
      let line = head[at...].prefix { !Self.isNewline($0) }
      at = line.endIndex + 1
      guard !line.isEmpty else { continue }
      lines += 1
      if Self.endsSentence(line) { ends += 1 }
    }
    return ends * 2 >= max(1, lines)
  }

  private static func isNewline(_ byte: UInt8) -> Bool { (0x0A...0x0D).contains(byte) }

  /// Whether the last letter of a line is a mark that ends sentences.
  private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    // Only the end of a line need become text, unless that is blank.
    let whole = line.suffix(64).drop { $0 & 0xC0 == 0x80 }
    let words = whole.isEmpty ? line : whole
    guard let last = String(decoding: words, as: UTF8.self).last(where: { !$0.isWhitespace }) else {
      return line.count > words.count && endsSentence(line.dropLast(words.count))
    }
    return ".。！？；：!?".contains(last)
  }

  /// The delimiter that a first line `sep=;` names, as Excel reads and writes it.
  private var namedDelimiter: Delimiter? {
    let line = sample.prefix(10).prefix { !RecordScanner.isLineEnd($0) }
    let quoted = UInt8(ascii: "\"")
    let bare = line.first == quoted && line.last == quoted ? line.dropFirst().dropLast() : line
    guard bare.count == 5, bare.starts(with: "sep=".utf8), let last = bare.last else { return nil }
    let delimiter = Delimiter(last)
    return (Self.usual + Self.unusual).contains(delimiter) ? delimiter : nil
  }
}
