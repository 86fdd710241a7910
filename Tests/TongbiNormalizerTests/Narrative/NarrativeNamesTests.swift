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
