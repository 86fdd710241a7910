// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiReports

@Suite("Tables set apart by blanks in text")
struct SpacedTableTests {
  @Test("rows of as many cells behind tabs are a table, and the lines around them stay a text")
  func tabs() throws {
    let scratch = try Scratch()
    let text = """
      云溪县卫生健康局2024年工作通报
      各院业务量如下：
      机构\t门诊人次\t平均住院日（天）
      云溪县人民医院\t71,204\t7.3
      云溪县中医院\t38,116\t—
      云溪镇卫生院\t12,008\t5.1
      请各单位核对。
      """
    let report = try Report.open(try scratch.file("a.txt", text))
    #expect(try #require(report.text).passages.map(\.line) == [1, 2, 7])
    let table = try #require(report.tables.first)
    #expect(table.head.count == 4)
    #expect(table.head[2] == ["云溪县中医院", "38,116", "—"])
  }

  @Test(
    "two blanks or more part cells, whatever their width; one belongs to its cell",
    arguments: [
      ("出院人次    10287    9046    +13.7%", ["出院人次", "10287", "9046", "+13.7%"]),
      ("  门诊　　7.1万  7.6 万", ["门诊", "7.1万", "7.6 万"]), ("甲\t\t3", ["甲", "", "3"]),
      ("\t2023年\t2024年", ["", "2023年", "2024年"]),
    ])
  func cells(line: String, expected: [String]) {
    #expect(SpacedTable.cells(line) == expected)
  }

  @Test(
    "lines with gaps that hold no rows of figures below names are prose",
    arguments: [
      "院长：张三    书记：李四    电话：5501\n日期：2024年    地点：云溪    人数：12人", "门诊7.1万    出院2.2万    手术3千\n增长5%    增长6%    增长7%",
      "    门诊7.1万人次，同比增长5%。\n    出院2.2万人次，同比增长6%。", "指标    2023年    2024年",
    ])
  func prose(text: String) {
    let passages = text.split(separator: "\n").enumerated().map { Passage(line: $0 + 1, text: String($1)) }
    #expect(passages.indices.allSatisfy { SpacedTable.rows(passages, from: $0).isEmpty })
  }

  @Test("a first row that lacks the cell above the names of rows is given a blank one")
  func corner() {
    let lines = ["      县医院  县中医院", "药占比  28.9   33.4", "结余  1.2   -0.4"]
    let passages = lines.enumerated().map { Passage(line: $0 + 1, text: $1) }
    #expect(
      SpacedTable.rows(passages, from: 0) == [["", "县医院", "县中医院"], ["药占比", "28.9", "33.4"], ["结余", "1.2", "-0.4"]])
  }
}
