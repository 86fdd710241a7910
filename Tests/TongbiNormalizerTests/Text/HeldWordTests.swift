// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbiNormalizer

@Suite("Words within words")
struct HeldWordTests {
  @Test(
    "a word stands in a text where all its bytes follow each other",
    arguments: [
      ("门诊人次同比增长", "同比", true), ("门诊人次同比增长", "门诊", true), ("门诊人次同比增长", "增长", true), ("同", "同比", false),
      ("同环比", "同比", false), ("aab", "ab", true), ("", "a", false), ("a", "", true), ("", "", true),
    ])
  func holds(text: String, word: String, expected: Bool) {
    #expect(text.holds(word) == expected)
  }
}
