// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// What sections, speakers and sentences before say of a figure's time, owner and metric.
@Suite("What was said before")
struct NarrativeTurnsTests {
  static let figures: [(String, [String])] = [
    // The part of a paper that a numbered section lies in; times in a plan are of the year ahead, 前年 counts from the speech.
    (
      "柳川县人民医院2025年工作回顾及2026年工作计划\n第一部分 2025年工作回顾\n一、主要成效\n门诊9万人次。\n第二部分 2026年工作计划\n一、总体目标\n门诊10万人次。",
      ["柳川县人民医院 visits_outpatient 2025 90000", "柳川县人民医院 visits_outpatient 2026 100000 target"]
    ),
    (
      "柳川县人民医院2023年工作总结\n门诊9万人次。\n四、下一步打算\n全年门诊力争达到10万人次，二季度药占比降至28%以下。",
      [
        "柳川县人民医院 visits_outpatient 2023 90000", "柳川县人民医院 visits_outpatient 2024 100000 target",
        "柳川县人民医院 drug_ratio 2024-Q2 28 target",
      ]
    ),
    (
      "在全县卫生健康工作会议上的讲话\n（2021年2月24日）\n过去的一年，县医院出院1.86万人次，前年是2.31万人次。",
      ["县医院 discharges 2020 18600", "县医院 discharges 2019 23100"]
    ),
    // 截至8月底 tells which year 今年 is.
    (
      "关于全县乡村医疗卫生机构运行情况的调研汇报\n截至2024年8月底，乡镇卫生院床位1,124张。\n2023年，乡镇卫生院诊疗74.8万人次。今年1—8月，乡镇卫生院诊疗52.3万人次。",
      [
        "乡镇卫生院 beds_open ../2024-08-31 1124", "乡镇卫生院 visits_total 2023 748000",
        "乡镇卫生院 visits_total 2024-01/2024-08 523000",
      ]
    ),
    // The same months of the year before, with or without the metric once more.
    (
      "柳川县人民医院2023年上半年总结\n收支结余-466.3万元，去年同期为结余88.4万元。",
      ["柳川县人民医院 surplus 2022-S1 884000", "柳川县人民医院 surplus 2023-S1 -4663000"]
    ),
    (
      "柳川县2021年上半年通报\n县中医院去年同期出院2310人次，今年达到2792人次。",
      ["县中医院 discharges 2020-S1 2310", "县中医院 discharges 2021-S1 2792"]
    ),
    // Rates told in turn of the figures before, facilities of the sentence before, and of the clause before 分别.
    (
      "城关镇卫生院2023年总结\n高血压、糖尿病在管患者分别为6,215人和2,340人，规范管理率77.8%、76.1%，控制率64.9%、57.3%。",
      [
        "城关镇卫生院 htn_managed 2023 6215", "城关镇卫生院 dm_managed 2023 2340", "城关镇卫生院 htn_std_rate 2023 77.8",
        "城关镇卫生院 dm_std_rate 2023 76.1", "城关镇卫生院 htn_control_rate 2023 64.9",
        "城关镇卫生院 dm_control_rate 2023 57.3",
      ]
    ),
    (
      "柳川县卫生健康局2023年通报\n县人民医院门诊9万人次；县中医院6万人次；县妇幼保健院2万人次。出院人次依次为9,315、5,104和1,206。",
      [
        "县人民医院 visits_outpatient 2023 90000", "县中医院 visits_outpatient 2023 60000",
        "县妇幼保健院 visits_outpatient 2023 20000", "县人民医院 discharges 2023 9315", "县中医院 discharges 2023 5104",
        "县妇幼保健院 discharges 2023 1206",
      ]
    ),
    (
      "柳川县2023年通报\n其次是麻墩镇卫生院和西浦镇卫生院，签约率分别为54.2%、53.5%。",
      ["麻墩镇卫生院 fd_contract_rate 2023 54.2", "西浦镇卫生院 fd_contract_rate 2023 53.5"]
    ),
    // Another metric behind the parts of several facilities is of all again; those past a value are named behind it.
    (
      "柳川县2023年通报\n全县共受理投诉63件，其中县人民医院31件、县中医院17件，办结率98.4%。",
      [
        "全县 complaints 2023 63", "县人民医院 complaints 2023 31", "县中医院 complaints 2023 17",
        "全县 rectify_rate 2023 98.4",
      ]
    ),
    (
      "柳川县2023年通报\n药占比26.0%；耗占比超过25%的为县人民医院，达27.2%。",
      ["全县 drug_ratio 2023 26.0", "县人民医院 consumable_ratio 2023 27.2"]
    ),
    // Who speaks behind a label, and whom 该院 is.
    (
      "柳川县基层机构座谈会发言摘要\n（2023年3月28日）\n柳林乡卫生院：我们去年门诊只有1.1万人次。",
      ["柳林乡卫生院 visits_outpatient 2022 11000"]
    ),
    (
      "关于拟推荐三级专科医院评审单位的公示\n拟推荐柳川市骨科医院参加评审。该院2018年出院7810人次。\n柳川市卫生健康委员会\n2019年4月19日",
      ["柳川市骨科医院 discharges 2018 7810"]
    ),
    // What sums up among requirements is no aim.
    (
      "柳川县2025年三季度通报\n三、工作要求\n药占比年底前控制在30%以下。1—9月累计，全县县域内就诊率91.3%。",
      ["全县 drug_ratio 2025-12-31 30 target", "全县 in_county_rate 2025-01/2025-09 91.3"]
    ),
    // The year that a house was founded in, and what is summed up to the end of a quarter.
    ("柳川县急救中心2025年汇报\n中心成立于2006年，核定编制45人，在岗职工63人。", ["柳川县急救中心 staff_total 2025 63"]),
    (
      "柳川镇卫生院2022年第三季度小结\n本季度完成门诊1,903人次，今年累计完成4,776人次。",
      ["柳川镇卫生院 visits_outpatient 2022-Q3 1903", "柳川镇卫生院 visits_outpatient 2022-01/2022-09 4776"]
    ),
    // Words that end where a rule looks on, and a change that speaks of the name in the clause before.
    ("柳川县人民医院2023年上半年总结\n门诊9万人次。去年同期", ["柳川县人民医院 visits_outpatient 2023-S1 90000"]),
    ("柳川县人民医院2023年总结\n培训班比全市平均低3期，比上年下降4期。", []),
    // Courses are none of the party's where it is not spoken of; blood given by so many persons; groups all signed up.
    ("柳川县人民医院2023年总结\n举办“西学中”培训班2期。", ["柳川县人民医院 trainings 2023 2"]),
    (
      "柳川县中心血站2023年总结\n采集全血41,873人次，机采血小板5,128人次。",
      ["柳川县中心血站 blood_donors 2023 41873", "柳川县中心血站 blood_donors 2023 5128 of 机采血小板"]
    ),
    (
      "柳川镇卫生院2023年总结\n组建团队6个，签约15,127人。",
      ["柳川镇卫生院 fd_teams 2023 6", "柳川镇卫生院 fd_contract_people 2023 15127"]
    ),
    (
      "柳川镇卫生院2023年总结\n签约13,840人，建档立卡贫困户1,215人实现应签尽签。",
      ["柳川镇卫生院 fd_contract_people 2023 13840", "柳川镇卫生院 fd_contract_people 2023 1215 of 建档立卡贫困户"]
    ),
  ]

  @Test("a figure takes its time, owner and metric from what was said before", arguments: figures)
  func figure(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text) == expected)
  }
}
