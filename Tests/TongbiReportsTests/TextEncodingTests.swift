// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbiReports

@Suite("Text encodings")
struct TextEncodingTests {
  static let names: [(String, TextEncoding?)] = [
    ("UTF-8", .utf8), ("utf8", .utf8), ("GBK", .gb18030), ("gb2312", .gb18030), ("GB18030", .gb18030),
    ("cp936", .gb18030), ("UTF-16LE", .utf16le), ("utf_16be", .utf16be), ("Big5", .big5), ("latin1", .windows1252),
    ("klingon", nil), ("", nil),
  ]

  @Test("an encoding goes by the names that people use", arguments: names)
  func named(name: String, expected: TextEncoding?) {
    #expect(TextEncoding(named: name) == expected)
  }

  @Test("the raw value names the encoding", arguments: TextEncoding.allCases)
  func rawValue(encoding: TextEncoding) {
    #expect(TextEncoding(named: encoding.rawValue) == encoding)
  }
}
