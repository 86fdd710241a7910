// SPDX-License-Identifier: Apache-2.0

import Tongbi

@testable import TongbiReports

/// A small workbook in the making, part by part, as tests want it.
struct WorkbookFile {
  /// Name, state, and what stands inside of the sheet's root.
  var sheets: [(name: String, state: String, xml: String)] = []
  var strings: [String] = []
  /// Format codes of the styles, from 1 on; 0 is General.
  var formats: [String] = []
  var properties = ""
  var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  var relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  var folder = "worksheets/"

  init(rows: String = "", strings: [String] = [], formats: [String] = []) {
    sheets = [("数据", "visible", "<sheetData>\(rows)</sheetData>")]
    self.strings = strings
    self.formats = formats
  }

  /// The parts, to be changed or zipped.
  var parts: [(String, String)] {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
    }
    let targets = sheets.indices.map { relationship("rId\($0 + 1)", "worksheet", "\(folder)sheet\($0 + 1).xml") }
    let codes = formats.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    let others = [relationship("s", "styles", "styles.xml"), relationship("t", "sharedStrings", "sharedStrings.xml")]
    return [
      ("_rels/.rels", package(relationship("a", "officeDocument", "/xl/workbook.xml"))),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(namespace)" xmlns:r="\(relationships)">\(properties)<sheets>\(list.joined())</sheets></workbook>
        """
      ),
      ("xl/_rels/workbook.xml.rels", package((targets + others).joined())),
      (
        "xl/styles.xml",
        """
        <styleSheet xmlns="\(namespace)"><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId="9"/>\
        </cellStyleXfs><cellXfs><xf numFmtId="0"/>\(styles.joined())</cellXfs></styleSheet>
        """
      ),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(namespace)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"),
    ]
      + sheets.enumerated().map { index, sheet in
        ("xl/worksheets/sheet\(index + 1).xml", "<worksheet xmlns=\"\(namespace)\">\(sheet.xml)</worksheet>")
      }
  }

  var bytes: [UInt8] { ZipFile(parts).bytes }

  private func relationship(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(relationships)/\(type)\" Target=\"\(target)\"/>"
  }

  private func package(_ content: String) -> String { "<Relationships>\(content)</Relationships>" }
}

extension Table {
  /// The cells with words by row and column from 1, read as codes, and what was found on the way.
  func cells(
    columns: Int, from row: Int = 1, use: ColumnUse = .codes, chunkRows: Int = 65_536
  ) throws -> (cells: [Int: [Int: String]], findings: [Finding]) {
    var cells: [Int: [Int: String]] = [:]
    var findings: [Finding] = []
    try read(Array(repeating: use, count: columns), from: row, chunkRows: chunkRows) { (chunk) throws(TongbiError) in
      findings += chunk.findings
      for index in 0..<chunk.count {
        for (column, values) in chunk.columns.enumerated() {
          let text =
            switch values {
            case .skipped: ""
            case .codes(let codes): chunk.dictionaries[column][Int(codes[index])]
            case .numbers(let numbers): numbers.number(at: index)?.description ?? numbers.texts[index] ?? "?"
            }
          if !text.isEmpty { cells[chunk.row(at: index), default: [:]][column + 1] = text }
        }
      }
    }
    return (cells, findings)
  }
}
