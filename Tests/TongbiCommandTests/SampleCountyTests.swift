// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("The sample county")
struct SampleCountyTests {
  static let plants: [(code: String, words: String)] = [
    ("contradiction", "34186"), ("stated-change-differs", "18.5"), ("sum-differs", "1988"),
    ("stated-change-differs", "2.0"), ("contradiction", "93"), ("not-a-number", "4,8O6"),
  ]

  @Test("check finds what was planted, and ends with 1")
  func planted() throws {
    let program = try Program()
    defer { program.clean() }
    let data = Program.packageRoot.appendingPathComponent("data").path
    let result = try program.run(["check", data, "--format", "csv", "--lang", "en"])
    #expect(result.status == 1)
    for plant in Self.plants {
      #expect(result.lines.contains { $0.contains(plant.code) && $0.contains(plant.words) }, "\(plant)")
    }
    // What was not planted is no error: a watchword that is read as a figure contradicts the figures.
    let contradictions = result.lines.filter { $0.hasPrefix("error,contradiction") }
    #expect(contradictions.count == Self.plants.count { $0.code == "contradiction" }, "\(contradictions)")
  }

  @Test("build writes charts in three formats, the tables and the page, and says so")
  func build() throws {
    let program = try Program()
    defer { program.clean() }
    let data = Program.packageRoot.appendingPathComponent("data").path
    let result = try program.run(["build", data, "--out", "out", "--scale", "0.5"])
    #expect(result.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.appendingPathComponent("out").path)
    for name in ["observations.csv", "changes.csv", "findings.csv", "index.html"] { #expect(names.contains(name)) }
    for kind in ["year-over-year", "ranking", "trend"] {
      for metric in ["visits_outpatient_emergency", "drug_ratio"] {
        for ending in ["png", "svg", "pdf"] { #expect(names.contains("\(metric)-\(kind).\(ending)")) }
      }
    }
    #expect(!names.contains { $0.hasPrefix(".") })
  }

  @Test("a build removes the pictures of the one before that it does not draw, and no other file")
  func stalePictures() throws {
    let program = try Program()
    defer { program.clean() }
    try program.write("机构,2022年门诊人次,2023年门诊人次,2022年出院人次,2023年出院人次\n县人民医院,10,12,3,4\n县中医院,5,6,1,2\n", to: "a.csv")
    let out = program.folder.appendingPathComponent("out")
    #expect(try program.run(["build", "a.csv", "--out", "out", "--scale", "0.5"]).status == 0)
    let first = Set(try FileManager.default.contentsOfDirectory(atPath: out.path))
    let stale = first.filter { $0.hasPrefix("discharges-") }
    #expect(stale.contains("discharges-ranking.png") && stale.count > 3)
    try program.write("mine", to: "out/discharges-mine.png")
    try program.write("changed by hand", to: "out/discharges-ranking.svg")
    try program.write("机构,2022年门诊人次,2023年门诊人次\n县人民医院,10,12\n县中医院,5,6\n", to: "a.csv")
    let result = try program.run(["build", "a.csv", "--out", "out", "--scale", "0.5"])
    #expect(result.status == 0 && result.output.contains("Removed \(stale.count - 1) pictures"))
    let second = Set(try FileManager.default.contentsOfDirectory(atPath: out.path))
    #expect(second == first.subtracting(stale).union(["discharges-mine.png", "discharges-ranking.svg"]))
  }
}
