// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Project file")
struct ProjectFileTests {
  static let mistakes: [(yaml: String, place: String, words: String)] = [
    ("titel: x\n", "yaml:1:1", "title, language"),
    ("charts:\n  - {id: ../x, kind: ranking, metric: 门诊人次}\n", "yaml:2:10", "../x"),
    ("charts:\n  - {id: a, kind: trend, metric: 门诊人次}\n  - {id: a, kind: ranking, metric: 门诊人次}\n", "yaml:3:10", "“a”"),
    ("metrics:\n  - {id: a, numerator: zzz, denominator: b}\n", "tongbi.yaml", "zzz"),
    ("title: a\ntitle: b\n", "yaml:2:1", "“title”"),
    ("title: a\n---\ntitle: b\n", "yaml:3:1", "second document"),
    ("title: [a\n", "yaml:2:1", "flow sequence"),
    ("title: &a [*a]\n", "yaml:1:8", "title"),
    ("- title\n", "yaml:1:1", "key: value"),
  ]

  @Test("a mistake ends with 65, with its place and what would be right", arguments: mistakes)
  func mistake(yaml: String, place: String, words: String) throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(ExitCodeTests.table, to: "p/visits.csv")
    try program.write(yaml, to: "p/tongbi.yaml")
    let result = try program.run(["check", "p"])
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("tongbi: p/tongbi.yaml"))
    #expect(result.errors.contains(place) && result.errors.contains(words))
  }

  static let strays: [(yaml: String, status: Int32, words: String)] = [
    ("targets: {nosuch: 5}\n", 1, "nosuch"),
    ("charts:\n  - {kind: ranking, metric: nosuch}\n", 1, "nosuch"),
    ("sources:\n  - {file: visits.csv, metric: nosuch}\n", 1, "nosuch"),
    ("charts:\n  - {kind: ranking, metric: 门诊人次, highlight: 无此院}\n", 0, "无此院"),
    ("documents:\n  - {template: a.docx, out: b.docx}\n", 0, "documents"),
  ]

  @Test("what the project file asks for and cannot be done is told with its place", arguments: strays)
  func stray(yaml: String, status: Int32, words: String) throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(ExitCodeTests.table, to: "p/visits.csv")
    try program.write(yaml, to: "p/tongbi.yaml")
    let result = try program.run(["check", "p"])
    #expect(result.status == status)
    #expect(result.lines.contains { $0.contains("p/tongbi.yaml:") && $0.contains(words) })
  }

  @Test("charts and targets take a metric by any of its names")
  func names() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(ExitCodeTests.table, to: "p/visits.csv")
    try program.write("targets: {门诊人次: 5}\ncharts:\n  - {id: a, kind: ranking, metric: 门诊人次}\n", to: "p/tongbi.yaml")
    #expect(try program.run(["build", "p", "--out", "out"]).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.appendingPathComponent("out").path)
    #expect(names.contains("a.png"))
  }

  @Test("a pipe in a folder is no report and is not waited for")
  func pipe() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(ExitCodeTests.table, to: "p/visits.csv")
    #expect(mkfifo(program.folder.appendingPathComponent("p/pipe.csv").path, 0o600) == 0)
    #expect(try program.run(["check", "p"]).status == 0)
  }

  @Test("a name that the system refuses is told in Chinese too")
  func systemReason() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write(ExitCodeTests.table, to: "visits.csv")
    try program.write("", to: "file")
    let result = try program.run(["build", "visits.csv", "--out", "file"], language: "zh_CN.UTF-8")
    #expect(result.status == 73)
    #expect(result.errors.contains("已有同名文件"))
  }

  @Test("identifiers of a statistics system are other names of metrics and facilities")
  func identifiers() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("name,other_names\n清河卫生院,DiszpKrYNg8\n", to: "facilities.csv")
    try program.write(
      "dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value\n"
        + "f7n9E0hX8qk,201201,DiszpKrYNg8,,,10001\nIx2HsbDMLea,201201,DiszpKrYNg8,,,5\n", to: "set.csv")
    try program.write(
      """
      facilities: facilities.csv
      metrics:
        - {id: visits_total, aliases: [f7n9E0hX8qk]}
        - {id: anc1, name: 首次产检人次, unit: 人次, kind: flow, aliases: [Ix2HsbDMLea]}
      sources: [set.csv]

      """, to: "tongbi.yaml")
    let result = try program.run(["extract", "tongbi.yaml", "--format", "csv"])
    let lines = result.lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(6) }
    #expect(
      lines.map { $0.joined(separator: ",") } == [
        "清河卫生院,visits_total,f7n9E0hX8qk,2012-01,10001,人次", "清河卫生院,anc1,Ix2HsbDMLea,2012-01,5,人次",
      ])
  }
}
