// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// Several figures told at once, and changes in few words.
@Suite("Figures told together")
struct NarrativeTogetherTests {
  @Test("changes find the figures that words name as they were named before")
  func namedAgain() {
    let text = "药品26.8%、卫生材料22.4%，比上年药品、卫生材料分别下降0.6个、1.1个百分点。"
    #expect(NarrativeRulesTests.changes("医疗收入结构：" + text) == ["points -0.6 yearEarlier", "points -1.1 yearEarlier"])
    let first = "药占比26%，耗占比12%，医疗服务收入占比34%，其中前两项较上年分别下降1.6个和0.7个百分点。"
    #expect(NarrativeRulesTests.changes(first) == ["points -1.6 yearEarlier", "points -0.7 yearEarlier"])
  }

  static let lists: [(String, [String])] = [
    // 分别 may be understood.
    (
      "云溪县2024年工作总结\n高血压、糖尿病患者规范管理率为81.2%、80.6%。",
      ["全县 htn_std_rate 2024 81.2", "全县 dm_std_rate 2024 80.6"]
    ),
    // The former values may stand before 分别.
    (
      "云溪县2024年工作总结\n床位使用率、四级手术占比从70.1%、12.2%分别增至72.3%、13.4%。",
      [
        "全县 bed_occupancy_rate - 70.1", "全县 bed_occupancy_rate 2024 72.3", "全县 surgery_l4_share - 12.2",
        "全县 surgery_l4_share 2024 13.4",
      ]
    ),
    // What many come to, each of them named.
    (
      "云溪县卫生健康局2024年工作总结\n乡镇卫生院、社区卫生服务中心、村卫生室合计诊疗126.4万人次。",
      ["乡镇卫生院、社区卫生服务中心、村卫生室 visits_total 2024 1264000"]
    ),
    (
      "云溪县卫生健康局2024年工作总结\n县人民医院、县中医院共有床位1200张，其中县人民医院800张。",
      ["县人民医院、县中医院 beds_open 2024 1200", "县人民医院 beds_open 2024 800"]
    ),
    // Changes first, the values behind them; and one value for all.
    (
      "云溪县2024年工作总结\n县人民医院、县中医院住院次均费用分别为7916元和6088元，药占比分别下降0.9、1.6个百分点，为26.2%和29.8%；医疗服务收入占比均超过34%。",
      [
        "县人民医院 cost_per_inpatient 2024 7916", "县中医院 cost_per_inpatient 2024 6088", "县人民医院 drug_ratio 2024 26.2",
        "县中医院 drug_ratio 2024 29.8", "县人民医院 medical_service_ratio 2024 34", "县中医院 medical_service_ratio 2024 34",
      ]
    ),
    // The last value has the unit of all.
    (
      "县医院、中医院、妇幼保健院2023年门诊分别看了38.2万、21.6万和9.7万人次。",
      ["县医院 visits_outpatient 2023 382000", "中医院 visits_outpatient 2023 216000", "妇幼保健院 visits_outpatient 2023 97000"]
    ),
    // Metrics told in the sentence before, by a word for all of them.
    (
      "云溪县2023年工作总结\n2019年总诊疗人次842.8万人次，出院人次34.2万人次。2023年两项分别为812.5万人次和31.8万人次。",
      [
        "全县 visits_total 2019 8428000", "全县 discharges 2019 342000", "全县 visits_total 2023 8125000",
        "全县 discharges 2023 318000",
      ]
    ),
    // Departments by rank, in brackets or behind a colon.
    (
      "云溪区中医医院2024年一季度简报\n平均住院日最长的是康复科（18.7天），最短的是肛肠科（5.6天）。",
      [
        "云溪区中医医院 avg_length_of_stay 2024-Q1 18.7 of 康复科",
        "云溪区中医医院 avg_length_of_stay 2024-Q1 5.6 of 肛肠科",
      ]
    ),
    // Quarters of a year, in a list whose last value has the unit.
    (
      "云溪镇卫生院2023年四个季度门诊量依次为6,215、5,980、6,447、7,102人次。",
      [
        "云溪镇卫生院 visits_outpatient 2023-Q1 6215", "云溪镇卫生院 visits_outpatient 2023-Q2 5980",
        "云溪镇卫生院 visits_outpatient 2023-Q3 6447", "云溪镇卫生院 visits_outpatient 2023-Q4 7102",
      ]
    ),
    // A department among parts has all figures up to the semicolon.
    (
      "云溪市医院2023年二季度通报\n平均住院日7.31天，其中骨科出院412人次，平均住院日9.8天；儿科出院505人次，平均住院日5.1天。",
      [
        "云溪市医院 avg_length_of_stay 2023-Q2 7.31", "云溪市医院 discharges 2023-Q2 412 of 骨科",
        "云溪市医院 avg_length_of_stay 2023-Q2 9.8 of 骨科", "云溪市医院 discharges 2023-Q2 505 of 儿科",
        "云溪市医院 avg_length_of_stay 2023-Q2 5.1 of 儿科",
      ]
    ),
    // What is judged may stand before who judges it.
    (
      "云溪县医院2023年工作总结\n患者满意度门诊95.3%，住院97.7%。",
      ["云溪县医院 satisfaction_outpatient 2023 95.3", "云溪县医院 satisfaction_inpatient 2023 97.7"]
    ),
    // Those in care, each with what ails them.
    (
      "云溪镇卫生院2023年工作总结\n为2204名在管高血压患者、691名糖尿病患者提供随访，规范管理率分别是80.4%、79.8%。",
      [
        "云溪镇卫生院 htn_managed 2023 2204", "云溪镇卫生院 dm_managed 2023 691", "云溪镇卫生院 htn_std_rate 2023 80.4",
        "云溪镇卫生院 dm_std_rate 2023 79.8",
      ]
    ),
    // Names with a letter that joins words elsewhere; years before a list.
    (
      "永年县2019年、2021年两次监测，居民健康素养水平依次为17.8%、23.4%。",
      ["永年县 health_literacy 2019 17.8", "永年县 health_literacy 2021 23.4"]
    ),
    // Of the facilities told before, and in the periods told before.
    (
      "云溪县2024年工作总结\n县人民医院门诊12万人次；县中医院门诊8万人次。两院平均住院日分别缩短至7.2天和6.8天。",
      [
        "县人民医院 visits_outpatient 2024 120000", "县中医院 visits_outpatient 2024 80000",
        "县人民医院 avg_length_of_stay 2024 7.2", "县中医院 avg_length_of_stay 2024 6.8",
      ]
    ),
    (
      "云溪县人民医院平均住院日逐年缩短，2022年8.1天，2023年7.4天；同期病床周转次数分别为36.2次和41.5次。",
      [
        "云溪县人民医院 avg_length_of_stay 2022 8.1", "云溪县人民医院 avg_length_of_stay 2023 7.4",
        "云溪县人民医院 bed_turnover 2022 36.2", "云溪县人民医院 bed_turnover 2023 41.5",
      ]
    ),
    // 万 with thousands behind it is one number.
    ("云溪县2024年工作总结\n居民电子健康档案31万4627份。", ["全县 health_records 2024 314627"]),
    // All who work there, whatever they do.
    ("云溪县人民医院2022年述职报告\n带领全院466名职工攻坚克难。", ["云溪县人民医院 staff_total 2022 466"]),
    // A watchword counts nobody.
    (
      "云溪县城关镇卫生院2024年工作总结\n做到签约一人、履约一人、做实一人，签约居民47,777人。",
      ["云溪县城关镇卫生院 fd_contract_people 2024 47777"]
    ),
    // One grade of surgery, after two of them.
    (
      "云溪县人民医院2024年工作总结\n全年三、四级手术占比52.3%，四级手术占比14.7%。",
      ["云溪县人民医院 surgery_l34_share 2024 52.3", "云溪县人民医院 surgery_l4_share 2024 14.7"]
    ),
  ]

  @Test("values of several figures or facilities told at once", arguments: lists)
  func list(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let changes: [(String, [String])] = [
    ("药品收入占比68.3%，降了4.1个百分点。", ["points -4.1 yearEarlier"]),
    ("住院次均费用9754元，同比下降4.7%，可比价格下降6.0%。", ["percent -4.7 yearEarlier", "percent -6.0 yearEarlier"]),
    ("住院人次4870人次，与2019年大体持平。", ["flat - other"]),
    ("基层诊疗占比66.2%，较改革前2019年的58.7%提高7.5个百分点。", ["points 7.5 other"]),
    ("门急诊27.5万人次，是托管前2020年的1.6倍。", ["times 1.6 other"]),
    ("无偿献血2418人次，采血量4006单位，均与上年同期持平。", ["flat - yearEarlier", "flat - yearEarlier"]),
    // The value of the base in brackets.
    ("发热门诊2.74万人次，为4月（1.31万人次）的2.1倍。", ["times 2.1 other"]),
    // How near it came to another year, as a multiple of it.
    ("收治入院7218人次，较2022年增长24.5%，恢复到2019年的96.3%。", ["percent 24.5 yearEarlier", "times 0.963 other"]),
    ("门诊量12.3万人次，为上年同期的81.7%。", ["times 0.817 yearEarlier"]),
  ]

  @Test("changes in few words", arguments: changes)
  func change(text: String, expected: [String]) { #expect(NarrativeRulesTests.changes(text) == expected) }
}
