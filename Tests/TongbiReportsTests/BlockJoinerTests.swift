// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiReports
import TongbiTestRandom

@Suite("Tables read in blocks")
struct BlockJoinerTests {
  /// All that reading a table gives, whatever the chunks.
  struct Outcome: Equatable {
    var rows: [[String]] = []
    var irregular: [IrregularRecord] = []
    var shifted: [Int] = []
    var findings: [String] = []
    var error: String?
    /// By column, the spellings in the order of their codes.
    var spellings: [[String]] = []
  }

  static let dialects = [
    Dialect.comma, Dialect(delimiter: Delimiter(UInt8(ascii: ";")), escape: .backslash),
    Dialect(delimiter: Delimiter(UInt8(ascii: ",")), padding: .skipped),
    Dialect(delimiter: Delimiter(UInt8(ascii: "\t")), escape: .none),
    Delimiter("||").map { Dialect(delimiter: $0) } ?? .comma,
  ]

  /// Text made of all that ends, opens, closes and escapes, between words.
  static func text(_ random: inout SplitMix64, _ dialect: Dialect) -> String {
    let delimiter = dialect.delimiter.text
    let ends = ["\n", "\r\n", "\r"]
    let end = ends.randomElement(using: &random) ?? "\n"
    let isCalm = Bool.random(using: &random)
    let words = ["清河县", "12.5", "-3", "甲", "", " x", "é", "𠮷野", "1204", "*"]
    let signs = ["\"", "\"\"", "\\", "\n", "\r", "\r\n", " ", "|", ",", delimiter]
    return (0..<Int.random(in: 3...120, using: &random)).map { _ in
      (0..<Int.random(in: isCalm ? 3...3 : 0...5, using: &random)).map { _ in
        let word = words.randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<(isCalm ? 20 : 6), using: &random) {
        case 0: return "\"\(word)\(signs.randomElement(using: &random) ?? "")\(word)\""
        case 1 where !isCalm: return word + (signs.randomElement(using: &random) ?? "") + word
        case 2: return "\"\(word)\""
        default: return word
        }
      }.joined(separator: delimiter)
    }.joined(separator: end) + (Bool.random(using: &random) ? end : "")
  }

  static func read(
    _ table: DelimitedTable, _ uses: [ColumnUse], from row: Int, chunkRows: Int, block: Int, threads: Int
  ) -> Outcome {
    var outcome = Outcome()
    do {
      try table.read(uses, from: row, chunkRows: chunkRows, blockSize: block, threads: threads) {
        (chunk) throws(TongbiError) in
        #expect(chunk.count <= chunkRows)
        if chunk.count > 0 { #expect(chunk.firstRow == row + outcome.rows.count) }
        outcome.shifted += chunk.shifted.sorted().map { chunk.row(at: $0) }
        for index in 0..<chunk.count {
          outcome.rows.append(
            chunk.columns.enumerated().map { column, cells in
              switch cells {
              case .skipped: "–"
              case .codes(let codes): chunk.dictionaries[column][Int(codes[index])]
              case .numbers(let numbers): numbers.number(at: index)?.description ?? numbers.texts[index] ?? "?"
              }
            })
        }
        outcome.irregular += chunk.irregular
        outcome.findings += chunk.findings.map { "\($0)" }
        outcome.spellings = chunk.dictionaries
      }
    } catch {
      outcome.error = error.description
    }
    return outcome
  }

  /// What the rules say, record by record.
  static func expected(_ bytes: EncodedBytes, _ dialect: Dialect, _ width: Int, from row: Int) throws -> [[String]] {
    var reader = RecordReader(try FileBlocks(bytes, size: 1 << 20), dialect: dialect)
    var rows: [[String]] = []
    while try reader.advance() {
      guard reader.row >= row else { continue }
      rows.append((0..<width).map { $0 < reader.fields.count ? reader.text(of: $0) : "" })
    }
    return rows
  }

  @Test("neither the size of blocks nor the number of threads changes what is read", arguments: 0..<120)
  func law(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let dialect = Self.dialects[Int(seed) % Self.dialects.count]
    let encoding = [TextEncoding.utf8, .gb18030, .utf16le, .utf8, .utf16be].randomElement(using: &random) ?? .utf8
    let scratch = try Scratch()
    let path = try scratch.file(
      "a.csv", DelimitedTableTests.encoded(Self.text(&random, dialect) + "尾", encoding, mark: encoding != .utf8))
    let (bytes, _) = try EncodedBytes.find(
      file: path, source: ByteSource.open(path), asked: encoding)
    var found = DialectSniffer([], isWhole: true).dialect(preferring: nil)
    found.dialect = dialect
    let table = try DelimitedTable(bytes, found: found)
    let row = Int.random(in: 1...6, using: &random)
    let uses: [ColumnUse] = [.codes, .numbers, .codes]
    let whole = Self.read(table, uses, from: row, chunkRows: 10_000, block: 1 << 20, threads: 1)
    let numbers = try Self.expected(bytes, dialect, 3, from: row)
    #expect(whole.rows.map { [$0[0], $0[2]] } == numbers.map { [$0[0], $0[2]] })
    #expect(zip(whole.rows, numbers).allSatisfy { $0[1] == $1[1] || ExactDecimal($1[1])?.description == $0[1] })
    for block in [64, 66, 100, 256, 1_000] {
      let chunkRows = Int.random(in: 1...9, using: &random)
      let threads = Int.random(in: 1...3, using: &random)
      let read = Self.read(table, uses, from: row, chunkRows: chunkRows, block: block, threads: threads)
      #expect(read == whole, "blocks of \(block), \(threads) threads, \(dialect), \(encoding)")
    }
  }

  @Test("a record over many blocks is read once, with what is in quotes")
  func longRecords() throws {
    let scratch = try Scratch()
    let cell = String(repeating: "line, \"\"quoted\"\"\n", count: 500)
    let text = "a,b\n" + (0..<20).map { "\($0),\"\(cell)\"\n\($0),x\n" }.joined()
    let table = try #require(try Report.open(try scratch.file("a.csv", text)).table)
    for threads in 1...3 {
      let read = Self.read(table, [.numbers, .codes], from: 2, chunkRows: 7, block: 256, threads: threads)
      #expect(read.error == nil)
      #expect(read.rows.count == 40)
      #expect(read.rows.map { $0[0] } == (0..<40).map { "\($0 / 2)" })
      #expect(read.rows.map { $0[1].utf8.count } == (0..<40).map { $0 % 2 == 0 ? cell.utf8.count - 1_000 : 1 })
    }
  }

  @Test("a byte far into a file that is no UTF-8 costs its cell and is told with its place", arguments: [0, 1, 2])
  func damagedFarBehind(column: Int) throws {
    let scratch = try Scratch()
    let line = "清河县第一医院门诊部,12,门诊急诊总人次"
    var bytes = Array(("机构,数值,指标\n" + String(repeating: line + "\n", count: 40_000)).utf8)
    let start = 22 + 30_000 * (line.utf8.count + 1)
    bytes[start + [3, 31, 34][column]] = 0xFF
    let table = try #require(try Report.open(try scratch.file("a.csv", bytes)).table)
    #expect(table.encoding == .utf8)
    let read = Self.read(table, [.codes, .numbers, .codes], from: 2, chunkRows: 10_000, block: 1 << 16, threads: 2)
    #expect(read.error == nil)
    #expect(read.findings.count == 1 && read.findings[0].contains("row: 30002, column: \(column + 1)"))
    let rows = read.rows.indices.filter { read.rows[$0] != ["清河县第一医院门诊部", "12", "门诊急诊总人次"] }
    #expect(rows == [30_000] && read.rows.count == 40_000)
    #expect(read.rows[30_000][column].contains("\u{FFFD}"))
  }

  @Test("what the taker of chunks throws ends the work, and so does a file that changes")
  func ends() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.csv", "a,b\n" + String(repeating: "1,甲\n", count: 20_000))
    let table = try #require(try Report.open(path).table)
    var chunks = 0
    #expect(throws: TongbiError.self) {
      try table.read([.numbers, .codes], from: 2, chunkRows: 50, blockSize: 512, threads: 3) {
        (_) throws(TongbiError) in
        chunks += 1
        if chunks == 30 { throw TongbiError(ReportsProblem.empty) }
      }
    }
    #expect(chunks == 30)
    let error = failure {
      try table.read([.numbers, .codes], from: 2, chunkRows: 50, blockSize: 512, threads: 3) {
        (chunk) throws(TongbiError) in
        guard chunk.firstRow == 2 else { return }
        _ = try? scratch.file("a.csv", "a,b\n1,乙\n")
      }
    }
    #expect(error?.code == "changed-while-reading")
  }

  @Test("an error has the row it has in the file")
  func errorRow() throws {
    let scratch = try Scratch()
    let text = "a,b\n" + String(repeating: "1,2\n", count: 20_000) + String(repeating: "x", count: 17 << 20)
    let table = try #require(try Report.open(try scratch.file("a.csv", text)).table)
    let error = failure { try table.read([.codes], from: 1) { (_) throws(TongbiError) in } }
    #expect(error?.code == "field-too-long")
    #expect(error?.text.contains("row 20002") == true)
  }
}
