// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// Why a number of a report is no figure.
package enum AuditReason: Hashable, Sendable {
  /// What the reader of sentences says.
  case sentence(NumberRejection)
  /// A numeral within a word: 进一步, 统一.
  case numeral
  /// The title of a table or a line above its header.
  case caption
  /// The header of a table.
  case header
  /// A name, a code or a unit in a table.
  case key
  /// A change that a table states: checked against its figures.
  case statedChange
  /// A sum that a table states: checked against its parts.
  case statedSum
  /// The numerator or denominator of the figure in its row.
  case ratioPart
  /// A column that holds no figures of a metric.
  case leftOut
  /// A total, a note, or a cell that could not be read, in a column of figures.
  case rowAside
  /// A table that could not be understood.
  case unread

  /// The stable name of the case.
  package var code: String {
    switch self {
    case .sentence(let rejection): rejection.rawValue
    case .numeral: "numeral"
    case .caption: "caption"
    case .header: "header"
    case .key: "key"
    case .statedChange: "stated_change"
    case .statedSum: "stated_sum"
    case .ratioPart: "ratio_part"
    case .leftOut: "left_out"
    case .rowAside: "row_aside"
    case .unread: "unread"
    }
  }

  /// The reason in words.
  package func words(in language: Language) -> String {
    switch self {
    case .sentence(let rejection): rejection.words(in: language)
    case .numeral: language.pick("词语中的数字", "a numeral within a word")
    case .caption: language.pick("表名或表上文字", "the title of a table or a line above its header")
    case .header: language.pick("表头", "the header of a table")
    case .key: language.pick("名称、代码或单位", "a name, a code or a unit")
    case .statedChange: language.pick("表中的增减，只核对", "a change that the table states, only checked")
    case .statedSum: language.pick("表中的合计，只核对", "a sum that the table states, only checked")
    case .ratioPart: language.pick("本行比率的分子或分母", "the numerator or denominator of the figure in its row")
    case .leftOut: language.pick("此列不读", "a column that is not read")
    case .rowAside: language.pick("合计、说明，或读不出来", "a total, a note, or not readable")
    case .unread: language.pick("此表未能读懂", "a table that could not be understood")
    }
  }
}
