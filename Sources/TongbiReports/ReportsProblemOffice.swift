// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// The words for what can be wrong with old workbooks and documents.
extension ReportsProblem {
  var officeCode: String {
    switch self {
    case .sheetCutOff: "sheet-cut-off"
    case .conversionFailed: "conversion-failed"
    case .conversionTooLong: "conversion-too-long"
    case .noTextOnPages: "no-text-in-pdf"
    case .tablesOfPages: "tables-in-pdf"
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
    case .conversionFailed(let program, let kind):
      language.pick(
        "\(program) 未能转换此文件，可能已损坏或有密码。请打开它另存为 \(kind == .pdf ? ".txt" : ".docx 或 .xlsx")。",
        "\(program) could not convert the file; it may be damaged or have a password. Open it and save it as \(kind == .pdf ? ".txt" : ".docx or .xlsx")."
      )
    case .conversionTooLong(let program, let seconds):
      language.pick(
        "\(program) 转换此文件超过 \(seconds) 秒，已停止。请打开它另存为 .docx、.xlsx 或 .txt。",
        "\(program) took longer than \(seconds) seconds to convert the file and was stopped. Save it as .docx, .xlsx or .txt."
      )
    case .noTextOnPages:
      language.pick(
        "这个 PDF 里没有文字，可能是扫描件。请提供原来的文档，或先做文字识别。",
        "there is no text in this PDF; it may be a scan. Provide the document it was made from, or recognise its text first."
      )
    case .tablesOfPages(0):
      language.pick(
        "PDF 中没有认出表格，只按文字读取。若有表格，请另提供 .xlsx、.docx 或 CSV。",
        "no table was made out in the PDF, which was read as text. If it has tables, provide them as .xlsx, .docx or CSV."
      )
    case .tablesOfPages(let count):
      language.pick(
        "PDF 中的\(count)个表格按文字的位置还原，请与原件核对；最好另提供 .xlsx、.docx 或 CSV。",
        "\(count) tables of the PDF were put together from where its words stand. Compare them with the page, or better provide them as .xlsx, .docx or CSV."
      )
    default:
      officeCode
    }
  }
}
