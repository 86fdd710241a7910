// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Audit and review page")
struct ReviewTests {
  private static let report = """
    清河县人民医院2023年工作总结
    一、业务
    全院药占比26.8%，较上年下降1.9个百分点；门诊***人次。拨打12345热线。2024年力争药占比控制在25%以内。

    """

  @Test("--audit prints every number with what became of it", arguments: ["csv", "jsonl", "table"])
  func audit(format: String) throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(Self.report, to: "报告.txt")
    let result = try program.run(["extract", "报告.txt", "--audit", "--format", format])
    #expect(result.status == 0)
    for number in ["2023年", "一、", "26.8%", "1.9个百分点", "***人次", "12345", "2024年", "25%"] {
      #expect(result.lines.contains { $0.contains(number) }, "\(number)")
    }
    if format == "csv" {
      #expect(result.lines.first?.hasPrefix("number,became,reason,facility,metric") == true)
      #expect(
        result.lines.contains {
          $0.hasPrefix("26.8%,fact,,清河县人民医院,drug_ratio,药占比,2023,26.8,%") && $0.hasSuffix(",L3:5-10")
        })
    }
    if format == "jsonl" {
      for line in result.lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test("on the page a table stands where it stands in the document, whatever the lines above it say")
  func order() throws {
    let program = try Program()
    defer { program.clean() }
    let table = { (name: String) in "\n|机构|门诊人次|\n|---|---|\n|\(name)|120|\n|县中医院|80|\n\n" }
    try program.write(
      table("甲医院") + "清河县2023年工作总结\n\n门诊200人次。" + table("乙医院") + table("丙医院") + "床位30张。\n", to: "报告.md")
    let result = try program.run(["extract", "报告.md", "--format", "html"])
    #expect(result.status == 0)
    let start = try #require(result.output.range(of: "<body")?.lowerBound)
    let body = result.output[start...]
    var place = start
    for words in ["甲医院", "工作总结", "门诊", "乙医院", "丙医院", "床位"] {
      place = try #require(body[place...].range(of: words)?.upperBound, "\(words)")
    }
  }

  @Test("--format html writes the page to read before signing, in both languages", arguments: ["zh", "en"])
  func page(language: String) throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(Self.report, to: "报告.txt")
    try program.write("机构,年份,门诊人次\n清河县人民医院,2023,1<2\n清河县中医院,2023,300\n", to: "表.csv")
    let result = try program.run(
      ["extract", "报告.txt", "表.csv", "--format", "html", "-o", "review.html", "--lang", language])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    let html = try String(contentsOf: program.folder.appendingPathComponent("review.html"), encoding: .utf8)
    #expect(html.contains("class=\"m target"))
    #expect(html.contains("class=\"m masked"))
    #expect(html.contains("class=\"m rejected"))
    #expect(html.contains("1&lt;2"))
    #expect(html.contains(language == "zh" ? "核对人" : "Checked by"))
    #expect(html.contains("<li class=\"error\">"))
    #expect(try program.run(["extract", "报告.txt", "--format", "html", "--audit"]).status == 64)
    #expect(try program.run(["extract", "报告.txt", "--format", "html", "-o", "no/such/a.html"]).status == 73)
  }
}
