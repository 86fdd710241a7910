// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  static let table = "facility,metric,period,value\n甲医院,门诊人次,2022,100\n甲医院,门诊人次,2023,110\n"

  @Test("a path that does not exist ends with 66 and names what is near")
  func noInput() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(Self.table, to: "visits.csv")
    let result = try program.run(["changes", "visit.csv"])
    #expect(result.status == 66)
    #expect(result.errors.contains("visits.csv"))
    #expect(result.output.isEmpty)
  }

  static let unreadableFiles: [(name: String, bytes: [UInt8])] = [
    ("empty.csv", []), ("empty.txt", []), ("blank.txt", Array("  \n\n".utf8)),
    ("binary.csv", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) }),
    ("book.xlsx", [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 400)),
    ("paper.pdf", Array("%PDF-1.7\n%âãÏÓ\n".utf8) + [0, 1, 2]),
  ]

  @Test("a file that cannot be read ends with 65 and says what to do", arguments: unreadableFiles)
  func unreadable(name: String, bytes: [UInt8]) throws {
    let program = try Program()
    defer { program.clean() }
    try Data(bytes).write(to: program.folder.appendingPathComponent(name))
    for command in ["extract", "changes"] {
      let result = try program.run([command, name])
      #expect(result.status == 65)
      #expect(result.errors.hasPrefix("tongbi: \(name)"))
    }
  }

  @Test("build ends with 65 when none of its files gives a figure, however many there are")
  func nothingRead() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("", to: "empty/a.csv")
    let one = try program.run(["build", "empty/a.csv", "--out", "one"])
    #expect(one.status == 65 && one.errors.hasPrefix("tongbi: empty/a.csv"))
    try program.write("", to: "empty/b.csv")
    let two = try program.run(["build", "empty", "--out", "two"])
    #expect(two.status == 65 && two.output.contains("empty/b.csv"))
  }

  @Test("a folder without reports ends with 66")
  func emptyFolder() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("x", to: "nothing/here.bin")
    let result = try program.run(["build", "nothing"])
    #expect(result.status == 66)
    #expect(result.errors.contains(".docx, .xlsx, .xls, .csv"))
  }

  @Test(
    "wrong usage ends with 64", arguments: [["changes"], ["chart", "pie", "x.csv", "-o", "x.png"], ["frobnicate"]])
  func usage(arguments: [String]) throws {
    let program = try Program()
    defer { program.clean() }
    #expect(try program.run(arguments).status == 64)
  }

  @Test("a picture of unknown format ends with 64, before anything is read")
  func unknownFormat() throws {
    let program = try Program()
    defer { program.clean() }
    #expect(try program.run(["chart", "ranking", "none.csv", "-o", "x.gif"]).status == 64)
  }

  @Test("output that cannot be written ends with 73 and leaves nothing behind")
  func cannotWrite() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(Self.table, to: "visits.csv")
    try program.write("", to: "file")
    let result = try program.run(["build", "visits.csv", "--out", "file/charts"])
    #expect(result.status == 73)
    let chart = try program.run(["chart", "year-over-year", "visits.csv", "-o", "nowhere/x.png"])
    #expect(chart.status == 73)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted() == ["file", "visits.csv"])
  }

  @Test("check ends with 1 when a finding is an error, else with 0")
  func check() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(Self.table, to: "good.csv")
    try program.write(Self.table + "甲医院,门诊人次,2023,120\n", to: "bad.csv")
    #expect(try program.run(["check", "good.csv"]).status == 0)
    let bad = try program.run(["check", "bad.csv"])
    #expect(bad.status == 1)
    #expect(bad.output.contains("110") && bad.output.contains("120"))
  }

  @Test("one bad cell is a finding with its place, and the rest goes on")
  func badCell() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(Self.table + "乙医院,门诊人次,2023,1,2O3\n丙医院,门诊人次,2023,7\n丁医院,门诊人次,2023,1O3\n", to: "t.csv")
    let result = try program.run(["extract", "t.csv", "--format", "csv"])
    #expect(result.status == 0)
    #expect(result.output.contains("丙医院"))
    #expect(result.errors.contains("t.csv row 6 column 4"))
  }

  @Test("messages come in Chinese where the locale is not English")
  func language() throws {
    let program = try Program()
    defer { program.clean() }
    let result = try program.run(["changes", "没有.csv"], language: "zh_CN.UTF-8")
    #expect(result.errors.contains("没有这个文件"))
  }
}
