// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The words for what can be wrong with a workbook.
extension ReportsProblem {
  var workbookCode: String {
    switch self {
    case .binaryWorkbook: "binary-workbook"
    case .tooManySheets: "too-many-sheets"
    case .noSuchSheet: "no-such-sheet"
    case .missingSheet: "missing-sheet"
    case .repeatedSheet: "repeated-sheet"
    case .hiddenSheets: "hidden-sheets"
    case .hiddenRows: "hidden-rows"
    case .rowsOutOfOrder: "rows-out-of-order"
    case .beyondLastColumn: "beyond-last-column"
    case .uncachedFormula: "uncached-formula"
    case .unknownString: "unknown-string"
    default: "text-cut"
    }
  }

  func workbookMessage(in language: Language) -> String {
    switch self {
    case .binaryWorkbook, .tooManySheets, .noSuchSheet, .missingSheet, .repeatedSheet, .hiddenSheets:
      sheetMessage(in: language)
    default: rowMessage(in: language)
    }
  }

  private func sheetMessage(in language: Language) -> String {
    switch self {
    case .binaryWorkbook:
      language.pick(
        "这是二进制工作簿（.xlsb）。请在 Excel 中另存为 .xlsx。",
        "this is a binary workbook (.xlsb). In Excel, save it as .xlsx.")
    case .tooManySheets(let limit):
      language.pick(
        "工作表超过 \(limit) 张，只读取了前面的。请把文件拆开。",
        "there are more than \(limit) sheets; only the first were read. Split the file.")
    case .noSuchSheet(let name, let sheets):
      language.pick(
        "没有名为“\(name)”的工作表。有：\(sheets.joined(separator: "、"))。",
        "there is no sheet “\(name)”. There are: \(sheets.joined(separator: ", ")).")
    case .missingSheet(let name):
      language.pick(
        "工作表“\(name)”的内容不在文件中，未读取。请用 Excel 打开并另存。",
        "the cells of the sheet “\(name)” are not in the file, and it was not read. Open it in Excel and save it again."
      )
    case .repeatedSheet(let name):
      language.pick(
        "工作表“\(name)”与前面一张工作表是同一内容，只读取了一次。请核对原文件。",
        "the sheet “\(name)” has the very cells of a sheet before it; they were read once. Check the original file.")
    case .hiddenSheets(let names):
      language.pick(
        "未读取隐藏的工作表：\(names.joined(separator: "、"))。如需读取，请取消隐藏。",
        "hidden sheets were not read: \(names.joined(separator: ", ")). Unhide them if they belong to the report.")
    default: code
    }
  }

  private func rowMessage(in language: Language) -> String {
    switch self {
    case .hiddenRows(let count):
      language.pick(
        "本行起共有 \(count) 个隐藏的行，已照常读取。如不应计入，请删去。",
        "\(count) rows from here on are hidden; they were read like the others. Delete them if they do not count.")
    case .rowsOutOfOrder:
      language.pick(
        "文件中这一行排在行号更大的行之后。请核对，或用 Excel 打开并另存。",
        "in the file, this row stands behind one with a higher number. Check it, or open it in Excel and save it again."
      )
    case .beyondLastColumn:
      language.pick(
        "这一行有超出最后一列（XFD）的单元格，未读取。请用 Excel 打开并另存。",
        "this row has cells beyond the last column (XFD), which were not read. Open it in Excel and save it again.")
    case .uncachedFormula:
      language.pick(
        "这一格是公式，文件中没有计算结果，按空处理。请用 Excel 打开并另存。",
        "this cell is a formula without its result in the file, and counts as empty. Open it in Excel and save it again."
      )
    case .unknownString:
      language.pick(
        "这一格引用的文字不在文件中，按空处理。请用 Excel 打开并另存。",
        "this cell refers to a text that is not in the file, and counts as empty. Open it in Excel and save it again.")
    case .textCut(let limit):
      language.pick(
        "这一格的文字超过 \(limit) KiB，已截断。请核对原文件。",
        "the text of this cell exceeds \(limit) KiB and was cut off. Check the original file.")
    default: code
    }
  }
}
