// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Number forms")
struct NumberFormTests {
  static let separators: [(String, DecimalEvidence)] = [
    ("12,5", .comma), ("1.234,5", .comma), ("1.234.567", .comma), ("0,268", .comma), ("-3,75", .comma),
    ("12.5", .point), ("1,234.5", .point), ("1,234,567", .point), ("0.268", .point), ("1234.567", .point),
    ("1.234", .either), ("1,234", .either), ("123,456", .either), ("1234", .none), ("", .none), ("2023.6.4", .none),
    ("清河", .none), ("1,2,3", .none), ("1234,567", .comma), ("12,5%", .comma),
  ]

  @Test("the separators of a number tell the decimal mark, or that both could be", arguments: separators)
  func evidence(text: String, expected: DecimalEvidence) {
    #expect(DecimalEvidence(text) == expected)
  }

  static let commas: [(String, String?)] = [
    ("1.234,5", "1234.5"), ("12,5", "12.5"), ("1.234", "1234"), ("1234", "1234"),
    ("1.234.567,89", "1234567.89"), ("-3,75", "-3.75"),
  ]

  @Test("where a column has decimal commas, 1.234 is never 1.234", arguments: commas)
  func comma(text: String, expected: String?) throws {
    let lines = try TableReader().read("机构名称;年份;指标甲\n甲医院;2023;\"\(text)\"\n乙医院;2023;17,25\n").observations
    #expect(lines.first { $0.facility == "甲医院" }?.quantity?.value == expected.flatMap { ExactDecimal($0) })
  }

  @Test("a column that may be read either way is told of, one with both marks refuses what may be either")
  func ambiguous() throws {
    let open = try TableReader().read("机构名称;年份;指标甲\n甲医院;2023;1.234\n乙医院;2023;2.345\n")
    #expect(open.codes == ["ambiguous-decimals"])
    let mixed = try TableReader().read("机构名称;年份;指标甲\n甲医院;2023;1.234\n乙医院;2023;2,5\n丙医院;2023;2.5\n丁医院;2023;7\n")
    #expect(mixed.codes.contains("mixed-decimals"))
    #expect(mixed.observations.compactMap { $0.quantity?.value } == [ExactDecimal("2.5"), 7])
    #expect(mixed.codes.count { $0 == "not-a-number" } == 2)
  }

  @Test("thousands in a table with commas are thousands")
  func usual() throws {
    let result = try TableReader().read("机构名称,年份,指标甲\n甲医院,2023,\"1,234\"\n乙医院,2023,\"12,345\"\n")
    #expect(result.observations.compactMap { $0.quantity?.value } == [1234, 12345])
    #expect(result.codes.isEmpty)
  }
}
