// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports
import TongbiTestRandom

@Suite("Delimited tables")
struct DelimitedTableTests {
  static let pieces = [
    "清河县人民医院", "12.50", "-3", "", "a\"b", "x,y", "p;q", "t\tu", "v|w", "line\nend", "cr\r\nlf", "β", "1,204", "+7",
    " pad ", "第一人民医院（本部）", "9223372036854775808", "0.0001", "药占比 26.8%", "\"", "\r", "𠮷野家",
  ]

  static func table(_ seed: UInt64) -> [[String]] {
    var random = SplitMix64(seed: seed)
    let width = Int.random(in: 2...6, using: &random)
    return (0..<Int.random(in: 3...60, using: &random)).map { row in
      (0..<width).map { column in
        row == 0 ? "列\(column)" : pieces.randomElement(using: &random) ?? ""
      }
    }
  }

  static func written(_ rows: [[String]], delimiter: Character, lineEnd: String, lastLineEnds: Bool) -> String {
    let lines = rows.map { row in
      row.map { cell in
        let needs = cell.contains { $0 == delimiter || $0 == "\"" || $0.isNewline || $0 == " " }
        return needs ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: String(delimiter))
    }
    return lines.joined(separator: lineEnd) + (lastLineEnds ? lineEnd : "")
  }

  static func encoded(_ text: String, _ encoding: TextEncoding, mark: Bool) -> [UInt8] {
    switch encoding {
    case .utf16le: (mark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16be: (mark ? [0xFE, 0xFF] : []) + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .gb18030: text.unicodeScalars.flatMap { GB18030.bytes(of: $0) }
    default: (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    }
  }

  @Test("names in no order are told apart, whatever their length", arguments: 0..<4)
  func unordered(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    // Some begin alike, and some are longer than any name of a facility.
    let names = (0..<400).map { number in
      String(repeating: "县", count: number % 23) + String(repeating: "a", count: number % 7) + "\(number)"
        + (number % 50 == 0 ? ",\"" : "")
    }
    let rows = (0..<7_000).map { row in
      // In order for a while, then in none.
      let isOrdered = row / 1_500 % 2 == 0
      return (0..<3).map { column in
        isOrdered ? names[(row / 40 + column) % names.count] : names.randomElement(using: &random) ?? ""
      }
    }
    let text = Self.written([["甲", "乙", "丙"]] + rows, delimiter: ",", lineEnd: "\n", lastLineEnds: seed % 2 == 0)
    let scratch = try Scratch()
    let table = try #require(try Report.open(try scratch.file("names.csv", Array(text.utf8))).table)
    #expect(try table.rows(columns: 3, from: 2, use: .codes, chunkRows: 65_536) == rows)
  }

  @Test("the same records come out whatever the encoding, delimiter, line end and chunk size", arguments: 0..<60)
  func sameRecords(seed: UInt64) throws {
    // The encoding of a file in which nothing is beyond ASCII is UTF-8, so there is one name in each.
    let rows = Self.table(seed)
    var random = SplitMix64(seed: seed &+ 1_000)
    let scratch = try Scratch()
    for (index, encoding) in [TextEncoding.utf8, .utf8, .utf16le, .utf16be, .gb18030].enumerated() {
      for delimiter: Character in [",", ";", "\t", "|"] {
        let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        let text = Self.written(rows, delimiter: delimiter, lineEnd: lineEnd, lastLineEnds: Bool.random(using: &random))
        let name = "\(index)-\(delimiter == "|" ? "bar" : "\(delimiter.asciiValue ?? 0)").csv"
        let path = try scratch.file(name, Self.encoded(text, encoding, mark: index != 0))
        let table = try #require(try Report.open(path).table)
        #expect(table.encoding == encoding)
        #expect(table.dialect.delimiter.text == String(delimiter))
        #expect(table.head == rows)
        for use in [ColumnUse.codes, .numbers] {
          let size = Int.random(in: 1...9, using: &random)
          let read = try table.rows(columns: rows[0].count, from: 2, use: use, chunkRows: size)
          // A number has a canonical text; +7 is 7.
          #expect(read == rows.dropFirst().map { $0.map { use == .numbers && $0 == "+7" ? "7" : $0 } })
        }
      }
    }
  }

  @Test("records are the same wherever the window is cut", arguments: [64, 65, 67, 71, 128, 1_000])
  func windows(block: Int) throws {
    let rows = Self.table(7) + Self.table(8)
    let scratch = try Scratch()
    let path = try scratch.file(
      "cut.csv", Self.written(rows, delimiter: ",", lineEnd: "\r\n", lastLineEnds: true))
    let (bytes, _) = try EncodedBytes.find(file: path, source: ByteSource.open(path), asked: nil)
    var reader = RecordReader(try FileBlocks(bytes, size: block), dialect: .comma)
    var read: [[String]] = []
    while try reader.advance() { read.append(reader.fields.indices.map { reader.text(of: $0) }) }
    #expect(read == rows)
  }

  @Test("a blank line is an empty row, so that rows count as in Excel")
  func blankLines() throws {
    let scratch = try Scratch()
    let table = try #require(try Report.open(try scratch.file("a.csv", "标题\n\na,b\r\n\r\n1,2")).table)
    #expect(table.head == [["标题"], [], ["a", "b"], [], ["1", "2"]])
    #expect(try table.rows(columns: 2, from: 4) == [["", ""], ["1", "2"]])
    var first = 0
    try table.read([.numbers], from: 5) { (chunk) throws(TongbiError) in first = chunk.firstRow }
    #expect(first == 5)
  }

  @Test("records with too few or too many fields are read and reported")
  func irregular() throws {
    let scratch = try Scratch()
    let table = try #require(try Report.open(try scratch.file("a.csv", "a,b,c\n1,2\n1,2,3,4\n\n1,2,3\n")).table)
    var irregular: [IrregularRecord] = []
    try table.read([.codes, .codes, .codes], from: 2) { (chunk) throws(TongbiError) in irregular += chunk.irregular }
    #expect(irregular == [IrregularRecord(row: 2, fields: 2), IrregularRecord(row: 3, fields: 4)])
  }

  @Test("codes mean the same spelling in every chunk, numbers keep their places and other cells their text")
  func chunks() throws {
    let scratch = try Scratch()
    let table = try #require(
      try Report.open(try scratch.file("a.csv", "n,v\n甲,8.70\n乙,\"1,204\"\n甲,\n丙,-0.5\n")).table)
    var codes: [Int32] = []
    var dictionary: [String] = []
    var places: [Int8] = []
    var texts: [String?] = []
    try table.read([.codes, .numbers], from: 2, chunkRows: 2) { (chunk) throws(TongbiError) in
      guard case .codes(let chunkCodes) = chunk.columns[0], case .numbers(let numbers) = chunk.columns[1] else {
        return
      }
      codes += chunkCodes
      dictionary = chunk.dictionaries[0]
      places += numbers.places
      texts += (0..<chunk.count).map { numbers.texts[$0] }
    }
    #expect(codes == [0, 1, 0, 2])
    #expect(dictionary == ["甲", "乙", "丙"])
    #expect(places == [2, -1, -1, 1])
    #expect(texts == [nil, "1,204", "", nil])
  }

  @Test("a plain number is read as ExactDecimal reads it", arguments: 0..<200)
  func numbers(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let characters = Array("0123456789012345678901234567890123456789.+-. ,e")
    let text = String(
      (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in characters.randomElement(using: &random) })
    let expected = ExactDecimal(text)
    let read = PlainNumber.read(Array(text.utf8).span)
    #expect(read?.significand == expected?.significand, "\(text)")
    #expect(read.map { Int($0.places) } == expected?.places, "\(text)")
  }

  @Test("cells read many at a time are what each says: spellings of any length, numbers of any form", arguments: 0..<40)
  func manyCells(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names = (0..<9).map { _ in
      String(
        (0..<Int.random(in: 0...30, using: &random)).map { _ in "清河县人民医院abc".randomElement(using: &random) ?? "x" })
    }
    let digits = Array("0123456789012345678901234567890123456789..-+ ")
    let rows = (0..<500).map { row -> [String] in
      let number = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in digits.randomElement(using: &random) }
      return [
        names[seed % 2 == 0 ? row % names.count : Int.random(in: 0..<9, using: &random)], String(number), "\(row)",
      ]
    }
    let end = seed % 3 == 0 ? "\r\n" : "\n"
    let text =
      (["name,value,row"] + rows.map { row in row.map { seed % 5 == 0 ? "\"\($0)\"" : $0 }.joined(separator: ",") })
      .joined(separator: end)
    let scratch = try Scratch()
    let table = try #require(try Report.open(try scratch.file("a.csv", text + end)).table)
    var read: [[String]] = []
    try table.read([.codes, .numbers, .codes], from: 2) { (chunk) throws(TongbiError) in
      guard case .codes(let first) = chunk.columns[0], case .numbers(let second) = chunk.columns[1],
        case .codes(let third) = chunk.columns[2]
      else { return }
      for index in 0..<chunk.count {
        let number = second.number(at: index)
        let text = number.map { ExactDecimal(rows[read.count][1]) == $0 ? rows[read.count][1] : "\($0)" }
        read.append([
          chunk.dictionaries[0][Int(first[index])], text ?? second.texts[index] ?? "",
          chunk.dictionaries[2][Int(third[index])],
        ])
        #expect((number == nil) == (ExactDecimal(rows[read.count - 1][1]) == nil))
      }
    }
    #expect(read == rows)
  }

  @Test("rows like the one before but for a number and what takes its turn say what they say", arguments: 0..<80)
  func rowsInTurn(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let odd = { (random: inout SplitMix64) in Int.random(in: 0..<40, using: &random) == 0 }
    // A column of names that stay, two that take turns, numbers, and a unit.
    var columns = ["name", "month", "value", "unit", "group", "value"]
    columns.shuffle(using: &random)
    columns.removeLast(Int.random(in: 0...2, using: &random))
    let (stay, turn) = (Int.random(in: 1...30, using: &random), Int.random(in: 1...3, using: &random))
    let rows = (0..<400).map { row in
      columns.map { column -> String in
        if odd(&random) { return ["", "*", "1,234", "甲", "x y"].randomElement(using: &random) ?? "" }
        return switch column {
        case "name": "清河县第\(row / stay)医院"
        case "month": "\(row / turn % 12 + 1)月"
        case "unit": row / 97 % 2 == 0 ? "人次" : "万元"
        case "group": ["城区", "乡镇"][row % 2]
        default: "\(Int.random(in: 0..<1_000_000, using: &random))\(row % 5 == 0 ? ".5" : "")"
        }
      }
    }
    let end = ["\n", "\r\n", "\r"][Int(seed) % 3]
    let lines = ([columns] + rows).map { row in
      row.map { $0.contains(",") || odd(&random) ? "\"\($0)\"" : $0 }.joined(separator: ",")
    }
    let scratch = try Scratch()
    let text = lines.joined(separator: end) + (Bool.random(using: &random) ? end : "")
    let table = try #require(try Report.open(try scratch.file("a.csv", text)).table)
    var read: [[String]] = []
    try table.read(columns.map { $0 == "value" ? .numbers : .codes }, from: 2, chunkRows: 150) {
      (chunk) throws(TongbiError) in
      for index in 0..<chunk.count {
        read.append(
          zip(chunk.columns, chunk.dictionaries).map { column, names in
            switch column {
            case .codes(let codes): names[Int(codes[index])]
            case .numbers(let numbers): numbers.number(at: index).map { "\($0)" } ?? numbers.texts[index] ?? "nothing"
            case .skipped: "skipped"
            }
          })
      }
    }
    #expect(read == rows)
  }

  @Test("a quote that is not closed is a character of its field, with a finding, and costs no other row")
  func unclosedQuote() throws {
    let scratch = try Scratch()
    let far = String(repeating: "1,2\n", count: 100_000)
    let ends = ["", "7,\"8\"\n7,\"8\"\n", "7,8 \"x\"\n", "7,\"cut off"]
    for (index, end) in ends.enumerated() {
      let path = try scratch.file("\(index).csv", "a,b\n3,\"4\n5,6\n" + far + end)
      let table = try #require(try Report.open(path).table)
      let rows = try table.rows(columns: 2)
      #expect(Array(rows.prefix(4)) == [["a", "b"], ["3", "\"4"], ["5", "6"], ["1", "2"]])
      #expect(rows.count == 100_003 + end.count { $0 == "\n" } + (end.hasSuffix("off") ? 1 : 0))
      var findings: [Finding] = []
      try table.read([.codes], from: 1) { (chunk) throws(TongbiError) in findings += chunk.findings }
      #expect(findings.first?.problem.code == "unclosed-quote")
      #expect(findings.first?.source.place == .cell(sheet: nil, row: 2, column: 2))
    }
  }

  @Test("text after a closing quote is kept and found")
  func textAfterQuote() throws {
    let scratch = try Scratch()
    let table = try #require(try Report.open(try scratch.file("a.csv", "a,b\n\"x \"\"y\"\" \"z,2\n")).table)
    var findings: [Finding] = []
    try table.read([.codes], from: 1) { (chunk) throws(TongbiError) in findings += chunk.findings }
    #expect(table.head[1] == ["x \"y\" z", "2"])
    #expect(findings.map(\.problem.code) == ["text-after-quote"])
    #expect(findings.map(\.source.place) == [.cell(sheet: nil, row: 2, column: 1)])
  }

  @Test("a megabyte in a cell and a million columns are read")
  func huge() throws {
    let scratch = try Scratch()
    let cell = String(repeating: "x", count: 1 << 20)
    let long = try #require(try Report.open(try scratch.file("a.csv", "a,b\n\(cell),\"\(cell)\"\n1,2\n")).table)
    #expect(try long.rows(columns: 2, from: 2) == [[cell, cell], ["1", "2"]])
    let wide = try #require(
      try Report.open(try scratch.file("b.csv", String(repeating: "1,", count: 1_000_000) + "\n1,2\n")).table)
    #expect(wide.head.map(\.count) == [1_000_001, 2])
    #expect(try wide.rows(columns: 2, from: 2) == [["1", "2"]])
    var counts: [Int] = []
    try wide.read(Array(repeating: .numbers, count: 100_000), from: 1) { (chunk) throws(TongbiError) in
      counts.append(chunk.count)
    }
    #expect(counts.reduce(0, +) == 2)
  }

  @Test("a first line sep=; names the delimiter, and a decimal comma does not pass for one")
  func delimiters() throws {
    let scratch = try Scratch()
    let cases = [
      ("a.csv", "sep=;\na,b;c\n1,2;3\n", ";"), ("b.csv", "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ";"),
      ("c.tsv", "a\tb, c\n1, 2\t3\n", "\t"),
    ]
    for (name, text, delimiter) in cases {
      #expect(try Report.open(try scratch.file(name, text)).table?.dialect.delimiter.text == delimiter)
    }
    #expect(try Report.open(try scratch.file("d.csv", "one\ntwo\n")).table?.head == [["one"], ["two"]])
  }
}
