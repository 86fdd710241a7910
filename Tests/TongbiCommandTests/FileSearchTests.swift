// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import TongbiCommand

@Suite("File search")
struct FileSearchTests {
  static let patterns: [(pattern: String, path: String, fits: Bool)] = [
    ("reports/**/*.txt", "reports/2023/a.txt", true), ("reports/**/*.txt", "reports/a.txt", true),
    ("reports/**/*.txt", "reports/2023/q1/a.txt", true), ("reports/*.txt", "reports/2023/a.txt", false),
    ("tables/*.csv", "tables/门诊.csv", true), ("tables/?.csv", "tables/12.csv", false), ("**", "a/b/c", true),
    ("*.csv", "a.csv", true), ("*.csv", "a.csv.bak", false), ("a.csv", "a.csv", true), ("", "a", false),
  ]

  @Test("a pattern fits a path as a shell would have it", arguments: patterns)
  func matches(pattern: String, path: String, fits: Bool) {
    #expect(FileSearch.matches(Array(path), Array(pattern)) == fits)
  }

  @Test("a folder's reports are of all kinds that are read; files that mark others as open are not among them")
  func reports() throws {
    let program = try Program()
    defer { program.clean() }
    let names = [
      "a.docx", "b.xlsx", "c.xls", "d.doc", "e.wps", "f.et", "g.ods", "h.pdf", "i.rtf", "j.odt", "k.md",
      "l.CSV",
    ]
    for name in names + ["~$a.docx", ".~b.xlsx", ".hidden.csv", "m.png", "README.md", "changes.csv"] {
      try program.write("x", to: name)
    }
    let prefix = program.folder.path + "/"
    #expect(FileSearch.reports(in: program.folder.path).map { String($0.dropFirst(prefix.count)) } == names)
  }
}
