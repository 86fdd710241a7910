// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Tongbi

@Suite("Names by code")
struct NameListTests {
  @Test("a copy keeps its names while the list grows on")
  func copies() {
    var names = NameList()
    var copies: [NameList] = []
    for number in 0..<1_000 {
      names.append(number % 7 == 0 ? nil : "\(number)")
      if number % 100 == 0 { copies.append(names) }
    }
    #expect(names.count == 1_000 && (0..<1_000).allSatisfy { names[$0] == ($0 % 7 == 0 ? nil : "\($0)") })
    for (index, copy) in copies.enumerated() {
      #expect(copy.count == index * 100 + 1 && copy[copy.count - 1] == names[copy.count - 1])
    }
  }

  @Test("names are one key where their bytes are the same")
  func keys() {
    #expect(NameKey("清河县医院") == NameKey("清河县" + "医院"))
    #expect(NameKey("清河县医院") != NameKey("清河县医"))
    #expect(Set(["甲", "乙", "甲", ""].map { NameKey($0) }).count == 3)
  }
}
