// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What makes a figure doubtful.
extension SentenceReader {
  /// 门急诊31.6人次: persons and cases have no fractions, so 万 may have been lost.
  func isCut(_ quantity: Quantity, _ text: String, _ metric: Metric) -> Bool {
    guard quantity.value.places > 0, quantity.lastPlace < 0 else { return false }
    switch metric.kind {
    case .flow, .stock, .eventCount: break
    default: return false
    }
    return !text.unicodeScalars.contains { "万亿千".unicodeScalars.contains($0) }
      && ["人次", "人", "名", "张", "个", "份", "次", "剂次", "台"].contains(metric.unit.symbol)
  }

  private func isMarkOfShare(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "%", "‰", "/", "％", "成", "分": true
    default: false
    }
  }

  /// Marks what is implausible or oddly stated.
  func check(_ place: Int) {
    guard let metric = drafts[place].metric, let quantity = drafts[place].quantity else { return }
    let (text, range) = (drafts[place].text, drafts[place].range)
    let expected = metric.unit.ratioFactor
    if let expected, let stated = quantity.unit.ratioFactor, expected != stated {
      drafts[place].status = .suspect
      problems.append(
        (
          .warning, .unusualUnit(metric: metric.name, unit: quantity.unit.symbol, expected: metric.unit.symbol),
          range
        ))
      return
    }
    if expected != nil,
      !quantity.value.isZero, !text.unicodeScalars.contains(where: isMarkOfShare)
    {
      problems.append(
        (.note, .unitMissing(metric: metric.name, value: text, expected: metric.unit.symbol), range))
    }
    if isCut(quantity, text, metric) {
      drafts[place].status = .suspect
      problems.append((.warning, .multiplierMissing(metric: metric.name, value: text), range))
      return
    }
    let isLow = metric.lowest.map { quantity.value < $0 } ?? false
    let isHigh = metric.highest.map { quantity.value > $0 } ?? false
    guard isLow || isHigh else { return }
    drafts[place].status = .suspect
    problems.append(
      (
        .warning,
        .implausible(
          metric: metric.name, value: text, lowest: metric.lowest?.description ?? "-",
          highest: metric.highest?.description ?? "-"),
        range
      ))
  }

  /// Changes stated side by side that contradict each other: 18204人次，增加1120人次，增长66%.
  func checkChanges() {
    for draft in drafts where draft.changes.count > 1 && !draft.isEcho {
      guard let metric = draft.metric, let quantity = draft.quantity, quantity.bound == .exact,
        let amount = draft.changes.first(where: { $0.kind == .absolute }), let moved = amount.value,
        let base = try? quantity.value - moved
      else { continue }
      let places = (quantity.lastPlace, max(quantity.lastPlace, amount.lastPlace))
      let check = StatedChangeCheck(metric: metric, current: (quantity.value, places.0), base: (base, places.1))
      for change in draft.changes
      where change.kind == .percent && change.relation == amount.relation && change.priceBasis != .comparable {
        guard let stated = change.value, let computed = check.contradiction(of: change) else { continue }
        problems.append(
          (
            .warning,
            .changesDiffer(
              words: text.string(draft.range), stated: "\(stated)%", computed: "\(computed)%"), draft.range
          ))
      }
    }
  }
}
