// SPDX-License-Identifier: Apache-2.0

/// A set of calendar months, as compact as a number where it spans no more than 64 of them.
public struct MonthSet: Hashable, Sendable {
  // The index of the first month, whose bit is the lowest of `low`; 0 where the set is empty.
  private var start: Int = 0
  private var low: UInt64 = 0
  // The months from the 65th on, 64 a word, without empty words at the end.
  private var high: [UInt64] = []

  /// The empty set.
  public init() {}

  /// All months from the first to the last.
  public init(_ span: ClosedRange<Month>) {
    start = span.lowerBound.index
    let count = span.upperBound.index - start + 1
    low = Self.ones(count)
    var rest = count - 64
    while rest > 0 {
      high.append(Self.ones(rest))
      rest -= 64
    }
  }

  /// The months of a sequence, in any order.
  public init(_ months: some Sequence<Month>) {
    for month in months { insert(month) }
  }

  /// Some of 64 neighbouring months: the lowest bit is the month of the index.
  init(first: Int, _ bits: UInt64) {
    guard bits != 0 else { return }
    start = first + bits.trailingZeroBitCount
    low = bits >> UInt64(bits.trailingZeroBitCount)
  }

  /// Whether both have the same months.
  public static func == (left: Self, right: Self) -> Bool {
    guard left.start == right.start, left.low == right.low else { return false }
    return left.high.isEmpty ? right.high.isEmpty : left.high == right.high
  }

  private static func ones(_ count: Int) -> UInt64 { count >= 64 ? .max : (1 << UInt64(count)) - 1 }

  /// Whether it has no month.
  public var isEmpty: Bool { low == 0 }

  /// How many months it has.
  public var count: Int {
    high.isEmpty ? low.nonzeroBitCount : high.reduce(low.nonzeroBitCount) { $0 + $1.nonzeroBitCount }
  }

  /// The first month.
  public var first: Month? { isEmpty ? nil : Month(index: start) }

  /// The last month.
  public var last: Month? {
    guard !isEmpty else { return nil }
    if let top = high.last { return Month(index: start + high.count * 64 + 63 - top.leadingZeroBitCount) }
    return Month(index: start + 63 - low.leadingZeroBitCount)
  }

  /// Whether a month is in the set.
  public func contains(_ month: Month) -> Bool {
    let offset = month.index - start
    guard offset >= 0, !isEmpty else { return false }
    if offset < 64 { return low >> UInt64(offset) & 1 == 1 }
    let word = offset / 64 - 1
    return word < high.count && high[word] >> UInt64(offset % 64) & 1 == 1
  }

  /// Whether all months from the first to the last are in the set.
  public func contains(_ span: ClosedRange<Month>) -> Bool {
    (span.lowerBound.index...span.upperBound.index).allSatisfy { contains(Month(index: $0)) }
  }

  /// Adds a month.
  public mutating func insert(_ month: Month) {
    if isEmpty {
      start = month.index
      low = 1
      return
    }
    if month.index < start { rebase(to: month.index) }
    let offset = month.index - start
    if offset < 64 {
      low |= 1 << UInt64(offset)
    } else {
      while high.count < offset / 64 { high.append(0) }
      high[offset / 64 - 1] |= 1 << UInt64(offset % 64)
    }
  }

  /// Adds a month that comes after all others.
  @inline(__always)
  mutating func append(_ month: Month) {
    let offset = month.index &- start
    if low != 0, offset >= 0, offset < 64 { low |= 1 &<< UInt64(offset) } else { insert(month) }
  }

  /// Takes a month out.
  public mutating func remove(_ month: Month) {
    guard contains(month) else { return }
    self = MonthSet(filter { $0 != month })
  }

  /// Adds the months of another set.
  public mutating func formUnion(_ other: MonthSet) {
    if other.isEmpty || self == other { return }
    if isEmpty {
      self = other
    } else if high.isEmpty, other.high.isEmpty, abs(other.start - start) < 64, span(with: other) <= 64 {
      let first = Swift.min(start, other.start)
      low = low << UInt64(start - first) | other.low << UInt64(other.start - first)
      start = first
    } else {
      for month in other { insert(month) }
    }
  }

  /// The months that are in both sets.
  public func intersection(_ other: MonthSet) -> MonthSet { MonthSet(filter(other.contains)) }

  /// The months as many months later.
  public func moved(by months: Int) -> MonthSet {
    guard !isEmpty else { return self }
    var moved = self
    moved.start += months
    return moved
  }

  private func span(with other: MonthSet) -> Int {
    let first = Swift.min(start, other.start)
    return Swift.max(
      start - first + 64 - low.leadingZeroBitCount, other.start - first + 64 - other.low.leadingZeroBitCount)
  }

  private mutating func rebase(to first: Int) {
    var moved = MonthSet()
    moved.start = first
    let months = map(\.index)
    moved.low = 1
    for index in months { moved.insert(Month(index: index)) }
    self = moved
  }
}

extension MonthSet: Sequence {
  /// The months in order.
  public func makeIterator() -> AnyIterator<Month> {
    var words = [low] + high
    var word = 0
    let start = start
    return AnyIterator {
      while word < words.count {
        if words[word] == 0 {
          word += 1
          continue
        }
        let bit = words[word].trailingZeroBitCount
        words[word] &= words[word] - 1
        return Month(index: start + word * 64 + bit)
      }
      return nil
    }
  }
}

extension Period {
  /// The months covered; empty for instants, open and day spans.
  public var monthSet: MonthSet { monthSpan.map { MonthSet($0) } ?? MonthSet() }
}
