// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports

@Suite("Workbooks")
struct WorkbookTests {
  private func report(_ bytes: [UInt8], sheet: String? = nil) throws -> Report {
    let scratch = try Scratch()
    return try Report.open(try scratch.file("a.xlsx", bytes), sheet: sheet)
  }

  /// The rows of the first sheet, read while its file is there.
  private func rows(_ file: WorkbookFile, columns: Int = 8) throws -> (cells: [Int: [Int: String]], codes: [String]) {
    let scratch = try Scratch()
    let table = try #require(try Report.open(try scratch.file("a.xlsx", file.bytes)).tables.first)
    let (cells, findings) = try table.cells(columns: columns)
    for (index, row) in table.head.enumerated() {
      for (column, text) in row.prefix(columns).enumerated() {
        #expect(cells[index + 1]?[column + 1] ?? "" == text, "head and rows agree")
      }
    }
    return (cells, findings.map(\.problem.code))
  }

  static let numbers: [(String, String, String)] = [
    ("General", "1204", "1204"), ("General", "0.30000000000000004", "0.3"),
    ("General", "1E+20", "100000000000000000000"),
    ("General", "1.5E-7", "0.00000015"), ("General", "-0", "0"), ("General", "12.50", "12.5"), ("0.00", "8.7", "8.7"),
    ("General", "2087.0249999999996", "2087.025"), ("General", " 7 ", "7"), ("General", "007", "7"),
    ("General", "1.2345678901234567E+22", "12345678901234600000000"), ("General", "abc", "abc"),
    ("General", "0.1000000000000005", "0.100000000000001"), ("General", "99999999999999999", "100000000000000000"),
    ("0.0%", "0.26800000000000002", "26.8%"), ("0%", "1", "100%"), ("0.00%", "-1.9E-2", "-1.9%"), ("0%", "0", "0%"),
    ("0.0%;[Red]-0.0%", "0.5", "50%"), ("[=0]\"-\";0.0%", "0.268", "26.8%"), ("0.0\"%\"", "26.8", "26.8%"),
    ("0.0\\‰", "3.1", "3.1‰"), ("\"涨幅%\"0.0", "3.1", "3.1"), ("0!.0,\"万\"", "12345", "12345"),
    ("0!.0000\"万\"", "12345", "12345"),
    ("0.0\"万人次\"", "68.42", "68.42万人次"), ("0\"人次\"", "68", "68"), ("#,##0,\"千\"", "6800", "6800"),
    ("0.0 亿", "4.37", "4.37亿"),
    ("#,##0.00_);[Red](#,##0.00)", "1204.5", "1204.5"), ("_ ¥* #,##0.00_ ", "3", "3"), ("0.00E+00", "12", "12"),
    ("G/通用格式\"元\"", "12", "12"), ("[DBNum1][$-804]General", "12", "12"), ("@", "12", "12"), ("# ?/?", "0.5", "0.5"),
    ("yyyy-mm-dd", "45081", "2023-06-04"), ("yyyy/m/d h:mm", "45081.354166666664", "2023-06-04 08:30"),
    ("yyyy-mm-dd hh:mm:ss", "45081.354346", "2023-06-04 08:30:15.494"), ("yyyy/m/d h:mm", "45081", "2023-06-04"),
    ("yyyy-mm", "45081", "2023-06"), ("yyyy\"年\"m\"月\"", "45081", "2023-06"),
    ("[$-804]yyyy\"年\"m\"月\";@", "45081", "2023-06"),
    ("mmm-yy", "45081", "2023-06"), ("yyyy\"年\"m\"月\"d\"日\";@", "45081", "2023-06-04"),
    ("m\"月\"d\"日\"", "45081", "2023-06-04"),
    ("yyyy\"年\"", "45081", "2023"), ("[DBNum1][$-804]yyyy\"年\"m\"月\"", "45081", "2023-06"),
    ("e\"年\"m\"月\"", "45081", "2023-06"),
    ("aaaa", "45081", "2023-06-04"), ("[$-F800]dddd\\, mmmm dd\\, yyyy", "45081", "2023-06-04"),
    ("h:mm", "0.35416666666666669", "08:30"), ("上午/下午h\"时\"mm\"分\"", "0.75", "18:00"), ("mm:ss", "0.0625", "01:30"),
    ("[h]:mm", "1.5", "36:00"), ("h:mm AM/PM", "45081.5", "2023-06-04 12:00"), ("[Red]0.0", "45081", "45081"),
    ("yyyy-mm-dd", "1", "1900-01-01"), ("yyyy-mm-dd", "59", "1900-02-28"), ("yyyy-mm-dd", "60", "1900-02-29"),
    ("yyyy-mm-dd", "61", "1900-03-01"), ("yyyy-mm-dd", "2958465", "9999-12-31"), ("yyyy-mm-dd", "2958466", "2958466"),
    ("yyyy-mm-dd", "-1", "-1"), ("yyyy-mm-dd", "43831.999999999", "2020-01-02"), ("yyyy-mm-dd", "36585", "2000-02-29"),
    ("0\"dmy\"", "12", "12"), ("0.00 \\d", "12", "12"),
  ]

  @Test("a number says exactly what is stored, as digits, percentage, month, date or time, whichever its format shows")
  func numbers() throws {
    let cells = Self.numbers.enumerated().map { "<row><c s=\"\($0 + 1)\"><v>\($1.1)</v></c></row>" }
    let (found, _) = try rows(WorkbookFile(rows: cells.joined(), formats: Self.numbers.map(\.0)))
    for (index, (format, stored, expected)) in Self.numbers.enumerated() {
      #expect(found[index + 1]?[1] == expected, "\(stored) as \(format)")
    }
  }

  @Test("formats that have a number instead of a code are those of Chinese Excel")
  func builtIn() throws {
    var file = WorkbookFile(rows: (0..<9).map { "<row><c s=\"\($0)\"><v>45081.5</v></c></row>" }.joined())
    let ids = [0, 9, 14, 17, 22, 27, 31, 46, 57]
    var parts = file.parts
    parts[3].1 = "<styleSheet><cellXfs>\(ids.map { "<xf numFmtId=\"\($0)\"/>" }.joined())</cellXfs></styleSheet>"
    file.sheets = []
    let scratch = try Scratch()
    let table = try #require(try Report.open(try scratch.file("a.xlsx", ZipFile(parts).bytes)).tables.first)
    let (day, time) = ("2023-06", "2023-06-04 12:00")
    #expect(
      table.head.map(\.first) == ["45081.5", "4508150%", time, day, time, day, time, "1081956:00", day])
  }

  @Test("a workbook of the 1904 count has its dates four years and a day later")
  func from1904() throws {
    var file = WorkbookFile(
      rows: "<row><c s=\"1\"><v>43619</v></c><c s=\"1\"><v>0</v></c></row>", formats: ["yyyy-mm-dd"])
    file.properties = "<workbookPr date1904=\"1\"/>"
    #expect(try rows(file).cells[1] == [1: "2023-06-04", 2: "1904-01-01"])
  }

  @Test("text, shared or not, booleans, errors and dates as text say what they say")
  func types() throws {
    let strings = ["<t>机构</t>", "<r><t>药</t></r><r><rPr/><t xml:space=\"preserve\"> 占比</t></r><rPh><t>yao</t></rPh>"]
    let row = """
      <row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>a&amp;</t></r><r><t>b</t></r>\
      <rPh sb="0" eb="1"><t>x</t></rPh></is></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#DIV/0!</v></c>\
      <c t="str"><f>A1</f><v>一_x000D_二_x005F_x000D_</v></c><c t="d"><v>2023-06-04T00:00:00</v></c></row>
      """
    let (cells, codes) = try rows(WorkbookFile(rows: row, strings: strings))
    let texts = ["机构", "药 占比", "a&b", "TRUE", "FALSE", "#DIV/0!", "一\r二_x000D_", "2023-06-04"]
    #expect(cells[1] == Dictionary(uniqueKeysWithValues: zip(1...8, texts)))
    #expect(codes.isEmpty)
  }

  @Test("a formula gives its result; without one it is empty, with a finding")
  func formulas() throws {
    let row = """
      <row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3"><f>1+1</f></c><c r="C3"><f>1+1</f><v/></c>\
      <c r="D3" t="str"><f>""</f><v></v></c></row>
      """
    let (cells, codes) = try rows(WorkbookFile(rows: row))
    #expect(cells == [3: [1: "2"]])
    #expect(codes == ["uncached-formula", "uncached-formula"])
  }

  @Test("cells stand where they say, in any order; those that do not say stand next to the last")
  func places() throws {
    let sheet = """
      <row r="2"><c r="C2"><v>3</v></c><c><v>4</v></c><c r="A2"><v>1</v></c><c r="C2"><v>5</v></c></row>\
      <row><c><v>6</v></c></row><row><c r="B7"><v>7</v></c></row><row r="9"/><row r="6"><c r="A6"><v>8</v></c></row>
      """
    let (cells, codes) = try rows(WorkbookFile(rows: sheet))
    #expect(cells == [2: [1: "1", 3: "5", 4: "4"], 3: [1: "6"], 7: [2: "7"], 6: [1: "8"]])
    #expect(codes == ["rows-out-of-order"])
  }

  @Test("sheets come in their order; empty and hidden ones are left out, the hidden with a note, unless asked for")
  func sheets() throws {
    func data(_ text: String) -> String { "<sheetData><row><c t=\"str\"><v>\(text)</v></c></row></sheetData>" }
    var file = WorkbookFile()
    file.sheets = [
      ("说明", "visible", data("a")), ("空", "visible", "<sheetData><row><c s=\"1\"/></row></sheetData>"),
      ("底稿", "hidden", data("b")), ("密", "veryHidden", data("c")), ("R&amp;D", "visible", data("d")),
    ]
    let all = try report(file.bytes)
    #expect(all.tables.map(\.sheet) == ["说明", "R&D"])
    #expect(all.tables.map(\.head) == [[["a"]], [["d"]]])
    #expect(all.findings.map(\.problem.code) == ["hidden-sheets"])
    #expect(all.findings.first?.problem.message(in: .chinese).contains("底稿、密") == true)
    let one = try report(file.bytes, sheet: "密")
    #expect(one.tables.map(\.head) == [[["c"]]])
    #expect(one.findings.isEmpty)
    #expect(failure { _ = try report(file.bytes, sheet: "丙") }?.code == "no-such-sheet")
  }

  @Test("hidden rows are read, with a note that counts them")
  func hiddenRows() throws {
    let rows = (1...4).map { "<row r=\"\($0)\" hidden=\"\($0 % 2)\"><c><v>\($0)</v></c></row>" }.joined()
    let (cells, codes) = try self.rows(WorkbookFile(rows: rows))
    #expect(cells.count == 4)
    #expect(codes == ["hidden-rows"])
  }

  @Test("merged cells are known for short sheets and long ones, with a prefix or without")
  func merges() throws {
    let scratch = try Scratch()
    let expected = [
      MergedCells(rows: 0...0, columns: 0...2), MergedCells(rows: 2...998, columns: 27...27),
    ]
    for (count, prefix, close) in [(2, "", ">"), (9000, "", ">"), (9000, "x:", ">"), (9000, "", " >")] {
      let rows = (1...count).map { "<row r=\"\($0)\"><c t=\"str\"><v>sheetData> \($0)</v></c></row>" }.joined()
      let xml = """
        <sheetData>\(rows)</sheetData\(close)<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="AB3:$AB$999"/>\
        <mergeCell ref="B2:B2"/><mergeCell ref="A:A"/></mergeCells>
        """
      var file = WorkbookFile()
      file.sheets[0].xml = xml
      var parts = file.parts
      if !prefix.isEmpty {
        let prefixed = parts[5].1.replacing(#/<(/?)(?=[a-zA-Z])/#) { "<\($0.1)x:" }
        parts[5].1 = prefixed.replacing("xmlns=", with: "xmlns:x=")
      }
      let table = try #require(try Report.open(try scratch.file("a.xlsx", ZipFile(parts).bytes)).tables.first)
      #expect(table.merges == expected)
      #expect(abs(table.rowCountHint - count) <= count / 5)
      #expect(table.head.count == min(count, 200))
    }
  }

  @Test("the strict form, absolute and relative targets and odd names of parts are read alike")
  func forms() throws {
    var file = WorkbookFile(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: ["<t>甲</t>"])
    file.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    file.relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    for folder in ["/xl/worksheets/", "../xl/./worksheets/", "WorkSheets\\"] {
      file.folder = folder
      #expect(try report(file.bytes).tables.map(\.head) == [[["甲"]]])
    }
  }
}
