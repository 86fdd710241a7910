// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Cells")
struct CellReadingTests {
  @Test(
    "a marker of absence is missing, never zero",
    arguments: [
      "", " ", "-", "--", "—", "——", "…", ".", "..", "/", "N/A", "na", "缺报", "未报", "无", "　", "－", "#DIV/0!",
      "[x]", "[z]", "[low]", ":", "Not Available", "NaN", "#N/A", "None", "暂未上报", "n.d.", "'",
    ])
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
      "（）", "()", "Number of Cases Too Small", "Suppressed",
    ])
  func masked(text: String) {
    guard case .masked = CellReading.read(text) else {
      Issue.record("\(text) was read as \(CellReading.read(text))")
      return
    }
  }

  static let numbers: [(String, String)] = [
    ("0", "0"), ("(12)", "-12"), ("12.5%", "12.5"), ("1.2万", "12000"), ("1，234", "1234"), ("1'234'567", "1234567"),
    ("1’234.5", "1234.5"), ("1\u{2009}234", "1234"), ("1\u{202F}234", "1234"), ("1\u{A0}234", "1234"),
    ("（5.2）", "-5.2"),
    ("(1,234)", "-1234"), ("△5.2", "-5.2"), ("▲5.2%", "-5.2"), ("−5.2", "-5.2"), ("–5.2", "-5.2"), ("- 5.2", "-5.2"),
    ("$1,234", "1234"), ("¥1,234.50", "1234.50"), ("-¥12", "-12"), ("1,234元", "1234"), ("RMB 1,234", "1234"),
    ("'00123", "123"), ("=\"123\"", "123"), ("=\"1,234\"", "1234"), ("1.2E+05", "120000"), ("1.5e-3", "0.0015"),
    ("１２３４", "1234"), ("3.2亿", "320000000"), ("\u{FEFF}123 ", "123"), ("<5", "5"), ("＜5", "5"),
  ]

  @Test("a number is a number, zero too", arguments: numbers)
  func number(text: String, value: String) {
    guard case .number(let parsed) = CellReading.read(text) else {
      Issue.record("\(text) was read as \(CellReading.read(text))")
      return
    }
    #expect(parsed.value == ExactDecimal(value))
  }

  @Test(
    "words and dates are not numbers",
    arguments: [
      "合计", "2023年6月", "清河县", "X线", "2023-06", "abc", "MAX", "true", "FALSE", "是", "1-4", "2023.6.4", "####", "=\"",
      "1 2", "三级", "四川省", "三亚市", "六安市", "一医院",
    ])
  func notANumber(text: String) {
    guard case .notANumber = CellReading.read(text) else {
      Issue.record("\(text) was read as \(CellReading.read(text))")
      return
    }
  }
}
