// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// What can be wrong with a file before any meaning is sought in it.
package enum ReportsProblem: Problem, Hashable {
  /// No file has this name; names in its folder that look alike.
  case notFound(similar: [String])
  /// The path is a folder.
  case isFolder
  /// The system refuses; its reason.
  case cannotRead(reason: String)
  /// Standard input could not be kept in a temporary file; the system's reason.
  case cannotSpool(reason: String)
  /// Nothing but white space, or nothing at all.
  case empty
  /// A kind of file that is known but not read.
  case notReadYet(FileSignature)
  /// A NUL byte in what should be text, at this offset from 0; messages count from 1.
  case binary(offset: Int)
  /// A text with a few NUL bytes: how many, and the first as an offset from 0.
  case strayNuls(count: Int, offset: Int)
  /// Bytes that are not in the encoding, at this offset from 0; whether the user named the encoding.
  case undecodable(TextEncoding, offset: Int, isAsked: Bool)
  /// Text with some bytes that are not in its encoding: how many places, and the first, from 0.
  case damaged(TextEncoding, count: Int, offset: Int)
  /// The file ends in the middle of a character, at this offset from 0; messages count from 1.
  case cutOff(offset: Int)
  /// The byte order mark tells another encoding than the user.
  case markBeatsOption(mark: TextEncoding, asked: TextEncoding)
  /// Both UTF-8 and GB18030 fit; GB18030 was taken.
  case eitherEncoding
  /// The file became another while it was read.
  case changedWhileReading
  /// A text longer than this many MiB.
  case textTooLong(limit: Int)
  /// A field that begins with a quote which is not closed, or only in another line by one that opens another field.
  case unclosedQuote
  /// Characters between a closing quote and the next delimiter.
  case textAfterQuote
  /// A field longer than this many MiB.
  case fieldTooLong(limit: Int)
  /// A record longer than this many MiB.
  case recordTooLong(limit: Int)
  /// A record with more fields than this.
  case tooManyFields(limit: Int)
  /// JSON that breaks off or is none, at this offset from 0; messages count from 1.
  case brokenJSON(offset: Int)
  /// JSON of a form that is not read.
  case unknownJSON
  /// A datapackage.json that cannot be read.
  case badDescription
  /// A file that a datapackage.json names outside of its folder.
  case outsidePackage(path: String)
  /// A library of the system is not installed, or is too old to have a function; the package that has it.
  case missingLibrary(name: String, package: String)
  /// A ZIP archive, the container of workbooks and documents, that cannot be opened.
  case damagedArchive
  /// A file that needs a password.
  case encrypted
  /// An archive that inflates to this many MiB, far more than its size.
  case inflatesTooFar(mebibytes: Int)
  /// An archive with more entries than this.
  case tooManyEntries(limit: Int)
  /// A part that the file speaks of and does not have.
  case missingPart(String)
  /// A part that cannot be unpacked, or is not well-formed XML.
  case damagedPart(String)
  /// A part with a document type declaration, which none of these formats allows.
  case documentType(String)
  /// An old workbook whose sheet ends in the middle.
  case sheetCutOff
  /// A workbook or document whose tables have more cells than this.
  case tooManyCells(limit: Int)
  /// A binary workbook (.xlsb).
  case binaryWorkbook
  /// A workbook with more sheets than this.
  case tooManySheets(limit: Int)
  /// There is no sheet of the name asked for; those there are.
  case noSuchSheet(String, sheets: [String])
  /// A sheet whose part is not in the file.
  case missingSheet(String)
  /// A sheet that refers to the cells of another one.
  case repeatedSheet(String)
  /// Sheets that are hidden, and were left out.
  case hiddenSheets([String])
  /// So many rows with words are hidden; they were read.
  case hiddenRows(count: Int)
  /// A row stands below one with a higher number.
  case rowsOutOfOrder
  /// Cells to the right of the last column that a sheet can have.
  case beyondLastColumn
  /// A formula whose result is not in the file.
  case uncachedFormula
  /// A cell refers to a text that the workbook does not have.
  case unknownString
  /// The text of a cell was cut off after this many KiB.
  case textCut(limit: Int)
  /// The program that was to convert the file gave nothing.
  case conversionFailed(program: String, FileSignature)
  /// The program that was to convert the file was stopped after so many seconds.
  case conversionTooLong(program: String, seconds: Int)
  /// A PDF of pictures.
  case noTextOnPages
  /// The tables of a PDF were put together from where its words stand, so many; where none was found, tables are text.
  case tablesOfPages(Int)

  package var code: String {
    switch self {
    case .notFound: "not-found"
    case .isFolder: "is-a-folder"
    case .cannotRead: "cannot-read"
    case .cannotSpool: "cannot-spool"
    case .empty: "empty-file"
    case .notReadYet: "format-not-read"
    case .binary: "binary-file"
    case .strayNuls: "stray-nul"
    case .undecodable: "cannot-decode"
    case .damaged(let encoding, _, _): encoding == .utf8 ? "damaged-utf-8" : "damaged-text"
    case .cutOff: "cut-off"
    case .markBeatsOption: "byte-order-mark-beats-option"
    case .eitherEncoding: "either-encoding"
    case .changedWhileReading: "changed-while-reading"
    case .textTooLong: "text-too-long"
    case .unclosedQuote: "unclosed-quote"
    case .textAfterQuote: "text-after-quote"
    case .fieldTooLong: "field-too-long"
    case .recordTooLong: "record-too-long"
    case .tooManyFields: "too-many-fields"
    case .brokenJSON: "broken-json"
    case .unknownJSON: "unknown-json"
    case .badDescription: "bad-description"
    case .outsidePackage: "outside-package"
    case .missingLibrary, .damagedArchive, .encrypted, .inflatesTooFar, .tooManyEntries, .missingPart, .damagedPart,
      .documentType:
      archiveCode
    case .binaryWorkbook, .tooManySheets, .noSuchSheet, .missingSheet, .repeatedSheet, .hiddenSheets, .hiddenRows,
      .rowsOutOfOrder, .beyondLastColumn, .uncachedFormula, .unknownString, .textCut:
      workbookCode
    case .sheetCutOff, .tooManyCells, .conversionFailed, .conversionTooLong, .noTextOnPages, .tablesOfPages:
      officeCode
    }
  }

  package func message(in language: Language) -> String {
    switch self {
    case .notFound, .isFolder, .cannotRead, .cannotSpool, .changedWhileReading: fileMessage(in: language)
    case .empty, .notReadYet, .binary, .strayNuls, .undecodable, .damaged, .cutOff, .markBeatsOption, .eitherEncoding,
      .textTooLong:
      contentMessage(in: language)
    case .unclosedQuote, .textAfterQuote, .fieldTooLong, .recordTooLong, .tooManyFields: tableMessage(in: language)
    case .brokenJSON, .unknownJSON, .badDescription, .outsidePackage: exchangeMessage(in: language)
    case .missingLibrary, .damagedArchive, .encrypted, .inflatesTooFar, .tooManyEntries, .missingPart, .damagedPart,
      .documentType:
      archiveMessage(in: language)
    case .binaryWorkbook, .tooManySheets, .noSuchSheet, .missingSheet, .repeatedSheet, .hiddenSheets, .hiddenRows,
      .rowsOutOfOrder, .beyondLastColumn, .uncachedFormula, .unknownString, .textCut:
      workbookMessage(in: language)
    case .sheetCutOff, .tooManyCells, .conversionFailed, .conversionTooLong, .noTextOnPages, .tablesOfPages:
      officeMessage(in: language)
    }
  }

  private func fileMessage(in language: Language) -> String {
    switch self {
    case .notFound(let similar) where similar.isEmpty:
      language.pick("没有这个文件。请检查路径和文件名。", "there is no such file. Check the folder and the name.")
    case .notFound(let similar):
      language.pick(
        "没有这个文件。是否要找：\(similar.joined(separator: "、"))？",
        "there is no such file. Did you mean \(similar.joined(separator: ", "))?")
    case .isFolder:
      language.pick("这是文件夹，不是文件。请给出其中的文件。", "this is a folder, not a file. Name the files in it.")
    case .cannotRead(let reason):
      language.pick("无法读取（\(reason)）。请检查文件权限。", "it cannot be read (\(reason)). Check its permissions.")
    case .cannotSpool(let reason):
      language.pick(
        "无法把标准输入存入临时文件（\(reason)）。请先存成文件再读取。",
        "standard input cannot be kept in a temporary file (\(reason)). Save it as a file first.")
    default:
      language.pick("读取过程中文件被改动。请重新运行。", "the file changed while it was read. Run again.")
    }
  }

  private func contentMessage(in language: Language) -> String {
    switch self {
    case .empty:
      language.pick("文件是空的。请检查是否导出成功。", "the file is empty. Check that it was exported completely.")
    case .notReadYet(let signature):
      signature.message(in: language)
    case .binary(let offset):
      language.pick(
        "这不是文本文件（第\(offset + 1)字节是空字符）。请另存为 CSV（UTF-8）或纯文本。",
        "this is not a text file (there is a NUL at byte \(offset + 1)). Save it as CSV (UTF-8) or as plain text.")
    case .strayNuls(let count, let offset):
      language.pick(
        "有\(count)个空字符（第一个在第\(offset + 1)字节），所在的格或字句可能读不出来，其余照常读取。请核对原文件。",
        "there are \(count) NUL bytes (the first at byte \(offset + 1)); cells and words that hold one may not be read, the rest is. Check the original file."
      )
    case .undecodable(let encoding, let offset, let isAsked):
      Self.undecodable(encoding, offset, isAsked, language)
    case .damaged(let encoding, let count, let offset):
      language.pick(
        "有\(count)处字节不是 \(encoding.rawValue)（第一处在第\(offset + 1)字节），已显示为“\u{FFFD}”。请核对原文件。",
        "\(count) places are not \(encoding.rawValue) (the first at byte \(offset + 1)) and show as “\u{FFFD}”. Check the original file."
      )
    case .cutOff(let offset):
      language.pick(
        "文件在第\(offset + 1)字节处截断了一个字符，可能不完整。请核对原文件。",
        "the file ends in the middle of a character at byte \(offset + 1) and may be incomplete. Check the original file."
      )
    case .markBeatsOption(let mark, let asked):
      language.pick(
        "文件开头的标记表明编码是 \(mark.rawValue)，未按指定的 \(asked.rawValue) 读取。",
        "the mark at the start of the file says \(mark.rawValue), so it was not read as \(asked.rawValue).")
    case .eitherEncoding:
      language.pick(
        "文件既可能是 gb18030，也可能是 utf-8，已按 gb18030 读取。如有乱码，请用 --encoding utf-8。",
        "the file may be gb18030 or utf-8 and was read as gb18030. If words look wrong, use --encoding utf-8.")
    case .textTooLong(let limit):
      language.pick(
        "文本超过 \(limit) MiB，不像一份报告。如果是表格，请用扩展名 .csv 或 .tsv。",
        "the text is longer than \(limit) MiB, too long for a report. If it is a table, name it .csv or .tsv.")
    default:
      code
    }
  }

  private static func undecodable(
    _ encoding: TextEncoding, _ offset: Int, _ isAsked: Bool, _ language: Language
  ) -> String {
    if isAsked {
      return language.pick(
        "第\(offset + 1)字节处不是 \(encoding.rawValue)。请去掉 --encoding，或改用正确的编码。",
        "byte \(offset + 1) is not \(encoding.rawValue). Leave out --encoding or name the right one.")
    }
    let found = encoding == .gb18030 ? "utf-8, gb18030" : encoding.rawValue
    return language.pick(
      "无法识别文字编码（已尝试 \(found)，第\(offset + 1)字节处出错）。请另存为 UTF-8，或用 --encoding 指定编码。",
      "the encoding is unknown (tried \(found), wrong at byte \(offset + 1)). Save it as UTF-8 or name it with --encoding."
    )
  }

  private func tableMessage(in language: Language) -> String {
    switch self {
    case .unclosedQuote:
      language.pick(
        "这一格开头的引号没有配对的结束引号，已当作普通字符，读到这一格末尾。请核对这一行，补上或删去引号。",
        "the quote that begins this field is not closed; it was read as a character of the field. Check this row: close it, or delete it."
      )
    case .textAfterQuote:
      language.pick(
        "结束引号之后还有文字，可能少写或多写了引号。请核对这一行。",
        "text follows the closing quote; a quote may be missing or too many. Check this row.")
    case .fieldTooLong(let limit):
      language.pick("这一格超过 \(limit) MiB。请检查分隔符和换行。", "this field exceeds \(limit) MiB. Check delimiters and line ends.")
    case .recordTooLong(let limit):
      language.pick("这一行超过 \(limit) MiB。请检查换行。", "this row exceeds \(limit) MiB. Check the line ends.")
    case .tooManyFields(let limit):
      language.pick("这一行超过 \(limit) 列。请检查换行。", "this row has more than \(limit) fields. Check the line ends.")
    default:
      code
    }
  }
}
