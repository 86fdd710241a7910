// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiReports

@Suite("Markdown")
struct MarkdownTextTests {
  private static let report = """
    # 清河县卫生健康局2023年统计通报

    全县总诊疗人次31.6万人次。

    ## 表1 各医院门诊人次
    | 机构 | 门诊人次 | 药占比 |
    |:-----|---------:|:------:|
    | **县人民医院** | 1,204 | `26.8%` |
    | 县中医院 \\| 分院 | ** | 30% |
    药占比为全年口径。

    机构 | 床位
    --- | ---
    县人民医院 | 500

    | 只有一行 |
    ```
    | a | b |
    |---|---|
    | 1 | 2 |
    ```
    """

  @Test("tables drawn with bars are tables with their captions, and the lines around them stay a text")
  func tables() throws {
    let scratch = try Scratch()
    let report = try Report.open(try scratch.file("a.md", Self.report))
    let text = try #require(report.text)
    #expect(text.passages.map(\.line) == [1, 3, 5, 10, 16, 17, 18, 19, 20, 21])
    let tables = report.tables
    #expect(
      tables.map(\.head) == [
        [["机构", "门诊人次", "药占比"], ["县人民医院", "1,204", "26.8%"], ["县中医院 | 分院", "**", "30%"]],
        [["机构", "床位"], ["县人民医院", "500"]],
      ])
    #expect(tables.map(\.sheet) == ["第1个表格", "第2个表格"])
    #expect(tables.map(\.line) == [5, 10])
    #expect(tables[0].captions == ["清河县卫生健康局2023年统计通报", "全县总诊疗人次31.6万人次。", "表1 各医院门诊人次"])
    #expect(tables[1].captions == ["药占比为全年口径。"])
  }

  static let others = [
    "门诊1,204人次|住院300人次|手术50台\n门诊1人次\n", "|a|b|\n|---|\n|1|2|\n", "a\n---\nb\n", "|a|b|\n\n|---|---|\n|1|2|\n",
    "|", "|---|---|",
  ]

  @Test("bars and dashes that draw no table leave a text a text", arguments: others)
  func noTable(text: String) throws {
    let scratch = try Scratch()
    let report = try Report.open(try scratch.file("a.md", text))
    #expect(report.tables.isEmpty)
    #expect(report.text != nil)
  }

  @Test("a table of many bars ends soon")
  func hostile() throws {
    let scratch = try Scratch()
    let row = String(repeating: "|", count: 100_001)
    let drawn = String(repeating: "|-", count: 100_000) + "|"
    let report = try Report.open(try scratch.file("a.md", "\(row)\n\(drawn)\n\(row)\n"))
    #expect(report.tables.map(\.head) == [Array(repeating: Array(repeating: "", count: 100_000), count: 2)])
  }
}
