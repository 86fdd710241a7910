// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiTestRandom

@testable import TongbiReports

@Suite("Damaged and hostile workbooks")
struct WorkbookHostileTests {
  /// All cells and findings of a workbook, read while its file is there.
  private func everything(_ bytes: [UInt8], columns: Int = 4) throws -> (cells: [[Int: [Int: String]]], codes: [String])
  {
    let scratch = try Scratch()
    let report = try Report.open(try scratch.file("a.xlsx", bytes))
    var cells: [[Int: [Int: String]]] = []
    var codes = report.findings.map(\.problem.code)
    for table in report.tables {
      let (found, findings) = try table.cells(columns: columns)
      cells.append(found)
      codes += findings.map(\.problem.code)
    }
    return (cells, codes)
  }

  private static let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"

  @Test("a lone cell in the last corner of a sheet costs no million blank rows")
  func corner() throws {
    let (cells, codes) = try everything(
      WorkbookFile(rows: "<row r=\"1048576\"><c r=\"XFD1048576\"><v>7</v></c></row>").bytes, columns: 16_384)
    #expect(cells == [[1_048_576: [16_384: "7"]]])
    #expect(codes.isEmpty)
  }

  @Test("cells beyond the last column are left out with a finding; a place that is none is the next one")
  func columns() throws {
    let many = String(repeating: "<c><v>1</v></c>", count: 20_000)
    let (cells, codes) = try everything(WorkbookFile(rows: "<row>\(many)</row>").bytes, columns: 16_384)
    #expect(cells.first?[1]?.count == 16_384)
    #expect(Set(codes) == ["beyond-last-column"])
    let odd =
      "<row r=\"99999999999999999999\"><c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c></row><row r=\"-1\"><c r=\"7\"><v>2</v></c></row>"
    #expect(try everything(WorkbookFile(rows: odd + Self.row).bytes).cells.first?[2] == [1: "2"])
  }

  @Test("a text that is not in the workbook, or too long for a cell, is a finding")
  func strings() throws {
    let rows = "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>-1</v></c><c t=\"s\"><v>0</v></c></row>"
    let text = String(repeating: "统计", count: 200_000)
    let (cells, codes) = try everything(
      WorkbookFile(rows: rows + "<row><c t=\"str\"><v>\(text)</v></c></row>", strings: ["<t>\(text)</t>"]).bytes)
    #expect(codes == ["unknown-string", "unknown-string", "text-cut", "text-cut"])
    for cell in [cells.first?[1]?[3], cells.first?[2]?[1]] {
      #expect(cell.map { text.hasPrefix($0) && $0.utf8.count > 130_000 } == true)
    }
  }

  @Test("sheets that are missing, or show the same part twice, are findings beside the sheets that can be read")
  func sheets() throws {
    var file = WorkbookFile(rows: Self.row)
    file.sheets.append(("乙", "visible", "<sheetData>\(Self.row)</sheetData>"))
    file.sheets.append(("丙", "visible", ""))
    var parts = file.parts.filter { $0.0 != "xl/worksheets/sheet3.xml" }
    parts[2].1 = parts[2].1.replacing("sheet2.xml", with: "sheet1.xml")
    let (cells, codes) = try everything(ZipFile(parts).bytes)
    #expect(cells == [[1: [1: "1"]]])
    #expect(codes == ["repeated-sheet", "missing-sheet"])
    #expect(
      failure { _ = try everything(ZipFile(parts.filter { !$0.0.contains("sheet1") }).bytes) }?.code == "repeated-sheet"
        || failure { _ = try everything(ZipFile(parts.filter { !$0.0.contains("sheet1") }).bytes) }?.code
          == "missing-sheet"
    )
  }

  @Test("a workbook whose parts refer to themselves or lead nowhere is an error, not a loop")
  func relationships() {
    for (old, new) in [
      ("xl/workbook.xml\"", "_rels/.rels\""), ("worksheets/sheet1.xml", "workbook.xml"),
      ("worksheets/sheet1.xml", "../../../../etc/passwd"), ("sharedStrings.xml", "workbook.xml"),
    ] {
      let parts = WorkbookFile(rows: Self.row).parts.map {
        ($0.0, $0.0.hasSuffix("rels") ? $0.1.replacing(old, with: new) : $0.1)
      }
      let error = failure {
        let found = try everything(ZipFile(parts).bytes)
        #expect(found.cells == [[1: [1: "1"]]])
      }
      #expect(error == nil || ["empty-file", "missing-part", "missing-sheet"].contains(error?.code ?? ""))
    }
  }

  @Test("binary, encrypted and inflating workbooks, and those with a document type, are told apart")
  func refused() throws {
    func code(_ bytes: [UInt8]) -> String? { failure { _ = try everything(bytes) }?.code }
    let parts = WorkbookFile(rows: Self.row).parts
    #expect(
      code(ZipFile(parts.map { ($0.0, $0.1.replacing("workbook.xml\"", with: "workbook.bin\"")) }).bytes)
        == "binary-workbook")
    let lol = "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]>"
    for index in parts.indices {
      var bad = parts
      bad[index].1 = lol + bad[index].1
      #expect(code(ZipFile(bad).bytes) == "document-type")
    }
    let bytes = ZipFile(parts).bytes
    let directory = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    var bomb = bytes
    bomb.replaceSubrange((directory + 24)..<(directory + 28), with: [0xF0, 0xFF, 0xFF, 0xEF])
    #expect(code(bomb) == "inflates-too-far")
    var secret = bytes
    secret[directory + 8] |= 1
    #expect(code(secret) == "encrypted")
  }

  @Test(
    "whatever byte is changed, in the archive or inside of its parts, the end is a report or an error",
    arguments: 0..<150)
  func flipped(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var parts = WorkbookFile(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45081.5</v></c></row>\
        <row r="2"><c r="A2" t="inlineStr"><is><t>_x000D_</t></is></c><c r="B2" s="2"><f>1</f><v>0.268</v></c></row>
        """, strings: ["<t>机构</t>"], formats: ["yyyy\"年\"m\"月\"", "0.0%;\\-[h]"]
    ).parts
    let index = Int.random(in: parts.indices, using: &random)
    var text = Array(parts[index].1.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: text.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: text[at] = UInt8.random(in: 1...255, using: &random)
      case 1: text.remove(at: at)
      default: text.insert(contentsOf: Array("0123456789\"<>/;[]\\_E".utf8).shuffled(using: &random).prefix(3), at: at)
      }
    }
    parts[index].1 = String(decoding: text, as: UTF8.self)
    var bytes = ZipFile(parts).bytes
    if seed % 3 == 0 {
      bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }
    if seed % 7 == 0 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
    _ = failure { _ = try everything(bytes) }
  }
}
