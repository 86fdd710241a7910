// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiNormalizer
import TongbiTestRandom

@Suite("Table normalizer")
struct TableNormalizerTests {
  static let long: [[String]] = [
    ["机构名称", "指标", "月份", "数值", "单位", "备注"],
    ["青山县医院", "总诊疗人次", "2023-01", "1.2", "万人次", "甲"],
    ["青山县医院", "药占比", "2023-01", "26.8", "%", ""],
    ["绿水镇卫生院", "总诊疗人次", "2023-01", "***", "人次", ""],
    ["绿水镇卫生院", "总诊疗人次", "2023-02", "800", "人次", "乙"],
    ["绿水镇卫生院", "食堂就餐人次", "2023-02", "", "人次", ""],
  ]
  static let wide: [[String]] = [
    ["序号", "医院", "年份", "床位（张）", "药品收入（万元）", "增减%", "食堂就餐人次"],
    ["1", "青山县医院", "2022年", "450", "1234.5", "1.1", "99"],
    ["2", "绿水镇卫生院", "2022年", "40", "88.25", "-2", "12"],
    ["3", "青山县医院", "2023年", "460", "—", "", "98"],
    ["4", "绿水镇卫生院", "2023年", "41", "90.1", "", ""],
  ]
  static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  static func bytes(_ rows: [[String]], _ delimiter: String, _ encoding: String.Encoding) -> [UInt8] {
    let text = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\n") + "\n"
    return text.data(using: encoding).map(Array.init) ?? []
  }

  @Test("rows, columns, delimiter, encoding and chunk size change no observation", arguments: 0..<24)
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let table = seed % 2 == 0 ? Self.long : Self.wide
    let expected = try TableReader().read(bytes: Self.bytes(table, ",", .utf8)).lines
    #expect(expected.count == (seed % 2 == 0 ? 5 : 12))
    let columns = Array(table[0].indices).shuffled(using: &random)
    let rows = [table[0]] + table.dropFirst().shuffled(using: &random)
    let delimiter = [",", "\t", ";"].randomElement(using: &random) ?? ","
    let encoding = [String.Encoding.utf8, Self.gb18030].randomElement(using: &random) ?? .utf8
    var reader = TableReader()
    reader.chunkRows = Int.random(in: 1...5, using: &random)
    let moved = Self.bytes(rows.map { row in columns.map { row[$0] } }, delimiter, encoding)
    #expect(try reader.read(bytes: moved).lines == expected)
  }

  @Test("every figure leads back to the row and column that hold it")
  func sources() throws {
    let result = try TableReader().read(bytes: Self.bytes(Self.long, ",", .utf8))
    for observation in result.observations {
      guard case .cell(_, let row, let column) = observation.source.place else {
        Issue.record("no cell")
        continue
      }
      #expect(Self.long[row - 1][column - 1] == observation.text)
      #expect(observation.source.quote == observation.text)
    }
  }

  static let errors: [(String, String)] = [
    ("机构,年份,数量\n甲医院,2023,5\n", "no-metric"), ("甲,乙\n丙,丁\n", "no-header"), ("机构名称,指标\n甲医院,门诊人次\n", "no-figures"),
    ("机构名称,指标,数值\n", "empty-table"), ("机构,1月,2月\n甲医院,5,6\n", "unreadable-period"),
  ]

  @Test("what cannot be understood is an error that shows the header and a way out", arguments: errors)
  func refusal(text: String, code: String) throws {
    do {
      var reader = TableReader()
      if code == "unreadable-period" { reader.options.metric = "门诊人次" }
      let result = try reader.read(text)
      Issue.record("read as \(result.lines)")
    } catch let error as TongbiError {
      #expect(error.problem.code == code)
      for language in Language.allCases { #expect(error.message(in: language).count > 20) }
    } catch is TableReader.NotATable {
      Issue.record("not a table: \(text)")
    }
  }

  @Test("a mapping that names no column, or is none, is wrong usage")
  func badMapping() throws {
    #expect(throws: TongbiError.self) { try ColumnMapping(parsing: ["facility"]) }
    #expect(throws: TongbiError.self) { try ColumnMapping(parsing: ["=x"]) }
    #expect(throws: TongbiError.self) { try ColumnMapping(parsing: ["facility=a", "facility=b"]) }
    #expect(throws: TongbiError.self) { try ColumnMapping(parsing: ["visits=a", "value=a"]) }
    #expect(try ColumnMapping(parsing: ["period=年", "period=月"]).entries.count == 2)
    var reader = TableReader()
    reader.options.mapping = try ColumnMapping(parsing: ["value=没有"])
    #expect(throws: TongbiError.self) { try reader.read(bytes: Self.bytes(Self.long, ",", .utf8)) }
  }

  @Test("facilities go under their registered names, unknown ones under their own with a note")
  func registry() throws {
    var reader = TableReader()
    reader.registry = FacilityRegistry(facilities: [Facility(name: "青山县人民医院", otherNames: ["青山县医院"])])
    let result = try reader.read(bytes: Self.bytes(Self.long, ",", .utf8))
    #expect(Set(result.observations.compactMap(\.facility)) == ["青山县人民医院", "绿水镇卫生院"])
    #expect(result.codes == ["unknown-facility"])
  }

  @Test("findings of one kind are listed twenty times and then counted")
  func findingLimit() throws {
    let rows = (1...100).map { ["甲\($0)医院", "2023", "很多"] }
    let result = try TableReader().read(
      bytes: Self.bytes(
        [["机构", "年份", "门诊人次"], ["乙医院", "2023", "5"]] + rows + rows.map { [$0[0], "2022", "7"] }, ",", .utf8))
    #expect(result.codes.count { $0 == "not-a-number" } == 21)
    #expect(result.observations.count == 101)
  }

  static let hostile: [String] = [
    "", ",", "\n\n\n", ",,,\n,,,\n", "机构\n", "机构,机构,机构\n甲医院,乙医院,丙医院\n", "指标,数值\n,\n",
    "机构名称,年份,门诊人次\n甲医院,2023,99999999999999999999999999\n甲医院,2023,999999999999999万亿\n",
    "机构名称,年份,药品收入（万亿元）\n甲医院,2023,999999999999999999\n", "2023年,2022年\n1,2\n",
    "机构名称,年份,年份,月份,门诊人次\n甲医院,,,,1\n", "合计,合计\n合计,1\n", "机构名称,年份,分子,分母,药占比\n甲医院,2023,0,0,0\n甲医院,2023,1,-1,-1\n",
  ]

  @Test("hostile tables are read or refused, never a trap", arguments: hostile)
  func survives(text: String) throws {
    survive(Array(text.utf8))
  }

  @Test("truncated and bit-flipped tables are read or refused", arguments: 0..<60)
  func damaged(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = Self.bytes(seed % 2 == 0 ? Self.long : Self.wide, ",", seed % 3 == 0 ? Self.gb18030 : .utf8)
    if seed % 5 == 0 { bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &random) } }
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
    }
    survive(Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))
  }

  private func survive(_ bytes: [UInt8]) {
    do {
      for finding in try TableReader().read(bytes: bytes).findings {
        for language in Language.allCases { #expect(!finding.problem.message(in: language).isEmpty) }
      }
    } catch {
      #expect(error is TongbiError || error is TableReader.NotATable, "\(error)")
    }
  }

  @Test("a table with more columns than a sheet can have is refused, and the columns are told")
  func columns() throws {
    let header = "机构名称," + (0..<17_000).map { "指标\($0)" }.joined(separator: ",")
    let row = "甲医院," + (0..<17_000).map(String.init).joined(separator: ",")
    #expect {
      _ = try TableReader().read(header + "\n" + row + "\n")
    } throws: { error in
      (error as? TongbiError)?.problem as? TableProblem == .tooManyColumns(17_001, limit: 16_384)
    }
  }
}
