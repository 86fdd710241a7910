// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Tongbi

@Suite("Other names")
struct OtherNamesTests {
  static let fields: [(String, Range<Int>, [String])] = [
    ("a|b", 0..<3, ["a", "b"]),
    ("id,门诊量|门诊总量,x", 3..<25, ["门诊量", "门诊总量"]),
    ("||a||", 0..<5, ["a"]),
    ("", 0..<0, []),
  ]

  @Test("names in a file stand between bars; what is empty is none", arguments: fields)
  func written(text: String, place: Range<Int>, expected: [String]) {
    let names = OtherNames(in: Array(text.utf8), at: place)
    #expect(names.names == expected)
    #expect(names == OtherNames(expected))
    #expect(names.hashValue == OtherNames(expected).hashValue)
  }

  @Test("a name of a list may hold a bar")
  func listed() {
    #expect(OtherNames(["a|b"]).names == ["a|b"])
    #expect(OtherNames(["a|b"]) != OtherNames(in: Array("a|b".utf8), at: 0..<3))
  }
}
