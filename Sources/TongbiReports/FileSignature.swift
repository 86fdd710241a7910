// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A kind of file that is not text, known by its first bytes.
package enum FileSignature: String, Hashable, Sendable, CaseIterable {
  /// A workbook (.xlsx, .xlsm).
  case workbook
  /// A Word document (.docx).
  case document
  /// A presentation (.pptx).
  case presentation
  /// A document or a workbook of an old Office program or of WPS (.doc, .wps, .xls, .et); its content tells which.
  case oldOffice
  /// An old Word document (.doc, .wps).
  case oldDocument
  /// A document of LibreOffice (.odt).
  case openDocument
  /// A workbook of LibreOffice (.ods).
  case openWorkbook
  /// A Word document in one piece of XML, which Word 2003 writes.
  case xmlDocument
  /// A workbook in one piece of XML, which Excel 2003 and many systems write.
  case xmlWorkbook
  /// A PDF.
  case pdf
  /// A picture.
  case image
  /// A ZIP, gzip, RAR or 7z archive.
  case archive
  /// Rich text (.rtf).
  case richText
  /// A web page, which many systems export under the name of a workbook.
  case webPage

  /// The kind that the first bytes of a file tell; `nil` where they tell none.
  ///
  /// - Parameters:
  ///   - bytes: The first bytes; some tens of thousands tell a workbook from another archive.
  ///   - name: The extension in lower case, which decides between kinds with the same first bytes.
  init?(_ bytes: [UInt8], extension name: String) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = Self.zipped(bytes, name)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .oldOffice
    } else if let (kind, _) = Self.marks.first(where: { bytes.starts(with: $0.1) }) {
      self = kind
    } else if let kind = Self.marked(bytes, name) {
      self = kind
    } else {
      return nil
    }
  }

  private static let marks: [(FileSignature, [UInt8])] = [
    (.pdf, Array("%PDF-".utf8)), (.richText, Array("{\\rtf".utf8)), (.image, [0x89, 0x50, 0x4E, 0x47]),
    (.image, [0xFF, 0xD8, 0xFF]), (.image, Array("GIF8".utf8)), (.image, [0x49, 0x49, 0x2A, 0x00]),
    (.image, [0x4D, 0x4D, 0x00, 0x2A]), (.archive, [0x1F, 0x8B, 0x08]), (.archive, Array("Rar!".utf8)),
    (.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
  ]

  private static func zipped(_ bytes: [UInt8], _ name: String) -> FileSignature {
    let folders: [(FileSignature, String)] = [(.workbook, "xl/"), (.document, "word/"), (.presentation, "ppt/")]
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    for (kind, word) in [(Self.openDocument, "text"), (Self.openWorkbook, "spreadsheet")]
    where text.contains("mimetypeapplication/vnd.oasis.opendocument.\(word)") { return kind }
    for (kind, folder) in folders where text.contains(folder) { return kind }
    switch name {
    case "xlsx", "xlsm": return .workbook
    case "docx": return .document
    case "pptx": return .presentation
    default: return .archive
    }
  }

  /// Web pages and XML. A workbook by name that begins with an element is one of these, whatever the element.
  private static func marked(_ bytes: [UInt8], _ name: String) -> FileSignature? {
    guard bytes.prefix(4096).contains(UInt8(ascii: "<")) else { return nil }
    let start = String(decoding: bytes.prefix(4096).drop { $0 <= 0x20 || $0 >= 0x80 }, as: UTF8.self).lowercased()
    if start.contains("urn:schemas-microsoft-com:office:spreadsheet"), !start.contains("<html") { return .xmlWorkbook }
    if start.contains("schemas.microsoft.com/office/word/2003/wordml") { return .xmlDocument }
    // The files of LibreOffice in one piece of XML (.fods, .fodt).
    if start.contains("office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet") { return .xmlWorkbook }
    if start.contains("office:mimetype=\"application/vnd.oasis.opendocument.text") { return .xmlDocument }
    let elements = ["<html", "<!doctype html", "<table", "<?xml", "<style", "<meta", "<body", "<head"]
    if elements.contains(where: { start.hasPrefix($0) }) { return .webPage }
    return start.hasPrefix("<") && ["xls", "xlsx", "et"].contains(name) ? .webPage : nil
  }

  /// What it is, and how to save it as something that is read.
  func message(in language: Language) -> String {
    switch self {
    case .openWorkbook, .xmlWorkbook:
      language.pick(
        "这种工作簿要由 LibreOffice 转换后读取，而这里没有安装。请安装（apt install libreoffice-calc；Windows 和 Mac 见 libreoffice.org），或在 Excel、WPS 中另存为 .xlsx。",
        "this workbook is read by way of LibreOffice, which is not installed (apt install libreoffice-calc; for Windows and Mac see libreoffice.org). Install it, or save the file as .xlsx."
      )
    case .oldDocument, .richText, .openDocument, .xmlDocument:
      language.pick(
        "这种文档要由 LibreOffice 转换后读取，而这里没有安装。请安装（apt install libreoffice-writer；Windows 和 Mac 见 libreoffice.org），或在 Word、WPS 中另存为 .docx。",
        "this document is read by way of LibreOffice, which is not installed (apt install libreoffice-writer; for Windows and Mac see libreoffice.org). Install it, or save the file as .docx."
      )
    case .oldOffice, .document, .workbook:
      language.pick(
        "不认识这种文件。请在原来的程序中另存为 .docx 或 .xlsx。",
        "this kind of file is not known. Save it as .docx or .xlsx in its own program.")
    case .presentation:
      language.pick(
        "这是演示文稿，本版本尚不能读取。请把文字另存为纯文本（.txt，UTF-8）。",
        "this is a presentation, which this version does not read. Save its words as plain text (.txt, UTF-8).")
    case .pdf:
      language.pick(
        "PDF 要由 pdftotext 读取，而这里没有安装。请安装（apt install poppler-utils；Mac 用 brew install poppler），或把文字另存为纯文本（.txt，UTF-8），表格另存为 CSV。",
        "PDF is read by way of pdftotext, which is not installed (apt install poppler-utils; on a Mac brew install poppler). Install it, or save the words as plain text (.txt, UTF-8) and the tables as CSV."
      )
    case .image:
      language.pick(
        "这是图片，不能读取。请提供 CSV（UTF-8）或纯文本。", "this is a picture and cannot be read. Provide CSV (UTF-8) or plain text.")
    case .archive:
      language.pick("这是压缩包。请先解压。", "this is an archive. Unpack it first.")
    case .webPage:
      language.pick(
        "这是网页，其中没有表格。请在 Excel 中打开，另存为“CSV UTF-8（逗号分隔）”。",
        "this is a web page without tables. Open it in Excel and save it as “CSV UTF-8”.")
    }
  }
}
