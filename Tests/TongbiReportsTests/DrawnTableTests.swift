// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiReports

@Suite("Tables drawn in text")
struct DrawnTableTests {
  @Test("rows of as many cells between bars are a table, without the lines that draw its frame")
  func rows() throws {
    let scratch = try Scratch()
    let text = """
      青峰县人民医院2024年工作总结
      表1 主要业务指标
      | 指标 | 2023年 | 2024年 |
      +------+-------+-------+
      | 门诊人次 | 7.1万 | 7.6万 |
      | 平均住院日 | 7.3天 | 6.8天 |
      全年运行平稳。
      """
    let report = try Report.open(try scratch.file("a.txt", text))
    #expect(try #require(report.text).passages.map(\.line) == [1, 2, 7])
    #expect(report.tables.count == 1)
  }

  @Test(
    "a bar in prose draws no table",
    arguments: ["县医院|医讯\n门诊7万人次|出院2万人次，平均住院日缩短，患者满意度继续提高，各项指标运行在合理区间之内，总体平稳向好发展。", "栏目|医讯\n来源|本网"])
  func prose(text: String) throws {
    let scratch = try Scratch()
    #expect(try Report.open(try scratch.file("a.txt", text)).tables.isEmpty)
  }

  @Test("frames may be drawn with other bars")
  func bars() {
    let lines = ["┌────┬────┐", "│门诊│7.1万│", "├────┼────┤", "│出院│2.2万│", "└────┴────┘"]
    let passages = lines.enumerated().map { Passage(line: $0 + 1, text: $1) }
    #expect(DrawnTable.end(passages, from: 0) == 5)
    #expect(DrawnTable.rows(lines) == [["门诊", "7.1万"], ["出院", "2.2万"]])
  }
}
