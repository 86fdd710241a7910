// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi
import TongbiReports

@testable import TongbiNormalizer

/// Values of bases, aims that results are held against, and lists over periods.
@Suite("Bases, aims and lists")
struct NarrativeBasesTests {
  static let bases: [(String, [String])] = [
    // The value of a base stands in brackets, in a list, or after an event.
    (
      "清溪县人民医院2023年工作总结\n药占比24.6%，比上年（26.1%）下降1.5个百分点。",
      ["清溪县人民医院 drug_ratio 2022 26.1", "清溪县人民医院 drug_ratio 2023 24.6"]
    ),
    (
      "清溪县2023年工作总结\n县域内就诊率由2020年的82.1%、2021年的85.4%提高到90.2%。",
      ["全县 in_county_rate 2020 82.1", "全县 in_county_rate 2021 85.4", "全县 in_county_rate 2023 90.2"]
    ),
    (
      "清溪县2023年工作总结\n孕产妇死亡率、婴儿死亡率分别由2015年的18.2/10万、6.1‰下降到2023年的7.4/10万、2.3‰。",
      [
        "全县 maternal_mortality_ratio 2015 18.2", "全县 maternal_mortality_ratio 2023 7.4",
        "全县 infant_mortality_rate 2015 6.1", "全县 infant_mortality_rate 2023 2.3",
      ]
    ),
  ]

  @Test("values of bases have the period of the base", arguments: bases)
  func base(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted()) }

  static let changes: [(String, [String])] = [
    // More than a year ago of what was done; arrows; changes behind values of bases in brackets.
    ("住院2,104人次，比去年多收治186人次。", ["absolute 186 yearEarlier"]),
    ("住院收入5,120万元（同比↓3.2%）。", ["percent -3.2 yearEarlier"]),
    ("青石镇卫生院、柳河镇中心卫生院门急诊量同比分别增长5.2%和7.4%。", ["percent 5.2 yearEarlier", "percent 7.4 yearEarlier"]),
    (
      "入院3,218人次（去年同期3,012人次），出院3,190人次（去年同期3,004人次），同比分别增长6.8%、6.2%。",
      ["percent 6.8 yearEarlier", "percent 6.2 yearEarlier"]
    ),
    (
      "5岁以下儿童死亡率3.1‰；婴儿死亡率2.2‰。与上年相比，5岁以下儿童、婴儿死亡率分别下降8.1%、9.4%。",
      ["percent -8.1 yearEarlier", "percent -9.4 yearEarlier"]
    ),
    // Behind a semicolon, by the names of facilities, or as the former and the latter; a week against the one before.
    (
      "全县医院入院7.02万人次，乡镇卫生院入院1.78万人次；与上年比较，医院增长7.5%，乡镇卫生院下降1.2%。",
      ["percent 7.5 yearEarlier", "percent -1.2 yearEarlier"]
    ),
    (
      "医院病床使用率74.6%，乡镇卫生院52.3%；与上年相比，前者提高2.1个百分点，后者下降0.8个百分点。",
      ["points 2.1 yearEarlier", "points -0.8 yearEarlier"]
    ),
    ("门诊15236人次，较上周增长2.1%。", ["percent 2.1 preceding"]),
  ]

  @Test("changes find their figures behind deeds, arrows, bases in brackets and names cut short", arguments: changes)
  func change(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.changes(text).sorted() == expected.sorted())
  }

  @Test("facilities alone in a list of changes have the metric of the last one")
  func changesOfFacilities() throws {
    let names = AliasIndex(try Catalogue.builtIn())
    let line = Passage(line: 1, text: "青石镇卫生院、柳河镇中心卫生院门急诊量同比分别增长5.2%和7.4%。")
    let read = NarrativeReader(names: names).read(TextReport(file: "report.txt", passages: [line])).observations
    #expect(read.map { $0.metric?.id } == ["visits_outpatient_emergency", "visits_outpatient_emergency"])
  }

  static let aims: [(String, [String])] = [
    (
      "清溪县人民医院2023年工作总结\n完成手术3,906台次，完成全年目标任务（4,200台次）的93.0%；门急诊21.6万人次，完成全年目标的96.4%。",
      [
        "清溪县人民医院 surgeries 2023 3906", "清溪县人民医院 surgeries 2023 4200 target",
        "清溪县人民医院 visits_outpatient_emergency 2023 216000",
      ]
    ),
    (
      "清溪县人民医院2023年工作总结\n三四级手术占比51.2%，超目标值1.2个百分点；CMI值0.96。",
      ["清溪县人民医院 surgery_l34_share 2023 51.2", "清溪县人民医院 cmi 2023 0.96"]
    ),
    (
      "清溪县2023年工作总结\n老年人健康管理率、高血压患者规范管理率分别为70.2%、76.4%，均完成目标任务（分别为62%和65%）。",
      [
        "全县 elderly_mgmt_rate 2023 70.2", "全县 htn_std_rate 2023 76.4", "全县 elderly_mgmt_rate 2023 62 target",
        "全县 htn_std_rate 2023 65 target",
      ]
    ),
  ]

  @Test("an aim that a result is held against is an aim, and the result none", arguments: aims)
  func aim(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let lists: [(String, [String])] = [
    // A clause of periods holds for the lists after it.
    (
      "2021年、2022年，清溪县剖宫产率分别为44.2%、42.6%，婴儿死亡率分别为2.9‰、2.6‰。",
      [
        "清溪县 csection_rate 2021 44.2", "清溪县 csection_rate 2022 42.6", "清溪县 infant_mortality_rate 2021 2.9",
        "清溪县 infant_mortality_rate 2022 2.6",
      ]
    ),
    (
      "清溪县2023年工作总结\n前三季度各季总诊疗人次分别为21.3万、24.8万和25.1万。",
      ["全县 visits_total 2023-Q1 213000", "全县 visits_total 2023-Q2 248000", "全县 visits_total 2023-Q3 251000"]
    ),
    (
      "清溪县2023年工作总结\n每千常住人口床位数、执业（助理）医师数分别达到6.4张、2.8人。",
      ["全县 beds_per_1000 2023 6.4", "全县 doctors_per_1000 2023 2.8"]
    ),
    // Units in brackets behind the name.
    (
      "清溪县人民医院2023年工作总结\n平均住院日（天）：7.6；医疗收入（万元）：6,120.5。",
      ["清溪县人民医院 avg_length_of_stay 2023 7.6", "清溪县人民医院 revenue_medical 2023 61205000"]
    ),
    ("清溪县人民医院2023年工作总结\n门诊患者满意度91.4分。", ["清溪县人民医院 satisfaction_outpatient 2023 91.4"]),
  ]

  @Test("lists take their periods, heads and units from where they stand", arguments: lists)
  func list(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }
}
