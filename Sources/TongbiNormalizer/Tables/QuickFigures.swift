// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What plain numbers in columns of figures came to before, by the metric and unit that their rows name.
struct QuickFigures {
  /// What a plain number means.
  struct Meaning {
    /// Which column, metric and unit it is about.
    var key: UInt64
    var metric: Int32
    /// The facility of the column; −1 where the row names it.
    var facility: Int32
    /// The period of the column; −1 where the row names it.
    var period: Int32
    /// The plausible range.
    var lowest: ExactDecimal?
    var highest: ExactDecimal?
  }

  // By a few bits of the key; columns, metrics and units that share them take turns.
  private var meanings: [Meaning]

  /// Has room for the figures of so many columns.
  init(columns: Int) {
    var size = 256
    while size < columns * 4, size < 1 << 16 { size *= 2 }
    meanings = [Meaning](repeating: .none, count: size)
  }

  /// The key of a column of figures under a metric and unit; `nil` for more of them than fit.
  @inline(__always)
  static func key(_ place: Int, metric: Int32, unit: Int32) -> UInt64? {
    guard place < 1 << 16, metric < 1 << 23, unit < 1 << 23 else { return nil }
    return UInt64(place) << 48 | UInt64(metric &+ 1) << 24 | UInt64(unit &+ 1)
  }

  /// Puts what is known under a key into `known`, and returns whether anything is.
  @inline(__always)
  func find(_ key: UInt64, _ known: inout Meaning) -> Bool {
    known = meanings[slot(key)]
    return known.key == key
  }

  /// Remembers a meaning under its key.
  mutating func remember(_ meaning: Meaning) { meanings[slot(meaning.key)] = meaning }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (meanings.count &- 1)
  }
}

extension QuickFigures.Meaning {
  /// What has the key of no figure.
  static let none = QuickFigures.Meaning(
    key: .max, metric: -1, facility: -1, period: -1, lowest: nil, highest: nil)

  /// Whether a value is plausible.
  @inline(__always)
  func allows(_ value: ExactDecimal) -> Bool {
    if let lowest {
      if lowest.isZero { if value.isNegative { return false } } else if value < lowest { return false }
    }
    if let highest, highest < value { return false }
    return true
  }
}
