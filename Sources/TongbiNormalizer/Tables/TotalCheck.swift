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

  private struct Sum {
    var sum = DecimalSum()
    /// The power of ten of the coarsest last digit.
    var step = Int.min
    var isIncomplete = false
  }

  private static let limit = 100_000
  private var all: [Key: Sum] = [:]
  private var segment: [Key: Sum] = [:]
  private var totals: [Total] = []
  private var waiting: [Key: Total] = [:]
  private var rows: Set<Int> = []
  private var isTooLarge = false

  /// Takes in a figure of a facility; `nil` for one that is missing or masked.
  mutating func add(_ value: ExactDecimal?, _ key: Key, step: Int) throws(TongbiError) {
    guard !isTooLarge else { return }
    if all.count > Self.limit { isTooLarge = true }
    func added(_ sum: Sum?) throws(TongbiError) -> Sum {
      var sum = sum ?? Sum()
      if let value { try sum.sum.add(value) } else { sum.isIncomplete = true }
      sum.step = max(sum.step, step)
      return sum
    }
    all[key] = try added(all[key])
    segment[key] = try added(segment[key])
  }

  /// Takes in a total of all rows; `nil` for one that is no sum.
  mutating func total(_ total: Total?, row: Int) {
    rows.insert(row)
    guard let total else { return }
    if totals.count < Self.limit { totals.append(total) } else { isTooLarge = true }
  }

  /// Takes in a total of a group: of the rows before it, else of those that follow. Says whether they differ.
  mutating func subtotal(_ total: Total?, row: Int) -> (Total, ExactDecimal)? {
    rows.insert(row)
    guard let total else { return nil }
    defer { segment[total.key] = nil }
    if let earlier = waiting.removeValue(forKey: total.key) {
      waiting[total.key] = total
      return difference(earlier, segment[total.key])
    }
    guard let sum = segment[total.key] else {
      waiting[total.key] = total
      return nil
    }
    return difference(total, sum)
  }

  /// The totals that differ from their sum, and how many rows were totals.
  func finish() -> (differences: [(Total, ExactDecimal)], rows: Int, isChecked: Bool) {
    let groups = waiting.values.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    let differences =
      totals.compactMap { difference($0, all[$0.key]) } + groups.compactMap { difference($0, segment[$0.key]) }
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
