// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Numbers in Chinese text")
struct NumberTextTests {
  typealias Case = (text: String, value: String, unit: String, lastPlace: Int, bound: Quantity.Bound)

  static let numbers: [Case] = [
    ("286", "286", "", 0, .exact),
    ("18,204", "18204", "", 0, .exact),
    ("１８，２０４人次", "18204", "人次", 0, .exact),
    ("８６．５％", "86.5", "%", -1, .exact),
    ("24.3 万", "243000", "", 3, .exact),
    ("68.42万人次", "684200", "人次", 2, .exact),
    ("1亿2345.6万剂次", "123456000", "剂次", 3, .exact),
    ("33亿7109.6万", "3371096000", "", 3, .exact),
    ("4.37亿元", "437000000", "元", 6, .exact),
    ("6120.4万元", "61204000", "元", 3, .exact),
    ("8.6/10万", "8.6", "/10万", -1, .exact),
    ("3.2‰", "3.2", "‰", -1, .exact),
    ("十二次", "12", "次", 0, .exact),
    ("一千二百零三", "1203", "", 0, .exact),
    ("一亿二千三百四十五万", "123450000", "", 4, .exact),
    ("两个", "2", "个", 0, .exact),
    ("百万", "1000000", "", 6, .exact),
    ("700余份", "700", "份", 0, .atLeast),
    ("2200余万", "22000000", "", 4, .atLeast),
    ("220万余人次", "2200000", "人次", 4, .atLeast),
    ("9千余人次", "9000", "人次", 3, .atLeast),
    ("约4100台", "4100", "台", 0, .about),
    ("近50万人次", "500000", "人次", 4, .lessThan),
    ("91%以上", "91", "%", 0, .atLeast),
    ("28%以内", "28", "%", 0, .atMost),
    ("不超过28%", "28", "%", 0, .atMost),
    ("100人左右", "100", "人", 0, .about),
    ("5 .8%", "5.8", "%", -1, .exact),
    ("(1,234)", "-1234", "", 0, .exact),
    ("（1,234.5）", "-1234.5", "", -1, .exact),
    ("−3.20", "-3.20", "", -2, .exact),
    ("+4.1%", "4.1", "%", -1, .exact),
    ("1 234 567", "1234567", "", 0, .exact),
    ("￥1,234.50", "1234.50", "元", -2, .exact),
    ("1.2E+05", "120000", "", 4, .exact),
    ("三成", "30", "%", 1, .exact),
    ("九成五", "95", "%", 0, .exact),
    ("百分之九十五点三", "95.3", "%", -1, .exact),
    ("12①", "12", "", 0, .exact),
    ("0", "0", "", 0, .exact),
    (".5", "0.5", "", -1, .exact),
    ("2,380千克", "2380", "千克", 0, .exact),
    ("1.9個百分點", "1.9", "个百分点", -1, .exact),
  ]

  @Test(
    "a number gives its value with the multiplier applied, its unit, its last place and its bound", arguments: numbers)
  func reads(number: Case) throws {
    let parsed = try #require(NumberText.parse(number.text))
    #expect(parsed.value.description == number.value || parsed.value == ExactDecimal(number.value))
    #expect(parsed.unit == number.unit)
    #expect(parsed.lastPlace == number.lastPlace)
    #expect(parsed.bound == number.bound)
    #expect(parsed.text == number.text)
  }

  @Test(
    "dates, ranges, masks and words are no numbers",
    arguments: [
      "", "2023-06", "2023年6月", "7-8天", "1:0.59", "***", "3xxxx", "XX%", "清河县人民医院", "万", "百名医生", "两三个", "二三十人", "1,23",
      "12.3.4",
      "5·12", "1+3+N", "--5", "9999999999999999999", "6月", "2022年", "1/3", "12:30", "X线", "-", "第3", "()", "(）",
    ])
  func refuses(text: String) {
    #expect(NumberText.parse(text) == nil)
  }

  @Test("hostile text neither traps nor hangs", arguments: 0..<200)
  func hostile(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let alphabet = Array("0123456789.,万亿千百十一二两余多%‰/年月-()*xX ，人次元成分之点E+¥［]①")
    var text = ""
    for _ in 0..<Int(seed % 40) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.append(alphabet[Int(state >> 33) % alphabet.count])
    }
    _ = NumberText.parse(text)
    _ = CellReading.read(text)
    _ = PeriodText.parse(text, context: PeriodContext(year: 2023))
    _ = PeriodText.find(in: text, context: PeriodContext(year: 2023, date: Day(2023, 7, 20)))
  }
}
