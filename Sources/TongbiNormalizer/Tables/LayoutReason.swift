// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Why a column is what the layout says it is.
package enum LayoutReason: Hashable, Sendable {
  /// The user said so.
  case user
  /// A word that stands in headers: 机构名称.
  case headerWord
  /// A metric of the catalogue, a period, a facility or a unit in the header.
  case header
  /// What stands in its cells.
  case cells
  /// Words that no catalogue knows above numbers: a metric of its own.
  case ownMetric
  /// The metric stands in the header of the column at its left.
  case left
  /// It breaks figures of one facility, metric and period down.
  case varies
  /// It follows the facility, or numbers the rows.
  case attribute
  /// A word that stands for the sum of the columns beside it.
  case totalWord
  /// A change that can be worked out from the columns beside it.
  case changeWord

  /// The reason in few words.
  package func words(in language: Language) -> String {
    switch self {
    case .user: language.pick("按用户说明", "as the user said")
    case .headerWord: language.pick("表头用词", "a word of headers")
    case .header: language.pick("表头写明", "named in the header")
    case .cells: language.pick("按单元格内容", "by what its cells hold")
    case .ownMetric: language.pick("指标目录中没有，按表头作为单独指标", "in no catalogue: a metric of its own")
    case .left: language.pick("承接左侧指标", "of the metric at its left")
    case .varies: language.pick("同一机构、指标、时期下取值不同", "varies within facility, metric and period")
    case .attribute: language.pick("属性或编号", "an attribute or a number")
    case .totalWord: language.pick("合计用词", "a word for a sum")
    case .changeWord: language.pick("增减用词", "a word for a change")
    }
  }
}

/// What was done to cells and rows of a table before its figures were read.
package enum LayoutShaping: Hashable, Sendable {
  /// Blank cells of a column were filled from above, so many.
  case filledDown(column: Int, cells: Int)
  /// Rows of one cell hold for the rows below them.
  case headings(of: String, rows: Int)
  /// 合计 was moved from another column to that of the facilities.
  case movedTotals(rows: Int)
  /// Rows that are the header once more.
  case repeatedHeaders(rows: Int)
  /// A row below the figures that holds their units.
  case unitRow(row: Int)
}
