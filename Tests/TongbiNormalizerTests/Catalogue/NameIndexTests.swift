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
    #expect(Set(index.names) == Set(known.keys))
    #expect(index.names.count == known.count)
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
    #expect(index.names == ["门诊人次(a)"])
  }

  private func put(_ name: String, _ number: Int, into index: inout NameIndex) {
    var name = name
    name.withUTF8 { index.put($0, number) }
  }
}
