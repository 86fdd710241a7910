// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Corrections")
struct CorrectionTests {
  private static let report = "清河县人民医院2023年工作总结\n全院药占比26.8%，较上年下降1.9个百分点。\n"
  private static let table = "机构,年份,门诊人次\n清河县中医院,2022,50000\n清河县中医院,2023,\"52,000\"\n"
  private static let header = "file,place,quote,label,field,value,reason,who,when\n"
  private static let right = "报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,value,26.4%,笔误,王某,2024-01-08\n"

  private func program(_ corrections: String) throws -> Program {
    let program = try Program()
    try program.write(Self.report, to: "p/报告.txt")
    try program.write(Self.table, to: "p/表.csv")
    try program.write(Self.header + corrections, to: "p/corrections.csv")
    return program
  }

  @Test("a correction shows in every output as corrected")
  func shown() throws {
    let program = try program(Self.right + "表.csv,C3,\"52,000\",,value,5.3万人次,漏报,李某,\n")
    defer { program.clean() }
    let lines = try program.run(["extract", "p", "--format", "jsonl"]).lines
    let object = try #require(
      lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        .first { $0["metric"] as? String == "drug_ratio" })
    #expect(object["value"] as? Double == 26.4)
    #expect(object["status"] as? String == "corrected")
    let correction = try #require((object["corrections"] as? [[String: Any]])?.first)
    #expect(correction["former"] as? String == "26.8%")
    #expect(correction["who"] as? String == "王某")
    let csv = try program.run(["extract", "p", "--format", "csv"])
    #expect(csv.lines.contains { $0.contains(",26.4,%") && $0.contains("26.8% → 26.4%") && $0.contains("L2:2-23") })
    #expect(try program.run(["extract", "p"]).output.contains("corrected"))
    let changes = try program.run(["changes", "p", "--format", "csv", "--period", "2023"])
    #expect(changes.lines.first?.hasSuffix(",state,corrected") == true)
    #expect(changes.lines.contains { $0.hasPrefix("清河县中医院,visits_outpatient,2023,53000,12,2022,50000,") })
    #expect(changes.output.contains("52,000 → 5.3万人次"))
    #expect(try program.run(["changes", "p", "--period", "2023"]).output.contains("corrected"))
    let check = try program.run(["check", "p"])
    #expect(check.status == 0)
    #expect(check.output.contains("26.8% → 26.4%"))
    #expect(try program.run(["extract", "p", "--audit"]).output.contains("corrected"))
    #expect(try program.run(["extract", "p", "--format", "html"]).output.contains("class=\"m corrected"))
    let chart = ["chart", "ranking", "p", "--metric", "drug_ratio", "-o", "a.svg"]
    #expect(try program.run(chart).status == 0)
    let svg = try String(contentsOf: program.folder.appendingPathComponent("a.svg"), encoding: .utf8)
    #expect(svg.contains("Corrected by hand"))
  }

  @Test("a year that the report blots out shows in every output, until a person says which it was")
  func blottedYear() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("清河县人民医院20XX年工作总结\n全院药占比26.8%。\n", to: "p/报告.txt")
    func shown(_ format: String) throws -> String { try program.run(["extract", "p", "--format", format]).output }
    #expect(try shown("jsonl").contains("\"period\":\"20XX\""))
    #expect(try shown("csv").contains(",20XX,26.8,"))
    #expect(try shown("table").contains("20XX"))
    #expect(try shown("html").contains("· 20XX · 26.8%"))
    #expect(try program.run(["extract", "p", "--audit", "--format", "csv"]).output.contains(",20XX,26.8,"))
    let line = "报告.txt,L2:2-10,药占比26.8%,,period,2023,查原件,王某,\n"
    try program.write(Self.header + line, to: "p/corrections.csv")
    let right = try shown("jsonl")
    #expect(right.contains("\"period\":\"2023\""))
    #expect(right.contains("\"former\":\"20XX\""))
    #expect(try shown("csv").contains(",2023,26.8,"))
  }

  @Test("without corrections, changes have the columns they always had")
  func contract() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(Self.table, to: "t.csv")
    #expect(try program.run(["changes", "t.csv", "--format", "csv"]).lines.first?.hasSuffix(",unit,state") == true)
  }

  static let faults: [(line: String, words: String)] = [
    ("报告.txt,L2:2-23,药占比28.6%，较上年下降1.9个百分点,,value,26.4%,笔误,,\n", "have changed since"),
    ("报告.txt,L2:2-22,药占比26.8%，较上年下降1.9个百分,,value,26.4%,笔误,,\n", "have changed since"),
    ("报告.txt,L9:2-23,药占比26.8%，较上年下降1.9个百分点,,value,26.4%,笔误,,\n", "moved from L9:2-23 to L2:2-23"),
    ("报告.txt,L9:2-8,没有这句话,,value,26.4%,笔误,,\n", "no figure was extracted at L9:2-8"),
    ("另一份.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,value,26.4%,笔误,,\n", "另一份.txt"),
    ("表.csv,C3,\"53,000\",,value,1,笔误,,\n", "have changed since"),
    ("报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,value,26.4%,,,\n", "gives no reason"),
    ("报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,value,很多,笔误,,\n", "很多"),
    ("报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,value,26人次,笔误,,\n", "26人次"),
    ("报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,colour,red,笔误,,\n", "colour"),
    ("报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,period,去年,笔误,,\n", "去年"),
    ("报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,changes,减少很多,笔误,,\n", "减少很多"),
    ("报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,changes,较上年下降1.9人次,笔误,,\n", "1.9人次"),
  ]

  @Test("a correction that cannot be applied is an error, and the figure stays", arguments: faults)
  func fault(line: String, words: String) throws {
    let program = try program(line)
    defer { program.clean() }
    let check = try program.run(["check", "p"])
    #expect(check.status == 1)
    #expect(check.lines.contains { $0.contains("corrections.csv") && $0.contains(words) }, "\(check.output)")
    #expect(try program.run(["extract", "p", "--format", "csv"]).output.contains(",26.8,%"))
  }

  @Test("other fields than the value can be corrected, and a figure can be taken out")
  func fields() throws {
    let place = "报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,"
    let program = try program(
      place + "metric,检查收入占比,口径,,\n" + place + "period,2022,年份,,\n" + place + "facility,清河县中医院,单位,,\n"
        + "表.csv,C3,\"52,000\",,value,,未审定,,\n")
    defer { program.clean() }
    let result = try program.run(["extract", "p", "--format", "csv"])
    let line = try #require(result.lines.first { $0.contains("26.8") })
    #expect(line.hasPrefix("清河县中医院,") && line.contains(",2022,26.8,"))
    let table = try #require(result.lines.first { $0.contains("表.csv") && $0.contains("2023,,") })
    #expect(table.contains(",missing,"))
  }

  static let statements: [(words: String, changes: [String])] = [
    ("较上年下降2.9个百分点", ["points -2.9 2022"]), ("", []), ("同比持平", ["flat null 2022"]),
    ("同比上升0.4个百分点，比2019年下降3个百分点", ["points 0.4 2022", "points -3 2019"]),
  ]

  @Test("the changes stated beside a figure can be corrected, in the words of reports", arguments: statements)
  func changes(words: String, changes: [String]) throws {
    let program = try program("报告.txt,L2:2-23,药占比26.8%，较上年下降1.9个百分点,,changes,\(words),笔误,,\n")
    defer { program.clean() }
    let lines = try program.run(["extract", "p/报告.txt", "--corrections", "p/corrections.csv", "--format", "jsonl"])
      .lines
    let line = try #require(lines.first)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let found = (object["changes"] as? [[String: Any]] ?? []).map { change in
      let value = (change["value"] as? NSNumber).map { "\($0)" } ?? "null"
      return "\(change["kind"] ?? "") \(value) \(change["base"] ?? "")"
    }
    #expect(found == changes)
    #expect(((object["corrections"] as? [[String: Any]])?.first?["former"] as? String) == "同比下降1.9个百分点")
  }

  @Test("--format corrections prints the list to fill in, and what it prints can be read back")
  func form() throws {
    let program = try program(Self.right)
    defer { program.clean() }
    let list = try program.run(["extract", "p/报告.txt", "p/表.csv", "--format", "corrections"])
    #expect(list.lines.first == String(Self.header.dropLast()))
    #expect(list.lines.contains { $0.hasSuffix(",changes,同比下降1.9个百分点,,,") })
    let filled = list.output.replacingOccurrences(of: ",26.8%,,,", with: ",26.4%,笔误,王某,").replacingOccurrences(
      of: ",value,50000,,,", with: ",value,50001,漏报,,")
    try program.write(filled, to: "mine.csv")
    let result = try program.run(
      ["extract", "p/报告.txt", "p/表.csv", "--format", "csv", "--corrections", "mine.csv"])
    #expect(result.output.contains(",26.4,%"))
    #expect(result.output.contains(",50001,"))
    #expect(try program.run(["extract", "p/报告.txt", "--corrections", "none.csv"]).status == 66)
  }

  @Test("the project file names another list")
  func named() throws {
    let program = try program("")
    defer { program.clean() }
    try program.write(Self.header + Self.right, to: "p/words.csv")
    try program.write("corrections: words.csv\n", to: "p/tongbi.yaml")
    #expect(try program.run(["extract", "p", "--format", "csv"]).output.contains(",26.4,%"))
    try program.write("a,b\n1,2\n", to: "p/words.csv")
    #expect(try program.run(["check", "p"]).status == 65)
  }
}
