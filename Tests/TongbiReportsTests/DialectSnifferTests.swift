// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiReports
import TongbiTestRandom

@Suite("Dialects")
struct DialectSnifferTests {
  /// A text, the delimiter, quote, escape and padding that it shows, and its second row.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var delimiter: String
    var quote: Character = "\""
    var escape = Dialect.Escape.doubled
    var padding = Dialect.Padding.kept
    var row: [String]
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case(text: "a,b\n1,\"x,y\"\n", delimiter: ",", row: ["1", "x,y"]),
    Case(text: "a, b, c\n1, \"x, y\", 3\n2, z, 4\n", delimiter: ",", padding: .skipped, row: ["1", "x, y", "3"]),
    Case(text: "机构;费用;人次\n甲;1,5;2\n乙;2,5;3\n", delimiter: ";", row: ["甲", "1,5", "2"]),
    Case(text: "名称|值\n甲|1\n乙|2\n", delimiter: "|", row: ["甲", "1"]),
    Case(text: "名称||值\n甲||1\n乙||2\n", delimiter: "||", row: ["甲", "1"]),
    Case(text: "名称，值，年\n甲，1，2023\n乙，2，2023\n", delimiter: "，", row: ["甲", "1", "2023"]),
    Case(text: "a\u{1}b\n1\u{1}2\n", delimiter: "\u{1}", row: ["1", "2"]),
    Case(text: "a^b^c\n1^2^3\n4^5^6\n", delimiter: "^", row: ["1", "2", "3"]),
    Case(text: "a b c\n1 \"x y\" 3\n4 \"z\" 6\n", delimiter: " ", row: ["1", "x y", "3"]),
    Case(
      text: "a,b,c\n1,'x, y',2\n3,'z',4\n5,'it''s',6\n", delimiter: ",", quote: "'", row: ["1", "x, y", "2"]),
    Case(
      text: "a,b,c\n1,'the men's, boots',2\n3,'z',4\n5,'w',6\n", delimiter: ",", quote: "'", escape: .none,
      row: ["1", "the men's, boots", "2"]),
    Case(
      text: "a,b,c\n1,\"5\\\" pipe, \\\\long\",\\N\n3,\"z\",4\n", delimiter: ",", escape: .backslash,
      row: ["1", "5\" pipe, \\long", ""]),
    Case(text: "a\tb\tc\n1\t\\N\tx\\\ty\n2\t3\tz\n", delimiter: "\t", escape: .backslash, row: ["1", "", "x\ty"]),
    Case(
      text: "a,b,c\n1,\"table, 48\"\",\"round\"\n2,\"8'9\" rod, long\",\"x\"\n3,\"y\",\"z\"\n", delimiter: ",",
      escape: .none, row: ["1", "table, 48\"", "round"]),
    Case(text: "姓名\n王 小明\n李 四\n", delimiter: ",", row: ["王 小明"]),
    Case(text: "备注\n一、二；三，四\n五，六，七\n", delimiter: ",", row: ["一、二；三，四"]),
    Case(text: "路径,值\nC:\\temp,1\nC:\\new,2\n", delimiter: ",", row: ["C:\\temp", "1"]),
    Case(text: "机构, 数值\n  其中：乙, 2\n甲, 1\n", delimiter: ",", padding: .skipped, row: ["  其中：乙", "2"]),
    Case(text: "机构\n", delimiter: ",", row: []),
  ]

  @Test("the dialect that makes records regular and cells whole is found", arguments: cases)
  func finds(_ example: Case) throws {
    let scratch = try Scratch()
    let table = try #require(try Report.open(try scratch.file("a.csv", example.text)).table)
    #expect(table.dialect.delimiter.text == example.delimiter)
    #expect(Character(Unicode.Scalar(table.dialect.quote)) == example.quote)
    #expect(table.dialect.escape == example.escape)
    #expect(table.dialect.padding == example.padding)
    #expect((table.head.count > 1 ? table.head[1] : []) == example.row)
  }

  static let strays: [(String, [[String]], String)] = [
    ("a,b,c\n1,\"2,\"x, y\"\n3,4,5\n", [["1", "\"2", "x, y"], ["3", "4", "5"]], "unclosed-quote"),
    ("a,b,c\n1,2,\"\n3,\"4\",5\n", [["1", "2", "\""], ["3", "4", "5"]], "unclosed-quote"),
    ("a,b,c\n1,\"\"x, y\",2\n3,4,5\n", [["1", "\"x, y", "2"], ["3", "4", "5"]], "text-after-quote"),
    ("a,b,c\n1,\"x\" y,2\n3,\"p\"\"q\",5\n", [["1", "x y", "2"], ["3", "p\"q", "5"]], "text-after-quote"),
    ("a,b,c\n1,2,\"x\ny\"\n3,4,5\n", [["1", "2", "x\ny"], ["3", "4", "5"]], ""),
    ("a,b,c\n3,4,5\n6,7,\"cut", [["3", "4", "5"], ["6", "7", "\"cut"]], "unclosed-quote"),
  ]

  @Test("a stray quote costs its own field only, and is found", arguments: strays)
  func strayQuotes(text: String, rows: [[String]], code: String) throws {
    let scratch = try Scratch()
    let table = try #require(try Report.open(try scratch.file("a.csv", text)).table)
    var read: [[String]] = []
    var codes: [String] = []
    try table.rows(from: 2) { (row) throws(TongbiError) in
      read.append(row.cells)
      codes += row.findings.map(\.problem.code)
    }
    #expect(read == rows)
    #expect(codes == (code.isEmpty ? [] : [code]))
  }

  @Test("a record is the same wherever the bytes before it are cut off, in every dialect", arguments: 0..<10)
  func windows(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = ["\"", "\"\"", "'", ",", ", ", "||", "\\", "\n", "\r\n", "\r", "x", "甲", " ", "12"]
    let text = (0..<120).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let bytes = Array(text.utf8)
    for delimiter in [",", "||"].compactMap({ Delimiter($0) }) {
      for escape in [Dialect.Escape.doubled, .backslash, .none] {
        for padding in [Dialect.Padding.kept, .skipped] {
          let scanner = RecordScanner(Dialect(delimiter: delimiter, escape: escape, padding: padding))
          var fields: [RecordScanner.Field] = []
          var at = 0
          while at < bytes.count {
            guard case .record(let next) = scanner.scan(bytes.span, from: at, isWhole: true, into: &fields) else {
              break
            }
            let whole = fields.map { scanner.text(bytes.span, $0) }
            #expect(next > at)
            for end in at..<min(bytes.count, next + 8) {
              let part = bytes.span.extracting(0..<end)
              if case .record(let cut) = scanner.scan(part, from: at, isWhole: false, into: &fields) {
                #expect(cut == next)
                #expect(fields.map { scanner.text(part, $0) } == whole)
              }
            }
            at = next
          }
        }
      }
    }
  }

  static let outlines: [([[String]], Int, Int?)] = [
    ([["医院年报", "", ""], [], ["机构", "年", "数"], ["甲", "2023", "1"]], 2, 3),
    ([["年报"], ["机构", "数"], ["甲", "1"]], 1, 2),
    ([["sep=;", ""], ["机构", "数"], ["甲", "1"]], 1, 2),
    ([["甲", "", "1"], ["乙", "2", "3"]], 0, nil),
    ([["甲", ""], ["乙", "2"]], 0, nil),
    ([["", "2022", "2023"], ["甲", "1", "2"]], 0, 1),
    ([["一"], ["二"]], 0, nil),
    ([], 0, nil),
  ]

  @Test("what stands above the header is a title in the first column, blank rows, or sep=", arguments: outlines)
  func outline(head: [[String]], preamble: Int, header: Int?) {
    let outline = TableOutline(head)
    #expect(outline.preamble == preamble)
    #expect(outline.header == header)
  }
}
