// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Footnote marks")
struct FootnoteMarkTests {
  static let figures: [(text: String, value: String, mark: String)] = [
    ("1,234¹", "1234", "¹"), ("1234*", "1234", "*"), ("1234(1)", "1234", "(1)"), ("1234（1）", "1234", "(1)"),
    ("1 234 [r]", "1234", "[r]"), ("12.5①", "12.5", "①"), ("12.5%①②", "12.5", "①②"), ("2,017²", "2017", "²"),
    ("1234[r][e]", "1234", "[r][e]"), ("1234 [note 3]", "1234", "[note 3]"), ("26.8%*", "26.8", "*"),
    ("1234†", "1234", "†"), ("12.5 p", "12.5", "p"), ("1234 e", "1234", "e"), ("1234（注2）", "1234", "(注2)"),
  ]

  @Test("a figure is read without the mark behind it, which is kept", arguments: figures)
  func figure(text: String, value: String, mark: String) throws {
    guard case .number(let number) = CellReading.read(text) else {
      Issue.record("\(text) was read as \(CellReading.read(text))")
      return
    }
    #expect(number.value == ExactDecimal(value))
    #expect(number.mark.text == mark)
    #expect(number.text == text)
  }

  @Test("a star after one or two digits hides a digit as likely, and stays a mask", arguments: ["1*", "12*", "2****"])
  func mask(text: String) {
    guard case .masked = CellReading.read(text) else {
      Issue.record("\(text) was read as \(CellReading.read(text))")
      return
    }
  }

  @Test("powers and units are no marks", arguments: ["10³", "1234m²", "1234(56)", "1×10³", "[1]", "¹"])
  func none(text: String) {
    #expect(FootnoteMark.split(figure: text) == nil)
  }

  @Test(
    "a name is known without its mark",
    arguments: [
      "门诊人次¹", "门诊人次①", "门诊人次2)", "门诊人次2）", "门诊人次(1)", "门诊人次[2]", "门诊人次*", "门诊人次¹（万人次）", "门诊人次（万人次）¹", "门诊人次（注1）",
    ])
  func label(text: String) throws {
    let catalogue = try Catalogue.builtIn()
    #expect(catalogue.metric(named: text)?.id == "visits_outpatient")
  }

  @Test("a unit before a mark still counts")
  func unit() {
    #expect(WrittenLabel("门诊人次（万人次）¹").unit?.exponent == 4)
    #expect(WrittenLabel("门诊人次（万人次）2)").unit?.exponent == 4)
  }

  static let periods: [(String, String, String)] = [
    ("Jan-193", "2019-01", "3"), ("2017²", "2017", "²"), ("2023年①", "2023", "①"), ("2023年6月*", "2023-06", "*"),
    ("2023(1)", "2023", "(1)"),
  ]

  @Test("a period is read without the mark behind it", arguments: periods)
  func period(text: String, expected: String, mark: String) {
    #expect(WrittenPeriod(text)?.period(in: nil)?.description == expected)
    #expect(WrittenPeriod.mark(in: text) == mark)
  }

  @Test("a period that can be read as it stands has no mark", arguments: ["Jan-19", "2023", "（2023年）", "2023年1-9月"])
  func unmarked(text: String) {
    #expect(WrittenPeriod(text) != nil)
    #expect(WrittenPeriod.mark(in: text) == nil)
  }

  @Test("facilities and totals are known without their marks")
  func names() {
    let registry = FacilityRegistry(facilities: [Facility(name: "青山县人民医院"), Facility(name: "绿水镇卫生院")])
    #expect(registry.resolve("绿水镇卫生院①")?.name == "绿水镇卫生院")
    #expect(registry.resolve("青山县人民医院2)")?.name == "青山县人民医院")
    #expect(HeaderWord.isTotal("合计¹"))
    #expect(HeaderWord("机构名称①") == .facility)
  }
}
