// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Output contracts")
struct ContractTests {
  @Test("changes as CSV: the columns, and empty fields where the state forbids a figure")
  func changes() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(
      """
      机构名称,指标,年份,数值
      甲医院,门诊人次,2022,200
      甲医院,门诊人次,2023,220
      乙医院,门诊人次,2023,0
      乙医院,药占比,2022,31.5%
      乙医院,药占比,2023,29.0%

      """, to: "t.csv")
    let result = try program.run(["changes", "t.csv", "--period", "2023", "--format", "csv"])
    #expect(
      result.lines == [
        "facility,metric,period,value,months,base_period,base_value,base_months,difference,percent,unit,state",
        "甲医院,visits_outpatient,2023,220,12,2022,200,12,20,10.000000,人次,ok",
        "乙医院,visits_outpatient,2023,0,12,2022,,0,,,人次,missing_base",
        "乙医院,drug_ratio,2023,29.0,12,2022,31.5,12,-2.5,,%,ok",
      ])
  }

  @Test("extract as JSON lines: one observation a line, with its place and the words quoted")
  func extract() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("清河县人民医院2023年工作总结\n全院药占比26.8%，较上年下降1.9个百分点。\n", to: "report.txt")
    let result = try program.run(["extract", "report.txt", "--format", "jsonl"])
    let line = try #require(result.lines.first { $0.contains("drug_ratio") })
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["facility"] as? String == "清河县人民医院")
    #expect(object["metric"] as? String == "drug_ratio")
    #expect(object["period"] as? String == "2023")
    #expect(object["value"] as? Double == 26.8)
    #expect(object["unit"] as? String == "%")
    #expect(object["bound"] as? String == "exact")
    #expect(object["role"] as? String == "observed")
    #expect(object["status"] as? String == "reported")
    let change = try #require((object["changes"] as? [[String: Any]])?.first)
    #expect(change["kind"] as? String == "points")
    #expect(change["value"] as? Double == -1.9)
    #expect(change["relation"] as? String == "year_earlier")
    let source = try #require(object["source"] as? [String: Any])
    #expect(source["file"] as? String == "report.txt")
    #expect(source["line"] as? Int == 2)
    #expect((source["quote"] as? String)?.contains("26.8%") == true)
  }

  @Test("a row with words beyond the last column is not trusted: 1,234 without quotes is not 1")
  func shiftedRow() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("机构,年份,门诊人次\n甲医院,2022,1,234\n甲医院,2023,1300\n乙医院,2022,5,\n乙医院,2023,6\n", to: "t.csv")
    let result = try program.run(["changes", "t.csv", "--period", "2023", "--format", "csv"])
    #expect(result.lines.dropFirst().map { $0.split(separator: ",").last } == ["not_comparable", "ok"])
    #expect(result.errors.contains("t.csv row 2"))
  }

  @Test("a table without a column of facilities is about the one that its title or its file names")
  func facilityInTitle() throws {
    let program = try Program()
    defer { program.clean() }
    let rows = "月份,门诊人次\n2022-01,100\n2023-01,120\n"
    try program.write(rows, to: "清河县人民医院2023年月报.csv")
    try program.write("清河县中医医院门诊月报\n" + rows, to: "t.csv")
    for (file, name) in [("清河县人民医院2023年月报.csv", "清河县人民医院"), ("t.csv", "清河县中医医院")] {
      let result = try program.run(["changes", file, "--every", "month", "--period", "2023-01", "--format", "csv"])
      #expect(result.lines.last == "\(name),visits_outpatient,2023-01,120,1,2022-01,100,1,20,20.000000,人次,ok")
    }
  }

  @Test("--map names columns, and a new name makes a metric")
  func map() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("when,where,kind,n\n2022-01-01,AAA,A,5\n2022-01-01,AAA,B,6\n2023-01-01,AAA,A,12\n", to: "t.csv")
    let result = try program.run([
      "changes", "t.csv", "--map", "facility=where", "--map", "period=when", "--map", "attendances=n", "--every",
      "month",
      "--format", "csv", "--period", "2023-01",
    ])
    #expect(result.lines.last == "AAA,attendances,2023-01,12,1,2022-01,11,1,1,9.090909,,ok")
  }

  @Test("the same input gives the same bytes", arguments: ["png", "svg", "pdf"])
  func sameBytes(ending: String) throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(ExitCodeTests.table, to: "visits.csv")
    for name in ["first", "second"] {
      #expect(try program.run(["chart", "year-over-year", "visits.csv", "-o", "\(name).\(ending)"]).status == 0)
    }
    let bytes = try ["first", "second"].map {
      try Data(contentsOf: program.folder.appendingPathComponent("\($0).\(ending)"))
    }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0].count > 1000)
  }

  @Test("standard input is read as a table or a text by what it holds")
  func standardInput() throws {
    let program = try Program()
    defer { program.clean() }
    let table = try program.run(["changes", "-", "--format", "csv"], input: ExitCodeTests.table)
    #expect(table.output.contains("甲医院,visits_outpatient,2023,110"))
    let text = try program.run(
      ["extract", "-", "--format", "csv", "--facility", "甲医院", "--year", "2023"], input: "全年门诊12.3万人次。\n")
    #expect(text.output.contains("甲医院,visits_outpatient,"))
    #expect(text.output.contains("123000"))
  }

  @Test("a Word document gives the figures of its text and of its tables, each with its place")
  func word() throws {
    let program = try Program()
    defer { program.clean() }
    let sample = Program.packageRoot.appending(path: "Tests/TongbiCommandTests/Samples/report.docx")
    try FileManager.default.copyItem(at: sample, to: program.folder.appending(path: "report.docx"))
    let result = try program.run(["extract", "report.docx", "--format", "jsonl"])
    #expect(result.status == 0)
    let objects = try result.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    let places = objects.map { object -> String in
      let source = object?["source"] as? [String: Any]
      let place = ["line", "sheet", "row", "column"].compactMap { source?[$0] }.map { "\($0)" }.joined(separator: " ")
      return "\(object?["metric"] ?? "") \(object?["value"] ?? "") \(place)"
    }
    #expect(places.contains("drug_ratio 26.8 2"))
    #expect(places.contains("visits_outpatient 1204 第1个表格 2 3"))
    let changes = try program.run(["changes", ".", "--metric", "visits_outpatient", "--format", "csv"])
    #expect(changes.lines.contains { $0.hasPrefix("清河县人民医院,visits_outpatient,2023,1204,") })
  }
}
