// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Which metrics are counted over the people of a region rather than over the patients of a facility.
struct MetricsOfPeople: Sendable {
  private let known: Set<ObjectIdentifier>
  /// Bits by where a metric lies, one for each of them: nearly all others are told apart without a hasher.
  private let bits: [UInt64]

  /// Tells them by their names.
  init(_ metrics: [Metric]) {
    known = Set(metrics.filter { Self.names($0.name) }.map(\.identity))
    var bits = [UInt64](repeating: 0, count: 16)
    for metric in known { bits[Self.slot(metric) >> 6] |= 1 << UInt64(Self.slot(metric) & 63) }
    self.bits = bits
  }

  /// Whether a metric is one of them.
  func contains(_ metric: Metric) -> Bool {
    let slot = Self.slot(metric.identity)
    return bits[slot >> 6] & 1 << UInt64(slot & 63) != 0 && known.contains(metric.identity)
  }

  /// A number below 1,024 that scatters metrics.
  private static func slot(_ identity: ObjectIdentifier) -> Int {
    Int(truncatingIfNeeded: (UInt64(UInt(bitPattern: identity)) &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  private static func names(_ name: String) -> Bool {
    let letters = Array(name.unicodeScalars)
    return words.occurs(in: letters, letters.indices)
  }

  private static let words = WordSet(words: [
    "人口", "居民", "县域", "基层诊疗", "签约", "履约", "健康档案", "老年人", "高血压", "糖尿病", "精神障碍", "接种率", "孕产妇", "婴儿死亡", "新生儿死亡", "儿童",
    "健康素养", "住院分娩率",
    "寿命", "产后访视", "献血",
  ])
}
