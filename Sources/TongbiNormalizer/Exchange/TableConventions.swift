// SPDX-License-Identifier: Apache-2.0

import Tongbi
import TongbiReports

/// How the cells of a table are to be taken where a format of data exchange, or a description beside the file, says so.
package struct TableConventions: Sendable {
  /// How periods are written.
  enum PeriodForms { case usual, dhis2 }
  /// What stands in cells of names.
  enum Names {
    /// A name or a code.
    case single
    /// A code and a name: `CHC_01: 清河卫生院`.
    case coded
  }

  /// The columns that say how an indicator was worked out, from 0.
  struct Indicator: Sendable {
    var value: Int
    var numerator: Int
    var denominator: Int
    var factor: Int?
    var multiplier: Int?
    var divisor: Int?
  }

  /// How numbers are written, by column from 0, where that is not the usual way.
  var forms: [Int: NumberForm] = [:]
  /// Words for the whole in columns that break figures down, in small letters.
  var wholes: Set<String> = []
  /// What the codes of units mean.
  var units: [String: WrittenUnit] = [:]
  /// Rows are left out where the column of ``TableLayout/Role/filter`` holds one of these words, in small letters.
  var dropped: Set<String> = []
  /// Cells of names that stand for none.
  var missing: Set<String> = []
  var periods = PeriodForms.usual
  var names = Names.single
  var indicator: Indicator?
  /// What codes stand for, where a list beside the file tells.
  var codeNames: CodeNames?
  /// Whether the rows are what a machine wrote: no notes between them, no totals, cells at the end left out at will.
  var isMachineMade = false
  /// Metrics whose figures look like fractions under a percent sign.
  var fractions = FractionCheck()

  /// The usual conventions of reports.
  init() {}

  /// The code and the name of a cell.
  func code(_ text: String) -> (code: String, name: String) {
    if let name = codeNames?.names[text] { return (text, name) }
    guard names == .coded, let colon = text.firstIndex(of: ":") else { return (text, text) }
    let name = FoldedName.trimmed(text[text.index(after: colon)...])
    let code = FoldedName.trimmed(text[..<colon])
    return name.isEmpty || code.isEmpty ? (text, text) : (code, name)
  }
}
