// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

/// What a figure is called where its name stands behind unknown words, apart from it, or in what somebody did.
@Suite("Names that are not plain")
struct NarrativeNamesTests {
  static let names: [(String, [String])] = [
    // Who did something, or was asked, does not narrow it, where nothing else tells the whole.
    ("云溪县人民医院2023年工作总结\n参保群众满意度94.1%。", ["云溪县人民医院 satisfaction 2023 94.1"]),
    ("云溪县人民医院2023年工作总结\n体检中心健康体检1.2万人次。", ["云溪县人民医院 health_checks 2023 12000"]),
    ("云溪县人民医院2023年工作总结\n做各类手术1820台次。", ["云溪县人民医院 surgeries 2023 1820"]),
    // Where the whole is told, or two such names are, the words narrow it.
    (
      "云溪县人民医院2023年工作总结\n满意度96.2%。参保群众满意度94.1%。", ["云溪县人民医院 satisfaction 2023 96.2"]
    ),
    (
      "云溪县人民医院2023年工作总结\n参保群众满意度94.1%。外来务工人员满意度91.8%。", []
    ),
    // A kind of visits is none of all visits, and a group has its own rate.
    ("云溪县人民医院2023年工作总结\n血液透析门诊3200人次。", []),
    ("云溪县人民医院2023年工作总结\n康复床位使用率88.9%。", []),
    // Those of whom a clause says what they did, and those who came.
    (
      "云溪镇卫生院2023年工作总结\n老年人参加免费体检的有1820人，签约家庭医生的居民有3020人。",
      ["云溪镇卫生院 elderly_free_checkups 2023 1820", "云溪镇卫生院 fd_contract_people 2023 3020"]
    ),
    ("云溪镇卫生院2023年工作总结\n全年共接诊居民5.2万人次。", ["云溪镇卫生院 visits_total 2023 52000"]),
    (
      "云溪县人民医院2023年工作总结\n为6.1万人次门诊患者提供诊疗服务。", ["云溪县人民医院 visits_outpatient 2023 61000"]
    ),
    // A name whose figure stands behind a second verb, or in the clause after changes without numbers.
    ("云溪县人民医院2023年工作总结\n分娩量止跌回稳、保持在1800人以上。", ["云溪县人民医院 deliveries 2023 1800"]),
    (
      "云溪县人民医院2023年工作总结\n病床使用率在连续下滑后企稳回升，为88.2%。", ["云溪县人民医院 bed_occupancy_rate 2023 88.2"]
    ),
    (
      "云溪县人民医院工作总结\n2021年药占比31.2%，2022年降为29.1%，2023年进一步降至27.4%。",
      [
        "云溪县人民医院 drug_ratio 2021 31.2", "云溪县人民医院 drug_ratio 2022 29.1", "云溪县人民医院 drug_ratio 2023 27.4",
      ]
    ),
    // What facilities did stands between 分别 and the values.
    (
      "2023年，县人民医院、县中医院分别出院2.1万人次和1.3万人次。",
      ["县人民医院 discharges 2023 21000", "县中医院 discharges 2023 13000"]
    ),
    // Values that their units tell apart are of the figures before.
    (
      "云溪县人民医院2023年工作总结\n药占比应控制在28%以内、平均住院日不超过8天，实际执行结果分别为26.2%和7.5天。",
      [
        "云溪县人民医院 drug_ratio 2023 28 target", "云溪县人民医院 avg_length_of_stay 2023 8 target",
        "云溪县人民医院 drug_ratio 2023 26.2", "云溪县人民医院 avg_length_of_stay 2023 7.5",
      ]
    ),
    // A letter behind a name makes it another word; words that say no more stand before and inside.
    (
      "2023年，云溪县居民健康档案累计建档率88.1%，疫苗接种点累计接种疫苗3.2万剂次，年初预算执行率91%。",
      [
        "云溪县 health_record_rate 2023 88.1", "云溪县 vaccine_doses 2023 32000", "云溪县 fund_execution_rate 2023 91",
      ]
    ),
    (
      "云溪县人民医院2023年工作总结\n党总支下设党支部6个，“双带头人”书记3名。巡察反馈问题整改率98%，收到患者家属锦旗7面。组建“县乡村”三级家庭医生团队42个。",
      [
        "云溪县人民医院 party_branches 2023 6", "云溪县人民医院 rectify_rate 2023 98", "云溪县人民医院 banners 2023 7",
        "云溪县人民医院 fd_teams 2023 42",
      ]
    ),
    // Kinds of surgery, doctors of a kind and groups are parts; surgery done again, or in each day, is none.
    (
      "云溪县人民医院2023年工作总结\n手术2,104台，包虫病手术96台，非计划再次手术3台。现有职工420人，其中中医类别医师61人。",
      [
        "云溪县人民医院 surgeries 2023 2104", "云溪县人民医院 surgeries 2023 96 of 包虫病手术",
        "云溪县人民医院 staff_total 2023 420", "云溪县人民医院 doctors 2023 61 of 中医类别",
      ]
    ),
    (
      "云溪县2023年健康情况\n60岁以上老人加强针接种率71.2%，HPV疫苗首针接种率80.5%。",
      ["全县 vacc_rate_booster 2023 71.2 of 60岁以上老人", "全县 vacc_rate_first 2023 80.5 of HPV疫苗"]
    ),
    // Those whom a department saw; beds still to be built; a lecture given where it was given.
    (
      "云溪县人民医院2023年工作总结\n急诊科24小时不打烊，接诊3.1万人次。新院区规划床位500张。领导深入分管科室讲党课9次。",
      [
        "云溪县人民医院 visits_emergency 2023 31000", "新院区 beds_open 2023 500 target",
        "云溪县人民医院 party_lectures 2023 9",
      ]
    ),
    // Meetings and what they dealt with; everyday words and units.
    ("云溪县人民医院2023年工作总结\n党委会专题研究党建6次。", ["云溪县人民医院 party_meetings 2023 6"]),
    (
      "云溪镇卫生院2023年工作总结\n职工31个人，护士7个，开放床位才22张。",
      ["云溪镇卫生院 staff_total 2023 31", "云溪镇卫生院 nurses 2023 7", "云溪镇卫生院 beds_open 2023 22"]
    ),
    (
      "云溪镇卫生院2023年工作总结\n门诊看了2.3万人次，门诊次均费用48.5块钱，住院次均费用1364块。",
      [
        "云溪镇卫生院 visits_outpatient 2023 23000", "云溪镇卫生院 cost_per_outpatient_visit 2023 48.5",
        "云溪镇卫生院 cost_per_inpatient 2023 1364",
      ]
    ),
    // Those who were commended, whoever they are.
    ("云溪县人民医院2023年工作总结\n护士节表彰优秀护士30名。", ["云溪县人民医院 awards_persons 2023 30"]),
    // Holdings at the end of a quarter are of its last day.
    ("2023年三季度末，云溪县人民医院开放床位420张。", ["云溪县人民医院 beds_open 2023-09-30 420"]),
  ]

  @Test("a figure finds its name", arguments: names)
  func name(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  private static let house = "云溪县中医院2023年工作总结\n"

  static let shared: [(String, [String])] = [
    // A department alone, behind the figure of all.
    (
      house + "平均住院日8.3天，同比缩短0.2天。针灸科最长，达14.1天；眼科最短，仅3.2天。",
      [
        "云溪县中医院 avg_length_of_stay 2023 8.3", "云溪县中医院 avg_length_of_stay 2023 14.1 of 针灸科",
        "云溪县中医院 avg_length_of_stay 2023 3.2 of 眼科",
      ]
    ),
    (
      house + "药占比29.4%，最高的是骨伤科，为43.7%，妇科18.2%。",
      [
        "云溪县中医院 drug_ratio 2023 29.4", "云溪县中医院 drug_ratio 2023 43.7 of 骨伤科",
        "云溪县中医院 drug_ratio 2023 18.2 of 妇科",
      ]
    ),
    // The end of a name that the nouns just listed have in common, without 分别; two values of the hospitals just listed.
    (
      house + "在管高血压患者1,820人、糖尿病患者640人，规范管理率为76.1%和74.3%。",
      [
        "云溪县中医院 htn_managed 2023 1820", "云溪县中医院 dm_managed 2023 640", "云溪县中医院 htn_std_rate 2023 76.1",
        "云溪县中医院 dm_std_rate 2023 74.3",
      ]
    ),
    (
      "云溪县2023年工作总结\n县人民医院、县中医院门诊量分别为21.3万人次和9.6万人次，出院1.8万人次和0.7万人次。",
      [
        "县人民医院 visits_outpatient 2023 213000", "县中医院 visits_outpatient 2023 96000",
        "县人民医院 discharges 2023 18000", "县中医院 discharges 2023 7000",
      ]
    ),
    // What ends as the name before the semicolon does.
    (
      house + "在管高血压患者1,820人，规范管理率76.1%；糖尿病患者640人。",
      [
        "云溪县中医院 htn_managed 2023 1820", "云溪县中医院 htn_std_rate 2023 76.1", "云溪县中医院 dm_managed 2023 640",
      ]
    ),
    // Shares of the figure before, by what stands at 占.
    (
      house + "医疗收入8,100万元，其中药品收入占28.3%、材料收入占10.6%。",
      [
        "云溪县中医院 revenue_medical 2023 81000000", "云溪县中医院 drug_ratio 2023 28.3", "云溪县中医院 consumable_ratio 2023 10.6",
      ]
    ),
    // Parts in brackets; what is given is no part of what is earned.
    (
      house + "药品收入1,240万元（含中药饮片410万元）。职工260人（包括临聘人员31人、返聘人员6人）。",
      [
        "云溪县中医院 revenue_drug 2023 12400000", "云溪县中医院 revenue_drug 2023 4100000 of 中药饮片",
        "云溪县中医院 staff_total 2023 260", "云溪县中医院 staff_total 2023 31 of 临聘人员", "云溪县中医院 staff_total 2023 6 of 返聘人员",
      ]
    ),
    (house + "总收入9,200万元，其中财政补助收入760万元。", ["云溪县中医院 revenue_total 2023 92000000"]),
    (house + "门诊9.1万人次（含急诊0.8万人次，同比增长3%）。", ["云溪县中医院 visits_outpatient 2023 91000"]),
    // Those who work there; those who came, and who are members for good, are others.
    (house + "全院在岗174人。编制160人，实有在岗151人。", ["云溪县中医院 staff_total 2023 174", "云溪县中医院 staff_total 2023 151"]),
    (house + "接收帮扶专家9人，请来省里专家坐诊41人次，转正预备党员3名。", []),
    (house + "接受市医院下派专家9人次。", ["云溪县中医院 experts_dispatched 2023 9"]),
    (house + "床位使用率一度达到118%。", ["云溪县中医院 bed_occupancy_rate 2023 118"]),
    ("云溪镇卫生院2023年工作总结\n签约家庭医生21,300人。", ["云溪镇卫生院 fd_contract_people 2023 21300"]),
    (
      house + "接种疫苗2.1万剂次，其中麻疹疫苗接种率98%，乙肝疫苗及时率95%。", ["云溪县中医院 vaccine_doses 2023 21000", "云溪县中医院 epi_coverage 2023 98"]
    ),
  ]

  @Test("names that others beside them complete", arguments: shared)
  func completed(text: String, expected: [String]) { #expect(NarrativeRulesTests.read(text) == expected) }

  static let changes: [(String, [String])] = [
    ("我院门诊5.1万人次，比去年多看了2100人次。", ["absolute 2100 yearEarlier"]),
    ("我院平均住院日7.2天，比上年缩了0.4天。", ["absolute -0.4 yearEarlier"]),
    ("我院满意度91.2%，不升反降0.8个百分点。", ["points -0.8 yearEarlier"]),
    (
      "我院设党员先锋岗28个、党员突击队6支，开展义诊41场次，义诊服务5870人次，同比分别增长17.1%和22.4%。",
      ["percent 17.1 yearEarlier", "percent 22.4 yearEarlier"]
    ),
    (
      "我院门诊药占比41.2%、住院药占比22.1%，百元医疗收入卫生材料费16.2元，同比依次下降1.1、0.7个百分点和0.5元。",
      ["points -1.1 yearEarlier", "points -0.7 yearEarlier", "absolute -0.5 yearEarlier"]
    ),
  ]

  @Test("a change finds its figure", arguments: changes)
  func change(text: String, expected: [String]) { #expect(NarrativeRulesTests.changes(text) == expected) }
}
