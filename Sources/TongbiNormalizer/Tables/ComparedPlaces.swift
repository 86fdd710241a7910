// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Finds the two columns, or the two rows, that a change beside them compares.
struct ComparedPlaces {
  /// A column or row of figures, and its period as a number of months that orders the table's periods.
  struct Dated {
    var place: Int
    var order: Int
  }

  /// What the words of a change compare with.
  enum Relation {
    /// 同比, 比上年.
    case yearEarlier
    /// 环比, 比上月: the period before, which is so many months earlier.
    case preceding(months: Int)
    /// 增减: the words leave it open.
    case open
  }

  /// The figures of the change's metric and facility, in the order of the table.
  var dated: [Dated]
  /// What the words compare with.
  var relation: Relation

  /// The places of the current and the base figure; `nil` where the table does not tell them.
  ///
  /// - Parameters:
  ///   - place: Where the change stands.
  ///   - named: The periods that its words name, in order.
  ///   - own: The period above it or beside it, where it has one.
  func pair(at place: Int, named: [Int], own: Int?) -> (current: Int, base: Int)? {
    guard dated.count > 1 else { return nil }
    if let last = named.last, named.count == 2 || own != nil {
      return pair(current: last, base: named.count == 2 ? named[0] : nil)
    }
    if let own { return pair(current: own, base: nil) }
    if dated.count == 2 {
      let (late, early) = dated[0].order > dated[1].order ? (dated[0], dated[1]) : (dated[1], dated[0])
      let distance = late.order - early.order
      return distance > 0 && allows(distance) ? (late.place, early.place) : nil
    }
    let before = dated.filter { $0.place < place }
    for near in [before.suffix(2), before[...]] {
      if let latest = near.map(\.order).max(), let pair = pair(current: latest, base: nil) { return pair }
    }
    return nil
  }

  private func allows(_ distance: Int) -> Bool {
    switch relation {
    case .yearEarlier: distance == 12
    case .preceding(let months): distance == months
    case .open: true
    }
  }

  private func pair(current: Int, base: Int?) -> (current: Int, base: Int)? {
    var step = 12
    if case .preceding(let months) = relation { step = months }
    let now = dated.filter { $0.order == current }
    let then = dated.filter { $0.order == base ?? current - step }
    guard now.count == 1, then.count == 1, current != base else { return nil }
    return (now[0].place, then[0].place)
  }
}

/// Words for changes in headers and at the head of rows.
enum ChangeWord {
  /// In what a change is stated; `nil` where the words leave that open.
  static func kind(_ levels: [String], unit: WrittenUnit?) -> StatedChange.Kind? {
    let text = levels.last.map { FoldedName.fold($0) } ?? ""
    if text.contains("百分点") || text.contains("(点)") { return .points }
    if text.contains("%") || text.contains("‰") { return .percent }
    if ["率", "幅", "速", "rate", "百分比"].contains(where: text.contains) { return .percent }
    if ["额", "数", "量", "差", "diff"].contains(where: text.contains) { return .absolute }
    if let written = WrittenLabel(levels.last ?? "").unit {
      return written.unit.ratioFactor == nil ? .absolute : .percent
    }
    return nil
  }

  /// What the words compare with, where the periods of the table have so many months.
  static func relation(_ levels: [String], months: Int) -> ComparedPlaces.Relation {
    let text = levels.map { FoldedName.fold($0) }.joined()
    if ["环比", "上月", "上季", "上期"].contains(where: text.contains) { return .preceding(months: months) }
    if ["同比", "上年", "去年", "yearoveryear", "yoy"].contains(where: text.contains) { return .yearEarlier }
    return .open
  }
}
