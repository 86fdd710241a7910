// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The words for what can be wrong with old workbooks and documents.
extension ReportsProblem {
  var officeCode: String {
    switch self {
    case .sheetCutOff: "sheet-cut-off"
    default: "too-many-cells"
    }
  }

  func officeMessage(in language: Language) -> String {
    switch self {
    case .sheetCutOff:
      language.pick(
        "文件已损坏，工作表到此中断，之后的行没有读到。请核对原文件或请对方重新发送。",
        "the file is damaged: the sheet breaks off here, and rows after it were not read. Have the file sent again.")
    case .tooManyCells(let limit):
      language.pick(
        "文件的单元格超过 \(limit) 个。请拆成几个文件，或另存为“CSV UTF-8（逗号分隔）”。",
        "the file has more than \(limit) cells. Split it, or save it as “CSV UTF-8”.")
    default:
      officeCode
    }
  }
}
