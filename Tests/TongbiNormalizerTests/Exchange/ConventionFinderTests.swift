// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi

@testable import TongbiNormalizer
import TongbiReports

@Suite("Conventions of cells")
struct ConventionFinderTests {
  @Test("a whole column of fractions under a percentage is set aside and told once")
  func fractions() throws {
    let result = try TableReader().read("机构名称,年份,病床使用率（%）\n甲医院,2023,0.268\n乙医院,2023,0.91\n丙医院,2023,85.1%\n")
    #expect(result.observations.map(\.status) == [.suspect, .suspect, .reported])
    #expect(
      result.observations.map { $0.quantity?.value } == [
        ExactDecimal("0.268"), ExactDecimal("0.91"), ExactDecimal("85.1"),
      ])
    #expect(result.codes == ["fractions"])
  }

  @Test("one fraction among percentages is told by itself, a rare event's rate is left alone")
  func single() throws {
    let rows = ["85.2", "0.781", "90.1", "77", "0.4"].enumerated().map { "医院\($0)号,2023,\($1)\n" }.joined()
    let result = try TableReader().read("机构名称,年份,治愈率\n" + rows)
    #expect(result.observations.map(\.status) == [.reported, .suspect, .reported, .reported, .reported])
    #expect(result.codes == ["fractions"])
    let rare = try TableReader().read("机构名称,年份,医院感染发生率\n甲医院,2023,0.268\n乙医院,2023,0.91\n")
    #expect(rare.observations.allSatisfy { $0.status == .reported })
  }

  @Test("a text cell with its sign is that percentage, whatever the header says")
  func percent() throws {
    let result = try TableReader().read("机构名称,年份,药占比\n甲医院,2023,26.8%\n乙医院,2023,0.5%\n")
    #expect(result.observations.compactMap { $0.quantity?.value } == [ExactDecimal("26.8"), ExactDecimal("0.5")])
  }

  @Test("dollars are no yuan")
  func dollars() throws {
    let result = try TableReader().read("机构名称,年份,医疗收入（元）\n甲医院,2023,\"$1,234\"\n乙医院,2023,\"¥1,234\"\n")
    #expect(result.observations.compactMap { $0.quantity?.value } == [1234])
    #expect(result.codes == ["unit-mismatch"])
  }

  @Test("footnotes behind headers, names, periods and figures are left out and told")
  func footnotes() throws {
    var reader = TableReader()
    reader.registry = FacilityRegistry(facilities: [Facility(name: "清河卫生院")])
    let result = try reader.read("机构名称,月份,门诊人次¹\n清河卫生院①,Jan-193,\"1,234²\"\n清河卫生院①,2019-02,1234*\n")
    #expect(
      result.lines == [
        "清河卫生院,visits_outpatient,2019-01,,1234,人次,reported", "清河卫生院,visits_outpatient,2019-02,,1234,人次,reported",
      ])
    #expect(result.observations.allSatisfy { $0.label == "门诊人次" })
    #expect(result.codes == ["footnote", "footnote", "footnote", "footnote"])
    #expect(result.observations.map(\.text) == ["1,234²", "1234*"])
  }

  @Test("a status column decides whether there is a figure")
  func status() throws {
    let result = try TableReader().read(
      "facility,period,metric,value,unit,status,source\n甲医院,2023,visits_total,5,人次,reported,x\n甲医院,2022,visits_total,,人次,masked,x\n乙医院,2023,visits_total,7,人次,suspect,x\n"
    )
    #expect(result.observations.map(\.status) == [.reported, .masked, .suspect])
  }

  static let schema = """
    {"name":"tongbi","resources":[{"name":"obs","path":"obs.csv","encoding":"gb18030","dialect":{"delimiter":"|"},"schema":{
    "fields":[{"name":"机构名称","type":"string"},{"name":"年份","type":"year"},
    {"name":"床位","type":"number","decimalChar":",","groupChar":".","bareNumber":false}],"missingValues":["","-99","k.A."]}}]}
    """
  static let rows = "机构名称|年份|床位\n甲医院|2023|1.234\n乙医院|2023|-99\n丙医院|2023|k.A.\n丁医院|2023|2.345,0\n"

  private func makeFolder(_ description: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tongbi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(description.utf8).write(to: folder.appendingPathComponent("datapackage.json"))
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    try #require(Self.rows.data(using: gb18030)).write(to: folder.appendingPathComponent("obs.csv"))
    return folder
  }

  @Test(
    "a description beside a file tells how it is written, whichever of the two is opened",
    arguments: ["obs.csv", "datapackage.json"])
  func package(name: String) throws {
    let folder = try makeFolder(Self.schema)
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try TableReader().read(file: folder.appendingPathComponent(name).path)
    #expect(
      result.lines == [
        "丁医院,beds_open,2023,,2345,张,reported", "丙医院,beds_open,2023,,,张,missing", "乙医院,beds_open,2023,,,张,missing",
        "甲医院,beds_open,2023,,1234,张,reported",
      ])
  }

  @Test(
    "a description that names a file outside of its folder is refused",
    arguments: ["../obs.csv", "/etc/passwd.csv", "a/../../b.csv", "https://example.org/a.csv", "..\\\\obs.csv"])
  func outside(path: String) throws {
    let folder = try makeFolder("{\"resources\":[{\"path\":\"\(path)\"}]}")
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try Report.open(folder.appendingPathComponent("datapackage.json").path)
    #expect(report.parts.isEmpty)
    #expect(report.findings.map(\.problem.code) == ["outside-package"])
  }

  @Test("a description that cannot be read is told, and the file read without")
  func broken() throws {
    let folder = try makeFolder("{\"resources\":[")
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = try Report.open(folder.appendingPathComponent("obs.csv").path)
    #expect(report.findings.map(\.problem.code).contains("bad-description"))
    #expect(report.tables.count == 1)
  }

  @Test("a description that says that there is no header names the columns itself")
  func withoutHeader() throws {
    let folder = try makeFolder(
      Self.schema.replacingOccurrences(of: #""delimiter":"|""#, with: #""delimiter":"|","header":false"#))
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = Self.rows.split(separator: "\n").dropFirst().joined(separator: "\n")
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    try #require(rows.data(using: gb18030)).write(to: folder.appendingPathComponent("obs.csv"))
    let result = try TableReader().read(file: folder.appendingPathComponent("obs.csv").path)
    #expect(
      result.lines == [
        "丁医院,beds_open,2023,,2345,张,reported", "丙医院,beds_open,2023,,,张,missing", "乙医院,beds_open,2023,,,张,missing",
        "甲医院,beds_open,2023,,1234,张,reported",
      ])
    #expect(result.observations.first?.source.place == .cell(sheet: nil, row: 1, column: 3))
  }

  @Test(
    "tables that stand in the description itself are read, as rows and as objects",
    arguments: [
      #"[["机构名称","年份","床位"],["甲医院",2023,120],["乙医院",2023,null]]"#,
      #"[{"机构名称":"甲医院","年份":2023,"床位":120},{"机构名称":"乙医院","年份":"2023","床位":null}]"#,
    ])
  func inline(data: String) throws {
    let folder = try makeFolder("{\"resources\":[{\"name\":\"beds\",\"data\":\(data)}]}")
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try TableReader().read(file: folder.appendingPathComponent("datapackage.json").path)
    #expect(result.lines == ["乙医院,beds_open,2023,,,张,missing", "甲医院,beds_open,2023,,120,张,reported"])
  }

  @Test("decimal commas are found wherever they stand, in small tables and in large ones", arguments: [300, 12_000])
  func lateDecimals(count: Int) throws {
    let rows = (0..<count).map { "医院\($0)号;2023;\($0 == count - 1 ? "12,5" : "1,234")\n" }.joined()
    let result = try TableReader().read("机构名称;年份;平均住院日\n" + rows)
    #expect(result.codes.contains("decimal-comma"))
    #expect(result.observations.first?.quantity?.value == ExactDecimal("1.234"))
    #expect(result.observations.last?.quantity?.value == ExactDecimal("12.5"))
  }

  @Test("fractions are doubted or not by all rows of a table, not by the first alone")
  func lateFractions() throws {
    let rows = (0..<300).map { "医院\($0)号,2023,\($0 < 250 ? "0.9" : "85.2")\n" }.joined()
    let result = try TableReader().read("机构名称,年份,病床使用率（%）\n" + rows)
    #expect(result.observations.last?.status == .reported)
  }

  /// A table too long to be held, whose figures of one metric begin or change far behind the first rows.
  private func longTable(_ figures: (Int) -> String) throws -> TableReader.Result {
    let visits = (0..<11_000).map { "医院\($0)号,2023,门诊人次,\($0)\n" }.joined()
    let rates = (0..<3_000).map { "医院\($0)号,2023,病床使用率,\(figures($0))\n" }.joined()
    var reader = TableReader()
    reader.chunkRows = 2_000
    return try reader.read("机构名称,年份,指标,数值\n" + visits + rates)
  }

  @Test("fractions that begin behind the first rows of a long table are set aside and told once")
  func fractionsBehindFirstRows() throws {
    let result = try longTable { "0.\(600 + $0 % 300)" }
    let rates = result.observations.filter { $0.metric?.id == "bed_occupancy_rate" }
    #expect(rates.count == 3_000 && rates.allSatisfy { $0.status == .suspect })
    #expect(result.codes.filter { $0 == "fractions" }.count == 1)
  }

  @Test("fractions among percentages that begin behind the first rows are told by themselves")
  func fractionsAmongLatePercentages() throws {
    let result = try longTable { $0 == 2_500 ? "0.855" : "\(60 + $0 % 30).5" }
    let rates = result.observations.filter { $0.metric?.id == "bed_occupancy_rate" }
    #expect(rates.filter { $0.status == .suspect }.map(\.quantity?.value.description) == ["0.855"])
    #expect(result.codes.filter { $0 == "fractions" }.count == 1)
  }

  @Test("percentages that begin behind the first rows are left alone")
  func latePercentages() throws {
    let result = try longTable { "\(60 + $0 % 30).5" }
    #expect(result.observations.allSatisfy { $0.status == .reported } && !result.codes.contains("fractions"))
  }
}
