// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

@Suite("Facility registry")
struct FacilityRegistryTests {
  let registry = FacilityRegistry(facilities: [
    Facility(name: "清源县人民医院", otherNames: ["县医院"]), Facility(name: "清源县中医医院", otherNames: ["中医院", "共用名"]),
    Facility(name: "城关镇卫生院", otherNames: ["共用名"]), Facility(name: "清源县城关镇中心卫生院"),
  ])

  static let names: [(String, String?)] = [
    ("清源县人民医院", "清源县人民医院"), ("清源县 人民医院 ", "清源县人民医院"), ("县医院", "清源县人民医院"),
    ("县人民医院", "清源县人民医院"), ("人民医院", "清源县人民医院"), ("清源县中医院", "清源县中医医院"),
    ("清源县城关镇卫生院", "城关镇卫生院"), ("共用名", nil), ("医院", nil), ("", nil), ("东山乡卫生院", nil),
  ]

  @Test("a name means the one facility it fits, and nothing where it fits several", arguments: names)
  func resolve(written: String, name: String?) {
    #expect(registry.resolve(written)?.name == name)
  }

  @Test("an empty registry resolves nothing")
  func empty() {
    #expect(FacilityRegistry().resolve("县医院") == nil)
  }
}

@Suite("Facility file")
struct FacilityFileTests {
  static let files = [
    "name,other_names,type,group\n青山县医院,县医院|青山医院、人民医院,综合医院,县级\n东乡卫生院,,,\n",
    "序号,机构名称,别名,类型,分组\n1,青山县医院,县医院；青山医院;人民医院,综合医院,县级\n2,东乡卫生院,,,\n",
  ]

  @Test("a list of facilities is read in English and Chinese", arguments: files)
  func read(text: String) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tongbi-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    guard let table = try Report.open(file.path).tables.first else {
      Issue.record("not a table")
      return
    }
    let registry = try FacilityRegistry.read(table)
    #expect(
      registry.facilities == [
        Facility(name: "青山县医院", otherNames: ["县医院", "青山医院", "人民医院"], type: "综合医院", group: "县级"),
        Facility(name: "东乡卫生院"),
      ])
  }
}
