// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Cells")
struct CellReadingTests {
  @Test(
    "a marker of absence is missing, never zero",
    arguments: ["", " ", "-", "--", "—", "——", "…", ".", "..", "/", "N/A", "na", "缺报", "未报", "无", "　", "－", "#DIV/0!"])
  func missing(text: String) {
    guard case .missing = CellReading.read(text) else {
      Issue.record("\(text) was read as \(CellReading.read(text))")
      return
    }
  }

  @Test(
    "blots are masked, never a number",
    arguments: [
      "*", "**", "***", "＊", "X", "XX", "××", "xxx.xx", "3xxxx", "XX%", "***万元", "c", "[c]", "____", "2****", "* %",
    ])
  func masked(text: String) {
    guard case .masked = CellReading.read(text) else {
      Issue.record("\(text) was read as \(CellReading.read(text))")
      return
    }
  }

  @Test(
    "a number is a number, zero too", arguments: [("0", "0"), ("(12)", "-12"), ("12.5%", "12.5"), ("1.2万", "12000")])
  func number(text: String, value: String) {
    guard case .number(let parsed) = CellReading.read(text) else {
      Issue.record("\(text) was read as \(CellReading.read(text))")
      return
    }
    #expect(parsed.value == ExactDecimal(value))
  }

  @Test("words and dates are not numbers", arguments: ["合计", "2023年6月", "清河县", "X线", "2023-06", "abc", "MAX"])
  func notANumber(text: String) {
    guard case .notANumber = CellReading.read(text) else {
      Issue.record("\(text) was read as \(CellReading.read(text))")
      return
    }
  }
}
