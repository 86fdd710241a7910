// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// Percentages that may have been written as fractions: 0.268 under 药占比（%）. Nothing is converted; the figures are
/// left for a person to decide.
struct FractionCheck: Sendable {
  /// What the first rows say of a metric's figures without a sign.
  private enum Verdict {
    /// All lie between 0 and 1.
    case all
    /// Most are percentages, between these bounds.
    case between(ExactDecimal, ExactDecimal)
  }

  private var verdicts: [String: Verdict] = [:]
  /// Of metrics without a verdict, the figures so far.
  private var open: [String: [ExactDecimal]] = [:]
  private static let openLimit = 4096

  /// Whether a value of a metric is to be doubted.
  func doubts(_ value: ExactDecimal, of metric: Metric) -> Bool {
    guard !verdicts.isEmpty, let verdict = verdicts[metric.id], .zero < value, value <= 1 else { return false }
    switch verdict {
    case .all: return true
    case .between(let lowest, let highest):
      guard let percent = value.shifted(2) else { return false }
      return lowest <= percent && percent <= highest
    }
  }

  /// Whether all figures of a metric lie between 0 and 1, which is said once for the column.
  func doubtsAll(of metric: Metric) -> Bool {
    if case .all? = verdicts[metric.id] { true } else { false }
  }

  /// Takes in the figures of a metric.
  ///
  /// - Parameters:
  ///   - values: The values of the first rows that are written without a sign.
  ///   - metric: The metric, or what stands for one that no catalogue knows.
  mutating func look(at values: [ExactDecimal], of metric: Metric) {
    guard metric.unit == .percent, Self.couldFill(metric), let top = values.max(), .zero < top else { return }
    if let lowest = values.min(), .zero <= lowest, top <= 1 {
      verdicts[metric.id] = .all
      return
    }
    let percents = values.filter { 1 < $0 }.sorted()
    guard percents.count >= 3, percents.count * 2 > values.count, 20 <= percents[percents.count / 2] else { return }
    verdicts[metric.id] = .between(percents[0], top)
  }

  /// Takes in figures that were met on the way, behind the first rows: those of a metric that begins later, and
  /// percentages beyond the bounds known so far.
  ///
  /// - Returns: Whether figures that were not doubted may be so now.
  mutating func learn(_ values: [ExactDecimal], of metric: Metric) -> Bool {
    switch verdicts[metric.id] {
    case .all?: return false
    case .between(let lowest, let highest)?:
      let percents = values.filter { 1 < $0 && $0 <= 100 }
      let bounds = (min(lowest, percents.min() ?? lowest), max(highest, percents.max() ?? highest))
      guard bounds != (lowest, highest) else { return false }
      verdicts[metric.id] = .between(bounds.0, bounds.1)
      return true
    case nil:
      let known = open[metric.id, default: []]
      guard known.count < Self.openLimit, !values.isEmpty else { return false }
      let all = known + values.prefix(Self.openLimit - known.count)
      open[metric.id] = all
      look(at: all, of: metric)
      return verdicts[metric.id] != nil
    }
  }

  /// Whether the metric's values lie all over the percentages: a death rate of 0.3% is nothing to wonder at.
  private static func couldFill(_ metric: Metric) -> Bool {
    if let highest = metric.highest, highest < 40 { return false }
    if let lowest = metric.lowest, lowest < 0 || 1 < lowest { return false }
    return !rare.contains(where: metric.name.contains)
  }

  private static let rare = [
    "死亡", "病死", "感染", "发生", "发病", "患病", "并发症", "差错", "事故", "缺陷", "增长", "增幅", "增速", "同比", "环比", "重返", "投诉", "纠纷", "跌倒",
    "压疮", "压力性损伤", "空置", "流失", "阳性", "检出", "rate of change", "mortality", "infection", "growth",
  ]
}
