// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Notes that follow from the figures themselves: what was worked out, what lacks months, what the colours mean.
struct ChartNotes {
  let rows: [Change]
  let language: Language
  /// Whether better and worse are told apart by colour.
  var explainsColors = true

  init(_ rows: [Change], language: Language) {
    self.rows = rows
    self.language = language
  }

  /// The notes that apply.
  var all: [String] { [partial, derived, suspect, colors].compactMap { $0 } }

  private var partial: String? {
    guard rows.contains(where: { $0.state == .partial }) else { return nil }
    return language.pick(
      "月份不全的机构按两期同有的月份比较。", "Facilities with months missing are compared over the months that both periods have.")
  }

  private var derived: String? {
    guard rows.contains(where: { $0.hasDerived }) else { return nil }
    return language.pick("斜线填充为推算数，非直接填报。", "Hatched bars were worked out, not reported.")
  }

  private var suspect: String? {
    let names = rows.filter { $0.current.status == .suspect || $0.base.status == .suspect }.map(\.rowName)
    guard !names.isEmpty else { return nil }
    let list =
      names.prefix(3).joined(separator: language.pick("、", ", ")) + (names.count > 3 ? language.pick("等", " …") : "")
    return language.pick("\(list)的数据存疑，待核。", "Figures of \(list) are doubtful and to be checked.")
  }

  private var colors: String? {
    guard explainsColors, rows.contains(where: { $0.isImprovement != nil }) else { return nil }
    return language.pick("颜色表示改善或变差，正负号表示增减。", "Colour tells better from worse, the sign tells up from down.")
  }
}

extension Change {
  /// Whether one of the drawn figures was worked out from a stated change; a ratio made of its parts is not meant.
  var hasDerived: Bool { current.isDerivedDrawing || base.isDerivedDrawing }
}

extension Figure {
  /// Whether the figure is drawn as worked out.
  var isDerivedDrawing: Bool { status == .derived && facilities <= 1 }
}
