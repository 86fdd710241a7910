// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbiNormalizer

@Suite("Name index")
struct NameIndexTests {
  @Test("each of many names has the number that it was given last")
  func manyNames() {
    var index = NameIndex()
    var known: [String: Int] = [:]
    for number in 0..<9_000 {
      let name = "指标\(number * 7919 % 6_000)"
      put(name, number, into: &index)
      known[name] = number
    }
    #expect(known.allSatisfy { index[$0.key] == $0.value })
    #expect(index["指标6000"] == nil)
    #expect(index[""] == nil)
  }

  @Test("a letter is the same with its accent in it and behind it")
  func otherForms() {
    var index = NameIndex()
    put("cafévisits", 1, into: &index)
    #expect(index["cafe\u{301}visits"] == 1)
    #expect(index["cafevisits"] == nil)
    // U+F9DC is another form of 隆, which has none itself.
    put("隆安县", 2, into: &index)
    #expect(index["\u{F9DC}安县"] == 2)
  }

  @Test("a name is folded; of one that folds to nothing nothing is known")
  func folding() {
    var index = NameIndex(roomFor: 2)
    put("门诊 人次（Ａ）", 7, into: &index)
    put(" _", 8, into: &index)
    #expect(index["门诊人次(a)"] == 7)
    #expect(index.names(in: "各院门诊人次(a)与门诊").map(\.name) == ["门诊人次(a)"])
  }

  @Test("a text holds the names that stand in it, one in the other and one behind the other")
  func namesInText() {
    var index = NameIndex()
    for (number, name) in ["门诊", "门诊人次", "人次数", "急诊", "次"].enumerated() { put(name, number, into: &index) }
    let found = index.names(in: "县门诊人次数与急")
    #expect(found.map(\.name) == ["门诊", "门诊人次", "人次数", "次"])
    #expect(found.map(\.number) == [0, 1, 2, 4])
    #expect(index.names(in: "").isEmpty)
  }

  private func put(_ name: String, _ number: Int, into index: inout NameIndex) {
    var name = name
    name.withUTF8 { index.put($0, number) }
  }
}
