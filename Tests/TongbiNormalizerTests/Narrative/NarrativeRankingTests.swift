// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// One metric of many facilities: who stands first and last, and names without the words for what they are.
@Suite("Rankings and names cut short")
struct NarrativeRankingTests {
  private static let title = "云溪县卫生健康局2023年运行情况通报\n"

  static let rankings: [(String, [String])] = [
    // Names that each have their value behind them, of the metric told before.
    (
      "建档率平均90.2%，最高和最低分别为东岭镇卫生院96.4%、西坪乡卫生院81.5%。",
      ["own health_record_rate 90.2", "东岭镇卫生院 health_record_rate 96.4", "西坪乡卫生院 health_record_rate 81.5"]
    ),
    (
      "住院次均费用由高到低依次为县人民医院6,321元、县中医院5,211元。",
      ["县人民医院 cost_per_inpatient 6321", "县中医院 cost_per_inpatient 5211"]
    ),
    // As many names as are counted behind them.
    ("预算执行率方面，东岭、西坪两家不足80%，分别为71.2%、66.3%。", ["东岭 fund_execution_rate 71.2", "西坪 fund_execution_rate 66.3"]),
    (
      "建档率全县平均90.2%，较高的有东岭、西坪两家中心（院），分别为96.1%和95.8%。",
      ["全县 health_record_rate 90.2", "东岭 health_record_rate 96.1", "西坪 health_record_rate 95.8"]
    ),
    ("建档率方面，东岭、西坪位列后两位，分别为82.3%和80.1%。", ["东岭 health_record_rate 82.3", "西坪 health_record_rate 80.1"]),
    ("建档率除东岭、西坪两个乡分别为88.1%、87.5%外，其余较好。", ["东岭 health_record_rate 88.1", "西坪 health_record_rate 87.5"]),
    ("东岭、西坪两镇签约率分别为51.2%、46.3%。", ["东岭 fd_contract_rate 51.2", "西坪 fd_contract_rate 46.3"]),
    ("平均住院日超过9天的医院有两家，为县中医院（9.8天）、县妇幼保健院（9.2天）。", ["县中医院 avg_length_of_stay 9.8", "县妇幼保健院 avg_length_of_stay 9.2"]),
    // What some have passed, or the others, is no figure of all.
    ("有5家卫生院床位使用率不足50%，其中西坪乡卫生院仅为38.2%。", ["西坪乡卫生院 bed_occupancy_rate 38.2"]),
    ("高血压规范管理率方面，西坪乡卫生院58.3%，其余均超过60%。", ["西坪乡卫生院 htn_std_rate 58.3"]),
    ("建档率高于95%的有东岭、西坪。", []),
    // Words that rank stand before the names, alone behind a semicolon too.
    (
      "诊疗量前两位的是东岭镇卫生院和县中医院，分别为9.2万人次、8.8万人次；后两位是西坪乡卫生院和南川乡卫生院，分别为1.2万人次、0.9万人次。",
      [
        "东岭镇卫生院 visits_total 92000", "县中医院 visits_total 88000", "西坪乡卫生院 visits_total 12000",
        "南川乡卫生院 visits_total 9000",
      ]
    ),
    ("建档率居全县前两位的是东岭、西坪，分别为96.1%、95.2%。", ["东岭 health_record_rate 96.1", "西坪 health_record_rate 95.2"]),
    ("全年门诊人次最多的卫生院是东岭镇卫生院，达8.9万人次。", ["东岭镇卫生院 visits_outpatient 89000"]),
    (
      "门诊次均费用平均118.3元，最高的东城街道中心152.6元，最低的西坪乡卫生院73.9元。",
      [
        "own cost_per_outpatient_visit 118.3", "东城街道中心 cost_per_outpatient_visit 152.6",
        "西坪乡卫生院 cost_per_outpatient_visit 73.9",
      ]
    ),
    // Values in brackets behind who stands first, and behind names alone.
    (
      "签约率达到60%以上的有5家单位，东岭镇卫生院最高（66.2%），西坪乡卫生院最低（60.7%）。",
      ["东岭镇卫生院 fd_contract_rate 66.2", "西坪乡卫生院 fd_contract_rate 60.7"]
    ),
    (
      "建档率，东岭（98.1%）、西坪（96.5%）居前，南川（78.2%）垫底。",
      ["东岭 health_record_rate 98.1", "西坪 health_record_rate 96.5", "南川 health_record_rate 78.2"]
    ),
    (
      "签约率全县平均51.2%，其中东岭最高，达62.3%。",
      ["全县 fd_contract_rate 51.2", "东岭 fd_contract_rate 62.3"]
    ),
  ]

  @Test("each of those ranked has its own value", arguments: rankings)
  func values(text: String, expected: [String]) {
    let found = NarrativeRulesTests.read(Self.title + text).map { line in
      line.replacing(" 2023 ", with: " ").replacing("云溪县卫生健康局 ", with: "own ")
    }
    #expect(found == expected)
  }

  @Test("stations of an emergency centre are named alone, departments of a hospital are its parts")
  func stationsAndDepartments() {
    let stations = "云溪市急救中心2023年工作总结\n出车次数，中心站、城南站列前两位，分别为5120次、3987次；排名末位的是开发区站，仅812次。"
    #expect(
      NarrativeRulesTests.read(stations) == [
        "中心站 ems_calls 2023 5120", "城南站 ems_calls 2023 3987", "开发区站 ems_calls 2023 812",
      ])
    let departments = "云溪县人民医院2023年工作总结\n心内科、呼吸科平均住院日较长，分别为9.8天、9.1天。急诊科、麻醉科两个科室药占比分别为28.1%、12.3%。"
    #expect(
      NarrativeRulesTests.read(departments) == [
        "云溪县人民医院 avg_length_of_stay 2023 9.8 of 心内科", "云溪县人民医院 avg_length_of_stay 2023 9.1 of 呼吸科",
        "云溪县人民医院 drug_ratio 2023 28.1 of 急诊科", "云溪县人民医院 drug_ratio 2023 12.3 of 麻醉科",
      ])
  }

  @Test("growth alone is the metric of a heading that names it")
  func growth() {
    let text =
      Self.title
      + "1.医疗费用增幅。县人民医院、县中医院增幅分别为9.6%、12.8%。增幅最低的是县妇幼保健院（3.2%）。县中医院门诊收入增幅6.1%。"
    #expect(
      NarrativeRulesTests.read(text) == [
        "县人民医院 fee_growth_rate 2023 9.6", "县中医院 fee_growth_rate 2023 12.8", "县妇幼保健院 fee_growth_rate 2023 3.2",
      ])
  }

  @Test("changes of facilities whose figures are not told are theirs")
  func changes() {
    let text = Self.title + "门诊人次增幅居前的为东岭镇、西坪乡卫生院，分别增长21.3%、16.8%。"
    let found = NarrativeRulesTests.reading(text).observations.flatMap { observation in
      observation.changes.map {
        "\(observation.facility ?? "-") \(observation.metric?.id ?? "-") \($0.value?.description ?? "-")"
      }
    }
    #expect(found == ["东岭镇 visits_outpatient 21.3", "西坪乡卫生院 visits_outpatient 16.8"])
    // Of a ratio too.
    let ratio = NarrativeRulesTests.reading(Self.title + "药占比降幅最大的是县中医院，下降3.2个百分点。").observations
    #expect(ratio.map(\.facility) == ["县中医院"])
    #expect(ratio.map(\.quantity) == [nil])
  }
}
