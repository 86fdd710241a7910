// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiReports

@Suite("Old workbooks")
struct OldWorkbookTests {
  private static let corpus = "nbs-province-gbk"
  private static let sample: URL = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/old-workbook/input.xls")

  @Test(
    "a workbook from an office has its rows, columns and merged cells",
    .enabled(if: Shared.has(corpus), "../shared/data/nbs-province-gbk is absent"))
  func real() throws {
    let path = try #require(try Shared.files(Self.corpus, ".xls").first).path
    let report = try Report.open(path)
    #expect(report.findings.isEmpty)
    let table = try #require(report.tables.first as? GridTable)
    #expect(report.tables.count == 1 && table.rows.count == 63 && table.rows.map(\.count).max() == 24)
    #expect(table.merges == [1...31, 32...62].map { MergedCells(rows: $0, columns: 1...1) })
    #expect(table.rows[0].suffix(2) == ["2023", "2024"])
  }

  @Test("a password is named as the reason")
  func locked() throws {
    var bytes = Array(try Data(contentsOf: Self.sample))
    // The record that tells the code page becomes the one that tells of a password.
    let mark: [UInt8] = [0x42, 0x00, 0x02, 0x00]
    let at = try #require((0..<bytes.count - 4).first { Array(bytes[$0..<($0 + 4)]) == mark })
    bytes[at] = 0x2F
    let scratch = try Scratch()
    let path = try scratch.file("a.xls", bytes)
    #expect(failure { _ = try Report.open(path) }?.code == "encrypted")
  }

  @Test("the content decides, not the name")
  func name() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.doc", Array(try Data(contentsOf: Self.sample)))
    #expect(try Report.open(path).tables.count == 2)
  }

  @Test("a damaged workbook is read or refused, and rows that are lost are told")
  func damaged() throws {
    let bytes = Array(try Data(contentsOf: Self.sample))
    let scratch = try Scratch()
    for seed in 0..<200 {
      let path = try scratch.file("a.xls", bytes.damaged(seed: UInt64(seed)))
      _ = failure { _ = try Report.open(path) }
    }
    // The sheets of the sample lie behind each other: half of them is no whole workbook.
    let container = try #require(CompoundFile(bytes))
    let stream = try #require(container.stream("Workbook"))
    let workbook = OldWorkbook(stream, form: .unicode)
    let offset = try #require(workbook.sheets.last).offset
    let cut = OldWorkbook(Array(stream[..<(offset + 200)]), form: .unicode)
    var sheet = OldSheet(cut, at: offset, cellLimit: 1000)
    sheet.read()
    #expect(!sheet.isWhole)
  }

  static let formats: [(String, Double, String)] = [
    ("General", 0.1 + 0.2, "0.3"), ("General", 1e15, "1000000000000000"), ("General", -0.000012, "-0.000012"),
    ("General", 1204, "1204"), ("0.00%", 0.26833333333333331, "26.8333333333333%"), ("0%", 1, "100%"),
    ("yyyy-mm-dd", 45081, "2023-06-04"), ("yyyy\"年\"m\"月\"", 45078, "2023-06"),
    ("#,##0.00\"万\"", 68.42, "68.42万"), ("0.0\\亿元", 4.37, "4.37亿元"), ("0.0万", 68.42, "68.42万"),
    ("0!.0,\"万\"", 684_200, "684200"), ("0.00,\"万\"", 684_200, "684200"), ("0\"人次\"", 12, "12"),
    ("0.0\"%\"", 26.8, "26.8%"), ("General", .infinity, "#NUM!"),
  ]

  @Test("a number says what its format means, with the digits it has", arguments: formats)
  func format(code: String, value: Double, text: String) {
    #expect(OldSheet.text(of: value, NumberFormat(code: code), .from1900) == text)
  }
}
