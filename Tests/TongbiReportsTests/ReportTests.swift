// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports
import TongbiTestRandom

@Suite("Reports")
struct ReportTests {
  @Test(
    "a text is its lines that are not blank, with their numbers, whatever the line ends",
    arguments: ["\n", "\r\n", "\r"])
  func passages(lineEnd: String) throws {
    let scratch = try Scratch()
    let lines = ["一、门诊", "", "\u{3000}\u{3000}门诊68.42万人次，增长12.3%。", "  ", "End"]
    for ending in ["", lineEnd] {
      let text = try #require(
        try Report.open(try scratch.file("a.txt", lines.joined(separator: lineEnd) + ending)).text)
      #expect(text.passages.map(\.line) == [1, 3, 5])
      #expect(text.passages.map(\.text) == [lines[0], lines[2], lines[4]])
    }
  }

  @Test("what comes through a pipe is read like a file, and read again")
  func pipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("机构,数值,单位\n甲,1,人次\n".utf8))
    try pipe.fileHandleForWriting.close()
    let report = try Report.open("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
    let table = try #require(report.table)
    for _ in 0..<2 { #expect(try table.rows(columns: 3, from: 2) == [["甲", "1", "人次"]]) }
  }

  @Test("a file that changes between two passes is an error, not a mixture")
  func changed() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.csv", "a,b\n1,2\n")
    let table = try #require(try Report.open(path).table)
    _ = try scratch.file("a.csv", "a,b\n1,2\n3,4\n")
    #expect(failure { _ = try table.rows(columns: 2) }?.code == "changed-while-reading")
  }

  static let kinds: [(String, String, Bool)] = [
    ("a.txt", "In 2023, visits rose, and so on.\nIn 2022, visits fell, and so on.\nIn 2021, nothing, at all.\n", false),
    ("a.txt", "机构\t指标\t数值\n甲\t门诊\t1\n乙\t门诊\t2\n", true),
    ("a", "a,b,c\n1,2,3\n4,5,6\n", true),
    ("a.md", "| a | b |\n|---|---|\n| 1 | 2 |\n", false),
    ("a.txt", "2023年，门诊人次增长，住院人次下降。\n药占比26.8%。\n", false),
    ("a.CSV", "just words", true),
    ("a.txt", "数据库：年度数据\n指标：床位\n\n地区,2023年,2022年,2021年\n甲,1,2,3\n乙,1,2,3\n丙,1,2,3\n丁,1,2,3\n", true),
  ]

  @Test("the extension decides, else the first lines do", arguments: kinds)
  func kind(name: String, text: String, isTable: Bool) throws {
    let scratch = try Scratch()
    let report = try Report.open(try scratch.file(name, text))
    #expect((report.table != nil) == isTable)
  }

  static let gbk: [UInt8] = [0xC3, 0xC5, 0xD5, 0xEF]  // 门诊

  @Test("a Chinese name after a megabyte of ASCII still tells GB18030 from UTF-8")
  func lateGBK() throws {
    let scratch = try Scratch()
    let ascii = Array(String(repeating: "name,1\n", count: 150_000).utf8)
    let table = try #require(try Report.open(try scratch.file("a.csv", ascii + Self.gbk + Array(",2\n".utf8))).table)
    #expect(table.encoding == .gb18030)
    #expect(try table.rows(columns: 2, from: 150_001) == [["门诊", "2"]])
  }

  @Test("医院 in GB18030 is well-formed UTF-8 but not read as such; é and ± in UTF-8 are")
  func chance() throws {
    let scratch = try Scratch()
    let hospital = try Report.open(
      try scratch.file("a.csv", Array("a,1\n".utf8) + [0xD2, 0xBD, 0xD4, 0xBA, 0x2C, 0x32]))
    #expect(hospital.table?.head == [["a", "1"], ["医院", "2"]])
    #expect(hospital.findings.map(\.problem.code) == ["either-encoding"])
    #expect(try Report.open(try scratch.file("b.csv", "café,±2\n")).table?.head == [["café", "±2"]])
  }

  @Test("UTF-8 with a damaged byte or a cut end stays UTF-8, with a finding")
  func damaged() throws {
    let scratch = try Scratch()
    let text = Array("机构,数值\n清河县人民医院,1\n".utf8)
    let cut = try Report.open(try scratch.file("a.csv", Array(text.prefix(19))))
    #expect(cut.table?.encoding == .utf8)
    #expect(cut.findings.map(\.problem.code) == ["damaged-utf-8"])
    var flipped = text
    flipped[17] = 0x41
    let report = try Report.open(try scratch.file("b.csv", flipped))
    #expect(report.table?.encoding == .utf8)
    #expect(report.findings.count == 1)
  }

  @Test("a byte order mark beats a wrong option; the option beats what would be found")
  func options() throws {
    let scratch = try Scratch()
    let marked = try scratch.file("a.csv", [0xEF, 0xBB, 0xBF] + Array("机构,1\n".utf8))
    let report = try Report.open(marked, encoding: .gb18030)
    #expect(report.table?.head == [["机构", "1"]])
    #expect(report.findings.map(\.problem.code) == ["byte-order-mark-beats-option"])
    let big5 = try scratch.file("b.txt", [0xC2, 0xE5, 0xB0, 0x7C, 0x0A])  // 醫院
    #expect(try Report.open(big5, encoding: .big5).text?.passages.map(\.text) == ["醫院"])
    let error = failure { _ = try Report.open(try scratch.file("c.csv", "ab,".utf8 + Self.gbk), encoding: .utf8) }
    #expect(error?.code == "cannot-decode")
    #expect(error?.text.contains("byte 4") == true)
  }

  static let strays: [(TextEncoding, [UInt8])] = [
    (.gb18030, [0xFF]), (.gb18030, [0x81, 0x20]), (.utf16le, [0x00, 0xD8]), (.utf16be, [0xD8, 0x00]),
  ]

  @Test("a stray byte costs its own cell and is one finding with its place, however large the file", arguments: strays)
  func stray(encoding: TextEncoding, bytes: [UInt8]) throws {
    let scratch = try Scratch()
    let rows = (0..<40_000).map { "医院\($0),\($0)\n" }
    func encoded(_ text: String) -> [UInt8] {
      switch encoding {
      case .utf16le: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf16be: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: text.unicodeScalars.flatMap { GB18030.bytes(of: $0) }
      }
    }
    let start = encoded("机构,数值\n" + rows[..<30_000].joined())
    let path = try scratch.file("a.csv", start + bytes + encoded(rows[30_000...].joined()))
    let table = try #require(try Report.open(path).table)
    #expect(table.encoding == encoding)
    var count = 0
    var findings: [Finding] = []
    try table.read([.codes, .numbers], from: 2) { (chunk) throws(TongbiError) in
      count += chunk.count
      findings += chunk.findings
    }
    #expect(count == 40_000)
    #expect(findings.map(\.problem.code) == ["damaged-text"])
    #expect(findings.first?.source.place == .cell(sheet: nil, row: 30_002, column: 1))
  }

  @Test("a damaged byte of UTF-8 is told with its line and character")
  func damagedPlace() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.csv", Array("机构,数值\n清河县".utf8) + [0xFF] + Array("人民医院,1\n".utf8))
    #expect(try Report.open(path).findings.first?.source.place == .words(line: 2, start: 3, end: 4))
  }

  @Test("bytes in no known encoding are an error that says where")
  func undecodable() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.csv", Array("nom,1\ncaf".utf8) + [0xE9, 0x2C, 0x32, 0x0A])
    let error = try #require(failure { _ = try Report.open(path) })
    #expect(error.code == "cannot-decode")
    #expect(error.text.contains("byte 10"))
    #expect(try Report.open(path, encoding: .windows1252).table?.head == [["nom", "1"], ["café", "2"]])
  }

  static let refused: [(String, [UInt8], String)] = [
    ("a.csv", [], "empty-file"), ("a.txt", Array(" \n\t\r\n".utf8), "empty-file"),
    ("a.csv", [0xEF, 0xBB, 0xBF], "empty-file"), ("a.txt", Array("\u{3000}\n".utf8), "empty-file"),
    ("a.csv", [0xFF, 0xFE], "empty-file"), ("a.csv", [0xFF, 0xFE, 0x20, 0, 0x0A, 0], "empty-file"),
    ("a.xlsx", [0x50, 0x4B, 3, 4] + Array("....xl/workbook.xml".utf8), "damaged-archive"),
    ("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "damaged-archive"),
    ("a.png", [0x89, 0x50, 0x4E, 0x47], "format-not-read"), ("a.xls", Array("<html><table>".utf8), "empty-file"),
    ("a.csv", Array("a,b\n".utf8) + [0, 0] + Array("c,d\n".utf8), "binary-file"),
  ]

  @Test("a NUL byte costs the cell that it stands in, and is told with its place", arguments: [",", "\t"])
  func strayNul(delimiter: String) throws {
    let scratch = try Scratch()
    let lines = [["机构", "年份", "门诊人次"], ["甲医院", "2022", "120"], ["乙医院", "2022", "1\u{0}30"], ["丙医院", "2022", "140"]]
    let text = lines.map { $0.joined(separator: delimiter) + "\n" }.joined()
    let report = try Report.open(try scratch.file(delimiter == "," ? "a.csv" : "a.tsv", text))
    #expect(try report.table?.rows(columns: 3) == lines)
    #expect(report.findings.map(\.problem.code) == ["stray-nul"])
    #expect(report.findings.first?.source.place == .words(line: 3, start: 10, end: 11))
  }

  @Test("what is empty, binary or of another kind is refused with a reason", arguments: refused)
  func refuses(name: String, bytes: [UInt8], code: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file(name, bytes)
    let error = failure { _ = try Report.open(path) }
    #expect(error?.code == code)
    #expect(error?.kind == .data)
  }

  @Test("a missing file names those that look like it; a folder is not a file")
  func missing() throws {
    let scratch = try Scratch()
    _ = try scratch.file("visits-2023.csv", "a,b\n")
    let path = scratch.folder.appending(path: "visit-2023.csv").path
    let error = try #require(failure { _ = try Report.open(path) })
    #expect(error.kind == .noInput)
    #expect(error.text.contains("visits-2023.csv"))
    #expect(failure { _ = try Report.open(scratch.folder.path) }?.code == "is-a-folder")
    #expect(failure { _ = try Report.open("") }?.kind == .noInput)
    #expect(failure { _ = try Report.open("a\0b") }?.kind == .noInput)
  }

  @Test("random, truncated and bit-flipped bytes are read or refused, never trap", arguments: 0..<150)
  func hostile(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let scratch = try Scratch()
    let rows = DelimitedTableTests.table(seed)
    var bytes = Array(DelimitedTableTests.written(rows, delimiter: ",", lineEnd: "\n", lastLineEnds: true).utf8)
    switch seed % 3 {
    case 0:
      bytes = (0..<Int.random(in: 0...4_000, using: &random)).map { _ in UInt8.random(in: .min ... .max, using: &random)
      }
    case 1: bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
    default:
      for _ in 0..<5 {
        bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
      }
    }
    let path = try scratch.file(seed.isMultiple(of: 2) ? "a.csv" : "a.txt", bytes)
    for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
      do throws(TongbiError) {
        let report = try Report.open(path, encoding: encoding)
        if let table = report.table { try table.read([.codes, .numbers], from: 1) { (_) throws(TongbiError) in } }
      } catch {
        #expect(!error.message(in: .chinese).isEmpty && !error.message(in: .english).isEmpty)
      }
    }
  }

  @Test(
    "csv-spectrum: all files but the one whose expectation is another row",
    .enabled(if: Shared.has("corpus-csv-spectrum"), "../shared/data/corpus-csv-spectrum is absent"))
  func spectrum() throws {
    var good = 0
    for file in try Shared.files("corpus-csv-spectrum/csvs", ".csv") {
      let json = file.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "json/\(file.deletingPathExtension().lastPathComponent).json")
      let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: json)) as? [[String: String]]
      let table = try #require(try Report.open(file.path).table)
      let header = table.head[0]
      let rows = try table.rows(columns: header.count, from: 2, chunkRows: 1)
      #expect(rows == Array(table.head.dropFirst()))
      if rows.map({ Dictionary(uniqueKeysWithValues: zip(header, $0)) }) == expected { good += 1 }
    }
    #expect(good == 11)
  }

  @Test(
    "the GBK tables of the statistics bureau decode, and their cells are those expected",
    .enabled(if: Shared.has("nbs-province-gbk"), "../shared/data/nbs-province-gbk is absent"))
  func statisticsBureau() throws {
    var cells = 0
    let long = Shared.folder.appending(path: "nbs-province-gbk/expected-long.tsv").path
    let expected = try #require(try Report.open(long).table)
    let wanted = Set(try expected.rows(columns: 6, from: 2))
    for file in try Shared.files("nbs-province-gbk", ".csv") {
      let table = try #require(try Report.open(file.path).table)
      #expect(table.encoding == .gb18030)
      #expect(table.dialect == .comma)
      #expect(table.head[2][0].hasPrefix("时间："))
      let years = table.head[3].dropFirst()
      let rows = try table.rows(columns: years.count + 1, from: 5)
      for row in rows {
        for (year, value) in zip(years, row.dropFirst()) {
          let match = wanted.contains {
            $0[0] == file.lastPathComponent && $0[3] == row[0] && $0[4] + "年" == year
              && ExactDecimal($0[5]) == ExactDecimal(value)
          }
          cells += match ? 1 : 0
        }
      }
    }
    #expect(cells == wanted.count)
  }

  @Test("LibreOffice's files in one piece of XML are known by their root, whatever their name")
  func flatOpenDocument() {
    func root(_ kind: String) -> [UInt8] {
      Array(
        ("<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"urn:oasis\" "
          + "office:mimetype=\"application/vnd.oasis.opendocument.\(kind)\">").utf8)
    }
    #expect(FileSignature(root("spreadsheet"), extension: "fods") == .xmlWorkbook)
    #expect(FileSignature(root("text"), extension: "xml") == .xmlDocument)
  }
}
