// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// What plain numbers in columns of figures came to before, by the metric and unit that their rows name.
struct QuickFigures {
  /// What a plain number means.
  struct Meaning {
    /// Which column, metric and unit it is about.
    let key: UInt64
    let metric: Int32
    /// The facility of the column; −1 where the row names it.
    let facility: Int32
    /// The period of the column; −1 where the row names it.
    let period: Int32
    /// By digits after the point, the plausible range without the point.
    let lows, highs: SIMD4<Int64>

    init(
      key: UInt64, metric: Int32, facility: Int32, period: Int32, lowest: ExactDecimal?, highest: ExactDecimal?
    ) {
      self.key = key
      self.metric = metric
      self.facility = facility
      self.period = period
      lows = Self.limits(lowest, otherwise: .min) { $0 < $1 ? 1 : 0 }
      highs = Self.limits(highest, otherwise: .max) { $1 < $0 ? -1 : 0 }
    }

    private static func limits(
      _ limit: ExactDecimal?, otherwise: Int64, step: (ExactDecimal, ExactDecimal) -> Int64
    ) -> SIMD4<Int64> {
      var limits = SIMD4<Int64>(repeating: otherwise)
      guard let limit else { return limits }
      for places in 0..<limits.scalarCount {
        // Beyond what 64 bits hold, every number is on the same side.
        limits[places] = limit.isNegative ? .min : .max
        guard let exact = limit.shifted(places) else { continue }
        let whole = exact.rounded(to: 0)
        limits[places] = whole.significand + step(whole, exact)
      }
      return limits
    }
  }

  // By a few bits of the key or a little behind; of more columns, metrics and units than find room, some take turns.
  private var meanings: [Meaning]
  private static let reach = 4
  private static let unused = UInt64.max

  /// Has room for the figures of so many columns.
  init(columns: Int) {
    var size = 256
    while size < columns * 4, size < 1 << 16 { size *= 2 }
    let none = Meaning(key: Self.unused, metric: -1, facility: -1, period: -1, lowest: nil, highest: nil)
    meanings = [Meaning](repeating: none, count: size)
  }

  /// The key of a column of figures under a metric and unit; `nil` for more of them than fit.
  @inline(__always)
  static func code(_ place: Int, metric: Int32, unit: Int32) -> UInt64? {
    guard place < 1 << 16, metric < 1 << 23, unit < 1 << 23 else { return nil }
    return UInt64(place) << 48 | UInt64(metric &+ 1) << 24 | UInt64(unit &+ 1)
  }

  /// Where it stands what a column comes to in a row; `nil` where that is not known.
  @inline(__always)
  func find(_ place: Int, _ key: QuickKeys.Key) -> Int? {
    guard let code = Self.code(place, metric: key.metric, unit: key.unit) else { return nil }
    let first = slot(code)
    return meanings[first].key == code ? first : findBehind(first, code)
  }

  private func findBehind(_ first: Int, _ code: UInt64) -> Int? {
    (1..<Self.reach).lazy.map { (first + $0) & (meanings.count - 1) }.first { meanings[$0].key == code }
  }

  /// The least and the largest plausible significand of a number of so many places; `nil` where that is not told easily.
  @inline(__always)
  func limits(_ known: Int, _ places: Int8) -> (lowest: Int64, highest: Int64)? {
    guard places < 4 else { return nil }
    return (meanings[known].lows[Int(places)], meanings[known].highs[Int(places)])
  }

  /// How many numbers are looked at together.
  static let stride = 8

  /// Whether numbers have the same digits after the point.
  @inline(__always)
  static func areLike(_ first: Int8, _ places: Span<Int8>) -> Bool {
    precondition(places.count == stride)
    var others: Int8 = 0
    for index in 0..<stride { others |= places[index] ^ first }
    return others == 0
  }

  /// Whether all of some numbers are seen to lie within limits; very large ones are not.
  @inline(__always)
  static func areWithin(_ lowest: Int64, _ highest: Int64, _ significands: Span<Int64>) -> Bool {
    precondition(significands.count == stride)
    // Within these, one of the two differences below is negative for every number beyond the limits, overflow or not.
    let (low, high) = (max(lowest, -(1 << 62)), min(highest, 1 << 62))
    var others: Int64 = 0
    for index in 0..<stride { others |= (significands[index] &- low) | (high &- significands[index]) }
    return others >= 0
  }

  /// The period of a column; −1 where the row names it.
  @inline(__always)
  func period(_ known: Int) -> Int32 { meanings[known].period }

  /// What a column is about under a metric and unit.
  func shape(_ known: Int, column: Int32) -> PlainFigures.Shape {
    let meaning = meanings[known]
    return PlainFigures.Shape(
      column: column, metric: meaning.metric, facility: meaning.facility, period: meaning.period)
  }

  /// Whether anything is remembered under a key.
  func knows(_ key: UInt64) -> Bool { meanings[slot(key)].key == key || findBehind(slot(key), key) != nil }

  /// Remembers a meaning under its key.
  mutating func remember(_ meaning: Meaning) {
    let first = slot(meaning.key)
    let isFree = meanings[first].key == meaning.key || meanings[first].key == Self.unused
    meanings[isFree ? first : findBehind(first, Self.unused) ?? first] = meaning
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (meanings.count &- 1)
  }
}

/// What was read quickly of a chunk.
struct QuickRows {
  var plain: PlainFigures
  var shapes = QuickShapes()
  var marks: QuickMarks
  /// How many of the runs were taken into the sums that totals are held against.
  var summed = 0

  /// Nothing.
  init() {
    plain = PlainFigures(firstRow: 0, width: 0, periods: [], significands: [], places: [])
    marks = QuickMarks([:])
  }

  /// The columns of a chunk, of which nothing was read yet.
  init(_ reading: borrowing TableReading, _ columns: ChunkColumns, _ chunk: TableChunk) {
    plain = PlainFigures(
      firstRow: Int32(truncatingIfNeeded: chunk.firstRow), width: columns.width,
      periods: columns.codes(reading.periodColumns.first), significands: columns.significands, places: columns.places)
    plain.runs.reserveCapacity(reading.usualRuns)
    marks = QuickMarks(reading.figures.first.flatMap { columns.numbers[$0.column]?.texts } ?? [:])
  }
}

/// Where the shapes of rows stand in ``PlainFigures/shapes``, by the metric and unit that rows name.
struct QuickShapes {
  /// The shapes of a row.
  struct Entry {
    fileprivate var key: UInt64 = 0
    /// The first of them.
    var first: Int32 = -1
    /// What the first column of figures comes to, as ``QuickFigures/find(_:_:)`` tells it.
    var known = 0
  }

  // By a few bits of the key; metrics and units that share them take turns.
  private var entries: [Entry] = []
  private static let bits: UInt64 = 9

  /// Where the shapes of a row stand; `nil` where that is not known.
  @inline(__always)
  func find(_ key: QuickKeys.Key) -> Entry? {
    guard !entries.isEmpty else { return nil }
    let code = Self.code(key)
    let found = entries[Self.slot(code)]
    return found.key == code && found.first >= 0 ? found : nil
  }

  /// Remembers where the shapes of a row stand.
  mutating func remember(_ first: Int32, _ known: Int, for key: QuickKeys.Key) -> Entry {
    if entries.isEmpty { entries = [Entry](repeating: Entry(), count: 1 << Self.bits) }
    let entry = Entry(key: Self.code(key), first: first, known: known)
    entries[Self.slot(entry.key)] = entry
    return entry
  }

  @inline(__always)
  private static func code(_ key: QuickKeys.Key) -> UInt64 {
    UInt64(UInt32(bitPattern: key.metric)) << 32 | UInt64(UInt32(bitPattern: key.unit))
  }

  @inline(__always)
  private static func slot(_ code: UInt64) -> Int {
    Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> (64 &- bits))
  }
}
