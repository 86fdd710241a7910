// SPDX-License-Identifier: Apache-2.0

/// How a dialect does on the first records of a file.
///
/// A dialect is right where it gives most records the same number of fields, and fields that are whole: a field with
/// the delimiter of another dialect in it, or with a quote at one end, was probably cut in the wrong place.
struct DialectTrial {
  /// The dialect.
  let dialect: Dialect
  /// The records looked at, blank lines not counted.
  private(set) var records = 0
  /// The number of fields that most records with at least two have; 1 where none has two.
  private(set) var fields = 1
  /// How many records have that many.
  private(set) var matching = 0
  /// The fields of these, and how many of them are whole.
  private(set) var cells = (all: 0, whole: 0)
  /// How many fields of all records were in quotes, and how many of these in another place than the first.
  private(set) var quoted = (all: 0, inner: 0)
  /// How many fields behind a delimiter are not empty, and how many of these begin with a blank.
  private(set) var inner = (all: 0, padded: 0)
  /// How many fields have quotes that do not match.
  private(set) var doubtful = 0
  /// How many fields have escapes.
  private(set) var escaped = 0
  /// How many fields are numbers, dates or clock times.
  private(set) var figures = 0
  /// Whether each second field of all records is empty: the delimiter is two bytes that are alike.
  private(set) var isDoubled = true
  /// The line ends behind the records.
  private(set) var lineEnds: Set<LineEnd> = []

  /// The part of the records that have the same number of fields, of at least two.
  var share: Double { records == 0 || fields < 2 ? 0 : Double(matching) / Double(records) }

  /// From 0 to 1: how regular the records and how whole their fields are.
  var score: Double {
    let wholeness = cells.all == 0 ? 0 : Double(cells.whole) / Double(cells.all)
    return share * wholeness * wholeness
  }

  /// How many records are irregular and fields doubtful.
  var flaws: Int { records - matching + doubtful }

  /// Reads the first records of a sample in a dialect.
  ///
  /// - Parameters:
  ///   - sample: The first bytes in UTF-8.
  ///   - isWhole: Whether these are all.
  ///   - limit: How many records to look at.
  init(_ dialect: Dialect, on sample: [UInt8], isWhole: Bool, limit: Int) {
    self.dialect = dialect
    var tallies: [Int: (records: Int, whole: Int)] = [:]
    // Most records are as wide as the one before, and end as it does.
    var (width, tally, lastEnd) = (0, (records: 0, whole: 0), LineEnd?.none)
    var found: [RecordScanner.Field] = []
    let scanner = RecordScanner(dialect)
    var at = 0
    scan: while at < sample.count, records < limit {
      switch scanner.scan(sample.span, from: at, isWhole: isWhole, into: &found) {
      case .record(let next):
        if let lineEnd = LineEnd(sample, before: next), lineEnd != lastEnd {
          lineEnds.insert(lineEnd)
          lastEnd = lineEnd
        }
        at = next
      case .incomplete, .tooManyFields:
        // The one record that is all of the sample still tells something.
        if records > 0 { break scan }
        at = sample.count
      }
      guard !found.isEmpty else { continue }
      records += 1
      if found.count != width {
        tallies[width] = tally
        width = found.count
        tally = tallies[width] ?? (0, 0)
      }
      tally = (tally.records + 1, tally.whole + look(at: found, sample.span))
    }
    tallies[width] = tally
    let modes = tallies.filter { $0.key > 1 }
    guard let mode = modes.max(by: { ($0.value.records, $0.key) < ($1.value.records, $1.key) }) else { return }
    fields = mode.key
    matching = mode.value.records
    cells = (mode.key * mode.value.records, mode.value.whole)
  }

  /// Counts what the fields of a record tell, and returns how many of them are whole.
  private mutating func look(at found: [RecordScanner.Field], _ sample: Span<UInt8>) -> Int {
    var whole = 0
    if found.count.isMultiple(of: 2) { isDoubled = false }
    for (index, field) in found.enumerated() {
      let cell = DialectCell(sample, field, dialect)
      if cell.isWhole { whole += 1 }
      if cell.isFigure { figures += 1 }
      if cell.isDoubtful { doubtful += 1 }
      if field.form == .escaped { escaped += 1 }
      if cell.isQuoted { quoted.all += 1 }
      if index > 0, cell.isQuoted { quoted.inner += 1 }
      if index > 0, !cell.isEmpty {
        inner.all += 1
        if cell.isPadded { inner.padded += 1 }
      }
      if !index.isMultiple(of: 2), !cell.isEmpty { isDoubled = false }
    }
    return whole
  }
}

/// What ends a line.
package enum LineEnd: String, Hashable, Sendable, CaseIterable {
  case lf = "LF"
  case crlf = "CRLF"
  case cr = "CR"

  /// The line end right before a position; `nil` where there is none.
  init?(_ bytes: [UInt8], before position: Int) {
    guard position > 0, position <= bytes.count else { return nil }
    switch bytes[position - 1] {
    case RecordScanner.carriageReturn: self = .cr
    case RecordScanner.lineFeed:
      self = position > 1 && bytes[position - 2] == RecordScanner.carriageReturn ? .crlf : .lf
    default: return nil
    }
  }
}
