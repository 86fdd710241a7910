// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbiNormalizer

/// Words that decide whether a row is a facility. Most names are told from them by one character, which must not change
/// an answer.
@Suite("Names that are no facilities")
struct HeaderWordTests {
  /// What the words are: a total, a subtotal, a mean, a note, a numbered group, a part of what stands before.
  struct Answer: Hashable, CustomStringConvertible {
    var words: Set<String>
    init(_ name: String) {
      words = []
      if HeaderWord.isTotal(name) { words.insert("total") }
      if HeaderWord.isSubtotal(name) { words.insert("subtotal") }
      if HeaderWord.isAverage(name) { words.insert("average") }
      if TablePreamble.isNote(name) { words.insert("note") }
      if TableReading.isNumberedGroup(name) { words.insert("group") }
      if MetricWords.isOfWhich(name) { words.insert("part") }
    }
    var description: String { words.sorted().joined(separator: " ") }
  }

  static let names: [(String, String)] = [
    ("合计", "total"), ("小计", "subtotal total"), ("总计", "total"), ("全 县", "total"), ("全国", "total"), ("总", "total"),
    ("不分", "total"), ("TOTAL", "total"), ("Ｔｏｔａｌ", "total"), ("Grand total", "total"), ("Sub-total", ""),
    ("Subtotal", "subtotal total"), ("sum", "total"), ("All", "total"), ("乡镇卫生院小计", "subtotal total"),
    ("医院 合计", "subtotal total"), ("合计¹", "total"), ("合计①", "total"), ("合计*", "total"), ("总计（1）", "total"),
    ("合计　", "total"), ("=\"合计\"", ""), ("合计数", "total"), ("统计局", ""), ("设计院", ""), ("审计合计处", ""), ("全县医院", ""),
    ("平均", "average"), ("全县平均", "average"), ("平均数", "average"), ("平均水平", "average"), ("均值", "average"),
    ("中位数", "average"), ("Mean", "average"), ("MEDIAN", "average"), ("平均医院", ""), ("人均门诊费用中的平均值", ""),
    ("水平医院", ""), ("注：不含诊所", "note"), ("注 1、不含诊所", "note"), ("备注", ""), ("数据来源：统计局", "note"), ("Note: x", "note"),
    ("Source: x", "note"), ("* 暂估", "note"), ("***", ""), ("※暂估", "note"), ("①暂估", "note"), ("　　不含诊所", "note"),
    ("  　不含诊所", "note"), ("注射室", ""), ("负责人：张三", "note"), ("一、医院", "group"), ("（二）卫生院", "group"), ("十二．其他", "group"),
    (" 三、门诊部", "group"), ("一", ""), ("一医院", ""), ("第一、二医院", ""), ("(一)", ""), ("其中：门诊", "part"), ("其中", ""),
    ("#门诊", "part"), ("＃门诊", "part"), ("of which outpatients", "part"), ("other", ""), ("其他医院", ""), ("", ""),
    ("清源县人民医院", ""), ("1.清源县人民医院", ""), ("清源县人民医院（东院区）", ""), ("清源县人民医院¹", ""), ("General Hospital", ""),
  ]

  @Test("words for sums, means, notes, groups and parts are known, whatever stands around them", arguments: names)
  func answers(name: String, expected: String) {
    #expect(Answer(name).description == expected)
  }

  static let facilities: [(String, String)] = [
    ("青山县医院", "青山县医院"), ("1.青山县医院", "青山县医院"), ("12、青山县医院*", "青山县医院"), ("青山县医院²", "青山县医院"),
    ("青山县医院注1）", "青山县医院"), ("青山县医院（东院区）", "青山县医院（东院区）"), ("301医院", "301医院"), ("1.5医院", "1.5医院"),
    ("1234.医院", "1234.医院"), ("", ""), ("*", "*"), ("Clinic 3", "Clinic 3"),
  ]

  @Test("a facility's name loses the number of its row and the marks of footnotes", arguments: facilities)
  func withoutMarks(name: String, expected: String) {
    #expect(TableReading.withoutMarks(name) == expected)
  }
}
