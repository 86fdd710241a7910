// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Which metrics are counted over the people of a region rather than over the patients of a facility.
struct MetricsOfPeople: Sendable {
  private let known: Set<ObjectIdentifier>

  /// Tells them by their names.
  init(_ metrics: [Metric]) {
    known = Set(metrics.filter { Self.names($0.name) }.map(\.identity))
  }

  /// Whether a metric is one of them.
  func contains(_ metric: Metric) -> Bool { known.contains(metric.identity) }

  private static func names(_ name: String) -> Bool {
    let letters = Array(name.unicodeScalars)
    return words.occurs(in: letters, letters.indices)
  }

  private static let words = WordSet(words: [
    "人口", "居民", "县域", "基层诊疗", "签约", "履约", "健康档案", "老年人", "高血压", "糖尿病", "精神障碍", "接种率", "孕产妇", "婴儿死亡", "新生儿死亡", "儿童",
    "健康素养",
    "寿命", "产后访视",
  ])
}
