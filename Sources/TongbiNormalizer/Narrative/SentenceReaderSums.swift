// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What the figures of a list come to.
extension SentenceReader {
  /// 分别为42.37万、18.06万和36.9万…；合计97.33万人次: what several have, or parts of them, come to; it is of those who report.
  func sumOfListed(_ at: Int) -> Subject? {
    guard at > clause, (clause..<at).contains(where: { isWord($0, of: .sumsOfMany) }), isElided(before: at).elided,
      case .number(let number, _) = lexemes[at].kind,
      let last = drafts.last(where: { !$0.isEcho }), let metric = last.metric, metric.kind != .ratio,
      fits(at, metric, unit(of: at))
    else { return nil }
    let listed = drafts.reversed().prefix { $0.metric?.id == metric.id && !$0.isEcho && $0.period == last.period }
    let owners = Set(listed.map { "\($0.facility ?? "")\n\($0.part ?? "")" })
    guard listed.count > 1, owners.count == listed.count,
      let sum = try? listed.reduce(ExactDecimal.zero, { try $0 + ($1.quantity?.value ?? .zero) }),
      isNear(sum, number.value, listed.map { $0.quantity?.lastPlace ?? 0 } + [number.lastPlace])
    else { return nil }
    if Set(listed.map(\.facility)).count > 1 { (entity, entityClause) = (topic.carried ?? topic.entity, nil) }
    return Subject(metric: metric, label: metric.name, start: at)
  }

  /// Whether a sum is what its parts come to, each rounded at its last place.
  private func isNear(_ sum: ExactDecimal, _ value: ExactDecimal, _ places: [Int]) -> Bool {
    guard let difference = try? sum - value, let negative = try? -difference,
      let width = try? places.reduce(ExactDecimal.zero, { try $0 + ExactDecimal(1).scaled(byPowerOfTen: $1) })
    else { return false }
    return (difference.isNegative ? negative : difference) <= width
  }
}
