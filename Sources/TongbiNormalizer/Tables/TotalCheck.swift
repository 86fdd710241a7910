// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Compares rows of totals with the sum of the rows that they stand for; totals are never added to anything.
struct TotalCheck {
  /// The figures that one total adds up.
  struct Key: Hashable {
    /// The facility whose parts are added up; −1 where facilities are.
    var facility: Int32 = -1
    var metric: Int32
    var period: Int32
    var part: Int32
  }

  /// A total, with the place of its cell.
  struct Total {
    var key: Key
    var value: ExactDecimal
    var step: Int
    var row: Int
    var column: Int
  }

  fileprivate struct Sum {
    /// Whether anything was taken in.
    var isUsed = false
    var sum = DecimalSum()
    /// The power of ten of the coarsest last digit.
    var step = Int.min
    var isIncomplete = false
  }

  private static let limit = 100_000
  private var indexes: [Key: Int] = [:]
  // The keys used last, by a few bits of them: a look-up for every figure. Empty before the first.
  private var recent: [(key: Key, index: Int)?] = []
  private var all: [Sum] = []
  private var segment: [Sum] = []
  private var totals: [Total] = []
  /// Totals of groups that the rows before them do not give, with these: the rows that follow may.
  private var waiting: [Key: (total: Total, before: Sum?)] = [:]
  private var rows: Set<Int> = []
  private var isTooLarge = false

  /// Takes in a figure of a facility; `nil` for one that is missing or masked.
  mutating func add(_ value: ExactDecimal?, _ key: Key, step: Int) throws(TongbiError) {
    guard !isTooLarge else { return }
    if all.count > Self.limit { isTooLarge = true }
    let index = index(of: key)
    try all[index].add(value, step: step)
    try segment[index].add(value, step: step)
  }

  private mutating func index(of key: Key) -> Int {
    if recent.isEmpty { recent = Array(repeating: nil, count: 1024) }
    let place = Int(truncatingIfNeeded: key.metric &* 37 &+ key.period &+ key.part &* 7 &+ key.facility) & 1023
    if let known = recent[place], known.key == key { return known.index }
    let index = indexes[key] ?? all.count
    if index == all.count {
      indexes[key] = index
      all.append(Sum())
      segment.append(Sum())
    }
    recent[place] = (key, index)
    return index
  }

  private func sum(_ key: Key, in sums: [Sum]) -> Sum? {
    indexes[key].flatMap { sums[$0].isUsed ? sums[$0] : nil }
  }

  /// Takes in a total of all rows; `nil` for one that is no sum.
  mutating func total(_ total: Total?, row: Int) {
    rows.insert(row)
    guard let total else { return }
    if totals.count < Self.limit { totals.append(total) } else { isTooLarge = true }
  }

  /// Takes in a total of a group: of the rows before it, else of those that follow. Says whether the one before it
  /// differs from both.
  mutating func subtotal(_ total: Total?, row: Int) -> (Total, ExactDecimal)? {
    rows.insert(row)
    guard let total else { return nil }
    let before = sum(total.key, in: segment)
    if let index = indexes[total.key] { segment[index] = Sum() }
    let earlier = waiting.removeValue(forKey: total.key).flatMap { differing($0, after: before) }
    if before == nil || difference(total, before) != nil { waiting[total.key] = (total, before) }
    return earlier
  }

  /// A group's total against the rows after it, where those before it do not give it.
  private func differing(_ waiting: (total: Total, before: Sum?), after: Sum?) -> (Total, ExactDecimal)? {
    guard let after else { return difference(waiting.total, waiting.before) }
    guard let found = difference(waiting.total, after) else { return nil }
    return difference(waiting.total, waiting.before) ?? found
  }

  /// The totals that differ from their sum, and how many rows were totals.
  func finish() -> (differences: [(Total, ExactDecimal)], rows: Int, isChecked: Bool) {
    let groups = waiting.values.sorted { ($0.total.row, $0.total.column) < ($1.total.row, $1.total.column) }
    let differences =
      totals.compactMap { difference($0, sum($0.key, in: all)) }
      + groups.compactMap { differing($0, after: sum($0.total.key, in: segment)) }
    return (isTooLarge ? [] : differences, rows.count, !isTooLarge)
  }

  /// The sum, where it is not the total; rounded figures may differ by half a last digit each.
  private func difference(_ total: Total, _ sum: Sum?) -> (Total, ExactDecimal)? {
    guard let sum, !sum.isIncomplete, let value = try? sum.sum.total,
      let difference = try? (value - total.value).magnitude
    else { return nil }
    let slack = Self.slack(step: max(sum.step, total.step), count: sum.sum.count)
    return difference <= slack ? nil : (total, value)
  }

  /// By how much a total may differ from the sum of so many parts: half a last digit each, nothing for whole numbers.
  static func slack(step: Int, count: Int) -> ExactDecimal {
    let digits = ExactDecimal.powerOfTen(step)
    guard step != 0,
      let allowed = try? (digits * ExactDecimal(Int64(count + 1))).divided(by: 2, places: min(18, digits.places + 1))
    else { return .zero }
    return allowed
  }
}

extension TotalCheck.Sum {
  /// Takes in a figure; `nil` for one that is missing or masked.
  fileprivate mutating func add(_ value: ExactDecimal?, step: Int) throws(TongbiError) {
    isUsed = true
    if let value { try sum.add(value) } else { isIncomplete = true }
    self.step = max(self.step, step)
  }
}
