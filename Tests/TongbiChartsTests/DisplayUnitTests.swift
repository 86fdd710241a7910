// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiCharts

@Suite("Display unit")
struct DisplayUnitTests {
  static let cases: [([String], Unit, Language, String, [String])] = [
    (["821234", "18000"], Unit("人次"), .chinese, "万人次", ["82.1", "1.8"]),
    (["9999", "12"], Unit("人次"), .chinese, "人次", ["9999", "12"]),
    (["10000"], Unit("人次"), .chinese, "万人次", ["1.00"]),
    (["437000000", "0"], Unit.yuan, .chinese, "亿元", ["4.37", "0"]),
    (["26.8", "9.75"], Unit.percent, .chinese, "%", ["26.8", "9.8"]),
    (["8.70", "3.1"], Unit.percent, .chinese, "%", ["8.7", "3.1"]),
    (["100", "50"], Unit.percent, .chinese, "%", ["100", "50"]),
    (["821234"], Unit("人次"), .english, "thousand visits", ["821"]),
    (["1204"], Unit("人次"), .english, "visits", ["1204"]),
    (["2300000000", "-1"], Unit.yuan, .english, "million yuan", ["2300", "−0.000001"]),
    (["12300000000", "-1000000000"], Unit.yuan, .english, "billion yuan", ["12.3", "−1.0"]),
    (["103000000", "1300000"], Unit.yuan, .chinese, "万元", ["10,300", "130"]),
    (["41863", "360"], Unit("人次"), .chinese, "人次", ["41,863", "360"]),
    (["120000", "-300"], Unit("万元"), .chinese, "亿元", ["12.00", "−0.03"]),
    (["821234", "300"], Unit("人次"), .chinese, "万人次", ["82.12", "0.03"]),
    ([], Unit("人次"), .chinese, "人次", []),
  ]

  @Test("万 and 亿 are chosen once by the largest value, with three or four digits", arguments: cases)
  func text(values: [String], unit: Unit, language: Language, name: String, expected: [String]) {
    let numbers = values.compactMap { ExactDecimal($0) }
    let display = DisplayUnit(for: numbers, unit: unit, language: language)
    #expect(display.name == name)
    #expect(numbers.map(display.text) == expected)
  }

  static let signs: [(String, Int, String)] = [
    ("8.25", 1, "8.3"), ("-14.349", 1, "−14.3"), ("0", 1, "0.0"), ("0.04", 1, "0.04"), ("-0.04", 1, "−0.04"),
    ("5", 2, "5.00"), ("999.95", 1, "1000.0"),
  ]

  @Test("numbers are rounded half up from the exact number and never to zero unless they are", arguments: signs)
  func rounding(value: String, places: Int, expected: String) throws {
    #expect(NumberText.text(try #require(ExactDecimal(value)), places: places) == expected)
  }

  @Test("a percentage has its sign, a zero none")
  func percent() throws {
    #expect(NumberText.signedPercent(try #require(ExactDecimal("8.168"))) == "+8.2%")
    #expect(NumberText.signedPercent(try #require(ExactDecimal("-3.2"))) == "−3.2%")
    #expect(NumberText.signedPercent(.zero) == "0.0%")
    #expect(NumberText.signedPercent(try #require(ExactDecimal("1804.76"))) == "+1805%")
  }
}
