// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Names that no catalogue knows")
struct UnlistedTests {
  private static let report = """
    清河县人民医院2023年工作总结
    选送进修38人次，举办乒乓球赛事3场。
    二、其他
    2022年选送进修21人次。门诊12.3万人次。

    """

  @Test("they are listed by how often they are said, with unit, example and place")
  func listed() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(Self.report, to: "a.txt")
    let result = try program.run(["metrics", "--unlisted", "a.txt", "--format", "jsonl"])
    let objects = try result.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    let first = try #require(objects.first ?? nil)
    #expect(first["name"] as? String == "选送进修")
    #expect(first["count"] as? Int == 2)
    #expect(first["unit"] as? String == "人次")
    #expect((first["example"] as? String)?.contains("38人次") == true)
    #expect((first["place"] as? String)?.hasPrefix("L2:") == true)
    #expect(!result.output.contains("门诊"))
    #expect(try program.run(["metrics", "--unlisted"]).status == 64)
  }

  @Test("what is printed can be pasted into the project file, and the names are known from then on")
  func pasted() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(Self.report, to: "p/a.txt")
    try program.write("机构,年份,奇怪的\"指标\",门诊人次\n甲医院,2023,5,6\n", to: "p/t.csv")
    let yaml = try program.run(["metrics", "--unlisted", "p"])
    #expect(yaml.output.contains("\nmetrics:\n"))
    try program.write(yaml.output, to: "p/tongbi.yaml")
    #expect(try program.run(["metrics", "--unlisted", "p"]).output.isEmpty)
    #expect(try program.run(["extract", "p", "--format", "csv"]).output.contains(",选送进修,选送进修,"))
  }
}
