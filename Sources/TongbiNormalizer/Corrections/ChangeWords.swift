// SPDX-License-Identifier: Apache-2.0

package import Tongbi
import TongbiReports

/// The changes stated beside a figure as a person writes them: 同比下降1.9个百分点，按可比价格增长5.2%.
package enum ChangeWords {
  /// What such words look like, for who wrote others.
  static let example = "同比增长4.2% / 较上年下降1.9个百分点 / 比2019年增加12人次 / 同比持平"

  /// A name that stands for the figure's own, whatever that is.
  private static let name = "本项数字"

  /// The changes that words state of an observation; `nil` where some of them are no change of it.
  package static func read(_ words: String, of observation: Observation) -> [StatedChange]? {
    var metric = observation.metric ?? Metric(id: observation.label, name: name, unit: observation.unit)
    metric.name = name
    metric.aliases = []
    (metric.lowest, metric.highest) = (nil, nil)
    var catalogue = Catalogue()
    catalogue.put(metric)
    // Blotted-out figures are as good as any: what they changed by is stated all the same.
    let before = name + (observation.quantity == nil ? "" : observation.text) + "，"
    let report = TextReport(file: "", passages: [Passage(line: 1, text: before + words)])
    let context = DocumentContext(year: observation.period?.lastDay.year, period: observation.period)
    let reading = NarrativeReader(catalogue: catalogue, context: context).read(report)
    guard reading.observations.count == 1, !reading.observations[0].changes.isEmpty else { return nil }
    for use in reading.uses where use.characters.lowerBound >= before.count {
      switch use.fate {
      case .change, .period: continue
      case .fact, .bound, .rejected: return nil
      }
    }
    return reading.observations[0].changes
  }

  /// The words for the changes of an observation; `nil` where there are none, or none that would be read back as the same.
  package static func words(for observation: Observation) -> String? {
    let parts = observation.changes.map { words(for: $0, observation) }
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    let joined = parts.compactMap { $0 }.joined(separator: "，")
    return read(joined, of: observation) == observation.changes ? joined : nil
  }

  private static func words(for change: StatedChange, _ observation: Observation) -> String? {
    let base: String
    switch (change.relation, change.base) {
    case (.yearEarlier, _): base = "同比"
    case (.preceding, _): base = "环比"
    case (.other, .year(let year)?): base = "比\(year)年"
    default: return nil
    }
    let prices = change.priceBasis.map { $0 == .comparable ? "按可比价格" : "按当年价格" } ?? ""
    guard change.kind != .flat else { return prices + base + "持平" }
    guard let value = change.value else { return nil }
    let amount = value.magnitude.description
    switch change.kind {
    case .percent: return prices + base + (value.isNegative ? "下降" : "增长") + amount + "%"
    case .points:
      return prices + base + (value.isNegative ? "下降" : "上升") + amount + observation.unit.ofDifference(in: .chinese)
    case .absolute: return prices + base + (value.isNegative ? "减少" : "增加") + amount + observation.unit.symbol
    case .times:
      guard case .year(let year)? = change.base else { return nil }
      return "是\(year)年的\(amount)倍"
    case .flat: return nil
    }
  }
}
