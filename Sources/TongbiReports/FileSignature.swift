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
  /// An old workbook (.xls, .et).
  case oldWorkbook
  /// An old Word document (.doc, .wps) or another file of that age.
  case oldDocument
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
      self = name == "xls" || name == "et" ? .oldWorkbook : .oldDocument
    } else if let (kind, _) = Self.marks.first(where: { bytes.starts(with: $0.1) }) {
      self = kind
    } else if Self.isWebPage(bytes) {
      self = .webPage
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
    for (kind, folder) in folders where text.contains(folder) { return kind }
    switch name {
    case "xlsx", "xlsm": return .workbook
    case "docx": return .document
    case "pptx": return .presentation
    default: return .archive
    }
  }

  private static func isWebPage(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(256).drop { $0 <= 0x20 || $0 >= 0x80 }, as: UTF8.self).lowercased()
    return ["<html", "<!doctype html", "<table", "<?xml", "<style", "<meta"].contains { start.hasPrefix($0) }
  }

  /// What it is, and how to save it as something that is read.
  func message(in language: Language) -> String {
    switch self {
    case .workbook, .oldWorkbook:
      language.pick(
        "这是旧版 Excel 工作簿，本版本尚不能读取。请在 Excel 中另存为 .xlsx。",
        "this is an old Excel workbook, which this version does not read yet. In Excel, save it as .xlsx.")
    case .document, .oldDocument, .richText:
      language.pick(
        "这是 Word 文档，本版本尚不能读取。请另存为纯文本（.txt，UTF-8）；其中的表格请另存为 CSV（UTF-8）。",
        "this is a Word document, which this version does not read yet. Save it as plain text (.txt, UTF-8), its tables as CSV."
      )
    case .presentation:
      language.pick(
        "这是演示文稿，本版本尚不能读取。请把文字另存为纯文本（.txt，UTF-8）。",
        "this is a presentation, which this version does not read. Save its words as plain text (.txt, UTF-8).")
    case .pdf:
      language.pick(
        "这是 PDF，本版本尚不能读取。请把文字另存为纯文本（.txt，UTF-8），表格另存为 CSV（UTF-8）。",
        "this is a PDF, which this version does not read yet. Save its words as plain text (.txt, UTF-8), its tables as CSV."
      )
    case .image:
      language.pick(
        "这是图片，不能读取。请提供 CSV（UTF-8）或纯文本。", "this is a picture and cannot be read. Provide CSV (UTF-8) or plain text.")
    case .archive:
      language.pick("这是压缩包。请先解压。", "this is an archive. Unpack it first.")
    case .webPage:
      language.pick(
        "这是网页或 XML。请在 Excel 中打开，另存为“CSV UTF-8（逗号分隔）”。",
        "this is a web page or XML. Open it in Excel and save it as “CSV UTF-8”.")
    }
  }
}
