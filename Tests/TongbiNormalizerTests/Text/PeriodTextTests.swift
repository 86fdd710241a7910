// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Periods in Chinese text")
struct PeriodTextTests {
  static let cells: [(String, String)] = [
    ("2023年", "2023"), ("2023年度", "2023"), ("2023", "2023"), ("２０２３年", "2023"), ("二〇二三年", "2023"),
    ("2023-06", "2023-06"),
    ("202306", "2023-06"), ("2023/6", "2023-06"), ("2023.6", "2023-06"), ("2023-06-01", "2023-06-01"),
    ("2023/6/1", "2023-06-01"),
    ("20230601", "2023-06-01"), ("2023-06-01 00:00:00", "2023-06-01"), ("2023年6月", "2023-06"), ("2023年06月", "2023-06"),
    ("6月", "2023-06"),
    ("6月份", "2023-06"), ("十二月", "2023-12"), ("2023年上半年", "2023-S1"), ("上半年", "2023-S1"), ("1-6月", "2023-01/2023-06"),
    ("1—6月份", "2023-01/2023-06"), ("2023年1至9月", "2023-01/2023-09"), ("1月-6月", "2023-01/2023-06"), ("一季度", "2023-Q1"),
    ("第3季度", "2023-Q3"), ("前三季度", "2023-01/2023-09"), ("2023Q1", "2023-Q1"), ("2023-S1", "2023-S1"),
    ("2023H1", "2023-S1"),
    ("2023年末", "2023-12-31"), ("2023年6月末", "2023-06-30"), ("2023年6月5日", "2023-06-05"),
    ("2023年1-6月累计", "2023-01/2023-06"),
    ("去年", "2022"), ("上年", "2022"), ("全年", "2023"), ("June 2023", "2023-06"), ("Apr-23", "2023-04"),
    ("（2023年）", "2023"),
    ("2022年7月至2023年6月", "2022-07/2023-06"), ("2023年1月1日至6月30日", "2023-01/2023-06"),
  ]

  @Test("a cell that is nothing but a period gives it", arguments: cells)
  func parse(text: String, expected: String) {
    #expect(PeriodText.parse(text, context: PeriodContext(year: 2023))?.description == expected)
  }

  @Test(
    "other text is no period",
    arguments: [
      "", "286", "65岁", "2023人", "6月龄", "3个月", "门诊人次", "13月", "0", "20XX年", "1.5", "2023年同期", "12345", "99999999",
      "2022/13",
    ])
  func refuse(text: String) {
    #expect(PeriodText.parse(text, context: PeriodContext(year: 2023)) == nil)
  }

  static let sentences: [(String, String)] = [
    ("2023年上半年，全院", "2023-S1"), ("今年上半年，", "2023-S1"), ("第二季度，全院", "2023-Q2"), ("前三季度，", "2022-01/2022-09"),
    ("5月份，", "2023-05"),
    ("去年全年，", "2022"), ("去年7月至今，", "2022-07-01/2023-07-20"), ("今年以来，", "2023-01-01/2023-07-20"),
    ("截至目前，", "../2023-07-20"),
    ("截至6月底，", "../2023-06-30"), ("截至6月4日24时，", "../2023-06-04"), ("近三年，", "2020-07-20/2023-07-20"),
    ("“十四五”以来，", "2021-01-01/2023-07-20"), ("“十三五”末，", "2020-12-31"), ("2022年末，", "2022-12-31"),
    ("20231-3月，", "2023-01/2023-03"),
    ("截至2022年末", "../2022-12-31"), ("2021年12月31日", "2021-12-31"), ("1-6月门急诊", "2023-01/2023-06"),
  ]

  @Test("a period is found inside a sentence written on 2023-07-20", arguments: sentences)
  func find(text: String, expected: String) {
    let found = PeriodText.find(in: text, context: PeriodContext(date: Day(2023, 7, 20)))
    #expect(found.map(\.period.description) == [expected])
  }

  @Test("a run of years names each of them")
  func years() {
    let found = PeriodText.find(in: FoldedText("2019—2021年药占比"), context: PeriodContext())
    #expect(found.first?.members == [.year(2019), .year(2020), .year(2021)])
  }
}
