// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiNormalizer

/// Houses and departments told in passing, names that others complete, and times that hold no longer.
@Suite("Told in passing")
struct NarrativePassingTests {
  static let owners: [(String, [String])] = [
    // A department that the first clause speaks of, or whose head did it; a clinic that the clause begins with.
    ("柳川县人民医院2023年工作总结\n骨伤科声名鹊起，全年手术1,206例。", ["柳川县人民医院 surgeries 2023 1206 of 骨伤科"]),
    ("柳川县人民医院2023年工作总结\n泌尿外科主任带领团队完成手术842台。", ["柳川县人民医院 surgeries 2023 842 of 泌尿外科"]),
    ("柳川县人民医院2023年工作总结\n产科床位空闲，而口腔门诊一号难求，儿保门诊全年接诊1.86万人次。", ["柳川县人民医院 visits_outpatient 2023 18600 of 儿保门诊"]),
    // The stations that a centre has, kinds in its area, the group that a hospital leads, and campuses by their house.
    (
      "石桥镇中心卫生院2023年工作总结\n门诊3.1万人次。辖区村卫生室门诊1.42万人次。",
      ["村卫生室 visits_outpatient 2023 14200", "石桥镇中心卫生院 visits_outpatient 2023 31000"]
    ),
    (
      "城东街道社区卫生服务中心2023年工作总结\n全年总诊疗14.2万人次；其中各社区卫生服务站3.6万人次。",
      ["城东街道社区卫生服务中心 visits_total 2023 142000", "社区卫生服务站 visits_total 2023 36000"]
    ),
    (
      "柳川县卫生健康局2023年工作总结\n县中医院医共体上转患者812人次、下转640人次。",
      ["县中医院医共体 referrals_down 2023 640", "县中医院医共体 referrals_up 2023 812"]
    ),
    (
      "柳川县总医院2023年运行报告\n出院患者5.12万人次，其中总院本部2.86万人次、中医院院区1.31万人次。",
      ["中医院院区 discharges 2023 13100", "总院本部 discharges 2023 28600", "柳川县总医院 discharges 2023 51200"]
    ),
    // A house that words stand before which lead nowhere, and whose figures another brought about.
    ("柳川县人民医院2023年工作总结\n隔壁的老大哥市二院去年门急诊196万人次，差距不小。", ["市二院 visits_outpatient_emergency 2022 1960000"]),
    ("柳川县卫生健康局2023年工作总结\n县人民医院选派专家组团帮扶，带动乡镇卫生院总诊疗人次达到46.2万。", ["乡镇卫生院 visits_total 2023 462000"]),
    // What a sum of several houses is of, and what several parts come to.
    (
      "柳川县医共体总医院2023年前三季度分析\n前三季度，县人民医院、县中医院和各乡镇卫生院诊疗人次分别为31.2万、14.5万和28.4万，合计74.1万人次。",
      [
        "乡镇卫生院 visits_total 2023-01/2023-09 284000",
        "县中医院 visits_total 2023-01/2023-09 145000",
        "县人民医院 visits_total 2023-01/2023-09 312000",
        "柳川县医共体总医院 visits_total 2023-01/2023-09 741000",
      ]
    ),
    (
      "柳川镇卫生院2023年上半年总结\n接种免疫规划疫苗1,420剂次、非免疫规划疫苗680剂次，共2,100剂次。",
      [
        "柳川镇卫生院 vaccine_doses 2023-S1 1420 of 接种免疫规划疫苗",
        "柳川镇卫生院 vaccine_doses 2023-S1 2100",
        "柳川镇卫生院 vaccine_doses 2023-S1 680 of 非免疫规划疫苗",
      ]
    ),
    // The metrics of the house before, in their order.
    (
      "柳川县卫生健康局2023年工作总结\n县人民医院病床使用率91.3%，平均住院日7.4天；县中医院84.6%、8.1天。",
      [
        "县中医院 avg_length_of_stay 2023 8.1",
        "县中医院 bed_occupancy_rate 2023 84.6",
        "县人民医院 avg_length_of_stay 2023 7.4",
        "县人民医院 bed_occupancy_rate 2023 91.3",
      ]
    ),
    // A kind that a passage has as its heading, in the report of a region; money of a house that is built.
    ("柳川县2024年第一季度运行简报\n2.基层医疗卫生机构。诊疗人次61.8万，同比增长1.2%。", ["基层医疗卫生机构 visits_total 2024-Q1 618000"]),
    ("柳川县卫生健康局2023年工作总结\n总投资2.4亿元的县中医院迁建项目投入使用。", ["县中医院 investment 2023 240000000"]),
    // The hospital, in the report of a centre that is one.
    ("柳川市精神卫生中心2024年一季度运行分析\n一季度，医院门诊18,206人次。", ["柳川市精神卫生中心 visits_outpatient 2024-Q1 18206"]),
    // The report of a department with a long name, or of its head.
    (
      "柳川县人民医院呼吸与危重症医学科2023年工作总结\n我科出院1,268人次；全院发热门诊接诊3,120人次。",
      ["柳川县人民医院 visits_fever 2023 3120", "柳川县人民医院呼吸与危重症医学科 discharges 2023 1268"]
    ),
    (
      "柳川县人民医院妇产科主任2023年度述职报告\n门诊接诊16,280人次，其中2月份仅接诊806人次。",
      ["柳川县人民医院妇产科 visits_outpatient 2023 16280", "柳川县人民医院妇产科 visits_outpatient 2023-02 806"]
    ),
    ("柳川县人民医院急诊科2023年工作总结\n全年接诊病人3.82万人次。", ["柳川县人民医院急诊科 visits_emergency 2023 38200"]),
  ]

  @Test("a figure is of the house, department or kind that was spoken of, however it was", arguments: owners)
  func owner(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let names: [(String, [String])] = [
    // New members behind the members; all of them in a branch; a list that begins with their number.
    ("柳川县人民医院2023年工作总结\n党支部党员43名，年内新发展3名。", ["柳川县人民医院 party_members 2023 43", "柳川县人民医院 party_members_new 2023 3"]),
    ("柳川县人民医院2023年工作总结\n4个党支部、党员86名。", ["柳川县人民医院 party_branches 2023 4", "柳川县人民医院 party_members 2023 86"]),
    // Of one group both, also in one clause; of each illness; per thousand of all that are listed.
    (
      "柳川县人民医院2023年工作总结\n60岁以上人群全程接种率92.1%、加强免疫接种率81.7%。",
      ["柳川县人民医院 vacc_rate_booster 2023 81.7 of 60岁以上人群", "柳川县人民医院 vacc_rate_full 2023 92.1 of 60岁以上人群"]
    ),
    ("柳川县人民医院2023年工作总结\n两病规范管理率分别为76.2%、74.8%。", ["柳川县人民医院 dm_std_rate 2023 74.8", "柳川县人民医院 htn_std_rate 2023 76.2"]),
    (
      "柳川县卫生健康局2023年工作总结\n每千人口床位数、执业（助理）医师数、注册护士数分别由2015年的4.3张、1.7人、1.5人增加到6.1张、2.6人和3.2人。",
      [
        "柳川县卫生健康局 beds_per_1000 2015 4.3",
        "柳川县卫生健康局 beds_per_1000 2023 6.1",
        "柳川县卫生健康局 doctors_per_1000 2015 1.7",
        "柳川县卫生健康局 doctors_per_1000 2023 2.6",
        "柳川县卫生健康局 nurses_per_1000 2015 1.5",
        "柳川县卫生健康局 nurses_per_1000 2023 3.2",
      ]
    ),
    // 但 begins no name; all that work there; a token by who gave it; an event by its name.
    (
      "柳川县人民医院2023年工作总结\n但血压、血糖控制率只有61.4%和53.9%。",
      ["柳川县人民医院 dm_control_rate 2023 53.9", "柳川县人民医院 htn_control_rate 2023 61.4"]
    ),
    ("柳川县人民医院2023年工作总结\n在职医师286人，其中研究生学历62人。", ["柳川县人民医院 doctors 2023 286", "柳川县人民医院 doctors 2023 62 of 研究生学历"]),
    (
      "柳川县人民医院2023年工作总结\n收到受援地感谢信9封。开展“田间义诊”36场，服务群众2,840人次。",
      [
        "柳川县人民医院 praise_letters 2023 9",
        "柳川县人民医院 volunteer_clinic_served 2023 2840",
        "柳川县人民医院 volunteer_clinics 2023 36",
      ]
    ),
    // Those who were sent, behind what for; one record for each; problems that were told of.
    ("柳川县人民医院2023年工作总结\n派出中医专家到乡镇卫生院坐诊、查房426人次。", ["柳川县人民医院 experts_dispatched 2023 426"]),
    ("柳川县人民医院2023年工作总结\n累计为26.3万名居民建立健康档案。", ["柳川县人民医院 health_records 2023 263000"]),
    ("柳川县人民医院2023年工作总结\n巡察反馈的42个问题已整改40个。", ["柳川县人民医院 rectify_total 2023 42"]),
    // Below a heading that is the metric.
    ("柳川市疾病预防控制中心2021年工作总结\n（二）核酸检测。全年检测36.2万人次。", ["柳川市疾病预防控制中心 nat_tests 2021 362000"]),
    // The only result by its longer name, whatever an aim is called.
    (
      "柳川县人民医院2023年工作总结\n第三方调查患者满意度96.4%。\n四、2024年目标\n患者满意度不低于97%。",
      ["柳川县人民医院 satisfaction 2023 96.4", "柳川县人民医院 satisfaction 2024 97 target"]
    ),
    // All that gave blood in the street are a part, as the groups are.
    (
      "柳川市中心血站2023年工作报告\n团体献血19,206人次，街头献血12,310人次。",
      ["柳川市中心血站 blood_donors 2023 12310 of 街头献血", "柳川市中心血站 blood_donors 2023 19206 of 团体献血"]
    ),
    // Digits that were torn apart, in a passage in which others were.
    (
      "柳川镇卫生院2018年工作总结\n门诊 1 4,286 人次；住院 6 38 人次，义诊 1 2 场次。",
      ["柳川镇卫生院 inpatient_visits 2018 638", "柳川镇卫生院 visits_outpatient 2018 14286", "柳川镇卫生院 volunteer_clinics 2018 12"]
    ),
  ]

  @Test("a name is completed by what stands around it", arguments: names)
  func name(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }

  static let times: [(String, [String])] = [
    // Years that no figure tells of, or how long something had not been so, hold for nothing after them.
    ("柳川县人民医院2023年工作总结\n近三年无一名本科生报到；基本公共卫生服务资金到位62.4万元。", ["柳川县人民医院 phs_fund_received 2023 624000"]),
    ("柳川县人民医院2023年工作总结\n资产负债率五年来首次降到50%以下，为47.6%。", ["柳川县人民医院 asset_liability_ratio 2023 47.6"]),
    (
      "柳川县妇幼保健院2023年工作总结\n全县孕产妇死亡率18.2/10万，而2022年无孕产妇死亡；婴儿死亡率2.84‰。",
      ["全县 infant_mortality_rate 2023 2.84", "全县 maternal_mortality_ratio 2023 18.2"]
    ),
    // A review of five years tells levels of the last one.
    ("柳川县人民医院五年回顾（2019—2023年）\n五年间，药占比从33.2%降到24.6%。", ["柳川县人民医院 drug_ratio - 33.2", "柳川县人民医院 drug_ratio 2023 24.6"]),
    // The month that a passage begins with, and the one of a peak; a year behind words that say nothing.
    ("柳川县人民医院2022年工作总结\n进入12月，就诊高峰来临。当月门诊3.2万人次。", ["柳川县人民医院 visits_outpatient 2022-12 32000"]),
    (
      "柳川县疾控中心2022年工作总结\n完成核酸检测98.4万人次，最高峰的8月份达到24.2万人次。",
      ["柳川县疾控中心 nat_tests 2022 984000", "柳川县疾控中心 nat_tests 2022-08 242000"]
    ),
    (
      "心血管内科2023年工作总结\n1—11月，门诊2.1万人次。科室全年总收入2,640万元。",
      ["心血管内科 revenue_total 2023 26400000", "心血管内科 visits_outpatient 2023-01/2023-11 21000"]
    ),
    ("柳川县妇幼保健院2022年工作总结\n2022统计年度全县活产数3,206人。", ["全县 newborns 2022 3206"]),
    // What is to come: a plan's aims, a promise, a section marked as such.
    (
      "柳川县妇幼保健院“十三五”回顾与“十四五”展望\n三、“十四五”的目标\n到2025年：\n——开放床位达到160张；\n——年门诊量达到15万人次。",
      ["柳川县妇幼保健院 beds_open 2025-12-31 160 target", "柳川县妇幼保健院 visits_outpatient 2025-12-31 150000 target"]
    ),
    (
      "柳川街道社区卫生服务中心2024年服务公示\n门诊16.2万人次。\n2025年，我们向您承诺\n1. 重点人群签约率达到86%；",
      ["柳川街道社区卫生服务中心 fd_contract_rate_key 2025 86 target", "柳川街道社区卫生服务中心 visits_outpatient 2024 162000"]
    ),
  ]

  @Test("a time ends where another is spoken of, and what is to come is an aim", arguments: times)
  func time(text: String, expected: [String]) {
    #expect(NarrativeRulesTests.read(text).sorted() == expected.sorted())
  }
}
