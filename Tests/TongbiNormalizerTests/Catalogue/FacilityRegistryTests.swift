// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

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
