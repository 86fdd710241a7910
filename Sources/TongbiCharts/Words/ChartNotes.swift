// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Notes that follow from the figures themselves: what was worked out, what lacks months, what the colours mean.
struct ChartNotes {
  let rows: [Change]
  let language: Language
  /// By what better and worse are told apart.
  let coding: Coding

  /// By what better and worse are told apart, beside the sign.
  enum Coding {
    case colors
    case patterns
    case none
  }

  init(_ rows: [Change], language: Language, colors: Coding) {
    self.rows = rows
    self.language = language
    coding = colors
  }

  /// The notes that apply.
  var all: [String] { [partial, derived, suspect, colors].compactMap { $0 } }

  private var partial: String? {
    guard rows.contains(where: { $0.state == .partial }) else { return nil }
    return language.pick(
      "月份不全的机构按两期同有的月份比较。", "Facilities with months missing are compared over the months that both periods have.")
  }

  private var derived: String? {
    guard rows.contains(where: { $0.hasBackcast }) else { return nil }
    return language.pick("斜线填充为按所报增幅推算的数，非直接填报。", "Hatched bars were worked out from stated changes, not reported.")
  }

  private var suspect: String? {
    let names = rows.filter { $0.current.status == .suspect || $0.base.status == .suspect }.map(\.rowName)
    guard !names.isEmpty else { return nil }
    let list =
      names.prefix(3).joined(separator: language.pick("、", ", ")) + (names.count > 3 ? language.pick("等", " …") : "")
    return language.pick("\(list)的数据存疑，待核。", "Figures of \(list) are doubtful and to be checked.")
  }

  private var colors: String? {
    guard rows.contains(where: { $0.isImprovement != nil }) else { return nil }
    return switch coding {
    case .colors: language.pick("颜色表示改善或变差，正负号表示增减。", "Colour tells better from worse, the sign tells up from down.")
    case .patterns:
      language.pick("增减条实心为改善、斜线为变差。", "Changes: solid is better, hatched is worse.")
    case .none: nil
    }
  }
}

extension Change {
  /// Whether one of the drawn figures was worked out from a stated change.
  var hasBackcast: Bool { current.isBackcast || base.isBackcast }
}
