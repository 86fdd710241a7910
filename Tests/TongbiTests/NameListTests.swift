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

  @Test("names have one code where their bytes are the same, however many there are")
  func codes() {
    var (codes, names) = (NameCodes(), [String]())
    func code(_ name: String) -> Int32 {
      let next = Int32(names.count)
      let code = codes.code(of: name, next: next) { names[Int($0)] }
      if code == next { names.append(name) }
      return code
    }
    #expect(["甲", "乙", "甲", "", "清河县医院", "清河县" + "医院", "清河县医"].map(code) == [0, 1, 0, 2, 3, 3, 4])
    for number in 0..<5_000 { #expect(code("卫生院\(number)") == Int32(number + 5)) }
    for number in stride(from: 0, to: 5_000, by: 7) {
      #expect(codes.find("卫生院\(number)") { names[Int($0)] } == Int32(number + 5))
    }
    #expect(codes.find("卫生院5000") { names[Int($0)] } == nil)
  }
}
