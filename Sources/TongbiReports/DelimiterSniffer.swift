// SPDX-License-Identifier: Apache-2.0

/// Finds the delimiter of a table by how regularly each candidate splits the first records.
struct DelimiterSniffer {
  /// How a delimiter splits the first records.
  struct Candidate {
    /// The delimiter.
    var delimiter: UInt8
    /// The records looked at, blank lines not counted.
    var records = 0
    /// The number of fields that most records with at least two have; 1 where none has two.
    var fields = 1
    /// How many records have that many.
    var matching = 0

    /// The part of the records that have the same number of fields, of at least two.
    var share: Double { records == 0 || fields < 2 ? 0 : Double(matching) / Double(records) }
  }

  /// The candidates in the order of preference where all else is equal.
  static let delimiters: [UInt8] = Array(",;\t|".utf8)

  /// How each delimiter does on the first bytes of a file.
  ///
  /// - Parameters:
  ///   - sample: The first bytes in UTF-8.
  ///   - isWhole: Whether these are all.
  ///   - limit: How many records to look at.
  static func candidates(_ sample: [UInt8], isWhole: Bool, limit: Int = 200) -> [Candidate] {
    delimiters.map { delimiter in
      var counts: [Int: Int] = [:]
      var fields: [RecordScanner.Field] = []
      let scanner = RecordScanner(delimiter: delimiter)
      var at = 0
      var records = 0
      scan: while at < sample.count, records < limit {
        switch scanner.scan(sample.span, from: at, isWhole: isWhole, into: &fields) {
        case .record(let next): at = next
        case .incomplete, .unclosedQuote, .tooManyFields:
          // The one record that is all of the sample still tells something.
          if records > 0 { break scan }
          at = sample.count
        }
        guard !fields.isEmpty else { continue }
        records += 1
        counts[fields.count, default: 0] += 1
      }
      var candidate = Candidate(delimiter: delimiter, records: records)
      if let (fields, matching) = counts.filter({ $0.key > 1 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
        candidate.fields = fields
        candidate.matching = matching
      }
      return candidate
    }
  }

  /// The delimiter of what is known to be a table; a comma where nothing splits it.
  static func delimiter(of sample: [UInt8], isWhole: Bool, preferring preferred: UInt8?) -> UInt8 {
    if let named = namedDelimiter(sample) { return named }
    let candidates = candidates(sample, isWhole: isWhole)
    if let preferred, candidates.contains(where: { $0.delimiter == preferred && $0.share > 0.2 }) { return preferred }
    var best = candidates[0]
    for candidate in candidates.dropFirst()
    where (candidate.share, candidate.fields) > (best.share, best.fields) {
      best = candidate
    }
    return best.delimiter
  }

  /// Whether a file of unknown kind is a table: most of its first lines have the same number of fields, three at least,
  /// and they do not end like sentences.
  static func isTable(_ sample: [UInt8], isWhole: Bool, isMarkdown: Bool) -> Bool {
    if namedDelimiter(sample) != nil { return true }
    guard !isProse(sample) else { return false }
    return candidates(sample, isWhole: isWhole, limit: 20).contains { candidate in
      guard candidate.fields >= 3, candidate.matching >= 2, candidate.share >= 0.6 else { return false }
      return !(isMarkdown && candidate.delimiter == UInt8(ascii: "|"))
    }
  }

  /// Whether half of the first lines end with a mark that ends sentences.
  private static func isProse(_ sample: [UInt8]) -> Bool {
    let lines = String(decoding: sample.prefix(1 << 16), as: UTF8.self).split(
      maxSplits: 40, whereSeparator: \.isNewline)
    let ends = lines.prefix(20).map { $0.last { !$0.isWhitespace } ?? " " }
    return ends.count { ".。！？；：!?".contains($0) } * 2 >= max(1, ends.count)
  }

  /// The delimiter that a first line `sep=;` names, as Excel reads and writes it.
  private static func namedDelimiter(_ sample: [UInt8]) -> UInt8? {
    let line = sample.prefix(8).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard line.count == 5, line.starts(with: "sep=".utf8), let last = line.last else { return nil }
    return delimiters.contains(last) ? last : nil
  }
}
