// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("tongbi tables")
struct TablesCommandTests {
  @Test("csv is the same table in the standard dialect: the header first, no blank rows; what is left out is said")
  func csv() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("2023年报\n\n机构;费用;说明\n甲;1,5;\"p;q\"\n\n乙;2,5;\"x\"\"y\"\n", to: "t.csv")
    let result = try program.run(["tables", "t.csv", "--format", "csv"])
    #expect(result.status == 0)
    #expect(result.output == "机构,费用,说明\n甲,\"1,5\",p;q\n乙,\"2,5\",\"x\"\"y\"\n")
    #expect(result.errors.contains("rows 1 to 2 stand above the header"))
  }

  @Test("jsonl has every row with its number, and strings as they stand")
  func jsonl() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("2023年报\n\n机构,数\n甲,007\n", to: "t.csv")
    let result = try program.run(["tables", "t.csv", "--format", "jsonl"])
    #expect(
      result.lines == [
        #"{"file":"t.csv","sheet":null,"row":1,"cells":["2023年报"]}"#,
        #"{"file":"t.csv","sheet":null,"row":2,"cells":[]}"#,
        #"{"file":"t.csv","sheet":null,"row":3,"cells":["机构","数"]}"#,
        #"{"file":"t.csv","sheet":null,"row":4,"cells":["甲","007"]}"#,
      ])
  }

  @Test("table says how a file was read, then shows its rows behind their numbers")
  func table() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("年报\n机构\t门诊人次\n甲\t12\n乙医院\t\"3\n4\"\n", to: "t.csv")
    let result = try program.run(["tables", "t.csv"])
    #expect(
      result.lines == [
        "# t.csv, utf-8, delimiter TAB, quote “\"”, doubled within quotes, line ends LF, 4 rows × 2 columns, "
          + "1 row above the header, header in row 2",
        "1  年报", "2  机构    门诊人次", "3  甲      12", "4  乙医院  3⏎4",
      ])
  }

  @Test("several files: csv parts tables with an empty line; a file that cannot be read does not stop the others")
  func several() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("a,b\n1,2\n", to: "a.csv")
    try program.write("c|d\n3|4\n", to: "b.csv")
    let result = try program.run(["tables", "a.csv", "none.csv", "b.csv", "--format", "csv"])
    #expect(result.output == "a,b\n1,2\n\nc,d\n3,4\n")
    #expect(result.status == 0)
    #expect(result.errors.contains("none.csv"))
  }

  @Test("a text without a table, a sheet that is not there and an empty file are errors that say what to do")
  func failures() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("全年门诊12.3万人次。\n住院1.2万人次。\n", to: "t.txt")
    try program.write("a,b\n1,2\n", to: "a.csv")
    try program.write("", to: "empty.csv")
    let text = try program.run(["tables", "t.txt"])
    #expect(text.status == 65)
    #expect(text.errors.contains("tongbi extract"))
    let sheet = try program.run(["tables", "a.csv", "--sheet", "门诊"])
    #expect(sheet.status == 64)
    #expect(sheet.errors.contains("门诊"))
    #expect(try program.run(["tables", "a.csv", "--sheet", "1", "--format", "csv"]).output == "a,b\n1,2\n")
    #expect(try program.run(["tables", "empty.csv"]).status == 65)
    #expect(try program.run(["tables", "none.csv"]).status == 66)
    #expect(try program.run(["tables", "a.csv", "--encoding", "klingon"]).status == 64)
  }

  @Test("a stray quote is a finding on standard error, and the rows behind it are read")
  func strayQuote() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("a,b\n1,\"2\n3,4\n", to: "t.csv")
    let result = try program.run(["tables", "t.csv", "--format", "csv"])
    #expect(result.output == "a,b\n1,\"\"\"2\"\n3,4\n")
    #expect(result.errors.contains("t.csv row 2 column 2"))
  }

  @Test("--explain says what each column is and why, in place of the rows")
  func explain() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("机构名称,2022年门诊人次,2023年门诊人次,增减%\n青山县医院,100,110,10.0\n", to: "t.csv")
    let result = try program.run(["tables", "t.csv", "--explain", "--lang", "zh"])
    #expect(result.status == 0)
    #expect(
      result.lines == [
        "t.csv", "  表头：第1行", "  第1列“机构名称”：机构（表头用词）",
        "  第2列“2022年门诊人次”：数值，指标 门诊人次（visits_outpatient），时期 2022（表头写明）",
        "  第3列“2023年门诊人次”：数值，指标 门诊人次（visits_outpatient），时期 2023（表头写明）",
        "  第4列“增减%”：增减，与第3列、第2列核对，附在较新的一列上（增减用词）",
      ])
  }

  @Test("--explain knows what --map, --year and a project file say, and the formats of statistics systems")
  func explainMore() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("甲,乙,丙\n青山县医院,1月,110\n", to: "p/t.csv")
    try program.write(
      "metrics: [{id: rounds, name: 查房次数, unit: 次, kind: flow}]\nsources:\n  - {file: t.csv, metric: rounds}\n",
      to: "p/tongbi.yaml")
    let told = ["--map", "facility=甲", "--map", "period=乙", "--map", "value=丙", "--year", "2023", "--lang", "zh"]
    let result = try program.run(["tables", "p/tongbi.yaml", "--explain"] + told)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("查房次数（rounds）"))
    #expect(result.output.contains("时期：2023（用户说明）"))
    #expect(result.output.contains("第1列“甲”：机构（按用户说明）"))
    try program.write(
      "dataelement,period,orgunit,catoptcombo,attroptcombo,value\nfbfJHSPpUQD,202507,u3qo3VzGIbh,,,2\n", to: "set.csv")
    let set = try program.run(["tables", "set.csv", "--explain", "--lang", "en"])
    #expect(set.lines.contains("  format: a DHIS2 data value set; columns count by position, row 1 is not read"))
  }
}
