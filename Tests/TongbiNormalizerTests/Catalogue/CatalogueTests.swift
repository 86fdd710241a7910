// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

@Suite("Catalogue")
struct CatalogueTests {
  let catalogue: Catalogue
  init() throws { catalogue = try Catalogue.builtIn() }

  @Test("the built-in catalogue has its 155 metrics, and none has a multiplier in its unit")
  func size() {
    #expect(catalogue.metrics.count == 155)
    #expect(catalogue.metrics.allSatisfy { !$0.unit.symbol.hasPrefix("万") && !$0.unit.symbol.hasPrefix("亿") })
    #expect(catalogue.metric(id: "revenue_drug")?.unit == .yuan)
  }

  static let names: [(String, String?)] = [
    ("药占比", "drug_ratio"), ("药 占 比", "drug_ratio"), ("drug_ratio", "drug_ratio"),
    ("Bed Occupancy Rate", "bed_occupancy_rate"),
    ("床位（张）", "beds_open"), ("药品收入(万元)", "revenue_drug"), ("病床使用率％", "bed_occupancy_rate"),
    ("门（急）诊人次", "visits_outpatient_emergency"), ("门诊人次(不含急诊)", "visits_outpatient"), ("ＣＭＩ", "cmi"),
    ("床位/张", "beds_open"), ("婴儿死亡率（‰）", "infant_mortality_rate"), ("食堂就餐人次", nil), ("", nil), ("（张）", nil),
  ]

  @Test("a metric is found by id, name and other name, whatever their width, case and blanks", arguments: names)
  func named(words: String, id: String?) {
    #expect(catalogue.metric(named: words)?.id == id)
  }

  @Test("every spelling in the catalogue finds its own metric")
  func spellings() {
    for metric in catalogue.metrics {
      for name in [metric.id, metric.name, metric.englishName] + metric.aliases where !name.isEmpty {
        #expect(catalogue.metric(named: name)?.id == metric.id, "\(name)")
      }
    }
  }

  @Test("the parts of a ratio are metrics where the catalogue has both")
  func parts() {
    #expect(catalogue.metric(id: "drug_ratio")?.numerator == "revenue_drug")
    #expect(catalogue.metric(id: "drug_ratio")?.denominator == "revenue_medical")
    #expect(catalogue.metric(id: "consumables_per_100_revenue")?.denominator == nil)
    #expect(catalogue.metric(id: "bed_occupancy_rate")?.numerator == nil)
  }

  @Test("a known metric keeps what a definition does not say, a new one joins as its kind does")
  func extend() throws {
    var catalogue = catalogue
    try catalogue.extend(with: [
      MetricDefinition(id: "residents", name: "常住人口数", unit: "万人", kind: .stock, highest: 200, aliases: ["常住人口"]),
      MetricDefinition(id: "fd_contract_rate", numerator: "fd_contract_people", denominator: "常住人口"),
      MetricDefinition(id: "meals", name: "食堂就餐人次"),
      MetricDefinition(id: "share", unit: "%"),
    ])
    let rate = try #require(catalogue.metric(id: "fd_contract_rate"))
    #expect(rate.name == "家庭医生签约率" && rate.unit == .percent && rate.highest == 100)
    #expect(rate.numerator == "fd_contract_people" && rate.denominator == "residents")
    let residents = try #require(catalogue.metric(named: "常住人口（万人）"))
    #expect(residents.overTime == .last && residents.unit == Unit("人") && residents.highest == 2_000_000)
    #expect(catalogue.metric(named: "食堂就餐人次")?.overTime == .sum)
    #expect(catalogue.metric(id: "share")?.changeStyle == .points)
  }

  @Test("a part that no metric has as its name is an error, and the catalogue stays as it was")
  func unknownPart() {
    var catalogue = catalogue
    #expect(throws: TongbiError.self) {
      try catalogue.extend(with: [
        MetricDefinition(id: "x", name: "某率"), MetricDefinition(id: "drug_ratio", numerator: "没有这个"),
      ])
    }
    #expect(catalogue.metric(id: "x") == nil)
    #expect(throws: TongbiError.self) { try catalogue.extend(with: [MetricDefinition(id: " ")]) }
  }

  @Test("a search finds all words in any name, and the very name comes first")
  func search() {
    #expect(catalogue.search(words: ["药占比"]).first?.id == "drug_ratio")
    #expect(catalogue.search(words: ["drug", "share"]).count >= 3)
    #expect(catalogue.search(words: []).count == 155)
    #expect(catalogue.search(words: ["没有这个词"]).isEmpty)
  }
}
